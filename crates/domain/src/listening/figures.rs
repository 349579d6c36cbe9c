//! The figures of a period: what is counted, how it is split, and which tables hang together.
//!
//! ```text
//! children open   by when they were last heard    by team
//!                 └ the same by age               all teams together, where every sum is shown
//! sittings        heard ┬ to its end, …           by team
//!                       ├ ▸ told what came of it  where "heard" is shown
//!                       └ ▸ spoken to in the plan where "heard" is shown
//!                 not today
//!                 not started ▸ why               where "not started" is shown
//! ```
//! A table that splits a number of another shares nothing with it but that number, and is shown
//! only where the number is: then no two tables together tell more than each alone.

use super::{AgeBand, Became, StoodInTheWay};
use crate::houses_session::ANSWER_WITHIN_WORKING_DAYS;
use crate::id::{PersonId, TeamId};
use crate::steps_line::working_days::after;
use crate::suppression::{Beside, Counts, Limits, Published, Shown, publish};
use jiff::civil::Date;

use super::period::Period;

/// A child open to a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenChild {
    /// Who.
    pub child: PersonId,
    /// The team of whoever leads; none where they are in none.
    pub team: Option<TeamId>,
    /// When they were born, if anybody has written it down.
    pub born: Option<Date>,
    /// The day they were last heard.
    pub heard_on: Option<Date>,
}

/// A sitting that was planned in the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// The team of whoever led on that day.
    pub team: Option<TeamId>,
    /// What became of it.
    pub became: Became,
    /// What stood in the way, where it was not started.
    pub stood: Option<StoodInTheWay>,
    /// By when the child is to be told what came of it.
    pub answer_by: Option<Date>,
    /// The day the child was first told.
    pub answered_on: Option<Date>,
    /// A worry, a goal or a step of the record names it, or is named by it.
    pub linked: bool,
    /// The day of it.
    pub on: Date,
    /// It was made for somebody in the family.
    pub made_for_family: bool,
    /// The day it was first gone through with one of them.
    pub gone_through_on: Option<Date>,
}

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

/// When children were last heard, in the order of the table's lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastHeard {
    /// In the last sixty days.
    Sixty,
    /// Sixty-one to ninety days before.
    Ninety,
    /// Longer ago.
    Longer,
    /// Never, as far as the record says.
    NotYet,
}

impl LastHeard {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Sixty, Self::Ninety, Self::Longer, Self::NotYet];

    fn of(days: Option<i32>) -> Self {
        match days {
            None => Self::NotYet,
            Some(..=60) => Self::Sixty,
            Some(61..=90) => Self::Ninety,
            Some(_) => Self::Longer,
        }
    }
}

/// What a child was told of what came of a sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// By the day that was promised, else within ten working days.
    InTime,
    /// Later.
    Later,
    /// Not yet, and there is time.
    NotYet,
    /// Not yet, and the day has gone by.
    Waiting,
}

impl Told {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::InTime, Self::Later, Self::NotYet, Self::Waiting];

    fn of(sitting: &Sitting, today: Date) -> Self {
        let by = sitting.answer_by.unwrap_or(Date::MAX);
        match sitting.answered_on {
            Some(on) if on <= by => Self::InTime,
            Some(_) => Self::Later,
            None if today <= by => Self::NotYet,
            None => Self::Waiting,
        }
    }
}

/// Whether what the child agreed to was brought back to the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Back {
    /// Gone through with somebody within ten working days.
    InTime,
    /// Later.
    Later,
    /// Made for somebody, and not gone through yet as far as anybody wrote down.
    Made,
    /// Not made for anybody: the child said no, or it was not safe, or nobody has thought of it.
    Not,
}

impl Back {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::InTime, Self::Later, Self::Made, Self::Not];

    fn of(sitting: &Sitting) -> Self {
        let by = after(sitting.on, ANSWER_WITHIN_WORKING_DAYS);
        match sitting.gone_through_on {
            Some(day) if by.is_none_or(|by| day <= by) => Self::InTime,
            Some(_) => Self::Later,
            None if sitting.made_for_family => Self::Made,
            None => Self::Not,
        }
    }
}

