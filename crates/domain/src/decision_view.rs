//! What is added to a decision by somebody, then or later (A6, handbook 4.3): what they want,
//! that they disagree, how it turned out, an honest look back, a change of mind. It edits nothing
//! of the decision.
//!
//! Their words and how near they are is the entry's `said_by`; the day is its `happened`.

use crate::bounded::bounded;
use crate::id::{EntryId, PersonId};
use serde::{Deserialize, Serialize};

/// Something added to a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionView {
    /// The root of the decision.
    pub decision: EntryId,
    /// Whose view.
    pub person: PersonId,
    /// As what: "father", "children's doctor".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// What is added.
    pub adds: Adds,
}

/// What is added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Adds {
    /// What they want.
    View {
        /// Which option, counted from 1, where they named one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        wants: Option<u8>,
        /// Their words.
        words: String,
    },
    /// They do not agree.
    Dissent {
        /// Their words.
        words: String,
    },
    /// How it turned out.
    Outcome {
        /// What happened.
        what_happened: String,
    },
    /// A look back, judged on what was known then. The rating is taken before the outcome is
    /// shown.
    LookBack {
        /// How sound it was on what was known.
        sound: Soundness,
        /// What was learned.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        learned: String,
        /// What is known only since.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        hindsight: String,
    },
    /// They have changed their mind, which is normal; what they thought stays.
    ChangedMind {
        /// From.
        from: String,
        /// To.
        to: String,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
}

bounded! {
    /// How sound a decision was on what was known then, from 0 to 4.
    Soundness 0 to 4,
}

/// Of the children a decision is about, whose own view is not there. A child always has a slot.
pub fn not_heard(about: &[PersonId], views: &[DecisionView]) -> Vec<PersonId> {
    let spoke = |view: &DecisionView, child: PersonId| {
        view.person == child && matches!(view.adds, Adds::View { .. } | Adds::Dissent { .. })
    };
    about.iter().copied().filter(|child| !views.iter().any(|view| spoke(view, *child))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const ZOSIA: PersonId = PersonId(Uuid::from_u128(1));
    const TOMASZ: PersonId = PersonId(Uuid::from_u128(2));

    fn view(person: PersonId, adds: Adds) -> DecisionView {
        DecisionView { decision: EntryId(Uuid::nil()), person, role: None, adds }
    }

    #[test]
    fn a_child_is_heard_by_her_own_words_and_not_by_how_it_turned_out() {
        let fathers = view(TOMASZ, Adds::Dissent { words: "It was one push.".into() });
        let outcome = view(ZOSIA, Adds::Outcome { what_happened: "She went.".into() });
        assert_eq!(not_heard(&[ZOSIA], &[fathers.clone(), outcome]), [ZOSIA]);
        let words = "I want to see Tata but not the stairs.".into();
        let hers = view(ZOSIA, Adds::View { wants: Some(2), words });
        assert_eq!(not_heard(&[ZOSIA], &[fathers, hers]), []);
    }
}
