//! A day, a month or a year: as much of a date as anybody knows, such as when somebody moved in.
//!
//! Written as people write it in a file: `2026-10-01`, `2026-10`, `2026`, or `about 2026-10-01`.
//! It is never sharpened into a day that nobody said (handbook 2.0, `FuzzyDate`).

use crate::time::Precision;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// As much of a date as anybody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FuzzyDate {
    first: Date,
    precision: Precision,
}

/// Words that are no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a date is written 2026-10-01, 2026-10, 2026 or about 2026-10-01")]
pub struct NoDate;

impl FuzzyDate {
    /// A day that is known.
    pub const fn on(day: Date) -> Self {
        Self { first: day, precision: Precision::Day }
    }
    /// Somebody's guess around a day.
    pub const fn about(day: Date) -> Self {
        Self { first: day, precision: Precision::About }
    }
    /// The first day it may mean, or the day guessed.
    pub const fn first_day(self) -> Date {
        self.first
    }
    /// How exactly it is known: a day, a month, a year or a guess.
    pub const fn precision(self) -> Precision {
        self.precision
    }
    /// Whether it has come by this day.
    pub fn has_come(self, by: Date) -> bool {
        self.first <= by
    }
}

impl From<Date> for FuzzyDate {
    fn from(day: Date) -> Self {
        Self::on(day)
    }
}

impl FromStr for FuzzyDate {
    type Err = NoDate;
    fn from_str(text: &str) -> Result<Self, NoDate> {
        let (text, guess) = match text.strip_prefix("about ") {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let (whole, precision) = match text.len() {
            10 if guess => (text.to_owned(), Precision::About),
            10 => (text.to_owned(), Precision::Day),
            7 if !guess => (format!("{text}-01"), Precision::Month),
            4 if !guess => (format!("{text}-01-01"), Precision::Year),
            _ => return Err(NoDate),
        };
        Ok(Self { first: whole.parse().map_err(|_| NoDate)?, precision })
    }
}

impl fmt::Display for FuzzyDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.first;
        match self.precision {
            Precision::Year => write!(f, "{:04}", day.year()),
            Precision::Month => write!(f, "{:04}-{:02}", day.year(), day.month()),
            Precision::About => write!(f, "about {day}"),
            Precision::Day | Precision::Instant => write!(f, "{day}"),
        }
    }
}

impl TryFrom<String> for FuzzyDate {
    type Error = NoDate;
    fn try_from(text: String) -> Result<Self, NoDate> {
        text.parse()
    }
}
impl From<FuzzyDate> for String {
    fn from(date: FuzzyDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_people_know_is_kept_as_they_know_it() {
        for text in ["2026-10-01", "2026-10", "2004", "about 2009-05-01"] {
            assert_eq!(text.parse::<FuzzyDate>().expect("a date").to_string(), text);
        }
        let autumn: FuzzyDate = "2026-09".parse().expect("a month");
        assert_eq!((autumn.first_day(), autumn.precision()), (date(2026, 9, 1), Precision::Month));
    }

    #[test]
    fn other_words_are_no_date() {
        for text in ["", "26", "2026-13", "2026-02-30", "about 2026", "1 October", "２０２６"] {
            assert!(text.parse::<FuzzyDate>().is_err(), "{text}");
        }
    }
}
