//! The assessment, and the dates that are asked for.

use jiff::civil::{Date, Time};
use serde::Deserialize;

use super::{Id, Who};

/// A date that somebody asks for (law, guidance), drawn on the ruler.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedFor {
    /// What is asked for.
    pub what: String,
    /// The step it is about.
    pub step: Id,
    /// Counted from.
    pub from: Date,
    /// By when.
    pub limit: Date,
    /// When it was done.
    pub done: Option<Date>,
    /// How that reads.
    pub says: String,
    /// Which edition of the rule it was taken from.
    pub edition: String,
}

/// An assessment: mostly read from the record, one part written in it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// Which assessment.
    pub id: Id,
    /// Which children.
    pub children: Vec<Who>,
    /// Begun.
    pub started: Date,
    /// Asked for by.
    pub due: Date,
    /// Open or signed.
    pub state: AssessmentState,
    /// When it was last kept.
    pub kept_at: Option<Time>,
    /// Who writes it.
    pub by: Who,
    /// Map items that say what has happened.
    pub has_happened: Vec<Id>,
    /// Map items and trials that say what is working.
    pub is_working: Vec<Id>,
    /// What we think: the one part written here.
    pub think: String,
    /// Unknowns and questions that are missing.
    pub missing: Vec<Id>,
    /// Factors that came up.
    pub factors: Vec<FactorRaised>,
    /// Who has read it, and what they say.
    pub read_with: Vec<ReadWith>,
    /// Who has not.
    pub not_read: Vec<Who>,
    /// Who signed.
    pub signed_by: Option<Who>,
    /// The day.
    pub signed_on: Option<Date>,
}

/// Whether an assessment is finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssessmentState {
    /// Still being written.
    Open,
    /// Signed.
    Signed,
}

/// A factor that words in the record point to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorRaised {
    /// Its name.
    pub name: String,
    /// What the census calls it.
    pub means: Option<String>,
    /// The words that point to it.
    pub words: String,
    /// Where those words stand.
    pub from: Id,
    /// Whether it is so.
    pub answer: FactorAnswer,
    /// Who said so.
    pub by: Option<Who>,
    /// The day.
    pub on: Option<Date>,
    /// What the family says.
    pub family: Option<String>,
    /// The words on its buttons, while it is open.
    #[serde(default)]
    pub offers: Vec<String>,
}

/// Whether a factor is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactorAnswer {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// Nobody has said.
    Open,
}

/// Somebody of the family has read the assessment.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadWith {
    /// Who.
    pub person: Who,
    /// What they say.
    pub words: String,
    /// The day.
    pub on: Date,
    /// Where their own words stand.
    pub own_words: Option<Id>,
}
