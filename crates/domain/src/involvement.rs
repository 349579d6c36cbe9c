//! Who works with a child, as what, from when until when. Access follows from this and from
//! nothing else.

use crate::id::{PersonId, TeamId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One person's, team's or pool's part in the work with a child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Involvement {
    /// The child.
    pub child: PersonId,
    /// Who works with the child.
    pub who: Involved,
    /// As what.
    pub role: Role,
    /// What they are called in it, where the role's own word is too wide: "health visitor".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// From.
    pub from: Date,
    /// Until, where it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Who works with the child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Involved {
    /// A worker or a partner.
    Person(PersonId),
    /// A whole team.
    Team(TeamId),
    /// Nobody yet: seen by every supervisor.
    NotYetAllocated,
}

/// As what somebody works with a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Leads the work.
    Lead,
    /// Works beside the lead.
    CoWorker,
    /// Leads the family help, of any agency.
    FamilyHelpLead,
    /// The lead child protection practitioner.
    ChildProtectionLead,
    /// Chairs the conference.
    ConferenceChair,
    /// The independent reviewing officer.
    ReviewingOfficer,
    /// Comes to the family by their own agency.
    Partner,
    /// Nobody yet.
    Waiting,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Lead,
        Self::CoWorker,
        Self::FamilyHelpLead,
        Self::ChildProtectionLead,
        Self::ConferenceChair,
        Self::ReviewingOfficer,
        Self::Partner,
        Self::Waiting,
    ];
    /// The word a store keeps and a form sends.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::CoWorker => "co_worker",
            Self::FamilyHelpLead => "family_help_lead",
            Self::ChildProtectionLead => "child_protection_lead",
            Self::ConferenceChair => "conference_chair",
            Self::ReviewingOfficer => "reviewing_officer",
            Self::Partner => "partner",
            Self::Waiting => "waiting",
        }
    }
    /// Back from that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }
}
