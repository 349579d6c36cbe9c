//! Kith: an open record, and the two ways to use it.
//!
//! ```text
//! kith.read(edge, |cx| …)            one snapshot, on a reading thread
//! kith.write(edge, about, |cx| …)    one closure in a writer's batch; answered once it is durable
//! ```
//! A use case is a function of `cx`. What is answered can be awaited (`web`) or waited for
//! (`kith`).

use crate::chance::{Chance, Seed};
use crate::cx::{Read, Write};
use crate::edge::Edge;
use crate::error::{Error, Result};
use crate::office::Office;
use crate::package::Packing;
use domain::id::{Authority, PersonId, WriterId};
use domain::look::Look;
use jiff::Timestamp;
use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::task::{Context, Poll};
use store::error::Error as StoreError;
use store::journal::Pen;
use store::queue::Lane;
use store::reader::ReadJob;
use store::store::{Looks, Opening, Store};
use store::writer::{Hold, Outcome, WriteJob};

use store::spool::Spool;

pub use store::place::Place;
pub use store::writer::Pace;
use tokio::sync::oneshot;

/// How a record is opened.
#[derive(Debug, Clone)]
pub struct Open {
    /// Where it is.
    pub place: Place,
    /// How many threads read.
    pub readers: usize,
    /// How many write, on PostgreSQL; SQLite has one.
    pub writers: usize,
    /// Whether people wait while long work goes on.
    pub pace: Pace,
    /// Now.
    pub now: Timestamp,
    /// Chance, for the names of the writers' series.
    pub seed: Seed,
}

/// An open record.
#[derive(Clone)]
pub struct Kith {
    store: Arc<Store>,
    authority: Arc<OnceLock<Authority>>,
    spool: Option<Arc<Spool>>,
    office: Option<Arc<Office>>,
    alone: bool,
    packing: Arc<Packing>,
}

impl Kith {
    /// Opens a record, making it where there is none. On a thread of its own, since the client of
    /// PostgreSQL must not be called where others are awaited.
    pub fn open(open: &Open) -> Result<Self> {
        let opened = std::thread::scope(|scope| scope.spawn(|| Self::open_here(open)).join());
        opened.unwrap_or_else(|_| Err(StoreError::Panicked.into()))
    }

    fn open_here(open: &Open) -> Result<Self> {
        let mut chance = Chance::new(open.seed, open.now);
        let mut writer = || WriterId::first_written_in(chance.id());
        let series = (0..open.writers.max(1)).map(|_| (writer(), writer())).collect();
        let store = Store::open(&Opening {
            place: open.place.clone(),
            series,
            readers: open.readers,
            pace: open.pace,
        })?;
        let authority = OnceLock::new();
        if let Some(kept) = open.place.connect()?.find_authority()? {
            let _ = authority.set(kept);
        }
        Ok(Self {
            store: Arc::new(store),
            authority: Arc::new(authority),
            spool: None,
            office: None,
            alone: false,
            packing: Arc::default(),
        })
    }

    /// Keeps looks in this folder while the database takes no write. Without it nothing is shown
    /// then.
    pub fn with_spool(self, folder: &Path) -> Result<Self> {
        Ok(Self { spool: Some(Arc::new(Spool::open(folder)?)), ..self })
    }

    /// With the office's keys, and a place for blobs. Without them no tablet is known and no
    /// drawing is kept.
    pub fn with_office(self, office: Office) -> Self {
        Self { office: Some(Arc::new(office)), ..self }
    }

    /// The kit without the record: what a sitting needs is here, and no page of the record is.
    pub fn alone(self) -> Self {
        Self { alone: true, ..self }
    }

    /// Whether the kit runs without the record.
    pub const fn is_alone(&self) -> bool {
        self.alone
    }

    /// The office's keys and blobs.
    pub fn office(&self) -> Result<&Office> {
        self.office.as_deref().ok_or(Error::Keys)
    }

    /// With the ways on which sittings leave for other systems.
    pub fn with_packing(self, packing: Packing) -> Self {
        Self { packing: Arc::new(packing), ..self }
    }

    /// How sittings leave for other systems.
    pub fn packing(&self) -> &Arc<Packing> {
        &self.packing
    }

    /// Where looks wait, if anywhere.
    pub(crate) fn spool(&self) -> Option<Arc<Spool>> {
        self.spool.clone()
    }

    /// Whose record it is, once it has an authority.
    pub fn authority(&self) -> Option<Authority> {
        self.authority.get().copied()
    }

    /// The store under it.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Reads, in one snapshot.
    pub fn read<T: Send + 'static>(
        &self,
        edge: Edge,
        f: impl FnOnce(&mut Read<'_>) -> Result<T> + Send + 'static,
    ) -> Answer<T> {
        let (send, answer) = oneshot::channel();
        let (authority, alone) = (self.authority(), self.alone);
        let slot = Slot::default();
        let filled = slot.clone();
        let job = ReadJob {
            run: Box::new(move |tx| filled.fill(f(&mut Read::new(tx, edge, authority, alone)))),
            answer: Box::new(move |done| drop(send.send(slot.take(done)))),
        };
        Answer::of(self.store.read(job), answer)
    }

