//! Scales from 0 to 10, and who said which number on which day.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Id, Who};

/// A question with two ends in the family's own words.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Which scale.
    pub id: Id,
    /// What it asks.
    pub kind: ScaleKind,
    /// The question; missing in the short shape.
    pub title: Option<String>,
    /// Which children it is about; empty: all of the family. The short shape writes at most one,
    /// as `child`.
    #[serde(default, alias = "child", deserialize_with = "super::shape::one_or_many")]
    pub children: Vec<Who>,
    /// The danger it measures; everyday care has none.
    pub danger: Option<Id>,
    /// Nobody rates before; missing: from the danger's first words on.
    pub written_on: Option<Date>,
    /// What 10 means.
    pub anchor10: String,
    /// What 0 means.
    pub anchor0: String,
    /// What people said, oldest first.
    pub ratings: Vec<Rating>,
    /// Whose number is missed.
    #[serde(default)]
    pub not_asked: Vec<Who>,
}

/// What a scale asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum ScaleKind {
    /// How safe, against one danger.
    Danger,
    /// How things are on the whole.
    General,
    /// How everyday care is.
    EverydayCare,
}

/// What one person said on one day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "RatingRow")]
pub struct Rating {
    /// Who said it.
    pub by: Who,
    /// On which day.
    pub on: Date,
    /// What they said.
    pub answer: Answer,
    /// Why, in their words.
    pub why: String,
}

/// A number, stones, or neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// 0 to 10.
    Value(u8),
    /// They were asked and could not say.
    CannotSay,
    /// A young child's stones; never turned into a number.
    Stones {
        /// How many were laid.
        laid: u8,
        /// How many there were.
        of: u8,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RatingRow {
    by: Who,
    on: Date,
    value: Option<u8>,
    cannot_say: Option<bool>,
    stones: Option<u8>,
    of: Option<u8>,
    why: String,
}

impl TryFrom<RatingRow> for Rating {
    type Error = &'static str;

    fn try_from(row: RatingRow) -> Result<Self, Self::Error> {
        let answer = match (row.value, row.cannot_say, row.stones, row.of) {
            (Some(value @ 0..=10), None, None, None) => Answer::Value(value),
            (None, Some(true), None, None) => Answer::CannotSay,
            (None, None, Some(laid), Some(of)) if laid <= of => Answer::Stones { laid, of },
            _ => {
                return Err(
                    "a rating is a value 0 to 10, `cannot_say: true`, or stones of so many",
                );
            }
        };
        Ok(Self { by: row.by, on: row.on, answer, why: row.why })
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Rating};

    fn read(words: &str) -> Option<Rating> {
        let row = format!("{{by: D_p1, on: 2026-06-22, {words}, why: because}}");
        serde_saphyr::from_str(&row).ok()
    }

    #[test]
    fn a_childs_stones_are_never_a_number() {
        let stones = read("stones: 3, of: 5").unwrap();
        assert_eq!(stones.answer, Answer::Stones { laid: 3, of: 5 });
        assert_eq!(read("stones: 6, of: 5"), None);
        assert_eq!(read("stones: 3, of: 5, value: 6"), None);
    }

    #[test]
    fn a_number_is_0_to_10_or_honestly_none() {
        assert_eq!(read("value: 11"), None);
        assert_eq!(read("value: 0").unwrap().answer, Answer::Value(0));
        assert_eq!(read("cannot_say: true").unwrap().answer, Answer::CannotSay);
        assert_eq!(read("cannot_say: false"), None);
    }
}
