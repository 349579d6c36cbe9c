//! The families of Wexcombe as they are written down in `families/*.yaml`, read whole into types.
//!
//! Two files, two shapes. Families A to C stand in full, one document each; the rest of the
//! borough stands in short, in one document. Both are read into the same [`Family`]: what the
//! short shape does not have is empty. Every struct refuses a key it does not know, so nothing
//! that is written in the files can be dropped in silence.
//!
//! Deliberately absent: what the record works out (ages, "was 2 to 8", last seen, dots for what
//! is new), and any mapping to the record's own types: that is seeding, which goes through the
//! use cases like everybody else.

mod assessment;
mod decision;
mod document;
mod front_page;
mod fuzzy;
mod houses;
mod id;
mod map;
mod mode;
mod note;
mod people;
mod plan;
mod plan_review;
mod scale;
mod shape;
mod staff;
mod statement;
mod step;
mod step_kind;
mod step_row;
mod story;
mod unknown;

pub use assessment::{AskedFor, Assessment, AssessmentState, FactorAnswer, FactorRaised, ReadWith};
pub use decision::{ChangeOfMind, Decision, Effect, Likelihood, OptionWeighed, View};
pub(crate) use document::ShortDocument;
pub use document::{Family, FamilyTeam, Stage, StageKind, TeamLeads};
pub use front_page::{
    AsLastSeen, Emblem, EmblemGiven, FrontPage, Helping, Lately, Message, Ring, RingWho,
};
pub use fuzzy::{Fuzzy, NotADate};
pub use houses::{
    Frame, House, Level, PassedOn, Path, Permission, Refused, SeenAgain, Share, Sitting,
    WordsAndPictures, YouSaidWeDid,
};
pub use id::{Id, TeamId, Who};
pub use map::{BeingWritten, Column, MapItem, MapItemKind, MapSheet, PlainWords, SheetState};
pub use mode::{Mode, Original};
pub use note::{Note, NoteKind};
pub use people::{Closeness, Household, Member, Parent, Person, Sex, Tie, TieKind, Union};
pub use plan::{
    BottomLine, Cover, Day, NetworkMember, Nights, Plan, PlanRing, PlanState, RedFlag, Rule,
    TimelineState, TimelineStep, Trial,
};
pub use plan_review::{PlanReview, Reviewer};
pub use scale::{Answer, Rating, Scale, ScaleKind};
pub use staff::{HelpLevel, Involved, Partner, PartnerKind, Staff, StaffRole, Team};
pub use statement::{Danger, DangerKind, Goal, GoalKind};
pub use step::{Step, StepLine, WrittenIn};
pub use step_kind::{
    CareReview, Category, Conference, ConferenceType, ConferenceView, Contact, ContactDecision,
    ContactDraft, FactorFound, FamilyGroupMeeting, NearMatch, Placement, PreProceedings, Standing,
    StepKind, Whom,
};
pub use story::{Appreciative, Chronology, ChronologyKind, Showcase, Waiting};
pub use unknown::{Question, Unknown, UnknownAsked};
