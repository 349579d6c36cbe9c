//! Alone: the kit without the record, from a list of children to what a child is told came of it.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use app::package::Sent;
use common::tablet::{SESSION, hand_in_whole, read, set_up, sitting};
use common::{Actor, Council};
use domain::known_by::Scheme;
use web::routes::{OF_THE_RECORD, ROUTES};

const LIST: &str = "id,full name,known as,born,worker,team\r\n\
    77,Tyler Boyd,Ty,2017-03-01,worker@council.example,\r\n\
    78,Lola Boyd,,,nobody@council.example,Riverside\r\n\
    79,Zo\u{eb} Grey,,31/12/2014,,\r\n\
    80,,,,,\r\n";

/// Brings a list, or only looks at it; the page.
async fn bring(data: &mut Actor, then: &str, list: &str) -> String {
    let page = data.post_file(&format!("/children-list?then={then}"), list.as_bytes()).await;
    assert_eq!(page.code(), 200, "{}", page.text);
    page.text
}

/// The number beside these words.
fn number(page: &str, words: &str) -> u64 {
    let after = page.split(&format!("<dt>{words}</dt>")).nth(1).expect("the words");
    let after = after.split("<dd>").nth(1).expect("a number");
    after.split('<').next().expect("a number").trim().parse().expect("a number")
}

/// The value of the choice that is called so.
fn choice(page: &str, name: &str) -> String {
    let before = page.split(name).next().expect("the choice");
    assert_ne!(before.len(), page.len(), "{name} is there to choose: {page}");
    let value = before.rsplit("value=\"").next().expect("a value");
    value.split('"').next().expect("a value").to_owned()
}

/// Every address of this site that a page leads to.
fn links(page: &str) -> Vec<String> {
    let parts = page.split("href=\"/").skip(1);
    let to = parts.map(|rest| format!("/{}", rest.split('"').next().unwrap_or_default()));
    to.filter(|to| !to.starts_with("/a/")).collect()
}

/// No page leads to one that is not there.
async fn leads_nowhere_else(actor: &mut Actor, at: &str) {
    let page = actor.get(at).await;
    assert_eq!(page.code(), 200, "{at}: {}", page.text);
    for to in links(&page.text) {
        let there = actor.get(&to).await;
        assert!(
            [200, 303, 307, 308].contains(&there.code()),
            "{at} leads to {to}: {}",
            there.code()
        );
    }
}

#[tokio::test]
async fn a_child_of_the_list_is_listened_to_answered_and_counted_without_a_record() {
    let folder = tempfile::tempdir().expect("a folder");
    let council = Council::alone().with_folder(folder.path().to_owned());
    let mut data = council.signed_in("data").await;
    let looked = bring(&mut data, "look", LIST).await;
    assert_eq!(number(&looked, "New here"), 3);
    assert!(looked.contains("There is no full name."), "{looked}");
    let mut worker = council.signed_in("worker").await;
    assert!(!worker.get("/").await.text.contains("Tyler Boyd"), "it was only looked at");
    let brought = bring(&mut data, "bring", LIST).await;
    assert_eq!(number(&brought, "New here"), 3);
    assert!(!brought.contains("Tyler") && !brought.contains("Lola"), "no name in it");
    let again = bring(&mut data, "bring", LIST).await;
    assert_eq!((number(&again, "The same"), number(&again, "Different")), (3, 0));

    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let tablets = worker.get("/tablets").await;
    let tyler = choice(&tablets.text, "Tyler Boyd");
    let along = format!("/tablets/{}/along", tablet.device);
    let taken = worker.post(&along, &[("child", &tyler), ("then", "take")]).await;
    assert_eq!(taken.code(), 303, "{}", taken.text);
    let told = read(&kit.get_by("/sync/v1/device", tablet.packs()).await.text);
    assert_eq!(told["packs"][0]["child"]["name"], "Tyler Boyd");
    hand_in_whole(&mut kit, &tablet, &sitting("Ty")).await;
    assert!(worker.get("/").await.text.contains("/handed-in"), "it waits");
    let one = format!("/handed-in/{SESSION}");
    leads_nowhere_else(&mut worker, &one).await;
    let filed = worker.post(&one, &[("then", "file"), ("child", &tyler)]).await;
    assert_eq!(filed.code(), 303, "{}", filed.text);
    let entry = filed.location().to_owned();
    assert!(worker.get(&entry).await.text.contains("ambilance"), "letter for letter");
    assert_eq!(council.put_in_folder().await, Sent::One);
    let mut put = std::fs::read_dir(folder.path()).expect("a folder");
    let put = put.next().expect("a package").expect("a file").path();
    let package = std::fs::read(&put).expect("read");
    assert!(package.starts_with(b"PK"), "{}", put.display());
    let begins = worker.get("/").await;
    assert!(begins.text.contains(&entry) && begins.text.contains("is to hear by"));
    for at in ["/", "/tablets", "/handed-in", "/listening", &entry, "/about"] {
        leads_nowhere_else(&mut worker, at).await;
    }
    for more in ["answer", "move", "copy"] {
        leads_nowhere_else(&mut worker, &format!("{entry}/{more}")).await;
    }
    let answer = [("words", "You said the ambulance."), ("changed", "yes"), ("on", "2026-11-24")];
    let answered = worker.post(&format!("{entry}/answer"), &answer).await;
    assert_eq!(answered.code(), 303, "{}", answered.text);
    assert!(worker.get("/").await.text.contains("what came of it"));
    assert!(worker.get("/listening").await.text.contains("Tyler Boyd"), "listened to");
    let mut leader = council.signed_in("leader").await;
    assert_eq!(leader.get("/listening").await.code(), 200);
    leads_nowhere_else(&mut leader, "/listening").await;
    leads_nowhere_else(&mut data, "/children-list").await;
    leads_nowhere_else(&mut council.signed_in("admin").await, "/packages").await;
}

