//! Who is worried, and how a child was: what somebody writes there stays, linked to a person where
//! it names one.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::{Actor, Council};
use domain::entry::NewEntry;
use domain::kind::Payload;
use domain::scale::{Scale, ScaleKind};
use domain::time::Happened;

/// Words a danger; what the record has of who is worried: how many it knows, and the words.
async fn worries(
    council: &Council,
    worker: &mut Actor,
    who: &[(&str, &str)],
) -> (Vec<domain::id::PersonId>, Option<String>) {
    let child = council.child("worker’s own");
    let danger = [("form", "danger=new"), ("kind", "danger"), ("text", "We are worried.")];
    let sent = [danger.as_slice(), who].concat();
    let sent = worker.post(&format!("/children/{child}/map/statements"), &sent).await;
    assert_eq!(sent.code(), 303, "{}", sent.text);
    let map = worker.get(&format!("/children/{child}/map")).await.text;
    let root = map.split("?danger=").find_map(|rest| rest.split('"').next()?.parse().ok());
    let root: domain::id::EntryId = root.expect("on the map");
    let newest = council.write(move |cx| Ok(cx.tx().find_newest(root)?));
    match newest.and_then(|entry| entry.payload) {
        Some(Payload::DangerStatement(said)) => (said.who_worries, said.others_worry),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_name_of_somebody_around_the_child_is_that_person_and_any_other_stays_words() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let typed = [("who_worries", "worker marsh, the lady next door,  Worker Marsh")];
    let (people, words) = worries(&council, &mut worker, &typed).await;
    assert_eq!(people, [council.person("worker")], "once");
    assert_eq!(words.as_deref(), Some("the lady next door"));
    let map = worker.get(&format!("/children/{}/map", council.child("worker’s own"))).await.text;
    assert!(map.contains("and the lady next door"), "{map}");
}

#[tokio::test]
async fn somebody_who_is_picked_is_linked_and_nobody_from_elsewhere() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (near, far) =
        (council.person("worker").to_string(), council.person("stranger").to_string());
    let picked = [("who_worries", ""), ("also_worries", &near), ("also_worries", &far)];
    let (people, words) = worries(&council, &mut worker, &picked).await;
    assert_eq!((people, words), (vec![council.person("worker")], None));
}

#[tokio::test]
async fn how_a_child_was_stays_with_the_note_and_is_not_said_of_one_who_was_not_seen() {
    let council = Council::new();
    let child = council.child("worker’s own");
    let notes = format!("/children/{child}/notes");
    let mut worker = council.signed_in("worker").await;
    let (seen, how) = (format!("seen-{child}"), format!("how-{child}"));
    let note = |way: &'static str| {
        let words = [("form", "note"), ("kind", "visit"), ("text", "After school.")];
        let of = [(seen.clone(), way.to_owned()), (how.clone(), "tired".to_owned())];
        words
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into_iter()
            .chain(of)
            .collect::<Vec<_>>()
    };
    let post = async |worker: &mut Actor, sent: Vec<(String, String)>| {
        let sent: Vec<_> =
            sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        worker.post(&notes, &sent).await
    };
    let back = post(&mut worker, note("no")).await;
    assert_eq!(back.code(), 422);
    assert!(back.text.contains("this child was not seen") && back.text.contains("value=\"tired\""));
    assert_eq!(post(&mut worker, note("alone")).await.code(), 303);
    let story = worker.get(&format!("/children/{child}/story")).await.text;
    let root = story.split("/entries/").nth(1).and_then(|rest| rest.split('"').next());
    let page = worker.get(&format!("/entries/{}", root.expect("told"))).await.text;
    assert!(page.contains("seen alone") && page.contains("tired"), "{page}");
}

#[tokio::test]
async fn a_draft_that_says_no_more_than_seen_is_shown_so() {
    let council = Council::new();
    let child = council.child("worker’s own").to_string();
    let mut worker = council.signed_in("worker").await;
    let kept = [("form", "note"), ("text", "In the hall."), ("seen", child.as_str())];
    worker.post(&format!("/children/{child}/drafts"), &kept).await;
    let form = worker.get(&format!("/children/{child}/notes")).await.text;
    assert!(form.contains("value=\"yes\" checked"), "{form}");
}

#[tokio::test]
async fn nobody_from_elsewhere_does_a_step_or_gives_a_number() {
    let council = Council::new();
    let child = council.child("worker’s own");
    let map = format!("/children/{child}/map");
    let (near, far) =
        (council.person("worker").to_string(), council.person("stranger").to_string());
    let scale = council.write(move |cx| {
        let scale = Scale {
            kind: ScaleKind::General,
            title: None,
            anchor0: String::new(),
            anchor10: String::new(),
            danger: None,
        };
        let (id, now) = (cx.id(), Happened::at(cx.now()));
        cx.record(NewEntry::first(id, vec![child], now, Payload::Scale(scale)))
    });
    let scale = scale.to_string();
    let mut worker = council.signed_in("worker").await;
    for (who, code) in [(&far, 422), (&near, 303)] {
        let step = [
            ("form", "add=next"),
            ("kind", "step"),
            ("text", "Rings."),
            ("mode", "reported"),
            ("on", "2026-11-20"),
            ("owner", who),
        ];
        let sent = worker.post(&format!("{map}/items"), &step).await;
        assert_eq!(sent.code(), code, "a step: {}", sent.text);
        let form = format!("rate={scale}");
        let number = [
            ("form", form.as_str()),
            ("scale", &scale),
            ("said_by", who),
            ("answer", "6"),
            ("on", "2026-11-20"),
        ];
        let sent = worker.post(&format!("/children/{child}/scales/ratings"), &number).await;
        assert_eq!(sent.code(), code, "a number: {}", sent.text);
    }
}
