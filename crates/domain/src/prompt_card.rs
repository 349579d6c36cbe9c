//! The prompts of the kit: questions that people vetted, so that nobody has to make one up.
//!
//! Read from `kit/prompts.json`. Sixty were written for children at four levels; then Easy Read,
//! the safety house, and prompts for adults. A test holds each against the question checker.
//! Deliberately absent: names, acts and feelings.

use serde::{Deserialize, Serialize};

/// The prompts as they come with the program.
pub const PROMPTS: &str = include_str!("../kit/prompts.json");

/// For whom a prompt is worded. Chosen by the child, never by age alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// About 4 to 6.
    A,
    /// About 7 to 10.
    B,
    /// About 11 to 14.
    C,
    /// About 15 to 17.
    D,
    /// Easy Read: one idea, with a symbol.
    E,
    /// Parents and carers.
    Adult,
}

/// One prompt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PromptCard {
    /// As `TP08`; never changed, for sessions name it.
    pub id: String,
    /// Where it is asked: `start`, `good`, `worries`, `dreams`, `path`, `safety` or `end`.
    pub house: String,
    /// For whom it is worded.
    pub level: Level,
    /// The words; `{worker}` stands for the worker's name.
    pub text: String,
    /// What must have happened first, so that the prompt assumes nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// All prompts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompts {
    #[serde(rename = "about")]
    _about: String,
    prompts: Vec<PromptCard>,
}

impl Prompts {
    /// The prompts that come with the program. A test reads them, so that they are never empty.
    pub fn ours() -> Self {
        serde_json::from_str(PROMPTS).unwrap_or_default()
    }

    /// Every prompt, in the order of a talk.
    pub fn all(&self) -> &[PromptCard] {
        &self.prompts
    }

    /// The prompt of that id.
    pub fn find(&self, id: &str) -> Option<&PromptCard> {
        self.prompts.iter().find(|prompt| prompt.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::{Checker, Outcome};
    use std::collections::HashSet;

    #[test]
    fn each_prompt_is_known_to_the_checker_as_one() {
        for prompt in Prompts::ours().all() {
            let asked = prompt.text.replace("{worker}", "Joel Ash");
            let none: [&str; 0] = [];
            let found = Checker::ours().check(&asked, &none);
            assert_eq!(found.outcome, Outcome::FromLibrary, "{}", prompt.id);
        }
    }

    #[test]
    fn no_prompt_would_be_noticed_if_it_were_not_known() {
        let stranger = Checker::without_library();
        for prompt in Prompts::ours().all() {
            let said = prompt.after.as_ref().map(|_| "mum and me");
            let said: Vec<_> = said.into_iter().collect();
            let found = stranger.check(&prompt.text, &said);
            assert_eq!(found.outcome, Outcome::NothingNoticed, "{}: {found:?}", prompt.id);
        }
    }

    #[test]
    fn every_house_has_prompts_at_every_level_of_a_child() {
        let prompts = Prompts::ours();
        for house in ["start", "good", "worries", "dreams", "path", "safety", "end"] {
            for level in [Level::A, Level::B, Level::C, Level::D, Level::E] {
                let has = |one: &PromptCard| one.house == house && one.level == level;
                assert!(prompts.all().iter().any(has), "{house} {level:?}");
            }
        }
        let ids: HashSet<_> = prompts.all().iter().map(|prompt| &prompt.id).collect();
        assert_eq!(ids.len(), prompts.all().len(), "an id stands for one prompt");
    }
}
