//! A desk to save from: a record of Wexcombe, a worker who is signed in, and two children she
//! works with.

use app::account::{NewAccount, make_account};
use app::chance::{Chance, Seed};
use app::cx::Write;
use app::edge::{Actor, Edge};
use app::error::Result;
use app::kith::{Answer, Kith, Open, Pace, Place};
use app::note::{TypedNote, record_note};
use app::session::{Caller, Token};
use domain::account::Role;
use domain::entry::{Digest, NewEntry};
use domain::id::{Authority, EntryId, PersonId};
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::Payload;
use domain::person::Person;
use domain::session::Session;
use domain::time::{Happened, day_of};
use std::path::Path;
use town::stores::that_morning;

/// The words of a visit note: a hundred and twenty.
const WORDS: usize = 120;

/// A worker at her desk.
pub struct Desk {
    /// The record.
    pub kith: Kith,
    session: Digest,
    children: [PersonId; 2],
}

/// Opens the record in a folder.
pub fn open(folder: &Path, seed: Seed) -> Result<Kith> {
    Kith::open(&Open {
        place: Place::Folder(folder.to_owned()),
        readers: 1,
        writers: 1,
        pace: Pace::SERVING,
        now: that_morning(),
        seed,
    })
}

impl Desk {
    /// Opens the record and signs a new worker in; all chance comes from the seed.
    pub fn open(folder: &Path, seed: Seed) -> Result<Self> {
        let mut chance = Chance::new(seed, that_morning());
        let kith = open(folder, chance.seed())?;
        let token = Token::new(chance.seed());
        let edge = Edge { now: that_morning(), seed: chance.seed(), actor: Actor::Console };
        let session = token.digest();
        let children = kith.write(edge, vec![], move |cx| sit_down(cx, session)).wait()?;
        Ok(Self { kith, session, children })
    }

    /// Saves a visit note about both children.
    pub fn save(&self, seed: Seed) -> Answer<EntryId> {
        let caller = Caller { session: self.session, now: that_morning(), seed, acts: true };
        let note = TypedNote {
            children: self.children.to_vec(),
            kind: "visit".into(),
            place: "at home".into(),
            text: vec!["kettle"; WORDS].join(" "),
            ..TypedNote::default()
        };
        self.kith.save(caller, self.children.to_vec(), move |cx| record_note(cx, &note))
    }
}

fn sit_down(cx: &mut Write<'_, '_>, session: Digest) -> Result<[PersonId; 2]> {
    cx.keep_authority(Authority::WEXCOMBE)?;
    let at = Happened::at(cx.now());
    let first = cx.id();
    let new = NewAccount {
        name: "Anita".into(),
        job: "social worker".into(),
        email: format!("{first}@wexcombe.example"),
        roles: vec![Role::Practitioner],
        teams: vec![],
        organisation: None,
    };
    let (worker, account) = make_account(cx, &new)?;
    let now = cx.now();
    cx.tx().keep_session(session, account, Session::begin(now))?;
    let mut child = || {
        let (id, entry) = (cx.id(), cx.id());
        cx.record(NewEntry::first(id, vec![], at, Payload::Person(Person::default())))?;
        let child = PersonId::first_written_in(id);
        let part = Involvement {
            child,
            who: Involved::Person(worker),
            role: Part::Lead,
            title: None,
            from: day_of(now),
            until: None,
        };
        cx.record(NewEntry::first(entry, vec![child], at, Payload::Involvement(part)))?;
        Ok::<PersonId, app::error::Error>(child)
    };
    Ok([child()?, child()?])
}
