//! Names of things in the record: a person, an entry. UUIDs inside, never mixed up outside.
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A person: a child, born or not, a relative, a worker, a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub Uuid);

/// An entry of the journal; links name the first version of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryId(pub Uuid);
