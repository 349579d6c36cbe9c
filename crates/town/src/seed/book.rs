//! What is going to be written, gathered before any of it is: lines with a writer and the moment
//! they would be written at, and the ids by which lines name each other.
//!
//! An id is made from the moment its line would be written at, as a page makes it when somebody
//! begins to write. [`super::order`] moves lines later where they speak of something that was
//! written later; an id stays.

use std::collections::BTreeMap;

use app::chance::{Chance, Seed};
use domain::entry::{Digest, NewEntry};
use domain::id::{AccountId, EntryId, PersonId};
use domain::kind::Payload;
use jiff::Timestamp;

use super::draft::{Draft, Writer};
use crate::borough::{Borough, Someone};
use crate::family::{Id, TeamId, Who};

/// One line about to be written.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Which family's file, counted from 1; 0 is the borough itself.
    pub file: usize,
    /// Who writes; nobody: the program at its console.
    pub writer: Option<Who>,
    /// When they would.
    pub wish: Timestamp,
    /// It came from the writer's tablet.
    pub by_tablet: bool,
    /// What.
    pub entry: NewEntry,
}

/// Everything about to be written.
pub(super) struct Book<'b> {
    /// Whose it is.
    pub borough: &'b Borough,
    /// The lines.
    pub lines: Vec<Line>,
    /// What somebody has begun and not kept.
    pub drafts: Vec<Draft>,
    /// Accounts by the one id of their person.
    pub accounts: BTreeMap<Who, AccountId>,
    /// Persons, each under every id the files have for them.
    pub people: BTreeMap<Who, PersonId>,
    /// Roots of entries, by the files' ids.
    pub entries: BTreeMap<Id, EntryId>,
    /// Teams.
    pub teams: BTreeMap<TeamId, domain::id::TeamId>,
    /// Bytes that entries name by their digest, each once.
    pub kept: BTreeMap<Digest, Vec<u8>>,
    /// The digest that a blob is found by.
    digest: &'b dyn Fn(&[u8]) -> Digest,
    chance: Chance,
    moments: BTreeMap<Timestamp, Chance>,
}

impl<'b> Book<'b> {
    /// An empty one.
    pub(super) fn new(
        borough: &'b Borough,
        seed: Seed,
        digest: &'b dyn Fn(&[u8]) -> Digest,
    ) -> Self {
        Self {
            borough,
            lines: Vec::new(),
            drafts: Vec::new(),
            accounts: BTreeMap::new(),
            people: BTreeMap::new(),
            entries: BTreeMap::new(),
            teams: BTreeMap::new(),
            kept: BTreeMap::new(),
            digest,
            chance: Chance::new(seed, Timestamp::UNIX_EPOCH),
            moments: BTreeMap::new(),
        }
    }

    /// A new id, of this moment.
    pub(super) fn fresh(&mut self, moment: Timestamp) -> EntryId {
        let chance = &mut self.chance;
        let of_moment = || Chance::new(chance.seed(), moment);
        self.moments.entry(moment).or_insert_with(of_moment).id()
    }

    /// Keeps bytes that an entry names, and answers the digest they are found by.
    pub(super) fn keep(&mut self, bytes: &[u8]) -> Digest {
        let digest = (self.digest)(bytes);
        self.kept.entry(digest).or_insert_with(|| bytes.to_owned());
        digest
    }

    /// Chance for one sitting of one writer.
    pub(super) fn seed(&mut self) -> Seed {
        self.chance.seed()
    }

    /// The one id of whoever this points at.
    pub(super) fn canonical(&self, who: &Who) -> Who {
        self.borough.someone(who).map_or_else(|| who.clone(), |someone| someone.id().clone())
    }

    /// The person this points at. Every pointer of the files does (a test of theirs holds that),
    /// and people are put into the book first.
    pub(super) fn person(&self, who: &Who) -> PersonId {
        let nobody = || PersonId::from_bytes([0; 16]);
        self.people.get(who).copied().unwrap_or_else(nobody)
    }

    /// The persons these point at.
    pub(super) fn persons(&self, who: &[Who]) -> Vec<PersonId> {
        who.iter().map(|who| self.person(who)).collect()
    }

    /// The entry this points at; nothing where it stands in no entry, as a question or a draft.
    pub(super) fn entry(&self, id: &Id) -> Option<EntryId> {
        self.entries.get(id).copied()
    }

    /// The entries these point at.
    pub(super) fn roots(&self, ids: &[Id]) -> Vec<EntryId> {
        ids.iter().filter_map(|id| self.entry(id)).collect()
    }

    /// Puts a person into the book.
    pub(super) fn know(&mut self, who: &Who, person: PersonId) {
        self.people.insert(who.clone(), person);
    }

    /// Whether it is somebody of the council.
    pub(super) fn is_staff(&self, who: &Who) -> bool {
        matches!(self.borough.someone(who), Some(Someone::Staff(_)))
    }

    /// As who somebody writes in a file: with their account, or by a link that was sent to them. A
    /// partner's account is for the families they lead.
    pub(super) fn writer(&self, file: usize, who: &Who) -> Writer {
        let family = file.checked_sub(1).and_then(|place| self.borough.families.get(place));
        let worker = family.and_then(|family| family.worker.as_ref());
        let leads = worker.is_some_and(|worker| self.canonical(worker) == self.canonical(who));
        let account = self.accounts.get(&self.canonical(who)).copied();
        let account = account.filter(|_| leads || self.is_staff(who));
        account.map_or_else(|| Writer::Guest(self.person(who)), Writer::Account)
    }

    /// Adds a line.
    pub(super) fn write(&mut self, line: Line) {
        let writer = line.writer.as_ref().map(|who| self.canonical(who));
        self.lines.push(Line { writer, ..line });
    }

    /// Adds a line that takes the place of another; all it says but the payload stays. The new
    /// entry comes back, for the next to replace.
    pub(super) fn write_instead(&mut self, before: &NewEntry, line: Later) -> NewEntry {
        let id = self.fresh(line.wish);
        let entry =
            NewEntry { id, replaces: Some(before.id), payload: line.payload, ..before.clone() };
        let Later { file, writer, wish, .. } = line;
        let by_tablet = false;
        self.write(Line { file, writer: Some(writer), wish, by_tablet, entry: entry.clone() });
        entry
    }
}

/// A later version of something.
pub(super) struct Later {
    /// Which family's file.
    pub file: usize,
    /// Who writes.
    pub writer: Who,
    /// When they would.
    pub wish: Timestamp,
    /// What it says from then on.
    pub payload: Payload,
}
