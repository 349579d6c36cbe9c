//! Signing in, being away, coming back, going home.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::{Council, PASSWORD};
use web::Settings;

const WORKER: &str = "worker@council.example";

#[tokio::test]
async fn every_failure_says_the_same_and_the_fifth_makes_one_wait() {
    let council = Council::new();
    let mut somebody = council.browser();
    let nobody = somebody.sign_in("nobody@council.example", PASSWORD).await;
    let wrong = somebody.sign_in(WORKER, "not the password").await;
    assert_eq!((nobody.code(), wrong.code()), (401, 401));
    let words = |answer: &common::Answer| {
        answer.text.replace(WORKER, "").replace("nobody@council.example", "")
    };
    assert_eq!(words(&nobody), words(&wrong), "it never says which part was wrong");
    assert_eq!(wrong.header("set-cookie"), "");
    for _ in 0..4 {
        assert_eq!(somebody.sign_in(WORKER, "not the password").await.code(), 401);
    }
    let held = somebody.sign_in(WORKER, PASSWORD).await;
    assert_eq!((held.code(), held.header("retry-after")), (429, "60"), "even the right one waits");
    assert!(held.text.contains("Too many tries"));
    council.later(1);
    assert_eq!(somebody.sign_in(WORKER, PASSWORD).await.code(), 303);
}

#[tokio::test]
async fn many_tries_at_once_are_no_way_round_the_wait() {
    let council = Council::new();
    let tries = (0..12).map(|_| {
        let mut browser = council.browser();
        tokio::spawn(async move { browser.sign_in(WORKER, "not the password").await.code() })
    });
    let mut codes = Vec::new();
    for one in tries.collect::<Vec<_>>() {
        codes.push(one.await.expect("answered"));
    }
    codes.sort_unstable();
    assert_eq!(codes.iter().filter(|code| **code == 401).count(), 5, "{codes:?}");
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_brought_back_to_where_they_were_going() {
    let council = Council::new();
    let mut worker = council.browser();
    let away = worker.get("/children?list=own").await;
    assert_eq!(away.code(), 303);
    assert_eq!(away.location(), "/sign-in?go_on=%2Fchildren%3Flist%3Down");
    let form = worker.get(away.location()).await;
    assert_eq!((form.code(), form.field("go_on")), (200, "/children?list=own"));
    let go_on = form.field("go_on").to_owned();
    let sent = [("email", WORKER), ("password", PASSWORD), ("go_on", go_on.as_str())];
    let inside = worker.post("/sign-in", &sent).await;
    assert_eq!((inside.code(), inside.location()), (303, "/children?list=own"));
    assert_eq!(worker.get(inside.location()).await.code(), 200);

    let evil = [("email", WORKER), ("password", PASSWORD), ("go_on", "//evil.example/")];
    assert_eq!(council.browser().post("/sign-in", &evil).await.location(), "/");
}

#[tokio::test]
async fn a_page_locks_over_the_work_and_loses_no_text() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let stranger = council.child("the stranger’s");
    council.later(14);
    assert_eq!(worker.get("/").await.code(), 200, "what people do keeps it open");
    council.later(14);
    assert_eq!(worker.get("/").await.code(), 200);
    council.later(15);
    let locked = worker.get("/children").await;
    assert_eq!(locked.location(), "/sign-in?why=away&go_on=%2Fchildren");

    let before = worker.cookie.clone();
    let path = format!("/children/{stranger}/reason");
    let kept = worker.post(&path, &[("reason", "The court asks for <her> & us.")]).await;
    assert_eq!(kept.code(), 401);
    assert!(kept.text.contains("If you were writing, it is kept."));
    assert_eq!(kept.field("kept.reason"), "The court asks for &lt;her&gt; &amp; us.");

    let sent = [
        ("email", WORKER),
        ("password", PASSWORD),
        ("go_on", path.as_str()),
        ("kept.reason", "The court asks for <her> & us."),
    ];
    let again = worker.post("/sign-in", &sent).await;
    assert_eq!(again.code(), 200);
    assert!(again.text.contains(&format!("action=\"{path}\"")));
    assert!(again.text.contains("The court asks for &lt;her&gt; &amp; us."));
    assert_eq!(worker.cookie, before, "it is the same session, unlocked");
    let done = worker.post(&path, &[("reason", "The court asks for <her> & us.")]).await;
    assert_eq!(done.code(), 303);
}

