//! Before anything is shown: what they would get, drawn as they would get it, beside the questions
//! that practice asks. Paper is the first thing offered; the link stands under it.
use domain::board::BoardChild;
use domain::form::Filled;
use domain::id::{EntryId, PersonId};
use domain::shared_back::{LINK_DAYS, LINK_DAYS_MAX};
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};

use super::family::moment;
use super::sheet::{On, inside};
use super::{Agreed, Nothing};
use crate::button::{Weight, link, send, send_as};
use crate::field::{Choices, Field, choices, line, text};
use crate::layout::{ChildHead, ChildPage, Frame, child_page};
use crate::problem::{Wrongs, mend};
use crate::{dates, say, urls};

/// The page.
#[derive(Debug, Clone)]
pub struct AskPage {
    /// The sitting.
    pub sitting: EntryId,
    /// The id that a showing decided on here gets: sent twice, it is one.
    pub showing: EntryId,
    /// To whom.
    pub person: PersonId,
    /// What they are called: "Mum".
    pub called: String,
    /// The child.
    pub child: BoardChild,
    /// The day on which the child said something important elsewhere, since this sitting.
    pub important: Option<Date>,
    /// The day on which another child of the family did, as far as the reader may read it.
    pub important_beside: Option<Date>,
    /// What they would get, or why nothing.
    pub agreed: Result<Agreed, Nothing>,
    /// How many pages of the sitting are left out.
    pub left_out: usize,
}

/// The page with what was typed before, and what is wrong with it.
pub fn ask(frame: &Frame<'_>, page: &AskPage, typed: &Filled, wrongs: &Wrongs) -> Markup {
    let (child, person) = (page.child.called.as_str(), page.called.as_str());
    child_page(
        frame,
        &head(&page.child),
        &html! {
            article.sheet.plain-sheet {
                @if let Some(on) = page.important {
                    @let day = dates::short(on, frame.at.date());
                    p.notice { (say!("parents-important", child = child, day = day)) }
                }
                @if let Some(on) = page.important_beside {
                    @let day = dates::short(on, frame.at.date());
                    p.notice { (say!("parents-important-beside", day = day)) }
                }
                h2.size-21 { (say!("parents-show", person = person, child = child)) }
                (mend(wrongs))
                @match &page.agreed {
                    Ok(agreed) => div.family-ask {
                        (preview(page, agreed))
                        div { (questions(page, typed, wrongs)) (take_back(page)) }
                    },
                    Err(nothing) => {
                        p.notice { (nothing.says(child, person)) }
                        p { (link(Weight::Words, urls::Entry(page.sitting), say!("parents-back"))) }
                    },
                }
            }
        },
    )
}

fn head(child: &BoardChild) -> ChildHead<'_> {
    ChildHead {
        child: child.id,
        name: &child.name,
        emblem: child.emblem.as_deref(),
        facts: html! { (say!("parents-head")) },
        doing: html! {},
        current: ChildPage::Story,
        beside: html! {},
        styles: &["story", "entry", "houses", "parents"],
    }
}

/// Drawn as they would get it; what is left out is a number and nothing more.
fn preview(page: &AskPage, agreed: &Agreed) -> Markup {
    let person = page.called.as_str();
    html! {
        section.family-preview aria-labelledby="preview" {
            h3 #preview { (say!("parents-preview", person = person)) }
            p.source {
                (say!("parents-left-out", n = page.left_out, person = person))
            }
            div.family-page { (inside(agreed, On::Paper, 4)) }
        }
    }
}

fn questions(page: &AskPage, typed: &Filled, wrongs: &Wrongs) -> Markup {
    let (child, person) = (page.child.called.as_str(), page.called.as_str());
    let one = |name: &'static str, words: &[(&str, String)]| {
        let of = words.iter().map(|(value, words)| {
            ((*value).to_owned(), words.clone(), typed.find(name) == Some(*value))
        });
        of.collect::<Vec<_>>()
    };
    let knows = one(
        "knows",
        &[
            ("yes", say!("parents-knows-yes").into_owned()),
            ("no", say!("parents-knows-no").into_owned()),
        ],
    );
    let safe = one(
        "safe",
        &[
            ("yes", say!("parents-safe-yes").into_owned()),
            ("not_sure", say!("parents-safe-not-sure").into_owned()),
            ("no", say!("parents-safe-no").into_owned()),
        ],
    );
    let field = |name: &'static str| Field {
        name,
        value: typed.one(name),
        wrong: wrongs.at(name),
        ..Field::default()
    };
    let showing = page.showing.to_string();
    let does_know = say!("parents-knows", child = child, person = person);
    let is_safe = say!("parents-safe", child = child, person = person);
    let child_says = say!("parents-child-says", child = child);
    let together = say!("parents-together", person = person);
    html! {
        form.family-questions method="post" action=(urls::ShowTo(page.sitting, page.person)) {
            input type="hidden" name="showing" value=(typed.find("showing").unwrap_or(&showing));
            h3 { (say!("parents-questions")) }
            (choices(&Choices::one("knows", &does_know, knows).wrong(wrongs.at("knows"))))
            (text(&Field { label: &child_says, ..field("child_says") }, 2))
            (choices(&Choices::one("safe", &is_safe, safe).wrong(wrongs.at("safe"))))
            (text(&Field { label: &say!("parents-safe-because"), ..field("safe_because") }, 2))
            (text(&Field { label: &together, hint: Some(&say!("parents-together-hint")),
                ..field("together") }, 2))
            p.hint { (say!("parents-kept")) }
            (send_as(Weight::Main, ("way", "paper"), say!("parents-print")))
            (by_link(page, typed, wrongs))
        }
    }
}

