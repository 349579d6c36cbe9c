//! One transaction over either database: cached statements, rows, savepoints.
//!
//! ```text
//! transaction        begin … commit        rolled back as a whole
//!   └ transaction    savepoint … release   what fails is undone alone
//! ```
//! A connection whose rollback failed is marked spoilt and is never used again. What the
//! databases say differently is in `dialect`.

use crate::dialect::{self, WordsOf};
use crate::error::{Error, Result};
use crate::front_page::FrontPages;
use crate::row::{FromRow, Params, Row};
use crate::value::Value;
use postgres::types::ToSql;
use std::collections::HashMap;

/// A connection with its statements, and how deep in transactions it stands.
pub struct Tx {
    pub(crate) base: Base,
    /// What is still to be written into the index of words before the transaction ends.
    pub(crate) kept_back: Vec<WordsOf>,
    /// Front pages that were made lately.
    pub(crate) front_pages: FrontPages,
    depth: u32,
    spoilt: bool,
}

/// The database under it.
pub(crate) enum Base {
    /// SQLite.
    Lite(rusqlite::Connection),
    /// PostgreSQL, with its prepared statements by text.
    Pg(Box<postgres::Client>, HashMap<&'static str, postgres::Statement>),
}

impl Tx {
    pub(crate) fn new(base: Base) -> Self {
        let front_pages = FrontPages::default();
        Self { base, kept_back: Vec::new(), front_pages, depth: 0, spoilt: false }
    }

    /// Whether this is PostgreSQL. Only `dialect` and the tests should need to know.
    pub const fn is_postgres(&self) -> bool {
        matches!(self.base, Base::Pg(..))
    }

    /// A rollback failed: nobody knows what this connection holds.
    pub const fn is_spoilt(&self) -> bool {
        self.spoilt
    }

    /// Runs several statements without parameters, such as table definitions.
    pub fn batch(&mut self, sql: &str) -> Result<()> {
        match &mut self.base {
            Base::Lite(conn) => conn.execute_batch(sql)?,
            Base::Pg(client, _) => client.batch_execute(sql)?,
        }
        Ok(())
    }

    /// Prepares a statement and throws it away; tests hold every text against both databases by
    /// it.
    pub fn prepare(&mut self, sql: &str) -> Result<()> {
        match &mut self.base {
            Base::Lite(conn) => drop(conn.prepare(sql)?),
            Base::Pg(client, _) => drop(client.prepare(&dialect::dollars(sql))?),
        }
        Ok(())
    }

    /// Every row, one at a time.
    pub fn each(
        &mut self,
        sql: &'static str,
        params: impl Params,
        mut f: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        params.with(|values| match &mut self.base {
            Base::Lite(conn) => {
                let mut statement = conn.prepare_cached(sql)?;
                let mut rows = statement.query(rusqlite::params_from_iter(values))?;
                while let Some(row) = rows.next()? {
                    f(&Row::Lite(row, sql))?;
                }
                Ok(())
            }
            Base::Pg(client, cached) => {
                let statement = prepared(client, cached, sql)?;
                for row in client.query(&statement, &lent(values))? {
                    f(&Row::Pg(&row, sql))?;
                }
                Ok(())
            }
        })
    }

    /// All rows.
    pub fn all<T: FromRow>(&mut self, sql: &'static str, params: impl Params) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.each(sql, params, |row| {
            found.push(T::from_row(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The first row, where there is one.
    pub fn find<T: FromRow>(
        &mut self,
        sql: &'static str,
        params: impl Params,
    ) -> Result<Option<T>> {
        let mut found = None;
        self.each(sql, params, |row| {
            if found.is_none() {
                found = Some(T::from_row(row)?);
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// The first row, which is always there: counts, sums.
    pub fn get<T: FromRow>(&mut self, sql: &'static str, params: impl Params) -> Result<T> {
        self.find(sql, params)?.ok_or_else(|| Error::Broken(format!("no row from «{sql}»")))
    }

    /// Changes rows; how many.
    pub fn exec(&mut self, sql: &'static str, params: impl Params) -> Result<u64> {
        params.with(|values| match &mut self.base {
            Base::Lite(conn) => {
                let changed =
                    conn.prepare_cached(sql)?.execute(rusqlite::params_from_iter(values))?;
                Ok(u64::try_from(changed).unwrap_or(u64::MAX))
            }
            Base::Pg(client, cached) => {
                let statement = prepared(client, cached, sql)?;
                Ok(client.execute(&statement, &lent(values))?)
            }
        })
    }

    /// The outermost call is a transaction, a call within it a savepoint; what fails is undone
    /// alone.
    pub fn transaction<T, E: From<Error>>(
        &mut self,
        f: impl FnOnce(&mut Self) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        // Set and not counted: a panic within may have left deeper ones open.
        let outside = self.depth;
        self.depth = outside + 1;
        let kept_back = self.kept_back.len();
        let words = dialect::words(self.is_postgres(), self.depth);
        let done = self
            .word(&words.begin)
            .map_err(E::from)
            .and_then(|()| f(self))
            .and_then(|value| self.end(&words.commit).map(|()| value).map_err(E::from));
        if done.is_err() {
            self.kept_back.truncate(kept_back);
            if self.batch(&words.rollback).is_err() {
                // SQLite undoes the whole of it by itself where it has no room left.
                self.spoilt |= outside > 0 || !self.stands_in_none();
            }
        }
        self.depth = outside;
        done
    }

    fn end(&mut self, commit: &str) -> Result<()> {
        if self.depth == 1 {
            dialect::put_words_kept_back(self)?;
        }
        self.word(commit)
    }

    /// Whether what is written now stands or falls with the outermost transaction alone.
    pub(crate) const fn stands_outermost(&self) -> bool {
        self.depth <= 1
    }

    /// After a panic inside a transaction: back to no transaction at all.
    pub(crate) fn recover(&mut self) {
        self.depth = 0;
        self.kept_back.clear();
        if self.batch("rollback").is_err() {
            self.spoilt = true;
        }
    }

    /// SQLite knows that no transaction is open.
    pub(crate) fn stands_in_none(&self) -> bool {
        match &self.base {
            Base::Lite(conn) => conn.is_autocommit(),
            Base::Pg(..) => false,
        }
    }

    /// How many rows this connection of SQLite has ever changed, those undone since included.
    pub(crate) fn changes(&self) -> u64 {
        match &self.base {
            Base::Lite(conn) => conn.total_changes(),
            Base::Pg(..) => 0,
        }
    }

    /// A word around a transaction; SQLite keeps it prepared.
    pub(crate) fn word(&mut self, sql: &str) -> Result<()> {
        match &mut self.base {
            Base::Lite(conn) => {
                conn.prepare_cached(sql)?.execute([])?;
            }
            Base::Pg(client, _) => client.batch_execute(sql)?,
        }
        Ok(())
    }
}

fn lent<'v>(values: &'v [Value<'_>]) -> Vec<&'v (dyn ToSql + Sync)> {
    values.iter().map(|value| value as _).collect()
}

fn prepared(
    client: &mut postgres::Client,
    cached: &mut HashMap<&'static str, postgres::Statement>,
    sql: &'static str,
) -> Result<postgres::Statement> {
    if let Some(statement) = cached.get(sql) {
        return Ok(statement.clone());
    }
    let statement = client.prepare(&dialect::dollars(sql))?;
    cached.insert(sql, statement.clone());
    Ok(statement)
}
