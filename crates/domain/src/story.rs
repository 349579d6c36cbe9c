//! What a story narrows to: what changes the picture, what lies ahead, what children said.
//!
//! Whether something is a key event follows from what it is, or from its writer's own word; no
//! words are weighed.

use crate::decision;
use crate::kind::Payload;
use crate::life_event::EventKind;
use crate::step::What;
use crate::word::words;

/// From so many days on, a time in which nothing was written is said.
pub const QUIET_DAYS: i32 = 31;

words! {
    /// What is listed of a story.
    Narrow {
        /// Everything.
        All "all",
        /// What changes the picture.
        KeyEvents "key",
        /// What children said or drew.
        Voice "voice",
        /// Trials and reviews of the plan.
        PlanTried "tried",
    }
}

/// Whether it changes the picture (handbook 2.0): the writer said so of a note; harm; a decision
/// that was made; what a conference, an enquiry, a plan, a move, a court or an end was.
pub fn changes_the_picture(payload: &Payload) -> bool {
    match payload {
        Payload::Note(note) => note.changes_the_picture == Some(true),
        Payload::LifeEvent(event) => event.kind == EventKind::Harm,
        Payload::Decision(decision) => decision.state != decision::State::Open,
        Payload::Step(step) => matches!(
            step.what,
            What::Section47 { .. }
                | What::Conference { .. }
                | What::Plan { .. }
                | What::Placement { .. }
                | What::PreProceedings(_)
                | What::Closure { .. }
        ),
        _ => false,
    }
}

/// Whether it is arranged and not done: no part of the story yet.
pub const fn lies_ahead(payload: &Payload) -> bool {
    match payload {
        Payload::Note(note) => note.planned,
        Payload::Step(step) => step.planned,
        _ => false,
    }
}
