//! Each state of the library worth looking at.

use domain::library::Library;
use jiff::ToSpan as _;
use maud::Markup;

use super::{card, library};
use crate::front_page::samples::frame;
use crate::layout::{Frame, MenuItem, Theme};

/// One card of each kind, by the name of its sample and its id.
const CARDS: [(&str, &str); 6] = [
    ("library-card", "leading"),
    ("library-example", "example-only-draws"),
    ("library-law", "law-wishes"),
    ("library-parents", "sheet-for-parents"),
    ("library-questions", "ask-worries"),
    ("library-letters", "letters-young"),
];

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let menu = [MenuItem::MyWork, MenuItem::Children, MenuItem::Library];
    let frame = Frame { menu: &menu, ..frame(assets, theme) };
    let ours = Library::ours();
    let mut samples = vec![
        ("library", library(&frame, &ours, "")),
        ("library-found", library(&frame, &ours, "teenager")),
        ("library-nothing", library(&frame, &ours, "submarine")),
    ];
    let drawn = |(name, id)| Some((name, card(&frame, &ours, ours.get(id)?)));
    samples.extend(CARDS.into_iter().filter_map(drawn));
    // Thirteen months on, the same card asks to be checked.
    let later = frame.at.checked_add(13.months()).unwrap_or(frame.at);
    if let Some(law) = ours.get("law-heard") {
        samples.push(("library-old", card(&Frame { at: later, ..frame }, &ours, law)));
    }
    samples
}
