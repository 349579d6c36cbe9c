//! Something small that somebody will do soon. A step that was agreed together is a map item; a
//! `next_step` is what somebody owes beside the map, such as ringing back, and stands in My work.

use crate::id::{EntryId, PersonId};
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// Something that somebody owes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextStep {
    /// What: "Ring Sean back about Saturdays".
    pub text: String,
    /// Who, and by when.
    #[serde(default, skip_serializing_if = "Doing::is_blank")]
    pub doing: Doing,
    /// What it came from and is read for: roots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<EntryId>,
}

/// Who does it, by when, and whether it is done. One owner and one date; both may still be blank.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doing {
    /// Who.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// By which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// At which time of that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Time>,
    /// A second line: "Colin leads, six writing".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more: Option<String>,
    /// The day it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Date>,
}

impl Doing {
    /// Nothing is known of it.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}
