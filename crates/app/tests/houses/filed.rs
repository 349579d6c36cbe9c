//! A sitting over the houses, from what a tablet wrote to the record.

use crate::family::{People, World};
use crate::written::{session, tylers};
use app::cx::Write;
use app::edge::Edge;
use app::error::Error;
use app::houses_session::{
    Filing, Moving, Speaks, TypedAnswer, link_session, move_session, record_answer,
};
use app::map_item::{TypedSlip, add_map_item};
use domain::entry::{Entry, Link, Relation};
use domain::houses_session::{Ending, HousesSession};
use domain::id::{Authority, EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::listening::period::{Asked, Month, Period};
use domain::listening::{Became, StoodInTheWay};
use domain::sharing::Answer;
use domain::voice::{Mode, Recorder, Speaker};
use jiff::civil::date;
use serde_json::json;
use store::tx::Tx;
use town::stores::{console, empty_stores, that_morning};
use ui::story::What as Told;

fn newest(tx: &mut Tx, root: EntryId) -> Entry {
    tx.find_newest(root).expect("read").expect("an entry")
}

/// The sitting, and the page it has.
fn sitting(world: &World, root: EntryId) -> (Entry, HousesSession, Entry) {
    let read = world.kith.read(console(0), move |cx| {
        let entry = newest(cx.tx, root);
        let Some(Payload::HousesSession(session)) = entry.payload.clone() else { panic!() };
        let page = newest(cx.tx, session.pages[0]);
        Ok((entry, session, page))
    });
    read.wait().expect("read")
}

/// What the child's story tells Joel, newest first.
fn story(world: &World, child: PersonId) -> Vec<(Told, String)> {
    let show = ui::story::Narrow::All;
    let read = move |cx: &mut app::cx::Read<'_>| {
        let story = app::story::read(cx, child, show, None)?.page;
        Ok(story.told.into_iter().map(|told| (told.what, told.text)).collect())
    };
    world.kith.read(world.edge(world.people.joel), read).wait().expect("the story")
}

#[test]
fn a_sitting_becomes_entries_in_the_childs_own_words() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let People { tyler, joel, donna, .. } = world.people;
        let session = tylers(donna, &[]);
        let root = world.file(tyler, &session);
        let (entry, said, page) = sitting(&world, root);
        assert_eq!(said.ending, Ending::ReadBack);
        assert_eq!(entry.head.recorded_by, Recorder::Device { account: joel });
        let voice = page.head.said_by.clone().expect("somebody said it");
        assert_eq!((voice.who, voice.how), (Speaker::Person(tyler), Mode::Verbatim));
        assert!(page.head.audience.is_plain(), "for the child's workers until somebody shares it");
        let Some(Payload::HousesPage(page)) = page.payload else { panic!("a page") };
        assert_eq!(page.said(), ["the ambilance"]);
        assert_eq!((page.called.as_deref(), page.missing), (Some("sad van"), 1));
        let others: Vec<_> = page.others.iter().map(|o| (o.name.as_str(), o.answer)).collect();
        let in_words = [("Dad", Answer::No), ("Mr Khan", Answer::AskLater)];
        assert_eq!(others, in_words, "whom the file does not know stays in words");
        let told = story(&world, tyler);
        let note = "He hid under the table at first.\n\nWhy wait?\nMum is asleep.\n\n\
            Own thoughts\nGo slower.\n\nWhat needs doing, and who does it?\nRing Pete.";
        assert!(told.iter().any(|(_, text)| text == note), "apart, and whole: {told:?}");
        let root = said.note.expect("a note");
        let own = world.kith.read(console(0), move |cx| Ok(newest(cx.tx, root).payload)).wait();
        let Ok(Some(Payload::Note(own))) = own else { panic!("a note") };
        assert_eq!(own.short.as_deref(), Some("Three Houses"), "no question and no note heads it");
        assert!(told.iter().any(|(_, text)| text == "the ambilance"));
        assert!(!told.iter().any(|(what, _)| *what == Told::Picture), "a page tells its drawing");
    }
}

#[test]
fn filed_twice_it_is_filed_once_and_not_under_two_children() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let People { tyler, kayleigh, joel, donna, .. } = world.people;
        let session = tylers(donna, &[]);
        let to = world.filing(tyler, &session);
        let root = world.file_as(joel, &session, &to).expect("filed");
        let before = story(&world, tyler);
        assert_eq!(world.file_as(joel, &session, &to).expect("again"), root);
        assert_eq!(story(&world, tyler), before);
        let wrong = world.filing(kayleigh, &session);
        let twice = world.file_as(joel, &session, &wrong);
        assert!(matches!(twice, Err(Error::SavedInBetween)), "{twice:?}");
        let other = Filing { bundle: [8; 32], ..to };
        let branch = world.file_as(joel, &session, &other).expect("another hand-in");
        assert_ne!(branch, root, "two tablets, two sittings, both kept");
    }
}

