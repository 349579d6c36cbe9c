//! The journal: entries in the order they were written, each in its writer's series.
//!
//! ```text
//! entry   seq id root … head digest      digest = SHA-256(digest before it in its series | head)
//! payload seq salt body                  its digest is in the head; erasure deletes this row alone
//! ```
//! Only `app` appends. What is appended is applied to every view in the same transaction.

use crate::error::{Error, Result};
use crate::row;
use crate::tx::Tx;
use crate::view::{self, Placed};
use domain::entry::{self, Digest, Entry, Head, NewEntry, Place, Salt, Series, Stored};
use domain::id::{Authority, EntryId, WriterId};
use domain::voice::Recorder;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

/// Where a series stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tail {
    writer: WriterId,
    n: u64,
    digest: Digest,
}

/// Where the two series of a writing thread stand: its entries, and the looks it writes down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tails {
    entries: Tail,
    looks: Tail,
}

impl Tails {
    /// Two series with nothing in them.
    pub(crate) const fn start(entries: WriterId, looks: WriterId) -> Self {
        Self { entries: Tail::start(entries), looks: Tail::start(looks) }
    }

    /// Two other series, after the line was cut and nobody can say whether the last batch was
    /// kept: a number used twice would look like a line struck out.
    pub(crate) fn anew(self) -> Self {
        Self { entries: self.entries.anew(), looks: self.looks.anew() }
    }
}

impl Tail {
    const fn start(writer: WriterId) -> Self {
        Self { writer, n: 0, digest: [0; 32] }
    }
    /// A series whose name follows from this one and how far it got.
    fn anew(self) -> Self {
        let from = Sha256::new()
            .chain_update(self.writer.as_bytes())
            .chain_update(self.n.to_be_bytes())
            .chain_update(self.digest);
        let chance: Digest = from.finalize().into();
        let name = chance.first_chunk::<16>().copied().unwrap_or_default();
        Self::start(WriterId(uuid::Builder::from_custom_bytes(name).into_uuid()))
    }
    /// After one more, with this digest.
    pub(crate) const fn next(self, digest: Digest) -> Self {
        Self { writer: self.writer, n: self.n + 1, digest }
    }
    pub(crate) const fn writer(&self) -> WriterId {
        self.writer
    }
    pub(crate) const fn n(&self) -> u64 {
        self.n
    }
    pub(crate) const fn digest(&self) -> Digest {
        self.digest
    }
}

/// What a closure of a writing thread holds: the transaction, and the right to append.
pub struct Pen<'a> {
    /// The transaction.
    pub tx: &'a mut Tx,
    tails: &'a mut Tails,
}

/// Who writes, when, for whom, and the salt of the payload.
#[derive(Debug, Clone, Copy)]
pub struct Stamp {
    /// The authority whose record it is.
    pub authority: Authority,
    /// Now.
    pub recorded_at: Timestamp,
    /// Who wrote it down.
    pub recorded_by: Recorder,
    /// Chance, for this payload alone.
    pub salt: Salt,
}

impl<'a> Pen<'a> {
    pub(crate) const fn new(tx: &'a mut Tx, tails: &'a mut Tails) -> Self {
        Self { tx, tails }
    }

    pub(crate) const fn looks(&self) -> Tail {
        self.tails.looks
    }

    pub(crate) const fn set_looks(&mut self, tail: Tail) {
        self.tails.looks = tail;
    }

    /// Appends an entry and applies it to the views. The same entry met again is left alone;
    /// [`Error::Replaced`] where another has taken its id, or the place that this one wants.
    pub fn append(&mut self, new: NewEntry, stamp: Stamp) -> Result<EntryId> {
        let tail = self.tails.entries;
        let series = Series { writer: tail.writer, n: tail.n + 1 };
        let mut head = new.head(Place {
            series,
            authority: stamp.authority,
            recorded_at: stamp.recorded_at,
            recorded_by: stamp.recorded_by,
        });
        let stored = Stored::seal(&mut head, &new.payload, stamp.salt, &tail.digest);
        let seq = self
            .tx
            .find::<(i64,)>(
                INSERT,
                (
                    head.id,
                    head.root,
                    head.authority,
                    head.kind.as_str(),
                    head.recorded_at,
                    head.replaces,
                    &stored.head,
                    stored.digest,
                ),
            )
            .map_err(|why| if why.is_unique() { Error::Replaced } else { why })?;
        let Some((seq,)) = seq else { return self.met_again(&head, &stored) };
        if let Some((salt, body)) = &stored.payload {
            self.tx.exec(INSERT_PAYLOAD, (seq, salt, body))?;
        }
        self.tails.entries = tail.next(stored.digest);
        let id = head.id;
        let entry = Entry { head, payload: Some(new.payload) };
        let body = stored.payload.as_ref().map(|(_, body)| body.as_str());
        view::apply(self.tx, &Placed { seq, entry: &entry, body })?;
        Ok(id)
    }

