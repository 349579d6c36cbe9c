//! Two teams, one person for each role, and for each of them a child of their own, of the team, of
//! a stranger, and one whose file is restricted.

use super::Actor;
use app::account::{NewAccount, make_account, make_team, set_password};
use app::cx::Write;
use app::error::Result;
use app::import::held::FOLDER;
use app::kith::Kith;
use app::package::{Folder, Packing, Sent};
use domain::account::{Account, Role};
use domain::entry::NewEntry;
use domain::hours::Hours;
use domain::id::{AccountId, Authority, EntryId, PersonId, TeamId};
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::Payload;
use domain::name::{Name, Usage};
use domain::note::{Note, NoteKind};
use domain::package_out::Way;
use domain::person::{Born, Person};
use domain::restriction::{Because, Restriction, Whom};
use domain::team::Team;
use domain::time::Happened;
use jiff::civil::{date, time};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use town::stores::{Empty, console, empty_stores, that_morning};
use web::{Settings, Site};

/// Everybody's password.
pub const PASSWORD: &str = "three mugs on the sill";

/// Who works here: the word before the sign of their address, and what for.
const STAFF: [(&str, Role, bool); 11] = [
    ("worker", Role::Practitioner, true),
    ("partner", Role::PartnerPractitioner, true),
    ("manager", Role::Supervisor, true),
    ("oncall", Role::OnCall, true),
    ("offduty", Role::OnCall, true),
    ("leader", Role::Leader, true),
    ("data", Role::DataOfficer, true),
    ("guardian", Role::Guardian, true),
    ("admin", Role::Administrator, true),
    ("colleague", Role::Practitioner, true),
    ("stranger", Role::Practitioner, false),
];

/// A council, served.
pub struct Council {
    /// The record.
    pub kith: Option<Kith>,
    /// What it is kept in.
    pub store: Empty,
    clock: Arc<Mutex<Timestamp>>,
    chance: Arc<AtomicU64>,
    accounts: BTreeMap<&'static str, (PersonId, AccountId)>,
    children: BTreeMap<String, PersonId>,
    notes: BTreeMap<String, EntryId>,
}

impl Council {
    /// With everybody in it.
    pub fn new() -> Self {
        let mut council = Self::empty();
        aside(|| council.fill());
        council
    }

    /// The same people, where the kit runs without the record.
    pub fn alone() -> Self {
        let mut council = Self::new();
        council.kith = council.kith.map(Kith::alone);
        council
    }

    /// Sittings leave into this folder.
    pub fn with_folder(mut self, path: PathBuf) -> Self {
        let folder = Folder { path, name: "the case system".into() };
        let packing = Packing { folder: Some(folder), ..Packing::default() };
        self.kith = self.kith.map(|kith| kith.with_packing(packing));
        self
    }

    /// What the program does by itself every few seconds: puts what waits into the folder.
    pub async fn put_in_folder(&self) -> Sent {
        let kith = self.kith.as_ref().expect("open");
        let mut edge = console(0);
        edge.now = *self.clock.lock().expect("the clock");
        edge.seed = seed(self.chance.fetch_add(1, Ordering::Relaxed));
        let now = edge.now;
        let clock: app::package::Clock = Arc::new(move || now);
        kith.send_next(edge, Way::Folder, &clock).await.expect("looked")
    }

    /// A record with an authority and nobody in it.
    pub fn empty() -> Self {
        let store = empty_stores().expect("stores").into_iter().next().expect("SQLite");
        let kith = store.open(1).expect("opened");
        let authority = Authority::new(201).expect("a code");
        let kept = kith.write(console(2), vec![], move |cx| cx.keep_authority(authority));
        aside(|| kept.wait().expect("kept"));
        Self {
            kith: Some(kith),
            store,
            clock: Arc::new(Mutex::new(that_morning())),
            chance: Arc::default(),
            accounts: BTreeMap::new(),
            children: BTreeMap::new(),
            notes: BTreeMap::new(),
        }
    }

    /// A browser before this council.
    pub fn browser(&self) -> Actor {
        self.browser_of(Settings::default())
    }

    /// A browser before this council, served so.
    pub fn browser_of(&self, settings: Settings) -> Actor {
        let settings = Settings { holding: self.holding(), ..settings };
        let clock = Arc::clone(&self.clock);
        let chance = Arc::clone(&self.chance);
        let kith = self.kith.clone().expect("open");
        let site = Site::new(
            kith,
            Arc::new(move || *clock.lock().expect("the clock")),
            Arc::new(move || seed(chance.fetch_add(1, Ordering::Relaxed))),
            settings,
        );
        Actor::before(web::router(site))
    }

