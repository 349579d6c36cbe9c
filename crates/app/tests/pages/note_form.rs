//! The form of a note as whoever writes it finds it.

use crate::borough::Borough;
use app::draft::{Kept, keep_draft};
use app::error::Error;
use app::note_form::{Begin, read};
use domain::map_item::Column;
use domain::my_work::Waiting;

pub fn a_note_may_be_filed_for_siblings_and_speaks_to_what_is_on_the_map(borough: &Borough) {
    let (kayleigh, tyler) = (borough.person("B1"), borough.person("B2"));
    let form = borough.read("joel", move |cx| read(cx, kayleigh, Begin::Latest)).expect("his").page;
    assert_eq!(form.child.called, "Kayleigh");
    assert!(form.siblings.iter().any(|(who, ticked)| who.id == tyler && !ticked));
    assert_eq!(form.may_speak_to[0].1, Column::Worry, "the danger first");
    let offered = |id: &str| form.may_speak_to.iter().any(|(root, ..)| *root == borough.root(id));
    assert!(offered("e1") && offered("h1") && offered("n2"), "{}", borough.database());
    let leader = borough.read("leader", move |cx| read(cx, kayleigh, Begin::Latest));
    assert!(leader.is_err(), "a leader writes in no file");
}

pub fn a_draft_comes_back_to_whoever_wrote_it_and_to_nobody_else(borough: &Borough) {
    let (idris, slip) = (borough.person("A1"), borough.root("m9"));
    let body =
        format!(r#"{{"kind":"call","on":"2026-11-20","text":"Gill …","speaks_to":"{slip}"}}"#);
    let kept = Kept { id: None, child: idris, form: "note".into(), body };
    let draft = borough.write("worker", 30, move |cx| keep_draft(cx, &kept)).expect("kept");
    let form =
        borough.read("worker", move |cx| read(cx, idris, Begin::Draft(draft))).expect("hers").page;
    assert_eq!(form.begun.draft, draft);
    assert_eq!((form.begun.filled.one("kind"), form.begun.filled.one("text")), ("call", "Gill …"));
    assert!(form.may_speak_to.iter().any(|(root, _, _, ticked)| *root == slip && *ticked));
    let finish = borough.read("worker", app::my_work::show).expect("hers").page.work.waiting;
    let waits = |one: &Waiting| matches!(one, Waiting::Finish { draft: id, .. } if *id == draft);
    assert!(finish.iter().any(waits));
    // Their manager writes in this file too, and yet finds nothing of what she has begun.
    let managers = |begin| borough.read("manager", move |cx| read(cx, idris, begin));
    let latest = managers(Begin::Latest).expect("the team's file").page.begun;
    assert_ne!(latest.draft, draft, "{}", borough.database());
    assert_ne!(latest.filled.one("text"), "Gill …");
    assert!(matches!(managers(Begin::Draft(draft)), Err(Error::NotFound)), "hers alone");
    let finish = borough.read("manager", app::my_work::show).expect("theirs").page.work.waiting;
    assert!(!finish.iter().any(waits), "{}", borough.database());
}
