//! The library: what practitioners look up before a visit and after it, and what they print for
//! parents.
//!
//! It is looked through by a plain address, `?q=`, as no other search is: what is asked for is
//! never about anybody, the answer is the same for all, and a colleague can be sent it. The field
//! says so, and the search for people is not on these pages, so that neither is taken for the
//! other. Deliberately absent: copying a card into a child's record. A worked example is no
//! assessment.

use domain::library::{Card, For, Library, Part, find::ASKED_CHARS_MAX};
use maud::{Markup, html};

use crate::button::{ScriptAct, Weight, send, with_script};
use crate::icon::icon;
use crate::layout::{Frame, MenuItem, page};
use crate::{say, urls};

mod body;
pub mod samples;
#[cfg(test)]
mod tests;

pub use body::{body, lines};

const STYLES: &[&str] = &["children", "search", "library"];

/// The library, or what of it fits the words that were asked.
pub fn library(frame: &Frame<'_>, library: &Library, asked: &str) -> Markup {
    let found = (!asked.trim().is_empty()).then(|| library.find(asked));
    let main = html! {
        h1.size-26.list-title { (say!("library-title")) }
        (search(frame, asked))
        div.sheet.plain-sheet.library {
            @match &found {
                Some(cards) => (results(cards)),
                None => { @for part in Part::ALL { (section(library, part)) } }
            }
            p.library-note.muted { (say!("kit-w-library-made-up")) }
        }
    };
    at_library(frame, &say!("library-title"), &main)
}

/// One card, to be read and to be printed.
pub fn card(frame: &Frame<'_>, library: &Library, card: &Card) -> Markup {
    let rests: Vec<&Card> = card.cites.iter().filter_map(|id| library.get(id)).collect();
    let serves: Vec<&Card> = library.that_cite(&card.id).collect();
    let main = html! {
        p.library-back.only-screen {
            a href=(urls::Library) { (icon(frame.look, "arrow-left", 18)) (say!("library-title")) }
            span { "· " (part_word(card.part)) }
        }
        article.sheet.plain-sheet.card-sheet.for-parents[card.reader == For::Parent] {
            div.card-main {
                h1.size-26 { (card.title) }
                (body(frame.look, card, frame.at.date()))
            }
            div.card-beside {
                (with_script(frame.look, Weight::Plain, ScriptAct::Print, say!("library-print")))
                @if !rests.is_empty() { (beside(&say!("kit-w-library-rests"), &rests)) }
                @if !serves.is_empty() { (beside(&say!("kit-w-library-serves"), &serves)) }
            }
        }
        p.printed.only-print { span { (say!("library-printed")) } }
    };
    at_library(frame, &card.title, &main)
}

/// One field to search with is enough on these pages.
fn at_library(frame: &Frame<'_>, title: &str, main: &Markup) -> Markup {
    let frame = Frame { search: false, ..*frame };
    page(&frame, title, STYLES, Some(MenuItem::Library), main)
}

fn search(frame: &Frame<'_>, asked: &str) -> Markup {
    html! {
        form.search-form.library-search action=(urls::Library) role="search" {
            div.search-line {
                (icon(frame.look, "search", 22))
                input id="q" type="search" name="q" value=(asked) dir="auto" autocomplete="off"
                    aria-label=(say!("kit-w-library-find")) aria-describedby="q-hint"
                    maxlength=(ASKED_CHARS_MAX);
                (send(Weight::Main, say!("search-go")))
            }
            p.hint #q-hint { (say!("kit-w-library-find-hint")) }
        }
    }
}

fn results(cards: &[&Card]) -> Markup {
    html! {
        section.library-part {
            @match cards.len() {
                0 => h2.size-21 { (say!("kit-w-library-none")) },
                1 => h2.size-21 { (say!("kit-w-library-found-one")) },
                n => h2.size-21 { (say!("kit-w-library-found-other", count = n)) },
            }
            (list(cards, true))
            p { a href=(urls::Library) { (say!("kit-w-library-all")) } }
        }
    }
}

fn section(library: &Library, part: Part) -> Markup {
    let cards: Vec<&Card> = library.of(part).collect();
    html! {
        section.library-part.library-wide[part == Part::Law] {
            h2.size-21 { (part_word(part)) }
            (list(&cards, false))
        }
    }
}

fn list(cards: &[&Card], says_part: bool) -> Markup {
    html! {
        ul.cards {
            @for card in cards {
                li {
                    a href=(urls::LibraryCard(&card.id)) { (card.title) }
                    @if let Some(law) = &card.law {
                        span.muted {
                            (law.source)
                            @if !law.section.is_empty() { ", " (law.section) }
                        }
                    } @else if says_part {
                        span.muted { (part_word(card.part)) }
                    }
                }
            }
        }
    }
}

fn beside(title: &str, cards: &[&Card]) -> Markup {
    html! { section { h2.size-18 { (title) } (list(cards, false)) } }
}

/// What a part is called.
fn part_word(part: Part) -> std::borrow::Cow<'static, str> {
    match part {
        Part::Prepare => say!("kit-w-library-part-prepare"),
        Part::Children => say!("kit-w-library-part-children"),
        Part::Houses => say!("kit-w-library-part-houses"),
        Part::Prompts => say!("kit-w-library-part-prompts"),
        Part::Examples => say!("kit-w-library-part-examples"),
        Part::Parents => say!("kit-w-library-part-parents"),
        Part::After => say!("kit-w-library-part-after"),
        Part::Law => say!("kit-w-library-part-law"),
        Part::About => say!("kit-w-library-part-about"),
    }
}
