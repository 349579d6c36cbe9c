//! The form of a copy: for whom, and why.

use std::borrow::Cow;

use domain::id::{EntryId, PersonId};
use maud::{Markup, html};

use crate::button::{Weight, link, send};
use crate::field::{Choices, Field, choices, text};
use crate::layout::{Frame, MenuItem, page};
use crate::problem::{Wrongs, mend};
use crate::{say, urls};

/// What a copy may be taken of.
#[derive(Debug, Clone)]
pub struct CopyPage {
    /// The sitting.
    pub root: EntryId,
    /// What the child is called.
    pub called: String,
    /// Something important was said, or it was stopped so that somebody could be told.
    pub important: bool,
    /// Whom outside the family the child said a plain yes for.
    pub people: Vec<Somebody>,
    /// Whom in the family it may be shown to: for them there is no copy.
    pub at_home: Vec<Somebody>,
}

/// Somebody, and their name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Somebody {
    /// Who.
    pub id: PersonId,
    /// The name.
    pub name: String,
}

/// Why there is no copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCopy {
    /// Nothing is for parents where something important was said.
    NotForParents,
    /// It broke off.
    BrokeOff,
    /// The child agreed to show none of it to them.
    NothingAgreed,
    /// Something of it is not here at the moment.
    NotHere,
    /// It cannot be made.
    NotMade,
}

impl NoCopy {
    fn words(self) -> Cow<'static, str> {
        match self {
            Self::NotForParents => say!("packages-copy-no-parents"),
            Self::BrokeOff => say!("packages-copy-broke-off"),
            Self::NothingAgreed => say!("packages-copy-none-agreed"),
            Self::NotHere => say!("packages-copy-not-here"),
            Self::NotMade => say!("packages-copy-not-made"),
        }
    }
}

/// What was typed, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Answered {
    /// For whom.
    pub whom: String,
    /// Why.
    pub why: String,
    /// What is wrong.
    pub wrongs: Wrongs,
    /// Why there is no copy.
    pub no: Option<NoCopy>,
}

/// The form.
pub fn copy(frame: &Frame<'_>, asks: &CopyPage, answered: &Answered) -> Markup {
    let title = say!("packages-copy-of", name = asks.called.as_str());
    let why = Field {
        name: "why",
        label: &say!("packages-copy-why"),
        hint: Some(&say!("packages-copy-why-hint")),
        value: &answered.why,
        wrong: answered.wrongs.at("why"),
    };
    let main = html! {
        div.sheet.plain-sheet.reason {
            h1.size-26 { span dir="auto" { (title) } }
            p { (say!("packages-copy-leaves")) }
            @if let Some(no) = answered.no { p.notice role="alert" { (no.words()) } }
            (mend(&answered.wrongs))
            form method="post" action=(urls::Copy(asks.root)) {
                (choices(&whom(asks, answered, &say!("packages-copy-whom"))))
                (parents(asks))
                (text(&why, 2))
                (send(Weight::Main, say!("packages-copy-take")))
                " " (link(Weight::Words, urls::Entry(asks.root), say!("packages-copy-back")))
            }
        }
    };
    page(frame, &title, &["children"], Some(MenuItem::Children), &main)
}

fn whom<'a>(asks: &CopyPage, answered: &'a Answered, legend: &'a str) -> Choices<'a> {
    let child = asks.called.as_str();
    let offer = |value: String, words: Cow<'_, str>| {
        let ticked = answered.whom == value;
        (value, words.into_owned(), ticked)
    };
    let mut of = vec![
        offer("system".into(), say!("packages-copy-system")),
        offer("child".into(), say!("packages-copy-child", name = child)),
    ];
    of.extend(asks.people.iter().map(|who| {
        let words = say!("packages-copy-person", who = who.name.as_str(), name = child);
        offer(who.id.to_string(), words)
    }));
    Choices {
        name: "whom",
        legend,
        several: false,
        wrong: answered.wrongs.at("whom"),
        at_once: false,
        of,
    }
}

/// Why nobody else is offered, and what to think of before it goes home.
fn parents(asks: &CopyPage) -> Markup {
    let name = asks.called.as_str();
    html! {
        @if asks.important { p.notice { (say!("packages-copy-important", name = name)) } }
        @else if asks.people.is_empty() && asks.at_home.is_empty() {
            p.source { (say!("packages-copy-nobody", name = name)) }
        }
        @if !asks.at_home.is_empty() {
            p { (say!("packages-copy-at-home", name = name)) }
            ul.copy-at-home {
                @for who in &asks.at_home {
                    li {
                        a href=(urls::ShowTo(asks.root, who.id)) {
                            (say!("parents-show", person = who.name.as_str(), child = name))
                        }
                    }
                }
            }
        }
    }
}
