//! The line, from the steps as they stand in the record. Pure: the store reads them, and nothing
//! here asks anybody's leave.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::day::{Days, Filed, Names, Says, happened};
use super::ruler::rulers;
use super::stretch::{Span, stretches};
use super::{Done, Lead, Question, StepDay, StepsLine, Stretch, WRITTEN_IN};
use crate::entry::{Entry, Relation};
use crate::front_page::People;
use crate::id::{EntryId, PersonId};
use crate::involvement::Role;
use crate::kind::{Kind, Payload};
use crate::step::{Standing, What, Words};

/// Whose line, on which day.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// Whose.
    pub child: PersonId,
    /// The day.
    pub as_of: Date,
    /// The reader may read the words.
    pub in_words: bool,
    /// There are older steps than those given.
    pub older: bool,
}

/// A note or decision that a step is written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// What links name.
    pub root: EntryId,
    /// What it is.
    pub kind: Kind,
    /// Which of its kind: "meeting"; blank where there is but one.
    pub word: String,
    /// The day it happened.
    pub on: Date,
}

/// The line of these steps; `linked` are the notes and decisions they name, by root.
pub fn compose(
    asked: Asked,
    entries: &[Entry],
    linked: &BTreeMap<EntryId, Linked>,
    people: &People,
) -> StepsLine {
    let names = Names { people, on: asked.as_of };
    let filed: Vec<Filed<'_>> = entries
        .iter()
        .filter_map(|entry| match &entry.payload {
            Some(Payload::Step(step)) => Some(Filed::of(entry, step, asked.as_of)),
            _ => None,
        })
        .collect();
    let mut days = Days { found: Vec::new() };
    for one in &filed {
        put_on_its_days(&mut days, one, &filed, (asked, linked, &names));
    }
    let days = days.in_order();
    let stretches = stretches_of(&filed, asked.in_words);
    let leads = leads(&filed, &names);
    let nobody_leads_since = nobody_leads_since(&leads, &stretches, asked.as_of);
    StepsLine {
        as_of: asked.as_of,
        child: asked.child,
        in_words: asked.in_words,
        older: asked.older,
        rulers: rulers(&days, &stretches, asked.as_of),
        questions: questions(asked, &days, &stretches, nobody_leads_since),
        stretches,
        days,
        leads,
        nobody_leads_since,
        also_on: Vec::new(),
    }
}

fn put_on_its_days(
    days: &mut Days,
    one: &Filed<'_>,
    all: &[Filed<'_>],
    (asked, linked, names): (Asked, &BTreeMap<EntryId, Linked>, &Names<'_>),
) {
    let stands_twice = all.iter().any(|other| {
        other.on == one.on
            && other.origin.is_here() != one.origin.is_here()
            && other.step.what.word() == one.step.what.word()
    });
    let links = one.entry.head.links.iter();
    let written_in: Vec<Linked> = links
        .filter(|link| link.how != Relation::CameBy && asked.in_words)
        .filter_map(|link| linked.get(&link.to).cloned())
        .filter(|linked| WRITTEN_IN.contains(&linked.kind))
        .collect();
    let words = one.step.words.clone().filter(|_| asked.in_words).unwrap_or_default();
    let mut says = Some(Says { words, written_in, stands_twice });
    for (on, mut done) in happened(one, names) {
        if !asked.in_words {
            without_words(&mut done);
        }
        let says = says.take().unwrap_or(Says { stands_twice, ..Says::default() });
        days.add(one, (on, done), says);
    }
}

/// Leaves out what somebody said.
fn without_words(done: &mut Done) {
    if let Done::FamilyMeeting { proposal, not_offered_because, .. } = done {
        (*proposal, *not_offered_because) = (None, None);
    }
}

fn stretches_of(filed: &[Filed<'_>], in_words: bool) -> Vec<Stretch> {
    let done = || filed.iter().filter(|one| !one.is_to_come(one.on));
    let spans = done().filter_map(|one| {
        let words: Option<&Words> = one.step.words.as_ref().filter(|_| in_words);
        let heading = words.and_then(|words| words.heading.clone());
        Span::of(&one.step.what, one.on, heading, !one.origin.is_here())
    });
    let closures: Vec<Date> = done()
        .filter(|one| matches!(one.step.what, What::Closure { .. }))
        .map(|one| one.on)
        .collect();
    stretches(spans.collect(), &closures)
}

fn leads(filed: &[Filed<'_>], names: &Names<'_>) -> Vec<Lead> {
    let mut all: Vec<Lead> = filed
        .iter()
        .filter_map(|one| match &one.step.what {
            What::Lead { person, role, until } if !one.is_to_come(one.on) => Some(Lead {
                root: one.entry.head.root,
                who: names.who(*person),
                role: *role,
                from: one.on,
                until: *until,
            }),
            _ => None,
        })
        .collect();
    all.sort_by_key(|lead| (lead.from, lead.role != Role::FamilyHelpLead, lead.root));
    all
}

/// Since when nobody is named, where somebody was and a plan stands.
fn nobody_leads_since(leads: &[Lead], stretches: &[Stretch], as_of: Date) -> Option<Date> {
    let stands = stretches.last().is_some_and(|last| {
        last.standing.is_some() && last.until.is_none_or(|until| until > as_of)
    });
    let of_help =
        leads.iter().filter(|lead| matches!(lead.role, Role::FamilyHelpLead | Role::Lead));
    let ends: Option<Vec<Date>> = of_help.map(|lead| lead.until).collect();
    ends?.into_iter().max().filter(|last| stands && *last <= as_of)
}

fn questions(
    asked: Asked,
    days: &[StepDay],
    stretches: &[Stretch],
    nobody_leads_since: Option<Date>,
) -> Vec<Question> {
    if !asked.in_words {
        return Vec::new();
    }
    let steps = || days.iter().flat_map(|day| &day.steps);
    let met = steps().any(|step| matches!(step.done, Done::FamilyMeeting { .. }));
    let now = stretches.last().filter(|last| last.until.is_none_or(|until| until > asked.as_of));
    let offered = now.and_then(|now| now.standing).is_some_and(|now| now < Standing::Care) && !met;
    let bare = |stretch: &&Stretch| {
        let within = |day: &&StepDay| {
            stretch.from <= day.on && stretch.until.is_none_or(|until| day.on <= until)
        };
        let silent =
            days.iter().filter(within).flat_map(|day| &day.steps).all(|step| {
                step.says.is_none() && step.more.is_none() && step.written_in.is_empty()
            });
        stretch.elsewhere && stretch.until.is_some() && silent
    };
    let about = stretches.iter().rfind(bare).map(|stretch| Question::WhatWasItAbout(stretch.from));
    let who = nobody_leads_since.map(Question::WhoLeads);
    [who, offered.then_some(Question::FamilyMeeting), about].into_iter().flatten().collect()
}
