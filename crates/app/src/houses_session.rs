//! A sitting over the three houses on its way into the record: once somebody has said which child
//! it is, it becomes entries, all in one transaction (`docs/kit.md`).
//!
//! ```text
//! opened ops ─ exchange::kit::read ─▶ Session ─ file_session ─▶ the sitting
//!                                                               ├ a page, and what lies on it
//!                                                               ├ a choice, of whom may see a page
//!                                                               ├ what was important of it
//!                                                               └ the worker's own note, apart
//! ```
//! Every id follows from the sitting's own, so that filing it twice is filing it once. A page has
//! no audience but the child's workers; a choice of the child's is an entry beside it, and nobody
//! outside reads a page by it before a worker has shared it. Deliberately absent: bytes. Drawings,
//! sound and photographs are blobs already when a sitting is filed.

mod answer;
mod drawings;
mod entries;
mod left_open;
mod linking;
mod moving;
mod sitting;

use crate::cx::Write;
use crate::edge::Actor;
use crate::error::{Error, Result};
use crate::link::links_to;
use domain::access::Action;
use domain::board::speakers;
use domain::entry::{Digest, Link, NewEntry, Relation};
use domain::id::{AccountId, EntryId, PersonId};
use domain::time::day_of;
use domain::voice::Recorder;
use entries::Entries;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use store::front_page::Asked;
use store::reading::Reading;
use uuid::Uuid;

pub use answer::{TypedAnswer, answer_form, record_answer};
pub(crate) use drawings::bring;
pub use drawings::bring_drawings;
pub use exchange::kit::{Fault, Session, read};
pub use left_open::{TypedLines, record_left_open};
pub use linking::{Speaks, link_session, linking_form};
pub use moving::{Moving, move_form, move_session};
pub(crate) use sitting::writable;

/// Where a sitting goes.
#[derive(Debug, Clone)]
pub struct Filing {
    /// Whose it is, as somebody has confirmed.
    pub child: PersonId,
    /// The account that used the tablet.
    pub account: AccountId,
    /// The digest of what was handed in: a sitting that came twice, from two tablets, is two.
    pub bundle: Digest,
    /// What is kept as blobs: recordings and photographs by the id that the pages name, drawings by
    /// the id of their page.
    pub blobs: BTreeMap<Uuid, KeptBlob>,
    /// What it speaks to: roots of worries, strengths and goals about the child.
    pub speaks_to: Vec<EntryId>,
    /// The visit has been written up already: a note is made only of what the worker put down on
    /// the tablet.
    pub written_up: bool,
    /// How much of what was handed in could not be opened.
    pub unopened: u32,
}

/// A blob that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptBlob {
    /// What it is found by.
    pub digest: Digest,
    /// How many bytes it has.
    pub bytes: u64,
    /// Its media type, as the server found it.
    pub media_type: String,
}

/// Files a sitting under the child that somebody confirmed, and answers its root. Filed before, it
/// stays as it is.
///
/// # Errors
/// Where whoever asks may not write about the child, or it stands under another child already:
/// then it is moved ([`move_session`]), not filed again.
pub fn file_session(cx: &mut Write<'_, '_>, session: &Session, to: Filing) -> Result<EntryId> {
    if let Actor::Account(_) = cx.edge.actor {
        cx.authorise(Action::Write, to.child)?;
    }
    let naming = Naming::of(session, to.bundle);
    let root = naming.session();
    if let Some(newest) = cx.tx().find_newest(root)? {
        let same = newest.head.about == [to.child];
        return if same { Ok(root) } else { Err(Error::SavedInBetween) };
    }
    let links = links_to(cx, &to.speaks_to, &[to.child])?;
    let known = known_around(cx, to.child)?;
    let now = cx.now();
    let entries = Entries { session, to: &to, naming, known: known.as_ref(), now };
    for entry in entries.all(links) {
        record_by_tablet(cx, entry, to.account)?;
    }
    Ok(root)
}

/// The entries that a sitting becomes, where nobody has to be asked: for a record that is made from
/// nothing.
pub fn entries(session: &Session, to: &Filing, now: Timestamp) -> Vec<NewEntry> {
    let naming = Naming::of(session, to.bundle);
    let links = to.speaks_to.iter().map(|to| Link { how: Relation::SpeaksTo, to: *to }).collect();
    Entries { session, to, naming, known: None, now }.all(links)
}

/// Records an entry as the tablet of this account wrote it. Whoever asks may write about everyone
/// it is about, or it is refused.
///
/// # Errors
/// Where they may not.
pub fn record_by_tablet(
    cx: &mut Write<'_, '_>,
    new: NewEntry,
    account: AccountId,
) -> Result<EntryId> {
    if let Actor::Account(_) = cx.edge.actor {
        cx.authorise_all(Action::Write, &new.about)?;
    }
    cx.append_by(new, Recorder::Device { account })
}

/// Whoever the child's file knows; none where the program itself files.
fn known_around(cx: &mut Write<'_, '_>, child: PersonId) -> Result<Option<BTreeSet<PersonId>>> {
    let Actor::Account(viewer) = cx.edge.actor.clone() else { return Ok(None) };
    let files = cx.tx().gather_with_siblings(&viewer, child)?;
    let asked = Asked { child, as_of: day_of(cx.now()), looked_at: None };
    let facts = cx.tx().read_map(asked, &[], Reading { viewer: &viewer, files: &files })?;
    Ok(Some(speakers(&facts).iter().map(|one| one.id).collect()))
}

/// The ids of a sitting's entries. Each follows from the sitting, from what was handed in, and from
/// what the tablet called the thing: no tablet can choose one that somebody has already.
#[derive(Debug, Clone, Copy)]
struct Naming {
    session: Uuid,
    bundle: Digest,
    /// When it began, by the tablet, in milliseconds: where its ids stand among others.
    begun: u64,
}

impl Naming {
    fn of(session: &Session, bundle: Digest) -> Self {
        let begun = session.begun.at.as_millisecond();
        Self { session: session.id, bundle, begun: u64::try_from(begun).unwrap_or_default() }
    }

    fn session(&self) -> EntryId {
        self.id("session", self.session, 0)
    }

    fn id(&self, what: &str, of: Uuid, n: u32) -> EntryId {
        use sha2::Digest as _;
        let mut sum = sha2::Sha256::new();
        sum.update(b"kith sitting 1|");
        sum.update(what.as_bytes());
        sum.update(self.session.as_bytes());
        sum.update(self.bundle);
        sum.update(of.as_bytes());
        sum.update(n.to_be_bytes());
        let drawn: [u8; 32] = sum.finalize().into();
        let mut tail = [0; 10];
        tail.iter_mut().zip(drawn).for_each(|(to, from)| *to = from);
        EntryId(uuid::Builder::from_unix_timestamp_millis(self.begun, &tail).into_uuid())
    }
}
