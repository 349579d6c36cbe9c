//! A step of the way ahead (A4, handbook 1.1): what is tried next, by when, and how people will
//! know.

use crate::id::{EntryId, PersonId};
use crate::word::words;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One step of the way ahead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimelineStep {
    /// The root of the plan it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<EntryId>,
    /// What: "First night at home with Denise staying".
    pub step: String,
    /// In short, for the front page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// In a word or two, for a ruler.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// How people will know that it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how_we_know: Option<String>,
    /// How far it is.
    pub state: State,
}

words! {
    /// How far a step is.
    State {
        /// To come.
        Planned "planned",
        /// Done.
        Done "done",
    }
}
