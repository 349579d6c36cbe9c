//! Why a file is not taken, said beside the field it was chosen in.

use std::borrow::Cow;

use super::grouped;
use crate::say;

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTaken<'a> {
    /// None was chosen.
    NoFile,
    /// It broke off on its way.
    CutShort,
    /// It is larger than this many megabytes.
    TooLarge(u64),
    /// So many files wait already.
    TooMany(usize),
    /// It cannot be read, and in which line that showed.
    Unreadable {
        /// The line, from 1.
        line: u64,
        /// What was met there.
        says: &'a str,
    },
    /// What it names as its authority, which is none.
    NoAuthority(&'a str),
}

impl NotTaken<'_> {
    /// In words, with what to do.
    pub fn says(self) -> Cow<'static, str> {
        match self {
            Self::NoFile => say!("import-no-file"),
            Self::CutShort => say!("import-cut-short"),
            Self::TooLarge(most) => say!("import-too-large", most = most),
            Self::TooMany(waiting) => say!("import-too-many", n = waiting),
            Self::Unreadable { line, says } => {
                say!("import-unreadable", line = grouped(line), says = says)
            }
            Self::NoAuthority(says) => say!("import-no-authority", says = says),
        }
    }
}
