//! A danger statement (A2, handbook 1.2): who is worried, about what, what could happen to the
//! child, when it is most likely, and what the family says. At lower thresholds the same shape is
//! a worry statement.
//!
//! Every part may stay empty: an empty part is a question on the page and stops nothing.

use crate::id::PersonId;
use crate::text::count_words;
use crate::word::words;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Up to here a statement is easy to hold; past it the page says how many words there are.
pub const WORDS_EASY: usize = 60;
/// Past this, printing refuses.
pub const WORDS_MAX: usize = 90;

/// A danger or worry statement. The day these words were written is the entry's `happened`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DangerStatement {
    /// Danger, or worry at a lower threshold.
    pub kind: Level,
    /// Who is worried.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub who_worries: Vec<PersonId>,
    /// Who else is worried, in words: whoever the record does not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub others_worry: Option<String>,
    /// Who did what, or did not do it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened: Option<String>,
    /// What could happen to the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub could_happen: Option<String>,
    /// When it is most likely.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when_likely: Option<String>,
    /// What the family says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family_says: Option<String>,
    /// The whole, as it is read aloud.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The words of the whole in which the family disagrees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disagreement: Option<String>,
    /// Who disagrees.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disagreed_by: Vec<PersonId>,
    /// The day of its first wording, where that is older than the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun_on: Option<Date>,
}

words! {
    /// How heavy a statement is.
    Level {
        /// The child is in danger.
        Danger "danger",
        /// People worry, below protection and care.
        Worry "worry",
    }

    /// The five parts.
    Part {
        /// Who is worried.
        WhoWorries "who_worries",
        /// Who did what.
        Happened "happened",
        /// What could happen.
        CouldHappen "could_happen",
        /// When it is most likely.
        WhenLikely "when_likely",
        /// What the family says.
        FamilySays "family_says",
    }
}

/// How a statement's length serves its readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Up to 60 words.
    Easy,
    /// Up to 90: a note says how many.
    Long,
    /// More: printing refuses.
    TooLongToPrint,
}

impl DangerStatement {
    /// How many words the whole has.
    pub fn words(&self) -> usize {
        count_words(&self.text)
    }
    /// How its length serves its readers.
    pub fn length(&self) -> Length {
        match self.words() {
            words if words <= WORDS_EASY => Length::Easy,
            words if words <= WORDS_MAX => Length::Long,
            _ => Length::TooLongToPrint,
        }
    }
    /// Where in the whole the family disagrees, in bytes; nothing once the words were changed.
    pub fn disagreement_span(&self) -> Option<Range<usize>> {
        let words = self.disagreement.as_deref().filter(|words| !words.is_empty())?;
        self.text.find(words).map(|at| at..at + words.len())
    }
    /// The parts that are still empty.
    pub fn empty_parts(&self) -> Vec<Part> {
        let blank = |words: &Option<String>| words.as_deref().is_none_or(|w| w.trim().is_empty());
        let empty = |part: &Part| match part {
            Part::WhoWorries => self.who_worries.is_empty() && blank(&self.others_worry),
            Part::Happened => blank(&self.happened),
            Part::CouldHappen => blank(&self.could_happen),
            Part::WhenLikely => blank(&self.when_likely),
            Part::FamilySays => blank(&self.family_says),
        };
        Part::ALL.iter().copied().filter(empty).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statement(text: &str) -> DangerStatement {
        DangerStatement {
            kind: Level::Danger,
            who_worries: vec![],
            happened: Some("Someone pulled or twisted his arm.".into()),
            could_happen: Some("  ".into()),
            when_likely: None,
            family_says: Some("Not on purpose.".into()),
            text: text.into(),
            disagreement: None,
            disagreed_by: vec![],
            others_worry: None,
            begun_on: None,
        }
    }

    #[test]
    fn sixty_words_are_easy_ninety_are_long_and_more_are_not_printed() {
        let of = |words: usize| statement(&"word ".repeat(words)).length();
        assert_eq!((of(0), of(60)), (Length::Easy, Length::Easy));
        assert_eq!((of(61), of(90)), (Length::Long, Length::Long));
        assert_eq!(of(91), Length::TooLongToPrint);
    }

    #[test]
    fn the_family_s_own_sentence_is_found_until_the_words_change() {
        let mut idris = statement("Nobody can say. Leah does not agree.");
        assert_eq!(idris.disagreement_span(), None);
        idris.disagreement = Some("Leah does not agree.".into());
        let span = idris.disagreement_span().expect("it stands there");
        assert_eq!(&idris.text[span], "Leah does not agree.");
        idris.text = "Nobody can say. Leah and Karim do not agree.".into();
        assert_eq!(idris.disagreement_span(), None);
    }

    #[test]
    fn empty_parts_are_named_in_their_order() {
        let empty = statement("").empty_parts();
        assert_eq!(empty, [Part::WhoWorries, Part::CouldHappen, Part::WhenLikely]);
    }
}
