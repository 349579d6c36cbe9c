//! From a name as written to plain small letters, and to the ways a stranger might read them
//! aloud.

use super::letter;
use std::collections::BTreeSet;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The words of a name as small letters without accents: `Łukasz O’Brien-Çelik` gives `lukasz`,
/// `obrien`, `celik`. Cyrillic, Greek and Arabic letters are transliterated; others stay.
pub fn words(name: &str) -> Vec<String> {
    raw_words(name).iter().map(|word| plain(word)).filter(|word| !word.is_empty()).collect()
}

/// The words of a name in small letters, with whatever accents they have. An apostrophe joins
/// (`O’Brien`), a hyphen and everything else that is no letter or digit parts.
pub(super) fn raw_words(name: &str) -> Vec<String> {
    let composed = if name.is_ascii() { name.to_owned() } else { name.nfkc().collect() };
    let lower = composed.to_lowercase();
    let joined: String = lower.chars().filter(|c| !is_apostrophe(*c)).collect();
    joined
        .split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{02BC}' | '`' | '\u{00B4}' | '\u{02BB}')
}

/// A word of small letters with its accents taken off and its letters in Latin script.
pub(super) fn plain(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.nfkd().filter(|c| !is_combining_mark(*c)) {
        match letter::latin(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
    out
}

/// The word as plain letters, as its accents say it (Turkish, Polish), and as a Slavic speaker
/// would say it; each reading once.
pub(super) fn readings(word: &str) -> BTreeSet<String> {
    if word.is_ascii() {
        return BTreeSet::from([slavic(word), word.to_owned()]);
    }
    let composed: String = word.nfc().collect();
    let mut accented = String::with_capacity(word.len());
    for c in composed.chars() {
        match letter::said(c) {
            Some(letters) => accented.push_str(letters),
            None => accented.push(c),
        }
    }
    let plain_word = plain(word);
    BTreeSet::from([slavic(&plain_word), plain(&accented), plain_word])
}

/// Polish and Czech spelling put into English sounds: `kowalczyk` to `kovalchyk`.
fn slavic(word: &str) -> String {
    const SPELLINGS: [(&str, &str); 6] =
        [("szcz", "shch"), ("cz", "ch"), ("sz", "sh"), ("rz", "zh"), ("w", "v"), ("j", "y")];
    let mut said = word.to_owned();
    for (from, to) in SPELLINGS {
        if said.contains(from) {
            said = said.replace(from, to);
        }
    }
    said
}
