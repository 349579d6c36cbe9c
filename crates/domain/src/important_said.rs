//! Something important that a child said, written down at once and in the child's exact words
//! (handbook 3.4). For the child's workers and their manager; never for parents, whatever else of
//! the sitting is shared.

use crate::id::{EntryId, PersonId};
use crate::word::words;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What older tablets wrote where nobody had written anything yet; today's leave it blank.
const NOT_YET: &str = "Not yet";

/// What was said, and what was round it. Version 2 knows that a worker may not be sure of danger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportantSaid {
    /// The child.
    pub child: PersonId,
    /// The root of the sitting.
    pub session: EntryId,
    /// The exact words, slang and all.
    pub words: String,
    /// What was asked right before.
    pub before: String,
    /// Who was near.
    pub who_near: String,
    /// What was seen, and not what it may mean.
    pub seen: String,
    /// Whether the child was in danger then; none where the worker was not sure.
    #[serde(deserialize_with = "Option::deserialize")]
    pub danger_now: Option<bool>,
    /// Whom the worker rang, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rang: Option<String>,
    /// When it was written down, by the tablet.
    pub at: Timestamp,
}

words! {
    /// What a worker may leave open on the tablet, and write in the record.
    Line {
        /// When, where, and who was near.
        WhoNear "who_near",
        /// What was seen.
        Seen "seen",
        /// Who was rung, and when.
        Rang "rang",
    }
}

impl ImportantSaid {
    /// What was written on this line, where anything was.
    pub fn line(&self, line: Line) -> Option<&str> {
        written(match line {
            Line::WhoNear => &self.who_near,
            Line::Seen => &self.seen,
            Line::Rang => self.rang.as_deref().unwrap_or_default(),
        })
    }

    /// With these words on this line; all else stays letter for letter.
    #[must_use]
    pub fn with(mut self, line: Line, words: String) -> Self {
        match line {
            Line::WhoNear => self.who_near = words,
            Line::Seen => self.seen = words,
            Line::Rang => self.rang = Some(words),
        }
        self
    }

    /// What nobody has written yet.
    pub fn left_open(&self) -> Vec<Line> {
        Line::ALL.iter().copied().filter(|line| self.line(*line).is_none()).collect()
    }

    /// Whom the worker rang, and when, where somebody wrote it.
    pub fn rung(&self) -> Option<&str> {
        self.line(Line::Rang)
    }
}

/// What was written on a line, where anything was: on a tablet a line may be left for later.
pub fn written(line: &str) -> Option<&str> {
    let open = |line: &str| line.is_empty() || line.eq_ignore_ascii_case(NOT_YET);
    Some(line).filter(|line| !open(line.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_was_left_for_later_is_not_written() {
        for open in ["", "  ", "Not yet", " not yet\n", "NOT YET"] {
            assert_eq!(written(open), None, "{open:?}");
        }
        for line in ["Sam Okoro, ten past four", "Not yet sure: he looked at the door"] {
            assert_eq!(written(line), Some(line));
        }
    }
}
