//! Searching over HTTP: what was typed is in no address, an answer is its asker's alone, and a
//! restricted file is answered without a name.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::{Actor, Council};

/// Searches, and reads what was found: its address and the page.
async fn search(actor: &mut Actor, typed: &str) -> (String, String) {
    let kept = actor.post("/search", &[("q", typed)]).await;
    assert_eq!(kept.code(), 303, "{}", kept.text);
    let at = kept.location().to_owned();
    let found = actor.get(&at).await;
    assert_eq!(found.code(), 200, "{}", found.text);
    (at, found.text)
}

async fn writes(actor: &mut Actor, council: &Council, which: &str, text: &str) {
    let form = [("kind", "visit"), ("on", "2026-11-24"), ("text", text), ("do", "file")];
    let path = format!("/children/{}/notes", council.child(which));
    let filed = actor.post(&path, &form).await;
    assert_eq!(filed.code(), 303, "{}", filed.text);
}

#[tokio::test]
async fn a_note_is_found_by_its_words_and_no_address_has_them() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    writes(&mut worker, &council, "worker’s own", "The kettle is on <b>the</b> sill.").await;
    let (at, page) = search(&mut worker, "KETTLE sill").await;
    assert!(!at.to_lowercase().contains("kettle"), "{at}");
    assert!(
        page.contains("The <mark>kettle</mark> is on &lt;b&gt;the&lt;/b&gt; <mark>sill</mark>.")
    );
    assert!(page.contains("Child worker’s own"));
    let mut begins = worker.get("/search").await;
    assert!(begins.text.contains("KETTLE sill"), "what one looked for lately");
    let mut colleague = council.signed_in("stranger").await;
    assert_eq!(colleague.get(&at).await.code(), 404, "an answer is its asker's");
    let (_, theirs) = search(&mut colleague, "kettle").await;
    assert!(theirs.contains("Nothing found"), "{theirs}");
    begins = colleague.get("/search").await;
    assert!(!begins.text.contains("KETTLE"));
}

#[tokio::test]
async fn a_child_is_found_by_a_name_as_it_sounds_and_a_restricted_one_is_not() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (_, page) = search(&mut worker, "Chylde strangers").await;
    let stranger = council.child("the stranger’s").to_string();
    assert!(page.contains(&format!("/children/{stranger}\"")), "{page}");
    let restricted = council.child("restricted").to_string();
    for typed in ["Child restricted", "restricted", "1 March 2019"] {
        let (_, page) = search(&mut worker, typed).await;
        assert!(!page.contains(&restricted), "{typed}");
        assert!(!page.contains("Child restricted</"), "{typed}");
    }
}

#[tokio::test]
async fn who_asks_exactly_for_a_restricted_file_says_why_and_sees_no_name_before() {
    let council = Council::new();
    let mut oncall = council.signed_in("oncall").await;
    let (at, page) = search(&mut oncall, "Child restricted 1 Mar 2019").await;
    let restricted = council.child("restricted").to_string();
    assert!(page.contains("One record fits exactly") && page.contains("for 60 minutes"), "{page}");
    assert!(!page.contains(&restricted));
    let reason = format!("{at}/reason");
    let blank = oncall.post(&reason, &[("reason", " ")]).await;
    assert_eq!(blank.code(), 422);
    assert!(blank.text.contains("Write something here."));
    let opened = oncall.post(&reason, &[("reason", "A&E rang about him.")]).await;
    assert_eq!((opened.code(), opened.location()), (303, &*format!("/children/{restricted}")));
    assert_eq!(oncall.get(opened.location()).await.code(), 200);
    let mut worker = council.signed_in("worker").await;
    assert_eq!(worker.post(&reason, &[("reason", "I wonder.")]).await.code(), 404);
}

#[tokio::test]
async fn a_blank_search_asks_again_and_a_page_of_nonsense_ends_the_list() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let blank = worker.post("/search", &[("q", " \u{a0} ")]).await;
    assert_eq!(blank.code(), 422);
    assert!(blank.text.contains("Write something here."));
    let (at, _) = search(&mut worker, "'; drop table word; -- \" OR *").await;
    assert_eq!(worker.get(&format!("{at}?older=oNaN")).await.code(), 200);
}
