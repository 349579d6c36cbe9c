//! Whose it is: what tablets handed in, and the question a person answers before it stands in
//! anybody's record. Of the sitting only what it takes to know it by is shown.

use crate::children;
use domain::child_list::Offered;
use domain::id::{PersonId, SittingId};
use domain::tablet::ImportantIn;
use domain::time::day_of;
use jiff::Timestamp;
use maud::{Markup, html};

use crate::button::{Weight, send_as};
use crate::dates::moment;
use crate::field::{Choices, Field, choices, line};
use crate::layout::{Frame, MenuItem, page};
use crate::problem::{Wrongs, mend};
use crate::{say, urls};

mod bring;
mod list;
mod said;
mod samples;
pub use bring::CameOfFile;
pub use list::{HandedIn, Waits, handed_in};
pub use said::Said;
pub(crate) use said::lines as said_lines;
pub use samples::samples;
pub(crate) use samples::set_aside_and_taken_up;

const STYLES: &[&str] = &["children", "accounts", "tablets"];

/// A sitting, as it is asked whose it is.
#[derive(Debug, Clone)]
pub struct Asks {
    /// Which.
    pub sitting: SittingId,
    /// How many times it was handed in differently and waits.
    pub branches: usize,
    /// Which of them is asked about, in hexadecimal digits.
    pub branch: String,
    /// When it came.
    pub arrived_at: Timestamp,
    /// When it began, by the tablet.
    pub began_at: Timestamp,
    /// What the child is called on the tablet.
    pub name: String,
    /// Who sat with the child.
    pub worker: String,
    /// Where.
    pub place: Option<String>,
    /// How many pages.
    pub pages: usize,
    /// Whether it came to its end.
    pub finished: bool,
    /// How much of it could not be opened, and the code for that; none: all of it could.
    pub unopened: Option<(u32, String)>,
    /// Whether something important was said in it.
    pub important: Option<ImportantIn>,
    /// That it was set aside before, and taken up again.
    pub said: Vec<Said>,
    /// A child who is not on the list can be added: where the kit runs without the record.
    pub may_add: bool,
    /// The child it was taken along for, where the reader may write in that file.
    pub taken_along: Option<(PersonId, String)>,
    /// Whom else the reader works with; who is called most like on the tablet stands first.
    pub others: Vec<Offered>,
    /// How many of them are called like on the tablet.
    pub alike: usize,
}

/// What was answered, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Answered {
    /// Why it is set aside.
    pub why: String,
    /// The name of a child who is added; none was typed.
    pub name: Option<String>,
    /// Their number.
    pub number: String,
    /// What is wrong.
    pub wrongs: Wrongs,
}

/// The question.
pub fn whose(frame: &Frame<'_>, asks: &Asks, answered: &Answered) -> Markup {
    let main = html! {
        h1.size-26.list-title { (say!("whose-one")) }
        (mend(&answered.wrongs))
        @if asks.branches > 1 {
            p.tablets-waiting { (say!("whose-branches", n = asks.branches)) }
        }
        div.accounts {
            section.sheet.plain-sheet {
                (facts(asks)) (which(asks, answered))
                @if asks.may_add { (add(asks, answered)) }
            }
            div.accounts-beside { section.sheet.plain-sheet { (aside(asks, answered)) } }
        }
    };
    page(frame, &say!("whose-one"), STYLES, Some(MenuItem::Tablets), &main)
}

fn facts(asks: &Asks) -> Markup {
    let fact = |what: &str, is: Markup| html! { div { dt { (what) } dd { (is) } } };
    html! {
        dl.whose-facts {
            @if !asks.name.is_empty() {
                (fact(&say!("whose-name"), html! { bdi.size-21 { (asks.name) } }))
                (fact(&say!("whose-with"), html! { bdi { (asks.worker) } }))
            }
            (fact(&say!("whose-began"), html! { (moment(asks.began_at)) }))
            @if let Some(place) = &asks.place {
                (fact(&say!("whose-place"), html! { bdi { (place) } }))
            }
            (fact(&say!("whose-pages"), html! { (asks.pages) }))
            (fact(&say!("whose-arrived"), html! { (moment(asks.arrived_at)) }))
        }
        @if let Some(important) = asks.important {
            div.notice.whose-important {
                p { b { (list::important_in(important)) } }
                p { (say!("whose-important-what")) }
            }
        }
        @if !asks.finished { p { (say!("whose-unfinished")) } }
        @if let Some((count, code)) = &asks.unopened {
            p.notice { (say!("houses-unopened", n = *count, code = code.as_str())) }
        }
        (said_lines(&asks.said))
    }
}

