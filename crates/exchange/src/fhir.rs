//! `fhir.json`: a sitting as a FHIR R4 document, with UK Core profiles where there are any.
//!
//! ```text
//! Bundle (document)
//! ├ Composition ─▶ sections, each with its narrative
//! ├ Patient, Practitioner …, Organization, Device
//! ├ QuestionnaireResponse ─▶ Questionnaire     a group a house, the child's words in it
//! ├ DocumentReference ─▶ Binary                one a drawing, recording and photograph
//! ├ Consent                                    one a person and answer
//! └ Provenance                                 who, on what, confirmed by whom
//! ```
//! Written from [`Session`] alone, so it tells no more than `session.json`. Deliberately absent: a
//! code for what a child said. Words are no findings.

mod choices;
mod composition;
mod files;
mod people;
mod questions;
mod whence;
mod words;

use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::package::session::Session;
use crate::package::{Bytes, How, mark, named};

/// Where UK Core's profiles stand (2.0.x, on FHIR 4.0.1).
const UK_CORE: &str = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-";
/// The system of identifiers that are URIs.
const URI: &str = "urn:ietf:rfc:3986";
/// How freely it may be passed on: as restricted as a child's own words are.
const RESTRICTED: &str = "R";

/// The document as JSON.
pub(crate) fn bundle(told: &Session, attached: &[Bytes<'_>]) -> Vec<u8> {
    let id = named(told.id, &format!("bundle {:?} {}", told.made_for, told.made_at));
    let mut entry = vec![Entry::of(composition::composition(told))];
    entry.extend(people::people(told).into_iter().map(Entry::of));
    entry.push(Entry::of(words::response(told)));
    entry.push(Entry::of(questions::questionnaire(told)));
    entry.extend(choices::choices(told).into_iter().map(Entry::of));
    entry.extend(files::references(told, attached).into_iter().map(Entry::of));
    entry.push(Entry::of(whence::whence(told)));
    entry.extend((0..).zip(attached).map(|(nth, bytes)| Entry::binary(told, bytes, nth)));
    let bundle = Bundle {
        resource_type: "Bundle",
        id,
        meta: meta("Bundle"),
        identifier: uri(id),
        kind: "document",
        timestamp: told.made_at,
        entry,
    };
    let mut bytes = serde_json::to_vec(&bundle).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

#[derive(Serialize)]
struct Bundle<'a> {
    #[serde(rename = "resourceType")]
    resource_type: &'static str,
    id: Uuid,
    meta: Value,
    identifier: Value,
    #[serde(rename = "type")]
    kind: &'static str,
    timestamp: jiff::Timestamp,
    entry: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(rename = "fullUrl")]
    full_url: String,
    resource: Resource<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Resource<'a> {
    Plain(Value),
    Binary(Binary<'a>),
}

/// Bytes, which are marked here and written when the file is: a session may have many.
#[derive(Serialize)]
struct Binary<'a> {
    #[serde(rename = "resourceType")]
    resource_type: &'static str,
    id: Uuid,
    #[serde(rename = "contentType")]
    content_type: &'a str,
    data: String,
}

impl<'a> Entry<'a> {
    fn of(resource: Value) -> Self {
        let id = resource.get("id").and_then(Value::as_str).unwrap_or_default();
        Self { full_url: format!("urn:uuid:{id}"), resource: Resource::Plain(resource) }
    }

    fn binary(told: &Session, of: &'a Bytes<'_>, nth: usize) -> Self {
        let id = binary_id(told, &of.file);
        let data = mark(nth, How::Base64);
        let binary = Binary { resource_type: "Binary", id, content_type: of.media_type, data };
        Self { full_url: urn(id), resource: Resource::Binary(binary) }
    }
}

/// The id of the Binary of that file.
fn binary_id(told: &Session, file: &str) -> Uuid {
    named(told.id, &format!("binary {file}"))
}

fn urn(id: Uuid) -> String {
    format!("urn:uuid:{id}")
}

/// An identifier that is a UUID.
fn uri(id: Uuid) -> Value {
    json!({"system": URI, "value": urn(id)})
}

/// A reference to a resource of this document.
fn to(id: Uuid) -> Value {
    json!({"reference": urn(id)})
}

/// What a resource of UK Core says of itself.
fn meta(profile: &str) -> Value {
    json!({
        "profile": [format!("{UK_CORE}{profile}")],
        "security": [{
            "system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
            "code": RESTRICTED,
        }],
    })
}

/// A code of a code system.
fn code(system: &str, code: &str) -> Value {
    json!({"coding": [{"system": system, "code": code}]})
}

/// A name, which FHIR does not let be blank.
fn name(name: &str) -> &str {
    if holds(name) { name } else { "Not named" }
}

/// Whether FHIR can hold a text: it knows none of white space alone.
fn holds(text: &str) -> bool {
    !text.trim().is_empty()
}
