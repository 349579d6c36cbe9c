//! A folder that another system watches.

use crate::family::World;
use crate::written::tylers;
use app::houses_session::{Moving, TypedAnswer, move_session, record_answer};
use app::package::{Folder, Packing, Sent, desk, try_again};
use domain::entry::NewEntry;
use domain::package_out::{Trouble, Way};
use domain::restriction::{Because, Restriction, Whom};
use domain::time::Happened;
use jiff::civil::date;
use serde_json::Value;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use town::stores::{console, empty_stores};

fn to(path: &Path) -> Packing {
    let folder = Folder { path: path.to_owned(), name: "the case system".into() };
    Packing { folder: Some(folder), ..Packing::default() }
}

/// What the other system sees.
fn seen(folder: &Path) -> Vec<PathBuf> {
    let all = std::fs::read_dir(folder).expect("a folder").map(|one| one.expect("a file").path());
    let mut all: Vec<_> = all.collect();
    all.sort();
    all
}

/// A file of a package, by the end of its name.
fn inside(package: &Path, ends: &str) -> String {
    let file = std::fs::File::open(package).expect("a package");
    let mut zip = zip::ZipArchive::new(file).expect("a ZIP file");
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).expect("a file");
        if file.name().expect("a name").ends_with(ends) {
            let mut text = String::new();
            file.read_to_string(&mut text).expect("text");
            return text;
        }
    }
    panic!("{ends} is not in it")
}

fn manifest(package: &Path) -> Value {
    serde_json::from_str(&inside(package, "manifest.json")).expect("JSON")
}

#[test]
fn each_sitting_that_is_filed_is_put_in_the_folder_once_and_whole() {
    for store in empty_stores().expect("stores") {
        let folder = tempfile::tempdir().expect("a folder");
        let world = World::that_sends(&store, to(folder.path()));
        world.file(world.people.tyler, &tylers(world.people.donna, &[]));
        assert_eq!(world.send(Way::Folder), [Sent::One]);
        let files = seen(folder.path());
        let [package] = files.as_slice() else { panic!("{files:?}") };
        let name = package.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(name.starts_with("houses-"), "{name}");
        assert_eq!(package.extension().and_then(|end| end.to_str()), Some("zip"));
        let session = inside(package, "session.json");
        for told in ["the ambilance", "Tyler Brannagh", "He hid under the table", "Joel Whitby"] {
            assert!(session.contains(told), "{told}");
        }
        assert!(inside(package, "page-001-drawing.svg").contains("<path"));
        assert!(manifest(package).get("replaces").is_none());
        world.minutes_pass(600);
        assert_eq!(world.send(Way::Folder), []);
        assert_eq!(seen(folder.path()), files, "once");
    }
}

#[test]
fn a_folder_that_is_gone_keeps_them_waiting_and_whoever_keeps_the_system_sees_it() {
    for store in empty_stores().expect("stores") {
        let outside = tempfile::tempdir().expect("a folder");
        let folder = outside.path().join("out");
        let world = World::that_sends(&store, to(&folder));
        world.file(world.people.tyler, &tylers(world.people.donna, &[]));
        assert_eq!(world.send(Way::Folder), [Sent::NotNow]);
        let troubles = world.troubles();
        assert_eq!(
            troubles.iter().map(|one| one.trouble).collect::<Vec<_>>(),
            [Trouble::FolderMissing]
        );
        let keeper = world.edge(world.people.keeper);
        let page =
            world.kith.read(keeper.clone(), |cx| Ok(desk(cx)?.page.1)).wait().expect("a page");
        assert!(!format!("{page:?}").contains("Brannagh"), "nobody is named");
        let joel = world.edge(world.people.joel);
        assert!(
            world.kith.read(joel, |cx| Ok(desk(cx)?.page.1)).wait().is_err(),
            "for keepers alone"
        );
        std::fs::create_dir(&folder).expect("a folder");
        assert_eq!(world.send(Way::Folder), [], "not before its time");
        let id = troubles[0].id;
        world.kith.write(keeper, vec![], move |cx| try_again(cx, id)).wait().expect("again");
        assert_eq!(world.send(Way::Folder), [Sent::One]);
        assert_eq!((seen(&folder).len(), world.troubles().len()), (1, 0));
    }
}

#[test]
fn after_a_kill_it_is_put_there_once_though_it_was_taken_away_already() {
    for store in empty_stores().expect("stores") {
        let folder = tempfile::tempdir().expect("a folder");
        let world = World::that_sends(&store, to(folder.path()));
        world.file(world.people.tyler, &tylers(world.people.donna, &[]));
        assert_eq!(world.send(Way::Folder), [Sent::One]);
        let package = seen(folder.path()).remove(0);
        // As it stands when the program is killed after the file had its name: nobody noted it.
        let kill = "update package_out set state = 'waiting', sent_at = null, next_at = 0";
        let killed = move |cx: &mut app::cx::Write<'_, '_>| Ok(cx.tx().batch(kill)?);
        world.kith.write(console(3), vec![], killed).wait().expect("killed");
        std::fs::remove_file(&package).expect("the other system took it");
        let world = world.started_again(&store, to(folder.path()));
        assert_eq!(world.send(Way::Folder), [Sent::One]);
        assert!(seen(folder.path()).is_empty(), "it is not given twice");
    }
}

