//! Scales on a front page: numbers by whoever gave them, and whose number is missed.

use super::compose::{Composer, of, pinned};
use super::{Named, Rater, Rating, Scale};
use crate::card::Card;
use crate::id::{EntryId, PersonId};
use crate::kind::Payload;
use crate::network_member::Ring;
use crate::rating;
use crate::scale::{self, ScaleKind, old_enough_to_be_asked};

impl Composer<'_> {
    pub(super) fn scales(&self) -> Vec<Scale> {
        let mut all: Vec<_> = of!(self.facts.cards, Scale).collect();
        all.sort_by_key(|(card, scale)| (place(scale.kind), card.rank()));
        let pins = self.pins.map_or(&[][..], |pins| &pins.scales);
        let mut shown = pinned(pins, &all);
        if shown.is_empty() {
            shown = all;
            shown.retain(|(_, s)| matches!(s.kind, ScaleKind::Danger | ScaleKind::EverydayCare));
        }
        shown.into_iter().map(|(card, scale)| self.scale(card, scale)).collect()
    }

    fn scale(&self, card: &Card, scale: &scale::Scale) -> Scale {
        let mut given: Vec<_> =
            of!(self.facts.cards, Rating).filter(|(_, rating)| rating.scale == card.root).collect();
        given.sort_by_key(|(card, _)| card.rank());
        Scale {
            id: card.root,
            kind: scale.kind,
            title: scale.title.clone().unwrap_or_default(),
            anchor_10: scale.anchor10.clone(),
            anchor_0: scale.anchor0.clone(),
            not_asked: self.not_asked(card.root, scale.kind),
            raters: self.raters(&given),
        }
    }

    /// Everybody's numbers, in the order in which they first gave one. Stones of a child's jar are no
    /// numbers of this scale.
    fn raters(&self, given: &[(&Card, &rating::Rating)]) -> Vec<Rater> {
        let mut raters: Vec<Rater> = Vec::new();
        for (card, rating) in given {
            if matches!(rating.answer, rating::Answer::Stones(_)) {
                continue;
            }
            let number = Rating {
                on: card.on(),
                value: rating.answer.value().map(scale::ScaleValue::get),
                why: rating.why.clone().unwrap_or_default(),
            };
            match raters.iter_mut().find(|rater| rater.who.id == rating.rater) {
                Some(rater) => rater.given.push(number),
                None => {
                    let who = self.circle.named(rating.rater);
                    raters.push(Rater { who, given: vec![number] });
                }
            }
        }
        raters
    }

    /// The child from seven, parents, and the network that knows the worries, who have not been asked.
    /// Everyday care is asked of whoever sees it, so nobody's number is missed there.
    fn not_asked(&self, scale: EntryId, kind: ScaleKind) -> Vec<Named> {
        if !matches!(kind, ScaleKind::Danger | ScaleKind::General) {
            return Vec::new();
        }
        let facts = self.facts;
        let born = facts.people.find(facts.child).and_then(|known| known.person.born);
        let child = Some(facts.child).filter(|_| old_enough_to_be_asked(born, facts.as_of));
        let knows = of!(facts.cards, NetworkMember)
            .filter(|(_, member)| member.knows_worries && member.ring != Ring::KnowsNothing)
            .filter(|(_, member)| member.moved_on.is_none_or(|day| facts.as_of < day));
        let mut network: Vec<_> = knows.map(|(card, member)| (card.root, member.person)).collect();
        network.sort_unstable();
        let asked = |who: PersonId| {
            of!(facts.cards, Rating).any(|(_, r)| r.scale == scale && r.rater == who)
        };
        let parents = self.circle.parents().iter().copied();
        let all = child.into_iter().chain(parents).chain(network.into_iter().map(|(_, who)| who));
        super::kin::each_once(all)
            .into_iter()
            .filter(|who| !asked(*who) && !self.circle.has_died(*who))
            .filter(|who| *who == facts.child || self.circle.is_named(*who))
            .map(|who| self.circle.named(who))
            .collect()
    }
}

/// The danger's scale first, then everyday care.
const fn place(kind: ScaleKind) -> u8 {
    match kind {
        ScaleKind::Danger => 0,
        ScaleKind::EverydayCare => 1,
        ScaleKind::General => 2,
        ScaleKind::PlanConfidence => 3,
    }
}