    /// Writes: answered once it is durable. `about` names the persons whose files it writes to.
    pub fn write<T: Send + 'static>(
        &self,
        edge: Edge,
        about: Vec<PersonId>,
        f: impl Fn(&mut Write<'_, '_>) -> Result<T> + Send + 'static,
    ) -> Answer<T> {
        self.write_in(Lane::Waiting, edge, Hold::Persons(about), f)
    }

    /// Writes behind whoever waits: for long work, a piece at a time.
    pub fn write_behind<T: Send + 'static>(
        &self,
        edge: Edge,
        about: Vec<PersonId>,
        f: impl Fn(&mut Write<'_, '_>) -> Result<T> + Send + 'static,
    ) -> Answer<T> {
        self.write_in(Lane::Behind, edge, Hold::Persons(about), f)
    }

    /// Writes while nobody else does, on any node.
    pub fn write_alone<T: Send + 'static>(
        &self,
        edge: Edge,
        f: impl Fn(&mut Write<'_, '_>) -> Result<T> + Send + 'static,
    ) -> Answer<T> {
        self.write_in(Lane::Waiting, edge, Hold::Everything, f)
    }

    fn write_in<T: Send + 'static>(
        &self,
        lane: Lane,
        edge: Edge,
        hold: Hold,
        f: impl Fn(&mut Write<'_, '_>) -> Result<T> + Send + 'static,
    ) -> Answer<T> {
        let authority = Arc::clone(&self.authority);
        let ways = self.packing.ways();
        let (job, answer) = job(hold, move |pen| {
            let mut cx = Write::new(pen, edge.clone(), (authority.get().copied(), ways));
            let done = f(&mut cx);
            if let (Ok(_), Ok(kept)) = (&done, cx.authority()) {
                let _ = authority.set(kept);
            }
            done
        });
        Answer::of(self.store.write(lane, job), answer)
    }

    /// Writes down who looked at what; a page leaves only once that is durable.
    pub fn look(&self, looks: Vec<Look>) -> Answer<()> {
        look(&self.store.looks(), looks)
    }

    /// Writes what is kept with the looks and apart from the record.
    pub(crate) fn write_looks<T: Send + 'static>(
        &self,
        f: impl Fn(&mut Pen<'_>) -> Result<T> + Send + 'static,
    ) -> Answer<T> {
        let (job, answer) = job(Hold::Persons(vec![]), f);
        Answer::of(self.store.looks().write(job), answer)
    }
}

/// Writes looks down by this way.
pub(crate) fn look(way: &Looks, looks: Vec<Look>) -> Answer<()> {
    let write = move |pen: &mut Pen<'_>| Ok(looks.iter().try_for_each(|look| pen.look(look))?);
    let (job, answer) = job(Hold::Persons(vec![]), write);
    Answer::of(way.write(job), answer)
}

/// A closure for a writing thread, and what it answers once its work is durable.
fn job<T: Send + 'static>(
    hold: Hold,
    f: impl Fn(&mut Pen<'_>) -> Result<T> + Send + 'static,
) -> (WriteJob, oneshot::Receiver<Result<T>>) {
    let (send, answer) = oneshot::channel();
    let slot = Slot::default();
    let filled = slot.clone();
    let job = WriteJob {
        hold,
        run: Box::new(move |pen| {
            let done = f(pen);
            let outcome = outcome(&done);
            filled.fill(done);
            outcome
        }),
        answer: Box::new(move |kept| drop(send.send(slot.take(kept)))),
    };
    (job, answer)
}

fn outcome<T>(done: &Result<T>) -> Outcome {
    match done {
        Ok(_) => Outcome::Keep,
        Err(Error::Store(why)) if why.is_deadlock() => Outcome::Again,
        Err(_) => Outcome::Undo,
    }
}

/// Where a closure leaves what it made until its batch is durable.
struct Slot<T>(Arc<Mutex<Option<Result<T>>>>);

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(None)))
    }
}
impl<T> Clone for Slot<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}
impl<T> Slot<T> {
    fn fill(&self, made: Result<T>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(made);
    }
    fn take(&self, done: std::result::Result<(), StoreError>) -> Result<T> {
        let made = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        match (done, made) {
            (Err(why), _) => Err(why.into()),
            (Ok(()), Some(made)) => made,
            (Ok(()), None) => Err(StoreError::Panicked.into()),
        }
    }
}

/// An answer to come: awaited, or waited for.
#[must_use = "nothing is known of the work until it is answered"]
pub struct Answer<T>(Waiting<T>);

enum Waiting<T> {
    For(oneshot::Receiver<Result<T>>),
    Refused(Option<StoreError>),
}

impl<T> Answer<T> {
    fn of(put: store::error::Result<()>, answer: oneshot::Receiver<Result<T>>) -> Self {
        Self(match put {
            Ok(()) => Waiting::For(answer),
            Err(why) => Waiting::Refused(Some(why)),
        })
    }

    /// Waits for it. Not to be called where others are awaited.
    pub fn wait(self) -> Result<T> {
        match self.0 {
            Waiting::For(answer) => answer.blocking_recv().unwrap_or_else(|_| gone(None)),
            Waiting::Refused(why) => gone(why),
        }
    }
}

impl<T> Future for Answer<T> {
    type Output = Result<T>;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<T>> {
        match &mut self.0 {
            Waiting::For(answer) => {
                Pin::new(answer).poll(cx).map(|got| got.unwrap_or_else(|_| gone(None)))
            }
            Waiting::Refused(why) => Poll::Ready(gone(why.take())),
        }
    }
}

fn gone<T>(why: Option<StoreError>) -> Result<T> {
    Err(why.unwrap_or(StoreError::Gone).into())
}
