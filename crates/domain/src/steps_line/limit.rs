//! Dates that are asked for, as data: rows, not workflow. Nothing is stopped by one, and passing
//! one on purpose is a decision with a reason.
//!
//! Every row is from the 2023 edition of the statutory guidance "Working Together to Safeguard
//! Children" and has not been held against the edition in force since.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::Counted;
use super::working_days::{after, counted};

/// A date that is asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Limit {
    /// Which.
    pub key: LimitKey,
    /// How long from the trigger.
    pub within: Within,
    /// The edition of the guidance it stands in: its year.
    pub edition: u16,
    /// Whether somebody has held it against the edition in force.
    pub checked: bool,
    /// Where it is written.
    pub source: &'static str,
}

/// Which date is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LimitKey {
    /// From the enquiry under section 47 to the first conference.
    FirstConference,
    /// From the first conference to the first core group.
    FirstCoreGroup,
    /// From the referral to the signed assessment.
    AssessmentSigned,
    /// From the start of a protection plan to its first review.
    FirstReview,
    /// From one review of a protection plan to the next.
    NextReview,
}

/// How long from the trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// Working days in England.
    WorkingDays(u32),
    /// Months of the calendar.
    Months(u32),
}

/// Every date asked for that concerns the line.
pub static LIMITS: [Limit; 5] = [
    limit(
        LimitKey::FirstConference,
        Within::WorkingDays(15),
        "Working Together 2023, chapter 3; census rule 8675Q",
    ),
    limit(LimitKey::FirstCoreGroup, Within::WorkingDays(10), "Working Together 2023, chapter 3"),
    limit(
        LimitKey::AssessmentSigned,
        Within::WorkingDays(45),
        "Working Together 2023, chapter 3; census rule 8670Q",
    ),
    limit(LimitKey::FirstReview, Within::Months(3), "Working Together 2023, chapter 3"),
    limit(LimitKey::NextReview, Within::Months(6), "Working Together 2023, chapter 3"),
];

const fn limit(key: LimitKey, within: Within, source: &'static str) -> Limit {
    Limit { key, within, edition: 2023, checked: false, source }
}

impl Limit {
    /// The row of a key; each key has one.
    pub(super) fn of(key: LimitKey) -> Option<&'static Self> {
        LIMITS.iter().find(|limit| limit.key == key)
    }
    /// The last day that keeps to it; nothing beyond the known calendar.
    pub fn by(&self, from: Date) -> Option<Date> {
        match self.within {
            Within::WorkingDays(days) => after(from, days),
            Within::Months(months) => from.checked_add(i64::from(months).months()).ok(),
        }
    }
    /// How this day lies to the limit.
    pub(super) fn counted(&self, from: Date, on: Date) -> Option<Counted> {
        match self.within {
            Within::WorkingDays(_) => counted(from, on).map(Counted::WorkingDay),
            Within::Months(_) => {
                let later = (on - self.by(from)?).get_days();
                let days = later.unsigned_abs();
                Some(if later > 0 { Counted::Later(days) } else { Counted::Before(days) })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn months_run_by_the_calendar_and_days_are_counted_to_them() {
        let review = Limit::of(LimitKey::FirstReview).expect("a row");
        let from = date(2026, 3, 12);
        assert_eq!(review.by(from), Some(date(2026, 6, 12)));
        assert_eq!(review.counted(from, date(2026, 7, 8)), Some(Counted::Later(26)));
        assert_eq!(review.counted(from, date(2026, 6, 12)), Some(Counted::Before(0)));
        let from = date(2026, 8, 14);
        assert_eq!(review.counted(from, date(2026, 11, 9)), Some(Counted::Before(5)));
        assert_eq!(review.by(date(2026, 11, 30)), Some(date(2027, 2, 28)));
    }

    #[test]
    fn each_key_has_one_row() {
        for limit in &LIMITS {
            assert_eq!(LIMITS.iter().filter(|other| other.key == limit.key).count(), 1);
        }
    }
}
