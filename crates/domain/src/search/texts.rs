//! The written words of an entry, the most telling first: what a search by words looks in.
//!
//! Every kind is matched by name, so that a new one does not compile before somebody has said
//! which of its words are looked in. Deliberately absent: names, numbers and addresses, which are
//! looked up as such, and reasons for opening or restricting a file.

use crate::decision::{Choice, Decision};
use crate::decision_view::Adds;
use crate::houses_page::HousesPage;
use crate::houses_session::{HousesSession, Permission, Question};
use crate::important_said::Line;
use crate::kind::Payload;
use crate::map_item::MapItem;
use crate::note::Note;
use crate::original::Original;
use crate::step::Words;

/// The words of an entry, without blank ones.
pub fn texts(payload: &Payload) -> Vec<&str> {
    let mut texts = Texts(Vec::new());
    texts.of(payload);
    texts.0.retain(|text| !text.trim().is_empty());
    texts.0
}

struct Texts<'a>(Vec<&'a str>);

impl<'a> Texts<'a> {
    fn add(&mut self, text: &'a str) {
        self.0.push(text);
    }
    fn may(&mut self, text: Option<&'a String>) {
        self.0.extend(text.map(String::as_str));
    }
    fn all(&mut self, texts: &'a [String]) {
        self.0.extend(texts.iter().map(String::as_str));
    }
    fn before_translation(&mut self, original: Option<&'a Original>) {
        self.may(original.map(|original| &original.text));
    }

    fn of(&mut self, payload: &'a Payload) {
        match payload {
            Payload::Person(_)
            | Payload::Name(_)
            | Payload::Identifier(_)
            | Payload::Involvement(_)
            | Payload::Address(_)
            | Payload::Tie(_)
            | Payload::Household(_)
            | Payload::HouseholdMember(_)
            | Payload::Family(_)
            | Payload::FamilyMember(_)
            | Payload::Pins(_)
            | Payload::Sharing(_)
            | Payload::Restriction(_)
            | Payload::AccessGrant(_)
            | Payload::Account(_)
            | Payload::Team(_)
            | Payload::Instrument(_)
            | Payload::ImportBatch(_)
            | Payload::Withdrawal(_)
            | Payload::Erasure(_) => {}
            Payload::Note(note) => self.of_note(note),
            Payload::MapItem(item) => self.of_item(item),
            Payload::Decision(decision) => self.of_decision(decision),
            Payload::DecisionView(view) => self.of_view(&view.adds),
            Payload::Step(step) => self.of_step(step.words.as_ref()),
            Payload::Tonight(_)
            | Payload::ChildMessage(_)
            | Payload::Emblem(_)
            | Payload::Mapping(_)
            | Payload::DangerStatement(_)
            | Payload::SafetyGoal(_)
            | Payload::Scale(_)
            | Payload::Rating(_)
            | Payload::NextStep(_)
            | Payload::Unknown(_)
            | Payload::LifeEvent(_) => self.on_the_map(payload),
            Payload::Plan(_)
            | Payload::PlanRule(_)
            | Payload::BottomLine(_)
            | Payload::NetworkMember(_)
            | Payload::RedFlag(_)
            | Payload::PlanTrial(_)
            | Payload::TimelineStep(_)
            | Payload::PlanReview(_)
            | Payload::PlanReviewView(_) => self.in_the_plan(payload),
            Payload::Assessment(_) | Payload::WordsAndPictures(_) | Payload::Attachment(_) => {
                self.of_papers(payload);
            }
            Payload::HousesSession(_)
            | Payload::HousesPage(_)
            | Payload::ImportantSaid(_)
            | Payload::ChildAnswer(_)
            | Payload::SharedBack(_) => self.of_houses(payload),
        }
    }

    fn of_note(&mut self, note: &'a Note) {
        self.may(note.title.as_ref());
        self.add(&note.text);
        self.may(note.short.as_ref());
        self.may(note.place.as_ref());
        self.may(note.with.as_ref());
        self.may(note.anew_because.as_ref());
        for seen in &note.seen {
            self.may(seen.how.as_ref());
        }
        self.before_translation(note.original.as_ref());
    }

    fn of_item(&mut self, item: &'a MapItem) {
        self.add(&item.text);
        self.may(item.short.as_ref());
        self.may(item.doing.as_ref().and_then(|doing| doing.more.as_ref()));
        self.before_translation(item.original.as_ref());
    }

