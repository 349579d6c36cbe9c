//! A text seen with what the child has said: which words are new, whom "he" can mean.
//!
//! The twin of the other half of `js/kit/question_lists.js`. Deliberately absent: knowing who the
//! child's people are. Only what was said in this session counts.

use super::lists::{Listed, Lists, Said};
use super::text::{Text, Word};
use std::collections::HashSet;

/// One word as the patterns see it.
#[derive(Debug, Clone)]
pub(super) struct SeenWord {
    /// The number a pattern knows it by, 0 for none.
    pub number: u32,
    /// One bit a list or group it stands in.
    pub lists: u128,
    /// The child has not used it.
    pub is_new: bool,
    /// No word but a comma.
    pub is_comma: bool,
}

/// A text seen with what the child has said.
#[derive(Debug)]
pub(super) struct Seen<'t> {
    text: &'t Text,
    person: u128,
    is_listed: Vec<bool>,
    /// One for each word of the text.
    pub words: Vec<SeenWord>,
    /// The child has said something.
    pub child_has_spoken: bool,
}

impl<'t> Seen<'t> {
    pub(super) fn new(lists: &Lists, text: &'t Text, said: &Said) -> Self {
        let listed: Vec<Listed> = text.words.iter().map(|word| lists.listed(&word.norm)).collect();
        let names = names(lists, text, &listed);
        let quiet = plain_words(lists, text);
        let name = lists.bit_of("name");
        let words = text.words.iter().enumerate().map(|(at, word)| {
            let listed = listed.get(at).cloned().unwrap_or_default();
            let lists_of_it = listed.lists | if names.contains(&at) { name } else { 0 };
            SeenWord {
                number: lists.number_of(&word.norm),
                lists: lists_of_it,
                is_new: lists_of_it != 0 && !quiet.contains(&at) && !said.has(&word.norm, &listed),
                is_comma: word.is_comma,
            }
        });
        let mut seen = Self {
            text,
            person: lists.bit_of("person"),
            is_listed: listed.iter().map(|one| !one.roots.is_empty()).collect(),
            words: words.collect(),
            child_has_spoken: !said.is_empty(),
        };
        let meets_named = names.iter().any(|at| said.has_word(seen.norm(*at)));
        seen.mark_pronouns(lists, &quiet, said.names_somebody || meets_named);
        seen
    }

    /// He, she and they are new where they can be nobody: none the child named, none in this text.
    fn mark_pronouns(&mut self, lists: &Lists, quiet: &HashSet<usize>, child_named: bool) {
        let [pronoun, they] = ["pronoun", "they"].map(|list| lists.bit_of(list));
        let somebody = self.person | lists.bit_of("name");
        let anybody = lists.bit_of("anybody");
        let (mut one, mut many) = (child_named, child_named);
        for (at, (seen, word)) in self.words.iter_mut().zip(&self.text.words).enumerate() {
            if seen.lists & pronoun != 0 && !quiet.contains(&at) {
                seen.is_new = !(one || many && seen.lists & they != 0);
            }
            one |= seen.lists & somebody != 0;
            many |= seen.lists & anybody != 0 || is_plural(&word.norm);
        }
    }

    /// A word in small letters, or nothing past the end.
    pub(super) fn norm(&self, at: usize) -> &str {
        self.text.words.get(at).map_or("", |word| &word.norm)
    }

    /// A word with a capital that no list knows: somebody called, where a comma follows.
    pub(super) fn is_unknown_capital(&self, at: usize) -> bool {
        self.text.words.get(at).is_some_and(|word| word.has_capital)
            && !self.is_listed.get(at).copied().unwrap_or_default()
    }

    /// Whether a word of four letters or more is one the child has used.
    pub(super) fn uses_words_of(&self, said: &Said) -> bool {
        self.text.words.iter().any(|word| is_long(&word.norm) && said.has_word(&word.norm))
    }

    /// How many of these words the text shares: longer ones and people.
    pub(super) fn shared_with(&self, words: &[Word]) -> usize {
        let is_shared = |word: &Word| {
            self.text.words.iter().zip(&self.words).any(|(asked, seen)| {
                asked.norm == word.norm && (is_long(&word.norm) || seen.lists & self.person != 0)
            })
        };
        words.iter().filter(|word| is_shared(word)).count()
    }

    /// Whether the text has this very word.
    pub(super) fn has_word(&self, norm: &str) -> bool {
        self.text.words.iter().any(|word| word.norm == norm)
    }

    /// Where two words begin and end, in UTF-16 units.
    pub(super) fn range(&self, from: usize, to: usize) -> (usize, usize) {
        let start = self.text.words.get(from).map_or(0, |word| word.start);
        (start, self.text.words.get(to).map_or(0, |word| word.end))
    }

    /// A word as it was written.
    pub(super) fn written(&self, text: &str, at: usize) -> String {
        let (start, end) = self.range(at, at);
        let mut place = 0;
        let mut written = String::new();
        for char in text.chars() {
            if place >= start && place < end {
                written.push(char);
            }
            place += char.len_utf16();
        }
        written
    }
}

/// Words with a capital that are names: not the first of a sentence.
fn names(lists: &Lists, text: &Text, listed: &[Listed]) -> HashSet<usize> {
    let firsts: HashSet<usize> = text.sentences.iter().map(|sentence| sentence.from).collect();
    let is_name = |at: usize, word: &Word| {
        let before = at.checked_sub(1).and_then(|at| text.words.get(at));
        listed.get(at).is_some_and(|listed| lists.is_name(word, listed, before))
    };
    let words = text.words.iter().enumerate();
    words
        .filter(|(at, word)| !firsts.contains(at) && is_name(*at, word))
        .map(|(at, _)| at)
        .collect()
}

/// Words inside a phrase that means something else.
fn plain_words(lists: &Lists, text: &Text) -> HashSet<usize> {
    let mut quiet = HashSet::new();
    for phrase in lists.plain.iter().filter(|phrase| !phrase.is_empty()) {
        for (at, words) in text.words.windows(phrase.len()).enumerate() {
            if words.iter().zip(phrase).all(|(word, norm)| word.norm == *norm) {
                quiet.extend(at..at + phrase.len());
            }
        }
    }
    quiet
}

fn is_long(norm: &str) -> bool {
    norm.encode_utf16().count() > 3
}

fn is_plural(norm: &str) -> bool {
    is_long(norm) && norm.ends_with('s') && !norm.ends_with("ss") && norm != "this"
}
