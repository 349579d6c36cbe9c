//! The board: the map in three columns, the statement on the desk, scales below.
//!
//! The store fills it, the page draws it. A slip is one thing on the map. A statement and its
//! goal are a pair; what is in use in them is known by the slips they name. Deliberately absent:
//! who is writing at this moment (that comes live and is never kept), and counts that weigh one
//! column against another.
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::danger_statement::Level;
use crate::front_page::{Child, Named, Scale};
use crate::id::{EntryId, PersonId};
use crate::map_item::{Column, MapKind};
use crate::voice::Mode;

mod compose;

pub use compose::compose;

/// The whole board, as it was on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Board {
    /// The day.
    pub as_of: Date,
    /// Whose map.
    pub child: BoardChild,
    /// Version of the map, from 1; none where there is no map yet.
    pub version: Option<u32>,
    /// When this draft was last kept, in London; none once the version is finished.
    pub draft_kept_at: Option<DateTime>,
    /// Who was in the room.
    pub in_the_room: Vec<Named>,
    /// Every slip, newest first in each column.
    pub slips: Vec<Slip>,
    /// Danger statements with their goals.
    pub pairs: Vec<Pair>,
    /// What is on the desk.
    pub desk: Desk,
    /// Scales that belong to the map.
    pub scales: Vec<Scale>,
    /// Whoever may be named as a speaker: the family first.
    pub speakers: Vec<Named>,
    /// Brothers and sisters whose file a slip may be put in too.
    pub siblings: Vec<Named>,
}

/// The child, as the name row needs them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BoardChild {
    /// Who.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// "Idris".
    pub called: String,
    /// What the emblem shows.
    pub emblem: Option<String>,
}

impl From<Child> for BoardChild {
    fn from(child: Child) -> Self {
        let emblem = child.emblem.map(|emblem| emblem.picture);
        Self { id: child.id, name: child.name, called: child.called, emblem }
    }
}

/// One thing on the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Slip {
    /// First version of the entry: what an address names.
    pub root: EntryId,
    /// The version that is drawn: an edit says which it replaces.
    pub version: EntryId,
    /// What kind of thing; decides the column.
    pub kind: MapKind,
    /// The words.
    pub text: String,
    /// Its name in a short list.
    pub short: Option<String>,
    /// Who said it; none where nobody knows or they asked not to be named.
    pub said_by: Option<Named>,
    /// How near the words are to what was said.
    pub mode: Mode,
    /// When it was said.
    pub on: Date,
    /// For a step: who does it, by when, and when it was done.
    pub step: Option<StepOfSlip>,
    /// Newer than the reader's last look.
    pub new: bool,
}

impl Slip {
    /// The column it stands in.
    pub fn column(&self) -> Column {
        self.kind.column()
    }
}

/// Who does a step, by when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepOfSlip {
    /// Who.
    pub owner: Option<Named>,
    /// By when.
    pub by: Option<Date>,
    /// When it was done.
    pub done_on: Option<Date>,
}

/// A danger statement and the goal that answers it; either may be missing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// The statement.
    pub danger: Option<PairedDanger>,
    /// The goal.
    pub goal: Option<PairedGoal>,
}

/// A danger statement on the board.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PairedDanger {
    /// First version of the entry.
    pub root: EntryId,
    /// The version that is drawn.
    pub version: EntryId,
    /// Danger, or worry at a lower threshold.
    pub level: Level,
    /// The whole.
    pub text: String,
    /// The words of the whole in which the family disagrees.
    pub disagreement: Option<String>,
    /// Who is worried.
    pub who_worries: Vec<Named>,
    /// The day of these words.
    pub on: Date,
    /// Slips that are in use in it.
    pub uses: Vec<EntryId>,
}

/// A safety goal on the board.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PairedGoal {
    /// First version of the entry.
    pub root: EntryId,
    /// The version that is drawn.
    pub version: EntryId,
    /// The whole.
    pub text: String,
    /// Who wrote it together; the first wrote it down.
    pub written_with: Vec<Named>,
    /// The day of these words.
    pub on: Date,
}

/// What is on the desk under the columns. One thing at a time, so that it gets the whole width.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Desk {
    /// Nothing: the board takes the height.
    Closed,
    /// A slip is being added to a column.
    Adding(Column),
    /// A slip is being written anew.
    Editing {
        /// Which.
        root: EntryId,
        /// The words as they were typed, where a save was refused.
        typed: Option<String>,
    },
    /// Somebody else has saved the same slip meanwhile: both texts, side by side.
    TwoVersions {
        /// Which.
        root: EntryId,
        /// What the reader typed.
        mine: String,
        /// What stands now, and by whom.
        theirs: String,
        /// Who saved it.
        by: Named,
    },
    /// A danger statement is being worded.
    Danger(DangerDraft),
    /// The goal that answers a danger is being worded.
    Goal {
        /// The danger it answers.
        danger: EntryId,
        /// First version of the goal, where there is one.
        root: Option<EntryId>,
        /// The whole so far.
        text: String,
    },
    /// Somebody gives a number on a scale.
    Rating(EntryId),
}

/// What somebody has opened on the desk, before the board is read.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Opened {
    /// Nothing.
    #[default]
    Nothing,
    /// A new slip in this column.
    Add(Column),
    /// A slip, to be written anew.
    Edit {
        /// Which.
        root: EntryId,
        /// The words as they were typed, where a save was refused.
        typed: Option<String>,
    },
    /// A new danger statement.
    NewDanger,
    /// A danger statement, to be worded again.
    Danger(EntryId),
    /// The goal that answers this danger.
    GoalFor(EntryId),
    /// A number on this scale.
    Rate(EntryId),
    /// Two versions of one thing.
    TwoVersions {
        /// Which.
        root: EntryId,
        /// What the reader typed.
        mine: String,
        /// What stands now.
        theirs: String,
        /// Who saved it.
        by: PersonId,
    },
    /// A form as it was typed, where a save was refused.
    Typed(Desk),
}

/// A danger statement while it is worded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DangerDraft {
    /// First version of the entry, where there is one.
    pub root: Option<EntryId>,
    /// The version that these words replace.
    pub version: Option<EntryId>,
    /// The whole so far, without the disagreement.
    pub text: String,
    /// What the family says against it, set in italics inside the field.
    pub disagreement: String,
    /// The five short answers beside it.
    pub parts: DangerParts,
}

/// The five short answers beside a danger statement, as they stand in their fields.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DangerParts {
    /// Who is worried, by name.
    pub who_worries: String,
    /// What has happened.
    pub happened: String,
    /// When it is most likely.
    pub when_likely: String,
    /// What could happen.
    pub could_happen: String,
    /// What the family says.
    pub family_says: String,
}
