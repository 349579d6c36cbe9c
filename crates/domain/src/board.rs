//! The board: the map in three columns, the statement on the desk, scales below.
//!
//! The store fills it, the page draws it. A slip is one thing on the map. A statement and its
//! goal are a pair; what is in use in them is known by the slips they name. Deliberately absent:
//! who is writing at this moment (that comes live and is never kept), and counts that weigh one
//! column against another.
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use std::fmt::{Display, Formatter};

use crate::danger_statement::Level;
use crate::form::{Begun, Filled};
use crate::front_page::{Child, Named, Scale};
use crate::id::{EntryId, PersonId};
use crate::map_item::{Column, MapKind};
use crate::voice::Mode;

mod compose;

pub use compose::{compose, speakers};

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
    /// The form on the desk, with what stands in it so far.
    pub form: Option<(Open, Begun)>,
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
    /// Who else is, in words.
    pub others_worry: Option<String>,
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
    Editing(EntryId),
    /// Somebody else has saved the same thing meanwhile: both texts, side by side.
    TwoVersions {
        /// Which.
        root: EntryId,
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
        /// The version that these words replace.
        version: Option<EntryId>,
        /// The whole so far.
        text: String,
    },
    /// Somebody gives a number on a scale.
    Rating(EntryId),
}

/// What may be put on the desk, as an address says it: `add=worry`, `edit={root}`. It is the word
/// of its form as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Open {
    /// A slip is added to a column.
    Add(Column),
    /// A slip, to be written anew.
    Edit(EntryId),
    /// A new danger statement.
    NewDanger,
    /// A danger statement, to be worded again.
    Danger(EntryId),
    /// The goal that answers a danger.
    GoalFor(EntryId),
    /// A number on a scale.
    Rate(EntryId),
}

impl Open {
    /// Back from its two halves; none where they say nothing of the desk.
    pub fn parse(key: &str, value: &str) -> Option<Self> {
        let root = || value.parse().ok();
        match (key, value) {
            ("add", column) => Column::parse(column).map(Self::Add),
            ("danger", "new") => Some(Self::NewDanger),
            ("danger", _) => root().map(Self::Danger),
            ("edit", _) => root().map(Self::Edit),
            ("goal-for", _) => root().map(Self::GoalFor),
            ("rate", _) => root().map(Self::Rate),
            _ => None,
        }
    }
}

impl Display for Open {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Add(column) => write!(f, "add={}", column.as_str()),
            Self::Edit(root) => write!(f, "edit={root}"),
            Self::NewDanger => f.write_str("danger=new"),
            Self::Danger(root) => write!(f, "danger={root}"),
            Self::GoalFor(danger) => write!(f, "goal-for={danger}"),
            Self::Rate(scale) => write!(f, "rate={scale}"),
        }
    }
}

/// What somebody has opened on the desk, before the board is read.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Opened {
    /// Nothing.
    #[default]
    Nothing,
    /// A form, with what stands in it so far.
    Form(Open, Begun),
    /// Two versions of one thing: what the reader typed, and what stands now.
    TwoVersions {
        /// Which.
        root: EntryId,
        /// The form that the reader sent.
        mine: Begun,
        /// What stands now.
        theirs: String,
        /// Who saved it.
        by: PersonId,
    },
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

impl DangerDraft {
    /// With what stands in its form; a field that the form does not have stays as it was.
    #[must_use]
    pub fn filled(self, form: &Filled) -> Self {
        let or = |name: &str, was: String| form.find(name).map_or(was, str::to_owned);
        let parts = self.parts;
        Self {
            root: self.root,
            version: form.one("version").parse().ok().or(self.version),
            text: or("text", self.text),
            disagreement: or("disagreement", self.disagreement),
            parts: DangerParts {
                who_worries: or("who_worries", parts.who_worries),
                happened: or("happened", parts.happened),
                when_likely: or("when_likely", parts.when_likely),
                could_happen: or("could_happen", parts.could_happen),
                family_says: or("family_says", parts.family_says),
            },
        }
    }
}
