//! Tablets: the reader's own, whom each has along, and the code that sets a new one up.

use crate::children;
use domain::child_list::Offered;
use domain::id::{PersonId, TabletId};
use domain::tablet::{Along, Standing, Tablet, ToSay, VisitOn};
use domain::time::{day_of, london};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::button::{Weight, link, send};
use crate::dates::{self, moment};
use crate::field::{Field, line};
use crate::layout::{Frame, MenuItem, page};
use crate::problem::{Wrongs, mend};
use crate::{say, urls};

mod samples;
pub use samples::samples;

const STYLES: &[&str] = &["children", "accounts", "tablets"];

/// The page of tablets.
#[derive(Debug, Clone, Default)]
pub struct TabletsPage {
    /// The reader's own, the newest first.
    pub own: Vec<Tablet>,
    /// What the children are called whom the reader may find.
    pub names: BTreeMap<PersonId, String>,
    /// Whom the reader could take along.
    pub may_take: Vec<Offered>,
    /// The child from whose page the reader comes.
    pub child: Option<PersonId>,
    /// How many sittings wait.
    pub waiting: ToSay,
    /// What was typed as the name of a new one.
    pub typed: String,
    /// What is wrong with it.
    pub wrongs: Wrongs,
}

/// The page.
pub fn tablets(frame: &Frame<'_>, shown: &TabletsPage, now: Timestamp) -> Markup {
    let main = html! {
        h1.size-26.list-title { (say!("menu-tablets")) }
        (mend(&shown.wrongs))
        p.tablets-what { (say!("tablets-what")) }
        (waiting(shown.waiting))
        div.accounts {
            section.sheet.list-sheet {
                @if shown.own.is_empty() { p { (say!("tablets-none")) } }
                @for tablet in &shown.own { (one((shown, frame.record), tablet, now)) }
            }
            div.accounts-beside {
                section.sheet.plain-sheet {
                    h2.size-21 { (say!("tablets-new")) }
                    form method="post" action=(urls::Tablets) {
                        (line(&Field {
                            name: "name",
                            label: &say!("tablets-name"),
                            hint: Some(&say!("tablets-name-hint")),
                            value: &shown.typed,
                            wrong: shown.wrongs.at("name"),
                        }, "text", "off"))
                        (send(Weight::Main, say!("tablets-make-code")))
                    }
                }
                p.tablets-file { a href=(urls::HandedIn) { (say!("tablets-file")) } }
            }
        }
    };
    page(frame, &say!("menu-tablets"), STYLES, Some(MenuItem::Tablets), &main)
}

/// How many sittings wait for somebody to say whose they are; nothing where none does.
pub(crate) fn waiting(waits: ToSay) -> Markup {
    let says = match waits.how_many {
        0 => return html! {},
        1 => say!("tablets-waiting-one"),
        n => say!("tablets-waiting-other", n = n),
    };
    html! {
        p.tablets-waiting {
            (says) " "
            @match (waits.important, waits.how_many) {
                (0, _) => {},
                (_, 1) => { (say!("tablets-waiting-important")) " " },
                (n, _) => { (say!("tablets-waiting-important-among", n = n)) " " },
            }
            a href=(urls::HandedIn) { (say!("tablets-waiting-look")) }
        }
    }
}

/// With what stands on the page, and whether a name leads to the child's file.
fn one((shown, links): (&TabletsPage, bool), tablet: &Tablet, now: Timestamp) -> Markup {
    let in_use = matches!(tablet.standing, Standing::InUse { .. });
    let (along, before): (Vec<&Along>, Vec<&Along>) =
        tablet.along.iter().partition(|along| along.until > now);
    html! {
        article.tablet id={ "tablet-" (tablet.id) } {
            h2.size-21 { bdi { (tablet.name) } }
            p { (standing(tablet.standing)) }
            p.quiet { (seen(tablet.seen_at)) }
            @if in_use {
                h3 { (say!("tablets-along")) }
                @if along.is_empty() { p { (say!("tablets-along-none")) } }
                ul.tablet-along {
                    @for one in &along { li { (taken((shown, links), tablet.id, one)) } }
                }
                (take(shown, tablet, (&along, day_of(now))))
            }
            @if !before.is_empty() {
                details {
                    summary { (say!("tablets-held")) }
                    ul { @for one in &before {
                        li { (name((shown, links), one.child)) ", " (moment(one.taken_at)) }
                    } }
                }
            }
            (lost_or_found(tablet))
        }
    }
}

