//! From tags to values: one element read, held against what it may hold, and put where it
//! belongs.
//!
//! Every reader here takes the whole of its element, whatever is in it, so that a fault costs
//! that element and nothing after it. An empty optional element is taken as not given, for that
//! is how systems write it.

use std::collections::BTreeMap;
use std::io::BufRead;

use domain::census::CodeSet;
use jiff::civil::Date;

use super::fault::{Faults, Unreadable, quoted};
use super::pull::{Place, Pull, Token, lines_in};

/// The longest value, in characters.
pub(super) const VALUE_CHARS_MAX: usize = 200;
/// How many blocks of one kind a child, or an episode, may have. Real ones have a few.
pub(super) const BLOCKS_MAX: usize = 200;
/// How many disabilities, factors and reviews a child may have in all. Real ones have some
/// dozens.
pub(super) const ENTRIES_MAX: usize = 5_000;
/// How many unknown names are told apart; the rest are counted together.
const UNKNOWN_NAMES_MAX: usize = 200;
/// How much of an unknown name is kept, in characters.
const NAME_CHARS_MAX: usize = 100;
/// Under which unknown blocks beyond [`UNKNOWN_NAMES_MAX`] are counted.
const OTHER: &str = "other";
/// Days outside are taken for mistyped ones; nobody in a census was born before or plans beyond.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

/// A file being read, with what was refused and skipped so far.
pub(super) struct Reading<R> {
    pull: Pull<R>,
    pub faults: Faults,
    pub unknown: BTreeMap<String, u64>,
    value: String,
    entries: usize,
}

impl<R: BufRead> Reading<R> {
    pub fn new(pull: Pull<R>) -> Self {
        Self {
            pull,
            faults: Faults::default(),
            unknown: BTreeMap::new(),
            value: String::new(),
            entries: 0,
        }
    }

    /// The next token, for the outermost level.
    pub fn next(&mut self) -> Result<Token, Unreadable> {
        self.pull.next()
    }

    /// The name of the element that has just begun, known or not.
    pub fn name(&self) -> &str {
        &self.pull.name
    }

    /// Hands each element directly inside `within` to `met`, which takes the whole of it.
    pub fn each<E: From<Unreadable>>(
        &mut self,
        within: Place,
        mut met: impl FnMut(&mut Self, Place) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut in_stray_text = false;
        loop {
            match self.pull.next()? {
                Token::Open(at) => {
                    in_stray_text = false;
                    met(self, at)?;
                }
                Token::Text(line) if !in_stray_text => {
                    in_stray_text = self.met_stray_text(within, line);
                }
                Token::Text(_) => {}
                Token::Close | Token::End => return Ok(()),
            }
        }
    }

    fn met_stray_text(&mut self, within: Place, line: u64) -> bool {
        let text = self.pull.text.trim_start();
        if text.is_empty() {
            return false;
        }
        let skipped = self.pull.text.len() - text.len();
        let skipped = self.pull.text.get(..skipped).unwrap_or_default();
        let line = line + lines_in(skipped);
        self.faults.refuse(Place { line, ..within }, || {
            let text = quoted(text.trim_end());
            format!("The text {text} stands between elements, where none belongs. It was left out.")
        });
        true
    }

    /// Passes over an element that has no place here, and counts it.
    pub fn unknown(&mut self) -> Result<(), Unreadable> {
        let name: String = self.pull.name.chars().take(NAME_CHARS_MAX).collect();
        let full = self.unknown.len() >= UNKNOWN_NAMES_MAX && !self.unknown.contains_key(&name);
        *self.unknown.entry(if full { OTHER.into() } else { name }).or_default() += 1;
        self.skip()
    }

    /// Passes over an element with all that is in it.
    pub fn skip(&mut self) -> Result<(), Unreadable> {
        let mut inside = 1_u32;
        while inside > 0 {
            match self.pull.next()? {
                Token::Open(_) => inside += 1,
                Token::Close | Token::End => inside -= 1,
                Token::Text(_) => {}
            }
        }
        Ok(())
    }

    /// The trimmed value of an element; `None` where it is empty or was refused.
    pub fn text(&mut self, at: Place) -> Result<Option<&str>, Unreadable> {
        let (mut nested, mut long) = (false, false);
        self.value.clear();
        loop {
            match self.pull.next()? {
                Token::Open(_) => {
                    nested = true;
                    self.skip()?;
                }
                Token::Text(_) => {
                    let text = self.pull.text.as_str();
                    let text = if self.value.is_empty() { text.trim_start() } else { text };
                    // Four bytes a character, and room for a line of spaces to trim.
                    long |= self.value.len() + text.len() > VALUE_CHARS_MAX * 8;
                    if !long {
                        self.value.push_str(text);
                    }
                }
                Token::Close | Token::End => break,
            }
        }
        let value = self.value.trim_end();
        if nested {
            self.faults.refuse(at, || {
                "Other elements stand inside this one, where only a value belongs. It was left \
                 out."
                    .into()
            });
        } else if long || value.chars().count() > VALUE_CHARS_MAX {
            self.faults.refuse(at, || {
                format!("The value is longer than {VALUE_CHARS_MAX} characters. It was left out.")
            });
        } else if !value.is_empty() {
            return Ok(Some(value));
        }
        Ok(None)
    }

