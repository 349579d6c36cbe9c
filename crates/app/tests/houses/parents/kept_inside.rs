//! What the law keeps inside goes to nobody at home, and whoever sat there stays named.

use super::{YES, later};
use crate::family::World;
use app::cx::Write;
use app::edge::Edge;
use app::error::Error;
use app::parents::{self, Nothing};
use domain::entry::{Mark, NewEntry};
use domain::id::EntryId;
use domain::kind::Payload;
use domain::sharing::{Answer, How, Sharing};
use domain::time::Happened;
use jiff::civil::date;
use town::stores::{Empty, console, empty_stores};

#[test]
fn a_yes_that_the_law_keeps_inside_opens_nothing() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.sat(1, &[YES], &[]);
        assert_eq!(world.ask(root, world.people.donna).expect("asked"), Ok(1));
        let (tyler, donna) = (world.people.tyler, world.people.donna);
        let mark = move |cx: &mut Write<'_, '_>| {
            let session = cx.tx().find_newest(root)?.and_then(|entry| entry.payload);
            let Some(Payload::HousesSession(session)) = session else { panic!("a sitting") };
            let (id, of) = (cx.id(), session.pages[0]);
            let how = How::Chosen { answer: Answer::Yes, by: tyler };
            let yes = Sharing { of, with: donna, part: None, how };
            let on = Happened::on(date(2026, 11, 24));
            let new = NewEntry::first(id, vec![tyler], on, yes.into());
            cx.record(NewEntry { marks: vec![Mark::Police], ..new })
        };
        world.kith.write(Edge { now: later(1), ..console(9) }, vec![], mark).wait().expect("kept");
        let none = world.ask(root, world.people.donna).expect("asked");
        assert_eq!(none, Err(Nothing::NotAgreed), "what cannot be told may be a no");
    }
}

#[test]
fn a_page_or_a_sitting_that_the_law_keeps_inside_goes_to_nobody_at_home() {
    let marks = [Mark::LegalAdvice, Mark::CourtRestricted, Mark::Police].map(Some);
    for (store, mark) in all_with(marks.into_iter().chain([None])) {
        let world = World::new(&store);
        let root = world.sat(1, &[YES, YES], &[]);
        let keep_inside = |what: EntryId, at| {
            let mark = mark.clone();
            let keep = move |cx: &mut Write<'_, '_>| {
                let old = cx.tx().find_newest(what)?.expect("an entry");
                let (id, said) = (cx.id(), old.payload.clone().expect("words"));
                let mut new = NewEntry::replacing(id, &old.head, said);
                new.marks.extend(mark.clone());
                new.audience.sealed = mark.is_none();
                cx.record(new)
            };
            world.kith.write(Edge { now: at, ..console(9) }, vec![], keep).wait().expect("kept")
        };
        let page = world.kith.read(console(0), move |cx| {
            match cx.tx.find_newest(root)?.and_then(|entry| entry.payload) {
                Some(Payload::HousesSession(session)) => Ok(session.pages[0]),
                _ => Err(Error::NotFound),
            }
        });
        keep_inside(page.wait().expect("a page"), later(1));
        let asked = || world.ask(root, world.people.donna).expect("asked");
        assert_eq!(asked(), Ok(1), "the other page: {mark:?}");
        keep_inside(root, later(2));
        assert_eq!(asked(), Err(Nothing::Restricted), "{mark:?}");
    }
}

/// Each store for each of what keeps something inside; nothing named: a seal.
fn all_with(marks: impl Iterator<Item = Option<Mark>>) -> Vec<(Empty, Option<Mark>)> {
    let stores = |mark: Option<Mark>| {
        let stores = empty_stores().expect("stores").into_iter();
        stores.map(|store| (store, mark.clone())).collect::<Vec<_>>()
    };
    marks.flat_map(stores).collect()
}

#[test]
fn whoever_sat_there_is_named_though_it_was_written_anew_by_somebody_else() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.sat(1, &[YES], &[]);
        let (_, token) = world.link(root, world.people.donna, later(1)).expect("a link");
        let anew = move |cx: &mut Write<'_, '_>| {
            let old = cx.tx().find_newest(root)?.expect("a sitting");
            let (id, said) = (cx.id(), old.payload.clone().expect("words"));
            cx.record(NewEntry::replacing(id, &old.head, said))
        };
        world.kith.write(Edge { now: later(2), ..console(9) }, vec![], anew).wait().expect("kept");
        let page = world.open(&token, later(3)).expect("it opens");
        assert!(page.contains("sat down with Joel Whitby"), "{page}");
    }
}

#[test]
fn a_choice_is_taken_back_on_a_page_that_is_kept_inside_today_and_what_was_passed_on_stays_told() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.sat(1, &[YES], &[]);
        let (tyler, donna) = (world.people.tyler, world.people.donna);
        let page = world.kith.read(console(0), move |cx| {
            match cx.tx.find_newest(root)?.and_then(|entry| entry.payload) {
                Some(Payload::HousesSession(session)) => Ok(session.pages[0]),
                _ => Err(Error::NotFound),
            }
        });
        let page = page.wait().expect("a page");
        let marked = |marks: Vec<Mark>, minute| {
            let mark = move |cx: &mut Write<'_, '_>| {
                let old = cx.tx().find_newest(page)?.expect("a page");
                let (id, said) = (cx.id(), old.payload.clone().expect("words"));
                let new = NewEntry::replacing(id, &old.head, said);
                cx.record(NewEntry { marks: marks.clone(), ..new })
            };
            let edge = Edge { now: later(minute), ..console(9) };
            world.kith.write(edge, vec![], mark).wait().expect("marked");
        };
        marked(vec![Mark::Police], 1);
        let why = "A judge asked for it.".to_owned();
        let how = How::PassedOn { by: tyler, why, child_told_first: true };
        world.record(Sharing { of: page, with: donna, part: None, how: how.clone() }, later(2));
        let take = move |cx: &mut Write<'_, '_>| parents::record_taken_back(cx, (root, donna));
        world.kith.write(world.joels(later(3)), vec![], take).wait().expect("written");
        marked(vec![], 4);
        let beside = world.kith.read(console(0), move |cx| {
            let mut all = vec![];
            for beside in cx.tx.list_beside(page)? {
                if let Some(Payload::Sharing(said)) =
                    cx.tx.find_newest(beside)?.and_then(|entry| entry.payload)
                {
                    all.extend((said.with == donna).then_some(said.how));
                }
            }
            Ok(all)
        });
        let no = How::Chosen { answer: Answer::No, by: tyler };
        let mut told = beside.wait().expect("read");
        told.sort_by_key(|one| matches!(one, How::PassedOn { .. }));
        assert_eq!(told, [no, how]);
    }
}
