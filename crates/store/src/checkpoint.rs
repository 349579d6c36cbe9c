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
    while closed.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
        if let Err(why) = bring_in(&mut tx) {
            tracing::warn!(error = %why, "the log was not brought into its file; tried again");
        }
    }
}

fn bring_in(tx: &mut Tx) -> Result<()> {
    tx.each("pragma main.wal_checkpoint(passive)", (), |_| Ok(()))
}