    /// This id has been used. Whoever sends the same words again has them kept; other words under
    /// one id, as from one draft open in two windows, are no repeat and must not be lost in
    /// silence.
    fn met_again(&mut self, head: &Head, stored: &Stored) -> Result<EntryId> {
        let kept = self.tx.find::<EntryRow>(BY_ID, (head.id,))?.ok_or(Error::Replaced)?;
        let before = kept.open()?.head;
        let says = stored.payload.as_ref().map(|(_, body)| body.as_str());
        let same = before.kind == head.kind
            && before.about == head.about
            && before.replaces == head.replaces
            && before.recorded_by == head.recorded_by
            && kept.body.as_deref() == says;
        if same { Ok(head.id) } else { Err(Error::Replaced) }
    }
}

const INSERT: &str =
    "insert into entry(id, root, authority, kind, recorded_at, replaces, head, digest)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict(id) do nothing returning seq";
const INSERT_PAYLOAD: &str = "insert into payload(seq, salt, body) values (?1, ?2, ?3)";

row! {
    /// An entry as it is stored.
    pub struct EntryRow {
        /// Its place in this store's journal.
        seq: i64,
        /// The head as JSON.
        head: String,
        /// The payload as JSON; `None` where it was erased.
        body: Option<String>,
    }
}

impl EntryRow {
    /// As an entry.
    pub fn open(&self) -> Result<Entry> {
        entry::open(&self.head, self.body.as_deref()).map_err(|why| Error::Entry(self.seq, why))
    }
}

const BY_ID: &str = "select e.seq, e.head, p.body from entry e left join payload p on p.seq = e.seq
    where e.id = ?1";
const AFTER: &str = "select e.seq, e.head, p.body from entry e left join payload p on p.seq = e.seq
    where e.seq > ?1 order by e.seq limit ?2";
const OF_ROOT: &str =
    "select e.seq, e.head, p.body from entry e left join payload p on p.seq = e.seq
    where e.id = ?1 or (e.root = ?1 and e.replaces is not null) order by e.seq";
const COUNT: &str = "select count(*) from entry";
const LAST_RECORDED: &str = "select recorded_at from entry order by seq desc limit 1";

impl Tx {
    /// The entry of this id.
    pub fn find_entry(&mut self, id: EntryId) -> Result<Option<Entry>> {
        self.find::<EntryRow>(BY_ID, (id,))?.map(|row| row.open()).transpose()
    }

    /// Every version of what this root names, oldest first.
    pub fn list_versions(&mut self, root: EntryId) -> Result<Vec<Entry>> {
        self.all::<EntryRow>(OF_ROOT, (root,))?.iter().map(EntryRow::open).collect()
    }

    /// The version that stands, whatever it is; a withdrawal too.
    pub fn find_newest(&mut self, root: EntryId) -> Result<Option<Entry>> {
        Ok(self.list_versions(root)?.pop())
    }

    /// The next entries of the journal after a place in it.
    pub fn list_journal(&mut self, after: i64, limit: i64) -> Result<Vec<EntryRow>> {
        self.all(AFTER, (after, limit))
    }

    /// When the newest entry was written down.
    pub fn find_last_recorded(&mut self) -> Result<Option<Timestamp>> {
        Ok(self.find::<(Timestamp,)>(LAST_RECORDED, ())?.map(|(at,)| at))
    }

    /// How many entries there are.
    pub fn count_entries(&mut self) -> Result<i64> {
        Ok(self.get::<(i64,)>(COUNT, ())?.0)
    }
}
