//! What cannot be kept as it is comes back whole, with what is wrong beside its field; and where
//! two write one thing anew both texts stand side by side.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::{Actor, Answer, Council};
use domain::entry::NewEntry;
use domain::id::EntryId;
use domain::kind::Payload;
use domain::scale::{Scale, ScaleKind};
use domain::time::Happened;

fn page(council: &Council, page: &str) -> String {
    format!("/children/{}/{page}", council.child("worker’s own"))
}

/// The words are all in the page, as markup shows them.
fn holds(answer: &Answer, words: &[&str]) {
    for words in words {
        assert!(answer.text.contains(words), "{words}: {}", answer.text);
    }
}

#[tokio::test]
async fn a_note_of_100_000_characters_is_filed_and_one_more_comes_back_whole() {
    let council = Council::new();
    let notes = page(&council, "notes");
    let mut worker = council.signed_in("worker").await;
    let longest = "ł".repeat(100_000);
    let note =
        |text| [("form", "note"), ("kind", "call"), ("title", "The long one"), ("text", text)];
    assert_eq!(worker.post(&notes, &note(&longest)).await.code(), 303);
    let longer = format!("{longest}x");
    let back = worker.post(&notes, &note(&longer)).await;
    assert_eq!(back.code(), 422);
    holds(&back, &[&longer, "The long one", "This is longer than 100000 characters."]);
    holds(&back, &["href=\"#text\"", "id=\"text-wrong\"", "It is kept as a draft."]);
    holds(&worker.get(&notes).await, &[&longer]);
}

#[tokio::test]
async fn a_character_that_no_text_has_is_refused_beside_its_field_and_nothing_else_is_lost() {
    let council = Council::new();
    let notes = page(&council, "notes");
    let mut worker = council.signed_in("worker").await;
    let child = council.child("worker’s own");
    let (seen, how) = (format!("seen-{child}"), format!("how-{child}"));
    let note = [
        ("form", "note"),
        ("kind", "meeting"),
        ("on", "2026-11-20"),
        ("at", "14:30"),
        ("place", "at school"),
        ("with", "Mrs Ali"),
        ("text", "He said \0 nothing."),
        (seen.as_str(), "alone"),
        (how.as_str(), "quiet"),
    ];
    let back = worker.post(&notes, &note).await;
    assert_eq!(back.code(), 422);
    holds(&back, &["One hidden character could not be kept"]);
    holds(&back, &["value=\"2026-11-20\"", "value=\"14:30\"", "at school", "Mrs Ali", "quiet"]);
    holds(&back, &["He said  nothing.", "value=\"meeting\" checked", "value=\"alone\" checked"]);
    assert!(!back.text.contains('\0'));
    assert!(!worker.get(&page(&council, "story")).await.text.contains("nothing."));
}

#[tokio::test]
async fn a_day_that_is_still_to_come_is_asked_for_again_and_not_lost_in_a_list_of_what_was() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let note = [("form", "note"), ("kind", "visit"), ("text", "He hid."), ("on", "2026-12-25")];
    let slip = [("form", "add=worry"), ("kind", "harm"), ("text", "He hid."), ("on", "2027-11-20")];
    for (to, form) in [("notes", note), ("map/items", slip)] {
        let back = worker.post(&page(&council, to), &form).await;
        assert_eq!(back.code(), 422, "{to}");
        holds(&back, &["This day is still to come.", "id=\"on-wrong\"", "He hid."]);
    }
}

#[tokio::test]
async fn how_a_brother_was_is_never_dropped_because_his_file_was_not_ticked() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let seen = format!("seen-{}", council.child("the team’s"));
    let note = [("form", "note"), ("kind", "visit"), ("text", "All played."), (&seen, "alone")];
    let back = worker.post(&page(&council, "notes"), &note).await;
    assert_eq!(back.code(), 422);
    holds(&back, &["the note does not go into their file"]);
    let said_nothing = [("form", "note"), ("kind", "visit"), ("text", "All played."), (&seen, "")];
    assert_eq!(worker.post(&page(&council, "notes"), &said_nothing).await.code(), 303);
}