/// Lines of the table of sittings.
pub mod line {
    /// All that were planned.
    pub const PLANNED: usize = 0;
    /// Those in which the child was heard.
    pub const HEARD: usize = 1;
    /// To its end.
    pub const TO_ITS_END: usize = 2;
    /// The child said stop.
    pub const CHILD_STOPPED: usize = 3;
    /// Ended otherwise.
    pub const ENDED_OTHERWISE: usize = 4;
    /// The child said not today.
    pub const NOT_TODAY: usize = 5;
    /// Not started.
    pub const NOT_STARTED: usize = 6;
    /// Which line each stands under.
    pub(super) const UNDER: [Option<usize>; 7] =
        [None, Some(PLANNED), Some(HEARD), Some(HEARD), Some(HEARD), Some(PLANNED), Some(PLANNED)];
}

const fn line_of(became: Became) -> usize {
    match became {
        Became::ToItsEnd => line::TO_ITS_END,
        Became::ChildStopped => line::CHILD_STOPPED,
        Became::EndedOtherwise => line::ENDED_OTHERWISE,
        Became::NotToday => line::NOT_TODAY,
        Became::NotStarted => line::NOT_STARTED,
    }
}

/// Days since children were last heard, where enough of them were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// Half of them no longer ago.
    pub median: u64,
    /// A quarter of them no longer ago, and three quarters; where there are twice as many.
    pub quarters: Option<(u64, u64)>,
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
    /// Why not, in the order of [`StoodInTheWay::ALL`], after their sum; all teams together.
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

/// Children and how long ago each was heard.
struct Heard<'a> {
    four_and_over: Vec<(&'a OpenChild, AgeBand, Option<i32>)>,
    under_four: u64,
}

impl<'a> Heard<'a> {
    fn of(children: &'a [OpenChild], on: Date) -> Self {
        let mut heard = Self { four_and_over: Vec::with_capacity(children.len()), under_four: 0 };
        for child in children {
            let days = child.heard_on.map(|day| (on - day).get_days());
            match AgeBand::of(child.born, on) {
                Some(band) => heard.four_and_over.push((child, band, days)),
                None => heard.under_four += 1,
            }
        }
        heard
    }

    fn by_team(&self, scope: &Scope) -> Vec<Vec<u64>> {
        let of_team = |team: &Option<TeamId>| self.count(|child, _| child.team == *team);
        scope.teams.iter().map(of_team).collect()
    }

    /// By age, for all teams together: its sums are those of the table by team, so each must stand
    /// there.
    fn by_age(&self, shown: &Published, scope: &Scope) -> Option<Published> {
        let all = shown.all();
        let sums = 0..=LastHeard::ALL.len();
        sums.into_iter().all(|line| shown.at(all, line).number().is_some()).then_some(())?;
        // A line for each age, so that the sums known from elsewhere are first lines.
        let ages = AgeBand::ALL.map(|band| self.count(|_, age| age == band));
        let of_line = |line: usize| ages.iter().filter_map(|age| age.get(line).copied()).collect();
        let by_line: Vec<Vec<u64>> = (0..LastHeard::ALL.len()).map(of_line).collect();
        let beside = Beside { hidden: vec![], known_above: true };
        publish(&Counts::flat(AgeBand::ALL.len(), &by_line), scope.limits, &beside)
    }

    fn count(&self, which: impl Fn(&OpenChild, AgeBand) -> bool) -> Vec<u64> {
        let mut lines = vec![0; LastHeard::ALL.len()];
        for (child, band, days) in &self.four_and_over {
            let place = LastHeard::ALL.iter().position(|one| *one == LastHeard::of(*days));
            if let Some(count) = place.and_then(|place| lines.get_mut(place))
                && which(child, *band)
            {
                *count += 1;
            }
        }
        lines
    }

