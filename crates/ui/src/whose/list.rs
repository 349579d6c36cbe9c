//! What tablets handed in, as far as it is the reader's to say: what waits, and what was set aside.

use super::bring::{CameOfFile, bring, had};
use super::{STYLES, Said, moment};
use crate::button::{Weight, link, send_as};
use crate::layout::{Frame, MenuItem, page};
use crate::{say, urls};
use domain::id::SittingId;
use domain::tablet::ImportantIn;
use jiff::Timestamp;
use maud::{Markup, html};
use std::borrow::Cow;

/// A sitting that waits, in the list.
#[derive(Debug, Clone)]
pub struct Waits {
    /// Which.
    pub sitting: SittingId,
    /// When it came.
    pub arrived_at: Timestamp,
    /// Whether it came to its end on the tablet.
    pub finished: bool,
    /// What the tablet is called.
    pub tablet: String,
    /// Whose tablet it is, where not the reader's.
    pub worker: Option<String>,
    /// Whether something important was said in it.
    pub important: Option<ImportantIn>,
}

/// What tablets handed in, as far as it is the reader's to say whose it is.
#[derive(Debug, Clone, Default)]
pub struct HandedIn {
    /// What waits.
    pub waits: Vec<Waits>,
    /// What was set aside, each with the branch it is, in hexadecimal digits.
    pub aside: Vec<(Waits, String, Said)>,
    /// What came of a file that was brought.
    pub came: Option<CameOfFile>,
}

/// The list.
pub fn handed_in(frame: &Frame<'_>, list: &HandedIn) -> Markup {
    let main = html! {
        h1.size-26.list-title { (say!("whose-title")) }
        (had(list.came))
        p.tablets-what { (say!("whose-what")) }
        section.sheet.list-sheet {
            @if list.waits.is_empty() { p { (say!("whose-none")) } }
            @else { (table(&list.waits)) }
        }
        @if !list.aside.is_empty() {
            h2.size-21.list-title { (say!("whose-asides")) }
            p.tablets-what { (say!("whose-asides-what")) }
            section.sheet.list-sheet { (asides(&list.aside)) }
        }
        section.sheet.plain-sheet.bring { (bring(list.came)) }
    };
    page(frame, &say!("whose-title"), STYLES, Some(MenuItem::Tablets), &main)
}

fn table(list: &[Waits]) -> Markup {
    // Where all of it is the reader's own, nobody is named.
    let others = list.iter().any(|one| one.worker.is_some());
    html! {
        table.list {
            thead {
                tr {
                    th scope="col" { (say!("whose-when")) }
                    th scope="col" { (say!("whose-tablet")) }
                    @if others { th scope="col" { (say!("whose-worker")) } }
                    th scope="col" { span.for-readers { (say!("whose-say")) } }
                }
            }
            tbody {
                @for one in list {
                    tr {
                        th scope="row" { (which(one)) }
                        td { bdi { (one.tablet) } }
                        @if others {
                            td { @if let Some(worker) = &one.worker { bdi { (worker) } } }
                        }
                        td {
                            (link(Weight::Words, urls::OneHandedIn(one.sitting), say!("whose-say")))
                        }
                    }
                }
            }
        }
    }
}

/// When it came, and what is to be known of it before it is opened.
fn which(one: &Waits) -> Markup {
    html! {
        (moment(one.arrived_at))
        @if let Some(begun) = begun(one.sitting) {
            p.source { (say!("whose-begun", at = moment(begun))) }
        }
        @if let Some(important) = one.important { p.whose-important { (important_in(important)) } }
        @if !one.finished { p.source { (say!("whose-unfinished")) } }
    }
}

/// When it began, by the tablet's clock: its id was made then.
fn begun(sitting: SittingId) -> Option<Timestamp> {
    let (seconds, nanos) = sitting.0.get_timestamp()?.to_unix();
    Timestamp::new(i64::try_from(seconds).ok()?, i32::try_from(nanos).ok()?).ok()
}

/// That something important was said, and whether anybody was rung.
pub(super) fn important_in(is: ImportantIn) -> Cow<'static, str> {
    match is {
        ImportantIn::NobodyRung => say!("whose-important-not-rung"),
        ImportantIn::Rung => say!("whose-important"),
    }
}

fn asides(list: &[(Waits, String, Said)]) -> Markup {
    html! {
        table.list {
            thead {
                tr {
                    th scope="col" { (say!("whose-when")) }
                    th scope="col" { (say!("whose-tablet")) }
                    th scope="col" { (say!("whose-worker")) }
                    th scope="col" { (say!("whose-aside-why")) }
                    th scope="col" { span.for-readers { (say!("whose-take-up")) } }
                }
            }
            tbody { @for (one, branch, aside) in list { (aside_row(one, branch, aside)) } }
        }
    }
}

fn aside_row(one: &Waits, branch: &str, aside: &Said) -> Markup {
    html! {
        tr {
            th scope="row" { (which(one)) }
            td { bdi { (one.tablet) } }
            td { @if let Some(worker) = &one.worker { bdi { (worker) } } }
            td {
                @if let Some(why) = &aside.why { bdi { (why) } " " }
                span.source {
                    "(" (say!("whose-aside-by", name = &*aside.by, at = moment(aside.at))) ")"
                }
            }
            td {
                form method="post" action=(urls::OneHandedIn(one.sitting)) {
                    input type="hidden" name="branch" value=(branch);
                    (send_as(Weight::Words, ("then", "take-up"), say!("whose-take-up")))
                }
            }
        }
    }
}