#[tokio::test]
async fn a_slip_comes_back_with_everything_that_was_chosen() {
    let council = Council::new();
    let items = page(&council, "map/items");
    let mut worker = council.signed_in("worker").await;
    let who = council.child("worker’s own").to_string();
    let long = "a".repeat(2_001);
    let slip = [
        ("form", "add=worry"),
        ("kind", "harm"),
        ("text", long.as_str()),
        ("said_by", who.as_str()),
        ("mode", "reported"),
        ("on", "20 Nov"),
    ];
    let back = worker.post(&items, &slip).await;
    assert_eq!(back.code(), 422);
    holds(&back, &[&long, "This is longer than 2000 characters.", "value=\"20 Nov\""]);
    holds(&back, &["value=\"harm\" checked", "value=\"reported\" selected"]);
    holds(&back, &[&format!("value=\"{who}\" selected"), "id=\"on-wrong\""]);
    holds(&worker.get(&page(&council, "map?add=worry")).await, &[&long]);
    let sent = [("kind", "harm"), ("text", long.as_str())];
    let bare = worker.post(&items, &sent).await;
    assert_eq!(bare.code(), 422, "a form that is none of ours shows what was written as well");
    holds(&bare, &[&long]);
}

#[tokio::test]
async fn what_is_ticked_for_more_children_than_may_be_is_filed_under_none_and_says_so() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let others: Vec<String> = (1..=20).map(|nth| uuid::Uuid::from_u128(nth).to_string()).collect();
    let slip = [("form", "add=worry"), ("kind", "harm"), ("text", "He hid under the stairs.")];
    let note = [("form", "note"), ("kind", "visit"), ("text", "He hid under the stairs.")];
    let danger = [("form", "danger=new"), ("kind", "danger"), ("text", "He hid under the stairs.")];
    for (to, form) in [("map/items", slip), ("notes", note), ("map/statements", danger)] {
        let about = others.iter().map(|child| ("about", child.as_str()));
        let form: Vec<(&str, &str)> = form.into_iter().chain(about).collect();
        let back = worker.post(&page(&council, to), &form).await;
        assert_eq!(back.code(), 422, "{to}");
        holds(&back, &["He hid under the stairs.", "There is room for 20 here"]);
    }
    assert!(!worker.get(&page(&council, "story")).await.text.contains("under the stairs"));
}

#[tokio::test]
async fn a_statement_comes_back_with_all_its_parts() {
    let council = Council::new();
    let statements = page(&council, "map/statements");
    let mut worker = council.signed_in("worker").await;
    let danger = [
        ("form", "danger=new"),
        ("kind", "danger"),
        ("text", " "),
        ("disagreement", ""),
        ("happened", "His arm hung."),
        ("when_likely", "At night\0."),
        ("could_happen", "He could die."),
        ("family_says", "Never."),
    ];
    let back = worker.post(&statements, &danger).await;
    assert_eq!(back.code(), 422);
    holds(&back, &["His arm hung.", ">At night.<", "He could die.", "Never."]);
    holds(&back, &["id=\"text-wrong\"", "id=\"when_likely-wrong\"", "class=\"wording\" open"]);
    let goal = [("form", "goal-for=new"), ("kind", "goal"), ("text", "They will rest.\0")];
    assert_eq!(worker.post(&statements, &goal).await.code(), 422);
}

fn scale(council: &Council) -> EntryId {
    let child = council.child("worker’s own");
    council.write(move |cx| {
        let scale = Scale {
            kind: ScaleKind::General,
            title: Some("How safe is it?".into()),
            anchor0: "not at all".into(),
            anchor10: "as safe as houses".into(),
            danger: None,
        };
        let (id, at) = (cx.id(), Happened::at(cx.now()));
        cx.record(NewEntry::first(id, vec![child], at, Payload::Scale(scale)))
    })
}

#[tokio::test]
async fn a_number_without_a_number_comes_back_with_its_reason() {
    let council = Council::new();
    let scale = scale(&council).to_string();
    let mut worker = council.signed_in("worker").await;
    let form = format!("rate={scale}");
    let child = council.child("worker’s own").to_string();
    let rating = [
        ("form", form.as_str()),
        ("scale", scale.as_str()),
        ("said_by", child.as_str()),
        ("why", "Because Nan is there."),
        ("on", "2026-11-20"),
    ];
    let back = worker.post(&page(&council, "scales/ratings"), &rating).await;
    assert_eq!(back.code(), 422);
    holds(&back, &["Because Nan is there.", "Choose an answer here", "as safe as houses"]);
    let with = [rating.as_slice(), &[("answer", "7")]].concat();
    assert_eq!(worker.post(&page(&council, "scales/ratings"), &with).await.code(), 303);
}

