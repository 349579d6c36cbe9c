//! What a step's row says, from whatever the files tell of a step of that kind.

use domain::step::Words;

use super::book::Book;
use super::words::sentences;
use crate::family::{Contact, ContactDecision, Step, StepKind, Whom};

/// The word for what is done about a contact.
pub(super) const fn decision(decision: ContactDecision) -> &'static str {
    match decision {
        ContactDecision::Undecided => "undecided",
        ContactDecision::Advice => "advice",
        ContactDecision::NoMore => "no_more",
        ContactDecision::AlreadyOurs => "already_ours",
        ContactDecision::FamilyHelp => "family_help",
        ContactDecision::Strategy => "strategy",
    }
}

/// What somebody wrote about a step; nothing where nobody did.
pub(super) fn words(book: &Book<'_>, step: &Step) -> Option<Words> {
    let (says, more) = told(book, &step.kind);
    let line = &step.line;
    let words = Words {
        mark: line.mark.clone().or_else(|| step.label.clone()),
        heading: line.heading.clone(),
        says: line.says.clone().or(says),
        more: sentences([line.more.as_deref(), more.as_deref(), step.note.as_deref()]),
    };
    (words != Words::default()).then_some(words)
}

/// What a later step adds to the words of the one it ends or goes on from.
pub(super) fn joined(before: Option<Words>, after: Option<Words>) -> Option<Words> {
    let (Some(before), Some(after)) = (before.clone(), after.clone()) else {
        return before.or(after);
    };
    Some(Words {
        mark: after.mark.or(before.mark),
        heading: after.heading.or(before.heading),
        says: after.says.or(before.says),
        more: sentences([before.more.as_deref(), after.more.as_deref()]),
    })
}

/// The beginning of its row, and the rest.
fn told(book: &Book<'_>, kind: &StepKind) -> (Option<String>, Option<String>) {
    match kind {
        StepKind::Contact(contact) => (contact.said.clone(), contact_more(contact)),
        StepKind::AssessmentSigned { found, .. } | StepKind::Section47 { found, .. } => {
            (None, found.clone())
        }
        StepKind::Strategy { decided, .. } => (None, decided.clone()),
        StepKind::Conference(conference) => {
            let views = conference.views.iter().filter_map(|view| {
                Some(format!("{}: {}", book.borough.someone(&view.by)?.name(), view.says))
            });
            let views = views.collect::<Vec<_>>().join(" ");
            let parts = [conference.why.as_deref(), conference.numbers.as_deref(), Some(&views)];
            (conference.decided.clone(), sentences(parts))
        }
        StepKind::PlanStart { why, .. }
        | StepKind::PlanEnd { why, .. }
        | StepKind::Closure { why, .. } => (None, why.clone()),
        StepKind::Review { decided, .. } => (decided.clone(), None),
        StepKind::CareReview(review) => {
            let parts = [Some(review.took_part.as_str()), review.code.as_deref()];
            (Some(review.decided.clone()), sentences(parts))
        }
        StepKind::FamilyGroupMeeting(meeting) => (None, meeting.answer.clone()),
        StepKind::Placement(placement) => {
            (Some(placement.with.clone()), Some(placement.why.clone()))
        }
        _ => (None, None),
    }
}

fn contact_more(contact: &Contact) -> Option<String> {
    let from = match &contact.from {
        Some(Whom::Words(words)) => Some(format!("From {words}")),
        Some(Whom::Person(_)) | None => None,
    };
    let came_of_it = contact.decision.map(|decision| match decision {
        ContactDecision::Undecided => contact.decide_by.map_or_else(
            || "To be decided.".to_owned(),
            |by| format!("To be decided by {}.", by.strftime("%-d %B")),
        ),
        ContactDecision::Advice => "Advice.".to_owned(),
        ContactDecision::NoMore => "Nothing more.".to_owned(),
        ContactDecision::AlreadyOurs => "We work with the family already.".to_owned(),
        ContactDecision::FamilyHelp => "Family Help.".to_owned(),
        ContactDecision::Strategy => "Strategy discussion.".to_owned(),
    });
    sentences([
        from.as_deref(),
        came_of_it.as_deref(),
        contact.why.as_deref(),
        contact.told.as_deref(),
        contact.read_back.as_deref(),
    ])
}
