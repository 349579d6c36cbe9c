//! What is offered to whom, and that a decision which is sent twice is one.

use super::{YES, answers, is_gone, later, page_id};
use crate::family::{World, first, parent};
use app::cx::Read;
use app::parents::{self, Nothing, TypedShowing};
use domain::id::{EntryId, PersonId};
use domain::involvement::{Involved, Involvement, Role};
use domain::name::{Name, Usage};
use domain::person::Person;
use domain::restriction::Whom;
use domain::sharing::Answer;
use jiff::Timestamp;
use jiff::civil::date;
use serde_json::json;
use town::stores::{console, empty_stores};
use ui::packages::Somebody;
use uuid::Uuid;

/// What the page of the sitting says of the family, to Joel.
fn family(world: &World, root: EntryId, at: Timestamp) -> ui::parents::Family {
    let read = move |cx: &mut Read<'_>| {
        let page = app::entry::read(cx, root)?.page.page;
        Ok(page.sitting.expect("a sitting").family.expect("a family"))
    };
    world.kith.read(world.joels(at), read).wait().expect("read")
}

#[test]
fn whom_the_record_cannot_name_is_shown_nothing_and_whatever_is_offered_leads_somewhere() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let tyler = world.people.tyler;
        let made = world.kith.write(console(5), vec![], move |cx| {
            let father = PersonId::first_written_in(first(cx, vec![], Person::default()));
            parent(cx, father, tyler);
            Ok(father)
        });
        let father = made.wait().expect("written");
        let root = world.sat(1, &[YES], &[]);
        world.chose(root, (father, Answer::Yes), later(0));
        world.chose(root, (world.people.kayleigh, Answer::Yes), later(1));
        let people = family(&world, root, later(2)).people;
        assert_eq!(people.len(), 3, "Donna, Pete and the father: {people:?}");
        for whom in people {
            let asked = world.ask(root, whom.person).expect("the page is there");
            assert_eq!(asked, whom.pages, "{}", whom.called);
        }
        assert_eq!(world.ask(root, father).expect("asked"), Err(Nothing::NotNamed));
        assert!(world.link(root, father, later(3)).is_err());
    }
}

fn called(person: PersonId, full: &str) -> Name {
    let full = full.to_owned();
    Name { person, full, known_as: None, usage: Usage::default(), from: None, until: None }
}

fn works_with(child: PersonId, partner: PersonId) -> Involvement {
    let (who, from) = (Involved::Person(partner), date(2026, 2, 27));
    Involvement { child, who, role: Role::Partner, title: None, from, until: None }
}

#[test]
fn whoever_is_at_home_is_shown_it_and_whoever_is_not_gets_a_copy() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let tyler = world.people.tyler;
        let made = world.kith.write(console(5), vec![], move |cx| {
            let advocate = PersonId::first_written_in(first(cx, vec![], Person::default()));
            first(cx, vec![advocate], called(advocate, "Ama Boateng"));
            first(cx, vec![tyler], works_with(tyler, advocate));
            Ok(advocate)
        });
        let advocate = made.wait().expect("written");
        let root = world.sat(1, &[YES], &[]);
        world.chose(root, (advocate, Answer::Yes), later(0));
        let told = family(&world, root, later(2));
        let outside: Vec<_> = told.outside.iter().map(|whom| (whom.person, &whom.pages)).collect();
        assert_eq!(outside, [(advocate, &Ok(1))]);
        assert!(told.people.iter().all(|whom| whom.person != advocate));
        let read = move |cx: &mut Read<'_>| Ok(app::package::ask_copy(cx, root)?.page.1);
        let copy = world.kith.read(world.joels(later(3)), read).wait().expect("read");
        let ids = |all: &[Somebody]| all.iter().map(|who| who.id).collect::<Vec<_>>();
        assert_eq!(ids(&copy.people), [advocate]);
        assert!(ids(&copy.at_home).contains(&world.people.donna), "she is asked about first");
    }
}

