//! What a person is called, and by whom. People have several names, and change them.

use crate::id::PersonId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One name of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// Whose.
    pub person: PersonId,
    /// The whole of it, as it is written.
    pub full: String,
    /// What people call them: "Nan", "Kayleigh".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_as: Option<String>,
    /// Which name this is.
    #[serde(default)]
    pub usage: Usage,
    /// From, where it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Until, where it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Which name this is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Usage {
    /// The one on letters.
    #[default]
    Usual,
    /// On the birth certificate.
    Birth,
    /// An earlier one, or another spelling.
    Other,
}

impl Usage {
    /// The word a store keeps.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Birth => "birth",
            Self::Other => "other",
        }
    }
    /// Back from that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Usual, Self::Birth, Self::Other].into_iter().find(|usage| usage.as_str() == word)
    }
}
