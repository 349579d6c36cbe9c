//! What the child chose about who may see what: one Consent for each person and answer, with the
//! pages it is about. A part of a page, and "ask me later", permit nothing.
//!
//! It is a child's choice, and no lawful basis. What was passed on without a choice is no consent,
//! and stands in the narrative.

use domain::sharing::Answer;
use serde_json::{Value, json};
use uuid::Uuid;

use super::people::organization_id;
use super::{code, meta, name, named, to, uri};
use crate::package::session::{Chosen, Page, Person, Session};

/// One choice, and the pages it was made about.
struct OneChoice<'a> {
    with: &'a Person,
    part: Option<&'a str>,
    answer: Answer,
    pages: Vec<&'a Page>,
}

pub(super) fn choices(told: &Session) -> Vec<Value> {
    gathered(told).iter().map(|choice| consent(told, choice)).collect()
}

/// The ids of the Consents of this document.
pub(super) fn ids(told: &Session) -> Vec<Uuid> {
    gathered(told).iter().map(|choice| id(told, choice)).collect()
}

fn gathered(told: &Session) -> Vec<OneChoice<'_>> {
    let mut all: Vec<OneChoice<'_>> = vec![];
    for page in &told.pages {
        for choice in &page.choices {
            let Chosen::Chosen(answer) = choice.how else { continue };
            let part = choice.part.as_deref();
            let same = |one: &&mut OneChoice<'_>| {
                one.with == &choice.with && one.part == part && one.answer == answer
            };
            match all.iter_mut().find(same) {
                Some(one) => one.pages.push(page),
                None => all.push(OneChoice { with: &choice.with, part, answer, pages: vec![page] }),
            }
        }
    }
    all
}

fn id(told: &Session, choice: &OneChoice<'_>) -> Uuid {
    let OneChoice { with, part, answer, .. } = choice;
    named(told.id, &format!("choice {:?} {} {part:?} {}", with.id, with.name, answer.as_str()))
}

fn consent(told: &Session, choice: &OneChoice<'_>) -> Value {
    let data: Vec<Value> = choice.pages.iter().flat_map(|page| data(page)).collect();
    let permits = choice.answer == Answer::Yes && choice.part.is_none();
    let later = choice.answer == Answer::AskLater;
    json!({
        "resourceType": "Consent",
        "id": id(told, choice),
        "meta": meta("Consent"),
        "status": if later { "proposed" } else { "active" },
        "scope": code("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"),
        "category": [code("http://terminology.hl7.org/CodeSystem/v3-ActCode", "INFA")],
        "patient": to(told.child.id),
        "dateTime": told.ended_at,
        "performer": [to(told.child.id)],
        "organization": [to(organization_id(told))],
        "policyRule": {"text": rule(choice)},
        "provision": {
            "type": if permits { "permit" } else { "deny" },
            "actor": [{
                "role": code("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP"),
                "reference": who(choice.with),
            }],
            "data": data,
        },
    })
}

/// What was chosen, for whoever reads and does not reckon.
fn rule(choice: &OneChoice<'_>) -> String {
    let part = choice.part.map(|part| format!(" Only: {part}")).unwrap_or_default();
    let answer = match choice.answer {
        Answer::Yes => "The child chose: yes.",
        Answer::No => "The child chose: no.",
        Answer::AskLater => "The child chose: ask me later. Until then no.",
    };
    format!("{answer}{part}")
}

fn who(person: &Person) -> Value {
    match person.id {
        Some(id) => json!({"identifier": uri(id), "display": name(&person.name)}),
        None => json!({"display": name(&person.name)}),
    }
}

/// A page, and what stands on it.
fn data(page: &Page) -> Vec<Value> {
    let display = format!("Page {}", page.n);
    let page_is = json!({"identifier": uri(page.id), "display": display});
    let on_it = page.attached().map(to);
    let all = std::iter::once(page_is).chain(on_it);
    all.map(|reference| json!({"meaning": "instance", "reference": reference})).collect()
}
