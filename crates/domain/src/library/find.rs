//! Looking something up in the library, by words.
//!
//! A card is found where each word that was asked begins a word of the card, or a word that means
//! the same does. Words in the title count most; cards that fit as well as one another stand in
//! the order of the library. `js/kit/library.js` does the same on the tablet, and both are held to
//! `kit/library_cases.json`. Deliberately absent: an index, likeness of sound, and any memory of
//! what was asked: sixty cards are read through in no time, and nobody's search is kept.

use unicode_normalization::UnicodeNormalization as _;

use super::{Card, Library};

/// The longest question that is looked at, in characters.
pub const ASKED_CHARS_MAX: usize = 200;

/// Words of a text as they are compared: small letters and digits, apostrophes left out.
fn words(text: &str) -> Vec<String> {
    let plain: String = text.nfc().collect::<String>().to_lowercase().replace(['\'', '’'], "");
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

impl Library {
    /// Cards that fit what was asked, the best first; none where nothing was asked that helps.
    pub fn find(&self, asked: &str) -> Vec<&Card> {
        let asked: String = asked.chars().take(ASKED_CHARS_MAX).collect();
        let wanted = words(&asked);
        let wanted: Vec<Vec<&str>> = wanted
            .iter()
            .filter(|word| !self.leave_out.contains(word))
            .map(|word| self.or_the_same(word))
            .collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(usize, &Card)> =
            self.cards.iter().filter_map(|card| Some((fit(card, &wanted)?, card))).collect();
        found.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
        found.into_iter().map(|(_, card)| card).collect()
    }

    /// A word, and what means the same.
    fn or_the_same<'a>(&'a self, word: &'a str) -> Vec<&'a str> {
        let group = self.same.iter().filter(|group| group.iter().any(|one| one == word));
        group.flatten().map(String::as_str).chain([word]).collect()
    }
}

/// How well a card fits: two for each word in the title, one for each among its other names; none
/// where a word is nowhere on it.
fn fit(card: &Card, wanted: &[Vec<&str>]) -> Option<usize> {
    let title = words(&card.title);
    let also: Vec<String> = card.also.iter().flat_map(|also| words(also)).collect();
    let law = card.law.iter().flat_map(|law| [&law.duty, &law.source, &law.section]);
    let lines = card.lines.iter().map(super::Line::words).chain(law.map(String::as_str));
    let lines: Vec<String> = lines.flat_map(words).collect();
    let fits = wanted.iter().map(|any| match any {
        any if begins(&title, any) => Some(2),
        any if begins(&also, any) => Some(1),
        any => begins(&lines, any).then_some(0),
    });
    fits.sum()
}

/// Whether one of these begins a word; one or two letters are a word of their own or nothing.
fn begins(words: &[String], any: &[&str]) -> bool {
    let fits = |word: &str, begin: &str| match begin.chars().count() {
        0..3 => word == begin,
        _ => word.starts_with(begin),
    };
    words.iter().any(|word| any.iter().any(|begin| fits(word, begin)))
}
