//! Who a payload names: the persons a page must know to draw it, and whose file it may touch.
//!
//! Every kind is matched by name, so that a new one does not compile before somebody has said
//! whom it names; a test holds each against its golden file, so that a new field is not forgotten
//! either. Deliberately absent: names inside written words, and whoever wrote or said the entry,
//! for these stand in its head.

use crate::address::Whose;
use crate::decision::Decision;
use crate::id::PersonId;
use crate::involvement::Involved;
use crate::kind::Payload;
use crate::pins::{Pins, Rung};
use crate::restriction::Whom;
use crate::sharing::How;
use crate::step::What as Step;
use crate::tie::What as Tie;

/// Everybody a payload names, each once, in the order they are met.
pub fn mentions(payload: &Payload) -> Vec<PersonId> {
    let mut named = Named(Vec::new());
    named.in_payload(payload);
    named.0
}

/// Whoever has been met so far.
struct Named(Vec<PersonId>);

impl Named {
    fn one(&mut self, person: PersonId) {
        if !self.0.contains(&person) {
            self.0.push(person);
        }
    }
    fn all(&mut self, people: impl IntoIterator<Item = PersonId>) {
        people.into_iter().for_each(|person| self.one(person));
    }

    fn in_payload(&mut self, payload: &Payload) {
        match payload {
            Payload::Person(_)
            | Payload::Household(_)
            | Payload::Family(_)
            | Payload::Scale(_)
            | Payload::PlanReview(_)
            | Payload::LifeEvent(_)
            | Payload::HousesPage(_)
            | Payload::Team(_)
            | Payload::Instrument(_)
            | Payload::ImportBatch(_)
            | Payload::Withdrawal(_)
            | Payload::Erasure(_) => {}
            Payload::Step(step) => self.in_step(&step.what),
            Payload::Name(_)
            | Payload::Identifier(_)
            | Payload::Involvement(_)
            | Payload::Address(_)
            | Payload::Tie(_)
            | Payload::HouseholdMember(_)
            | Payload::FamilyMember(_)
            | Payload::Account(_)
            | Payload::Sharing(_)
            | Payload::Restriction(_)
            | Payload::AccessGrant(_) => self.in_facts(payload),
            Payload::Plan(_)
            | Payload::PlanRule(_)
            | Payload::BottomLine(_)
            | Payload::NetworkMember(_)
            | Payload::RedFlag(_)
            | Payload::PlanTrial(_)
            | Payload::TimelineStep(_)
            | Payload::PlanReviewView(_) => self.in_plan(payload),
            Payload::Tonight(_)
            | Payload::ChildMessage(_)
            | Payload::Emblem(_)
            | Payload::Pins(_)
            | Payload::Mapping(_)
            | Payload::MapItem(_)
            | Payload::DangerStatement(_)
            | Payload::SafetyGoal(_)
            | Payload::Rating(_)
            | Payload::NextStep(_)
            | Payload::Unknown(_) => self.in_page(payload),
            Payload::Decision(_)
            | Payload::DecisionView(_)
            | Payload::Note(_)
            | Payload::Assessment(_)
            | Payload::WordsAndPictures(_)
            | Payload::HousesSession(_)
            | Payload::ImportantSaid(_)
            | Payload::ChildAnswer(_)
            | Payload::SharedBack(_)
            | Payload::Attachment(_) => self.in_writing(payload),
        }
    }

    /// What is known of people, and who works with them and may read of them.
    fn in_facts(&mut self, payload: &Payload) {
        match payload {
            Payload::Name(name) => self.one(name.person),
            Payload::Identifier(known) => self.one(known.person),
            Payload::Involvement(part) => {
                self.one(part.child);
                if let Involved::Person(person) = part.who {
                    self.one(person);
                }
            }
            Payload::Address(address) => {
                if let Whose::Person(person) = address.of {
                    self.one(person);
                }
            }
            Payload::Tie(tie) => {
                self.all([tie.from, tie.to]);
                if let Tie::Feels { view_of, .. } = tie.what {
                    self.one(view_of);
                }
            }
            Payload::HouseholdMember(member) => self.one(member.person),
            Payload::FamilyMember(member) => self.one(member.person),
            Payload::Account(account) => self.one(account.person),
            Payload::Sharing(sharing) => {
                self.one(sharing.with);
                let (How::Chosen { by, .. } | How::PassedOn { by, .. }) = sharing.how;
                self.one(by);
            }
            Payload::Restriction(restriction) => {
                self.one(restriction.child);
                let (Whom::ShutOut(people) | Whom::Only(people)) = &restriction.whom;
                self.all(people.iter().copied());
            }
            Payload::AccessGrant(grant) => {
                self.one(grant.child);
                self.all(grant.told.iter().copied());
                self.all(grant.looked_at.as_ref().map(|looked| looked.by));
            }
            _ => {}
        }
    }

    /// The plan and what names it.
    fn in_plan(&mut self, payload: &Payload) {
        match payload {
            Payload::Plan(plan) => self.all(plan.agreed_by.iter().copied()),
            Payload::PlanRule(rule) => {
                self.one(rule.who);
                self.all(rule.watcher.into_iter().chain(rule.backup));
            }
            Payload::BottomLine(line) => {
                self.all(line.so_far.iter().copied());
                self.one(line.set_by);
            }
            Payload::NetworkMember(member) => {
                self.one(member.person);
                self.all(member.told_by);
            }
            Payload::RedFlag(flag) => self.all(flag.who_watches),
            Payload::PlanTrial(trial) => self.all(trial.seen_by.iter().copied()),
            Payload::TimelineStep(step) => self.all(step.owner),
            Payload::PlanReviewView(view) => self.one(view.reviewer),
            _ => {}
        }
    }

