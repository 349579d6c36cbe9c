//! Hours of the week: when somebody on a plan answers, when an account is on call. Nights run
//! past midnight and belong to the day they began on.

use crate::word::words;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

words! {
    /// A day of the week.
    Weekday {
        /// Monday.
        Mon "mon",
        /// Tuesday.
        Tue "tue",
        /// Wednesday.
        Wed "wed",
        /// Thursday.
        Thu "thu",
        /// Friday.
        Fri "fri",
        /// Saturday.
        Sat "sat",
        /// Sunday.
        Sun "sun",
    }
}

impl Weekday {
    /// The weekday of a day.
    pub fn of(day: Date) -> Self {
        match day.weekday() {
            jiff::civil::Weekday::Monday => Self::Mon,
            jiff::civil::Weekday::Tuesday => Self::Tue,
            jiff::civil::Weekday::Wednesday => Self::Wed,
            jiff::civil::Weekday::Thursday => Self::Thu,
            jiff::civil::Weekday::Friday => Self::Fri,
            jiff::civil::Weekday::Saturday => Self::Sat,
            jiff::civil::Weekday::Sunday => Self::Sun,
        }
    }
}

/// Hours on some days of the week, London time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// On these days; none named: every day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<Weekday>,
    /// From.
    pub from: Time,
    /// Until; at or before `from` it means the next morning.
    pub to: Time,
}

impl Hours {
    /// Whether they hold at this time of this day.
    pub fn hold(&self, day: Date, time: Time) -> bool {
        let on = |day: Date| self.days.is_empty() || self.days.contains(&Weekday::of(day));
        if self.from < self.to {
            return on(day) && self.from <= time && time < self.to;
        }
        let since_yesterday = time < self.to && day.yesterday().is_ok_and(on);
        since_yesterday || (on(day) && self.from <= time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn samira() -> Hours {
        let days = vec![Weekday::Sun, Weekday::Mon, Weekday::Tue, Weekday::Wed];
        Hours { days, from: time(19, 0, 0, 0), to: time(1, 0, 0, 0) }
    }

    #[test]
    fn an_evening_goes_on_past_midnight_and_belongs_to_its_first_day() {
        let (wednesday, thursday) = (date(2026, 11, 25), date(2026, 11, 26));
        assert!(samira().hold(wednesday, time(23, 30, 0, 0)));
        assert!(samira().hold(thursday, time(0, 59, 0, 0)), "still Wednesday's evening");
        assert!(!samira().hold(thursday, time(1, 0, 0, 0)), "one o'clock is the end");
        assert!(!samira().hold(thursday, time(19, 0, 0, 0)), "Thursday is not hers");
    }

    #[test]
    fn no_day_named_is_every_day_and_equal_ends_are_a_whole_day() {
        let always = Hours { days: vec![], from: time(9, 0, 0, 0), to: time(9, 0, 0, 0) };
        assert!(always.hold(date(2026, 11, 26), time(3, 0, 0, 0)));
        let office = Hours { days: vec![], from: time(9, 0, 0, 0), to: time(17, 0, 0, 0) };
        assert!(!office.hold(date(2026, 11, 26), time(17, 0, 0, 0)));
    }
}
