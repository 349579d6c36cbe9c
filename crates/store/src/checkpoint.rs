//! The thread that brings SQLite's log into its file, so that nobody who saves waits for it.
//!
//! A commit only has to reach the log. What is in the log is brought into the file of the record a
//! few times a second, while others go on reading and writing; should that fall behind, whoever
//! commits does it after all, and the log begins anew.

use crate::error::Result;
use crate::tx::Tx;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// How often it looks whether there is something to bring in.
const EVERY: Duration = Duration::from_millis(250);

/// Runs until the other end of the channel is gone.
pub(crate) fn run(mut tx: Tx, closed: &Receiver<()>) {
    let mut fails = false;
    while closed.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
        let done = bring_in(&mut tx);
        // Said once, and again when it has worked in between: a full disk would fill its log.
        if let Err(why) = &done
            && !fails
        {
            tracing::warn!(error = %why, "the log was not brought into its file; tried again");
        }
        fails = done.is_err();
    }
}

fn bring_in(tx: &mut Tx) -> Result<()> {
    tx.each("pragma main.wal_checkpoint(passive)", (), |_| Ok(()))
}
