//! What somebody looks for, and the words of a text as a search compares them.
//!
//! ```text
//! typed ─▶ Sought { name, born, terms }   people by name, day of birth or number; entries by words
//! text  ─▶ tokens: where a word stands, and the plain word it is looked up by
//! ```
//! A word is looked up without accents, in small letters, Cyrillic, Greek and Arabic ones as Latin
//! (see [`crate::sound`]); scripts that write no blanks are taken letter by letter and looked for
//! as they stand side by side. An index may then only know plain words: whoever finds an entry by
//! it holds the entry's own text against what was typed ([`excerpt`]), so that every database
//! finds the same. Nothing that was typed has a meaning but words and quotation marks.
//!
//! Deliberately absent: `or`, `not`, stars, weights. A worker types what she remembers.

mod answer;
mod born;
mod excerpt;
mod texts;

use crate::sound;
use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

pub use answer::{Answer, Asks, ChildHits, Desk, EntryHit, Likeness, PersonHit, SeenThrough, Why};
pub use excerpt::{Excerpt, excerpt};
pub use texts::texts;

use jiff::civil::Date;

/// The longest search, in characters; the rest is cut off.
pub const SEARCH_CHARS_MAX: usize = 200;
/// The most words of one search that entries are looked up by.
const WORDS_MAX: usize = 12;
/// The longest plain word, in characters: longer ones are looked up by how they begin.
const WORD_CHARS_MAX: usize = 48;

/// What somebody looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    /// What was typed, on one line, cut to its longest.
    pub typed: String,
    /// What may be a name: what was typed, without a day of birth and without quotation marks.
    pub name: String,
    /// A day of birth.
    pub born: Option<Date>,
    /// All of these stand in an entry that is found.
    pub terms: Vec<Term>,
}

/// A plain word, or several side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term(pub Vec<String>);

impl Sought {
    /// Reads what was typed; any text will do.
    pub fn parse(typed: &str) -> Self {
        let blank = |c: char| if c.is_control() { ' ' } else { c };
        let short: String = typed.chars().map(blank).take(SEARCH_CHARS_MAX).collect();
        let typed = short.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain: String = typed.chars().map(|c| if is_quote(c) { ' ' } else { c }).collect();
        let (born, name) = born::part(&plain);
        let terms = terms(&typed);
        Self { typed, name, born, terms }
    }

    /// Whether there is nothing to look for.
    pub const fn is_blank(&self) -> bool {
        self.typed.is_empty()
    }

    /// Every plain word an entry must have, each once.
    pub fn words(&self) -> Vec<&str> {
        let mut words: Vec<&str> = Vec::new();
        for word in self.terms.iter().flat_map(|term| &term.0) {
            if !words.contains(&word.as_str()) {
                words.push(word);
            }
        }
        words
    }
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// Words between quotation marks stay side by side; so do the letters of a script without blanks.
fn terms(typed: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut room = WORDS_MAX;
    for (nth, part) in typed.split(is_quote).enumerate() {
        let quoted = nth % 2 == 1;
        let found: Vec<Token> = tokens(part).take(room).collect();
        room -= found.len();
        let together = found.chunk_by(|a, b| quoted || a.touches(b));
        terms.extend(together.map(|some| Term(some.iter().map(|t| t.word.clone()).collect())));
    }
    terms
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// The plain word.
    pub word: String,
    /// It is one letter of a script that writes no blanks.
    stands_alone: bool,
}

impl Token {
    /// Whether two letters of a script without blanks stand side by side.
    const fn touches(&self, next: &Self) -> bool {
        self.stands_alone && next.stands_alone && self.range.end == next.range.start
    }
}

/// The words of a text, in order. An apostrophe joins (`O’Brien`) but for a last `’s`, which is
/// left out; a hyphen and everything else that is no letter or digit parts.
pub fn tokens(text: &str) -> impl Iterator<Item = Token> {
    let mut letters = text.char_indices().peekable();
    let raw = std::iter::from_fn(move || {
        let (start, first) = letters.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        if writes_no_blanks(first) {
            return Some((start..end, true));
        }
        while let Some((at, c)) = letters.peek().copied() {
            if !goes_on(text, at, c) {
                break;
            }
            end = at + c.len_utf8();
            letters.next();
        }
        if letters.peek().is_some_and(|(at, _)| is_possessive(text, *at)) {
            letters.nth(1);
        }
        Some((start..end, false))
    });
    raw.filter_map(|(range, stands_alone)| {
        let word = plain(text.get(range.clone())?);
        (!word.is_empty()).then_some(Token { range, word, stands_alone })
    })
}

/// Whether a word goes on with this letter, which stands there.
fn goes_on(text: &str, at: usize, c: char) -> bool {
    let letter = c.is_alphanumeric() && !writes_no_blanks(c);
    letter || is_combining_mark(c) || is_joiner(c) || (is_apostrophe(c) && joins(text, at, c))
}

/// An apostrophe inside a word; the last `’s` is no part of it.
fn joins(text: &str, at: usize, c: char) -> bool {
    let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
    rest.chars().next().is_some_and(char::is_alphanumeric) && !is_possessive(text, at)
}

fn is_possessive(text: &str, at: usize) -> bool {
    let mut rest = text.get(at..).unwrap_or_default().chars();
    let begins = rest.next().is_some_and(is_apostrophe) && matches!(rest.next(), Some('s' | 'S'));
    begins && !rest.next().is_some_and(char::is_alphanumeric)
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{02BC}' | '`' | '\u{00B4}')
}

/// Joins letters on paper and says nothing.
const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Chinese, Japanese, Thai, Lao, Burmese, Khmer.
const fn writes_no_blanks(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}')
}

/// Scripts of South Asia, whose vowels are marks: without them words would be other words.
const fn writes_vowels_as_marks(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0DFF}')
}

/// The plain word that a written one is looked up by.
fn plain(written: &str) -> String {
    let word: Cow<'_, str> =
        if written.is_ascii() && written.bytes().all(|b| b.is_ascii_alphanumeric()) {
            Cow::Owned(written.to_ascii_lowercase())
        } else if written.chars().any(writes_vowels_as_marks) {
            Cow::Owned(written.chars().filter(|c| !is_joiner(*c) && !is_apostrophe(*c)).collect())
        } else {
            let letters: String = sound::words(written).concat();
            Cow::Owned(letters.chars().filter(|c| c.is_alphanumeric()).collect())
        };
    match word.char_indices().nth(WORD_CHARS_MAX) {
        Some((end, _)) => word.get(..end).unwrap_or_default().to_owned(),
        None => word.into_owned(),
    }
}

#[cfg(test)]
mod tests;