#[tokio::test]
async fn somebody_else_does_not_unlock_a_page_but_begins_their_own_day() {
    let council = Council::new();
    let mut desk = council.signed_in("worker").await;
    let workers = desk.cookie.clone();
    council.later(20);
    assert_eq!(desk.sign_in("manager@council.example", PASSWORD).await.code(), 303);
    assert_ne!(desk.cookie, workers);
    assert!(desk.get("/").await.text.contains("Manager Marsh"));
    desk.cookie = workers;
    assert_eq!(desk.get("/").await.code(), 303, "the worker's own is still locked");
}

#[tokio::test]
async fn a_session_outlives_the_program_and_ends_after_a_working_day() {
    let mut council = Council::new();
    let cookie = council.signed_in("worker").await.cookie;
    council.restart();
    let mut worker = council.browser();
    worker.cookie = cookie;
    assert_eq!(worker.get("/").await.code(), 200);
    for _ in 0..71 {
        council.later(10);
        assert_eq!(worker.get("/").await.code(), 200);
    }
    council.later(10);
    let over = worker.get("/").await;
    assert_eq!(over.location(), "/sign-in?why=away&go_on=%2F", "twelve hours are over");
    council.later(60 * 24 * 3);
    let sent = worker.post("/search", &[("q", "the night book")]).await;
    assert_eq!((sent.code(), sent.field("kept.q")), (401, "the night book"), "after a weekend");
}

#[tokio::test]
async fn nobody_is_sent_back_what_they_send_who_has_no_session() {
    let council = Council::new();
    let mut nobody = council.browser();
    nobody.cookie = Some("kith=made-up".to_owned());
    let sent = nobody.post("/search", &[("words", "<the night book>")]).await;
    assert_eq!(sent.code(), 401);
    assert!(!sent.text.contains("night book"), "{}", sent.text);
    let mut worker = council.signed_in("worker").await;
    council.later(20);
    let many = worker.post_body("/search", "a&".repeat(1_001).into_bytes()).await;
    assert_eq!(many.code(), 413, "a form of more fields than any has");
}

#[tokio::test]
async fn signing_in_anew_ends_what_was_open_before_in_the_same_browser() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let before = worker.cookie.clone();
    assert_eq!(worker.sign_in(WORKER, PASSWORD).await.code(), 303);
    assert_ne!(worker.cookie, before);
    assert_eq!(worker.get("/").await.code(), 200);
    worker.cookie = before;
    assert_eq!(worker.get("/").await.code(), 303);
}

#[tokio::test]
async fn signing_out_ends_it_here_and_everywhere_the_cookie_was() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let cookie = worker.cookie.clone();
    let out = worker.post("/sign-out", &[]).await;
    assert_eq!((out.code(), out.location()), (303, "/sign-in?why=out"));
    assert_eq!(worker.cookie, None);
    worker.cookie = cookie;
    assert_eq!(worker.get("/").await.code(), 303);
}

#[tokio::test]
async fn the_cookie_is_for_tls_alone_where_there_is_any() {
    let council = Council::new();
    let mut plain = council.browser();
    let set = plain.sign_in(WORKER, PASSWORD).await.header("set-cookie").to_owned();
    let (value, rest) = set.split_once("; ").expect("attributes");
    assert!(value.starts_with("kith=") && value.len() == 5 + 64, "{value}");
    assert_eq!(rest, "Path=/; HttpOnly; SameSite=Lax");

    let secure = Settings { secure_cookie: true, ..Settings::default() };
    let mut safe = council.browser_of(secure);
    let set = safe.sign_in(WORKER, PASSWORD).await.header("set-cookie").to_owned();
    assert!(set.starts_with("__Host-kith="), "{set}");
    assert!(set.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure"), "{set}");
    safe.cookie = safe.cookie.map(|cookie| cookie.replace("__Host-", ""));
    assert_eq!(safe.get("/").await.code(), 303, "a plain cookie is none of ours there");
}

#[tokio::test]
async fn a_page_that_refreshes_itself_keeps_nobodys_session_open() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    for _ in 0..3 {
        council.later(5);
        let request = worker.request("GET", "/").header("kith-refresh", "1");
        let request = request.body(axum::body::Body::empty()).expect("a request");
        worker.send(request).await;
    }
    assert_eq!(worker.get("/").await.code(), 303);
}
