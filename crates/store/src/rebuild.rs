//! Making views anew from the journal, and holding them against it.

use crate::dialect;
use crate::error::Result;
use crate::place::Place;
use crate::tx::Tx;
use crate::value::Value;
use crate::view::{self, Placed, VIEWS, View};

/// Empties these views and applies the whole journal to them; how many entries.
pub(crate) fn rebuild(tx: &mut Tx, views: &[&View]) -> Result<u64> {
    for view in views {
        view::make(tx, view)?;
    }
    replay(tx, views)
}

fn replay(tx: &mut Tx, views: &[&View]) -> Result<u64> {
    let (mut after, mut count) = (0, 0);
    loop {
        let page = tx.list_journal(after, 2000)?;
        let Some(last) = page.last() else {
            dialect::put_words_kept_back(tx)?;
            return Ok(count);
        };
        after = last.seq;
        for row in &page {
            let entry = row.open()?;
            let placed = Placed { seq: row.seq, entry: &entry, body: row.body.as_deref() };
            views.iter().try_for_each(|view| (view.apply)(tx, &placed))?;
            count += 1;
        }
    }
}

/// The first row that is not what the journal amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// In which table.
    pub table: String,
    /// What stands there, or that nothing does.
    pub stands: Option<String>,
    /// What should.
    pub should: Option<String>,
}

/// Makes every view anew in temporary tables, which stand before the store's own under the same
/// names, and compares. Nothing of the store is written or held: it may be in use.
pub fn check(place: &Place) -> Result<Option<Difference>> {
    let mut tx = place.connect()?;
    dialect::use_files_for_temporary_tables(&mut tx)?;
    dialect::begin_checking(&mut tx)?;
    let found = compare(&mut tx);
    dialect::end_checking(&mut tx)?;
    found
}

fn compare(tx: &mut Tx) -> Result<Option<Difference>> {
    let home = dialect::home(tx)?;
    for view in VIEWS {
        let definition = dialect::tables(tx.is_postgres(), view.definition);
        tx.batch(&dialect::made_temporary(&definition))?;
    }
    replay(tx, VIEWS)?;
    let tables = VIEWS.iter().flat_map(|view| view.tables.iter().copied());
    for table in tables {
        if let Some(difference) = first_difference(tx, &home, table)? {
            return Ok(Some(difference));
        }
    }
    Ok(None)
}

fn first_difference(tx: &mut Tx, home: &str, table: &str) -> Result<Option<Difference>> {
    let (columns, stands) = dialect::compared(tx, home, table)?;
    let temporary = dialect::temporary(tx);
    let should = if tx.is_postgres() {
        format!("{temporary}.{table}")
    } else {
        dialect::compared(tx, temporary, table)?.1
    };
    let more = |these: &str, those: &str| {
        format!("select {columns} from {these} except select {columns} from {those} limit 1")
    };
    let found =
        (row_as_text(tx, &more(&stands, &should))?, row_as_text(tx, &more(&should, &stands))?);
    let (stands, should) = found;
    if stands.is_none() && should.is_none() {
        return Ok(None);
    }
    Ok(Some(Difference { table: table.to_owned(), stands, should }))
}

fn row_as_text(tx: &mut Tx, sql: &str) -> Result<Option<String>> {
    // The text is made from this program's own table and column names, a handful of them, once a
    // run.
    let sql: &'static str = Box::leak(sql.to_owned().into_boxed_str());
    let mut found = None;
    tx.each(sql, [].as_slice() as &[Value<'_>], |row| {
        let mut at = 0;
        let mut words = Vec::new();
        while let Ok(word) = row.get::<Option<String>>(at) {
            words.push(word.unwrap_or_else(|| "nothing".into()));
            at += 1;
        }
        found = Some(words.join(" | "));
        Ok(())
    })?;
    Ok(found)
}
