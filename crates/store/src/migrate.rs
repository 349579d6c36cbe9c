//! Bringing a store up to date: refinery keeps the list, the order and the checksums, `Tx` is its
//! driver.

use crate::dialect;
use crate::error::{Error, Result};
use crate::rebuild;
use crate::tx::Tx;
use crate::view::View;
use refinery_core::traits::sync::{Migrate, Query, Transaction};
use refinery_core::{Migration, Runner};

const SQLITE: &[(&str, &str)] = &[
    ("V1__journal", include_str!("../migrations/sqlite/0001_journal.sql")),
    ("V2__sign_in", include_str!("../migrations/sqlite/0002_sign_in.sql")),
    ("V3__search", include_str!("../migrations/sqlite/0003_search.sql")),
];
const POSTGRES: &[(&str, &str)] = &[
    ("V1__journal", include_str!("../migrations/postgres/0001_journal.sql")),
    ("V2__sign_in", include_str!("../migrations/postgres/0002_sign_in.sql")),
    ("V3__search", include_str!("../migrations/postgres/0003_search.sql")),
];

/// "Kith store", as a number that no other program holds.
const MIGRATING: i64 = 0x4b69_7468_5374_6f72;

/// Runs what is still to run, makes the triggers again, and then those views that `stale` names;
/// all of it one node at a time. How many entries were replayed.
pub(crate) fn bring_up_to_date(
    tx: &mut Tx,
    stale: impl FnOnce(&mut Tx) -> Result<Vec<&'static View>>,
) -> Result<u64> {
    dialect::lock_migrations(tx, MIGRATING)?;
    let done = migrate(tx).and_then(|()| {
        tx.transaction(|tx| {
            let views = stale(tx)?;
            // A start with nothing to make anew reads nothing of the journal.
            if views.is_empty() { Ok(0) } else { rebuild::rebuild(tx, &views) }
        })
    });
    dialect::unlock_migrations(tx, MIGRATING)?;
    done
}

fn migrate(tx: &mut Tx) -> Result<()> {
    let list = if tx.is_postgres() { POSTGRES } else { SQLITE };
    let migrations = list
        .iter()
        .map(|(name, sql)| Migration::unapplied(name, sql))
        .collect::<std::result::Result<Vec<_>, _>>()
        .map_err(Box::new)?;
    Runner::new(&migrations).run(tx).map_err(Box::new)?;
    dialect::forbid_changes(tx)
}

impl Transaction for Tx {
    type Error = Error;
    fn execute<'a, T: Iterator<Item = &'a str>>(&mut self, mut queries: T) -> Result<usize> {
        self.transaction(|tx| queries.try_fold(0, |n, sql| tx.batch(sql).map(|()| n + 1)))
    }
}

impl Query<Vec<Migration>> for Tx {
    fn query(&mut self, sql: &str) -> Result<Vec<Migration>> {
        // refinery asks one or two fixed texts, once a start.
        let sql: &'static str = Box::leak(sql.to_owned().into_boxed_str());
        self.all::<(i32, String, String, String)>(sql, ())?
            .into_iter()
            .map(|(version, name, on, checksum)| {
                let broken = |what: &str| Error::Broken(format!("migration {version}: {what}"));
                let on = time::OffsetDateTime::parse(
                    &on,
                    &time::format_description::well_known::Rfc3339,
                )
                .map_err(|_| broken("its day"))?;
                let checksum = checksum.parse().map_err(|_| broken("its checksum"))?;
                Ok(Migration::applied(version, name, on, checksum))
            })
            .collect()
    }
}

impl Migrate for Tx {}
