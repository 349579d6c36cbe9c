//! The same borough's file a while later: most children as they were, some with something new.
//!
//! Which children change, go and come follows from the counts alone; they lie evenly over the
//! file. Four changes take turns, so that an import meets each: the child's ethnicity corrected,
//! a referral's source corrected, an episode closed, an enquiry begun.

use std::io;

use super::child::{Child, child};
use super::codes::SOURCES;
use super::days::working_day_from;
use super::episode::Enquiry;
use super::{Census, Truth, write};

/// How the later file differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changes {
    /// Children about whom something is different; never more than there are.
    pub altered: u32,
    /// Children the first file did not have.
    pub added: u32,
    /// Children the later file does not have.
    pub removed: u32,
}

/// What is in the later file, and how it differs from the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changed {
    /// What is in the later file.
    pub truth: Truth,
    /// Children whose ethnicity was corrected.
    pub characteristics: u64,
    /// Children one of whose referrals has another source: the same event, amended.
    pub sources: u64,
    /// Children whose open episode is closed now: one event more.
    pub closures: u64,
    /// Children with an enquiry more.
    pub enquiries: u64,
    /// Children of both files about whom nothing is different.
    pub same: u64,
    /// Children of the later file only.
    pub added: u64,
    /// Children of the first file only.
    pub removed: u64,
}

impl Changed {
    /// Children of both files about whom something is different.
    pub fn altered(&self) -> u64 {
        self.characteristics + self.sources + self.closures + self.enquiries
    }
}

/// Writes the later file.
pub fn changed(out: &mut impl io::Write, census: &Census, changes: Changes) -> io::Result<Changed> {
    write::opening(out, census)?;
    let mut all = Changed::default();
    let first = u64::from(census.children);
    let removed = u64::from(changes.removed).min(first);
    let kept = first - removed;
    let altered = u64::from(changes.altered).min(kept);
    let mut place = 0;
    for number in 0..first {
        if is_chosen(number, removed, first) {
            all.removed += 1;
            continue;
        }
        let mut child = child(census, number);
        if is_chosen(place, altered, kept) {
            let turn = all.altered();
            alter(&mut child, turn, census, &mut all);
        } else {
            all.same += 1;
        }
        place += 1;
        write::child(out, &child, census.year)?;
        all.truth.add(&child);
    }
    for number in first..first + u64::from(changes.added) {
        let child = child(census, number);
        write::child(out, &child, census.year)?;
        all.truth.add(&child);
        all.added += 1;
    }
    write::closing(out)?;
    Ok(all)
}

/// Whether `chosen` of `all`, laid evenly, fall on this place.
fn is_chosen(place: u64, chosen: u64, all: u64) -> bool {
    let before = |place: u64| u128::from(place) * u128::from(chosen) / u128::from(all.max(1));
    before(place) != before(place + 1)
}

/// Changes one thing; where the turn's change does not fit this child, the source or ethnicity.
fn alter(child: &mut Child, turn: u64, census: &Census, all: &mut Changed) {
    let done = match turn % 4 {
        0 => false,
        1 => other_source(child, all),
        2 => close(child, census, all),
        _ => begin_enquiry(child, census, all),
    };
    if !done {
        child.ethnicity = if child.ethnicity == "WBRI" { "MOTH" } else { "WBRI" };
        all.characteristics += 1;
    }
}

fn other_source(child: &mut Child, all: &mut Changed) -> bool {
    let Some(episode) = child.episodes.first_mut() else { return false };
    let other = SOURCES.iter().map(|(code, _)| *code).find(|code| *code != episode.source);
    all.sources += 1;
    episode.source = other.unwrap_or_default();
    true
}

/// Closes an episode in which nothing is open, on the last day of the year.
fn close(child: &mut Child, census: &Census, all: &mut Changed) -> bool {
    let Some(episode) = child.episodes.last_mut() else { return false };
    let open = episode.no_further_action
        || episode.closure.is_some()
        || episode.assessments.iter().any(|one| one.authorised.is_none())
        || episode.plans.iter().any(|plan| plan.end.is_none())
        || episode.enquiries.iter().any(|one| one.target.is_some() && one.conference.is_none())
        || episode.protection.iter().any(|plan| plan.end.is_none());
    if !open {
        episode.closure = Some((census.year.last_day(), "RC7"));
        all.closures += 1;
    }
    !open
}

/// Begins an enquiry in the last days of the year, in an open episode that has none.
fn begin_enquiry(child: &mut Child, census: &Census, all: &mut Changed) -> bool {
    let Some(episode) = child.episodes.last_mut() else { return false };
    let earliest = super::days::later(census.year.last_day(), -9);
    let start = working_day_from(episode.referral.max(earliest));
    let fits = !episode.no_further_action
        && episode.closure.is_none()
        && episode.enquiries.is_empty()
        && start <= census.year.last_day();
    if fits {
        episode.enquiries.push(Enquiry { start, target: None, conference: None });
        all.enquiries += 1;
    }
    fits
}