#[test]
fn after_a_kill_in_the_middle_the_half_file_is_written_over() {
    for store in empty_stores().expect("stores") {
        let folder = tempfile::tempdir().expect("a folder");
        let world = World::that_sends(&store, to(folder.path()));
        let root = world.file(world.people.tyler, &tylers(world.people.donna, &[]));
        let (now, until) = (world.now(), world.now());
        let claim = move |cx: &mut app::cx::Write<'_, '_>| {
            Ok(cx.tx().claim_package(Way::Folder, now, until)?)
        };
        let claimed = world.kith.write(console(3), vec![], claim).wait().expect("claimed");
        assert_eq!(claimed.expect("one").root, root);
        let half = folder.path().join(".houses-half.zip.part");
        std::fs::write(&half, b"PK").expect("half a file");
        world.minutes_pass(1);
        assert_eq!(world.send(Way::Folder), [Sent::One], "its lease was over");
        let whole: Vec<_> = seen(folder.path()).into_iter().filter(|one| *one != half).collect();
        assert!(inside(&whole[0], "session.json").contains("the ambilance"));
    }
}

#[test]
fn what_is_changed_moved_or_answered_goes_again_and_says_what_it_replaces() {
    for store in empty_stores().expect("stores") {
        let folder = tempfile::tempdir().expect("a folder");
        let world = World::that_sends(&store, to(folder.path()));
        let session = tylers(world.people.donna, &[]);
        let root = world.file(world.people.tyler, &session);
        world.send(Way::Folder);
        let first = seen(folder.path()).remove(0);
        let about = vec![world.people.tyler, world.people.kayleigh];
        let to = world.people.kayleigh;
        let moving = move |cx: &mut app::cx::Write<'_, '_>| {
            let because = "It was the wrong tablet.".to_owned();
            move_session(cx, root, &Moving { to: Some(to), because })
        };
        world.kith.write(world.edge(world.people.joel), about, moving).wait().expect("moved");
        world.minutes_pass(1);
        assert_eq!(world.send(Way::Folder), [Sent::One], "one, though many entries were written");
        let second = seen(folder.path()).into_iter().find(|one| *one != first).expect("another");
        assert_eq!(manifest(&second)["replaces"], manifest(&first)["id"]);
        assert!(inside(&second, "session.json").contains("Kayleigh Brannagh"));
        assert!(!inside(&second, "session.json").contains("Tyler Brannagh"));
        let answer = TypedAnswer {
            on: "2026-04-02".into(),
            words: "You said the ambulance. Pete counts the puffs.".into(),
            changed: "yes".into(),
            ..TypedAnswer::default()
        };
        let answer = move |cx: &mut app::cx::Write<'_, '_>| record_answer(cx, root, &answer);
        world.kith.write(world.edge(world.people.joel), vec![to], answer).wait().expect("told");
        world.minutes_pass(1);
        assert_eq!(world.send(Way::Folder), [Sent::One]);
        let third = seen(folder.path()).into_iter().find(|one| *one != first && *one != second);
        let third = third.expect("a third");
        assert_eq!(manifest(&third)["replaces"], manifest(&second)["id"]);
        assert!(inside(&third, "session.json").contains("Pete counts the puffs."));
    }
}

#[test]
fn what_is_for_named_people_alone_stays_here() {
    for store in empty_stores().expect("stores") {
        let folder = tempfile::tempdir().expect("a folder");
        let world = World::that_sends(&store, to(folder.path()));
        world.file(world.people.tyler, &tylers(world.people.donna, &[]));
        let tyler = world.people.tyler;
        let restrict = move |cx: &mut app::cx::Write<'_, '_>| {
            let restriction = Restriction {
                child: tyler,
                whom: Whom::Only(vec![]),
                because: Because::ALL[0],
                words: None,
                from: date(2026, 2, 27),
                until: None,
            };
            let (id, on) = (cx.id(), Happened::on(date(2026, 2, 27)));
            cx.record(NewEntry::first(id, vec![tyler], on, restriction.into()))
        };
        world.kith.write(console(5), vec![], restrict).wait().expect("restricted");
        assert_eq!(world.send(Way::Folder), [Sent::One]);
        assert!(seen(folder.path()).is_empty());
        assert_eq!(world.troubles()[0].trouble, Trouble::Restricted);
    }
}

#[test]
fn where_no_way_leads_out_nothing_waits_for_one() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        world.file(world.people.tyler, &tylers(world.people.donna, &[]));
        let count = |cx: &mut app::cx::Read<'_>| Ok(cx.tx.count_packages()?);
        assert_eq!(world.kith.read(console(0), count).wait().expect("counted"), []);
    }
}
