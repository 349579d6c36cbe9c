//! Taking an entry back. It takes the entry's place; both stay in the journal.

use crate::kind::Kind;
use serde::{Deserialize, Serialize};

/// The entry it replaces is no longer held to be so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// The kind of what is withdrawn, so that its view can let it go.
    pub of: Kind,
    /// Why.
    pub because: Because,
}

/// Why an entry was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// The import it came by was undone.
    ImportUndone,
    /// A newer file of the same origin no longer has it.
    GoneFromFile,
    /// Somebody says it was a mistake, and how.
    Mistake(String),
}
