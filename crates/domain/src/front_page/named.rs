//! People as a page names them: always seen from one child, with one mark each.
use serde::{Deserialize, Serialize};

use crate::id::PersonId;
use crate::person::Sex;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn friends_count_as_family_and_doctors_do_not() {
        assert!(Standing::Network.is_family());
        assert!(!Standing::Health.is_family());
    }
}
