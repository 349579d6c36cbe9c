//! What waits for the reader: what they owe and have not done, notes they began, files they lead
//! or answer for that others opened with a reason.

use super::Work;
use crate::reader::full_name;
use domain::card::Card;
use domain::form::{Filled, Form};
use domain::front_page::People;
use domain::id::PersonId;
use domain::kind::Payload;
use domain::my_work::Waiting;
use domain::next_step::NextStep;
use domain::note::NoteKind;
use domain::time::day_of;
use store::draft::DraftRow;

/// How a step begins that is done by reading.
const READ: &str = "Read ";

impl Work<'_> {
    /// What waits, the oldest first within each kind.
    pub(super) fn waiting(&self, people: &People) -> Vec<Waiting> {
        let mut owed: Vec<_> = self.caseload.owed.iter().collect();
        owed.sort_by_key(|(_, card)| (card.root, card.at));
        owed.dedup_by_key(|(_, card)| card.root);
        let owed = owed.into_iter().filter_map(|(child, card)| match &card.payload {
            Payload::NextStep(step) if step.doing.owner == Some(self.reader.viewer.person) => {
                Some(owes(*child, step))
            }
            _ => None,
        });
        let unanswered = self.caseload.unanswered.iter();
        let unanswered = unanswered.filter_map(|(child, card)| self.unanswered(*child, card));
        let drafts = self.drafts.iter().filter_map(begun);
        let opened = self.caseload.opened.iter().map(|opening| Waiting::Opened {
            child: Some(opening.child),
            called: self.called(opening.child),
            by: opening.by.map(|who| full_name(people, who, self.today)).unwrap_or_default(),
            reason: opening.reason.clone(),
            on: day_of(opening.at),
        });
        let below =
            self.answered_for.iter().filter(|(opening, _)| !self.caseload.opened.contains(opening));
        let below = below.map(|(opening, may_open)| {
            let told = Waiting::Opened {
                child: Some(opening.child),
                called: full_name(people, opening.child, self.today),
                by: opening.by.map(|who| full_name(people, who, self.today)).unwrap_or_default(),
                reason: opening.reason.clone(),
                on: day_of(opening.at),
            };
            if *may_open { told } else { unnamed(told) }
        });
        self.important_handed_in
            .iter()
            .cloned()
            .chain(self.important(people))
            .chain(owed)
            .chain(unanswered)
            .chain(drafts)
            .chain(opened)
            .chain(below)
            .collect()
    }

    /// A child who is to hear what came of what they said.
    fn unanswered(&self, child: PersonId, card: &Card) -> Option<Waiting> {
        let Payload::HousesSession(said) = &card.payload else { return None };
        let by = said.answer_by(card.on())?;
        let called = self.called(child);
        Some(Waiting::Answer { called, session: card.root, on: card.on(), by })
    }
}

/// Of a restricted file that the reader may not open themselves: neither the child nor the reason,
/// which may name the child.
fn unnamed(told: Waiting) -> Waiting {
    match told {
        Waiting::Opened { by, on, .. } => {
            let (called, reason) = (String::new(), String::new());
            Waiting::Opened { child: None, called, by, reason, on }
        }
        other => other,
    }
}

fn owes(child: PersonId, step: &NextStep) -> Waiting {
    match (step.text.strip_prefix(READ), step.entries.last()) {
        (Some(what), Some(entry)) => Waiting::Read { what: what.to_owned(), entry: *entry },
        _ => Waiting::Do { child, what: step.text.clone(), by: step.doing.by },
    }
}

/// A note that was begun; other forms are finished where they stand.
fn begun(draft: &DraftRow) -> Option<Waiting> {
    let is_note = Form::parse(&draft.form) == Some(Form::Note);
    let fields = is_note.then(|| Filled::from_json(&draft.body))?;
    let on = fields.one("on").parse().unwrap_or_else(|_| day_of(draft.saved_at));
    let title = Some(fields.one("title")).filter(|title| !title.trim().is_empty());
    Some(Waiting::Finish {
        child: draft.child,
        draft: draft.id,
        kind: NoteKind::parse(fields.one("kind")).unwrap_or(NoteKind::Visit),
        title: title.map(str::to_owned),
        on,
    })
}
