//! Tyler's sitting, filed by Joel, with a drawing that is kept.

use app::account::{NewAccount, make_account};
use app::cx::Write;
use app::edge::{Actor, Edge};
use app::houses_session::{Filing, KeptBlob, Session, file_session, read};
use app::kith::Kith;
use app::package::{Clock, Packing, Sent};
use domain::account::Role;
use domain::entry::NewEntry;
use domain::id::{AccountId, Authority, EntryId, PersonId};
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::Payload;
use domain::name::{Name, Usage};
use domain::package_out::Way;
use domain::person::Person;
use domain::tie::{Parenthood, Tie, What};
use domain::time::Happened;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use store::package_out::InTrouble;
use town::stores::{Empty, console, that_morning};

pub const PAGE: &str = "0192f0c1-0000-7000-8000-000000000171";

/// A store with Tyler, who works with him, and a clock that the test holds.
pub struct World {
    pub kith: Kith,
    pub tyler: PersonId,
    pub kayleigh: PersonId,
    pub donna: PersonId,
    pub joel: AccountId,
    pub keeper: AccountId,
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

fn first(cx: &mut Write<'_, '_>, about: Vec<PersonId>, payload: impl Into<Payload>) -> EntryId {
    let id = cx.id();
    let on = Happened::on(date(2026, 2, 27));
    cx.record(NewEntry::first(id, about, on, payload.into())).expect("written")
}

fn person(cx: &mut Write<'_, '_>, full: &str) -> PersonId {
    let person = PersonId::first_written_in(first(cx, vec![], Person::default()));
    let (known_as, usage) = (None, Usage::Usual);
    let name = Name { person, full: full.into(), known_as, usage, from: None, until: None };
    first(cx, vec![person], name);
    person
}

impl World {
    pub fn new(store: &Empty, packing: Packing) -> Self {
        let kith = store.open(1).expect("opened").with_packing(packing);
        let made = kith.write(console(2), vec![], |cx| {
            cx.keep_authority(Authority::WEXCOMBE)?;
            let (joels, joel) = account(cx, "Joel Whitby", Role::Practitioner);
            let (_, keeper) = account(cx, "Mo Farr", Role::Administrator);
            let (tyler, kayleigh) = (person(cx, "Tyler Brannagh"), person(cx, "Kayleigh Brannagh"));
            let donna = person(cx, "Donna Brannagh");
            for child in [tyler, kayleigh] {
                let who = Involved::Person(joels);
                let from = date(2026, 2, 27);
                let lead =
                    Involvement { child, who, role: Part::Lead, title: None, from, until: None };
                first(cx, vec![child], lead);
                let by = Parenthood::ALL[0];
                let what = What::ParentOf { by, responsibility: None, unnamed: None };
                let tie =
                    Tie { from: donna, to: child, what, since: None, until: None, note: None };
                first(cx, vec![child], tie);
            }
            Ok((tyler, kayleigh, donna, joel, keeper))
        });
        let (tyler, kayleigh, donna, joel, keeper) = made.wait().expect("written");
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
        Self {
            kith,
            tyler,
            kayleigh,
            donna,
            joel,
            keeper,
            hands: Mutex::new(that_morning()),
            runtime: runtime.expect("a runtime"),
        }
    }

    /// The same store as another start of the program finds it.
    pub fn started_again(self, store: &Empty, packing: Packing) -> Self {
        let Self { kith, tyler, kayleigh, donna, joel, keeper, hands, runtime } = self;
        drop(kith);
        let kith = store.open(9).expect("opened").with_packing(packing);
        Self { kith, tyler, kayleigh, donna, joel, keeper, hands, runtime }
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

    pub fn edge(&self, account: AccountId) -> Edge {
        let found = self.kith.read(console(0), move |cx| Ok(cx.tx.find_account(account)?)).wait();
        let viewer = found.expect("read").expect("an account").viewer(self.now());
        Edge { now: self.now(), seed: [7; 32], actor: Actor::Account(Arc::new(viewer)) }
    }

    /// Files Tyler's sitting about this child; its root.
    pub fn file(&self, child: PersonId, session: &Session) -> EntryId {
        let blobs = &self.kith.office().expect("an office").blobs;
        let mut kept = BTreeMap::new();
        for page in &session.pages {
            let drawing = page.drawing.clone().expect("a drawing");
            let digest = self.wait(blobs.keep(&drawing, [3; 32])).expect("kept");
            let (bytes, media_type) = (drawing.len() as u64, "application/octet-stream".into());
            kept.insert(page.id, KeptBlob { digest, bytes, media_type });
        }
        let filing = Filing {
            child,
            account: self.joel,
            bundle: [7; 32],
            blobs: kept,
            speaks_to: vec![],
            unopened: 0,
            written_up: false,
        };
        let session = session.clone();
        let file = move |cx: &mut Write<'_, '_>| file_session(cx, &session, filing.clone());
        self.kith.write(self.edge(self.joel), vec![child], file).wait().expect("filed")
    }

    /// Lets the program send until nothing goes.
    pub fn send(&self, way: Way) -> Vec<Sent> {
        let now = self.now();
        let clock: Clock = Arc::new(move || now);
        let mut all = Vec::new();
        for n in 0..20 {
            let edge = Edge { now, ..console(100 + n) };
            let sent = self.wait(self.kith.send_next(edge, way, &clock)).expect("looked");
            if sent == Sent::Nothing {
                break;
            }
            all.push(sent);
            if sent == Sent::NotNow {
                break;
            }
        }
        all
    }

    pub fn troubles(&self) -> Vec<InTrouble> {
        let list = |cx: &mut app::cx::Read<'_>| Ok(cx.tx.list_packages_in_trouble()?);
        self.kith.read(console(0), list).wait().expect("read")
    }
}

/// Tyler's sitting, in which he said yes for Donna.
pub fn tylers(donna: PersonId, between: &[Value]) -> Session {
    let mut ops = vec![
        json!({"kind": "begin", "session": "0192f0c1-0000-7000-8000-000000000170",
            "child": {"name": "Tyler"}, "worker": "Joel", "language": "en-GB",
            "place": "at school", "build": "b", "enquiry": "none", "near": "Nobody is near",
            "agreement": {"how": "agreed", "who": "Mum", "on": "2026-03-24"}}),
        json!({"kind": "page", "page": PAGE, "house": "worries"}),
        json!({"kind": "stroke", "page": PAGE, "id": "s", "tool": "crayon", "colour": "#c24e36",
            "width": 6, "points": [[10, 10, 0.5, 0], [40, 60, 0.5, 30]]}),
        json!({"kind": "words", "page": PAGE, "id": "w", "text": "the ambilance"}),
        json!({"kind": "share", "page": PAGE, "person": {"id": donna.0, "name": "Mum"},
            "answer": "yes"}),
        json!({"kind": "note", "text": "He hid under the table at first.", "by": "worker"}),
    ];
    ops.extend_from_slice(between);
    ops.push(json!({"kind": "finish", "how": "read_back", "by": "worker"}));
    let lines = ops.into_iter().zip(0..).map(|(mut op, n)| {
        op["at"] = json!(1_774_530_000_000_i64 + n * 1000);
        op["since"] = json!(n * 1000);
        if op.get("by").is_none() {
            op["by"] = json!("child");
        }
        op.to_string()
    });
    let lines: Vec<String> = lines.collect();
    read(lines.iter().map(String::as_bytes)).expect("a sitting")
}
