//! Every entry the files have a name for gets its id before any is written, so that each can name
//! the others in whatever order the files have them. Steps get theirs when they are written: two
//! rows may be one step.

use jiff::Timestamp;

use super::book::Book;
use super::case::Case;
use super::moment::office;
use super::{note, plan, scale, statement};
use crate::family::Id;

/// Names what one family's file holds.
pub(super) fn name(book: &mut Book<'_>, case: &Case<'_>) {
    for (id, moment) in named(case) {
        let root = book.fresh(moment);
        book.entries.insert(id.clone(), root);
    }
}

fn named<'b>(case: &Case<'b>) -> Vec<(&'b Id, Timestamp)> {
    let family = case.family;
    let mut named = Vec::new();
    let mut on = |id: &'b Id, day| named.push((id, office(case.known_on(day))));
    for danger in &family.dangers {
        on(&danger.id, statement::begun(danger));
    }
    for item in &family.map {
        on(&item.id, item.on);
    }
    for goal in &family.goals {
        on(&goal.id, statement::set(family, goal).unwrap_or(case.opened));
    }
    for scale in &family.scales {
        on(&scale.id, scale::begun(family, scale).unwrap_or(case.opened));
    }
    for decision in &family.decisions {
        decision.id.iter().for_each(|id| on(id, decision.made_on));
    }
    for unknown in family.unknowns.iter().filter_map(|unknown| unknown.asked.as_ref()) {
        on(&unknown.id, unknown.since);
    }
    for review in &family.plan_reviews {
        on(&review.id, review.on);
    }
    for assessment in &family.assessments {
        on(&assessment.id, assessment.started);
    }
    if let Some(plan) = &family.plan {
        let days = plan::Days::of(case, plan);
        let lines = plan.bottom_lines.iter().filter_map(|line| line.id.as_ref());
        let rules = plan.rules.iter().filter_map(|rule| rule.id.as_ref());
        let flags = plan.red_flags.iter().filter_map(|flag| flag.id.as_ref());
        lines.chain(rules).chain(flags).for_each(|id| on(id, days.begun));
        for trial in &plan.trials {
            trial.id.iter().for_each(|id| on(id, trial.from));
        }
        family.timeline.iter().for_each(|step| on(&step.id, days.tried));
    }
    let notes = family.notes.iter().filter(|note| !note.draft);
    named.extend(notes.map(|note| (&note.id, note::wish(note))));
    named
}
