//! The threads that write.
//!
//! ```text
//! SQLite       one a file   begin │ closure │ closure │ … │ commit: one sync for all of them
//!                           a closure that fails and has written: all is undone, and each is run
//!                           again in a savepoint of its own, so that it fails alone
//! PostgreSQL   four         begin │ hold the persons │ closure │ commit, again after a deadlock
//! ```
//! Callers are answered after the commit. A closure that panics is undone and answered; the thread
//! goes on. Each thread numbers its own series, and begins others when a line was cut and nobody
//! can say what was kept.

use crate::dialect;
use crate::error::{Error, Result};
use crate::journal::{Pen, Tails};
use crate::place::{Connect, PATIENCE};
use crate::queue::{Lane, Queue};
use crate::tx::Tx;
use domain::id::{PersonId, WriterId};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What becomes of a closure's work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Keep it.
    Keep,
    /// Undo it; the closure has said why.
    Undo,
    /// Undo it and do it again: somebody was in the way.
    Again,
}

/// What a closure holds while it writes. SQLite has one writer and needs none of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hold {
    /// The files of these persons, so that two closures about one child queue up.
    Persons(Vec<PersonId>),
    /// The whole journal: nobody else's transaction is open, so all that has a place in it is
    /// there.
    Everything,
}

/// One closure for a writing thread.
pub struct WriteJob {
    /// What it holds while it writes, on PostgreSQL.
    pub hold: Hold,
    /// The work. It may be run more than once.
    pub run: Box<dyn FnMut(&mut Pen<'_>) -> Outcome + Send>,
    /// Told once its batch is durable, or is not.
    pub answer: Box<dyn FnOnce(Result<()>) + Send>,
}

/// How a writing thread shares itself.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// At most this many callers share one commit.
    pub callers: usize,
    /// Long work may take this much between two commits.
    pub behind: Duration,
    /// So long it waits for somebody else who holds SQLite's file to write.
    pub patience: Duration,
}

impl Pace {
    /// While people wait: at most 5 ms of long work between two commits.
    pub const SERVING: Self =
        Self { callers: 256, behind: Duration::from_millis(5), patience: PATIENCE };
    /// When nobody does.
    pub const ALONE: Self =
        Self { callers: 256, behind: Duration::from_millis(250), patience: PATIENCE };
}

/// One writing thread: its connection, its series, its queue.
pub(crate) struct Writer {
    pub connect: Connect,
    pub queue: Arc<Queue<WriteJob>>,
    pub entries: WriterId,
    pub looks: WriterId,
    pub pace: Pace,
}

impl Writer {
    /// Runs until the queue is closed and empty.
    pub(crate) fn run(self, mut tx: Tx) {
        let mut tails = Tails::start(self.entries, self.looks);
        while let Some((lane, job)) = self.queue.take() {
            if tx.is_postgres() {
                self.alone(&mut tx, &mut tails, job);
            } else {
                self.batch(&mut tx, &mut tails, lane, job);
            }
            if tx.is_spoilt() {
                // The next caller meets a new connection, or the error that there is none.
                if let Err(why) = self.connect_again(&mut tx, &mut tails) {
                    tracing::error!(error = %why, "the database cannot be reached");
                }
            }
        }
    }

    fn connect_again(&self, tx: &mut Tx, tails: &mut Tails) -> Result<()> {
        *tx = self.connect.again()?;
        *tails = tails.anew();
        Ok(())
    }

    /// Everything that waits, in one transaction of SQLite.
    fn batch(&self, tx: &mut Tx, tails: &mut Tails, lane: Lane, first: WriteJob) {
        let before = *tails;
        let mut done = Vec::new();
        let mut first = Some(first);
        let begin = |tx: &mut Tx| self.together(tx, tails, (lane, &mut first), &mut done);
        let mut kept = tx.transaction(begin);
        if let Some(first) = first {
            return self.not_begun(first, kept.err());
        }
        if let Err(Parted::Failed) = kept {
            *tails = before;
            kept = tx.transaction(|tx| one_by_one(tx, tails, &mut done));
        }
        if kept.is_err() {
            *tails = before;
        }
        let why = kept.err().map(|why| why.to_string());
        for (job, ran) in done {
            (job.answer)(why.clone().map_or(ran, |why| Err(Error::NotKept(why))));
        }
    }

