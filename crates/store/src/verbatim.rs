//! Rows word for word: what a statement said, held as bytes, so that two readings can be compared
//! before either is understood. Equal where every value of every row is.

use crate::error::Result;
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
                values.push(take(&mut left));
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

/// The next value. The bytes were put here by `push` alone; anything else reads as nothing.
fn take<'b>(left: &mut &'b [u8]) -> Value<'b> {
    let Some((sort, rest)) = left.split_first() else { return Value::Null };
    *left = rest;
    match *sort {
        INT => number(left).map_or(Value::Null, Value::Int),
        TEXT => Value::Text(std::str::from_utf8(run(left)).unwrap_or_default()),
        BYTES => Value::Bytes(run(left)),
        _ => Value::Null,
    }
}

fn number(left: &mut &[u8]) -> Option<i64> {
    let (bytes, rest) = left.split_first_chunk()?;
    *left = rest;
    Some(i64::from_le_bytes(*bytes))
}

fn run<'b>(left: &mut &'b [u8]) -> &'b [u8] {
    let length = number(left).and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
    let (bytes, rest) = left.split_at_checked(length).unwrap_or((left, &[]));
    *left = rest;
    bytes
}
