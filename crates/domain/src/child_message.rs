//! What the child wants people to know, or who knows the child says it for them (A1). Whose words
//! they are is the entry's `said_by`.

use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// What the child wants people to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChildMessage {
    /// The child.
    pub child: PersonId,
    /// The words, the child's spelling kept.
    pub text: String,
}
