//! Who asks, and when. Everything that is asked of the record is asked by a viewer.

use super::{Holder, Reach, Role};
use crate::id::{AccountId, Authority, PersonId, TeamId};
use jiff::Timestamp;

/// An account at a moment. The store gathers it once for each request; the moment is the
/// request's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// The authority whose record is asked.
    pub authority: Authority,
    /// The account that is signed in.
    pub account: AccountId,
    /// The one person whose account it is.
    pub person: PersonId,
    /// What the account is for.
    pub roles: Vec<Role>,
    /// The teams the person is in at the moment.
    pub member_of: Vec<TeamId>,
    /// The teams the person answers for at the moment.
    pub supervises: Vec<TeamId>,
    /// Whether the rota says that the person takes the calls now.
    pub on_call_now: bool,
    /// When the account ended, where it did. A leaver has nothing from that moment on.
    pub ended_at: Option<Timestamp>,
    /// The moment.
    pub at: Timestamp,
}

impl Viewer {
    /// Whether the account has ended.
    pub fn has_left(&self) -> bool {
        self.ended_at.is_some_and(|ended| ended <= self.at)
    }
    /// Whether the account is for this, and has not ended.
    pub fn is(&self, role: Role) -> bool {
        !self.has_left() && self.roles.contains(&role)
    }
    /// Whether the account is for more than keeping accounts.
    pub fn meets_children(&self) -> bool {
        self.roles.iter().any(|role| *role != Role::Administrator)
    }
    /// Whether a way held so is this viewer's.
    pub fn holds(&self, holder: Holder) -> bool {
        !self.has_left()
            && match holder {
                Holder::Person(person) => person == self.person,
                Holder::Account(account) => account == self.account,
                Holder::Team(team) => self.member_of.contains(&team),
                Holder::SupervisorsOf(team) => self.supervises.contains(&team),
                Holder::NotYetAllocated => self.is(Role::Supervisor),
                Holder::AnyFile => true,
            }
    }
    /// Every holder this viewer is, for a store to look for in `may_open`.
    pub fn holders(&self) -> Vec<Holder> {
        let own = [Holder::Person(self.person), Holder::Account(self.account)];
        let pools = [Holder::NotYetAllocated, Holder::AnyFile];
        own.into_iter()
            .chain(self.member_of.iter().copied().map(Holder::Team))
            .chain(self.supervises.iter().copied().map(Holder::SupervisorsOf))
            .chain(pools)
            .filter(|holder| self.holds(*holder))
            .collect()
    }
    /// The roles that count for a way of this reach: being on call opens nothing of its own off
    /// duty.
    pub(super) fn roles_for(&self, reach: Reach) -> impl Iterator<Item = Role> + '_ {
        let off_duty = reach == Reach::AnyFile && !self.on_call_now;
        let counts = move |role: &Role| *role != Role::OnCall || !off_duty;
        let held = if self.has_left() { &[] } else { self.roles.as_slice() };
        held.iter().copied().filter(counts)
    }
}
