//! The months that figures are about. Whole months that have ended, and no days: a figure of
//! yesterday less a figure of today would be one child.

use jiff::ToSpan as _;
use jiff::civil::Date;
use std::fmt::{self, Display};

/// The most months of a period.
const LONGEST: i32 = 36;

/// Whole months, from the first on to before the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Its first day, the first of a month.
    pub from: Date,
    /// The first day after it, the first of a month.
    pub until: Date,
}

/// A month of a year, as a form sends it: "2026-03".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month(Date);

impl Month {
    /// Reads "2026-03".
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.len() == 7 && text.is_ascii();
        plain.then(|| format!("{text}-01").parse().ok()).flatten().map(Self)
    }
    /// The month this day is in.
    pub fn of(day: Date) -> Self {
        Self(day.first_of_month())
    }
    /// Its first day.
    pub const fn first_day(self) -> Date {
        self.0
    }
}

impl Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

/// Which period somebody asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Asked {
    /// The last three whole months.
    #[default]
    ThreeMonths,
    /// The last twelve.
    TwelveMonths,
    /// These, the last one with it.
    Own(Month, Month),
}

impl Period {
    /// The months that are asked for on this day. None where they are the wrong way round, have not
    /// ended, or are more than three years.
    pub fn of(asked: Asked, today: Date) -> Option<Self> {
        let now = today.first_of_month();
        match asked {
            Asked::ThreeMonths => Some(Self { from: back(now, 3), until: now }),
            Asked::TwelveMonths => Some(Self { from: back(now, 12), until: now }),
            Asked::Own(Month(from), Month(last)) => {
                let until = last.checked_add(1.month()).ok()?;
                let right = from < until && until <= now && back(until, LONGEST) <= from;
                right.then_some(Self { from, until })
            }
        }
    }

    /// Its last day.
    pub fn last_day(&self) -> Date {
        self.until.yesterday().unwrap_or(self.until)
    }
    /// Its first month.
    pub fn first_month(&self) -> Month {
        Month(self.from)
    }
    /// Its last month.
    pub fn last_month(&self) -> Month {
        Month::of(self.last_day())
    }
}

fn back(day: Date, months: i32) -> Date {
    day.saturating_sub(months.months())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 26);

    fn own(from: &str, last: &str) -> Option<Period> {
        let month = |text| Month::parse(text).expect("a month");
        Period::of(Asked::Own(month(from), month(last)), TODAY)
    }

    #[test]
    fn the_month_that_goes_on_is_in_no_period() {
        let three = Period::of(Asked::ThreeMonths, TODAY).expect("months");
        assert_eq!((three.from, three.last_day()), (date(2026, 8, 1), date(2026, 10, 31)));
        let on_the_first = Period::of(Asked::TwelveMonths, date(2026, 12, 1)).expect("months");
        assert_eq!(on_the_first.from, date(2025, 12, 1));
        assert_eq!(on_the_first.last_day(), date(2026, 11, 30));
        assert_eq!(own("2026-09", "2026-11"), None);
    }

    #[test]
    fn own_months_are_in_order_and_no_more_than_three_years() {
        let march = own("2026-03", "2026-03").expect("a month");
        assert_eq!((march.from, march.until), (date(2026, 3, 1), date(2026, 4, 1)));
        assert_eq!(march.last_month().to_string(), "2026-03");
        assert_eq!(own("2026-04", "2026-03"), None);
        assert!(own("2023-11", "2026-10").is_some());
        assert_eq!(own("2023-10", "2026-10"), None);
        assert_eq!(own("9999-12", "9999-12"), None);
    }

    #[test]
    fn a_month_is_written_as_a_browser_sends_it() {
        assert_eq!(Month::parse("2026-13"), None);
        assert_eq!(Month::parse("2026-3"), None);
        assert_eq!(Month::parse("2026-03-01"), None);
        assert_eq!(Month::parse(""), None);
        assert_eq!(Month::parse("2026-03").map(Month::first_day), Some(date(2026, 3, 1)));
    }
}
