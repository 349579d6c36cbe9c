//! Sittings of the period: what became of each, and what came of those in which a child was heard.

use super::Scope;
use crate::houses_session::ANSWER_WITHIN_WORKING_DAYS;
use crate::id::TeamId;
use crate::listening::{Became, StoodInTheWay};
use crate::steps_line::working_days::after;
use crate::suppression::{Beside, Counts, Published, publish};
use jiff::civil::Date;

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

    pub(super) fn of(sitting: &Sitting, today: Date) -> Self {
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

    pub(super) fn of(sitting: &Sitting) -> Self {
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
    /// The child did not want to.
    pub const DECLINED: usize = 5;
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
        Became::SaidNo | Became::NotToday => line::DECLINED,
        Became::NotStarted => line::NOT_STARTED,
    }
}

/// The sittings of the period.
pub(super) struct Sittings<'a> {
    pub(super) all: &'a [Sitting],
    pub(super) scope: &'a Scope,
}

impl Sittings<'_> {
    pub(super) fn planned(&self) -> Option<Published> {
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
    pub(super) fn split(
        &self,
        lines: usize,
        of: impl Fn(&Sitting) -> Option<usize>,
    ) -> Vec<Vec<u64>> {
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

    /// Where children who did not want to said so, all teams together.
    pub(super) fn declined(&self, planned: &Published) -> Option<Published> {
        self.together(planned, line::DECLINED, &[Became::SaidNo, Became::NotToday], |one, said| {
            one.became == *said
        })
    }

    /// What stood in the way, all teams together.
    pub(super) fn stood(&self, planned: &Published) -> Option<Published> {
        self.together(planned, line::NOT_STARTED, StoodInTheWay::ALL, |one, why| {
            one.stood == Some(*why)
        })
    }

    /// One line of all teams together, split by what holds of each sitting on it.
    fn together<T>(
        &self,
        planned: &Published,
        line: usize,
        all: &[T],
        holds: impl Fn(&Sitting, &T) -> bool,
    ) -> Option<Published> {
        planned.at(planned.all(), line).number()?;
        let known = |one: &&Sitting| self.scope.teams.contains(&one.team);
        let count = |what: &T| {
            let own = self.all.iter().filter(known).filter(|one| holds(one, what));
            u64::try_from(own.count()).unwrap_or(u64::MAX)
        };
        let counts: Vec<u64> = all.iter().map(count).collect();
        let beside = Beside { hidden: vec![], known_above: true };
        publish(&Counts::flat(counts.len(), &[counts]), self.scope.limits, &beside)
    }
}
