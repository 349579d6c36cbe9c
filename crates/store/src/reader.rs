//! The threads that read: each has its own connection, and each closure sees one snapshot.

use crate::dialect;
use crate::error::{Error, Result};
use crate::place::Connect;
use crate::queue::Queue;
use crate::tx::Tx;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// One closure for a reading thread.
pub struct ReadJob {
    /// The work; it keeps its own result.
    pub run: Box<dyn FnOnce(&mut Tx) + Send>,
    /// Told when it is done, or why it is not.
    pub answer: Box<dyn FnOnce(Result<()>) + Send>,
}

pub(crate) fn run(connect: &Connect, queue: &Arc<Queue<ReadJob>>, mut tx: Tx) {
    while let Some((_, job)) = queue.take() {
        // A database that was started anew has cut every line; nothing has been read by then.
        let begun = dialect::begin_reading(&mut tx).or_else(|_| {
            tx = connect.again()?;
            dialect::begin_reading(&mut tx)
        });
        if let Err(why) = &begun {
            tracing::error!(error = %why, "the database cannot be reached");
        }
        (job.answer)(begun.and_then(|()| one(&mut tx, job.run)));
    }
}

fn one(tx: &mut Tx, run: Box<dyn FnOnce(&mut Tx) + Send>) -> Result<()> {
    let ran = catch_unwind(AssertUnwindSafe(|| run(tx)));
    if ran.is_err() {
        tx.recover();
        return Err(Error::Panicked);
    }
    dialect::end_reading(tx)
}
