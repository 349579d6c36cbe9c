//! A file between looking at it and filing it: held in a folder beside the record, under a name
//! that nobody can guess, readable by this program's account alone.
//!
//! ```text
//! begin ─▶ write, write, … ─▶ finish ─▶ held ─▶ filed, put aside, or a day old: gone
//!              └─ too large, or given up: gone
//! ```
//! It is written as it comes in, so that memory stays flat, and is never more than 400 MB. Its
//! name says who brought it, and only they may look at it again or file it.

use crate::chance::{Chance, Seed};
use domain::id::AccountId;
use domain::imports::WaitingFile;
use domain::time::london;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use std::cmp::Reverse;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use store::place::make_folder;
use uuid::Uuid;

/// The most bytes one file may have.
pub const MOST_BYTES: u64 = 400_000_000;
/// The most files that are held at once.
pub const MOST_FILES: usize = 8;
/// How long a file is held.
pub const HELD_FOR: SignedDuration = SignedDuration::from_hours(24);
/// The folder inside the record's own.
pub const FOLDER: &str = "holding";

/// What a held file is called by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeldId(pub Uuid);

impl fmt::Display for HeldId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for HeldId {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        Uuid::try_parse(text).map(Self)
    }
}

/// Why a file is not held.
#[derive(Debug, thiserror::Error)]
pub enum NotHeld {
    /// It is larger than a file may be.
    #[error("the file is larger than {} MB", MOST_BYTES / 1_000_000)]
    TooLarge,
    /// Enough files wait already.
    #[error("{MOST_FILES} files wait already: file one, or put one aside, first")]
    TooMany,
    /// The folder cannot be written or read.
    #[error("the file cannot be kept")]
    File(#[from] std::io::Error),
}

/// A file while it comes in. Dropped before it is finished, it is gone.
#[derive(Debug)]
pub struct Holding {
    id: HeldId,
    account: AccountId,
    coming_in: PathBuf,
    file: Option<File>,
    digest: Sha256,
    bytes: u64,
}

/// A file that is held.
#[derive(Debug)]
pub struct HeldFile {
    /// What it is called by.
    pub id: HeldId,
    /// How long it is.
    pub bytes: u64,
    /// SHA-256 of its bytes; known to whoever has just finished it.
    pub digest: Option<[u8; 32]>,
    path: PathBuf,
}

impl Holding {
    /// Begins to hold a file that this account brings in. Files that are a day old go first.
    pub fn begin(
        folder: &Path,
        account: AccountId,
        now: Timestamp,
        seed: Seed,
    ) -> Result<Self, NotHeld> {
        make_folder(folder)?;
        sweep(folder, now)?;
        if names(folder)?.len() >= MOST_FILES {
            return Err(NotHeld::TooMany);
        }
        let id = HeldId(Chance::new(seed, now).id().0);
        let coming_in = folder.join(format!("{id}.{account}.part"));
        let file = Some(create(&coming_in)?);
        Ok(Self { id, account, coming_in, file, digest: Sha256::new(), bytes: 0 })
    }

    /// Takes the next bytes.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), NotHeld> {
        self.bytes = self.bytes.saturating_add(bytes.len() as u64);
        if self.bytes > MOST_BYTES {
            return Err(NotHeld::TooLarge);
        }
        self.digest.update(bytes);
        if let Some(file) = &mut self.file {
            file.write_all(bytes)?;
        }
        Ok(())
    }

    /// The last bytes have come.
    pub fn finish(mut self) -> Result<HeldFile, NotHeld> {
        if let Some(file) = self.file.take() {
            file.sync_all()?;
        }
        let path = self.coming_in.with_file_name(name(self.id, self.account));
        fs::rename(&self.coming_in, &path)?;
        let digest = Some(std::mem::take(&mut self.digest).finalize().into());
        Ok(HeldFile { id: self.id, bytes: self.bytes, digest, path })
    }
}

impl Drop for Holding {
    fn drop(&mut self) {
        // Finished, there is no such file any more.
        let _ = fs::remove_file(&self.coming_in);
    }
}

impl HeldFile {
    /// The file of this name that this account brought in; nothing where it is gone.
    pub fn find(
        folder: &Path,
        id: HeldId,
        account: AccountId,
        now: Timestamp,
    ) -> Result<Option<Self>, NotHeld> {
        sweep(folder, now)?;
        let path = folder.join(name(id, account));
        match fs::metadata(&path) {
            Ok(known) => Ok(Some(Self { id, bytes: known.len(), digest: None, path })),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why.into()),
        }
    }

    /// What this account brought in and has not decided on, newest first.
    pub fn list(
        folder: &Path,
        account: AccountId,
        now: Timestamp,
    ) -> Result<Vec<WaitingFile>, NotHeld> {
        sweep(folder, now)?;
        let ending = format!(".{account}.xml");
        let mut waiting = Vec::new();
        for path in names(folder)? {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let id = name.strip_suffix(&ending).and_then(|id| id.parse::<HeldId>().ok());
            if let (Some(id), Some(at)) = (id, begun_at(name)) {
                let brought_at = at.to_zoned_datetime(london()).datetime();
                waiting.push(WaitingFile {
                    held: id.0,
                    bytes: fs::metadata(&path)?.len(),
                    brought_at,
                });
            }
        }
        waiting.sort_by_key(|file| Reverse(file.held));
        Ok(waiting)
    }

    /// Opens it to be read from its beginning.
    pub fn open(&self) -> Result<BufReader<File>, NotHeld> {
        Ok(BufReader::with_capacity(1 << 16, File::open(&self.path)?))
    }

    /// Lets it go: it was filed, or put aside.
    pub fn discard(self) -> Result<(), NotHeld> {
        Ok(fs::remove_file(&self.path)?)
    }
}

/// Takes away files that are a day old.
pub fn sweep(folder: &Path, now: Timestamp) -> Result<(), NotHeld> {
    for path in names(folder)? {
        let begun = path.file_name().and_then(|name| name.to_str()).and_then(begun_at);
        if begun.is_none_or(|begun| now.duration_since(begun).abs() > HELD_FOR) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// When a file was begun, which its id says.
fn begun_at(name: &str) -> Option<Timestamp> {
    let id: HeldId = name.split('.').next()?.parse().ok()?;
    let (seconds, nanos) = id.0.get_timestamp()?.to_unix();
    Timestamp::new(i64::try_from(seconds).ok()?, i32::try_from(nanos).ok()?).ok()
}

fn name(id: HeldId, account: AccountId) -> String {
    format!("{id}.{account}.xml")
}

/// Every file of the folder; none where there is no folder yet.
fn names(folder: &Path) -> Result<Vec<PathBuf>, NotHeld> {
    match fs::read_dir(folder) {
        Ok(files) => Ok(files.map(|file| Ok(file?.path())).collect::<std::io::Result<_>>()?),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(why) => Err(why.into()),
    }
}

#[cfg(unix)]
fn create(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn create(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}
