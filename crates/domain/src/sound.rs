//! Finding a person by a name that was misheard, misspelt, shortened, swapped or transliterated.
//!
//! Two steps, so that a table of a hundred thousand names stays quick:
//!
//! 1. **Candidates.** The store keeps one row for each of a name's [`keys`] and asks for those who
//!    have any key of what was typed, those with most keys in common first (200 are plenty):
//!    `where key in (…) group by person order by count(*) desc limit 200`.
//! 2. **Rank.** Each candidate's name is measured against what was typed, by
//!    [`Sought::similarity`].
//!
//! A name in a script that [`words`] cannot transliterate (Chinese, Bengali, Gurmukhi …) is
//! found as it is written, not by sound. No name is guessed to be of a language or a people.

mod fold;
mod letter;
mod rank;
mod variant;

use rphonetic::DoubleMetaphone;
use std::collections::BTreeSet;

pub use fold::words;
pub use rank::{Sought, similarity};

/// Raised whenever [`keys`] may give other keys for the same name: the store then builds its
/// table of keys anew.
pub const KEYS_VERSION: u32 = 1;

const PREFIX_CHARS: usize = 3;
const SOUND_CHARS_MAX: usize = 6;

/// The keys a name is looked up by, sorted, each once: for each word how it begins (`p`), how it
/// sounds (`s`), and the names it is another form of (`v`); for two words side by side also how
/// they sound as one. The keys of a name on file and of what was typed are made alike.
pub fn keys(name: &str) -> Vec<String> {
    let words = words(name);
    let mut keys = BTreeSet::new();
    for word in &words {
        keys.insert(prefix(word));
        keys.extend(variant::groups(word).iter().map(|group| format!("v{group}")));
    }
    for word in fold::raw_words(name) {
        keys.extend(sounds(&word).into_iter().map(|sound| format!("s{sound}")));
    }
    for (left, right) in words.iter().zip(words.iter().skip(1)) {
        let joined = format!("{left}{right}");
        keys.extend(sounds(&joined).into_iter().map(|sound| format!("s{sound}")));
    }
    keys.into_iter().collect()
}

/// How a word begins, which is what somebody still typing has.
fn prefix(word: &str) -> String {
    format!("p{}", word.chars().take(PREFIX_CHARS).collect::<String>())
}

/// How a word may sound: its double metaphone in each of its readings. Words with no sound (one
/// vowel, another script) give none.
fn sounds(word: &str) -> BTreeSet<String> {
    let metaphone = DoubleMetaphone::new(Some(SOUND_CHARS_MAX));
    let mut sounds = BTreeSet::new();
    for reading in fold::readings(word).iter().filter(|reading| reading.is_ascii()) {
        let sound = metaphone.double_metaphone(reading);
        sounds.extend([sound.primary(), sound.alternate()]);
    }
    sounds.retain(|sound| sound.len() > 1 || (sound.len() == 1 && word.chars().count() < 4));
    sounds
}

#[cfg(test)]
mod tests;
