//! The picture that stands for a child, which the child drew, painted or chose (A1).

use crate::id::{EntryId, PersonId};
use crate::word::words;
use serde::{Deserialize, Serialize};

/// The picture that stands for a child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Emblem {
    /// The child.
    pub child: PersonId,
    /// What it shows, in words; these are also read aloud in its place.
    pub shows: String,
    /// Who gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_by: Option<PersonId>,
    /// How it came about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<Made>,
    /// The picture itself, where it was kept: the root of its attachment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<EntryId>,
}

words! {
    /// How a picture came about.
    Made {
        /// Drawn.
        Drawn "drawn",
        /// Painted.
        Painted "painted",
        /// Chosen from others.
        Chosen "chosen",
    }
}
