//! How words came to be in the record, and the words before they were translated.

use serde::Deserialize;

/// How close an entry is to what was said or seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Mode {
    /// Letter for letter, a child's spelling kept.
    Verbatim,
    /// Written down close to what was said.
    CloseNote,
    /// Seen by the person who wrote it.
    Observed,
    /// Told on by somebody else.
    Reported,
    /// Taken from a document.
    Document,
    /// What a worker makes of it.
    Judgement,
}

/// The words before translation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Original {
    /// The language's English name.
    pub language: String,
    /// The words, in that language; for a signed language where the film is kept.
    pub text: String,
}
