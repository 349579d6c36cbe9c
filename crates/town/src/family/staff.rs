//! The council's teams and staff, the partners of other agencies, and who works with which
//! family.

use jiff::civil::Date;
use serde::Deserialize;

use super::{TeamId, Who};

/// A team of the council.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// Which team.
    pub id: TeamId,
    /// Its name, as on the door.
    pub name: String,
    /// Rings at any hour; one desk answers for all teams.
    pub duty_phone: String,
}

/// One of the council's own people; only they have accounts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// `W..`, under which the borough's file knows them.
    pub id: Who,
    /// `S..`, under which the file of families A to C knows the same person; missing where it
    /// does not name them.
    #[serde(skip)]
    pub also: Option<Who>,
    /// Full name.
    pub name: String,
    /// What the job is called.
    pub job: String,
    /// What the job lets them do.
    pub role: StaffRole,
    /// Missing: outside the teams.
    pub team: Option<TeamId>,
    /// How much help the pages offer them; missing where it was never set.
    pub help_level: Option<HelpLevel>,
    /// A number kept for fiction.
    pub phone: String,
    /// When that phone is answered; missing where nobody has written it.
    pub hours: Option<String>,
    /// How they sign in to the demo; missing: they do not.
    pub account: Option<String>,
}

/// What a job lets a person do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffRole {
    /// Works with families.
    Practitioner,
    /// Leads a team and stands behind its decisions.
    Supervisor,
    /// Answers outside office hours.
    OnCall,
    /// Leads the service.
    Leader,
    /// Sends the returns.
    DataOfficer,
    /// Answers for how information is used.
    Guardian,
    /// Keeps accounts and teams.
    Administrator,
}

/// How much help the pages offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HelpLevel {
    /// New to the work.
    New,
    /// At home in it.
    Settled,
    /// Teaches it.
    Expert,
}

/// A person of another agency; no account.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// `P..`, under which the borough's file knows them.
    pub id: Who,
    /// `S..`, under which the file of families A to C knows the same person.
    #[serde(skip)]
    pub also: Option<Who>,
    /// Name, as people say it: "Dr Hale", "Ms Lund".
    pub name: String,
    /// The agency.
    pub organisation: String,
    /// What the job is called.
    pub job: String,
    /// What sort of agency.
    pub kind: PartnerKind,
    /// A number kept for fiction.
    pub phone: String,
    /// When that phone is answered; missing where nobody has written it.
    pub hours: Option<String>,
}

/// What sort of agency a partner is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartnerKind {
    /// A hospital, a surgery, community health.
    Health,
    /// A school, nursery or college.
    School,
    /// The police.
    Police,
    /// A charity.
    Charity,
    /// Any other.
    Other,
}

/// Who works with the children of a family, as what, from when.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Involved {
    /// One of the staff or a partner.
    pub person: Who,
    /// As what.
    #[serde(rename = "as")]
    pub job: String,
    /// Since when.
    pub from: Date,
    /// Until when; missing means still.
    pub to: Option<Date>,
}
