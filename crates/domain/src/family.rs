//! A family: the group that practice works with, which is whoever the child and parents say it
//! is.

use serde::{Deserialize, Serialize};

/// A family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// What the work calls it, in a line: "Idris: a broken arm nobody can explain, and a plan to
    /// go home".
    pub title: String,
    /// What somebody wrote about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
