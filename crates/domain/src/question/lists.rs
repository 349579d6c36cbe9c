//! The lists of words, and what the child has said so far.
//!
//! The twin of half of `js/kit/question_lists.js`. The lists themselves are data
//! (`kit/question_rules.json`). Deliberately absent: any dictionary. A word in no list means
//! nothing.

use super::rules::RulesData;
use super::text::{Text, Word, is_near};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A word's place: in which lists and groups it stands, and the word whose form it is.
#[derive(Debug, Clone, Copy)]
struct Place {
    lists: u128,
    root: u32,
}

/// The lists, made ready to be asked.
#[derive(Debug, Default)]
pub(super) struct Lists {
    whole: HashMap<String, Vec<Place>>,
    starts: Vec<(String, Place)>,
    ends: Vec<(String, u128)>,
    bits: BTreeMap<String, u128>,
    numbers: HashMap<String, u32>,
    /// Phrases whose words mean something else, as the worries of a House of Worries.
    pub plain: Vec<Vec<String>>,
}

/// What the lists say of one word.
#[derive(Debug, Default, Clone)]
pub(super) struct Listed {
    /// One bit a list or group.
    pub lists: u128,
    /// The words of which it is a form; none where only its ending is known.
    pub roots: Vec<u32>,
}

impl Lists {
    pub(super) fn new(data: &RulesData) -> Self {
        let mut lists = Self::default();
        for phrase in &data.plain {
            let words = Text::read(phrase).words;
            lists.plain.push(words.into_iter().map(|word| word.norm).collect());
        }
        let mut root = 0;
        for (list, families) in &data.lists {
            let groups = data.groups.iter().filter(|(_, within)| within.contains(list));
            let groups: Vec<&String> = groups.map(|(group, _)| group).collect();
            let mut bits = lists.bit(list);
            for group in groups {
                bits |= lists.bit(group);
            }
            for family in families {
                root += 1;
                lists.add(family, Place { lists: bits, root });
            }
        }
        lists
    }

    fn add(&mut self, family: &str, place: Place) {
        for form in family.split_ascii_whitespace() {
            if let Some(end) = form.strip_prefix('*') {
                self.ends.push((end.to_owned(), place.lists));
            } else if let Some(start) = form.strip_suffix('*') {
                self.starts.push((start.to_owned(), place));
            } else {
                self.whole.entry(form.to_owned()).or_default().push(place);
            }
        }
    }

    /// The bit of a list or group; one asked for the first time gets the next.
    pub(super) fn bit(&mut self, list: &str) -> u128 {
        if let Some(bit) = self.bits.get(list) {
            return *bit;
        }
        let bit = u32::try_from(self.bits.len()).ok().and_then(|next| 1_u128.checked_shl(next));
        let bit = bit.unwrap_or_default();
        self.bits.insert(list.to_owned(), bit);
        bit
    }

    /// The bit of a list that patterns or data have named, or none.
    pub(super) fn bit_of(&self, list: &str) -> u128 {
        self.bits.get(list).copied().unwrap_or_default()
    }

    /// The number of a word that a pattern asks for, from 1.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.numbers.len() + 1).unwrap_or(u32::MAX);
        *self.numbers.entry(word.to_owned()).or_insert(next)
    }

    /// The number of a word, 0 where no pattern asks for it.
    pub(super) fn number_of(&self, word: &str) -> u32 {
        self.numbers.get(word).copied().unwrap_or_default()
    }

    /// What the lists say of a word.
    pub(super) fn listed(&self, norm: &str) -> Listed {
        let whole = self.whole.get(norm).into_iter().flatten();
        let begun = self.starts.iter().filter(|(start, _)| norm.starts_with(start.as_str()));
        let mut listed = Listed::default();
        for place in whole.chain(begun.map(|(_, place)| place)) {
            listed.lists |= place.lists;
            listed.roots.push(place.root);
        }
        for (_, lists) in self.ends.iter().filter(|(end, _)| norm.ends_with(end.as_str())) {
            listed.lists |= lists;
        }
        listed
    }

    /// Whether a capital stands for a name: no list knows the word, and it follows no title.
    pub(super) fn is_name(&self, word: &Word, listed: &Listed, before: Option<&Word>) -> bool {
        let after_title = before
            .is_some_and(|before| self.listed(&before.norm).lists & self.bit_of("title") != 0);
        word.has_capital && !word.is_shouted && listed.roots.is_empty() && !after_title
    }
}

/// What the child has said so far in this session.
#[derive(Debug, Default)]
pub(super) struct Said {
    norms: HashSet<String>,
    roots: HashSet<u32>,
    long: Vec<String>,
    /// Somebody has been named, so that he, she or they can be somebody.
    pub names_somebody: bool,
}

impl Said {
    pub(super) fn hear(lists: &Lists, terms: &[&str]) -> Self {
        let mut said = Self::default();
        for term in terms {
            let words = Text::read(term).words;
            for (at, word) in words.iter().enumerate().filter(|(_, word)| !word.is_comma) {
                let before = at.checked_sub(1).and_then(|at| words.get(at));
                said.hear_word(lists, word, before);
            }
        }
        let long = said.norms.iter().filter(|norm| norm.encode_utf16().count() >= 5);
        said.long = long.cloned().collect();
        said
    }

    fn hear_word(&mut self, lists: &Lists, word: &Word, before: Option<&Word>) {
        let listed = lists.listed(&word.norm);
        self.roots.extend(&listed.roots);
        self.norms.insert(word.norm.clone());
        self.names_somebody |=
            listed.lists & lists.bit_of("somebody") != 0 || lists.is_name(word, &listed, before);
    }

    /// Nothing has been said yet.
    pub(super) fn is_empty(&self) -> bool {
        self.norms.is_empty()
    }

    /// Whether the child has used this very word.
    pub(super) fn has_word(&self, norm: &str) -> bool {
        self.norms.contains(norm)
    }

    /// Whether the child has used this word, in any form or with a slip of the pen.
    pub(super) fn has(&self, norm: &str, listed: &Listed) -> bool {
        self.norms.contains(norm)
            || listed.roots.iter().any(|root| self.roots.contains(root))
            || self.long.iter().any(|said| is_near(said, norm))
    }
}
