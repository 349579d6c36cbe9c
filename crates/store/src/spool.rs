//! Looks that wait: while the database takes no write, who looks at what is kept in a file, so
//! that pages can still be read and no look is lost.
//!
//! ```text
//! looks.spool   length, first 8 bytes of SHA-256, JSON │ … │ 0     its room is taken beforehand
//! ```
//! A look is on the disk before the page leaves. The room is taken when the program starts, for a
//! full disk is one of the reasons why a database takes no write. Once it takes them again the
//! looks are written down there, each with the moment it was, and the file begins anew.

use crate::error::{Error, Result};
use crate::place::make_folder;
use domain::look::Look;
use sha2::{Digest as _, Sha256};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Seek as _, SeekFrom, Write as _};
use std::os::unix::fs::{FileExt as _, OpenOptionsExt as _};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// The file's name in its folder.
pub const FILE: &str = "looks.spool";
/// Its room in bytes.
pub const ROOM: u64 = 4 << 20;
/// A length and a check before each line.
const BEFORE: usize = 12;

/// Looks that wait for the database.
#[derive(Debug)]
pub struct Spool {
    inner: Mutex<Inner>,
}

#[derive(Debug)]
struct Inner {
    file: File,
    /// Where the next look goes.
    end: u64,
}

/// Looks that wait, and how far they reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// In the order they were looked.
    pub looks: Vec<Look>,
    end: u64,
}

impl Spool {
    /// Opens the file in this folder, or makes it and takes its room.
    pub fn open(folder: &Path) -> Result<Self> {
        make_folder(folder)?;
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false).mode(0o600);
        let mut file = options.open(folder.join(FILE))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Error::Unfit(format!("{FILE} is in use by another Kith")));
            }
            Err(TryLockError::Error(why)) => return Err(why.into()),
        }
        let has = file.seek(SeekFrom::End(0))?;
        if has < ROOM {
            // Written and not only claimed, or a full disk would still have no room for a look.
            let room = vec![0; usize::try_from(ROOM - has).unwrap_or_default()];
            file.write_all(&room)?;
            file.sync_all()?;
            File::open(folder)?.sync_all()?;
        }
        let mut inner = Inner { file, end: 0 };
        inner.end = inner.read()?.end;
        Ok(Self { inner: Mutex::new(inner) })
    }

    /// Keeps a look; once this is answered it is on the disk.
    pub fn put(&self, look: &Look) -> Result<()> {
        let line = serde_json::to_vec(look).map_err(|why| Error::Broken(why.to_string()))?;
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.put(&line)
    }

    /// What waits.
    pub fn waiting(&self) -> Result<Waiting> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).read()
    }

    /// Begins anew once these are written down, unless something else was put meanwhile: then it
    /// all waits once more.
    pub fn begin_anew_after(&self, waited: &Waiting) -> Result<()> {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        if inner.end == waited.end && waited.end > 0 {
            inner.file.write_all_at(&[0; 4], 0)?;
            inner.file.sync_data()?;
            inner.end = 0;
        }
        Ok(())
    }
}

impl Inner {
    fn put(&mut self, line: &[u8]) -> Result<()> {
        let full = || Error::File(ErrorKind::StorageFull.into());
        let length = u32::try_from(line.len()).map_err(|_| full())?;
        let mut record = Vec::with_capacity(BEFORE + line.len() + 4);
        record.extend(length.to_le_bytes());
        record.extend(check(line));
        record.extend(line);
        let next = self.end + record.len() as u64;
        // What stood here before the file began anew ends at this 0.
        record.extend([0; 4]);
        if next + 4 > ROOM {
            return Err(full());
        }
        self.file.write_all_at(&record, self.end)?;
        self.file.sync_data()?;
        self.end = next;
        Ok(())
    }

