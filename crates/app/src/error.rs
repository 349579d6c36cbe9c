//! What can go wrong in a use case, in the words of the work. `web` gives each a status, `kith`
//! an exit.

use domain::id::{Authority, ImportId};

/// An error of a use case.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The store.
    #[error(transparent)]
    Store(#[from] store::error::Error),
    /// Somebody else has saved in between: both texts are shown, and a person decides.
    #[error("somebody else has saved in between")]
    SavedInBetween,
    /// There is no such thing, or it may not be shown.
    #[error("there is no such thing here")]
    NotFound,
    /// A record belongs to one authority, and this store has none yet.
    #[error("this store has no authority yet")]
    NoAuthority,
    /// A file cannot be read at all.
    #[error(transparent)]
    Unreadable(#[from] exchange::cin::Unreadable),
    /// The file of an import.
    #[error("the file cannot be read")]
    File(#[from] std::io::Error),
    /// There is no such import.
    #[error("there is no import {0}")]
    NoImport(ImportId),
    /// It was undone before.
    #[error("import {0} has been undone already")]
    UndoneBefore(ImportId),
    /// It is still being filed.
    #[error("import {0} is still being filed")]
    StillFiling(ImportId),
    /// Stage rows are written and read by this program alone.
    #[error("a staged child cannot be read")]
    Stage(#[source] serde_json::Error),
    /// The authority's code in a file is none.
    #[error("the file names «{0}» as its authority, which is no three digits")]
    NoSuchAuthority(String),
    /// Another authority's store.
    #[error("this store is the record of authority {0}")]
    OtherAuthority(Authority),
}

/// What a use case gives back.
pub type Result<T> = std::result::Result<T, Error>;
