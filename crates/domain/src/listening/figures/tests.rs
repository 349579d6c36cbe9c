//! Few children and many, and what may be told of them.

use super::children::middle;
use super::*;
use crate::id::PersonId;
use crate::listening::period::Asked;
use crate::listening::{Became, StoodInTheWay};
use jiff::ToSpan as _;
use jiff::civil::date;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 26);

#[expect(clippy::unnecessary_wraps, reason = "a team as figures name it")]
fn team(n: u128) -> Option<TeamId> {
    Some(TeamId(Uuid::from_u128(n)))
}

fn scope(limits: Limits, teams: &[u128]) -> Scope {
    let period = Period::of(Asked::ThreeMonths, TODAY).expect("months");
    Scope { period, today: TODAY, limits, teams: teams.iter().copied().map(team).collect() }
}

/// So many children of a team, born then, heard so many days before the end of October.
fn children(n: usize, of: u128, born: Date, days: Option<i64>) -> Vec<OpenChild> {
    let heard_on = days.map(|days| date(2026, 10, 31).saturating_sub(days.days()));
    let child = PersonId(Uuid::nil());
    vec![OpenChild { child, team: team(of), born: Some(born), heard_on }; n]
}

fn sittings(n: usize, of: u128, became: Became) -> Vec<Sitting> {
    let stood = (became == Became::NotStarted).then_some(StoodInTheWay::Agreement);
    let answer_by = became.heard().then_some(date(2026, 10, 30));
    let answered_on = None;
    let (on, made_for_family, gone_through_on) = (date(2026, 10, 16), false, None);
    let sitting = Sitting {
        team: team(of),
        became,
        stood,
        answer_by,
        answered_on,
        linked: false,
        on,
        made_for_family,
        gone_through_on,
    };
    vec![sitting; n]
}

const SCHOOL: Date = date(2017, 5, 1);
const BABY: Date = date(2025, 5, 1);

#[test]
fn a_team_sees_its_children_by_when_they_were_last_heard() {
    let all = [
        children(12, 1, SCHOOL, Some(10)),
        children(6, 1, SCHOOL, Some(70)),
        children(7, 1, SCHOOL, None),
        children(5, 1, BABY, None),
    ];
    let figures = figures(&all.concat(), &[], &scope(Limits::OWN_TEAM, &[1]));
    let shown = figures.children.expect("shown");
    let lines: Vec<_> = shown.groups[0].iter().map(|count| count.number()).collect();
    assert_eq!(lines, [Some(25), Some(12), Some(6), Some(0), Some(7)]);
    assert_eq!(figures.under_four, Shown::Number(5));
    assert_eq!(figures.days, [Some(Days { median: 10, quarters: Some((10, 70)) })]);
}

#[test]
fn ages_are_told_of_all_teams_together_where_every_sum_stands_in_the_other_table() {
    const TEENAGER: Date = date(2012, 5, 1);
    let mut all = [
        children(22, 1, SCHOOL, Some(10)),
        children(9, 1, TEENAGER, Some(10)),
        children(30, 1, SCHOOL, None),
        children(8, 1, TEENAGER, None),
    ]
    .concat();
    let own = scope(Limits::OWN_TEAM, &[1]);
    let shown = figures(&all, &[], &own).ages.expect("by age");
    let ages: Vec<_> = shown.groups[shown.all()].iter().map(|count| count.number()).collect();
    assert_eq!(ages, [Some(69), Some(0), Some(52), Some(17), Some(0), Some(0)]);
    all.extend(children(2, 1, SCHOOL, Some(70)));
    assert_eq!(figures(&all, &[], &own).ages, None, "two is hidden there");
}

#[test]
fn what_leaves_the_team_is_rounded_and_a_team_of_few_is_not_told() {
    let all = [
        children(22, 1, SCHOOL, Some(12)),
        children(11, 1, SCHOOL, None),
        children(4, 2, SCHOOL, Some(3)),
        children(31, 3, SCHOOL, None),
        children(30, 3, SCHOOL, Some(100)),
    ];
    let figures = figures(&all.concat(), &[], &scope(Limits::LEAVES_THE_TEAM, &[1, 2, 3]));
    let shown = figures.children.expect("shown");
    assert_eq!(shown.hidden, [1, 0], "the small team, and the next smallest with it");
    assert_eq!(shown.at(2, 0), Shown::Number(60), "sixty-one");
    assert_eq!(figures.days[1], None);
    assert_eq!(figures.days[2].expect("many").median, 100);
}

