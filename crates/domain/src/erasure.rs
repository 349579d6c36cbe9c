//! Lawful erasure: the tombstone that says who, when and under which power. It holds nothing of
//! what went.

use crate::id::AccountId;
use serde::{Deserialize, Serialize};

/// The payload of the entry this replaces was erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erasure {
    /// The kind of what was erased.
    pub of: crate::kind::Kind,
    /// The power under which, in words.
    pub power: String,
    /// The two people who decided it.
    pub decided_by: [AccountId; 2],
}
