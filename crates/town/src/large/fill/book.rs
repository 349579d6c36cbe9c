//! The pages that are written into a record, one after the other: several hundred lines each, made
//! here while the writing thread is at the pages before. Each line is written on its own day.

use app::chance::{Chance, Seed};
use app::edge::{Actor, Edge};
use app::error::Result;
use app::kith::{Answer, Kith};
use domain::access::{Role, Viewer};
use domain::entry::NewEntry;
use domain::id::{Authority, EntryId, PersonId};
use domain::kind::Payload;
use domain::person::Person;
use domain::time::{Happened, start_of};
use domain::voice::{Mode, Speaker, Voice};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use super::staff::{Staff, Worker};

/// Lines of a page: enough that a commit costs each of them little.
const LINES: usize = 400;
/// Pages that wait for the writing thread.
const WAITING: usize = 64;

/// A page of lines that are written together.
pub struct Page {
    chance: Chance,
    now: Timestamp,
    by: Option<u32>,
    lines: Vec<Line>,
    counted: Option<u64>,
}

/// A line: when and by which worker it is written, or by the office.
struct Line {
    now: Timestamp,
    by: Option<u32>,
    new: NewEntry,
}

impl Page {
    fn new(seed: Seed, now: Timestamp) -> Self {
        Self { chance: Chance::new(seed, now), now, by: None, lines: Vec::new(), counted: None }
    }

    /// Goes on at another moment.
    fn go_on(&mut self, seed: Seed, now: Timestamp) {
        (self.chance, self.now) = (Chance::new(seed, now), now);
    }

    /// Lines on it are counted and let go.
    pub fn to_be_counted() -> Self {
        Self { counted: Some(0), ..Self::new([0; 32], Timestamp::UNIX_EPOCH) }
    }

    /// How many lines there were.
    pub fn lines(&self) -> u64 {
        self.counted.unwrap_or_default() + u64::try_from(self.lines.len()).unwrap_or_default()
    }

    /// The next lines are written by this worker.
    pub fn by(&mut self, worker: u32) -> &mut Self {
        self.by = Some(worker);
        self
    }

    /// The next lines came with the family, from the office's papers.
    pub fn by_the_office(&mut self) -> &mut Self {
        self.by = None;
        self
    }

    /// Writes a line.
    pub fn write(
        &mut self,
        about: &[PersonId],
        happened: Happened,
        payload: impl Into<Payload>,
    ) -> EntryId {
        let id = self.chance.id();
        self.put(NewEntry::first(id, about.to_vec(), happened, payload.into()))
    }

    /// Writes a person down for the first time; a child's line is in the child's own file.
    pub fn first_of_a_person(
        &mut self,
        is_child: bool,
        happened: Happened,
        person: Person,
    ) -> PersonId {
        let id = self.chance.id();
        let file = if is_child { vec![PersonId::first_written_in(id)] } else { Vec::new() };
        PersonId::first_written_in(self.put(NewEntry::first(id, file, happened, person.into())))
    }

    /// Writes down what somebody said.
    pub fn quote(
        &mut self,
        who: PersonId,
        about: &[PersonId],
        happened: Happened,
        payload: impl Into<Payload>,
    ) -> EntryId {
        let id = self.chance.id();
        let said_by = Some(Voice { who: Speaker::Person(who), how: Mode::CloseNote });
        let new = NewEntry::first(id, about.to_vec(), happened, payload.into());
        self.put(NewEntry { said_by, ..new })
    }

    fn put(&mut self, new: NewEntry) -> EntryId {
        let id = new.id;
        match &mut self.counted {
            Some(counted) => *counted += 1,
            None => self.lines.push(Line { now: self.now, by: self.by, new }),
        }
        id
    }
}

/// The record, open for writing.
pub struct Book<'k> {
    kith: &'k Kith,
    seed: u64,
    moments: u64,
    lines: u64,
    day: Date,
    now: Timestamp,
    page: Page,
    waiting: VecDeque<Answer<()>>,
}

impl<'k> Book<'k> {
    /// From its first day.
    pub fn open(kith: &'k Kith, seed: u64, day: Date) -> Self {
        let now = morning_of(day);
        let page = Page::new(seed_of(seed, 0), now);
        Self { kith, seed, moments: 0, lines: 0, day, now, page, waiting: VecDeque::new() }
    }

