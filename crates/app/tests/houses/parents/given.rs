//! What is asked before anything is made, and what is written down of it.

use super::{Page, YES, answers, later};
use crate::family::World;
use app::cx::{Read, Write};
use app::error::{Error, Fault, Why};
use app::parents::{self, TypedShowing};
use domain::kind::Payload;
use jiff::civil::date;
use town::stores::{console, empty_stores};

#[test]
fn nothing_is_made_before_the_child_knows_and_somebody_says_that_it_is_safe() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.sat(1, &[YES], &[]);
        let refused = |typed| match world.decide(root, world.people.donna, typed, later(1)) {
            Err(Error::Refused(faults)) => faults,
            other => panic!("{other:?}"),
        };
        let no = TypedShowing { knows: "no".into(), ..answers("paper") };
        assert_eq!(refused(no), [Fault { at: "knows", why: Why::FirstTheChild }]);
        for not in ["no", "not_sure"] {
            let unsafe_ = TypedShowing { safe: not.into(), ..answers("link") };
            assert_eq!(refused(unsafe_), [Fault { at: "safe", why: Why::NotSafe }]);
        }
        let blank = refused(TypedShowing::default());
        let at: Vec<_> = blank.iter().map(|fault| fault.at).collect();
        assert_eq!(at, ["knows", "safe", "safe_because", "together", "way"]);
        let beside = world.kith.read(console(0), move |cx| Ok(cx.tx.list_beside(root)?)).wait();
        assert_eq!(beside.expect("read"), [], "nothing was kept");
    }
}

#[test]
fn the_journal_says_what_was_shown_to_whom_how_and_when_it_was_gone_through() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.sat(1, &[YES, Page { donna: None, ..YES }], &[]);
        let made =
            world.decide(root, world.people.donna, answers("paper"), later(1)).expect("decided");
        assert!(made.link.is_none());
        let shared = made.shared;
        let said = |world: &World| {
            let read = move |cx: &mut Read<'_>| match cx
                .tx
                .find_newest(shared)?
                .and_then(|entry| entry.payload)
            {
                Some(Payload::SharedBack(said)) => Ok(said),
                _ => Err(Error::NotFound),
            };
            world.kith.read(console(0), read).wait().expect("it is in the journal")
        };
        let first = said(&world);
        assert_eq!((first.of, first.with, first.pages.len()), (root, world.people.donna, 1));
        assert_eq!(first.shown_on, None, "made, and not yet gone through");
        let on = |day: &'static str| {
            let write = move |cx: &mut Write<'_, '_>| parents::record_shown(cx, shared, day);
            world.kith.write(world.joels(later(3 * 24 * 60)), vec![], write).wait()
        };
        assert!(on("2026-11-23").is_err(), "not before it was made");
        assert!(on("2026-11-28").is_err(), "not a day to come");
        assert_eq!(on("2026-11-26").expect("written"), root);
        assert_eq!(said(&world).shown_on, Some(date(2026, 11, 26)));
    }
}
