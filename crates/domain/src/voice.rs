//! Whose words these are, and who wrote them down. Every line of the record says both.

use crate::id::{AccountId, PersonId};
use serde::{Deserialize, Serialize};

/// Whose words, and how they came to be here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// Who said it.
    pub who: Speaker,
    /// How near the words are to what was said.
    pub how: Mode,
}

/// Who said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    /// Somebody the record knows.
    Person(PersonId),
    /// Somebody who asked not to be named.
    Anonymous,
    /// Nobody remembers.
    NotKnown,
}

/// How near the words are to what was said. Quotation marks are drawn for `Verbatim` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Letter for letter; a child's spelling is kept.
    Verbatim,
    /// Written down soon after, in nearly their words.
    CloseNote,
    /// Seen by whoever says it.
    Observed,
    /// Passed on by somebody else.
    Reported,
    /// From a letter or report.
    Document,
    /// What somebody makes of it.
    Judgement,
}

impl Mode {
    /// All of them, in the order a form offers them.
    pub const ALL: [Self; 6] = [
        Self::Verbatim,
        Self::CloseNote,
        Self::Observed,
        Self::Reported,
        Self::Document,
        Self::Judgement,
    ];
    /// The word a form sends and a store keeps.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::CloseNote => "close_note",
            Self::Observed => "observed",
            Self::Reported => "reported",
            Self::Document => "document",
            Self::Judgement => "judgement",
        }
    }
    /// Back from that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.as_str() == word)
    }
}

/// Who wrote the entry down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recorder {
    /// Somebody signed in.
    Account(AccountId),
    /// A relative or partner, by a link sent to them.
    GuestLink {
        /// Whose link it was.
        person: PersonId,
    },
    /// A tablet, with the account that used it.
    Device {
        /// The account that used the device.
        account: AccountId,
    },
    /// The program itself: at its console, from a job, from the authority's directory.
    Program {
        /// The account it acted for, where there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        acting_for: Option<AccountId>,
    },
}

/// Which agency or relation a piece of information came from, and how much it can bear (A11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Where from.
    pub from: SourceKind,
    /// The name of the place or system, where one is known: "Mill Lane School", "CIN census
    /// 2026".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How much it can bear.
    pub weight: Weight,
    /// Where in that system it stands, so that a later file can be held against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// Where a piece of information came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is its own plain word")]
pub enum SourceKind {
    Child,
    Parent,
    Family,
    Friend,
    Neighbour,
    School,
    Health,
    Police,
    Charity,
    Council,
    OtherSystem,
    Other,
}

/// How much a piece of information can bear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Whoever says it was there.
    SeenThemselves,
    /// They heard it from somebody who was.
    ToldByWhoSaw,
    /// Nobody can say where it began.
    SecondHand,
    /// Kept apart until it is proven or removed.
    Unproven,
    /// Written by an agency as its own record.
    OnFile,
}
