//! What the sources of a crate must not say.
//!
//! Read as tokens, so that a comment may name what the code leaves out. Unit tests are left out
//! too, but for the one rule that is about them.

use std::path::Path;
use std::str::FromStr;

use anyhow::Result;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::tidy::shape::Shape;
use crate::tidy::source::{Source, all_below};

/// A word that the crates named first may not say, and what to do instead.
struct Absence {
    crates: &'static [&'static str],
    words: &'static [&'static str],
    instead: &'static str,
}

const ABSENCES: &[Absence] = &[
    Absence {
        crates: &["domain", "exchange", "ui"],
        words: &["async", "await", "tokio"],
        instead: "it never waits: take what it needs as an argument, and let the caller wait",
    },
    Absence {
        crates: &["domain", "exchange"],
        words: &["maud", "rusqlite", "postgres", "fs"],
        instead: "it is pure: take bytes or a value as an argument, and give one back",
    },
    Absence {
        crates: &["ui"],
        words: &["axum", "hyper", "tower", "Request", "HeaderMap"],
        instead: "ui knows no request: take what the page needs as a typed argument",
    },
    Absence {
        crates: &["web", "ui", "exchange"],
        words: &["rusqlite", "postgres"],
        instead: "only store speaks to a database: call a use case of app",
    },
];

/// Crates whose `tests/` speak through town, and whose `src/` therefore never does: inside a
/// crate that town itself is built on, its types would be those of another copy.
const TOWN_IN_TESTS_ONLY: &[&str] = &["domain", "store", "app", "web"];

/// Crates whose texts may hold no SQL.
const WITHOUT_SQL: &[&str] = &["domain", "exchange", "ui", "web"];

/// The only crates that may append to the journal: the one that decides, and the one that keeps.
const MAY_APPEND: &[&str] = &["app", "store"];

/// Calls of an `append` that is not the journal's: file, and whose it is.
const OTHER_APPENDS: &[(&str, &str)] = &[];

/// One sentence for each thing that is there and should not be.
pub fn present(root: &Path) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for source in all_below(root)? {
        if let Some(name) = crate_of(&source) {
            faults.extend(in_source(name, &source));
        }
    }
    Ok(faults)
}

/// The crate whose `src` the file is in.
fn crate_of(source: &Source) -> Option<&str> {
    let (name, inside) = source.path.strip_prefix("crates/")?.split_once('/')?;
    (source.is_rust() && inside.starts_with("src/") && !source.is_test()).then_some(name)
}

fn in_source(name: &str, source: &Source) -> Vec<String> {
    let Ok(tokens) = TokenStream::from_str(&source.text) else {
        return Vec::new(); // not Rust: tidy says so
    };
    let words = Words::of(tokens);
    let tests = Shape::of(&source.text).unwrap_or_default();
    let mut faults = Vec::new();
    for (at, (word, line)) in words.0.iter().enumerate() {
        let anywhere = visits_town(name, &words, at);
        let outside_tests = || {
            said(name, word)
                .or_else(|| tells_the_time(name, &words, at))
                .or_else(|| appends(name, &source.path, &words, at))
        };
        let said = anywhere.or_else(|| (!tests.is_test(*line)).then(outside_tests).flatten());
        faults.extend(said.map(|says| format!("{}:{line}: {says}.", source.path)));
    }
    faults
}

fn visits_town(name: &str, words: &Words, at: usize) -> Option<String> {
    let named = words.are(at, &["town", ":", ":"]) && TOWN_IN_TESTS_ONLY.contains(&name);
    named.then(|| format!("{name} uses town in src/, but only its tests/ may: move the test there"))
}

/// A clock is asked with nothing in hand; a `now(code)` is some other word's now.
fn tells_the_time(name: &str, words: &Words, at: usize) -> Option<String> {
    let told = name == "domain" && words.are(at, &["now", "(", ")"]);
    told.then(|| "domain calls `now()`, but time is an argument: take it from the caller".into())
}

fn said(name: &str, word: &Word) -> Option<String> {
    match word {
        Word::Name(word) => {
            let mut rules = ABSENCES.iter().filter(|absence| absence.crates.contains(&name));
            let broken = rules.find(|absence| absence.words.contains(&word.as_str()))?;
            Some(format!("{name} says `{word}`, but {}", broken.instead))
        }
        Word::Text(text) if WITHOUT_SQL.contains(&name) && is_sql(text) => Some(format!(
            "{name} holds SQL, but only store does: put the statement beside its noun in store \
             and call a use case"
        )),
        Word::Text(_) => None,
    }
}

/// A call of `.append(…)`. A vector's takes `&mut`, which tells it from the journal's.
fn appends(name: &str, path: &str, words: &Words, at: usize) -> Option<String> {
    let called = words.are(at, &[".", "append", "("]) && !words.are(at + 3, &["&", "mut"]);
    let other = OTHER_APPENDS.iter().any(|(file, _)| *file == path);
    (called && !other && !MAY_APPEND.contains(&name)).then(|| {
        format!(
            "{name} calls `.append(`, but nothing but app writes the journal: call a use case; if \
             this is another append, say whose in xtask/src/layers/absences.rs"
        )
    })
}

