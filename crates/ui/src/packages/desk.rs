//! How the ways out stand, for whoever keeps the system.

use std::borrow::Cow;

use domain::id::PackageOutId;
use domain::package_out::{State, Trouble, Way};
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::button::{Weight, send_as};
use crate::dates::moment_short;
use crate::layout::{Frame, MenuItem, page};
use crate::{say, urls};

const STYLES: &[&str] = &["children", "accounts", "tablets"];

/// The ways, and how they stand.
#[derive(Debug, Clone, Default)]
pub struct DeskPage {
    /// The folder, where there is one.
    pub folder: Option<Where>,
    /// The address, where there is one.
    pub push: Option<Where>,
    /// How many stand how.
    pub tallies: Vec<Tally>,
    /// What is in the way of which.
    pub stuck: Vec<Stuck>,
}

/// Where a way leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Where {
    /// What people call the other system.
    pub name: String,
    /// The folder, or the host.
    pub at: String,
    /// What is in the way at this moment.
    pub trouble: Option<Trouble>,
}

/// How many stand so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// By which way.
    pub way: Way,
    /// How.
    pub state: State,
    /// How many.
    pub n: i64,
    /// Since when the oldest does.
    pub oldest: Timestamp,
}

/// One that does not go by itself just now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stuck {
    /// Which.
    pub id: PackageOutId,
    /// By which way.
    pub way: Way,
    /// Whether it stopped.
    pub stopped: bool,
    /// Since when it waits.
    pub since: Timestamp,
    /// How many times it was tried.
    pub tries: i64,
    /// What is in its way.
    pub trouble: Trouble,
    /// What the other system answered with.
    pub status: Option<i64>,
    /// When it is tried again.
    pub next: Timestamp,
}

/// The page.
pub fn desk(frame: &Frame<'_>, desk: &DeskPage) -> Markup {
    let as_of = frame.at.date();
    let ways = [(Way::Folder, &desk.folder), (Way::Push, &desk.push)];
    let none = desk.folder.is_none() && desk.push.is_none();
    let main = html! {
        h1.size-26.list-title { (say!("packages-title")) }
        p.tablets-what { (say!("packages-what")) }
        @if none { section.sheet.plain-sheet { p { (say!("packages-no-way")) } } }
        @for (by, leads) in ways {
            @if leads.is_some() || desk.tallies.iter().any(|tally| tally.way == by) {
                section.sheet.plain-sheet { (way(desk, (by, leads.as_ref()), as_of)) }
            }
        }
        @if !desk.stuck.is_empty() {
            section.sheet.list-sheet {
                h2.size-21 { (say!("packages-stuck")) }
                (table(&desk.stuck, as_of))
            }
        }
    };
    page(frame, &say!("packages-title"), STYLES, Some(MenuItem::Packages), &main)
}

fn way(desk: &DeskPage, (by, leads): (Way, Option<&Where>), as_of: Date) -> Markup {
    let name = leads.map_or("", |leads| leads.name.as_str());
    html! {
        h2.size-21 {
            @match (by, leads) {
                (_, None) => (say!("packages-way-gone")),
                (Way::Folder, _) => (say!("packages-folder", name = name)),
                (Way::Push, _) => (say!("packages-push", name = name)),
            }
        }
        @if let Some(leads) = leads {
            p.source { bdi { (leads.at) } }
            @if let Some(trouble) = leads.trouble { p.notice { (trouble_words(trouble, None)) } }
        }
        dl.whose-facts.counts {
            @for state in [State::Waiting, State::Stopped, State::Sent] {
                (count(desk, (by, state), as_of))
            }
        }
    }
}

fn count(desk: &DeskPage, (by, state): (Way, State), as_of: Date) -> Markup {
    let tally = desk.tallies.iter().find(|tally| tally.way == by && tally.state == state);
    let n = tally.map_or(0, |tally| tally.n);
    let words = match state {
        State::Waiting => say!("packages-waiting"),
        State::Stopped => say!("packages-stopped"),
        State::Sent | State::Overtaken => say!("packages-sent"),
    };
    let oldest = tally.filter(|_| state != State::Sent);
    html! {
        div {
            dt { (words) }
            dd {
                (n)
                @if let Some(tally) = oldest {
                    @let since = moment_short(tally.oldest, as_of);
                    " " span.source { (say!("packages-oldest", at = since)) }
                }
            }
        }
    }
}

fn table(stuck: &[Stuck], as_of: Date) -> Markup {
    html! {
        table.list {
            thead {
                tr {
                    th scope="col" { (say!("packages-since")) }
                    th scope="col" { (say!("packages-where")) }
                    th scope="col" { (say!("packages-why")) }
                    th scope="col" { span.for-readers { (say!("packages-again")) } }
                }
            }
            tbody { @for one in stuck { (row(one, as_of)) } }
        }
    }
}

fn row(one: &Stuck, as_of: Date) -> Markup {
    html! {
        tr {
            th scope="row" {
                (moment_short(one.since, as_of))
                p.source { (say!("packages-number", id = number(one.id))) }
            }
            td {
                @match one.way {
                    Way::Folder => (say!("packages-by-folder")),
                    Way::Push => (say!("packages-by-push")),
                }
            }
            td {
                (trouble_words(one.trouble, one.status))
                p.source {
                    (say!("packages-tries", n = one.tries)) " "
                    @if one.stopped { (say!("packages-waits-for-you")) }
                    @else { (say!("packages-next", at = moment_short(one.next, as_of))) }
                }
            }
            td {
                form method="post" action=(urls::OnePackage(one.id)) {
                    (send_as(Weight::Plain, ("then", "again"), say!("packages-again")))
                }
            }
        }
    }
}

/// The last eight digits of its id, as the log has them too.
fn number(id: PackageOutId) -> String {
    let id = id.to_string();
    id.get(id.len().saturating_sub(8)..).unwrap_or_default().to_owned()
}

pub(super) fn trouble_words(trouble: Trouble, status: Option<i64>) -> Cow<'static, str> {
    let status = status.unwrap_or_default().to_string();
    match trouble {
        Trouble::FolderMissing => say!("packages-folder-missing"),
        Trouble::FolderFull => say!("packages-folder-full"),
        Trouble::FolderShut => say!("packages-folder-shut"),
        Trouble::NoAnswer => say!("packages-no-answer"),
        Trouble::NotNow => say!("packages-not-now", status = status),
        Trouble::NoToken => say!("packages-no-token"),
        Trouble::Broken => say!("packages-broken"),
        Trouble::NotWhole => say!("packages-not-whole"),
        Trouble::Refused => say!("packages-refused", status = status),
        Trouble::SentOn => say!("packages-sent-on", status = status),
        Trouble::NoReceipt => say!("packages-no-receipt"),
        Trouble::OtherReceipt => say!("packages-other-receipt"),
        Trouble::Restricted => say!("packages-restricted"),
        Trouble::NotMade => say!("packages-not-made"),
        Trouble::Gone => say!("packages-gone"),
    }
}
