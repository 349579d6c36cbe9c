//! A sitting over the three houses, as a tablet wrote it down: its opened ops in order, read
//! within bounds into what it amounts to (`docs/kit.md`).
//!
//! ```text
//! begin ─ level ─ page ─ stroke ─ stroke ─ words ─ share ─ … ─ finish
//!                   └── one drawing: these lines, byte for byte ──┘
//! ```
//! Of what is said twice the newest counts. A kind that this program does not know is counted and
//! let be. What cannot be what a tablet writes is refused by the number of its op, and whoever
//! holds the ops still has them. Deliberately absent: what the record makes of it, and the bytes
//! of sounds and photographs, which come beside it.

mod fault;
mod op;
mod reading;

use domain::houses_page::{Number, Place, Sorted, Words};
use domain::houses_session::{
    Asked, Cleared, Ending, Exact, House, Level, NamedHouse, PassedOn, Permission, ReadBack, Told,
    Variant,
};
use domain::id::PersonId;
use domain::sharing::Answer;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

pub use fault::{Fault, OP_BYTES_MAX, OPS_MAX, PAGES_MAX, TEXT_MAX};

/// What a sitting amounts to.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// Its id.
    pub id: Uuid,
    /// How it was begun.
    pub begun: Begun,
    /// How things were explained.
    pub level: Option<Level>,
    /// What the child made of the houses, and called it.
    pub variant: (Variant, Option<String>),
    /// What the child called single houses.
    pub named: Vec<NamedHouse>,
    /// The houses in the order the child first went into them.
    pub order: Vec<House>,
    /// What the child was told, and answered.
    pub told: Vec<Told>,
    /// The places of the conversation that were walked.
    pub path: Vec<String>,
    /// What was asked.
    pub asked: Vec<Asked>,
    /// The pages, in the child's order.
    pub pages: Vec<Page>,
    /// The child's exact words that the worker put down.
    pub exact: Vec<Exact>,
    /// What had to be passed on.
    pub passed_on: Vec<PassedOn>,
    /// Something important that was said.
    pub important: Vec<Important>,
    /// The worker's own notes, in order.
    pub notes: Vec<String>,
    /// What the worker made of it at the end, and what is to be done.
    pub reflection: Option<(String, Option<String>)>,
    /// Whether the words were read back.
    pub read_back: Option<ReadBack>,
    /// The day the child was promised an answer.
    pub comes_back_on: Option<Date>,
    /// When it ended, by the tablet: its last op.
    pub ended: Timestamp,
    /// How it ended; a sitting without an end broke off.
    pub ending: Ending,
    /// Why, where somebody wrote that.
    pub ending_why: Option<String>,
    /// Ops of kinds that this program does not know.
    pub unknown: usize,
}

/// How a sitting was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// When, by the tablet.
    pub at: Timestamp,
    /// The pack of the child that was taken along, where there was one.
    pub pack: Option<String>,
    /// What the child is called on the tablet.
    pub name: String,
    /// The worker's name.
    pub worker: String,
    /// The language.
    pub language: String,
    /// Where.
    pub place: Option<String>,
    /// The program the tablet ran.
    pub build: String,
    /// Who cleared it, where an enquiry limits what may be talked about.
    pub enquiry: Option<Cleared>,
    /// Who agreed.
    pub agreement: Option<Permission>,
    /// Who else was near, in words.
    pub near: Option<String>,
    /// Who interpreted.
    pub interpreter: Option<String>,
}

/// A page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its id.
    pub id: Uuid,
    /// Where it belongs.
    pub house: House,
    /// When it was begun, by the tablet.
    pub at: Timestamp,
    /// What the child called it.
    pub title: Option<String>,
    /// The words on it, in the order in which they were begun.
    pub words: Vec<Words>,
    /// Where on the path.
    pub path: Option<Place>,
    /// The number.
    pub number: Option<Number>,
    /// The cards as they lie at the end.
    pub sorted: Vec<Sorted>,
    /// The child marked it.
    pub important: bool,
    /// The child left it out.
    pub left_out: bool,
    /// Its drawing, byte for byte, each op on a line; none where nothing was put on the paper.
    pub drawing: Option<Vec<u8>>,
    /// Recordings.
    pub sounds: Vec<Sound>,
    /// Photographs.
    pub photos: Vec<Photo>,
    /// What the child chose for whom.
    pub shares: Vec<Share>,
}

/// A recording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sound {
    /// Its id among what comes beside the ops.
    pub attachment: Uuid,
    /// How long, in milliseconds.
    pub ms: u64,
    /// Its media type, as the tablet says.
    pub media_type: String,
    /// The SHA-256 of its bytes, as the tablet says, in hexadecimal.
    pub sha256: Option<String>,
}

/// A photograph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Its id among what comes beside the ops.
    pub attachment: Uuid,
    /// Its width and height in pixels.
    pub size: (u32, u32),
    /// Its media type, as the tablet says.
    pub media_type: String,
    /// The SHA-256 of its bytes, as the tablet says, in hexadecimal.
    pub sha256: Option<String>,
}

/// What the child chose for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The person, where the tablet had them from the record.
    pub person: Option<PersonId>,
    /// What they are called on the tablet.
    pub name: String,
    /// The choice.
    pub answer: Answer,
}

/// Something important that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Important {
    /// The exact words.
    pub words: String,
    /// What was asked right before.
    pub before: String,
    /// Who was near.
    pub who_near: String,
    /// What was seen.
    pub seen: String,
    /// The child is in danger now.
    pub danger_now: bool,
    /// Whom the worker rang.
    pub rang: Option<String>,
    /// When it was written down, by the tablet.
    pub at: Timestamp,
}

/// Reads the opened ops of one sitting, each one JSON object, in order.
///
/// # Errors
/// At the first op that is not what a tablet writes.
pub fn read<'a>(ops: impl IntoIterator<Item = &'a [u8]>) -> Result<Session, Fault> {
    let mut reading = reading::Reading::default();
    for (bytes, n) in ops.into_iter().zip(1..) {
        reading.take(bytes, n)?;
    }
    reading.done()
}

impl Session {
    /// Every recording and photograph that its pages name.
    pub fn attachments(&self) -> impl Iterator<Item = Uuid> {
        self.pages.iter().flat_map(|page| {
            let sounds = page.sounds.iter().map(|sound| sound.attachment);
            sounds.chain(page.photos.iter().map(|photo| photo.attachment))
        })
    }
}

#[cfg(test)]
mod tests;
