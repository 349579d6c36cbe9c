//! The front page on one side of A4: how tightly it is set, when it refuses, what stands at its foot.
//!
//! The order of giving way: lines closer together, then helpers without their jobs, then a refusal that
//! says which slot is too long. A danger statement past 90 words always refuses: cutting it on paper would
//! print something that nobody said.
use domain::front_page::{FrontPage, PRINTABLE_WORDS};
use maud::{Markup, html};

use crate::layout::Frame;
use crate::{dates, say};

/// Letters that a column of statements holds before lines are set closer.
const ROOMY_LETTERS: usize = 560;
/// Letters that it holds before helpers lose their jobs.
const TIGHT_LETTERS: usize = 640;

/// The class that says how tightly the page is set on paper.
pub(super) fn density(page: &FrontPage) -> &'static str {
    let letters = |texts: &mut dyn Iterator<Item = &str>| texts.map(|text| text.chars().count()).sum::<usize>();
    let worry = letters(&mut page.dangers.iter().take(1).map(|danger| danger.text.as_str()));
    let goal = letters(&mut page.goals.iter().take(1).map(|goal| goal.text.as_str()));
    let well = letters(&mut page.strengths.iter().map(|strength| strength.text.as_str()));
    match worry.max(goal).max(well) {
        ..=ROOMY_LETTERS => "print-roomy",
        ..=TIGHT_LETTERS => "print-tight",
        _ => "print-tight print-tighter",
    }
}

/// What is printed in place of the page where the danger statement is too long.
pub(super) fn refusal(page: &FrontPage) -> Markup {
    let long = page.dangers.first().map(domain::front_page::Danger::words);
    html! {
        @if let Some(n) = long.filter(|n| *n > PRINTABLE_WORDS) {
            p.only-print.print-refusal { (say!("front-too-long", n = n, most = PRINTABLE_WORDS)) }
        }
    }
}

/// Who printed it, for when, and that it is one side.
pub(super) fn foot(frame: &Frame<'_>) -> Markup {
    let (day, time) = (dates::weekday_full(frame.at.date()), dates::clock(frame.at.time()));
    html! {
        footer.printed.only-print {
            span { (say!("front-printed-by", who = frame.reader, day = day, time = time)) }
            span { (say!("front-shred")) }
            span { (say!("front-one-side")) }
        }
    }
}