/// A child may change their mind at any time, and nobody asks why.
fn take_back(page: &AskPage) -> Markup {
    let (child, person) = (page.child.called.as_str(), page.called.as_str());
    html! {
        form.family-link method="post" action=(urls::ShowTo(page.sitting, page.person)) {
            h3 { (say!("parents-changed", child = child)) }
            p { (say!("parents-changed-what", person = person)) }
            (send_as(
                Weight::Plain,
                ("then", "take-back"),
                say!("parents-take-back", person = person),
            ))
        }
    }
}

fn by_link(page: &AskPage, typed: &Filled, wrongs: &Wrongs) -> Markup {
    let default = LINK_DAYS.to_string();
    let most = LINK_DAYS_MAX.to_string();
    let days = Field {
        name: "days",
        label: &say!("parents-days"),
        hint: Some(&say!("parents-days-hint", most = most)),
        value: typed.find("days").unwrap_or(&default),
        wrong: wrongs.at("days"),
    };
    html! {
        details.family-link open[wrongs.at("days").is_some()] {
            summary { (say!("parents-link-instead")) }
            p { (say!("parents-link-think", person = page.called.as_str())) }
            (line(&days, "number", "off"))
            (send_as(Weight::Plain, ("way", "link"), say!("parents-make-link")))
        }
    }
}

/// The link, shown once.
pub fn link_given(frame: &Frame<'_>, page: &AskPage, address: &str, until: Timestamp) -> Markup {
    let person = page.called.as_str();
    child_page(
        frame,
        &head(&page.child),
        &html! {
            article.sheet.plain-sheet {
                h2.size-21 { (say!("parents-given", person = person)) }
                p { (say!("parents-given-once")) }
                p.family-address {
                    code dir="ltr" { (address) }
                    button.button type="button" hidden data-copy
                        data-copied=(say!("parents-given-copied")) aria-live="polite" {
                        (say!("parents-given-copy"))
                    }
                }
                ul.family-people {
                    li { (say!("parents-given-until", moment = moment(until))) }
                    li { (say!("parents-given-whoever")) }
                    li { (say!("parents-given-history", person = person)) }
                    li { (say!("parents-given-end")) }
                }
                p { (link(Weight::Plain, urls::Entry(page.sitting), say!("parents-back"))) }
            }
        },
    )
}

/// When something was gone through together: asked again where the day that was written cannot be.
#[derive(Debug, Clone)]
pub struct WhenPage {
    /// The showing.
    pub shared: EntryId,
    /// The sitting.
    pub sitting: EntryId,
    /// The child.
    pub child: BoardChild,
    /// With whom: "Mum".
    pub called: String,
    /// The day it was decided on.
    pub made_on: Date,
}

/// The page with what was typed, and what is wrong with it.
pub fn when(frame: &Frame<'_>, page: &WhenPage, typed: &Filled, wrongs: &Wrongs) -> Markup {
    let person = page.called.as_str();
    let on = Field {
        name: "on",
        label: &say!("parents-when-shown"),
        hint: Some(&say!("parents-when-hint", day = dates::full(page.made_on))),
        value: typed.one("on"),
        wrong: wrongs.at("on"),
    };
    child_page(
        frame,
        &head(&page.child),
        &html! {
            article.sheet.plain-sheet {
                h2.size-21 { (say!("parents-when-together", person = person)) }
                (mend(wrongs))
                form.family-when method="post" action=(urls::Shown(page.shared)) {
                    (line(&on, "date", "off"))
                    (send(Weight::Main, say!("parents-say-shown")))
                    " " (link(Weight::Words, urls::Entry(page.sitting), say!("parents-back")))
                }
            }
        },
    )
}
