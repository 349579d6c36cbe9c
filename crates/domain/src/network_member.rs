//! Somebody in the safety network of a plan (A4, handbook 1.3): a relative, friend or neighbour,
//! what they know of the worries, and the part they agreed.

use crate::id::{EntryId, PersonId};
use crate::word::words;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One person of a safety network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NetworkMember {
    /// The root of the plan.
    pub plan: EntryId,
    /// Who.
    pub person: PersonId,
    /// How much they know.
    pub ring: Ring,
    /// They know the whole danger statement.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub knows_worries: bool,
    /// What they agreed to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_role: Option<String>,
    /// That in a word or two: "nights".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// Who tells them the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_by: Option<PersonId>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_by_day: Option<Date>,
    /// The day they came into this ring.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_on: Option<Date>,
    /// The day somebody last spoke with them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_spoken_on: Option<Date>,
}

words! {
    /// How much somebody knows.
    Ring {
        /// Everything.
        KnowsAll "knows_all",
        /// Some of it.
        KnowsSome "knows_some",
        /// Nothing yet.
        KnowsNothing "knows_nothing",
    }
}

impl NetworkMember {
    /// Whether they count: they know the worries and have agreed a part (handbook 1.3).
    pub fn counts(&self) -> bool {
        self.knows_worries
            && self.agreed_role.as_deref().is_some_and(|role| !role.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn somebody_counts_who_knows_the_worries_and_agreed_a_part() {
        let mut yusuf = NetworkMember {
            plan: EntryId(Uuid::nil()),
            person: PersonId(Uuid::nil()),
            ring: Ring::KnowsSome,
            knows_worries: true,
            agreed_role: Some(" ".into()),
            short: None,
            told_by: None,
            told_by_day: None,
            moved_on: None,
            last_spoken_on: None,
        };
        assert!(!yusuf.counts(), "no part agreed");
        yusuf.agreed_role = Some("Thursday to Saturday, after midnight".into());
        assert!(yusuf.counts());
        yusuf.knows_worries = false;
        assert!(!yusuf.counts(), "a part, but not the worries");
    }
}
