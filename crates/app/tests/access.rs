//! The rule of access as SQL, held equal to the rule itself.
//!
//! Small worlds are made by chance and written through the use cases. What each viewer's access
//! to each file follows from is then gathered twice: by the store, and here by plain loops over
//! what was written. Both must answer every wish alike, and every list must show just the files
//! that the rule grants.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod world;

use app::kith::Kith;
use domain::access::{Action, FileAccess, LISTED, Reach, Viewer, decide, reach_decides};
use domain::id::PersonId;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use std::collections::BTreeSet;
use town::stores::{console, empty_stores};
use world::{World, Written};

/// Worlds per database; the same ones on every run.
const WORLDS: u32 = 6;

type Held = Result<(), TestCaseError>;

#[test]
fn lists_show_what_the_rule_grants_and_the_store_knows_what_was_written() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let config = Config { cases: WORLDS, failure_persistence: None, ..Config::default() };
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
        let mut runner = TestRunner::new_with_rng(config, rng);
        let held = runner.run(&world::any(), |world| {
            let written = world::write(&kith, &world);
            holds(&kith, &world, &written)
        });
        assert!(held.is_ok(), "{}: {held:#?}", store.database);
    }
}

/// Every viewer of the world, at each of its moments, before every file of it.
fn holds(kith: &Kith, world: &World, written: &Written) -> Held {
    let (world, written) = (world.clone(), written.clone());
    let asked = kith.read(console(0), move |cx| {
        for at in world::moments() {
            for account in &written.accounts {
                let known = cx.tx.find_account(*account)?.expect("the account");
                let viewer = known.viewer(at);
                if let Err(why) = holds_for(cx.tx, &viewer, &world, &written) {
                    return Ok(Err(why));
                }
            }
        }
        Ok(Ok(()))
    });
    asked.wait().expect("read")
}

fn holds_for(tx: &mut store::tx::Tx, viewer: &Viewer, world: &World, written: &Written) -> Held {
    let mut open = BTreeSet::new();
    for child in written.everyone() {
        let gathered = tx.file_access(viewer, child).expect("gathered");
        let told = world::file_access(world, written, viewer, child);
        for action in Action::ALL {
            let (by_store, by_hand) =
                (decide(viewer, action, &gathered), decide(viewer, action, &told));
            let who = || format!("{viewer:?} {action:?}\nstore {gathered:?}\nhand  {told:?}");
            if by_store != by_hand {
                return Err(TestCaseError::fail(format!("gathered wrongly: {}", who())));
            }
            if LISTED.contains(&action) {
                let listed = tx.is_listed(viewer, action, child).expect("asked");
                if listed != by_hand.is_grant() {
                    return Err(TestCaseError::fail(format!("listed {listed}: {}", who())));
                }
            }
        }
        if opens_by_a_way(viewer, &told) {
            open.insert(child);
        }
    }
    let listed = list_open(tx, viewer, written);
    if listed != open {
        let why = format!("{viewer:?} is shown {listed:?} and not {open:?}");
        return Err(TestCaseError::fail(why));
    }
    Ok(())
}

/// Whether the front page is granted because of something somebody wrote, and not because there
/// is a file.
fn opens_by_a_way(viewer: &Viewer, file: &FileAccess) -> bool {
    let by_way =
        |reach: Reach| reach_decides(viewer, Action::OpenFrontPage, reach, file.restricted);
    decide(viewer, Action::OpenFrontPage, file).is_grant()
        && file.ways.iter().any(|way| {
            way.span.holds_at(viewer.at) && viewer.holds(way.holder) && by_way(way.reach)
        })
}

/// The list, read in pages of two; the pool of those who wait reaches into other worlds, so only
/// this one's are kept.
fn list_open(tx: &mut store::tx::Tx, viewer: &Viewer, written: &Written) -> BTreeSet<PersonId> {
    let (mut after, mut found) = (None, Vec::new());
    loop {
        let page = tx.list_open_children(viewer, after, 2).expect("listed");
        after = page.last().copied();
        found.extend(page);
        if after.is_none() {
            assert!(found.is_sorted(), "a page comes after the one before");
            let here: BTreeSet<PersonId> = written.everyone().collect();
            return found.into_iter().filter(|child| here.contains(child)).collect();
        }
    }
}
