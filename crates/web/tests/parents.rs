//! A link in a mother's hand: what she gets, what a messenger gets that looks at it first, and what
//! stays in her phone.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use axum::body::Body;
use axum::http::header;
use common::{Actor, Council};
use domain::attachment::{Attachment, Medium};
use domain::drawing::MEDIA_TYPE;
use domain::entry::NewEntry;
use domain::houses_page::{Hand, HousesPage, Words};
use domain::houses_session::{Ending, House, HousesSession};
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::name::{Name, Usage};
use domain::person::Person;
use domain::sharing::{Answer, How, Sharing};
use domain::tie::{Parenthood, Tie, What};
use domain::time::Happened;
use jiff::Timestamp;
use town::sitting::sitting;

const ANSWERS: [(&str, &str); 4] = [
    ("knows", "yes"),
    ("safe", "yes"),
    ("safe_because", "They talk well at the moment."),
    ("together", "On Thursday at her table."),
];

/// A sitting of the worker's own child: two pages, of which the mother may see the first.
struct Sat {
    root: EntryId,
    mother: PersonId,
}

fn page(session: EntryId, n: u16, words: &str, drawing: Option<EntryId>) -> HousesPage {
    let words = Words { text: words.into(), by: Hand::Child, at: Timestamp::UNIX_EPOCH };
    HousesPage { words: vec![words], drawing, ..HousesPage::blank(session, House::Good, n) }
}

/// A dog, stuck on paper.
const DOG: &str = concat!(
    r#"{"kind":"page","page":"p","house":"good"}"#,
    "\n",
    r#"{"kind":"sticker","page":"p","id":"a","what":"dog","x":200,"y":200,"size":96}"#,
);

async fn sat(council: &Council) -> Sat {
    let child = council.child("worker’s own");
    let office = council.kith.as_ref().expect("open").office().expect("an office");
    let blob = office.blobs.keep(DOG.as_bytes(), [5; 32]).await.expect("kept");
    council.write(move |cx| {
        let at = Happened::at(cx.now());
        let mut put = |about: Vec<PersonId>, payload: Payload| {
            let id = cx.id();
            cx.record(NewEntry::first(id, about, at, payload))
        };
        let mother = PersonId::first_written_in(put(vec![], Person::default().into())?);
        let (full, usage) = ("Rhian Calloway".to_owned(), Usage::Usual);
        let name = Name { person: mother, full, known_as: None, usage, from: None, until: None };
        put(vec![mother], name.into())?;
        let by = Parenthood::ALL[0];
        let what = What::ParentOf { by, responsibility: None, unnamed: None };
        let tie = Tie { from: mother, to: child, what, since: None, until: None, note: None };
        put(vec![child], tie.into())?;
        let file = Attachment {
            beside: None,
            what: Medium::Drawing,
            name: "a drawing".into(),
            media_type: MEDIA_TYPE.into(),
            bytes: 1,
            blob,
            describes: None,
            made_by: Some(child),
            seconds: None,
            pages: None,
            copy: None,
            page: None,
            broken_off: false,
        };
        let drawing = put(vec![child], file.into())?;
        let none = EntryId(uuid::Uuid::nil());
        let shown = put(vec![child], page(none, 1, "<b>nanas crackers</b>", Some(drawing)).into())?;
        let kept = put(vec![child], page(none, 2, "the ambilance", None).into())?;
        for (of, answer) in [(shown, Answer::Yes), (kept, Answer::No)] {
            let how = How::Chosen { answer, by: child };
            put(vec![child], Sharing { of, with: mother, part: None, how }.into())?;
        }
        let (order, pages) = (vec![House::Good], vec![shown, kept]);
        let sat = HousesSession { order, pages, ..sitting(child, Ending::ReadBack) };
        let root = put(vec![child], sat.into())?;
        Ok(Sat { root, mother })
    })
}

fn show_to(sat: &Sat) -> String {
    format!("/entries/{}/parents/{}", sat.root, sat.mother)
}

/// The path of a link that the worker makes.
async fn link(worker: &mut Actor, sat: &Sat) -> String {
    let form = [&ANSWERS[..], &[("way", "link"), ("days", "7")]].concat();
    let given = worker.post(&show_to(sat), &form).await;
    assert_eq!(given.code(), 200, "{}", given.text);
    let path = given.text.split("/p/").nth(1).and_then(|rest| rest.get(..64)).expect("a link");
    format!("/p/{path}")
}

