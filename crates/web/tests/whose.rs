//! Whose it is: what a tablet handed in, on its way into a record.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use app::account::amend_account;
use common::Council;
use common::tablet::{Office, PAGE, SESSION, SOUND, read, sealed, sitting, spoilt, words};
use domain::account::Account;
use jiff::civil::date;
use serde_json::{Value, json};
use town::tablet::Attached;

#[tokio::test]
async fn a_sitting_stands_in_no_record_until_its_worker_says_whose_it_is() {
    let mut office = Office::with_a_tablet().await;
    office.is_handed_in(&sitting("Tyler")).await;
    let Office { council, mut worker, mut kit, tablet } = office;
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
    let told = read(&kit.get_by("/sync/v1/device", tablet.packs()).await.text);
    assert_eq!(told["packs"][0]["last"][0], json!({"on": "2026-11-24", "answered": null}));
}

#[tokio::test]
async fn what_belongs_to_nobody_is_set_aside_with_a_reason_and_taken_up_again_by_her_manager() {
    let mut office = Office::with_a_tablet().await;
    let mut manager = office.council.signed_in("manager").await;
    office.is_handed_in(&sitting("me, trying it out")).await;
    let one = format!("/handed-in/{SESSION}");
    let branch = office.worker.get(&one).await.field("branch").to_owned();
    assert_eq!(office.worker.post(&one, &[("then", "aside"), ("why", " ")]).await.code(), 422);
    let aside = office.worker.post(&one, &[("then", "aside"), ("why", "I tried it out.")]).await;
    assert_eq!((aside.code(), aside.location()), (303, "/handed-in"));
    assert_eq!(office.worker.get(&one).await.code(), 404);
    let list = manager.get("/handed-in").await;
    assert!(
        list.text.contains("Set aside") && list.text.contains("I tried it out."),
        "{}",
        list.text
    );
    assert!(list.text.contains("Worker Marsh"), "who said so");
    let again = [("then", "take-up"), ("branch", branch.as_str())];
    for other in ["colleague", "stranger", "guardian"] {
        let mut other = office.council.signed_in(other).await;
        assert!(!other.get("/handed-in").await.text.contains("I tried it out."));
        assert_eq!(other.post(&one, &again).await.code(), 404);
    }
    let taken = manager.post(&one, &again).await;
    assert_eq!((taken.code(), taken.location()), (303, one.as_str()));
    let page = manager.get(&one).await;
    assert!(page.text.contains("I tried it out.") && page.text.contains("took it up again"));
    assert_eq!(manager.post(&one, &again).await.code(), 404, "it waits");
    let aside = [("then", "aside"), ("why", "A joke."), ("branch", branch.as_str())];
    assert_eq!(manager.post(&one, &aside).await.code(), 303);
    assert_eq!(manager.post(&one, &again).await.code(), 303, "a second time");
    let own = office.own_child();
    let form = [("then", "file"), ("child", own.as_str()), ("branch", branch.as_str())];
    let filed = office.worker.post(&one, &form).await;
    assert_eq!(filed.code(), 303, "nothing of it was lost");
    let page = office.worker.get(filed.location()).await.text;
    let stands = |words: &str| page.find(words).unwrap_or_else(|| panic!("no “{words}”: {page}"));
    let both = (stands("I tried it out."), stands("A joke."));
    assert!(both.0 < both.1, "what was said of it before stays to be read, in its order");
    assert!(stands("said whose it is") > both.1);
}

#[tokio::test]
async fn what_a_child_drew_and_said_is_in_the_record_byte_for_byte() {
    let mut office = Office::with_a_tablet().await;
    let said = [b"\x1a\x45\xdf\xa3".as_slice(), &vec![7; 300_000]].concat();
    let mut ops = sitting("Tyler");
    let sound = json!({"kind": "sound", "page": PAGE, "id": "01934b3c-0000-7000-8000-0000000000bb",
        "attachment": SOUND, "ms": 42_000, "type": "audio/webm", "at": 1_795_517_105_500_i64,
        "since": 5_500, "by": "child"});
    ops.insert(6, sound);
    let attached = Attached { id: SOUND, kind: "sound", bytes: said.clone() };
    let sealed = office.tablet.seal(SESSION, &ops, &[attached], 5).expect("sealed");
    office.is_handed_in_sealed(&sealed).await;
    let page = office.is_filed().await;
    let file = page.text.split("src=\"").find(|rest| rest.starts_with("/entries/")).expect("sound");
    let file = file.split('"').next().expect("an address");
    assert_eq!(office.worker.bytes(file).await, said, "her voice");
    let other = office.council.signed_in("stranger").await.get(file).await;
    assert_eq!(other.code(), 403, "a reason is asked of whoever does not work with her");
    let drawn: Vec<String> = ops[3..6].iter().map(Value::to_string).collect();
    let drawn = drawn.join("\n") + "\n";
    let blobs =
        office.council.kith.as_ref().expect("open").office().expect("an office").blobs.clone();
    let kept = blobs.read(blobs.digest(drawn.as_bytes())).await.expect("read");
    assert_eq!(kept.map(|bytes| String::from_utf8(bytes).expect("text")), Some(drawn));
    assert!(page.text.contains("<path") && page.text.contains("#3c6fb4"), "and it is drawn");
}