    /// What stands on front page and map.
    fn in_page(&mut self, payload: &Payload) {
        match payload {
            Payload::Tonight(tonight) => self.one(tonight.child),
            Payload::ChildMessage(message) => self.one(message.child),
            Payload::Emblem(emblem) => {
                self.one(emblem.child);
                self.all(emblem.given_by);
            }
            Payload::Pins(pins) => self.in_pins(pins),
            Payload::Mapping(map) => {
                self.all(map.in_the_room.iter().map(|present| present.person));
                self.all(map.agreed_by.iter().copied());
            }
            Payload::MapItem(item) => {
                self.all(item.original.as_ref().and_then(|original| original.interpreter));
                self.all(item.doing.as_ref().and_then(|doing| doing.owner));
            }
            Payload::DangerStatement(danger) => {
                self.all(danger.who_worries.iter().chain(&danger.disagreed_by).copied());
            }
            Payload::SafetyGoal(goal) => {
                let people = goal.actors.iter().chain(&goal.seen_by).chain(&goal.written_with);
                self.all(people.copied());
            }
            Payload::Rating(rating) => self.one(rating.rater),
            Payload::NextStep(step) => self.all(step.doing.owner),
            Payload::Unknown(unknown) => self.all(unknown.who_finds_out),
            _ => {}
        }
    }

    fn in_pins(&mut self, pins: &Pins) {
        self.one(pins.child);
        for ring in &pins.ring {
            if let Rung::Person(person) = ring.who {
                self.one(person);
            }
        }
        self.all(pins.helping.iter().map(|helping| helping.person));
    }

    /// What people wrote, drew and decided.
    fn in_writing(&mut self, payload: &Payload) {
        match payload {
            Payload::Decision(decision) => self.in_decision(decision),
            Payload::DecisionView(view) => self.one(view.person),
            Payload::Note(note) => {
                self.all(note.seen.iter().map(|seen| seen.child));
                self.all(note.there.iter().copied());
                self.all(note.interpreter);
                self.all(note.original.as_ref().and_then(|original| original.interpreter));
            }
            Payload::Assessment(assessment) => {
                self.all(assessment.factors.iter().filter_map(|factor| factor.answered_by));
                self.all(assessment.read_with.iter().map(|read| read.person));
                self.all(assessment.not_read.iter().copied());
            }
            Payload::WordsAndPictures(story) => {
                self.all(story.approved_by.iter().copied());
                self.all(story.instead.as_ref().map(|instead| instead.by));
            }
            Payload::HousesSession(session) => self.one(session.child),
            Payload::ImportantSaid(said) => self.one(said.child),
            Payload::ChildAnswer(answer) => self.one(answer.child),
            Payload::SharedBack(shared) => self.all([shared.child, shared.with]),
            Payload::Attachment(attachment) => self.all(attachment.made_by),
            _ => {}
        }
    }

    fn in_decision(&mut self, decision: &Decision) {
        self.all(decision.decided_by.iter().copied());
        self.all(decision.stands_behind.iter().map(|stands| stands.person));
        self.all(decision.agreed_their_part.iter().map(|part| part.person));
        self.all(decision.partners_there.iter().copied());
        for option in &decision.options {
            let effects = option.benefits.iter().chain(&option.harms);
            self.all(effects.flat_map(|effect| effect.for_whom.iter().copied()));
        }
    }

    fn in_step(&mut self, step: &Step) {
        match step {
            Step::Contact { from, .. } | Step::Referral { from, .. } => self.all(*from),
            Step::Assessment { signed_by, .. } => self.all(*signed_by),
            Step::Strategy { with } | Step::CoreGroup { with } => self.all(with.iter().copied()),
            Step::Conference { chair, .. } => self.all(*chair),
            Step::Lead { person, .. } => self.one(*person),
            Step::Placement { with, .. } => self.all(*with),
            Step::Section47 { .. }
            | Step::Plan { .. }
            | Step::Review { .. }
            | Step::Decision
            | Step::FamilyMeeting { .. }
            | Step::PreProceedings(_)
            | Step::Closure { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::Kind;
    use std::collections::BTreeSet;
    use std::path::Path;

    /// In golden files people have the numbers 1 to 3f and 70 to 7f (hexadecimal), all else
    /// others.
    fn people_in(json: &serde_json::Value, found: &mut BTreeSet<PersonId>) {
        match json {
            serde_json::Value::String(text) => {
                let person = text.parse::<PersonId>().ok();
                let number = |id: &PersonId| id.0.as_u128() & 0xffff_ffff;
                found.extend(person.filter(|id| matches!(number(id), 0..0x40 | 0x70..0x80)));
            }
            serde_json::Value::Array(list) => list.iter().for_each(|one| people_in(one, found)),
            serde_json::Value::Object(map) => map.values().for_each(|one| people_in(one, found)),
            _ => {}
        }
    }

    #[test]
    fn everybody_in_a_golden_file_is_mentioned_and_nobody_else() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
        // An erasure is decided by accounts, whose numbers there are low too.
        for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Erasure) {
            let path = folder.join(format!("{}.{}.json", kind.as_str(), kind.version()));
            let text = std::fs::read_to_string(&path).expect("a golden file");
            let payload = Payload::parse(*kind, kind.version(), &text).expect("it parses");
            let mut people = BTreeSet::new();
            people_in(&serde_json::from_str(&text).expect("JSON"), &mut people);
            let mentioned: BTreeSet<PersonId> = mentions(&payload).into_iter().collect();
            assert_eq!(mentioned, people, "{}", kind.as_str());
        }
    }
}
