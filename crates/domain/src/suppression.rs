//! Small numbers, hidden so that nobody can be worked out (handbook 5.6).
//!
//! A table has groups (teams) side by side, and lines below one another that may stand under other
//! lines; what a line and a group add up to is shown too. What is small is hidden, and then as much
//! more as it takes so that no hidden number follows from what is shown:
//!
//! ```text
//! 1  a group of fewer than `group`         hidden whole, and never one alone
//! 2  a count of 1 to 4                     hidden
//! 3  all of fewer than 20 on one line      the split of that group hidden
//! 4  a hidden count whose possible values  the next smallest hidden too, until they do
//!    do not reach over `cell` numbers
//! ```
//! Whether rule 4 holds is not guessed: a table of this shape is a flow through a network
//! ([`network`]), and the least and the most that a hidden count can be are found exactly. A nought
//! is shown, and so is one that follows from what is shown anyway.
//!
//! Deliberately absent: what somebody knows from elsewhere, and what two periods tell when one is
//! taken from the other. For that, figures that leave a team are rounded ([`Shown::rounded`]).

mod network;
#[cfg(test)]
mod tests;

use network::Network;

/// How small is small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// A group of fewer is hidden whole.
    pub group: u64,
    /// A count of fewer is hidden, but for nought; and a hidden count may be so many values at
    /// the least.
    pub cell: u64,
}

impl Limits {
    /// For a team's own screen.
    pub const OWN_TEAM: Self = Self { group: 5, cell: 5 };
    /// For anything that leaves the team.
    pub const LEAVES_THE_TEAM: Self = Self { group: 10, cell: 5 };
}

/// Where all of a group are on one line, that is told of no group of fewer.
const ALL_ALIKE: u64 = 20;
/// Figures that leave a team are rounded to so many.
const ROUNDED_TO: u64 = 5;

/// One number of a table that is shown to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// It.
    Number(u64),
    /// Not shown.
    Hidden,
}

impl Shown {
    /// The number, where it is shown.
    pub const fn number(self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Hidden => None,
        }
    }
    /// To the nearest five: one figure taken from another is then no single child.
    #[must_use]
    pub const fn rounded(self) -> Self {
        match self {
            Self::Number(number) => {
                Self::Number((number + ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO)
            }
            Self::Hidden => Self::Hidden,
        }
    }
}

/// What is counted, before anything is hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// For each line, the one it stands under; the first stands under none, and each other under
    /// one before it.
    pub under: Vec<Option<usize>>,
    /// For each group, the counts of its lines in order. Only lines that nothing stands under are
    /// read; the others are what those below add up to.
    pub groups: Vec<Vec<u64>>,
}

impl Counts {
    /// Lines that all stand under the first.
    pub fn flat(lines: usize, groups: &[Vec<u64>]) -> Self {
        let under = std::iter::once(None).chain(std::iter::repeat_n(Some(0), lines)).collect();
        let groups = groups.iter().map(|group| {
            let all = group.iter().sum();
            std::iter::once(all).chain(group.iter().copied()).collect()
        });
        Self { under, groups: groups.collect() }
    }

    /// Whether nothing stands under this line.
    fn is_last(&self, line: usize) -> bool {
        !self.under.contains(&Some(line))
    }

    /// Every line of every group added up, and a last group that is all of them where there is
    /// more than one.
    fn added_up(&self) -> Vec<Vec<u64>> {
        let lines = self.under.len();
        let mut all: Vec<Vec<u64>> = Vec::with_capacity(self.groups.len() + 1);
        for group in &self.groups {
            let own = |line: usize| group.get(line).copied().unwrap_or_default();
            let mut sums: Vec<u64> =
                (0..lines).map(|line| if self.is_last(line) { own(line) } else { 0 }).collect();
            for line in (1..lines).rev() {
                let below = sums.get(line).copied().unwrap_or_default();
                let above = self.under.get(line).copied().flatten();
                if let Some(sum) = above.and_then(|above| sums.get_mut(above)) {
                    *sum += below;
                }
            }
            all.push(sums);
        }
        if all.len() > 1 {
            let sum = |line| all.iter().filter_map(|group| group.get(line)).sum();
            all.push((0..lines).map(sum).collect());
        }
        all
    }
}

