//! One reviewer's answer in the review of a plan (A4, handbook 2.D.2): a number, what they like
//! most, what else they need to see. A need may become a question to the family, and never a
//! silent edit of the plan.

use crate::id::{EntryId, PersonId};
use crate::rating::Answer;
use serde::{Deserialize, Serialize};

/// One reviewer's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanReviewView {
    /// The root of the review.
    pub review: EntryId,
    /// Whose answer.
    pub reviewer: PersonId,
    /// Their number, or that they cannot say; blank where they gave none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// What they like most.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub likes: Vec<Like>,
    /// What else they need to see.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Need>,
}

/// Something a reviewer likes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Like {
    /// Their words.
    pub text: String,
    /// The rule it speaks of: its root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<EntryId>,
}

/// Something a reviewer needs to see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Their words.
    pub text: String,
    /// What came of it: "Karim tells him, 26 Nov."
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_of_it: Option<String>,
}