fn taken(shown: (&TabletsPage, bool), tablet: TabletId, one: &Along) -> Markup {
    html! {
        form.tablet-off method="post" action=(urls::TabletAlong(tablet)) {
            span { (name(shown, one.child)) ", " (until(one)) }
            input type="hidden" name="child" value=(one.child);
            input type="hidden" name="then" value="give-back";
            (send(Weight::Words, say!("tablets-give-back")))
        }
    }
}

/// "until midnight on 25 Nov": the day that ends with it.
fn until(along: &Along) -> Cow<'static, str> {
    let last = along.until.checked_sub(SignedDuration::from_secs(1)).unwrap_or(along.until);
    say!("tablets-along-until", day = dates::short(day_of(last), day_of(along.taken_at)))
}

fn take(shown: &TabletsPage, tablet: &Tablet, (along, today): (&[&Along], Date)) -> Markup {
    let free = |child: &PersonId| along.iter().all(|one| one.child != *child);
    let may_take: Vec<_> = shown.may_take.iter().filter(|child| free(&child.id)).collect();
    if may_take.is_empty() {
        return html! { p.quiet { (say!("tablets-no-child")) } };
    }
    let field = format!("child-{}", tablet.id);
    html! {
        form.tablet-take method="post" action=(urls::TabletAlong(tablet.id)) {
            label for=(field) { (say!("tablets-take-whom")) }
            select id=(field) name="child" required {
                option value="" { (say!("tablets-take-choose")) }
                (offered(&may_take, true, (shown.child, today)))
                (offered(&may_take, false, (shown.child, today)))
            }
            @let when = format!("visit-{}", tablet.id);
            label for=(when) { (say!("tablets-take-when")) }
            select id=(when) name="visit" {
                option value=(VisitOn::Today.as_str()) { (say!("tablets-take-today")) }
                option value=(VisitOn::Tomorrow.as_str()) { (say!("tablets-take-tomorrow")) }
            }
            input type="hidden" name="then" value="take";
            (send(Weight::Plain, say!("tablets-take")))
        }
    }
}

/// Those the reader works with, or those of their teams.
fn offered(all: &[&Offered], own: bool, (chosen, today): (Option<PersonId>, Date)) -> Markup {
    let those: Vec<_> = all.iter().filter(|child| child.own == own).collect();
    let label = if own { say!("tablets-take-own") } else { say!("tablets-take-team") };
    html! {
        @if !those.is_empty() {
            optgroup label=(label) {
                @for child in those {
                    option value=(child.id) selected[chosen == Some(child.id)] {
                        (children::offered(child, today))
                    }
                }
            }
        }
    }
}

fn lost_or_found(tablet: &Tablet) -> Markup {
    let (then, says) = match tablet.standing {
        Standing::Expected { .. } => return html! {},
        Standing::Lost { .. } => ("found", say!("tablets-say-found")),
        Standing::InUse { .. } | Standing::Over => ("lost", say!("tablets-say-lost")),
    };
    html! {
        form method="post" action=(urls::OneTablet(tablet.id)) {
            input type="hidden" name="then" value=(then);
            (send(Weight::Words, &says))
        }
    }
}

fn standing(standing: Standing) -> Markup {
    html! {
        @match standing {
            Standing::Expected { until } => (say!("tablets-expected", until = moment(until))),
            Standing::InUse { until } => (say!("tablets-in-use", until = day(until))),
            Standing::Over => (say!("tablets-over")),
            Standing::Lost { since } => (say!("tablets-lost", since = day(since))),
        }
    }
}

fn seen(at: Option<Timestamp>) -> Markup {
    html! {
        @match at {
            Some(at) => (say!("tablets-seen", at = moment(at))),
            None => (say!("tablets-never-seen")),
        }
    }
}

fn name((shown, links): (&TabletsPage, bool), child: PersonId) -> Markup {
    match shown.names.get(&child) {
        Some(name) if !links => html! { bdi { (name) } },
        Some(name) => html! { a href=(urls::FrontPage(child)) { bdi { (name) } } },
        None => html! { (say!("tablets-somebody")) },
    }
}

fn day(at: Timestamp) -> String {
    dates::full(at.to_zoned_datetime(london()).date())
}

/// The code, shown once.
pub fn code_given(frame: &Frame<'_>, code: &str, until: Timestamp, kit: &str) -> Markup {
    let main = html! {
        section.sheet.plain-sheet.code-given {
            h1.size-26 { (say!("tablets-code")) }
            p.code { bdi dir="ltr" { (code) } }
            p { (say!("tablets-code-where", where = kit, until = moment(until))) }
            p { (link(Weight::Plain, urls::Tablets, say!("tablets-code-done"))) }
        }
    };
    page(frame, &say!("tablets-code"), STYLES, Some(MenuItem::Tablets), &main)
}
