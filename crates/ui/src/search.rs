//! Search: people first, then what people wrote, by child. It says of each why it was found.
//!
//! A restricted file that was asked for exactly is answered without a name: whom to ring, or the
//! question why. Deliberately absent: a number of all results, which would tell of what is hidden,
//! and suggestions while typing, which would look into files nobody opened.
use std::borrow::Cow;

use domain::person::Phone;
use domain::search::{Answer, Asks, Desk, Likeness, PersonHit, SeenThrough, Why};
use jiff::civil::Date;
use maud::{Markup, html};
use uuid::Uuid;

use crate::button::{Weight, link, send};
use crate::field::{Field, text};
use crate::icon::icon;
use crate::layout::{Frame, page};
use crate::problem::{Wrongs, mend};
use crate::typeset::curly;
use crate::{dates, say, urls};

mod entries;
pub mod samples;

use entries::entries;

/// The longest search a field takes, in characters.
pub use domain::search::SEARCH_CHARS_MAX;

/// Where a search begins.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// What the reader looked for lately, the last first, with the address of each.
    pub lately: Vec<(Uuid, String)>,
    /// What is wrong with what was typed.
    pub wrongs: Wrongs,
}

/// What a search found.
#[derive(Debug, Clone)]
pub struct Found<'a> {
    /// What its address says.
    pub id: Uuid,
    /// What was found.
    pub answer: &'a Answer,
    /// It is not the first page.
    pub goes_on: bool,
    /// The reason typed for a file that asks for one, and what is wrong with it.
    pub reason: &'a str,
    /// What is wrong with it.
    pub wrongs: Wrongs,
}

/// The page a search begins on.
pub fn start(frame: &Frame<'_>, start: &Start) -> Markup {
    sheet(
        frame,
        ("", start.wrongs.at("q")),
        &html! {
            @if !start.lately.is_empty() {
                div.sheet.list-sheet.found {
                    h2.size-21 { (say!("search-lately")) }
                    ul.lately {
                        @for (id, typed) in &start.lately {
                            li { a href=(urls::SearchResult(*id)) dir="auto" { (typed) } }
                        }
                    }
                }
            }
        },
    )
}

/// The page of what was found.
pub fn found(frame: &Frame<'_>, found: &Found<'_>) -> Markup {
    let answer = found.answer;
    sheet(
        frame,
        (&answer.typed, None),
        &html! {
            div.sheet.list-sheet.found {
                (mend(&found.wrongs))
                @if let Some(asks) = &answer.asks { (exact(found, asks)) }
                @if !answer.people.is_empty() { (people(answer)) }
                @if !answer.entries.is_empty() { (written(frame, found)) }
                @if answer.is_nothing() && !found.goes_on { (nothing()) }
                @if let Some(desk) = &answer.duty { p.hits-duty.muted { (duty(desk)) } }
            }
        },
    )
}

fn people(answer: &Answer) -> Markup {
    html! {
        section {
            h2.size-21 { (say!("search-people")) }
            ul.hits { @for hit in &answer.people { (person(hit, answer.as_of)) } }
        }
    }
}

fn written(frame: &Frame<'_>, found: &Found<'_>) -> Markup {
    let answer = found.answer;
    html! {
        section {
            h2.size-21 { (say!("search-entries")) }
            @for child in &answer.entries { (entries(frame, child, answer.as_of)) }
            @if let Some(older) = &answer.older {
                p.hits-older {
                    (link(Weight::Plain, urls::SearchOlder(found.id, older), say!("search-older")))
                }
            }
        }
    }
}

/// The field, large, with what was typed, and under it the answer.
fn sheet(frame: &Frame<'_>, (typed, wrong): (&str, Option<&str>), inside: &Markup) -> Markup {
    let main = html! {
        h1.size-26.list-title { (say!("search-title")) }
        form.search-form method="post" action=(urls::Search) role="search" {
            div.search-line {
                (icon(frame.look, "search", 22))
                input id="q" type="search" name="q" value=(typed) dir="auto" autocomplete="off"
                    aria-label=(say!("search-all")) aria-describedby="q-hint"
                    maxlength=(SEARCH_CHARS_MAX) data-search;
                (send(Weight::Main, say!("search-go")))
            }
            @if let Some(wrong) = wrong { p.error role="alert" { (wrong) } }
            p.hint #q-hint { (say!("search-hint")) }
        }
        (inside)
    };
    // One field to search with is enough on this page.
    let frame = Frame { search: false, ..*frame };
    page(&frame, &say!("search-title"), &["children", "story", "search"], None, &main)
}

