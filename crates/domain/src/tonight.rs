//! What anybody who comes tonight must know: the blue tin, the inhaler, the address nobody tells
//! (A1). The newest takes the place of the one before.

use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// How many lines the front page has room for.
pub const LINES_MAX: usize = 2;

/// What anybody who comes tonight must know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tonight {
    /// The child.
    pub child: PersonId,
    /// One fact a line; the front page has room for two.
    pub lines: Vec<String>,
}