    fn of_decision(&mut self, decision: &'a Decision) {
        self.add(&decision.question);
        self.add(&decision.because);
        self.add(&decision.for_child);
        for fact in &decision.known_then {
            self.add(&fact.text);
        }
        for texts in [&decision.not_known, &decision.assumptions, &decision.would_change_our_mind] {
            self.all(texts);
        }
        for choice in &decision.options {
            self.of_choice(choice);
        }
        for part in &decision.agreed_their_part {
            self.add(&part.words);
        }
    }

    fn of_choice(&mut self, choice: &'a Choice) {
        self.add(&choice.text);
        self.may(choice.best_hope.as_ref());
        self.may(choice.worst_worry.as_ref());
        self.all(&choice.safeguards);
        for effect in choice.benefits.iter().chain(&choice.harms) {
            self.add(&effect.what);
            self.may(effect.basis.as_ref());
        }
    }

    fn of_view(&mut self, adds: &'a Adds) {
        match adds {
            Adds::View { words, .. } | Adds::Dissent { words } => self.add(words),
            Adds::Outcome { what_happened } => self.add(what_happened),
            Adds::LookBack { learned, hindsight, .. } => {
                self.add(learned);
                self.add(hindsight);
            }
            Adds::ChangedMind { from, to, why } => {
                self.add(why);
                self.add(from);
                self.add(to);
            }
        }
    }

    fn of_step(&mut self, words: Option<&'a Words>) {
        let Some(words) = words else { return };
        for text in [&words.heading, &words.says, &words.more, &words.mark] {
            self.may(text.as_ref());
        }
    }

    fn on_the_map(&mut self, payload: &'a Payload) {
        match payload {
            Payload::Tonight(tonight) => self.all(&tonight.lines),
            Payload::ChildMessage(message) => self.add(&message.text),
            Payload::Emblem(emblem) => self.add(&emblem.shows),
            Payload::Mapping(mapping) => {
                for word in &mapping.plain_words {
                    self.add(&word.now);
                    self.add(&word.had);
                    self.may(word.because.as_ref());
                }
            }
            Payload::DangerStatement(danger) => {
                self.add(&danger.text);
                for part in [
                    &danger.others_worry,
                    &danger.happened,
                    &danger.could_happen,
                    &danger.when_likely,
                    &danger.family_says,
                    &danger.disagreement,
                ] {
                    self.may(part.as_ref());
                }
            }
            Payload::SafetyGoal(goal) => {
                self.add(&goal.text);
                self.all(&goal.actions);
                self.may(goal.childs_day.as_ref());
            }
            Payload::Scale(scale) => {
                self.may(scale.title.as_ref());
                self.add(&scale.anchor0);
                self.add(&scale.anchor10);
            }
            Payload::Rating(rating) => self.may(rating.why.as_ref()),
            Payload::NextStep(step) => {
                self.add(&step.text);
                self.may(step.doing.more.as_ref());
            }
            Payload::Unknown(unknown) => {
                self.add(&unknown.question);
                self.may(unknown.short.as_ref());
                self.may(unknown.found.as_ref().map(|found| &found.answer));
            }
            Payload::LifeEvent(event) => {
                self.add(&event.what);
                self.may(event.why.as_ref());
                self.may(event.effect.as_ref());
            }
            _ => {}
        }
    }

    fn in_the_plan(&mut self, payload: &'a Payload) {
        match payload {
            Payload::Plan(plan) => self.add(&plan.title),
            Payload::PlanRule(rule) => {
                self.add(&rule.does);
                self.add(&rule.when);
                self.may(rule.tried.as_ref());
                self.may(rule.short.as_ref());
            }
            Payload::BottomLine(line) => {
                self.add(&line.text);
                self.may(line.why.as_ref());
                self.may(line.short.as_ref());
            }
            Payload::NetworkMember(member) => self.may(member.agreed_role.as_ref()),
            Payload::RedFlag(flag) => {
                self.add(&flag.sign);
                self.may(flag.then.as_ref());
            }
            Payload::PlanTrial(trial) => {
                self.may(trial.title.as_ref());
                self.add(&trial.what);
                self.may(trial.result.as_ref());
            }
            Payload::TimelineStep(step) => {
                self.add(&step.step);
                self.may(step.how_we_know.as_ref());
            }
            Payload::PlanReview(review) => self.may(review.how.as_ref()),
            Payload::PlanReviewView(view) => {
                for like in &view.likes {
                    self.add(&like.text);
                }
                for need in &view.needs {
                    self.add(&need.text);
                    self.may(need.came_of_it.as_ref());
                }
            }
            _ => {}
        }
    }

