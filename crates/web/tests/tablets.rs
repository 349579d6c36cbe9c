//! A tablet, from its code to the receipt for what a child made on it.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::{Actor, Council};
use serde_json::{Value, json};
use town::tablet::{Attached, Sealed, Tablet};
use uuid::Uuid;

const SESSION: Uuid = Uuid::from_u128(0x0193_4b3c_0000_7000_8000_0000_0000_0007);
const PAGE: &str = "01934b3c-0000-7000-8000-0000000000aa";
const SOUND: Uuid = Uuid::from_u128(0x0193_4b3c_0000_7000_8000_0000_0000_0008);

fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// The code that a worker is given.
async fn code(worker: &mut Actor) -> String {
    let page = worker.post("/tablets", &[("name", "the blue one")]).await;
    assert_eq!(page.code(), 200, "{}", page.text);
    let code = page.text.split("class=\"code\"").nth(1).and_then(|t| t.split("ltr\">").nth(1));
    code.and_then(|rest| rest.split('<').next()).expect("a code").to_owned()
}

/// A tablet that was set up.
async fn set_up(council: &Council, worker: &mut Actor) -> (Actor, Tablet) {
    let mut kit = council.browser();
    let code = json!({"code": code(worker).await.to_lowercase()}).to_string();
    let answer = kit.post_json("/sync/v1/devices", &code).await;
    assert_eq!(answer.code(), 201, "{}", answer.text);
    (kit, Tablet::from_answer(&read(&answer.text)).expect("a tablet"))
}

fn words() -> Vec<Value> {
    sitting("Tyler")
}

fn sealed(tablet: &Tablet, ops: &[Value]) -> Sealed {
    let sound = Attached { id: SOUND, kind: "sound", bytes: vec![7; 1_500_000] };
    tablet.seal(SESSION, ops, &[sound], 3).expect("sealed")
}

async fn hand_in(kit: &mut Actor, tablet: &Tablet, sealed: &Sealed) -> common::Answer {
    let path = format!("/sync/v1/bundles/{}", sealed.session);
    kit.put(&path, sealed.manifest.to_string().into_bytes(), Some(&tablet.token)).await
}

async fn send_chunk(kit: &mut Actor, tablet: &Tablet, (digest, bytes): &(String, Vec<u8>)) -> u16 {
    let path = format!("/sync/v1/chunks/{digest}");
    kit.put(&path, bytes.clone(), Some(&tablet.token)).await.code()
}

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
async fn what_is_sealed_is_kept_once_it_is_whole_and_receipted_alike_each_time() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let sealed = sealed(&tablet, &words());
    let asked = hand_in(&mut kit, &tablet, &sealed).await;
    assert_eq!(asked.code(), 202, "{}", asked.text);
    let missing = read(&asked.text)["missing"].as_array().expect("a list").len();
    assert_eq!(missing, sealed.chunks.len());
    // Cut off after each chunk, and asked again.
    for (at, chunk) in sealed.chunks.iter().enumerate() {
        assert_eq!(send_chunk(&mut kit, &tablet, chunk).await, 201);
        assert_eq!(send_chunk(&mut kit, &tablet, chunk).await, 200, "had it");
        let last = at + 1 == sealed.chunks.len();
        let answer = hand_in(&mut kit, &tablet, &sealed).await;
        assert_eq!(answer.code(), if last { 200 } else { 202 }, "{}", answer.text);
    }
    let receipt = hand_in(&mut kit, &tablet, &sealed).await.text;
    council.later(5);
    assert_eq!(hand_in(&mut kit, &tablet, &sealed).await.text, receipt, "the same receipt");
    let page = worker.get("/tablets").await;
    assert!(page.text.contains("One session waits"), "its worker is told: {}", page.text);
    let colleague = council.signed_in("colleague").await.get("/tablets").await;
    assert!(!colleague.text.contains("session waits"), "it is nobody else’s");
}

