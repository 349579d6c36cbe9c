//! The Brannaghs, Joel who works with them, and a clock that the test holds.

use app::account::{NewAccount, make_account};
use app::cx::Write;
use app::edge::{Actor, Edge};
use app::error::Result;
use app::houses_session::{Filing, KeptBlob, Session, file_session};
use app::kith::Kith;
use app::package::Packing;
use domain::account::Role;
use domain::drawing::MEDIA_TYPE;
use domain::entry::NewEntry;
use domain::id::{AccountId, Authority, EntryId, PersonId};
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::Payload;
use domain::name::{Name, Usage};
use domain::person::{Born, Person};
use domain::tie::{Parenthood, Tie, What};
use domain::time::Happened;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use std::sync::{Arc, Mutex};
use town::stores::{Empty, console, that_morning};

/// Tyler and his sister Kayleigh, their mother Donna, Tyler's father Pete, and who works here.
#[derive(Debug, Clone, Copy)]
pub struct People {
    pub tyler: PersonId,
    pub kayleigh: PersonId,
    pub donna: PersonId,
    pub pete: PersonId,
    /// He works with both children.
    pub joel: AccountId,
    /// She works with neither.
    pub dara: AccountId,
    pub daras: PersonId,
    /// He keeps the system.
    pub keeper: AccountId,
}

/// A store with all of them in it.
pub struct World {
    pub kith: Kith,
    pub people: People,
    hands: Mutex<Timestamp>,
    runtime: tokio::runtime::Runtime,
}

fn account(cx: &mut Write<'_, '_>, name: &str, role: Role) -> (PersonId, AccountId) {
    let new = NewAccount {
        name: name.to_owned(),
        job: "social worker".into(),
        email: format!("{}@wexcombe.example", name.to_lowercase().replace(' ', ".")),
        roles: vec![role],
        teams: vec![],
        organisation: None,
    };
    make_account(cx, &new).expect("an account")
}

pub fn first(cx: &mut Write<'_, '_>, about: Vec<PersonId>, payload: impl Into<Payload>) -> EntryId {
    let id = cx.id();
    let on = Happened::on(date(2026, 2, 27));
    cx.record(NewEntry::first(id, about, on, payload.into())).expect("written")
}

fn person(cx: &mut Write<'_, '_>, full: &str, born: Option<Born>) -> PersonId {
    let facts = Person { born, ..Person::default() };
    let person = PersonId::first_written_in(first(cx, vec![], facts));
    let (known_as, usage) = (None, Usage::Usual);
    let name = Name { person, full: full.into(), known_as, usage, from: None, until: None };
    first(cx, vec![person], name);
    person
}

pub fn parent(cx: &mut Write<'_, '_>, from: PersonId, to: PersonId) {
    let what = What::ParentOf { by: Parenthood::ALL[0], responsibility: None, unnamed: None };
    first(cx, vec![to], Tie { from, to, what, since: None, until: None, note: None });
}

fn led_by(cx: &mut Write<'_, '_>, child: PersonId, worker: PersonId) {
    let (who, from) = (Involved::Person(worker), date(2026, 2, 27));
    let part = Involvement { child, who, role: Part::Lead, title: None, from, until: None };
    first(cx, vec![child], part);
}

fn people(cx: &mut Write<'_, '_>) -> Result<People> {
    cx.keep_authority(Authority::WEXCOMBE)?;
    let (joels, joel) = account(cx, "Joel Whitby", Role::Practitioner);
    let (daras, dara) = account(cx, "Dara Quill", Role::Practitioner);
    let (_, keeper) = account(cx, "Mo Farr", Role::Administrator);
    let born = |year| Some(Born::On(date(year, 5, 1)));
    let tyler = person(cx, "Tyler Brannagh", born(2018));
    let kayleigh = person(cx, "Kayleigh Brannagh", born(2012));
    let (donna, pete) = (person(cx, "Donna Brannagh", None), person(cx, "Pete Hall", None));
    for child in [tyler, kayleigh] {
        led_by(cx, child, joels);
        parent(cx, donna, child);
    }
    parent(cx, pete, tyler);
    Ok(People { tyler, kayleigh, donna, pete, joel, dara, daras, keeper })
}

impl World {
    /// All of them in an empty store, from which nothing goes to other systems.
    pub fn new(store: &Empty) -> Self {
        Self::that_sends(store, Packing::default())
    }

    pub fn that_sends(store: &Empty, packing: Packing) -> Self {
        let kith = store.open(1).expect("opened").with_packing(packing);
        let people = kith.write(console(2), vec![], people).wait().expect("written");
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
        let (hands, runtime) = (Mutex::new(that_morning()), runtime.expect("a runtime"));
        Self { kith, people, hands, runtime }
    }

    /// The same store as another start of the program finds it.
    pub fn started_again(self, store: &Empty, packing: Packing) -> Self {
        drop(self.kith);
        let kith = store.open(9).expect("opened").with_packing(packing);
        Self { kith, ..self }
    }

    pub fn now(&self) -> Timestamp {
        *self.hands.lock().expect("a clock")
    }

    pub fn minutes_pass(&self, minutes: i64) {
        let mut hands = self.hands.lock().expect("a clock");
        *hands = hands.checked_add(SignedDuration::from_mins(minutes)).expect("a time");
    }

    pub fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// Somebody at work now.
    pub fn edge(&self, account: AccountId) -> Edge {
        self.edge_at(account, self.now())
    }

    /// Somebody at work at that moment.
    pub fn edge_at(&self, account: AccountId, now: Timestamp) -> Edge {
        let found = self.kith.read(console(0), move |cx| Ok(cx.tx.find_account(account)?)).wait();
        let viewer = found.expect("read").expect("an account").viewer(now);
        let seed = now.as_microsecond().to_le_bytes().repeat(4).try_into().expect("32 bytes");
        Edge { now, seed, actor: Actor::Account(Arc::new(viewer)) }
    }

    /// Keeps a drawing.
    pub fn keep(&self, drawing: &[u8]) -> KeptBlob {
        let blobs = &self.kith.office().expect("an office").blobs;
        let digest = self.wait(blobs.keep(drawing, [3; 32])).expect("kept");
        KeptBlob { digest, bytes: drawing.len() as u64, media_type: MEDIA_TYPE.into() }
    }

    /// How Joel files it about this child, with its drawings kept.
    pub fn filing(&self, child: PersonId, session: &Session) -> Filing {
        let kept = session.pages.iter().filter_map(|page| {
            let drawing = page.drawing.as_ref()?;
            Some((page.id, self.keep(drawing)))
        });
        Filing {
            child,
            account: self.people.joel,
            bundle: [7; 32],
            blobs: kept.collect(),
            speaks_to: vec![],
            unopened: 0,
            written_up: false,
        }
    }

    /// Files it so; its root.
    pub fn file_as(&self, by: AccountId, session: &Session, filing: &Filing) -> Result<EntryId> {
        let (session, filing) = (session.clone(), filing.clone());
        let about = vec![filing.child];
        let file = move |cx: &mut Write<'_, '_>| file_session(cx, &session, filing.clone());
        self.kith.write(self.edge(by), about, file).wait()
    }

    /// Files it about this child, by Joel; its root.
    pub fn file(&self, child: PersonId, session: &Session) -> EntryId {
        let filing = self.filing(child, session);
        self.file_as(self.people.joel, session, &filing).expect("filed")
    }
}
