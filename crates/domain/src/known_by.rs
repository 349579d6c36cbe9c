//! What a person is known by elsewhere: numbers that other systems use.

use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// One number of a person. A number that fails its check is kept and marked, because it is what
/// the other system has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownBy {
    /// Whose.
    pub person: PersonId,
    /// Which kind of number.
    pub scheme: Scheme,
    /// The number, as it was written.
    pub value: String,
    /// False where its check letter or digit does not hold.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub checks: bool,
}

const fn yes() -> bool {
    true
}

/// Which kind of number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// The authority's own number for a child, as its returns carry it (N00097).
    LaChildId,
    /// Unique pupil number (N00001).
    Upn,
    /// An earlier unique pupil number (N00002).
    FormerUpn,
    /// NHS number.
    Nhs,
}

impl Scheme {
    /// The word a store keeps.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LaChildId => "la_child_id",
            Self::Upn => "upn",
            Self::FormerUpn => "former_upn",
            Self::Nhs => "nhs",
        }
    }
}
