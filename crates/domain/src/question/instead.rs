//! Other ways to ask: with the child's own words where there are any, then about what the question
//! names, then from the prompts.
//!
//! The twin of `js/kit/question_instead.js`. Deliberately absent: rewriting the worker's sentence.
//! An offer is either the child's words, letter for letter, or a sentence people vetted.

use super::rules::Book;
use super::seen::Seen;
use super::text::Text;
use super::{From, Instead};
use crate::prompt_card::Prompts;

/// So many are offered.
const OFFERED: usize = 3;
/// A longer piece of the child's words is no cue but a story.
const CUE_WORDS: usize = 12;

/// What is known when another way is looked for.
pub(super) struct Asked<'a> {
    pub book: &'a Book,
    pub prompts: &'a Prompts,
    pub seen: &'a Seen<'a>,
    pub terms: &'a [&'a str],
    /// Ids of the prompts that the rule wants, the best first.
    pub wanted: &'a [String],
}

pub(super) fn other_ways(asked: &Asked<'_>) -> Vec<Instead> {
    let cue = own_words(asked).map(|cue| Instead {
        text: asked.book.own_words.replacen("{words}", cue, 1),
        from: From::Child,
        prompt: None,
    });
    let is_named = |words: &str| words.split(' ').any(|word| asked.seen.has_word(word));
    let topic = asked.book.topics.iter().find(|topic| is_named(&topic.words));
    let topic =
        topic.map(|topic| Instead { text: topic.text.clone(), from: From::Rules, prompt: None });
    let fits = |after: Option<&String>| after.is_none() || asked.seen.child_has_spoken;
    let wanted = asked.wanted.iter().filter_map(|id| asked.prompts.find(id));
    let wanted = wanted.filter(|prompt| fits(prompt.after.as_ref())).map(|prompt| Instead {
        text: prompt.text.clone(),
        from: From::Library,
        prompt: Some(prompt.id.clone()),
    });
    cue.into_iter().chain(topic).chain(wanted).take(OFFERED).collect()
}

/// The piece of the child's words that is nearest to the question; of equals the newest.
fn own_words<'a>(asked: &Asked<'a>) -> Option<&'a str> {
    let mut best = None;
    let mut most = 0;
    let pieces = asked.terms.iter().flat_map(|term| term.split(['.', '!', '?', '\n']));
    for piece in pieces.map(str::trim) {
        let mut words = Text::read(piece).words;
        words.retain(|word| !word.is_comma);
        if words.is_empty() || words.len() > CUE_WORDS {
            continue;
        }
        let shared = asked.seen.shared_with(&words);
        if shared >= most {
            (best, most) = (Some(piece), shared);
        }
    }
    best
}
