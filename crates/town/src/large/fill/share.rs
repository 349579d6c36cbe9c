//! How the work is shared: which families the workers have now, since when, and how often each
//! family was written about.
//!
//! One family in ten is open; the others came and went over ten years. What is written is spread
//! as in life: a tenth of the families take half of the notes.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{InventedFamily, Kin, Large};
use crate::dice::Dice;

/// The children one worker leads the work with.
pub const CHILDREN_A_WORKER: usize = 20;
/// Nothing is older than this, in days.
pub const LONGEST: i64 = LONGEST_ENDED + LONGEST_WORK + 1;
/// The longest ago that work ended, in days.
const LONGEST_ENDED: i64 = 2_750;
/// The longest work lasts, in days.
const LONGEST_WORK: i64 = 900;

/// A family's share of the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The family's number.
    pub number: u64,
    /// Whose work it is or was, from 0.
    pub worker: u32,
    /// The work goes on, and the front page is whole.
    pub open: bool,
    /// The first day.
    pub came_on: Date,
    /// The last day so far.
    pub until: Date,
    /// How many notes.
    pub notes: u32,
}

impl Share {
    /// The day the front page was written: ten days in, if there were ten.
    pub fn page_on(&self) -> Date {
        self.came_on.saturating_add(10.days()).min(self.until)
    }

    /// The day of a note, any day of the work.
    pub fn note_on(&self, large: Large, n: u32) -> Date {
        const DAYS: u64 = 0x6461_7973;
        let mut dice = Dice::of(large.seed ^ DAYS, self.number << 20 | u64::from(n));
        self.came_on.saturating_add(dice.between(0, self.days()).days())
    }

    fn days(&self) -> i64 {
        days_between(self.came_on, self.until)
    }
}

fn days_between(first: Date, last: Date) -> i64 {
    first.until(last).map_or(0, |span| i64::from(span.get_days()))
}

/// The share of each family, with no notes yet.
pub fn shares(large: Large, families: &[InventedFamily], workers: u32) -> Vec<Share> {
    const SHARES: u64 = 0x7368_6172;
    let mut drawn: Vec<(u64, usize)> = Vec::with_capacity(families.len());
    let mut shares: Vec<Share> = Vec::with_capacity(families.len());
    for (place, family) in families.iter().enumerate() {
        let mut dice = Dice::of(large.seed ^ SHARES, family.number);
        drawn.push((dice.below(u64::MAX), place));
        let worker = u32::try_from(family.number % u64::from(workers)).unwrap_or_default();
        shares.push(share(large, family, worker, &mut dice));
    }
    // Open ones are drawn from everywhere, so that their lines lie everywhere in the journal.
    drawn.sort_unstable();
    let mut led = vec![0; usize::try_from(workers).unwrap_or_default()];
    for (_, place) in drawn {
        let (Some(share), Some(family)) = (shares.get_mut(place), families.get(place)) else {
            continue;
        };
        let children = family.people.iter().filter(|person| person.kin == Kin::Child).count();
        let Some(led) = usize::try_from(share.worker).ok().and_then(|n| led.get_mut(n)) else {
            continue;
        };
        if *led + children <= CHILDREN_A_WORKER {
            *led += children;
            open(share, large.today, born_last(family));
        }
    }
    shares
}

/// Work that came and ended while all of the children were born.
fn share(large: Large, family: &InventedFamily, worker: u32, dice: &mut Dice) -> Share {
    let youngest = born_last(family);
    let ended = dice.between(30, LONGEST_ENDED).min(days_between(youngest, large.today) / 2);
    let until = large.today.saturating_sub(ended.days());
    let lasted = dice.between(60, LONGEST_WORK);
    let came_on = until.saturating_sub(lasted.days()).max(youngest);
    Share { number: family.number, worker, open: false, came_on, until, notes: 0 }
}

/// The same work, still going on.
fn open(share: &mut Share, today: Date, youngest: Date) {
    let lasted = share.days();
    share.open = true;
    share.until = today;
    share.came_on = today.saturating_sub(lasted.days()).max(youngest);
}

fn born_last(family: &InventedFamily) -> Date {
    let children = family.people.iter().filter(|person| person.kin == Kin::Child);
    children.map(|child| child.born).max().unwrap_or_default()
}

/// Deals so many notes out. Open and long work has more, and some families far more than others.
pub fn deal_notes(large: Large, shares: &mut [Share], notes: u64) {
    const WEIGHTS: u64 = 0x7765_6967;
    let weight = |share: &Share| {
        let drawn = Dice::of(large.seed ^ WEIGHTS, share.number).below(1_000);
        let days = u64::try_from(share.days()).unwrap_or_default() + 30;
        days * 1_000 / (drawn + 20) * if share.open { 3 } else { 1 }
    };
    let weights: Vec<u64> = shares.iter().map(weight).collect();
    let all = weights.iter().sum::<u64>().max(1);
    let mut left = notes;
    for (share, weight) in shares.iter_mut().zip(&weights) {
        let dealt = notes * weight / all;
        share.notes = u32::try_from(dealt).unwrap_or(u32::MAX);
        left -= dealt;
    }
    // What rounding left over: fewer than there are families.
    for share in shares.iter_mut().take(usize::try_from(left).unwrap_or_default()) {
        share.notes += 1;
    }
}
