//! A sitting over the three houses as tests begin from it: what a test is not about is said here,
//! once; what it is about it says itself, by `HousesSession { pages, ..sitting(child, ending) }`.
//!
//! Deliberately absent: what the child drew and said, which stands on pages of its own.

use crate::stores::that_morning;
use domain::houses_session::{Ending, HousesSession, Level, Variant};
use domain::id::PersonId;

/// A sitting with the child on the demo's morning, with nothing on its pages and none of its way
/// written down.
pub fn sitting(child: PersonId, ending: Ending) -> HousesSession {
    HousesSession {
        child,
        level: Some(Level::B),
        variant: Variant::Houses,
        called: None,
        named: vec![],
        order: vec![],
        place: None,
        language: "en-GB".into(),
        interpreter: None,
        permission: None,
        enquiry: None,
        near: None,
        told: vec![],
        started: that_morning(),
        ended: that_morning(),
        ending,
        ending_why: None,
        read_back: None,
        pages: vec![],
        important: vec![],
        note: None,
        exact: vec![],
        passed_on: vec![],
        comes_back_on: None,
        path: vec![],
        asked: vec![],
        moved_because: None,
        loose: vec![],
        unopened: None,
    }
}
