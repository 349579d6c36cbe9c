//! When each child was seen, by whom, alone or not: one line for each child whom a note saw.
//!
//! A visit that is only planned has seen nobody. The line holds the words of how the child was, so that
//! no page opens a long note to say it.

use crate::error::Result;
use crate::filed::Filed;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::kind::{Kind, Payload};
use domain::note::{Note, Seen};
use domain::text::opening;

/// As much of a note as stands for how the child was, where nobody wrote it in short.
const OPENING: usize = 240;

/// The view.
pub const VIEW: View = View {
    name: "seen",
    version: 1,
    tables: &["seen"],
    definition: "
        create table seen(
          child {id} not null,
          at {big} not null,
          root {id} not null,
          id {id} not null,
          recorded_at {big} not null,
          writer {id},
          said_by {id},
          how text,
          sealed {flag} not null,
          readers text,
          alone {flag},
          words text not null,
          primary key(child, at, root)
        ) {keyed};
        create index seen_root on seen(root);",
    apply,
};

const PUT: &str = "insert into seen(child, at, root, id, recorded_at, writer, said_by, how, sealed,
    readers, alone, words) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
    on conflict(child, at, root) do nothing";
const DROP: &str = "delete from seen where root = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let note = match &placed.entry.payload {
        Some(Payload::Note(note)) => Some(note),
        _ if placed.ends(Kind::Note) => None,
        _ => return Ok(()),
    };
    if head.replaces.is_some() {
        tx.exec(DROP, (head.root,))?;
    }
    let note = note.filter(|note| !note.planned);
    for (note, seen) in note.into_iter().flat_map(|note| note.seen.iter().map(move |s| (note, s))) {
        let f = Filed::of(head, seen.child);
        let words = words(note, seen);
        tx.exec(
            PUT,
            (
                seen.child,
                f.at,
                f.root,
                f.id,
                f.recorded_at,
                f.writer,
                f.said_by,
                f.how,
                f.sealed,
                f.readers,
                seen.alone,
                words,
            ),
        )?;
    }
    Ok(())
}

/// How the child was: as somebody wrote it for this child, else the note in short.
fn words(note: &Note, seen: &Seen) -> String {
    let short = seen.how.as_ref().or(note.short.as_ref());
    short.cloned().unwrap_or_else(|| opening(&note.text, OPENING).into_owned())
}