    /// All looks up to the end; one that was cut off while it was written was never answered.
    fn read(&self) -> Result<Waiting> {
        let mut bytes = vec![0; usize::try_from(ROOM).unwrap_or_default()];
        self.file.read_exact_at(&mut bytes, 0)?;
        let (mut rest, mut looks) = (bytes.as_slice(), Vec::new());
        while let Some((line, after)) = record(rest) {
            // It was kept whole, so that it is a look of another program: nothing is thrown away.
            let look = serde_json::from_slice(line);
            looks.push(look.map_err(|why| Error::Broken(format!("{FILE}: {why}")))?);
            rest = after;
        }
        Ok(Waiting { looks, end: ROOM - rest.len() as u64 })
    }
}

fn check(line: &[u8]) -> [u8; 8] {
    let digest: [u8; 32] = Sha256::digest(line).into();
    let mut first = [0; 8];
    first.copy_from_slice(&digest[..8]);
    first
}

/// The line that stands first, and what comes after it.
fn record(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (checked, rest) = rest.split_first_chunk::<8>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok().filter(|length| *length > 0)?;
    let (line, after) = rest.split_at_checked(length)?;
    (check(line) == *checked).then_some((line, after))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it fails")]
mod tests {
    use super::*;
    use domain::id::{AccountId, PersonId};
    use domain::look::AtWhat;
    use uuid::Uuid;

    fn look(n: u128) -> Look {
        Look {
            at: "2026-11-24T11:45:00Z".parse().unwrap(),
            account: AccountId(Uuid::from_u128(n)),
            at_what: AtWhat::List { words: None, shown: vec![PersonId(Uuid::from_u128(7))] },
        }
    }

    #[test]
    fn looks_wait_over_a_restart_and_are_gone_once_they_are_written_down() {
        let folder = tempfile::tempdir().unwrap();
        let spool = Spool::open(folder.path()).unwrap();
        spool.put(&look(1)).unwrap();
        spool.put(&look(2)).unwrap();
        drop(spool);
        let spool = Spool::open(folder.path()).unwrap();
        let waited = spool.waiting().unwrap();
        assert_eq!(waited.looks, [look(1), look(2)]);
        spool.put(&look(3)).unwrap();
        spool.begin_anew_after(&waited).unwrap();
        let waited = spool.waiting().unwrap();
        assert_eq!(waited.looks.len(), 3, "one came meanwhile: all wait once more");
        spool.begin_anew_after(&waited).unwrap();
        assert!(Spool::open(folder.path()).is_err(), "nobody else may write there");
        drop(spool);
        let spool = Spool::open(folder.path()).unwrap();
        assert!(spool.waiting().unwrap().looks.is_empty());
        spool.put(&look(4)).unwrap();
        assert_eq!(spool.waiting().unwrap().looks, [look(4)], "nothing old comes back");
    }

    #[test]
    fn a_look_that_was_cut_off_is_none_and_the_next_takes_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let spool = Spool::open(folder.path()).unwrap();
        spool.put(&look(1)).unwrap();
        let end = spool.waiting().unwrap().end;
        spool.put(&look(2)).unwrap();
        let file = OpenOptions::new().write(true).open(folder.path().join(FILE)).unwrap();
        file.write_all_at(b"#", end + 20).unwrap();
        drop(spool);
        let spool = Spool::open(folder.path()).unwrap();
        assert_eq!(spool.waiting().unwrap().looks, [look(1)]);
        spool.put(&look(3)).unwrap();
        assert_eq!(spool.waiting().unwrap().looks, [look(1), look(3)]);
    }

    #[test]
    fn a_full_file_says_so_and_keeps_what_it_has() {
        let folder = tempfile::tempdir().unwrap();
        let spool = Spool::open(folder.path()).unwrap();
        let words = Some("w".repeat(1 << 20));
        let long = Look { at_what: AtWhat::List { words, shown: vec![] }, ..look(1) };
        for _ in 0..3 {
            spool.put(&long).unwrap();
        }
        assert!(matches!(spool.put(&long), Err(Error::File(_))));
        assert_eq!(spool.waiting().unwrap().looks.len(), 3);
    }
}
