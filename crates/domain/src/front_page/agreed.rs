//! What people agreed: the plan in the lines that hang on the fridge, and the decision that holds.

use super::compose::{Composer, newest, of, pinned};
use super::{Dissent, LastDecision, Plan, PlanLine};
use crate::card::Card;
use crate::decision::{self, Decision};
use crate::decision_view::Adds;
use crate::id::EntryId;
use crate::kind::Payload;
use crate::plan;
use crate::plan_rule::PlanRule;

/// Lines of a plan that are shown where nobody has pinned any.
const LINES: usize = 6;

impl Composer<'_> {
    /// The newest plan that is not closed.
    pub(super) fn plan(&self) -> Option<Plan> {
        let open =
            of!(self.facts.cards, Plan).filter(|(_, plan)| plan.state != plan::State::Closed);
        let (card, plan) = newest(open)?;
        let mut rules: Vec<_> = of!(self.facts.cards, PlanRule).collect();
        rules.sort_by_key(|(card, _)| card.root);
        let mut shown = pinned(self.pins.map_or(&[][..], |pins| &pins.plan_rules), &rules);
        if shown.is_empty() {
            shown = rules;
            shown.retain(|(_, rule)| rule.plan == card.root);
            shown.truncate(LINES);
        }
        let lines = shown.into_iter().map(|(_, rule)| self.line(rule)).collect();
        Some(Plan { title: plan.title.clone(), lines })
    }

    /// A rule in short; where nobody wrote it in short, who does what.
    fn line(&self, rule: &PlanRule) -> PlanLine {
        match rule.short_parts() {
            Some((lead, rest)) => PlanLine { lead: lead.into(), rest: rest.trim_start().into() },
            None => PlanLine { lead: self.circle.named(rule.who).called, rest: rule.does.clone() },
        }
    }

    /// The pinned decision, else the newest that was made.
    pub(super) fn decision(&self) -> Option<LastDecision> {
        let made: Vec<_> = of!(self.facts.cards, Decision)
            .filter(|(_, decision)| decision.state != decision::State::Open)
            .collect();
        let pin: &[EntryId] =
            self.pins.and_then(|pins| pins.decision.as_ref()).map_or(&[], std::slice::from_ref);
        let pinned = pinned(pin, &made).first().copied();
        let (card, said) = pinned.or_else(|| newest(made.into_iter()))?;
        Some(self.last_decision(card, said))
    }

    fn last_decision(&self, card: &Card, said: &Decision) -> LastDecision {
        let mut dissent: Vec<_> = of!(self.facts.cards, DecisionView)
            .filter(|(_, view)| view.decision == card.root)
            .filter_map(|(card, view)| match &view.adds {
                Adds::Dissent { words } => Some((card.rank(), view.person, words)),
                _ => None,
            })
            .collect();
        dissent.sort_unstable();
        let dissent = dissent
            .into_iter()
            .map(|(_, by, words)| Dissent { by: self.circle.named(by), words: words.clone() });
        let parts: Vec<_> = said.agreed_their_part.iter().map(|part| part.person).collect();
        LastDecision {
            id: card.root,
            question: said.question.clone(),
            chosen: said.chosen_option().map(|option| option.text.clone()).unwrap_or_default(),
            because: said.because.clone(),
            dissent: dissent.collect(),
            decided_by: self.circle.all_named(&said.decided_by),
            agreed_their_part: self.circle.all_named(&parts),
            made_on: said.made_on.unwrap_or_else(|| card.on()),
            look_again_on: said.review_on,
            for_child: !said.for_child.trim().is_empty(),
            new: self.is_new(card.recorded_at),
        }
    }
}
