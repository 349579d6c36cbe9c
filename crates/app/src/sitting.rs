//! A sitting gathered from the record, in one place: its entries as a package takes them
//! (`exchange::package::Sitting`), and what everybody it names is called.
//!
//! ```text
//! gather   the sitting, its pages, what lies on them, what counts of the child's choices
//! round    what was important, the note, the answers, how it came    ▸ only where all is told
//! bring    the bytes of what was drawn, said and photographed        ▸ of the pages asked for
//! ```
//! It asks nobody's leave: whoever gathers says which entries may be read, and who may look is
//! asked before. Deliberately absent: what of it is told to whom, which the package decides.

mod bytes;
mod choices;
mod round;

use crate::error::Result;
use crate::reader::{called, full_name};
use crate::story::{account, writer_of};
use domain::attachment::Attachment;
use domain::entry::{Digest, Entry, Head};
use domain::front_page::People;
use domain::houses_session::HousesSession;
use domain::id::{AccountId, EntryId, PersonId};
use domain::kind::Payload;
use domain::sharing::Sharing;
use domain::voice::Recorder;
use exchange::package::{Came, Child, Choice, Drawn, Kept, Named, Page, Sitting};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use store::people::Beside;
use store::tx::Tx;

pub use bytes::Pictures;
pub(crate) use bytes::{NotBrought, bring};
pub(crate) use round::with_what_was_round;

/// What is gathered.
pub(crate) struct Gathering<'a> {
    /// The sitting's root.
    pub root: EntryId,
    /// The day that names are of.
    pub on: Date,
    /// Whether an entry may be read by whoever it is gathered for.
    pub may_read: &'a dyn Fn(&Entry) -> bool,
}

/// A sitting, still without bytes.
#[derive(Debug, Clone)]
pub(crate) struct Gathered {
    /// What stands over its newest version.
    pub head: Head,
    /// Who sat there, where it was anybody; else the sitting's worker has no name.
    pub worker: Option<PersonId>,
    /// As a package takes it.
    pub sitting: Sitting,
    /// Whoever it names.
    pub people: People,
    /// What the bytes of each attachment are found by.
    blobs: BTreeMap<EntryId, Digest>,
}

impl Gathered {
    /// Whether the same would be drawn of it: pages, words, choices, names, and each attachment.
    pub fn is_as(&self, other: &Self) -> bool {
        self.sitting == other.sitting && self.blobs == other.blobs
    }
}

/// The sitting of this root; none where there is none that may be read.
pub(crate) fn gather(tx: &mut Tx, gathering: &Gathering<'_>) -> Result<Option<Gathered>> {
    let root = gathering.root;
    let mut from = From { tx, gathering, blobs: BTreeMap::new() };
    let Some(Entry { head, payload: Some(Payload::HousesSession(session)) }) = from.newest(root)?
    else {
        return Ok(None);
    };
    let worker = from.who_sat_there(root)?;
    let pages = from.pages(&session)?;
    let blobs = from.blobs;
    let with = pages.iter().flat_map(|(_, choices)| choices.iter().map(|choice| choice.with));
    let who: BTreeSet<PersonId> = with.chain(worker).chain([session.child]).collect();
    let people = tx.list_people(&Vec::from_iter(who), Beside::default())?;
    let of = |id| named(&people, id, gathering.on);
    let pages = pages.into_iter().map(|(page, choices)| {
        let choices = choices.into_iter().map(|Sharing { with, part, how, .. }| Choice {
            with: of(with),
            part,
            how,
        });
        Page { choices: choices.collect(), ..page }
    });
    let child = child(&people, session.child, gathering.on);
    let nobody = Named { id: child.id, name: String::new() };
    let (listened, pages) = (worker.map_or(nobody, of), pages.collect());
    let sitting = bare((root, &head, session), (child, listened), pages);
    Ok(Some(Gathered { head, worker, sitting, people, blobs }))
}

/// Somebody, and what they are called on that day.
fn named(people: &People, id: PersonId, on: Date) -> Named {
    Named { id, name: full_name(people, id, on) }
}

