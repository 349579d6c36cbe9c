//! Something that mattered in a child's life (A9, handbook 2.A.8): one line of the chronology,
//! chosen and not collected. Good days stand in it too. When it happened, as exactly as is known,
//! is the entry's `happened`.

use crate::id::EntryId;
use crate::word::words;
use serde::{Deserialize, Serialize};

/// One line of the chronology.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LifeEvent {
    /// What happened, in one line.
    pub what: String,
    /// In short, for a ruler.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// What kind of event.
    pub kind: EventKind,
    /// Why it matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// What it did to the child, as the child lived it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<String>,
    /// Where it is written out: a root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_in: Option<EntryId>,
}

words! {
    /// What kind of event.
    EventKind {
        /// Something good.
        Good "good",
        /// Harm.
        Harm "harm",
        /// A move.
        Move "move",
        /// Health.
        Health "health",
        /// School.
        School "school",
        /// A service began, changed or ended.
        Service "service",
        /// Something in the family.
        Family "family",
    }
}
