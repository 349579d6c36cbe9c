//! Where nobody, or not this person, is shown anything whatever the child said.

use super::{YES, is_gone, later};
use crate::family::World;
use app::error::Error;
use app::parents::Nothing;
use domain::look::AtWhat;
use domain::restriction::Whom;
use domain::sharing::Answer;
use serde_json::json;
use town::stores::empty_stores;

#[test]
fn a_file_that_is_restricted_or_shuts_them_out_shows_nothing_any_more() {
    for (whom, why) in [(None, Nothing::Restricted), (Some(()), Nothing::ShutOut)] {
        for store in empty_stores().expect("stores") {
            let world = World::new(&store);
            let root = world.sat(1, &[YES], &[]);
            let (_, token) = world.link(root, world.people.donna, later(1)).expect("a link");
            let viewer = world.joels(later(0)).viewer().expect("Joel").person;
            world.restrict(Whom::ShutOut(vec![world.people.pete, world.people.daras]), later(2));
            assert!(world.open(&token, later(3)).is_ok(), "others are shut out");
            let rule = match whom {
                None => Whom::Only(vec![viewer, world.people.donna]),
                Some(()) => Whom::ShutOut(vec![world.people.donna]),
            };
            world.restrict(rule, later(4));
            assert!(is_gone(world.open(&token, later(5))));
            assert_eq!(world.ask(root, world.people.donna).expect("asked"), Err(why));
        }
    }
}

#[test]
fn where_something_important_was_said_or_it_broke_off_nobody_at_home_is_shown_anything() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let said = json!({"kind": "important_said", "words": "he frew the plate",
            "before": "And then?", "who_near": "nobody", "seen": "He looked at the door.",
            "now": false, "by": "worker"});
        let stopped = json!({"kind": "finish", "how": "stopped_for_safety", "by": "worker"});
        let broke_off = json!({"kind": "finish", "how": "unfinished", "by": "worker"});
        let all = [
            (said, Nothing::Important),
            (stopped, Nothing::Important),
            (broke_off, Nothing::BrokeOff),
        ];
        for ((op, why), number) in all.into_iter().zip(1..) {
            let root = world.sat(number, &[YES], &[op]);
            assert_eq!(world.ask(root, world.people.donna).expect("asked"), Err(why));
            let none = world.link(root, world.people.donna, later(10));
            assert!(matches!(none, Err(Error::Refused(faults)) if faults.is_empty()));
        }
        let root = world.sat_all_but(1, 9, &[YES], &[]);
        let none = world.ask(root, world.people.donna).expect("asked");
        assert_eq!(none, Err(Nothing::BrokeOff), "what is missing may be a no");
    }
}

#[test]
fn no_brother_or_sister_and_nobody_by_their_work_is_shown_anything() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.sat(1, &[YES], &[]);
        world.chose(root, (world.people.kayleigh, Answer::Yes), later(0));
        let none = world.ask(root, world.people.kayleigh).expect("asked");
        assert_eq!(none, Err(Nothing::Child), "no child sees another’s");
        assert!(world.link(root, world.people.kayleigh, later(1)).is_err());
        assert!(is_gone(world.ask(root, world.people.tyler)));
        assert!(is_gone(world.ask(root, world.people.daras)), "she works here");
        assert_eq!(world.ask(root, world.people.pete).expect("asked"), Err(Nothing::NotAgreed));
    }
}

#[test]
fn what_is_important_and_was_said_elsewhere_since_is_told_before_anything_is_shown() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.sat(1, &[YES], &[]);
        let told = |root| {
            let donna = world.people.donna;
            let ask = move |cx: &mut app::cx::Read<'_>| {
                Ok(app::parents::ask(cx, root, donna)?.page.page.important)
            };
            world.kith.read(world.joels(later(1)), ask).wait().expect("asked")
        };
        assert_eq!(told(root), None);
        let said = json!({"kind": "important_said", "words": "he frew the plate", "before": "",
            "who_near": "", "seen": "", "now": false, "by": "worker"});
        let other = world.sat(2, &[YES], &[said]);
        assert_eq!(told(root), Some(jiff::civil::date(2026, 3, 26)));
        assert_eq!(told(other), None, "its own refuses by itself");
        assert_eq!(world.ask(root, world.people.donna).expect("asked"), Ok(1), "as before");
    }
}

#[test]
fn what_a_brother_or_sister_said_that_is_important_is_told_to_whoever_may_read_it() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        world.family();
        let root = world.sat(1, &[YES], &[]);
        let told = |who| {
            let donna = world.people.donna;
            let ask = move |cx: &mut app::cx::Read<'_>| {
                let told = app::parents::ask(cx, root, donna)?.page.page.important_beside;
                let of = cx.looked_also().iter().map(AtWhat::child).collect::<Vec<_>>();
                Ok((told, of))
            };
            world.kith.read(world.edge_at(who, later(1)), ask).wait()
        };
        let none = (None, vec![]);
        assert_eq!(told(world.people.joel).expect("asked"), none);
        let said = json!({"kind": "important_said", "words": "he frew the plate", "before": "",
            "who_near": "", "seen": "", "now": false, "by": "worker"});
        let session = world.wrote(2, &[YES], &[said]);
        let filing = world.filing(world.people.kayleigh, &session);
        world.file_as(world.people.joel, &session, &filing).expect("filed");
        let day = Some(jiff::civil::date(2026, 3, 26));
        // Whoever asks who looked into her file finds it there.
        let told_of_her = (day, vec![Some(world.people.kayleigh)]);
        assert_eq!(told(world.people.joel).expect("asked"), told_of_her, "{}", store.database);
        let only = Whom::Only(vec![world.people.daras]);
        world.restrict_file(world.people.kayleigh, only, later(0));
        assert_eq!(told(world.people.joel).expect("asked"), none, "he may not read her file");
    }
}
