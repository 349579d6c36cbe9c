//! Rows word for word: what a statement said, held as bytes, so that two readings can be compared
//! before either is understood. Equal where every value of every row is.

use crate::error::{Error, Result};
use crate::row::{FromRow, Params, Row};
use crate::tx::Tx;
use crate::value::Value;

/// Rows of one statement, one after another; of each value its sort, its length and itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Verbatim {
    bytes: Vec<u8>,
    width: usize,
    sql: &'static str,
}

const NULL: u8 = 0;
const INT: u8 = 1;
const TEXT: u8 = 2;
const BYTES: u8 = 3;

impl Tx {
    /// All rows, as they are.
    pub(crate) fn verbatim(&mut self, sql: &'static str, params: impl Params) -> Result<Verbatim> {
        let mut rows = Verbatim::default();
        self.add_verbatim(&mut rows, sql, params)?;
        Ok(rows)
    }

    /// Adds the rows of another round of the same statement.
    pub(crate) fn add_verbatim(
        &mut self,
        rows: &mut Verbatim,
        sql: &'static str,
        params: impl Params,
    ) -> Result<()> {
        rows.sql = sql;
        self.each(sql, params, |row| rows.push(row))
    }
}

impl Verbatim {
    /// To be kept: without room to grow.
    pub fn shrunk(mut self) -> Self {
        self.bytes.shrink_to_fit();
        self
    }

    /// Every row, one at a time.
    pub fn each(&self, mut f: impl FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        let mut left = &*self.bytes;
        let mut values = Vec::with_capacity(self.width);
        while !left.is_empty() {
            values.clear();
            for _ in 0..self.width {
                values.push(take(&mut left)?);
            }
            f(&Row::Verbatim(&values, self.sql))?;
        }
        Ok(())
    }

    /// All rows, understood.
    pub fn all<T: FromRow>(&self) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.each(|row| {
            found.push(T::from_row(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    fn push(&mut self, row: &Row<'_>) -> Result<()> {
        self.width = row.width();
        for at in 0..self.width {
            match row.value(at)? {
                Value::Null => self.bytes.push(NULL),
                Value::Int(int) => {
                    self.bytes.push(INT);
                    self.bytes.extend_from_slice(&int.to_le_bytes());
                }
                Value::Text(text) => self.put(TEXT, text.as_bytes()),
                Value::Bytes(bytes) => self.put(BYTES, bytes),
                // Databases hold days as text: none comes out of a row.
                Value::Day(day) => self.put(TEXT, day.to_string().as_bytes()),
            }
        }
        Ok(())
    }

    fn put(&mut self, sort: u8, bytes: &[u8]) {
        self.bytes.push(sort);
        let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        self.bytes.extend_from_slice(&length.to_le_bytes());
        self.bytes.extend_from_slice(bytes);
    }
}

/// The next value. The bytes were put here by `push` alone; anything else is a fault of ours.
fn take<'b>(left: &mut &'b [u8]) -> Result<Value<'b>> {
    let value = split(left).and_then(|sort| match sort {
        NULL => Some(Value::Null),
        INT => number(left).map(Value::Int),
        TEXT => run(left).and_then(|text| std::str::from_utf8(text).ok()).map(Value::Text),
        BYTES => run(left).map(Value::Bytes),
        _ => None,
    });
    value.ok_or_else(|| Error::Broken("rows that were kept word for word".to_owned()))
}

fn split(left: &mut &[u8]) -> Option<u8> {
    let (sort, rest) = left.split_first()?;
    *left = rest;
    Some(*sort)
}

fn number(left: &mut &[u8]) -> Option<i64> {
    let (bytes, rest) = left.split_first_chunk()?;
    *left = rest;
    Some(i64::from_le_bytes(*bytes))
}

fn run<'b>(left: &mut &'b [u8]) -> Option<&'b [u8]> {
    let length = usize::try_from(number(left)?).ok()?;
    let (bytes, rest) = left.split_at_checked(length)?;
    *left = rest;
    Some(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it fails")]
mod tests {
    use super::*;
    use crate::place::Place;

    /// What a statement says, as the rows of it are kept.
    fn said(sql: &'static str) -> Verbatim {
        let folder = tempfile::tempdir().unwrap();
        let mut tx = Place::Folder(folder.path().to_owned()).connect().unwrap();
        let rows = tx.verbatim(sql, ()).unwrap();
        // Only what was said is compared, and not with which words it was asked for.
        Verbatim { sql: "", ..rows }
    }

    #[test]
    fn what_was_read_comes_out_again() {
        let rows = said("select 'a', 7, null, x'00ff', '' union all select 'ł', -1, 3, x'', 'b'");
        let all = rows.all::<(String, i64, Option<i64>, Vec<u8>, String)>().unwrap();
        let first = ("a".to_owned(), 7, None, vec![0, 255], String::new());
        assert_eq!(all, [first, ("ł".to_owned(), -1, Some(3), vec![], "b".to_owned())]);
        assert_eq!(said("select 1 where 1 = 0").all::<(i64,)>().unwrap(), []);
    }

    #[test]
    fn rows_are_equal_only_where_every_value_is() {
        assert_eq!(said("select 'ab', 'c'"), said("select 'ab', 'c'"));
        for other in
            ["select 'a', 'bc'", "select 'ab', null", "select 'ab', 'c' union all select 1, 2"]
        {
            assert_ne!(said("select 'ab', 'c'"), said(other), "{other}");
        }
        assert_ne!(said("select null"), said("select ''"));
        assert_ne!(said("select 1"), said("select '1'"));
    }

    #[test]
    fn rows_that_were_cut_are_a_fault_and_no_row() {
        let mut rows = said("select 'ab', 'c'");
        rows.bytes.pop();
        assert!(rows.all::<(String, String)>().is_err());
    }
}
