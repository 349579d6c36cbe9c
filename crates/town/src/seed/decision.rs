//! Decisions, written by whoever decides, and what people said about them then and later.

use domain::decision::{
    Band, Choice, Decision, Effect, Fact, Size, StandsBehind, State, TheirPart,
};
use domain::decision_view::{Adds, DecisionView};
use domain::entry::NewEntry;
use domain::id::EntryId;
use domain::voice::Mode;
use jiff::civil::Date;

use super::book::Book;
use super::case::Case;
use super::words;
use crate::borough::Someone;
use crate::family::{self, Likelihood, OptionWeighed, View, Who};

/// Writes down a family's decisions.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>) {
    for decision in &case.family.decisions {
        let payload = self::decision(book, decision);
        let mut line = case.new_on(decision.made_on, payload);
        line.id.clone_from(&decision.id);
        line.children.clone_from(&decision.children);
        if let Some(decides) = decision.decided_by.first() {
            line.writer = decides.clone();
        }
        let made = case.write(book, line);
        for view in &decision.views {
            let words = view.words.clone();
            let adds = Adds::View { wants: None, words };
            add(book, case, (decision, &made), Added::by(view, decision.made_on, adds));
        }
        for view in &decision.dissent {
            let adds = Adds::Dissent { words: view.words.clone() };
            add(book, case, (decision, &made), Added::by(view, decision.made_on, adds));
        }
        for change in &decision.changed_mind {
            let family::ChangeOfMind { by, on, from, to, why } = change.clone();
            let adds = Adds::ChangedMind { from, to, why };
            add(book, case, (decision, &made), Added { by, on, adds });
        }
    }
}

/// What somebody adds to a decision.
struct Added {
    by: Who,
    on: Date,
    adds: Adds,
}

impl Added {
    fn by(view: &View, made_on: Date, adds: Adds) -> Self {
        Self { by: view.by.clone(), on: view.on.unwrap_or(made_on), adds }
    }
}

/// Their words are letter for letter where a relative says what they want; what a partner or
/// colleague thinks is told by the worker.
fn add(
    book: &mut Book<'_>,
    case: &Case<'_>,
    (decision, made): (&family::Decision, &NewEntry),
    added: Added,
) {
    let someone = book.borough.someone(&added.by);
    let (role, how) = match someone {
        Some(Someone::Relative(person, _)) => {
            let told = matches!(added.adds, Adds::ChangedMind { .. });
            (person.role.clone(), if told { Mode::CloseNote } else { Mode::Verbatim })
        }
        Some(Someone::Staff(staff)) => (staff.job.clone(), Mode::CloseNote),
        Some(Someone::Partner(partner)) => (partner.job.clone(), Mode::CloseNote),
        None => return,
    };
    let person = book.person(&added.by);
    let payload = DecisionView {
        decision: made.root,
        person,
        role: Some(role).filter(|role| role != "index child"),
        adds: added.adds,
    };
    let mut line = case.new_on(added.on, payload);
    line.children.clone_from(&decision.children);
    line.said_by = Some(words::voice(person, how));
    if added.on == decision.made_on
        && let Some(decides) = decision.decided_by.first()
    {
        line.writer = decides.clone();
    }
    case.write(book, line);
}

fn decision(book: &Book<'_>, decision: &family::Decision) -> Decision {
    let made_on = decision.made_on;
    let fact = |text: &String| Fact { text: text.clone(), source: None, how_sure: None };
    let their_part = |view: &View| TheirPart {
        person: book.person(&view.by),
        words: view.words.clone(),
        on: Some(view.on.unwrap_or(made_on)),
    };
    Decision {
        question: decision.question.clone(),
        state: State::Made,
        made_on: Some(made_on),
        urgency: None,
        known_then: decision.known_then.iter().map(fact).collect(),
        not_known: decision.not_known.clone(),
        assumptions: vec![],
        options: decision.options.iter().map(choice).collect(),
        chosen: u8::try_from(decision.chosen).ok(),
        because: decision.because.clone(),
        principles: decision.principles.clone(),
        decided_by: book.persons(&decision.decided_by),
        stands_behind: decision
            .stands_behind
            .iter()
            .map(|who| stands_behind(book, who, made_on))
            .collect(),
        agreed_their_part: decision.agreed_their_part.iter().map(their_part).collect(),
        partners_there: book.persons(&decision.partners_there),
        would_change_our_mind: decision.would_change_our_mind.clone(),
        review_on: Some(decision.review_on),
        for_child: decision.for_child.clone(),
        plan: None,
        earlier: Vec::<EntryId>::new(),
    }
}

fn stands_behind(book: &Book<'_>, who: &Who, made_on: Date) -> StandsBehind {
    StandsBehind {
        person: book.person(who),
        role: book.borough.staff(who).map(|staff| staff.job.clone()),
        on: Some(made_on),
    }
}

fn choice(option: &OptionWeighed) -> Choice {
    Choice {
        text: option.text.clone(),
        only_in_full: option.only_in_full,
        best_hope: option.best_hope.clone(),
        worst_worry: option.worst_worry.clone(),
        benefits: option.benefits.iter().filter_map(effect).collect(),
        harms: option.harms.iter().filter_map(effect).collect(),
        safeguards: option.safeguards.clone(),
    }
}

/// Every size of the files is 1 to 5; a test of theirs holds that.
fn effect(effect: &family::Effect) -> Option<Effect> {
    Some(Effect {
        what: effect.what.clone(),
        for_whom: vec![],
        likelihood: band(effect.likelihood),
        size: Size::new(effect.size).ok()?,
        basis: None,
        reversible: None,
    })
}

const fn band(likelihood: Likelihood) -> Band {
    match likelihood {
        Likelihood::AlmostNever => Band::AlmostNever,
        Likelihood::Unlikely => Band::Unlikely,
        Likelihood::Possible => Band::Possible,
        Likelihood::Likely => Band::Likely,
        Likelihood::VeryLikely => Band::VeryLikely,
        Likelihood::AlmostCertain => Band::AlmostCertain,
        Likelihood::CannotSay => Band::CannotSay,
    }
}
