//! A bottom line of a plan (A4, handbook 1.2): what the council will not go below. It says what;
//! the family designs how. Few, each with a reason, who set it, and when it is looked at again.

use crate::id::{EntryId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One bottom line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BottomLine {
    /// The root of the plan.
    pub plan: EntryId,
    /// The words.
    pub text: String,
    /// The words in short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// How many people it needs, where it counts people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed: Option<u8>,
    /// Who counts towards it so far.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub so_far: Vec<PersonId>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Who set it.
    pub set_by: PersonId,
    /// When it is looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<Date>,
}

impl BottomLine {
    /// How many people are still missing; nothing where it counts no people.
    pub fn still_missing(&self) -> Option<usize> {
        self.needed.map(|needed| usize::from(needed).saturating_sub(self.so_far.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn four_are_needed_and_three_know_so_one_is_missing() {
        let mut line = BottomLine {
            plan: EntryId(Uuid::nil()),
            text: "Four or more network members who have read the danger statement".into(),
            short: None,
            needed: Some(4),
            so_far: (1..=3).map(|n| PersonId(Uuid::from_u128(n))).collect(),
            why: None,
            set_by: PersonId(Uuid::nil()),
            review_on: None,
        };
        assert_eq!(line.still_missing(), Some(1));
        line.needed = Some(2);
        assert_eq!(line.still_missing(), Some(0));
        line.needed = None;
        assert_eq!(line.still_missing(), None);
    }
}
