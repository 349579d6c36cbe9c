//! A sitting over the houses, from what a tablet wrote to the record.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

use app::account::{NewAccount, make_account};
use app::cx::Write;
use app::edge::{Actor, Edge};
use app::error::{Error, Result};
use app::houses_session::{
    Filing, KeptBlob, Moving, Speaks, TypedAnswer, file_session, link_session, move_session,
    record_answer,
};
use app::kith::Kith;
use app::map_item::{TypedSlip, add_map_item};
use domain::account::Role;
use domain::entry::{Entry, Link, NewEntry, Relation};
use domain::houses_session::{Ending, HousesSession};
use domain::id::{AccountId, Authority, EntryId, PersonId};
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::{Kind, Payload};
use domain::listening::period::{Asked, Month, Period};
use domain::listening::{Became, StoodInTheWay};
use domain::name::{Name, Usage};
use domain::person::Person;
use domain::sharing::Answer;
use domain::tie::{Parenthood, Tie, What};
use domain::time::Happened;
use domain::voice::{Mode, Recorder, Speaker};
use exchange::kit::{Session, read};
use jiff::civil::date;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::tx::Tx;
use town::stores::{console, empty_stores, that_morning};
use ui::story::What as Told;

const PAGE: &str = "0192f0c1-0000-7000-8000-000000000171";
const HORN: &str = "0192f0c1-0000-7000-8000-000000000173";

#[derive(Clone, Copy)]
struct World {
    kayleigh: PersonId,
    tyler: PersonId,
    donna: PersonId,
    joel: AccountId,
    dara: AccountId,
}

