//! A question as the checker reads it: words with their places, cut into sentences.
//!
//! The same steps, in the same order, as `js/kit/question_text.js`. Places are counted in UTF-16
//! units, as a text field counts them. Deliberately absent: any grammar. What a word means here is
//! said by the lists in `kit/question_rules.json`.

const APOSTROPHES: &[char] = &['\'', '’', '‘', 'ʼ', '′', '`', '＇'];
const HYPHENS: &[char] = &['-', '‐', '‑'];
const ENDS: &[char] = &['.', '!', '?', '…', ';', '\n', '؟', '。', '？', '！'];
const ASKS: &[char] = &['?', '؟', '？'];
const PAUSES: &[char] = &[',', ':', '—', '–', '،', '，'];
/// A full stop after these ends no sentence.
const TITLES: [&str; 5] = ["mr", "mrs", "ms", "dr", "st"];

/// What is typed in a hurry.
const SHORT: [(&str, &str); 22] = [
    ("u", "you"),
    ("ya", "you"),
    ("ur", "your"),
    ("r", "are"),
    ("pls", "please"),
    ("wot", "what"),
    ("wat", "what"),
    ("dont", "don't"),
    ("doesnt", "doesn't"),
    ("didnt", "didn't"),
    ("isnt", "isn't"),
    ("arent", "aren't"),
    ("wasnt", "wasn't"),
    ("werent", "weren't"),
    ("havent", "haven't"),
    ("hasnt", "hasn't"),
    ("hadnt", "hadn't"),
    ("cant", "can't"),
    ("couldnt", "couldn't"),
    ("wont", "won't"),
    ("wouldnt", "wouldn't"),
    ("shouldnt", "shouldn't"),
];

/// One word, or a comma.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In small letters, with straight apostrophes.
    pub norm: String,
    /// Where it begins, in UTF-16 units.
    pub start: usize,
    /// Where it ends, in UTF-16 units.
    pub end: usize,
    /// Written with a capital in front.
    pub has_capital: bool,
    /// Written in capitals only, and longer than one letter.
    pub is_shouted: bool,
    /// No word but a comma.
    pub is_comma: bool,
}

/// A stretch of words, and whether it ends with a question mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sentence {
    pub from: usize,
    pub to: usize,
    pub asks: bool,
}

/// A text, read.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub words: Vec<Word>,
    pub sentences: Vec<Sentence>,
}

impl Text {
    /// Cuts a text into words and sentences.
    pub(super) fn read(text: &str) -> Self {
        let mut at = 0;
        let chars = text.chars().map(|char| {
            let start = at;
            at += char.len_utf16();
            (char, start)
        });
        let mut reader =
            Reader { chars: chars.collect(), length: 0, from: 0, text: Self::default() };
        reader.length = at;
        reader.read();
        reader.text
    }

    /// The words without the commas.
    pub(super) fn plain(&self) -> Vec<&str> {
        self.words.iter().filter(|word| !word.is_comma).map(|word| word.norm.as_str()).collect()
    }
}

struct Reader {
    chars: Vec<(char, usize)>,
    length: usize,
    from: usize,
    text: Text,
}

impl Reader {
    fn read(&mut self) {
        let mut i = 0;
        while let Some(char) = self.char(i) {
            if is_letter(char) {
                let end = self.word_end(i);
                self.word(i, end);
                i = end;
                continue;
            }
            if ENDS.contains(&char) && !self.is_inside(i) {
                self.close(ASKS.contains(&char));
            } else if PAUSES.contains(&char) || self.is_dash(i) {
                self.pause(self.place(i));
            }
            i += 1;
        }
        self.close(false);
    }

    fn char(&self, i: usize) -> Option<char> {
        self.chars.get(i).map(|(char, _)| *char)
    }

    fn before(&self, i: usize) -> Option<char> {
        i.checked_sub(1).and_then(|before| self.char(before))
    }

    fn place(&self, i: usize) -> usize {
        self.chars.get(i).map_or(self.length, |(_, at)| *at)
    }

    /// Where the word that begins at `i` ends: letters, with an apostrophe or hyphen between two.
    fn word_end(&self, i: usize) -> usize {
        let mut end = i + 1;
        loop {
            if self.char(end).is_some_and(is_letter) {
                end += 1;
            } else if self.char(end).is_some_and(joins) && self.char(end + 1).is_some_and(is_letter)
            {
                end += 2;
            } else {
                return end;
            }
        }
    }

