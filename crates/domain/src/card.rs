//! A card: an entry as it stands now, filed under one child, as front page, map, plan and decisions are
//! drawn from it.
//!
//! What an entry said before it was replaced, and who may read it, stands in the journal and is decided
//! before anybody holds a card.

use crate::id::{EntryId, PersonId};
use crate::kind::Payload;
use crate::time::day_of;
use crate::voice::Mode;
use jiff::{Timestamp, civil::Date};

/// An entry as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What links and addresses name.
    pub root: EntryId,
    /// This version: an edit says that it replaces this one.
    pub id: EntryId,
    /// When it happened, or was said or written.
    pub at: Timestamp,
    /// When this version was written down.
    pub recorded_at: Timestamp,
    /// Whose words: who said it, else who wrote it down, where the record knows the person.
    pub voice: Option<PersonId>,
    /// How near the words are to what was said; none where the entry names no speaker.
    pub how: Option<Mode>,
    /// The other children it is filed under.
    pub beside: Vec<PersonId>,
    /// What it says.
    pub payload: Payload,
}

/// What rivals are ranked by: when it happened, when it was written down, and its id, so that the same
/// entries give the same page in whatever order they arrived.
pub type Rank = (Timestamp, Timestamp, EntryId);

impl Card {
    /// Its rank among rivals; the greatest is the newest.
    pub const fn rank(&self) -> Rank {
        (self.at, self.recorded_at, self.id)
    }
    /// The day it happened, in London.
    pub fn on(&self) -> Date {
        day_of(self.at)
    }
}
