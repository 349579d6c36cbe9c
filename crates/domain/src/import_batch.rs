//! One filing of a file from elsewhere: what it was, and what came of it.

use crate::entry::Digest;
use serde::{Deserialize, Serialize};

/// An import, as it stands. Its first entry opens it, a replacement says that it was filed or
/// undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportBatch {
    /// What kind of file.
    pub format: Format,
    /// Collection year of a census.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    /// The authority's code in the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority_in_file: Option<u16>,
    /// SHA-256 of the file's bytes.
    pub file_digest: Digest,
    /// How far it is.
    pub state: State,
    /// Counts, once filed.
    #[serde(default)]
    pub counts: Counts,
}

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Children in need census, XML.
    CinCensus,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Children are being filed one after another.
    Filing,
    /// All are.
    Filed,
    /// It was taken back.
    Undone,
}

impl State {
    /// The word a store keeps.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Filing => "filing",
            Self::Filed => "filed",
            Self::Undone => "undone",
        }
    }
}

/// What an import did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Counts {
    /// Children in the file.
    pub children: u64,
    /// Of these, not known before.
    pub new: u64,
    /// Known, and something was different.
    pub changed: u64,
    /// Known, and nothing was.
    pub same: u64,
    /// Entries written.
    pub entries: u64,
    /// Elements and children refused.
    pub refused: u64,
}
