//! A link: when it ends, what an opening leaves behind, and what guessing costs.

use super::{YES, answers, inked, is_gone, later, page_id, words_of};
use crate::family::World;
use app::cx::{Read, Write};
use app::edge::{Actor, Edge};
use app::error::{Error, Fault, Why};
use app::parents::{self, Knock, TypedShowing};
use domain::id::EntryId;
use domain::look::AtWhat;
use domain::sharing::Answer;
use jiff::Timestamp;
use serde_json::json;
use std::sync::{Arc, Mutex};
use town::stores::{console, empty_stores};

#[test]
fn a_link_ends_on_its_day_and_when_somebody_ends_it() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.sat(1, &[YES], &[]);
        let (shared, token) = world.link(root, world.people.donna, later(1)).expect("a link");
        let day = 24 * 60;
        assert!(world.open(&token, later(14 * day)).is_ok(), "fourteen days");
        assert!(is_gone(world.open(&token, later(14 * day + 1))), "and not a minute more");
        assert!(world.open(&token, later(2)).is_ok());
        let end = move |cx: &mut Write<'_, '_>| parents::end_link(cx, shared);
        let ended = world.kith.write(world.joels(later(3)), vec![], end).wait();
        assert_eq!(ended.expect("ended"), root);
        assert!(is_gone(world.open(&token, later(4))));
        for days in ["0", "61", "soon"] {
            let typed = TypedShowing { days: days.into(), ..answers("link") };
            let refused = world.decide(root, world.people.donna, typed, later(5));
            let fault = Fault { at: "days", why: Why::NotOne };
            assert!(matches!(refused, Err(Error::Refused(faults)) if faults == [fault]));
        }
    }
}

#[test]
fn an_opening_is_a_look_by_the_link_and_not_the_workers_own() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.sat(1, &[YES], &[]);
        let (shared, token) = world.link(root, world.people.donna, later(1)).expect("a link");
        let knock = Knock { token: token.clone(), from: "192.0.2.7".into() };
        let edge = Edge { now: later(2), seed: [3; 32], actor: Actor::Nobody };
        world.wait(world.kith.knock(edge, knock)).expect("the door");
        let (tyler, joel) = (world.people.tyler, world.people.joel);
        let looks = || {
            let read = move |cx: &mut Read<'_>| {
                let looks = cx.tx.list_looks(tyler, Timestamp::UNIX_EPOCH, 50)?;
                let before = cx.tx.looked_before_this_visit(joel, tyler, later(9_000))?;
                Ok((looks, before, cx.tx.find_link_of(shared)?.expect("a link")))
            };
            world.kith.read(console(0), read).wait().expect("read")
        };
        let (none, _, link) = looks();
        assert!(none.is_empty() && link.opened_at.is_none(), "the door is no opening");
        world.open(&token, later(3)).expect("it opens");
        let (looks, joels, link) = looks();
        let by_link =
            AtWhat::ByLink { child: tyler, root, person: world.people.donna, link: shared };
        assert_eq!(looks.iter().map(|look| &look.at_what).collect::<Vec<_>>(), [&by_link]);
        assert_eq!(joels, None, "Joel has not looked");
        assert_eq!((link.opened_at, link.openings), (Some(later(3)), 1));
    }
}

#[test]
fn guessing_costs_time_and_a_link_that_ended_is_no_guess() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.sat(1, &[YES], &[]);
        let (_, token) = world.link(root, world.people.donna, later(1)).expect("a link");
        let over = later(15 * 24 * 60);
        for _ in 0..40 {
            assert!(is_gone(world.open(&token, over)), "over, and as often as she likes");
        }
        for n in 0..30 {
            assert!(is_gone(world.open(&format!("{n:064x}"), later(2))));
        }
        assert!(matches!(world.open("00", later(2)), Err(Error::Wait { .. })));
        assert!(
            matches!(world.open(&token, later(2)), Err(Error::Wait { .. })),
            "not even looked at"
        );
        assert!(world.open(&token, later(20)).is_ok());
    }
}

/// What somebody does while a link is drawn: a sticker is fetched then.
type Meanwhile = Box<dyn FnOnce() + Send>;
static MEANWHILE: Mutex<Option<Meanwhile>> = Mutex::new(None);

fn meanwhile(what: &str) -> Option<Vec<u8>> {
    let done = MEANWHILE.lock().expect("nobody else").take();
    if let Some(done) = done {
        std::thread::spawn(done).join().expect("done");
    }
    let is_one = !what.is_empty();
    is_one.then(|| b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>".to_vec())
}

/// A sitting of two pages, with a sticker on the second.
fn sat_with_a_sticker(world: &World) -> EntryId {
    let session = world.wrote(1, &[YES, YES], &[]);
    let mut filing = world.filing(world.people.tyler, &session);
    let sticker = json!({"kind": "sticker", "page": "p", "id": "k", "what": "bed", "x": 90, "y": 90,
        "size": 40});
    for (n, more) in [(0, String::new()), (1, format!("\n{sticker}"))] {
        let drawing = [inked(n), more].concat();
        filing.blobs.insert(page_id(1, n), world.keep(drawing.as_bytes()));
    }
    world.file_as(world.people.joel, &session, &filing).expect("filed")
}

#[test]
fn what_is_ended_or_taken_back_while_it_is_drawn_is_not_shown() {
    for store in empty_stores().expect("stores") {
        let world = Arc::new(World::new(&store));
        let root = sat_with_a_sticker(&world);
        let (shared, token) = world.link(root, world.people.donna, later(1)).expect("a link");
        let open = |at: Timestamp, done: Option<Meanwhile>| {
            *MEANWHILE.lock().expect("nobody else") = done;
            let opened = world.open_with(&token, at, meanwhile);
            assert!(MEANWHILE.lock().expect("nobody else").is_none(), "it was drawn");
            opened
        };
        let [first, second] = [0, 1].map(|n| words_of(n)[0].clone());
        let whole = open(later(2), None).expect("it opens");
        assert!(whole.contains(&first) && whole.contains(&second), "both pages");
        let back = Arc::clone(&world);
        let no: Meanwhile = Box::new(move || back.choice(root, Answer::No, later(3)));
        let less = open(later(4), Some(no)).expect("it opens");
        assert!(!less.contains(&first), "she said no to it in the meantime");
        assert!(less.contains(&second));
        let ends = Arc::clone(&world);
        let end: Meanwhile = Box::new(move || {
            let end = move |cx: &mut Write<'_, '_>| parents::end_link(cx, shared);
            ends.kith.write(ends.joels(later(5)), vec![], end).wait().expect("ended");
        });
        assert!(is_gone(open(later(6), Some(end))), "the worker ended it in the meantime");
    }
}
