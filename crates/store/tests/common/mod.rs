//! What the stories of this crate share: an empty store on each database there is, a scribe who
//! writes entries one after another, and readers.
#![allow(dead_code, reason = "each story uses its part")]
#![allow(missing_docs, reason = "a field is a person of the family, by name")]

pub mod idris;

use domain::access::{FileAccess, Holder, Reach, Role, Span, Viewer, Way};
use domain::entry::NewEntry;
use domain::id::{AccountId, Authority, EntryId, PersonId, WriterId};
use domain::kind::Payload;
use domain::time::Happened;
use domain::voice::{Mode, Recorder, Speaker, Voice};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use std::sync::mpsc;
use store::journal::{Pen, Stamp};
use store::place::Place;
use store::queue::Lane;
use store::reader::ReadJob;
use store::store::{Opening, Store};
use store::tx::Tx;
use store::writer::{Hold, Outcome, Pace, WriteJob};
use tempfile::TempDir;
use uuid::Uuid;

/// A store for one story.
pub struct Shelf {
    /// Which database, for what a failing test says.
    pub database: &'static str,
    /// Where it is.
    pub place: Place,
    store: Store,
    _folder: TempDir,
}

/// An empty store on SQLite, and one on PostgreSQL where there is one.
pub fn shelves() -> Vec<Shelf> {
    let mut shelves = vec![on_sqlite()];
    match std::env::var("KITH_TEST_DATABASE_URL") {
        Ok(url) => shelves.push(on_postgres(&url)),
        Err(_) => println!("Not on PostgreSQL: KITH_TEST_DATABASE_URL is not set."),
    }
    shelves
}

/// An empty store on SQLite.
pub fn on_sqlite() -> Shelf {
    let folder = tempfile::tempdir().expect("a folder");
    let place = Place::Folder(folder.path().to_owned());
    Shelf::open("SQLite", place, folder)
}

fn on_postgres(url: &str) -> Shelf {
    let folder = tempfile::Builder::new().prefix("s_").rand_bytes(12).tempdir().expect("a folder");
    let name = folder.path().file_name().expect("a name").to_string_lossy().to_lowercase();
    let mut tx = Place::Postgres(url.to_owned()).connect().expect("PostgreSQL");
    tx.batch(&format!("create schema {name}")).expect("a schema");
    let and = if url.contains('?') { '&' } else { '?' };
    let place = Place::Postgres(format!("{url}{and}options=-csearch_path%3D{name}"));
    Shelf::open("PostgreSQL", place, folder)
}

impl Shelf {
    fn open(database: &'static str, place: Place, folder: TempDir) -> Self {
        let opening = Opening {
            place: place.clone(),
            series: vec![(WriterId(Uuid::from_u128(0xA11)), WriterId(Uuid::from_u128(0xA12)))],
            readers: 1,
            pace: Pace::SERVING,
        };
        let store = Store::open(&opening).expect("a store");
        Self { database, place, store, _folder: folder }
    }

    /// Does this with the pen, and waits until it is durable.
    pub fn write<T: Send + 'static>(
        &self,
        mut f: impl FnMut(&mut Pen<'_>) -> T + Send + 'static,
    ) -> T {
        let (done, kept) = mpsc::channel();
        let (made, result) = mpsc::channel();
        let run = move |pen: &mut Pen<'_>| {
            made.send(f(pen)).expect("somebody waits");
            Outcome::Keep
        };
        let answer = move |answer| done.send(answer).expect("somebody waits");
        let job = WriteJob {
            hold: Hold::Persons(Vec::new()),
            run: Box::new(run),
            answer: Box::new(answer),
        };
        self.store.write(Lane::Waiting, job).expect("room");
        kept.recv().expect("an answer").expect("it is kept");
        result.recv().expect("what was made")
    }

    /// Appends everything that the scribe has written.
    pub fn append(&self, scribe: &mut Scribe) {
        let entries = std::mem::take(&mut scribe.written);
        self.append_all(entries);
    }

    /// Appends these, in this order.
    pub fn append_all(&self, entries: Vec<(NewEntry, Stamp)>) {
        self.write(move |pen| {
            for (entry, stamp) in &entries {
                pen.append(entry.clone(), *stamp).expect("it is appended");
            }
        });
    }

    /// Reads, in one snapshot.
    pub fn read<T: Send + 'static>(&self, f: impl FnOnce(&mut Tx) -> T + Send + 'static) -> T {
        let (made, result) = mpsc::channel();
        let job = ReadJob {
            run: Box::new(move |tx| made.send(f(tx)).expect("somebody waits")),
            answer: Box::new(|answer| answer.expect("it is read")),
        };
        self.store.read(job).expect("room");
        result.recv().expect("what was read")
    }
}

