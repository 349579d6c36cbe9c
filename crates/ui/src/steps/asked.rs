//! Dates asked for, in words: what was asked, and when it was done. Never a colour, never a count
//! of days left.

use std::borrow::Cow;

use domain::steps_line::{Counted, DoneOn, LimitKey, Ruler, Within};
use jiff::civil::Date;

use crate::{dates, say};

/// "conference in 15 working days: held on the 7th".
pub(super) fn asked(ruler: &Ruler, as_of: Date) -> Cow<'static, str> {
    let first = what(ruler);
    let second = match ruler.done {
        Some(done) => done_in_words(ruler.limit.key, done),
        None if ruler.by < as_of => {
            say!("steps-open-past", day = dates::day_and_month(ruler.by))
        }
        None => say!("steps-open", day = dates::day_and_month(ruler.by)),
    };
    say!("steps-said", first = first, second = second)
}

fn what(ruler: &Ruler) -> Cow<'static, str> {
    let (Within::WorkingDays(n) | Within::Months(n)) = ruler.limit.within;
    match ruler.limit.key {
        LimitKey::FirstConference => say!("steps-limit-conference", n = n),
        LimitKey::FirstCoreGroup => say!("steps-limit-core-group", n = n),
        LimitKey::AssessmentSigned => say!("steps-limit-assessment", n = n),
        LimitKey::FirstReview => say!("steps-limit-review", n = n),
        LimitKey::NextReview => say!("steps-limit-next-review", n = n),
    }
}

fn done_in_words(key: LimitKey, done: DoneOn) -> Cow<'static, str> {
    let words = match (done.counted, key) {
        (Counted::WorkingDay(n), LimitKey::FirstCoreGroup) => {
            say!("steps-done-met", nth = ordinal(n))
        }
        (Counted::WorkingDay(n), LimitKey::AssessmentSigned) => {
            say!("steps-done-signed", nth = ordinal(n))
        }
        (Counted::WorkingDay(n), _) => say!("steps-done-held", nth = ordinal(n)),
        (Counted::Before(n), _) => say!("steps-done-before", n = n),
        (Counted::Later(n), _) => say!("steps-done-later", n = n),
    };
    if done.on_purpose { say!("steps-done-on-purpose", done = words) } else { words }
}

/// "7th". English; another language brings its own.
fn ordinal(n: u32) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_end_as_they_are_said() {
        let said: Vec<String> =
            [1, 2, 3, 4, 11, 12, 13, 21, 22, 34, 101, 111].map(ordinal).to_vec();
        let ends = [
            "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "34th", "101st",
            "111th",
        ];
        assert_eq!(said, ends);
    }
}
