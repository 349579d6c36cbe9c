//! Sittings on their way to other systems (`docs/package.md`).
//!
//! ```text
//! a person takes a copy   sitting ▸ gathered, as far as they may read ▸ package ▸ look ▸ streamed
//! by itself               filed or changed ▸ queued in the same transaction
//!                                         ▸ claimed ▸ gathered ▸ package ▸ folder or push ▸ noted
//! ```
//! Both make the package of the record at that moment. Deliberately absent: what is in a package,
//! which `exchange::package` decides.

mod copy;
mod folder;
mod out;
mod packed;
mod print;
mod push;
mod touched;
mod whole;

use domain::package_out::Way;
use jiff::Timestamp;
use std::sync::Arc;
use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore};
use ui::packages::Where;

pub use crate::sitting::Pictures;
pub use copy::{NotTaken, Piece, Taken, TypedCopy, ask_copy};
pub use exchange::package::NoPackage;
pub use folder::Folder;
pub use out::{Desk, Sent, desk, try_again};
pub use print::Printer;
pub use push::{NoPush, Push};
pub(crate) use touched::Touches;

/// What tells the time where a job works for long.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// A sitting is in memory while its package goes out.
const AT_ONCE: usize = 2;

/// How sittings leave.
#[derive(Debug)]
pub struct Packing {
    /// Which version of the program makes them.
    pub program: String,
    /// The authority's name, as it stands on a package.
    pub authority: Option<String>,
    /// Where a drawing's stickers are.
    pub pictures: Pictures,
    /// What makes PDFs, where it is there.
    pub printer: Option<Printer>,
    /// The folder that another system watches.
    pub folder: Option<Folder>,
    /// The address of another system.
    pub push: Option<Push>,
    /// How many are in memory at once.
    pub turns: Turns,
}

impl Default for Packing {
    fn default() -> Self {
        Self {
            program: "kith".into(),
            authority: None,
            pictures: |_| None,
            printer: None,
            folder: None,
            push: None,
            turns: Turns::default(),
        }
    }
}

impl Packing {
    /// The ways that are there.
    pub fn ways(&self) -> Ways {
        Ways { folder: self.folder.is_some(), push: self.push.is_some() }
    }

    /// Where the folder and the address lead, and what is in the way of the folder now.
    pub fn leads(&self) -> (Option<Where>, Option<Where>) {
        let folder = self.folder.as_ref().map(|folder| Where {
            name: folder.name.clone(),
            at: folder.path.display().to_string(),
            trouble: folder.stands().err(),
        });
        let push = self.push.as_ref().map(|push| Where {
            name: push.name.clone(),
            at: push.host().to_owned(),
            trouble: None,
        });
        (folder, push)
    }
}

/// Turns at having a sitting in memory.
#[derive(Debug, Clone)]
pub struct Turns(Arc<Semaphore>);

impl Default for Turns {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Turns {
    /// A turn, once there is one; it ends when it is dropped.
    async fn take(&self) -> Result<OwnedSemaphorePermit, AcquireError> {
        Arc::clone(&self.0).acquire_owned().await
    }
}

/// The ways on which sittings leave by themselves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ways {
    folder: bool,
    push: bool,
}

impl Ways {
    /// Whether none leaves by itself.
    pub const fn are_none(self) -> bool {
        !self.folder && !self.push
    }

    /// Each of them.
    pub fn all(self) -> impl Iterator<Item = Way> {
        let ways = [(self.folder, Way::Folder), (self.push, Way::Push)];
        ways.into_iter().filter_map(|(is_there, way)| is_there.then_some(way))
    }
}

/// A moment as every file can say it.
fn to_the_millisecond(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at)
}
