//! Children open to a team, by when they were last heard and by age.

use super::Scope;
use crate::id::{PersonId, TeamId};
use crate::listening::AgeBand;
use crate::suppression::{Beside, Counts, Limits, Published, publish};
use jiff::civil::Date;

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

/// Days since children were last heard, where enough of them were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// Half of them no longer ago.
    pub median: u64,
    /// A quarter of them no longer ago, and three quarters; where there are twice as many.
    pub quarters: Option<(u64, u64)>,
}

/// Children and how long ago each was heard.
pub(super) struct Heard<'a> {
    four_and_over: Vec<(&'a OpenChild, AgeBand, Option<i32>)>,
    pub(super) under_four: u64,
}

impl<'a> Heard<'a> {
    pub(super) fn of(children: &'a [OpenChild], on: Date) -> Self {
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

    pub(super) fn by_team(&self, scope: &Scope) -> Vec<Vec<u64>> {
        let of_team = |team: &Option<TeamId>| self.count(|child, _| child.team == *team);
        scope.teams.iter().map(of_team).collect()
    }

    /// By age, for all teams together: its sums are those of the table by team, so each must stand
    /// there.
    pub(super) fn by_age(&self, shown: &Published, scope: &Scope) -> Option<Published> {
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
    pub(super) fn days(&self, shown: Option<&Published>, scope: &Scope) -> Vec<Option<Days>> {
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
pub(super) fn middle(days: &[i32], limits: Limits) -> Option<Days> {
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
