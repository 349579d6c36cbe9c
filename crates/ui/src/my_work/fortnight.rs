//! The fortnight: one ruler, fourteen days, hollow dots. The only place for statutory dates.
use domain::my_work::{Ahead, MyWork};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::person_mark::round;
use crate::typeset::curly;
use crate::{dates, say};

const DAYS: u8 = 14;
/// Where the first day stands, how far a day reaches, where the ruler ends, in units of the
/// drawing.
const FIRST: f32 = 10.0;
const DAY: f32 = 54.8;
const END: f32 = 758.0;
/// Width of a letter of 14, roughly; and the height of a line of words.
const LETTER: f32 = 6.4;
const LINE: f32 = 18.0;

/// The ruler, with a list that says the same; nothing where nothing lies ahead.
pub(super) fn ruler(work: &MyWork) -> Markup {
    let labels = labels(work);
    let lines = labels.iter().map(|label| label.line).max().unwrap_or_default();
    let below = f32::from(lines) * LINE;
    html! {
        @if !labels.is_empty() {
            section.fortnight aria-labelledby="fortnight" {
                h2 #fortnight.small { (say!("work-fortnight")) }
                svg viewBox={ "10 7 750 " (52.0 + below) } aria-hidden="true" {
                    path.ruler d={ "M10 32H" (END) } {}
                    @for nth in 0..DAYS { (day_word(work.as_of, nth)) }
                    @for label in &labels {
                        circle.ruler-dot cx=(round(label.day_x + 4.0)) cy="32" r="4.5" {}
                        text.ruler-words x=(round(label.x)) y=(55.0 + f32::from(label.line) * LINE)
                            text-anchor=[label.ends_there.then_some("end")] { (label.words) }
                    }
                }
                ul.for-readers {
                    @for ahead in &work.dates {
                        li { (dates::weekday(ahead.on)) ": " (words_of(ahead)) }
                    }
                }
            }
        }
    }
}

fn day_word(first: Date, nth: u8) -> Markup {
    let day = first.saturating_add(i64::from(nth).days());
    let class = if nth == 0 { "ruler-day ruler-today" } else { "ruler-day" };
    let short: String = day.strftime("%a").to_string().chars().take(2).collect();
    html! {
        text class=(class) x=(round(FIRST + DAY * f32::from(nth))) y="22" {
            (short) " " (day.day())
        }
    }
}

struct Label {
    day_x: f32,
    x: f32,
    ends_there: bool,
    line: u8,
    words: String,
}

fn words_of(ahead: &Ahead) -> String {
    let what = curly(&ahead.what);
    if ahead.whom.is_empty() {
        what.into_owned()
    } else {
        say!("work-ahead", what = what, whom = ahead.whom.as_str()).into_owned()
    }
}

/// Words under their days; where two would run into one another the second goes a line lower.
fn labels(work: &MyWork) -> Vec<Label> {
    let mut ends: Vec<f32> = Vec::new();
    let ahead = work.dates.iter().filter_map(|ahead| {
        let nth =
            u8::try_from((ahead.on - work.as_of).get_days()).ok().filter(|nth| *nth < DAYS)?;
        Some((FIRST + DAY * f32::from(nth), words_of(ahead)))
    });
    ahead
        .map(|(day_x, words)| {
            let width =
                LETTER * f32::from(u16::try_from(words.chars().count()).unwrap_or(u16::MAX));
            let ends_there = day_x + width > END;
            let (from, to) = if ends_there { (END - width, END) } else { (day_x, day_x + width) };
            let free = ends.iter().position(|end| *end + 4.0 <= from).unwrap_or(ends.len());
            match ends.get_mut(free) {
                Some(end) => *end = to,
                None => ends.push(to),
            }
            let line = u8::try_from(free).unwrap_or(u8::MAX);
            Label { day_x, x: if ends_there { END } else { from }, ends_there, line, words }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::my_work::samples::anitas_day;

    #[test]
    fn words_that_would_collide_go_a_line_lower() {
        let mut work = anitas_day();
        assert!(labels(&work).iter().all(|label| label.line == 0));
        let twice = work.dates[0].clone();
        work.dates.insert(1, twice);
        assert_eq!(labels(&work)[1].line, 1);
    }

    #[test]
    fn only_the_fortnight_is_drawn() {
        let mut work = anitas_day();
        work.dates[0].on = work.as_of.saturating_add(14.days());
        assert_eq!(labels(&work).len(), work.dates.len() - 1);
    }
}
