//! What can go wrong below the use cases, said by what was being done.

use domain::entry::UnreadableEntry;

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// SQLite says no.
    #[error("the database refused")]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL says no.
    #[error("the database refused")]
    Postgres(#[from] postgres::Error),
    /// A column did not hold what the row struct says.
    #[error("column {at} of «{sql}» is no {wanted}")]
    Column {
        /// Counted from 0.
        at: usize,
        /// What was asked for.
        wanted: &'static str,
        /// Of which statement.
        sql: &'static str,
    },
    /// A stored row breaks a rule of the domain.
    #[error("the store holds something impossible: {0}")]
    Broken(String),
    /// An entry cannot be read.
    #[error("entry {0} cannot be read")]
    Entry(i64, #[source] UnreadableEntry),
    /// Migrations could not be run.
    #[error("the store could not be brought up to date")]
    Migration(#[from] Box<refinery_core::Error>),
    /// Something else already took this entry's place.
    #[error("another entry has taken this one's place")]
    Replaced,
    /// The queue to the store is full.
    #[error("too many are waiting")]
    Busy,
    /// The thread that should answer is gone.
    #[error("the store has stopped")]
    Gone,
    /// A closure panicked; nothing of it was kept.
    #[error("the work stopped half way and nothing of it was kept")]
    Panicked,
    /// Its batch could not be committed; nothing of it was kept.
    #[error("the batch could not be kept: {0}")]
    NotKept(String),
    /// This program and this store do not fit.
    #[error("{0}")]
    Unfit(String),
    /// A file of the store cannot be read or written.
    #[error("the store's files")]
    File(#[from] std::io::Error),
}

/// What the store gives back.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// The queue is full: nothing was done, and a moment later it may be.
    pub const fn is_busy(&self) -> bool {
        matches!(self, Self::Busy)
    }
    /// The database takes no write, for a reason that lies with it and not with what was written.
    pub fn takes_no_write(&self) -> bool {
        use rusqlite::ErrorCode::{
            CannotOpen, DatabaseBusy, DatabaseLocked, DiskFull, ReadOnly, SystemIoFailure,
        };
        match self {
            Self::NotKept(_) | Self::Gone => true,
            Self::Sqlite(e) => e.sqlite_error_code().is_some_and(|code| {
                matches!(
                    code,
                    CannotOpen
                        | DatabaseBusy
                        | DatabaseLocked
                        | DiskFull
                        | ReadOnly
                        | SystemIoFailure
                )
            }),
            // Cut off, read-only (25006), out of room (class 53), stopped by somebody (class 57).
            Self::Postgres(e) => {
                let stopped = |code: &str| {
                    code == "25006" || code.starts_with("53") || code.starts_with("57")
                };
                e.is_closed() || e.code().is_some_and(|code| stopped(code.code()))
            }
            _ => false,
        }
    }
    /// A rule of uniqueness was broken: somebody was there first.
    pub fn is_unique(&self) -> bool {
        match self {
            Self::Sqlite(e) => {
                e.sqlite_error().is_some_and(|e| matches!(e.extended_code, 2067 | 1555))
            }
            Self::Postgres(e) => e.code().is_some_and(|c| c.code() == "23505"),
            _ => false,
        }
    }
    /// Two transactions stood in each other's way; doing it again may succeed.
    pub fn is_deadlock(&self) -> bool {
        matches!(self, Self::Postgres(e)
            if e.code().is_some_and(|c| matches!(c.code(), "40P01" | "40001")))
    }
    /// The line to the database is cut.
    pub fn is_cut_off(&self) -> bool {
        let by_the_network = |e: &postgres::Error| {
            std::error::Error::source(e)
                .and_then(<dyn std::error::Error>::downcast_ref::<std::io::Error>)
                .is_some()
        };
        matches!(self, Self::Postgres(e) if e.is_closed() || by_the_network(e)
            || e.code().is_some_and(|c| matches!(c.code(), "57P01" | "57P02" | "57P03")))
    }
}
