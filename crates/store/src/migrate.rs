//! Bringing a store up to date: refinery keeps the list, the order and the checksums, `Tx` is its
//! driver.

use crate::dialect;
use crate::error::{Error, Result};
use crate::rebuild;
use crate::tx::Tx;
use crate::view::View;
use refinery_core::traits::sync::{Migrate, Query, Transaction};
use refinery_core::{Migration, Runner};
use std::path::Path;

const SQLITE: &[(&str, &str)] = &[
    ("V1__journal", include_str!("../migrations/sqlite/0001_journal.sql")),
    ("V2__sign_in", include_str!("../migrations/sqlite/0002_sign_in.sql")),
    ("V3__search", include_str!("../migrations/sqlite/0003_search.sql")),
    ("V4__looks_apart", include_str!("../migrations/sqlite/0004_looks_apart.sql")),
    ("V5__tablets", include_str!("../migrations/sqlite/0005_tablets.sql")),
    ("V6__tablets_guarded", include_str!("../migrations/sqlite/0006_tablets_guarded.sql")),
    ("V7__shared_links", include_str!("../migrations/sqlite/0007_shared_links.sql")),
    ("V9__packages", include_str!("../migrations/sqlite/0009_packages.sql")),
    ("V10__important_handed_in", include_str!("../migrations/sqlite/0010_important_handed_in.sql")),
    ("V11__handed_in_said", include_str!("../migrations/sqlite/0011_handed_in_said.sql")),
];
/// SQLite's file of looks; PostgreSQL has them beside the record.
const LOOKS: &[(&str, &str)] = &[("V1__looks", include_str!("../migrations/looks/0001_looks.sql"))];
const POSTGRES: &[(&str, &str)] = &[
    ("V1__journal", include_str!("../migrations/postgres/0001_journal.sql")),
    ("V2__sign_in", include_str!("../migrations/postgres/0002_sign_in.sql")),
    ("V3__search", include_str!("../migrations/postgres/0003_search.sql")),
    ("V5__tablets", include_str!("../migrations/postgres/0005_tablets.sql")),
    ("V6__tablets_guarded", include_str!("../migrations/postgres/0006_tablets_guarded.sql")),
    ("V7__shared_links", include_str!("../migrations/postgres/0007_shared_links.sql")),
    ("V9__packages", include_str!("../migrations/postgres/0009_packages.sql")),
    (
        "V10__important_handed_in",
        include_str!("../migrations/postgres/0010_important_handed_in.sql"),
    ),
    ("V11__handed_in_said", include_str!("../migrations/postgres/0011_handed_in_said.sql")),
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

/// What older programs had in the record, some of it only later ones, and how it is brought over.
const KEPT_IN_THE_RECORD: &[(&str, &str)] = &[
    ("look", "insert or ignore into look select * from record.look"),
    ("visit", "insert or ignore into visit select * from record.visit"),
    ("kept_search", "insert or ignore into kept_search select * from record.kept_search"),
];

/// SQLite's file of looks and searches, and in it those that an older program kept in the record,
/// each once: they are gone from there only after they are here.
pub(crate) fn bring_looks_up_to_date(looks: &mut Tx, record: Option<&Path>) -> Result<()> {
    run(looks, LOOKS)?;
    let Some(record) = record else { return Ok(()) };
    looks.exec("attach ?1 as record", (record.to_string_lossy().into_owned(),))?;
    let older = dialect::list_tables(looks, "record")?;
    looks.transaction(|tx| {
        KEPT_IN_THE_RECORD.iter().try_for_each(|(table, bring)| {
            if older.iter().any(|name| name == table) { tx.batch(bring) } else { Ok(()) }
        })
    })?;
    looks.batch("detach record")
}

fn migrate(tx: &mut Tx) -> Result<()> {
    run(tx, if tx.is_postgres() { POSTGRES } else { SQLITE })?;
    dialect::forbid_changes(tx)
}

fn run(tx: &mut Tx, list: &[(&str, &str)]) -> Result<()> {
    let migrations = list
        .iter()
        .map(|(name, sql)| Migration::unapplied(name, sql))
        .collect::<std::result::Result<Vec<_>, _>>()
        .map_err(Box::new)?;
    // Grouped: what is done and the line that says so are kept by one commit. A program that is
    // killed between two would leave a store that cannot be opened.
    Runner::new(&migrations).set_grouped(true).run(tx).map_err(Box::new)?;
    Ok(())
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it fails")]
mod tests {
    use super::*;
    use crate::place::{Connect, Place, RECORD, Use};

    #[test]
    fn a_migration_and_its_line_in_the_history_are_kept_together_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::Folder(folder.path().to_owned());
        let mut looks = Connect::new(place, Use::Looks, 512).again().unwrap();
        run(&mut looks, &[]).unwrap();
        // As a program that is killed just before the line is written.
        looks
            .batch(
                "create trigger killed before insert on refinery_schema_history
                 begin select raise(abort, 'killed'); end;",
            )
            .unwrap();
        assert!(run(&mut looks, LOOKS).is_err());
        looks.batch("drop trigger killed").unwrap();
        run(&mut looks, LOOKS).unwrap();
    }

    #[test]
    fn what_was_said_of_a_sitting_before_it_had_a_table_of_its_own_is_there_in_its_order() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::Folder(folder.path().to_owned());
        let mut record = Connect::new(place, Use::Record, 512).again().unwrap();
        let before = SQLITE.iter().position(|(name, _)| name.starts_with("V11__")).unwrap();
        run(&mut record, &SQLITE[..before]).unwrap();
        record
            .batch(
                "insert into handed_in(session, manifest_digest, tablet, account, arrived_at,
                    manifest, bytes, finished, state, why, decided_by, decided_at, taken_up_by,
                    taken_up_at)
                 values (x'01', x'0a', x'02', x'03', 1, '{}', 9, 1, 'set_aside', 'a joke', x'03',
                        30, x'04', 20),
                    (x'02', x'0a', x'02', x'03', 1, '{}', 9, 1, 'waiting', 'tried it', x'03', 10,
                        x'04', 20),
                    (x'03', x'0a', x'02', x'03', 1, '{}', 9, 1, 'filed', null, x'03', 10, null,
                        null),
                    (x'04', x'0a', x'02', x'03', 1, '{}', 9, 1, 'waiting', null, null, null, null,
                        null)",
            )
            .unwrap();
        run(&mut record, SQLITE).unwrap();
        let said = record
            .all::<(Vec<u8>, i64, String, Option<String>, i64)>(
                "select session, nth, state, why, said_at from handed_in_said
                 order by session, nth",
                (),
            )
            .unwrap();
        let line = |session, nth, state: &str, why: Option<&str>, at| {
            (vec![session], nth, state.to_owned(), why.map(str::to_owned), at)
        };
        assert_eq!(
            said,
            [
                line(1, 1, "waiting", None, 20),
                line(1, 2, "set_aside", Some("a joke"), 30),
                line(2, 1, "set_aside", Some("tried it"), 10),
                line(2, 2, "waiting", None, 20),
                line(3, 1, "filed", None, 10),
            ]
        );
    }

    #[test]
    fn looks_that_an_older_program_kept_in_the_record_are_brought_over_once() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::Folder(folder.path().to_owned());
        let mut record = Connect::new(place.clone(), Use::Record, 512).again().unwrap();
        run(&mut record, &SQLITE[..3]).unwrap();
        record
            .batch(
                "insert into look values (1, 5, x'01', x'02', 'a look', x'03', 1, x'04');
                 insert into visit values (x'01', x'02', 5, null);
                 insert into kept_search values (x'05', x'01', 5, 'Kayley');",
            )
            .unwrap();
        drop(record);
        let file = folder.path().join(RECORD);
        let mut looks = Connect::new(place.clone(), Use::Looks, 512).again().unwrap();
        // The second time is after a stop between bringing over and taking away.
        for _ in 0..2 {
            bring_looks_up_to_date(&mut looks, Some(&file)).unwrap();
        }
        let mut both = Connect::new(place, Use::Both, 512).again().unwrap();
        migrate(&mut both).unwrap();
        bring_looks_up_to_date(&mut looks, Some(&file)).unwrap();
        let kept = both.all::<(String, i64)>("select line, n from look", ()).unwrap();
        assert_eq!(kept, [("a look".to_owned(), 1)]);
        let searches = both.all::<(String,)>("select words from kept_search", ()).unwrap();
        assert_eq!(searches, [("Kayley".to_owned(),)]);
        assert_eq!(both.get::<(i64,)>("select last_look_at from visit", ()).unwrap(), (5,));
        assert!(!dialect::list_tables(&mut both, "main").unwrap().contains(&"look".to_owned()));
    }
}
