//! Fills a store with invented families and notes, and says how long searches take there.
//!
//! `cargo run --release --package town --example search_speed -- FOLDER PERSONS NOTES`; a folder
//! that is there is searched as it is.

use app::edge::{Actor, Edge};
use app::error::Result;
use app::kith::{Kith, Open, Pace, Place};
use app::search;
use domain::account::{Account, HelpLevel, Role};
use domain::entry::NewEntry;
use domain::family_member::FamilyMember;
use domain::id::{AccountId, Authority, FamilyId, PersonId, TeamId};
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::Payload;
use domain::name::{Name, Usage};
use domain::note::{Note, NoteKind};
use domain::person::{Born, Person};
use domain::team::Team;
use domain::time::{Happened, london};
use std::path::Path;
use std::time::{Duration, Instant};
use town::large::{InventedFamily, Kin, Large};
use town::stores::that_morning;

const WORKERS: u32 = 1000;
const IN_A_TEAM: u32 = 10;
const FAMILIES_AT_ONCE: usize = 200;

fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let said: Vec<String> = std::env::args().skip(1).collect();
    let [folder, persons, notes] = said.as_slice() else {
        return Err("FOLDER PERSONS NOTES".into());
    };
    let there = Path::new(folder).join("kith.db").is_file();
    let kith = Kith::open(&Open {
        place: Place::Folder(folder.into()),
        readers: 2,
        writers: 1,
        pace: Pace::ALONE,
        now: that_morning(),
        seed: [1; 32],
    })?;
    if !there {
        let begun = Instant::now();
        fill(&kith, persons.parse()?, notes.parse()?)?;
        println!("filled in {:.1} s", begun.elapsed().as_secs_f64());
    }
    for worker in [0, 1] {
        for typed in PEOPLE {
            measure(&kith, worker, typed)?;
        }
    }
    for typed in WORDS {
        measure(&kith, 0, typed)?;
    }
    Ok(())
}

const PEOPLE: [&str; 9] = [
    "Kayleigh Smith",
    "Mohammed Khan",
    "Muhamad Kan",
    "Olivia",
    "Jonez",
    "Smiht Jonathon",
    "Agnieska Kovalchik",
    "Amelia Jones 3 Mar 2017",
    "Zzyzx Qwerty",
];
const WORDS: [&str; 6] = ["school", "mum and dad", "\"went to\" school", "bus", "the", "xylophone"];

fn edge(n: u64, actor: Actor) -> Edge {
    let mut seed = [0; 32];
    for (to, from) in seed.iter_mut().zip(n.to_le_bytes()) {
        *to = from;
    }
    Edge { now: that_morning(), seed, actor }
}

/// The median of 201 answers, one at a time, looks left out.
fn measure(kith: &Kith, worker: u32, typed: &str) -> Result<()> {
    let known = kith
        .read(edge(1, Actor::Console), move |cx| {
            let email = format!("worker{worker}@wexcombe.example");
            Ok(cx.tx.find_account_by_email(Authority::WEXCOMBE, &email)?)
        })
        .wait()?
        .ok_or(app::error::Error::NotFound)?;
    let actor = Actor::Account(known.viewer(that_morning()).into());
    let words = typed.to_owned();
    // Each search has an id of its own.
    let chance = typed
        .bytes()
        .fold(u64::from(worker) + 7, |sum, byte| sum * 31 % 1_000_003 + u64::from(byte));
    let asks = edge(1_000_000 + chance, actor.clone());
    let kept = kith.read(asks, move |cx| search::parse(cx, &words)).wait()?.page;
    let id = search::write_down(kith, kept).wait()?;
    let mut took: Vec<Duration> = Vec::new();
    let mut found = (0, 0);
    for n in 0..201 {
        let begun = Instant::now();
        let shown =
            kith.read(edge(n, actor.clone()), move |cx| search::answer(cx, id, None)).wait()?;
        took.push(begun.elapsed());
        let entries: usize = shown.page.entries.iter().map(|group| group.hits.len()).sum();
        found = (shown.page.people.len(), entries);
    }
    took.sort();
    let at = |share: usize| took.get(took.len() * share / 100).map_or(0.0, Duration::as_secs_f64);
    println!(
        "worker {worker} {typed:<28} p50 {:7.2} ms  p99 {:7.2} ms  {} people {} entries",
        at(50) * 1000.0,
        at(99) * 1000.0,
        found.0,
        found.1
    );
    Ok(())
}

