//! Who lives in a household, from when until when.

use crate::fuzzy_date::FuzzyDate;
use crate::id::{HouseholdId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One person's time in a household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HouseholdMember {
    /// Which household.
    pub household: HouseholdId,
    /// Who.
    pub person: PersonId,
    /// From; blank where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<FuzzyDate>,
    /// The last day, where it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<FuzzyDate>,
    /// Stays there part of the time: every other weekend, risky nights.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sometimes: bool,
}

impl HouseholdMember {
    /// Whether they live there on this day, as far as anybody knows.
    pub fn lives_there(&self, on: Date) -> bool {
        self.from.is_none_or(|from| from.has_come(on))
            && self.until.is_none_or(|until| on <= until.first_day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    #[test]
    fn somebody_who_moved_out_lives_there_until_that_day() {
        let idris = HouseholdMember {
            household: HouseholdId(Uuid::nil()),
            person: PersonId(Uuid::nil()),
            from: Some("2026-06".parse().expect("a month")),
            until: Some(date(2026, 10, 1).into()),
            sometimes: false,
        };
        assert!(!idris.lives_there(date(2026, 5, 31)));
        assert!(idris.lives_there(date(2026, 6, 1)) && idris.lives_there(date(2026, 10, 1)));
        assert!(!idris.lives_there(date(2026, 10, 2)));
    }
}
