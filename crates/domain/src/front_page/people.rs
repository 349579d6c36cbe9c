//! The people a page names: what they are called now, and how they are reached.
//!
//! People have several names and change them. Which one is current does not depend on the order in which
//! the names were written down: rivals are ranked.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::card::Rank;
use crate::id::{PersonId, TeamId};
use crate::name::{Name, Usage};
use crate::person::{Person, Phone, Sex};

/// Words that stand before a name and are said with it: "Dr Hale", "Baby Pryce".
const TITLES: [&str; 18] = [
    "Baby",
    "Cllr",
    "DC",
    "DS",
    "Dr",
    "Judge",
    "Miss",
    "Mr",
    "Mrs",
    "Ms",
    "Mx",
    "Nurse",
    "PC",
    "PCSO",
    "Prof",
    "Professor",
    "Rev",
    "Sister",
];

/// Everybody a page names.
#[derive(Debug, Clone, Default)]
pub struct People {
    /// Who, by id.
    pub known: BTreeMap<PersonId, Known>,
    /// Duty desks that are rung.
    pub desks: Vec<Desk>,
    /// The council's own number for the child, for one whom nobody has named yet.
    pub number: Option<String>,
}

/// One person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// What is known of them in themselves.
    pub person: Person,
    /// Every name they have.
    pub names: Vec<Ranked>,
}

/// A name with what ranks it among others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// The name.
    pub name: Name,
    /// Its rank.
    pub rank: Rank,
}

/// The desk of a team that answers for its children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Which team.
    pub team: TeamId,
    /// Its duty phone.
    pub phone: Option<Phone>,
}

impl People {
    /// This person; nothing is known of somebody who is not there.
    pub fn find(&self, who: PersonId) -> Option<&Known> {
        self.known.get(&who)
    }
    /// As recorded.
    pub fn sex_of(&self, who: PersonId) -> Sex {
        self.find(who).and_then(|known| known.person.sex).unwrap_or(Sex::NotKnown)
    }
    /// Where they can be rung.
    pub fn phone_of(&self, who: PersonId) -> Option<&Phone> {
        self.find(who).and_then(|known| known.person.phone.as_ref())
    }
    /// The desk of this team.
    pub fn desk_of(&self, team: TeamId) -> Option<&Desk> {
        self.desks.iter().find(|desk| desk.team == team)
    }
}

impl Known {
    /// The name that holds on this day: the one on letters before the one on the birth certificate, the
    /// newest before older ones.
    pub fn name(&self, on: Date) -> Option<&Name> {
        let usage = |name: &Name| match name.usage {
            Usage::Usual => 2,
            Usage::Birth => 1,
            Usage::Other => 0,
        };
        let holds = |name: &Name| {
            name.from.is_none_or(|from| from <= on) && name.until.is_none_or(|until| on <= until)
        };
        let newest = |one: &&Ranked| (holds(&one.name), usage(&one.name), one.name.from, one.rank);
        self.names.iter().max_by_key(newest).map(|one| &one.name)
    }
}

/// How somebody of this name is called for short: "Denise", "Dr Hale".
pub fn short_of(full: &str) -> &str {
    let first = full.split_whitespace().next().unwrap_or_default();
    if TITLES.contains(&first.trim_end_matches('.')) { full } else { first }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::EntryId;
    use jiff::{Timestamp, civil::date};
    use uuid::Uuid;

    fn ranked(full: &str, usage: Usage, until: Option<Date>, second: i64) -> Ranked {
        let at = Timestamp::from_second(second).expect("a moment");
        let person = PersonId(Uuid::nil());
        let name = Name { person, full: full.into(), known_as: None, usage, from: None, until };
        Ranked { name, rank: (at, at, EntryId(Uuid::nil())) }
    }

    #[test]
    fn the_newest_name_on_letters_is_current_in_whatever_order_names_came() {
        let mut names = vec![
            ranked("Kayleigh Ann Dunn", Usage::Birth, None, 9),
            ranked("Kayleigh Dunn", Usage::Usual, Some(date(2024, 3, 1)), 2),
            ranked("Kayleigh Marsh", Usage::Usual, None, 1),
            ranked("Kaylee Dunn", Usage::Other, None, 12),
        ];
        for _ in 0..names.len() {
            names.rotate_left(1);
            let known = Known { person: Person::default(), names: names.clone() };
            let on = |day| known.name(day).map(|name| name.full.as_str());
            assert_eq!(on(date(2026, 11, 24)), Some("Kayleigh Marsh"));
            assert_eq!(on(date(2024, 3, 1)), Some("Kayleigh Dunn"), "the last day it held");
        }
    }

    #[test]
    fn a_doctor_is_called_by_her_whole_name_and_nan_by_her_first() {
        assert_eq!(short_of("Dr Hale"), "Dr Hale");
        assert_eq!(short_of("Denise Mahoney"), "Denise");
        assert_eq!(short_of("Baby Pryce"), "Baby Pryce");
        assert_eq!(short_of("PC 4471 Lund"), "PC 4471 Lund");
        assert_eq!(short_of(""), "");
    }
}
