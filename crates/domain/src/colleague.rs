//! People with an account, as the administrator's page tells of them: who, what for, in which
//! teams, on call when. Nothing of the record.

use crate::account::Account;
use crate::id::{AccountId, TeamId};
use crate::team::Team;
use jiff::civil::Date;

/// Somebody with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Their account's id.
    pub id: AccountId,
    /// Full name.
    pub name: String,
    /// What they do.
    pub job: String,
    /// For a partner, their own agency.
    pub organisation: Option<String>,
    /// The account.
    pub account: Account,
    /// A password was chosen.
    pub has_password: bool,
}

/// A page of the administrator's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColleagueList {
    /// The day of the page.
    pub as_of: Date,
    /// People, by the order in which their accounts were made.
    pub people: Vec<Colleague>,
    /// The last of them, where more come after.
    pub next: Option<AccountId>,
    /// Every team.
    pub teams: Vec<(TeamId, Team)>,
}

/// One person's account, with every team there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneColleague {
    /// The day of the page.
    pub as_of: Date,
    /// Who.
    pub who: Colleague,
    /// Every team.
    pub teams: Vec<(TeamId, Team)>,
}
