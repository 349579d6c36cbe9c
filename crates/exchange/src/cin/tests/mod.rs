//! The reader held to its word: what it takes, what it leaves out, and what ends a file.

mod any_bytes;
mod encodings;
mod refusals;
mod samples;
mod sound;
mod unreadable;

use std::convert::Infallible;

use super::{Child, Header, Item, Refused, Stopped, Summary, Unreadable, read};

const HEADER: &str = "<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>\
    <ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L\
    </SourceLevel><LEA>201</LEA></Source></Header>";

/// Everything that was read from a file.
#[derive(Debug, PartialEq, Eq)]
struct Took {
    header: Header,
    children: Vec<Child>,
    summary: Summary,
}

impl Took {
    /// Line, element and words of each refusal.
    fn refusals(&self) -> Vec<(u64, &str, &str)> {
        let refused = self.summary.refused.iter();
        refused.map(|Refused { line, element, says }| (*line, *element, says.as_str())).collect()
    }
}

fn take(file: &[u8]) -> Result<Took, Unreadable> {
    let mut header = None;
    let mut children = Vec::new();
    let summary = read(file, |item| {
        match item {
            Item::Header(one) => assert!(header.replace(one).is_none() && children.is_empty()),
            Item::Child(child) => children.push(*child),
        }
        Ok::<(), Infallible>(())
    });
    match summary {
        Ok(summary) => Ok(Took { header: header.unwrap(), children, summary }),
        Err(Stopped::Unreadable(unreadable)) => Err(unreadable),
    }
}

/// A file with these children, on the lines they have in `children` after a first line.
fn census(children: &str) -> String {
    format!("<Message>{HEADER}<Children>\n{children}</Children></Message>")
}

/// A child whose first line has the id, and whose episode has these elements on its lines.
fn child_with_episode(elements: &str) -> String {
    census(&format!(
        "<Child><ChildIdentifiers><LAchildID>C1</LAchildID></ChildIdentifiers>\n\
         <CINdetails><CINreferralDate>2025-04-01</CINreferralDate>\n{elements}</CINdetails></Child>"
    ))
}

/// A child whose identifiers have these elements on their lines.
fn child_with(elements: &str) -> String {
    census(&format!(
        "<Child><ChildIdentifiers><LAchildID>C1</LAchildID>\n{elements}</ChildIdentifiers></Child>"
    ))
}
