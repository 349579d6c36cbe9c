//! Who is who and who lives where: what the small family drawing is laid out from.
//!
//! Deliberately absent: how people feel about one another, and the name of a sealed home.
use serde::{Deserialize, Serialize};

use crate::id::PersonId;
use crate::person::{Born, Sex};
use crate::tie::Union;

/// Who is who and who lives where: what the family drawing is laid out from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Family {
    /// Everyone who is drawn; the index child is one of them.
    pub people: Vec<Relative>,
    /// Who is whose parent.
    pub parents: Vec<ParentOf>,
    /// Who is or was with whom.
    pub couples: Vec<Couple>,
    /// Who lives where now.
    pub households: Vec<Household>,
}

/// A person of the drawing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relative {
    /// Who.
    pub id: PersonId,
    /// Short name.
    pub called: String,
    /// Decides the shape.
    pub sex: Sex,
    /// When they were or will be born, if anybody has said.
    pub born: Option<Born>,
    /// They have died.
    pub died: bool,
    /// The page is about this child (drawn with a double line).
    pub is_index: bool,
}

/// A parent of a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParentOf {
    /// Whose parent.
    pub child: PersonId,
    /// The parent; none is somebody whom nobody has named, drawn as a question mark.
    pub parent: Option<PersonId>,
}

/// Two people who are or were together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Couple {
    /// The two.
    pub between: [PersonId; 2],
    /// How.
    pub kind: Union,
}

/// A home, and who lives there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Household {
    /// Name of the place; none where it is sealed: it is then drawn and printed nowhere.
    pub place: Option<String>,
    /// Who lives there.
    pub members: Vec<Resident>,
}

/// Somebody who lives in a home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resident {
    /// Who.
    pub id: PersonId,
    /// They are there part of the time.
    pub sometimes: bool,
}
