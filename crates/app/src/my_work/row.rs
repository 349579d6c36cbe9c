//! One child of a caseload: the newest words, the numbers, when last seen and how, what is next.

use super::today::hour;
use super::{Soon, Work, title_of};
use domain::card::Card;
use domain::front_page::{Around, Facts};
use domain::kind::Payload;
use domain::map_item::MapKind;
use domain::my_work::{ChildRow, LastSeen, Newest, Next};
use domain::next_step::Doing;
use domain::note::NoteKind;
use domain::text::opening;
use domain::timeline_step::{State, TimelineStep};
use domain::voice::Mode;

/// As much of an entry as a row may need; the page cuts it to its line.
const WORDS: usize = 200;
/// As much of a step as stands for what is next.
const IN_SHORT: usize = 60;

impl Work<'_> {
    /// The row of one child.
    pub(super) fn row(&self, facts: &Facts, next: Option<Next>) -> ChildRow {
        let around = Around::of(facts);
        let child = around.child();
        let plan = facts.cards.iter().filter_map(|card| match &card.payload {
            Payload::Plan(plan) => Some((card.rank(), plan.state)),
            _ => None,
        });
        ChildRow {
            id: child.id,
            family_name: family_name(&child.name, &child.called),
            called: child.called,
            born: child.born,
            emblem: child.emblem.map(|emblem| emblem.picture),
            newest: self.caseload.newest.get(&facts.child).map(|card| newest(&around, card)),
            scale: around.scale(),
            last_seen: self.caseload.seen.get(&facts.child).and_then(|card| seen(facts, card)),
            plan: plan.max_by_key(|(rank, _)| *rank).map(|(_, state)| state),
            next,
        }
    }

    /// The soonest of what is arranged and what is tried next, from today on.
    pub(super) fn next(&self, facts: &Facts) -> Option<Soon> {
        let steps = facts.cards.iter().filter_map(|card| match &card.payload {
            Payload::TimelineStep(step) => tried_next(step),
            Payload::MapItem(item) if item.kind == MapKind::Step && !item.off_the_map => {
                let short = item.short.clone();
                owed(item.doing.as_ref()?, short.unwrap_or_else(|| item.text.clone()))
            }
            _ => None,
        });
        let arranged = self.caseload.arranged.iter().filter(|(child, ..)| *child == facts.child);
        let arranged = arranged.filter_map(|(_, card, _)| {
            let what = match &card.payload {
                Payload::Note(note) => title_of(note),
                Payload::Step(step) => super::ahead::step_in_words(step),
                _ => return None,
            };
            Some(Soon { next: Next { on: card.on(), what }, at: hour(card.at) })
        });
        let to_do = self.caseload.owed.iter().filter(|(child, _)| *child == facts.child);
        let to_do = to_do.filter_map(|(_, card)| match &card.payload {
            Payload::NextStep(step) => owed(&step.doing, step.text.clone()),
            _ => None,
        });
        let all = steps.chain(arranged).chain(to_do);
        all.filter(|soon| soon.next.on >= self.today).min_by_key(Soon::rank)
    }
}

fn tried_next(step: &TimelineStep) -> Option<Soon> {
    let what = step.label.as_ref().or(step.short.as_ref()).unwrap_or(&step.step);
    let planned = step.state == State::Planned;
    let on = step.by.filter(|_| planned)?;
    Some(Soon { next: Next { on, what: what.clone() }, at: None })
}

fn owed(doing: &Doing, what: String) -> Option<Soon> {
    let by = doing.by.filter(|_| doing.done_on.is_none())?;
    let what = opening(&what, IN_SHORT).into_owned();
    Some(Soon { next: Next { on: by, what }, at: doing.at })
}

/// The rest of a name, after what the child is called.
fn family_name(name: &str, called: &str) -> String {
    let rest = name.strip_prefix(called).filter(|rest| rest.starts_with(char::is_whitespace));
    match (rest, name == called) {
        (_, true) => String::new(),
        (Some(rest), _) => rest.trim().to_owned(),
        (None, _) => name.split_once(char::is_whitespace).map_or("", |(_, rest)| rest).to_owned(),
    }
}

fn newest(around: &Around<'_>, card: &Card) -> Newest {
    let page = match &card.payload {
        Payload::HousesPage(page) => page.on_one_line(),
        _ => String::new(),
    };
    let (text, place) = match &card.payload {
        Payload::Note(note) => {
            let book = note.kind == NoteKind::NightBook && note.place.is_none();
            let place =
                if book { Some(ui::my_work::in_the_night_book()) } else { note.place.clone() };
            (note.short.as_deref().unwrap_or(&note.text), place)
        }
        Payload::MapItem(item) => (item.text.as_str(), None),
        Payload::ChildMessage(message) => (message.text.as_str(), None),
        _ => (page.as_str(), None),
    };
    let by = card.voice.filter(|who| around.is_named(*who));
    Newest {
        entry: card.root,
        text: opening(text, WORDS).into_owned(),
        mode: card.how.unwrap_or(Mode::CloseNote),
        by: by.map(|who| around.named(who)),
        place,
        on: card.on(),
        new: around.is_new(card.recorded_at),
    }
}

fn seen(facts: &Facts, card: &Card) -> Option<LastSeen> {
    let Payload::Note(note) = &card.payload else { return None };
    let seen = note.seen.iter().find(|seen| seen.child == facts.child)?;
    Some(LastSeen {
        on: card.on(),
        place: note.place.clone(),
        alone: seen.alone,
        with: note.with.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::family_name;

    #[test]
    fn the_rest_of_a_name_follows_what_the_child_is_called() {
        assert_eq!(family_name("Idris Mahoney-Shah", "Idris"), "Mahoney-Shah");
        assert_eq!(family_name("Kayleigh-Ann Branagh", "Kayleigh"), "Branagh");
        assert_eq!(family_name("Mohammed Noor", "Mo"), "Noor");
        assert_eq!(family_name("Baby Pryce", "Baby Pryce"), "");
        assert_eq!(family_name("Child 104233", "Child 104233"), "");
    }
}
