//! More than one at a time: nodes that start together, and a check while people write.

use super::borough::{Borough, boroughs, edge, note};
use app::upkeep;
use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;
use town::stores::empty_stores;

#[test]
fn nodes_that_start_together_make_one_store() {
    let stores = empty_stores().expect("stores");
    let Some(store) = stores.iter().find(|store| store.database == "PostgreSQL") else { return };
    let together = Barrier::new(4);
    let opened: Vec<_> = thread::scope(|scope| {
        let node = |n| {
            let (store, together) = (&store, &together);
            scope.spawn(move || {
                together.wait();
                store.open(n).map(|kith| kith.store().rebuilt())
            })
        };
        let nodes: Vec<_> = (1..5).map(node).collect();
        nodes.into_iter().map(|node| node.join().expect("no panic")).collect()
    });
    for node in opened {
        assert_eq!(node.expect("opened"), 0);
    }
}

#[test]
fn a_check_while_people_write_finds_nothing() {
    for borough in boroughs() {
        let child = borough.child();
        let done = AtomicBool::new(false);
        let Borough { store, kith } = &borough;
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    while !done.load(Relaxed) {
                        let file = move |cx: &mut app::cx::Write<'_, '_>| {
                            let id = cx.id();
                            cx.record(note(id, vec![child], "A visit."))
                        };
                        kith.write(edge(), vec![child], file).wait().expect("filed");
                        app::seal::seal_what_is_new(kith, edge()).wait().expect("sealed");
                    }
                });
            }
            let mut said = Ok(upkeep::Verified::default());
            for _ in 0..10 {
                if said.is_ok() {
                    said = upkeep::verify(&store.place).expect("read");
                }
            }
            done.store(true, Relaxed);
            assert!(said.is_ok(), "{}: {said:?}", store.database);
        });
        borough.proves_sound();
    }
}
