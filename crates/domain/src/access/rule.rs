//! The table: what each role may do by each way in. Relationship first, then role.
//!
//! ```text
//!                       works with   own team   lets in¹   no relation    restricted, not let in
//! practitioner          read write   read       read       by reason      ask duty
//! partner practitioner  read write              read
//! supervisor            read write   + write, countersign, allocate
//! on call, on duty      read write              read       tonight; rest  break-glass
//! leader                                        read       by reason      break-glass
//! data officer                                             steps, ids     steps
//! guardian                                      read       by reason      by reason
//! administrator
//! ```
//! ¹ a restriction that names the person, or access given until a day. `access.txt` prints it in
//! full.

use super::action::{Action, Actions};
use super::{Asked, Decision, Reach, Role, Seen};
use Action::{
    Allocate, BreakGlass, Countersign, Erase, FindByIdentifier, FindByName, FindByNameAndBirth,
    GiveAccess, LiftRestriction, OpenFile, OpenFrontPage, OpenPlan, Restrict, SeeIdentifiers,
    SeeSteps, SeeWhoCanSee, SeeWhoLooked, Write,
};

const FIND: Actions = Actions::of(&[FindByName, FindByNameAndBirth, FindByIdentifier]);
const TONIGHT: Actions = Actions::of(&[OpenFrontPage, OpenPlan]);
const OPEN: Actions = TONIGHT.and(Actions::of(&[OpenFile, SeeSteps, SeeIdentifiers, SeeWhoCanSee]));
const READ: Actions = FIND.and(OPEN);
const WRITE: Actions = Actions::of(&[Write]);
const WORK: Actions = READ.and(WRITE).and(Actions::of(&[SeeWhoLooked]));
const ANSWER_FOR: Actions = WORK.and(Actions::of(&[Countersign, Allocate, GiveAccess, Restrict]));
const GUARD: Actions =
    Actions::of(&[SeeWhoCanSee, SeeWhoLooked, GiveAccess, Restrict, LiftRestriction, Erase]);

/// What may be done at once, and what after saying why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Rights {
    granted: Actions,
    by_reason: Actions,
    by_breaking_glass: Actions,
    by_duty: Actions,
}

impl Rights {
    pub(super) const NONE: Self = Self::granted(Actions::NONE);

    const fn granted(granted: Actions) -> Self {
        let none = Actions::NONE;
        Self { granted, by_reason: none, by_breaking_glass: none, by_duty: none }
    }
    const fn or_by_reason(self, by_reason: Actions) -> Self {
        Self { by_reason, ..self }
    }
    /// Both together: nothing that one gives is taken by the other.
    pub(super) const fn and(self, more: Self) -> Self {
        Self {
            granted: self.granted.and(more.granted),
            by_reason: self.by_reason.and(more.by_reason),
            by_breaking_glass: self.by_breaking_glass.and(more.by_breaking_glass),
            by_duty: self.by_duty.and(more.by_duty),
        }
    }
    /// How much of the file is open at once.
    pub(super) const fn seen(self) -> Seen {
        Seen(self.granted)
    }
    /// The easiest answer there is: at once, with a reason, by breaking the glass, by asking
    /// duty.
    pub(super) const fn answer(self, action: Action) -> Decision {
        if self.granted.has(action) {
            Decision::Grant(self.seen())
        } else if self.by_reason.has(action) {
            Decision::Ask(Asked::Reason)
        } else if self.by_breaking_glass.has(action) {
            Decision::Ask(Asked::BreakGlass)
        } else if self.by_duty.has(action) {
            Decision::Ask(Asked::Duty)
        } else {
            Decision::Hide
        }
    }
}

/// What a role may do by a way into a file that is not restricted, or that lets the viewer in.
pub(super) const fn rights(role: Role, reach: Reach) -> Rights {
    match role {
        Role::Practitioner => practitioner(reach),
        Role::Supervisor => match reach {
            Reach::Supervises | Reach::Waiting => Rights::granted(ANSWER_FOR),
            _ => practitioner(reach),
        },
        Role::PartnerPractitioner => match reach {
            Reach::Leads | Reach::Works => Rights::granted(READ.and(WRITE)),
            Reach::Named | Reach::Granted => Rights::granted(READ),
            _ => Rights::NONE,
        },
        Role::OnCall => on_call(reach),
        Role::Leader => match reach {
            Reach::Named | Reach::Granted | Reach::Reason | Reach::BreakGlass => {
                Rights::granted(READ)
            }
            Reach::AnyFile => Rights::granted(FIND).or_by_reason(OPEN),
            _ => Rights::NONE,
        },
        Role::DataOfficer => match reach {
            Reach::AnyFile => Rights::granted(FIND.and(Actions::of(&[SeeSteps, SeeIdentifiers]))),
            _ => Rights::NONE,
        },
        Role::Guardian => match reach {
            Reach::Named | Reach::Granted | Reach::Reason => Rights::granted(READ),
            Reach::AnyFile => Rights::granted(FIND.and(GUARD)).or_by_reason(OPEN),
            _ => Rights::NONE,
        },
        Role::Administrator => Rights::NONE,
    }
}

const fn practitioner(reach: Reach) -> Rights {
    match reach {
        Reach::Leads | Reach::Works | Reach::TeamWorks => Rights::granted(WORK),
        Reach::OwnTeam | Reach::Named | Reach::Granted | Reach::Reason => Rights::granted(READ),
        Reach::AnyFile => Rights::granted(FIND).or_by_reason(OPEN),
        Reach::Partner | Reach::Supervises | Reach::Waiting | Reach::BreakGlass => Rights::NONE,
    }
}

/// Whoever answers the telephone at night must be able to write down what was said.
const fn on_call(reach: Reach) -> Rights {
    match reach {
        Reach::Leads | Reach::Works | Reach::TeamWorks => Rights::granted(WORK),
        Reach::Reason | Reach::BreakGlass => Rights::granted(READ.and(WRITE)),
        Reach::Named | Reach::Granted => Rights::granted(READ),
        Reach::AnyFile => {
            Rights::granted(FIND.and(TONIGHT)).or_by_reason(OPEN.without(TONIGHT).and(WRITE))
        }
        _ => Rights::NONE,
    }
}

/// What a role may do by a way into a restricted file that does not let the viewer in. Whoever is
/// not named here meets a file that is not there.
pub(super) const fn rights_when_restricted(role: Role, reach: Reach) -> Rights {
    match (role, reach) {
        (_, Reach::Named | Reach::Granted)
        | (Role::OnCall | Role::Leader, Reach::BreakGlass)
        | (Role::Guardian, Reach::Reason) => rights(role, reach),
        (Role::Practitioner | Role::Supervisor, Reach::AnyFile) => {
            Rights { by_duty: Actions::of(&[FindByIdentifier]), ..Rights::NONE }
        }
        (Role::OnCall | Role::Leader, Reach::AnyFile) => Rights {
            by_breaking_glass: Actions::of(&[FindByIdentifier, FindByNameAndBirth]),
            ..Rights::granted(Actions::of(&[BreakGlass]))
        },
        (Role::DataOfficer, Reach::AnyFile) => {
            Rights::granted(Actions::of(&[SeeSteps, FindByIdentifier]))
        }
        (Role::Guardian, Reach::AnyFile) => Rights::granted(GUARD)
            .or_by_reason(OPEN.and(Actions::of(&[FindByIdentifier, FindByNameAndBirth]))),
        _ => Rights::NONE,
    }
}
