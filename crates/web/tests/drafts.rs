//! What is being written is kept, comes back to whoever wrote it and to nobody else, and is gone
//! once it is filed or thrown away.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::{Actor, Answer, Council};

/// Where things are, in the worker's own file.
struct File {
    child: String,
    notes: String,
    map: String,
    drafts: String,
}

impl File {
    fn of(council: &Council, which: &str) -> Self {
        let child = council.child(which).to_string();
        let page = |page: &str| format!("/children/{child}/{page}");
        Self { notes: page("notes"), map: page("map"), drafts: page("drafts"), child }
    }
}

/// The id under which a form is kept.
fn id(form: &Answer) -> String {
    form.field("draft").to_owned()
}

async fn keep(actor: &mut Actor, file: &File, fields: &[(&str, &str)]) -> Answer {
    actor.accept = "application/json";
    let answer = actor.post(&file.drafts, fields).await;
    actor.accept = "text/html";
    answer
}

#[tokio::test]
async fn what_is_typed_is_kept_and_is_there_again_when_the_form_is_opened() {
    let council = Council::new();
    let file = File::of(&council, "worker’s own");
    let mut worker = council.signed_in("worker").await;
    let form = worker.get(&file.notes).await;
    assert!(form.text.contains(&format!("data-draft=\"{}\"", file.drafts)), "{}", form.text);
    let draft = id(&form);
    let how = format!("how-{}", file.child);
    let typed = [
        ("form", "note"),
        ("draft", draft.as_str()),
        ("text", "\nShe said <b>no</b>."),
        ("title", "Half a visit"),
        (&how, "tired, and glad to be asked"),
    ];
    let kept = keep(&mut worker, &file, &typed).await;
    assert_eq!((kept.code(), kept.text.as_str()), (200, "Kept at 11.45 am."));
    let again = worker.get(&file.notes).await;
    assert_eq!(id(&again), draft);
    let says = ["\n\nShe said &lt;b&gt;no&lt;/b&gt;.", "Half a visit", "glad to be asked"];
    for words in says.into_iter().chain(["Kept at 11.45 am.", "Throw the draft away"]) {
        assert!(again.text.contains(words), "{words}: {}", again.text);
    }
    let longer = [("form", "note"), ("draft", draft.as_str()), ("text", "She said no, twice.")];
    keep(&mut worker, &file, &longer).await;
    let again = worker.get(&file.notes).await.text;
    assert!(again.contains("twice") && !again.contains("Half a visit"), "the last one stands");
    let other = worker.get(&format!("{}?new", file.notes)).await;
    assert!(id(&other) != draft && !other.text.contains("twice"), "another note is blank");
}

#[tokio::test]
async fn a_draft_is_ones_own() {
    let council = Council::new();
    let file = File::of(&council, "worker’s own");
    let mut worker = council.signed_in("worker").await;
    let draft = id(&worker.get(&file.notes).await);
    let typed = |words| [("form", "note"), ("draft", draft.as_str()), ("text", words)];
    assert_eq!(keep(&mut worker, &file, &typed("Mine alone.")).await.code(), 200);
    let mut manager = council.signed_in("manager").await;
    assert!(!manager.get(&file.notes).await.text.contains("Mine alone."));
    assert_eq!(manager.get(&format!("{}?draft={draft}", file.notes)).await.code(), 404);
    assert_eq!(keep(&mut manager, &file, &typed("Over it.")).await.code(), 404);
    let away = [("form", "note"), ("draft", draft.as_str()), ("then", "throw-away")];
    manager.post(&file.drafts, &away).await;
    assert!(worker.get(&file.notes).await.text.contains("Mine alone."), "nobody throws it away");
    assert_eq!(worker.post(&file.drafts, &away).await.code(), 303);
    assert!(!worker.get(&file.notes).await.text.contains("Mine alone."), "but the writer");
}