/// What must hold beside the limits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// Groups that are hidden in another table of the same groups, and so here.
    pub hidden: Vec<usize>,
    /// The first line is shown in another table already, and cannot be hidden here but for those
    /// groups.
    pub known_above: bool,
}

/// A table as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// For each group, its lines; the last is all groups together where there is more than one.
    pub groups: Vec<Vec<Shown>>,
    /// The groups that are hidden whole.
    pub hidden: Vec<usize>,
}

impl Published {
    /// What is shown of this line of this group.
    pub fn at(&self, group: usize, line: usize) -> Shown {
        self.groups.get(group).and_then(|lines| lines.get(line)).copied().unwrap_or(Shown::Hidden)
    }
    /// All groups together, or the only one.
    pub fn all(&self) -> usize {
        self.groups.len().saturating_sub(1)
    }
    /// Whether this line is shown of every group that is not hidden whole, and of all together.
    pub fn shows_line(&self, line: usize) -> bool {
        let mut open = (0..self.all()).filter(|group| !self.hidden.contains(group));
        self.at(self.all(), line) != Shown::Hidden
            && open.all(|group| self.at(group, line) != Shown::Hidden)
    }
    /// Every number to the nearest five.
    #[must_use]
    pub fn rounded(self) -> Self {
        let round = |lines: Vec<Shown>| lines.into_iter().map(Shown::rounded).collect();
        Self { groups: self.groups.into_iter().map(round).collect(), ..self }
    }
}

/// Hides what is to be hidden. None where that cannot be done beside what is known already; then
/// the table is not to be shown.
pub fn publish(counts: &Counts, limits: Limits, beside: &Beside) -> Option<Published> {
    let mut table = Table::of(counts, limits, beside);
    table.hide_small_groups();
    table.hide_small_counts();
    table.protect().then(|| table.published())
}

/// A table in the making: a place is a group and a line.
struct Table<'a> {
    counts: &'a Counts,
    limits: Limits,
    beside: &'a Beside,
    values: Vec<Vec<u64>>,
    hidden: Vec<Vec<bool>>,
    whole: Vec<usize>,
}

type Spot = (usize, usize);

impl<'a> Table<'a> {
    fn of(counts: &'a Counts, limits: Limits, beside: &'a Beside) -> Self {
        let values = counts.added_up();
        let hidden = values.iter().map(|group| vec![false; group.len()]).collect();
        Self { counts, limits, beside, values, hidden, whole: Vec::new() }
    }

    fn value(&self, (group, line): Spot) -> u64 {
        self.values.get(group).and_then(|lines| lines.get(line)).copied().unwrap_or_default()
    }
    fn is_hidden(&self, (group, line): Spot) -> bool {
        self.hidden.get(group).and_then(|lines| lines.get(line)).copied().unwrap_or_default()
    }
    fn set(&mut self, (group, line): Spot, hidden: bool) {
        if let Some(place) = self.hidden.get_mut(group).and_then(|lines| lines.get_mut(line)) {
            *place = hidden;
        }
    }
    fn spots(&self) -> impl Iterator<Item = Spot> + use<> {
        let (groups, lines) = (self.values.len(), self.counts.under.len());
        (0..groups).flat_map(move |group| (0..lines).map(move |line| (group, line)))
    }
    fn lines(&self) -> std::ops::Range<usize> {
        0..self.counts.under.len()
    }
    /// The first line of this group is shown elsewhere.
    fn is_known(&self, (group, line): Spot) -> bool {
        line == 0 && self.beside.known_above && !self.beside.hidden.contains(&group)
    }

