//! My work: the children somebody works with, what stands today, what waits, which days lie
//! ahead.
//!
//! The store fills it, the page draws it. Up to ten children every row is rich; the page chooses.
//! Deliberately absent: days since anybody was seen, counts of what is late, and any figure of
//! the worker's own time.
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::front_page::{Named, Scale};
use crate::id::{EntryId, PersonId, SittingId};
use crate::note::NoteKind;
use crate::person::Born;
use crate::plan::State;
use crate::tablet::ImportantIn;
use crate::voice::Mode;

/// The whole page, as it is on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MyWork {
    /// The day.
    pub as_of: Date,
    /// Families in the order of what comes next; brothers and sisters stand together.
    pub families: Vec<Vec<ChildRow>>,
    /// What stands today, by the clock; what has no hour stands last.
    pub today: Vec<Appointment>,
    /// How many sittings wait for the reader to say whose they are.
    pub handed_in: usize,
    /// What waits for the reader.
    pub waiting: Vec<Waiting>,
    /// Days of the fortnight that begins today: the only place for statutory dates.
    pub dates: Vec<Ahead>,
}

impl MyWork {
    /// How many children there are.
    pub fn children(&self) -> usize {
        self.families.iter().map(Vec::len).sum()
    }
}

/// One child, rich enough for both kinds of row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChildRow {
    /// Who.
    pub id: PersonId,
    /// First name: "Idris".
    pub called: String,
    /// The rest of the name; blank where there is none.
    pub family_name: String,
    /// When they were or will be born, if anybody has said.
    pub born: Option<Born>,
    /// What the emblem shows.
    pub emblem: Option<String>,
    /// The newest entry, as written.
    pub newest: Option<Newest>,
    /// The danger's scale, where somebody has one.
    pub scale: Option<Scale>,
    /// When and how the child was last seen.
    pub last_seen: Option<LastSeen>,
    /// Where the plan stands.
    pub plan: Option<State>,
    /// What comes next.
    pub next: Option<Next>,
}

/// The newest entry of a child, as written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Newest {
    /// The entry.
    pub entry: EntryId,
    /// The words.
    pub text: String,
    /// How near they are to what was said.
    pub mode: Mode,
    /// Whose words, where anybody knows.
    pub by: Option<Named>,
    /// Where they stand or were said: "in the night book", "at school".
    pub place: Option<String>,
    /// The day.
    pub on: Date,
    /// Newer than the reader's last look.
    pub new: bool,
}

/// When and how a child was last seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LastSeen {
    /// The day.
    pub on: Date,
    /// Where: "at school".
    pub place: Option<String>,
    /// With no parent or carer there; blank where nobody wrote it.
    pub alone: Option<bool>,
    /// With whom: "with both".
    pub with: Option<String>,
}

/// What comes next for a child.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Next {
    /// The day.
    pub on: Date,
    /// What, in a few words.
    pub what: String,
}

/// Something that stands today.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Appointment {
    /// When, by the clock in London.
    pub at: Option<Time>,
    /// A visit, a call, a meeting.
    pub kind: NoteKind,
    /// What, its first part before a comma: "Visit Idris, 3 Mill Bank".
    pub title: String,
    /// What to have in mind: "Denise, Leah and the night book".
    pub note: Option<String>,
    /// The child it is about, where it is one.
    pub child: Option<PersonId>,
}

/// Something that waits for the reader.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Waiting {
    /// Something to read.
    Read {
        /// What: "Denise's night book, 22 to 23 Nov".
        what: String,
        /// The newest entry of it.
        entry: EntryId,
    },
    /// A note that was begun and is kept as a draft.
    Finish {
        /// The child from whose file it was begun.
        child: PersonId,
        /// The draft it is kept as.
        draft: EntryId,
        /// What it is a note of.
        kind: NoteKind,
        /// What it is called, if it is called anything.
        title: Option<String>,
        /// The day it tells of.
        on: Date,
    },
    /// Something small to do, such as ringing back.
    Do {
        /// The child it is about.
        child: PersonId,
        /// What: "Ring Sean back about Saturdays".
        what: String,
        /// By when.
        by: Option<Date>,
    },
    /// A child is to hear what came of what they said.
    Answer {
        /// What the child is called.
        called: String,
        /// The root of the sitting.
        session: EntryId,
        /// The day of it.
        on: Date,
        /// By when.
        by: Date,
    },
    /// Something important that a child said, while nobody has written whom they rang.
    Important {
        /// What the child is called.
        called: String,
        /// The entry.
        entry: EntryId,
        /// The day it was said.
        on: Date,
    },
    /// Something important was said in a sitting that a tablet handed in, while nobody has said
    /// whose it is.
    ImportantHandedIn {
        /// Which sitting.
        sitting: SittingId,
        /// Whose tablet it came from, where not the reader's.
        worker: Option<String>,
        /// The day it came.
        on: Date,
        /// Whether anybody was rung.
        is: ImportantIn,
    },
    /// Somebody opened a file that the reader leads or answers for, and said why.
    Opened {
        /// Whose file; none where the reader may not open it themselves, and the child has no
        /// name here.
        child: Option<PersonId>,
        /// What the child is called.
        called: String,
        /// Who opened it.
        by: String,
        /// Why, as it was typed.
        reason: String,
        /// The day.
        on: Date,
    },
}

/// A day of the fortnight on which something is due or arranged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ahead {
    /// The day.
    pub on: Date,
    /// What: "First night home".
    pub what: String,
    /// For whom, as few letters as will do: "Idris", "Noah and Isla".
    pub whom: String,
    /// The child whose page tells more.
    pub child: PersonId,
}