fn account(cx: &mut Write<'_, '_>, name: &str) -> (PersonId, AccountId) {
    let new = NewAccount {
        name: name.to_owned(),
        job: "social worker".into(),
        email: format!("{}@wexcombe.example", name.to_lowercase().replace(' ', ".")),
        roles: vec![Role::Practitioner],
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

fn led_by(cx: &mut Write<'_, '_>, child: PersonId, worker: PersonId) {
    let from = date(2026, 2, 27);
    let who = Involved::Person(worker);
    let part = Involvement { child, who, role: Part::Lead, title: None, from, until: None };
    first(cx, vec![child], part);
}

fn world(kith: &Kith) -> World {
    kith.write(console(2), vec![], |cx| {
        cx.keep_authority(Authority::WEXCOMBE)?;
        let (joels, joel) = account(cx, "Joel Whitby");
        let (_, dara) = account(cx, "Dara Quill");
        let (tyler, kayleigh) = (person(cx, "Tyler Brannagh"), person(cx, "Kayleigh Brannagh"));
        let donna = person(cx, "Donna Brannagh");
        for child in [tyler, kayleigh] {
            led_by(cx, child, joels);
            let by = Parenthood::ALL[0];
            let what = What::ParentOf { by, responsibility: None, unnamed: None };
            let tie = Tie { from: donna, to: child, what, since: None, until: None, note: None };
            first(cx, vec![child], tie);
        }
        Ok(World { kayleigh, tyler, donna, joel, dara })
    })
    .wait()
    .expect("written")
}

fn edge(kith: &Kith, account: AccountId) -> Edge {
    let found = kith.read(console(0), move |cx| Ok(cx.tx.find_account(account)?)).wait();
    let viewer = found.expect("read").expect("an account").viewer(that_morning());
    Edge { now: that_morning(), seed: [9; 32], actor: Actor::Account(Arc::new(viewer)) }
}

/// A choice about the page.
fn share(who: Value, says: &str) -> Value {
    json!({"kind": "share", "page": PAGE, "person": who, "answer": says})
}

/// Tyler's sitting, with a drawing, a recording that did not come, words and choices.
fn tylers(donna: PersonId, between: &[Value]) -> Session {
    let mut ops = vec![
        json!({"kind": "begin", "session": "0192f0c1-0000-7000-8000-000000000170",
            "child": {"name": "Tyler"}, "worker": "Joel", "language": "en-GB",
            "place": "at school", "build": "b", "enquiry": "none", "near": "Nobody is near",
            "agreement": {"how": "agreed", "who": "Mum", "on": "2026-03-24"}}),
        json!({"kind": "house_named", "house": "worries", "name": "sad van"}),
        json!({"kind": "page", "page": PAGE, "house": "worries"}),
        json!({"kind": "stroke", "page": PAGE, "id": "s", "tool": "crayon", "colour": "#c24e36",
            "width": 6, "points": [[10, 10, 0.5, 0]]}),
        json!({"kind": "words", "page": PAGE, "id": "w", "text": "the ambilance"}),
        json!({"kind": "sound", "page": PAGE, "id": "a", "attachment": HORN, "ms": 4200,
            "type": "audio/mp4"}),
        json!({"kind": "important", "page": PAGE, "on": true}),
        share(json!({"id": donna.0, "name": "Mum"}), "yes"),
        share(json!({"id": "0192f0c1-0000-7000-8000-0000000000ff", "name": "Dad"}), "no"),
        share(json!({"name": "Mr Khan"}), "ask_later"),
        json!({"kind": "note", "text": "He hid under the table at first.", "by": "worker"}),
        json!({"kind": "note", "text": "Mum is asleep.", "asks": "Why wait?", "by": "worker"}),
        json!({"kind": "reflection", "text": "Go slower.", "to_do": "Ring Pete.", "by": "worker"}),
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

fn filing(world: World, child: PersonId) -> Filing {
    let drawing =
        KeptBlob { digest: [4; 32], bytes: 200, media_type: "application/octet-stream".into() };
    Filing {
        child,
        account: world.joel,
        bundle: [7; 32],
        blobs: BTreeMap::from([(PAGE.parse().expect("an id"), drawing)]),
        speaks_to: vec![],
        written_up: false,
        unopened: 0,
    }
}

fn file(kith: &Kith, by: AccountId, session: &Session, to: &Filing) -> Result<EntryId> {
    let (session, to) = (session.clone(), to.clone());
    let about = vec![to.child];
    kith.write(edge(kith, by), about, move |cx| file_session(cx, &session, to.clone())).wait()
}

fn newest(tx: &mut Tx, root: EntryId) -> Entry {
    tx.find_newest(root).expect("read").expect("an entry")
}

/// The sitting, and the page it has.
fn sitting(kith: &Kith, root: EntryId) -> (Entry, HousesSession, Entry) {
    kith.read(console(0), move |cx| {
        let entry = newest(cx.tx, root);
        let Some(Payload::HousesSession(session)) = entry.payload.clone() else { panic!() };
        let page = newest(cx.tx, session.pages[0]);
        Ok((entry, session, page))
    })
    .wait()
    .expect("read")
}

/// What the child's story tells, newest first, to this account.
fn story(kith: &Kith, account: AccountId, child: PersonId) -> Vec<(Told, String)> {
    let show = ui::story::Narrow::All;
    let read = move |cx: &mut app::cx::Read<'_>| {
        let story = app::story::read(cx, child, show, None)?.page;
        Ok(story.told.into_iter().map(|told| (told.what, told.text)).collect())
    };
    kith.read(edge(kith, account), read).wait().expect("the story")
}

#[test]
fn a_sitting_becomes_entries_in_the_childs_own_words() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let world = world(&kith);
        let session = tylers(world.donna, &[]);
        let root = file(&kith, world.joel, &session, &filing(world, world.tyler)).expect("filed");
        let (entry, said, page) = sitting(&kith, root);
        assert_eq!(said.ending, Ending::ReadBack);
        assert_eq!(entry.head.recorded_by, Recorder::Device { account: world.joel });
        let voice = page.head.said_by.clone().expect("somebody said it");
        assert_eq!((voice.who, voice.how), (Speaker::Person(world.tyler), Mode::Verbatim));
        assert!(page.head.audience.is_plain(), "for the child's workers until somebody shares it");
        let Some(Payload::HousesPage(page)) = page.payload else { panic!("a page") };
        assert_eq!(page.said(), ["the ambilance"]);
        assert_eq!((page.called.as_deref(), page.missing), (Some("sad van"), 1));
        let others: Vec<_> = page.others.iter().map(|o| (o.name.as_str(), o.answer)).collect();
        let in_words = [("Dad", Answer::No), ("Mr Khan", Answer::AskLater)];
        assert_eq!(others, in_words, "whom the file does not know stays in words");
        let told = story(&kith, world.joel, world.tyler);
        let note = "He hid under the table at first.\n\nWhy wait?\nMum is asleep.\n\n\
            Own thoughts\nGo slower.\n\nWhat needs doing, and who does it?\nRing Pete.";
        assert!(told.iter().any(|(_, text)| text == note), "apart, and whole: {told:?}");
        let root = said.note.expect("a note");
        let own = kith.read(console(0), move |cx| Ok(newest(cx.tx, root).payload)).wait();
        let Ok(Some(Payload::Note(own))) = own else { panic!("a note") };
        assert_eq!(own.short.as_deref(), Some("Three Houses"), "no question and no note heads it");
        assert!(told.iter().any(|(_, text)| text == "the ambilance"));
        assert!(!told.iter().any(|(what, _)| *what == Told::Picture), "a page tells its drawing");
    }
}

#[test]
fn filed_twice_it_is_filed_once_and_not_under_two_children() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let world = world(&kith);
        let session = tylers(world.donna, &[]);
        let to = filing(world, world.tyler);
        let root = file(&kith, world.joel, &session, &to).expect("filed");
        let before = story(&kith, world.joel, world.tyler);
        assert_eq!(file(&kith, world.joel, &session, &to).expect("again"), root);
        assert_eq!(story(&kith, world.joel, world.tyler), before);
        let wrong = filing(world, world.kayleigh);
        let twice = file(&kith, world.joel, &session, &wrong);
        assert!(matches!(twice, Err(Error::SavedInBetween)), "{twice:?}");
        let other = Filing { bundle: [8; 32], ..to };
        let branch = file(&kith, world.joel, &session, &other).expect("another hand-in");
        assert_ne!(branch, root, "two tablets, two sittings, both kept");
    }
}

