//! A board from facts: every slip, the pairs, the scales, and what its desk needs.
//!
//! ```text
//! slips     on the map, newest first      pairs   dangers before worries, each with its goal
//! scales    all but those of plans        uses    safety that was seen against the danger
//! speakers  the family first, then whoever works with the child
//! ```

use std::cmp::Reverse;

use super::{
    Board, DangerDraft, DangerParts, Desk, Open, Opened, Pair, PairedDanger, PairedGoal, Slip,
    StepOfSlip,
};
use crate::card::Card;
use crate::danger_statement::{DangerStatement, Level};
use crate::form::{Begun, Filled, Form};
use crate::front_page::{Composer, Facts, Named, newest, of};
use crate::id::{EntryId, PersonId};
use crate::kind::Payload;
use crate::map_item::MapItem;
use crate::mapping::State;
use crate::safety_goal::SafetyGoal;
use crate::time::london;
use crate::voice::Mode;

/// The board. `siblings` are those whose files a slip may be put in too.
pub fn compose(facts: &Facts, opened: Opened, siblings: &[PersonId]) -> Board {
    let board = Composing { facts, composer: Composer::new(facts) };
    let mapping = newest(of!(facts.cards, Mapping));
    let draft = mapping.filter(|(_, map)| map.state == State::Draft);
    Board {
        as_of: facts.as_of,
        child: board.composer.child().into(),
        version: mapping.map(|(_, map)| u32::from(map.version)),
        draft_kept_at: draft
            .map(|(card, _)| card.recorded_at.to_zoned_datetime(london()).datetime()),
        in_the_room: mapping
            .map(|(_, map)| map.in_the_room.iter().map(|one| board.named(one.person)).collect())
            .unwrap_or_default(),
        slips: board.slips(),
        pairs: board.pairs(),
        desk: board.desk(&opened),
        form: form(opened),
        scales: board.composer.every_scale(),
        speakers: board.speakers(),
        siblings: siblings.iter().map(|who| board.named(*who)).collect(),
    }
}

/// Whoever may be named as a speaker in this file: the family first.
pub fn speakers(facts: &Facts) -> Vec<Named> {
    Composing { facts, composer: Composer::new(facts) }.speakers()
}

struct Composing<'a> {
    facts: &'a Facts,
    composer: Composer<'a>,
}

