//! A plan tried for a while under watch (A4, handbook 1.3): a day, a night, a week, and what
//! happened.

use crate::id::{EntryId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One trial of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanTrial {
    /// The root of the plan.
    pub plan: EntryId,
    /// Its name: "Days at Orchard Row".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The first day.
    pub from: Date,
    /// The last day, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// What was tried.
    pub what: String,
    /// What happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    /// What happened, in short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// It was a bad week, which is what a plan is for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hard: bool,
    /// Who saw it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen_by: Vec<PersonId>,
}
