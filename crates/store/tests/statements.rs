//! Every statement of this crate is one text for both databases: all of them are prepared on each.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::shelves;
use std::path::Path;

/// Statements written as constants, by name. What the two databases say differently stands in `dialect`.
fn statements() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the sources")
        .map(|file| file.expect("a file").path())
        .filter(|file| file.extension().is_some_and(|ext| ext == "rs"))
        .filter(|file| file.file_stem().is_some_and(|stem| stem != "dialect"))
        .collect();
    files.sort();
    for file in files {
        let source = std::fs::read_to_string(&file).expect("a source");
        let noun = file.file_stem().expect("a name").to_string_lossy().into_owned();
        for constant in source.split("const ").skip(1) {
            let Some((name, text)) = constant.split_once(": &str =") else { continue };
            let Some(text) = text.trim_start().strip_prefix('"') else { continue };
            let sql = text.split('"').next().unwrap_or_default();
            let verb = sql.split_whitespace().next().unwrap_or_default();
            if ["select", "insert", "update", "delete", "with"].contains(&verb) {
                found.push((format!("{noun}::{name}"), sql.to_owned()));
            }
        }
    }
    found
}

#[test]
fn every_statement_is_prepared_on_both() {
    let statements = statements();
    assert!(statements.len() > 60, "only {} were found", statements.len());
    for shelf in shelves() {
        let all = statements.clone();
        let refused = shelf.read(move |tx| {
            let said = |(name, sql): (String, String)| match tx.prepare(&sql) {
                Ok(()) => None,
                Err(why) => Some(format!("{name}: {}", source_of(&why))),
            };
            all.into_iter().filter_map(said).collect::<Vec<_>>()
        });
        assert!(refused.is_empty(), "{} refuses {refused:#?}", shelf.database);
    }
}

fn source_of(why: &dyn std::error::Error) -> String {
    why.source().map_or_else(|| why.to_string(), |source| format!("{why}: {source:?}"))
}
