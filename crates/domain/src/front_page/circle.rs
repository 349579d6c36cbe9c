//! A child's circle: what each person is to this child, and how a page names them.
//!
//! ```text
//! mother, father     a parent by birth or adoption         brother, sister   shares such a parent
//! grandparent   a parent of a parent   kin   joined by parents or couples
//! worker, health …   by their work   network   anybody else of the family
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
pub(crate) struct Circle<'a> {
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
    pub(crate) fn parents(&self) -> &[PersonId] {
        &self.parents
    }

    /// Whoever works with the child on this day.
    pub(crate) fn at_work(&self) -> impl Iterator<Item = PersonId> {
        self.involved.keys().copied()
    }

    /// Whether the record has a name for them.
    pub(crate) fn is_named(&self, who: PersonId) -> bool {
        self.people.find(who).is_some_and(|known| known.name(self.on).is_some())
    }

    /// Whether they died by this day.
    pub(crate) fn has_died(&self, who: PersonId) -> bool {
        let died = self.people.find(who).and_then(|known| known.person.died_on);
        died.is_some_and(|day| day <= self.on)
    }

    /// As the page names them.
    pub(crate) fn named(&self, who: PersonId) -> Named {
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
    pub(crate) fn all_named(&self, people: &[PersonId]) -> Vec<Named> {
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
    pub(crate) fn standing(&self, who: PersonId) -> Standing {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Card;
    use crate::family_member::FamilyMember;
    use crate::front_page::{Facts, FrontPage, Known, Place, Ranked, compose};
    use crate::household_member::HouseholdMember;
    use crate::id::{EntryId, FamilyId, HouseholdId};
    use crate::kind::Payload;
    use crate::name::{Name, Usage};
    use crate::person::{Born, Person};
    use crate::tie::{Tie, What};
    use jiff::{Timestamp, civil::date};
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 24);
    const KAYLEIGH: PersonId = PersonId(Uuid::from_u128(1));
    const DONNA: PersonId = PersonId(Uuid::from_u128(2));
    const LOLA: PersonId = PersonId(Uuid::from_u128(3));
    const SEAN: PersonId = PersonId(Uuid::from_u128(4));
    const NOBODY: PersonId = PersonId(Uuid::from_u128(5));
    const MAUREEN: PersonId = PersonId(Uuid::from_u128(6));

    fn parent(from: PersonId, to: PersonId, by: Parenthood) -> Tie {
        let what = What::ParentOf { by, responsibility: None, unnamed: None };
        Tie { from, to, what, since: None, until: None, note: None }
    }

    fn known(person: PersonId, full: &str, sex: Sex, born: Date) -> (PersonId, Known) {
        let name = Name {
            person,
            full: full.into(),
            known_as: None,
            usage: Usage::Usual,
            from: None,
            until: None,
        };
        let rank = (Timestamp::MIN, Timestamp::MIN, EntryId(person.0));
        let names = if full.is_empty() { vec![] } else { vec![Ranked { name, rank }] };
        let born = Some(Born::On(born));
        (person, Known { person: Person { sex: Some(sex), born, ..Person::default() }, names })
    }

    /// Kayleigh, her mother Donna, her half-sister Lola, Lola's father Sean, a father nobody has
    /// named, and Maureen who fosters her.
    fn kayleighs() -> Facts {
        let own = Parenthood::Biological;
        let ties = vec![
            parent(DONNA, KAYLEIGH, own),
            parent(NOBODY, KAYLEIGH, own),
            parent(DONNA, LOLA, own),
            parent(SEAN, LOLA, own),
            parent(SEAN, KAYLEIGH, Parenthood::Step),
            parent(MAUREEN, KAYLEIGH, Parenthood::Foster),
        ];
        let member = |person, role: &str| FamilyMember {
            family: FamilyId(Uuid::nil()),
            person,
            index_child: person == KAYLEIGH,
            role: Some(role.into()),
            called: None,
            note: None,
            from: None,
            until: None,
        };
        let members = vec![member(DONNA, "mother"), member(SEAN, "Lola's father")];
        let known = [
            known(KAYLEIGH, "Kayleigh Dunn", Sex::Female, date(2015, 2, 3)),
            known(DONNA, "Donna Dunn", Sex::Female, date(1990, 1, 1)),
            known(LOLA, "Lola Dunn", Sex::Female, date(2020, 8, 8)),
            known(SEAN, "Sean Kerr", Sex::Male, date(1988, 1, 1)),
            known(MAUREEN, "Maureen Platt", Sex::Female, date(1966, 1, 1)),
        ];
        Facts {
            important: Vec::new(),
            child: KAYLEIGH,
            as_of: TODAY,
            looked_at: None,
            cards: vec![],
            last_seen: None,
            lately: vec![],
            kin: Kin { members, ties, ..Kin::default() },
            people: People { known: known.into_iter().collect(), ..People::default() },
        }
    }

    fn standing(facts: &Facts, who: PersonId) -> Standing {
        let at = (facts.child, facts.as_of);
        Circle::of(at, &facts.kin, &facts.people, BTreeMap::new()).standing(who)
    }

    #[test]
    fn what_somebody_is_to_a_child_is_read_from_parents() {
        let facts = kayleighs();
        assert_eq!(standing(&facts, DONNA), Standing::Mother);
        assert_eq!(standing(&facts, LOLA), Standing::Child, "a half-sister is a sister");
        assert_eq!(standing(&facts, SEAN), Standing::Kin, "a stepfather is no father");
        assert_eq!(standing(&facts, MAUREEN), Standing::OtherProfession, "a foster carer is paid");
    }

    #[test]
    fn a_father_whom_nobody_has_named_is_a_question_mark_and_is_not_asked_for_a_number() {
        let page = compose(&kayleighs());
        assert!(page.family.people.iter().all(|relative| relative.id != NOBODY));
        let unnamed = page.family.parents.iter().filter(|tie| tie.parent.is_none());
        assert_eq!(unnamed.map(|tie| tie.child).collect::<Vec<_>>(), [KAYLEIGH]);
        let circle_knows = page.family.people.iter().map(|relative| relative.called.as_str());
        assert_eq!(
            circle_knows.collect::<Vec<_>>(),
            ["Kayleigh", "Donna", "Sean", "Maureen", "Lola"]
        );
    }

    #[test]
    fn a_child_with_two_homes_lives_where_she_is_not_only_sometimes() {
        let mut facts = kayleighs();
        let home = |n| HouseholdId(Uuid::from_u128(n));
        let lives = |household, person, from: Date, sometimes| HouseholdMember {
            household,
            person,
            from: Some(from.into()),
            until: None,
            sometimes,
        };
        facts.kin.residents = vec![
            lives(home(1), KAYLEIGH, date(2026, 3, 1), false),
            lives(home(1), MAUREEN, date(2001, 1, 1), false),
            lives(home(2), KAYLEIGH, date(2026, 9, 1), true),
            lives(home(2), DONNA, date(2015, 1, 1), false),
            lives(home(2), LOLA, date(2020, 8, 8), false),
        ];
        let place = |n, name: &str| Place { household: home(n), name: Some(name.into()) };
        facts.kin.places = vec![place(1, "Maureen's"), place(2, "9 Tanner Street")];
        let found = |page: FrontPage| {
            let home = page.child.home.expect("she lives somewhere");
            (home.place, home.with.into_iter().map(|who| who.called).collect::<Vec<_>>())
        };
        let maureens = (Some("Maureen's".to_owned()), vec!["Maureen".to_owned()]);
        assert_eq!(found(compose(&facts)), maureens);
        facts.as_of = date(2026, 2, 1);
        assert_eq!(compose(&facts).child.home, None, "nobody knows where she was before");
    }

    #[test]
    fn a_child_whom_nobody_has_named_is_called_by_her_number() {
        let mut facts = kayleighs();
        facts.people.known.remove(&KAYLEIGH);
        facts.people.number = Some("300412".into());
        let page = compose(&facts);
        assert_eq!(
            (page.child.name.as_str(), page.child.called.as_str()),
            ("Child 300412", "Child 300412")
        );
    }

    #[test]
    fn the_newest_tonight_stands_in_whatever_order_it_was_read() {
        let mut facts = kayleighs();
        let tonight = |n: u128, line: &str| Card {
            root: EntryId(Uuid::from_u128(n)),
            id: EntryId(Uuid::from_u128(n)),
            at: Timestamp::UNIX_EPOCH,
            recorded_at: Timestamp::from_second(i64::try_from(n).expect("small"))
                .expect("a moment"),
            voice: None,
            how: None,
            beside: vec![],
            payload: Payload::from(crate::tonight::Tonight {
                child: KAYLEIGH,
                lines: vec![line.into()],
            }),
        };
        facts.cards = vec![tonight(1, "Inhaler."), tonight(3, "Blue inhaler."), tonight(2, "Ask.")];
        for _ in 0..3 {
            facts.cards.rotate_left(1);
            assert_eq!(compose(&facts).tonight, ["Blue inhaler."]);
        }
    }
}
