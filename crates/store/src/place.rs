//! Where a store is, and how to reach it: a file of SQLite, or PostgreSQL.

use crate::error::{Error, Result};
use crate::tx::{Base, Tx};
use rusqlite::config::DbConfig;
use std::collections::HashMap;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// Where a store is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A folder with `kith.db` in it.
    Folder(PathBuf),
    /// An address of PostgreSQL, `postgres://…`.
    Postgres(String),
}

/// How to reach it, again and again.
#[derive(Debug, Clone)]
pub(crate) struct Connect {
    place: Place,
    /// Kibibytes of page cache for this connection of SQLite.
    cache: u32,
}

impl Connect {
    pub(crate) const fn new(place: Place, cache: u32) -> Self {
        Self { place, cache }
    }

    /// A new connection.
    pub(crate) fn again(&self) -> Result<Tx> {
        match &self.place {
            Place::Folder(folder) => lite(&folder.join("kith.db"), self.cache),
            Place::Postgres(url) => {
                let client = postgres::Client::connect(url, postgres::NoTls)?;
                Ok(Tx::new(Base::Pg(Box::new(client), HashMap::new())))
            }
        }
    }
}

impl Place {
    /// Whether a store is there.
    pub fn holds_a_store(&self) -> Result<bool> {
        match self {
            Self::Folder(folder) => Ok(folder.join("kith.db").is_file()),
            Self::Postgres(_) => {
                let tables = crate::dialect::table_names(&mut self.connect()?)?;
                Ok(tables.iter().any(|table| table == "entry"))
            }
        }
    }

    /// A connection of one's own, for tools that read a whole store.
    pub fn connect(&self) -> Result<Tx> {
        Connect::new(self.clone(), 16 * 1024).again()
    }
}

/// SQLite as Kith uses it: write-ahead log, every commit synced, no mmap, caches counted.
fn lite(path: &Path, cache: u32) -> Result<Tx> {
    let conn = rusqlite::Connection::open(path)?;
    conn.execute_batch(&format!(
        "pragma busy_timeout=10000; pragma journal_mode=wal; pragma synchronous=full;
         pragma mmap_size=0; pragma cache_size=-{cache}; pragma foreign_keys=on;
         pragma wal_autocheckpoint=4000; pragma journal_size_limit=67108864;
         pragma temp_store=memory; pragma trusted_schema=off;"
    ))?;
    // Without this SQLite plans a cached statement anew at each use, since a plan might depend on
    // what is bound: two fifths of a front page went there.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.set_prepared_statement_cache_capacity(512);
    Ok(Tx::new(Base::Lite(conn)))
}

/// The lock of a folder: one process writes there. Let go when dropped.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "held, never read")] File);

impl Lock {
    /// Takes it, or says that somebody else has it.
    pub fn take(folder: &Path) -> Result<Self> {
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.join("kith.lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(Error::Unfit(format!(
                "another Kith is writing in {}; use its page for this, or stop it first",
                folder.display()
            ))),
            Err(TryLockError::Error(why)) => Err(why.into()),
        }
    }
}
