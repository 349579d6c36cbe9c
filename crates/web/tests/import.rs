//! A census in the browser, as a data officer files it: brought, looked at, filed, filed again,
//! taken back; whatever is wrong with a file, with its line; and nobody else sees any of it.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use axum::body::Body;
use common::{Actor, Answer, Council};
use std::io::Write as _;
use std::path::Path;
use town::census::{Census, CollectionYear, Damage, Lea, damaged};

/// So many pages are asked for before something is said never to end.
const PAGES: usize = 100_000;
/// So often the folder is looked into before something is said never to come.
const LOOKS: usize = 5_000_000;

fn census(children: u32) -> Census {
    let lea = Lea::new(201).expect("a code");
    Census { children, seed: 7, year: CollectionYear::Y2026, lea }
}

fn written(children: u32) -> Vec<u8> {
    let mut file = Vec::new();
    census(children).write(&mut file).expect("memory");
    file
}

/// Brings a file, and opens the page of what it would come to.
async fn look(actor: &mut Actor, file: &[u8]) -> (String, Answer) {
    let brought = actor.post_file("/import", file).await;
    assert_eq!(brought.code(), 303, "{}", brought.text);
    let held = brought.location().to_owned();
    let page = actor.get(&held).await;
    assert_eq!(page.code(), 200, "{}", page.text);
    (held, page)
}

/// Asks again until nothing goes on; each time as the page itself would.
async fn done(actor: &mut Actor, import: &str) -> Answer {
    for _ in 0..PAGES {
        let page = actor.get(import).await;
        assert_eq!(page.code(), 200, "{}", page.text);
        let again = page.header("refresh");
        if again.is_empty() {
            return page;
        }
        assert_eq!(again, format!("5; url={import}?again"));
        tokio::task::yield_now().await;
    }
    panic!("{import} goes on without end");
}

/// Lets others work until this holds.
async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..LOOKS {
        if holds() {
            return;
        }
        tokio::task::yield_now().await;
    }
    panic!("never: {what}");
}

async fn file(actor: &mut Actor, held: &str) -> (String, Answer) {
    let filed = actor.post(held, &[("do", "file")]).await;
    assert_eq!(filed.code(), 303, "{}", filed.text);
    let import = filed.location().to_owned();
    let page = done(actor, &import).await;
    (import, page)
}

/// The figure over these words.
fn figure(page: &Answer, words: &str) -> String {
    let after = page.text.split(&format!("<dt>{words}</dt>")).nth(1).expect(words);
    let figure = after.split("figures\">").nth(1).and_then(|rest| rest.split('<').next());
    figure.expect("a figure").to_owned()
}

