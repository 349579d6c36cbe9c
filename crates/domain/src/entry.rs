//! An entry: one line of a child's journal, and everything that is known of how it came to be
//! there.
//!
//! ```text
//! Entry  = Head + payload            the head says who, when, about whom, what it replaces
//! stored = head as JSON | payload as JSON with a salt of its own
//! digest = SHA-256(digest before it in the series | head), the head has SHA-256(salt | payload)
//! ```
//! A payload can so be erased under a lawful power while the chain still verifies. Nothing here
//! appends: that is the work of `app` alone.

use crate::id::{Authority, EntryId, PersonId, WriterId};
use crate::kind::{Kind, Payload, UnreadablePayload};
use crate::time::Happened;
use crate::voice::{Recorder, Source, Voice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// A SHA-256.
pub type Digest = [u8; 32];
/// What is mixed into a payload's digest, so that nobody can guess an erased text from it.
pub type Salt = [u8; 16];

/// Everything about an entry but its payload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Its own id.
    pub id: EntryId,
    /// The id of the first version: what links and addresses name.
    pub root: EntryId,
    /// Who numbers it, and its number there, from 1.
    pub series: Series,
    /// The authority whose record it is.
    pub authority: Authority,
    /// Every child it is filed under.
    pub about: Vec<PersonId>,
    /// What kind of thing its payload is.
    pub kind: Kind,
    /// The version of that kind's payload.
    pub version: u16,
    /// When it happened.
    pub happened: Happened,
    /// When it was written down, by the server's clock.
    pub recorded_at: Timestamp,
    /// Whose words they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<Voice>,
    /// Who wrote it down.
    pub recorded_by: Recorder,
    /// Which agency or relation it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Who may read it beside the child's workers.
    #[serde(default, skip_serializing_if = "Audience::is_plain")]
    pub audience: Audience,
    /// Whose information a part is, and what the law says of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// The entry whose place it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<EntryId>,
    /// What it speaks to, answers, or is evidence for; always roots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// SHA-256 of the salt and the payload's exact bytes.
    #[serde(with = "hex")]
    pub payload_digest: Digest,
}

/// A place in a series, which belongs to one writing thread or one offline device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// Whose series.
    pub writer: WriterId,
    /// From 1, with no gap.
    pub n: u64,
}

/// Who may read an entry beside the child's workers and those whom the access rules let in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audience {
    /// Only the writer, the lead worker and their supervisor.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sealed: bool,
    /// Guests of the agencies that work with the child, too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub partners: bool,
    /// These persons, too, who they were on the day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub persons: Vec<PersonId>,
}

impl Audience {
    /// The child's workers and nobody else.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

/// Whose information a part is (F6), or what the law says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// These words are about somebody else; later access is a review then, and no redaction.
    WhoseInformation {
        /// Whose.
        person: PersonId,
        /// The words, as they stand in the payload.
        words: String,
    },
    /// Advice of a lawyer.
    LegalAdvice,
    /// Not to be passed on without the court.
    CourtRestricted,
    /// Not to be passed on without the police.
    Police,
}

/// What an entry speaks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// How.
    pub how: Relation,
    /// The root of what it speaks to.
    pub to: EntryId,
}

/// How an entry is linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// It says something about this worry, strength, statement, goal, scale or rule.
    SpeaksTo,
    /// It answers this question.
    Answers,
    /// It is what this statement rests on.
    EvidenceFor,
    /// It came by this import.
    CameBy,
}

/// An entry about to be written: everything but its place in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// Its own id, made by the writer.
    pub id: EntryId,
    /// The first version's id; its own where it is the first.
    pub root: EntryId,
    /// Every child it is filed under.
    pub about: Vec<PersonId>,
    /// When it happened.
    pub happened: Happened,
    /// Whose words they are.
    pub said_by: Option<Voice>,
    /// Which agency or relation it came from.
    pub source: Option<Source>,
    /// Who may read it beside the child's workers.
    pub audience: Audience,
    /// Whose information a part is.
    pub marks: Vec<Mark>,
    /// The entry whose place it takes.
    pub replaces: Option<EntryId>,
    /// What it speaks to.
    pub links: Vec<Link>,
    /// What it says.
    pub payload: Payload,
}

impl NewEntry {
    /// A first version about these, with nothing else said.
    pub fn first(id: EntryId, about: Vec<PersonId>, happened: Happened, payload: Payload) -> Self {
        Self {
            id,
            root: id,
            about,
            happened,
            said_by: None,
            source: None,
            audience: Audience::default(),
            marks: Vec::new(),
            replaces: None,
            links: Vec::new(),
            payload,
        }
    }

