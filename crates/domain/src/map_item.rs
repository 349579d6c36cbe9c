//! One thing on the map: a worry, something that works, something to do (A2, handbook 1.1).
//!
//! Whose words they are and how near is the entry's `said_by`; the day they were said is its
//! `happened`; the children it concerns are its `about`. The column follows from the kind and is
//! not kept.

use crate::id::EntryId;
use crate::next_step::Doing;
use crate::original::Original;
use crate::time::Happened;
use crate::word::words;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One thing on the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapItem {
    /// What kind of thing.
    pub kind: MapKind,
    /// The words.
    pub text: String,
    /// Its name in a short list: "the crying".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// When what it tells of took place, where that is not the day it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub took_place: Option<Happened>,
    /// The danger that safety was seen against: the root of its statement. Strength needs none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub danger: Option<EntryId>,
    /// The words before translation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<Original>,
    /// Not proven: kept apart until this day, then proven or removed (A11).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unproven_until: Option<Date>,
    /// For a step, who does it and by when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doing: Option<Doing>,
    /// No longer on the map, though it was true; still in the story.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub off_the_map: bool,
}

words! {
    /// What kind of thing stands on the map.
    MapKind {
        /// It happened and hurt the child.
        Harm "harm",
        /// It makes safety harder to build and is no harm itself.
        Complicating "complicating",
        /// Good, and has not by itself kept the child safe from this danger.
        Strength "strength",
        /// The danger was there and somebody did what kept the child safe.
        Safety "safety",
        /// Something small that somebody will do soon.
        Step "step",
        /// What somebody wants, in their own words.
        Wish "wish",
    }

    /// A column of the map.
    Column {
        /// What are we worried about.
        Worry "worry",
        /// What is working well.
        Well "well",
        /// What needs to happen.
        Next "next",
    }
}

impl MapKind {
    /// The column it stands in.
    pub const fn column(self) -> Column {
        match self {
            Self::Harm | Self::Complicating => Column::Worry,
            Self::Strength | Self::Safety => Column::Well,
            Self::Step | Self::Wish => Column::Next,
        }
    }
}

impl MapItem {
    /// What good practice would still ask of it; nothing here stops a save (handbook 1.1).
    pub fn asks(&self) -> Option<Ask> {
        match self.kind {
            MapKind::Safety if self.danger.is_none() => Some(Ask::AgainstWhichDanger),
            MapKind::Harm if self.took_place.is_none() => Some(Ask::WhenWasIt),
            MapKind::Step => match &self.doing {
                Some(Doing { owner: Some(_), by: Some(_), .. }) => None,
                _ => Some(Ask::WhoAndByWhen),
            },
            _ => None,
        }
    }
}

/// What good practice would ask of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Safety was seen against a danger; which?
    AgainstWhichDanger,
    /// When did the harm happen?
    WhenWasIt,
    /// A step has one owner and one date.
    WhoAndByWhen,
}

/// How many things stand in each column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Balance {
    /// Worries.
    pub worries: usize,
    /// What works.
    pub well: usize,
    /// What needs to happen.
    pub next: usize,
}

impl Balance {
    /// Counts what stands on a map.
    pub fn of(kinds: impl IntoIterator<Item = MapKind>) -> Self {
        let mut balance = Self::default();
        for kind in kinds {
            match kind.column() {
                Column::Worry => balance.worries += 1,
                Column::Well => balance.well += 1,
                Column::Next => balance.next += 1,
            }
        }
        balance
    }
    /// Fewer than half as many good things as worries: ask when it was even a little better.
    pub const fn asks_for_good_things(self) -> bool {
        self.well * 2 < self.worries
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(kind: MapKind) -> MapItem {
        MapItem {
            kind,
            text: String::from("Idris cried for up to four hours most evenings in September."),
            short: None,
            took_place: None,
            danger: None,
            original: None,
            unproven_until: None,
            doing: None,
            off_the_map: false,
        }
    }

    #[test]
    fn nine_worries_and_one_good_thing_ask_for_more_good_things() {
        let mut kinds = vec![MapKind::Harm; 9];
        kinds.push(MapKind::Safety);
        let balance = Balance::of(kinds);
        assert_eq!(balance, Balance { worries: 9, well: 1, next: 0 });
        assert!(balance.asks_for_good_things());
        let even = [MapKind::Harm, MapKind::Complicating, MapKind::Strength, MapKind::Wish];
        assert!(!Balance::of(even).asks_for_good_things(), "half as many are enough");
    }

    #[test]
    fn safety_without_a_danger_is_asked_about_and_strength_is_not() {
        assert_eq!(item(MapKind::Safety).asks(), Some(Ask::AgainstWhichDanger));
        assert_eq!(item(MapKind::Strength).asks(), None);
        assert_eq!(item(MapKind::Harm).asks(), Some(Ask::WhenWasIt));
    }

    #[test]
    fn a_step_has_one_owner_and_one_date() {
        let mut step = item(MapKind::Step);
        assert_eq!(step.asks(), Some(Ask::WhoAndByWhen));
        step.doing = Some(Doing {
            owner: Some(crate::id::PersonId(uuid::Uuid::nil())),
            by: Some(jiff::civil::date(2026, 10, 16)),
            ..Doing::default()
        });
        assert_eq!(step.asks(), None);
    }
}
