//! A note (A8): a visit, a call, a meeting, a document, a page of a night book. Written once and
//! filed under every child in the entry's `about`; what it speaks to are the entry's links. When
//! it ended, where that is known, is the end of its `happened`.

use crate::id::PersonId;
use crate::original::Original;
use crate::text::{NOTE_MAX, Text, TextFault};
use crate::word::words;
use serde::{Deserialize, Serialize};

/// The longest line about how a child was, in characters.
pub const HOW_MAX: usize = 1_000;

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What it is a note of.
    pub kind: NoteKind,
    /// What it is called in lists: "Gill, about 20 September".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where: "at school".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// With whom, in words read after the place: "with Mum".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    /// The words, at most `NOTE_MAX` characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// In short, for "lately" on the front page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// Which children were seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<Seen>,
    /// Who else was there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub there: Vec<PersonId>,
    /// Who interpreted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreter: Option<PersonId>,
    /// The words before translation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<Original>,
    /// It is to come: arranged, not done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub planned: bool,
    /// The writer says whether it changes the picture (handbook 2.0); blank where not asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes_the_picture: Option<bool>,
    /// Why it took the place of the words before, where it was written anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anew_because: Option<String>,
}

/// A child who was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// Which child.
    pub child: PersonId,
    /// With no parent or carer there; blank where nobody wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alone: Option<bool>,
    /// How the child was, as the writer saw it: "settles on Karim's shoulder in two minutes".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
}

words! {
    /// What a note is of.
    NoteKind {
        /// A visit.
        Visit "visit",
        /// A call.
        Call "call",
        /// A meeting.
        Meeting "meeting",
        /// A letter or report.
        Document "document",
        /// A page that the family writes.
        NightBook "night_book",
    }
}

impl Note {
    /// Reads the words of a note, which may be long.
    pub fn words(typed: &str) -> Result<Text, TextFault> {
        Text::parse(typed, NOTE_MAX)
    }
    /// Whether this child was seen, and not only spoken of. What is still to come has seen
    /// nobody.
    pub fn saw(&self, child: PersonId) -> bool {
        !self.planned && self.seen.iter().any(|seen| seen.child == child)
    }
    /// Whether this child was seen with no parent or carer there.
    pub fn saw_alone(&self, child: PersonId) -> bool {
        let alone = |seen: &Seen| seen.child == child && seen.alone == Some(true);
        !self.planned && self.seen.iter().any(alone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const KAYLEIGH: PersonId = PersonId(Uuid::from_u128(1));
    const LOLA: PersonId = PersonId(Uuid::from_u128(3));

    #[test]
    fn each_child_is_seen_alone_or_not_and_a_planned_visit_has_seen_nobody() {
        let seen = |child, alone| Seen { child, alone: Some(alone), how: None };
        let mut visit = Note {
            kind: NoteKind::Visit,
            title: None,
            place: Some("at home".into()),
            with: None,
            text: "After tea.".into(),
            short: None,
            seen: vec![seen(KAYLEIGH, true), seen(LOLA, false)],
            there: vec![],
            interpreter: None,
            original: None,
            planned: false,
            changes_the_picture: None,
            anew_because: None,
        };
        assert!(visit.saw_alone(KAYLEIGH));
        assert!(visit.saw(LOLA) && !visit.saw_alone(LOLA));
        visit.planned = true;
        assert!(!visit.saw(KAYLEIGH) && !visit.saw_alone(KAYLEIGH));
    }
}
