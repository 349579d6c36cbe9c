//! What stands around every answer: headers, where forms come from, what a form may hold.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use axum::body::Body;
use common::{Actor, Answer, Council};
use web::Settings;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' \
    blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
    manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types app sw";

fn guarded(answer: &Answer, path: &str) {
    let all = [
        ("content-security-policy", POLICY),
        ("permissions-policy", "microphone=(self), camera=(self), geolocation=()"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-content-type-options", "nosniff"),
    ];
    for (name, value) in all {
        assert_eq!(answer.header(name), value, "{path}: {name}");
    }
}

#[tokio::test]
async fn every_page_is_guarded_and_none_is_kept() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let own = council.child("worker’s own");
    let (page, access) = (format!("/children/{own}"), format!("/children/{own}/access"));
    let paths = ["/", "/children", &page, &access, "/sign-in", "/healthz", "/nowhere", "/a/0/x"];
    for path in paths {
        let answer = worker.get(path).await;
        guarded(&answer, path);
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert!(!answer.text.contains(" style=\""), "{path}: nothing is inline");
    }
}

#[tokio::test]
async fn assets_are_kept_for_ever_under_the_name_of_their_set() {
    let council = Council::empty();
    let mut browser = council.browser();
    let form = browser.get("/sign-in").await.text;
    let sheet = form.split("href=\"").find(|part| part.starts_with("/a/")).expect("a sheet");
    let sheet = sheet.split('"').next().expect("an address").to_owned();
    let answer = browser.get(&sheet).await;
    guarded(&answer, &sheet);
    assert_eq!(answer.code(), 200);
    assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(answer.header("content-type"), "text/css; charset=utf-8");
    let again = browser.request("GET", &sheet).header("if-none-match", answer.header("etag"));
    let again = browser.send(again.body(Body::empty()).expect("a request")).await;
    assert_eq!((again.code(), again.text.as_str()), (304, ""));
    let folder = sheet.split('/').nth(2).expect("the set");
    let old = sheet.replace(folder, "0000000000000000");
    assert_eq!(browser.get(&old).await.code(), 404, "an old set is gone, not answered by a new");
}

/// A form as a browser sends it from some page.
async fn sent_from(actor: &mut Actor, told: &[(&str, &str)]) -> u16 {
    let mut request = actor
        .request("POST", "/sign-out")
        .header("content-type", "application/x-www-form-urlencoded");
    for (name, value) in told {
        request = request.header(*name, *value);
    }
    let cookie = actor.cookie.clone();
    let answer = actor.send(request.body(Body::empty()).expect("a request")).await;
    actor.cookie = cookie;
    answer.code()
}

#[tokio::test]
async fn what_another_site_sends_is_refused() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let refused: [&[(&str, &str)]; 8] = [
        &[],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "none")],
        &[("sec-fetch-site", "cross-site"), ("origin", "http://kith.test")],
        &[("origin", "http://evil.example")],
        &[("origin", "https://kith.test")],
        &[("origin", "null")],
    ];
    for told in refused {
        assert_eq!(sent_from(&mut worker, told).await, 403, "{told:?}");
    }
    assert_eq!(worker.get("/").await.code(), 200, "nothing of it was done");
    assert_eq!(sent_from(&mut worker, &[("origin", "http://kith.test")]).await, 303);

    let public_url = Some("https://kith.example".to_owned());
    let mut known = council.browser_of(Settings { public_url, ..Settings::default() });
    known.cookie.clone_from(&worker.cookie);
    assert_eq!(sent_from(&mut known, &[("origin", "http://kith.test")]).await, 403);
    assert_eq!(sent_from(&mut known, &[("origin", "https://kith.example")]).await, 303);
}

#[tokio::test]
async fn a_form_is_text_within_bounds_or_it_is_refused() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let path = format!("/children/{}/reason", council.child("the stranger’s"));
    let cases: [(Vec<u8>, u16, &str); 5] = [
        (b"reason=a%00b".to_vec(), 400, "no text"),
        (b"reason=%FF%FE".to_vec(), 400, "no text"),
        (b"reason=\xff".to_vec(), 400, "no text"),
        ([b"reason=".to_vec(), vec![b'a'; 3 << 20]].concat(), 413, "more than a page"),
        ([b"reason=".to_vec(), vec![b'a'; 501]].concat(), 422, "longer than 500"),
    ];
    for (body, code, says) in cases {
        let answer = worker.post_body(&path, body).await;
        assert_eq!(answer.code(), code, "{says}");
        assert!(answer.text.contains(says), "{says}: {}", answer.text);
    }
    let json = worker
        .request("POST", &path)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/json");
    let json = worker.send(json.body(Body::from("{}")).expect("a request")).await;
    assert_eq!(json.code(), 415);
}

#[tokio::test]
async fn what_was_written_is_given_back_where_it_cannot_be_kept() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let path = format!("/children/{}/reason", council.child("restricted"));
    let words = "A long story that somebody typed <b>by hand</b> and would not like to type again.";
    let answer = worker.post(&path, &[("reason", words)]).await;
    assert_eq!(answer.code(), 404);
    assert!(answer.text.contains("by hand&lt;/b&gt; and would not like"), "{}", answer.text);
}

#[tokio::test]
async fn a_program_gets_the_same_problem_as_json() {
    let council = Council::new();
    let mut program = council.browser();
    program.accept = "application/json";
    let answer = program.get("/children").await;
    assert_eq!((answer.code(), answer.header("content-type")), (401, "application/problem+json"));
    let told: serde_json::Value = serde_json::from_str(&answer.text).expect("JSON");
    assert_eq!(told["type"], "urn:kith:problem:sign-in");
    assert_eq!(
        (told["status"].as_u64(), told["errors"].as_array().map(Vec::len)),
        (Some(401), Some(0))
    );
    let number = told["request"].as_str().expect("a number").to_owned();
    assert_eq!(number.len(), 9);
    let mut browser = council.browser();
    let page = browser.get("/nowhere").await;
    assert!(page.text.contains("There is no such page"));
    assert!(page.text.contains("Number to quote"), "{}", page.text);
    let wrong = browser.post("/children", &[]).await;
    assert_eq!(wrong.code(), 405);
    assert!(wrong.text.contains("cannot be asked like that"));
}

#[tokio::test]
async fn it_says_whether_it_is_up_and_ready() {
    let council = Council::empty();
    let mut probe = council.browser();
    assert_eq!(probe.get("/healthz").await.text, "up\n");
    assert_eq!(probe.get("/readyz").await.text, "ready\n");
}

#[tokio::test]
async fn samples_are_for_whoever_builds_it() {
    let council = Council::empty();
    let mut builder = council.browser_of(Settings { development: true, ..Settings::default() });
    let list = builder.get("/_samples").await;
    assert!(list.text.contains("href=\"/_samples/front-page"), "{}", list.text);
    assert!(builder.get("/_samples/sign-in").await.text.contains("Staff sign in"));
    assert_eq!(builder.get("/_samples/nothing").await.code(), 404);
    assert_eq!(council.browser().get("/_samples").await.code(), 404);
}
