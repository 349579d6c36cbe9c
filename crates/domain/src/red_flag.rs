//! An early sign that a plan is slipping (A4, handbook 1.3), who watches for it, and what they do
//! then.

use crate::id::{EntryId, PersonId};
use serde::{Deserialize, Serialize};

/// One early sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedFlag {
    /// The root of the plan.
    pub plan: EntryId,
    /// The sign: "Nobody on the list has been rung for a week".
    pub sign: String,
    /// Who watches for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who_watches: Option<PersonId>,
    /// What happens then: "Denise asks straight out how it is going".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub then: Option<String>,
}
