//! A map as it was talked through on one day: who was in the room, who agrees, how far it is
//! (A2). What stands on it are the map items, statements, goals and scales themselves.

use crate::id::PersonId;
use crate::word::words;
use serde::{Deserialize, Serialize};

/// A map as it was talked through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Which version, from 1.
    pub version: u16,
    /// How far it is.
    pub state: State,
    /// Who was there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub in_the_room: Vec<Present>,
    /// Who agreed when it was read back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreed_by: Vec<PersonId>,
    /// Words that were made plain, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plain_words: Vec<PlainWord>,
}

/// Somebody who was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Present {
    /// Who.
    pub person: PersonId,
    /// How, where not in the room: "by phone".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
}

/// A word that was made plain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlainWord {
    /// What stood there.
    pub had: String,
    /// What stands there now.
    pub now: String,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

words! {
    /// How far a map is.
    State {
        /// Being written.
        Draft "draft",
        /// The family has it.
        Shared "shared",
        /// The one that counts.
        Current "current",
        /// A newer one took its place.
        Superseded "superseded",
    }
}
