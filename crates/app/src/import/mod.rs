//! Starting from the system an authority has (E2): files it can already export, looked at first,
//! filed once, and taken back if wrong.

mod batch;
mod compare;
mod file;
mod filing;
pub mod held;
mod line;
mod listed;
mod look;
mod undo;

pub use batch::Batch;
pub use file::{file_census, go_on_with_unfinished, import_of};
pub use filing::{Doing, Filings};
pub use line::{ImportedChild, ImportedStep, child_key};
pub use listed::{IMPORTS_LISTED, list_imports, read_import};
pub use look::look_at_census;
pub use undo::{Left, StillNeeded, Undone, look_at_undo, undo_import};

use domain::id::ImportId;
use domain::imports::{Filed, LISTED, LookedAt, Met, RefusedLine};
use serde::Serialize;
use std::collections::BTreeMap;

/// What a file came to, looked at or filed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The import; none where nothing was new.
    pub import: Option<ImportId>,
    /// Children in the file.
    pub children: u64,
    /// Of these, not in the record before.
    pub new: u64,
    /// In it, and something was different.
    pub changed: u64,
    /// In it, and nothing was.
    pub same: u64,
    /// Entries written, or that would be.
    pub entries: u64,
    /// Blocks this program does not know, and how often each was met.
    pub unknown: BTreeMap<String, u64>,
    /// What was left out, each with its line.
    pub refused: Vec<Refusal>,
    /// How many were left out, also those beyond the list.
    #[serde(skip)]
    pub refused_count: u64,
    /// What a person should know of the file as a whole. Not part of the JSON that others rely
    /// on.
    #[serde(skip)]
    pub warnings: Vec<String>,
    /// The collection year.
    #[serde(skip)]
    pub year: Option<i16>,
    /// Of each kind, how many entries; only where a file was looked at.
    #[serde(skip)]
    pub kinds: BTreeMap<Filed, u64>,
    /// Who is new or different, the first of them; only where a file was looked at.
    #[serde(skip)]
    pub who: Vec<Met>,
}

/// Something that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// Its line in the file, from 1.
    pub line: u64,
    /// The element.
    pub element: String,
    /// Why, in words a person can act on.
    pub says: String,
}

/// What becomes of one child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Not in the record before, or taken back since.
    New,
    /// Something is different.
    Changed,
    /// Nothing is.
    Same,
}

impl Report {
    pub(crate) const fn count(&mut self, verdict: Verdict, entries: u64) {
        match verdict {
            Verdict::New => self.new += 1,
            Verdict::Changed => self.changed += 1,
            Verdict::Same => self.same += 1,
        }
        self.entries += entries;
    }

    pub(crate) const fn discount(&mut self, verdict: Verdict, entries: u64) {
        match verdict {
            Verdict::New => self.new -= 1,
            Verdict::Changed => self.changed -= 1,
            Verdict::Same => self.same -= 1,
        }
        self.entries -= entries;
    }

    pub(crate) fn take_from(&mut self, summary: exchange::cin::Summary) {
        self.children = summary.children;
        self.unknown = summary.unknown;
        self.refused_count = summary.refused_count;
        self.warnings.extend(summary.warnings);
        self.refused = summary
            .refused
            .into_iter()
            .map(|r| Refusal { line: r.line, element: r.element.to_owned(), says: r.says })
            .collect();
    }

    /// As a page shows it; `bytes` is the length of the file.
    pub fn looked_at(&self, bytes: u64) -> LookedAt {
        let refused = self.refused.iter().take(LISTED).map(|one| RefusedLine {
            line: one.line,
            element: one.element.clone(),
            says: one.says.clone(),
        });
        LookedAt {
            year: self.year,
            bytes,
            children: self.children,
            new: self.new,
            changed: self.changed,
            same: self.same,
            entries: self.entries,
            kinds: self.kinds.iter().map(|(kind, n)| (*kind, *n)).collect(),
            who: self.who.clone(),
            unknown: self.unknown.iter().map(|(block, n)| (block.clone(), *n)).collect(),
            refused: refused.collect(),
            refused_count: self.refused_count,
            warnings: self.warnings.clone(),
        }
    }
}
