//! Figures of an invented borough, for looking: with small teams hidden, of one team, of one
//! worker, and where there is nothing yet.

use super::{Named, Own, Said, Sums, Team, own, sums, team};
use crate::layout::Theme;
use domain::id::{EntryId, PersonId, TeamId};
use domain::listening::figures::{OpenChild, Scope, Sitting, figures};
use domain::listening::period::{Asked, Period};
use domain::listening::{Became, StoodInTheWay};
use domain::suppression::Limits;
use jiff::ToSpan as _;
use jiff::civil::Date;
use maud::Markup;
use uuid::Uuid;

const TODAY: Date = Date::constant(2026, 11, 24);
const END: Date = Date::constant(2026, 10, 31);

fn team_of(n: usize) -> TeamId {
    TeamId(Uuid::from_u128(u128::try_from(n).unwrap_or_default() + 1))
}

/// Children of a team: every third was never heard, the others a few days more than the one before.
fn children(team: usize, n: usize) -> impl Iterator<Item = OpenChild> {
    (0..n).map(move |nth| {
        let years = i32::try_from(4 + nth % 14).unwrap_or_default();
        let days = i32::try_from(3 + nth * 4 % 130).unwrap_or_default();
        let heard_on = (nth % 3 != 0).then(|| END.saturating_sub(days.days()));
        let child = PersonId(Uuid::from_u128(u128::try_from(nth).unwrap_or_default()));
        let born = Some(END.saturating_sub(years.years()));
        OpenChild { child, team: Some(team_of(team)), born, heard_on }
    })
}

fn sittings(team: usize, n: usize) -> impl Iterator<Item = Sitting> {
    (0..n).map(move |nth| {
        let became = match nth % 12 {
            0..=6 => Became::ToItsEnd,
            7 => Became::ChildStopped,
            8 => Became::NotToday,
            9 => Became::SaidNo,
            _ => Became::NotStarted,
        };
        let why = if nth % 24 < 12 { StoodInTheWay::Agreement } else { StoodInTheWay::NotFree };
        let day = Date::constant(2026, 10, 9);
        Sitting {
            team: Some(team_of(team)),
            became,
            stood: (became == Became::NotStarted).then_some(why),
            answer_by: became.heard().then_some(day),
            answered_on: match nth % 3 {
                0 => Some(day),
                1 => Some(END),
                _ => None,
            },
            linked: nth % 2 == 0,
            on: Date::constant(2026, 9, 25),
            made_for_family: nth % 4 < 3,
            gone_through_on: (nth % 4 < 2).then_some(day),
        }
    })
}

fn sample(limits: Limits, sizes: &[(&str, usize)]) -> Option<Sums> {
    let period = Period::of(Asked::ThreeMonths, TODAY)?;
    let teams = (0..sizes.len()).map(|nth| Some(team_of(nth))).collect();
    let scope = Scope { period, today: TODAY, limits, teams };
    let sized = || sizes.iter().enumerate();
    let all: Vec<_> = sized().flat_map(|(nth, (_, n))| children(nth, *n)).collect();
    let planned: Vec<_> = sized().flat_map(|(nth, (_, n))| sittings(nth, *n)).collect();
    let names = sizes.iter().map(|(name, _)| (*name).to_owned()).collect();
    let figures = figures(&all, &planned, &scope);
    Some(Sums { asked: Asked::ThreeMonths, today: TODAY, figures, names })
}

fn named() -> Vec<Named> {
    let child = |n, name: &str, heard_on| Named {
        child: PersonId(Uuid::from_u128(n)),
        name: name.to_owned(),
        heard_on,
    };
    vec![
        child(2, "Maya Brennan", None),
        child(3, "", Some(Date::constant(2026, 7, 2))),
        child(4, "Tyler Brannagh", Some(Date::constant(2026, 11, 23))),
    ]
}

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let frame = crate::front_page::samples::frame(assets, theme);
    let borough = [("Assessment", 96), ("Hillside", 64), ("Leaving care", 7), ("Riverside", 120)];
    let mut pages = Vec::new();
    if let Some(all) = sample(Limits::LEAVES_THE_TEAM, &borough) {
        pages.push(("listening", sums(&frame, &all, false)));
    }
    if let Some(few) = sample(Limits::LEAVES_THE_TEAM, &[("Riverside", 3), ("Hillside", 2)]) {
        pages.push(("listening-few", sums(&frame, &few, true)));
    }
    if let Some(one) = sample(Limits::OWN_TEAM, &[("Riverside", 72)]) {
        let others = vec![(team_of(0), "Riverside".into()), (team_of(1), "Hillside".into())];
        let important = said();
        let page =
            Team { team: team_of(0), others, sums: one, longest: named(), more: 21, important };
        pages.push(("listening-team", team(&frame, &page, false)));
    }
    let mine = Own { today: TODAY, children: named(), under_four: 1 };
    pages.push(("listening-own", own(&frame, &mine)));
    let none = Own { children: vec![], under_four: 0, ..mine };
    pages.push(("listening-own-none", own(&frame, &none)));
    pages
}

fn said() -> Vec<Said> {
    let said = |n: u128, name: &str, rung: Option<&str>| Said {
        child: PersonId(Uuid::from_u128(n)),
        name: name.into(),
        on: jiff::civil::date(2026, 11, 24),
        entry: EntryId(Uuid::from_u128(n)),
        rung: rung.map(str::to_owned),
    };
    vec![said(1, "Tyler Brannagh", None), said(2, "Lily Trevose", Some("Sam Okoro, 4.10 pm"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listening::file_of;

    #[test]
    fn page_and_file_say_the_same_and_hide_the_same() {
        let sizes = [("Riverside", 120), ("=Hillside", 64), ("Leaving care", 7)];
        let shown = sample(Limits::LEAVES_THE_TEAM, &sizes).expect("figures");
        let file = file_of(&shown);
        let fields = |line: &str| line.split(',').count();
        assert!(file.lines().all(|line| fields(line) >= 5), "{file}");
        assert!(file.contains("'=Hillside"), "no formula: {file}");
        assert!(
            file.lines().any(|line| line.contains("Leaving care") && line.ends_with("not shown"))
        );
        assert!(!file.contains("Leaving care,All,7"));
    }

    #[test]
    fn a_childs_no_is_told_as_declined_and_how_it_was_said_apart() {
        let file = file_of(&sample(Limits::OWN_TEAM, &[("Riverside", 129)]).expect("figures"));
        let rows: Vec<&str> =
            file.lines().filter_map(|line| Some(line.split_once(',')?.1)).collect();
        for row in [
            "Sessions that were planned,Riverside,The child did not want to,21",
            "Where the child did not want to,\"To the worker, before it began\",Sessions,10",
            "Where the child did not want to,\"“Not today”, on the child’s screens\",Sessions,11",
            "Where the child did not want to,All,Sessions,21",
            "What stood in the way where none was started,All,Sessions,20",
        ] {
            assert!(rows.contains(&row), "{row}: {file}");
        }
    }

    #[test]
    fn numbers_that_leave_a_team_are_multiples_of_five() {
        let shown = sample(Limits::LEAVES_THE_TEAM, &[("Riverside", 121), ("Hillside", 64)]);
        let file = file_of(&shown.expect("figures"));
        let numbers = file.lines().filter_map(|line| line.rsplit(',').next()?.parse::<u64>().ok());
        let numbers: Vec<u64> = numbers.collect();
        assert!(numbers.len() > 20 && numbers.iter().all(|number| number % 5 == 0), "{numbers:?}");
    }
}
