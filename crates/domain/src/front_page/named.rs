//! People as a page names them: always seen from one child, with one mark each.
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::PersonId;

/// A person as a page names them, always seen from this child.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Named {
    /// Who.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// Short name: "Denise", "Dr Hale".
    pub called: String,
    /// What they are to the child, or their job: "Nan", "aunt", "health visitor".
    pub relation: Option<String>,
    /// Which kind of person this is; decides the mark.
    pub standing: Standing,
    /// As recorded; decides "her part" or "his part".
    pub sex: Sex,
}

/// What somebody is to the child. One mark each, filled for family and network, hollow for
/// professionals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// The child, or a brother or sister.
    Child,
    /// Mother.
    Mother,
    /// Father.
    Father,
    /// A grandparent.
    Grandparent,
    /// Any other relative.
    Kin,
    /// Friend, neighbour, anyone of the family's network who is not kin.
    Network,
    /// Social worker, manager, anyone of the council's children's service.
    Worker,
    /// Health visitor, midwife, doctor.
    Health,
    /// Teacher, nursery.
    School,
    /// Police and any other profession.
    OtherProfession,
}

impl Standing {
    /// Family and network, as opposed to people who are paid to be here.
    pub fn is_family(self) -> bool {
        use Standing::{Child, Father, Grandparent, Kin, Mother, Network};
        matches!(self, Child | Mother | Father | Grandparent | Kin | Network)
    }
}

/// How close recorded words are to what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// Exactly what was said: the only kind that stands in quotation marks.
    Verbatim,
    /// Close to what was said.
    CloseNote,
    /// What somebody saw.
    Observed,
    /// What somebody was told by another.
    Reported,
    /// Out of a letter or report.
    Document,
    /// What somebody thinks.
    Judgement,
}

/// Born, due, or neither known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Birth {
    /// The day of birth.
    On(Date),
    /// The day the child is expected.
    Due(Date),
    /// Nobody has said.
    Unknown,
}

/// Sex as recorded; the drawing's shape and the printed word rest on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sex {
    /// A girl or woman.
    Female,
    /// A boy or man.
    Male,
    /// Not known, not said, or neither.
    Unknown,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn friends_count_as_family_and_doctors_do_not() {
        assert!(Standing::Network.is_family());
        assert!(!Standing::Health.is_family());
    }
}