#[tokio::test]
async fn what_was_filed_lies_sealed_nowhere_and_a_second_branch_is_asked_about_by_itself() {
    let mut office = Office::with_a_tablet().await;
    let whole = sealed(&office.tablet, &words());
    office.is_handed_in_sealed(&whole).await;
    let one = format!("/handed-in/{SESSION}");
    let shown = office.worker.get(&one).await.field("branch").to_owned();
    let own = office.own_child();
    let wrong = "0f".repeat(32);
    for (branch, code) in [(wrong.as_str(), 404), (&shown, 303)] {
        let form = [("then", "file"), ("child", own.as_str()), ("branch", branch)];
        assert_eq!(office.worker.post(&one, &form).await.code(), code, "{branch}");
    }
    for chunk in &whole.chunks {
        assert_eq!(office.sends(chunk).await, 201, "it was gone");
    }
}

/// Whether what was handed in is to be found by this person.
async fn finds(council: &Council, who: &str) -> bool {
    let list = council.signed_in(who).await.get("/handed-in").await;
    let one = council.signed_in(who).await.get(&format!("/handed-in/{SESSION}")).await;
    let listed = list.text.contains(&format!("/handed-in/{SESSION}"));
    assert_eq!(listed, one.code() == 200, "{who}: what is listed opens, and nothing else does");
    listed
}

#[tokio::test]
async fn what_is_handed_in_stays_with_the_team_its_worker_was_in_when_it_came() {
    let mut office = Office::with_a_tablet().await;
    office.is_handed_in(&sitting("Tyler")).await;
    let (id, on) = (office.council.account("worker"), date(2026, 11, 23));
    office.council.write(move |cx| {
        amend_account(cx, id, |account| {
            (account.teams, account.closed_on) = (vec![], Some(on));
        })
    });
    assert!(finds(&office.council, "manager").await, "she has left, and it is found");
    assert!(!finds(&office.council, "colleague").await);
}

#[tokio::test]
async fn where_nobody_answers_for_a_team_any_manager_finds_what_it_handed_in() {
    for teamless in [false, true] {
        let council = Council::new();
        if teamless {
            let id = council.account("stranger");
            council.write(move |cx| amend_account(cx, id, |account| account.teams.clear()));
        }
        let mut office = Office::with_a_tablet_of(council, "stranger").await;
        office.is_handed_in(&sitting("Tyler")).await;
        assert!(finds(&office.council, "manager").await, "she is of another team");
        assert!(!finds(&office.council, "colleague").await);
        let (id, on) = (office.council.account("manager"), date(2026, 11, 23));
        let leaves = move |account: &mut Account| account.closed_on = Some(on);
        office.council.write(move |cx| amend_account(cx, id, leaves));
        assert!(finds(&office.council, "colleague").await, "there is no manager at all");
    }
}

#[tokio::test]
async fn one_record_that_does_not_open_stops_nothing_and_is_said() {
    let mut office = Office::with_a_tablet().await;
    let ops = sitting("Tyler");
    // The stroke is spoilt, and a recording whose parts are another's.
    let sound = Attached { id: SOUND, kind: "sound", bytes: vec![7; 9_000] };
    let mut sealed = spoilt(&office.tablet.seal(SESSION, &ops, &[sound], 3).expect("sealed"), 5);
    sealed.manifest["attachments"][0]["id"] = SESSION.to_string().into();
    office.is_handed_in_sealed(&sealed).await;
    let one = format!("/handed-in/{SESSION}");
    let asked = office.worker.get(&one).await;
    assert!(asked.text.contains("2 things of this session could not be opened"), "{}", asked.text);
    assert!(asked.text.contains("code 407") && asked.text.contains("Tyler"), "{}", asked.text);
    let page = office.is_filed().await;
    assert!(page.text.contains("the ambilance"), "what opens is there: {}", page.text);
    assert!(page.text.contains("could not be opened") && page.text.contains("code 407"));
    for chunk in &sealed.chunks {
        assert_eq!(office.sends(chunk).await, 200, "it is kept as it came");
    }
}

