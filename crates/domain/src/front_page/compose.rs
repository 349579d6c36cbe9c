//! A front page from facts: pinned first, and where nothing is pinned the page's own rules.
//!
//! ```text
//! strengths   pinned, else the newest seen safety, then strengths
//! dangers     pinned, then the rest, newest first; dangers before worries; goals likewise
//! next        pinned, else steps to come, soonest first
//! scales      pinned, else the danger's, then everyday care; numbers by whoever gave them
//! decision    pinned, else the newest that was made
//! ring        pinned, else whoever leads, then their team's duty desk
//! helping     pinned, else the network that knows and agreed a part, then partners
//! lately      three days, one line a day; words about a day before the name of its step
//! ```
//! What is pinned and stands no more is passed over. Nothing here reads a clock: what is new is
//! newer than the reader's last look, and nothing is on a first look.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::circle::Circle;
use super::facts::{Facts, Told};
use super::{Child, Emblem, FrontPage, Home, Important, LastSeen, Lately, Message};
use crate::card::Card;
use crate::fuzzy_date::FuzzyDate;
use crate::id::{EntryId, PersonId};
use crate::involvement::{Involved, Involvement};
use crate::kind::Payload;
use crate::mention::mentions;
use crate::pins::Pins;
use crate::time::{Precision, day_of};
use crate::visit;

/// Days of "lately".
const DAYS: usize = 3;

/// Cards of one kind, with what they say: `of!(facts.cards, Scale)`.
macro_rules! of {
    ($cards:expr, $kind:ident) => {
        $cards.iter().filter_map(|card| match &card.payload {
            Payload::$kind(said) => Some((card, said)),
            _ => None,
        })
    };
}
pub(crate) use of;

/// The facts with what is looked up again and again.
pub(crate) struct Composer<'a> {
    pub facts: &'a Facts,
    pub circle: Circle<'a>,
    pub pins: Option<&'a Pins>,
}

/// Where something is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    OnScreen,
    OnPaper,
}

