//! The map: what we are worried about, what is working well, what needs to happen.

use jiff::civil::{Date, Time};
use serde::Deserialize;

use super::{Fuzzy, Id, Mode, Original, Who};

/// The map as a whole: the sheet on the table.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapSheet {
    /// Counts up with each mapping.
    pub version: u32,
    /// Whether it is still being worked on.
    pub state: SheetState,
    /// The day of the mapping.
    pub on: Date,
    /// When it was last kept.
    pub kept_at: Option<Time>,
    /// Who was in the room.
    pub in_the_room: Vec<Who>,
    /// The danger statement being worded.
    pub on_the_desk: Option<Id>,
    /// What somebody is writing at this moment.
    pub being_written: Vec<BeingWritten>,
    /// Words that were put more plainly.
    pub plain_words: Vec<PlainWords>,
}

/// Whether a sheet is finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetState {
    /// Still being worked on.
    Draft,
    /// The map as it stands.
    Current,
}

/// An item that somebody is still writing.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeingWritten {
    /// Who writes.
    pub by: Who,
    /// In which column.
    pub column: Column,
    /// What stands there so far.
    pub text: String,
}

/// A word the sheet had, and the plainer one it has now.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlainWords {
    /// The word that stood there.
    pub had: String,
    /// The word that stands there now.
    pub now: String,
    /// Why it was changed.
    pub because: String,
}

/// One item on the map.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapItem {
    /// Which item.
    pub id: Id,
    /// In which column it stands.
    pub column: Column,
    /// What sort of item it is.
    pub kind: MapItemKind,
    /// Its name where there is only room for a few words.
    pub short: Option<String>,
    /// The item.
    pub text: String,
    /// A second line.
    pub more: Option<String>,
    /// Whose words.
    pub said_by: Who,
    /// How close to those words.
    pub mode: Mode,
    /// The day it was said.
    pub on: Date,
    /// When it took place, where that is another day.
    pub happened: Option<Fuzzy>,
    /// Safety has it: the danger it was seen against.
    pub danger: Option<Id>,
    /// Which children it is about; empty: all of the family.
    #[serde(default)]
    pub children: Vec<Who>,
    /// A step has it: who does it.
    pub owner: Option<Who>,
    /// A step has it: by when.
    pub by: Option<Date>,
    /// The hour, where a step has one.
    pub at: Option<Time>,
    /// A step that was done: when.
    pub done: Option<Date>,
    /// The words before translation.
    pub original: Option<Original>,
    /// Kept apart until this day: prove it or remove it by then.
    pub unproven: Option<Date>,
    /// For the writer, the lead worker and their supervisor only.
    #[serde(default)]
    pub sealed: bool,
}

/// The three columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// What we are worried about.
    Worry,
    /// What is working well.
    Well,
    /// What needs to happen.
    Next,
}

/// What sort of item; each belongs to one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MapItemKind {
    /// A worry: harm that was done.
    Harm,
    /// A worry: what makes things harder.
    Complicating,
    /// Well: something good about the family.
    Strength,
    /// Well: a strength seen to meet the danger, over time.
    Safety,
    /// Next: somebody does this by then.
    Step,
    /// Next: what somebody would like.
    Wish,
}

impl MapItemKind {
    /// The one column where this sort of item can stand.
    pub fn column(self) -> Column {
        match self {
            Self::Harm | Self::Complicating => Column::Worry,
            Self::Strength | Self::Safety => Column::Well,
            Self::Step | Self::Wish => Column::Next,
        }
    }
}
