//! What an assessment says (A13). Nearly all of it is pointed to and not typed again: what has
//! happened and what works are map items. One part is written here: what we think. Its start,
//! signature and census factors are its step.

use crate::id::{EntryId, PersonId};
use crate::word::words;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What an assessment says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// The root of its step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<EntryId>,
    /// What has happened: roots of map items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub has_happened: Vec<EntryId>,
    /// What is working: roots of map items and trials.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is_working: Vec<EntryId>,
    /// What we think.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub think: String,
    /// What is missing: roots of what is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<EntryId>,
    /// The factors, each pointed to by somebody's words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub factors: Vec<Factor>,
    /// Who read it, and what they said of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub read_with: Vec<ReadWith>,
    /// Who has not read it yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_read: Vec<PersonId>,
}

/// A factor, and whether it is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// Its name in plain words: "Hurt by an adult".
    pub name: String,
    /// The census code it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What the census calls it, where that is harder to read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<String>,
    /// The words that point to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Where these stand: a root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words_from: Option<EntryId>,
    /// Whether it is one.
    pub answer: Answer,
    /// Who said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<PersonId>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_on: Option<Date>,
    /// What the family says of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
}

words! {
    /// Whether something is a factor.
    Answer {
        /// It is.
        Yes "yes",
        /// It is not.
        No "no",
        /// Nobody has said yet.
        Open "open",
    }
}

/// Somebody who read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadWith {
    /// Who.
    pub person: PersonId,
    /// What they said: "Not how I see it."
    pub words: String,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// How they see it, in their own words: the root of a map item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_words: Option<EntryId>,
}

impl Assessment {
    /// The codes of what is a factor, as a return needs them.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        let yes = self.factors.iter().filter(|factor| factor.answer == Answer::Yes);
        yes.filter_map(|factor| factor.code.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_yes_with_a_code_goes_into_a_return() {
        let factor = |code: Option<&str>, answer| Factor {
            name: "Neglect".into(),
            code: code.map(Into::into),
            means: None,
            words: None,
            words_from: None,
            answer,
            answered_by: None,
            answered_on: None,
            family: None,
        };
        let assessment = Assessment {
            step: None,
            has_happened: vec![],
            is_working: vec![],
            think: String::new(),
            missing: vec![],
            factors: vec![
                factor(Some("18B"), Answer::Yes),
                factor(Some("4B"), Answer::Open),
                factor(None, Answer::Yes),
                factor(Some("15A"), Answer::No),
            ],
            read_with: vec![],
            not_read: vec![],
        };
        assert_eq!(assessment.codes().collect::<Vec<_>>(), ["18B"]);
    }
}
