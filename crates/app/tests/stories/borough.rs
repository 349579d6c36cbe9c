//! A borough to tell stories in: an empty record, with colleagues and children as a story needs
//! them.

use app::account::{NewAccount, make_account, make_team};
use app::cx::Write;
use app::edge::{Actor, Edge};
use app::error::Result;
use app::kith::{Kith, Open, Pace};
use app::session::{Caller, Token};
use domain::access::Viewer;
use domain::account::Role;
use domain::entry::NewEntry;
use domain::id::{AccountId, Authority, EntryId, PersonId, TeamId};
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::Payload;
use domain::note::{Note, NoteKind};
use domain::person::Person;
use domain::session::Session;
use domain::team::Team;
use domain::time::{Happened, day_of};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use town::stores::{Empty, console, empty_stores, that_morning};

/// An open record of Wexcombe.
pub struct Borough {
    /// Where it is.
    pub store: Empty,
    /// The record.
    pub kith: Kith,
}

/// Somebody with an account.
#[derive(Debug, Clone, Copy)]
pub struct Colleague {
    /// Who.
    pub person: PersonId,
    /// Their account.
    pub account: AccountId,
}

/// A borough on each database there is.
pub fn boroughs() -> Vec<Borough> {
    let open = |store: Empty| {
        let kith = store.open(1).expect("opened");
        let keep = |cx: &mut Write<'_, '_>| cx.keep_authority(Authority::WEXCOMBE);
        kith.write(console(2), vec![], keep).wait().expect("an authority");
        Borough { store, kith }
    };
    empty_stores().expect("stores").into_iter().map(open).collect()
}

/// The console, with chance of its own.
pub fn edge() -> Edge {
    static DRAWN: AtomicU64 = AtomicU64::new(1);
    let mut edge = console(7);
    let drawn = DRAWN.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    edge.seed[..8].copy_from_slice(&drawn);
    edge
}

/// So many minutes after that morning.
pub fn after(minutes: i64) -> Timestamp {
    that_morning() + SignedDuration::from_mins(minutes)
}

/// A visit, in these words.
pub fn note(id: EntryId, about: Vec<PersonId>, words: &str) -> NewEntry {
    let note = Note {
        kind: NoteKind::Visit,
        title: None,
        place: Some("at home".into()),
        with: None,
        text: words.into(),
        short: None,
        seen: vec![],
        there: vec![],
        interpreter: None,
        original: None,
        planned: false,
        changes_the_picture: None,
        anew_because: None,
    };
    NewEntry::first(id, about, Happened::at(that_morning()), Payload::Note(note))
}

impl Borough {
    /// With all that is written in one series, on either database.
    pub fn with_one_writer(self) -> Self {
        let Self { store, kith } = self;
        drop(kith);
        let open = Open {
            place: store.place.clone(),
            readers: 1,
            writers: 1,
            pace: Pace::SERVING,
            now: that_morning(),
            seed: [3; 32],
        };
        let kith = Kith::open(&open).expect("opened");
        Self { store, kith }
    }

    /// Writes as the console, and must succeed.
    pub fn write<T: Send + 'static>(
        &self,
        f: impl Fn(&mut Write<'_, '_>) -> Result<T> + Send + 'static,
    ) -> T {
        self.kith.write(edge(), vec![], f).wait().expect("written")
    }

    /// A team.
    pub fn team(&self, name: &str) -> TeamId {
        let team = Team { name: name.into(), duty_phone: None, closed_on: None };
        self.write(move |cx| make_team(cx, team.clone()))
    }

    /// Somebody with an account of this role, in these teams.
    pub fn colleague(&self, name: &str, role: Role, teams: &[TeamId]) -> Colleague {
        let new = NewAccount {
            name: name.into(),
            job: "works here".into(),
            email: format!("{}@wexcombe.example", name.to_lowercase()),
            roles: vec![role],
            teams: teams.to_vec(),
            organisation: None,
        };
        let (person, account) = self.write(move |cx| make_account(cx, &new));
        Colleague { person, account }
    }

    /// A child with a file.
    pub fn child(&self) -> PersonId {
        self.write(|cx| {
            let id = cx.id();
            let at = Happened::at(cx.now());
            let child = Payload::Person(Person::default());
            let id = cx.record(NewEntry::first(id, vec![], at, child))?;
            Ok(PersonId::first_written_in(id))
        })
    }

    /// From that day on this colleague leads the work with the child.
    pub fn leads(&self, colleague: Colleague, child: PersonId) {
        self.write(move |cx| {
            let id = cx.id();
            let part = Involvement {
                child,
                who: Involved::Person(colleague.person),
                role: Part::Lead,
                title: None,
                from: day_of(that_morning()),
                until: None,
            };
            let at = Happened::on(part.from);
            cx.record(NewEntry::first(id, vec![child], at, Payload::Involvement(part)))
        });
    }

    /// Who asks with this account at a moment.
    pub fn viewer(&self, colleague: Colleague, at: Timestamp) -> Viewer {
        let account = colleague.account;
        let known = self.kith.read(edge(), move |cx| Ok(cx.tx.find_account(account)?)).wait();
        known.expect("read").expect("the account").viewer(at)
    }

    /// A request of this colleague's.
    pub fn edge_of(&self, colleague: Colleague, at: Timestamp) -> Edge {
        let viewer = Arc::new(self.viewer(colleague, at));
        Edge { now: at, actor: Actor::Account(viewer), ..edge() }
    }

    /// Signed in at that moment, by a session that simply is there.
    pub fn signed_in(&self, colleague: Colleague, at: Timestamp) -> Caller {
        let token = Token::new(edge().seed);
        let (digest, account) = (token.digest(), colleague.account);
        let session = Session::begin(at);
        self.write(move |cx| Ok(cx.tx().keep_session(digest, account, session)?));
        Caller { session: digest, now: at, seed: edge().seed, acts: true }
    }

    /// How many entries the journal has.
    pub fn entries(&self) -> i64 {
        self.kith.read(edge(), |cx| Ok(cx.tx.count_entries()?)).wait().expect("read")
    }

    /// The journal is what was written, and the views are what it amounts to.
    pub fn proves_sound(self) {
        let Self { store, kith } = self;
        drop(kith);
        let difference = app::upkeep::check_views(&store.place).expect("checked");
        assert_eq!(difference, None, "{}", store.database);
        app::upkeep::verify(&store.place).expect("read").expect("as it was written");
    }
}
