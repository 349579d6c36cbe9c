//! What a tablet hands in: chunks, the manifest, and the receipt it deletes by.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::Council;
use common::tablet::{
    PAGE, SESSION, SOUND, hand_in, read, sealed, send_chunk, set_up, sitting, words,
};
use serde_json::{Value, json};
use town::tablet::{Sealed, Tablet};

#[tokio::test]
async fn what_is_sealed_is_kept_once_it_is_whole_and_receipted_alike_each_time() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let sealed = sealed(&tablet, &words());
    let asked = hand_in(&mut kit, &tablet, &sealed).await;
    assert_eq!(asked.code(), 202, "{}", asked.text);
    let missing = read(&asked.text)["missing"].as_array().expect("a list").len();
    assert_eq!(missing, sealed.chunks.len());
    // Cut off after each chunk, and asked again.
    for (at, chunk) in sealed.chunks.iter().enumerate() {
        assert_eq!(send_chunk(&mut kit, &tablet, chunk).await, 201);
        assert_eq!(send_chunk(&mut kit, &tablet, chunk).await, 200, "had it");
        let last = at + 1 == sealed.chunks.len();
        let answer = hand_in(&mut kit, &tablet, &sealed).await;
        assert_eq!(answer.code(), if last { 200 } else { 202 }, "{}", answer.text);
    }
    let receipt = hand_in(&mut kit, &tablet, &sealed).await.text;
    council.later(5);
    assert_eq!(hand_in(&mut kit, &tablet, &sealed).await.text, receipt, "the same receipt");
    let page = worker.get("/tablets").await;
    assert!(page.text.contains("One session waits"), "its worker is told: {}", page.text);
    let colleague = council.signed_in("colleague").await.get("/tablets").await;
    assert!(!colleague.text.contains("session waits"), "it is nobody else’s");
}

#[tokio::test]
async fn a_second_manifest_of_a_session_is_a_branch_with_a_receipt_of_its_own() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let mut receipts = Vec::new();
    for ops in [words(), sitting("Tyler B")] {
        let sealed = sealed(&tablet, &ops);
        for chunk in &sealed.chunks {
            send_chunk(&mut kit, &tablet, chunk).await;
        }
        let answer = hand_in(&mut kit, &tablet, &sealed).await;
        assert_eq!(answer.code(), 200, "{}", answer.text);
        receipts.push(read(&answer.text)["manifest"].clone());
    }
    assert_ne!(receipts[0], receipts[1]);
    assert!(worker.get("/tablets").await.text.contains("2 sessions wait"));
}

#[tokio::test]
async fn what_is_not_whole_or_not_this_tablets_gets_no_receipt() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let (mut others, other) = set_up(&council, &mut worker).await;
    let whole = sealed(&tablet, &words());
    for chunk in &whole.chunks {
        send_chunk(&mut kit, &tablet, chunk).await;
    }
    let changed = |change: fn(&mut Value)| {
        let mut sealed = whole.clone();
        change(&mut sealed.manifest);
        sealed
    };
    let session = |m: &mut Value| m["session"] = SOUND.to_string().into();
    let mut without = words();
    without[4] = json!({"kind": "sound", "page": PAGE, "id": SOUND, "attachment": SESSION,
        "ms": 900, "type": "audio/webm", "at": 1_795_520_000_000_i64, "since": 1, "by": "child"});
    let without = sealed(&tablet, &without);
    let nonsense = sealed(&tablet, &[json!({"kind": "begin"})]);
    for chunk in without.chunks.iter().chain(&nonsense.chunks) {
        send_chunk(&mut kit, &tablet, chunk).await;
    }
    let wrong: [(&str, Sealed); 8] = [
        ("a recording that is not there", without),
        ("no session of a kit", nonsense),
        ("another session", changed(session)),
        ("fewer records", changed(|m| m["ops"]["count"] = 1.into())),
        ("fewer bytes", changed(|m| m["ops"]["bytes"] = 10.into())),
        ("parts left out", changed(|m| m["attachments"][0]["parts"] = 2.into())),
        ("another key", changed(|m| m["wrap"]["key"] = "0000000000000000".into())),
        ("no manifest", changed(|m| *m = json!({"child": "Tyler"}))),
    ];
    for (why, sealed) in wrong {
        let answer = hand_in(&mut kit, &tablet, &sealed).await;
        assert_eq!(answer.code(), 422, "{why}: {}", answer.text);
        assert!(!answer.text.contains("Tyler"), "no words come back");
    }
    assert_eq!(hand_in(&mut others, &other, &whole).await.code(), 422, "another tablet’s");
    let (digest, bytes) = &whole.chunks[0];
    let path = format!("/sync/v1/chunks/{digest}");
    let other_bytes = bytes[1..].to_vec();
    assert_eq!(kit.put(&path, other_bytes, Some(&tablet.token)).await.code(), 422);
    assert_eq!(kit.put(&path, vec![0; 1_048_577], Some(&tablet.token)).await.code(), 413);
    assert_eq!(kit.put(&path, bytes.clone(), Some("0".repeat(64).as_str())).await.code(), 401);
    assert_eq!(kit.put("/sync/v1/chunks/0f", vec![], Some(&tablet.token)).await.code(), 404);
}

