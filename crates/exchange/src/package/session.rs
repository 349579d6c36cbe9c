//! `session.json`, version 1: what a package says, as another program reads it. Its schema is
//! `docs/schema/houses_session.1.json`, which says what each field means.
//!
//! Everything else in a package is written from this, so nothing can stand in the document or in
//! the FHIR bundle that was kept out of here. Words are as they were written, letter for letter.
//! A field that says nothing is left out.

use domain::houses_page::{Number, Place, Sorted, Words};
use domain::houses_session::{
    Asked, Cleared, Ending, Exact, House, Level, NamedHouse, PassedOn, Permission, ReadBack, Told,
    Unopened, Variant,
};
use domain::sharing::Answer;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What `format` says.
pub const FORMAT: &str = "houses_session";
/// What `version` says.
pub const VERSION: u32 = 1;

/// A sitting, as a package tells of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct Session {
    pub format: String,
    pub version: u32,
    pub id: Uuid,
    pub made_at: Timestamp,
    pub made_for: MadeFor,
    pub authority: Office,
    pub child: Child,
    pub worker: Person,
    pub started_at: Timestamp,
    pub ended_at: Timestamp,
    pub language: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<HowItWas>,
    pub pages: Vec<Page>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sounds: Vec<Attached>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Attached>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unopened: Option<Unopened>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exact: Vec<Exact>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub important: Vec<Important>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passed_on: Vec<PassedOn>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<AnswerToChild>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came: Option<Came>,
}

/// For whom it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum MadeFor {
    /// Another system of the same authority.
    SameAuthority,
    /// The child.
    Child,
    /// A parent.
    Parent {
        /// Who.
        person: Person,
    },
}

/// The authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct Office {
    pub code: String,
    pub name: String,
}

/// The child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct Child {
    pub id: Uuid,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born_on: Option<Date>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<KnownBy>,
}

/// A number that a child is known by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct KnownBy {
    pub kind: NumberKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    pub value: String,
}

/// Whose number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberKind {
    /// The council's.
    LaChildId,
    /// The school system's.
    Upn,
    /// One the school system used before.
    FormerUpn,
    /// The health service's.
    NhsNumber,
    /// Of some other system.
    Local,
}

/// Somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct Person {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    pub name: String,
}

/// How it was: what was prepared, asked and chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct HowItWas {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    pub variant: Variant,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named: Vec<NamedHouse>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<House>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreter: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permission: Option<Permission>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enquiry: Option<Cleared>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub near: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<Told>,
    pub ending: Ending,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending_why: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_back: Option<ReadBack>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comes_back_on: Option<Date>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub path: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Asked>,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct Page {
    pub id: Uuid,
    pub n: u16,
    pub house: House,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Words>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<Place>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Number>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sorted: Vec<Sorted>,
    pub important: bool,
    pub left_out: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drawing: Option<Drawing>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sounds: Vec<Attached>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Attached>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    pub missing: u16,
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct Drawing {
    pub id: Uuid,
    pub picture: String,
    pub ops: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub describes: Option<String>,
}

/// A recording or a photograph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct Attached {
    pub id: Uuid,
    pub file: String,
    pub media_type: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub broken_off: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub describes: Option<String>,
}

/// Whether somebody may see a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct Choice {
    pub with: Person,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    pub how: Chosen,
}

/// By choice, or passed on anyway.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Chosen {
    /// The child chose.
    Chosen(Answer),
    /// It was passed on against or without a choice.
    PassedOn {
        /// Why.
        why: String,
        /// The child was told first.
        child_told_first: bool,
    },
}

/// Something important that the child said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct Important {
    pub id: Uuid,
    pub words: String,
    pub before: String,
    pub who_near: String,
    pub seen: String,
    #[serde(deserialize_with = "Option::deserialize")]
    pub danger_now: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rang: Option<String>,
    pub at: Timestamp,
}

/// The worker's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct Note {
    pub id: Uuid,
    pub text: String,
}

/// What the child was told came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct AnswerToChild {
    pub id: Uuid,
    pub on: Date,
    pub words: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nothing_changed: Option<String>,
}

/// How it came into the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct Came {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tablet: Option<Tablet>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub build: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Confirmed>,
    pub recorded_at: Timestamp,
}

/// The tablet it was made on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct Tablet {
    pub id: Uuid,
    pub name: String,
}

/// Who said which child it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the schema says what each field means")]
pub struct Confirmed {
    pub by: Person,
    pub at: Timestamp,
}

impl Session {
    /// Reads one; none where it is no such JSON, or of another version.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let session: Self = serde_json::from_slice(bytes).ok()?;
        (session.format == FORMAT && session.version == VERSION).then_some(session)
    }

    /// What the child is called, where words speak of the child.
    pub fn called(&self) -> &str {
        let known = self.child.called.as_deref().or(self.child.name.as_deref());
        known.unwrap_or("the child")
    }
}
