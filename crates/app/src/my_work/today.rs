//! What stands today: visits, calls and meetings of the reader's, and what falls due at an hour.

use super::{Work, title_of};
use domain::card::Card;
use domain::id::{AccountId, PersonId};
use domain::kind::Payload;
use domain::map_item::MapKind;
use domain::mention::mentions;
use domain::my_work::Appointment;
use domain::next_step::Doing;
use domain::note::NoteKind;
use domain::text::opening;
use domain::time::london;
use jiff::Timestamp;
use jiff::civil::Time;

/// As much of a note as says what to have in mind.
const IN_MIND: usize = 80;

impl Work<'_> {
    /// What stands today, by the clock; what has no hour stands last.
    pub(super) fn appointments(&self) -> Vec<Appointment> {
        let arranged = self.caseload.arranged.iter();
        let arranged = arranged.filter(|(_, card, writer)| {
            card.on() == self.today && self.is_the_readers(card, *writer)
        });
        let arranged =
            arranged.filter_map(|(child, card, _)| Some((card.root, self.arranged(*child, card)?)));
        let due = self.caseload.cards.iter().chain(&self.caseload.owed);
        let due = due.filter_map(|(child, card)| Some((card.root, self.due(*child, card)?)));
        let mut all: Vec<_> = arranged.chain(due).collect();
        // What concerns brothers and sisters stands once.
        all.sort_by_key(|(root, _)| *root);
        all.dedup_by_key(|(root, _)| *root);
        all.sort_by_key(|(root, one)| (one.at.is_none(), one.at, *root));
        all.into_iter().map(|(_, appointment)| appointment).collect()
    }

    /// The reader arranged it, or is to be there.
    fn is_the_readers(&self, card: &Card, writer: Option<AccountId>) -> bool {
        let viewer = &self.reader.viewer;
        writer == Some(viewer.account) || mentions(&card.payload).contains(&viewer.person)
    }

    fn arranged(&self, child: PersonId, card: &Card) -> Option<Appointment> {
        let (kind, title, note) = match &card.payload {
            Payload::Note(note) => {
                let in_mind = note.title.as_ref().map(|_| opening(&note.text, IN_MIND));
                (note.kind, title_of(note), in_mind.map(std::borrow::Cow::into_owned))
            }
            Payload::Step(step) => {
                let what = super::ahead::step_in_words(step);
                let called = self.called(child);
                let title = if what.contains(&called) { what } else { format!("{what}, {called}") };
                (NoteKind::Meeting, title, None)
            }
            _ => return None,
        };
        let note = note.filter(|words| !words.is_empty());
        Some(Appointment { at: hour(card.at), kind, title, note, child: Some(child) })
    }

    /// A step of the map or beside it that falls due today: at an hour, or the reader's own.
    fn due(&self, child: PersonId, card: &Card) -> Option<Appointment> {
        let (doing, text): (&Doing, &str) = match &card.payload {
            Payload::MapItem(item) if item.kind == MapKind::Step && !item.off_the_map => {
                (item.doing.as_ref()?, &item.text)
            }
            Payload::NextStep(step) => (&step.doing, &step.text),
            _ => return None,
        };
        let own = doing.owner == Some(self.reader.viewer.person);
        let today = doing.by == Some(self.today) && doing.done_on.is_none();
        (today && (own || doing.at.is_some())).then(|| Appointment {
            at: doing.at,
            kind: NoteKind::Meeting,
            title: format!("{text}, {}", self.called(child)),
            note: doing.more.clone(),
            child: Some(child),
        })
    }
}

/// The hour in London; none where only the day is known, which is kept as its first moment.
pub(super) fn hour(at: Timestamp) -> Option<Time> {
    let time = at.to_zoned_datetime(london()).time();
    (time != Time::midnight()).then_some(time)
}
