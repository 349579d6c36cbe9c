//! The question checker: looks at a question before it is asked, and says what it noticed.
//!
//! It holds the rules of `kit/question_rules.json` against the worker's own words and the words
//! the child has used, and offers an open way to ask. The twin of `js/kit/question.js`;
//! `kit/question_cases.json` holds the two equal. The classes and their order are those of
//! practice (invitation, directive, option-posing, suggestive). Deliberately absent: any way to say
//! that a question is good. "Nothing noticed" is not "fine". No regular expressions either: the
//! same patterns must mean the same in two languages, and these are short rows of words.

mod instead;
mod library;
mod lists;
mod pattern;
pub mod rules;
mod seen;
#[cfg(test)]
mod tests;
mod text;

use crate::prompt_card::Prompts;
use library::Library;
use lists::Said;
use pattern::{Met, Sight};
use rules::Book;
use seen::Seen;
use serde::Serialize;
use std::collections::HashSet;
use std::sync::LazyLock;
use text::{Sentence, Text};

/// At most so many things are said about one question: a third helps nobody.
const SAID_AT_MOST: usize = 2;

/// The gravest: a child is pushed, or promised something.
const GRAVE: [&str; 3] = ["PRESSURE", "PROMISE_OR_REWARD", "PRETEND"];
/// And so is what puts an act, a feeling or an event into a child's mouth.
const BRINGS_IN: [&str; 3] = ["new-word", "new-feeling", "new-event"];
/// An end that asks to be agreed with: it is always named.
const TAG: &str = "TAG";

static OURS: LazyLock<Checker> =
    LazyLock::new(|| Checker { book: Book::ours(), library: Library::new(Prompts::ours()) });

/// What looking at one question came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Whether it is one of the prompts, or something was noticed, or nothing was.
    pub outcome: Outcome,
    /// The class of the question, in capitals, as practice names it.
    pub class: String,
    /// What was noticed, at most two things, the graver first; a tag is one of them.
    pub why: Vec<Why>,
    /// The words to underline: from and to, in UTF-16 units as a text field counts them.
    pub at: Option<(usize, usize)>,
    /// Open ways to ask, at most three, the best first.
    pub instead: Vec<Instead>,
}

/// There is no fourth: a question is never approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The words are those of a prompt that people vetted.
    FromLibrary,
    /// Something was noticed.
    Noticed,
    /// No rule was met, which says nothing good of the question.
    NothingNoticed,
}

/// One thing noticed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Why {
    /// Key of the reason; its words are `kit-w-noticed-{reason}`.
    pub reason: String,
    /// The word that is not the child's, as the worker wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
}

/// An open way to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Instead {
    /// The words to say.
    pub text: String,
    /// Where they come from.
    pub from: From,
    /// The prompt's id, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prompt: Option<String>,
}

/// Where another way to ask comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// It opens with the child's own words.
    Child,
    /// It is one of the prompts.
    Library,
    /// It asks about what the question names.
    Rules,
}

/// Rules and prompts, made ready.
#[derive(Debug)]
pub struct Checker {
    book: Book,
    library: Library,
}

/// The rule that was met, and where in the text.
struct Hit {
    rule: usize,
    met: Option<Met>,
}

/// What the rules say of one sentence.
struct Looked {
    hits: Vec<Hit>,
    passes: String,
}

