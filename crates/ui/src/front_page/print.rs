//! The front page on one side of A4: how tightly it is set, when it refuses, what stands at its
//! foot.
//!
//! The order of giving way: lines closer together, then helpers by name and number alone, then a
//! refusal that says which slot is too long. A danger statement past 90 words always refuses:
//! cutting it on paper would print something that nobody said. Lines are counted from letters,
//! for ui draws without a browser.
use std::borrow::Cow;

use domain::danger_statement::WORDS_MAX;
use domain::front_page::{Danger, FrontPage};
use maud::{Markup, html};

use crate::layout::Frame;
use crate::{dates, say};

/// Letters that fit on one printed line of one of three columns, and of two of them.
const COLUMN: usize = 37;
const TWO_COLUMNS: usize = 76;
/// Lines of one side below Tonight, set roomy, set closer, and with helpers in one line each.
const ROOMY: f32 = 50.0;
const TIGHT: f32 = 52.0;

/// How a page goes on one side.
#[derive(Debug, Clone, PartialEq)]
pub enum Fit {
    /// As designed.
    Roomy,
    /// Lines closer together.
    Tight,
    /// Closer, and helpers by name and number alone.
    Tighter,
    /// Not without cutting words; what to do about it.
    TooLong(Cow<'static, str>),
}

/// How the page goes on one side of A4.
pub fn fit(page: &FrontPage) -> Fit {
    if let Some(n) = page.dangers.first().map(Danger::words).filter(|n| *n > WORDS_MAX) {
        return Fit::TooLong(say!("front-too-long", n = n, most = WORDS_MAX));
    }
    let full = identity(page, 2.0) + below(page);
    let without_jobs = identity(page, 1.0) + below(page);
    match (full, without_jobs) {
        (full, _) if full <= ROOMY => Fit::Roomy,
        (full, _) if full <= TIGHT => Fit::Tight,
        (_, bare) if bare <= TIGHT => Fit::Tighter,
        _ => Fit::TooLong(say!("front-too-long-slot", slot = longest(page))),
    }
}

fn lines(text: &str, letters: usize) -> f32 {
    let lines = text.chars().count().div_ceil(letters);
    f32::from(u16::try_from(lines).unwrap_or(u16::MAX))
}

fn count(things: usize) -> f32 {
    f32::from(u16::try_from(things).unwrap_or(u16::MAX))
}

/// Lines of the row with the child, the family and who helps, each helper having so many.
fn identity(page: &FrontPage, each_helper: f32) -> f32 {
    let message = page.message_on_paper.as_ref();
    let message = message.map_or(1.0, |message| lines(&message.text, 31));
    let seen = page.last_seen.as_ref().map_or(1.0, |seen| lines(&seen.text, COLUMN));
    let child = 5.5 + message + seen;
    let helpers = 1.0 + count(page.helping.len()) * (each_helper + 0.7);
    child.max(helpers).max(11.5)
}

fn below(page: &FrontPage) -> f32 {
    statements(page).iter().fold(0.0_f32, |most, (height, _)| most.max(*height))
        + plan(page).max(11.5)
        + decision(page).max(1.7 + count(page.unknowns.len()))
}

/// The three columns: lines, and what the column is called.
fn statements(page: &FrontPage) -> [(f32, Cow<'static, str>); 3] {
    let worry = page.dangers.first().map_or(1.0, |danger| lines(&danger.text, COLUMN));
    let goal = page.goals.first().map_or(1.0, |goal| lines(&goal.text, COLUMN));
    let well: f32 = page.strengths.iter().map(|strength| lines(&strength.text, COLUMN) + 1.9).sum();
    [
        (worry + 3.0, say!("front-worries")),
        (well + 1.5, say!("front-well")),
        (goal + 3.0 + 1.4 * count(page.next.len()), say!("front-needs")),
    ]
}

fn plan(page: &FrontPage) -> f32 {
    let plan = page.plan.iter().flat_map(|plan| &plan.lines);
    1.7 + plan
        .map(|line| lines(&format!("{} {}", line.lead, line.rest), COLUMN - 4) + 0.3)
        .sum::<f32>()
}

fn decision(page: &FrontPage) -> f32 {
    page.decision.as_ref().map_or(3.0, |decision| {
        let words = decision.dissent.iter().map(|dissent| dissent.words.len() + 10).sum::<usize>();
        3.0 + lines(&format!("{} {}", decision.chosen, decision.because), TWO_COLUMNS)
            + count(words.div_ceil(TWO_COLUMNS))
    })
}

/// The slot to shorten first.
fn longest(page: &FrontPage) -> Cow<'static, str> {
    let lower = [
        (plan(page) + 4.0, say!("front-plan")),
        (decision(page) + 9.0, say!("front-decision")),
        (identity(page, 2.0), say!("front-helping")),
    ];
    let all = statements(page).into_iter().chain(lower);
    all.max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, slot)| slot).unwrap_or_default()
}

/// The class that says how tightly the page is set on paper.
pub(super) fn density(fit: &Fit) -> &'static str {
    match fit {
        Fit::Roomy => "print-roomy",
        Fit::Tight => "print-tight",
        Fit::Tighter | Fit::TooLong(_) => "print-tight print-tighter",
    }
}

/// What is printed in place of a page that does not fit.
pub(super) fn refusal(fit: &Fit) -> Markup {
    html! {
        @if let Fit::TooLong(says) = fit { p.only-print.print-refusal { (says) } }
    }
}

/// Who printed it, for when, and that it is one side.
pub(super) fn foot(frame: &Frame<'_>) -> Markup {
    let (day, time) = (dates::weekday_full(frame.at.date()), dates::clock(frame.at.time()));
    html! {
        footer.printed.only-print {
            span { (say!("front-printed-by", who = frame.reader, day = day, time = time)) }
            // The same on every sheet: that there is more today may not be read off the paper.
            span { (say!("front-screen-first")) }
            span { (say!("front-shred")) }
            span { (say!("front-one-side")) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front_page::samples::{idris, idris_full, nobody_knows_yet};

    #[test]
    fn the_page_of_idris_is_printed_as_designed() {
        assert_eq!(fit(&idris()), Fit::Roomy);
        assert_eq!(fit(&nobody_knows_yet()), Fit::Roomy);
    }

    #[test]
    fn a_full_page_is_set_closer() {
        assert!(
            matches!(fit(&idris_full()), Fit::Tight | Fit::Tighter),
            "{:?}",
            fit(&idris_full())
        );
    }

    #[test]
    fn a_danger_statement_past_ninety_words_is_never_cut_on_paper() {
        let mut page = idris();
        page.dangers[0].text.push_str(" and so on and on and on and on and on and on");
        let Fit::TooLong(says) = fit(&page) else { panic!("it was printed") };
        assert!(says.contains("danger statement"), "{says}");
    }

    #[test]
    fn a_page_that_does_not_fit_names_the_slot() {
        let mut page = idris();
        page.goals[0].text = page.goals[0].text.repeat(2);
        assert!(matches!(fit(&page), Fit::TooLong(says) if says.contains("What needs to happen")));
    }
}
