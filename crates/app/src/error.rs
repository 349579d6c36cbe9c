//! What can go wrong in a use case, in the words of the work. `web` gives each a status, `kith`
//! an exit.

use domain::access::Action;
use domain::id::{Authority, ImportId, PersonId};

/// An error of a use case.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The store.
    #[error(transparent)]
    Store(#[from] store::error::Error),
    /// Somebody else has saved in between: both texts are shown, and a person decides.
    #[error("somebody else has saved in between")]
    SavedInBetween,
    /// A file opens for this viewer once they say why.
    #[error("a reason is asked for first")]
    ReasonAsked {
        /// Whose file.
        child: PersonId,
        /// What they wanted to do.
        action: Action,
    },
    /// A restricted file: it opens for an hour once they say why.
    #[error("this file is restricted; a reason is asked for first")]
    BreakGlassAsked {
        /// Whose file.
        child: PersonId,
        /// What they wanted to do.
        action: Action,
    },
    /// Nothing of this is for this viewer.
    #[error("this is not yours to do")]
    NotYours,
    /// What was typed is refused; each fault says where.
    #[error("what was typed cannot be kept as it is")]
    Refused(Vec<Fault>),
    /// Too many tries failed.
    #[error("too many tries; again after {until}")]
    Wait {
        /// When.
        until: jiff::Timestamp,
    },
    /// The address or the password is wrong, or there is no such account.
    #[error("that address and password do not fit together")]
    NotSignedIn,
    /// Nobody is signed in, or no longer.
    #[error("nobody is signed in")]
    NobodyAsks,
    /// The session is locked or over; whoever has it signs in, and goes on where they were.
    #[error("the page is locked")]
    Locked,
    /// A password could not be hashed or read.
    #[error("a password cannot be checked")]
    Password(String),
    /// There is no such thing, or it may not be shown.
    #[error("there is no such thing here")]
    NotFound,
    /// A record belongs to one authority, and this store has none yet.
    #[error("this store has no authority yet")]
    NoAuthority,
    /// The office's keys cannot be made from its secret, or there are none.
    #[error("the office has no keys")]
    Keys,
    /// A sitting that was kept cannot be opened.
    #[error("a sitting that was handed in cannot be opened: {0}")]
    Sitting(String),
    /// A file cannot be read at all.
    #[error(transparent)]
    Unreadable(#[from] exchange::cin::Unreadable),
    /// A file cannot be read as a list of children.
    #[error(transparent)]
    NoList(#[from] domain::children_list::Unreadable),
    /// What is done only where the kit runs without the record.
    #[error("this is done only where the kit runs alone: alone = true in kith.toml, or KITH_ALONE")]
    NotAlone,
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

impl Error {
    /// What went wrong, for a log: without words that may stand in somebody's file.
    pub fn without_words(&self) -> String {
        match self {
            Self::Store(store::error::Error::Broken(what)) => {
                let thing = what.split(':').next().unwrap_or_default();
                format!("the store holds something impossible: {thing}")
            }
            Self::Store(why) => match std::error::Error::source(why) {
                Some(source) => format!("{why}: {source}"),
                None => why.to_string(),
            },
            Self::Stage(_) => self.to_string(),
            why => why.to_string(),
        }
    }
}

/// What a use case gives back.
pub type Result<T> = std::result::Result<T, Error>;

/// What is wrong with one field, as a typed reason; pages say it in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field.
    pub at: &'static str,
    /// Why.
    pub why: Why,
}

/// Why a field is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It has to say something.
    Empty,
    /// It is longer than this many characters.
    TooLong(usize),
    /// It holds a character that no text has (U+0000).
    Nul,
    /// It is no such thing: no day, no number, no choice of the list.
    NotOne,
    /// The password is too short, too common, or the address itself.
    WeakPassword,
    /// Somebody already has it.
    Taken,
    /// Nobody would be left who may do this.
    LastOne,
    /// There are this many already.
    TooMany(usize),
    /// It has been filed already.
    Filed,
    /// The day has not come yet.
    StillToCome,
    /// The day is before what it is about.
    TooEarly,
    /// It says how a child was in whose file it does not go.
    NotInTheirFile,
    /// It tells how a child was who, as the form says, was not seen.
    NotSeen,
    /// The child does not know yet.
    FirstTheChild,
    /// It may not be safe for the child.
    NotSafe,
}