/// Puts a slip on the map; where its form is, and its root.
async fn slip(worker: &mut Actor, council: &Council) -> String {
    let form = [("kind", "harm"), ("text", "Words of the first day.")];
    worker.post(&page(council, "map/items"), &form).await;
    let map = worker.get(&page(council, "map")).await.text;
    let after = map.split("map?edit=").nth(1).expect("a slip to change");
    after.split('"').next().expect("an id").to_owned()
}

#[tokio::test]
async fn two_browsers_saving_one_slip_see_both_texts_and_neither_is_lost() {
    let council = Council::new();
    let mut here = council.signed_in("worker").await;
    let root = slip(&mut here, &council).await;
    let mut there = council.signed_in("manager").await;
    let edit = page(&council, &format!("map?edit={root}"));
    let (mine, theirs) = (here.get(&edit).await, there.get(&edit).await);
    let child = council.child("worker’s own").to_string();
    let form = format!("edit={root}");
    let replace = format!("/entries/{root}/replace");
    let sent = |opened: &Answer, text: &str| {
        let own = |name| (name, opened.field(name));
        let fields = [own("draft"), own("version"), ("child", &child), ("form", &form)];
        let said = [("kind", "harm"), ("mode", "verbatim"), ("text", text)];
        let all = fields.into_iter().chain(said);
        all.map(|(name, value)| (name, value.to_owned())).collect::<Vec<_>>()
    };
    let theirs = sent(&theirs, "What the manager wrote.");
    let mine = sent(&mine, "What the worker wrote.");
    let pairs =
        |sent: &'_ [(&'static str, String)]| -> Vec<(&'static str, String)> { sent.to_vec() };
    let post = async |actor: &mut Actor, sent: Vec<(&'static str, String)>| {
        let sent: Vec<_> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
        actor.post(&replace, &sent).await
    };
    assert_eq!(post(&mut there, pairs(&theirs)).await.code(), 303);
    assert_eq!(post(&mut there, pairs(&theirs)).await.code(), 303, "sent twice, saved once");
    let both = post(&mut here, pairs(&mine)).await;
    assert_eq!(both.code(), 409);
    holds(&both, &["What the manager wrote.", "What the worker wrote.", "Manager saved this"]);
    holds(&both, &["Keep mine", "Keep theirs", "Keep both"]);
    let mut again = mine.clone();
    again.iter_mut().filter(|(name, _)| *name == "version").for_each(|(_, value)| {
        both.field("version").clone_into(value);
    });
    assert_eq!(post(&mut here, again).await.code(), 303, "mine stands");
    holds(&here.get(&page(&council, "map")).await, &["What the worker wrote."]);
}

#[tokio::test]
async fn words_are_put_in_the_mouth_of_nobody_whom_the_file_does_not_know() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let notes = format!("/children/{}/notes", council.child("worker’s own"));
    let stranger = council.child("restricted").to_string();
    let form =
        [("kind", "call"), ("on", "2026-11-24"), ("text", "She rang."), ("said_by", &*stranger)];
    let refused = worker.post(&notes, &form).await;
    assert_eq!(refused.code(), 422);
    assert!(!refused.text.contains("Child restricted"), "nor is told whose id it is");
    let slips = format!("/children/{}/map/items", council.child("worker’s own"));
    let slip =
        [("kind", "wish"), ("on", "2026-11-24"), ("text", "A dog."), ("said_by", &*stranger)];
    let refused = worker.post(&slips, &slip).await;
    assert_eq!(refused.code(), 422);
    assert!(!refused.text.contains("Child restricted"));
}

#[tokio::test]
async fn a_statement_worded_again_from_another_childs_address_is_refused_and_names_nobody() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let id = "01900000-0000-7000-8000-0000000000aa";
    let form = [("kind", "danger"), ("draft", id), ("text", "She may be left alone at night.")];
    assert_eq!(worker.post(&page(&council, "map/statements"), &form).await.code(), 303);
    let restricted = council.child("restricted").to_string();
    let elsewhere = format!("/children/{restricted}/map/statements");
    let again = [
        ("kind", "danger"),
        ("version", id),
        ("text", "Left alone."),
        ("also_worries", &*restricted),
    ];
    assert_eq!(worker.post(&elsewhere, &again).await.code(), 404);
    let map = worker.get(&page(&council, "map")).await;
    holds(&map, &["She may be left alone at night."]);
    assert!(!map.text.contains("Child restricted"));
}
