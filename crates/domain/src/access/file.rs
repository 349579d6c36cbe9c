//! One child's file as it stands to one viewer: what the store gathers in one query, before
//! anybody decides.

use super::action::{Action, Actions};
use super::{Reach, Viewer, Way};
use crate::id::PersonId;

/// What is known of one viewer and one child's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileAccess {
    /// The child.
    pub child: PersonId,
    /// The file was taken back with the import it came by: it is there for nobody.
    pub withdrawn: bool,
    /// A restriction is in force: the file is for named people.
    pub restricted: bool,
    /// A restriction shuts the viewer's person out: danger to someone in the file, former
    /// partner, relative.
    pub shut_out: bool,
    /// The rows of `may_open` for this child that the viewer holds. Rows of others do no harm.
    pub ways: Vec<Way>,
}

impl FileAccess {
    /// Whether the file is shut to this viewer whatever their role.
    pub(super) fn is_shut_to(&self, viewer: &Viewer) -> bool {
        viewer.has_left() || self.withdrawn || self.shuts_out(viewer)
    }
    /// Whether the viewer's person is shut out, as everyone is from a file about themselves.
    pub fn shuts_out(&self, viewer: &Viewer) -> bool {
        self.shut_out || viewer.person == self.child
    }
    /// How the viewer stands to the child at their moment; at the least there is a file.
    pub(super) fn reaches(&self, viewer: &Viewer) -> impl Iterator<Item = Reach> {
        let held = |way: &&Way| way.span.holds_at(viewer.at) && viewer.holds(way.holder);
        self.ways.iter().filter(held).map(|way| way.reach).chain([Reach::AnyFile])
    }
    /// Whether the viewer stands so to the child.
    pub(super) fn is_reached(&self, viewer: &Viewer, by: Reach) -> bool {
        self.reaches(viewer).any(|reach| reach == by)
    }
    /// Whether the viewer is one of the people a restricted file is for.
    pub(super) fn lets_in(&self, viewer: &Viewer) -> bool {
        self.reaches(viewer).any(|reach| matches!(reach, Reach::Named | Reach::Granted))
    }
}

/// A part of a file that may be open while others are shut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The front page, what to do tonight included.
    FrontPage,
    /// The plan.
    Plan,
    /// The statutory steps.
    Steps,
    /// The identifiers.
    Identifiers,
    /// Everything else.
    Rest,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::FrontPage, Self::Plan, Self::Steps, Self::Identifiers, Self::Rest];
    /// What one does to read it.
    pub const fn opened_by(self) -> Action {
        match self {
            Self::FrontPage => Action::OpenFrontPage,
            Self::Plan => Action::OpenPlan,
            Self::Steps => Action::SeeSteps,
            Self::Identifiers => Action::SeeIdentifiers,
            Self::Rest => Action::OpenFile,
        }
    }
}

/// How much of a file its viewer may see now; a page draws nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen(pub(super) Actions);

impl Seen {
    /// Whether this part is open.
    pub const fn has(self, part: Part) -> bool {
        self.0.has(part.opened_by())
    }
    /// Whether every part is.
    pub fn is_whole(self) -> bool {
        Part::ALL.into_iter().all(|part| self.has(part))
    }
    /// Whether none is: the name, and no file.
    pub fn is_nothing(self) -> bool {
        !Part::ALL.into_iter().any(|part| self.has(part))
    }
}
