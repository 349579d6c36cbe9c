//! What people put on a child's front page: the emblem, the message, what to know tonight, and
//! what is pinned.
//!
//! The short files give no day for these; they are written the day the child was first seen, and
//! what to know tonight with the plan. What is pinned is pinned last.

use domain::child_message::ChildMessage;
use domain::emblem::{Emblem, Made};
use domain::pins::{Helping, Pins, Ring, Rung};
use domain::tonight::Tonight;
use domain::voice::Mode;
use jiff::civil::Date;

use super::book::Book;
use super::case::{Case, New};
use super::moment::office;
use super::plan::Days;
use super::words;
use crate::family::{FrontPage, NoteKind, RingWho};

/// Writes down every child's front page.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>) {
    for page in &case.family.front_pages {
        let met = met(case, page);
        message(book, case, page, met);
        emblem(book, case, page, met);
        tonight(book, case, page, met);
        pins(book, case, page);
    }
}

/// The day the child was first seen, else first written about.
fn met(case: &Case<'_>, page: &FrontPage) -> Date {
    let notes = || case.family.notes.iter().filter(|note| !note.planned && !note.draft);
    let seen = notes().filter(|note| note.seen.contains(&page.child)).map(|note| note.on).min();
    seen.unwrap_or_else(|| case.child_since(&page.child)).max(case.child_since(&page.child))
}

fn of_child(page: &FrontPage, line: New) -> New {
    New { children: vec![page.child.clone()], ..line }
}

fn message(book: &mut Book<'_>, case: &Case<'_>, page: &FrontPage, met: Date) {
    let payload = ChildMessage { child: book.person(&page.child), text: page.message.text.clone() };
    let day = page.message.said.as_ref().map_or(met, |(_, on)| *on);
    let mut line = of_child(page, case.new_on(day, payload));
    if let Some((who, _)) = &page.message.said {
        let how = if *who == page.child { Mode::Verbatim } else { Mode::CloseNote };
        line.said_by = Some(words::voice(book.person(who), how));
    }
    case.write(book, line);
}

fn emblem(book: &mut Book<'_>, case: &Case<'_>, page: &FrontPage, met: Date) {
    let Some(emblem) = &page.emblem else { return };
    let given = emblem.given.as_ref();
    let payload = Emblem {
        child: book.person(&page.child),
        shows: emblem.picture.clone(),
        given_by: given.map(|given| book.person(&given.by)),
        how: given.and_then(|given| Made::parse(&given.how)),
        picture: None,
    };
    let day = given.map_or(met, |given| given.on);
    let line = of_child(page, case.new_on(day, payload));
    case.write(book, line);
}

fn tonight(book: &mut Book<'_>, case: &Case<'_>, page: &FrontPage, met: Date) {
    if page.tonight.is_empty() {
        return;
    }
    let planned = case.family.plan.as_ref().map(|plan| Days::of(case, plan).begun);
    let payload = Tonight { child: book.person(&page.child), lines: page.tonight.clone() };
    let day = planned.map_or(met, |planned| planned.max(met));
    let line = of_child(page, case.new_on(day, payload));
    case.write(book, line);
}

fn pins(book: &mut Book<'_>, case: &Case<'_>, page: &FrontPage) {
    let ring = page.ring.iter().filter_map(|ring| {
        let who = match &ring.who {
            RingWho::Person(who) => Rung::Person(book.person(who)),
            RingWho::Team(team) => Rung::Team(*book.teams.get(team)?),
        };
        Some(Ring { who, hours: Some(ring.hours.clone()) })
    });
    let helping = page
        .helping
        .iter()
        .map(|helping| Helping { person: book.person(&helping.person), job: helping.job.clone() });
    let payload = Pins {
        child: book.person(&page.child),
        dangers: book.roots(&page.dangers),
        strengths: book.roots(&page.strengths),
        goals: book.roots(&page.goals),
        next: book.roots(&page.next),
        scales: book.roots(&page.scales),
        plan_rules: book.roots(&page.plan_lines),
        decision: page.decision.as_ref().and_then(|id| book.entry(id)),
        unknowns: book.roots(&page.unknowns),
        ring: ring.collect(),
        helping: helping.collect(),
        today_line: book.entry(&page.today_line_note),
    };
    let day = pinned_on(case, page);
    let line = of_child(page, case.new_on(day, payload));
    case.write(book, New { wish: office(day), ..line });
}

/// The day of the newest line; what a family wrote at night is read the day after.
fn pinned_on(case: &Case<'_>, page: &FrontPage) -> Date {
    let newest = case.family.notes.iter().find(|note| note.id == page.today_line_note);
    newest.map_or(case.opened, |note| match note.kind {
        NoteKind::NightBook => note.on.tomorrow().unwrap_or(note.on),
        _ => note.on,
    })
}
