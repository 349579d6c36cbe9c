//! What one child of a census file comes to: lines, each an entry in waiting, by where it stands
//! in the file.
//!
//! ```text
//! C0001/person                         who the child is
//! C0001/upn                            a number
//! C0001/assessment/2025-04-03/1        the first assessment of that day
//! ```
//! That reference is an event's key: the authority, the child's number, the kind, the day it
//! began, and its place among those of that kind and day. It does not say which year's file it
//! came in, so an assessment that two files tell of is one assessment.

use domain::census::{Code, CodeSet};
use domain::known_by::{KnownBy, Scheme};
use domain::person::{Born, Person, Sex};
use domain::step::{PreProceedings, Standing, What};
use exchange::cin;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A child as a file has them, ready to be filed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportedChild {
    /// The authority's number.
    pub la_child_id: String,
    /// Who the child is.
    pub person: Person,
    /// What they are known by, the authority's number first.
    pub numbers: Vec<Number>,
    /// What was done, in the order of the file.
    pub steps: Vec<ImportedStep>,
}

/// A number of a child.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Number {
    /// Which kind.
    pub scheme: Scheme,
    /// As written.
    pub value: String,
    /// Whether its check holds.
    pub checks: bool,
}

/// Something that was done, on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportedStep {
    /// The day it began.
    pub on: Date,
    /// Its place among those of its kind and day, from 1.
    pub place: u32,
    /// What.
    pub what: What,
}

impl ImportedChild {
    /// From a child of a census file.
    pub fn of_census(child: &cin::Child) -> Self {
        let mut steps = Steps::default();
        for episode in &child.episodes {
            steps.episode(episode);
        }
        Self {
            la_child_id: child.la_child_id.clone(),
            person: person(child),
            numbers: numbers(child),
            steps: steps.found,
        }
    }

    /// The first part of every reference of this child.
    pub fn key(&self) -> String {
        child_key(&self.la_child_id)
    }
}

/// A child's number as the first part of a reference: a slash would end it too early.
pub fn child_key(la_child_id: &str) -> String {
    la_child_id.replace('%', "%25").replace('/', "%2F")
}

impl Number {
    /// This number as an entry of that person.
    pub fn of(&self, person: domain::id::PersonId) -> KnownBy {
        let (scheme, checks) = (self.scheme, self.checks);
        KnownBy { person, scheme, value: self.value.clone(), checks }
    }
}

impl ImportedStep {
    /// Where it stands among this child's lines.
    pub fn reference(&self, key: &str) -> String {
        format!("{key}/{}/{}/{}", self.what.word(), self.on, self.place)
    }
}

fn person(child: &cin::Child) -> Person {
    let born = child.born_on.map(Born::On).or(child.expected_on.map(Born::Due));
    Person {
        born,
        died_on: child.died_on,
        sex: child.sex.map(|sex| match sex.code() {
            "F" => Sex::Female,
            "M" => Sex::Male,
            _ => Sex::NotKnown,
        }),
        ethnicity: code(child.ethnicity),
        disabilities: codes(&child.disabilities),
        no_upn_because: code(child.upn_unknown),
        ..Person::default()
    }
}

fn numbers(child: &cin::Child) -> Vec<Number> {
    let own = Number { scheme: Scheme::LaChildId, value: child.la_child_id.clone(), checks: true };
    let pupil = |scheme, upn: &Option<cin::Upn>| {
        upn.as_ref().map(|upn| Number { scheme, value: upn.text.clone(), checks: upn.holds })
    };
    [Some(own), pupil(Scheme::Upn, &child.upn), pupil(Scheme::FormerUpn, &child.former_upn)]
        .into_iter()
        .flatten()
        .collect()
}

/// A code as payloads keep it; one that another has taken the place of is kept as that other.
fn code<C: CodeSet>(of: Option<C>) -> Option<String> {
    of.map(|of| {
        let row: &Code = of.row();
        row.now.unwrap_or(row.code).to_owned()
    })
}

fn codes<C: CodeSet>(of: &[C]) -> Vec<String> {
    of.iter().filter_map(|one| code(Some(*one))).collect()
}

#[derive(Default)]
struct Steps {
    found: Vec<ImportedStep>,
    places: HashMap<(&'static str, Date), u32>,
}

impl Steps {
    fn add(&mut self, on: Date, what: What) {
        let place = self.places.entry((what.word(), on)).or_default();
        *place += 1;
        self.found.push(ImportedStep { on, place: *place, what });
    }

    fn episode(&mut self, episode: &cin::Referral) {
        self.add(
            episode.referred_on,
            What::Referral {
                from: None,
                source: code(episode.source),
                need: code(episode.need),
                no_further_action: episode.no_further_action,
            },
        );
        for assessment in &episode.assessments {
            self.assessment(assessment);
        }
        for plan in &episode.plans {
            self.add(plan.started_on, plan_of(Standing::FamilyHelp, plan.ended_on));
        }
        for enquiry in &episode.section_47s {
            self.enquiry(enquiry);
        }
        if let Some(on) = episode.initial_conference_on {
            let which = domain::step::Conference::Transfer;
            self.add(on, What::Conference { which, chair: None, category: None });
        }
        for plan in &episode.protection_plans {
            self.protection(plan);
        }
        for before_court in &episode.pre_proceedings {
            self.add(before_court.started_on, What::PreProceedings(pre_proceedings(before_court)));
        }
        if let Some(on) = episode.closed_on {
            self.add(on, What::Closure { reason: code(episode.closure_reason) });
        }
    }

    fn assessment(&mut self, assessment: &cin::Assessment) {
        self.add(
            assessment.started_on,
            What::Assessment {
                look_again_on: assessment.reviewed_on,
                signed_on: assessment.authorised_on,
                signed_by: None,
                factors: codes(&assessment.factors),
            },
        );
    }

    fn enquiry(&mut self, enquiry: &cin::Section47) {
        self.add(
            enquiry.started_on,
            What::Section47 {
                conference_by: enquiry.conference_due_on,
                conference_on: enquiry.conference_on,
                conference_needed: enquiry.conference_not_needed.map(|not| !not),
            },
        );
    }

    fn protection(&mut self, plan: &cin::ProtectionPlan) {
        self.add(
            plan.started_on,
            What::Plan {
                standing: Standing::Protection,
                ended_on: plan.ended_on,
                category: code(plan.first_category),
                latest_category: code(plan.latest_category),
                plans_before: plan.earlier_plans.map(u32::from),
            },
        );
        for on in &plan.reviewed_on {
            self.add(*on, What::Review { of: Standing::Protection });
        }
    }
}

const fn plan_of(standing: Standing, ended_on: Option<Date>) -> What {
    What::Plan { standing, ended_on, category: None, latest_category: None, plans_before: None }
}

fn pre_proceedings(before_court: &cin::PreProceedings) -> PreProceedings {
    PreProceedings {
        letter_on: before_court.letter_sent_on,
        meeting_offered: before_court.family_meeting_offered,
        meeting_held: before_court.family_meeting_facilitated,
        first_meeting_on: before_court.first_meeting_on,
        reviews: before_court.review_meetings.map(u32::from),
        decided_on: before_court.decided_on,
        outcome: code(before_court.outcome),
        court_asked_on: before_court.court_application_on,
        proceedings_letter_on: before_court.proceedings_letter_on,
    }
}
