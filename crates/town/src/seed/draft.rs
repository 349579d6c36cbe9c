//! What somebody has begun and not kept: forms half filled in, as the demo's day finds them.
//!
//! A draft is no entry. It goes to whoever keeps drafts, as the plain words of a form's fields.

use std::collections::BTreeMap;

use domain::entry::NewEntry;
use domain::id::{AccountId, EntryId, PersonId};
use domain::kind::Kind;

use super::book::Book;
use super::case::Case;
use crate::borough::DEMO_DAY;
use crate::family::{Column, Note, StepKind, Who};

/// Who writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writer {
    /// Somebody with an account.
    Account(AccountId),
    /// A relative or partner, by a link sent to them.
    Guest(PersonId),
}

/// Something begun and not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Whose it is.
    pub writer: Writer,
    /// Which children it is about, the first of them whose file it was begun in.
    pub about: Vec<PersonId>,
    /// What kind of entry it would become.
    pub kind: Kind,
    /// The root of what it would change; nothing where it would be new.
    pub of: Option<EntryId>,
    /// Form fields and what stands in them. Persons and roots are ids, several parted by blanks;
    /// words of the record's own lists are as stores keep them.
    pub fields: BTreeMap<String, String>,
}

fn fields<const N: usize>(fields: [(&str, Option<String>); N]) -> BTreeMap<String, String> {
    fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

fn ids<T: ToString>(ids: impl IntoIterator<Item = T>) -> Option<String> {
    let ids: Vec<_> = ids.into_iter().map(|id| id.to_string()).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// A note that is not finished.
pub(super) fn note(book: &mut Book<'_>, case: &Case<'_>, note: &Note) {
    let said_by = note.said_by.as_ref().map(|who| book.person(who).to_string());
    let draft = Draft {
        writer: book.writer(case.file, &note.by),
        about: case.about(book, &note.about, DEMO_DAY),
        kind: Kind::Note,
        of: None,
        fields: fields([
            ("kind", Some(super::note::kind(note.kind).as_str().to_owned())),
            ("on", Some(note.on.to_string())),
            ("title", note.title.clone()),
            ("place", note.place.clone()),
            ("with", note.with.clone()),
            ("text", Some(note.text.clone())),
            ("said_by", said_by),
            ("mode", note.mode.map(|mode| super::words::mode(mode).as_str().to_owned())),
            ("seen", ids(book.persons(&note.seen))),
            ("there", ids(book.persons(&note.there))),
            ("speaks_to", ids(book.roots(&note.speaks_to))),
        ]),
    };
    book.drafts.push(draft);
}

/// What is being written on the map: the statement on the desk, and items half said.
pub(super) fn map(book: &mut Book<'_>, case: &Case<'_>) {
    let Some(sheet) = &case.family.map_sheet else { return };
    for item in &sheet.being_written {
        let kind = match item.column {
            Column::Worry => "complicating",
            Column::Well => "strength",
            Column::Next => "wish",
        };
        let fields = fields([("kind", Some(kind.to_owned())), ("text", Some(item.text.clone()))]);
        let about = case.about(book, &[], DEMO_DAY);
        let writer = book.writer(case.file, &item.by);
        book.drafts.push(Draft { writer, about, kind: Kind::MapItem, of: None, fields });
    }
    let on_the_desk = sheet.on_the_desk.as_ref();
    let danger = case.family.dangers.iter().find(|danger| Some(&danger.id) == on_the_desk);
    let Some(danger) = danger else { return };
    let draft = Draft {
        writer: book.writer(case.file, &case.writer_on(sheet.on)),
        about: case.about(book, &danger.children, DEMO_DAY),
        kind: Kind::DangerStatement,
        of: book.entry(&danger.id),
        fields: fields([
            ("who_worries", ids(book.persons(&danger.who_worries))),
            ("happened", Some(danger.happened.clone())),
            ("could_happen", Some(danger.could_happen.clone())),
            ("when_likely", Some(danger.when_likely.clone())),
            ("family_says", Some(danger.family_says.clone())),
            ("text", Some(danger.text.clone())),
            ("disagreement", danger.disagreement.clone()),
            ("disagreed_by", ids(book.persons(&danger.disagreed_by))),
        ]),
    };
    book.drafts.push(draft);
}

/// What is chosen about a contact on the screen and not yet pressed.
pub(super) fn contact(
    book: &mut Book<'_>,
    case: &Case<'_>,
    writer: &Who,
    (step, kind): (&NewEntry, &StepKind),
) {
    let StepKind::Contact(contact) = kind else { return };
    let Some(draft) = &contact.draft else { return };
    let draft = Draft {
        writer: book.writer(case.file, writer),
        about: step.about.clone(),
        kind: Kind::Step,
        of: Some(step.root),
        fields: fields([
            ("decision", Some(super::contact::decision(draft.decision).to_owned())),
            ("why", Some(draft.why.clone())),
            ("told", Some(draft.told.clone())),
            ("first", Some(draft.first.clone())),
            ("need", Some(draft.need.clone())),
            ("need_from", Some(draft.need_from.clone())),
        ]),
    };
    book.drafts.push(draft);
}
