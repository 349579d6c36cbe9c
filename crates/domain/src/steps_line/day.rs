//! What one written step amounts to on the line: one thing that happened or several, each on its
//! own day.

use jiff::civil::Date;

use super::{BeforeCourt, Done, Happening, Linked, Origin, StepDay, Who};
use crate::entry::Entry;
use crate::front_page::People;
use crate::id::PersonId;
use crate::step::{Conference, PreProceedings, Step, What, Words};
use crate::time::{Precision, day_of};
use crate::voice::SourceKind;

/// A step as it is filed, before it is put on its days.
pub(super) struct Filed<'a> {
    pub entry: &'a Entry,
    pub step: &'a Step,
    pub on: Date,
    pub origin: Origin,
    as_of: Date,
}

impl<'a> Filed<'a> {
    /// From an entry that is a step, on this day.
    pub fn of(entry: &'a Entry, step: &'a Step, as_of: Date) -> Self {
        let head = &entry.head;
        let elsewhere =
            head.source.as_ref().filter(|source| source.from == SourceKind::OtherSystem);
        let origin = elsewhere.map_or(Origin::Here, |source| Origin::Elsewhere {
            name: source.name.clone(),
            read_on: day_of(head.recorded_at),
        });
        Self { entry, step, on: head.happened.day(), origin, as_of }
    }

    /// Whether what is written of this day is still to come: because it was written so, or since
    /// the day lies ahead, as a wrong year in a file does.
    pub fn is_to_come(&self, on: Date) -> bool {
        self.step.planned || on > self.as_of
    }
}

/// Names persons, as they are called on one day.
pub(super) struct Names<'a> {
    pub people: &'a People,
    pub on: Date,
}

impl Names<'_> {
    pub fn who(&self, id: PersonId) -> Option<Who> {
        Who::of(self.people, id, self.on)
    }
    fn maybe(&self, id: Option<PersonId>) -> Option<Who> {
        id.and_then(|id| self.who(id))
    }
    fn all(&self, ids: &[PersonId]) -> Vec<Who> {
        ids.iter().filter_map(|id| self.who(*id)).collect()
    }
}

/// Everything that a step says happened, each with its day. The first carries its words.
pub(super) fn happened(filed: &Filed<'_>, names: &Names<'_>) -> Vec<(Date, Done)> {
    let on = filed.on;
    match &filed.step.what {
        What::Assessment { look_again_on, signed_on, signed_by, factors } => {
            let mut all = Vec::new();
            if let Some(signed) = signed_on {
                let (by, factors) = (names.maybe(*signed_by), factors.clone());
                all.push((*signed, Done::AssessmentSigned { began_on: on, by, factors }));
            }
            all.push((on, Done::AssessmentBegan));
            let ahead = look_again_on.filter(|day| *day > names.on && signed_on.is_none());
            all.extend(ahead.map(|day| (day, Done::LookAgain)));
            all
        }
        What::Section47 { conference_on, conference_needed, .. } => {
            let began = Done::EnquiryBegan { conference_needed: *conference_needed };
            let which = Conference::First;
            let held = Done::Conference { which, chair: None, category: None };
            let held = conference_on.map(|day| (day, held));
            std::iter::once((on, began)).chain(held).collect()
        }
        What::Plan { standing, ended_on, category, latest_category, plans_before } => {
            let (standing, plans_before) = (*standing, *plans_before);
            let began = Done::PlanBegan { standing, category: category.clone(), plans_before };
            let category = latest_category.clone();
            let ended = ended_on.map(|day| (day, Done::PlanEnded { standing, category }));
            std::iter::once((on, began)).chain(ended).collect()
        }
        What::Placement { with, until } => {
            let began = Done::PlacementBegan { with: names.maybe(*with) };
            let ended = until.map(|day| (day, Done::PlacementEnded));
            std::iter::once((on, began)).chain(ended).collect()
        }
        What::PreProceedings(before) => before_court(before, on),
        what => vec![(on, alone(what, names))],
    }
}

