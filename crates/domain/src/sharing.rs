//! Who may see something of the record besides those who work with the child (handbook 8.1).
//!
//! The newest entry for one thing and one person counts. "Ask me later" is no.

use crate::id::{EntryId, PersonId};
use crate::word::words;
use serde::{Deserialize, Serialize};

/// Whether one person may see one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sharing {
    /// The root of the thing.
    pub of: EntryId,
    /// Who may, or may not.
    pub with: PersonId,
    /// The part it is about, in words: "the crackers bit"; nothing named: the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// By choice, or passed on anyway.
    pub how: How,
}

/// By choice, or passed on anyway.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum How {
    /// Somebody chose.
    Chosen {
        /// What.
        answer: Answer,
        /// Whose choice it was.
        by: PersonId,
    },
    /// It was passed on against or without a choice.
    PassedOn {
        /// Who decided that.
        by: PersonId,
        /// Why.
        why: String,
        /// The child was told first.
        child_told_first: bool,
    },
}

words! {
    /// What somebody chose.
    Answer {
        /// Yes.
        Yes "yes",
        /// No.
        No "no",
        /// Ask me later; until then no.
        AskLater "ask_later",
    }
}

impl Sharing {
    /// Whether the whole thing is open to them; where the choice is about a part, it is not.
    pub fn opens_the_whole(&self) -> bool {
        let yes =
            matches!(self.how, How::PassedOn { .. } | How::Chosen { answer: Answer::Yes, .. });
        yes && self.part.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn kayleighs_houses(answer: Answer, part: Option<&str>) -> Sharing {
        let person = PersonId(Uuid::nil());
        Sharing {
            of: EntryId(Uuid::nil()),
            with: person,
            part: part.map(Into::into),
            how: How::Chosen { answer, by: person },
        }
    }

    #[test]
    fn only_a_plain_yes_opens_the_whole() {
        assert!(kayleighs_houses(Answer::Yes, None).opens_the_whole());
        assert!(!kayleighs_houses(Answer::Yes, Some("only drama")).opens_the_whole());
        assert!(!kayleighs_houses(Answer::No, Some("the crackers bit")).opens_the_whole());
        assert!(!kayleighs_houses(Answer::AskLater, None).opens_the_whole());
    }
}
