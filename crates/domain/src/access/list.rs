//! The rule for lists, so that a page cannot forget it: which ways list a file, for SQL to join.
//!
//! A finder asks [`list_rule`] what counts for its viewer and its purpose, and writes:
//!
//! ```text
//! from child c
//! where c.person <> :viewer_person
//!   and not exists (shut_out s: s.child = c.person and s.person = :viewer_person, in force)
//!   and (   :any_file in plain      and c.restricted = 0          -- constants the finder knows
//!        or :any_file in restricted
//!        or exists (may_open m: m.person = c.person
//!                     and m.holder in (:holders)                  -- Viewer::holders, as bytes
//!                     and m.from <= :at and (m.until is null or :at < m.until)
//!                     and m.reach in (:plain)
//!                     and (c.restricted = 0 or m.reach in (:restricted))))
//! ```
//! A child who was withdrawn is not in `child`. The arms of `may_open`, each from what somebody
//! wrote:
//!
//! ```text
//! holder                reach         because of
//! person or team        leads, works, partner, team_works     an involvement (Way::by)
//! team                  own_team      it is the team of a person who leads, or leads itself
//! supervisors of team   supervises    the same
//! not yet allocated     waiting       an involvement of the pool
//! person                named         a restriction that names who may read
//! person                granted       an access grant until a day
//! account               reason, break_glass                   an Opening, until its end
//! ```
//! `any_file` has no rows: every file is reached so. Being named is a way of its own and opens
//! all that a list shows, so SQL never asks for a relation *and* a name.

use super::rule::{rights, rights_when_restricted};
use super::{Action, Reach, Viewer};

/// What a list or search may be for; a test holds [`reach_decides`] equal to `decide` for these.
pub const LISTED: [Action; 6] = [
    Action::FindByName,
    Action::OpenFrontPage,
    Action::OpenPlan,
    Action::OpenFile,
    Action::SeeSteps,
    Action::SeeIdentifiers,
];

/// Which ways list a file for one viewer and purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRule {
    /// Any of these lists a file that is not restricted.
    pub plain: Vec<Reach>,
    /// Any of these lists a restricted one; all of them are in `plain` too.
    pub restricted: Vec<Reach>,
}

/// The rule for a list of the files with which the viewer may do this at once.
pub fn list_rule(viewer: &Viewer, purpose: Action) -> ListRule {
    let ways = |restricted| {
        let lists = |reach: &Reach| reach_decides(viewer, purpose, *reach, restricted);
        Reach::ALL.into_iter().filter(lists).collect()
    };
    ListRule { plain: ways(false), restricted: ways(true) }
}

/// Whether one way, held now by the viewer, is enough to list a file that does not shut the
/// viewer out.
pub fn reach_decides(viewer: &Viewer, purpose: Action, reach: Reach, restricted: bool) -> bool {
    let row = if restricted { rights_when_restricted } else { rights };
    viewer.roles_for(reach).any(|role| row(role, reach).answer(purpose).is_grant())
}
