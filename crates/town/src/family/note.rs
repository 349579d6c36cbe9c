//! Notes: visits, calls, meetings, documents, and the night book a relative keeps.

use jiff::civil::{Date, Time};
use serde::Deserialize;

use super::{Id, Mode, Original, Who};

/// One note.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Which note.
    pub id: Id,
    /// The day it is about.
    pub on: Date,
    /// The hour, where it is known.
    pub at: Option<Time>,
    /// What sort of note.
    pub kind: NoteKind,
    /// Its heading; missing in the short shape.
    pub title: Option<String>,
    /// Where; read together with `with`: "at school", "with Mum".
    #[serde(rename = "where")]
    pub place: Option<String>,
    /// With whom, in words.
    pub with: Option<String>,
    /// Who wrote it; a relative writes by guest link.
    pub by: Who,
    /// Then the whole text is that person's words.
    pub said_by: Option<Who>,
    /// How close to the words.
    pub mode: Option<Mode>,
    /// Which children it is about; empty: all of the family.
    #[serde(default)]
    pub about: Vec<Who>,
    /// The note.
    pub text: String,
    /// Which children were seen.
    pub seen: Vec<Who>,
    /// Seen with no parent or carer there; missing where nobody has written it.
    pub alone: Option<bool>,
    /// Others who were there.
    #[serde(default)]
    pub there: Vec<Who>,
    /// Who interpreted.
    pub interpreter: Option<Who>,
    /// The words before translation.
    pub original: Option<Original>,
    /// What it speaks to: map items, statements, scales, steps.
    #[serde(default)]
    pub speaks_to: Vec<Id>,
    /// Not finished.
    #[serde(default)]
    pub draft: bool,
    /// Still ahead.
    #[serde(default)]
    pub planned: bool,
    /// The other system it was read from.
    pub came_from: Option<String>,
    /// For the writer, the lead worker and their supervisor only.
    #[serde(default)]
    pub sealed: bool,
    /// Who may not read it.
    #[serde(default)]
    pub keep_from: Vec<Who>,
    /// Which part is kept from them.
    pub kept_part: Option<String>,
}

/// What sort of note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// A visit.
    Visit,
    /// A call.
    Call,
    /// A meeting.
    Meeting,
    /// A letter or a report.
    Document,
    /// What a relative writes at night.
    NightBook,
}
