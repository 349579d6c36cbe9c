//! The front page of a child: a stranger on call reads it in a minute, on screen or on one side
//! of A4.
//!
//! Slots and their order never change, and an empty slot asks its question. Deliberately absent:
//! sums, colours that judge, anything overdue.
use std::borrow::Cow;

use domain::danger_statement::Level;
use domain::front_page::{Danger, FrontPage, Ring};
use domain::id::PersonId;
use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};

use crate::button::{ScriptAct, Weight, with_script};
use crate::icon::icon;
use crate::layout::{ChildHead, ChildPage, Frame, child_page};
use crate::typeset::{as_said, digits, words};
use crate::{dates, say, typeset, urls};

mod family;
mod identity;
mod middle;
mod print;
pub mod samples;

pub use family::family_drawing;
pub use print::{Fit, fit};

/// All of the page that is the same for everybody with the same facts before them and the same
/// pages to open: neither who reads it nor the minute is in it, so that it may be kept.
#[derive(Debug, Clone)]
pub struct Sheet {
    child: PersonId,
    name: String,
    emblem: Option<String>,
    facts: Markup,
    density: &'static str,
    slots: Markup,
}

/// The sheet; `drawing` is what [`family_drawing`] made of `page.family`, kept by the caller.
pub fn sheet(frame: &Frame<'_>, page: &FrontPage, drawing: &Markup) -> Sheet {
    let frame = &of_nobody(frame, page);
    let fit = fit(page);
    let mut slots = html! {
        (print::refusal(&fit))
        (important(page))
        article.sheet.front-page {
            (tonight(frame, page))
            (identity::column(frame, page, drawing))
            (worries(frame, page))
            (working_well(frame, page))
            (needs(frame, page))
            (middle::scale(frame, page))
            (middle::plan(frame, page))
            (middle::decision(frame, page))
            (middle::unknowns(frame, page))
        }
        (lately(frame, page))
    };
    // It is kept: without room to grow.
    slots.0.shrink_to_fit();
    Sheet {
        child: page.child.id,
        name: page.child.name.clone(),
        emblem: page.child.emblem.as_ref().map(|emblem| emblem.picture.clone()),
        facts: identity::facts(page),
        density: print::density(&fit),
        slots,
    }
}

/// The frame without its reader and its minute.
fn of_nobody<'a>(frame: &Frame<'a>, page: &FrontPage) -> Frame<'a> {
    let at = page.as_of.at(0, 0, 0, 0);
    Frame { reader: "", at, menu: &[], search: false, ..*frame }
}

/// The page.
pub fn front_page(frame: &Frame<'_>, sheet: &Sheet) -> Markup {
    let head = ChildHead {
        child: sheet.child,
        name: &sheet.name,
        emblem: sheet.emblem.as_deref(),
        facts: sheet.facts.clone(),
        doing: doing(frame),
        current: ChildPage::FrontPage,
        beside: html! {},
        styles: &["scale", "genogram", "front_page", "front_page_print"],
    };
    let around = html! {
        div class={ "front-page-file " (sheet.density) } {
            (PreEscaped(HOLE))
            (print::foot(frame))
        }
    };
    put_into(&child_page(frame, &head, &around), &sheet.slots)
}

/// Where the sheet goes. No text on a page holds it: there a `<` is written as `&lt;`.
const HOLE: &str = "<!--sheet-->";

/// The sheet in the page around it, copied once: it is large, and pages are drawn inside out.
fn put_into(around: &Markup, slots: &Markup) -> Markup {
    let (before, after) = around.0.split_once(HOLE).unwrap_or((&around.0, ""));
    let mut page = String::with_capacity(before.len() + slots.0.len() + after.len());
    for part in [before, &slots.0, after] {
        page.push_str(part);
    }
    PreEscaped(page)
}

fn doing(frame: &Frame<'_>) -> Markup {
    html! {
        (with_script(frame.look, Weight::Words, ScriptAct::ReadAloud, say!("front-read-aloud")))
        (with_script(frame.look, Weight::Plain, ScriptAct::Print, say!("front-print")))
    }
}

/// The dot of what is newer than the reader's last look.
fn new_dot(new: bool, page: &FrontPage) -> Markup {
    let says = match page.looked_on {
        Some(day) => say!("new-since", day = dates::day_and_month(day)),
        None => say!("new-first-look"),
    };
    html! {
        @if new { span.new-dot role="img" aria-label=(says) title=(says) {} }
    }
}

/// The question of an empty slot.
fn asks(question: &str) -> Markup {
    html! { p.asks { (question) } }
}

/// The head of a slot: icon, words, and a small label at its end.
fn head(frame: &Frame<'_>, picture: &str, title: &str, label: &Markup) -> Markup {
    html! {
        h2.head { (icon(frame.look, picture, 20)) (title) small { (label) } }
    }
}

/// That the child said something important, and where it stands; no word of it, and on no paper.
fn important(page: &FrontPage) -> Markup {
    html! {
        @for said in &page.important {
            p.notice.front-important.only-screen {
                a href=(urls::Entry(said.entry)) {
                    (say!("front-important", day = dates::short(said.on, page.as_of)))
                }
            }
        }
    }
}

