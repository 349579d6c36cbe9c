//! Who belongs to a family, as what, from when until when.

use crate::fuzzy_date::FuzzyDate;
use crate::id::{FamilyId, PersonId};
use serde::{Deserialize, Serialize};

/// One person's place in a family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FamilyMember {
    /// Which family.
    pub family: FamilyId,
    /// Who.
    pub person: PersonId,
    /// The work is about this child.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub index_child: bool,
    /// As what, said from the child's side: "mother's mother", "neighbour and friend of Leah".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// What the children call them, where that is neither their name nor known from it: "Nan",
    /// "aunt".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
    /// What a worker should know of them in this family: "In Aberdeen; rings on Sundays."
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// From, where it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<FuzzyDate>,
    /// Until, where it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<FuzzyDate>,
}
