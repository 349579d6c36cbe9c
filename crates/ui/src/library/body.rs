//! What stands on a card of the library below its title, the same as on the tablet.

use domain::library::{Card, For, Line, Marked, Part};
use domain::prompt_card::{Level, PromptCard, Prompts};
use jiff::civil::Date;
use maud::{Markup, html};
use std::borrow::Cow;

use crate::layout::Look;
use crate::{dates, say};

/// The levels of a child, in order.
const LEVELS: [Level; 5] = [Level::A, Level::B, Level::C, Level::D, Level::E];

/// A card's drawing, lines, questions, and how far it can be trusted.
pub fn body(look: Look<'_>, card: &Card, today: Date) -> Markup {
    html! {
        @if card.part == Part::Examples { p.muted { (say!("kit-w-library-example")) } }
        @if let Some(picture) = &card.picture {
            img.card-picture src={ (look.assets) "/kit/" (picture) ".svg" } alt="";
        }
        @if let Some(law) = &card.law { p.card-duty { (law.duty) } }
        (lines(&card.lines, card.part == Part::Examples))
        @if let Some(house) = &card.prompts { (prompts(house)) }
        @if card.reader != For::Parent { (trust(card, today)) }
    }
}

/// Lines in order; points that follow one another are one list. In an example what is said is what
/// its worker said.
pub fn lines(all: &[Line], is_example: bool) -> Markup {
    let is_point = |line: &Line| matches!(line, Line::Marked(Marked::Point(_)));
    html! {
        div.card-lines {
            @for group in all.chunk_by(|one, next| is_point(one) && is_point(next)) {
                @if group.first().is_some_and(is_point) {
                    ul { @for point in group { li { (point.words()) } } }
                } @else {
                    @for one in group { (line(one, is_example)) }
                }
            }
        }
    }
}

fn line(line: &Line, is_example: bool) -> Markup {
    let said = |words: &str| say!("quoted", words = words);
    match line {
        Line::Plain(words) | Line::Marked(Marked::Point(words)) => html! { p { (words) } },
        Line::Marked(Marked::Head(words)) => html! { h2.size-18 { (words) } },
        Line::Marked(Marked::Said(words)) => html! { blockquote dir="auto" { (words) } },
        Line::Marked(Marked::Say(words)) => {
            let who = if is_example {
                say!("kit-w-library-worker-says")
            } else {
                say!("kit-w-library-say")
            };
            html! { p.card-say { span { (who) } (said(words)) } }
        }
        Line::Marked(Marked::Not(words)) => {
            html! { p.card-not { span { (say!("kit-w-library-not")) } (said(words)) } }
        }
    }
}

/// The questions of a house by level; those that wait for something say so.
fn prompts(house: &str) -> Markup {
    let prompts = Prompts::ours();
    let of = |level: Level| -> Vec<&PromptCard> {
        let fits =
            |one: &&PromptCard| one.level == level && (level == Level::Adult || one.house == house);
        prompts.all().iter().filter(fits).collect()
    };
    html! {
        @if house == "adult" {
            (asked(&of(Level::Adult)))
        } @else {
            @for level in LEVELS {
                h2.size-18.card-level { (level_word(level)) }
                (asked(&of(level)))
            }
        }
    }
}

fn asked(prompts: &[&PromptCard]) -> Markup {
    html! {
        ul.card-prompts {
            @for one in prompts {
                li {
                    (one.text.replace("{worker}", "…"))
                    @if one.after.is_some() { span.muted { (say!("kit-w-library-waits")) } }
                }
            }
        }
    }
}

fn level_word(level: Level) -> Cow<'static, str> {
    match level {
        Level::A => say!("library-level-a"),
        Level::B => say!("library-level-b"),
        Level::C => say!("library-level-c"),
        Level::D => say!("library-level-d"),
        Level::E => say!("library-level-e"),
        Level::Adult => say!("library-level-adult"),
    }
}

/// From when the words are, who checked them, and what of the law was meant.
fn trust(card: &Card, today: Date) -> Markup {
    let day = dates::full(card.edition);
    html! {
        div.card-trust {
            @if let Some(law) = &card.law {
                p { b { (law.source) } @if !law.section.is_empty() { ", " (law.section) } }
                p { (law.edition) }
            }
            p {
                @match (card.checked(), card.law.is_some()) {
                    (Some((on, who)), _) => {
                        (say!("kit-w-library-checked", day = dates::full(on), who = who))
                    }
                    (None, true) => b { (say!("kit-w-library-lawyer")) },
                    (None, false) => (say!("kit-w-library-nobody")),
                }
                " " (say!("kit-w-library-words-of", day = day))
            }
            @if card.is_old(today) { p { b { (say!("kit-w-library-old")) } } }
        }
    }
}
