//! Names of things that last. Each is a UUID of version 7, sixteen bytes, so that ids made later
//! sort later.
//!
//! Whatever the record speaks of is named by the root of the entry that first wrote it down: a
//! child by her person entry, a team by its team entry. So there is one id for a thing and for
//! the first line about it, and nothing has to hand out numbers.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! ids { ($($(#[$doc:meta])* $name:ident)*) => {$(
    $(#[$doc])*
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(transparent)]
    pub struct $name(pub Uuid);

    impl $name {
        /// The sixteen bytes, as stores keep them.
        pub const fn as_bytes(&self) -> &[u8; 16] { self.0.as_bytes() }
        /// Back from the sixteen bytes of a store.
        pub const fn from_bytes(bytes: [u8; 16]) -> Self { Self(Uuid::from_bytes(bytes)) }
        /// Named by the entry that first wrote it down.
        pub const fn first_written_in(entry: EntryId) -> Self { Self(entry.0) }
        /// That entry.
        pub const fn first_entry(self) -> EntryId { EntryId(self.0) }
    }
    impl fmt::Display for $name {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
    }
    impl FromStr for $name {
        type Err = uuid::Error;
        fn from_str(text: &str) -> Result<Self, uuid::Error> { Uuid::try_parse(text).map(Self) }
    }
)*}}

ids! {
    /// One entry of the journal, made by the writer, so that sending it twice is harmless.
    EntryId
    /// Anyone the record knows: a child (born or not), a relative, a worker, a partner.
    PersonId
    /// A way to sign in, of exactly one person.
    AccountId
    /// A team of the authority.
    TeamId
    /// People who live together, with dates.
    HouseholdId
    /// The group that practice works with, which is whoever the child and parents say it is.
    FamilyId
    /// One filing of a file from elsewhere.
    ImportId
    /// A tablet that listens to children without a network.
    TabletId
    /// One sitting with one child, named by the tablet it was done on.
    SittingId
    /// A package of one sitting, as whoever takes it in knows it.
    PackageId
    /// One sitting on its way out by one way.
    PackageOutId
    /// A writing thread or an offline device: whoever numbers a series of entries.
    WriterId
}

/// The local authority a record belongs to: the three digits of its census code (LEA).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Authority(u16);

/// A number that is no authority's code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an authority's code has three digits, from 201 to 999")]
pub struct NoAuthority;

impl Authority {
    /// Wexcombe, the invented borough; no council has this code.
    pub const WEXCOMBE: Self = Self(999);

    /// From the three digits.
    pub const fn new(code: u16) -> Result<Self, NoAuthority> {
        if code < 201 || code > 999 { Err(NoAuthority) } else { Ok(Self(code)) }
    }
    /// The three digits as a number.
    pub const fn code(self) -> u16 {
        self.0
    }
}
impl TryFrom<u16> for Authority {
    type Error = NoAuthority;
    fn try_from(code: u16) -> Result<Self, NoAuthority> {
        Self::new(code)
    }
}
impl From<Authority> for u16 {
    fn from(authority: Authority) -> Self {
        authority.0
    }
}
impl fmt::Display for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03}", self.0)
    }
}
impl FromStr for Authority {
    type Err = NoAuthority;
    fn from_str(text: &str) -> Result<Self, NoAuthority> {
        text.trim().parse::<u16>().map_err(|_| NoAuthority).and_then(Self::new)
    }
}