    /// Takes the place of an entry, with all it said but the payload.
    pub fn replacing(id: EntryId, old: &Head, payload: Payload) -> Self {
        Self {
            id,
            root: old.root,
            about: old.about.clone(),
            happened: old.happened,
            said_by: old.said_by.clone(),
            source: old.source.clone(),
            audience: old.audience.clone(),
            marks: old.marks.clone(),
            replaces: Some(old.id),
            links: old.links.clone(),
            payload,
        }
    }

    /// Its head at this place of the journal; the payload's digest is filled in when it is
    /// sealed.
    pub fn head(&self, place: Place) -> Head {
        Head {
            id: self.id,
            root: self.root,
            series: place.series,
            authority: place.authority,
            about: self.about.clone(),
            kind: self.payload.kind(),
            version: self.payload.kind().version(),
            happened: self.happened,
            recorded_at: place.recorded_at,
            said_by: self.said_by.clone(),
            recorded_by: place.recorded_by,
            source: self.source.clone(),
            audience: self.audience.clone(),
            marks: self.marks.clone(),
            replaces: self.replaces,
            links: self.links.clone(),
            payload_digest: [0; 32],
        }
    }
}

/// Where and by whom an entry is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Its place in a series.
    pub series: Series,
    /// The authority whose record it is.
    pub authority: Authority,
    /// Now, by the server's clock.
    pub recorded_at: Timestamp,
    /// Who wrote it down.
    pub recorded_by: Recorder,
}

/// An entry as the program handles it. The payload is absent where it was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Who, when, about whom.
    pub head: Head,
    /// What; `None` where it was lawfully erased.
    pub payload: Option<Payload>,
}

/// An entry as a store keeps it: exact bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The head as JSON.
    pub head: String,
    /// The payload's salt and JSON; `None` where erased.
    pub payload: Option<(Salt, String)>,
    /// SHA-256 of the digest before it and the head.
    pub digest: Digest,
}

/// Why stored bytes are no entry.
#[derive(Debug, thiserror::Error)]
pub enum UnreadableEntry {
    /// The head is not what this program wrote.
    #[error("the head of an entry cannot be read")]
    Head(#[source] serde_json::Error),
    /// The payload is not what its kind says.
    #[error(transparent)]
    Payload(#[from] UnreadablePayload),
}

impl Stored {
    /// Seals an entry into bytes. The head's `payload_digest` is worked out here.
    pub fn seal(head: &mut Head, payload: &Payload, salt: Salt, before: &Digest) -> Self {
        let text = payload.to_json();
        head.payload_digest = salted(&salt, &text);
        let written = serde_json::to_string(&*head).unwrap_or_default();
        let digest = chained(before, &written);
        Self { head: written, payload: Some((salt, text)), digest }
    }

    /// Opens the bytes again.
    pub fn open(&self) -> Result<Entry, UnreadableEntry> {
        open(&self.head, self.payload.as_ref().map(|(_, text)| text.as_str()))
    }
}

/// Opens stored bytes.
pub fn open(head: &str, payload: Option<&str>) -> Result<Entry, UnreadableEntry> {
    let head: Head = serde_json::from_str(head).map_err(UnreadableEntry::Head)?;
    let payload = payload.map(|text| Payload::parse(head.kind, head.version, text)).transpose()?;
    Ok(Entry { head, payload })
}

/// SHA-256 of a payload with its salt.
pub fn salted(salt: &Salt, payload: &str) -> Digest {
    Sha256::new().chain_update(salt).chain_update(payload).finalize().into()
}

/// SHA-256 of the digest before and a head.
pub fn chained(before: &Digest, head: &str) -> Digest {
    Sha256::new().chain_update(before).chain_update(head).finalize().into()
}

mod hex {
    //! A digest as 64 hexadecimal digits.
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    const DIGITS: &[u8; 16] = b"0123456789abcdef";

    pub fn serialize<S: Serializer>(digest: &[u8; 32], to: S) -> Result<S::Ok, S::Error> {
        let digit =
            |nibble: u8| char::from(DIGITS.get(usize::from(nibble)).copied().unwrap_or(b'0'));
        let text: String = digest.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect();
        to.serialize_str(&text)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<[u8; 32], D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(from)?;
        let mut digest = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return Err(D::Error::custom("a digest has 64 hexadecimal digits"));
        }
        for (byte, at) in digest.iter_mut().zip((0..64).step_by(2)) {
            let pair = text.get(at..at + 2).unwrap_or_default();
            *byte = u8::from_str_radix(pair, 16).map_err(D::Error::custom)?;
        }
        Ok(digest)
    }
}
