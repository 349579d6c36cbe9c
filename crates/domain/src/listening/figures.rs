//! The figures of a period: what is counted, how it is split, and which tables hang together.
//!
//! ```text
//! children open   by when they were last heard    by team
//!                 └ the same by age               all teams together, where every sum is shown
//! sittings        heard ┬ to its end, …           by team
//!                       ├ ▸ told what came of it  where "heard" is shown
//!                       ├ ▸ brought back home     where "heard" is shown
//!                       └ ▸ spoken to in the plan where "heard" is shown
//!                 declined ▸ before it began      where "declined" is shown
//!                 not started ▸ why               where "not started" is shown
//! ```
//! A table that splits a number of another shares nothing with it but that number, and is shown
//! only where the number is: then no two tables together tell more than each alone.

mod children;
mod sittings;

pub use children::{Days, LastHeard, OpenChild};
pub use sittings::{Back, Sitting, Told, line};

use super::period::Period;
use crate::id::TeamId;
use crate::suppression::{Beside, Counts, Limits, Published, Shown, publish};
use children::Heard;
use jiff::civil::Date;
use sittings::Sittings;

/// What figures are made for.
#[derive(Debug, Clone)]
pub struct Scope {
    /// The months.
    pub period: Period,
    /// The day it is asked.
    pub today: Date,
    /// How small is small.
    pub limits: Limits,
    /// The teams, side by side; none is for those whose worker is in no team.
    pub teams: Vec<Option<TeamId>>,
}

/// The figures, as they may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The months.
    pub period: Period,
    /// They may leave the team, and are rounded.
    pub leaves_the_team: bool,
    /// The teams, in the order of every table's groups.
    pub teams: Vec<Option<TeamId>>,
    /// Children open on the last day, by when they were last heard: lines as [`LastHeard::ALL`],
    /// after their sum.
    pub children: Option<Published>,
    /// Days since, for each group of that table.
    pub days: Vec<Option<Days>>,
    /// Ages for groups, lines as the children's.
    pub ages: Option<Published>,
    /// Children under four, who are in no table.
    pub under_four: Shown,
    /// Sittings that were planned: lines as in [`line`].
    pub sittings: Option<Published>,
    /// Where a child who did not want to said so: to the worker before it began, and on the
    /// screens of their own; after their sum, all teams together.
    pub declined: Option<Published>,
    /// Why not, in the order of `StoodInTheWay::ALL`, after their sum; all teams together.
    pub stood: Option<Published>,
    /// What the child was told of it, in the order of [`Told::ALL`]; the last group is all teams.
    pub told: Option<Published>,
    /// Whether it was brought back to the family, in the order of [`Back::ALL`]; the last group is
    /// all teams.
    pub back: Option<Published>,
    /// Whether the plan speaks to it: yes, no; the last group is all teams.
    pub linked: Option<Published>,
}

/// Counts what there is, and hides what is small.
pub fn figures(children: &[OpenChild], sittings: &[Sitting], scope: &Scope) -> Figures {
    let on = scope.period.last_day();
    let heard = Heard::of(children, on);
    let table = Counts::flat(LastHeard::ALL.len(), &heard.by_team(scope));
    let by_heard = publish(&table, scope.limits, &Beside::default());
    let ages = by_heard.as_ref().and_then(|shown| heard.by_age(shown, scope));
    let days = heard.days(by_heard.as_ref(), scope);
    let sittings = Sittings { all: sittings, scope };
    let planned = sittings.planned();
    let hung = |counts: Vec<Vec<u64>>| hang(planned.as_ref()?, line::HEARD, &counts, scope);
    let told = hung(sittings.split(Told::ALL.len(), |one| {
        Told::ALL.iter().position(|told| *told == Told::of(one, scope.today))
    }));
    let back =
        hung(sittings.split(Back::ALL.len(), |one| {
            Back::ALL.iter().position(|back| *back == Back::of(one))
        }));
    let linked = hung(sittings.split(2, |one| Some(usize::from(!one.linked))));
    let declined = planned.as_ref().and_then(|planned| sittings.declined(planned));
    let stood = planned.as_ref().and_then(|planned| sittings.stood(planned));
    let few = (1..scope.limits.group).contains(&heard.under_four);
    let under_four = if few { Shown::Hidden } else { Shown::Number(heard.under_four) };
    let figures = Figures {
        period: scope.period,
        leaves_the_team: scope.limits == Limits::LEAVES_THE_TEAM,
        teams: scope.teams.clone(),
        children: by_heard,
        days,
        ages,
        under_four,
        sittings: planned,
        declined,
        stood,
        told,
        back,
        linked,
    };
    if figures.leaves_the_team { figures.rounded() } else { figures }
}

impl Figures {
    fn rounded(self) -> Self {
        let round = |table: Option<Published>| table.map(Published::rounded);
        let five = |days: u64| Shown::Number(days).rounded().number().unwrap_or(days);
        let days = |days: Days| Days {
            median: five(days.median),
            quarters: days.quarters.map(|(first, third)| (five(first), five(third))),
        };
        Self {
            children: round(self.children),
            ages: round(self.ages),
            under_four: self.under_four.rounded(),
            sittings: round(self.sittings),
            declined: round(self.declined),
            stood: round(self.stood),
            told: round(self.told),
            back: round(self.back),
            linked: round(self.linked),
            days: self.days.into_iter().map(|group| group.map(days)).collect(),
            ..self
        }
    }
}

/// A table that splits one line of another. Where that line is not shown of every team, it is
/// split for all teams together; where it is not shown at all, not at all.
fn hang(above: &Published, line: usize, counts: &[Vec<u64>], scope: &Scope) -> Option<Published> {
    let lines = counts.first()?.len();
    if above.shows_line(line) {
        let beside = Beside { hidden: above.hidden.clone(), known_above: true };
        let table = publish(&Counts::flat(lines, counts), scope.limits, &beside);
        if table.is_some() {
            return table;
        }
    }
    above.at(above.all(), line).number()?;
    let all = (0..lines).map(|line| counts.iter().filter_map(|group| group.get(line)).sum());
    let beside = Beside { hidden: vec![], known_above: true };
    publish(&Counts::flat(lines, &[all.collect()]), scope.limits, &beside)
}

#[cfg(test)]
mod tests;
