//! Listening to children as each role finds it.

use crate::borough::Borough;
use app::error::Error;
use app::listening::{Page, show, show_team, sums_of_all};
use domain::id::{PersonId, TeamId};
use domain::listening::period::Asked;
use std::collections::BTreeSet;
use ui::listening::{Sums, Team, file_of};

fn page(borough: &Borough, who: &str) -> Result<Page, Error> {
    borough.read(who, |cx| show(cx, Asked::TwelveMonths)).map(|shown| shown.page.1)
}

fn team(borough: &Borough) -> Team {
    match page(borough, "manager").expect("theirs") {
        Page::Team(team) => team,
        other => panic!("whoever answers for a team begins with it: {other:?}"),
    }
}

pub fn whoever_leads_sees_sums_of_every_team_and_no_child(borough: &Borough) {
    let sums: Vec<Sums> = ["leader", "data"]
        .into_iter()
        .map(|who| match page(borough, who).expect("theirs") {
            Page::Sums(sums) => sums,
            other => panic!("{who}: {other:?}"),
        })
        .collect();
    assert_eq!(sums[0].figures, sums[1].figures, "{}", borough.database());
    assert!(sums[0].figures.leaves_the_team && sums[0].names.len() > 1);
    let file = file_of(&sums[0]);
    let counts = file.lines().filter_map(|line| line.rsplit(',').next()?.parse::<u64>().ok());
    let counts: Vec<u64> = counts.collect();
    assert!(!counts.is_empty() && counts.iter().all(|n| n % 5 == 0), "{file}");
    let shown = borough.read("leader", |cx| show(cx, Asked::TwelveMonths)).expect("theirs");
    assert!(shown.look.is_none(), "nobody was looked at");
}

pub fn whoever_answers_for_a_team_finds_by_name_only_files_they_may_open(borough: &Borough) {
    let team = team(borough);
    assert_eq!(team.sums.names.len(), 1);
    assert!(!team.longest.is_empty(), "{}", borough.database());
    let children: Vec<PersonId> = team.longest.iter().map(|named| named.child).collect();
    let asked = children.clone();
    let files = borough.read("manager", move |cx| {
        let viewer = cx.viewer()?;
        Ok((cx.tx.gather_files(&viewer, &asked)?, viewer))
    });
    let (files, viewer) = files.expect("read");
    for file in &files {
        assert!(!file.restricted && !file.shuts_out(&viewer), "{}", borough.database());
        let opens = domain::access::seen(&viewer, file).has(domain::access::Part::Rest);
        assert!(opens, "a name is shown of a file that does not open");
    }
    let days: Vec<_> = team.longest.iter().map(|named| named.heard_on).collect();
    assert!(days.is_sorted(), "who was never heard, then who was heard longest ago: {days:?}");
    let once: BTreeSet<_> = children.iter().collect();
    assert_eq!(once.len(), children.len());
}

pub fn a_team_is_shown_to_nobody_who_does_not_answer_for_it(borough: &Borough) {
    let id: TeamId = team(borough).team;
    for who in ["worker", "leader", "data", "guardian", "admin"] {
        let asked = borough.read(who, move |cx| show_team(cx, id, Asked::ThreeMonths));
        assert!(matches!(asked, Err(Error::NotFound)), "{who} on {}", borough.database());
    }
    for who in ["manager", "worker"] {
        let asked = borough.read(who, |cx| sums_of_all(cx, Asked::ThreeMonths));
        assert!(matches!(asked, Err(Error::NotFound)), "{who} sees no sums of other teams");
    }
    for who in ["guardian", "admin"] {
        assert!(matches!(page(borough, who), Err(Error::NotFound)), "{who} has no such page");
    }
}

pub fn a_worker_finds_their_own_children_and_when_each_was_heard(borough: &Borough) {
    let Page::Own(own) = page(borough, "worker").expect("theirs") else { panic!("their own") };
    let children: Vec<PersonId> = own.children.iter().map(|named| named.child).collect();
    let theirs = borough.read("worker", |cx| {
        let viewer = cx.viewer()?;
        Ok(cx.tx.list_own_children(&viewer)?)
    });
    let theirs = theirs.expect("read");
    assert_eq!(theirs.len(), children.len() + own.under_four, "{}", borough.database());
    assert!(children.iter().all(|child| theirs.contains(child)));
    assert!(own.children.iter().any(|named| named.heard_on.is_some()), "somebody was heard");
    assert!(own.children.iter().all(|named| !named.name.is_empty()));
}
