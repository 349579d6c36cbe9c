//! Whose files open to whom, and how a file that is nobody's business says nothing.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::Council;
use domain::access::Action;
use domain::entry::NewEntry;
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::Payload;
use domain::time::Happened;

const UNKNOWN: &str = "01900000-0000-7000-8000-000000000000";

#[tokio::test]
async fn a_hidden_file_answers_as_one_that_never_was() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let plain = |text: String| {
        let numbers = text.split("Number to quote").next().expect("a page").to_owned();
        numbers.replace(UNKNOWN, "ID")
    };
    let never = plain(worker.get(&format!("/children/{UNKNOWN}")).await.text);
    for which in ["restricted", "shuts the worker out"] {
        let id = council.child(which).to_string();
        let hidden = worker.get(&format!("/children/{id}")).await;
        assert_eq!(hidden.code(), 404, "{which}");
        assert_eq!(plain(hidden.text).replace(&id, "ID"), never, "{which}");
        let reason = worker.post(&format!("/children/{id}/reason"), &[("reason", "")]).await;
        assert_eq!(reason.code(), 404, "{which}: not even an empty reason tells");
        assert!(!worker.get("/children").await.text.contains(&id), "{which}: in no list");
    }
    assert_eq!(worker.get("/children/idris").await.code(), 404, "what is no id names nothing");
}