/// Whether a text is a statement. The verb must be all in one case, as SQL is written: "Select a
/// child" is a sentence.
fn is_sql(text: &str) -> bool {
    let text = text.trim_start();
    let verb: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
    let one_case = verb == verb.to_lowercase() || verb == verb.to_uppercase();
    let lower = text.to_lowercase();
    let goes_on = |verb: &str, then: &str| lower.starts_with(verb) && lower.contains(then);
    one_case
        && (goes_on("select ", " from ")
            || goes_on("insert into ", "")
            || goes_on("delete from ", "")
            || goes_on("update ", " set ")
            || goes_on("with ", " as ("))
}

#[derive(Debug, PartialEq, Eq)]
enum Word {
    /// A name, or one mark.
    Name(String),
    /// A string literal, without its quotes.
    Text(String),
}

/// A source as one flat row of words, each with its line. Doc comments are left out.
struct Words(Vec<(Word, usize)>);

impl Words {
    fn of(tokens: TokenStream) -> Self {
        let mut words = Self(Vec::new());
        words.take(tokens);
        words
    }

    fn take(&mut self, tokens: TokenStream) {
        for token in tokens {
            let line = token.span().start().line;
            match token {
                TokenTree::Group(group) if is_doc(&group) => {}
                TokenTree::Group(group) => {
                    let (open, close) = marks(group.delimiter());
                    self.0.push((Word::Name(open.into()), line));
                    self.take(group.stream());
                    self.0.push((Word::Name(close.into()), line));
                }
                TokenTree::Literal(literal) => {
                    self.0.push((Word::Text(unquoted(&literal.to_string())), line));
                }
                other => self.0.push((Word::Name(other.to_string()), line)),
            }
        }
    }

    /// Whether exactly these names stand from a place on.
    fn are(&self, at: usize, names: &[&str]) -> bool {
        let here = self.0.iter().skip(at).map(|(word, _)| word);
        here.take(names.len())
            .zip(names)
            .filter(|(word, name)| matches!(word, Word::Name(n) if n == *name))
            .count()
            == names.len()
    }
}

fn is_doc(group: &proc_macro2::Group) -> bool {
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket
        && matches!(first, Some(TokenTree::Ident(word)) if word == "doc")
}

fn marks(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

/// A literal without quotes, hashes and the letters before them. Escapes stay as they are.
fn unquoted(literal: &str) -> String {
    let inside = literal.find('"').zip(literal.rfind('"'));
    let inside = inside.and_then(|(from, to)| literal.get(from + 1..to));
    inside.unwrap_or_default().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(name: &str, text: &str) -> usize {
        let path = format!("crates/{name}/src/a.rs");
        in_source(name, &Source { path, text: text.into() }).len()
    }

    #[test]
    fn each_absence_is_seen() {
        for (name, text) in [
            ("domain", "async fn a() {}"),
            ("domain", "fn a() { let t = Timestamp::now(); }"),
            ("domain", "fn a() { std::fs::read(b); }"),
            ("ui", "use axum::extract::State;"),
            ("ui", "fn page(asked: &Request) {}"),
            ("web", "const A: &str = \"select id from person\";"),
            ("web", "const A: &str = r#\"  INSERT INTO entry values (1)\"#;"),
            ("web", "fn a() { cx.append(&entry); }"),
            ("town", "fn a() { journal.append(entry); }"),
            ("app", "#[cfg(test)]\nmod tests {\n    use town::worker;\n}"),
        ] {
            assert_eq!(faults(name, text), 1, "{name}: {text}");
        }
    }

    #[test]
    fn what_is_allowed_is_left_alone() {
        for (name, text) in [
            ("domain", "//! No async, no now().\n/// Not async.\nfn a(now: Timestamp) { b(now); }"),
            ("web", "async fn a() {} const A: &str = \"Select a child from the list\";"),
            ("store", "const A: &str = \"select id from person\"; fn a() { tx.append(&entry); }"),
            ("web", "fn a() { all.append(&mut more); }"),
            ("app", "fn a() { cx.append(entry); }"),
            ("domain", "struct Address { town: String }"),
            ("domain", "fn a() { code.until(2024).now(\"M\"); }"),
            ("domain", "#[cfg(test)]\nmod tests {\n    use std::fs;\n}"),
        ] {
            assert_eq!(faults(name, text), 0, "{name}: {text}");
        }
    }

    #[test]
    fn only_the_sources_of_a_crate_are_read() {
        let source = |path: &str| Source { path: path.into(), text: String::new() };
        assert_eq!(crate_of(&source("crates/web/src/pages/map.rs")), Some("web"));
        assert_eq!(crate_of(&source("crates/web/tests/roles.rs")), None);
        assert_eq!(crate_of(&source("crates/web/src/tests.rs")), None);
        assert_eq!(crate_of(&source("xtask/src/main.rs")), None);
    }
}
