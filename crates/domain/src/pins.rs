//! What people pinned to a child's front page, and in which order (A1).
//!
//! The front page is read from the record and never typed twice. This holds only choices: roots
//! of what stands first, and who is rung and helps. Where a list is empty the page follows its
//! own rule, such as the newest seen safety before strengths.

use crate::id::{EntryId, PersonId, TeamId};
use serde::{Deserialize, Serialize};

/// What people pinned, in the order it stands. Always roots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pins {
    /// The child.
    pub child: PersonId,
    /// Danger statements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dangers: Vec<EntryId>,
    /// Strengths and safety from the map.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strengths: Vec<EntryId>,
    /// Safety goals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<EntryId>,
    /// What is tried next: timeline steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<EntryId>,
    /// Scales.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scales: Vec<EntryId>,
    /// Rules of the plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plan_rules: Vec<EntryId>,
    /// The decision that is shown, where it is not the newest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<EntryId>,
    /// What is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unknowns: Vec<EntryId>,
    /// Who is rung, first to last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ring: Vec<Ring>,
    /// Who helps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helping: Vec<Helping>,
    /// The note whose words are the newest line in My work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today_line: Option<EntryId>,
}

/// Who is rung.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ring {
    /// Whom.
    pub who: Rung,
    /// When that phone is answered, in words: "to 5 pm".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
}

/// A person's phone, or a team's duty desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rung {
    /// A worker, partner or relative.
    Person(PersonId),
    /// The duty desk of a team.
    Team(TeamId),
}

/// Who helps, with a word for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Helping {
    /// Who.
    pub person: PersonId,
    /// A word for it, shorter than their role in the plan: "nights", "plaits".
    pub job: String,
}
