//! A decision (A6, handbook 4.3): a question, real options with the good and the harm each may
//! do, what was known and not known then, why, who decided and who stands behind it.
//!
//! Nothing here adds up to a score and no option is ranked by a formula: people weigh. What comes
//! later (a view, a disagreement, how it turned out, a change of mind) is a `decision_view` and
//! edits nothing.

use crate::bounded::bounded;
use crate::id::{EntryId, PersonId};
use crate::word::words;
use jiff::{SignedDuration, Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// How long what was known, the options and the reason may still be put right (handbook 4.3).
pub const OPEN_FOR: SignedDuration = SignedDuration::from_hours(24);

/// A decision. Which children it is about is the entry's `about`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Named as a question: "Where should Idris live while we find out if the plan works?"
    pub question: String,
    /// How far it is.
    pub state: State,
    /// The day it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_on: Option<Date>,
    /// How soon it had to be made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// What was known then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known_then: Vec<Fact>,
    /// What was not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_known: Vec<String>,
    /// What was taken to be so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<String>,
    /// At least two real ones; "do nothing yet" may be one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Choice>,
    /// Which was chosen, counted from 1 as they are numbered on the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<u8>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
    /// The principles it rests on, by the number under which the authority adopted them: "R3"
    /// (D8).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub principles: Vec<String>,
    /// Who decided: staff; the first decides, with the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decided_by: Vec<PersonId>,
    /// Which leaders stand behind it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stands_behind: Vec<StandsBehind>,
    /// Relatives and friends who agreed their part. They never carry the authority's risk.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreed_their_part: Vec<TheirPart>,
    /// Partners who took part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners_there: Vec<PersonId>,
    /// What would change our mind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub would_change_our_mind: Vec<String>,
    /// When to look again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<Date>,
    /// For the child, in plain words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub for_child: String,
    /// The plan it belongs to: its root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<EntryId>,
    /// Earlier decisions it stands on: their roots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<EntryId>,
}

words! {
    /// How far a decision is.
    State {
        /// Still open.
        Open "open",
        /// Made.
        Made "made",
        /// Acted on.
        ActedOn "acted_on",
        /// Looked back on.
        Reviewed "reviewed",
        /// Changed.
        Changed "changed",
    }

    /// How soon a decision had to be made.
    Urgency {
        /// Today.
        Today "today",
        /// Within days.
        Days "days",
        /// Within weeks.
        Weeks "weeks",
    }

    /// How likely, in a word that always stands beside its numbers.
    Band {
        /// Under 5 in 100.
        AlmostNever "almost_never",
        /// 5 to 20 in 100.
        Unlikely "unlikely",
        /// 20 to 50 in 100.
        Possible "possible",
        /// 50 to 80 in 100.
        Likely "likely",
        /// 80 to 95 in 100.
        VeryLikely "very_likely",
        /// Over 95 in 100.
        AlmostCertain "almost_certain",
        /// Nobody can say.
        CannotSay "cannot_say",
    }
}

impl Band {
    /// Its two ends, in 100; nothing where nobody can say.
    pub const fn percent(self) -> Option<(u8, u8)> {
        match self {
            Self::AlmostNever => Some((0, 5)),
            Self::Unlikely => Some((5, 20)),
            Self::Possible => Some((20, 50)),
            Self::Likely => Some((50, 80)),
            Self::VeryLikely => Some((80, 95)),
            Self::AlmostCertain => Some((95, 100)),
            Self::CannotSay => None,
        }
    }
}

bounded! {
    /// How good or how bad, from 1 to 5.
    Size 1 to 5,
    /// How sure somebody is of a fact, from 1 to 5.
    HowSure 1 to 5,
}

/// Something that was known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What.
    pub text: String,
    /// Where it stands: its root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<EntryId>,
    /// How sure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how_sure: Option<HowSure>,
}

/// One option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The words.
    pub text: String,
    /// Left out of the short form.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only_in_full: bool,
    /// The best hope, for the short form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best_hope: Option<String>,
    /// The worst worry, for the short form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worst_worry: Option<String>,
    /// The good it may do; the first stands for the best hope.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub benefits: Vec<Effect>,
    /// The harm it may do; the first stands for the worst worry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub harms: Vec<Effect>,
    /// What would be done to make it safer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub safeguards: Vec<String>,
}

/// Something an option may lead to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// What.
    pub what: String,
    /// For whom; nobody named: the children it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub for_whom: Vec<PersonId>,
    /// How likely.
    pub likelihood: Band,
    /// How good or bad.
    pub size: Size,
    /// What that rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// Whether it could be undone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reversible: Option<bool>,
}

/// A leader who stands behind a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandsBehind {
    /// Who.
    pub person: PersonId,
    /// As what: "service manager".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
}

/// A part that a relative or friend agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TheirPart {
    /// Who.
    pub person: PersonId,
    /// In their words.
    pub words: String,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
}

impl Decision {
    /// The option that was chosen.
    pub fn chosen_option(&self) -> Option<&Choice> {
        self.options.get(usize::from(self.chosen?.checked_sub(1)?))
    }
    /// Whether another wording rests on the same grounds: what was known, the options and the
    /// reason.
    pub fn has_same_grounds(&self, other: &Self) -> bool {
        self.known_then == other.known_then
            && self.options == other.options
            && self.because == other.because
    }
    /// What good practice would still ask; nothing here stops a save.
    pub fn asks(&self) -> Vec<Ask> {
        let mut asks = Vec::new();
        if self.options.len() < 2 {
            asks.push(Ask::AnotherOption);
        }
        if self.options.iter().any(|option| option.benefits.is_empty()) {
            asks.push(Ask::WhatGood);
        }
        if self.for_child.trim().is_empty() {
            asks.push(Ask::ForTheChild);
        }
        if self.review_on.is_none() {
            asks.push(Ask::WhenToLookAgain);
        }
        asks
    }
}

/// What good practice would ask of a decision (handbook 2.A.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// One option is no decision.
    AnotherOption,
    /// An option has harm and no good.
    WhatGood,
    /// There are no words for the child.
    ForTheChild,
    /// There is no day to look again.
    WhenToLookAgain,
}

/// Whether the grounds of a decision written down at `recorded_at` may still be put right.
pub fn grounds_are_open(recorded_at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(recorded_at) <= OPEN_FOR
}

#[cfg(test)]
mod tests;
