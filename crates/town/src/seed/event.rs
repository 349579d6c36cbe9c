//! The chronology, and the story told to a child in words and pictures.

use domain::life_event::{EventKind, LifeEvent};
use domain::time::Happened;
use domain::words_and_pictures::{Frame, WordsAndPictures};

use super::book::Book;
use super::case::Case;
use super::lately::Lately;
use super::plan::Days;
use crate::family::ChronologyKind;

/// Writes down a family's chronology. What happened before anybody wrote about the family is
/// written on the first day.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>, lately: &Lately) {
    for (place, event) in case.family.chronology.iter().enumerate() {
        let short = event.short.clone().or_else(|| lately.of_event(place));
        let mut payload = one(event.what.clone(), kind(event.kind));
        payload.short = short;
        let mut line = case.new_on(case.known_on(event.on), payload);
        line.happened = Happened::on(event.on);
        line.children.clone_from(&event.children);
        case.write(book, line);
    }
    for (on, children, text) in &lately.alone {
        let mut payload = one(text.clone(), EventKind::Family);
        payload.short = Some(text.clone());
        let mut line = case.new_on(*on, payload);
        line.children.clone_from(children);
        case.write(book, line);
    }
}

/// An event with nothing else said.
pub(super) const fn one(what: String, kind: EventKind) -> LifeEvent {
    LifeEvent { what, short: None, kind, why: None, effect: None, written_in: None }
}

const fn kind(kind: ChronologyKind) -> EventKind {
    match kind {
        ChronologyKind::Good => EventKind::Good,
        ChronologyKind::Harm => EventKind::Harm,
        ChronologyKind::Move => EventKind::Move,
        ChronologyKind::Health => EventKind::Health,
        ChronologyKind::School => EventKind::School,
        ChronologyKind::Service => EventKind::Service,
        ChronologyKind::Family => EventKind::Family,
    }
}

/// Writes down the story, where there is one: with the plan it tells of, else with the last note.
pub(super) fn words_and_pictures(book: &mut Book<'_>, case: &Case<'_>) {
    let Some(story) = &case.family.words_and_pictures else { return };
    if story.frames.is_empty() {
        return;
    }
    let frame = |frame: &crate::family::Frame| Frame {
        words: frame.words.clone(),
        shows: frame.picture.clone(),
        picture: None,
    };
    let payload = WordsAndPictures {
        frames: story.frames.iter().map(frame).collect(),
        approved_by: book.persons(&story.approved_by),
        instead: None,
    };
    let planned = case.family.plan.as_ref().map(|plan| Days::of(case, plan).settled);
    let noted = || case.family.notes.iter().filter(|n| !n.planned).map(|note| note.on).max();
    let day = planned.or_else(noted).unwrap_or(case.opened);
    let line = case.new_on(day, payload);
    case.write(book, line);
}
