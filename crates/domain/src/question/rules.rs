//! The rules as data, and made ready.
//!
//! Deliberately absent: a way to change them while the program runs. An office that wants other
//! rules has them reviewed and built like any other change.

use super::lists::Lists;
use super::pattern::{Met, Pattern, Sight};
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};

/// The rules as they come with the program.
pub const RULES: &str = include_str!("../../kit/question_rules.json");

/// `question_rules.json`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RulesData {
    #[serde(rename = "about")]
    _about: String,
    own_words: String,
    open: HashSet<String>,
    drop: HashSet<String>,
    prefaces: Vec<String>,
    pub plain: Vec<String>,
    pub lists: BTreeMap<String, Vec<String>>,
    pub groups: BTreeMap<String, Vec<String>>,
    topics: Vec<Topic>,
    rules: Vec<RuleData>,
}

/// An open way to ask about what a question names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Topic {
    pub words: String,
    pub text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleData {
    #[serde(rename = "id")]
    _id: String,
    class: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    quotes: bool,
    #[serde(default)]
    last: bool,
    #[serde(default)]
    when: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    questions: Option<usize>,
    #[serde(default)]
    instead: Vec<String>,
}

/// The rules, made ready.
#[derive(Debug)]
pub(super) struct Book {
    pub lists: Lists,
    pub rules: Vec<Rule>,
    pub prefaces: Vec<Pattern>,
    pub drop: HashSet<String>,
    pub own_words: String,
    pub topics: Vec<Topic>,
    /// The rule of several questions at once, and how many those are.
    pub several: Option<(usize, usize)>,
}

/// One rule.
#[derive(Debug)]
pub(super) struct Rule {
    pub class: String,
    pub why: String,
    pub instead: Vec<String>,
    /// What it noticed is a word, to be quoted.
    pub quotes: bool,
    /// It lets the sentence pass.
    pub is_open: bool,
    /// After it nothing more is looked for in the sentence.
    pub is_last: bool,
    when: Vec<Pattern>,
    unless: Vec<Pattern>,
}

impl Book {
    /// The rules that come with the program. A test reads them, so that they are never empty.
    pub(super) fn ours() -> Self {
        Self::new(serde_json::from_str(RULES).unwrap_or_default())
    }

    fn new(data: RulesData) -> Self {
        let mut lists = Lists::new(&data);
        let mut several = None;
        let mut rules = Vec::new();
        let mut read = |written: &[String]| -> Vec<Pattern> {
            written.iter().map(|pattern| Pattern::read(pattern, &mut lists)).collect()
        };
        let prefaces = read(&data.prefaces);
        for (index, rule) in data.rules.into_iter().enumerate() {
            several = several.or(rule.questions.map(|least| (index, least)));
            rules.push(Rule {
                is_open: data.open.contains(&rule.class),
                quotes: rule.quotes,
                is_last: rule.last,
                when: read(&rule.when),
                unless: read(&rule.unless),
                class: rule.class,
                why: rule.why,
                instead: rule.instead,
            });
        }
        let (drop, own_words, topics) = (data.drop, data.own_words, data.topics);
        Self { lists, rules, prefaces, drop, own_words, topics, several }
    }
}

impl Rule {
    /// Where the rule is met in a sentence, unless something speaks against it.
    pub(super) fn meets(&self, sight: &Sight<'_>) -> Option<Met> {
        let met = self.when.iter().find_map(|pattern| pattern.meet(sight))?;
        let spoken_against = self.unless.iter().any(|pattern| pattern.meet(sight).is_some());
        (!spoken_against).then_some(met)
    }
}