#[tokio::test]
async fn a_second_manifest_of_a_session_is_a_branch_with_a_receipt_of_its_own() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let mut receipts = Vec::new();
    for ops in [words(), sitting("Tyler B")] {
        let sealed = sealed(&tablet, &ops);
        for chunk in &sealed.chunks {
            send_chunk(&mut kit, &tablet, chunk).await;
        }
        let answer = hand_in(&mut kit, &tablet, &sealed).await;
        assert_eq!(answer.code(), 200, "{}", answer.text);
        receipts.push(read(&answer.text)["manifest"].clone());
    }
    assert_ne!(receipts[0], receipts[1]);
    assert!(worker.get("/tablets").await.text.contains("2 sessions wait"));
}

#[tokio::test]
async fn what_is_not_whole_or_not_this_tablets_gets_no_receipt() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let (mut others, other) = set_up(&council, &mut worker).await;
    let whole = sealed(&tablet, &words());
    for chunk in &whole.chunks {
        send_chunk(&mut kit, &tablet, chunk).await;
    }
    let changed = |change: fn(&mut Value)| {
        let mut sealed = whole.clone();
        change(&mut sealed.manifest);
        sealed
    };
    let session = |m: &mut Value| m["session"] = SOUND.to_string().into();
    let mut without = words();
    without[4] = json!({"kind": "sound", "page": PAGE, "id": SOUND, "attachment": SESSION,
        "ms": 900, "type": "audio/webm", "at": 1_795_520_000_000_i64, "since": 1, "by": "child"});
    let without = sealed(&tablet, &without);
    let nonsense = sealed(&tablet, &[json!({"kind": "begin"})]);
    for chunk in without.chunks.iter().chain(&nonsense.chunks) {
        send_chunk(&mut kit, &tablet, chunk).await;
    }
    let wrong: [(&str, Sealed); 9] = [
        ("a recording that is not there", without),
        ("no session of a kit", nonsense),
        ("another session", changed(session)),
        ("fewer records", changed(|m| m["ops"]["count"] = 1.into())),
        ("fewer bytes", changed(|m| m["ops"]["bytes"] = 10.into())),
        ("parts left out", changed(|m| m["attachments"][0]["parts"] = 2.into())),
        ("another’s parts", changed(|m| m["attachments"][0]["id"] = SESSION.to_string().into())),
        ("another key", changed(|m| m["wrap"]["key"] = "0000000000000000".into())),
        ("no manifest", changed(|m| *m = json!({"child": "Tyler"}))),
    ];
    for (why, sealed) in wrong {
        let answer = hand_in(&mut kit, &tablet, &sealed).await;
        assert_eq!(answer.code(), 422, "{why}: {}", answer.text);
        assert!(!answer.text.contains("Tyler"), "no words come back");
    }
    assert_eq!(hand_in(&mut others, &other, &whole).await.code(), 422, "another tablet’s");
    let (digest, bytes) = &whole.chunks[0];
    let path = format!("/sync/v1/chunks/{digest}");
    let other_bytes = bytes[1..].to_vec();
    assert_eq!(kit.put(&path, other_bytes, Some(&tablet.token)).await.code(), 422);
    assert_eq!(kit.put(&path, vec![0; 1_048_577], Some(&tablet.token)).await.code(), 413);
    assert_eq!(kit.put(&path, bytes.clone(), Some("0".repeat(64).as_str())).await.code(), 401);
    assert_eq!(kit.put("/sync/v1/chunks/0f", vec![], Some(&tablet.token)).await.code(), 404);
}

#[tokio::test]
async fn a_tablet_is_told_who_its_worker_takes_along_until_midnight() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let told = |answer: &str| read(answer)["packs"].as_array().expect("a list").len();
    let along = format!("/tablets/{}/along", tablet.device);
    let own = council.child("worker’s own").to_string();
    let hidden = council.child("restricted").to_string();
    assert_eq!(told(&kit.get_by("/sync/v1/device", &tablet.token).await.text), 0);
    let take = |child: &str| [("child", child.to_owned()), ("then", "take".to_owned())];
    for (child, code) in [(&own, 303), (&own, 303), (&hidden, 404)] {
        let form = take(child);
        let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (*n, v.as_str())).collect();
        assert_eq!(worker.post(&along, &form).await.code(), code);
    }
    let answer = kit.get_by("/sync/v1/device", &tablet.token).await;
    assert_eq!(told(&answer.text), 1, "{}", answer.text);
    assert!(answer.text.contains("worker’s own"), "the child’s name");
    let looks = council.signed_in("guardian").await.get(&format!("/children/{own}/access")).await;
    assert!(looks.text.contains("worker"), "each telling is a look of the worker’s");
    council.later(24 * 60);
    assert_eq!(told(&kit.get_by("/sync/v1/device", &tablet.token).await.text), 0);
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
    let answer = read(&kit.get_by("/sync/v1/device", &tablet.token).await.text);
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

