//! How close a name is to what was typed.
//!
//! Every typed word is laid against the word of the name that suits it best, each of the name's
//! words taken once, in any order. A word counts by its length, so that a surname outweighs `Jo`.

use super::{fold, sounds, variant};
use std::collections::BTreeSet;
use strsim::{jaro_winkler, normalized_damerau_levenshtein};

/// What another form of the same name is worth, beside an exact match of 1.
const VARIANT: f64 = 0.94;
/// The least that two words which sound alike are worth, and the most they may gain by spelling.
const SOUND: (f64, f64) = (0.74, 0.22);
/// What a word typed so far is worth at one letter, and how much more when it is nearly whole.
const PREFIX: (f64, f64) = (0.78, 0.17);
/// Lost for each word of the name that was not typed, and where the order differs.
const UNTYPED_WORD: f64 = 0.02;
const OTHER_ORDER: f64 = 0.01;
/// Kept where two words had to be read as one.
const JOINED: f64 = 0.97;
/// Likeness from which no other way of reading the words is tried.
const GOOD: f64 = 0.9;

/// A name as typed, made ready to be measured against many.
pub struct Sought {
    words: Vec<Word>,
    joined: Vec<Vec<Word>>,
}

/// The likeness of a name to what was typed: 0 nothing alike, 1000 the same words.
/// For more than one name, make a [`Sought`] once.
pub fn similarity(query: &str, name: &str) -> u16 {
    Sought::new(query).similarity(name)
}

impl Sought {
    /// Makes the words of a query ready.
    pub fn new(query: &str) -> Self {
        let words = Word::all(query);
        let joined = joinings(&words);
        Self { words, joined }
    }

    /// The likeness of a name, 0 to 1000.
    pub fn similarity(&self, name: &str) -> u16 {
        let words = Word::all(name);
        let mut best = overlap(&self.words, &words);
        if best < GOOD && self.words.len() > words.len() {
            for typed in &self.joined {
                best = best.max(JOINED * overlap(typed, &words));
            }
        } else if best < GOOD && self.words.len() < words.len() {
            for name in joinings(&words) {
                best = best.max(JOINED * overlap(&self.words, &name));
            }
        }
        thousandths(best)
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held to 0..=1000")]
fn thousandths(share: f64) -> u16 {
    (share * 1000.0).round().clamp(0.0, 1000.0) as u16
}

struct Word {
    plain: String,
    chars: usize,
    sounds: BTreeSet<String>,
    groups: &'static [&'static str],
}

impl Word {
    fn all(name: &str) -> Vec<Self> {
        let words = fold::raw_words(name).into_iter().map(|raw| Self::new(&raw));
        words.filter(|word| word.chars > 0).collect()
    }

    fn new(raw: &str) -> Self {
        let plain = fold::plain(raw);
        let groups = variant::groups(&plain);
        Self { chars: plain.chars().count(), sounds: sounds(raw), groups, plain }
    }

    /// How well this typed word stands for a word of a name, 0 to 1.
    fn likeness(&self, name: &Self) -> f64 {
        if self.plain == name.plain {
            return 1.0;
        }
        let spelling = jaro_winkler(&self.plain, &name.plain)
            .min(normalized_damerau_levenshtein(&self.plain, &name.plain) + 0.25);
        let mut best = 0.95 * spelling;
        if self.groups.iter().any(|group| name.groups.contains(group)) {
            best = best.max(VARIANT);
        }
        if self.sounds.intersection(&name.sounds).next().is_some() {
            best = best.max(SOUND.0 + SOUND.1 * spelling);
        }
        if name.plain.starts_with(&self.plain) {
            best = best.max(PREFIX.0 + PREFIX.1 * share(self.chars, name.chars));
        }
        best
    }
}

#[expect(clippy::cast_precision_loss, reason = "lengths of words")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// The ways of reading two neighbours as one word: `lee anne` as `leeanne`.
fn joinings(words: &[Word]) -> Vec<Vec<Word>> {
    let plain: Vec<&str> = words.iter().map(|word| word.plain.as_str()).collect();
    let at = |i: usize| plain.get(i).copied().unwrap_or_default();
    let join = |first: usize| {
        (0..plain.len())
            .filter(|&i| i != first + 1)
            .map(|i| if i == first { [at(i), at(i + 1)].concat() } else { at(i).to_owned() })
            .map(|word| Word::new(&word))
            .collect()
    };
    (0..plain.len().saturating_sub(1)).map(join).collect()
}

/// Lays typed words against a name's, best pairs first.
fn overlap(typed: &[Word], name: &[Word]) -> f64 {
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (i, word) in typed.iter().enumerate() {
        pairs.extend(name.iter().enumerate().map(|(j, other)| (word.likeness(other), i, j)));
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut taken: Vec<(f64, usize, usize)> = Vec::new();
    for pair in pairs {
        if taken.iter().all(|other| other.1 != pair.1 && other.2 != pair.2) {
            taken.push(pair);
        }
    }
    let letters = |i: usize| typed.get(i).map_or(0, |word| word.chars);
    let sum: f64 = taken.iter().map(|(likeness, i, _)| likeness * share(letters(*i), 1)).sum();
    let whole: usize = typed.iter().map(|word| word.chars).sum();
    let untyped = share(name.len().saturating_sub(typed.len()), 1);
    let swapped = taken.iter().any(|a| taken.iter().any(|b| a.1 < b.1 && a.2 > b.2));
    let order = if swapped { OTHER_ORDER } else { 0.0 };
    (sum / share(whole.max(1), 1) - UNTYPED_WORD * untyped - order).max(0.0)
}
