//! A review of a plan (A4, handbook 2.D.2): which version, and what everybody was asked, word for
//! word. Each reviewer's own answer is a `plan_review_view`, so that all can write alone at once.

use crate::id::EntryId;
use serde::{Deserialize, Serialize};

/// One review. The day it was held is the entry's `happened`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanReview {
    /// The root of the plan.
    pub plan: EntryId,
    /// Which version of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan_version: Option<u16>,
    /// How it was done: "Five people wrote alone, then read it together".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// What 0 means.
    pub anchor0: String,
    /// What 10 means.
    pub anchor10: String,
    /// The question after what they like most, never edited.
    pub asks_likes: String,
    /// The question after what else they need to see, never edited.
    pub asks_needs: String,
}