    /// A full stop in a number or after a title ends no sentence.
    fn is_inside(&self, i: usize) -> bool {
        if self.char(i) != Some('.') {
            return false;
        }
        let digit = |char: Option<char>| char.is_some_and(char::is_numeric);
        if digit(self.before(i)) && digit(self.char(i + 1)) {
            return true;
        }
        let last = self.text.words.last();
        last.is_some_and(|last| last.end == self.place(i) && TITLES.contains(&last.norm.as_str()))
    }

    fn is_dash(&self, i: usize) -> bool {
        self.char(i).is_some_and(|char| HYPHENS.contains(&char))
            && self.before(i) == Some(' ')
            && self.char(i + 1) == Some(' ')
    }

    fn word(&mut self, i: usize, end: usize) {
        let chars = self.chars.get(i..end).unwrap_or_default();
        let straight = chars.iter().map(|(char, _)| match char {
            char if APOSTROPHES.contains(char) => '\'',
            char if HYPHENS.contains(char) => '-',
            char => *char,
        });
        let plain: String = straight.collect();
        let has_capital = chars.first().is_some_and(|(char, _)| char.is_uppercase());
        let is_shouted = chars.len() > 1 && chars.iter().all(|(char, _)| char.is_uppercase());
        let (start, end) = (self.place(i), self.place(end));
        let word =
            Word { norm: String::new(), start, end, has_capital, is_shouted, is_comma: false };
        let Some((stem, joined, rest)) = unjoined(&plain) else {
            self.text.words.push(Word { norm: in_full(&plain.to_lowercase()), ..word });
            return;
        };
        let middle = end - rest;
        self.text.words.push(Word { norm: stem.to_lowercase(), end: middle, ..word });
        self.text.words.push(Word {
            norm: joined.to_owned(),
            start: middle,
            end,
            has_capital: false,
            is_shouted: false,
            is_comma: false,
        });
    }

    /// A comma is kept as a word of its own.
    fn pause(&mut self, at: usize) {
        let is_first = self.text.words.len() == self.from;
        if is_first || self.text.words.last().is_some_and(|word| word.is_comma) {
            return;
        }
        self.text.words.push(Word {
            norm: ",".to_owned(),
            start: at,
            end: at + 1,
            has_capital: false,
            is_shouted: false,
            is_comma: true,
        });
    }

    fn close(&mut self, asks: bool) {
        let has_words = self.text.words.len() > self.from;
        if has_words && self.text.words.last().is_some_and(|word| word.is_comma) {
            self.text.words.pop();
        }
        let to = self.text.words.len();
        if to > self.from {
            self.text.sentences.push(Sentence { from: self.from, to, asks });
            self.from = to;
        } else if let Some(last) = self.text.sentences.last_mut() {
            last.asks |= asks;
        }
    }
}

/// What an apostrophe joins to a word: the word, what is joined to it, and its length as written.
fn unjoined(plain: &str) -> Option<(&str, &'static str, usize)> {
    let (stem, end) = plain.rsplit_once('\'')?;
    let joined = match end.to_lowercase().as_str() {
        "re" => "are",
        "ve" => "have",
        "ll" => "will",
        "d" => "would",
        "m" => "am",
        "s" => "'s",
        _ => return None,
    };
    (!stem.is_empty()).then_some((stem, joined, end.encode_utf16().count() + 1))
}

fn in_full(low: &str) -> String {
    let full = SHORT.iter().find(|(short, _)| *short == low);
    full.map_or(low, |(_, full)| full).to_owned()
}

fn is_letter(char: char) -> bool {
    char.is_alphanumeric()
}

fn joins(char: char) -> bool {
    APOSTROPHES.contains(&char) || HYPHENS.contains(&char)
}

/// Whether two words are one slip of the pen apart: children spell as they hear, and a word of
/// theirs is no less theirs for a letter. Only words of five letters and more.
pub(super) fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len() < 5 || other.len() < 5 || one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let start = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let most = one.len().min(other.len()) - start;
    let ends = one.iter().rev().zip(other.iter().rev());
    let end = ends.take(most).take_while(|(a, b)| a == b).count();
    let left = one.get(start..one.len() - end).unwrap_or_default();
    let right = other.get(start..other.len() - end).unwrap_or_default();
    match (left, right) {
        ([a, b], [c, d]) => a == d && b == c,
        _ => left.len() <= 1 && right.len() <= 1,
    }
}
