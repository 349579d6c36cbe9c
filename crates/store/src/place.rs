//! Where a store is, and how to reach it: two files of SQLite, or PostgreSQL.
//!
//! ```text
//! kith.db     the record and its views      written by one thread
//! looks.db    who looked, what was sought   written by another, so that a look, which is kept
//!                                           before each page leaves, never makes those who
//!                                           read the record read its pages anew (decision 0008)
//! ```

use crate::error::{Error, Result};
use crate::front_page::FrontPages;
use crate::tx::{Base, Tx};
use rusqlite::config::DbConfig;
use std::collections::HashMap;
use std::fs::{DirBuilder, File, TryLockError};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The record and its views.
pub(crate) const RECORD: &str = "kith.db";
/// Who looked, and what was searched for.
const LOOKS: &str = "looks.db";
/// Kibibytes of page cache for the looks, beside the record's.
const LOOKS_CACHE: u32 = 512;

/// How long is waited for somebody else who holds a file of SQLite.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);
/// A log of so many pages is brought into its file by whoever commits.
const CHECKPOINT: u32 = 4_000;
/// The record's, which a thread of its own brings in all along, unless it falls behind.
const CHECKPOINT_LATE: u32 = 16_000;

/// Where a store is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A folder with `kith.db` and `looks.db` in it.
    Folder(PathBuf),
    /// An address of PostgreSQL, `postgres://…`.
    Postgres(String),
}

/// What a connection of SQLite is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// The record, with the looks beside it to read.
    Record,
    /// The looks alone, to write them.
    Looks,
    /// Both, to write: for tools, and for bringing a store up to date.
    Both,
}

/// How to reach it, again and again.
#[derive(Clone)]
pub(crate) struct Connect {
    place: Place,
    what_for: Use,
    /// Kibibytes of page cache for this connection of SQLite.
    cache: u32,
    /// How long it waits for somebody else who holds a file of SQLite.
    patience: Duration,
    /// Front pages that were made lately, for all that are reached in this way.
    front_pages: FrontPages,
}

impl Connect {
    pub(crate) fn new(place: Place, what_for: Use, cache: u32) -> Self {
        Self { place, what_for, cache, patience: PATIENCE, front_pages: FrontPages::default() }
    }

    /// With other patience.
    pub(crate) fn waiting(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// A new connection.
    pub(crate) fn again(&self) -> Result<Tx> {
        let mut tx = match &self.place {
            Place::Folder(folder) => self.lite(folder)?,
            Place::Postgres(url) => {
                let client = postgres::Client::connect(url, postgres::NoTls)?;
                Tx::new(Base::Pg(Box::new(client), HashMap::new()))
            }
        };
        tx.front_pages = self.front_pages.clone();
        Ok(tx)
    }

    /// SQLite as Kith uses it: write-ahead log, every commit synced, no mmap, caches counted.
    fn lite(&self, folder: &Path) -> Result<Tx> {
        let (what_for, cache) = (self.what_for, self.cache);
        let looks = folder.join(LOOKS);
        let file = if what_for == Use::Looks { looks.clone() } else { folder.join(RECORD) };
        // SQLite gives its other files what this one has: they are the program's alone.
        File::options().append(true).create(true).mode(0o600).open(&file)?;
        let conn = rusqlite::Connection::open(file)?;
        let checkpoint = if what_for == Use::Record { CHECKPOINT_LATE } else { CHECKPOINT };
        conn.busy_timeout(self.patience)?;
        conn.execute_batch(&format!(
            "pragma journal_mode=wal; pragma synchronous=full;
             pragma mmap_size=0; pragma cache_size=-{cache}; pragma foreign_keys=on;
             pragma wal_autocheckpoint={checkpoint}; pragma journal_size_limit=67108864;
             pragma temp_store=memory; pragma trusted_schema=off;"
        ))?;
        // A store of an older program has its looks in the record until it is brought up to date.
        if what_for != Use::Looks && looks.is_file() {
            let mode = if what_for == Use::Both { "rw" } else { "ro" };
            conn.execute("attach ?1 as looks", [address(&looks, mode)])?;
            conn.execute_batch(&format!(
                "pragma looks.synchronous=full; pragma looks.mmap_size=0;
                 pragma looks.cache_size=-{LOOKS_CACHE};"
            ))?;
        }
        // Without this SQLite plans a cached statement anew at each use, since a plan might depend
        // on what is bound: two fifths of a front page went there.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        conn.set_prepared_statement_cache_capacity(512);
        Ok(Tx::new(Base::Lite(conn)))
    }
}

impl Place {
    /// Whether a store is there.
    pub fn holds_a_store(&self) -> Result<bool> {
        match self {
            Self::Folder(folder) => Ok(folder.join(RECORD).is_file()),
            Self::Postgres(_) => {
                let tables = crate::dialect::table_names(&mut self.connect()?)?;
                Ok(tables.iter().any(|(_, table)| table == "entry"))
            }
        }
    }

    /// A connection of one's own, for tools that read a whole store.
    pub fn connect(&self) -> Result<Tx> {
        Connect::new(self.clone(), Use::Both, 16 * 1024).again()
    }
}

/// Makes a folder, where there is none, that is the program's alone.
pub fn make_folder(folder: &Path) -> std::io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// A file as SQLite is told of it with a mode: `%`, `?` and `#` mean something there.
fn address(file: &Path, mode: &str) -> String {
    let path = file.to_string_lossy();
    let path = path.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    // After two slashes it would read the name of a machine.
    let path =
        if path.starts_with("//") { format!("/{}", path.trim_start_matches('/')) } else { path };
    format!("file:{path}?mode={mode}")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_may_be_named_as_people_name_folders() {
        let said = address(Path::new("/srv/100% ours? #1/looks.db"), "ro");
        assert_eq!(said, "file:/srv/100%25 ours%3f %231/looks.db?mode=ro");
        let said = address(Path::new("//srv/kith/looks.db"), "rw");
        assert_eq!(said, "file:/srv/kith/looks.db?mode=rw");
    }
}
