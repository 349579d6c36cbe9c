//! A tablet: its code, its tokens, whom it takes along, and when it is lost.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::Council;
use common::tablet::{code, hand_in, read, sealed, send_chunk, set_up, words};
use serde_json::{Value, json};
use town::tablet::Tablet;

#[tokio::test]
async fn a_code_sets_up_one_tablet_once_within_a_quarter_of_an_hour() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let mut kit = council.browser();
    let first = json!({"code": code(&mut worker).await}).to_string();
    assert_eq!(kit.post_json("/sync/v1/devices", &first).await.code(), 201);
    assert_eq!(kit.post_json("/sync/v1/devices", &first).await.code(), 404);
    let late = json!({"code": code(&mut worker).await}).to_string();
    council.later(16);
    assert_eq!(kit.post_json("/sync/v1/devices", &late).await.code(), 404);
    for wrong in ["{}", "", "{\"code\": 7}", "[]"] {
        assert_eq!(kit.post_json("/sync/v1/devices", wrong).await.code(), 415, "{wrong}");
    }
    let long = json!({"code": "K".repeat(2_000)}).to_string();
    assert_eq!(kit.post_json("/sync/v1/devices", &long).await.code(), 413);
}

#[tokio::test]
async fn a_tablet_is_told_who_its_worker_takes_along_until_midnight() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let told = |answer: &str| read(answer)["packs"].as_array().expect(answer).len();
    let along = format!("/tablets/{}/along", tablet.device);
    let own = council.child("worker’s own").to_string();
    let hidden = council.child("restricted").to_string();
    assert_eq!(told(&kit.get_by("/sync/v1/device", tablet.packs()).await.text), 0);
    let take = |child: &str| [("child", child.to_owned()), ("then", "take".to_owned())];
    for (child, code) in [(&own, 303), (&own, 303), (&hidden, 404)] {
        let form = take(child);
        let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (*n, v.as_str())).collect();
        assert_eq!(worker.post(&along, &form).await.code(), code);
    }
    let answer = kit.get_by("/sync/v1/device", tablet.packs()).await;
    assert_eq!(told(&answer.text), 1, "{}", answer.text);
    assert!(answer.text.contains("worker’s own"), "the child’s name");
    let looks = council.signed_in("guardian").await.get(&format!("/children/{own}/access")).await;
    assert!(looks.text.contains("worker"), "each telling is a look of the worker’s");
    council.later(24 * 60);
    assert_eq!(told(&kit.get_by("/sync/v1/device", tablet.packs()).await.text), 0);
}

#[tokio::test]
async fn a_child_may_be_taken_along_the_evening_before() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let along = format!("/tablets/{}/along", tablet.device);
    let own = council.child("worker’s own").to_string();
    let take = |when: &'static str| [("child", own.as_str()), ("then", "take"), ("visit", when)];
    assert_eq!(worker.post(&along, &take("next week")).await.code(), 404);
    assert_eq!(worker.post(&along, &take("tomorrow")).await.code(), 303);
    for (after_a_day, still) in [(0, 1), (1, 1), (1, 0)] {
        council.later(after_a_day * 24 * 60);
        let told = kit.get_by("/sync/v1/device", tablet.packs()).await;
        let told = read(&told.text)["packs"].as_array().expect("a list").len();
        assert_eq!(told, still);
    }
}

#[tokio::test]
async fn a_lost_tablet_hands_in_and_is_told_nothing() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let own = council.child("worker’s own").to_string();
    let along = format!("/tablets/{}/along", tablet.device);
    worker.post(&along, &[("child", &own), ("then", "take")]).await;
    let one = format!("/tablets/{}", tablet.device);
    let mut colleague = council.signed_in("colleague").await;
    assert_eq!(colleague.post(&one, &[("then", "lost")]).await.code(), 404, "not theirs");
    assert_eq!(worker.post(&one, &[("then", "lost")]).await.code(), 303);
    let answer = read(&kit.get_by("/sync/v1/device", tablet.packs()).await.text);
    assert_eq!(
        (answer["state"].as_str(), answer["packs"].as_array().map(Vec::len)),
        (Some("lost"), Some(0))
    );
    let sealed = sealed(&tablet, &words());
    for chunk in &sealed.chunks {
        assert_eq!(send_chunk(&mut kit, &tablet, chunk).await, 201);
    }
    assert_eq!(hand_in(&mut kit, &tablet, &sealed).await.code(), 200, "nothing is lost");
    assert_eq!(worker.post(&one, &[("then", "found")]).await.code(), 303);
    let answer = kit.get_by("/sync/v1/device/stands", &tablet.token).await.text;
    assert!(!answer.contains("worker’s own"), "no name, and so no look");
    let answer = read(&answer);
    assert_eq!(answer["state"].as_str(), Some("well"));
    assert_eq!(answer["packs"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_browser_that_was_copied_can_hand_in_and_is_told_no_name() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let own = council.child("worker’s own").to_string();
    let along = format!("/tablets/{}/along", tablet.device);
    worker.post(&along, &[("child", &own), ("then", "take")]).await;
    // What lies in clear: the token that hands in.
    let clear = tablet.token.as_str();
    let asked = kit.get_by("/sync/v1/device", clear).await;
    assert_eq!(asked.code(), 401, "{}", asked.text);
    assert!(!asked.text.contains("worker’s own"));
    let stands = kit.get_by("/sync/v1/device/stands", clear).await;
    assert_eq!(stands.code(), 200, "{}", stands.text);
    assert!(!stands.text.contains("worker’s own"));
    assert_eq!(read(&stands.text)["packs"].as_array().map(Vec::len), Some(1));
    // What lies under the PIN fetches, and does nothing else.
    let guarded = tablet.packs().to_owned();
    assert!(kit.get_by("/sync/v1/device", &guarded).await.text.contains("worker’s own"));
    assert_eq!(kit.get_by("/sync/v1/device/stands", &guarded).await.code(), 401);
    let fetching = Tablet { token: guarded, ..tablet.clone() };
    let sealed = sealed(&tablet, &words());
    assert_eq!(send_chunk(&mut kit, &fetching, &sealed.chunks[0]).await, 401);
    assert_eq!(hand_in(&mut kit, &fetching, &sealed).await.code(), 401);
}

#[tokio::test]
async fn a_tablet_of_an_older_kit_hands_in_and_takes_nobody_along() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let mut kit = council.browser();
    let code = json!({"code": code(&mut worker).await}).to_string();
    let answer = kit.post_json("/sync/v1/devices", &code).await;
    let told = read(&answer.text);
    assert_eq!((answer.code(), &told["packs_token"]), (201, &Value::Null));
    let tablet = Tablet::from_answer(&told).expect("a tablet");
    assert_eq!(kit.get_by("/sync/v1/device", &tablet.token).await.code(), 401);
    let sealed = sealed(&tablet, &words());
    for chunk in &sealed.chunks {
        assert_eq!(send_chunk(&mut kit, &tablet, chunk).await, 201);
    }
    assert_eq!(hand_in(&mut kit, &tablet, &sealed).await.code(), 200);
}