#[test]
fn who_may_not_write_about_the_child_files_nothing() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let world = world(&kith);
        let session = tylers(world.donna, &[]);
        let refused = file(&kith, world.dara, &session, &filing(world, world.tyler));
        assert!(refused.is_err(), "Dara does not work with Tyler: {refused:?}");
        assert_eq!(story(&kith, world.joel, world.tyler), []);
    }
}

#[test]
fn moved_to_the_right_child_nothing_of_it_is_left_with_the_wrong_one() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let world = world(&kith);
        let important = json!({"kind": "important_said", "words": "he lockd the door",
            "before": "", "who_near": "", "seen": "", "now": false, "by": "worker"});
        let session = tylers(world.donna, &[important]);
        let root =
            file(&kith, world.joel, &session, &filing(world, world.kayleigh)).expect("filed");
        let was = story(&kith, world.joel, world.kayleigh);
        let moving = |to, because: &str| {
            let typed = Moving { to, because: because.to_owned() };
            let about = vec![world.tyler, world.kayleigh];
            kith.write(edge(&kith, world.joel), about, move |cx| move_session(cx, root, &typed))
        };
        let because = "It was the wrong tablet.";
        for (to, why) in [(None, because), (Some(world.tyler), " "), (Some(world.kayleigh), "so")] {
            let refused = moving(to, why).wait();
            assert!(matches!(refused, Err(Error::Refused(_))), "{to:?} {why}: {refused:?}");
        }
        assert_eq!(moving(Some(world.tyler), because).wait().expect("moved"), root);
        let left = story(&kith, world.joel, world.kayleigh);
        assert!(
            left.iter().all(|(what, text)| *what == Told::Moved && text.is_empty()),
            "{left:?}"
        );
        assert_eq!(story(&kith, world.joel, world.tyler), was, "all of it");
        let (entry, said, page) = sitting(&kith, root);
        assert_eq!((entry.head.about, said.child), (vec![world.tyler], world.tyler));
        assert_eq!(said.moved_because.as_deref(), Some(because));
        let voice = page.head.said_by.expect("somebody");
        assert_eq!(voice.who, Speaker::Person(world.tyler));
    }
}

