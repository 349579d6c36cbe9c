//! Something important that a child said, written down at once and in the child's exact words
//! (handbook 3.4). For the child's workers and their manager; never for parents, whatever else of
//! the sitting is shared.

use crate::id::{EntryId, PersonId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What was said, and what was round it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportantSaid {
    /// The child.
    pub child: PersonId,
    /// The root of the sitting.
    pub session: EntryId,
    /// The exact words, slang and all.
    pub words: String,
    /// What was asked right before.
    pub before: String,
    /// Who was near.
    pub who_near: String,
    /// What was seen, and not what it may mean.
    pub seen: String,
    /// The child is in danger now.
    pub danger_now: bool,
    /// Whom the worker rang, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rang: Option<String>,
    /// When it was written down, by the tablet.
    pub at: Timestamp,
}
