//! What a front page is composed from: what the store read, before any rule of the page.

use jiff::{Timestamp, civil::Date};

use super::kin::Kin;
use super::people::People;
use crate::card::Card;
use crate::id::{EntryId, PersonId};

/// Everything that was read for one page. What the reader may not see is not in it.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Whose page.
    pub child: PersonId,
    /// The day it speaks of.
    pub as_of: Date,
    /// The reader's last look before this visit.
    pub looked_at: Option<Timestamp>,
    /// What stands of the child: pins, statements, scales with their newest ratings, plan,
    /// decisions.
    pub cards: Vec<Card>,
    /// The newest note that saw the child.
    pub last_seen: Option<Sighting>,
    /// The last [`READ_LATELY`] things that happened, newest first.
    pub lately: Vec<Told>,
    /// What the child said lately that is important: the entry, and when.
    pub important: Vec<(EntryId, Timestamp)>,
    /// Who is whose parent, who lives where.
    pub kin: Kin,
    /// Names of everybody whom the page names, and the duty desk.
    pub people: People,
}

/// A child as somebody saw them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    /// The root of the note.
    pub note: EntryId,
    /// When.
    pub at: Timestamp,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// What was seen.
    pub text: String,
    /// Who saw it.
    pub by: Option<PersonId>,
}

/// So many things that happened are read, of which the page tells one a day.
pub const READ_LATELY: usize = 12;

/// One thing that happened, in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// When.
    pub at: Timestamp,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// What.
    pub text: String,
    /// It is a step: the day is told in fuller words where somebody wrote any.
    pub step: bool,
}