#[test]
fn a_sitting_speaks_to_what_is_on_the_childs_own_map_and_nothing_else() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let world = world(&kith);
        let session = tylers(world.donna, &[]);
        let root = file(&kith, world.joel, &session, &filing(world, world.tyler)).expect("filed");
        let at = |n: u8| Edge { seed: [40 + n; 32], ..edge(&kith, world.joel) };
        let slip = |n, child| {
            let typed = TypedSlip {
                children: vec![child],
                kind: "harm".into(),
                text: "The inhaler is empty at night.".into(),
                ..<_>::default()
            };
            let add = move |cx: &mut Write<'_, '_>| add_map_item(cx, &typed);
            kith.write(at(n), vec![child], add).wait().expect("a worry")
        };
        let (own, hers) = (slip(1, world.tyler), slip(2, world.kayleigh));
        let link = |n, version, to: &[EntryId]| {
            let speaks = Speaks { version, to: to.to_vec() };
            let write = move |cx: &mut Write<'_, '_>| link_session(cx, root, &speaks);
            kith.write(at(n), vec![world.tyler], write).wait()
        };
        assert!(matches!(link(3, root, &[hers]), Err(Error::Refused(_))), "another child's worry");
        assert_eq!(link(4, root, &[own]).expect("linked"), root);
        let (entry, ..) = sitting(&kith, root);
        assert_eq!(entry.head.links, [Link { how: Relation::SpeaksTo, to: own }]);
        let late = link(5, root, &[]);
        assert!(matches!(late, Err(Error::SavedInBetween)), "somebody was quicker: {late:?}");
        assert_eq!(link(6, entry.head.id, &[]).expect("taken off"), root);
        assert_eq!(sitting(&kith, root).0.head.links, []);
    }
}

#[test]
fn a_child_is_told_what_came_of_it_and_if_nothing_did_why() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let world = world(&kith);
        let session = tylers(world.donna, &[]);
        let root = file(&kith, world.joel, &session, &filing(world, world.tyler)).expect("filed");
        let answer = |typed: TypedAnswer| {
            let write = move |cx: &mut Write<'_, '_>| record_answer(cx, root, &typed);
            kith.write(edge(&kith, world.joel), vec![world.tyler], write).wait()
        };
        let words = "You said the ambulance. Pete counts the puffs.".to_owned();
        let silent = TypedAnswer { words: words.clone(), changed: "no".into(), ..<_>::default() };
        assert!(matches!(answer(silent), Err(Error::Refused(_))), "nobody said why");
        let early = TypedAnswer { on: "2026-03-01".into(), words, ..<_>::default() };
        assert!(matches!(answer(early.clone()), Err(Error::Refused(_))), "before the sitting");
        let told = TypedAnswer { on: "2026-04-02".into(), ..early };
        let id = answer(told).expect("told");
        let kind = kith.read(console(0), move |cx| Ok(newest(cx.tx, id).head.kind)).wait();
        assert_eq!(kind.expect("read"), Kind::ChildAnswer);
    }
}

#[test]
fn a_sitting_that_was_not_started_is_in_the_record_with_what_stood_in_the_way() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let world = world(&kith);
        let node = |node: &str| json!({"kind": "at", "node": node, "by": "worker"});
        let mut ops =
            vec![json!({"kind": "begin", "session": "0192f0c1-0000-7000-8000-000000000180",
                "child": {"name": "Tyler"}, "worker": "Joel", "language": "en-GB", "build": "b",
                "enquiry": "none", "by": "worker"})];
        ops.extend(["B01", "B02", "B02a", "B03", "B04", "X02", "F40"].map(node));
        ops.push(json!({"kind": "finish", "how": "not_started", "by": "worker",
            "why": "Mum wants to talk it over with her sister."}));
        let lines = ops.into_iter().zip(0..).map(|(mut op, n)| {
            op["at"] = json!(1_774_530_000_000_i64 + n * 1000);
            op["since"] = json!(n * 1000);
            op.to_string()
        });
        let lines: Vec<String> = lines.collect();
        let session = read(lines.iter().map(String::as_bytes)).expect("a sitting");
        let root = file(&kith, world.joel, &session, &filing(world, world.tyler)).expect("filed");
        let kept = kith.read(console(0), move |cx| Ok(newest(cx.tx, root))).wait().expect("read");
        let Some(Payload::HousesSession(kept)) = kept.payload else { panic!("a sitting") };
        assert_eq!(kept.ending_why.as_deref(), Some("Mum wants to talk it over with her sister."));
        let counted = kith.read(console(0), move |cx| {
            let months = Month::parse("2026-03").map(|march| Asked::Own(march, march));
            let period = Period::of(months.expect("March"), date(2026, 11, 26)).expect("a month");
            Ok(cx.tx.list_sittings(Authority::WEXCOMBE, period, that_morning())?)
        });
        let counted = counted.wait().expect("read");
        let told: Vec<_> = counted.iter().map(|one| (one.became, one.stood)).collect();
        assert_eq!(told, [(Became::NotStarted, Some(StoodInTheWay::Agreement))]);
        assert_eq!(counted[0].answer_by, None, "nobody is owed an answer");
    }
}