    /// Nothing could be begun. Whoever waits has waited as long as this one and is answered with
    /// it, or each would wait again.
    fn not_begun(&self, first: WriteJob, why: Option<Parted>) {
        let why = why.map_or_else(|| Error::Gone.to_string(), |why| why.to_string());
        let waiting: Vec<_> = std::iter::from_fn(|| self.queue.next_of(Lane::Waiting)).collect();
        for job in std::iter::once(first).chain(waiting) {
            (job.answer)(Err(Error::NotKept(why.clone())));
        }
    }

    /// Runs what waits, one after another, and stops where a closure that failed has left
    /// something behind.
    fn together(
        &self,
        tx: &mut Tx,
        tails: &mut Tails,
        (mut lane, next): (Lane, &mut Option<WriteJob>),
        done: &mut Vec<Done>,
    ) -> std::result::Result<(), Parted> {
        let mut next = next.take();
        let mut spent = Duration::ZERO;
        while let Some(mut job) = next {
            let (begun, written) = (Instant::now(), tx.changes());
            let ran = run(tx, tails, &mut job);
            let kept = matches!(ran, Ok(Outcome::Keep));
            let panicked = matches!(ran, Err(Error::Panicked));
            done.push((job, ran.map(drop)));
            let left_something = !kept && tx.changes() != written;
            if panicked || left_something || tx.stands_in_none() {
                return Err(Parted::Failed);
            }
            if lane == Lane::Behind {
                spent += begun.elapsed();
            }
            (lane, next) = self.another(done.len(), spent);
        }
        Ok(())
    }

    fn another(&self, taken: usize, spent: Duration) -> (Lane, Option<WriteJob>) {
        if taken < self.pace.callers
            && let Some(job) = self.queue.next_of(Lane::Waiting)
        {
            return (Lane::Waiting, Some(job));
        }
        let more = spent < self.pace.behind && taken < self.pace.callers * 16;
        (Lane::Behind, more.then(|| self.queue.next_of(Lane::Behind)).flatten())
    }

    /// One closure in a transaction of its own, again where another stood in its way, or where
    /// the line was found cut before it began.
    fn alone(&self, tx: &mut Tx, tails: &mut Tails, mut job: WriteJob) {
        for _ in 0..8 {
            match attempt(tx, tails, &mut job) {
                Ok(Outcome::Again) => {}
                Err(Undone::Ran(why)) if why.is_deadlock() => {}
                Err(Undone::NotBegun(why)) if why.is_cut_off() => {
                    if let Err(why) = self.connect_again(tx, tails) {
                        return (job.answer)(Err(why));
                    }
                }
                Ok(_) => return (job.answer)(Ok(())),
                Err(Undone::NotBegun(why) | Undone::Ran(why)) => return (job.answer)(Err(why)),
            }
        }
        (job.answer)(Err(Error::Busy));
    }
}

/// A closure that has been run, and what is to be said if the batch is kept.
type Done = (WriteJob, Result<()>);