#[tokio::test]
async fn whoever_left_the_list_is_nobodys_work_any_more_and_what_they_told_stays() {
    let council = Council::alone();
    let mut admin = council.signed_in("admin").await;
    let mut worker = council.signed_in("worker").await;
    bring(&mut admin, "bring", LIST).await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    hand_in_whole(&mut kit, &tablet, &sitting("Ty")).await;
    let one = format!("/handed-in/{SESSION}");
    let tyler = choice(&worker.get(&one).await.text, "Tyler Boyd");
    let filed = worker.post(&one, &[("then", "file"), ("child", &tyler)]).await;
    let entry = filed.location().to_owned();
    assert_eq!(worker.get(&entry).await.code(), 200);

    let half = bring(&mut admin, "bring", "id,full name\n,Somebody\n78,Lola Boyd\n").await;
    assert_eq!((number(&half, "No longer on it"), half.contains("left as they are")), (0, true));
    let without = LIST.replace("77,Tyler Boyd,Ty,2017-03-01,worker@council.example,\r\n", "");
    let brought = bring(&mut admin, "bring", &without).await;
    assert_eq!(number(&brought, "No longer on it"), 1, "{brought}");
    council.later(24 * 60 + 30);
    let mut worker = council.signed_in("worker").await;
    assert!(!worker.get("/").await.text.contains("Tyler Boyd"));
    assert_ne!(worker.get(&entry).await.code(), 200, "not theirs to read without a reason");
    let mut admin = council.signed_in("admin").await;
    let back = bring(&mut admin, "bring", &LIST.replace("Tyler Boyd", "Tyler Reed")).await;
    assert_eq!((number(&back, "New here"), number(&back, "Different")), (0, 1), "the same child");
    let begins = worker.get("/").await;
    assert!(begins.text.contains("Tyler Reed") && begins.text.contains(&entry), "nothing is lost");
}

/// What is said of where each entry about Tyler Boyd came from.
fn sources(council: &Council) -> Vec<Option<String>> {
    council.write(|cx| {
        let authority = cx.authority()?;
        let child = cx.tx().find_known_by(authority, Scheme::LaChildId, "77")?.expect("added");
        let mut roots = cx.tx().list_open_parts(child)?;
        roots.push(child.first_entry());
        let mut sources = Vec::new();
        for root in roots {
            let newest = cx.tx().find_newest(root)?.expect("an entry");
            sources.push(newest.head.source.and_then(|from| from.name));
        }
        Ok(sources)
    })
}

