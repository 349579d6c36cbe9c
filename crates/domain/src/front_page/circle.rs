//! A child's circle: what each person is to this child, and how a page names them.
//!
//! ```text
//! mother, father     a parent by birth or adoption         brother, sister   shares such a parent
//! grandparent        a parent of a parent                  kin               joined by parents or couples
//! worker, health …   by their work                         network           anybody else of the family
//! ```
//! Family comes before work: an aunt who is a nurse is an aunt.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::kin::Kin;
use super::people::{People, short_of};
use super::{Named, Standing};
use crate::id::PersonId;
use crate::involvement::{Involvement, Role};
use crate::person::{Sex, Work};
use crate::tie::Parenthood;
use crate::voice::SourceKind;

/// What each person is to one child on one day.
pub(super) struct Circle<'a> {
    child: PersonId,
    on: Date,
    kin: &'a Kin,
    people: &'a People,
    parents: Vec<PersonId>,
    grandparents: Vec<PersonId>,
    joined: Vec<PersonId>,
    involved: BTreeMap<PersonId, &'a Involvement>,
}

impl<'a> Circle<'a> {
    pub(super) fn of(
        (child, on): (PersonId, Date),
        kin: &'a Kin,
        people: &'a People,
        involved: BTreeMap<PersonId, &'a Involvement>,
    ) -> Self {
        let parents = kin.own_parents(child);
        let grandparents = parents.iter().flat_map(|parent| kin.own_parents(*parent)).collect();
        let joined = kin.joined_to(child);
        Self { child, on, kin, people, parents, grandparents, joined, involved }
    }

    /// Parents by birth or adoption.
    pub(super) fn parents(&self) -> &[PersonId] {
        &self.parents
    }

    /// Whether the record has a name for them.
    pub(super) fn is_named(&self, who: PersonId) -> bool {
        self.people.find(who).is_some_and(|known| known.name(self.on).is_some())
    }

    /// Whether they died by this day.
    pub(super) fn has_died(&self, who: PersonId) -> bool {
        let died = self.people.find(who).and_then(|known| known.person.died_on);
        died.is_some_and(|day| day <= self.on)
    }

    /// As the page names them.
    pub(super) fn named(&self, who: PersonId) -> Named {
        let relation = self.relation(who);
        let name = self.full_name(who).or_else(|| relation.clone()).unwrap_or_default();
        Named {
            id: who,
            called: self.called(who).unwrap_or_else(|| name.clone()),
            name,
            relation,
            standing: self.standing(who),
            sex: self.people.sex_of(who),
        }
    }

    /// These persons, as the page names them.
    pub(super) fn all_named(&self, people: &[PersonId]) -> Vec<Named> {
        people.iter().map(|who| self.named(*who)).collect()
    }

    fn full_name(&self, who: PersonId) -> Option<String> {
        self.people.find(who)?.name(self.on).map(|name| name.full.clone())
    }

    /// Short name, of somebody who has a name.
    pub(super) fn called(&self, who: PersonId) -> Option<String> {
        let name = self.people.find(who)?.name(self.on)?;
        let family_word = self.kin.member(who, self.on).and_then(|member| member.called.as_ref());
        // "Nan" is what Denise is to the child; her short name beside it is Denise.
        let known_as = name.known_as.as_ref().filter(|known_as| Some(*known_as) != family_word);
        Some(known_as.map_or_else(|| short_of(&name.full), |word| word.as_str()).to_owned())
    }

    fn relation(&self, who: PersonId) -> Option<String> {
        if who == self.child {
            return None;
        }
        if let Some(member) = self.kin.member(who, self.on) {
            return member.called.clone().or_else(|| member.role.clone());
        }
        let title = self.involved.get(&who).and_then(|part| part.title.clone());
        title.or_else(|| Some(self.work_of(who)?.job.clone()))
    }

    fn work_of(&self, who: PersonId) -> Option<&Work> {
        self.people.find(who)?.person.work.as_ref()
    }

    /// What somebody is to the child.
    pub(super) fn standing(&self, who: PersonId) -> Standing {
        if who == self.child {
            return Standing::Child;
        }
        self.in_family(who).unwrap_or_else(|| match self.work_of(who) {
            Some(work) => at_work(work),
            None => match self.involved.get(&who).map(|part| part.role) {
                Some(Role::Partner) => Standing::OtherProfession,
                Some(_) => Standing::Worker,
                None => Standing::Network,
            },
        })
    }

    fn in_family(&self, who: PersonId) -> Option<Standing> {
        let role = self.kin.member(who, self.on).and_then(|member| member.role.as_deref());
        if self.parents.contains(&who) {
            return Some(match (self.people.sex_of(who), role) {
                (Sex::Female, _) | (_, Some("mother")) => Standing::Mother,
                (Sex::Male, _) | (_, Some("father")) => Standing::Father,
                _ => Standing::Kin,
            });
        }
        if self.grandparents.contains(&who) {
            return Some(Standing::Grandparent);
        }
        let theirs = self.kin.own_parents(who);
        if theirs.iter().any(|parent| self.parents.contains(parent)) {
            return Some(Standing::Child);
        }
        let fosters = |by| by == Parenthood::Foster;
        if self.kin.parents(self.child).any(|(parent, by)| parent == who && fosters(by)) {
            return Some(Standing::OtherProfession);
        }
        match role {
            Some("mother") => Some(Standing::Mother),
            Some("father") => Some(Standing::Father),
            _ if self.joined.contains(&who) => Some(Standing::Kin),
            Some(_) => Some(Standing::Network),
            None => None,
        }
    }
}

const fn at_work(work: &Work) -> Standing {
    match (work.agency, &work.organisation) {
        (Some(SourceKind::Health), _) => Standing::Health,
        (Some(SourceKind::School), _) => Standing::School,
        (Some(SourceKind::Council), _) | (None, None) => Standing::Worker,
        _ => Standing::OtherProfession,
    }
}
