//! Something important that a child said, written down at once and in the child's exact words
//! (handbook 3.4). For the child's workers and their manager; never for parents, whatever else of
//! the sitting is shared.

use crate::id::{EntryId, PersonId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Most characters of whom somebody rang, and when.
pub const RANG_MAX: usize = 1_000;

/// What was said, and what was round it. Version 2 knows that a worker may not be sure of danger.
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
    /// Whether the child was in danger then; none where the worker was not sure.
    #[serde(deserialize_with = "Option::deserialize")]
    pub danger_now: Option<bool>,
    /// Whom the worker rang, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rang: Option<String>,
    /// When it was written down, by the tablet.
    pub at: Timestamp,
}
