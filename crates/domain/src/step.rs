//! A step of the statutory spine (A13): the trace of something people did, written once.
//!
//! Order is free and nothing here refuses a step for coming early, late or twice; the returns are
//! read from this line afterwards. The day a step began is the entry's `happened`. Codes are the
//! census's own (`census.rs` says them in words).

use crate::id::PersonId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One step, with the words people gave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What was done.
    pub what: What,
    /// What somebody wrote about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Words>,
    /// It is to come: agreed, not done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub planned: bool,
}

impl Step {
    /// A step with nothing written about it.
    pub const fn bare(what: What) -> Self {
        Self { what, words: None, planned: false }
    }
}

/// What somebody wrote about a step.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The name of its mark on the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<String>,
    /// Stands over the line from here on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// The beginning of its row, in bold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// The rest of its row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more: Option<String>,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum What {
    /// Somebody told the authority about a child.
    Contact {
        /// Who, where the record knows them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<PersonId>,
        /// Census source.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<String>,
        /// Census primary need.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        need: Option<String>,
    },
    /// The authority took it up.
    Referral {
        /// Who told it, where the record knows them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<PersonId>,
        /// Census source (N00152).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<String>,
        /// Census primary need (N00101).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        need: Option<String>,
        /// Nothing more was done (N00112).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        no_further_action: Option<bool>,
    },
    /// An assessment, from its start.
    Assessment {
        /// To be looked at again on (N00161).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        look_again_on: Option<Date>,
        /// Signed on (N00160).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        signed_on: Option<Date>,
        /// Who signed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        signed_by: Option<PersonId>,
        /// Census factors (N00181).
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        factors: Vec<String>,
    },
    /// A strategy discussion.
    Strategy {
        /// Who took part.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        with: Vec<PersonId>,
    },
    /// An enquiry under section 47, from its start.
    #[serde(rename = "section_47")]
    Section47 {
        /// When a first conference was asked for (N00109).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        conference_by: Option<Date>,
        /// When it was held (N00110).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        conference_on: Option<Date>,
        /// Whether one was needed (the reverse of N00111).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        conference_needed: Option<bool>,
    },
    /// A child protection conference.
    Conference {
        /// Which.
        which: Conference,
        /// Who chaired it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        chair: Option<PersonId>,
        /// Census category of abuse.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        category: Option<String>,
    },
    /// A plan of one standing, from its start.
    Plan {
        /// Which standing.
        standing: Standing,
        /// Until.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ended_on: Option<Date>,
        /// Census category at the start (N00113).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        category: Option<String>,
        /// Census category now (N00114).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        latest_category: Option<String>,
        /// How many protection plans came before, anywhere (N00106).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        plans_before: Option<u32>,
    },
    /// A plan was looked at again.
    Review {
        /// Which plan's.
        of: Standing,
    },
    /// The core group met.
    CoreGroup {
        /// Who took part.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        with: Vec<PersonId>,
    },
    /// Somebody took the lead.
    Lead {
        /// Who.
        person: PersonId,
        /// As what.
        role: crate::involvement::Role,
        /// Until.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Date>,
    },
    /// A decision that stands on the line.
    Decision,
    /// A family group meeting was offered, or why not.
    FamilyMeeting {
        /// Their answer; blank where none came yet.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        wanted: Option<bool>,
        /// Held on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        held_on: Option<Date>,
        /// What the family proposed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        proposal: Option<String>,
        /// Why none was offered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        not_offered_because: Option<String>,
    },
    /// Before a court is asked (draft census module of 2026-27).
    PreProceedings(PreProceedings),
    /// Where a child in care lives, from its start.
    Placement {
        /// With whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        with: Option<PersonId>,
        /// Until.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Date>,
    },
    /// The work ended.
    Closure {
        /// Census reason (N00103).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
}

/// Which conference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conference {
    /// The first.
    First,
    /// A review.
    Review,
    /// The child moved here from another authority's plan.
    Transfer,
}

/// The standing of the one plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Family help; the census's plan of a child in need.
    FamilyHelp,
    /// Child protection.
    Protection,
    /// In care.
    Care,
}

/// The draft census module on what comes before a court is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PreProceedings {
    /// The letter that opens it was sent on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letter_on: Option<Date>,
    /// A family group meeting was offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting_offered: Option<bool>,
    /// One was held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting_held: Option<bool>,
    /// First meeting with parents and their lawyers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_meeting_on: Option<Date>,
    /// How many reviews.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviews: Option<u32>,
    /// What is done next was decided on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<Date>,
    /// Census outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// The court was asked on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub court_asked_on: Option<Date>,
    /// The letter that begins proceedings was sent on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proceedings_letter_on: Option<Date>,
}

impl What {
    /// The word for its kind, which stores keep and an import's keys use.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Contact { .. } => "contact",
            Self::Referral { .. } => "referral",
            Self::Assessment { .. } => "assessment",
            Self::Strategy { .. } => "strategy",
            Self::Section47 { .. } => "section_47",
            Self::Conference { .. } => "conference",
            Self::Plan { standing: Standing::FamilyHelp, .. } => "plan",
            Self::Plan { standing: Standing::Protection, .. } => "protection_plan",
            Self::Plan { standing: Standing::Care, .. } => "care",
            Self::Review { .. } => "review",
            Self::CoreGroup { .. } => "core_group",
            Self::Lead { .. } => "lead",
            Self::Decision => "decision",
            Self::FamilyMeeting { .. } => "family_meeting",
            Self::PreProceedings(_) => "pre_proceedings",
            Self::Placement { .. } => "placement",
            Self::Closure { .. } => "closure",
        }
    }
}
