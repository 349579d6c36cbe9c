//! Back to the family: what somebody at home gets of a sitting over the houses, and the pages on
//! which a worker decides about it.
//!
//! [`sheet`] is what they get, on paper and by a link: it knows nothing but what the child agreed
//! to. Deliberately absent: how much there is that they do not get, and anything that reads a
//! drawing for them.
use std::borrow::Cow;

use domain::houses_session::Variant;
use domain::id::{EntryId, PersonId};
use domain::shared_back::Way;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::houses::Page;
use crate::{dates, say};

pub mod ask;
pub(crate) mod family;
mod samples;
pub mod sheet;

pub(crate) use samples::family_of_tyler;
pub use samples::samples;

/// What somebody gets.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreed {
    /// What the child is called.
    pub child: String,
    /// What whoever it is for is called.
    pub person: String,
    /// Who sat with the child.
    pub worker: String,
    /// The day of the sitting.
    pub on: Date,
    /// Whether it was houses, or what the child had instead.
    pub variant: Variant,
    /// Whom they may ask.
    pub ask: Asked,
    /// The pages, in the child's order; never none.
    pub pages: Vec<AgreedPage>,
}

/// Whom they may ask.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The worker who shows it.
    pub worker: String,
    /// Their team.
    pub team: Option<String>,
    /// The team's number.
    pub phone: Option<String>,
}

/// A page that the child agreed to.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreedPage {
    /// What is on it, but for what has bytes.
    pub page: Page,
    /// The drawing as SVG that stands alone and runs nothing (`exchange::package::svg`).
    pub drawing: Option<String>,
    /// Photographs.
    pub photos: Vec<Picture>,
    /// Recordings.
    pub sounds: Vec<Heard>,
}

/// A photograph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its bytes, as an address.
    pub src: String,
    /// What it shows.
    pub describes: Option<String>,
}

/// A recording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// How long.
    pub seconds: Option<u32>,
    /// It stopped by itself.
    pub broken_off: bool,
    /// Its bytes, as an address; none where it is too long for a page.
    pub src: Option<String>,
}

/// Why there is nothing to show to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nothing {
    /// No child is shown another's pages.
    Child,
    /// The file is restricted, or the law keeps this from everybody outside.
    Restricted,
    /// They are shut out of the file.
    ShutOut,
    /// The record has no name for them.
    NotNamed,
    /// Something important was said, or it was stopped so that somebody could be told.
    Important,
    /// It broke off, or not all of it could be opened.
    BrokeOff,
    /// The child agreed to nothing for them, or no longer.
    NotAgreed,
    /// It cannot be drawn.
    CannotBeDrawn,
}

impl Nothing {
    /// Why, for the worker.
    pub fn says(self, child: &str, person: &str) -> Cow<'static, str> {
        match self {
            Self::Child => say!("parents-not-child"),
            Self::Restricted => say!("parents-not-restricted"),
            Self::ShutOut => say!("parents-not-shut-out", person = person),
            Self::NotNamed => say!("parents-not-named", person = person),
            Self::Important => say!("parents-not-important", child = child),
            Self::BrokeOff => say!("parents-not-broke-off", child = child),
            Self::NotAgreed => say!("parents-not-agreed", child = child, person = person),
            Self::CannotBeDrawn => say!("parents-not-drawn"),
        }
    }
}

/// What the page of a sitting says of the family.
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    /// The root of the sitting.
    pub sitting: EntryId,
    /// Whom the child named.
    pub people: Vec<Whom>,
    /// Whom the child said yes to outside the family: at school, an advocate.
    pub outside: Vec<Whom>,
    /// Whom the child said yes to by a name alone: the record does not know who they are.
    pub by_name: Vec<String>,
    /// Why nothing of it is shown at home, to whomever; none where the child's choices decide.
    pub shut: Option<Nothing>,
    /// What was shown, newest first.
    pub shown: Vec<Showing>,
}

/// Somebody whom the child named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whom {
    /// Who.
    pub person: PersonId,
    /// What they are called: "Mum".
    pub called: String,
    /// How many pages are open to them, or why none.
    pub pages: Result<usize, Nothing>,
}

/// Something that was decided to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Showing {
    /// The root of its entry.
    pub root: EntryId,
    /// To whom.
    pub called: String,
    /// In which way.
    pub way: Way,
    /// The day it was decided.
    pub made_on: Date,
    /// The day it was gone through together.
    pub shown_on: Option<Date>,
    /// Its link.
    pub link: Option<LinkStands>,
}

/// How a link stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkStands {
    /// It opens.
    pub opens: bool,
    /// There is something to see where it does.
    pub shows: bool,
    /// Somebody ended it.
    pub ended: bool,
    /// Until when it opens.
    pub until: Timestamp,
    /// When it was last opened.
    pub opened_at: Option<Timestamp>,
}

/// In which way, and how much of it.
pub fn way_words(way: Way, pages: usize) -> Cow<'static, str> {
    match way {
        Way::Paper => say!("parents-way-paper", n = pages),
        Way::Link => say!("parents-way-link", n = pages),
    }
}

/// A day, whole.
pub fn day_words(on: Date) -> String {
    dates::full(on)
}

/// What a drawing of the child's is called.
pub fn drawn_by(child: &str) -> Cow<'static, str> {
    say!("drawing-by", who = child)
}
