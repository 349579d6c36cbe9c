//! Opening a file by saying why: what counts as a reason, and how long it holds.
//!
//! Who is told, and that they are told at once, is the work of whoever records the opening.

use super::{Asked, Span};
use jiff::{SignedDuration, Timestamp};

/// Within how many working days somebody reviews what was opened by breaking the glass.
pub const REVIEW_WORKING_DAYS: u8 = 5;

/// The longest reason, in characters.
const LONGEST: usize = 500;

/// How a file was opened by somebody who has nothing to do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Opening {
    /// With a reason: for 12 hours, which is as long as anybody stays signed in. The worker is
    /// told.
    WithReason,
    /// By breaking the glass: for 60 minutes. Lead worker and manager are told at once.
    BreakGlass,
}

impl Opening {
    /// The opening that answers what was asked; duty is asked by telephone, and opens nothing.
    pub const fn that_answers(asked: Asked) -> Option<Self> {
        match asked {
            Asked::Reason => Some(Self::WithReason),
            Asked::BreakGlass => Some(Self::BreakGlass),
            Asked::Duty => None,
        }
    }
    /// While it holds, opened at this moment.
    pub fn from(self, at: Timestamp) -> Span {
        let minutes = match self {
            Self::WithReason => 12 * 60,
            Self::BreakGlass => 60,
        };
        let until = at.checked_add(SignedDuration::from_mins(minutes)).unwrap_or(Timestamp::MAX);
        Span { from: at, until: Some(until) }
    }
}

/// A reason in somebody's own words, trimmed: up to 500 characters, and a word at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonGiven(String);

/// Why words are no reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoReason {
    /// Nothing in it can be read: fewer than three letters or digits.
    #[error("a reason needs a word at least")]
    Empty,
    /// More than 500 characters.
    #[error("a reason has 500 characters at most")]
    TooLong,
}

impl ReasonGiven {
    /// From what was typed.
    pub fn parse(typed: &str) -> Result<Self, NoReason> {
        let words = typed.trim();
        if words.chars().filter(|c| c.is_alphanumeric()).take(3).count() < 3 {
            Err(NoReason::Empty)
        } else if words.chars().count() > LONGEST {
            Err(NoReason::TooLong)
        } else {
            Ok(Self(words.to_owned()))
        }
    }
    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glass_stays_broken_for_an_hour_and_no_longer() {
        let at: Timestamp = "2026-11-23T22:14:00Z".parse().unwrap();
        let open = Opening::BreakGlass.from(at);
        assert!(open.holds_at("2026-11-23T23:13:59Z".parse().unwrap()));
        assert!(!open.holds_at("2026-11-23T23:14:00Z".parse().unwrap()));
        assert!(!open.holds_at("2026-11-23T22:13:59Z".parse().unwrap()), "nothing opens backwards");
        let day = Opening::WithReason.from(at);
        assert_eq!(day.until, Some("2026-11-24T10:14:00Z".parse().unwrap()));
        assert!(Opening::BreakGlass.from(Timestamp::MAX).until.is_some());
    }

    #[test]
    fn a_reason_is_somebodys_words() {
        assert_eq!(ReasonGiven::parse(" police call \n").unwrap().as_str(), "police call");
        assert!(ReasonGiven::parse("法院 明日").is_ok(), "in any script");
        assert_eq!(ReasonGiven::parse("  ... - "), Err(NoReason::Empty));
        assert_eq!(ReasonGiven::parse(&"a".repeat(501)), Err(NoReason::TooLong));
        assert!(ReasonGiven::parse(&"é".repeat(500)).is_ok());
    }
}
