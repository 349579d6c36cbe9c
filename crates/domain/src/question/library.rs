//! Whether a question is one of the prompts, whatever its capitals, commas and quotes.
//!
//! Deliberately absent: "nearly a prompt". A word more can lead.

use super::text::Text;
use crate::prompt_card::Prompts;

/// Where the worker says their own name.
const WORKER: &str = "{worker}";
/// A name has so many words at most.
const NAME_WORDS_MAX: usize = 3;

/// The prompts, and their words made ready to be compared.
#[derive(Debug)]
pub(super) struct Library {
    pub prompts: Prompts,
    words: Vec<Words>,
}

/// The words of one prompt; where a name is said, those before and after it.
#[derive(Debug)]
struct Words {
    before: Vec<String>,
    after: Option<Vec<String>>,
}

impl Library {
    pub(super) fn new(prompts: Prompts) -> Self {
        let words = prompts.all().iter().map(|prompt| match prompt.text.split_once(WORKER) {
            None => Words { before: words_of(&prompt.text), after: None },
            Some((before, after)) => {
                Words { before: words_of(before), after: Some(words_of(after)) }
            }
        });
        Self { words: words.collect(), prompts }
    }

    pub(super) fn knows(&self, asked: &Text) -> bool {
        let asked = asked.plain();
        !asked.is_empty() && self.words.iter().any(|words| words.are(&asked))
    }
}

impl Words {
    fn are(&self, asked: &[&str]) -> bool {
        let Some(after) = &self.after else { return asked == self.before };
        let named = asked.len().saturating_sub(self.before.len() + after.len());
        let begins = asked.iter().zip(&self.before).all(|(asked, word)| asked == word);
        let ends = asked.iter().rev().zip(after.iter().rev()).all(|(asked, word)| asked == word);
        (1..=NAME_WORDS_MAX).contains(&named) && begins && ends
    }
}

fn words_of(text: &str) -> Vec<String> {
    Text::read(text).plain().into_iter().map(str::to_owned).collect()
}
