//! A file that somebody opened for a while by giving a reason (handbook 8.3). The reason comes
//! first; the lead worker and a manager are told; breaking the glass is looked at by a person
//! afterwards.

use crate::id::{AccountId, PersonId};
use crate::word::words;
use jiff::{SignedDuration, Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// How long a broken glass stays open.
pub const GLASS_OPEN_FOR: SignedDuration = SignedDuration::from_mins(60);
/// Within how many working days somebody looks at it.
pub const REVIEW_WITHIN_WORKING_DAYS: u8 = 5;

/// One file opened for one account, for a while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessGrant {
    /// For whom.
    pub account: AccountId,
    /// Whose file.
    pub child: PersonId,
    /// By which way.
    pub way: Way,
    /// The reason, as it was typed.
    pub reason: String,
    /// From this moment.
    pub from: Timestamp,
    /// To this moment, which is no longer in it.
    pub until: Timestamp,
    /// Who was told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<PersonId>,
    /// What came of looking at it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub looked_at: Option<LookedAt>,
}

words! {
    /// By which way a file was opened.
    Way {
        /// A reason given for a file outside the own work.
        Reason "reason",
        /// A restricted file, in an emergency.
        BreakGlass "break_glass",
    }
}

/// Somebody looked at it afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookedAt {
    /// Who.
    pub by: PersonId,
    /// When.
    pub on: Date,
    /// It was right to open it.
    pub was_right: bool,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

impl AccessGrant {
    /// Whether it holds at this moment.
    pub fn holds(&self, now: Timestamp) -> bool {
        self.from <= now && now < self.until
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_broken_glass_closes_after_an_hour() {
        let from: Timestamp = "2026-11-24T02:10:00Z".parse().expect("a moment");
        let grant = AccessGrant {
            account: AccountId(Uuid::nil()),
            child: PersonId(Uuid::nil()),
            way: Way::BreakGlass,
            reason: "Police at the door with him".into(),
            from,
            until: from + GLASS_OPEN_FOR,
            told: vec![],
            looked_at: None,
        };
        assert!(grant.holds(from));
        assert!(grant.holds("2026-11-24T03:09:59Z".parse().expect("a moment")));
        assert!(!grant.holds("2026-11-24T03:10:00Z".parse().expect("a moment")));
    }
}
