//! People who live together. Who they are stands in `household_member`, with dates; a child may
//! live in two.

use serde::{Deserialize, Serialize};

/// A household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Household {
    /// What the family calls it, mostly its street: "14 Orchard Row", "Nan's".
    pub name: String,
    /// Where it is is told to nobody: neither name nor address is drawn or printed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sealed: bool,
    /// What somebody wrote about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