/// What a child made, as the kit writes it.
fn sitting(name: &str) -> Vec<Value> {
    let op = |n: i64, by: &str, mut fields: Value| {
        let at = 1_795_520_700_000_i64 - 3_600_000 + n * 1_000;
        fields["at"] = at.into();
        fields["since"] = (n * 1_000).into();
        fields["by"] = by.into();
        fields
    };
    vec![
        op(
            0,
            "worker",
            json!({"kind": "begin", "session": SESSION, "child": {"name": name},
            "worker": "Priya", "language": "en-GB", "build": "test", "enquiry": "none",
            "agreement": {"how": "agreed", "who": "Mum", "on": "2026-11-23"}, "near": "nobody",
            "place": "at school"}),
        ),
        op(1, "child", json!({"kind": "level", "level": "b"})),
        op(2, "child", json!({"kind": "variant", "variant": "houses"})),
        op(3, "child", json!({"kind": "page", "page": PAGE, "house": "worries"})),
        op(
            4,
            "child",
            json!({"kind": "words", "page": PAGE, "id": SOUND, "text": "the ambilance"}),
        ),
        op(
            5,
            "child",
            json!({"kind": "stroke", "page": PAGE, "id": SESSION, "tool": "crayon",
            "colour": "#3c6fb4", "width": 6, "ended": true,
            "points": [[100.0, 100.0, 0.5, 0], [300.0, 200.0, 0.5, 90]]}),
        ),
        op(6, "worker", json!({"kind": "read_back", "done": true})),
        op(7, "worker", json!({"kind": "note", "text": "Quiet at first, then he drew."})),
        op(8, "worker", json!({"kind": "finish", "how": "read_back"})),
    ]
}

async fn hand_in_whole(kit: &mut Actor, tablet: &Tablet, ops: &[Value]) {
    let sealed = tablet.seal(SESSION, ops, &[], 5).expect("sealed");
    for chunk in &sealed.chunks {
        send_chunk(kit, tablet, chunk).await;
    }
    assert_eq!(hand_in(kit, tablet, &sealed).await.code(), 200);
}

#[tokio::test]
async fn a_sitting_stands_in_no_record_until_its_worker_says_whose_it_is() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    hand_in_whole(&mut kit, &tablet, &sitting("Tyler")).await;
    let own = council.child("worker’s own");
    let story = format!("/children/{own}/story");
    assert!(!worker.get(&story).await.text.contains("ambilance"));
    let one = format!("/handed-in/{SESSION}");
    assert!(worker.get("/handed-in").await.text.contains(&one));
    let page = worker.get(&one).await;
    assert_eq!(page.code(), 200, "{}", page.text);
    assert!(page.text.contains("Tyler") && page.text.contains("at school"));
    assert!(!page.text.contains("ambilance"), "nobody needs her words to know whose they are");
    for other in ["colleague", "stranger", "guardian", "leader"] {
        let mut other = council.signed_in(other).await;
        assert_eq!(other.get(&one).await.code(), 404);
        assert_eq!(
            other.post(&one, &[("then", "file"), ("child", &own.to_string())]).await.code(),
            404
        );
    }
    assert_eq!(council.signed_in("manager").await.get(&one).await.code(), 200);
    let wrong = [("then", "file"), ("child", "somebody")];
    assert_eq!(worker.post(&one, &wrong).await.code(), 422);
    let hidden = council.child("restricted").to_string();
    assert_eq!(worker.post(&one, &[("then", "file"), ("child", &hidden)]).await.code(), 404);
    let filed = worker.post(&one, &[("then", "file"), ("child", &own.to_string())]).await;
    assert_eq!(filed.code(), 303, "{}", filed.text);
    let entry = worker.get(filed.location()).await;
    assert_eq!(entry.code(), 200, "{}", entry.text);
    assert!(worker.get(&story).await.text.contains("ambilance"), "letter for letter");
    assert_eq!(worker.get(&one).await.code(), 404, "it waits no longer");
    let again = worker.post(&one, &[("then", "file"), ("child", &own.to_string())]).await;
    assert_eq!(again.code(), 404);
    // The next tablet that takes her along is told that there was a session, and no answer yet.
    let along = format!("/tablets/{}/along", tablet.device);
    worker.post(&along, &[("child", &own.to_string()), ("then", "take")]).await;
    let told = read(&kit.get_by("/sync/v1/device", &tablet.token).await.text);
    assert_eq!(told["packs"][0]["last"][0], json!({"on": "2026-11-24", "answered": null}));
}

