//! What was round the pages of a sitting: for whoever is told all of it, and nobody at home. It is
//! looked up for nobody else.

use super::{From, Gathered, Gathering, named, signer};
use crate::error::Result;
use domain::attachment::Medium;
use domain::entry::Entry;
use domain::id::{EntryId, PersonId};
use domain::identifier::{Identifier, LaChildId, NhsNumber, RecordedUpn};
use domain::important_said::ImportantSaid;
use domain::kind::Payload;
use domain::known_by::Scheme;
use domain::person::Born;
use domain::voice::Recorder;
use exchange::package::{Came, Told};
use jiff::Timestamp;
use store::tx::Tx;

/// The same sitting with what was round it.
pub(crate) fn with_what_was_round(
    tx: &mut Tx,
    gathering: &Gathering<'_>,
    gathered: Gathered,
) -> Result<Gathered> {
    let Gathered { head, worker, mut sitting, people, .. } = gathered;
    let mut from = From { tx, gathering, blobs: gathered.blobs };
    let (sounds, others): (Vec<Entry>, Vec<Entry>) =
        from.all(&sitting.session.loose)?.into_iter().partition(is_sound);
    sitting.sounds = sounds.into_iter().filter_map(|entry| from.keep(entry)).collect();
    sitting.photos = others.into_iter().filter_map(|entry| from.keep(entry)).collect();
    let important = from.all(&sitting.session.important)?;
    sitting.important = important.into_iter().filter_map(important_said).collect();
    let note = from.all(sitting.session.note.as_slice())?.pop();
    sitting.note = note.and_then(note_words);
    let beside = from.tx.list_beside(gathering.root)?;
    sitting.answers = from.all(&beside)?.into_iter().filter_map(answered).collect();
    let child = sitting.child.id;
    let born = people.find(child).and_then(|known| known.person.born);
    sitting.child.born = born.and_then(|born| match born {
        Born::On(day) => Some(day),
        _ => None,
    });
    sitting.child.identifiers = identifiers(from.tx, child)?;
    sitting.came = came(&mut from, head.recorded_at)?;
    let blobs = from.blobs;
    Ok(Gathered { head, worker, sitting, people, blobs })
}

fn is_sound(entry: &Entry) -> bool {
    match &entry.payload {
        Some(Payload::Attachment(file)) => file.what == Medium::Sound,
        _ => false,
    }
}

fn important_said(entry: Entry) -> Option<(EntryId, ImportantSaid)> {
    match entry.payload {
        Some(Payload::ImportantSaid(said)) => Some((entry.head.root, said)),
        _ => None,
    }
}

fn note_words(entry: Entry) -> Option<(EntryId, String)> {
    match entry.payload {
        Some(Payload::Note(note)) => Some((entry.head.root, note.text)),
        _ => None,
    }
}

fn answered(entry: Entry) -> Option<Told> {
    let on = entry.head.happened.day();
    match entry.payload {
        Some(Payload::ChildAnswer(answer)) => Some(Told { root: entry.head.root, on, answer }),
        _ => None,
    }
}

fn identifiers(tx: &mut Tx, child: PersonId) -> Result<Vec<Identifier>> {
    let mut all = Vec::new();
    for scheme in [Scheme::LaChildId, Scheme::Upn, Scheme::FormerUpn, Scheme::Nhs] {
        for (_, value) in tx.list_numbers(&[child], scheme)? {
            all.extend(identifier(scheme, &value));
        }
    }
    Ok(all)
}

/// A number as it stands on a package; one that is none stays away.
fn identifier(scheme: Scheme, value: &str) -> Option<Identifier> {
    Some(match scheme {
        Scheme::LaChildId => Identifier::LaChildId(LaChildId::parse(value).ok()?),
        Scheme::Upn => Identifier::Upn(RecordedUpn::read(value)),
        Scheme::FormerUpn => Identifier::FormerUpn(RecordedUpn::read(value)),
        Scheme::Nhs => Identifier::NhsNumber(NhsNumber::parse(value).ok()?),
    })
}

/// How it came into the record.
fn came(from: &mut From<'_>, recorded_at: Timestamp) -> Result<Came> {
    let mut came =
        Came { tablet: None, build: None, received_at: None, confirmed: None, recorded_at };
    let Some(kept) = from.tx.find_handed_in_as(from.gathering.root)? else { return Ok(came) };
    let tablet = kept.handed_in.tablet;
    let known = from.tx.find_tablet(tablet, recorded_at)?;
    came.tablet = known.map(|known| (tablet, known.tablet.name));
    came.received_at = Some(kept.handed_in.arrived_at);
    let manifest = exchange::bundle::Manifest::read(kept.manifest.as_bytes());
    came.build = manifest.ok().map(|manifest| manifest.build);
    if let Some(filed) = from.tx.list_said_of_handed_in(&kept)?.pop()
        && let Some(who) = signer(from.tx, Recorder::Account(filed.by))?
    {
        let people = from.tx.list_one(who)?;
        came.confirmed = Some((named(&people, who, from.gathering.on), filed.at));
    }
    Ok(came)
}