#[test]
fn who_may_not_write_about_the_child_files_nothing() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let People { tyler, dara, donna, .. } = world.people;
        let session = tylers(donna, &[]);
        let refused = world.file_as(dara, &session, &world.filing(tyler, &session));
        assert!(refused.is_err(), "Dara does not work with Tyler: {refused:?}");
        assert_eq!(story(&world, tyler), []);
    }
}

#[test]
fn moved_to_the_right_child_nothing_of_it_is_left_with_the_wrong_one() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let People { tyler, kayleigh, joel, donna, .. } = world.people;
        let important = json!({"kind": "important_said", "words": "he lockd the door",
            "before": "", "who_near": "", "seen": "", "now": false, "by": "worker"});
        let session = tylers(donna, &[important]);
        let root = world.file(kayleigh, &session);
        let was = story(&world, kayleigh);
        let moving = |to, because: &str| {
            let typed = Moving { to, because: because.to_owned() };
            let about = vec![tyler, kayleigh];
            world.kith.write(world.edge(joel), about, move |cx| move_session(cx, root, &typed))
        };
        let because = "It was the wrong tablet.";
        for (to, why) in [(None, because), (Some(tyler), " "), (Some(kayleigh), "so")] {
            let refused = moving(to, why).wait();
            assert!(matches!(refused, Err(Error::Refused(_))), "{to:?} {why}: {refused:?}");
        }
        assert_eq!(moving(Some(tyler), because).wait().expect("moved"), root);
        let left = story(&world, kayleigh);
        assert!(
            left.iter().all(|(what, text)| *what == Told::Moved && text.is_empty()),
            "{left:?}"
        );
        assert_eq!(story(&world, tyler), was, "all of it");
        let (entry, said, page) = sitting(&world, root);
        assert_eq!((entry.head.about, said.child), (vec![tyler], tyler));
        assert_eq!(said.moved_because.as_deref(), Some(because));
        let voice = page.head.said_by.expect("somebody");
        assert_eq!(voice.who, Speaker::Person(tyler));
    }
}

#[test]
fn a_sitting_speaks_to_what_is_on_the_childs_own_map_and_nothing_else() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let People { tyler, kayleigh, joel, donna, .. } = world.people;
        let session = tylers(donna, &[]);
        let root = world.file(tyler, &session);
        let at = |n: u8| Edge { seed: [40 + n; 32], ..world.edge(joel) };
        let slip = |n, child| {
            let typed = TypedSlip {
                children: vec![child],
                kind: "harm".into(),
                text: "The inhaler is empty at night.".into(),
                ..<_>::default()
            };
            let add = move |cx: &mut Write<'_, '_>| add_map_item(cx, &typed);
            world.kith.write(at(n), vec![child], add).wait().expect("a worry")
        };
        let (own, hers) = (slip(1, tyler), slip(2, kayleigh));
        let link = |n, version, to: &[EntryId]| {
            let speaks = Speaks { version, to: to.to_vec() };
            let write = move |cx: &mut Write<'_, '_>| link_session(cx, root, &speaks);
            world.kith.write(at(n), vec![tyler], write).wait()
        };
        assert!(matches!(link(3, root, &[hers]), Err(Error::Refused(_))), "another child's worry");
        assert_eq!(link(4, root, &[own]).expect("linked"), root);
        let (entry, ..) = sitting(&world, root);
        assert_eq!(entry.head.links, [Link { how: Relation::SpeaksTo, to: own }]);
        let late = link(5, root, &[]);
        assert!(matches!(late, Err(Error::SavedInBetween)), "somebody was quicker: {late:?}");
        assert_eq!(link(6, entry.head.id, &[]).expect("taken off"), root);
        assert_eq!(sitting(&world, root).0.head.links, []);
    }
}

#[test]
fn a_child_is_told_what_came_of_it_and_if_nothing_did_why() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let People { tyler, joel, donna, .. } = world.people;
        let session = tylers(donna, &[]);
        let root = world.file(tyler, &session);
        let answer = |typed: TypedAnswer| {
            let write = move |cx: &mut Write<'_, '_>| record_answer(cx, root, &typed);
            world.kith.write(world.edge(joel), vec![tyler], write).wait()
        };
        let words = "You said the ambulance. Pete counts the puffs.".to_owned();
        let silent = TypedAnswer {
            on: "2026-04-02".into(),
            words: words.clone(),
            changed: "no".into(),
            ..<_>::default()
        };
        assert!(matches!(answer(silent), Err(Error::Refused(_))), "nobody said why");
        let early =
            TypedAnswer { on: "2026-03-01".into(), words, changed: "yes".into(), ..<_>::default() };
        assert!(matches!(answer(early.clone()), Err(Error::Refused(_))), "before the sitting");
        let told = TypedAnswer { on: "2026-04-02".into(), ..early };
        for (left_open, at) in [
            (TypedAnswer { changed: String::new(), ..told.clone() }, "changed"),
            (TypedAnswer { on: " ".into(), ..told.clone() }, "on"),
        ] {
            let refused = answer(left_open);
            let Err(Error::Refused(faults)) = refused else { panic!("{at}: {refused:?}") };
            assert_eq!(faults.iter().map(|fault| fault.at).collect::<Vec<_>>(), [at]);
        }
        let id = answer(told).expect("told");
        let kind = world.kith.read(console(0), move |cx| Ok(newest(cx.tx, id).head.kind)).wait();
        assert_eq!(kind.expect("read"), Kind::ChildAnswer);
    }
}

