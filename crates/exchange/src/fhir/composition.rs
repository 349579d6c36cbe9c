//! The document's own page: what it is, whose, and its parts in words.

use serde_json::{Value, json};
use uuid::Uuid;

use super::people::{organization_id, practitioner_id};
use super::{RESTRICTED, choices, meta, named, to, uri};
use crate::package::session::Session;
use crate::package::{Part, Section, as_html, sections, title};

/// The id of the composition.
pub(super) fn id(told: &Session) -> Uuid {
    named(told.id, "composition")
}

pub(super) fn composition(told: &Session) -> Value {
    let parts = sections(told, None);
    let mut parts: Vec<Value> = parts.iter().map(|part| section(told, part)).collect();
    let choices: Vec<Value> = choices::ids(told).into_iter().map(to).collect();
    if !choices.is_empty() {
        parts.push(json!({"title": "Who may see what", "entry": choices}));
    }
    json!({
        "resourceType": "Composition",
        "id": id(told),
        "meta": meta("Composition"),
        "identifier": uri(id(told)),
        "status": "final",
        "type": {"text": "What a child drew, wrote and said over the three houses"},
        "subject": to(told.child.id),
        "date": told.made_at,
        "author": [to(practitioner_id(told, &told.worker))],
        "title": title(told),
        "confidentiality": RESTRICTED,
        "custodian": to(organization_id(told)),
        "event": [{"period": {"start": told.started_at, "end": told.ended_at}}],
        "section": parts,
    })
}

fn section(told: &Session, part: &Section) -> Value {
    // The narrative of a resource knows the direction of a text only as left or right.
    let body = as_html(&part.body).replace(" dir=\"auto\"", "");
    let div = format!("<div xmlns=\"http://www.w3.org/1999/xhtml\">{body}</div>");
    let text = json!({"status": "additional", "div": div});
    if part.part != Part::Child {
        return json!({"title": part.title, "text": text});
    }
    let entry: Vec<Value> = std::iter::once(told.id).chain(told.attached()).map(to).collect();
    json!({"title": part.title, "text": text, "entry": entry})
}