/// The child, of whom no number is looked up yet.
fn child(people: &People, id: PersonId, on: Date) -> Child {
    let (name, called) = (full_name(people, id, on), Some(called(people, id, on)));
    Child { id, name, called, born: None, identifiers: vec![] }
}

/// A sitting with its pages and nothing of what was round them.
fn bare(
    (root, head, session): (EntryId, &Head, HousesSession),
    (child, worker): (Child, Named),
    pages: Vec<Page>,
) -> Sitting {
    Sitting {
        root,
        session,
        authority: (head.authority, String::new()),
        child,
        worker,
        pages,
        sounds: vec![],
        photos: vec![],
        important: vec![],
        note: None,
        answers: vec![],
        came: Came {
            tablet: None,
            build: None,
            received_at: None,
            confirmed: None,
            recorded_at: head.recorded_at,
        },
    }
}

/// What it is gathered from.
struct From<'a> {
    tx: &'a mut Tx,
    gathering: &'a Gathering<'a>,
    blobs: BTreeMap<EntryId, Digest>,
}

impl From<'_> {
    /// The newest of it, where it may be read.
    fn newest(&mut self, root: EntryId) -> Result<Option<Entry>> {
        let newest = self.tx.find_newest(root)?.filter(|newest| newest.head.root == root);
        Ok(newest.filter(|entry| (self.gathering.may_read)(entry)))
    }

    fn all(&mut self, roots: &[EntryId]) -> Result<Vec<Entry>> {
        let mut found = Vec::with_capacity(roots.len());
        for root in roots {
            found.extend(self.newest(*root)?);
        }
        Ok(found)
    }

    /// Whoever wrote its first version: somebody else may have moved it since.
    fn who_sat_there(&mut self, root: EntryId) -> Result<Option<PersonId>> {
        let Some(first) = self.tx.find_entry(root)? else { return Ok(None) };
        signer(self.tx, first.head.recorded_by)
    }

    /// Its pages, and what counts of what the child chose for each.
    fn pages(&mut self, session: &HousesSession) -> Result<Vec<(Page, Vec<Sharing>)>> {
        let mut pages = Vec::with_capacity(session.pages.len());
        for root in &session.pages {
            let Some(entry) = self.newest(*root)? else { continue };
            let Some(Payload::HousesPage(page)) = entry.payload else { continue };
            let drawing = self.kept(page.drawing.as_slice())?.pop().map(|kept| Drawn {
                root: kept.root,
                ops: vec![],
                svg: String::new(),
                describes: None,
            });
            let (sounds, photos) = (self.kept(&page.sounds)?, self.kept(&page.photos)?);
            let chosen = choices::that_stand(self, *root)?;
            let choices = vec![];
            pages.push((Page { root: *root, page, drawing, sounds, photos, choices }, chosen));
        }
        Ok(pages)
    }

    /// Attachments, and where their bytes are.
    fn kept(&mut self, roots: &[EntryId]) -> Result<Vec<Kept>> {
        let mut kept = Vec::with_capacity(roots.len());
        for entry in self.all(roots)? {
            kept.extend(self.keep(entry));
        }
        Ok(kept)
    }

    fn keep(&mut self, Entry { head, payload }: Entry) -> Option<Kept> {
        let Some(Payload::Attachment(file)) = payload else { return None };
        let (root, bytes) = (head.root, vec![]);
        let Attachment { blob, media_type, seconds, broken_off, describes, .. } = file;
        self.blobs.insert(root, blob);
        Some(Kept { root, bytes, media_type, seconds, broken_off, describes })
    }
}

/// Whoever signs as whatever wrote something down.
fn signer(tx: &mut Tx, recorder: Recorder) -> Result<Option<PersonId>> {
    let accounts: Vec<AccountId> = account(recorder).into_iter().collect();
    let signs: BTreeMap<_, _> = tx.list_signs_as(&accounts)?.into_iter().collect();
    Ok(writer_of(recorder, &signs))
}
