//! What was left open about something important that a child said, written on its own page.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::tablet::{Office, SESSION, sitting};
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
    let (before, _) = page.split_once("/answer\"").expect("the way to an answer");
    let answer = format!("{}/answer", before.rsplit('"').next().expect("its address"));
    let asked = office.worker.get(&answer).await.text;
    assert!(asked.contains("he frew the plate"), "nobody answers without it: {asked}");
    let (before, _) = page.split_once("\">Read it first").expect("the way to it");
    let entry = before.rsplit('"').next().expect("its address").to_owned();
    let to = format!("{entry}/left-open");
    let mut manager = office.council.signed_in("manager").await;
    let mut worker = office.worker;
    let asked = worker.get(&entry).await;
    assert!(asked.text.contains("Whom did you ring, and when?"), "{}", asked.text);
    let version = asked.field("version").to_owned();
    let form = |rang| [("version", version.as_str()), ("rang", rang)];

    let waits = "Nobody has written yet whom they rang";
    let told = worker.get("/").await.text;
    assert!(told.contains(waits), "{told}");
    let hers = manager.get("/listening").await.text;
    assert!(hers.contains(waits) && hers.contains(&entry), "{hers}");
    assert!(!hers.contains("frew the plate"), "no word of it");
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
    assert!(page.contains("3 versions"), "{page}");
    assert!(page.contains("Nobody has written whom they rang."), "{page}");
    let mine = worker.get("/").await.text;
    assert!(!mine.contains(waits), "{mine}");
    let hers = manager.get("/listening").await.text;
    assert!(hers.contains("Sam Okoro, then the duty desk, 5 pm"), "what was done: {hers}");
    let other = office.council.signed_in("stranger").await.get("/listening").await.text;
    assert!(!other.contains("Sam Okoro") && !other.contains(&entry), "{other}");
}

#[tokio::test]
async fn that_something_important_was_said_is_known_before_anybody_says_whose_it_is() {
    let mut office = Office::with_a_tablet().await;
    let mut ops = sitting("Tyler");
    let said = json!({"kind": "important_said", "words": "he frew the plate", "before": "And then?",
        "who_near": "", "seen": "", "now": true, "rang": null, "by": "worker",
        "at": ops[6]["at"], "since": ops[6]["since"]});
    ops.insert(6, said);
    office.is_handed_in(&ops).await;
    let says = "Something important was said";
    let one = format!("/handed-in/{SESSION}");
    let mut manager = office.council.signed_in("manager").await;
    for page in ["/", "/tablets", "/handed-in", &one] {
        for actor in [&mut office.worker, &mut manager] {
            let text = actor.get(page).await.text;
            assert!(text.contains(says), "{page}: {text}");
            assert!(!text.contains("frew the plate"), "{page}: no word of it");
        }
        let mut partner = office.council.signed_in("partner").await;
        let text = partner.get(page).await.text;
        assert!(!text.contains(says), "{page}: {text}");
    }
    let aside = [("then", "aside"), ("why", "I tried it out.")];
    office.worker.post(&one, &aside).await;
    let list = office.worker.get("/handed-in").await;
    assert!(list.text.contains(says), "set aside it is still known: {}", list.text);
    let branch = list.field("branch").to_owned();
    office.worker.post(&one, &[("then", "take-up"), ("branch", &branch)]).await;
    office.is_filed().await;
    let mine = office.worker.get("/").await.text;
    assert!(!mine.contains("Say whose it is"), "{mine}");
    assert!(mine.contains("Something important was said: "), "now by the child’s name: {mine}");
}