/// What happens on one day alone.
fn alone(what: &What, names: &Names<'_>) -> Done {
    match what {
        What::Contact { from, source, need } => {
            Done::Contact { from: names.maybe(*from), source: source.clone(), need: need.clone() }
        }
        What::Referral { from, source, need, no_further_action } => Done::Referral {
            from: names.maybe(*from),
            source: source.clone(),
            need: need.clone(),
            no_further_action: *no_further_action == Some(true),
        },
        What::Strategy { with } => Done::Strategy { with: names.all(with) },
        What::Conference { which, chair, category } => Done::Conference {
            which: *which,
            chair: names.maybe(*chair),
            category: category.clone(),
        },
        What::Review { of } => Done::Review { of: *of },
        What::CoreGroup { with } => Done::CoreGroup { with: names.all(with) },
        What::Lead { person, role, .. } => Done::LeadBegan { who: names.who(*person), role: *role },
        What::FamilyMeeting { wanted, held_on, proposal, not_offered_because } => {
            Done::FamilyMeeting {
                wanted: *wanted,
                held_on: *held_on,
                proposal: proposal.clone(),
                not_offered_because: not_offered_because.clone(),
            }
        }
        What::Closure { reason } => Done::Closed { reason: reason.clone() },
        _ => Done::Decision,
    }
}

fn before_court(before: &PreProceedings, on: Date) -> Vec<(Date, Done)> {
    let parts = [
        (before.letter_on, BeforeCourt::Letter),
        (before.first_meeting_on, BeforeCourt::FirstMeeting),
        (before.decided_on, BeforeCourt::Decided),
        (before.court_asked_on, BeforeCourt::CourtAsked),
    ];
    let mut all: Vec<(Date, Done)> =
        parts.into_iter().filter_map(|(day, part)| Some((day?, Done::BeforeCourt(part)))).collect();
    if all.iter().all(|(day, _)| *day != on) {
        all.push((on, Done::BeforeCourt(BeforeCourt::Began)));
    }
    all.sort_by_key(|(day, _)| *day);
    all
}

/// How much a thing tells of its day; the smallest names the mark.
const fn rank(done: &Done) -> u8 {
    match done {
        Done::Closed { .. } => 0,
        Done::Conference { .. } => 1,
        Done::PlanEnded { .. } => 2,
        Done::Contact { .. } | Done::Referral { .. } => 3,
        Done::PlanBegan { .. } => 4,
        Done::Decision | Done::BeforeCourt(_) => 5,
        Done::Strategy { .. } => 6,
        Done::EnquiryBegan { .. } => 7,
        Done::Review { .. } | Done::LookAgain => 8,
        Done::AssessmentSigned { .. } => 9,
        Done::PlacementBegan { .. } | Done::PlacementEnded => 10,
        Done::CoreGroup { .. } | Done::FamilyMeeting { .. } => 11,
        Done::AssessmentBegan => 12,
        Done::LeadBegan { .. } => 13,
    }
}

/// Puts each thing on its day and where it is written; oldest first.
pub(super) struct Days {
    pub found: Vec<StepDay>,
}

impl Days {
    pub fn add(&mut self, filed: &Filed<'_>, (on, done): (Date, Done), says: Says) {
        let as_filed = on == filed.on;
        let precision = if as_filed { filed.entry.head.happened.precision } else { Precision::Day };
        let precision = if precision == Precision::Instant { Precision::Day } else { precision };
        let planned = filed.is_to_come(on) || matches!(done, Done::LookAgain);
        let root = filed.entry.head.root;
        let Words { mark, says: said, more, .. } = says.words;
        let (written_in, stands_twice) = (says.written_in, says.stands_twice);
        let step = Happening { root, done, mark, says: said, more, written_in, stands_twice };
        let same = self.found.iter_mut().find(|day| {
            day.on == on
                && day.precision == precision
                && day.planned == planned
                && day.origin == filed.origin
        });
        match same {
            Some(day) => day.steps.push(step),
            None => {
                let (origin, steps) = (filed.origin.clone(), vec![step]);
                self.found.push(StepDay { on, precision, origin, planned, steps });
            }
        }
    }

    pub fn in_order(mut self) -> Vec<StepDay> {
        for day in &mut self.found {
            day.steps.sort_by_key(|step| (step.says.is_none(), rank(&step.done), step.root));
        }
        self.found.sort_by_key(|day| (day.on, day.planned, day.origin.is_here()));
        self.found
    }
}

/// What is said of one thing that happened.
#[derive(Default)]
pub(super) struct Says {
    pub words: Words,
    pub written_in: Vec<Linked>,
    pub stands_twice: bool,
}