#[tokio::test]
async fn what_was_filed_is_a_draft_no_longer_and_is_filed_once() {
    let council = Council::new();
    let file = File::of(&council, "worker’s own");
    let mut worker = council.signed_in("worker").await;
    let draft = id(&worker.get(&file.notes).await);
    let note =
        [("form", "note"), ("draft", draft.as_str()), ("kind", "visit"), ("text", "Both were in.")];
    keep(&mut worker, &file, &note).await;
    for sent in 0..2 {
        assert_eq!(worker.post(&file.notes, &note).await.code(), 303, "{sent}");
    }
    let story = worker.get(&format!("/children/{}/story", file.child)).await.text;
    assert_eq!(story.matches("Both were in.").count(), 1, "sent twice, told once");
    assert_ne!(id(&worker.get(&file.notes).await), draft);
    let late = keep(&mut worker, &file, &note).await;
    assert_eq!(late.code(), 422);
    assert!(late.text.contains("This has been filed already."), "{}", late.text);
}

#[tokio::test]
async fn each_form_of_the_map_keeps_its_own_draft() {
    let council = Council::new();
    let file = File::of(&council, "worker’s own");
    let mut worker = council.signed_in("worker").await;
    let words = [("add=worry", "A bruise."), ("add=well", "Nan came."), ("danger=new", "We fear.")];
    for (form, text) in words {
        let opened = worker.get(&format!("{}?{form}", file.map)).await;
        let typed = [("form", form), ("draft", opened.field("draft")), ("text", text)];
        assert_eq!(keep(&mut worker, &file, &typed).await.code(), 200, "{form}");
    }
    for (form, text) in words {
        let again = worker.get(&format!("{}?{form}", file.map)).await;
        assert!(again.text.contains(text), "{form}: {}", again.text);
        let others = words.iter().filter(|(other, _)| *other != form);
        assert!(others.into_iter().all(|(_, text)| !again.text.contains(text)), "{form}");
    }
    let opened = worker.get(&format!("{}?add=worry", file.map)).await;
    let slip = [("form", "add=worry"), ("draft", opened.field("draft")), ("kind", "harm")];
    let slip = [slip.as_slice(), &[("text", "A bruise.")]].concat();
    assert_eq!(worker.post(&format!("{}/items", file.map), &slip).await.code(), 303);
    let fresh = worker.get(&format!("{}?add=worry", file.map)).await;
    assert!(!fresh.text.contains(">A bruise.</textarea>"), "it is on the map now");
}

#[tokio::test]
async fn without_script_a_button_keeps_it_and_leads_back_to_it() {
    let council = Council::new();
    let file = File::of(&council, "worker’s own");
    let mut worker = council.signed_in("worker").await;
    let draft = id(&worker.get(&file.notes).await);
    let note = [("form", "note"), ("draft", draft.as_str()), ("text", "Half."), ("then", "keep")];
    let kept = worker.post(&file.drafts, &note).await;
    assert_eq!((kept.code(), kept.location()), (303, &*format!("{}?draft={draft}", file.notes)));
    assert!(worker.get(kept.location()).await.text.contains("Half."));
    let slip = [("form", "add=well"), ("text", "Half a slip."), ("then", "keep")];
    let kept = worker.post(&file.drafts, &slip).await;
    assert_eq!(kept.location(), format!("{}?add=well", file.map));
    assert!(worker.get(kept.location()).await.text.contains("Half a slip."));
}

#[tokio::test]
async fn while_the_page_is_locked_it_says_so_and_nothing_is_taken_away() {
    let council = Council::new();
    let file = File::of(&council, "worker’s own");
    let mut worker = council.signed_in("worker").await;
    let draft = id(&worker.get(&file.notes).await);
    let note = [("form", "note"), ("draft", draft.as_str()), ("text", "Said at the door.")];
    council.later(10);
    assert_eq!(keep(&mut worker, &file, &note).await.code(), 200, "to type is to be there");
    council.later(10);
    assert_eq!(keep(&mut worker, &file, &note).await.code(), 200);
    council.later(20);
    let locked = keep(&mut worker, &file, &note).await;
    assert_eq!(locked.code(), 401);
    assert!(locked.text.contains("You have been away for a while."), "{}", locked.text);
    let filed = worker.post(&file.notes, &note).await;
    assert_eq!(filed.field("kept.text"), "Said at the door.", "filing it asks to sign in first");
}
