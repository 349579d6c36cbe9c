//! Rows and parameters. A row struct names its fields in the order of the statement's columns.

use crate::error::{Error, Result};
use crate::value::{FromValue, IntoValue, Value};

/// One row, of either database.
pub enum Row<'r> {
    /// Of SQLite.
    Lite(&'r rusqlite::Row<'r>, &'static str),
    /// Of PostgreSQL.
    Pg(&'r postgres::Row, &'static str),
    /// Of either, as it was read before.
    Verbatim(&'r [Value<'r>], &'static str),
}

impl Row<'_> {
    /// The column at this place, from 0.
    pub fn get<T: FromValue>(&self, at: usize) -> Result<T> {
        let broken = || Error::Column { at, wanted: T::NAME, sql: self.sql() };
        T::from_value(self.value(at)?).ok_or_else(broken)
    }

    /// The column at this place, as it is.
    pub(crate) fn value(&self, at: usize) -> Result<Value<'_>> {
        match self {
            Self::Lite(row, sql) => lite_value(row, at, sql),
            Self::Pg(row, _) => Ok(row.try_get::<_, Value<'_>>(at)?),
            Self::Verbatim(values, sql) => {
                let value = values.get(at).copied();
                value.ok_or(Error::Column { at, wanted: "a column", sql })
            }
        }
    }

    /// How many columns it has.
    pub(crate) fn width(&self) -> usize {
        match self {
            Self::Lite(row, _) => row.as_ref().column_count(),
            Self::Pg(row, _) => row.len(),
            Self::Verbatim(values, _) => values.len(),
        }
    }

    const fn sql(&self) -> &'static str {
        match self {
            Self::Lite(_, sql) | Self::Pg(_, sql) | Self::Verbatim(_, sql) => sql,
        }
    }
}

fn lite_value<'r>(row: &'r rusqlite::Row<'r>, at: usize, sql: &'static str) -> Result<Value<'r>> {
    use rusqlite::types::ValueRef as R;
    Ok(match row.get_ref(at)? {
        R::Null => Value::Null,
        R::Integer(i) => Value::Int(i),
        R::Text(t) => Value::Text(std::str::from_utf8(t).map_err(|_| Error::Column {
            at,
            wanted: "UTF-8",
            sql,
        })?),
        R::Blob(b) => Value::Bytes(b),
        R::Real(_) => return Err(Error::Column { at, wanted: "exact value", sql }),
    })
}

/// Read from a row by position; `row!` writes it.
pub trait FromRow: Sized {
    /// From one row.
    fn from_row(row: &Row<'_>) -> Result<Self>;
}

/// A row struct: its fields are the statement's columns, in order.
#[macro_export]
macro_rules! row { (
    $(#[$m:meta])* $v:vis struct $n:ident { $($(#[$fm:meta])* $f:ident: $t:ty),* $(,)? }
) => {
    $(#[$m])* $v struct $n { $($(#[$fm])* pub $f: $t),* }
    impl $crate::row::FromRow for $n {
        fn from_row(row: &$crate::row::Row<'_>) -> $crate::error::Result<Self> {
            let mut at = 0usize..;
            Ok(Self { $($f: row.get(at.next().unwrap_or_default())?),* })
        }
    }
}}

/// What goes into a statement.
pub trait Params {
    /// Lends the values.
    fn with<R>(&self, f: impl FnOnce(&[Value<'_>]) -> R) -> R;
}

impl Params for () {
    fn with<R>(&self, f: impl FnOnce(&[Value<'_>]) -> R) -> R {
        f(&[])
    }
}
impl Params for &[Value<'_>] {
    fn with<R>(&self, f: impl FnOnce(&[Value<'_>]) -> R) -> R {
        f(self)
    }
}

macro_rules! tuples { ($(($($t:ident $i:tt),+))*) => {$(
    impl<$($t: FromValue),+> FromRow for ($($t,)+) {
        fn from_row(row: &Row<'_>) -> Result<Self> { Ok(($(row.get::<$t>($i)?,)+)) }
    }
    impl<$($t: IntoValue),+> Params for ($($t,)+) {
        fn with<R>(&self, f: impl FnOnce(&[Value<'_>]) -> R) -> R { f(&[$(self.$i.value()),+]) }
    }
)*}}
tuples! {
    (A 0) (A 0, B 1) (A 0, B 1, C 2) (A 0, B 1, C 2, D 3) (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5) (A 0, B 1, C 2, D 3, E 4, F 5, G 6)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7) (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13, O 14)
}