    /// Reads a value as `parse` has it into a slot that takes one; `parse` says what is wrong.
    pub fn value<T>(
        &mut self,
        at: Place,
        slot: &mut Option<T>,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Result<(), Unreadable> {
        let Some(text) = self.text(at)? else { return Ok(()) };
        match parse(text) {
            Err(wrong) => self.faults.refuse(at, || format!("{wrong} It was left out.")),
            Ok(_) if slot.is_some() => self.faults.refuse(at, || {
                "This is given a second time. The first stands, this one was left out.".into()
            }),
            Ok(value) => *slot = Some(value),
        }
        Ok(())
    }

    pub fn words(&mut self, at: Place, slot: &mut Option<String>) -> Result<(), Unreadable> {
        self.value(at, slot, |text| Ok(text.to_owned()))
    }

    pub fn date(&mut self, at: Place, slot: &mut Option<Date>) -> Result<(), Unreadable> {
        self.value(at, slot, date)
    }

    pub fn code<C: CodeSet>(&mut self, at: Place, slot: &mut Option<C>) -> Result<(), Unreadable> {
        self.value(at, slot, code)
    }

    pub fn yes_or_no(&mut self, at: Place, slot: &mut Option<bool>) -> Result<(), Unreadable> {
        self.value(at, slot, yes_or_no)
    }

    pub fn count(&mut self, at: Place, slot: &mut Option<u16>) -> Result<(), Unreadable> {
        self.value(at, slot, count)
    }

    /// Reads `within` as a list whose entries are named `entry`; an entry at fault is left out.
    pub fn list<T>(
        &mut self,
        within: Place,
        entry: &str,
        list: &mut Vec<T>,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Result<(), Unreadable> {
        self.each(within, |reading, at| {
            if at.name != entry {
                return reading.unknown();
            }
            let mut one = None;
            reading.value(at, &mut one, &parse)?;
            if let Some(one) = one {
                reading.enter(at, list, one);
            }
            Ok(())
        })
    }

    /// Starts the count of a child's entries.
    pub fn begin_child(&mut self) {
        self.entries = 0;
    }

    /// Adds an entry to a list, unless the child has more of them than any real one.
    fn enter<T>(&mut self, at: Place, list: &mut Vec<T>, entry: T) {
        if self.entries < ENTRIES_MAX {
            self.entries += 1;
            list.push(entry);
        } else {
            self.faults.refuse(at, || {
                format!(
                    "This child has more than {ENTRIES_MAX} disabilities, factors and reviews. \
                     Those up to here stand, this one was left out."
                )
            });
        }
    }

    /// Adds a block, unless there are more of its kind already than any real child has.
    pub fn keep<T>(&mut self, at: Place, blocks: &mut Vec<T>, block: T) {
        if blocks.len() < BLOCKS_MAX {
            blocks.push(block);
        } else {
            self.faults.refuse(at, || {
                format!(
                    "There are more than {BLOCKS_MAX} of these in a row. Those up to here stand, \
                     this one was left out with all that is in it."
                )
            });
        }
    }

    /// The day without which a block cannot be filed; where it is missing the block is refused.
    pub fn needed(&mut self, block: Place, day: Option<Date>, element: &str) -> Option<Date> {
        if day.is_none() {
            self.faults.refuse(block, || {
                format!(
                    "There is no {element} here that can be read, so it has no day to be filed \
                         under. It was left out with all that is in it."
                )
            });
        }
        day
    }
}

/// A day as `2025-04-01`; a time zone after it, which XML Schema allows, is passed over.
pub(super) fn date(text: &str) -> Result<Date, String> {
    let wrong = || format!("{} is not a day in the calendar.", quoted(text));
    let bytes = text.as_bytes();
    let (Some(day), Some(zone)) = (bytes.get(..10), bytes.get(10..)) else { return Err(wrong()) };
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = day else { return Err(wrong()) };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_i16, |sum, digit| {
            digit.is_ascii_digit().then(|| sum * 10 + i16::from(digit - b'0'))
        })
    };
    let year = number(&[*y1, *y2, *y3, *y4]).ok_or_else(wrong)?;
    let month = number(&[*m1, *m2]).and_then(|month| i8::try_from(month).ok()).ok_or_else(wrong)?;
    let day = number(&[*d1, *d2]).and_then(|day| i8::try_from(day).ok()).ok_or_else(wrong)?;
    if !is_zone(zone) {
        return Err(wrong());
    }
    let date = Date::new(year, month, day).map_err(|_| wrong())?;
    if YEARS.contains(&year) {
        Ok(date)
    } else {
        let (first, last) = (YEARS.start(), YEARS.end());
        Err(format!("{} is not between the years {first} and {last}.", quoted(text)))
    }
}

fn is_zone(zone: &[u8]) -> bool {
    match zone {
        [] | [b'Z'] => true,
        [b'+' | b'-', h1, h2, b':', m1, m2] => {
            [h1, h2, m1, m2].iter().all(|digit| digit.is_ascii_digit())
        }
        _ => false,
    }
}

pub(super) fn code<C: CodeSet>(text: &str) -> Result<C, String> {
    C::find(text).ok_or_else(|| format!("{} is not {} of the census.", quoted(text), C::OF))
}

fn yes_or_no(text: &str) -> Result<bool, String> {
    match text {
        "1" | "true" => Ok(true),
        "0" | "false" => Ok(false),
        _ => Err(format!("{} is neither yes (1, true) nor no (0, false).", quoted(text))),
    }
}

fn count(text: &str) -> Result<u16, String> {
    text.parse()
        .ok()
        .filter(|count| *count < 1000 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .ok_or_else(|| format!("{} is not a whole number from 0 to 999.", quoted(text)))
}
