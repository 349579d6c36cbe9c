//! Notes, whom they are kept from, and what waits to be read or finished.

use domain::entry::{Audience, Link, NewEntry, Relation};
use domain::id::EntryId;
use domain::next_step::{Doing, NextStep};
use domain::note::{self, Seen};
use domain::sharing::{Answer, How, Sharing};
use domain::time::{Happened, day_of};
use domain::voice::{Mode, Source, SourceKind, Speaker, Voice, Weight};
use jiff::Timestamp;
use jiff::civil::Date;

use super::book::Book;
use super::case::{Case, New};
use super::draft;
use super::lately::Lately;
use super::moment::{after, at, night, office};
use super::words;
use crate::family::{Id, Note, NoteKind, Waiting, Who};

/// What a note is of.
pub(super) const fn kind(kind: NoteKind) -> note::NoteKind {
    match kind {
        NoteKind::Visit => note::NoteKind::Visit,
        NoteKind::Call => note::NoteKind::Call,
        NoteKind::Meeting => note::NoteKind::Meeting,
        NoteKind::Document => note::NoteKind::Document,
        NoteKind::NightBook => note::NoteKind::NightBook,
    }
}

/// When a note is written down: what is planned the day before, a page of a night book at night.
pub(super) fn wish(note: &Note) -> Timestamp {
    match note.kind {
        _ if note.planned => office(note.on.yesterday().unwrap_or(note.on)),
        NoteKind::NightBook => night(note.on),
        _ => after(note.on, note.at),
    }
}

/// Writes down a family's notes; what is not finished becomes a draft.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>, lately: &Lately) {
    for note in &case.family.notes {
        if note.draft {
            draft::note(book, case, note);
            continue;
        }
        let root = one(book, case, note, lately.of_note(&note.id));
        for who in &note.keep_from {
            keep_from(book, case, note, root, who);
        }
    }
    for waiting in case.family.waiting.iter().filter(|waiting| !is_a_draft(case, waiting)) {
        self::waiting(book, case, waiting);
    }
}

/// A note, with links to what was there that day; what it speaks of and came later is linked then.
fn one(book: &mut Book<'_>, case: &Case<'_>, note: &Note, short: Option<String>) -> EntryId {
    let mut line = line(book, case, note, short);
    let all = std::mem::take(&mut line.links);
    let came = |link: &Link| day_of(begun_at(link.to)).max(note.on);
    let there = |link: &&Link| note.planned || came(link) == note.on;
    line.links = all.iter().filter(there).copied().collect();
    let (payload, writer) = (line.payload.clone(), line.writer.clone());
    let written = case.write(book, line);
    let last = all.iter().map(came).max().filter(|_| written.links.len() < all.len());
    if let Some(day) = last {
        let mut later = case.later(office(day), day, payload);
        if book.is_staff(&writer) {
            later.writer = writer;
        }
        book.write_instead(&NewEntry { links: all, ..written.clone() }, later);
    }
    written.root
}

/// The day an id was made.
pub(super) fn day_of_id(id: EntryId) -> Date {
    day_of(begun_at(id))
}

/// The moment an id was made.
fn begun_at(id: EntryId) -> Timestamp {
    let made = id.0.get_timestamp().map(|made| made.to_unix().0);
    made.and_then(|made| Timestamp::from_second(i64::try_from(made).ok()?).ok()).unwrap_or_default()
}

/// Links to everything these speak of that stands in the record.
pub(super) fn links(book: &Book<'_>, ids: &[Id]) -> Vec<Link> {
    let link = |to: EntryId| Link { how: Relation::SpeaksTo, to };
    book.roots(ids).into_iter().map(link).collect()
}

/// From another system, under the name the files have for it.
pub(super) fn elsewhere(name: &str) -> Source {
    let name = Some(name.to_owned());
    Source { from: SourceKind::OtherSystem, name, weight: Weight::OnFile, reference: None }
}

fn line(book: &Book<'_>, case: &Case<'_>, note: &Note, short: Option<String>) -> New {
    let interpreter = note.interpreter.as_ref().map(|who| book.person(who));
    let pages = &case.family.front_pages;
    let as_last_seen = |child: &Who| {
        let page = pages.iter().find(|page| page.child == *child)?;
        page.as_last_seen.as_ref().filter(|seen| seen.in_note == note.id)
    };
    let seen = note.seen.iter().map(|child| Seen {
        child: book.person(child),
        alone: note.alone,
        how: as_last_seen(child).map(|seen| seen.text.clone()),
    });
    let original = note.original.as_ref();
    let payload = note::Note {
        kind: kind(note.kind),
        title: note.title.clone(),
        place: note.place.clone(),
        with: note.with.clone(),
        text: note.text.clone(),
        short,
        seen: seen.collect(),
        there: book.persons(&note.there),
        interpreter,
        original: original.map(|original| words::original(original, interpreter)),
        planned: note.planned,
        changes_the_picture: None,
        anew_because: None,
    };
    New {
        id: Some(note.id.clone()),
        writer: note.by.clone(),
        wish: wish(note),
        children: note.about.clone(),
        happened: note.at.map_or(Happened::on(note.on), |clock| Happened::at(at(note.on, clock))),
        said_by: said_by(book, note),
        source: note.came_from.as_deref().map(elsewhere),
        audience: Audience { sealed: note.sealed, ..Audience::default() },
        links: links(book, &note.speaks_to),
        ..case.new_on(note.on, payload)
    }
}

/// Whose words; where only how near they are is known, they are the writer's.
fn said_by(book: &Book<'_>, note: &Note) -> Option<Voice> {
    let how = note.mode.map_or(Mode::CloseNote, words::mode);
    match (&note.said_by, note.mode) {
        (Some(who), _) => Some(words::voice(book.person(who), how)),
        (None, Some(_)) => Some(Voice { who: Speaker::Person(book.person(&note.by)), how }),
        (None, None) => None,
    }
}

fn keep_from(book: &mut Book<'_>, case: &Case<'_>, note: &Note, of: EntryId, who: &Who) {
    // A child's own words are kept back by the child's choice, the rest by whoever wrote.
    let chose = note.said_by.as_ref().filter(|who| note.about.contains(who)).unwrap_or(&note.by);
    let how = How::Chosen { answer: Answer::No, by: book.person(chose) };
    let part = note.kept_part.clone();
    let payload = Sharing { of, with: book.person(who), part, how };
    let line = case.new_on(note.on, payload);
    let (writer, children) = (note.by.clone(), note.about.clone());
    case.write(book, New { writer, children, ..line });
}

/// What waits to be finished waits as a draft, and stands on my work for that alone.
fn is_a_draft(case: &Case<'_>, waiting: &Waiting) -> bool {
    let mut begun = case.family.notes.iter().filter(|note| note.draft);
    begun.any(|note| waiting.entries.contains(&note.id))
}

fn waiting(book: &mut Book<'_>, case: &Case<'_>, waiting: &Waiting) {
    let spoken_of = case.family.notes.iter().filter(|note| waiting.entries.contains(&note.id));
    let day: Date = spoken_of.map(|note| note.on).max().unwrap_or(case.opened);
    let doing = Doing { owner: Some(book.person(&waiting.who)), ..Doing::default() };
    let entries = book.roots(&waiting.entries);
    let payload = NextStep { text: waiting.text.clone(), doing, entries };
    let line = case.new_on(day, payload);
    case.write(book, New { writer: waiting.who.clone(), ..line });
}