fn fill(kith: &Kith, persons: u64, notes: u64) -> Result<()> {
    let today = that_morning().to_zoned_datetime(london()).date();
    let large = Large { seed: 7, persons, today };
    let workers = kith.write(edge(9, Actor::Console), vec![], staff).wait()?;
    let families: Vec<InventedFamily> = large.families().collect();
    let each = notes.div_ceil(families.len() as u64);
    let notes = u32::try_from(each).unwrap_or(1);
    for some in families.chunks(FAMILIES_AT_ONCE) {
        let answers = some.iter().map(|family| {
            let (family, workers) = (family.clone(), workers.clone());
            let edge = edge(100 + family.number, Actor::Console);
            kith.write(edge, vec![], move |cx| file(cx, large, &family, (notes, &workers)))
        });
        // All are handed over before the first is waited for, so that they share a commit.
        answers.collect::<Vec<_>>().into_iter().try_for_each(app::kith::Answer::wait)?;
    }
    Ok(())
}

type Worker = (PersonId, AccountId);

fn staff(cx: &mut app::cx::Write<'_, '_>) -> Result<Vec<Worker>> {
    cx.keep_authority(Authority::WEXCOMBE)?;
    let at = Happened::at(cx.now());
    let mut team = TeamId::from_bytes([0; 16]);
    let mut staff = Vec::new();
    for n in 0..WORKERS {
        if n % IN_A_TEAM == 0 {
            let new =
                Team { name: format!("Team {}", n / IN_A_TEAM), duty_phone: None, closed_on: None };
            let id = cx.id();
            team =
                TeamId::first_written_in(cx.record(NewEntry::first(id, vec![], at, new.into()))?);
        }
        let person = person(cx, Person::default(), (&format!("Worker {n}"), None))?;
        let account = Account {
            person,
            email: format!("worker{n}@wexcombe.example"),
            directory_id: None,
            roles: vec![if n % IN_A_TEAM == 1 { Role::Supervisor } else { Role::Practitioner }],
            teams: vec![team],
            help: HelpLevel::default(),
            on_call: vec![],
            scopes: vec![],
            closed_on: None,
        };
        let id = cx.id();
        let account = cx.record(NewEntry::first(id, vec![], at, account.into()))?;
        staff.push((person, AccountId::first_written_in(account)));
    }
    Ok(staff)
}

fn person(
    cx: &mut app::cx::Write<'_, '_>,
    person: Person,
    (full, known_as): (&str, Option<&str>),
) -> Result<PersonId> {
    let at = Happened::at(cx.now());
    let id = cx.id();
    let who =
        PersonId::first_written_in(cx.record(NewEntry::first(id, vec![], at, person.into()))?);
    let name = Name {
        person: who,
        full: full.to_owned(),
        known_as: known_as.map(str::to_owned),
        usage: Usage::Usual,
        from: None,
        until: None,
    };
    let id = cx.id();
    cx.record(NewEntry::first(id, vec![], at, name.into()))?;
    Ok(who)
}

fn file(
    cx: &mut app::cx::Write<'_, '_>,
    large: Large,
    family: &InventedFamily,
    (notes, workers): (u32, &[Worker]),
) -> Result<()> {
    let at = Happened::at(cx.now());
    let group = FamilyId::first_written_in(cx.id());
    let mut people = Vec::new();
    for invented in &family.people {
        let born = Person { born: Some(Born::On(invented.born)), ..Person::default() };
        let who = person(cx, born, (&invented.name(), invented.known_as))?;
        people.push(who);
        let member = FamilyMember {
            family: group,
            person: who,
            index_child: invented.kin == Kin::Child,
            role: None,
            called: None,
            note: None,
            from: None,
            until: None,
        };
        let id = cx.id();
        cx.record(NewEntry::first(id, vec![], at, member.into()))?;
        let worker = workers.get(usize::try_from(family.number).unwrap_or(0) % workers.len());
        if let (Kin::Child, Some((worker, _))) = (invented.kin, worker) {
            let part = Involvement {
                child: who,
                who: Involved::Person(*worker),
                role: Part::Lead,
                title: None,
                from: invented.born,
                until: None,
            };
            let id = cx.id();
            cx.record(NewEntry::first(id, vec![who], at, part.into()))?;
        }
    }
    for n in 0..notes {
        note(cx, large, (family, &people), n)?;
    }
    Ok(())
}

fn note(
    cx: &mut app::cx::Write<'_, '_>,
    large: Large,
    (family, people): (&InventedFamily, &[PersonId]),
    n: u32,
) -> Result<()> {
    let invented = large.note(family, n, WORKERS);
    let about = invented.about.iter().filter_map(|place| people.get(*place).copied()).collect();
    let note = Note {
        kind: NoteKind::Visit,
        title: None,
        place: None,
        with: None,
        text: invented.text,
        short: None,
        seen: vec![],
        there: vec![],
        interpreter: None,
        original: None,
        planned: false,
        changes_the_picture: None,
        anew_because: None,
    };
    let id = cx.id();
    cx.record(NewEntry::first(id, about, Happened::on(invented.on), Payload::Note(note)))?;
    Ok(())
}
