//! My work as Anita, Joel and others find it.

use crate::borough::Borough;
use app::my_work::show;
use domain::entry::NewEntry;
use domain::kind::Payload;
use domain::look::AtWhat;
use domain::my_work::{ChildRow, MyWork, Waiting};
use domain::restriction::{Because, Restriction, Whom};
use domain::time::{Happened, day_of};
use jiff::civil::{date, time};
use town::stores::console;

fn work(borough: &Borough, who: &str) -> MyWork {
    let shown = borough.read(who, show).expect("their own");
    let shown_rows: Vec<_> = shown.page.work.families.iter().flatten().map(|row| row.id).collect();
    assert_eq!(shown.look, Some(AtWhat::List { words: None, shown: shown_rows }));
    shown.page.work
}

fn row<'w>(work: &'w MyWork, called: &str) -> &'w ChildRow {
    let mut rows = work.families.iter().flatten();
    rows.find(|row| row.called == called).expect("one of theirs")
}

pub fn a_worker_finds_the_children_they_work_with_and_what_waits(borough: &Borough) {
    let work = work(borough, "worker");
    let idris = row(&work, "Idris");
    assert_eq!(idris.family_name, "Mahoney-Shah");
    let newest = idris.newest.as_ref().expect("Denise wrote");
    assert_eq!(newest.text, "He slept from ten till four.");
    assert_eq!(newest.by.as_ref().expect("Denise").called, "Denise");
    assert_eq!(newest.place.as_deref(), Some("in the night book"));
    let seen = idris.last_seen.as_ref().expect("seen");
    assert_eq!((seen.on, seen.with.as_deref()), (date(2026, 11, 17), Some("with both")));
    assert!(idris.scale.as_ref().expect("scaled").raters.len() > 1);
    assert_eq!(idris.plan, Some(domain::plan::State::BeingTried));
    assert!(idris.next.as_ref().expect("the visit").on >= work.as_of);

    let today: Vec<_> = work.today.iter().map(|one| (one.at, one.title.as_str())).collect();
    assert_eq!(
        today,
        [
            (Some(time(10, 0, 0, 0)), "Visit Idris, 3 Mill Bank"),
            (Some(time(13, 30, 0, 0)), "Thinking together, Ellie"),
            (Some(time(16, 0, 0, 0)), "Ring Samira about nights"),
        ],
        "{}",
        borough.database()
    );
    let read = |one: &Waiting| {
        matches!(one, Waiting::Read { what, entry }
            if what.starts_with("Denise's night book") && *entry == borough.root("A-n20"))
    };
    assert!(work.waiting.iter().any(read));
    let dates: Vec<_> =
        work.dates.iter().map(|one| (one.on, one.what.as_str(), one.whom.as_str())).collect();
    assert!(dates.contains(&(date(2026, 11, 26), "First map", "Pryce")));
    assert!(dates.contains(&(date(2026, 11, 28), "First night home", "Idris")));
    assert!(dates.contains(&(date(2026, 12, 2), "Core group", "Ellie")));
    assert!(dates.contains(&(date(2026, 12, 7), "Review", "Noah and Isla")));
    assert!(dates.is_sorted_by_key(|(on, ..)| *on));
}

pub fn brothers_and_sisters_stand_together_and_soonest_comes_first(borough: &Borough) {
    let work = work(borough, "worker");
    let whitcombes = work.families.iter().find(|rows| rows.iter().any(|r| r.called == "Noah"));
    let called: Vec<_> =
        whitcombes.expect("theirs").iter().map(|row| row.called.as_str()).collect();
    assert_eq!(called, ["Noah", "Isla"], "by age");
    let first: Vec<_> = work.families.iter().filter_map(|rows| rows.first()).collect();
    let first: Vec<_> = first.iter().take(4).map(|row| row.called.as_str()).collect();
    assert_eq!(first, ["Idris", "Ellie", "Noah", "Baby Pryce"], "ten before half past one");
    let next: Vec<_> = work
        .families
        .iter()
        .map(|rows| rows.iter().filter_map(|row| Some(row.next.as_ref()?.on)).min())
        .map(|next| (next.is_none(), next))
        .collect();
    assert!(next.is_sorted(), "{next:?}");
    let joels = self::work(borough, "joel");
    let to_do = |one: &Waiting| matches!(one, Waiting::Do { what, .. } if what.contains("Sean"));
    assert!(joels.waiting.iter().any(to_do), "somebody is to be rung back");
}

pub fn whoever_works_with_no_child_finds_none(borough: &Borough) {
    let work = work(borough, "data");
    assert!(work.families.is_empty() && work.today.is_empty() && work.dates.is_empty());
}

pub fn the_lead_is_told_who_opened_a_file_and_why(borough: &Borough) {
    let idris = borough.person("A1");
    let told = |who: &str| {
        let waiting = work(borough, who).waiting;
        waiting.into_iter().find_map(|one| match one {
            Waiting::Opened { child, by, reason, .. } => Some((child, by, reason)),
            _ => None,
        })
    };
    let (child, by, reason) = told("worker").expect("a leader opened it");
    assert_eq!((child, reason.as_str()), (Some(idris), "The court asks."));
    assert!(!by.is_empty());
    assert_eq!(told("joel"), None, "no file of his");
    let (child, _, reason) = told("manager").expect("the manager answers for it");
    assert_eq!((child, reason.as_str()), (Some(idris), "The court asks."));
}

pub fn a_manager_is_told_of_a_restricted_file_without_a_name(borough: &Borough) {
    let (idris, anita) = (borough.person("A1"), borough.account("worker"));
    let restricted = borough.kith.write(console(77), vec![idris], move |cx| {
        let lead = cx.tx().find_account(anita)?.expect("an account").account.person;
        let restriction = Restriction {
            child: idris,
            whom: Whom::Only(vec![lead]),
            because: Because::StaffFamily,
            words: None,
            from: day_of(cx.now()),
            until: None,
        };
        let (id, on) = (cx.id(), Happened::on(restriction.from));
        cx.record(NewEntry::first(id, vec![idris], on, Payload::Restriction(restriction)))
    });
    restricted.wait().expect("restricted");
    let waiting = work(borough, "manager").waiting;
    let told = waiting.iter().find(|one| matches!(one, Waiting::Opened { .. })).expect("told");
    let Waiting::Opened { child, called, by, reason, .. } = told else { unreachable!() };
    assert_eq!((child, called.as_str(), reason.as_str()), (&None, "", ""));
    assert!(!by.is_empty());
}