#[tokio::test]
async fn no_reason_for_anything_tells_that_a_hidden_file_is_there() {
    let council = Council::new();
    let restricted = council.child("restricted").to_string();
    for role in ["worker", "manager", "partner", "oncall", "leader", "admin"] {
        let mut actor = council.signed_in(role).await;
        for action in Action::ALL {
            for reason in ["", "The court asks for it."] {
                let form = [("wanted", action.words()), ("reason", reason)];
                let never = actor.post(&format!("/children/{UNKNOWN}/reason"), &form).await;
                let hidden = actor.post(&format!("/children/{restricted}/reason"), &form).await;
                let asked = format!("{role}, {}, «{reason}»", action.words());
                assert_eq!((hidden.code(), never.code()), (404, 404), "{asked}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_about_a_hidden_file_too_is_asked_no_reason_for() {
    let council = Council::new();
    let root = council.note_about(&["the stranger’s", "restricted"]);
    for role in ["worker", "oncall", "leader"] {
        let mut actor = council.signed_in(role).await;
        for address in [format!("/entries/{root}"), format!("/entries/{root}/replace")] {
            assert_eq!(actor.get(&address).await.code(), 404, "{role} {address}");
        }
        let replace = format!("/entries/{root}/replace");
        assert_eq!(actor.post(&replace, &[]).await.code(), 404, "{role}");
    }
}

#[tokio::test]
async fn a_strangers_file_opens_once_one_says_why_and_the_reason_stays_with_it() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let child = council.child("the stranger’s");
    let (page, reason) = (format!("/children/{child}"), format!("/children/{child}/reason"));
    let asked = worker.get(&page).await;
    assert_eq!(asked.code(), 403);
    assert!(asked.text.contains("Opening the file of Child the stranger’s"), "{}", asked.text);
    assert!(asked.text.contains("7, works with Stranger Marsh, Hill"));
    assert_eq!((asked.field("wanted"), asked.field("go_on")), ("open front page", page.as_str()));

    let empty = worker.post(&reason, &[("reason", " .. "), ("go_on", &page)]).await;
    assert_eq!(empty.code(), 422);
    assert!(empty.text.contains("Write something here."));
    assert!(empty.text.contains("for 12 hours"), "it still says what follows");
    let why = "Her brother came to school with a burn.";
    let form = [("reason", why), ("wanted", asked.field("wanted")), ("go_on", page.as_str())];
    let opened = worker.post(&reason, &form).await;
    assert_eq!((opened.code(), opened.location()), (303, page.as_str()));
    assert_eq!(worker.get(&page).await.code(), 200);
    assert_eq!(worker.post(&reason, &form).await.code(), 303, "sent twice, said once");

    let mut lead = council.signed_in("stranger").await;
    let seen = lead.get(&format!("{page}/access")).await.text;
    assert_eq!(seen.matches(why).count(), 2, "once as the opening, once as the look: {seen}");
    assert!(seen.contains("Worker Marsh"));
    council.later(12 * 60);
    let mut next_day = council.signed_in("worker").await;
    assert_eq!(next_day.get(&page).await.code(), 403, "it closes again");
}

#[tokio::test]
async fn a_restricted_file_opens_in_an_emergency_for_an_hour() {
    let council = Council::new();
    let child = council.child("restricted");
    let page = format!("/children/{child}");
    let mut oncall = council.signed_in("oncall").await;
    assert_eq!(oncall.get(&page).await.code(), 404, "the address alone tells nothing");
    let why = "Police at the door with him.";
    let exactly = [("q", "Child restricted 1 March 2019")];
    let search = oncall.post("/search", &exactly).await.location().to_owned();
    let reason = [("reason", why)];
    assert_eq!(oncall.post(&format!("{search}/reason"), &reason).await.location(), page);
    assert_eq!(oncall.get(&page).await.code(), 200);
    council.later(59);
    let mut still = council.signed_in("oncall").await;
    assert_eq!(still.get(&page).await.code(), 200);
    council.later(1);
    assert_eq!(still.get(&page).await.code(), 404, "the hour is over");
    let mut worker = council.signed_in("worker").await;
    let search = worker.post("/search", &exactly).await.location().to_owned();
    let asked = worker.post(&format!("{search}/reason"), &reason).await;
    assert_eq!(asked.code(), 404, "a worker asks duty");
    let seen = council.signed_in("guardian").await.get(&format!("{page}/access")).await;
    assert!(seen.text.contains("for named people only") && seen.text.contains(why));
}

#[tokio::test]
async fn lists_show_those_one_works_with_by_name_and_nobody_else() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let list = worker.get("/children").await.text;
    let names: Vec<_> = ["Child colleague’s own", "Child the team’s", "Child worker’s own"]
        .iter()
        .map(|name| list.find(name).unwrap_or_else(|| panic!("{name} is not in {list}")))
        .collect();
    assert!(names.is_sorted(), "by name");
    assert!(!list.contains("Child the stranger’s") && !list.contains("list=all"));
    assert_eq!(worker.get("/children?list=all").await.code(), 404);
    assert_eq!(worker.get("/children?list=waiting").await.code(), 404);

    let mut data = council.signed_in("data").await;
    let all = data.get("/children").await.text;
    assert!(all.contains("Child the stranger’s") && all.contains("Child worker’s own"));
    assert!(!all.contains("Child restricted"), "a restricted file is in no list; returns count it");
    assert_eq!(council.signed_in("admin").await.get("/children").await.code(), 403);
}

#[tokio::test]
async fn who_looked_is_told_to_those_who_work_with_the_child() {
    let council = Council::new();
    let child = council.child("the team’s");
    let path = format!("/children/{child}/access");
    council.signed_in("manager").await.get(&format!("/children/{child}")).await;
    let lead = council.signed_in("colleague").await.get(&path).await.text;
    for says in ["Colleague Marsh", "leads the work", "Riverside", "Manager Marsh", "Front page"] {
        assert!(lead.contains(says), "{says}: {lead}");
    }
    assert!(!lead.contains("Restrictions"), "restrictions are for those who restrict");
    let team = council.signed_in("worker").await.get(&path).await.text;
    assert!(team.contains("They work with the child") && !team.contains("Who has looked"));
}

#[tokio::test]
async fn whoever_works_with_a_child_and_has_no_account_is_said_to_read_nothing() {
    let council = Council::new();
    let (child, teacher) = (council.child("the team’s"), council.child("stranger’s own"));
    council.write(move |cx| {
        let at = Happened::at(cx.now());
        let works = Involvement {
            child,
            who: Involved::Person(teacher),
            role: Part::Partner,
            title: Some("class teacher".into()),
            from: at.day(),
            until: None,
        };
        let id = cx.id();
        cx.record(NewEntry::first(id, vec![child], at, Payload::Involvement(works))).map(drop)
    });
    let page = council.signed_in("manager").await.get(&format!("/children/{child}/access")).await;
    let (before, after) = page.text.split_once("class teacher").expect("the teacher is told of");
    assert!(after.contains("Has no account here") && !before.contains("Has no account here"));
}

#[tokio::test]
async fn while_the_database_takes_no_write_pages_are_read_and_every_look_is_kept() {
    let mut council = Council::new();
    let page = format!("/children/{}", council.child("the team’s"));
    council.keep_looks_aside();
    let mut worker = council.signed_in("worker").await;
    // Somebody else holds the database to write.
    let mut other = council.store.place.connect().expect("connected");
    other.batch("begin immediate").expect("held");
    assert_eq!(worker.get(&page).await.code(), 200);
    other.batch("rollback").expect("let go");

    let written = council.write_down_looks();
    assert_eq!((written, council.write_down_looks()), (1, 0));
    let mut colleague = council.signed_in("colleague").await;
    let seen = colleague.get(&format!("{page}/access")).await.text;
    assert!(seen.contains("Worker Marsh"), "{seen}");
}

#[tokio::test]
async fn a_look_that_cannot_be_written_for_another_reason_shows_nothing() {
    let mut council = Council::new();
    let page = format!("/children/{}", council.child("the team’s"));
    council.keep_looks_aside();
    let mut worker = council.signed_in("worker").await;
    let mut other = council.store.place.connect().expect("connected");
    other.batch("alter table look rename to look_away").expect("done");
    assert_eq!(worker.get(&page).await.code(), 500);
    other.batch("alter table look_away rename to look").expect("done");
    assert_eq!(council.write_down_looks(), 0);
}
