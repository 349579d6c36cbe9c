//! Working days in England: neither weekend nor bank holiday. Conferences are held on them and
//! limits are counted in them.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// The day so many days later, or earlier.
pub(super) fn later(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

/// The day itself, or the next working day.
pub(super) fn working_day_from(mut day: Date) -> Date {
    while !is_working_day(day) {
        day = later(day, 1);
    }
    day
}

/// The day so many working days later.
pub(super) fn working_days_later(mut day: Date, count: i64) -> Date {
    for _ in 0..count {
        day = working_day_from(later(day, 1));
    }
    day
}

/// Whether offices are open.
pub(super) fn is_working_day(day: Date) -> bool {
    !is_weekend(day) && !is_bank_holiday(day)
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn is_bank_holiday(day: Date) -> bool {
    /// Moved or given once: jubilee, funeral, coronation, and the days they displaced.
    const ONCE: [Date; 5] =
        [date(2020, 5, 8), date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)];
    let easter = easter_sunday(day.year());
    let monday = day.weekday() == Weekday::Monday;
    ONCE.contains(&day)
        || day == later(easter, -2)
        || day == later(easter, 1)
        || is_new_year_or_christmas(day)
        || (monday && day.month() == 5 && day.day() <= 7 && day.year() != 2020)
        || (monday && day.month() == 5 && day.day() >= 25 && day.year() != 2022)
        || (monday && day.month() == 8 && day.day() >= 25)
}

/// New Year, Christmas and Boxing Day, or the weekdays given for them after a weekend.
fn is_new_year_or_christmas(day: Date) -> bool {
    let monday = day.weekday() == Weekday::Monday;
    let tuesday = day.weekday() == Weekday::Tuesday;
    match (day.month(), day.day()) {
        (1, 1) | (12, 25 | 26) => true,
        (1, 2 | 3) => monday,
        // Christmas on a Saturday gives Monday and Tuesday, on a Sunday the Tuesday.
        (12, 27 | 28) => monday || tuesday,
        _ => false,
    }
}

/// Easter Sunday of a year of the Gregorian calendar (Meeus, Jones and Butcher).
fn easter_sunday(year: i16) -> Date {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let leap_centuries = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + leap_centuries + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * late + 114;
    let day_of_march = (days / 31 - 3) * 31 + days % 31;
    later(date(i16::try_from(year).unwrap_or_default(), 3, 1), i64::from(day_of_march))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{is_bank_holiday, is_weekend, later, working_days_later};

    /// Weekdays on which offices were closed, as they were published.
    fn closed(year: i16) -> Vec<Date> {
        let days = (0..366).map(|n| later(date(year, 1, 1), n)).filter(|day| day.year() == year);
        days.filter(|day| is_bank_holiday(*day) && !is_weekend(*day)).collect()
    }

    #[test]
    fn bank_holidays_are_those_that_were_published() {
        let of = |year, days: &[(i8, i8)]| -> Vec<Date> {
            days.iter().map(|&(month, day)| date(year, month, day)).collect()
        };
        let y2020 = [(1, 1), (4, 10), (4, 13), (5, 8), (5, 25), (8, 31), (12, 25), (12, 28)];
        let y2021 = [(1, 1), (4, 2), (4, 5), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)];
        let y2022 = [
            (1, 3),
            (4, 15),
            (4, 18),
            (5, 2),
            (6, 2),
            (6, 3),
            (8, 29),
            (9, 19),
            (12, 26),
            (12, 27),
        ];
        let y2023 = [(1, 2), (4, 7), (4, 10), (5, 1), (5, 8), (5, 29), (8, 28), (12, 25), (12, 26)];
        let y2025 = [(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)];
        let y2026 = [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)];
        assert_eq!(closed(2020), of(2020, &y2020));
        assert_eq!(closed(2021), of(2021, &y2021));
        assert_eq!(closed(2022), of(2022, &y2022));
        assert_eq!(closed(2023), of(2023, &y2023));
        assert_eq!(closed(2025), of(2025, &y2025));
        assert_eq!(closed(2026), of(2026, &y2026));
    }

    #[test]
    fn fifteen_working_days_over_easter() {
        assert_eq!(working_days_later(date(2026, 3, 30), 15), date(2026, 4, 22));
    }
}
