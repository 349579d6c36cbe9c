//! Rows of the statutory line for which the record knows no step.

use domain::id::EntryId;
use domain::life_event::EventKind;
use domain::next_step::{Doing, NextStep};
use domain::note;

use super::book::Book;
use super::case::New;
use super::event::one;
use super::step::Spine;
use super::words;
use crate::family::{self, StepKind};

/// Writes such a row where the record has a place for it.
pub(super) fn record(
    spine: &mut Spine<'_, '_>,
    book: &mut Book<'_>,
    step: &family::Step,
) -> Option<EntryId> {
    if let StepKind::Mapping { with } = &step.kind {
        return Some(mapping(spine, book, step, with));
    }
    let (what, kind) = event(step)?;
    let mut line = if step.planned {
        let day = step.on.first();
        let doing = Doing { owner: None, by: Some(day), ..Doing::default() };
        let line = spine.row(book, step, NextStep { text: what, doing, entries: vec![] });
        // What somebody owes is told on the day it is written; the day it is due stands in it.
        let happened = domain::time::Happened::on(domain::time::day_of(line.wish));
        New { happened, ..line }
    } else {
        spine.row(book, step, one(what, kind))
    };
    if let StepKind::Missing { back, .. } = step.kind {
        line.happened = words::lasted(step.on.first(), back);
    }
    Some(spine.case.write(book, line).root)
}

/// A mapping that is to come: a meeting of which there is no note yet.
fn mapping(
    spine: &mut Spine<'_, '_>,
    book: &mut Book<'_>,
    step: &family::Step,
    with: &[family::Who],
) -> EntryId {
    let payload = note::Note {
        kind: note::NoteKind::Meeting,
        title: step.label.clone(),
        place: None,
        with: None,
        text: step.note.clone().unwrap_or_default(),
        short: None,
        seen: vec![],
        there: book.persons(with),
        interpreter: None,
        original: None,
        planned: step.planned,
        changes_the_picture: None,
        anew_because: None,
    };
    let line = spine.row(book, step, payload);
    spine.case.write(book, line).root
}

fn event(step: &family::Step) -> Option<(String, EventKind)> {
    let note = step.note.as_deref();
    let (what, kind) = match &step.kind {
        StepKind::LegalStatus { code, words } => {
            let code = code.as_ref().map(|code| format!("Legal status {code}:"));
            (words::sentences([code.as_deref(), Some(words), note]), EventKind::Service)
        }
        StepKind::Health { what, result } => {
            let what = format!("{}:", capital(what));
            let result = result.as_deref().or(note);
            (words::sentences([Some(what.as_str()), result]), EventKind::Health)
        }
        StepKind::Missing { back, talked_with } => {
            let away = format!("Missing, back on {}", back.strftime("%-d %B"));
            let talked = format!("Talked with {talked_with}");
            (words::sentences([Some(away.as_str()), Some(&talked), note]), EventKind::Harm)
        }
        StepKind::Pathway { words } => {
            (words::sentences([Some("Pathway plan:"), Some(words), note]), EventKind::Service)
        }
        StepKind::Transfer { from, to } => {
            let from = from.as_ref().map(|from| format!("Moved here from {from}"));
            let to = to.as_ref().map(|to| format!("Moves on to {to}"));
            (words::sentences([from.as_deref(), to.as_deref(), note]), EventKind::Move)
        }
        _ => return None,
    };
    Some((what?, kind))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
