//! A short set of questions that people answer about the practice (C1, handbook 5.3). The sets
//! are data that leaders edit; an edition that was answered is never changed, a new one takes its
//! place.

use crate::word::words;
use serde::{Deserialize, Serialize};

/// One edition of a set of questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// A short name that answers are filed under.
    pub code: String,
    /// Which edition, from 1.
    pub edition: u16,
    /// What it is called.
    pub title: String,
    /// Who answers.
    pub who: Who,
    /// Which time it asks about: "the last 4 weeks".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// The questions, in order.
    pub items: Vec<Item>,
    /// Under whose licence, where it is another's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its id in the set: "F01".
    pub id: String,
    /// Its words.
    pub words: String,
    /// How it is answered.
    pub answers: Answers,
    /// A high answer is a bad sign.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reversed: bool,
    /// What it is about: "clear worries".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// Which part of the results logic it belongs to: "family fidelity".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logic: Option<String>,
    /// The outcome or enabler of the national framework it speaks to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
}

words! {
    /// Who answers.
    Who {
        /// Parents and relatives.
        Family "family",
        /// Children.
        Child "child",
        /// Workers.
        Worker "worker",
        /// Partners.
        Partner "partner",
        /// Leaders.
        Leader "leader",
    }

    /// How a question is answered.
    Answers {
        /// Not at all, a little, partly, mostly, completely.
        Truth5 "truth5",
        /// Never, once, two or three times, weekly, most days.
        Freq5 "freq5",
        /// Five pictures of a jar, three for the youngest.
        Jar "jar",
        /// A number from 0 to 10.
        ZeroToTen "zero_to_ten",
        /// A number from 0 to 4.
        ZeroToFour "zero_to_four",
        /// In words.
        Words "words",
    }
}