fn person(hit: &PersonHit, as_of: Date) -> Markup {
    let age = dates::age(hit.born, as_of);
    let worker = hit.worker.as_ref().map(|name| say!("reason-worker", name = name.as_str()));
    let facts = [age, worker, hit.team.as_deref().map(Cow::Borrowed)];
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    html! {
        li.hit {
            @if hit.through.is_empty() {
                a.hit-name href=(urls::FrontPage(hit.id)) dir="auto" { (curly(&hit.name)) }
            } @else {
                span.hit-name dir="auto" { (curly(&hit.name)) }
            }
            @if !facts.is_empty() { span.muted { (facts.join(", ")) } }
            @for through in &hit.through { span { (family(through)) } }
            @if let Some(why) = why(&hit.why) { span.hit-why dir="auto" { (curly(&why)) } }
            @if hit.own { span.tag { (say!("search-yours")) } }
        }
    }
}

/// "mother’s mother in the family of Idris Mahoney-Shah".
fn family(through: &SeenThrough) -> Markup {
    let name = through.name.as_str();
    let words = match &through.role {
        Some(role) => say!("search-in-family-as", role = role.as_str(), name = name),
        None => say!("search-in-family", name = name),
    };
    html! { a href=(urls::FrontPage(through.child)) dir="auto" { (curly(&words)) } }
}

fn why(why: &Why) -> Option<Cow<'static, str>> {
    match why {
        Why::Name(Likeness::Alike) => Some(say!("search-alike")),
        Why::Name(_) => None,
        Why::OtherName(name, _) => Some(say!("search-also", name = name.as_str())),
        Why::Born => Some(say!("search-born")),
        Why::Number(_) => Some(say!("search-number")),
    }
}

fn exact(found: &Found<'_>, asks: &Asks) -> Markup {
    html! {
        section.exact.notice {
            h2.size-21 { (say!("search-exact")) }
            @match asks {
                Asks::Duty(Some(desk)) => p { (rings("search-exact", desk)) },
                Asks::Duty(None) => p { (say!("search-exact-duty-none")) },
                Asks::Reason => {
                    p { (say!("search-exact-reason")) }
                    (asks_why(found))
                }
                Asks::BreakGlass => {
                    p { (say!("reason-glass")) }
                    p { (say!("reason-glass-told")) }
                    (asks_why(found))
                }
            }
        }
    }
}

fn asks_why(found: &Found<'_>) -> Markup {
    let field = Field {
        name: "reason",
        label: &say!("reason-why"),
        hint: Some(&say!("reason-hint")),
        value: found.reason,
        wrong: found.wrongs.at("reason"),
    };
    html! {
        form method="post" action=(urls::SearchReason(found.id)) {
            (text(&field, 3))
            (send(Weight::Main, say!("reason-open")))
        }
    }
}

fn nothing() -> Markup {
    html! {
        div.hits-none {
            p.asks { (say!("search-nothing")) }
            p { (say!("search-try")) }
            p { (say!("search-listed")) }
        }
    }
}

fn duty(desk: &Desk) -> Cow<'static, str> {
    rings("search", desk)
}

/// Whom to ring, on which number.
fn rings(place: &str, desk: &Desk) -> Cow<'static, str> {
    let (team, Phone { number, note }) = (desk.team.as_str(), &desk.phone);
    match note {
        _ if place == "search-exact" => {
            say!("search-exact-duty", team = team, number = number.as_str())
        }
        Some(note) => {
            say!("search-duty-note", team = team, number = number.as_str(), note = note.as_str())
        }
        None => say!("search-duty", team = team, number = number.as_str()),
    }
}
