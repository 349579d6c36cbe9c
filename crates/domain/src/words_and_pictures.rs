//! Words and pictures (A7, handbook 1.3): a short story that tells a child what happened, who
//! worried and what is being done. The parents read it first; which child it is for is the
//! entry's `about`.

use crate::id::{EntryId, PersonId};
use serde::{Deserialize, Serialize};

/// A story in frames.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordsAndPictures {
    /// In order.
    pub frames: Vec<Frame>,
    /// Who agreed that the child may see it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approved_by: Vec<PersonId>,
    /// Where a parent did not agree: who decided instead, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<Instead>,
}

/// One frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// Its words.
    pub words: String,
    /// What its picture shows, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub shows: String,
    /// The picture itself: the root of its attachment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<EntryId>,
}

/// A court or a manager decided in a parent's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instead {
    /// Who wrote the decision down.
    pub by: PersonId,
    /// Why.
    pub why: String,
}

impl WordsAndPictures {
    /// Whether the child may be shown it: every parent asked has agreed, or it was decided
    /// instead.
    pub fn may_be_shown(&self, parents: &[PersonId]) -> bool {
        let agreed =
            !parents.is_empty() && parents.iter().all(|parent| self.approved_by.contains(parent));
        agreed || self.instead.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn it_is_shown_when_both_parents_agreed_or_somebody_decided_why() {
        let [donna, sean] = [1, 2].map(|n| PersonId(Uuid::from_u128(n)));
        let mut story =
            WordsAndPictures { frames: vec![], approved_by: vec![donna], instead: None };
        assert!(!story.may_be_shown(&[donna, sean]));
        assert!(!story.may_be_shown(&[]), "nobody asked is nobody agreed");
        story.instead = Some(Instead { by: donna, why: "Order of the court".into() });
        assert!(story.may_be_shown(&[donna, sean]));
        story.instead = None;
        story.approved_by.push(sean);
        assert!(story.may_be_shown(&[donna, sean]));
    }
}
