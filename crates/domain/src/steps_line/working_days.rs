//! Working days in England: Monday to Friday but bank holidays.
//!
//! The trigger's day is day 0 and counting starts with the next working day; a trigger on a
//! weekend counts its Monday as day 1. Outside the years whose bank holidays are known here
//! nothing is counted: a wrong date is worse than none.

use jiff::civil::{Date, Weekday, date};

/// Bank holidays in England, from the list the government publishes.
const BANK_HOLIDAYS: [Date; 51] = [
    date(2022, 1, 3),
    date(2022, 4, 15),
    date(2022, 4, 18),
    date(2022, 5, 2),
    date(2022, 6, 2),
    date(2022, 6, 3),
    date(2022, 8, 29),
    date(2022, 9, 19),
    date(2022, 12, 26),
    date(2022, 12, 27),
    date(2023, 1, 2),
    date(2023, 4, 7),
    date(2023, 4, 10),
    date(2023, 5, 1),
    date(2023, 5, 8),
    date(2023, 5, 29),
    date(2023, 8, 28),
    date(2023, 12, 25),
    date(2023, 12, 26),
    date(2024, 1, 1),
    date(2024, 3, 29),
    date(2024, 4, 1),
    date(2024, 5, 6),
    date(2024, 5, 27),
    date(2024, 8, 26),
    date(2024, 12, 25),
    date(2024, 12, 26),
    date(2025, 1, 1),
    date(2025, 4, 18),
    date(2025, 4, 21),
    date(2025, 5, 5),
    date(2025, 5, 26),
    date(2025, 8, 25),
    date(2025, 12, 25),
    date(2025, 12, 26),
    date(2026, 1, 1),
    date(2026, 4, 3),
    date(2026, 4, 6),
    date(2026, 5, 4),
    date(2026, 5, 25),
    date(2026, 8, 31),
    date(2026, 12, 25),
    date(2026, 12, 28),
    date(2027, 1, 1),
    date(2027, 3, 26),
    date(2027, 3, 29),
    date(2027, 5, 3),
    date(2027, 5, 31),
    date(2027, 8, 30),
    date(2027, 12, 27),
    date(2027, 12, 28),
];

const FIRST: Date = date(2022, 1, 1);
const LAST: Date = date(2027, 12, 31);

fn is_known(day: Date) -> bool {
    (FIRST..=LAST).contains(&day)
}

/// Whether people work on this day, as far as the calendar says.
pub fn is_working(day: Date) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    !weekend && BANK_HOLIDAYS.binary_search(&day).is_err()
}

/// The day that is so many working days after this one; nothing beyond the known calendar.
pub fn after(day: Date, working_days: u32) -> Option<Date> {
    let (mut at, mut left) = (day, working_days);
    while left > 0 {
        at = at.tomorrow().ok()?;
        left -= u32::from(is_working(at));
        if !is_known(at) {
            return None;
        }
    }
    is_known(day).then_some(at)
}

/// Which working day after `from` this day is, or, on a day nobody works, the one before it;
/// nothing beyond the known calendar.
pub fn counted(from: Date, to: Date) -> Option<u32> {
    if !is_known(from) || !is_known(to) {
        return None;
    }
    let (mut at, mut days) = (from, 0);
    while at < to {
        at = at.tomorrow().ok()?;
        days += u32::from(is_working(at));
    }
    Some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_and_each_year_has_eight_or_more() {
        assert!(BANK_HOLIDAYS.is_sorted());
        for year in 2022..=2027 {
            let of_year = BANK_HOLIDAYS.iter().filter(|day| day.year() == year).count();
            assert!((8..=10).contains(&of_year), "{year}: {of_year}");
        }
        assert!(BANK_HOLIDAYS.iter().all(|day| day.weekday() != Weekday::Sunday));
    }

    #[test]
    fn easter_christmas_and_weekends_are_not_counted() {
        // Trigger, working days, the day that comes of it.
        let cases = [
            (date(2026, 3, 3), 15, date(2026, 3, 24)),
            (date(2026, 2, 26), 45, date(2026, 5, 5)),
            (date(2026, 9, 28), 45, date(2026, 11, 30)),
            (date(2026, 9, 29), 15, date(2026, 10, 20)),
            (date(2026, 4, 2), 1, date(2026, 4, 7)),
            (date(2026, 12, 24), 1, date(2026, 12, 29)),
            (date(2026, 11, 21), 1, date(2026, 11, 23)),
            (date(2025, 12, 24), 4, date(2026, 1, 2)),
        ];
        for (from, days, by) in cases {
            assert_eq!(after(from, days), Some(by), "{from} and {days}");
            assert_eq!(counted(from, by), Some(days), "{from} to {by}");
        }
        assert_eq!(counted(date(2026, 2, 26), date(2026, 4, 17)), Some(34));
    }

    #[test]
    fn beyond_the_known_calendar_nothing_is_counted() {
        assert_eq!(after(date(2021, 12, 30), 1), None);
        assert_eq!(after(date(2027, 12, 29), 10), None);
        assert_eq!(counted(date(2027, 12, 1), date(2028, 1, 1)), None);
    }
}