#[tokio::test]
async fn what_belongs_to_nobody_is_set_aside_with_a_reason_and_stays_sealed() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    hand_in_whole(&mut kit, &tablet, &sitting("me, trying it out")).await;
    let one = format!("/handed-in/{SESSION}");
    assert_eq!(worker.post(&one, &[("then", "aside"), ("why", " ")]).await.code(), 422);
    let aside = worker.post(&one, &[("then", "aside"), ("why", "I tried it out.")]).await;
    assert_eq!((aside.code(), aside.location()), (303, "/handed-in"));
    assert_eq!(worker.get(&one).await.code(), 404);
    assert!(!worker.get("/handed-in").await.text.contains(&one));
}

#[tokio::test]
async fn what_a_child_drew_and_said_is_in_the_record_byte_for_byte() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let said = [b"\x1a\x45\xdf\xa3".as_slice(), &vec![7; 300_000]].concat();
    let mut ops = sitting("Tyler");
    let sound = json!({"kind": "sound", "page": PAGE, "id": "01934b3c-0000-7000-8000-0000000000bb",
        "attachment": SOUND, "ms": 42_000, "type": "audio/webm", "at": 1_795_517_105_500_i64,
        "since": 5_500, "by": "child"});
    ops.insert(6, sound);
    let attached = Attached { id: SOUND, kind: "sound", bytes: said.clone() };
    let sealed = tablet.seal(SESSION, &ops, &[attached], 5).expect("sealed");
    for chunk in &sealed.chunks {
        send_chunk(&mut kit, &tablet, chunk).await;
    }
    assert_eq!(hand_in(&mut kit, &tablet, &sealed).await.code(), 200);
    let own = council.child("worker’s own").to_string();
    let form = [("then", "file"), ("child", own.as_str())];
    let filed = worker.post(&format!("/handed-in/{SESSION}"), &form).await;
    let page = worker.get(filed.location()).await;
    let file = page.text.split("src=\"").find(|rest| rest.starts_with("/entries/")).expect("sound");
    let file = file.split('"').next().expect("an address");
    assert_eq!(worker.bytes(file).await, said, "her voice");
    let other = council.signed_in("stranger").await.get(file).await;
    assert_eq!(other.code(), 403, "a reason is asked of whoever does not work with her");
    let drawn: Vec<String> = ops[3..6].iter().map(Value::to_string).collect();
    let drawn = drawn.join("\n") + "\n";
    let blobs = council.kith.as_ref().expect("open").office().expect("an office").blobs.clone();
    let kept = blobs.read(blobs.digest(drawn.as_bytes())).await.expect("read");
    assert_eq!(kept.map(|bytes| String::from_utf8(bytes).expect("text")), Some(drawn));
    assert!(page.text.contains("<path") && page.text.contains("#3c6fb4"), "and it is drawn");
}

