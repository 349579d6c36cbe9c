//! The statutory line: every event from the first contact to the closure is a step.

use jiff::civil::Time;
use serde::Deserialize;

use super::step_row::StepRow;
use super::{Fuzzy, Id, StepKind, Who};

/// One step.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "StepRow")]
pub struct Step {
    /// Which step; missing in the short shape.
    pub id: Option<Id>,
    /// The day, or the year where no more came over from elsewhere.
    pub on: Fuzzy,
    /// The hour, where it is known.
    pub at: Option<Time>,
    /// Still ahead.
    pub planned: bool,
    /// Which children; empty: all of the family.
    pub children: Vec<Who>,
    /// Who did it; missing: the worker of the family.
    pub by: Option<Who>,
    /// Words under the heading, or about the step.
    pub note: Option<String>,
    /// What the ruler says, where a step has a mark there.
    pub label: Option<String>,
    /// How it is drawn on the line; all missing in the short shape.
    pub line: StepLine,
    /// What happened.
    pub kind: StepKind,
}

/// How a step is drawn on the line and told in the table below it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StepLine {
    /// Written in another system: a square on the line.
    pub came_from: Option<String>,
    /// Stands over the line from here on.
    pub heading: Option<String>,
    /// The name of its mark; missing: no mark.
    pub mark: Option<String>,
    /// Its row in the table, bold.
    pub says: Option<String>,
    /// Its row in the table, the rest.
    pub more: Option<String>,
    /// Where it is written.
    pub written_in: Vec<WrittenIn>,
}

/// Where a step is written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenIn {
    /// What the link says.
    pub name: String,
    /// The entry.
    #[serde(rename = "ref")]
    pub entry: Id,
}
