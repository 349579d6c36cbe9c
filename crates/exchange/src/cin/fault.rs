//! What can be wrong with a census file, in words a data officer can act on.
//!
//! Two sizes of wrong: an [`Unreadable`] file is not taken at all; a [`Refused`] element is left
//! out and the rest stands. Both say the line, counted from 1 in the decoded file. The words say
//! what was met and what follows, and blame nobody.

use super::pull::Place;

/// Refusals kept with their words; those beyond are only counted.
pub const REFUSALS_KEPT_MAX: usize = 10_000;

/// How much of a value a sentence quotes, in characters.
const QUOTED_CHARS_MAX: usize = 40;

/// A file that cannot be taken, and where that showed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {says}")]
pub struct Unreadable {
    /// Line of the decoded file, from 1.
    pub line: u64,
    /// What was met, in one or two sentences.
    pub says: String,
}

impl Unreadable {
    pub(super) fn at(line: u64, says: impl Into<String>) -> Self {
        Self { line, says: says.into() }
    }
}

/// Why reading stopped before the end.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Stopped<E> {
    /// The file cannot be taken.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// Whoever was being handed the children asked to stop, for this reason.
    #[error("{0}")]
    Caller(E),
}

/// One element that was left out of what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Line of the decoded file where the element begins, from 1.
    pub line: u64,
    /// Its name, as the census has it.
    pub element: &'static str,
    /// What was met and what follows, in one or two sentences.
    pub says: String,
}

/// The refusals of one file.
#[derive(Debug, Default)]
pub(super) struct Faults {
    pub kept: Vec<Refused>,
    pub count: u64,
}

impl Faults {
    /// The words are made only when they will be kept.
    pub fn refuse(&mut self, at: Place, says: impl FnOnce() -> String) {
        self.count += 1;
        if self.kept.len() < REFUSALS_KEPT_MAX {
            self.kept.push(Refused { line: at.line, element: at.name, says: says() });
        }
    }
}

/// A value between quotation marks, cut short where it is long.
pub(super) fn quoted(value: &str) -> String {
    let mut quoted = String::from("“");
    for (place, letter) in value.chars().enumerate() {
        if place == QUOTED_CHARS_MAX {
            quoted.push('…');
            break;
        }
        quoted.push(if letter.is_control() { ' ' } else { letter });
    }
    quoted.push('”');
    quoted
}