impl Checker {
    /// The checker with the rules and prompts that come with the program.
    pub fn ours() -> &'static Self {
        &OURS
    }

    /// The same rules without the library: what would be noticed if no prompt were known.
    pub fn without_library() -> Self {
        Self { book: Book::ours(), library: Library::new(Prompts::default()) }
    }

    /// Looks at one question. `child_terms` is what the child has said, written or drawn so far
    /// in this session, the newest last.
    pub fn check<S: AsRef<str>>(&self, text: &str, child_terms: &[S]) -> Found {
        let words = Text::read(text);
        if self.library.knows(&words) {
            return nothing(Outcome::FromLibrary, "OPEN_INVITATION");
        }
        let terms: Vec<&str> = child_terms.iter().map(AsRef::as_ref).collect();
        let said = Said::hear(&self.book.lists, &terms);
        let seen = Seen::new(&self.book.lists, &words, &said);
        let looked: Vec<_> = words.sentences.iter().map(|one| self.look(&seen, one)).collect();
        let asking = words.sentences.iter().zip(&looked);
        let asking = asking.filter(|(one, looked)| one.asks && looked.passes != "PROCESS_OK");
        let several = self.book.several.filter(|(_, least)| asking.count() >= *least);
        let passes: Vec<_> = looked.iter().map(|one| one.passes.clone()).collect();
        let mut hits: Vec<_> = looked.into_iter().flat_map(|one| one.hits).collect();
        hits.extend(several.map(|(rule, _)| Hit { rule, met: None }));
        hits.sort_by_key(|hit| hit.rule);
        if hits.is_empty() {
            return passed(&passes, &seen, &said);
        }
        self.noticed(text, &hits, &seen, &terms)
    }

    fn look(&self, seen: &Seen<'_>, sentence: &Sentence) -> Looked {
        let sight = self.sight_of(seen, sentence);
        let mut hits = Vec::new();
        for (index, rule) in self.book.rules.iter().enumerate() {
            let Some(met) = rule.meets(&sight) else { continue };
            if rule.is_open {
                return Looked { hits, passes: rule.class.clone() };
            }
            hits.push(Hit { rule: index, met: Some(met) });
            if rule.is_last {
                break;
            }
        }
        Looked { hits, passes: "NON_QUESTION".to_owned() }
    }

    /// The sentence, and where it begins once "So, Kayleigh," or "Can I ask you" is taken off.
    fn sight_of<'s>(&self, seen: &'s Seen<'_>, sentence: &Sentence) -> Sight<'s> {
        let mut sight = Sight::new(&seen.words, *sentence);
        loop {
            let begin = self.without_preface(seen, &sight);
            if begin == sight.begin {
                return sight;
            }
            sight.begin = begin;
        }
    }

    fn without_preface(&self, seen: &Seen<'_>, sight: &Sight<'_>) -> usize {
        let at = sight.begin;
        if at >= sight.to {
            return at;
        }
        if seen.norm(at) == "," || self.book.drop.contains(seen.norm(at)) {
            return at + 1;
        }
        let called = at + 1 < sight.to && seen.norm(at + 1) == ",";
        if called && seen.is_unknown_capital(at) {
            return at + 2;
        }
        let met = self.book.prefaces.iter().find_map(|preface| preface.meet(sight));
        met.map_or(at, |met| met.to + 1)
    }

    /// What is said of what was noticed, the strongest first; else in the order of the rules.
    /// Where there is a tag it is one of the two.
    fn to_say<'h>(&self, hits: &'h [Hit]) -> Vec<&'h Hit> {
        let rule = |hit: &Hit| self.book.rules.get(hit.rule);
        let mut sorted: Vec<&Hit> = hits.iter().collect();
        let gravest = |hit: &Hit| rule(hit).is_some_and(|rule| is_gravest(&rule.class, &rule.why));
        sorted.sort_by_key(|hit| !gravest(hit));
        let mut reasons = HashSet::new();
        sorted.retain(|hit| rule(hit).is_some_and(|rule| reasons.insert(rule.why.as_str())));
        let tag = sorted.iter().position(|hit| rule(hit).is_some_and(|rule| rule.class == TAG));
        if let Some(tag) = tag.filter(|at| *at >= SAID_AT_MOST) {
            sorted.swap(SAID_AT_MOST - 1, tag);
        }
        sorted.truncate(SAID_AT_MOST);
        sorted
    }

    fn noticed(&self, text: &str, hits: &[Hit], seen: &Seen<'_>, terms: &[&str]) -> Found {
        let mut why: Vec<Why> = Vec::new();
        let mut at = None;
        for hit in self.to_say(hits) {
            let Some(rule) = self.book.rules.get(hit.rule) else { continue };
            let word = hit.met.and_then(|met| met.fresh).filter(|_| rule.quotes);
            let word = word.map(|word| seen.written(text, word));
            why.push(Why { reason: rule.why.clone(), word });
            at = at.or_else(|| hit.met.map(|met| seen.range(met.from, met.to)));
        }
        let rule = hits.first().and_then(|hit| self.book.rules.get(hit.rule));
        Found {
            outcome: Outcome::Noticed,
            class: rule.map(|rule| rule.class.clone()).unwrap_or_default(),
            why,
            at,
            instead: instead::other_ways(&instead::Asked {
                book: &self.book,
                prompts: &self.library.prompts,
                seen,
                terms,
                wanted: rule.map_or(&[], |rule| &rule.instead),
            }),
        }
    }
}

fn is_gravest(class: &str, reason: &str) -> bool {
    GRAVE.contains(&class) || (class == "SUGGESTIVE" && BRINGS_IN.contains(&reason))
}

fn passed(classes: &[String], seen: &Seen<'_>, said: &Said) -> Found {
    let asks = classes.iter().rev().find(|one| *one != "NON_QUESTION");
    let class = asks.map_or("NON_QUESTION", String::as_str);
    let is_cued = class == "OPEN_INVITATION" && seen.uses_words_of(said);
    nothing(Outcome::NothingNoticed, if is_cued { "CUED_INVITATION" } else { class })
}

fn nothing(outcome: Outcome, class: &str) -> Found {
    Found { outcome, class: class.to_owned(), why: Vec::new(), at: None, instead: Vec::new() }
}
