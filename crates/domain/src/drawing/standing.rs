//! The lines of a drawing without what the child took back: for a copy that leaves the record, in
//! which what was undone, or written anew, is no longer to be read.
use serde_json::Value;
use std::collections::HashMap;

/// Of these only the last line stands: each says the whole of what it is about.
const ONE_OF_EACH: [&str; 3] = ["title", "mark", "number"];

/// The lines that stand at the end, in their order, each as it was written; what is no line of a
/// drawing is left out.
pub fn standing(bytes: &[u8]) -> Vec<u8> {
    let mut lines: Vec<Option<&[u8]>> = Vec::new();
    let mut by_id: HashMap<String, Vec<usize>> = HashMap::new();
    for text in bytes.split(|byte| *byte == b'\n') {
        let Ok(line) = serde_json::from_slice::<Value>(text) else { continue };
        let said = |name: &str| line.get(name).and_then(Value::as_str).unwrap_or_default();
        let kind = said("kind");
        let whole = kind == "words" || ONE_OF_EACH.contains(&kind);
        let id = if ONE_OF_EACH.contains(&kind) { kind } else { said("id") };
        if whole || kind == "undo" {
            for before in by_id.remove(id).unwrap_or_default() {
                if let Some(line) = lines.get_mut(before) {
                    *line = None;
                }
            }
        }
        if kind != "undo" {
            if !id.is_empty() {
                by_id.entry(id.to_owned()).or_default().push(lines.len());
            }
            lines.push(Some(text));
        }
    }
    let standing: Vec<&[u8]> = lines.into_iter().flatten().collect();
    standing.join(&b'\n')
}