#[tokio::test]
async fn a_session_has_a_few_branches_and_no_chunk_twice() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let mut whole = sealed(&tablet, &words());
    for chunk in &whole.chunks {
        send_chunk(&mut kit, &tablet, chunk).await;
    }
    let mut codes = Vec::new();
    for n in 0..9 {
        whole.manifest["sealed_at"] = (1_795_520_700_000_i64 + n).into();
        codes.push(hand_in(&mut kit, &tablet, &whole).await.code());
    }
    assert_eq!(codes, [200, 200, 200, 200, 200, 200, 200, 200, 413]);
    let first = whole.manifest["ops"]["chunks"][0].clone();
    whole.manifest["attachments"][0]["chunks"] = vec![first.clone(), first].into();
    assert_eq!(hand_in(&mut kit, &tablet, &whole).await.code(), 422);
}

#[tokio::test]
async fn what_began_with_a_colleague_is_handed_in_as_hers_by_nobody_else() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let mut colleague = council.signed_in("colleague").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let sealed = sealed(&tablet, &words());
    // The same tablet, which a colleague has joined since.
    let (_, joined) = set_up(&council, &mut colleague).await;
    for chunk in &sealed.chunks {
        assert_eq!(send_chunk(&mut kit, &joined, chunk).await, 201);
    }
    let mut taken = sealed.clone();
    taken.manifest["device"] = joined.device.to_string().into();
    assert_eq!(hand_in(&mut kit, &joined, &taken).await.code(), 422, "it says whose it is");
    for says in [Value::from(joined.device.to_string()), Value::Null] {
        taken.manifest["wrap"]["device"] = says;
        assert_eq!(hand_in(&mut kit, &joined, &taken).await.code(), 422, "and is bound to it");
    }
    assert_eq!(hand_in(&mut kit, &tablet, &sealed).await.code(), 200, "the token as it was");
    assert!(worker.get("/tablets").await.text.contains("One session waits"));
    assert!(!colleague.get("/tablets").await.text.contains("session waits"));
}

#[tokio::test]
async fn what_began_on_a_tablet_that_the_record_lost_is_handed_in_by_the_tablet_as_it_is() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let lost = Tablet { device: SESSION, ..tablet.clone() };
    let mut sealed = sealed(&lost, &words());
    for chunk in &sealed.chunks {
        send_chunk(&mut kit, &tablet, chunk).await;
    }
    sealed.manifest["device"] = tablet.device.to_string().into();
    assert_eq!(hand_in(&mut kit, &tablet, &sealed).await.code(), 200);
}

#[tokio::test]
async fn chunks_of_what_was_never_whole_are_swept_away_and_what_waits_or_was_set_aside_is_not() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let waits = sealed(&tablet, &words());
    let broken_off = tablet.seal(SOUND, &words(), &[], 9).expect("sealed");
    for chunk in waits.chunks.iter().chain(&broken_off.chunks) {
        send_chunk(&mut kit, &tablet, chunk).await;
    }
    assert_eq!(hand_in(&mut kit, &tablet, &waits).await.code(), 200);
    let aside = [("then", "aside"), ("why", "I tried it out.")];
    assert_eq!(worker.post(&format!("/handed-in/{SESSION}"), &aside).await.code(), 303);
    assert_eq!(council.sweep(), 0, "it may still be sent");
    council.later(61 * 24 * 60);
    assert_eq!(council.sweep(), broken_off.chunks.len());
    assert_eq!(council.sweep(), 0);
    for chunk in &waits.chunks {
        assert_eq!(send_chunk(&mut kit, &tablet, chunk).await, 200, "it is needed");
    }
    for chunk in &broken_off.chunks {
        assert_eq!(send_chunk(&mut kit, &tablet, chunk).await, 201, "it comes again");
    }
}
