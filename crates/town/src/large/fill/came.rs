//! A family as it came: who they are, how they are tied, where they live, who works with them.

use domain::address::{Address, Whose};
use domain::family::Family;
use domain::family_member::FamilyMember;
use domain::fuzzy_date::FuzzyDate;
use domain::household::Household;
use domain::household_member::HouseholdMember;
use domain::id::{FamilyId, HouseholdId, PersonId};
use domain::involvement::{Involved, Involvement, Role};
use domain::known_by::{KnownBy, Scheme};
use domain::name::{Name, Usage};
use domain::person::{Born, Person, Sex};
use domain::step::{Step, What as Stepped};
use domain::tie::{Parenthood, Tie, Union, What};
use domain::time::Happened;

use super::book::Page;
use super::share::Share;
use super::staff::{Staff, phone};
use super::{Home, InventedFamily, Kin};
use crate::large::{InventedHousehold, InventedPerson};

/// Writes a family down on the day it came.
pub fn came(page: &mut Page, family: &InventedFamily, share: &Share, staff: &Staff) -> Home {
    let mut coming = Coming {
        page: page.by_the_office(),
        family,
        share,
        on: Happened::on(share.came_on),
        home: Home::default(),
    };
    for person in &family.people {
        coming.person(person);
    }
    coming.ties();
    coming.belong();
    for household in &family.households {
        coming.household(household);
    }
    coming.work(staff);
    coming.home
}

struct Coming<'c> {
    page: &'c mut Page,
    family: &'c InventedFamily,
    share: &'c Share,
    on: Happened,
    home: Home,
}

impl Coming<'_> {
    /// The file a line about this person is in: a child's own; a relative has none.
    fn file(&self, place: usize) -> Vec<PersonId> {
        self.home.children().get(place).copied().into_iter().collect()
    }

    fn person(&mut self, told: &InventedPerson) {
        let is_child = told.kin == Kin::Child;
        let number = u32::try_from(self.family.number % 6_000).unwrap_or_default();
        let person = Person {
            born: Some(Born::On(told.born)),
            sex: Some(match told.sex {
                crate::family::Sex::F => Sex::Female,
                crate::family::Sex::M => Sex::Male,
                crate::family::Sex::U => Sex::NotKnown,
            }),
            ethnicity: Some(told.ethnicity.to_owned()),
            phone: (!is_child).then(|| phone(number, "evenings")),
            ..Person::default()
        };
        // A child is named by the line that first speaks of them, which is in their own file.
        let id = self.page.first_of_a_person(is_child, self.on, person);
        self.home.people.push(id);
        self.home.children += usize::from(is_child);
        let file = if is_child { vec![id] } else { Vec::new() };
        let name = Name {
            person: id,
            full: told.name(),
            known_as: told.known_as.map(ToOwned::to_owned),
            usage: Usage::Usual,
            from: None,
            until: None,
        };
        self.page.write(&file, self.on, name);
        if let Some(value) = told.la_id.clone() {
            let number = KnownBy { person: id, scheme: Scheme::LaChildId, value, checks: true };
            self.page.write(&file, self.on, number);
        }
    }

    fn ties(&mut self) {
        for (place, told) in self.family.people.iter().enumerate() {
            for parent in &told.parents {
                let (by, file) = (Parenthood::Biological, self.file(place));
                let what = What::ParentOf { by, responsibility: Some(true), unnamed: None };
                self.tie((*parent, place), what, &file);
            }
        }
        let of = |kin| self.family.people.iter().position(|person| person.kin == kin);
        if let (Some(mother), Some(father)) = (of(Kin::Mother), of(Kin::Father)) {
            let together = self.family.households.first().is_some_and(|home| {
                home.members.contains(&mother) && home.members.contains(&father)
            });
            let union = if together { Union::LivingTogether } else { Union::Separated };
            let files = self.home.children().to_vec();
            self.tie((mother, father), What::Union(union), &files);
        }
    }

    fn tie(&mut self, (from, to): (usize, usize), what: What, file: &[PersonId]) {
        let (Some(from), Some(to)) = (self.home.people.get(from), self.home.people.get(to)) else {
            return;
        };
        let tie = Tie { from: *from, to: *to, what, since: None, until: None, note: None };
        self.page.write(file, self.on, tie);
    }

    fn belong(&mut self) {
        let called = self.family.people.first().map_or("", |child| child.given);
        let title = format!("{called}: getting on together");
        let files = self.home.children().to_vec();
        let family = self.page.write(&files, self.on, Family { title, note: None });
        let family = FamilyId::first_written_in(family);
        let people = self.family.people.iter().zip(self.home.people.clone());
        for (place, (told, person)) in people.enumerate() {
            let member = FamilyMember {
                family,
                person,
                index_child: told.kin == Kin::Child,
                role: Some(role(told.kin).to_owned()),
                called: None,
                note: None,
                from: None,
                until: None,
            };
            self.page.write(&self.file(place), self.on, member);
        }
    }

    fn household(&mut self, told: &InventedHousehold) {
        let name = told.address.clone();
        let household = Household { name: name.clone(), sealed: false, note: None };
        let household = self.page.write(&[], self.on, household);
        let household = HouseholdId::first_written_in(household);
        let address = Address {
            of: Whose::Household(household),
            lines: vec![name, "Wexcombe".into()],
            postcode: None,
            uprn: None,
            sealed: false,
            from: None,
            until: None,
        };
        self.page.write(&[], self.on, address);
        for place in &told.members {
            let Some(person) = self.home.people.get(*place).copied() else { continue };
            let child = self.family.people.get(*place).filter(|told| told.kin == Kin::Child);
            let from = child.map(|child| FuzzyDate::on(child.born));
            let member = HouseholdMember { household, person, from, until: None, sometimes: false };
            self.page.write(&self.file(*place), self.on, member);
        }
    }

    /// The referral, who leads, and for open work the partners.
    fn work(&mut self, staff: &Staff) {
        let Some(worker) = staff.worker(self.share.worker) else { return };
        let [health, school] = worker.partners;
        let parts = [
            (worker.person, Role::Lead, "social worker"),
            (health, Role::Partner, "health visitor"),
            (school, Role::Partner, "class teacher"),
        ];
        let until = (!self.share.open).then_some(self.share.until);
        for child in self.home.children().to_vec() {
            let referral = Stepped::Referral {
                from: None,
                source: Some("2B".into()),
                need: Some("N5".into()),
                no_further_action: Some(false),
            };
            self.page.write(&[child], self.on, Step::bare(referral));
            for (who, role, title) in parts.into_iter().take(if self.share.open { 3 } else { 1 }) {
                let part = Involvement {
                    child,
                    who: Involved::Person(who),
                    role,
                    title: Some(title.to_owned()),
                    from: self.share.came_on,
                    until,
                };
                self.page.write(&[child], self.on, part);
            }
        }
    }
}

fn role(kin: Kin) -> &'static str {
    match kin {
        Kin::Child => "index child",
        Kin::Mother => "mother",
        Kin::Father => "father",
        Kin::Grandparent => "grandparent",
        Kin::AuntOrUncle => "parent's brother or sister",
        Kin::Friend => "friend of the family",
    }
}
