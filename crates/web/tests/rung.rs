//! Whom somebody rang after a child said something important, written on its own page.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::tablet::{Office, sitting};
use serde_json::json;

#[tokio::test]
async fn two_who_write_whom_they_rang_both_find_their_words() {
    let mut office = Office::with_a_tablet().await;
    let mut ops = sitting("Tyler");
    let said = json!({"kind": "important_said", "words": "he frew the plate", "before": "And then?",
        "who_near": "", "seen": "", "now": null, "rang": "Not yet", "by": "worker",
        "at": ops[6]["at"], "since": ops[6]["since"]});
    ops.insert(6, said);
    office.is_handed_in(&ops).await;
    let page = office.is_filed().await.text;
    let (before, _) = page.split_once("\">Read it first").expect("the way to it");
    let entry = before.rsplit('"').next().expect("its address").to_owned();
    let to = format!("{entry}/rung");
    let mut worker = office.worker;
    let asked = worker.get(&entry).await;
    assert!(asked.text.contains("Whom did you ring, and when?"), "{}", asked.text);
    let version = asked.field("version").to_owned();
    let form = |rang| [("version", version.as_str()), ("rang", rang)];

    let waits = "Nobody has written yet whom they rang";
    let told = worker.get("/").await.text;
    assert!(told.contains(waits), "{told}");
    let blank = worker.post(&to, &form(" ")).await;
    assert_eq!(blank.code(), 422);
    assert!(blank.text.contains("id=\"rang-wrong\""), "{}", blank.text);
    let rung = worker.post(&to, &form("Sam Okoro, 4.10 pm")).await;
    assert_eq!((rung.code(), rung.location()), (303, &*entry));
    let late = worker.post(&to, &form("The duty desk, 5 pm")).await;
    assert_eq!(late.code(), 409);
    for says in
        ["Somebody else has just written this", "Sam Okoro", "value=\"The duty desk, 5 pm\""]
    {
        assert!(late.text.contains(says), "{says}: {}", late.text);
    }
    let anew =
        [("version", late.field("version")), ("rang", "Sam Okoro, then the duty desk, 5 pm")];
    assert_eq!(worker.post(&to, &anew).await.code(), 303);
    let page = worker.get(&entry).await.text;
    assert!(page.contains("3 versions") && page.contains("Not yet"), "{page}");
    let mine = worker.get("/").await.text;
    assert!(!mine.contains(waits), "{mine}");
}
