//! The threads that write.
//!
//! ```text
//! SQLite       one thread   begin │ savepoint: closure │ savepoint: closure │ … │ commit: one sync
//!                           callers are answered after it; a closure that fails is undone alone
//! PostgreSQL   four         begin │ hold the persons │ closure │ commit, again after a deadlock
//! ```
//! A closure that panics is undone and answered; the thread goes on. Each thread numbers its own
//! series.

use crate::dialect;
use crate::error::{Error, Result};
use crate::journal::{Pen, Tails};
use crate::place::Connect;
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
}

impl Pace {
    /// While people wait: at most 5 ms of long work between two commits.
    pub const SERVING: Self = Self { callers: 256, behind: Duration::from_millis(5) };
    /// When nobody does.
    pub const ALONE: Self = Self { callers: 256, behind: Duration::from_millis(250) };
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
                alone(&mut tx, &mut tails, job);
            } else {
                self.batch(&mut tx, &mut tails, lane, job);
            }
            if tx.is_spoilt() {
                // The next caller meets a new connection, or the error that there is none.
                match self.connect.again() {
                    Ok(fresh) => tx = fresh,
                    Err(why) => tracing::error!(error = %why, "the database cannot be reached"),
                }
            }
        }
    }

    fn batch(&self, tx: &mut Tx, tails: &mut Tails, lane: Lane, first: WriteJob) {
        let before = *tails;
        let mut answers = Vec::new();
        let kept = tx.transaction(|tx| {
            let (mut lane, mut next) = (lane, Some(first));
            let mut spent = Duration::ZERO;
            while let Some(job) = next {
                let begun = Instant::now();
                answers.push(within(tx, tails, job));
                if lane == Lane::Behind {
                    spent += begun.elapsed();
                }
                (lane, next) = self.another(answers.len(), spent);
            }
            Ok::<(), Error>(())
        });
        if kept.is_err() {
            *tails = before;
        }
        let why = kept.err().map(|why| why.to_string());
        for answer in answers {
            answer(why.clone().map_or(Ok(()), |why| Err(Error::NotKept(why))));
        }
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
}

type Answer = Box<dyn FnOnce(Result<()>) + Send>;

/// One closure in a savepoint of its batch.
fn within(tx: &mut Tx, tails: &mut Tails, mut job: WriteJob) -> Answer {
    match attempt(tx, tails, &mut job) {
        Ok(_) => job.answer,
        Err(why) => {
            let answer = job.answer;
            Box::new(move |_| answer(Err(why)))
        }
    }
}

/// One closure in a transaction of its own, again where another stood in its way.
fn alone(tx: &mut Tx, tails: &mut Tails, mut job: WriteJob) {
    for _ in 0..8 {
        match attempt(tx, tails, &mut job) {
            Ok(Outcome::Again) => {}
            Err(why) if why.is_deadlock() => {}
            Ok(_) => return (job.answer)(Ok(())),
            Err(why) => return (job.answer)(Err(why)),
        }
    }
    (job.answer)(Err(Error::Busy));
}

/// Why a closure's work is undone.
enum Undone {
    Asked(Outcome),
    Panicked,
    Store(Error),
}
impl From<Error> for Undone {
    fn from(why: Error) -> Self {
        Self::Store(why)
    }
}

/// Runs a closure inside `transaction`, so that what is not kept leaves nothing, its series
/// included.
fn attempt(tx: &mut Tx, tails: &mut Tails, job: &mut WriteJob) -> Result<Outcome> {
    let before = *tails;
    let done = tx.transaction(|tx| {
        match &job.hold {
            Hold::Persons(about) => dialect::hold(tx, &in_order(about))?,
            Hold::Everything => dialect::hold_everything(tx)?,
        }
        let ran = catch_unwind(AssertUnwindSafe(|| (job.run)(&mut Pen::new(tx, tails))));
        match ran {
            Ok(Outcome::Keep) => Ok(Outcome::Keep),
            Ok(outcome) => Err(Undone::Asked(outcome)),
            Err(_) => Err(Undone::Panicked),
        }
    });
    if done.is_err() {
        *tails = before;
    }
    match done {
        Ok(outcome) | Err(Undone::Asked(outcome)) => Ok(outcome),
        Err(Undone::Panicked) => Err(Error::Panicked),
        Err(Undone::Store(why)) => Err(why),
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
