//! A picture, sound, film or paper that is kept beside the words (A12). This is what is known of
//! it; its bytes are a blob. The original is kept as it came; a smaller or redacted copy is an
//! attachment of its own.

use crate::entry::Digest;
use crate::id::{EntryId, PersonId};
use crate::word::words;
use serde::{Deserialize, Serialize};

/// What is known of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// The entry it stands beside: its root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<EntryId>,
    /// What it is.
    pub what: Medium,
    /// Its name, as it came.
    pub name: String,
    /// Its media type, as the server found it: "image/png".
    pub media_type: String,
    /// How many bytes.
    pub bytes: u64,
    /// The keyed digest its blob is found by.
    pub blob: Digest,
    /// What it shows or says, for whoever cannot see or hear it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub describes: Option<String>,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_by: Option<PersonId>,
    /// How many seconds, for sound and film.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// How many pages, for paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// The attachment it is a copy of, and what was done to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy: Option<Copied>,
    /// The page of a child's houses that it is on, which tells of it: its root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<EntryId>,
    /// It broke off: what made it was closed in the middle of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub broken_off: bool,
}

/// What a copy was made from, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Copied {
    /// The root of the original.
    pub of: EntryId,
    /// What was done.
    pub how: Copying,
}

words! {
    /// What a file is.
    Medium {
        /// A drawing.
        Drawing "drawing",
        /// A photograph, or a picture of a paper.
        Photo "photo",
        /// Sound.
        Sound "sound",
        /// Film.
        Film "film",
        /// A paper with pages.
        Document "document",
        /// Anything else.
        Other "other",
    }

    /// What was done to make a copy.
    Copying {
        /// Made smaller.
        Smaller "smaller",
        /// Parts were blacked out, or its place taken out.
        Redacted "redacted",
        /// Spoken words were written down.
        WrittenDown "written_down",
    }
}
