//! What children drew and said, as if it had been done on a tablet: each sitting is written as a
//! tablet writes it, read as the office reads it, and becomes the entries that it becomes there.
//!
//! What the files do not say is made here and nowhere else: the drawings, by a small alphabet of
//! things; how many minutes; which page a child marked, which is the first of the house they went
//! to first. Left out: a baby, who has no words and is not given any, and a sitting that is still
//! on its tablet.

mod choices;
mod tablet;

use app::houses_session::{Filing, KeptBlob, entries, read};
use domain::child_answer::ChildAnswer;
use domain::drawing::MEDIA_TYPE;
use domain::entry::{Link, NewEntry, Relation};
use domain::id::EntryId;
use domain::time::Happened;
use jiff::civil::time;
use std::collections::BTreeMap;

use super::book::{Book, Line};
use super::case::{Case, New};
use super::moment::{at, office};
use super::note;
use crate::family::{Sitting, Who};

/// Writes down what the children of a family drew and said, and what they were told of it.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>) {
    for sitting in &case.family.houses {
        if sitting.level.is_none() || sitting.state.is_some() {
            continue;
        }
        let root = one(book, case, sitting, sitting);
        if let (Some(root), Some(answer)) = (root, &sitting.you_said_we_did) {
            let child = book.person(&sitting.child);
            let payload =
                ChildAnswer { child, to: root, words: answer.words.clone(), nothing_changed: None };
            let line = case.new_on(answer.on, payload);
            let links = vec![Link { how: Relation::Answers, to: root }];
            let happened = Happened::on(answer.on);
            let (writer, children) = (sitting.worker.clone(), vec![sitting.child.clone()]);
            case.write(book, New { writer, children, happened, links, ..line });
        }
        if let Some(again) = tablet::seen_again(sitting) {
            one(book, case, &again, sitting);
        }
    }
}

/// One sitting; its root.
fn one(
    book: &mut Book<'_>,
    case: &Case<'_>,
    sitting: &Sitting,
    written: &Sitting,
) -> Option<EntryId> {
    let begun = at(sitting.on, time(14, 10, 0, 0));
    let ids: Vec<_> = (0..32).map(|_| book.fresh(begun).0).collect();
    let ops = tablet::ops(book, case, sitting, (begun, &ids));
    let lines: Vec<String> = ops.into_iter().map(|op| op.to_string()).collect();
    // What is written here is read here; a test holds that every sitting is.
    let session = read(lines.iter().map(String::as_bytes)).ok()?;
    let account = *book.accounts.get(&book.canonical(&sitting.worker))?;
    let mut blobs = BTreeMap::new();
    for page in &session.pages {
        let Some(bytes) = &page.drawing else { continue };
        let digest = book.keep(bytes);
        let bytes = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        blobs.insert(page.id, KeptBlob { digest, bytes, media_type: MEDIA_TYPE.to_owned() });
    }
    let to = Filing {
        child: book.person(&sitting.child),
        account,
        bundle: [0; 32],
        blobs,
        speaks_to: spoken_to(book, case, written),
        written_up: true,
        unopened: 0,
    };
    let filed = office(sitting.on);
    let all = entries(&session, &to, filed);
    let root = all.first()?.root;
    for entry in all {
        put(book, case, sitting.worker.clone(), (filed, entry));
    }
    Some(root)
}

fn put(
    book: &mut Book<'_>,
    case: &Case<'_>,
    writer: Who,
    (wish, entry): (jiff::Timestamp, NewEntry),
) {
    book.write(Line { file: case.file, writer: Some(writer), wish, by_tablet: true, entry });
}

/// What the note of that visit speaks to and stood there on that day, the sitting speaks to.
fn spoken_to(book: &Book<'_>, case: &Case<'_>, sitting: &Sitting) -> Vec<EntryId> {
    let notes = case.family.notes.iter().filter(|note| note.on == sitting.on);
    let own = notes.filter(|note| note.said_by.as_ref() == Some(&sitting.child));
    let roots: Vec<EntryId> = own.flat_map(|note| book.roots(&note.speaks_to)).collect();
    let there = |root: &EntryId| {
        let line = book.lines.iter().find(|line| line.entry.id == *root);
        line.is_some_and(|line| domain::time::day_of(line.wish) < sitting.on)
            && note::day_of_id(*root) < sitting.on
    };
    roots.into_iter().filter(there).collect()
}
