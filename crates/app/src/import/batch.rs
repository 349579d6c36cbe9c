//! One import while it runs: what it is called, and how a child of it is compared and written.

use super::Verdict;
use super::compare::{Change, Known};
use super::line::ImportedChild;
use crate::chance::Chance;
use crate::cx::Write;
use crate::error::Result;
use domain::entry::{Link, NewEntry, Relation};
use domain::id::{Authority, EntryId, ImportId, PersonId};
use domain::import_batch::ImportBatch;
use domain::kind::{Kind, Payload};
use domain::known_by::Scheme;
use domain::time::{Happened, day_of};
use domain::voice::{Source, SourceKind, Weight};
use domain::withdrawal::{Because, Withdrawal};
use jiff::civil::Date;
use std::collections::HashMap;
use store::tx::Tx;

/// An import, as those that file it need to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Batch {
    /// Its id.
    pub id: ImportId,
    /// The collection year of its file.
    pub year: i16,
}

/// A child of a file beside what the record has: who it is, and what would change.
pub(super) struct Compared {
    pub person: Option<PersonId>,
    pub verdict: Verdict,
    pub changes: Vec<Change>,
}

/// Somebody not in the record yet, for as long as only counting is done.
const NOBODY_YET: PersonId = PersonId::from_bytes([0; 16]);

/// Holds a child of a file against the record. Without an authority nothing is in it yet.
pub(super) fn compare(
    tx: &mut Tx,
    authority: Option<Authority>,
    batch: Batch,
    child: &ImportedChild,
    today: Date,
) -> Result<Compared> {
    let Some(authority) = authority else {
        let changes = Known::new(Vec::new()).changes(child, NOBODY_YET, today);
        return Ok(Compared { person: None, verdict: Verdict::New, changes });
    };
    let key = child.key();
    let known = Known::new(tx.list_import_lines(authority, &key)?);
    let (person, stands) = match known.person(&key) {
        Some((person, stands)) => (Some(person), stands),
        None => {
            let person = tx.find_known_by(authority, Scheme::LaChildId, &child.la_child_id)?;
            (person, person.is_some())
        }
    };
    let mut changes = known.changes(child, person.unwrap_or(NOBODY_YET), today);
    if person.is_some() && known.person(&key).is_none() {
        // People wrote this child down themselves: their facts and their work with it stay
        // theirs.
        changes.retain(|change| change.says.as_ref().is_some_and(|(_, p)| p.kind() == Kind::Step));
    }
    let mut years = HashMap::new();
    changes.extend(
        known.gone(child, |id| {
            *years.entry(id).or_insert_with(|| year_of(tx, id)) == Some(batch.year)
        }),
    );
    let verdict = match (stands, changes.is_empty()) {
        (false, _) => Verdict::New,
        (true, true) => Verdict::Same,
        (true, false) => Verdict::Changed,
    };
    Ok(Compared { person, verdict, changes })
}

/// The collection year of an import's file.
fn year_of(tx: &mut Tx, id: ImportId) -> Option<i16> {
    let entry = tx.find_entry(id.first_entry()).ok().flatten()?;
    match entry.payload {
        Some(Payload::ImportBatch(ImportBatch { year, .. })) => year,
        _ => None,
    }
}

/// Files one child, who stands at this place of the file; how many entries it came to.
pub(super) fn file_child(
    cx: &mut Write<'_, '_>,
    batch: Batch,
    place: u32,
    child: &ImportedChild,
) -> Result<u64> {
    let mut ids = Chance::in_order(cx.seed(), cx.now(), place);
    let today = day_of(cx.now());
    let authority = cx.authority()?;
    let compared = compare(cx.tx(), Some(authority), batch, child, today)?;
    let (person, changes) = match compared.person {
        Some(person) => (person, compared.changes),
        None => {
            let person = PersonId::first_written_in(ids.id());
            (person, Known::new(Vec::new()).changes(child, person, today))
        }
    };
    let mut written = 0;
    for change in changes {
        let id = ids.id();
        write(cx, batch, (person, id), change)?;
        written += 1;
    }
    Ok(written)
}

fn write(
    cx: &mut Write<'_, '_>,
    batch: Batch,
    (person, id): (PersonId, EntryId),
    change: Change,
) -> Result<EntryId> {
    let (happened, payload) = match change.says {
        Some(said) => said,
        None => {
            let of = Kind::Step;
            let withdrawal = Withdrawal { of, because: Because::GoneFromFile };
            (Happened::on(day_of(cx.now())), Payload::Withdrawal(withdrawal))
        }
    };
    let is_person = payload.kind() == Kind::Person && change.replaces.is_none();
    let id = if is_person { person.first_entry() } else { id };
    let mut new = NewEntry::first(id, vec![person], happened, payload);
    if let Some((replaced, root)) = change.replaces {
        (new.replaces, new.root) = (Some(replaced), root);
    }
    new.source = Some(Source {
        from: SourceKind::OtherSystem,
        name: Some(format!("CIN census {}", batch.year)),
        weight: Weight::OnFile,
        reference: Some(change.reference),
    });
    new.links = vec![Link { how: Relation::CameBy, to: batch.id.first_entry() }];
    cx.append(new)
}
