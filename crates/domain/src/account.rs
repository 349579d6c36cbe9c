//! A way to sign in, of exactly one person. What it opens follows from involvements and roles
//! together; secrets and sessions are no part of the record.

use crate::hours::Hours;
use crate::id::{PersonId, TeamId};
use crate::word::words;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// One account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Whose.
    pub person: PersonId,
    /// What they sign in with.
    pub email: String,
    /// Who they are in the authority's own directory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directory_id: Option<String>,
    /// What they may do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// The teams they belong to, or supervise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub teams: Vec<TeamId>,
    /// How much help the pages give.
    #[serde(default)]
    pub help: HelpLevel,
    /// When an on-call worker is on call.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on_call: Vec<Hours>,
    /// For an integration: what it may do at most, by the names of its scopes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scopes: Vec<String>,
    /// Closed on this day; nobody signs in with it from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Date>,
}

words! {
    /// What an account may do.
    Role {
        /// Works with children and families.
        Practitioner "practitioner",
        /// Does so for another agency.
        PartnerPractitioner "partner_practitioner",
        /// Supervises teams.
        Supervisor "supervisor",
        /// Answers for any child in set hours.
        OnCall "on_call",
        /// Leads: sums, and a file by reason.
        Leader "leader",
        /// Returns and imports; no narrative.
        DataOfficer "data_officer",
        /// Answers for information: who looked, what is shared, what is erased.
        Guardian "guardian",
        /// Accounts, teams, devices; no record.
        Administrator "administrator",
        /// A program, with a person who answers for it.
        Integration "integration",
    }

    /// How much help the pages give (handbook 2.0). Who has not chosen is given reasons and
    /// examples.
    #[derive(Default)]
    HelpLevel {
        /// Reasons and examples.
        #[default]
        New "new",
        /// Some.
        Settled "settled",
        /// A clean page.
        Expert "expert",
    }
}

impl Account {
    /// Whether somebody may sign in with it on this day.
    pub fn is_open(&self, on: Date) -> bool {
        self.closed_on.is_none_or(|closed| on < closed)
    }
    /// Whether it has the role.
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
    /// Whether it is on call at this time of this day: the role, and the hours set for it.
    pub fn is_on_call(&self, day: Date, time: Time) -> bool {
        self.has(Role::OnCall)
            && self.is_open(day)
            && self.on_call.iter().any(|hours| hours.hold(day, time))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn bryn() -> Account {
        Account {
            person: PersonId(uuid::Uuid::nil()),
            email: "oncall@wexcombe.example".into(),
            directory_id: None,
            roles: vec![Role::OnCall],
            teams: vec![],
            help: HelpLevel::default(),
            on_call: vec![Hours { days: vec![], from: time(17, 0, 0, 0), to: time(8, 30, 0, 0) }],
            scopes: vec![],
            closed_on: None,
        }
    }

    #[test]
    fn on_call_is_a_role_and_an_hour() {
        let (day, night, noon) = (date(2026, 11, 24), time(2, 0, 0, 0), time(12, 0, 0, 0));
        assert!(bryn().is_on_call(day, night));
        assert!(!bryn().is_on_call(day, noon));
        let off = Account { roles: vec![Role::Practitioner], ..bryn() };
        assert!(!off.is_on_call(day, night));
    }

    #[test]
    fn a_leaver_is_out_on_the_day() {
        let leaver = Account { closed_on: Some(date(2026, 11, 24)), ..bryn() };
        assert!(leaver.is_open(date(2026, 11, 23)));
        assert!(!leaver.is_open(date(2026, 11, 24)));
        assert!(!leaver.is_on_call(date(2026, 11, 24), time(2, 0, 0, 0)));
    }
}
