//! Dates asked for: from the trigger to the limit, and the day it was done.
//!
//! A file from elsewhere leaves much out (it knows no core groups), so that what it does not say
//! is no sign that nothing was done: a past date of which only a file tells the trigger is drawn
//! once something was done.

use jiff::civil::Date;

use super::{Done, DoneOn, Happening, Limit, LimitKey, Ruler, StepDay, Stretch};
use crate::kind::Kind;
use crate::step::{Conference, Standing};

/// So many are drawn.
const DRAWN: usize = 6;

/// The dates asked for by these days; the newest, the soonest limit first.
pub(super) fn rulers(days: &[StepDay], stretches: &[Stretch], as_of: Date) -> Vec<Ruler> {
    let line = Line { days, stretches, as_of };
    let mut all: Vec<Ruler> = line.conferences();
    all.extend(line.core_groups());
    all.extend(line.assessments());
    all.extend(line.reviews());
    all.sort_by_key(|ruler| (ruler.by, ruler.from));
    all.dedup();
    all.split_off(all.len().saturating_sub(DRAWN))
}

struct Line<'a> {
    days: &'a [StepDay],
    stretches: &'a [Stretch],
    as_of: Date,
}

/// A step that was done, with its day and whether it is written here.
type Dated<'a> = (Date, bool, &'a Happening);

impl<'a> Line<'a> {
    fn done(&self, is: impl Fn(&Done) -> bool) -> Vec<Dated<'a>> {
        let days = self.days.iter().filter(|day| !day.planned);
        let all = days.flat_map(|day| day.steps.iter().map(move |step| (day, step)));
        all.filter(|(_, step)| is(&step.done))
            .map(|(day, step)| (day.on, day.origin.is_here(), step))
            .collect()
    }

    fn conferences(&self) -> Vec<Ruler> {
        let enquiries = self.done(|done| matches!(done, Done::EnquiryBegan { .. }));
        let held = self.done(|done| is_conference(done, Conference::First));
        let wanted = enquiries.into_iter().filter(|(_, _, step)| {
            !matches!(step.done, Done::EnquiryBegan { conference_needed: Some(false) })
        });
        wanted.filter_map(|asks| self.ruler(LimitKey::FirstConference, asks, &held)).collect()
    }

    fn core_groups(&self) -> Vec<Ruler> {
        let firsts = self.done(|done| is_conference(done, Conference::First));
        let met = self.done(|done| matches!(done, Done::CoreGroup { .. }));
        let led_to_a_plan = firsts.into_iter().filter(|(on, ..)| {
            let begins =
                |one: &Stretch| one.standing == Some(Standing::Protection) && one.from == *on;
            self.stretches.iter().any(begins)
        });
        led_to_a_plan.filter_map(|asks| self.ruler(LimitKey::FirstCoreGroup, asks, &met)).collect()
    }

    fn assessments(&self) -> Vec<Ruler> {
        let told = self.done(|done| matches!(done, Done::Contact { .. } | Done::Referral { .. }));
        let closed = self.done(|done| matches!(done, Done::Closed { .. }));
        let signed = self.done(|done| matches!(done, Done::AssessmentSigned { .. }));
        let mut all = Vec::new();
        for (began, here, step) in self.done(|done| matches!(done, Done::AssessmentBegan)) {
            let ended = closed.iter().map(|(on, ..)| *on).filter(|on| *on < began).max();
            let asked = told.iter().map(|(on, ..)| *on).filter(|on| *on <= began);
            let from = asked.filter(|on| ended.is_none_or(|ended| *on >= ended)).max();
            let own: Vec<Dated<'a>> =
                signed.iter().copied().filter(|(_, _, done)| done.root == step.root).collect();
            let asks = (from.unwrap_or(began), here, step);
            all.extend(self.ruler(LimitKey::AssessmentSigned, asks, &own));
        }
        all
    }

    /// The first review of each protection plan, and the one after the last.
    fn reviews(&self) -> Vec<Ruler> {
        let reviews = self.done(|done| {
            matches!(done, Done::Review { of: Standing::Protection })
                || is_conference(done, Conference::Review)
        });
        let mut all = Vec::new();
        for plan in self.stretches.iter().filter(|one| one.standing == Some(Standing::Protection)) {
            let stood = |on: Date| on > plan.from && plan.until.is_none_or(|until| on <= until);
            let of_plan: Vec<Dated<'a>> =
                reviews.iter().copied().filter(|(on, ..)| stood(*on)).collect();
            let begun = self.done(|done| {
                matches!(done, Done::PlanBegan { standing: Standing::Protection, .. })
            });
            let Some(begun) = begun.into_iter().find(|(on, ..)| *on == plan.from) else { continue };
            all.extend(self.ruler(LimitKey::FirstReview, begun, &of_plan));
            if let Some(last) = of_plan.last().filter(|_| plan.until.is_none()) {
                all.extend(self.ruler(LimitKey::NextReview, *last, &[]));
            }
        }
        all
    }

    /// From this trigger, done by the first of these that comes after it in the same work.
    fn ruler(&self, key: LimitKey, asks: Dated<'_>, done: &[Dated<'_>]) -> Option<Ruler> {
        let (from, here, _) = asks;
        let limit = Limit::of(key)?;
        let by = limit.by(from)?;
        let closed = self.done(|done| matches!(done, Done::Closed { .. }));
        let closed = closed.iter().map(|(on, ..)| *on).filter(|on| *on >= from).min();
        let in_time = |on: Date| on >= from && closed.is_none_or(|closed| on <= closed);
        let first = done.iter().filter(|(on, ..)| in_time(*on)).min_by_key(|(on, ..)| *on);
        let done = match first {
            Some((on, _, step)) => {
                let counted = limit.counted(from, *on)?;
                Some(DoneOn { on: *on, counted, on_purpose: *on > by && is_decided(step, by) })
            }
            None => None,
        };
        let shows = match (done, closed) {
            (Some(_), _) => true,
            (None, Some(_)) => false,
            (None, None) => here || by >= self.as_of,
        };
        shows.then_some(Ruler { limit, from, by, done })
    }
}

fn is_conference(done: &Done, of: Conference) -> bool {
    matches!(done, Done::Conference { which, .. } if *which == of)
}

/// Whether a decision from before the limit passed says that it would be later.
fn is_decided(step: &Happening, by: Date) -> bool {
    step.written_in.iter().any(|linked| linked.kind == Kind::Decision && linked.on <= by)
}