/// Everybody a page composed from these will name.
pub fn to_be_named(facts: &Facts) -> Vec<PersonId> {
    let named =
        facts.cards.iter().flat_map(|card| mentions(&card.payload).into_iter().chain(card.voice));
    let seen_by = facts.last_seen.as_ref().and_then(|seen| seen.by);
    let mut people: Vec<PersonId> =
        [facts.child].into_iter().chain(facts.kin.people()).chain(named).chain(seen_by).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// The page.
pub fn compose(facts: &Facts) -> FrontPage {
    let composer = Composer::new(facts);
    FrontPage {
        as_of: facts.as_of,
        looked_on: facts.looked_at.map(day_of),
        child: composer.child(),
        important: composer.important(),
        tonight: composer.tonight(),
        ring: composer.ring(),
        message: composer.message(Shown::OnScreen),
        message_on_paper: composer.message(Shown::OnPaper),
        last_seen: composer.last_seen(),
        family: facts.kin.drawing(facts.child, facts.as_of, &facts.people, |who| {
            composer.circle.called(who).or_else(|| (who == facts.child).then(String::new))
        }),
        helping: composer.helping(),
        dangers: composer.dangers(),
        strengths: composer.strengths(),
        goals: composer.goals(),
        next: composer.next(),
        scales: composer.scales(),
        plan: composer.plan(),
        decision: composer.decision(),
        unknowns: composer.unknowns(),
        lately: composer.lately(),
    }
}

impl<'a> Composer<'a> {
    pub(crate) fn new(facts: &'a Facts) -> Self {
        let pins = newest(of!(facts.cards, Pins)).map(|(_, pins)| pins);
        let circle =
            Circle::of((facts.child, facts.as_of), &facts.kin, &facts.people, involved(facts));
        Self { facts, circle, pins }
    }

    /// Newer than the reader's last look.
    pub(crate) fn is_new(&self, recorded_at: Timestamp) -> bool {
        visit::is_new(self.facts.looked_at, recorded_at)
    }

    pub(crate) fn child(&self) -> Child {
        let facts = self.facts;
        let named = self.circle.named(facts.child);
        let number = facts.people.number.as_ref().map(|number| format!("Child {number}"));
        let or_number =
            |name: String| if name.is_empty() { number.clone().unwrap_or_default() } else { name };
        let person = facts.people.find(facts.child).map(|known| &known.person);
        Child {
            id: facts.child,
            name: or_number(named.name),
            called: or_number(named.called),
            born: person.and_then(|person| person.born),
            sex: named.sex,
            emblem: self.emblem(),
            facts: person.and_then(|person| person.language.clone()).into_iter().collect(),
            home: self.home(),
        }
    }

    fn emblem(&self) -> Option<Emblem> {
        let (_, emblem) = newest(of!(self.facts.cards, Emblem))?;
        Some(Emblem {
            // Pictures of the set are found by the words for what they show.
            picture: emblem.shows.clone(),
            shows: emblem.shows.clone(),
            given_by: emblem.given_by.map(|by| self.circle.named(by)),
        })
    }

    /// Where the child lives: for good before now and then, the newest before older ones.
    fn home(&self) -> Option<Home> {
        let facts = self.facts;
        let child =
            |resident: &&crate::household_member::HouseholdMember| resident.person == facts.child;
        let home = facts.kin.living(facts.as_of).filter(child).max_by_key(|resident| {
            let from = resident.from.map(FuzzyDate::first_day);
            (!resident.sometimes, from, resident.household)
        })?;
        let there = facts.kin.living(facts.as_of).filter(|resident| {
            resident.household == home.household
                && resident.person != facts.child
                && !resident.sometimes
                && self.is_grown_up(resident.person)
        });
        let mut with: Vec<_> = there.map(|resident| self.circle.named(resident.person)).collect();
        with.retain(|who| !who.name.is_empty());
        with.sort_by_key(|who| (who.standing, who.id));
        with.dedup_by_key(|who| who.id);
        Some(Home {
            with,
            place: facts.kin.place(home.household).map(str::to_owned),
            since: home.from.filter(|f| f.precision() == Precision::Day).map(FuzzyDate::first_day),
        })
    }

    /// Eighteen, or nobody has said; brothers and sisters of no known age are children.
    fn is_grown_up(&self, who: PersonId) -> bool {
        let known = self.facts.people.find(who);
        match known.and_then(|known| known.person.born) {
            Some(born) => crate::scale::has_age(born.day(), 18, self.facts.as_of),
            None => self.circle.standing(who) != super::Standing::Child,
        }
    }

    /// Newest first.
    fn important(&self) -> Vec<Important> {
        let mut said = self.facts.important.clone();
        said.sort_by_key(|(entry, at)| std::cmp::Reverse((*at, *entry)));
        said.into_iter().map(|(entry, at)| Important { entry, on: day_of(at) }).collect()
    }

    fn tonight(&self) -> Vec<String> {
        let tonight = newest(of!(self.facts.cards, Tonight));
        tonight.map(|(_, tonight)| tonight.lines.clone()).unwrap_or_default()
    }

    fn message(&self, shown: Shown) -> Option<Message> {
        let message = newest(of!(self.facts.cards, ChildMessage));
        let message = message.map(|(card, message)| (card, message.text.clone(), None));
        let pages = of!(self.facts.cards, HousesPage).filter(|_| shown == Shown::OnScreen);
        let pages = pages
            .filter_map(|(card, page)| Some((card, page.for_the_front_page()?, Some(card.root))));
        let all = message.into_iter().chain(pages);
        let (card, text, page) = all.max_by_key(|(card, ..)| card.rank())?;
        Some(Message {
            page,
            text,
            said_by: self.circle.named(card.voice?),
            on: card.on(),
            new: self.is_new(card.recorded_at),
        })
    }

    fn last_seen(&self) -> Option<LastSeen> {
        let seen = self.facts.last_seen.as_ref()?;
        Some(LastSeen {
            text: seen.text.clone(),
            seen_by: self.circle.named(seen.by?),
            on: day_of(seen.at),
            note: Some(seen.note),
            new: self.is_new(seen.recorded_at),
        })
    }

    fn lately(&self) -> Vec<Lately> {
        let line = |told: &Told| Lately {
            on: day_of(told.at),
            text: told.text.clone(),
            new: self.is_new(told.recorded_at),
        };
        one_a_day(&self.facts.lately).into_iter().take(DAYS).map(line).collect()
    }
}

/// The days on which something happened, one line each: a conference that left a note, three steps
/// and an event is told once.
fn one_a_day(newest_first: &[Told]) -> Vec<&Told> {
    let mut days: Vec<&Told> = Vec::new();
    for told in newest_first {
        match days.iter_mut().find(|known| day_of(known.at) == day_of(told.at)) {
            Some(known) if known.step && !told.step => *known = told,
            Some(_) => {}
            None => days.push(told),
        }
    }
    days
}

/// Who works with the child on the page's day, each by their newest part.
fn involved(facts: &Facts) -> BTreeMap<PersonId, &Involvement> {
    let mut parts: Vec<_> = of!(facts.cards, Involvement)
        .filter(|(_, part)| part.from <= facts.as_of)
        .filter(|(_, part)| part.until.is_none_or(|until| facts.as_of <= until))
        .collect();
    parts.sort_by_key(|(card, part)| (part.from, card.rank()));
    let people = parts.into_iter().filter_map(|(_, part)| match part.who {
        Involved::Person(person) => Some((person, part)),
        Involved::Team(_) | Involved::NotYetAllocated => None,
    });
    people.collect()
}

/// The newest of rivals.
pub(crate) fn newest<'a, T>(
    cards: impl Iterator<Item = (&'a Card, &'a T)>,
) -> Option<(&'a Card, &'a T)> {
    cards.max_by_key(|(card, _)| card.rank())
}

