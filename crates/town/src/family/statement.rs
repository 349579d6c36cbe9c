//! Danger statements and the goals that answer them.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Id, Who};

/// What people are worried could happen, in words the family can follow.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Danger {
    /// Which statement.
    pub id: Id,
    /// A worry below protection and in care, else a danger.
    #[serde(default)]
    pub kind: DangerKind,
    /// Which children it is about; empty: all of the family.
    #[serde(default)]
    pub children: Vec<Who>,
    /// First wording, where that is known.
    pub begun_on: Option<Date>,
    /// The day of the words as they stand.
    pub written_on: Date,
    /// Who is worried.
    pub who_worries: Vec<Who>,
    /// The short form's first part: what happened.
    pub happened: String,
    /// The short form's second part: what could happen.
    pub could_happen: String,
    /// The short form's third part: when that is most likely.
    pub when_likely: String,
    /// The short form's last part: what the family says.
    pub family_says: String,
    /// The whole statement, 90 words at most.
    pub text: String,
    /// The part of `text` in which somebody disagrees; it is set in italics.
    pub disagreement: Option<String>,
    /// Who disagrees.
    #[serde(default)]
    pub disagreed_by: Vec<Who>,
}

/// How grave the statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DangerKind {
    /// Below protection, or in care.
    Worry,
    /// Under protection or close to it.
    #[default]
    Danger,
}

/// What will be seen, for how long, when the danger has been met.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Which goal.
    pub id: Id,
    /// Success answers a worry, safety a danger.
    #[serde(default)]
    pub kind: GoalKind,
    /// Which children it is about; empty: all of the family.
    #[serde(default)]
    pub children: Vec<Who>,
    /// The danger it answers.
    pub danger: Id,
    /// The day it was written, where that is known.
    pub written_on: Option<Date>,
    /// Who wrote it together.
    #[serde(default)]
    pub written_with: Vec<Who>,
    /// Who does it.
    #[serde(default)]
    pub actors: Vec<Who>,
    /// What they will be doing.
    pub actions: Vec<String>,
    /// What the child's day will be like.
    pub childs_day: Option<String>,
    /// Who will have seen it.
    pub seen_by: Vec<Who>,
    /// For how many months it must be seen.
    pub duration_months: u32,
    /// The whole goal, 90 words at most.
    pub text: String,
    /// The day everybody agreed it had been seen.
    pub seen_on: Option<Date>,
}

/// What a goal answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalKind {
    /// Answers a worry.
    Success,
    /// Answers a danger.
    #[default]
    Safety,
}
