//! Days, hours and ages as people here write them: 14 June 2026, 17 Nov, 2.02 pm, 5 months, 5m.
//!
//! The names of months are English; another language brings its own version of this file.
use std::borrow::Cow;

use domain::person::Born;
use domain::time::london;
use jiff::Timestamp;
use jiff::civil::{Date, Time};

use crate::say;

/// A short date farther than this from the page's day carries its year.
const SAYS_YEAR_FROM_DAYS: i32 = 300;

/// "14 June 2026".
pub fn full(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// "9 January".
pub fn day_and_month(day: Date) -> String {
    day.strftime("%-d %B").to_string()
}

/// "17 Nov"; "17 Nov 2024" when that is far from the page's day.
pub fn short(day: Date, as_of: Date) -> String {
    let far = (day - as_of).get_days().abs() >= SAYS_YEAR_FROM_DAYS;
    day.strftime(if far { "%-d %b %Y" } else { "%-d %b" }).to_string()
}

/// "17 Nov", under a head that says the year.
pub fn within_year(day: Date) -> String {
    day.strftime("%-d %b").to_string()
}

/// "Thu 26 Nov".
pub fn weekday_short(day: Date) -> String {
    day.strftime("%a %-d %b").to_string()
}

/// "Tuesday 24 November".
pub fn weekday(day: Date) -> String {
    day.strftime("%A %-d %B").to_string()
}

/// "Tuesday 24 November 2026".
pub fn weekday_full(day: Date) -> String {
    day.strftime("%A %-d %B %Y").to_string()
}

/// "2.02 pm".
pub fn clock(at: Time) -> Cow<'static, str> {
    let time = bare_clock(at);
    if at.hour() < 12 {
        say!("clock-morning", time = time)
    } else {
        say!("clock-later", time = time)
    }
}

/// "24 November 2026, 11.45 am", in London.
pub fn moment(at: Timestamp) -> String {
    let local = at.to_zoned_datetime(london());
    format!("{}, {}", full(local.date()), clock(local.time()))
}

/// "24 Nov, 9.02 am", in London; with its year where that is far from the page's day.
pub fn moment_short(at: Timestamp, as_of: Date) -> String {
    let local = at.to_zoned_datetime(london());
    format!("{}, {}", short(local.date(), as_of), clock(local.time()))
}

/// "2.02": in a list that runs through one day.
pub fn bare_clock(at: Time) -> String {
    let hour = (at.hour() + 11) % 12 + 1;
    format!("{hour}.{:02}", at.minute())
}

/// How old, in words: "3 weeks", "5 months", "13", "about 9", "due 9 January"; nothing where
/// nobody has said.
pub fn age(born: Option<Born>, as_of: Date) -> Option<Cow<'static, str>> {
    Some(match born? {
        Born::Due(day) => say!("age-due", day = day_and_month(day)),
        Born::About(day, _) => say!("age-about", age = age_on(day, as_of)),
        Born::On(day) => age_on(day, as_of),
    })
}

fn age_on(born: Date, as_of: Date) -> Cow<'static, str> {
    match Age::on(born, as_of) {
        Age::Days(n) => say!("age-days", n = n),
        Age::Weeks(n) => say!("age-weeks", n = n),
        Age::Months(n) => say!("age-months", n = n),
        Age::Years(n) => Cow::Owned(n.to_string()),
    }
}

/// How old, inside a shape of the family drawing: "5m", "13".
pub fn age_short(born: Option<Born>, as_of: Date) -> Option<Cow<'static, str>> {
    let (Born::On(day) | Born::About(day, _)) = born? else { return None };
    Some(match Age::on(day, as_of) {
        Age::Days(n) => say!("age-short-days", n = n),
        Age::Weeks(n) => say!("age-short-weeks", n = n),
        Age::Months(n) => say!("age-short-months", n = n),
        Age::Years(n) => Cow::Owned(n.to_string()),
    })
}

enum Age {
    Days(i32),
    Weeks(i32),
    Months(i32),
    Years(i32),
}

impl Age {
    /// Days to two weeks, weeks to three months, months to two years, then years; before birth it
    /// is nought days.
    fn on(born: Date, as_of: Date) -> Age {
        let days = (as_of - born).get_days().max(0);
        let turned = (as_of.month(), as_of.day()) >= (born.month(), born.day());
        let years = i32::from(as_of.year() - born.year()) - i32::from(!turned);
        let full_month = i32::from(as_of.day() >= born.day());
        let months = i32::from(as_of.year() - born.year()) * 12
            + i32::from(as_of.month() - born.month())
            + full_month
            - 1;
        match (days, months) {
            (..14, _) => Age::Days(days),
            (_, ..3) => Age::Weeks(days / 7),
            (_, ..24) => Age::Months(months),
            _ => Age::Years(years),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    const TODAY: Date = date(2026, 11, 24);

    #[test]
    fn days_are_written_as_people_write_them() {
        assert_eq!(full(date(2026, 6, 14)), "14 June 2026");
        assert_eq!(short(date(2026, 11, 17), TODAY), "17 Nov");
        assert_eq!(short(date(2027, 1, 4), TODAY), "4 Jan");
        assert_eq!(short(date(2024, 11, 17), TODAY), "17 Nov 2024");
        assert_eq!(weekday_short(date(2026, 11, 26)), "Thu 26 Nov");
        assert_eq!(weekday(TODAY), "Tuesday 24 November");
        assert_eq!(clock(time(14, 2, 0, 0)), "2.02 pm");
        assert_eq!(clock(time(0, 30, 0, 0)), "12.30 am");
        assert_eq!(bare_clock(time(16, 0, 0, 0)), "4.00");
    }

    #[test]
    fn ages_change_their_unit_as_children_grow() {
        let age = |born| age(Some(Born::On(born)), TODAY).expect("born");
        assert_eq!(age(date(2026, 11, 23)), "1 day");
        assert_eq!(age(date(2026, 11, 1)), "3 weeks");
        assert_eq!(age(date(2026, 6, 14)), "5 months");
        assert_eq!(age(date(2024, 11, 25)), "23 months");
        assert_eq!(age(date(2024, 11, 24)), "2");
        assert_eq!(age(date(2012, 2, 29)), "14");
        assert_eq!(age_short(Some(Born::On(date(2026, 6, 14))), TODAY).expect("born"), "5m");
        assert_eq!(
            super::age(Some(Born::Due(date(2027, 1, 9))), TODAY).expect("due"),
            "due 9 January"
        );
        assert_eq!(super::age(None, TODAY), None);
    }
}