    /// Lines so far.
    pub fn written(&self) -> u64 {
        self.lines + self.page.lines()
    }

    /// Does this at once, at the office; it writes so many lines.
    pub fn at_the_office<T: Send + 'static>(
        &mut self,
        lines: u64,
        f: impl Fn(&mut app::cx::Write<'_, '_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.later();
        self.lines += lines;
        self.kith.write(self.at_the_desk(), vec![], f).wait()
    }

    /// The page to write on, on that day. Days come in order.
    pub fn page_of(&mut self, day: Date, staff: &Staff) -> Result<&mut Page> {
        let is_full = self.page.lines.len() >= LINES;
        if is_full {
            self.send(staff)?;
        }
        if day != self.day {
            (self.day, self.now) = (day, morning_of(day));
        }
        if is_full || self.page.now < self.now {
            self.later();
            self.page.go_on(seed_of(self.seed, self.moments), self.now);
        }
        Ok(&mut self.page)
    }

    /// A second later, with other chance.
    fn later(&mut self) {
        self.moments += 1;
        self.now = self.now.checked_add(SignedDuration::from_secs(1)).unwrap_or(self.now);
    }

    fn at_the_desk(&self) -> Edge {
        let seed = seed_of(self.seed, self.moments);
        Edge { now: self.now, seed, actor: Actor::Console }
    }

    /// Hands the page to the writing thread; waits for an earlier one where too many wait.
    fn send(&mut self, staff: &Staff) -> Result<()> {
        let lines = std::mem::take(&mut self.page.lines);
        self.lines += u64::try_from(lines.len()).unwrap_or_default();
        let mut actors: BTreeMap<(u32, Timestamp), Actor> = BTreeMap::new();
        let mut signed: Vec<(Timestamp, Actor, NewEntry)> = Vec::with_capacity(lines.len());
        for Line { now, by, new } in lines {
            let worker = by.and_then(|by| staff.worker(by).map(|worker| (by, worker)));
            let actor = worker.map_or(Actor::Console, |(by, worker)| {
                actors.entry((by, now)).or_insert_with(|| acts(worker, now)).clone()
            });
            signed.push((now, actor, new));
        }
        self.waiting.push_back(self.kith.write_behind(self.at_the_desk(), vec![], move |cx| {
            for (now, actor, new) in &signed {
                (cx.edge.now, cx.edge.actor) = (*now, actor.clone());
                cx.record(new.clone())?;
            }
            Ok(())
        }));
        while self.waiting.len() > WAITING {
            self.waiting.pop_front().map_or(Ok(()), Answer::wait)?;
        }
        Ok(())
    }

    /// Writes what is left, waits for all of it and seals it; how many lines there are.
    pub fn close(mut self, today: Date, staff: &Staff) -> Result<u64> {
        self.send(staff)?;
        for page in self.waiting.drain(..) {
            page.wait()?;
        }
        let edge = Edge { now: morning_of(today), ..self.at_the_desk() };
        app::seal::seal_what_is_new(self.kith, edge).wait()?;
        Ok(self.lines)
    }
}

fn acts(worker: &Worker, at: Timestamp) -> Actor {
    Actor::Account(Arc::new(Viewer {
        authority: Authority::WEXCOMBE,
        account: worker.account,
        person: worker.person,
        roles: vec![Role::Practitioner],
        member_of: vec![worker.team],
        supervises: Vec::new(),
        on_call_now: false,
        ended_at: None,
        at,
    }))
}

/// Eight in the morning, or nine where the clocks have changed.
fn morning_of(day: Date) -> Timestamp {
    let midnight = Timestamp::from_microsecond(start_of(day)).unwrap_or_default();
    midnight.checked_add(SignedDuration::from_hours(8)).unwrap_or(midnight)
}

fn seed_of(seed: u64, moment: u64) -> Seed {
    let mut bytes = [0; 32];
    let words = seed.to_le_bytes().into_iter().chain(moment.to_le_bytes());
    bytes.iter_mut().zip(words).for_each(|(byte, word)| *byte = word);
    bytes
}
