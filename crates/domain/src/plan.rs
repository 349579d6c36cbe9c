//! A safety plan (A4, handbook 2.A.4): the family's own arrangements that keep the child safe
//! when the danger is about. Its rules, people, signs and trials are entries of their own that
//! name its root, so that two people can write at one plan and each line says who wrote it.

use crate::id::{EntryId, PersonId};
use crate::word::words;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// A safety plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// What the family calls it: "If he cries and cries".
    pub title: String,
    /// The danger it answers: the root of its statement. Blank: the family's plan as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub danger: Option<EntryId>,
    /// The goal it works towards: its root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<EntryId>,
    /// Which version the family has in hand, from 1.
    pub version: u16,
    /// How far it is.
    pub state: State,
    /// In this state since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// The hours the danger is most about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nights: Option<Nights>,
    /// Who of family and network agreed this version.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreed_by: Vec<PersonId>,
}

/// The hours of the night a plan is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nights {
    /// From.
    pub from: Time,
    /// Until, the next morning.
    pub to: Time,
    /// The night that matters next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matters: Option<Date>,
}

words! {
    /// How far a plan is. People say so; nothing moves by itself and any state may follow any
    /// other.
    State {
        /// Being thought up.
        Sketch "sketch",
        /// Agreed, not tried.
        Agreed "agreed",
        /// Being tried under watch.
        BeingTried "being_tried",
        /// Seen to work.
        Working "working",
        /// Changed after a trial.
        Changed "changed",
        /// A review found that it does not hold.
        FailedReviewed "failed_reviewed",
        /// The family holds it without the council.
        HeldByFamily "held_by_family",
        /// Closed.
        Closed "closed",
    }
}
