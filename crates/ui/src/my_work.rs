//! My work: start the day with people, not with alerts.
//!
//! Up to ten children every row is rich: the newest entry in one line, as written, with its
//! writer. Above ten the compact row takes over for all but the five whose next thing is soonest.
//! Deliberately absent: days since anybody was seen, colours that change with age, counts of what
//! is late.
use domain::my_work::{Appointment, ChildRow, MyWork, Waiting};
use domain::note::NoteKind;
use domain::tablet::ImportantIn;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::icon::icon;
use crate::layout::{ChildPage, Frame, MenuItem, page, search_field};
use crate::typeset::{curly, quoted, words};
use crate::{dates, say, urls};

mod fortnight;
mod row;
pub mod samples;

/// Up to so many children, every row is rich.
const ALL_RICH: usize = 10;
/// Above that, so many rows stay rich.
const STAY_RICH: usize = 5;

/// The page.
pub fn my_work(frame: &Frame<'_>, work: &MyWork) -> Markup {
    let (rich, compact) = parted(work);
    let main = html! {
        (greeting(frame, work.as_of))
        (handed_in(work))
        div.work {
            section.children {
                (children_head(work))
                @if work.families.is_empty() { p.asks { (say!("work-nobody-yet")) } }
                @if !rich.is_empty() { (rich_rows(frame, &rich, work.as_of)) }
                @if !compact.is_empty() { (row::compact_table(&compact, work.as_of)) }
                (fortnight::ruler(work))
            }
            div.beside-children {
                (today(frame, work))
                (waiting(frame, work))
            }
        }
    };
    page(frame, &say!("menu-my-work"), &["scale", "my_work"], Some(MenuItem::MyWork), &main)
}

/// How many sittings wait for somebody to say whose they are, and whether something important was
/// said in one; nothing where none waits.
fn handed_in(work: &MyWork) -> Markup {
    let how_many = work.handed_in;
    let is_important = |one: &Waiting| matches!(one, Waiting::ImportantHandedIn { .. });
    html! {
        @if how_many > 0 {
            p.notice.work-handed-in {
                @if work.waiting.iter().any(is_important) {
                    b { (say!("work-handed-in-important", n = how_many)) } " "
                }
                (say!("work-handed-in", n = how_many)) " "
                a href=(urls::HandedIn) { (say!("tablets-waiting-look")) }
            }
        }
    }
}

/// Where the words of a night book stand.
pub fn in_the_night_book() -> String {
    say!("work-in-night-book").into_owned()
}

/// Families whose rows are rich, and the children whose rows are compact.
fn parted(work: &MyWork) -> (Vec<&[ChildRow]>, Vec<&ChildRow>) {
    let enough = if work.children() <= ALL_RICH { ALL_RICH } else { STAY_RICH };
    let mut rich: Vec<&[ChildRow]> = Vec::new();
    let mut compact: Vec<&ChildRow> = Vec::new();
    for family in &work.families {
        if compact.is_empty() && rich.iter().map(|family| family.len()).sum::<usize>() < enough {
            rich.push(family);
        } else {
            compact.extend(family);
        }
    }
    (rich, compact)
}

fn greeting(frame: &Frame<'_>, today: Date) -> Markup {
    let name = frame.reader.split_whitespace().next().unwrap_or_default();
    let hello = match frame.at.hour() {
        ..12 => say!("work-morning", name = name),
        12..18 => say!("work-afternoon", name = name),
        _ => say!("work-evening", name = name),
    };
    html! {
        div.greeting {
            div { h1 { (hello) } p.muted { (dates::weekday(today)) } }
            @if frame.search { (search_field(frame.look, "big-find")) }
        }
    }
}

fn children_head(work: &MyWork) -> Markup {
    html! {
        div.children-head {
            h2.size-21 { (say!("work-children", n = work.children())) }
            @if !work.families.is_empty() { p.small.muted { (say!("work-sorted")) } }
        }
    }
}

fn rich_rows(frame: &Frame<'_>, families: &[&[ChildRow]], as_of: Date) -> Markup {
    html! {
        div.rich-head.small.muted aria-hidden="true" {
            span {} span { (say!("work-child-and-newest")) } span { (say!("work-safety")) }
            span { (say!("work-last-seen")) } span { (say!("work-plan")) }
        }
        @for family in families {
            ul.family-rows { @for child in *family { (row::rich(frame, child, as_of)) } }
        }
    }
}

fn today(frame: &Frame<'_>, work: &MyWork) -> Markup {
    html! {
        section.today {
            h2.size-21 { (say!("work-today")) }
            @if work.today.is_empty() { p.asks { (say!("work-today-free")) } }
            ol { @for appointment in &work.today { (one_appointment(frame, appointment)) } }
        }
    }
}