    /// The middle of each group that is not hidden, and of all together.
    fn days(&self, shown: Option<&Published>, scope: &Scope) -> Vec<Option<Days>> {
        let Some(shown) = shown else { return Vec::new() };
        let days = |group: usize| {
            let hidden = shown.hidden.contains(&group);
            let team = scope.teams.get(group).copied();
            let own = |child: &OpenChild| team.is_none_or(|team| child.team == team);
            let all = self.four_and_over.iter().filter(|(child, ..)| own(child));
            let mut days: Vec<i32> = all.filter_map(|(_, _, days)| *days).collect();
            days.sort_unstable();
            (!hidden).then(|| middle(&days, scope.limits)).flatten()
        };
        (0..shown.groups.len()).map(days).collect()
    }
}

/// The middle of sorted days, where there are as many as a group must have.
fn middle(days: &[i32], limits: Limits) -> Option<Days> {
    let count = u64::try_from(days.len()).unwrap_or(u64::MAX);
    let at = |quarters: usize| {
        let place = (days.len() * quarters).div_ceil(4).saturating_sub(1);
        days.get(place).map(|days| u64::try_from(*days).unwrap_or_default())
    };
    (count >= limits.group).then(|| {
        let wide = count >= limits.group * 2;
        let quarters = if wide { at(1).zip(at(3)) } else { None };
        at(2).map(|median| Days { median, quarters })
    })?
}

/// The sittings of the period.
struct Sittings<'a> {
    all: &'a [Sitting],
    scope: &'a Scope,
}

impl Sittings<'_> {
    fn planned(&self) -> Option<Published> {
        let of_team = |team: &Option<TeamId>| {
            let mut lines = vec![0; line::UNDER.len()];
            for one in self.all.iter().filter(|one| one.team == *team) {
                if let Some(count) = lines.get_mut(line_of(one.became)) {
                    *count += 1;
                }
            }
            lines
        };
        let groups = self.scope.teams.iter().map(of_team).collect();
        let counts = Counts { under: line::UNDER.to_vec(), groups };
        publish(&counts, self.scope.limits, &Beside::default())
    }

    /// Those in which a child was heard, by team and by what of them.
    fn split(&self, lines: usize, of: impl Fn(&Sitting) -> Option<usize>) -> Vec<Vec<u64>> {
        let of_team = |team: &Option<TeamId>| {
            let mut counts = vec![0; lines];
            let heard = |one: &&Sitting| one.team == *team && one.became.heard();
            for one in self.all.iter().filter(heard) {
                if let Some(count) = of(one).and_then(|line| counts.get_mut(line)) {
                    *count += 1;
                }
            }
            counts
        };
        self.scope.teams.iter().map(of_team).collect()
    }

    /// What stood in the way, all teams together.
    fn stood(&self, planned: &Published) -> Option<Published> {
        planned.at(planned.all(), line::NOT_STARTED).number()?;
        let known = |one: &&Sitting| self.scope.teams.contains(&one.team);
        let count = |why: &StoodInTheWay| {
            let own = self.all.iter().filter(known).filter(|one| one.stood == Some(*why));
            u64::try_from(own.count()).unwrap_or(u64::MAX)
        };
        let counts: Vec<u64> = StoodInTheWay::ALL.iter().map(count).collect();
        let beside = Beside { hidden: vec![], known_above: true };
        publish(&Counts::flat(counts.len(), &[counts]), self.scope.limits, &beside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listening::period::Asked;
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
        assert_eq!(planned.at(0, line::NOT_TODAY), Shown::Number(6));
        let told = shown.told.expect("heard is shown");
        let told: Vec<_> = told.groups[0].iter().map(|count| count.number()).collect();
        assert_eq!(told, [Some(20), None, None, Some(0), Some(11)], "one was told later");
        assert!(shown.stood.is_some());
        let few = figures(&[], &sittings(4, 1, Became::ToItsEnd), &own);
        assert_eq!((few.told, few.linked), (None, None));
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
}