#[tokio::test]
async fn a_session_has_a_few_branches_and_no_chunk_twice() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let mut whole = sealed(&tablet, &words());
    for chunk in &whole.chunks {
        send_chunk(&mut kit, &tablet, chunk).await;
    }
    let mut codes = Vec::new();
    for n in 0..9 {
        whole.manifest["sealed_at"] = (1_795_520_700_000_i64 + n).into();
        codes.push(hand_in(&mut kit, &tablet, &whole).await.code());
    }
    assert_eq!(codes, [200, 200, 200, 200, 200, 200, 200, 200, 413]);
    let first = whole.manifest["ops"]["chunks"][0].clone();
    whole.manifest["attachments"][0]["chunks"] = vec![first.clone(), first].into();
    assert_eq!(hand_in(&mut kit, &tablet, &whole).await.code(), 422);
}

#[tokio::test]
async fn what_was_filed_lies_sealed_nowhere_and_a_second_branch_is_asked_about_by_itself() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let whole = sealed(&tablet, &words());
    for chunk in &whole.chunks {
        send_chunk(&mut kit, &tablet, chunk).await;
    }
    assert_eq!(hand_in(&mut kit, &tablet, &whole).await.code(), 200);
    let one = format!("/handed-in/{SESSION}");
    let shown = worker.get(&one).await.field("branch").to_owned();
    let own = council.child("worker’s own").to_string();
    let wrong = "0f".repeat(32);
    for (branch, code) in [(wrong.as_str(), 404), (&shown, 303)] {
        let form = [("then", "file"), ("child", own.as_str()), ("branch", branch)];
        assert_eq!(worker.post(&one, &form).await.code(), code, "{branch}");
    }
    for chunk in &whole.chunks {
        assert_eq!(send_chunk(&mut kit, &tablet, chunk).await, 201, "it was gone");
    }
}

/// The text of one file of a package.
fn inside(package: &[u8], ends: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(package)).expect("a ZIP file");
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).expect("a file");
        if file.name().expect("a name").ends_with(ends) {
            let mut text = String::new();
            std::io::Read::read_to_string(&mut file, &mut text).expect("text");
            return text;
        }
    }
    panic!("{ends} is not in it")
}

#[tokio::test]
async fn a_copy_is_taken_with_a_reason_and_the_family_can_see_who_took_it() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    hand_in_whole(&mut kit, &tablet, &sitting("Tyler")).await;
    let own = council.child("worker’s own").to_string();
    let form = [("then", "file"), ("child", own.as_str())];
    let filed = worker.post(&format!("/handed-in/{SESSION}"), &form).await;
    let entry = filed.location().to_owned();
    let copy = format!("{entry}/copy");
    assert!(worker.get(&entry).await.text.contains(&copy), "the page leads there");
    let asked = worker.get(&copy).await;
    assert_eq!(asked.code(), 200, "{}", asked.text);
    for wrong in [[("whom", "system"), ("why", " ")], [("whom", "mum"), ("why", "She asked.")]] {
        assert_eq!(worker.post(&copy, &wrong).await.code(), 422);
    }
    let taken = worker.post(&copy, &[("whom", "system"), ("why", "The court asks for it.")]).await;
    assert_eq!(taken.code(), 200, "{}", taken.text);
    assert_eq!(taken.header("content-type"), "application/zip");
    assert_eq!(taken.header("cache-control"), "no-store");
    let named = taken.header("content-disposition");
    assert!(named.starts_with("attachment; filename=\"houses-") && named.ends_with(".zip\""));
    let session = inside(&taken.bytes, "session.json");
    assert!(session.contains("the ambilance") && session.contains("Quiet at first"), "{session}");
    assert!(inside(&taken.bytes, "drawing.svg").contains("<path"));
    let childs = worker.post(&copy, &[("whom", "child"), ("why", "He wants it.")]).await;
    let session = inside(&childs.bytes, "session.json");
    assert!(session.contains("the ambilance") && !session.contains("Quiet at first"), "{session}");
    let looked = worker.get(&format!("/children/{own}/access")).await.text;
    assert!(looked.contains("A copy, for another system"), "{looked}");
    assert!(looked.contains("The court asks for it.") && looked.contains("A copy, for the child"));
    for (who, status) in [("stranger", 403), ("guardian", 403), ("data", 404), ("admin", 404)] {
        let mut other = council.signed_in(who).await;
        let answer = other.post(&copy, &[("whom", "system"), ("why", "Curious.")]).await;
        assert_eq!(answer.code(), status, "{who}");
    }
}