#[tokio::test]
async fn a_sitting_whose_beginning_does_not_open_is_asked_about_without_a_name() {
    let mut office = Office::with_a_tablet().await;
    let sealed = office.tablet.seal(SESSION, &sitting("Tyler"), &[], 3).expect("sealed");
    let sealed = spoilt(&sealed, 0);
    office.is_handed_in_sealed(&sealed).await;
    let one = format!("/handed-in/{SESSION}");
    let asked = office.worker.get(&one).await;
    assert!(asked.text.contains("could not be opened") && !asked.text.contains("Tyler"));
    assert!(office.is_filed().await.text.contains("the ambilance"));
}

#[tokio::test]
async fn a_recording_that_broke_off_with_the_kit_is_filed_where_it_was_made() {
    for (page, says) in [(Some(PAGE), "the ambilance"), (None, "On no page")] {
        let mut office = Office::with_a_tablet().await;
        let mut ops = sitting("Tyler");
        ops.truncate(6);
        let said = [b"\x1a\x45\xdf\xa3".as_slice(), &vec![7; 9_000]].concat();
        let sound = Attached { id: SOUND, kind: "sound", bytes: said.clone() };
        let mut sealed = office.tablet.seal(SESSION, &ops, &[sound], 3).expect("sealed");
        sealed.manifest["finished"] = false.into();
        sealed.manifest["attachments"][0]["page"] = page.into();
        office.is_handed_in_sealed(&sealed).await;
        let page = office.is_filed().await;
        assert!(page.text.contains("A recording that broke off"), "{}", page.text);
        assert!(page.text.contains(says));
        assert!(!page.text.contains("could not be opened"));
        let file = page.text.split("src=\"").find(|rest| rest.starts_with("/entries/"));
        let file = file.and_then(|file| file.split('"').next()).expect("a recording");
        assert_eq!(office.worker.bytes(file).await, said, "as far as it went");
    }
}

#[tokio::test]
async fn whoever_looks_at_a_sitting_that_is_nobodys_yet_has_looked_at_that_one() {
    let mut office = Office::with_a_tablet().await;
    office.is_handed_in(&sitting("Tyler")).await;
    office.worker.get(&format!("/handed-in/{SESSION}")).await;
    let line = office.council.newest_look();
    let look = read(&line);
    assert_eq!(look["at_what"]["sitting"]["sitting"], json!(SESSION), "{line}");
    assert!(!line.contains("Tyler"), "ids, and nothing of what was seen");
}

#[tokio::test]
async fn what_came_of_a_sitting_is_written_beside_it_and_the_child_hears_it() {
    let mut office = Office::with_a_tablet().await;
    office.is_handed_in(&sitting("Tyler")).await;
    let own = office.own_child();
    let Office { council, mut worker, .. } = office;
    let one = format!("/handed-in/{SESSION}");
    let filed = worker.post(&one, &[("then", "file"), ("child", &own)]).await;
    let entry = filed.location().to_owned();
    let page = worker.get(&entry).await.text;
    for way in ["answer", "speaks-to", "move"] {
        let to = format!("{entry}/{way}");
        assert!(page.contains(&to), "{way} is offered");
        assert_eq!(worker.get(&to).await.code(), 200, "{way}");
        for other in ["colleague", "stranger", "guardian", "leader"] {
            let mut other = council.signed_in(other).await;
            let seen = other.get(&to).await.code();
            assert!([403, 404].contains(&seen), "{way}: {seen}");
            let sent = other.post(&to, &[("words", "so"), ("to", &own), ("version", &own)]).await;
            assert!([403, 404].contains(&sent.code()), "{way}: {}", sent.code());
        }
    }
    let answer = format!("{entry}/answer");
    assert!(worker.get(&answer).await.text.contains("ambilance"), "beside the child's own words");
    let form = worker.get(&answer).await;
    let kept = [("form", form.field("form")), ("draft", form.field("draft"))];
    let typed = [("words", "You said the ambulance."), ("changed", "no"), ("why", " ")];
    let refused = worker.post(&answer, &[&kept[..], &typed].concat()).await;
    assert_eq!(refused.code(), 422, "nothing changed, and nobody says why");
    assert!(refused.text.contains("You said the ambulance."), "nothing typed is lost");
    assert!(worker.get(&answer).await.text.contains("You said the ambulance."), "it is a draft");
    let typed = [
        ("words", "You said the ambulance. Pete counts."),
        ("changed", "yes"),
        ("on", "2026-11-24"),
    ];
    let told = worker.post(&answer, &typed).await;
    assert_eq!((told.code(), told.location()), (303, entry.as_str()));
    let page = worker.get(&entry).await.text;
    assert!(page.contains("You said the ambulance."), "{page}");
}
