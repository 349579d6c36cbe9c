//! How an entry is filed: its head in the few columns that a page needs to rank it, to say whose
//! words it is, and to ask who may read it.
//!
//! `readers` is empty for nearly every entry: about one child, for that child's workers. Only
//! what is shared, sealed or about several children carries a list.

use crate::error::{Error, Result};
use crate::value::{FromValue, Value};
use domain::entry::{Audience, Head};
use domain::id::{AccountId, EntryId, PersonId};
use domain::voice::{Mode, Recorder, Speaker};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The head of an entry, as views keep it.
pub(crate) struct Filed {
    /// What links name.
    pub root: EntryId,
    /// This version.
    pub id: EntryId,
    /// When it happened: its rank, microseconds UTC.
    pub at: i64,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// The account that wrote it; none where a guest did, or the program.
    pub writer: Option<AccountId>,
    /// Who said it, or the guest who wrote it.
    pub said_by: Option<PersonId>,
    /// How near the words are.
    pub how: Option<&'static str>,
    /// Under seal.
    pub sealed: bool,
    /// Who else may read it, and which children it is about, as JSON; none where it is plain.
    pub readers: Option<String>,
}

/// Who else may read an entry, and which children it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Readers {
    /// Every child it is about.
    pub about: Vec<PersonId>,
    /// Beside the child's workers.
    #[serde(default, skip_serializing_if = "Audience::is_plain")]
    pub audience: Audience,
}

impl Filed {
    /// As it is filed under this child.
    pub fn of(head: &Head, child: PersonId) -> Self {
        let (writer, guest) = match head.recorded_by {
            Recorder::Account(account) | Recorder::Device { account } => (Some(account), None),
            Recorder::GuestLink { person } => (None, Some(person)),
            Recorder::Program { .. } => (None, None),
        };
        let (said_by, how) = match &head.said_by {
            None => (guest, None),
            Some(voice) => match voice.who {
                Speaker::Person(person) => (Some(person), Some(voice.how)),
                // Words whose speaker nobody names are what the writer passes on.
                Speaker::Anonymous | Speaker::NotKnown => (guest, Some(Mode::Reported)),
            },
        };
        Self {
            root: head.root,
            id: head.id,
            at: head.happened.rank(),
            recorded_at: head.recorded_at,
            writer,
            said_by,
            how: how.map(Mode::as_str),
            sealed: head.audience.sealed,
            readers: readers(head, child),
        }
    }
}

fn readers(head: &Head, child: PersonId) -> Option<String> {
    let others = head.about.iter().any(|about| *about != child);
    if !others && head.audience.is_plain() {
        return None;
    }
    let mut about = head.about.clone();
    if !about.contains(&child) {
        about.push(child);
    }
    let readers = Readers { about, audience: head.audience.clone() };
    // Ids and flags: there is nothing here that JSON cannot hold.
    Some(serde_json::to_string(&readers).unwrap_or_default())
}

impl Readers {
    /// From the column.
    pub fn parse(text: &str) -> Result<Self> {
        serde_json::from_str(text).map_err(|why| Error::Broken(format!("readers: {why}")))
    }
}

impl FromValue for Readers {
    const NAME: &'static str = "readers";
    fn from_value(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Text(text) => Self::parse(text).ok(),
            _ => None,
        }
    }
}
