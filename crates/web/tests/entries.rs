//! One entry, whole, with every version there ever was; and a note written anew.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::{Actor, Answer, Council};

/// The fields of a note's form as it stands on the page, with these changed.
fn anew<'a>(
    form: &'a Answer,
    root: &'a str,
    changed: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let own = ["draft", "version", "child", "on", "at", "place", "title"];
    let own = own.map(|name| (name, form.field(name)));
    let mut fields: Vec<_> = own.into_iter().chain([("form", root), ("kind", "visit")]).collect();
    fields.retain(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    fields.extend(changed.iter().copied());
    fields
}

async fn correct(actor: &mut Actor, root: &str, changed: &[(&str, &str)]) -> Answer {
    let replace = format!("/entries/{root}/replace");
    let form = actor.get(&replace).await;
    assert_eq!(form.code(), 200, "{}", form.text);
    let of = format!("correct={root}");
    let fields = anew(&form, &of, changed);
    actor.post(&replace, &fields).await
}

#[tokio::test]
async fn a_note_is_read_whole_and_the_look_is_told_to_those_who_work_with_the_child() {
    let council = Council::new();
    let root = council.note("worker’s own").to_string();
    let child = council.child("worker’s own");
    let mut manager = council.signed_in("manager").await;
    let page = manager.get(&format!("/entries/{root}")).await;
    assert_eq!(page.code(), 200);
    for says in ["The first visit", "They were all at the table.", "One version"] {
        assert!(page.text.contains(says), "{says}: {}", page.text);
    }
    assert!(page.text.contains(&format!("href=\"/children/{child}\"")), "whom it is about");
    let mut worker = council.signed_in("worker").await;
    let looked = worker.get(&format!("/children/{child}/access")).await.text;
    assert!(looked.contains("Manager Marsh"), "{looked}");
    let story = worker.get(&format!("/children/{child}/story")).await.text;
    assert!(story.contains(&format!("/entries/{root}")), "the story leads to it");
}

#[tokio::test]
async fn a_note_that_was_written_anew_keeps_what_stood_before_for_everybody_to_read() {
    let council = Council::new();
    let root = council.note("worker’s own").to_string();
    let mut worker = council.signed_in("worker").await;
    let child = council.child("worker’s own");
    let (seen, how) = (format!("seen-{child}"), format!("how-{child}"));
    let changed = [
        ("text", "They were all at the table, but for Nan."),
        ("anew_because", "Nan was at work."),
        (seen.as_str(), "alone"),
        (how.as_str(), "hungry"),
    ];
    let sent = correct(&mut worker, &root, &changed).await;
    assert_eq!((sent.code(), sent.location()), (303, &*format!("/entries/{root}")));
    let mut colleague = council.signed_in("manager").await;
    let page = colleague.get(&format!("/entries/{root}")).await.text;
    for says in ["but for Nan.", "They were all at the table.<", "2 versions", "Worker Marsh"] {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(page.contains("Why: Nan was at work.") && page.contains("hungry"), "{page}");
    let now = page.find("but for Nan.").expect("the newest");
    assert!(now < page.find("They were all at the table.<").expect("the first"), "newest first");
    let form = worker.get(&format!("/entries/{root}/replace")).await.text;
    assert!(form.contains("value=\"alone\" checked") && form.contains("value=\"hungry\""));
    let story = worker.get(&format!("/children/{child}/story")).await.text;
    assert_eq!(story.matches("They were all at the table").count(), 1, "told once");
}

#[tokio::test]
async fn two_who_write_one_note_anew_find_both_texts_and_neither_is_lost() {
    let council = Council::new();
    let root = council.note("worker’s own").to_string();
    let of = format!("correct={root}");
    let replace = format!("/entries/{root}/replace");
    let (mut here, mut there) =
        (council.signed_in("worker").await, council.signed_in("manager").await);
    let mine = here.get(&replace).await;
    let theirs = [("text", "What the manager wrote.")];
    assert_eq!(correct(&mut there, &root, &theirs).await.code(), 303);
    let mine = anew(&mine, &of, &[("text", "What the worker wrote."), ("place", "at home")]);
    let both = here.post(&replace, &mine).await;
    assert_eq!(both.code(), 409);
    for says in ["What the manager wrote.", "What the worker wrote.", "Keep mine", "Keep theirs"] {
        assert!(both.text.contains(says), "{says}: {}", both.text);
    }
    assert!(both.text.contains("Manager Marsh wrote this note anew"));
    assert!(both.text.contains("value=\"at home\""), "and all the rest");
    let again = anew(&both, &of, &[("text", "What the worker wrote.")]);
    assert_eq!(here.post(&replace, &again).await.code(), 303);
    let page = there.get(&format!("/entries/{root}")).await.text;
    assert!(page.contains("3 versions") && page.contains("What the manager wrote."));
}

#[tokio::test]
async fn a_note_written_anew_that_is_refused_comes_back_whole_and_is_a_draft() {
    let council = Council::new();
    let root = council.note("worker’s own").to_string();
    let mut worker = council.signed_in("worker").await;
    let back = correct(&mut worker, &root, &[("text", "Half."), ("on", "30 Feb")]).await;
    assert_eq!(back.code(), 422);
    for says in ["Half.", "value=\"30 Feb\"", "id=\"on-wrong\"", "It is kept as a draft."] {
        assert!(back.text.contains(says), "{says}: {}", back.text);
    }
    let form = worker.get(&format!("/entries/{root}/replace")).await.text;
    assert!(form.contains("Half."), "it is there again");
    let page = worker.get(&format!("/entries/{root}")).await.text;
    assert!(page.contains("They were all at the table.") && !page.contains("Half."));
}

#[tokio::test]
async fn what_is_no_entry_of_a_story_has_no_page() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let child = council.child("worker’s own");
    assert_eq!(worker.get(&format!("/entries/{child}")).await.code(), 404, "a person");
    let account = council.account("worker");
    assert_eq!(worker.get(&format!("/entries/{account}")).await.code(), 404, "an account");
    let never = "01900000-0000-7000-8000-000000000000";
    assert_eq!(worker.get(&format!("/entries/{never}")).await.code(), 404);
}
