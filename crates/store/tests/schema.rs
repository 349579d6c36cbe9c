//! Both databases have the same schema, once migrations and views are made: the same tables, with
//! the same columns in the same order, and the same indexes.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

use domain::entry::NewEntry;
use domain::id::{Authority, TeamId};
use domain::kind::Payload;
use domain::team::Team;
use domain::time::Happened;
use std::collections::BTreeMap;
use store::dialect;
use store::tx::Tx;
use town::stores::{Empty, console, empty_stores};

/// A column as both databases can say it: its name, the family of its type, and whether it may
/// stay empty.
type Column = (String, &'static str, bool);

const LITE_COLUMNS: &str = r#"select name, lower(type), "notnull" = 0 and pk = 0
    from pragma_table_info(?1) order by cid"#;
const PG_COLUMNS: &str = "select cast(column_name as text), cast(data_type as text),
    cast(is_nullable = 'YES' as int) from information_schema.columns
    where table_schema = current_schema() and cast(table_name as text) = ?1
    order by ordinal_position";

// What a primary key or a unique column brings along is named differently and is left out.
const LITE_INDEXES: &str = r#"select i.name, i."unique", group_concat(c.name, ', ')
    from pragma_index_list(?1) i join pragma_index_info(i.name) c
    where i.origin = 'c' group by i.name, i."unique" order by i.name"#;
const PG_INDEXES: &str = "select cast(x.relname as text), cast(i.indisunique as int),
      string_agg(cast(a.attname as text), ', ' order by k.place)
    from pg_index i join pg_class x on x.oid = i.indexrelid
    cross join unnest(cast(i.indkey as smallint[])) with ordinality as k(attnum, place)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
    where i.indrelid = cast(cast(?1 as text) as regclass)
    and not exists (select 1 from pg_constraint c where c.conindid = x.oid)
    group by x.relname, i.indisunique order by x.relname";

fn columns(tx: &mut Tx, table: &str) -> Vec<Column> {
    let sql = if tx.is_postgres() { PG_COLUMNS } else { LITE_COLUMNS };
    let found = tx.all::<(String, String, bool)>(sql, (table,)).expect("columns");
    let named =
        |(name, is, may_be_empty): (String, String, bool)| (name, family(&is), may_be_empty);
    found.into_iter().map(named).collect()
}

/// What a type holds, whatever the database calls it.
fn family(is: &str) -> &'static str {
    match is {
        "integer" | "bigint" | "smallint" | "boolean" => "number",
        "blob" | "uuid" | "bytea" => "bytes",
        "text" | "json" | "character varying" => "text",
        other if other.starts_with("varchar") => "text",
        other if other.starts_with("int") => "number",
        other => panic!("a column of type {other}"),
    }
}

fn indexes(tx: &mut Tx, table: &str) -> Vec<(String, bool, String)> {
    let sql = if tx.is_postgres() { PG_INDEXES } else { LITE_INDEXES };
    tx.all(sql, (table,)).expect("indexes")
}

/// Everything both must agree on, table by table.
type Schema = BTreeMap<String, (Vec<Column>, Vec<(String, bool, String)>)>;

fn schema(store: &Empty) -> Schema {
    drop(store.open(1).expect("opened"));
    let mut tx = store.place.connect().expect("connected");
    let tables = dialect::table_names(&mut tx).expect("tables");
    let mut found = Schema::new();
    // An index of words, and the tables SQLite keeps behind it, are each database's own.
    for (home, table) in tables.into_iter().filter(|(_, table)| !table.starts_with("word_text")) {
        let names = dialect::column_names(&mut tx, &home, &table).expect("columns");
        let columns = columns(&mut tx, &table);
        assert_eq!(columns.iter().map(|(name, ..)| name.clone()).collect::<Vec<_>>(), names);
        let indexes = indexes(&mut tx, &table);
        found.insert(table, (columns, indexes));
    }
    found
}

#[test]
fn both_databases_have_the_same_schema() {
    let stores = empty_stores().expect("stores");
    let [lite, pg] = stores.as_slice() else { return };
    let (lite, pg) = (schema(lite), schema(pg));
    assert!(lite.len() > 20, "{} tables", lite.len());
    let kept = |table: &&String| !table.starts_with("sqlite_");
    let (ours, theirs): (Vec<_>, Vec<_>) =
        (lite.keys().filter(kept).collect(), pg.keys().filter(kept).collect());
    assert_eq!(ours, theirs);
    for table in ours {
        assert_eq!(lite[table].0, pg[table].0, "columns of {table}");
        assert_eq!(lite[table].1, pg[table].1, "indexes of {table}");
    }
}

#[test]
fn a_store_is_opened_twice_and_nothing_is_made_anew() {
    for store in empty_stores().expect("stores") {
        let first = schema(&store);
        assert_eq!(schema(&store), first, "{}", store.database);
    }
}

#[test]
fn a_view_that_another_program_made_is_made_anew() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let made = kith.write(console(2), vec![], |cx| {
            cx.keep_authority(Authority::WEXCOMBE)?;
            let team = Team { name: "Family help".into(), duty_phone: None, closed_on: None };
            let (id, at) = (cx.id(), Happened::at(cx.now()));
            cx.record(NewEntry::first(id, vec![], at, Payload::Team(team)))
        });
        let team = TeamId::first_written_in(made.wait().expect("a team"));
        drop(kith);
        let mut tx = store.place.connect().expect("connected");
        tx.batch("update view_version set version = version + 1 where name = 'team'")
            .expect("another version");
        tx.batch("delete from team").expect("and what it says");
        drop(tx);
        let kith = store.open(3).expect("opened by this one");
        assert_eq!(kith.store().rebuilt(), 1, "{}", store.database);
        let authority = Authority::WEXCOMBE;
        let teams = kith.read(console(4), move |cx| Ok(cx.tx.list_teams(authority)?));
        assert_eq!(teams.wait().expect("read")[0].0, team, "{}", store.database);
        drop(kith);
        let again = store.open(5).expect("opened once more");
        assert_eq!(again.store().rebuilt(), 0, "{}: nothing is replayed", store.database);
    }
}
