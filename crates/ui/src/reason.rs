//! A file that opens once somebody says why.
//!
//! It says who is told and for how long it opens before a word is typed. Deliberately absent: a
//! list of reasons to choose from, which would be ticked and not thought.
use domain::access::Asked;
use domain::child_list::Listed;
use domain::id::PersonId;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::button::{Weight, link, send};
use crate::field::{Field, text};
use crate::layout::{Frame, MenuItem, page};
use crate::problem::{Wrong, Wrongs, mend};
use crate::{dates, say, urls};

/// What is asked, of whom.
#[derive(Debug, Clone)]
pub struct ReasonPage<'a> {
    /// Whose file.
    pub child: PersonId,
    /// What a search would say of them; none where the reader may not even find them.
    pub known: Option<&'a Listed>,
    /// Whether a reason opens it, or breaking the glass.
    pub asked: Asked,
    /// What was wanted, as the form sends it.
    pub action: &'a str,
    /// The page that was wanted.
    pub go_on: &'a str,
    /// What was typed.
    pub reason: &'a str,
    /// What is wrong with it.
    pub wrongs: Wrongs,
    /// The day that ages are counted on.
    pub as_of: Date,
}

/// The page.
pub fn reason(frame: &Frame<'_>, asks: &ReasonPage<'_>) -> Markup {
    let field = Field {
        name: "reason",
        label: &say!("reason-why"),
        hint: Some(&say!("reason-hint")),
        value: asks.reason,
        wrong: asks.wrongs.at("reason"),
    };
    let main = html! {
        div.sheet.plain-sheet.reason {
            h1.size-26 { (title(asks)) }
            @if let Some(known) = asks.known { p.muted { (facts(known, asks.as_of)) } }
            (what_follows(asks))
            (mend(&asks.wrongs))
            form method="post" action=(urls::Reason(asks.child)) {
                input type="hidden" name="wanted" value=(asks.action);
                input type="hidden" name="go_on" value=(asks.go_on);
                (text(&field, 3))
                (send(Weight::Main, say!("reason-open")))
                " " (link(Weight::Words, urls::MyWork, say!("reason-leave")))
            }
        }
    };
    page(frame, &say!("reason-title"), &["children"], Some(MenuItem::Children), &main)
}

fn title(asks: &ReasonPage<'_>) -> Markup {
    let name = asks.known.map(|known| known.name.as_str()).filter(|name| !name.is_empty());
    html! {
        @match name {
            Some(name) => span dir="auto" { (say!("reason-of", name = name)) },
            None => (say!("reason-title")),
        }
    }
}

/// "13, works with Anita Rowe, Mill Bank Pod".
fn facts(known: &Listed, as_of: Date) -> String {
    let age = dates::age(known.born, as_of).map(std::borrow::Cow::into_owned);
    let worker = known.worker.as_ref().map(|name| say!("reason-worker", name = name).into_owned());
    [age, worker, known.team.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn what_follows(asks: &ReasonPage<'_>) -> Markup {
    let worker = asks.known.and_then(|known| known.worker.as_deref());
    html! {
        @match asks.asked {
            Asked::BreakGlass => {
                p { (say!("reason-glass")) }
                p { (say!("reason-glass-told")) }
            }
            _ => {
                p { (say!("reason-plain")) }
                p {
                    @match worker {
                        Some(name) => (say!("reason-told", name = name)),
                        None => (say!("reason-told-nobody")),
                    }
                }
            }
        }
    }
}

/// Each state worth looking at.
pub fn samples(assets: &str, theme: crate::layout::Theme) -> Vec<(&'static str, Markup)> {
    let frame = crate::front_page::samples::frame(assets, theme);
    let known = crate::children::samples_of_children().into_iter().next();
    let asks = |asked, known| ReasonPage {
        child: PersonId(uuid::Uuid::from_u128(7)),
        known,
        asked,
        action: "open front page",
        go_on: "/",
        reason: "",
        wrongs: Wrongs::default(),
        as_of: Date::constant(2026, 11, 24),
    };
    let empty = Wrongs::of([("reason".to_owned(), Wrong::Empty)]);
    let plain = ReasonPage { wrongs: empty, ..asks(Asked::Reason, known.as_ref()) };
    vec![
        ("reason", reason(&frame, &plain)),
        ("reason-break-glass", reason(&frame, &asks(Asked::BreakGlass, None))),
    ]
}