#[tokio::test]
async fn paper_comes_first_and_has_what_the_preview_has() {
    let council = Council::new();
    let sat = sat(&council).await;
    let mut worker = council.signed_in("worker").await;
    let sitting = worker.get(&format!("/entries/{}", sat.root)).await;
    assert!(sitting.text.contains(&show_to(&sat)), "{}", sitting.text);
    let asked = worker.get(&show_to(&sat)).await;
    let (paper, or_link) = (asked.text.find("Print it"), asked.text.find("Make the link"));
    assert!(paper.is_some() && paper < or_link, "paper first");
    assert!(asked.text.contains("1 page is left out"));
    assert!(!asked.text.contains("ambilance"), "left out is a number");
    let again = worker.post(&show_to(&sat), &[("knows", "no"), ("way", "paper")]).await;
    assert_eq!(again.code(), 422);
    assert!(again.text.contains("Talk with the child first"), "{}", again.text);
    let made = worker.post(&show_to(&sat), &[&ANSWERS[..], &[("way", "paper")]].concat()).await;
    assert_eq!(made.code(), 303, "{}", made.text);
    let sheet = worker.get(made.location()).await;
    for page in [&asked.text, &sheet.text] {
        assert!(page.contains("&lt;b&gt;nanas crackers&lt;/b&gt;"), "{page}");
        assert!(page.contains("data:image/svg+xml;base64,"), "the sticker is in it");
        assert!(page.contains("Rhian") && !page.contains("Calloway is"));
    }
    let scripts = sheet.text.matches("<script").count();
    assert_eq!(
        (scripts, sheet.text.contains("/js/kith.js\"")),
        (1, true),
        "the button that prints"
    );
    assert!(!sheet.text.contains("ambilance"));
    let story =
        worker.get(&format!("/entries/{}", made.location().split('/').nth(2).expect("id"))).await;
    assert!(story.text.contains("On Thursday at her table."), "the answers are kept");
    let stranger = council.signed_in("stranger").await.get(made.location()).await;
    assert_ne!(stranger.code(), 200);
}

#[tokio::test]
async fn a_messenger_that_looks_first_learns_nothing_and_opens_nothing() {
    let council = Council::new();
    let sat = sat(&council).await;
    let mut worker = council.signed_in("worker").await;
    let path = link(&mut worker, &sat).await;
    let mut phone = council.browser();
    for method in ["HEAD", "GET"] {
        let request = phone.request(method, &path).body(Body::empty()).expect("a request");
        let door = phone.send(request).await;
        assert_eq!(door.code(), 200, "{method}");
        for word in ["Rhian", "Calloway", "Child", "crackers", "Marsh", "Riverside", "Kith"] {
            assert!(!door.text.contains(word), "{method} tells {word}: {}", door.text);
        }
    }
    let sitting = worker.get(&format!("/entries/{}", sat.root)).await;
    assert!(sitting.text.contains("Nobody has opened it."), "{}", sitting.text);
    let opened = phone.post(&path, &[]).await;
    assert_eq!(opened.code(), 200, "{}", opened.text);
    assert!(opened.text.contains("nanas crackers") && !opened.text.contains("ambilance"));
    let sitting = worker.get(&format!("/entries/{}", sat.root)).await;
    assert!(sitting.text.contains("Last opened on 24 November 2026"), "{}", sitting.text);
}

#[tokio::test]
async fn what_is_opened_is_kept_nowhere_and_leads_nowhere() {
    let council = Council::new();
    let sat = sat(&council).await;
    let mut worker = council.signed_in("worker").await;
    let path = link(&mut worker, &sat).await;
    let mut phone = council.browser();
    let request = phone.request("POST", &path).header(header::ORIGIN, "null");
    let request = request.body(Body::empty()).expect("a request");
    let opened = phone.send(request).await;
    assert_eq!(opened.code(), 200, "an old phone says no more of where its form is from");
    let wrong = phone.get(&format!("/p/{}", "0".repeat(64))).await;
    let door = phone.get(&path).await;
    for answer in [&opened, &wrong, &door] {
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert!(answer.header("x-robots-tag").contains("noindex"));
        assert_eq!(answer.header("set-cookie"), "");
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("script-src"));
        assert!(answer.text.contains("<title>A page to read</title>"), "{}", answer.text);
        assert!(!answer.text.contains("<a ") && !answer.text.contains("<script"));
    }
    assert!(phone.cookie.is_none());
    assert!(!path.contains("hian"));
}