/// Writes entries, a minute after one another.
pub struct Scribe {
    made: u128,
    /// When the next entry is written down.
    pub now: Timestamp,
    /// Who writes.
    pub by: Recorder,
    /// What has been written and not yet appended.
    pub written: Vec<(NewEntry, Stamp)>,
}

impl Scribe {
    /// One whose entries are numbered from here.
    pub fn from(first: u128) -> Self {
        let now = "2026-10-01T09:00:00Z".parse().expect("a moment");
        Self { made: first, now, by: Recorder::Program { acting_for: None }, written: Vec::new() }
    }

    /// The next entry's id.
    pub fn id(&mut self) -> EntryId {
        self.made += 1;
        EntryId(Uuid::from_u128(self.made))
    }

    /// Writes a first version.
    pub fn writes(&mut self, about: &[PersonId], on: Date, payload: impl Into<Payload>) -> EntryId {
        let id = self.id();
        let entry = NewEntry::first(id, about.to_vec(), Happened::on(on), payload.into());
        self.keep(entry)
    }

    /// Writes down what somebody said.
    pub fn quotes(
        &mut self,
        (who, how): (PersonId, Mode),
        about: &[PersonId],
        on: Date,
        payload: impl Into<Payload>,
    ) -> EntryId {
        let id = self.writes(about, on, payload);
        self.last().said_by = Some(Voice { who: Speaker::Person(who), how });
        id
    }

    /// The entry that was written last.
    pub fn last(&mut self) -> &mut NewEntry {
        &mut self.written.last_mut().expect("something was written").0
    }

    /// Writes what takes the place of an entry, with all it said but the payload.
    pub fn replaces(&mut self, old: &NewEntry, payload: impl Into<Payload>) -> EntryId {
        let id = self.id();
        let entry = NewEntry { id, replaces: Some(old.id), payload: payload.into(), ..old.clone() };
        self.keep(entry)
    }

    fn keep(&mut self, entry: NewEntry) -> EntryId {
        let id = entry.id;
        let stamp = Stamp {
            authority: Authority::WEXCOMBE,
            recorded_at: self.now,
            recorded_by: self.by,
            salt: [7; 16],
        };
        self.now += SignedDuration::from_mins(1);
        self.written.push((entry, stamp));
        id
    }
}

/// Somebody of the council who leads the work with these children.
pub fn leads(person: PersonId, account: AccountId, children: &[PersonId]) -> Reader {
    Reader::with(person, account, children, Some(Reach::Leads))
}

/// Somebody of the council whose team the children are in.
pub fn in_the_team(person: PersonId, account: AccountId, children: &[PersonId]) -> Reader {
    Reader::with(person, account, children, Some(Reach::OwnTeam))
}

/// Somebody of the council who has nothing to do with these children.
pub fn a_stranger(children: &[PersonId]) -> Reader {
    let (person, account) = (PersonId(Uuid::from_u128(0xF1)), AccountId(Uuid::from_u128(0xF2)));
    Reader::with(person, account, children, None)
}

/// Who reads, and how the files stand to them.
#[derive(Clone)]
pub struct Reader {
    /// Who.
    pub viewer: Viewer,
    /// The files.
    pub files: Vec<FileAccess>,
}

impl Reader {
    fn with(
        person: PersonId,
        account: AccountId,
        children: &[PersonId],
        reach: Option<Reach>,
    ) -> Self {
        let span = Span { from: Timestamp::MIN, until: None };
        let way = |reach| Way { holder: Holder::Person(person), reach, span };
        let file = |child: &PersonId| FileAccess {
            child: *child,
            withdrawn: false,
            restricted: false,
            shut_out: false,
            ways: reach.into_iter().map(way).collect(),
        };
        let viewer = Viewer {
            authority: Authority::WEXCOMBE,
            account,
            person,
            roles: vec![Role::Practitioner],
            member_of: Vec::new(),
            supervises: Vec::new(),
            on_call_now: false,
            ended_at: None,
            at: "2026-11-24T11:45:00Z".parse().expect("a moment"),
        };
        Self { viewer, files: children.iter().map(file).collect() }
    }
}
