//! The patterns of `kit/question_rules.json`: a row of words to be met in one sentence.
//!
//! | written | met by |
//! |---|---|
//! | `who`, `who\|what` | that word, one of those |
//! | `@kin` | a word of that list or group |
//! | `@kin+` | the same, where it is new: the child has not used it |
//! | `_` | any one word |
//! | `,` | a comma |
//! | `..`, `..3` | up to twelve words (up to three), or none |
//! | `^`, `$`, `$?` | the beginning; the end; the end of a sentence that asks |
//! | `word?` | the word or nothing |
//! | `~word` | nothing, where the next is not that word |
//! | `=word` | the word, to be underlined |
//!
//! The twin of `js/kit/question_pattern.js`. Deliberately absent: repetition without an end, so
//! that no text can make it slow.

use super::lists::Lists;
use super::seen::SeenWord;
use super::text::Sentence;

/// A gap is up to so many words where the pattern says no number.
const GAP: usize = 12;

/// One pattern, read.
#[derive(Debug)]
pub(super) struct Pattern {
    pieces: Vec<Piece>,
    /// What must be somewhere in the sentence, one for each piece that cannot be left out.
    needs: Vec<Traces>,
}

/// What a piece can be met by, or what a sentence holds: one bit a list, and one of 128 a word. A
/// quick way to see that a pattern cannot be met; whether it is met is not said by it.
#[derive(Debug, Default, Clone, Copy)]
struct Traces {
    words: u128,
    lists: u128,
}

#[derive(Debug)]
enum Piece {
    Begin,
    End { asks: bool },
    Any { marked: bool, optional: bool },
    Gap { most: usize },
    Word { choices: Vec<Choice>, marked: bool, optional: bool },
    Not { choices: Vec<Choice> },
}

#[derive(Debug)]
enum Choice {
    /// The number [`Lists`] gave the word.
    Word(u32),
    /// The bit [`Lists`] gave the list.
    List { bit: u128, fresh: bool },
}

/// One sentence as a pattern sees it. Patterns anchored with `^` begin at `begin`.
#[derive(Debug)]
pub(super) struct Sight<'s> {
    pub words: &'s [SeenWord],
    pub begin: usize,
    pub from: usize,
    pub to: usize,
    pub asks: bool,
    holds: Traces,
}

impl<'s> Sight<'s> {
    /// The words of `sentence`, seen from its first.
    pub(super) fn new(words: &'s [SeenWord], sentence: Sentence) -> Self {
        let Sentence { from, to, asks } = sentence;
        let mut holds = Traces::default();
        for word in words.get(from..to).unwrap_or_default() {
            holds.words |= trace(word.number);
            holds.lists |= word.lists;
        }
        Self { words, begin: from, from, to, asks, holds }
    }
}

/// Where a pattern was met: from which word to which, and the first that is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Met {
    pub from: usize,
    pub to: usize,
    pub fresh: Option<usize>,
}

impl Pattern {
    pub(super) fn read(written: &str, lists: &mut Lists) -> Self {
        let pieces = written.split_ascii_whitespace().map(|piece| Piece::read(piece, lists));
        let pieces: Vec<Piece> = pieces.collect();
        Self { needs: pieces.iter().filter_map(Piece::needs).collect(), pieces }
    }

    /// The first place in a sentence where the pattern is met.
    pub(super) fn meet(&self, sight: &Sight<'_>) -> Option<Met> {
        if !self.needs.iter().all(|need| need.is_within(sight.holds)) {
            return None;
        }
        let mut attempt = Attempt { pieces: &self.pieces, sight, taken: Vec::new() };
        if let Some(Piece::Begin) = self.pieces.first() {
            return attempt.at(sight.begin);
        }
        (sight.from..sight.to).find_map(|at| attempt.at(at))
    }
}

impl Traces {
    fn is_within(self, other: Self) -> bool {
        self.words & other.words != 0 || self.lists & other.lists != 0
    }
}

/// One bit of 128 for a word that patterns ask for.
fn trace(number: u32) -> u128 {
    if number == 0 { 0 } else { 1 << (number % 128) }
}

impl Piece {
    /// What must be in the sentence, where the piece cannot be left out.
    fn needs(&self) -> Option<Traces> {
        let Self::Word { choices, optional: false, .. } = self else { return None };
        let mut needs = Traces::default();
        for choice in choices {
            match *choice {
                Choice::Word(number) => needs.words |= trace(number),
                Choice::List { bit, .. } => needs.lists |= bit,
            }
        }
        Some(needs)
    }

