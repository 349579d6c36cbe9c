//! A sitting under seal, or a page of one: a colleague who works with the child and may not read
//! it neither writes about it nor meets its words in a form.

use crate::family::{People, World, first};
use crate::written::tylers;
use app::cx::Write;
use app::error::{Error, Result};
use app::houses_session::{Moving, TypedAnswer, answer_form, move_session, record_answer};
use app::parents::record_taken_back;
use domain::entry::NewEntry;
use domain::id::{AccountId, EntryId};
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::Payload;
use jiff::civil::date;
use town::stores::{console, empty_stores};

/// Tyler's sitting, and Dara, who works with both children beside Joel.
fn sat_with_dara(world: &World) -> EntryId {
    let People { tyler, kayleigh, daras, donna, .. } = world.people;
    let join = world.kith.write(console(7), vec![tyler, kayleigh], move |cx| {
        for child in [tyler, kayleigh] {
            let (who, role, from) = (Involved::Person(daras), Part::CoWorker, date(2026, 2, 27));
            let part = Involvement { child, who, role, title: None, from, until: None };
            first(cx, vec![child], part);
        }
        Result::Ok(())
    });
    join.wait().expect("written");
    world.file(tyler, &tylers(donna, &[]))
}

fn seals(world: &World, what: EntryId) {
    let seal = move |cx: &mut Write<'_, '_>| {
        let old = cx.tx().find_newest(what)?.expect("an entry");
        let (id, said) = (cx.id(), old.payload.clone().expect("words"));
        let mut new = NewEntry::replacing(id, &old.head, said);
        new.audience.sealed = true;
        cx.record(new)
    };
    world.kith.write(console(8), vec![], seal).wait().expect("sealed");
}

fn answers(world: &World, who: AccountId, root: EntryId) -> Result<EntryId> {
    let typed = TypedAnswer {
        on: "2026-04-02".into(),
        words: "You said the ambulance. Pete counts the puffs.".into(),
        changed: "yes".into(),
        ..<_>::default()
    };
    let write = move |cx: &mut Write<'_, '_>| record_answer(cx, root, &typed);
    world.kith.write(world.edge(who), vec![], write).wait()
}

#[test]
fn whoever_may_not_read_a_sitting_neither_answers_nor_moves_it_nor_takes_a_choice_back() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = sat_with_dara(&world);
        let People { kayleigh, donna, joel, dara, .. } = world.people;
        answers(&world, dara, root).expect("she works with him");
        seals(&world, root);
        let gone = |what: &str, answer: Result<EntryId>| {
            assert!(matches!(answer, Err(Error::NotFound)), "{what}: {answer:?}");
        };
        gone("answered", answers(&world, dara, root));
        let moving = Moving { to: Some(kayleigh), because: "It was hers.".into() };
        let moves = move |cx: &mut Write<'_, '_>| move_session(cx, root, &moving);
        gone("moved", world.kith.write(world.edge(dara), vec![kayleigh], moves).wait());
        let takes = move |cx: &mut Write<'_, '_>| record_taken_back(cx, (root, donna));
        let taken = world.kith.write(world.edge(dara), vec![], takes).wait();
        gone("taken back", taken.map(|()| root));
        world.minutes_pass(1);
        answers(&world, joel, root).expect("he leads, and reads it under seal");
    }
}

#[test]
fn a_page_under_seal_is_not_read_where_its_sitting_is_answered() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = sat_with_dara(&world);
        let page = world.kith.read(console(0), move |cx| {
            match cx.tx.find_newest(root)?.and_then(|entry| entry.payload) {
                Some(Payload::HousesSession(session)) => Ok(session.pages[0]),
                _ => Err(Error::NotFound),
            }
        });
        seals(&world, page.wait().expect("a page"));
        let said = |who| {
            let read = move |cx: &mut app::cx::Read<'_>| answer_form(cx, root, None);
            world.kith.read(world.edge(who), read).wait().expect("the form").page.page.said
        };
        assert_eq!(said(world.people.joel), ["the ambilance"]);
        assert_eq!(said(world.people.dara), [""; 0]);
    }
}
