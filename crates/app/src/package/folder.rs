//! A folder that another system watches.
//!
//! ```text
//! .houses-….zip.part ▸ written, synced ▸ noted: about to get its name ▸ houses-….zip ▸ noted: sent
//! ```
//! Whoever watches sees a file under its own name only once it is whole. After a kill between the
//! two notes the part tells whether it has its name yet: a file is put there once, though the other
//! system may have taken it away again. Where the folder itself is another one than it was (a disk
//! that is not mounted), it is written again rather than lost: it has the same name and bytes.

use domain::package_out::Trouble;
use exchange::package::Package;
use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Error, ErrorKind, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

/// The folder, and what people call the system that watches it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Where.
    pub path: PathBuf,
    /// The other system.
    pub name: String,
}

/// Where a file was about to get its name.
pub(super) enum Left {
    /// It had got it.
    Named,
    /// It had not.
    Part,
    /// The folder is not the one it was.
    Elsewhere,
}

impl Folder {
    /// Which folder it is: the device and the place on it.
    pub(super) fn which(&self) -> Result<String, Trouble> {
        let about = std::fs::metadata(&self.path).map_err(|why| trouble(&why))?;
        if !about.is_dir() {
            return Err(Trouble::FolderMissing);
        }
        Ok(format!("{}:{}", about.dev(), about.ino()))
    }

    /// Whether files can be written in it now.
    pub(super) fn stands(&self) -> Result<(), Trouble> {
        self.which()?;
        let probe = self.path.join(".kith-probe");
        let made = OpenOptions::new().write(true).create(true).truncate(true).open(&probe);
        made.map_err(|why| trouble(&why))?;
        std::fs::remove_file(&probe).map_err(|why| trouble(&why))
    }

    fn part(&self, name: &str) -> PathBuf {
        self.path.join(format!(".{name}.zip.part"))
    }

    /// Writes a package, not yet under its name.
    pub(super) fn write_part(&self, package: &Package<'_>) -> Result<(), Trouble> {
        self.which()?;
        let part = self.part(&package.name());
        write(&part, package).map_err(|why| {
            // Half a file takes room; where it cannot be taken away it is written over.
            let _ = std::fs::remove_file(&part);
            trouble(&why)
        })
    }

    /// Gives it its name.
    pub(super) fn name_it(&self, name: &str) -> Result<(), Trouble> {
        let named = self.path.join(format!("{name}.zip"));
        let rename = || {
            std::fs::rename(self.part(name), named)?;
            File::open(&self.path)?.sync_all()
        };
        rename().map_err(|why| trouble(&why))
    }

    /// How far one came that was about to get its name in that folder.
    pub(super) fn left(&self, name: &str, which: &str) -> Result<Left, Trouble> {
        if self.which()? != which {
            return Ok(Left::Elsewhere);
        }
        Ok(if self.part(name).exists() { Left::Part } else { Left::Named })
    }
}

fn write(part: &Path, package: &Package<'_>) -> Result<(), Error> {
    let mut options = OpenOptions::new();
    let file = options.write(true).create(true).truncate(true).mode(0o640).open(part)?;
    let mut out = BufWriter::new(file);
    package.zip(&mut out)?;
    out.flush()?;
    out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()
}

fn trouble(why: &Error) -> Trouble {
    match why.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Trouble::FolderMissing,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Trouble::FolderFull
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Trouble::FolderShut,
        _ => Trouble::Broken,
    }
}
