//! A date of which only the year, or only the month, may be known.
//!
//! People say "in September" and "about 1984", and a record that turns that into the first of the
//! month has made something up. A [`Fuzzy`] keeps what was said; [`Fuzzy::first`] and
//! [`Fuzzy::last`] give the days it can mean.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, date};
use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};
use thiserror::Error;

/// A day, a month or a year, as exact as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fuzzy {
    /// The day is known: `2026-11-24`.
    Day(Date),
    /// Year and month are known: `2026-11`. The date is the first of that month.
    Month(Date),
    /// Only the year is known: `2026`.
    Year(i16),
}

/// A text that is no `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, or that names a day the calendar does not
/// have.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is no date of the form YYYY-MM-DD, YYYY-MM or YYYY")]
pub struct NotADate(String);

impl Fuzzy {
    /// The first day it can mean.
    pub fn first(self) -> Date {
        match self {
            Self::Day(day) | Self::Month(day) => day,
            Self::Year(year) => date(year, 1, 1),
        }
    }

    /// The last day it can mean.
    pub fn last(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Month(day) => day.last_of_month(),
            Self::Year(year) => date(year, 12, 31),
        }
    }

    /// The day, where the day is known.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month(_) | Self::Year(_) => None,
        }
    }
}

impl fmt::Display for Fuzzy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Month(day) => write!(f, "{:04}-{:02}", day.year(), day.month()),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

impl FromStr for Fuzzy {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let fault = || NotADate(text.to_owned());
        let digits_where_due = text
            .char_indices()
            .all(|(at, sign)| if at == 4 || at == 7 { sign == '-' } else { sign.is_ascii_digit() });
        if !digits_where_due {
            return Err(fault());
        }
        let day = |text: &str| text.parse::<Date>().map_err(|_| fault());
        match text.len() {
            4 if text != "0000" => text.parse().map(Self::Year).map_err(|_| fault()),
            7 => day(&format!("{text}-01")).map(Self::Month),
            10 => day(text).map(Self::Day),
            _ => Err(fault()),
        }
    }
}

impl<'de> Deserialize<'de> for Fuzzy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FuzzyVisitor)
    }
}

/// A year without quotes is a number to YAML, everything else is text.
struct FuzzyVisitor;

impl Visitor<'_> for FuzzyVisitor {
    type Value = Fuzzy;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date: YYYY-MM-DD, YYYY-MM or YYYY")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Fuzzy, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_u64<E: de::Error>(self, year: u64) -> Result<Fuzzy, E> {
        self.visit_str(&year.to_string())
    }

    fn visit_i64<E: de::Error>(self, year: i64) -> Result<Fuzzy, E> {
        self.visit_str(&year.to_string())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::Fuzzy;

    #[test]
    fn a_month_means_all_its_days() {
        let february: Fuzzy = "2024-02".parse().unwrap();
        assert_eq!(february.first(), date(2024, 2, 1));
        assert_eq!(february.last(), date(2024, 2, 29));
        assert_eq!(february.day(), None);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "26",
            "2026-13",
            "2026-02-30",
            "2026-1-1",
            "24/11/2026",
            "2026-11-24T10:00",
            "0000",
        ] {
            assert!(text.parse::<Fuzzy>().is_err(), "{text} was taken for a date");
        }
    }

    #[test]
    fn a_year_may_stand_without_quotes() {
        let years: Vec<Fuzzy> = serde_saphyr::from_str("[1998, '1998', 1998-05]").unwrap();
        assert_eq!(years[0], years[1]);
        assert_eq!(years[2].to_string(), "1998-05");
    }

    proptest! {
        #[test]
        fn it_is_written_as_it_was_read(
            year in 1900_i16..2100, month in 1_i8..=12, day in 1_i8..=28,
        ) {
            for text in [
                format!("{year}"),
                format!("{year}-{month:02}"),
                format!("{year}-{month:02}-{day:02}"),
            ] {
                let fuzzy: Fuzzy = text.parse().unwrap();
                prop_assert_eq!(fuzzy.to_string(), text);
                prop_assert!(fuzzy.first() <= fuzzy.last());
            }
        }

        #[test]
        fn no_text_upsets_it(text in "[0-9é\\-]{0,12}") {
            let _ = text.parse::<Fuzzy>();
        }
    }
}
