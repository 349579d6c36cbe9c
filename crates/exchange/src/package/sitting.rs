//! A sitting as it stands in the record, which is what a package is made of: the entries with the
//! names of whoever they name, and the bytes of what was drawn, said and photographed.
//!
//! Whoever fills this in hands over only what the record lets them read. Deliberately absent: how
//! any of it is found.

use super::NoPackage;
use domain::child_answer::ChildAnswer;
use domain::houses_page::HousesPage;
use domain::houses_session::{Ending, HousesSession};
use domain::id::{Authority, EntryId, PersonId, TabletId};
use domain::identifier::Identifier;
use domain::important_said::ImportantSaid;
use domain::sharing::How;
use jiff::Timestamp;
use jiff::civil::Date;

/// A sitting with everything that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sitting {
    /// Its root.
    pub root: EntryId,
    /// The sitting itself.
    pub session: HousesSession,
    /// Whose record it is in.
    pub authority: (Authority, String),
    /// The child.
    pub child: Child,
    /// Who listened.
    pub worker: Named,
    /// Its pages, in the child's order.
    pub pages: Vec<Page>,
    /// Recordings that lie on none of them, in order.
    pub sounds: Vec<Kept>,
    /// Photographs that lie on none of them, in order.
    pub photos: Vec<Kept>,
    /// What was important of what the child said, with the root of each.
    pub important: Vec<(EntryId, ImportantSaid)>,
    /// The worker's own words about it, with their root.
    pub note: Option<(EntryId, String)>,
    /// What the child was told came of it.
    pub answers: Vec<Told>,
    /// How it came into the record.
    pub came: Came,
}

impl Sitting {
    /// Why nothing of it is for anybody at home, whatever the child chose; none where the child's
    /// choices decide.
    pub fn shut_to_parents(&self) -> Option<NoPackage> {
        let session = &self.session;
        let important = !self.important.is_empty() || !session.important.is_empty();
        if important || session.ending == Ending::StoppedForSafety {
            return Some(NoPackage::NotForParents);
        }
        // What is missing may be a no, or something important that was said.
        let broke_off = session.ending == Ending::Unfinished || session.unopened.is_some();
        broke_off.then_some(NoPackage::BrokeOff)
    }
}

/// The child.
#[derive(Debug, Clone, PartialEq)]
pub struct Child {
    /// Who.
    pub id: PersonId,
    /// The whole name, as it stands on letters.
    pub name: String,
    /// What people call the child.
    pub called: Option<String>,
    /// The day of birth.
    pub born: Option<Date>,
    /// The numbers the child is known by.
    pub identifiers: Vec<Identifier>,
}

/// Somebody, and what they are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub id: PersonId,
    /// The name.
    pub name: String,
}

/// What the child was told came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Its root.
    pub root: EntryId,
    /// On which day.
    pub on: Date,
    /// The words.
    pub answer: ChildAnswer,
}

/// How it came into the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Came {
    /// The tablet, and what its worker calls it.
    pub tablet: Option<(TabletId, String)>,
    /// The program the sitting was made with.
    pub build: Option<String>,
    /// When the office received it.
    pub received_at: Option<Timestamp>,
    /// Who said which child it is, and when.
    pub confirmed: Option<(Named, Timestamp)>,
    /// When it was written into the record.
    pub recorded_at: Timestamp,
}

/// A page with what is on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its root.
    pub root: EntryId,
    /// The page itself. Its roots of attachments are not followed: what is handed in below counts.
    pub page: HousesPage,
    /// The drawing.
    pub drawing: Option<Drawn>,
    /// Recordings, in order.
    pub sounds: Vec<Kept>,
    /// Photographs, in order.
    pub photos: Vec<Kept>,
    /// What the child chose for people whom the record knows.
    pub choices: Vec<Choice>,
}

/// A drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The root of its attachment.
    pub root: EntryId,
    /// Its ops, byte for byte.
    pub ops: Vec<u8>,
    /// It as SVG, which must need nothing from elsewhere ([`super::svg::on_its_own`]).
    pub svg: String,
    /// What was put on the paper, in words.
    pub describes: Option<String>,
}

/// A recording or a photograph.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// The root of its attachment.
    pub root: EntryId,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type: "audio/webm;codecs=opus".
    pub media_type: String,
    /// How many seconds, for a recording.
    pub seconds: Option<u32>,
    /// It stopped by itself.
    pub broken_off: bool,
    /// What it shows or says, for whoever cannot see or hear it.
    pub describes: Option<String>,
}

/// Whether one person may see a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Who.
    pub with: Named,
    /// The part it is about; none: the whole page.
    pub part: Option<String>,
    /// By choice, or passed on anyway.
    pub how: How,
}

/// For whom a package is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum For {
    /// Another system of the same authority: everything that was handed over.
    SameAuthority,
    /// The child: the pages that the child did not leave out, and what the child was told came of
    /// it. It goes home, where others read it: nobody is named by it, no choice about anybody, and
    /// nothing of the worker's.
    Child,
    /// A parent: the pages that the child said a plain yes to for them, and nothing of what was
    /// round those. Nothing at all where something important was said.
    Parent(Named),
}