    /// Rule 1. A group that was alone would follow from all less the others, so the next smallest
    /// is hidden with it.
    fn hide_small_groups(&mut self) {
        let own = 0..self.counts.groups.len();
        let small = |group: &usize| (1..self.limits.group).contains(&self.value((*group, 0)));
        let mut whole: Vec<usize> = if self.beside.known_above {
            self.beside.hidden.clone()
        } else {
            own.clone().filter(|group| small(group) || self.beside.hidden.contains(group)).collect()
        };
        let several = self.counts.groups.len() > 1 && !self.beside.known_above;
        while several && !whole.is_empty() {
            let sum: u64 = whole.iter().map(|group| self.value((*group, 0))).sum();
            if whole.len() > 1 && sum >= self.limits.group {
                break;
            }
            let rest = own.clone().filter(|group| !whole.contains(group));
            let rest = rest.filter(|group| self.value((*group, 0)) > 0);
            match rest.min_by_key(|group| self.value((*group, 0))) {
                Some(next) => whole.push(next),
                None => {
                    whole.push(self.counts.groups.len());
                    break;
                }
            }
        }
        for group in &whole {
            self.lines().for_each(|line| self.set((*group, line), true));
        }
        self.whole = whole;
    }

    /// Rules 2 and 3, and the split of a small group whose sum is known.
    fn hide_small_counts(&mut self) {
        for spot in self.spots() {
            let (group, line) = spot;
            let all = self.value((group, 0));
            let few = (1..self.limits.cell).contains(&self.value(spot));
            let alike = all < ALL_ALIKE && self.is_all_alike(group);
            let small = (1..self.limits.group).contains(&all);
            let split = line > 0 && (alike || small);
            if (few || split) && !self.is_known(spot) {
                self.set(spot, true);
            }
        }
    }

    /// Whether one line has everything of the group.
    fn is_all_alike(&self, group: usize) -> bool {
        let all = self.value((group, 0));
        let last = self.lines().filter(|line| *line > 0 && self.counts.is_last(*line));
        let last: Vec<usize> = last.collect();
        all > 0 && last.len() > 1 && last.iter().any(|line| self.value((group, *line)) == all)
    }

    /// Rule 4; whether it could be kept.
    fn protect(&mut self) -> bool {
        let mut added = Vec::new();
        while let Some(spot) = self.first_that_follows() {
            let Some(next) = self.next_to_hide(spot) else { return false };
            self.set(next, true);
            added.push(next);
        }
        self.show_what_need_not_hide(added);
        true
    }

    fn network(&self) -> Network {
        Network::of(&self.counts.under, &self.values, &self.hidden)
    }

    /// A hidden count of which too much can be worked out. A nought that follows is none.
    fn first_that_follows(&self) -> Option<Spot> {
        let network = self.network();
        let wanted = self.limits.cell - 1;
        let follows = |spot: &Spot| {
            let (least, most) = network.range(*spot, wanted);
            let is_nought = least == most && self.value(*spot) == 0;
            most - least < wanted && !is_nought
        };
        self.spots().filter(|spot| self.is_hidden(*spot)).find(follows)
    }

    /// The next smallest beside it or below it, else anywhere; a first line only where nothing
    /// else is left.
    fn next_to_hide(&self, (group, line): Spot) -> Option<Spot> {
        let last = self.values.len().saturating_sub(1);
        let may = |spot: &Spot| !self.is_hidden(*spot) && !self.is_known(*spot);
        let dear = |spot: &Spot| {
            let near = spot.0 == group || spot.1 == line;
            let sum = !self.counts.is_last(spot.1) || (spot.0 == last && last > 0);
            (spot.1 == 0, self.value(*spot) == 0, !near, sum, self.value(*spot), *spot)
        };
        self.spots().filter(may).min_by_key(dear)
    }

    /// What was hidden on the way and turned out not to be needed is shown, the largest first.
    fn show_what_need_not_hide(&mut self, mut added: Vec<Spot>) {
        added.sort_by_key(|spot| std::cmp::Reverse((self.value(*spot), *spot)));
        for spot in added {
            self.set(spot, false);
            if self.first_that_follows().is_some() {
                self.set(spot, true);
            }
        }
    }

    fn published(self) -> Published {
        let network = self.network();
        let shown = |spot: Spot| {
            let follows = || self.value(spot) == 0 && network.range(spot, 1) == (0, 0);
            let open = !self.is_hidden(spot) || follows();
            if open { Shown::Number(self.value(spot)) } else { Shown::Hidden }
        };
        let group = |group| self.lines().map(|line| shown((group, line))).collect();
        Published { groups: (0..self.values.len()).map(group).collect(), hidden: self.whole }
    }
}
