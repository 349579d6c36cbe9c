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
        // Whoever wrote it down said that it is important.
        Payload::ImportantSaid(_) => true,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::{Note, NoteKind};
    use crate::step::Step;

    #[test]
    fn a_visit_is_a_key_event_where_its_writer_says_so_and_no_story_before_it_is_done() {
        let mut visit = Note {
            kind: NoteKind::Visit,
            title: None,
            place: None,
            with: None,
            text: "His arm hung.".into(),
            short: None,
            seen: vec![],
            there: vec![],
            interpreter: None,
            original: None,
            planned: true,
            changes_the_picture: None,
            anew_because: None,
        };
        assert!(lies_ahead(&visit.clone().into()));
        assert!(!changes_the_picture(&visit.clone().into()), "not asked is no yes");
        (visit.planned, visit.changes_the_picture) = (false, Some(true));
        assert!(changes_the_picture(&visit.clone().into()) && !lies_ahead(&visit.into()));
    }

    #[test]
    fn an_enquiry_changes_the_picture_and_a_contact_does_not() {
        let step = |what| Payload::from(Step::bare(what));
        let enquiry =
            What::Section47 { conference_by: None, conference_on: None, conference_needed: None };
        assert!(changes_the_picture(&step(enquiry)));
        assert!(!changes_the_picture(&step(What::Contact {
            from: None,
            source: None,
            need: None
        })));
    }
}
