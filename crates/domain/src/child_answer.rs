//! "You said, we did" (B4): what the child was told came of their words, and if nothing changed,
//! why. When the child was told is when the entry happened.

use crate::id::{EntryId, PersonId};
use serde::{Deserialize, Serialize};

/// The longest answer, in characters.
pub const ANSWER_MAX: usize = 4_000;

/// What the child was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChildAnswer {
    /// The child.
    pub child: PersonId,
    /// The root of the sitting it answers.
    pub to: EntryId,
    /// The words, as the child was told them.
    pub words: String,
    /// Why nothing changed; none: something did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nothing_changed: Option<String>,
}
