//! Who is in it: the child, whoever listened and confirmed, the authority and the tablet. A name
//! is one text, as it is written; which part of it is the family's is nobody's guess here.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{holds, meta, name, named, to, uri};
use crate::package::session::{KnownBy, NumberKind, Person, Session, Tablet};

/// The system of NHS numbers.
const NHS_NUMBER: &str = "https://fhir.nhs.uk/Id/nhs-number";

pub(super) fn people(told: &Session) -> Vec<Value> {
    let mut all = vec![patient(told), organization(told)];
    let mut seen: Vec<Uuid> = vec![];
    for person in [Some(&told.worker), confirmed(told)].into_iter().flatten() {
        let id = practitioner_id(told, person);
        if !seen.contains(&id) {
            seen.push(id);
            all.push(practitioner(id, person));
        }
    }
    all.extend(
        told.came.iter().filter_map(|came| came.tablet.as_ref()).map(|tablet| {
            device(tablet, told.came.as_ref().and_then(|came| came.build.as_deref()))
        }),
    );
    all
}

fn confirmed(told: &Session) -> Option<&Person> {
    Some(&told.came.as_ref()?.confirmed.as_ref()?.by)
}

/// The id of the authority in this document.
pub(super) fn organization_id(told: &Session) -> Uuid {
    named(told.id, &format!("authority {}", told.authority.code))
}

/// The id of a worker in this document.
pub(super) fn practitioner_id(told: &Session, person: &Person) -> Uuid {
    person.id.unwrap_or_else(|| named(told.id, &format!("worker {}", person.name)))
}

fn patient(told: &Session) -> Value {
    let child = &told.child;
    let mut numbers = vec![uri(child.id)];
    numbers.extend(child.identifiers.iter().map(|number| identifier(told, number)));
    let names = [("official", &child.name), ("usual", &child.called)];
    let names = names.into_iter().filter_map(|(usage, text)| {
        let text = text.as_deref().filter(|text| holds(text))?;
        Some(json!({"use": usage, "text": text}))
    });
    let mut patient = json!({
        "resourceType": "Patient",
        "id": child.id,
        "meta": meta("Patient"),
        "identifier": numbers,
        "name": names.collect::<Vec<_>>(),
        "managingOrganization": to(organization_id(told)),
    });
    if let (Some(born), Some(fields)) = (child.born_on, patient.as_object_mut()) {
        fields.insert("birthDate".into(), json!(born));
    }
    patient
}

fn identifier(told: &Session, number: &KnownBy) -> Value {
    let text = match number.kind {
        NumberKind::NhsNumber => return json!({"system": NHS_NUMBER, "value": number.value}),
        NumberKind::LaChildId => "Council’s number for the child",
        NumberKind::Upn => "Unique pupil number",
        NumberKind::FormerUpn => "Former unique pupil number",
        NumberKind::Local => {
            number.scheme.as_deref().filter(|scheme| holds(scheme)).unwrap_or("Another system")
        }
    };
    let kind = json!({"text": text});
    if number.kind == NumberKind::LaChildId {
        let by = to(organization_id(told));
        return json!({"type": kind, "value": number.value, "assigner": by});
    }
    json!({"type": kind, "value": number.value})
}

fn practitioner(id: Uuid, person: &Person) -> Value {
    json!({
        "resourceType": "Practitioner",
        "id": id,
        "meta": meta("Practitioner"),
        "identifier": [uri(id)],
        "name": [{"text": name(&person.name)}],
    })
}

fn organization(told: &Session) -> Value {
    json!({
        "resourceType": "Organization",
        "id": organization_id(told),
        "meta": meta("Organization"),
        "identifier": [{"type": {"text": "Local authority code"}, "value": told.authority.code}],
        "name": name(&told.authority.name),
    })
}

fn device(tablet: &Tablet, build: Option<&str>) -> Value {
    let mut device = json!({
        "resourceType": "Device",
        "id": tablet.id,
        "meta": meta("Device"),
        "identifier": [uri(tablet.id)],
        "deviceName": [{"name": name(&tablet.name), "type": "user-friendly-name"}],
    });
    if let (Some(build), Some(fields)) =
        (build.filter(|build| holds(build)), device.as_object_mut())
    {
        fields.insert("version".into(), json!([{"value": build}]));
    }
    device
}