#[test]
fn what_came_of_it_is_split_only_where_it_is_shown_how_many_were_heard() {
    let mut all = sittings(20, 1, Became::ToItsEnd);
    all.extend(sittings(6, 1, Became::NotToday));
    all.extend(sittings(5, 1, Became::NotStarted));
    for one in all.iter_mut().take(8) {
        one.answered_on = Some(date(2026, 10, 30));
    }
    all[8].answered_on = Some(date(2026, 10, 31));
    let own = scope(Limits::OWN_TEAM, &[1]);
    let shown = figures(&[], &all, &own);
    let planned = shown.sittings.expect("shown");
    assert_eq!(planned.at(0, line::HEARD), Shown::Number(20));
    assert_eq!(planned.at(0, line::DECLINED), Shown::Number(6));
    let told = shown.told.expect("heard is shown");
    let told: Vec<_> = told.groups[0].iter().map(|count| count.number()).collect();
    assert_eq!(told, [Some(20), None, None, Some(0), Some(11)], "one was told later");
    assert!(shown.stood.is_some());
    let few = figures(&[], &sittings(4, 1, Became::ToItsEnd), &own);
    assert_eq!((few.told, few.linked), (None, None));
}

#[test]
fn a_no_before_it_began_and_a_not_today_are_both_declined_and_told_apart_below() {
    let mut all = sittings(20, 1, Became::ToItsEnd);
    all.extend(sittings(6, 1, Became::NotToday));
    all.extend(sittings(7, 1, Became::SaidNo));
    all.extend(sittings(9, 1, Became::NotStarted));
    let shown = figures(&[], &all, &scope(Limits::OWN_TEAM, &[1]));
    let planned = shown.sittings.expect("shown");
    assert_eq!(planned.at(0, line::DECLINED), Shown::Number(13));
    assert_eq!(planned.at(0, line::HEARD), Shown::Number(20));
    assert_eq!(planned.at(0, line::NOT_STARTED), Shown::Number(9));
    let declined = shown.declined.expect("how many declined is shown");
    let declined: Vec<_> = declined.groups[0].iter().map(|count| count.number()).collect();
    assert_eq!(declined, [Some(13), Some(7), Some(6)], "before it began, then on the screens");
    let stood = shown.stood.expect("how many were not started is shown");
    assert_eq!(stood.at(0, 0), Shown::Number(9));
}

#[test]
fn few_who_declined_are_not_told_apart() {
    let with = |said_no: usize, not_today: usize| {
        let mut all = sittings(30, 1, Became::ToItsEnd);
        all.extend(sittings(said_no, 1, Became::SaidNo));
        all.extend(sittings(not_today, 1, Became::NotToday));
        figures(&[], &all, &scope(Limits::OWN_TEAM, &[1]))
    };
    let two = with(2, 6);
    let declined = two.declined.expect("eight are shown");
    let declined: Vec<_> = declined.groups[0].iter().map(|count| count.number()).collect();
    assert_eq!(declined, [Some(8), None, None], "neither two, nor six less than eight");
    assert_eq!(with(2, 1).declined, None, "three are not shown at all");
}

#[test]
fn where_one_team_does_not_show_how_many_were_heard_all_are_split_together() {
    let all = [
        sittings(30, 1, Became::ToItsEnd),
        sittings(12, 1, Became::NotToday),
        sittings(20, 2, Became::ToItsEnd),
        sittings(12, 2, Became::NotToday),
        sittings(3, 3, Became::ToItsEnd),
        sittings(12, 3, Became::NotToday),
    ];
    let scope = scope(Limits::LEAVES_THE_TEAM, &[1, 2, 3]);
    let shown = figures(&[], &all.concat(), &scope);
    let planned = shown.sittings.expect("shown");
    assert_eq!(planned.at(2, line::HEARD), Shown::Hidden);
    assert_eq!(planned.at(planned.all(), line::HEARD), Shown::Number(55));
    let told = shown.told.expect("together");
    assert_eq!(told.groups.len(), 1);
}

#[test]
fn what_goes_home_counts_when_it_was_gone_through_and_not_when_it_was_made() {
    let one = sittings(1, 1, Became::ToItsEnd).remove(0);
    assert_eq!(Back::of(&one), Back::Not);
    let made = Sitting { made_for_family: true, ..one };
    assert_eq!(Back::of(&made), Back::Made);
    let on = |day| Sitting { gone_through_on: Some(day), ..made.clone() };
    assert_eq!(Back::of(&on(date(2026, 10, 30))), Back::InTime, "ten working days");
    assert_eq!(Back::of(&on(date(2026, 10, 31))), Back::Later);
}

#[test]
fn days_are_told_of_no_fewer_than_a_group() {
    assert_eq!(middle(&[1, 2, 3, 4], Limits::OWN_TEAM), None);
    let five = middle(&[1, 2, 3, 4, 5], Limits::OWN_TEAM).expect("five");
    assert_eq!((five.median, five.quarters), (3, None));
}
