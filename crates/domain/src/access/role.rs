//! What an account is for. It comes second: what a role opens depends on how its holder stands to
//! the child.

use serde::{Deserialize, Serialize};

/// What an account is for; an account may hold several, and each only ever adds.
///
/// Source: the table of roles in `access.txt`, which these make together with [`super::Reach`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Works with children and families for the council.
    Practitioner,
    /// Works with families from another agency, by that agency's own sign-in.
    PartnerPractitioner,
    /// A practitioner who also answers for a team.
    Supervisor,
    /// Takes the calls out of hours, while the rota says so.
    OnCall,
    /// Leads the service: sums, and a file only with a reason.
    Leader,
    /// Makes the returns: steps and identifiers, never what people said.
    DataOfficer,
    /// Guards the information: who looked, restrictions, families' rights.
    Guardian,
    /// Keeps accounts and machines, and reads no file.
    Administrator,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Practitioner,
        Self::PartnerPractitioner,
        Self::Supervisor,
        Self::OnCall,
        Self::Leader,
        Self::DataOfficer,
        Self::Guardian,
        Self::Administrator,
    ];
    /// The word a store keeps and a form sends.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Practitioner => "practitioner",
            Self::PartnerPractitioner => "partner_practitioner",
            Self::Supervisor => "supervisor",
            Self::OnCall => "on_call",
            Self::Leader => "leader",
            Self::DataOfficer => "data_officer",
            Self::Guardian => "guardian",
            Self::Administrator => "administrator",
        }
    }
    /// Back from that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }
}