fn files(folder: &Path) -> usize {
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

#[tokio::test]
async fn a_file_is_looked_at_filed_once_and_taken_back() {
    let council = Council::new();
    let mut data = council.signed_in("data").await;
    assert!(data.get("/children").await.text.contains("href=\"/import\""), "in the menu");
    assert!(data.get("/import").await.text.contains("No file has been filed yet."));

    let bytes = written(20);
    let (held, looked) = look(&mut data, &bytes).await;
    assert_eq!(figure(&looked, "not in the record yet"), "20");
    assert!(data.get("/import").await.text.contains("No file has been filed yet."), "only looked");
    let (import, filed) = file(&mut data, &held).await;
    assert_eq!(figure(&filed, "new to the record"), "20");
    let twice = data.post(&held, &[("do", "file")]).await;
    assert_eq!(twice.location(), import, "a form sent twice files once");
    assert_eq!(data.get(&held).await.location(), import, "the file has become the import");
    assert_eq!(files(&council.holding()), 0);

    let (held, again) = look(&mut data, &bytes).await;
    assert_eq!(figure(&again, "in it, nothing different"), "20");
    assert!(again.text.contains("Nothing in this file is new."));
    let (_, same) = file(&mut data, &held).await;
    assert!(same.text.contains("Nothing in this file is new."), "{}", same.text);
    assert_eq!(data.get("/import").await.text.matches("CIN census 2026").count(), 1);

    let undo = format!("{import}/undo");
    let asked = data.get(&undo).await;
    assert_eq!(figure(&asked, "no longer in the record afterwards"), "20");
    let begun = data.post(&undo, &[]).await;
    assert_eq!((begun.code(), begun.location()), (303, &*import), "{}", begun.text);
    let undone = done(&mut data, &import).await;
    assert!(undone.text.contains("Taken back by Data Marsh"), "{}", undone.text);
    assert_eq!(data.get(&undo).await.code(), 409, "there is nothing more to take back");
    assert_eq!(data.post(&undo, &[]).await.code(), 409);
    let (_, anew) = look(&mut data, &bytes).await;
    assert_eq!(figure(&anew, "not in the record yet"), "20", "they are gone");
}

#[tokio::test]
async fn what_is_wrong_in_a_sound_file_is_left_out_with_its_line_and_the_rest_is_filed() {
    let council = Council::new();
    let mut data = council.signed_in("data").await;
    let twice = damaged(&census(20), Damage::DuplicateLaId);
    let (held, looked) = look(&mut data, &twice.bytes).await;
    assert_eq!(figure(&looked, "not in the record yet"), "18", "neither of the two");
    // The child it befell has the id of the one before, and that id is named.
    let line = twice.line.expect("a line");
    let text = String::from_utf8(twice.bytes).expect("text");
    let line = text.lines().nth(line - 1).expect("that line");
    let id = line.split(['<', '>']).nth(2).expect("an id");
    let told = format!("2 children have the LA child id “{id}”");
    assert!(looked.text.contains(&told), "{told}: {}", looked.text);
    let (_, filed) = file(&mut data, &held).await;
    assert_eq!(figure(&filed, "new to the record"), "18");

    let never = damaged(&census(20), Damage::ImpossibleDate("PersonBirthDate"));
    let (held, looked) = look(&mut data, &never.bytes).await;
    let line = never.line.expect("a line");
    let told = format!("scope=\"row\">{line}</th><td class=\"element\">PersonBirthDate");
    assert!(looked.text.contains(&told), "line {line}: {}", looked.text);
    assert_eq!(figure(&looked, "not in the record yet"), "2", "the two from before");
    let (_, filed) = file(&mut data, &held).await;
    assert!(filed.text.contains("1 piece of information left out"), "{}", filed.text);
}

#[tokio::test]
async fn a_file_that_cannot_be_read_says_its_line_and_nothing_of_it_is_kept() {
    let council = Council::new();
    let mut data = council.signed_in("data").await;
    let bad = [
        Damage::Truncated,
        Damage::Doctype,
        Damage::EntityDeclaration,
        Damage::Nul,
        Damage::BadByte,
    ];
    for damage in bad {
        let file = damaged(&census(20), damage);
        let told = data.post_file("/import", &file.bytes).await;
        assert_eq!(told.code(), 422, "{damage:?}: {}", told.text);
        let words = told.text.split("id=\"file-wrong\">").nth(1).expect("words beside the field");
        assert!(words.starts_with("Line "), "{damage:?}: {words}");
        if let Some(line) = file.line {
            assert!(words.starts_with(&format!("Line {line}: ")), "{damage:?} {line}: {words}");
        }
        assert_eq!(files(&council.holding()), 0, "{damage:?}");
    }
    for nothing in [b"".as_slice(), b"PK\x03\x04 a spreadsheet", b"<html><body>Hello</body></html>"]
    {
        let told = data.post_file("/import", nothing).await;
        assert_eq!(told.code(), 422, "{}", told.text);
        assert!(told.text.contains("id=\"file-wrong\">Line 1: "), "{}", told.text);
    }
    assert!(data.get("/import").await.text.contains("No file has been filed yet."));
    data.accept = "application/json";
    let told = data.post_file("/import", b"<").await;
    assert!(told.text.contains("urn:kith:problem:unreadable"), "{}", told.text);
}

#[tokio::test]
async fn a_form_without_a_file_is_asked_for_one() {
    let council = Council::new();
    let mut data = council.signed_in("data").await;
    let form = "--kith\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\
                Content-Type: application/octet-stream\r\n\r\n\r\n--kith--\r\n";
    let told = data.post_parts("/import", Body::from(form)).await;
    assert_eq!(told.code(), 422);
    assert!(told.text.contains("Choose a file first."), "{}", told.text);
    let told = data.post_parts("/import", Body::from("no form at all")).await;
    assert_eq!(told.code(), 400);
    assert!(told.text.contains("broke off on its way here"), "{}", told.text);
    assert_eq!(files(&council.holding()), 0);
}

#[tokio::test]
async fn a_file_is_for_whoever_brought_it_until_it_is_put_aside() {
    let council = Council::new();
    let mut data = council.signed_in("data").await;
    let (held, _) = look(&mut data, &written(3)).await;
    let waits = format!("href=\"{held}\"");
    assert!(data.get("/import").await.text.contains(&waits), "for whoever closed the page");
    let undecided = data.post(&held, &[("do", "perhaps")]).await;
    assert_eq!(undecided.code(), 422);
    let mut worker = data.somebody_else("worker").await;
    assert_eq!(worker.get(&held).await.code(), 403);
    assert_eq!(worker.post_file("/import", &written(3)).await.code(), 403);
    assert_eq!(files(&council.holding()), 1, "nothing of theirs is kept");
    let foreign = data.request("POST", &held).header("sec-fetch-site", "cross-site");
    let foreign = foreign.body(Body::from("do=file")).expect("a request");
    assert_eq!(data.send(foreign).await.code(), 403);

    let aside = data.post(&held, &[("do", "aside")]).await;
    assert_eq!((aside.code(), aside.location()), (303, "/import"));
    assert_eq!(data.get(&held).await.code(), 404);
    assert!(!data.get("/import").await.text.contains(&waits));
    let (held, _) = look(&mut data, &written(3)).await;
    council.later(24 * 60 + 1);
    let mut data = data.somebody_else("data").await;
    assert_eq!(data.get(&held).await.code(), 404, "a day old");
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_that_cannot_be_opened_for_now_waits_on() {
    let council = Council::new();
    let mut data = council.signed_in("data").await;
    let bytes = written(3);
    let (held, _) = look(&mut data, &bytes).await;
    let folder = council.holding();
    let known = std::fs::read_dir(&folder).expect("a folder").next().expect("a file");
    let path = known.expect("a file").path();
    // Nobody can open a socket as a file, whatever they may do.
    let socket = folder.join("socket");
    let _listens = std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
    std::fs::rename(&socket, &path).expect("in the file's place");
    assert_eq!(data.get(&held).await.code(), 500);
    assert_eq!(files(&folder), 1, "it is held still");
    std::fs::remove_file(&path).expect("the socket");
    std::fs::write(&path, &bytes).expect("the file again");
    assert_eq!(data.get(&held).await.code(), 200);
}

#[tokio::test]
async fn pages_are_answered_while_a_large_file_is_filed() {
    const ROUNDS: usize = 1_000;
    let council = Council::new();
    let mut data = council.signed_in("data").await;
    let mut worker = data.somebody_else("worker").await;
    let front_page = format!("/children/{}", council.child("worker’s own"));
    let (held, _) = look(&mut data, &written(1_500)).await;
    let begun = data.post(&held, &[("do", "file")]).await;
    let import = begun.location().to_owned();
    assert!(!data.get("/import").await.text.contains(&held), "it waits no longer");
    // The first round comes right after the filing began; how many follow is the machine's affair.
    for _ in 0..ROUNDS {
        assert_eq!(worker.get(&front_page).await.code(), 200);
        let written = [("kind", "visit"), ("on", "2026-11-24"), ("text", "They were at home.")];
        let note = worker.post(&format!("{front_page}/notes"), &written).await;
        assert_eq!(note.code(), 303, "{}", note.text);
        if data.get(&import).await.header("refresh").is_empty() {
            break;
        }
    }
    assert_eq!(figure(&done(&mut data, &import).await, "new to the record"), "1,500");
}

#[tokio::test]
async fn a_page_that_asks_again_by_itself_keeps_no_session_open() {
    let council = Council::new();
    let mut data = council.signed_in("data").await;
    let (held, _) = look(&mut data, &written(2)).await;
    let (import, _) = file(&mut data, &held).await;
    for _ in 0..20 {
        council.later(5);
        data.get(&format!("{import}?again")).await;
    }
    assert_ne!(data.get(&import).await.code(), 200, "nobody was there for more than an hour");
}

#[tokio::test]
async fn a_file_goes_to_its_folder_as_it_comes_in_and_is_gone_where_it_breaks_off() {
    const SENT: u64 = 4 << 20;
    let council = Council::new();
    let data = council.signed_in("data").await;
    let folder = council.holding();
    let mut line = std::net::TcpStream::connect(data.on_a_port().await).expect("a line");
    let head = format!(
        "POST /import HTTP/1.1\r\nHost: kith.test\r\nCookie: {}\r\n\
         Sec-Fetch-Site: same-origin\r\nContent-Length: 300000000\r\n\
         Content-Type: multipart/form-data; boundary=kith\r\n\r\n\
         --kith\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.xml\"\r\n\r\n",
        data.cookie.as_deref().expect("signed in")
    );
    let sending = std::thread::spawn(move || {
        line.write_all(head.as_bytes())?;
        line.write_all(&vec![b' '; 4 << 20])?;
        std::io::Result::Ok(line)
    });
    let on_disk = || {
        let files = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        files.filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum::<u64>()
    };
    // Of four megabytes, nearly all are on the disk before the other 296 have come.
    until("most of it is on the disk", || on_disk() >= SENT - 100).await;
    drop(sending.join().expect("a thread").expect("sent"));
    until("the folder is empty again", || files(&folder) == 0).await;
}
