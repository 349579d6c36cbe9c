//! A list of children as another system exports it: a table, one child a row (RFC 4180).
//!
//! ```text
//! id,full name,known as,born,worker,team
//! 4711,Tyler Boyd,Ty,2017-03-01,joel@council.example,Riverside
//! ```
//! UTF-8, with or without a mark, or Windows-1252, as spreadsheets write it. Each row is read or
//! refused by itself, with its line and why. Deliberately absent: guessing which column is which,
//! and the words in which a fault is told.

mod columns;
#[cfg(test)]
mod tests;

use columns::Columns;
use csv::{ByteRecord, ReaderBuilder, StringRecord};
use domain::children_list::{LeftOut, Line, NoList, Unreadable};
use encoding_rs::WINDOWS_1252;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The longest list, in bytes.
pub const MOST_BYTES: usize = 16 << 20;
/// The most rows of a list.
pub const MOST_ROWS: usize = 100_000;
/// The longest id, name and what a child is known as, in characters.
const ID_MAX: usize = 64;
const NAME_MAX: usize = 200;
/// The mark at the start of UTF-8, and those of UTF-16, which is not read.
const MARK: &[u8] = b"\xEF\xBB\xBF";
const OTHER_MARKS: [&[u8]; 2] = [b"\xFF\xFE", b"\xFE\xFF"];

/// A child of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The line of the file, from 1.
    pub line: u64,
    /// The number the other system knows them by.
    pub id: String,
    /// Full name.
    pub full: String,
    /// What people call them.
    pub known_as: Option<String>,
    /// Born on.
    pub born: Option<Date>,
    /// The address their worker signs in with.
    pub worker: Option<String>,
    /// The team, by name.
    pub team: Option<String>,
}

/// What a list says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// The children, in the order of the file.
    pub children: Vec<Listed>,
    /// Rows that were left out.
    pub refused: Vec<Line<LeftOut>>,
    /// Every id that stands in it, also of rows that were left out.
    pub ids: BTreeSet<String>,
    /// A row was left out without an id: somebody is on the list, and nobody knows who.
    pub nameless: bool,
    /// Columns that are not read.
    pub unknown: Vec<String>,
}

/// Which line of a text a row begins on. What reads rows passes over the end of the line before,
/// and over lines with nothing on them, only once the row is asked for.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of what begins at this byte, or after the line ends there; never one before the
    /// last.
    fn of(&mut self, byte: u64) -> u64 {
        let bytes = self.text.as_bytes();
        let from = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(here) = bytes.get(self.at) {
            if self.at >= from && !matches!(here, b'\r' | b'\n') {
                break;
            }
            self.line += u64::from(*here == b'\n');
            self.at += 1;
        }
        self.line
    }
}

/// Reads a list; `today` is the day after which nobody is born.
///
/// # Errors
/// Where it cannot be read at all: no text, no table, without the columns it needs, too long.
pub fn read(bytes: &[u8], today: Date) -> Result<List, Unreadable> {
    let text = decoded(bytes)?;
    let mut rows = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let heads = rows.headers().map_err(|_| unreadable(Some(1), NoList::NoTable))?;
    let columns = Columns::find(heads)?;
    let mut list = List { unknown: columns.unknown.clone(), ..List::default() };
    let mut row = ByteRecord::new();
    let mut seen = 0;
    let mut lines = Lines { text: &text, at: 0, line: 1 };
    while rows.read_byte_record(&mut row).map_err(|_| unreadable(None, NoList::NoTable))? {
        let line = lines.of(row.position().map_or(0, csv::Position::byte));
        seen += 1;
        if seen > MOST_ROWS {
            return Err(unreadable(Some(line), NoList::TooManyRows));
        }
        // It came out of a text.
        let row = StringRecord::from_byte_record_lossy(row.clone());
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        list.take(line, &columns.row(&row), today);
    }
    list.refuse_twice();
    Ok(list)
}

impl List {
    fn take(&mut self, line: u64, row: &columns::Row<'_>, today: Date) {
        let id = row.id.to_owned();
        if id.is_empty() {
            self.nameless = true;
        } else {
            self.ids.insert(id);
        }
        match child(line, row, today) {
            Ok(child) => self.children.push(child),
            Err(says) => self.refused.push(Line { line, says }),
        }
    }

    /// Two rows of one id: nobody can say which is right, and neither is taken.
    fn refuse_twice(&mut self) {
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        for child in &self.children {
            *times.entry(child.id.clone()).or_default() += 1;
        }
        let (twice, once): (Vec<Listed>, Vec<Listed>) = std::mem::take(&mut self.children)
            .into_iter()
            .partition(|child| times.get(&child.id).is_some_and(|times| *times > 1));
        self.children = once;
        let says = LeftOut::Twice;
        self.refused.extend(twice.iter().map(|child| Line { line: child.line, says }));
        self.refused.sort_by_key(|refused| refused.line);
    }
}

fn child(line: u64, row: &columns::Row<'_>, today: Date) -> Result<Listed, LeftOut> {
    if row.id.is_empty() {
        return Err(LeftOut::NoId);
    }
    if row.full.is_empty() {
        return Err(LeftOut::NoName);
    }
    for (column, cell, most) in row.texts(ID_MAX, NAME_MAX) {
        if cell.chars().any(char::is_control) {
            return Err(LeftOut::Control(column));
        }
        if cell.chars().count() > most {
            return Err(LeftOut::TooLong(column, most));
        }
    }
    let some = |cell: &str| (!cell.is_empty()).then(|| cell.to_owned());
    Ok(Listed {
        line,
        id: row.id.into(),
        full: row.full.into(),
        known_as: some(row.known_as),
        born: born(row.born, today)?,
        worker: some(row.worker),
        team: some(row.team),
    })
}

/// `2017-03-01` or `01/03/2017`; blank is not known.
fn born(cell: &str, today: Date) -> Result<Option<Date>, LeftOut> {
    if cell.is_empty() {
        return Ok(None);
    }
    let read = cell.parse().or_else(|_| Date::strptime("%d/%m/%Y", cell));
    let born = read.map_err(|_| LeftOut::NoDay)?;
    if born > today { Err(LeftOut::BornAhead) } else { Ok(Some(born)) }
}

fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(unreadable(None, NoList::TooLong));
    }
    if OTHER_MARKS.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(unreadable(Some(1), NoList::Utf16));
    }
    let (marked, bytes) = bytes.strip_prefix(MARK).map_or((false, bytes), |rest| (true, rest));
    if bytes.contains(&0) {
        return Err(unreadable(Some(1), NoList::NoText));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.into()),
        Err(_) if marked => Err(unreadable(Some(1), NoList::NotUtf8)),
        Err(_) => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            // The five bytes that Windows-1252 gives no letter come out as C1 controls.
            let letters = |letter: char| !('\u{80}'..='\u{9f}').contains(&letter);
            if text.chars().all(letters) {
                return Ok(text);
            }
            Err(unreadable(Some(1), NoList::NotWindows1252))
        }
    }
}

fn unreadable(line: Option<u64>, why: NoList) -> Unreadable {
    Unreadable { line, why }
}
