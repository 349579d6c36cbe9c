//! What waits for a store thread: people first, long work behind them.
//!
//! Both lanes are bounded, so that memory is, and a full lane says so at once. Work behind is
//! taken only when nobody waits, and only for as long as its budget between two commits.

use crate::error::{Error, Result};
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Which lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Somebody waits for it.
    Waiting,
    /// Long work, such as filing an import.
    Behind,
}

/// A bounded queue of two lanes.
pub(crate) struct Queue<J> {
    lanes: Mutex<Lanes<J>>,
    changed: Condvar,
    room: usize,
}

struct Lanes<J> {
    waiting: VecDeque<J>,
    behind: VecDeque<J>,
    closed: bool,
}

impl<J> Queue<J> {
    pub(crate) const fn new(room: usize) -> Self {
        let lanes = Lanes { waiting: VecDeque::new(), behind: VecDeque::new(), closed: false };
        Self { lanes: Mutex::new(lanes), changed: Condvar::new(), room }
    }

    /// Puts a job in its lane, or says at once that the lane is full.
    pub(crate) fn put(&self, lane: Lane, job: J) -> Result<()> {
        let mut lanes = self.lock();
        if lanes.closed {
            return Err(Error::Gone);
        }
        let queue = if lane == Lane::Waiting { &mut lanes.waiting } else { &mut lanes.behind };
        if queue.len() >= self.room {
            return Err(Error::Busy);
        }
        queue.push_back(job);
        drop(lanes);
        self.changed.notify_one();
        Ok(())
    }

    /// The next job, waiting for one; `None` once the queue is closed and empty.
    pub(crate) fn take(&self) -> Option<(Lane, J)> {
        let mut lanes = self.lock();
        loop {
            if let Some(job) = lanes.waiting.pop_front() {
                return Some((Lane::Waiting, job));
            }
            if let Some(job) = lanes.behind.pop_front() {
                return Some((Lane::Behind, job));
            }
            if lanes.closed {
                return None;
            }
            lanes = self.changed.wait(lanes).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// The next job of this lane, if there is one now.
    pub(crate) fn next_of(&self, lane: Lane) -> Option<J> {
        let mut lanes = self.lock();
        if lane == Lane::Waiting { lanes.waiting.pop_front() } else { lanes.behind.pop_front() }
    }

    /// Lets nobody else in; what waits is still done.
    pub(crate) fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Lanes<J>> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_go_before_long_work_and_a_full_lane_says_so() {
        let queue = Queue::new(2);
        queue.put(Lane::Behind, "import").unwrap();
        queue.put(Lane::Waiting, "first").unwrap();
        queue.put(Lane::Waiting, "second").unwrap();
        assert!(matches!(queue.put(Lane::Waiting, "third"), Err(Error::Busy)));
        let order: Vec<_> = std::iter::from_fn(|| {
            queue.close();
            queue.take()
        })
        .collect();
        assert_eq!(
            order,
            [(Lane::Waiting, "first"), (Lane::Waiting, "second"), (Lane::Behind, "import")]
        );
        assert!(matches!(queue.put(Lane::Waiting, "late"), Err(Error::Gone)));
    }
}
