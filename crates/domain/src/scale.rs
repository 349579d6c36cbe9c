//! A scale from 0 to 10 whose two ends are written for this child and this danger (A2, handbook
//! 2.A.3).
//!
//! Everybody gives their own number (`rating`); the numbers stay apart and are never averaged.

use crate::bounded::bounded;
use crate::id::EntryId;
use crate::person::Born;
use crate::word::words;
use jiff::{ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

/// From this age a child is asked for a number.
pub const ASKED_FROM_AGE: i32 = 7;
/// Under this age a child is owed an everyday-care scale as well (handbook 1.2).
pub const EVERYDAY_CARE_UNDER_AGE: i32 = 2;

bounded! {
    /// A number on a scale.
    ScaleValue 0 to 10,
}

/// A scale with its two ends. Which children it is about is the entry's `about`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// What it asks.
    pub kind: ScaleKind,
    /// Its question: "How safe is it for Idris with Leah and Karim?"
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What 0 means here.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub anchor0: String,
    /// What 10 means here.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub anchor10: String,
    /// The danger it measures: the root of its statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub danger: Option<EntryId>,
}

words! {
    /// What a scale asks.
    ScaleKind {
        /// How safe is it from this danger?
        Danger "danger",
        /// How safe is it altogether?
        General "general",
        /// How is the daily care of a baby?
        EverydayCare "everyday_care",
        /// How sure are we of this plan?
        PlanConfidence "plan_confidence",
    }
}

impl Scale {
    /// Both ends are written.
    pub fn has_both_ends(&self) -> bool {
        ![&self.anchor0, &self.anchor10].iter().any(|end| end.trim().is_empty())
    }
}

/// Whether a child is owed an everyday-care scale: not born yet, or under two on this day.
pub fn owed_everyday_care(born: Option<Born>, on: Date) -> bool {
    match born {
        Some(Born::Due(_)) => true,
        Some(born) => !has_age(born.day(), EVERYDAY_CARE_UNDER_AGE, on),
        None => false,
    }
}

/// Whether a child is asked for a number of their own on this day.
pub fn old_enough_to_be_asked(born: Option<Born>, on: Date) -> bool {
    match born {
        None | Some(Born::Due(_)) => false,
        Some(born) => has_age(born.day(), ASKED_FROM_AGE, on),
    }
}

/// Whether somebody born on this day has had this birthday.
pub(crate) fn has_age(born: Date, years: i32, on: Date) -> bool {
    born.checked_add(years.years()).is_ok_and(|birthday| birthday <= on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_baby_and_an_unborn_child_are_owed_an_everyday_care_scale() {
        let idris = Some(Born::On(date(2026, 6, 14)));
        assert!(owed_everyday_care(idris, date(2028, 6, 13)));
        assert!(!owed_everyday_care(idris, date(2028, 6, 14)), "two today");
        assert!(owed_everyday_care(Some(Born::Due(date(2027, 2, 18))), date(2026, 11, 24)));
        assert!(!owed_everyday_care(None, date(2026, 11, 24)));
    }

    #[test]
    fn a_child_is_asked_from_the_seventh_birthday() {
        let tyler = Some(Born::On(date(2019, 2, 21)));
        assert!(!old_enough_to_be_asked(tyler, date(2026, 2, 20)));
        assert!(old_enough_to_be_asked(tyler, date(2026, 2, 21)));
        assert!(!old_enough_to_be_asked(Some(Born::Due(date(2027, 2, 18))), date(2040, 1, 1)));
    }

    #[test]
    fn eleven_is_on_no_scale() {
        assert_eq!(ScaleValue::new(10), Ok(ScaleValue::HIGHEST));
        assert!(ScaleValue::new(11).is_err());
        assert!(serde_json::from_str::<ScaleValue>("11").is_err());
        assert!(serde_json::from_str::<ScaleValue>("7.5").is_err());
        assert_eq!(serde_json::to_string(&ScaleValue::LOWEST).expect("a number"), "0");
    }
}