/// Those that are pinned, in the order of the pins.
pub(super) fn pinned<'a, T>(
    pins: &[EntryId],
    cards: &[(&'a Card, &'a T)],
) -> Vec<(&'a Card, &'a T)> {
    pins.iter()
        .filter_map(|pin| cards.iter().find(|(card, _)| card.root == *pin).copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Kin, People};
    use super::*;
    use crate::child_message::ChildMessage;
    use crate::houses_page::{Hand, HousesPage, Words};
    use crate::houses_session::House;
    use jiff::civil::date;

    #[test]
    fn a_day_is_told_once_and_in_words_about_it_before_the_name_of_its_step() {
        let told = |at: &str, text: &str, step| {
            let at: Timestamp = at.parse().unwrap();
            Told { at, recorded_at: at, text: text.into(), step }
        };
        let all = [
            told("2026-11-12T15:00:00Z", "Plan ended", true),
            told("2026-11-12T14:00:00Z", "the protection plan ends", false),
            told("2026-11-12T10:00:00Z", "everybody came", false),
            told("2026-11-10T10:00:00Z", "Core group", true),
        ];
        let lines: Vec<&str> = one_a_day(&all).iter().map(|told| told.text.as_str()).collect();
        assert_eq!(lines, ["the protection plan ends", "Core group"]);
    }

    #[test]
    fn words_of_a_page_that_a_child_marked_stand_on_the_screen_and_on_no_paper() {
        let child = PersonId::from_bytes([1; 16]);
        let card = |n: u8, payload| Card {
            root: EntryId::from_bytes([n; 16]),
            id: EntryId::from_bytes([n; 16]),
            at: Timestamp::from_second(i64::from(n)).unwrap(),
            recorded_at: Timestamp::from_second(i64::from(n)).unwrap(),
            voice: Some(child),
            how: None,
            beside: vec![],
            payload,
        };
        let words =
            Words { text: "no sleeping at his".into(), by: Hand::Child, at: Timestamp::UNIX_EPOCH };
        let page = HousesPage::blank(EntryId::from_bytes([9; 16]), House::Worries, 1);
        let page = HousesPage { important: true, words: vec![words], ..page };
        let message = ChildMessage { child, text: "Ask me first.".into() };
        let cards =
            vec![card(1, Payload::ChildMessage(message)), card(2, Payload::HousesPage(page))];
        let facts = Facts {
            child,
            as_of: date(2026, 11, 27),
            looked_at: None,
            cards,
            last_seen: None,
            lately: vec![],
            important: vec![],
            kin: Kin::default(),
            people: People::default(),
        };
        let page = compose(&facts);
        let text = |message: Option<Message>| message.map(|message| message.text);
        assert_eq!(text(page.message).as_deref(), Some("no sleeping at his"));
        assert_eq!(text(page.message_on_paper).as_deref(), Some("Ask me first."));
    }
}
