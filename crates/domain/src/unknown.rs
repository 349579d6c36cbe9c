//! Something nobody knows yet (A1): a question with somebody who finds out. When it is known, a
//! replacement says since when and what.

use crate::id::{EntryId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Something nobody knows yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unknown {
    /// The question.
    pub question: String,
    /// In short, for the front page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// Open since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// Who finds out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who_finds_out: Option<PersonId>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// What it came from: a root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_from: Option<EntryId>,
    /// The answer, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Found>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// Known since.
    pub on: Date,
    /// What.
    pub answer: String,
    /// Where it stands: a root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryId>,
}
