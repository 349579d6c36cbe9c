//! One episode of a child: from the referral to the closure, or to the end of the year.
//!
//! What an episode tells is what a return may tell: an assessment, a plan's end or a conference
//! counts only if it fell into the collection year, and what has not happened by its last day is
//! missing.

use jiff::civil::Date;

use super::CollectionYear;
use super::codes::{ABUSE, CLOSURES, FACTORS, NEEDS, SOURCES};
use super::days::{later, working_day_from, working_days_later};
use crate::dice::Dice;

/// One `CINdetails`.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Episode {
    pub(super) referral: Date,
    pub(super) source: &'static str,
    pub(super) need: Option<&'static str>,
    pub(super) closure: Option<(Date, &'static str)>,
    /// A conference of a child who moved here: it stands by itself, with no enquiry.
    pub(super) conference: Option<Date>,
    pub(super) assessments: Vec<Assessment>,
    pub(super) plans: Vec<Plan>,
    pub(super) enquiries: Vec<Enquiry>,
    pub(super) no_further_action: bool,
    pub(super) protection: Vec<Protection>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Assessment {
    pub(super) start: Date,
    pub(super) authorised: Option<Date>,
    pub(super) factors: Vec<&'static str>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plan {
    pub(super) start: Date,
    pub(super) end: Option<Date>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Enquiry {
    pub(super) start: Date,
    /// The fifteenth working day, where a conference is called.
    pub(super) target: Option<Date>,
    pub(super) conference: Option<Date>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Protection {
    pub(super) start: Date,
    pub(super) end: Option<Date>,
    pub(super) first_category: &'static str,
    pub(super) latest_category: &'static str,
    pub(super) plans_before: u64,
    pub(super) reviews: Vec<Date>,
}

/// How an episode goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Way {
    /// The referral led nowhere.
    NoFurtherAction,
    /// Closed once assessed.
    #[default]
    Assessed,
    /// A child in need plan, perhaps after an enquiry that needed no conference.
    Plan,
    /// An enquiry, a conference, a child protection plan, perhaps a child in need plan after it.
    Protection,
    /// Came from another authority with a child protection plan.
    MovedHere,
}

/// Writes one episode, following `way` as far as the year allows.
pub(super) fn episode(dice: &mut Dice, year: CollectionYear, referral: Date, way: Way) -> Episode {
    let mut story = Story { dice, year, told: Episode { referral, ..Episode::default() } };
    story.told.source = story.source();
    if way == Way::NoFurtherAction {
        story.told.no_further_action = true;
        return story.told;
    }
    story.told.need = Some(story.dice.weighted(&NEEDS));
    let assessed = story.assess();
    match way {
        Way::Assessed => story.close_after_assessment(assessed),
        Way::Plan => {
            if let Some(from) = assessed {
                story.enquire_without_conference(from);
                story.plan(from);
            }
        }
        Way::Protection => story.protect(),
        Way::MovedHere => story.move_here(),
        Way::NoFurtherAction => {}
    }
    story.told
}

struct Story<'d> {
    dice: &'d mut Dice,
    year: CollectionYear,
    told: Episode,
}

impl Story<'_> {
    fn source(&mut self) -> &'static str {
        match self.dice.weighted(&SOURCES) {
            "5D" if !self.year.knows_early_help() => "5B",
            source => source,
        }
    }

    /// Whether a day lies in the collection year.
    fn tells(&self, day: Date) -> bool {
        (self.year.first_day()..=self.year.last_day()).contains(&day)
    }

    /// An assessment; returns the day from which work can go on, or nothing where it is still
    /// open.
    fn assess(&mut self) -> Option<Date> {
        let start = working_day_from(later(self.told.referral, self.dice.between(0, 3)));
        let days =
            if self.dice.one_in(7) { self.dice.between(46, 70) } else { self.dice.between(5, 45) };
        let authorised = working_days_later(start, days);
        if authorised < self.year.first_day() {
            return Some(authorised);
        }
        let done = self.tells(authorised);
        if done || self.tells(start) {
            let factors = if done { self.factors() } else { Vec::new() };
            let authorised = done.then_some(authorised);
            self.told.assessments.push(Assessment { start, authorised, factors });
        }
        done.then_some(authorised)
    }

    fn factors(&mut self) -> Vec<&'static str> {
        if self.dice.one_in(12) {
            return vec!["21"];
        }
        let mut factors = Vec::new();
        for _ in 0..self.dice.between(1, 6) {
            let factor = self.dice.early(&FACTORS);
            if !factors.contains(&factor) {
                factors.push(factor);
            }
        }
        factors
    }

    fn close(&mut self, on: Date) {
        if self.tells(on) {
            self.told.closure = Some((on, self.dice.weighted(&CLOSURES)));
        }
    }

    fn close_after_assessment(&mut self, assessed: Option<Date>) {
        let reason =
            if self.year.knows_early_help() && self.dice.one_in(3) { "RC9" } else { "RC8" };
        self.told.closure = assessed.filter(|day| self.tells(*day)).map(|day| (day, reason));
    }

    fn enquire_without_conference(&mut self, from: Date) {
        let start = working_day_from(later(self.told.referral, self.dice.between(0, 10)));
        if self.dice.one_in(3) && start < from && self.tells(start) {
            self.told.enquiries.push(Enquiry { start, target: None, conference: None });
        }
    }

    /// A child in need plan; one in three comes to its end within the year, and most of those
    /// close.
    fn plan(&mut self, from: Date) {
        let start = working_day_from(from);
        if start >= self.year.last_day() {
            return;
        }
        let end = later(start, self.dice.between(60, 400));
        let end = (self.tells(end) && !self.dice.one_in(4)).then_some(end);
        self.told.plans.push(Plan { start, end });
        if let Some(end) = end
            && !self.dice.one_in(5)
        {
            let closing = later(end, self.dice.between(0, 10));
            self.close(closing);
        }
    }

    fn protect(&mut self) {
        let start = working_day_from(later(self.told.referral, self.dice.between(0, 10)));
        let held = working_days_later(start, self.dice.between(8, 22));
        if held < self.year.first_day() {
            self.protection_plan(held);
            return;
        }
        let conference = self.tells(held).then_some(held);
        if conference.is_some() || self.tells(start) {
            let target = Some(working_days_later(start, 15));
            self.told.enquiries.push(Enquiry { start, target, conference });
        }
        if let Some(held) = conference {
            self.protection_plan(held);
        }
    }

    fn move_here(&mut self) {
        let held = working_days_later(self.told.referral, self.dice.between(5, 15));
        if self.tells(held) {
            self.told.conference = Some(held);
            self.protection_plan(held);
        }
    }

    fn protection_plan(&mut self, start: Date) {
        let end = later(start, self.dice.between(100, 700));
        let end = self.tells(end).then_some(end);
        let until = end.unwrap_or(self.year.last_day());
        let mut reviews = Vec::new();
        let mut review = working_day_from(later(start, self.dice.between(70, 92)));
        while review < until {
            reviews.push(review);
            review = working_day_from(later(review, self.dice.between(150, 183)));
        }
        let first_category = self.dice.weighted(&ABUSE);
        let changed = self.dice.one_in(8);
        self.told.protection.push(Protection {
            start,
            end,
            first_category,
            latest_category: if changed { self.dice.weighted(&ABUSE) } else { first_category },
            plans_before: self.dice.weighted(&[(0, 75), (1, 19), (2, 5), (3, 1)]),
            reviews,
        });
        let assessed = self.told.assessments.iter().all(|one| one.authorised.is_some());
        if let Some(end) = end.filter(|_| assessed) {
            if self.dice.one_in(4) {
                self.close(end);
            } else {
                self.plan(later(end, 1));
            }
        }
    }
}
