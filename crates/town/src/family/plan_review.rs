//! A review of the plan: several people read it alone, give a number, and say what they like and
//! what they still need.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Id, Mode, Who};

/// One review of one version of the plan.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanReview {
    /// Which review.
    pub id: Id,
    /// The day.
    pub on: Date,
    /// Which version of the plan was read.
    pub plan_version: u32,
    /// How it was done.
    pub how: String,
    /// What 10 means.
    pub anchor10: String,
    /// What 0 means.
    pub anchor0: String,
    /// The first question, word for word.
    pub asks_likes: String,
    /// The second question, word for word.
    pub asks_needs: String,
    /// Who read it, and what they said.
    pub reviewers: Vec<Reviewer>,
}

/// One reader of the plan.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reviewer {
    /// Who.
    pub person: Who,
    /// 0 to 10.
    pub value: u8,
    /// How close to their words.
    pub mode: Mode,
    /// What they like.
    pub likes: Vec<String>,
    /// What they still need.
    pub needs: Vec<String>,
    /// What came of each need, in the same order.
    pub came_of_it: Vec<String>,
}
