//! A look: who saw what, when and why. It is written down before the page leaves (architecture of
//! the record: a family may ask who has looked).
//!
//! Looks are no entries: they are not about a child's life. They are chained and sealed as
//! entries are, and hold ids and the words of a search, never what was seen.

use crate::id::{AccountId, EntryId, PersonId, SittingId};
use crate::word::words;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub account: AccountId,
    /// At what.
    pub at_what: AtWhat,
}

/// What was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AtWhat {
    /// A page of a child's file.
    Page {
        /// Whose file.
        child: PersonId,
        /// Which page.
        page: Page,
        /// The reason that opened it, where one did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<String>,
    },
    /// One entry.
    Entry {
        /// Whose file it was read in.
        child: PersonId,
        /// Its root.
        root: EntryId,
    },
    /// A copy of a sitting was taken out of the record.
    Copy {
        /// Whose file it was taken from.
        child: PersonId,
        /// The root of the sitting.
        root: EntryId,
        /// For whom.
        whom: CopyFor,
        /// Which person, where it is for somebody whom the child said yes for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<PersonId>,
        /// Why, as whoever took it wrote.
        because: String,
    },
    /// What a tablet handed in, before anybody has said whose it is.
    Sitting {
        /// Which.
        sitting: SittingId,
        /// Whom it might be of, as was shown.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        shown: Vec<PersonId>,
    },
    /// What of a sitting was shown to somebody in the family by a link. The account is that of
    /// whoever gave the link: the person has none.
    ByLink {
        /// Whose file it stands in.
        child: PersonId,
        /// The root of the sitting.
        root: EntryId,
        /// Whose link it was.
        person: PersonId,
        /// The root of the entry that says why it was given.
        link: EntryId,
    },
    /// A list or a search: no look at a child.
    List {
        /// The words that were asked for, where there were any.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
        /// Who was shown.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        shown: Vec<PersonId>,
    },
}

words! {
    /// For whom a copy was taken.
    CopyFor {
        /// Another system of the same authority.
        System "system",
        /// The child.
        Child "child",
        /// Somebody the child said yes for.
        Person "person",
    }

    /// A page of a child's file.
    Page {
        /// The front page.
        FrontPage "front_page",
        /// The map.
        Map "map",
        /// The scales.
        Scales "scales",
        /// The plan.
        Plan "plan",
        /// The family.
        Family "family",
        /// The story.
        Story "story",
        /// The child's houses, then and now.
        Houses "houses",
        /// The steps.
        Steps "steps",
        /// Who can see.
        Access "access",
        /// The person behind the file.
        Person "person",
    }
}

impl AtWhat {
    /// Whose file it was a look into.
    pub const fn child(&self) -> Option<PersonId> {
        match self {
            Self::Page { child, .. }
            | Self::Entry { child, .. }
            | Self::Copy { child, .. }
            | Self::ByLink { child, .. } => Some(*child),
            Self::Sitting { .. } | Self::List { .. } => None,
        }
    }

    /// Whether it was the account's own look, and not that of somebody to whom it gave a link.
    pub const fn is_its_own(&self) -> bool {
        !matches!(self, Self::ByLink { .. })
    }
}
