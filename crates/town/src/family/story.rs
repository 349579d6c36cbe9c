//! Smaller things a family's record holds: the chronology, what waits for somebody, what worked
//! and was told on.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Id, Who};

/// One line of the chronology.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chronology {
    /// The day.
    pub on: Date,
    /// What happened.
    pub what: String,
    /// What sort of event.
    pub kind: ChronologyKind,
    /// The same for a ruler.
    pub short: Option<String>,
    /// Which children; empty: all of the family.
    #[serde(default)]
    pub children: Vec<Who>,
}

/// What sort of event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChronologyKind {
    /// Something good.
    Good,
    /// Harm.
    Harm,
    /// A move.
    Move,
    /// Health.
    Health,
    /// School.
    School,
    /// Something a service did.
    Service,
    /// Something in the family.
    Family,
}

/// Something that waits for somebody.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiting {
    /// For whom.
    pub who: Who,
    /// What.
    pub text: String,
    /// The notes it is about.
    pub entries: Vec<Id>,
}

/// A worker tells colleagues what worked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appreciative {
    /// Which worker.
    pub who: Who,
    /// The day.
    pub on: Date,
    /// What they were asked.
    pub asked: String,
    /// What worked.
    pub worked: String,
    /// A tip for others.
    pub tip: String,
}

/// A family lets its story be told to others.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Showcase {
    /// Who said yes.
    pub agreed_by: Vec<Who>,
    /// The day.
    pub on: Date,
    /// What was done about the names.
    pub names: String,
}
