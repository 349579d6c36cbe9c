//! The checker held to the shared cases, and to what the picture of the worker's tray shows.
//! Deliberately absent: a measure of how well it notices; that takes questions from others.

use super::rules::RulesData;
use super::*;
use serde_json::Value;

const CASES: &str = include_str!("../../kit/question_cases.json");

#[test]
fn the_rules_can_be_read() {
    let data: RulesData = serde_json::from_str(rules::RULES).expect("the rules can be read");
    assert!(data.lists.len() + data.groups.len() < 120, "each list and group has a bit of its own");
}

#[test]
fn the_checker_says_of_each_case_what_the_case_says() {
    let cases: Value = serde_json::from_str(CASES).expect("the cases can be read");
    let cases = cases["cases"].as_array().expect("a list");
    assert!(cases.len() > 150);
    let mut differ = Vec::new();
    for case in cases {
        let text = case["text"].as_str().expect("text").repeat(times(case));
        let terms = case["child_terms"].as_array().into_iter().flatten();
        let terms: Vec<&str> = terms.filter_map(Value::as_str).collect();
        let found = Checker::ours().check(&text, &terms);
        let found = serde_json::to_value(&found).expect("what was found can be written");
        if found != case["found"] {
            differ.push(format!("{text:.80}\n  is {found}\n  not {}", case["found"]));
        }
    }
    assert!(differ.is_empty(), "{} differ:\n{}", differ.len(), differ.join("\n"));
}

fn times(case: &Value) -> usize {
    case["times"].as_u64().map_or(1, |times| usize::try_from(times).expect("small"))
}

#[test]
fn every_other_way_raises_nothing_itself() {
    let cases: Value = serde_json::from_str(CASES).expect("the cases can be read");
    let none: [&str; 0] = [];
    for case in cases["cases"].as_array().expect("a list") {
        for way in case["found"]["instead"].as_array().into_iter().flatten() {
            if way["from"] != "child" {
                let text = way["text"].as_str().expect("text");
                let found = Checker::ours().check(text, &none);
                assert_ne!(found.outcome, Outcome::Noticed, "{text}");
            }
        }
    }
}

#[test]
fn the_picture_of_the_worker_s_tray_is_what_the_checker_says() {
    let said = [
        "if I fall asleep who is watching",
        "crackers",
        "Tylers breething",
        "mum not getting up. it is not her fault",
    ];
    let found = Checker::ours().check("Were you scared when mum didn’t get up?", &said);
    let reasons: Vec<_> = found.why.iter().map(|why| why.reason.as_str()).collect();
    assert_eq!(reasons, ["new-word", "yes-no"]);
    assert_eq!(found.why[0].word.as_deref(), Some("scared"));
    assert_eq!(found.at, Some((9, 15)));
    assert_eq!(found.instead[0].text, "You said “mum not getting up”. Tell me more about that.");
    assert_eq!(found.instead[1].text, "What is it like for you when that happens?");
}

#[test]
fn a_word_the_child_has_used_is_not_new_however_it_is_spelt() {
    let asked = "Tell me about being scared.";
    let after = |said: &[&str]| Checker::ours().check(asked, said).outcome;
    assert_eq!(after(&[]), Outcome::Noticed);
    assert_eq!(after(&["it was scary"]), Outcome::NothingNoticed);
    assert_eq!(after(&["I got skared"]), Outcome::NothingNoticed);
}

#[test]
fn he_can_be_somebody_only_once_somebody_was_named() {
    let asked = "What was he doing?";
    let after = |said: &[&str]| Checker::ours().check(asked, said).outcome;
    assert_eq!(after(&[]), Outcome::Noticed);
    assert_eq!(after(&["it was dark"]), Outcome::Noticed);
    assert_eq!(after(&["Uncle Lee came"]), Outcome::NothingNoticed);
}