impl Composing<'_> {
    fn named(&self, who: PersonId) -> Named {
        self.composer.circle.named(who)
    }

    fn all_named(&self, people: &[PersonId]) -> Vec<Named> {
        self.composer.circle.all_named(people)
    }

    fn slips(&self) -> Vec<Slip> {
        let mut on_the_map: Vec<_> =
            of!(self.facts.cards, MapItem).filter(|(_, item)| !item.off_the_map).collect();
        on_the_map.sort_by_key(|(card, _)| Reverse(card.rank()));
        on_the_map.into_iter().map(|(card, item)| self.slip(card, item)).collect()
    }

    fn slip(&self, card: &Card, item: &MapItem) -> Slip {
        let said_by = card.voice.map(|who| self.named(who));
        Slip {
            root: card.root,
            version: card.id,
            kind: item.kind,
            text: item.text.clone(),
            short: item.short.clone(),
            said_by: said_by.filter(|who| !who.name.is_empty()),
            mode: card.how.unwrap_or(Mode::Judgement),
            on: card.on(),
            step: item.doing.as_ref().map(|doing| StepOfSlip {
                owner: doing.owner.map(|who| self.named(who)),
                by: doing.by,
                done_on: doing.done_on,
            }),
            new: self.composer.is_new(card.recorded_at),
        }
    }

    fn pairs(&self) -> Vec<Pair> {
        let mut dangers: Vec<_> = of!(self.facts.cards, DangerStatement).collect();
        dangers.sort_by_key(|(card, said)| (said.kind == Level::Worry, Reverse(card.rank())));
        let mut goals: Vec<_> = of!(self.facts.cards, SafetyGoal).collect();
        goals.sort_by_key(|(card, _)| Reverse(card.rank()));
        let mut pairs = Vec::new();
        for (card, said) in dangers {
            let answers = |goal: &SafetyGoal| goal.danger == Some(card.root);
            let at = goals.iter().position(|(_, goal)| answers(goal));
            let goal = at.map(|at| goals.remove(at)).map(|(card, goal)| self.goal(card, goal));
            pairs.push(Pair { danger: Some(self.danger(card, said)), goal });
        }
        let alone = goals
            .into_iter()
            .map(|(card, goal)| Pair { danger: None, goal: Some(self.goal(card, goal)) });
        pairs.extend(alone);
        pairs
    }

    fn danger(&self, card: &Card, said: &DangerStatement) -> PairedDanger {
        let against = |item: &MapItem| item.danger == Some(card.root) && !item.off_the_map;
        let uses = of!(self.facts.cards, MapItem).filter(|(_, item)| against(item));
        PairedDanger {
            root: card.root,
            version: card.id,
            level: said.kind,
            text: said.text.clone(),
            disagreement: said.disagreement.clone(),
            who_worries: self.composer.who_worries(card, said),
            others_worry: said.others_worry.clone(),
            on: card.on(),
            uses: uses.map(|(slip, _)| slip.root).collect(),
        }
    }

    fn goal(&self, card: &Card, goal: &SafetyGoal) -> PairedGoal {
        let written = card.voice.filter(|_| goal.written_with.is_empty());
        let with: Vec<_> = goal.written_with.iter().copied().chain(written).collect();
        PairedGoal {
            root: card.root,
            version: card.id,
            text: goal.text.clone(),
            written_with: self.all_named(&with),
            on: card.on(),
        }
    }

    /// Whoever is living and has a name: the family first.
    fn speakers(&self) -> Vec<Named> {
        let circle = &self.composer.circle;
        let mut people = self.facts.kin.people();
        people.push(self.facts.child);
        people.extend(circle.at_work());
        people.sort_unstable();
        people.dedup();
        people.retain(|who| circle.is_named(*who) && !circle.has_died(*who));
        let mut speakers: Vec<_> = people.into_iter().map(|who| self.named(who)).collect();
        speakers.sort_by_key(|who| (!who.standing.is_family(), who.standing, who.id));
        speakers
    }

    fn desk(&self, opened: &Opened) -> Desk {
        let (open, begun) = match opened {
            Opened::Nothing => return Desk::Closed,
            Opened::TwoVersions { root, theirs, by, .. } => {
                let (theirs, by) = (theirs.clone(), self.named(*by));
                return Desk::TwoVersions { root: *root, theirs, by };
            }
            Opened::Form(open, begun) => (*open, begun),
        };
        match open {
            Open::Add(column) => Desk::Adding(column),
            Open::Edit(root) => Desk::Editing(root),
            Open::NewDanger => Desk::Danger(DangerDraft::default().filled(&begun.filled)),
            Open::Danger(root) => self.find(root, |card, payload| match payload {
                Payload::DangerStatement(said) => {
                    Some(Desk::Danger(self.again(card, said).filled(&begun.filled)))
                }
                _ => None,
            }),
            Open::GoalFor(danger) => self.goal_for(danger, &begun.filled),
            Open::Rate(scale) => self.find(scale, |card, payload| {
                matches!(payload, Payload::Scale(_)).then_some(Desk::Rating(card.root))
            }),
        }
    }

    /// What one of the cards puts on the desk; nothing where it stands no more.
    fn find(&self, root: EntryId, open: impl Fn(&Card, &Payload) -> Option<Desk>) -> Desk {
        let card = self.facts.cards.iter().find(|card| card.root == root);
        card.and_then(|card| open(card, &card.payload)).unwrap_or(Desk::Closed)
    }

    /// A statement as its form holds it: what the family says against it stands apart.
    fn again(&self, card: &Card, said: &DangerStatement) -> DangerDraft {
        let disagreement = said.disagreement.clone().unwrap_or_default();
        let text = match said.disagreement_span() {
            None => said.text.clone(),
            Some(_) => said.text.replacen(&disagreement, "", 1),
        };
        let names = self.all_named(&said.who_worries).into_iter().map(|who| who.called);
        let names: Vec<_> = names.chain(said.others_worry.clone()).collect();
        let part = |words: &Option<String>| words.clone().unwrap_or_default();
        DangerDraft {
            root: Some(card.root),
            version: Some(card.id),
            text: text.trim().to_owned(),
            disagreement,
            parts: DangerParts {
                who_worries: names.join(", "),
                happened: part(&said.happened),
                when_likely: part(&said.when_likely),
                could_happen: part(&said.could_happen),
                family_says: part(&said.family_says),
            },
        }
    }

    fn goal_for(&self, danger: EntryId, form: &Filled) -> Desk {
        let stands = of!(self.facts.cards, DangerStatement).any(|(card, _)| card.root == danger);
        if !stands {
            return Desk::Closed;
        }
        let answers = of!(self.facts.cards, SafetyGoal).filter(|(_, g)| g.danger == Some(danger));
        let goal = newest(answers);
        let text = goal.map(|(_, goal)| goal.text.clone()).unwrap_or_default();
        Desk::Goal {
            danger,
            root: goal.map(|(card, _)| card.root),
            version: form.one("version").parse().ok().or(goal.map(|(card, _)| card.id)),
            text: form.find("text").map_or(text, str::to_owned),
        }
    }
}

/// The form on the desk; of two versions, the one that the reader sent.
fn form(opened: Opened) -> Option<(Open, Begun)> {
    match opened {
        Opened::Nothing => None,
        Opened::Form(open, begun) => Some((open, begun)),
        Opened::TwoVersions { root, mine, .. } => {
            let open = match Form::parse(mine.filled.one("form")) {
                Some(Form::Desk(open)) => open,
                _ => Open::Edit(root),
            };
            Some((open, mine))
        }
    }
}
