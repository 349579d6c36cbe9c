//! `endpoints.txt`, asked line by line over HTTP: each route, by each role, of each kind of file.
//! A route that is not in it fails, and so does a line for a route that is not there.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::{Actor, Council};
use std::collections::{BTreeMap, BTreeSet};
use web::routes::ROUTES;

/// What every form of the table is sent with: a reason, which every other route ignores.
const FORM: [(&str, &str); 1] = [("reason", "The court asks for it.")];

/// One line of the table.
struct Line {
    method: String,
    pattern: String,
    file: String,
    expected: Vec<String>,
    text: String,
}

/// The roles of the columns, and the lines.
fn table() -> (Vec<String>, Vec<Line>) {
    let written = include_str!("../endpoints.txt");
    let mut lines = written.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let roles = words(lines.next().expect("a head"))[3..].to_vec();
    let line = |text: &str| {
        let mut words = words(text);
        let expected = words.split_off(3);
        let [method, pattern, file] = words.try_into().expect("method, route, file");
        Line { method, pattern, file, expected, text: text.to_owned() }
    };
    (roles, lines.map(line).collect())
}

/// The address of a line for one role: which child is meant, or whose account.
fn address(council: &Council, line: &Line, role: &str) -> String {
    let child = match line.file.as_str() {
        "own" if role == "nobody" => "worker’s own".to_owned(),
        "own" => format!("{role}’s own"),
        "team" => "the team’s".to_owned(),
        "stranger" => "the stranger’s".to_owned(),
        "restricted" => "restricted".to_owned(),
        "-" => String::new(),
        other => panic!("{other} is no kind of file"),
    };
    let id = if child.is_empty() {
        council.account("colleague").to_string()
    } else if line.pattern.starts_with("/entries/") {
        council.note(&child).to_string()
    } else {
        council.child(&child).to_string()
    };
    let path = line.pattern.replace("{id}", &id);
    let path = path.replace("{person}", &council.person("stranger").to_string());
    let path = path.replace("{token}", &"0f".repeat(32)).replace("{card}", "law-wishes");
    let path = path.replace("{name}", "sign-in").replace("{sha256}", &"0f".repeat(32));
    path.replace("{build}", &assets::BUILD_ID).replace("{*path}", "css/base.css")
}

async fn signed_in(council: &Council, roles: &[String]) -> BTreeMap<String, Actor> {
    let mut actors = BTreeMap::new();
    for role in roles {
        let actor =
            if role == "nobody" { council.browser() } else { council.signed_in(role).await };
        actors.insert(role.clone(), actor);
    }
    actors
}

#[tokio::test]
async fn each_route_answers_each_role_as_the_table_says() {
    let council = Council::new();
    let (roles, lines) = table();
    let actors = signed_in(&council, &roles).await;
    let mut wrong = Vec::new();
    for line in &lines {
        let mut answered = Vec::new();
        for role in &roles {
            // Of each line alone, so that signing out or a new cookie reaches no other.
            let mut actor = if line.pattern == "/sign-out" && role != "nobody" {
                council.signed_in(role).await
            } else {
                actors[role].clone()
            };
            let path = address(&council, line, role);
            let answer = match line.method.as_str() {
                "GET" => actor.get(&path).await,
                "POST" => actor.post(&path, &FORM).await,
                "PUT" => actor.put(&path, b"bytes".to_vec(), None).await,
                other => panic!("{other} is no method"),
            };
            answered.push(answer.code().to_string());
        }
        if answered != line.expected {
            wrong.push(format!("{}\n  answered {}", line.text, answered.join(" ")));
        }
    }
    assert!(wrong.is_empty(), "{} is:\n{}", roles.join(" "), wrong.join("\n"));
}

#[test]
fn each_route_is_in_the_table_and_each_line_has_a_route() {
    let (_, lines) = table();
    let written: BTreeSet<_> =
        lines.iter().map(|line| (line.method.as_str(), line.pattern.as_str())).collect();
    let routed: BTreeSet<_> = ROUTES.iter().map(|route| (route.method, route.pattern)).collect();
    assert_eq!(written, routed);
    let kinds = |pattern: &str| -> Vec<_> {
        lines.iter().filter(|l| l.pattern == pattern).map(|l| l.file.as_str()).collect()
    };
    let of_a_file = ["/children/{id}", "/entries/{id}"];
    let of_a_file = |pattern: &str| of_a_file.iter().any(|begins| pattern.starts_with(begins));
    for route in ROUTES.iter().filter(|route| of_a_file(route.pattern)) {
        let kinds: BTreeSet<_> = kinds(route.pattern).into_iter().collect();
        assert_eq!(
            kinds,
            BTreeSet::from(["own", "team", "stranger", "restricted"]),
            "{}",
            route.pattern
        );
    }
}
