//! Starting from the system an authority has (E2): files it can already export, looked at first,
//! filed once, and taken back if wrong.

mod batch;
mod compare;
mod file;
mod line;
mod look;
mod undo;

pub use batch::Batch;
pub use file::{file_census, go_on_with_unfinished};
pub use line::{ImportedChild, ImportedStep, child_key};
pub use look::look_at_census;
pub use undo::{Left, StillNeeded, Undone, undo_import};

use domain::id::ImportId;
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
}