/// Why a batch is not kept as it is.
#[derive(Debug, thiserror::Error)]
enum Parted {
    /// A closure failed after it had written something.
    #[error("a closure failed half way")]
    Failed,
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Runs a batch again, each closure in a savepoint, so that those that fail fail alone.
fn one_by_one(
    tx: &mut Tx,
    tails: &mut Tails,
    done: &mut [Done],
) -> std::result::Result<(), Parted> {
    for (job, said) in done {
        *said = match attempt(tx, tails, job) {
            Ok(_) => Ok(()),
            Err(Undone::NotBegun(why) | Undone::Ran(why)) => Err(why),
        };
        if tx.is_spoilt() {
            // What it wrote could not be undone alone, so nothing around it may stay.
            return Err(Error::NotKept("one of it could not be undone".to_owned()).into());
        }
    }
    Ok(())
}

/// Runs a closure where it stands. What is not to be kept has to be undone around it; its series
/// are as they were.
fn run(tx: &mut Tx, tails: &mut Tails, job: &mut WriteJob) -> Result<Outcome> {
    let before = *tails;
    let ran = catch_unwind(AssertUnwindSafe(|| (job.run)(&mut Pen::new(tx, tails))));
    if !matches!(ran, Ok(Outcome::Keep)) {
        *tails = before;
    }
    ran.map_err(|_| Error::Panicked)
}

/// Why an attempt came to nothing.
enum Undone {
    /// The closure has not been run.
    NotBegun(Error),
    /// It has, and what it wrote is undone.
    Ran(Error),
}

/// Why a closure's transaction is undone.
enum Because {
    Asked(Outcome),
    Store(Error),
}
impl From<Error> for Because {
    fn from(why: Error) -> Self {
        Self::Store(why)
    }
}

/// Runs a closure inside a transaction or savepoint, so that what is not kept leaves nothing, its
/// series included.
fn attempt(
    tx: &mut Tx,
    tails: &mut Tails,
    job: &mut WriteJob,
) -> std::result::Result<Outcome, Undone> {
    let before = *tails;
    let mut begun = false;
    let done = tx.transaction(|tx| {
        match &job.hold {
            Hold::Persons(about) => dialect::hold(tx, &in_order(about))?,
            Hold::Everything => dialect::hold_everything(tx)?,
        }
        begun = true;
        match run(tx, tails, job)? {
            Outcome::Keep => Ok(Outcome::Keep),
            outcome => Err(Because::Asked(outcome)),
        }
    });
    if done.is_err() {
        *tails = before;
    }
    match done {
        Ok(outcome) | Err(Because::Asked(outcome)) => Ok(outcome),
        Err(Because::Store(why)) if begun => Err(Undone::Ran(why)),
        Err(Because::Store(why)) => Err(Undone::NotBegun(why)),
    }
}

fn in_order(about: &[PersonId]) -> Vec<i64> {
    let mut keys: Vec<i64> = about
        .iter()
        .map(|person| {
            let bytes = person.as_bytes();
            // The last eight bytes of a version 7 id are chance.
            i64::from_be_bytes(bytes.last_chunk::<8>().copied().unwrap_or_default())
        })
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it fails")]
mod tests {
    use super::*;
    use crate::place::Place;
    use crate::store::{Opening, Store};
    use std::sync::mpsc;

    #[test]
    fn while_somebody_else_holds_the_file_all_who_wait_are_told_together() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::Folder(folder.path().to_owned());
        let id = |n: u128| WriterId(uuid::Uuid::from_u128(n));
        let pace = Pace { patience: Duration::from_millis(200), ..Pace::SERVING };
        let opening = Opening { place, series: vec![(id(1), id(2))], readers: 1, pace };
        let store = Store::open(&opening).unwrap();
        let (tell, told) = mpsc::channel();
        let write = || {
            let tell = tell.clone();
            let answer = Box::new(move |kept: Result<()>| tell.send(kept).unwrap());
            let run = Box::new(|_: &mut Pen<'_>| Outcome::Keep);
            store.write(Lane::Waiting, WriteJob { hold: Hold::Everything, run, answer }).unwrap();
        };
        let mut other = store.place().connect().unwrap();
        other.batch("begin immediate").unwrap();
        (0..3).for_each(|_| write());
        let kept: Vec<_> = told.iter().take(3).collect();
        assert!(kept.iter().all(|kept| matches!(kept, Err(Error::NotKept(_)))), "{kept:?}");
        other.batch("rollback").unwrap();
        write();
        assert!(told.recv().unwrap().is_ok());
    }
}