#[test]
fn a_sitting_that_was_not_started_is_in_the_record_with_what_stood_in_the_way() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let People { tyler, .. } = world.people;
        let node = |node: &str| json!({"kind": "at", "node": node, "by": "worker"});
        let mut ops =
            vec![json!({"kind": "begin", "session": "0192f0c1-0000-7000-8000-000000000180",
                "child": {"name": "Tyler"}, "worker": "Joel", "language": "en-GB", "build": "b",
                "enquiry": "none", "by": "worker"})];
        ops.extend(["B01", "B02", "B02a", "B03", "B04", "X02", "F40"].map(node));
        ops.push(json!({"kind": "finish", "how": "not_started", "by": "worker",
            "why": "Mum wants to talk it over with her sister."}));
        let root = world.file(tyler, &session(ops));
        let kept =
            world.kith.read(console(0), move |cx| Ok(newest(cx.tx, root))).wait().expect("read");
        let Some(Payload::HousesSession(kept)) = kept.payload else { panic!("a sitting") };
        assert_eq!(kept.ending_why.as_deref(), Some("Mum wants to talk it over with her sister."));
        let counted = world.kith.read(console(0), move |cx| {
            let months = Month::parse("2026-03").map(|march| Asked::Own(march, march));
            let period = Period::of(months.expect("March"), date(2026, 11, 26)).expect("a month");
            Ok(cx.tx.list_sittings(Authority::WEXCOMBE, period, that_morning())?)
        });
        let counted = counted.wait().expect("read");
        let told: Vec<_> = counted.iter().map(|one| (one.became, one.stood)).collect();
        assert_eq!(told, [(Became::NotStarted, Some(StoodInTheWay::Agreement))]);
        assert_eq!(counted[0].answer_by, None, "nobody is owed an answer");
        let said = "It was not begun. Mum wants to talk it over with her sister.".to_owned();
        assert!(story(&world, tyler).contains(&(Told::Houses, said)), "{}", store.database);
    }
}

#[test]
fn a_child_who_said_no_before_it_began_is_in_the_record_as_having_chosen_that() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let People { tyler, .. } = world.people;
        let node = |node: &str| json!({"kind": "at", "node": node, "by": "worker"});
        let mut ops =
            vec![json!({"kind": "begin", "session": "0192f0c1-0000-7000-8000-000000000181",
                "child": {"name": "Tyler"}, "worker": "Joel", "language": "en-GB", "build": "b",
                "enquiry": "none", "by": "worker"})];
        ops.extend(["B01", "B02", "B02a", "X05"].map(node));
        ops.push(json!({"kind": "exact", "text": "nah not doin that", "by": "worker"}));
        ops.push(json!({"kind": "note", "text": "After half-term, if he likes.", "by": "worker",
            "asks": "What I said about asking again"}));
        ops.push(node("F60"));
        ops.push(json!({"kind": "finish", "how": "said_no", "by": "worker"}));
        let root = world.file(tyler, &session(ops));
        let kept = world.kith.read(console(0), move |cx| {
            let entry = newest(cx.tx, root);
            let Some(Payload::HousesSession(kept)) = entry.payload else { panic!("a sitting") };
            let Some(Payload::Note(note)) = newest(cx.tx, kept.note.expect("hers")).payload else {
                panic!("a note")
            };
            let months = Month::parse("2026-03").map(|march| Asked::Own(march, march));
            let period = Period::of(months.expect("March"), date(2026, 11, 26)).expect("a month");
            Ok((kept, note, cx.tx.list_sittings(Authority::WEXCOMBE, period, that_morning())?))
        });
        let (kept, note, counted) = kept.wait().expect("read");
        assert_eq!(kept.exact[0].text, "nah not doin that", "letter for letter");
        assert_eq!(note.text, "What I said about asking again\nAfter half-term, if he likes.");
        assert!(note.seen.is_empty(), "nobody says that a child was seen");
        let called = [note.title, note.short].map(Option::unwrap_or_default);
        assert_eq!(called, ["Three Houses, not begun"; 2], "nor that it took place");
        let told: Vec<_> = counted.iter().map(|one| (one.became, one.stood)).collect();
        assert_eq!(told, [(Became::SaidNo, None)]);
        assert_eq!(counted[0].answer_by, None, "nobody is owed an answer");
        let said = "The child did not want to, and said so before it began.".to_owned();
        assert!(story(&world, tyler).contains(&(Told::Houses, said)), "{}", store.database);
    }
}