    /// The folder in which files wait.
    pub fn holding(&self) -> PathBuf {
        self.store.folder().join(FOLDER)
    }

    /// A browser in which somebody is signed in.
    pub async fn signed_in(&self, who: &str) -> Actor {
        let mut actor = self.browser();
        let answer = actor.sign_in(&address(who), PASSWORD).await;
        assert_eq!(answer.code(), 303, "{who} signs in: {}", answer.text);
        actor
    }

    /// Time passes.
    pub fn later(&self, minutes: i64) {
        *self.clock.lock().expect("the clock") += SignedDuration::from_mins(minutes);
    }

    /// The program is stopped and begun again.
    pub fn restart(&mut self) {
        self.kith = None;
        self.kith = Some(self.store.open(2).expect("opened again"));
    }

    /// Somebody's account.
    pub fn account(&self, who: &str) -> AccountId {
        self.accounts[who].1
    }

    /// Somebody.
    pub fn person(&self, who: &str) -> PersonId {
        self.accounts[who].0
    }

    /// A child, by the name they are known by here: "worker's own", "the team's".
    pub fn child(&self, which: &str) -> PersonId {
        self.children[which]
    }

    /// The note that somebody wrote in the file of this child.
    pub fn note(&self, which: &str) -> EntryId {
        self.notes[which]
    }

    /// Looks wait in a file while the database takes no write, as in a record that is served.
    pub fn keep_looks_aside(&mut self) {
        let kith = self.kith.take().expect("open").with_spool(self.store.folder());
        self.kith = Some(kith.expect("a file to keep looks in"));
    }

    /// What the program does by itself every few seconds: how many looks had waited.
    pub fn write_down_looks(&self) -> usize {
        let kith = self.kith.as_ref().expect("open");
        aside(|| app::upkeep::write_down_looks_that_waited(kith).expect("written"))
    }

    /// The look that was written down last, as it is kept.
    pub fn newest_look(&self) -> String {
        let kith = self.kith.as_ref().expect("open");
        let newest = kith.read(console(0), |cx| {
            Ok(cx.tx.get::<(String,)>("select line from look order by seq desc limit 1", ())?.0)
        });
        aside(|| newest.wait().expect("a look"))
    }

    /// What the program does by itself each day: how many chunks it swept away.
    pub fn sweep(&self) -> usize {
        let kith = self.kith.as_ref().expect("open");
        let mut edge = console(0);
        edge.now = *self.clock.lock().expect("the clock");
        aside(|| {
            let alone = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
            alone.block_on(app::upkeep::sweep_old_chunks(kith, edge)).expect("swept")
        })
    }

    fn fill(&mut self) {
        let near = self.team("Riverside");
        let far = self.team("Hill");
        let hash = app::sign_in::hash(PASSWORD, &[7; 16]).expect("hashed");
        for (who, role, is_near) in STAFF {
            let team = if is_near { near } else { far };
            let made = self.write(move |cx| person_with_account(cx, who, role, team));
            let hash = hash.clone();
            self.write(move |cx| set_password(cx, made.1, &hash));
            self.accounts.insert(who, made);
        }
        for (who, _, _) in STAFF {
            self.led_by(&format!("{who}’s own"), who);
        }
        self.led_by("the team’s", "colleague");
        self.led_by("the stranger’s", "stranger");
        let restricted = self.led_by("restricted", "stranger");
        let stranger = self.person("stranger");
        self.write(move |cx| {
            record(cx, restricted, restriction(restricted, Whom::Only(vec![stranger])))
        });
        let shut_out = self.led_by("shuts the worker out", "colleague");
        let worker = self.person("worker");
        self.write(move |cx| {
            record(cx, shut_out, restriction(shut_out, Whom::ShutOut(vec![worker])))
        });
    }

    fn led_by(&mut self, which: &str, who: &str) -> PersonId {
        let (name, lead) = (which.to_owned(), self.person(who));
        let (child, note) = self.write(move |cx| {
            let child = child_of(cx, &name, lead)?;
            Ok((child, note_about(cx, vec![child])?))
        });
        self.children.insert(which.to_owned(), child);
        self.notes.insert(which.to_owned(), note);
        child
    }