    fn read(written: &str, lists: &mut Lists) -> Self {
        match written {
            "^" => return Self::Begin,
            "$" => return Self::End { asks: false },
            "$?" => return Self::End { asks: true },
            _ => {}
        }
        if let Some(most) = written.strip_prefix("..") {
            return Self::Gap { most: most.parse().unwrap_or(GAP) };
        }
        let mut choices = |written: &str| -> Vec<Choice> {
            written.split('|').map(|choice| Choice::read(choice, lists)).collect()
        };
        if let Some(not) = written.strip_prefix('~') {
            return Self::Not { choices: choices(not) };
        }
        let (marked, inner) = cut(written, written.strip_prefix('='));
        let (optional, inner) = cut(inner, inner.strip_suffix('?'));
        if inner == "_" {
            return Self::Any { marked, optional };
        }
        Self::Word { choices: choices(inner), marked, optional }
    }
}

/// Whether a sign was there, and what is left without it.
fn cut<'w>(written: &'w str, without: Option<&'w str>) -> (bool, &'w str) {
    (without.is_some(), without.unwrap_or(written))
}

impl Choice {
    fn read(written: &str, lists: &mut Lists) -> Self {
        let Some(list) = written.strip_prefix('@') else {
            return Self::Word(lists.number(written));
        };
        let (fresh, list) = cut(list, list.strip_suffix('+'));
        Self::List { bit: lists.bit(list), fresh }
    }

    /// Whether the word is met, and if so whether as a new one.
    fn meet(&self, word: &SeenWord) -> Option<bool> {
        match *self {
            Self::Word(number) => (word.number == number).then_some(false),
            Self::List { bit, fresh } => {
                (word.lists & bit != 0 && (!fresh || word.is_new)).then_some(fresh)
            }
        }
    }
}

/// One word taken by a pattern.
#[derive(Debug, Clone, Copy)]
struct Taken {
    at: usize,
    marked: bool,
    fresh: bool,
}

/// One try to meet a pattern.
struct Attempt<'a> {
    pieces: &'a [Piece],
    sight: &'a Sight<'a>,
    taken: Vec<Taken>,
}

impl Attempt<'_> {
    fn at(&mut self, at: usize) -> Option<Met> {
        self.taken.clear();
        if !self.rest(0, at) {
            return None;
        }
        let ends = |ones: &mut dyn DoubleEndedIterator<Item = &Taken>| {
            let first = ones.next()?.at;
            Some((first, ones.next_back().map_or(first, |last| last.at)))
        };
        let fresh = self.taken.iter().find(|one| one.fresh).map(|one| one.at);
        let marked = ends(&mut self.taken.iter().filter(|one| one.marked));
        let shown = marked.or(fresh.map(|fresh| (fresh, fresh)));
        let (from, to) = shown.or_else(|| ends(&mut self.taken.iter())).unwrap_or((at, at));
        Some(Met { from, to, fresh })
    }

    /// Whether the pieces from `p` on are met by the words from `i` on.
    fn rest(&mut self, p: usize, i: usize) -> bool {
        let pieces = self.pieces;
        let Some(piece) = pieces.get(p) else { return true };
        let word = if i < self.sight.to { self.sight.words.get(i) } else { None };
        match piece {
            Piece::Begin => i == self.sight.begin && self.rest(p + 1, i),
            Piece::End { asks } => {
                i == self.sight.to && (self.sight.asks || !asks) && self.rest(p + 1, i)
            }
            Piece::Gap { most } => {
                (i..=(i + most).min(self.sight.to)).any(|next| self.rest(p + 1, next))
            }
            Piece::Any { marked, optional } => {
                let is_word = word.is_some_and(|word| !word.is_comma);
                (is_word && self.take(p, i, *marked, false)) || (*optional && self.rest(p + 1, i))
            }
            Piece::Not { choices } => {
                let is_met =
                    word.is_some_and(|word| choices.iter().any(|one| one.meet(word).is_some()));
                !is_met && self.rest(p + 1, i)
            }
            Piece::Word { choices, marked, optional } => {
                let hit = word.and_then(|word| choices.iter().find_map(|one| one.meet(word)));
                hit.is_some_and(|fresh| self.take(p, i, *marked, fresh))
                    || (*optional && self.rest(p + 1, i))
            }
        }
    }

    fn take(&mut self, p: usize, at: usize, marked: bool, fresh: bool) -> bool {
        self.taken.push(Taken { at, marked, fresh });
        if self.rest(p + 1, at + 1) {
            return true;
        }
        self.taken.pop();
        false
    }
}
