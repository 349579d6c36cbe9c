//! The numbers a person is known by: the council's own, the school system's, the health
//! service's.
//!
//! A number is read once, at the edge, and trusted from there. What arrives from another system
//! is kept as it came: a UPN that fails its check is a [`RecordedUpn::Marked`], never a lost one,
//! for a wrong number on a file is still what the school wrote. Which person holds a number, and
//! since when, is the record's business; nothing here looks anything up.

mod nhs;
mod upn;

use serde::{Deserialize, Serialize};
use std::fmt;

pub use nhs::{NhsNumber, NhsNumberFault};
pub use upn::{RecordedUpn, Upn, UpnFault};

/// Longest council number that is kept, in characters; the census allows twenty.
const LA_CHILD_ID_CHARS_MAX: usize = 64;
const CENSUS_LA_CHILD_ID_CHARS_MAX: usize = 20;

/// The council's own number for a child, as its case system wrote it: any text on one line,
/// without blanks around it. Letters keep their case, for some systems tell `a1` from `A1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LaChildId(String);

/// Why a text is no council number, or none that the census takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LaChildIdFault {
    /// Nothing but blanks.
    #[error("no number is given")]
    Missing,
    /// Longer than the rule in question allows.
    #[error("{chars} characters, where at most {most} are allowed")]
    TooLong {
        /// Characters found.
        chars: usize,
        /// Characters allowed.
        most: usize,
    },
    /// A line break or another control character (kept numbers), or anything but letters and
    /// digits (census rules 1570 and 1580).
    #[error("the character {found:?} cannot stand in the number")]
    Character {
        /// The first such character.
        found: char,
    },
}

impl LaChildId {
    /// Reads a council number leniently: what another system uses is kept, if it fits on one
    /// line.
    pub fn parse(text: &str) -> Result<Self, LaChildIdFault> {
        let text = text.trim();
        let chars = text.chars().count();
        if text.is_empty() {
            return Err(LaChildIdFault::Missing);
        }
        if chars > LA_CHILD_ID_CHARS_MAX {
            return Err(LaChildIdFault::TooLong { chars, most: LA_CHILD_ID_CHARS_MAX });
        }
        match text.chars().find(|c| c.is_control()) {
            Some(found) => Err(LaChildIdFault::Character { found }),
            None => Ok(Self(text.to_owned())),
        }
    }

    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the CIN census would say against this number: at most twenty characters, letters and
    /// digits only (rules 1570 and 1580).
    pub fn census_fault(&self) -> Option<LaChildIdFault> {
        let chars = self.0.chars().count();
        if chars > CENSUS_LA_CHILD_ID_CHARS_MAX {
            return Some(LaChildIdFault::TooLong { chars, most: CENSUS_LA_CHILD_ID_CHARS_MAX });
        }
        let found = self.0.chars().find(|c| !c.is_ascii_alphanumeric())?;
        Some(LaChildIdFault::Character { found })
    }
}

impl fmt::Display for LaChildId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for LaChildId {
    type Error = LaChildIdFault;
    fn try_from(text: String) -> Result<Self, LaChildIdFault> {
        Self::parse(&text)
    }
}

impl From<LaChildId> for String {
    fn from(id: LaChildId) -> Self {
        id.0
    }
}

/// A number a person is known by, and whose number it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Identifier {
    /// The council's number for a child.
    LaChildId(LaChildId),
    /// The number a school knows a pupil by.
    Upn(RecordedUpn),
    /// A UPN the pupil no longer has.
    FormerUpn(RecordedUpn),
    /// The number the health service knows a patient by.
    NhsNumber(NhsNumber),
    /// A number of some other system: a court's, a housing office's, an older case system's.
    Local {
        /// Whose number it is, in that system's own word.
        scheme: String,
        /// The number, as that system writes it.
        value: String,
    },
}

impl Identifier {
    /// The one text this number is stored and looked up by: no blanks, no grouping.
    pub fn key(&self) -> String {
        match self {
            Self::LaChildId(id) => id.0.clone(),
            Self::Upn(upn) | Self::FormerUpn(upn) => upn.as_str().to_owned(),
            Self::NhsNumber(number) => number.digits(),
            Self::Local { value, .. } => value.clone(),
        }
    }

    /// What a person typing this text into the search box may have meant, likeliest first; empty
    /// where it reads like a name. A text with a sound check letter or digit is also offered as a
    /// council's number, because councils number as they like.
    pub fn guess(text: &str) -> Vec<Self> {
        let text = text.trim();
        let mut meant = Vec::new();
        if !text.chars().any(|c| c.is_ascii_digit()) {
            return meant;
        }
        if let Ok(number) = NhsNumber::parse(text) {
            meant.push(Self::NhsNumber(number));
        }
        if upn::has_shape(text) {
            let upn = RecordedUpn::read(text);
            meant.extend([Self::Upn(upn.clone()), Self::FormerUpn(upn)]);
        }
        if let Ok(id) = LaChildId::parse(text)
            && !text.contains(char::is_whitespace)
        {
            meant.push(Self::LaChildId(id));
        }
        meant
    }
}

#[cfg(test)]
mod tests;
