//! Whose it is and how it came here: the child, whoever listened, the tablet, and who said which
//! child it is.

use serde_json::{Value, json};
use uuid::Uuid;

use super::people::{organization_id, practitioner_id};
use super::{choices, code, composition, meta, named, to};
use crate::package::session::Session;

const TYPES: &str = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

pub(super) fn whence(told: &Session) -> Value {
    let targets = [composition::id(told), told.id].into_iter().chain(choices::ids(told));
    let targets: Vec<Value> = targets.chain(told.attached()).map(to).collect();
    let recorded = told.came.as_ref().map_or(told.made_at, |came| came.recorded_at);
    let mut provenance = json!({
        "resourceType": "Provenance",
        "id": named(told.id, "provenance"),
        "meta": meta("Provenance"),
        "target": targets,
        "occurredPeriod": {"start": told.started_at, "end": told.ended_at},
        "recorded": recorded,
        "agent": agents(told),
    });
    let place = told.how.as_ref().and_then(|how| how.place.as_deref());
    if let (Some(place), Some(fields)) =
        (place.filter(|place| super::holds(place)), provenance.as_object_mut())
    {
        fields.insert("location".into(), json!({"display": place}));
    }
    provenance
}

fn agents(told: &Session) -> Vec<Value> {
    let authority = organization_id(told);
    let worker = practitioner_id(told, &told.worker);
    let mut agents =
        vec![agent("author", told.child.id, None), agent("enterer", worker, Some(authority))];
    if let Some(came) = &told.came {
        agents.extend(came.tablet.iter().map(|tablet| agent("assembler", tablet.id, None)));
        let confirmed = came.confirmed.as_ref();
        let confirmed = confirmed.map(|confirmed| practitioner_id(told, &confirmed.by));
        agents.extend(confirmed.map(|by| agent("verifier", by, Some(authority))));
    }
    agents
}

fn agent(kind: &str, who: Uuid, for_whom: Option<Uuid>) -> Value {
    let kind = code(TYPES, kind);
    match for_whom {
        Some(whom) => json!({"type": kind, "who": to(who), "onBehalfOf": to(whom)}),
        None => json!({"type": kind, "who": to(who)}),
    }
}
