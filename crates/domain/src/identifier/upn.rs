//! The unique pupil number: a check letter, eleven digits, and a last place that is a digit, or a
//! letter while the number is temporary.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The twenty-three letters a check letter may be; I, O and S are left out so as not to be read
/// as digits (Department for Education, guide to unique pupil numbers).
const CHECK_LETTERS: &str = "ABCDEFGHJKLMNPQRTUVWXYZ";
const PLACES: usize = 13;

/// A unique pupil number whose check letter holds: thirteen capitals and digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Upn(String);

/// Why a text is no unique pupil number. Places are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UpnFault {
    /// Not thirteen characters.
    #[error("{chars} characters, where a pupil number has 13")]
    Length {
        /// Characters found.
        chars: usize,
    },
    /// A place that must hold a digit (or, in place 13, a letter of the check alphabet) does not.
    #[error("{found:?} cannot stand in place {place}")]
    Place {
        /// 2 to 13.
        place: usize,
        /// What stands there.
        found: char,
    },
    /// The first letter does not follow from the rest.
    #[error("the first letter is {found:?}, but the rest asks for {expected:?}")]
    CheckLetter {
        /// What stands there.
        found: char,
        /// What would be right.
        expected: char,
    },
}

impl Upn {
    /// Reads a pupil number as typed or imported, in either case, blanks around it ignored.
    pub fn parse(text: &str) -> Result<Self, UpnFault> {
        let text = text.trim().to_ascii_uppercase();
        let chars = text.chars().count();
        if chars != PLACES {
            return Err(UpnFault::Length { chars });
        }
        let expected = check_letter(&text)?;
        match text.chars().next() {
            Some(found) if found != expected => Err(UpnFault::CheckLetter { found, expected }),
            _ => Ok(Self(text)),
        }
    }

    /// The thirteen characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a school gave the number until it hears the pupil's own: place 13 is a letter.
    pub fn is_temporary(&self) -> bool {
        self.0.ends_with(|c: char| c.is_ascii_alphabetic())
    }
}

/// The letter that places 2 to 13, weighted 2 to 13 and taken modulo 23, ask for in place 1. A
/// letter in place 13 counts as its place in the check alphabet, from 0.
fn check_letter(upn: &str) -> Result<char, UpnFault> {
    let mut sum = 0;
    for (place, found) in (1..).zip(upn.chars()).skip(1) {
        let value = match found.to_digit(10) {
            Some(digit) => Some(digit as usize),
            None if place == PLACES => CHECK_LETTERS.find(found),
            None => None,
        };
        sum += value.ok_or(UpnFault::Place { place, found })? * place;
    }
    let letter = CHECK_LETTERS.chars().nth(sum % CHECK_LETTERS.len());
    letter.ok_or(UpnFault::Length { chars: upn.chars().count() })
}

/// Whether the text is laid out as a pupil number, whatever its check letter.
pub(super) fn has_shape(text: &str) -> bool {
    matches!(Upn::parse(text), Ok(_) | Err(UpnFault::CheckLetter { .. }))
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
}

impl fmt::Display for Upn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Upn {
    type Error = UpnFault;
    fn try_from(text: String) -> Result<Self, UpnFault> {
        Self::parse(&text)
    }
}

impl From<Upn> for String {
    fn from(upn: Upn) -> Self {
        upn.0
    }
}

/// A pupil number as it stands on a file: sound, or kept as it came and marked with what is
/// wrong. Stored as its text alone; the mark is worked out anew on reading, so a mended rule
/// mends it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum RecordedUpn {
    /// The check letter holds.
    Sound(Upn),
    /// It does not hold, or the text is no pupil number at all; the text as it came.
    Marked(String),
}

impl RecordedUpn {
    /// Takes any text.
    pub fn read(text: &str) -> Self {
        Upn::parse(text).map_or_else(|_| Self::Marked(text.trim().to_owned()), Self::Sound)
    }

    /// The text on the file.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Sound(upn) => upn.as_str(),
            Self::Marked(text) => text,
        }
    }

    /// What is wrong with a marked number.
    pub fn fault(&self) -> Option<UpnFault> {
        match self {
            Self::Sound(_) => None,
            Self::Marked(text) => Upn::parse(text).err(),
        }
    }
}

impl From<String> for RecordedUpn {
    fn from(text: String) -> Self {
        Self::read(&text)
    }
}

impl From<RecordedUpn> for String {
    fn from(upn: RecordedUpn) -> Self {
        match upn {
            RecordedUpn::Sound(upn) => upn.into(),
            RecordedUpn::Marked(text) => text,
        }
    }
}