/// The child it was taken along for is one press away, and still somebody's to say; any other is
/// chosen from those the reader works with.
fn which(asks: &Asks, answered: &Answered) -> Markup {
    html! {
        @if let Some((child, name)) = &asks.taken_along {
            form method="post" action=(urls::OneHandedIn(asks.sitting)) {
                input type="hidden" name="branch" value=(asks.branch);
                input type="hidden" name="child" value=(child);
                p.hint { (say!("whose-file-hint")) }
                (send_as(Weight::Main, ("then", "file"), say!("whose-is", name = name.as_str())))
            }
            details.whose-others open[answered.wrongs.at("child").is_some()] {
                summary { (say!("whose-another")) }
                (others(asks, answered))
            }
        } @else {
            (others(asks, answered))
        }
    }
}

fn others(asks: &Asks, answered: &Answered) -> Markup {
    let today = day_of(asks.arrived_at);
    let all = asks.others.iter();
    let all = all.map(|child| (child.id.to_string(), children::offered(child, today), false));
    let all: Vec<_> = all.collect();
    if all.is_empty() && asks.may_add {
        return html! {};
    }
    if all.is_empty() {
        return html! { p { (say!("whose-no-child")) } };
    }
    html! {
        form method="post" action=(urls::OneHandedIn(asks.sitting)) {
                input type="hidden" name="branch" value=(asks.branch);
            @if asks.alike > 0 {
                p.hint { (say!("whose-alike", n = asks.alike, name = asks.name.as_str())) }
            }
            (choices(&Choices::one("child", &say!("whose-choose"), all)
                .wrong(answered.wrongs.at("child"))))
            p.hint { (say!("whose-file-hint")) }
            (send_as(Weight::Plain, ("then", "file"), say!("whose-file")))
        }
    }
}

/// A child who is not on the list, called as on the tablet until somebody types it anew.
fn add(asks: &Asks, answered: &Answered) -> Markup {
    let name = answered.name.as_ref().unwrap_or(&asks.name);
    html! {
        h2.size-21 { (say!("whose-add-title")) }
        form method="post" action=(urls::OneHandedIn(asks.sitting)) autocomplete="off" {
            input type="hidden" name="branch" value=(asks.branch);
            (line(&Field {
                name: "name",
                label: &say!("whose-add-name"),
                value: name,
                wrong: answered.wrongs.at("name"),
                hint: None,
            }, "text", "off"))
            (line(&Field {
                name: "number",
                label: &say!("whose-add-number"),
                hint: Some(&say!("whose-add-number-hint")),
                value: &answered.number,
                wrong: answered.wrongs.at("number"),
            }, "text", "off"))
            p.hint { (say!("whose-add-hint")) }
            (send_as(Weight::Plain, ("then", "add"), say!("whose-add")))
        }
    }
}

fn aside(asks: &Asks, answered: &Answered) -> Markup {
    html! {
        h2.size-21 { (say!("whose-aside")) }
        form method="post" action=(urls::OneHandedIn(asks.sitting)) {
                input type="hidden" name="branch" value=(asks.branch);
            (line(&Field {
                name: "why",
                label: &say!("whose-why"),
                hint: Some(&say!("whose-why-hint")),
                value: &answered.why,
                wrong: answered.wrongs.at("why"),
            }, "text", "off"))
            p.hint { (say!("whose-set-aside-hint")) }
            @if asks.important.is_some() { p { b { (say!("whose-set-aside-important")) } } }
            (send_as(Weight::Plain, ("then", "aside"), say!("whose-set-aside")))
        }
    }
}