#[tokio::test]
async fn a_day_that_cannot_be_is_asked_again_and_a_second_press_makes_no_second_showing() {
    let council = Council::new();
    let sat = sat(&council).await;
    let mut worker = council.signed_in("worker").await;
    let asked = worker.get(&show_to(&sat)).await;
    let showing = asked.text.split("name=\"showing\" value=\"").nth(1).expect("an id");
    let showing = showing.split('"').next().expect("an id").to_owned();
    let answers = [&ANSWERS[..], &[("way", "paper"), ("showing", &*showing)]].concat();
    let (first, again) =
        (worker.post(&show_to(&sat), &answers).await, worker.post(&show_to(&sat), &answers).await);
    assert_eq!((first.code(), first.location()), (303, again.location()));
    let sitting = worker.get(&format!("/entries/{}", sat.root)).await;
    assert_eq!(sitting.text.matches("Gone through together on</label>").count(), 1);
    let shown = format!("{}/shown", first.location().strip_suffix("/sheet").expect("a sheet"));
    for (day, says) in [
        ("2026-11-25", "still to come"),
        ("2026-11-23", "before it was made"),
        ("x", "Choose an answer"),
    ] {
        let refused = worker.post(&shown, &[("on", day)]).await;
        assert_eq!(refused.code(), 422);
        assert!(refused.text.contains(&format!("action=\"{shown}\"")), "{}", refused.text);
        assert!(refused.text.contains(says) && refused.text.contains("Rhian"), "{}", refused.text);
    }
    assert_eq!(worker.post(&shown, &[("on", "2026-11-24")]).await.code(), 303);
}

#[tokio::test]
async fn wrong_ended_and_over_are_one_page_and_too_many_guesses_wait() {
    let council = Council::new();
    let sat = sat(&council).await;
    let mut worker = council.signed_in("worker").await;
    let (ends, goes_on) = (link(&mut worker, &sat).await, link(&mut worker, &sat).await);
    let sitting = worker.get(&format!("/entries/{}", sat.root)).await;
    let forms = sitting.text.split("action=\"/entries/").skip(1);
    let mut shown: Vec<String> = forms
        .filter_map(|form| form.split('"').next())
        .map(|to| format!("/entries/{to}"))
        .collect();
    shown.dedup();
    let mut phone = council.browser();
    // Newest first: the last of them is the link that was made first.
    let first = shown.last().expect("a link to end").clone();
    assert_eq!(worker.post(&first, &[("then", "end")]).await.code(), 303);
    let ended = phone.post(&ends, &[]).await;
    assert_eq!(ended.code(), 404);
    assert!(ended.text.contains("This link has ended"), "{}", ended.text);
    assert_eq!(phone.post(&goes_on, &[]).await.code(), 200);
    council.later(7 * 24 * 60);
    let over = phone.get(&goes_on).await;
    let wrong = phone.get("/p/no-link-at-all").await;
    assert_eq!((over.code(), wrong.code()), (404, 404));
    assert_eq!(over.text, ended.text);
    assert_eq!(wrong.text, ended.text);
    for n in 0..29 {
        assert_eq!(phone.get(&format!("/p/{n}")).await.code(), 404);
    }
    let wait = phone.get(&goes_on).await;
    assert_eq!(wait.code(), 429);
    assert!(!wait.header("retry-after").is_empty());
}

#[tokio::test]
async fn each_opening_stands_with_who_has_looked_and_says_no_more_than_is_known() {
    let council = Council::new();
    let sat = sat(&council).await;
    let mut worker = council.signed_in("worker").await;
    let path = link(&mut worker, &sat).await;
    let mut phone = council.browser();
    assert_eq!(phone.get(&path).await.code(), 200);
    let access = format!("/children/{}/access", council.child("worker’s own"));
    let words = "By the link given to Rhian Calloway";
    let before = worker.get(&access).await;
    assert_eq!(before.text.matches(words).count(), 0, "a door is no opening: {}", before.text);
    for _ in 0..2 {
        assert_eq!(phone.post(&path, &[]).await.code(), 200);
    }
    let seen = worker.get(&access).await;
    assert_eq!(seen.text.matches(words).count(), 2, "{}", seen.text);
    assert!(seen.text.contains("given by") && seen.text.contains("Pages the child agreed to show"));
    let token = path.trim_start_matches("/p/");
    assert!(!seen.text.contains(token), "nobody opens it from here");
}
