//! What people typed into a form, read field by field. Every fault is found before anything is
//! said.

use crate::cx::Write;
use crate::error::{Error, Fault, Result, Why};
use domain::access::Action;
use domain::id::PersonId;
use domain::text::{Text, TextFault};
use domain::time::{Happened, Precision, When, london};
use domain::voice::{Mode, Speaker, Voice};
use jiff::civil::{Date, Time};

/// Reads fields and collects what is wrong with them.
#[derive(Debug, Default)]
pub struct Typed {
    faults: Vec<Fault>,
}

impl Typed {
    /// Words that must say something.
    pub fn words(&mut self, at: &'static str, typed: &str, most: usize) -> String {
        let before = self.faults.len();
        let words = self.any_words(at, typed, most);
        if words.trim().is_empty() && self.faults.len() == before {
            self.wrong(at, Why::Empty);
        }
        words
    }

    /// Words that may stay away.
    pub fn maybe(&mut self, at: &'static str, typed: &str, most: usize) -> Option<String> {
        let words = self.any_words(at, typed, most);
        (!words.trim().is_empty()).then_some(words)
    }

    /// Words, letter for letter; none is fine.
    pub fn any_words(&mut self, at: &'static str, typed: &str, most: usize) -> String {
        match Text::parse(typed, most) {
            Ok(text) => text.into(),
            Err(TextFault::Nul) => {
                self.wrong(at, Why::Nul);
                String::new()
            }
            Err(TextFault::TooLong { max, .. }) => {
                self.wrong(at, Why::TooLong(max));
                String::new()
            }
        }
    }

    /// A day; today where none is given.
    pub fn day(&mut self, at: &'static str, typed: &str, today: Date) -> Date {
        match typed.trim() {
            "" => today,
            day => day.parse().unwrap_or_else(|_| {
                self.wrong(at, Why::NotOne);
                today
            }),
        }
    }

    /// The day of something that happened, and so none that is still to come; today where none is
    /// given. What is dated ahead would stand in no list of what was. The day that stands may stay:
    /// what was planned is ahead.
    pub fn past_day(
        &mut self,
        at: &'static str,
        typed: &str,
        (today, stands): (Date, Option<Date>),
    ) -> Date {
        let day = self.day(at, typed, today);
        if day > today && Some(day) != stands {
            self.wrong(at, Why::StillToCome);
        }
        day
    }

    /// An hour of the clock, where one is given.
    pub fn hour(&mut self, at: &'static str, typed: &str) -> Option<Time> {
        match typed.trim() {
            "" => None,
            hour => hour.parse().ok().or_else(|| {
                self.wrong(at, Why::NotOne);
                None
            }),
        }
    }

    /// One of a list.
    pub fn one_of<T>(&mut self, at: &'static str, found: Option<T>) -> Option<T> {
        if found.is_none() {
            self.wrong(at, Why::NotOne);
        }
        found
    }

    /// Something is wrong with a field.
    pub fn wrong(&mut self, at: &'static str, why: Why) {
        self.faults.push(Fault { at, why });
    }

    /// Nothing was wrong, or everything that was.
    pub fn done(self) -> Result<()> {
        if self.faults.is_empty() { Ok(()) } else { Err(Error::Refused(self.faults)) }
    }
}

/// A day, and an hour of it where one is known, in London.
pub fn happened(day: Date, hour: Option<Time>) -> Happened {
    let moment = hour
        .and_then(|hour| day.to_datetime(hour).to_zoned_datetime(london()).ok())
        .map(|zoned| zoned.timestamp());
    match moment {
        Some(moment) => {
            Happened { from: When::Instant(moment), until: None, precision: Precision::Instant }
        }
        None => Happened::on(day),
    }
}

/// The most children one thing is filed under: a large family and more.
pub const CHILDREN_MOST: usize = 20;

/// Whether somebody may write this under these children: each is asked of the rule, and there are
/// neither none nor too many, of which none would be left out unsaid.
pub(crate) fn may_write_about(cx: &mut Write<'_, '_>, children: &[PersonId]) -> Result<()> {
    let why = match children.len() {
        0 => Why::NotOne,
        1..=CHILDREN_MOST => return cx.authorise_all(Action::Write, children).map(drop),
        _ => Why::TooMany(CHILDREN_MOST),
    };
    Err(Error::Refused(vec![Fault { at: "children", why }]))
}

/// Whose words, and how near.
pub fn voice(who: Option<PersonId>, how: Option<Mode>) -> Option<Voice> {
    who.map(|person| Voice { who: Speaker::Person(person), how: how.unwrap_or(Mode::CloseNote) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn every_fault_is_found_at_once() {
        let mut typed = Typed::default();
        typed.words("text", "  ", 10);
        typed.words("title", "a\0b", 10);
        typed.maybe("place", "far too long", 5);
        typed.words("why", "far too long", 5);
        typed.day("on", "30 February", date(2026, 11, 24));
        let (today, tomorrow) = (date(2026, 11, 24), date(2026, 11, 25));
        typed.past_day("seen_on", "2026-11-25", (today, None));
        typed.past_day("given_on", "2026-11-24", (today, None));
        typed.past_day("planned_on", "2026-11-25", (today, Some(tomorrow)));
        typed.hour("at", "25:00");
        let Err(Error::Refused(faults)) = typed.done() else { panic!("refused") };
        let at: Vec<_> = faults.iter().map(|fault| (fault.at, fault.why)).collect();
        assert_eq!(
            at,
            [
                ("text", Why::Empty),
                ("title", Why::Nul),
                ("place", Why::TooLong(5)),
                ("why", Why::TooLong(5)),
                ("on", Why::NotOne),
                ("seen_on", Why::StillToCome),
                ("at", Why::NotOne)
            ]
        );
    }

    #[test]
    fn words_stay_letter_for_letter() {
        let mut typed = Typed::default();
        assert_eq!(typed.words("text", " <b>dont shout</b>\r\n", 40), " <b>dont shout</b>\n");
        assert!(typed.done().is_ok());
    }

    #[test]
    fn an_hour_in_summer_is_london_time() {
        let at = happened(date(2026, 7, 1), Some(time(10, 0, 0, 0)));
        assert_eq!(at.from, When::Instant("2026-07-01T09:00:00Z".parse().unwrap()));
        assert_eq!(happened(date(2026, 7, 1), None), Happened::on(date(2026, 7, 1)));
    }
}
