//! Who may do what with a child's record: one pure rule, asked for everything.
//!
//! ```text
//! Viewer (who, when) ─┐
//! FileAccess (ways in) ├─ decide ─▶ Grant what may be seen | Ask why | Hide
//! Action (what for) ──┘
//! ```
//! Three things in this order: what shuts a person out, how they stand to the child (a [`Way`]
//! somebody wrote down, which reaches so far), and only then what their account is for. Roles add
//! up and never take away. `access.txt` beside this crate is the rule printed, for people to
//! read.
//!
//! Lists are decided in SQL by [`list_rule`], single entries by [`may_read`], what is about no
//! file by [`may`]. No guests here: what a link opens is one thing, and the link itself says
//! which.

mod action;
mod audience;
mod file;
mod list;
mod opening;
mod role;
mod rule;
mod table;
mod task;
#[cfg(test)]
mod tests;
mod viewer;
mod way;

pub use action::Action;
pub use audience::{EntryAudience, may_read};
pub use file::{FileAccess, Part, Seen};
pub use list::{LISTED, ListRule, list_rule, reach_decides};
pub use opening::{NoReason, Opening, REVIEW_WORKING_DAYS, ReasonGiven};
pub use role::Role;
pub use table::table;
pub use task::{Task, may};
pub use viewer::Viewer;
pub use way::{Holder, Reach, Span, Way, leads};

use crate::id::PersonId;
use rule::Rights;

/// What the rule answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Yes, and this much of the file may be seen with it.
    Grant(Seen),
    /// Not before something is asked.
    Ask(Asked),
    /// No, and as if there were nothing: a page answers 404 and draws no button.
    Hide,
}

impl Decision {
    /// Whether the answer is yes.
    pub const fn is_grant(self) -> bool {
        matches!(self, Self::Grant(_))
    }
}

/// What is asked before a file opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asked {
    /// Why; the worker is told ([`Opening::WithReason`]).
    Reason,
    /// Why, and it opens for an hour; worker and manager are told at once
    /// ([`Opening::BreakGlass`]).
    BreakGlass,
    /// To speak to the duty worker; no name is shown.
    Duty,
}

/// Whether this viewer may do this with this file.
pub fn decide(viewer: &Viewer, action: Action, file: &FileAccess) -> Decision {
    rights_in(viewer, file).answer(action)
}

/// How much of this file the viewer may see without being asked anything.
pub fn seen(viewer: &Viewer, file: &FileAccess) -> Seen {
    rights_in(viewer, file).seen()
}

/// Whether this viewer may let this person into this file. Nobody lets themselves in.
pub fn may_let_in(viewer: &Viewer, person: PersonId, file: &FileAccess) -> Decision {
    if person == viewer.person { Decision::Hide } else { decide(viewer, Action::GiveAccess, file) }
}

/// Whether this viewer may see a person without a file (a grandmother, a father), given the files
/// that person is tied to: by opening one of them, and through no other door.
pub fn sees_relative(viewer: &Viewer, tied_to: &[FileAccess]) -> bool {
    tied_to.iter().any(|file| seen(viewer, file).has(Part::FrontPage))
}

fn rights_in(viewer: &Viewer, file: &FileAccess) -> Rights {
    if file.is_shut_to(viewer) {
        return Rights::NONE;
    }
    let let_in = file.lets_in(viewer);
    file.reaches(viewer)
        .flat_map(|reach| {
            // Being let in opens what one's relation opens; to have none is worth no more than
            // before.
            let closed = file.restricted && (!let_in || reach == Reach::AnyFile);
            let row = if closed { rule::rights_when_restricted } else { rule::rights };
            viewer.roles_for(reach).map(move |role| row(role, reach))
        })
        .fold(Rights::NONE, Rights::and)
}