fn one_appointment(frame: &Frame<'_>, appointment: &Appointment) -> Markup {
    let title = curly(&appointment.title);
    let (lead, rest) = title.split_once(',').unwrap_or((&title, ""));
    let visited = appointment.child.filter(|_| appointment.kind == NoteKind::Visit);
    html! {
        li {
            @match appointment.at {
                Some(at) => time datetime=(at.strftime("%H:%M")) { (dates::bare_clock(at)) },
                None => span {},
            }
            div {
                b { (lead) } @if !rest.is_empty() { "," (rest) }
                @if let Some(note) = &appointment.note { p.small.muted.figures { (words(note)) } }
                @if let Some(child) = visited {
                    @if frame.has(ChildPage::FrontPage) {
                        a.button.button-words.button-short href=(urls::FrontPage(child)) {
                            (say!("divider-front-page"))
                        }
                    }
                }
            }
        }
    }
}

fn waiting(frame: &Frame<'_>, work: &MyWork) -> Markup {
    html! {
        @if !work.waiting.is_empty() {
            section.waiting {
                h2.size-18 { (say!("work-waiting")) }
                ul {
                    @for thing in &work.waiting { li { (one_waiting(frame, thing, work.as_of)) } }
                }
            }
        }
    }
}

fn one_waiting(frame: &Frame<'_>, thing: &Waiting, as_of: Date) -> Markup {
    match thing {
        Waiting::Read { what, entry } => html! {
            (icon(frame.look, "book-open", 18))
            a href=(urls::Entry(*entry)) { b { (say!("work-read")) } " " (words(what)) }
        },
        Waiting::Do { child, what, by } => html! {
            (icon(frame.look, "check", 18))
            a href=(urls::FrontPage(*child)) {
                (words(what)) @if let Some(by) = by { ", " (dates::short(*by, as_of)) }
            }
        },
        Waiting::Answer { called, session, on, by } => html! {
            (icon(frame.look, "house", 18))
            a href=(urls::Entry(*session)) {
                @let (day, by) = (dates::short(*on, as_of), dates::short(*by, as_of));
                (say!("work-answer", name = called.as_str(), day = day, by = by))
            }
        },
        Waiting::Important { called, entry, on } => html! {
            (icon(frame.look, "circle-alert", 18))
            a href=(urls::Entry(*entry)) {
                (say!("work-important", name = called.as_str(), day = dates::short(*on, as_of)))
            }
        },
        Waiting::ImportantHandedIn { sitting, worker, on, is } => html! {
            (icon(frame.look, "circle-alert", 18))
            a href=(urls::OneHandedIn(*sitting)) {
                (important_handed_in(worker.as_deref(), &dates::short(*on, as_of), *is))
            }
        },
        Waiting::Opened { child, called, by, reason, on } => html! {
            (icon(frame.look, "book-open", 18))
            @let day = dates::short(*on, as_of);
            @match child {
                Some(child) => a href=(urls::Access(*child)) {
                    (say!("work-opened", who = by.as_str(), name = called.as_str(), day = day))
                    " " (quoted(reason))
                },
                // The reason may name the child, too.
                None => p { (say!("work-opened-restricted", who = by.as_str(), day = day)) },
            }
        },
        Waiting::Finish { child, draft, kind, title, on } => html! {
            (icon(frame.look, "pen-line", 18))
            a href=(urls::DraftNote(*child, *draft)) {
                b { (say!("work-finish")) } " "
                (finish(*kind, title.as_deref(), &dates::short(*on, as_of)))
            }
        },
    }
}

/// Before anybody has said whose it is; no child is named.
fn important_handed_in(worker: Option<&str>, day: &str, is: ImportantIn) -> String {
    let from = match worker {
        Some(worker) => say!("work-important-handed-in-of", worker = worker, day = day),
        None => say!("work-important-handed-in", day = day),
    };
    match is {
        ImportantIn::NobodyRung => [&*from, &*say!("work-important-not-rung")].join(" "),
        ImportantIn::Rung => from.into_owned(),
    }
}

/// "visit note, Gill calling in, 20 Nov".
fn finish(kind: NoteKind, title: Option<&str>, day: &str) -> String {
    let kind = match kind {
        NoteKind::Visit => say!("work-visit-note"),
        NoteKind::Call => say!("work-call-note"),
        NoteKind::Meeting => say!("work-meeting-note"),
        NoteKind::Document => say!("work-document-note"),
        NoteKind::NightBook => say!("work-night-book"),
    };
    let title = title.map(curly);
    [Some(&*kind), title.as_deref(), Some(day)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
