//! What a use case holds. It never opens a transaction: it is in one.

use crate::chance::{Chance, Seed};
use crate::edge::Edge;
use crate::error::{Error, Result};
use domain::entry::NewEntry;
use domain::id::{Authority, EntryId};
use jiff::Timestamp;
use store::journal::{Pen, Stamp};
use store::tx::Tx;

/// Reading: one snapshot, who asks, and when it is.
pub struct Read<'a> {
    /// The snapshot.
    pub tx: &'a mut Tx,
    /// Who asks, when.
    pub edge: Edge,
    /// Whose record it is.
    authority: Option<Authority>,
}

impl<'a> Read<'a> {
    pub(crate) const fn new(tx: &'a mut Tx, edge: Edge, authority: Option<Authority>) -> Self {
        Self { tx, edge, authority }
    }

    /// Whose record it is.
    pub fn authority(&self) -> Result<Authority> {
        self.authority.ok_or(Error::NoAuthority)
    }
}

/// Writing: the pen, who asks, when it is, and chance.
pub struct Write<'a, 'p> {
    pen: &'a mut Pen<'p>,
    /// Who asks, when.
    pub edge: Edge,
    chance: Chance,
    authority: Option<Authority>,
}

impl<'a, 'p> Write<'a, 'p> {
    pub(crate) fn new(pen: &'a mut Pen<'p>, edge: Edge, authority: Option<Authority>) -> Self {
        Self { pen, edge, chance: Chance::new(edge.seed, edge.now), authority }
    }

    /// The transaction, to read in and to keep what is no entry.
    pub const fn tx(&mut self) -> &mut Tx {
        self.pen.tx
    }

    /// Now.
    pub const fn now(&self) -> Timestamp {
        self.edge.now
    }

    /// A new id.
    pub fn id(&mut self) -> EntryId {
        self.chance.id()
    }

    /// A seed for a request of its own.
    pub fn seed(&mut self) -> Seed {
        self.chance.seed()
    }

    /// Whose record it is.
    pub fn authority(&self) -> Result<Authority> {
        self.authority.ok_or(Error::NoAuthority)
    }

    /// Gives a store without an authority this one.
    pub fn keep_authority(&mut self, authority: Authority) -> Result<Authority> {
        let kept = self.pen.tx.keep_authority(authority)?;
        self.authority = Some(kept);
        Ok(kept)
    }

    /// Records an entry: whoever asks may write about everyone it is about, or it is refused.
    pub fn record(&mut self, new: NewEntry) -> Result<EntryId> {
        self.append(new)
    }

    /// Appends an entry, as whoever asks, now. Asks nobody's leave: for use cases that already did.
    pub(crate) fn append(&mut self, new: NewEntry) -> Result<EntryId> {
        let stamp = Stamp {
            authority: self.authority()?,
            recorded_at: self.edge.now,
            recorded_by: self.edge.actor.recorder(),
            salt: self.chance.salt(),
        };
        self.pen.append(new, stamp).map_err(|why| match why {
            store::error::Error::Replaced => Error::SavedInBetween,
            why => Error::Store(why),
        })
    }
}
