//! A sitting brought back to somebody in the family (handbook 3.1, step 13): to whom, in which way,
//! and what the worker answered before anything was made for them. It says that it may be shown;
//! that it was gone through together is the day in it, which is written down afterwards.
//!
//! What was shown is not copied here: it is what the child had agreed to on that day.

use crate::id::{EntryId, PersonId};
use crate::word::words;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// The longest answer to one of the questions, in characters.
pub const ANSWER_MAX: usize = 2_000;
/// For how many days a link opens, where nobody chose another.
pub const LINK_DAYS: u8 = 14;
/// The most days.
pub const LINK_DAYS_MAX: u8 = 60;
/// From this age on nobody is a child to whom no other child's pages are shown (handbook 3.5).
pub const GROWN_UP_AT: i16 = 18;

/// A sitting brought back to somebody. There is one only where the child knew and the worker said
/// that it was safe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedBack {
    /// Whose words they are.
    pub child: PersonId,
    /// The root of the sitting.
    pub of: EntryId,
    /// To whom.
    pub with: PersonId,
    /// In which way.
    pub way: Way,
    /// The roots of the pages that the child had agreed to when it was made.
    pub pages: Vec<EntryId>,
    /// What the child said about it that day, where anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child_says: Option<String>,
    /// Why the worker thinks that it is safe for the child.
    pub safe_because: String,
    /// How and where it is gone through together.
    pub together: String,
    /// Until when its link opens, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// The day it was gone through together; none: not yet, as far as anybody wrote down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_on: Option<Date>,
}

words! {
    /// In which way.
    Way {
        /// On paper.
        Paper "paper",
        /// By a link.
        Link "link",
    }
}

/// Whether somebody born on that day is grown up; where no day is known, they are taken to be.
pub fn is_grown_up(born: Option<Date>, on: Date) -> bool {
    let of_age = |born: Date| born.checked_add(jiff::Span::new().years(GROWN_UP_AT));
    born.is_none_or(|born| of_age(born).is_ok_and(|day| day <= on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_sister_of_seventeen_is_shown_no_other_childs_pages() {
        let born = Some(date(2008, 11, 25));
        assert!(!is_grown_up(born, date(2026, 11, 24)));
        assert!(is_grown_up(born, date(2026, 11, 25)));
        assert!(is_grown_up(None, date(2026, 11, 24)), "a mother whose birthday nobody asked");
    }
}
