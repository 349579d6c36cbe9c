//! When something happened, as exactly as anybody knows.
//!
//! People remember "in September" and "about when he was four", and that is what the record
//! keeps; it is never sharpened into a day that nobody said.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// A day, or an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// A day, in London.
    Day(Date),
    /// A moment, to the microsecond, UTC.
    Instant(Timestamp),
}

/// How exactly the time is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// To the minute.
    Instant,
    /// To the day.
    Day,
    /// To the month; `from` is its first day.
    Month,
    /// To the year; `from` is its first day.
    Year,
    /// Somebody's guess around that day.
    About,
}

/// When something happened: from, and until where it lasted, and how exactly that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Happened {
    /// The beginning, or the whole of it.
    pub from: When,
    /// The last day or moment, where it lasted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<When>,
    /// How exactly.
    pub precision: Precision,
}

impl Happened {
    /// On one day.
    pub const fn on(day: Date) -> Self {
        Self { from: When::Day(day), until: None, precision: Precision::Day }
    }
    /// At one moment.
    pub const fn at(moment: Timestamp) -> Self {
        Self { from: When::Instant(moment), until: None, precision: Precision::Instant }
    }
    /// Its beginning in microseconds UTC, which is what entries are ranked by.
    pub fn rank(&self) -> i64 {
        match self.from {
            When::Instant(moment) => moment.as_microsecond(),
            When::Day(day) => start_of(day),
        }
    }
    /// The day it began, in London.
    pub fn day(&self) -> Date {
        match self.from {
            When::Day(day) => day,
            When::Instant(moment) => day_of(moment),
        }
    }
}

/// London, whose days and hours the record speaks in.
pub fn london() -> TimeZone {
    use std::sync::LazyLock;
    static LONDON: LazyLock<TimeZone> =
        LazyLock::new(|| TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC));
    LONDON.clone()
}

/// The day in London at this moment.
pub fn day_of(moment: Timestamp) -> Date {
    moment.to_zoned_datetime(london()).date()
}

/// The first moment of a day in London, microseconds UTC. Days from 0001 to 9999 are all in
/// reach.
pub fn start_of(day: Date) -> i64 {
    day.to_zoned_datetime(london())
        .map_or(i64::MIN, |midnight| midnight.timestamp().as_microsecond())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_in_london_begins_an_hour_earlier_in_summer() {
        assert_eq!(start_of(date(1970, 1, 1)), -3_600_000_000, "London kept summer time in 1970");
        assert_eq!(start_of(date(2026, 1, 1)) % 86_400_000_000, 0);
        assert_eq!(start_of(date(2026, 7, 1)) % 86_400_000_000, 82_800_000_000);
    }

    #[test]
    fn an_evening_call_belongs_to_the_day_people_lived() {
        let late: Timestamp = "2026-07-01T23:30:00Z".parse().unwrap();
        assert_eq!(Happened::at(late).day(), date(2026, 7, 2));
    }
}
