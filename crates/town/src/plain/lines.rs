//! What a front page tells of a child: cards, the newest sighting, what happened lately.

use super::{Plain, Standing};
use domain::card::Card;
use domain::decision;
use domain::front_page::{Sighting, Told};
use domain::id::PersonId;
use domain::kind::Payload;
use domain::map_item::Column;
use domain::note::NoteKind;
use domain::scale::ScaleKind;
use domain::text::opening;
use domain::voice::{Mode, Speaker};
use domain::{decision_view::Adds, plan, timeline_step};
use jiff::Timestamp;
use std::cmp::Reverse;

impl Plain<'_> {
    /// Everything that stands of the child and that the page may draw: every decision, not only
    /// the pinned and the newest.
    pub(super) fn cards(&self, child: PersonId) -> Vec<Card> {
        let filed = |one: &&Standing<'_>| match one.payload {
            Payload::Tonight(tonight) => tonight.child == child,
            Payload::ChildMessage(message) => message.child == child,
            Payload::Emblem(emblem) => emblem.child == child,
            Payload::Pins(pins) => pins.child == child,
            Payload::Involvement(part) => part.child == child,
            _ => one.head.about.contains(&child),
        };
        let all = self.standing.iter().filter(filed);
        let drawn = all.filter(|one| is_drawn(one.payload) && self.reads(one, child));
        let drawn = drawn.filter(|one| self.is_in_the_chart(one, child));
        drawn.map(|one| self.card(one, child)).collect()
    }

    /// Of each rater on each scale the three newest numbers and the first; what is under seal is
    /// counted apart.
    fn is_in_the_chart(&self, one: &Standing<'_>, child: PersonId) -> bool {
        let Payload::Rating(rating) = one.payload else { return true };
        let rank =
            |one: &Standing<'_>| (one.head.happened.rank(), one.head.recorded_at, one.head.id);
        let others = self.standing.iter().filter(|other| {
            let Payload::Rating(also) = other.payload else { return false };
            (also.scale, also.rater) == (rating.scale, rating.rater)
                && other.head.audience.sealed == one.head.audience.sealed
                && other.head.about.contains(&child)
        });
        let others: Vec<_> = others.map(rank).collect();
        let newer = others.iter().filter(|other| **other > rank(one)).count();
        newer < 3 || others.iter().all(|other| *other >= rank(one))
    }

    fn card(&self, one: &Standing<'_>, child: PersonId) -> Card {
        let head = one.head;
        let numbers = matches!(one.payload, Payload::Rating(_));
        let how = head.said_by.as_ref().map(|voice| match voice.who {
            Speaker::Person(_) => voice.how,
            Speaker::Anonymous | Speaker::NotKnown => Mode::Reported,
        });
        Card {
            root: head.root,
            id: head.id,
            at: moment(head.happened.rank()),
            recorded_at: head.recorded_at,
            voice: if numbers { Self::said_by(one) } else { self.voice(one) },
            how,
            beside: head.about.iter().copied().filter(|other| *other != child).collect(),
            payload: one.payload.clone(),
        }
    }

    /// The newest note that saw the child.
    pub(super) fn last_seen(&self, child: PersonId) -> Option<Sighting> {
        let mut newest: Option<Sighting> = None;
        for one in self.standing.iter().filter(|one| self.has_happened(one)) {
            let Payload::Note(note) = one.payload else { continue };
            let Some(seen) = note.seen.iter().find(|seen| seen.child == child) else { continue };
            if note.planned || !self.reads(one, child) {
                continue;
            }
            let at = moment(one.head.happened.rank());
            let newer = newest.as_ref().is_none_or(|old| (old.at, old.note) < (at, one.head.root));
            if newer {
                let short = seen.how.clone().or_else(|| note.short.clone());
                newest = Some(Sighting {
                    note: one.head.root,
                    at,
                    recorded_at: one.head.recorded_at,
                    text: short.unwrap_or_else(|| opening(&note.text, 240).into_owned()),
                    by: self.voice(one),
                });
            }
        }
        newest
    }

    /// The last twelve things that happened, in the words somebody wrote.
    pub(super) fn lately(&self, child: PersonId) -> Vec<Told> {
        let mut told: Vec<(Told, _)> = Vec::new();
        for one in self.standing.iter().filter(|one| one.head.about.contains(&child)) {
            if let Some(text) = short(one.payload)
                && self.has_happened(one)
                && self.reads(one, child)
            {
                let at = moment(one.head.happened.rank());
                let recorded_at = one.head.recorded_at;
                let step = matches!(one.payload, Payload::Step(_));
                told.push((Told { at, recorded_at, text, step }, one.head.root));
            }
        }
        told.sort_by_key(|(told, root)| Reverse((told.at, *root)));
        told.truncate(12);
        told.sort_by_key(|(told, _)| Reverse((told.at, told.recorded_at)));
        told.into_iter().map(|(told, _)| told).collect()
    }

    fn has_happened(&self, one: &Standing<'_>) -> bool {
        one.head.happened.day() <= self.as_of
    }
}

fn moment(rank: i64) -> Timestamp {
    Timestamp::from_microsecond(rank).unwrap_or_default()
}

/// Whether a front page may draw it at all.
fn is_drawn(payload: &Payload) -> bool {
    match payload {
        Payload::HousesPage(page) => page.for_the_front_page().is_some(),
        Payload::MapItem(item) => item.kind.column() == Column::Well && !item.off_the_map,
        Payload::SafetyGoal(goal) => goal.seen_on.is_none(),
        Payload::Scale(scale) => scale.kind != ScaleKind::PlanConfidence,
        Payload::Plan(plan) => plan.state != plan::State::Closed,
        Payload::TimelineStep(step) => step.state == timeline_step::State::Planned,
        Payload::Unknown(asked) => asked.found.is_none(),
        Payload::Decision(decision) => decision.state != decision::State::Open,
        Payload::DecisionView(view) => matches!(view.adds, Adds::Dissent { .. }),
        other => matches!(
            other,
            Payload::Tonight(_)
                | Payload::ChildMessage(_)
                | Payload::Emblem(_)
                | Payload::Pins(_)
                | Payload::Involvement(_)
                | Payload::DangerStatement(_)
                | Payload::PlanRule(_)
                | Payload::NetworkMember(_)
                | Payload::Rating(_)
        ),
    }
}

/// The words in which "lately" tells of it; none where it is not told there.
fn short(payload: &Payload) -> Option<String> {
    let cut = |text: &String| opening(text, 90).into_owned();
    let words = match payload {
        Payload::Note(note) if note.planned && note.kind != NoteKind::NightBook => None,
        Payload::Note(note) if note.kind == NoteKind::NightBook => note.short.clone(),
        Payload::Note(note) => {
            Some(note.short.clone().or(note.title.clone()).unwrap_or_else(|| cut(&note.text)))
        }
        Payload::LifeEvent(event) => Some(event.short.clone().unwrap_or_else(|| cut(&event.what))),
        Payload::Step(step) if step.planned => None,
        Payload::Step(step) => {
            step.words.as_ref().and_then(|words| words.mark.clone().or(words.heading.clone()))
        }
        Payload::PlanTrial(trial) => trial.short.clone().or(trial.title.clone()),
        Payload::Decision(said) if said.state == decision::State::Open => None,
        Payload::Decision(said) => Some(cut(&said.question)),
        _ => None,
    };
    words.filter(|words| !words.trim().is_empty())
}