#[tokio::test]
async fn a_child_nobody_had_written_down_is_added_by_whoever_says_whose_it_is() {
    let council = Council::alone();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    hand_in_whole(&mut kit, &tablet, &sitting("Ty")).await;
    let one = format!("/handed-in/{SESSION}");
    let mut manager = council.signed_in("manager").await;
    assert_eq!(manager.get(&one).await.field("name"), "Ty", "as on the tablet, to be mended");
    let nameless = manager.post(&one, &[("then", "add"), ("name", " ")]).await;
    assert_eq!(nameless.code(), 422);
    let mut stranger = council.signed_in("stranger").await;
    let add = [("then", "add"), ("name", "Tyler Boyd"), ("number", "77")];
    assert_eq!(stranger.post(&one, &add).await.code(), 404, "not theirs to say");
    let added = manager.post(&one, &add).await;
    assert_eq!(added.code(), 303, "{}", added.text);
    assert!(worker.get("/").await.text.contains("Tyler Boyd"), "whose tablet it was");
    assert_eq!(manager.post(&one, &add).await.code(), 404, "once");
    assert_eq!(sources(&council), [None, None], "no list said it: whose work they are, and who");
    let mut data = council.signed_in("data").await;
    let brought = bring(&mut data, "bring", LIST).await;
    assert_eq!(
        (number(&brought, "New here"), number(&brought, "Different")),
        (2, 1),
        "77 is known"
    );
    let twice = worker.get("/").await;
    assert_eq!(twice.text.matches("Tyler Boyd").count(), 1);
}

#[tokio::test]
async fn with_the_record_nobody_is_added_from_a_tablet() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    hand_in_whole(&mut kit, &tablet, &sitting("Ty")).await;
    let one = format!("/handed-in/{SESSION}");
    assert!(!worker.get(&one).await.text.contains("Not on the list?"));
    assert_eq!(worker.post(&one, &[("then", "add"), ("name", "Ty")]).await.code(), 404);
}

/// Who is asked for each address.
const EVERYBODY: [&str; 9] =
    ["worker", "partner", "manager", "oncall", "offduty", "leader", "data", "guardian", "admin"];

#[tokio::test]
async fn no_page_of_the_record_is_there_for_anybody() {
    let council = Council::alone();
    let mut all = vec![council.browser()];
    for who in EVERYBODY {
        all.push(council.signed_in(who).await);
    }
    let child = council.child("worker’s own").to_string();
    let note = council.note("worker’s own").to_string();
    for route in ROUTES.iter().filter(|route| OF_THE_RECORD.contains(&route.pattern)) {
        let id = if route.pattern.starts_with("/entries/") { &note } else { &child };
        let path = route.pattern.replace("{id}", id);
        for actor in &mut all {
            let code = match route.method {
                "GET" => actor.get(&path).await.code(),
                _ => actor.post(&path, &[]).await.code(),
            };
            assert_eq!(code, 404, "{} {path}", route.method);
        }
    }
    for pattern in OF_THE_RECORD {
        assert!(ROUTES.iter().any(|route| route.pattern == *pattern), "{pattern} is no route");
    }
}

#[tokio::test]
async fn the_list_is_for_the_data_officer_and_the_administrator_and_only_there() {
    let council = Council::alone();
    let mut nobody = council.browser();
    assert_eq!(nobody.get("/children-list").await.code(), 303);
    assert_eq!(nobody.post_file("/children-list?then=bring", LIST.as_bytes()).await.code(), 401);
    for who in EVERYBODY {
        let mut actor = council.signed_in(who).await;
        let theirs = ["data", "admin"].contains(&who);
        let code = if theirs { 200 } else { 403 };
        assert_eq!(actor.get("/children-list").await.code(), code, "{who}");
        let list = actor.post_file("/children-list?then=look", LIST.as_bytes()).await;
        assert_eq!(list.code(), code, "{who}");
        let begins = actor.get("/").await;
        let to = begins.location();
        if begins.code() == 303 {
            assert_eq!(actor.get(to).await.code(), 200, "{who} begins at {to}");
        }
    }
    let mut data = council.signed_in("data").await;
    let other = data.post_file("/children-list?then=bring", b"PK\x03\x04\0").await;
    assert!(other.text.contains("no text"), "{}", other.text);
    assert_eq!(other.code(), 422);
    let no_file = data.post_file("/children-list?then=bring", b"").await;
    assert!(no_file.code() == 422, "{}", no_file.code());
    let mut with_record = Council::new().signed_in("data").await;
    assert_eq!(with_record.get("/children-list").await.code(), 404);
}