    fn of_papers(&mut self, payload: &'a Payload) {
        match payload {
            Payload::Assessment(assessment) => {
                self.add(&assessment.think);
                for factor in &assessment.factors {
                    self.add(&factor.name);
                    for text in [&factor.means, &factor.words, &factor.family] {
                        self.may(text.as_ref());
                    }
                }
                for read in &assessment.read_with {
                    self.add(&read.words);
                }
            }
            Payload::WordsAndPictures(story) => {
                for frame in &story.frames {
                    self.add(&frame.words);
                    self.add(&frame.shows);
                }
                self.may(story.instead.as_ref().map(|instead| &instead.why));
            }
            Payload::Attachment(file) => {
                self.may(file.describes.as_ref());
                self.add(&file.name);
            }
            _ => {}
        }
    }

    /// The child's words first, then what was written round them.
    fn of_houses(&mut self, payload: &'a Payload) {
        match payload {
            Payload::HousesPage(page) => self.of_page(page),
            Payload::HousesSession(session) => self.of_session(session),
            Payload::ImportantSaid(said) => {
                for text in [&said.words, &said.before] {
                    self.add(text);
                }
                for line in Line::ALL {
                    said.line(*line).into_iter().for_each(|text| self.add(text));
                }
            }
            Payload::ChildAnswer(answer) => {
                self.add(&answer.words);
                self.may(answer.nothing_changed.as_ref());
            }
            Payload::SharedBack(shared) => {
                self.may(shared.child_says.as_ref());
                self.add(&shared.safe_because);
                self.add(&shared.together);
            }
            _ => {}
        }
    }

    fn of_page(&mut self, page: &'a HousesPage) {
        self.may(page.title.as_ref());
        for words in &page.words {
            self.add(&words.text);
        }
        self.may(page.path.as_ref().and_then(|place| place.words.as_ref()));
        self.may(page.number.as_ref().and_then(|number| number.words.as_ref()));
        for sorted in &page.sorted {
            self.add(&sorted.card);
        }
        self.may(page.called.as_ref());
    }

    fn of_session(&mut self, session: &'a HousesSession) {
        for exact in &session.exact {
            self.add(&exact.text);
            self.may(exact.after.as_ref());
        }
        self.may(session.called.as_ref());
        for house in &session.named {
            self.add(&house.name);
        }
        for passed in &session.passed_on {
            for text in [&passed.what, &passed.to, &passed.why] {
                self.add(text);
            }
        }
        for asked in &session.asked {
            if let Question::Own(words) = &asked.what {
                self.add(words);
            }
        }
        self.of_its_frame(session);
    }

    /// How it was prepared and ended.
    fn of_its_frame(&mut self, session: &'a HousesSession) {
        self.may(session.place.as_ref());
        self.may(session.near.as_ref());
        match session.permission.as_deref() {
            Some(Permission::Agreed { words, .. }) => self.may(words.as_ref()),
            Some(Permission::SetAside { why, .. }) => self.add(why),
            None => {}
        }
        self.may(session.enquiry.as_ref().map(|enquiry| &enquiry.why));
        self.may(session.ending_why.as_ref());
        self.may(session.read_back.as_ref().and_then(|read| read.why_not.as_ref()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::Kind;
    use std::path::Path;

    /// Facts about people and reasons given for access, whose words are not looked in, and the
    /// questions of a review, which are always the same.
    const UNREAD: [Kind; 9] = [
        Kind::Family,
        Kind::PlanReview,
        Kind::Involvement,
        Kind::Tie,
        Kind::FamilyMember,
        Kind::Sharing,
        Kind::Restriction,
        Kind::AccessGrant,
        Kind::Instrument,
    ];

    /// A sentence has more than five words; none that stands in a golden file is forgotten.
    #[test]
    fn a_sentence_of_any_kind_is_looked_in() {
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
        let mut forgotten = Vec::new();
        for kind in Kind::ALL.iter().filter(|kind| !UNREAD.contains(kind)) {
            let path = golden.join(format!("{}.{}.json", kind.as_str(), kind.version()));
            let text = std::fs::read_to_string(&path).expect("a golden file");
            let payload = Payload::parse(*kind, kind.version(), &text).expect("it parses");
            let texts = texts(&payload);
            let sentences = text.split('"').filter(|string| string.split(' ').count() > 5);
            let looked_in = |sentence: &&str| texts.iter().any(|text| text.contains(*sentence));
            let missed = sentences.filter(|sentence| !looked_in(sentence));
            forgotten.extend(missed.map(|sentence| format!("{}: {sentence}", kind.as_str())));
        }
        assert_eq!(forgotten, Vec::<String>::new());
    }
}
