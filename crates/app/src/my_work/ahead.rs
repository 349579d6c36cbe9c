//! The days of the fortnight that begins today: steps of the way ahead, what the law asks for and
//! somebody has arranged, meetings. The only place for such dates.

use super::{Work, title_of};
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::my_work::Ahead;
use domain::note::NoteKind;
use domain::step::Step;
use domain::timeline_step::State;
use jiff::ToSpan as _;
use jiff::civil::Date;
use ui::names::joined;
use ui::story::step_words;

/// Days of the fortnight.
const FORTNIGHT: i64 = 14;

/// One thing on one day, before brothers and sisters are put together.
struct Due {
    root: EntryId,
    on: Date,
    what: String,
    child: PersonId,
}

impl Work<'_> {
    /// What lies in the fortnight, soonest first; what concerns brothers and sisters once.
    pub(super) fn dates(&self) -> Vec<Ahead> {
        let end = self.today.saturating_add(FORTNIGHT.days());
        let mut due: Vec<Due> = self.tried().chain(self.arranged_ahead()).collect();
        due.retain(|due| self.today <= due.on && due.on < end);
        due.sort_by_key(|due| (due.on, due.root, due.child));
        let mut dates = Vec::new();
        for together in due.chunk_by(|one, next| one.root == next.root) {
            let called: Vec<String> = together.iter().map(|due| self.called(due.child)).collect();
            if let Some(first) = together.first() {
                dates.push(ahead(first, &joined(called.iter().map(String::as_str))));
            }
        }
        dates
    }

    fn tried(&self) -> impl Iterator<Item = Due> {
        self.caseload.cards.iter().filter_map(|(child, card)| {
            let Payload::TimelineStep(step) = &card.payload else { return None };
            let what = step.label.as_ref().or(step.short.as_ref()).unwrap_or(&step.step).clone();
            let on = step.by.filter(|_| step.state == State::Planned)?;
            Some(Due { root: card.root, on, what, child: *child })
        })
    }

    /// Steps that are arranged, and meetings; a visit or a call stands with its child.
    fn arranged_ahead(&self) -> impl Iterator<Item = Due> {
        self.caseload.arranged.iter().filter_map(|(child, card, _)| {
            let what = match &card.payload {
                Payload::Step(step) => step_in_words(step),
                Payload::Note(note) if note.kind == NoteKind::Meeting => title_of(note),
                _ => return None,
            };
            Some(Due { root: card.root, on: card.on(), what, child: *child })
        })
    }
}

/// A step as people called it, else by what it is.
pub(super) fn step_in_words(step: &Step) -> String {
    let words = step.words.as_ref();
    let called = words.and_then(|words| words.mark.clone().or_else(|| words.heading.clone()));
    called.unwrap_or_else(|| step_words(step.what.word()).into_owned())
}

/// Where people wrote for whom it is, their words for it stand.
fn ahead(due: &Due, whom: &str) -> Ahead {
    let of_child = |tail: &str| whom.split_whitespace().any(|word| tail.contains(word));
    let parted = due.what.rsplit_once(", ").filter(|(_, tail)| of_child(tail));
    let (what, whom) = parted.unwrap_or((&due.what, whom));
    Ahead { on: due.on, what: what.to_owned(), whom: whom.to_owned(), child: due.child }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn whom_it_is_for_is_said_once() {
        let due = |what: &str| Due {
            root: EntryId(Uuid::from_u128(1)),
            on: Date::constant(2026, 12, 7),
            what: what.into(),
            child: PersonId(Uuid::from_u128(2)),
        };
        let said = |what: &str, whom: &str| {
            let ahead = ahead(&due(what), whom);
            (ahead.what, ahead.whom)
        };
        let pair = |what: &str, whom: &str| (what.to_owned(), whom.to_owned());
        assert_eq!(said("Review, Noah and Isla", "Noah and Isla"), pair("Review", "Noah and Isla"));
        assert_eq!(said("First map, Pryce", "Baby Pryce"), pair("First map", "Pryce"));
        assert_eq!(said("Look again, all of us", "Idris"), pair("Look again, all of us", "Idris"));
    }
}
