//! `session.json` against its published schema, and the schema against itself.

use crate::sample::{calm, for_office, kayleigh, made, text, tylers};
use domain::houses_session::Ending;
use exchange::package::session::Session;
use exchange::package::{For, Package};
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../../../../docs/schema/houses_session.1.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

/// What the value breaks of the part of JSON Schema that ours is written in; a word that is not
/// known here fails too, so nothing in the schema goes unheld.
fn faults(whole: &Value, rule: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = vec![];
    for (word, says) in rule.as_object().unwrap() {
        let held = match word.as_str() {
            "description" | "$schema" | "$id" | "title" | "$defs" | "required" => true,
            "$ref" => {
                let name = says.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                found.extend(faults(whole, &whole["$defs"][name], value, at));
                true
            }
            "type" => kinds(says).iter().any(|kind| is(kind, value)),
            "const" => says == value,
            "enum" => says.as_array().unwrap().contains(value),
            "minimum" => value.is_null() || value.as_i64() >= says.as_i64(),
            "maximum" => value.is_null() || value.as_i64() <= says.as_i64(),
            "format" => formatted(says.as_str().unwrap(), value.as_str().unwrap_or_default()),
            "items" => {
                for (n, item) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(faults(whole, says, item, &format!("{at}/{n}")));
                }
                true
            }
            "properties" | "additionalProperties" => {
                if word == "properties" {
                    found.extend(fields(whole, rule, value, at));
                }
                true
            }
            "oneOf" => {
                let rules = says.as_array().unwrap().iter();
                rules.filter(|rule| faults(whole, rule, value, at).is_empty()).count() == 1
            }
            _ => false,
        };
        if !held {
            found.push(format!("{at} breaks {word}"));
        }
    }
    found
}

fn kinds(says: &Value) -> Vec<&str> {
    match says {
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    }
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    }
}

fn formatted(format: &str, text: &str) -> bool {
    match format {
        "uuid" => uuid::Uuid::try_parse(text).is_ok() && text.len() == 36,
        "date" => text.parse::<jiff::civil::Date>().is_ok() && text.len() == 10,
        "date-time" => text.parse::<jiff::Timestamp>().is_ok() && text.ends_with('Z'),
        _ => false,
    }
}

fn fields(whole: &Value, rule: &Value, value: &Value, at: &str) -> Vec<String> {
    let (rules, value) = (rule.clone(), value.as_object().cloned().unwrap_or_default());
    let required = rules["required"].as_array().unwrap();
    let missing = required.iter().filter(|name| !value.contains_key(name.as_str().unwrap()));
    let mut found: Vec<String> = missing.map(|name| format!("{at} has no {name}")).collect();
    for (name, value) in &value {
        match rules["properties"].get(name) {
            Some(rule) => found.extend(faults(whole, rule, value, &format!("{at}/{name}"))),
            None => found.push(format!("{at} has {name}, of which the schema says nothing")),
        }
    }
    found
}

fn told(package: &Package<'_>) -> Value {
    serde_json::from_str(&text(package, "session.json")).unwrap()
}

#[test]
fn what_is_written_keeps_to_the_schema() {
    let (sitting, calm) = (tylers(), calm());
    let hers = made(&calm, For::Parent(kayleigh())).unwrap();
    let his = made(&sitting, For::Child).unwrap();
    for package in [for_office(&sitting), for_office(&calm), his, hers] {
        let schema = schema();
        let told = told(&package);
        assert_eq!(faults(&schema, &schema, &told, ""), Vec::<String>::new());
        let read = Session::read(text(&package, "session.json").as_bytes()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), told, "and comes back as it was");
    }
}

#[test]
fn the_schema_knows_every_way_a_session_can_end() {
    let schema = schema();
    for ending in Ending::ALL {
        let mut sitting = tylers();
        sitting.session.ending = *ending;
        let told = told(&for_office(&sitting));
        assert_eq!(faults(&schema, &schema, &told, ""), Vec::<String>::new(), "{ending:?}");
    }
}

#[test]
fn what_breaks_the_schema_is_seen() {
    let sitting = tylers();
    let schema = schema();
    let sound = told(&for_office(&sitting));
    for (path, wrong) in [
        ("/version", json!(2)),
        ("/id", json!("1")),
        ("/pages/0/house", json!("cellar")),
        ("/pages/0/n", json!("1")),
        ("/pages/0/choices/0/how", json!({"chosen": "yes", "passed_on": {}})),
        ("/pages/2/number/value", json!(11)),
        ("/how/permission", json!({})),
        ("/child/born_on", json!("3 September")),
        ("/made_for", json!({"kind": "anybody"})),
        ("/came/confirmed", json!({"by": {"name": "Dawn"}, "at": "2026-03-30T09:15:00Z", "x": 1})),
    ] {
        let mut told = sound.clone();
        *told.pointer_mut(path).unwrap() = wrong;
        assert!(!faults(&schema, &schema, &told, "").is_empty(), "{path}");
    }
}

#[test]
fn the_schema_describes_every_field() {
    fn below(value: &Value, at: &str) {
        match value {
            Value::Object(fields) => {
                if let Some(Value::Object(properties)) = fields.get("properties") {
                    for (name, rule) in properties {
                        let says = rule["description"].as_str().unwrap_or_default();
                        assert!(says.ends_with('.'), "{at}/{name} is not described");
                    }
                    assert_eq!(fields["additionalProperties"], false, "{at}");
                }
                fields.iter().for_each(|(name, value)| below(value, &format!("{at}/{name}")));
            }
            Value::Array(all) => all.iter().for_each(|value| below(value, at)),
            _ => {}
        }
    }
    below(&schema(), "");
}

#[test]
fn another_version_is_not_read() {
    let sitting = tylers();
    let mut told = told(&for_office(&sitting));
    told["version"] = 2.into();
    assert_eq!(Session::read(told.to_string().as_bytes()), None);
}
