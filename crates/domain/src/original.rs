//! The words before they were translated. A translation is added and never takes their place
//! (handbook 8.6).

use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// What was said, in the language it was said in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Original {
    /// Which language: "Polish", "British Sign Language".
    pub language: String,
    /// The words.
    pub text: String,
    /// Who put them into English, where somebody was there for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreter: Option<PersonId>,
}
