//! The three columns of a front page: what people worry about, what works, what needs to happen;
//! and what nobody knows yet.

use std::cmp::Reverse;

use super::compose::{Composer, of, pinned};
use super::{Danger, Goal, Named, NextStep, Strength, Unknown};
use crate::card::Card;
use crate::danger_statement::{DangerStatement, Level};
use crate::id::EntryId;
use crate::kind::Payload;
use crate::map_item::{MapItem, MapKind};
use crate::safety_goal::SafetyGoal;
use crate::timeline_step::State;
use crate::voice::Mode;

/// Strengths that are shown where nobody has pinned any.
const STRENGTHS: usize = 3;
/// Next steps that are shown where nobody has pinned any.
const NEXT: usize = 3;
/// Unknowns that are shown where nobody has pinned any.
const UNKNOWNS: usize = 5;

impl Composer<'_> {
    /// The roots that people pinned to one of the slots.
    fn pins_of(&self, slot: impl Fn(&crate::pins::Pins) -> &Vec<EntryId>) -> &[EntryId] {
        self.pins.map_or(&[], |pins| slot(pins))
    }

    pub(super) fn dangers(&self) -> Vec<Danger> {
        let mut all: Vec<_> = of!(self.facts.cards, DangerStatement).collect();
        all.sort_by_key(|(card, said)| (said.kind == Level::Worry, Reverse(card.rank())));
        let first = pinned(self.pins_of(|pins| &pins.dangers), &all);
        pinned_then_rest(first, all)
            .into_iter()
            .map(|(card, said)| self.danger(card, said))
            .collect()
    }

    fn danger(&self, card: &Card, said: &DangerStatement) -> Danger {
        let blank = said.text.trim().is_empty();
        let parts = [&said.happened, &said.could_happen, &said.when_likely, &said.family_says];
        let parts =
            || parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
        Danger {
            id: card.root,
            level: said.kind,
            text: if blank { parts() } else { said.text.clone() },
            disagreement: said.disagreement_span(),
            who_worries: self.who_worries(card, said),
            on: card.on(),
            new: self.is_new(card.recorded_at),
        }
    }

    pub(super) fn strengths(&self) -> Vec<Strength> {
        let well = |item: &MapItem| matches!(item.kind, MapKind::Safety | MapKind::Strength);
        let mut all: Vec<_> = of!(self.facts.cards, MapItem)
            .filter(|(_, item)| well(item) && !item.off_the_map)
            .collect();
        all.sort_by_key(|(card, item)| (item.kind == MapKind::Strength, Reverse(card.rank())));
        let mut shown = pinned(self.pins_of(|pins| &pins.strengths), &all);
        if shown.is_empty() {
            shown = all;
            shown.truncate(STRENGTHS);
        }
        shown.into_iter().filter_map(|(card, item)| self.strength(card, item)).collect()
    }

    fn strength(&self, card: &Card, item: &MapItem) -> Option<Strength> {
        Some(Strength {
            id: card.root,
            text: item.text.clone(),
            said_by: self.circle.named(card.voice?),
            mode: card.how.unwrap_or(Mode::Judgement),
            on: card.on(),
            seen_safety: item.kind == MapKind::Safety,
            new: self.is_new(card.recorded_at),
        })
    }

    pub(super) fn goals(&self) -> Vec<Goal> {
        let mut all: Vec<_> =
            of!(self.facts.cards, SafetyGoal).filter(|(_, goal)| goal.seen_on.is_none()).collect();
        all.sort_by_key(|(card, _)| Reverse(card.rank()));
        let first = pinned(self.pins_of(|pins| &pins.goals), &all);
        let goal = |(card, said): (&Card, &SafetyGoal)| Goal {
            id: card.root,
            text: if said.text.trim().is_empty() {
                said.actions.join(" ")
            } else {
                said.text.clone()
            },
            on: card.on(),
            new: self.is_new(card.recorded_at),
        };
        pinned_then_rest(first, all).into_iter().map(goal).collect()
    }

    /// Who is worried, as the statement says; where it says nobody, whoever wrote it down.
    pub(crate) fn who_worries(&self, card: &Card, said: &DangerStatement) -> Vec<Named> {
        if said.who_worries.is_empty() && said.others_worry.is_none() {
            return self.circle.all_named(card.voice.as_slice());
        }
        self.circle.all_named(&said.who_worries)
    }

    pub(super) fn next(&self) -> Vec<NextStep> {
        let mut all: Vec<_> = of!(self.facts.cards, TimelineStep)
            .filter(|(_, step)| step.state == State::Planned && step.by.is_some())
            .collect();
        all.sort_by_key(|(card, step)| (step.by, card.root));
        let mut shown = pinned(self.pins_of(|pins| &pins.next), &all);
        if shown.is_empty() {
            shown = all;
            shown.truncate(NEXT);
        }
        let step = |(_, step): (&Card, &crate::timeline_step::TimelineStep)| {
            Some(NextStep { by: step.by?, text: step.short.as_ref().unwrap_or(&step.step).clone() })
        };
        shown.into_iter().filter_map(step).collect()
    }

    pub(super) fn unknowns(&self) -> Vec<Unknown> {
        let mut all: Vec<_> =
            of!(self.facts.cards, Unknown).filter(|(_, asked)| asked.found.is_none()).collect();
        all.sort_by_key(|(card, _)| Reverse(card.rank()));
        let mut shown = pinned(self.pins_of(|pins| &pins.unknowns), &all);
        if shown.is_empty() {
            shown = all;
            shown.truncate(UNKNOWNS);
        }
        let unknown = |(card, asked): (&Card, &crate::unknown::Unknown)| Unknown {
            id: card.root,
            short: asked.short.as_ref().unwrap_or(&asked.question).clone(),
            new: self.is_new(card.recorded_at),
        };
        shown.into_iter().map(unknown).collect()
    }
}

/// What is pinned, then everything else in its own order.
fn pinned_then_rest<'a, T>(
    first: Vec<(&'a Card, &'a T)>,
    all: Vec<(&'a Card, &'a T)>,
) -> Vec<(&'a Card, &'a T)> {
    let is_pinned = |card: &Card| first.iter().any(|(pinned, _)| pinned.root == card.root);
    let rest: Vec<_> = all.into_iter().filter(|(card, _)| !is_pinned(card)).collect();
    first.into_iter().chain(rest).collect()
}