    /// A note about several children.
    pub fn note_about(&self, which: &[&str]) -> EntryId {
        let about: Vec<PersonId> = which.iter().map(|which| self.child(which)).collect();
        self.write(move |cx| note_about(cx, about.clone()))
    }

    fn team(&self, name: &'static str) -> TeamId {
        let team = move || Team { name: name.into(), duty_phone: None, closed_on: None };
        self.write(move |cx| make_team(cx, team()))
    }

    /// Writes as whoever holds the machine.
    pub fn write<T: Send + 'static>(
        &self,
        f: impl Fn(&mut Write<'_, '_>) -> Result<T> + Send + 'static,
    ) -> T {
        let mut edge = console(0);
        edge.seed = seed(self.chance.fetch_add(1, Ordering::Relaxed));
        edge.now = *self.clock.lock().expect("the clock");
        let kith = self.kith.as_ref().expect("open");
        aside(|| kith.write(edge, vec![], f).wait().expect("written"))
    }
}

/// Waits on a thread of its own: a story that awaits may not.
fn aside<T: Send>(f: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(f).join().expect("done"))
}

/// What somebody signs in with.
pub fn address(who: &str) -> String {
    format!("{who}@council.example")
}

fn seed(n: u64) -> [u8; 32] {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let mut seed = [0; 32];
    for (nth, eight) in seed.chunks_mut(8).enumerate() {
        let mut hasher = DefaultHasher::new();
        (n, nth).hash(&mut hasher);
        eight.copy_from_slice(&hasher.finish().to_le_bytes());
    }
    seed
}

fn person_with_account(
    cx: &mut Write<'_, '_>,
    who: &str,
    role: Role,
    team: TeamId,
) -> Result<(PersonId, AccountId)> {
    let new = NewAccount {
        name: format!("{}{} Marsh", who[..1].to_uppercase(), &who[1..]),
        job: "works here".into(),
        email: address(who),
        roles: vec![role],
        teams: vec![team],
        organisation: None,
    };
    let made = make_account(cx, &new)?;
    let on_duty = who == "oncall";
    app::account::amend_account(cx, made.1, move |account: &mut Account| {
        let from = if on_duty { time(8, 0, 0, 0) } else { time(20, 0, 0, 0) };
        account.on_call = vec![Hours { days: vec![], from, to: time(19, 0, 0, 0) }];
        if !on_duty {
            account.on_call[0].to = time(21, 0, 0, 0);
        }
    })?;
    Ok(made)
}

fn child_of(cx: &mut Write<'_, '_>, name: &str, lead: PersonId) -> Result<PersonId> {
    let at = Happened::at(cx.now());
    let born = Some(Born::On(date(2019, 3, 1)));
    let id = cx.id();
    let payload = Payload::Person(Person { born, ..Person::default() });
    cx.record(NewEntry::first(id, vec![PersonId::first_written_in(id)], at, payload))?;
    let child = PersonId::first_written_in(id);
    let name = Name {
        person: child,
        full: format!("Child {name}"),
        known_as: None,
        usage: Usage::Usual,
        from: None,
        until: None,
    };
    record(cx, child, Payload::Name(name))?;
    let involvement = Involvement {
        child,
        who: Involved::Person(lead),
        role: Part::Lead,
        title: None,
        from: date(2026, 10, 1),
        until: None,
    };
    record(cx, child, Payload::Involvement(involvement))?;
    Ok(child)
}

fn note_about(cx: &mut Write<'_, '_>, about: Vec<PersonId>) -> Result<EntryId> {
    let note = Note {
        kind: NoteKind::Visit,
        title: Some("The first visit".into()),
        place: None,
        with: None,
        text: "They were all at the table.".into(),
        short: None,
        seen: vec![],
        there: vec![],
        interpreter: None,
        original: None,
        planned: false,
        changes_the_picture: None,
        anew_because: None,
    };
    let (id, at) = (cx.id(), Happened::on(date(2026, 11, 20)));
    cx.record(NewEntry::first(id, about, at, Payload::Note(note)))
}

fn restriction(child: PersonId, whom: Whom) -> Payload {
    Payload::Restriction(Restriction {
        child,
        whom,
        because: Because::StaffFamily,
        words: None,
        from: date(2026, 10, 1),
        until: None,
    })
}

fn record(cx: &mut Write<'_, '_>, child: PersonId, payload: Payload) -> Result<()> {
    let (id, at) = (cx.id(), Happened::at(cx.now()));
    cx.record(NewEntry::first(id, vec![child], at, payload)).map(drop)
}
