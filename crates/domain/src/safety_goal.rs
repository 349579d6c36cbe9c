//! A safety goal (A2, handbook 1.2): what people will see the family doing instead, for how long,
//! and who will see it. Presence, not absence. In early help and care the same shape is a success
//! goal.
//!
//! It belongs to one danger statement; every part may stay empty.

use crate::id::{EntryId, PersonId};
use crate::word::words;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A safety or success goal. The day these words were written is the entry's `happened`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafetyGoal {
    /// Safety, or success at a lower threshold and in care.
    pub kind: GoalKind,
    /// The danger it answers: the root of its statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub danger: Option<EntryId>,
    /// Who will be doing it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<PersonId>,
    /// What they will be doing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<String>,
    /// What the child's day will be like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub childs_day: Option<String>,
    /// Who will see it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen_by: Vec<PersonId>,
    /// For how many months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_months: Option<u16>,
    /// The whole, as it is read aloud.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Who wrote it together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub written_with: Vec<PersonId>,
    /// The day it had been seen for long enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_on: Option<Date>,
}

words! {
    /// What kind of goal.
    GoalKind {
        /// Safety from a danger.
        Safety "safety",
        /// Doing well, in early help and in care.
        Success "success",
    }

    /// The parts of a goal.
    Part {
        /// Which danger.
        Danger "danger",
        /// Who.
        Actors "actors",
        /// Does what.
        Actions "actions",
        /// The child's day.
        ChildsDay "childs_day",
        /// Seen by whom.
        SeenBy "seen_by",
        /// For how long.
        Duration "duration",
    }
}

impl SafetyGoal {
    /// The parts that are still empty.
    pub fn empty_parts(&self) -> Vec<Part> {
        let empty = |part: &Part| match part {
            Part::Danger => self.danger.is_none(),
            Part::Actors => self.actors.is_empty(),
            Part::Actions => self.actions.iter().all(|action| action.trim().is_empty()),
            Part::ChildsDay => self.childs_day.as_deref().is_none_or(|d| d.trim().is_empty()),
            Part::SeenBy => self.seen_by.is_empty(),
            Part::Duration => self.duration_months.is_none(),
        };
        Part::ALL.iter().copied().filter(empty).collect()
    }
    /// How many words the whole has; the limits are those of a danger statement.
    pub fn words(&self) -> usize {
        crate::text::count_words(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_that_says_only_what_is_asked_for_the_rest() {
        let goal = SafetyGoal {
            kind: GoalKind::Safety,
            danger: None,
            actors: vec![],
            actions: vec!["Idris is handed over within ten minutes.".into()],
            childs_day: None,
            seen_by: vec![],
            duration_months: Some(6),
            text: String::new(),
            written_with: vec![],
            seen_on: None,
        };
        let empty = goal.empty_parts();
        assert_eq!(empty, [Part::Danger, Part::Actors, Part::ChildsDay, Part::SeenBy]);
    }
}