fn tonight(frame: &Frame<'_>, page: &FrontPage) -> Markup {
    html! {
        section.tonight data-slot {
            h2 { (icon(frame.look, "moon", 20)) (say!("front-tonight")) }
            @if page.tonight.is_empty() {
                p.tonight-lines.asks { (say!("front-tonight-asks")) }
            } @else {
                p.tonight-lines {
                    @for (nth, line) in page.tonight.iter().take(2).enumerate() {
                        @if nth > 0 { br; }
                        (words(line))
                    }
                }
            }
            div.rings { @for ring in page.ring.iter().take(2) { (one_ring(frame, ring)) } }
        }
    }
}

fn one_ring(frame: &Frame<'_>, ring: &Ring) -> Markup {
    let duty = say!("front-duty-team");
    let who = ring.who.as_ref().map_or(&*duty, |who| &who.called);
    html! {
        div {
            span { (say!("front-ring", who = who, hours = typeset::curly(&ring.hours))) }
            @if let Some(phone) = &ring.phone {
                a.phone.always[ring.who.is_none()] href={ "tel:" (digits(phone)) } {
                    (icon(frame.look, "phone", 18)) (phone)
                }
            } @else {
                span.muted { (say!("front-no-number")) }
            }
        }
    }
}

/// "more on the map", where the map exists and holds more of these than are drawn.
fn more_on_map(frame: &Frame<'_>, page: &FrontPage, drawn: usize, all: usize) -> Markup {
    html! {
        @if all > drawn && frame.has(ChildPage::Map) {
            p.source {
                a href=(urls::Map(page.child.id)) { (say!("front-more-on-map", n = all - drawn)) }
            }
        }
    }
}

fn worries(frame: &Frame<'_>, page: &FrontPage) -> Markup {
    let worry = page.dangers.first().is_some_and(|danger| danger.level == Level::Worry);
    let label = if worry { say!("front-worry-label") } else { say!("front-danger-label") };
    let label = html! { (label) };
    html! {
        section.column.slot-worries data-slot {
            div.worry { (head(frame, "cloud-rain", &say!("front-worries"), &label)) }
            @match page.dangers.first() {
                None => (asks(&say!("front-worries-asks", name = page.child.called.as_str()))),
                Some(danger) => (statement(danger, page)),
            }
            (more_on_map(frame, page, 1, page.dangers.len()))
        }
    }
}

fn statement(danger: &Danger, page: &FrontPage) -> Markup {
    let (before, disagreement, after) = danger.parts();
    let who =
        danger.who_worries.iter().map(|who| who.called.as_str()).collect::<Vec<_>>().join(", ");
    html! {
        p.statement dir="auto" {
            (new_dot(danger.new, page)) (words(before))
            @if !disagreement.is_empty() { span.disagrees { (words(disagreement)) } }
            (words(after))
        }
        p.source { (said_on(&who, danger.on, page)) }
    }
}

/// "Gill, neighbour, 8 Oct": under what they said.
fn said_on(who: &str, on: Date, page: &FrontPage) -> Cow<'static, str> {
    say!("front-source", who = who, day = dates::short(on, page.as_of))
}

fn working_well(frame: &Frame<'_>, page: &FrontPage) -> Markup {
    let label = html! { (say!("front-strengths-label")) };
    let sources = speakers(page);
    html! {
        section.column.slot-well data-slot {
            div.well { (head(frame, "sun", &say!("front-well"), &label)) }
            @if page.strengths.is_empty() { (asks(&say!("front-well-asks"))) }
            ul.strengths {
                @for (strength, who) in page.strengths.iter().zip(&sources) {
                    li {
                        p dir="auto" {
                            (new_dot(strength.new, page)) (as_said(&strength.text, strength.mode))
                        }
                        p.source {
                            (said_on(who, strength.on, page))
                            @if strength.seen_safety {
                                " " b.tag.well { (say!("front-seen-safety")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Who said each strength: with what they are to the child the first time, by name alone after
/// that.
fn speakers(page: &FrontPage) -> Vec<String> {
    let mut known = Vec::new();
    page.strengths
        .iter()
        .map(|strength| {
            let who = &strength.said_by;
            let first_time = !known.contains(&who.id);
            known.push(who.id);
            match &who.relation {
                Some(relation) if first_time => format!("{}, {relation}", who.called),
                _ => who.called.clone(),
            }
        })
        .collect()
}

fn needs(frame: &Frame<'_>, page: &FrontPage) -> Markup {
    let label = html! { (say!("front-goal-label")) };
    html! {
        section.column.slot-needs data-slot {
            div.need { (head(frame, "footprints", &say!("front-needs"), &label)) }
            @match page.goals.first() {
                None => (asks(&say!("front-needs-asks"))),
                Some(goal) => p.statement dir="auto" {
                    (new_dot(goal.new, page)) (words(&goal.text))
                },
            }
            (more_on_map(frame, page, 1, page.goals.len()))
            @if !page.next.is_empty() {
                ol.next-steps {
                    @for step in page.next.iter().take(3) {
                        li {
                            b.figures { (dates::short(step.by, page.as_of)) } span {
                                (words(&step.text))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn lately(frame: &Frame<'_>, page: &FrontPage) -> Markup {
    html! {
        @if !page.lately.is_empty() {
            section.lately {
                h2 { (say!("front-lately")) }
                ul {
                    @for event in page.lately.iter().take(3) {
                        li {
                            (new_dot(event.new, page))
                            (dates::short(event.on, page.as_of)) " " (words(&event.text))
                        }
                    }
                }
                @if frame.has(ChildPage::Story) {
                    a href=(urls::Story(page.child.id)) { (say!("front-story")) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
