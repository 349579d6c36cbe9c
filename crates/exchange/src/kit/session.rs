//! What a sitting over the three houses amounts to, once its ops are read.

use crate::bundle::{Attached, AttachedKind};
use domain::houses_page::{Number, Place, Sorted, Words};
use domain::houses_session::{
    Asked, Cleared, Ending, Exact, House, Level, NamedHouse, PassedOn, Permission, ReadBack, Told,
    Variant,
};
use domain::id::PersonId;
use domain::sharing::Answer;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

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
    pub notes: Vec<OwnNote>,
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
    /// Recordings and photographs that lie on none of its pages.
    pub loose: Vec<Loose>,
    /// Recordings and photographs that were thrown away.
    pub thrown_away: BTreeSet<Uuid>,
    /// Ops of kinds that this program does not know.
    pub unknown: usize,
    /// Ops that did not open or cannot be read.
    pub unopened: usize,
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
    /// Whether the worker chose that nobody was.
    pub nobody_near: bool,
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
    /// How long, in milliseconds; none where it broke off.
    pub ms: Option<u64>,
    /// Its media type, as the tablet says.
    pub media_type: String,
    /// The SHA-256 of its bytes, as the tablet says, in hexadecimal.
    pub sha256: Option<String>,
    /// It stopped by itself: a call, a plug, the kit closed while it was recorded.
    pub broken_off: bool,
}

/// A photograph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Its id among what comes beside the ops.
    pub attachment: Uuid,
    /// Its width and height in pixels; none where it broke off.
    pub size: Option<(u32, u32)>,
    /// Its media type, as the tablet says.
    pub media_type: String,
    /// The SHA-256 of its bytes, as the tablet says, in hexadecimal.
    pub sha256: Option<String>,
    /// The kit was closed while it was taken, and nobody went on.
    pub broken_off: bool,
}

/// A recording or photograph that lies on no page that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loose {
    /// Its id among what comes beside the ops.
    pub attachment: Uuid,
    /// What it is.
    pub kind: AttachedKind,
    /// How long, in milliseconds, where that is known.
    pub ms: Option<u64>,
    /// The SHA-256 of its bytes, as the tablet says, in hexadecimal.
    pub sha256: Option<String>,
    /// It stopped by itself.
    pub broken_off: bool,
}

impl Loose {
    /// A recording.
    pub(super) const fn sound(attachment: Uuid) -> Self {
        let kind = AttachedKind::Sound;
        Self { attachment, kind, ms: None, sha256: None, broken_off: false }
    }

    /// A photograph.
    pub(super) const fn photo(attachment: Uuid) -> Self {
        let kind = AttachedKind::Photo;
        Self { attachment, kind, ms: None, sha256: None, broken_off: false }
    }
}

/// A note of the worker's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnNote {
    /// The question it was written under, where there was one.
    pub asks: Option<String>,
    /// The words.
    pub text: String,
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
    /// Whether the child was in danger then; none where the worker was not sure.
    pub danger_now: Option<bool>,
    /// Whom the worker rang.
    pub rang: Option<String>,
    /// When it was written down, by the tablet.
    pub at: Timestamp,
}

impl Session {
    /// Every recording and photograph that it names.
    pub fn attachments(&self) -> impl Iterator<Item = Uuid> {
        self.named().map(|(id, _)| id)
    }

    /// Every recording and photograph that it names, and the SHA-256 it says of each.
    pub fn named(&self) -> impl Iterator<Item = (Uuid, Option<&str>)> {
        let on_pages = self.pages.iter().flat_map(|page| {
            let sounds =
                page.sounds.iter().map(|sound| (sound.attachment, sound.sha256.as_deref()));
            sounds.chain(page.photos.iter().map(|one| (one.attachment, one.sha256.as_deref())))
        });
        on_pages.chain(self.loose.iter().map(|one| (one.attachment, one.sha256.as_deref())))
    }

    /// With the recordings and photographs that came without an op: the kit was closed in the
    /// middle of them and nobody took the sitting up again. Each goes to the page it was made on,
    /// where the tablet said that and the page is there, and else lies on none.
    pub fn with_broken_off(mut self, came: &[Attached]) -> Self {
        let named: BTreeSet<Uuid> = self.attachments().collect();
        let places: HashMap<Uuid, usize> =
            self.pages.iter().zip(0..).map(|(page, at)| (page.id, at)).collect();
        let gone =
            |one: &&Attached| !named.contains(&one.id) && !self.thrown_away.contains(&one.id);
        for one in came.iter().filter(gone).collect::<Vec<_>>() {
            let page = one.page.and_then(|page| places.get(&page));
            match page.and_then(|at| self.pages.get_mut(*at)) {
                Some(page) => page.broken_off(one),
                None => self.loose.push(Loose {
                    broken_off: true,
                    kind: one.kind,
                    ..Loose::sound(one.id)
                }),
            }
        }
        self
    }
}

impl Page {
    fn broken_off(&mut self, one: &Attached) {
        let (attachment, media_type, sha256) = (one.id, String::new(), None);
        match one.kind {
            AttachedKind::Sound => self.sounds.push(Sound {
                attachment,
                ms: None,
                media_type,
                sha256,
                broken_off: true,
            }),
            AttachedKind::Photo => self.photos.push(Photo {
                attachment,
                size: None,
                media_type,
                sha256,
                broken_off: true,
            }),
        }
    }
}
