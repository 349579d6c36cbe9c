//! What a tablet wrote, op by op.

use domain::id::PersonId;
use exchange::kit::{Session, read};
use serde_json::{Value, json};

/// The page of Tyler's sitting.
pub const PAGE: &str = "0192f0c1-0000-7000-8000-000000000171";
const HORN: &str = "0192f0c1-0000-7000-8000-000000000173";

/// A sitting of these ops, a second apart; whoever is not named as its writer is the child.
pub fn session(ops: Vec<Value>) -> Session {
    let lines = ops.into_iter().zip(0..).map(|(mut op, n)| {
        op["at"] = json!(1_774_530_000_000_i64 + n * 1000);
        op["since"] = json!(n * 1000);
        if op.get("by").is_none() {
            op["by"] = json!("child");
        }
        op.to_string()
    });
    let lines: Vec<String> = lines.collect();
    read(lines.iter().map(String::as_bytes)).expect("a sitting")
}

/// A choice about the page.
fn share(who: Value, says: &str) -> Value {
    json!({"kind": "share", "page": PAGE, "person": who, "answer": says})
}

/// Tyler's sitting, with a drawing, a recording that did not come, words and choices.
pub fn tylers(donna: PersonId, between: &[Value]) -> Session {
    let mut ops = vec![
        json!({"kind": "begin", "session": "0192f0c1-0000-7000-8000-000000000170",
            "child": {"name": "Tyler"}, "worker": "Joel", "language": "en-GB",
            "place": "at school", "build": "b", "enquiry": "none", "near": "Nobody is near",
            "agreement": {"how": "agreed", "who": "Mum", "on": "2026-03-24"}}),
        json!({"kind": "house_named", "house": "worries", "name": "sad van"}),
        json!({"kind": "page", "page": PAGE, "house": "worries"}),
        json!({"kind": "stroke", "page": PAGE, "id": "s", "tool": "crayon", "colour": "#c24e36",
            "width": 6, "points": [[10, 10, 0.5, 0], [40, 60, 0.5, 30]]}),
        json!({"kind": "words", "page": PAGE, "id": "w", "text": "the ambilance"}),
        json!({"kind": "sound", "page": PAGE, "id": "a", "attachment": HORN, "ms": 4200,
            "type": "audio/mp4"}),
        json!({"kind": "important", "page": PAGE, "on": true}),
        share(json!({"id": donna.0, "name": "Mum"}), "yes"),
        share(json!({"id": "0192f0c1-0000-7000-8000-0000000000ff", "name": "Dad"}), "no"),
        share(json!({"name": "Mr Khan"}), "ask_later"),
        json!({"kind": "note", "text": "He hid under the table at first.", "by": "worker"}),
        json!({"kind": "note", "text": "Mum is asleep.", "asks": "Why wait?", "by": "worker"}),
        json!({"kind": "reflection", "text": "Go slower.", "to_do": "Ring Pete.", "by": "worker"}),
    ];
    ops.extend_from_slice(between);
    ops.push(json!({"kind": "finish", "how": "read_back", "by": "worker"}));
    session(ops)
}