#[test]
fn whom_the_child_named_and_the_record_does_not_know_is_not_passed_over() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let chosen = [
            (0, "Gran", "yes"),
            (1, "Gran", "yes"),
            (0, "Mr Khan", "no"),
            (1, "Auntie Bev", "ask_later"),
        ];
        let between = chosen.map(|(page, name, answer)| {
            let (page, person) = (page_id(1, page), json!({"name": name}));
            json!({"kind": "share", "page": page, "person": person, "answer": answer})
        });
        let root = world.sat(1, &[YES, YES], &between);
        let told = family(&world, root, later(1));
        assert_eq!((told.by_name, told.shut), (vec!["Gran".to_owned()], None));
        let said = json!({"kind": "important_said", "words": "he frew the plate", "before": "",
            "who_near": "", "seen": "", "now": false, "by": "worker"});
        let with = |session| {
            let person = json!({"name": "Gran"});
            let page = page_id(session, 0);
            json!({"kind": "share", "page": page, "person": person, "answer": "yes"})
        };
        let shut = world.sat(2, &[YES], &[with(2), said]);
        let told = family(&world, shut, later(2));
        let nothing = Some(Nothing::Important);
        assert_eq!((told.by_name, told.shut), (vec!["Gran".to_owned()], nothing));
    }
}

#[test]
fn a_link_that_shows_nothing_any_more_is_not_said_to_open() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.sat(1, &[YES], &[]);
        let (_, token) = world.link(root, world.people.donna, later(1)).expect("a link");
        let stands = |at| {
            let link = family(&world, root, at).shown[0].link.expect("a link");
            (link.opens, link.shows)
        };
        assert_eq!(stands(later(2)), (true, true));
        world.choice(root, Answer::No, later(3));
        assert_eq!(stands(later(4)), (true, false), "taken back");
        assert!(is_gone(world.open(&token, later(4))));
        world.choice(root, Answer::Yes, later(5));
        assert_eq!(stands(later(6)), (true, true), "as it would open");
        world.restrict(Whom::ShutOut(vec![world.people.donna]), later(7));
        assert_eq!(stands(later(8)), (true, false), "shut out");
    }
}

#[test]
fn sent_twice_it_is_one_showing_and_one_link_opens() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.sat(1, &[YES], &[]);
        let showing = Some(EntryId(Uuid::from_u128(0x0193_5000_0000_7000_8000_0000_0000_0001)));
        let send = |way: &str, at| {
            let typed = TypedShowing { showing, ..answers(way) };
            world.decide(root, world.people.donna, typed, at).expect("decided")
        };
        let shown = |at| family(&world, root, at).shown.len();
        let (first, again) = (send("link", later(1)), send("link", later(1)));
        assert_eq!((first.shared, shown(later(2))), (again.shared, 1));
        let token = |made: &parents::Decided| {
            let (token, _) = made.link.as_ref().expect("a link");
            token.as_str().to_owned()
        };
        assert!(is_gone(world.open(&token(&first), later(2))), "nobody was shown the first");
        assert!(world.open(&token(&again), later(2)).is_ok());
        // Loaded again once it is in use, it takes nobody's link away.
        assert!(send("link", later(1)).link.is_none() && send("link", later(30)).link.is_none());
        assert!(world.open(&token(&again), later(31)).is_ok());
        // Another decision from the same page is one of its own.
        let paper = send("paper", later(40));
        assert_ne!(paper.shared, first.shared);
        assert_eq!(shown(later(41)), 2);
        let other = TypedShowing { showing, together: "At Nan's.".into(), ..answers("link") };
        let other = world.decide(root, world.people.donna, other, later(42)).expect("decided");
        assert!(other.shared != first.shared && other.link.is_some());
    }
}

#[test]
fn paper_that_was_sent_twice_is_one_showing() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.sat(1, &[YES], &[]);
        let showing = Some(EntryId(Uuid::from_u128(0x0193_5000_0000_7000_8000_0000_0000_0002)));
        let send = |at| {
            let typed = TypedShowing { showing, ..answers("paper") };
            world.decide(root, world.people.donna, typed, at).expect("decided").shared
        };
        assert_eq!(send(later(1)), send(later(20)));
        assert_eq!(family(&world, root, later(21)).shown.len(), 1);
    }
}
