//! What the two databases say differently, all of it here. Everything else is one text for both.

use crate::error::Result;
use crate::tx::Tx;
use crate::word::{Found, LINKED, Wanted};
use std::borrow::Cow;

/// The index of words.
const WORDS: &str = "word_text";

/// The words around a transaction or savepoint.
pub(crate) struct Words {
    pub begin: Cow<'static, str>,
    pub commit: Cow<'static, str>,
    pub rollback: Cow<'static, str>,
}

/// At depth 1 a transaction, below it a savepoint of that depth's name: going back to one takes
/// those within it along, whoever left them open. SQLite takes the write lock at once: only who
/// writes that file, a start and tools ever open one there.
pub(crate) fn words(postgres: bool, depth: u32) -> Words {
    if depth == 1 {
        let begin = if postgres { "begin" } else { "begin immediate" };
        let (begin, commit, rollback) = (begin.into(), "commit".into(), "rollback".into());
        return Words { begin, commit, rollback };
    }
    Words {
        begin: format!("savepoint s{depth}").into(),
        commit: format!("release savepoint s{depth}").into(),
        rollback: format!("rollback to savepoint s{depth}; release savepoint s{depth}").into(),
    }
}

/// `?1` becomes `$1`, except inside quotes.
pub fn dollars(sql: &str) -> String {
    let mut quoted = false;
    sql.chars()
        .map(|c| {
            if c == '\'' {
                quoted = !quoted;
            }
            if c == '?' && !quoted { '$' } else { c }
        })
        .collect()
}

/// A table definition with its types as this database names them: `{id}` `{bytes}` `{json}`
/// `{big}` `{flag}`, and after the bracket `{keyed}` for a table that is read by its key alone,
/// `{plain}` for any other; `{word_text}` stands for the index of words, whole.
pub fn tables(postgres: bool, text: &str) -> String {
    let words: &[(&str, &str)] = if postgres {
        &[
            ("{id}", "uuid"),
            ("{bytes}", "bytea"),
            ("{json}", "json"),
            ("{big}", "bigint"),
            ("{flag}", "smallint"),
            ("{keyed}", ""),
            ("{plain}", ""),
            (
                "{word_text}",
                "create table word_text(rowid bigint not null primary key, words tsvector not null);
                 create index word_text_words on word_text using gin(words)",
            ),
        ]
    } else {
        &[
            ("{id}", "blob"),
            ("{bytes}", "blob"),
            ("{json}", "text"),
            ("{big}", "integer"),
            ("{flag}", "integer"),
            ("{keyed}", "strict, without rowid"),
            ("{plain}", "strict"),
            // The words come plain and apart: the tokenizer only has to leave them so.
            (
                "{word_text}",
                "create virtual table word_text using fts5(words, content='', contentless_delete=1,
                   detail=none, tokenize=\"ascii tokenchars '_'\")",
            ),
        ]
    };
    words.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// Reads go on from one snapshot until `end_reading`.
pub(crate) fn begin_reading(tx: &mut Tx) -> Result<()> {
    if tx.is_postgres() {
        tx.batch("begin isolation level repeatable read read only")
    } else {
        tx.word("begin")
    }
}

/// Lets the snapshot go.
pub(crate) fn end_reading(tx: &mut Tx) -> Result<()> {
    tx.word("commit")
}

/// "Kith keep", the lock that every writing transaction shares and a seal has alone.
const JOURNAL: i64 = 0x4b69_7468_6b65_6570;

/// Holds these until the transaction ends, in order, so that two writers about one child queue
/// up. SQLite has one writer and needs none.
pub(crate) fn hold(tx: &mut Tx, keys: &[i64]) -> Result<()> {
    const SHARE: &str = "select cast(pg_advisory_xact_lock_shared(?1) as text)";
    const HOLD: &str = "select cast(pg_advisory_xact_lock(?1) as text)";
    if tx.is_postgres() {
        tx.each(SHARE, (JOURNAL,), |_| Ok(()))?;
        for key in keys {
            tx.each(HOLD, (*key,), |_| Ok(()))?;
        }
    }
    Ok(())
}

/// Waits for every open writing transaction and holds off the next, until this one ends.
pub(crate) fn hold_everything(tx: &mut Tx) -> Result<()> {
    const HOLD: &str = "select cast(pg_advisory_xact_lock(?1) as text)";
    if tx.is_postgres() {
        tx.each(HOLD, (JOURNAL,), |_| Ok(()))?;
    }
    Ok(())
}

/// One node at a time brings a store up to date. On SQLite the folder's lock sees to it.
pub(crate) fn lock_migrations(tx: &mut Tx, key: i64) -> Result<()> {
    if tx.is_postgres() {
        tx.each("select cast(pg_advisory_lock(?1) as text)", (key,), |_| Ok(()))?;
    }
    Ok(())
}

/// Lets the next node in.
pub(crate) fn unlock_migrations(tx: &mut Tx, key: i64) -> Result<()> {
    if tx.is_postgres() {
        tx.each("select cast(pg_advisory_unlock(?1) as text)", (key,), |_| Ok(()))?;
    }
    Ok(())
}

/// A change of the index of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WordsOf {
    /// The words of the entry at this place.
    Put(i64, String),
    /// Whatever words are at this place are gone.
    Drop(i64),
}

/// So many changes of SQLite's index are kept back at most.
const KEPT_BACK: usize = 1024;

/// Puts an entry's words at their place in the index.
pub(crate) fn put_words<'w>(
    tx: &mut Tx,
    place: i64,
    words: impl Iterator<Item = &'w String>,
) -> Result<()> {
    let mut text = String::new();
    let quote = if tx.is_postgres() { "'" } else { "" };
    for word in words {
        text.extend([quote, word, quote, " "]);
    }
    change_words(tx, WordsOf::Put(place, text))
}

/// Takes the words at a place out of the index.
pub(crate) fn drop_words(tx: &mut Tx, place: i64) -> Result<()> {
    change_words(tx, WordsOf::Drop(place))
}

/// SQLite's index writes what it has gathered whenever another statement begins that may have to be
/// undone alone, so that each entry of a batch would become a piece of the index of its own, to be
/// merged later. So its changes wait for the end of the transaction.
fn change_words(tx: &mut Tx, change: WordsOf) -> Result<()> {
    if tx.is_postgres() {
        return write_words(tx, &change);
    }
    tx.kept_back.push(change);
    // Within a savepoint they wait on, or what was written before it would be undone with it.
    if tx.kept_back.len() >= KEPT_BACK && tx.stands_outermost() {
        put_words_kept_back(tx)?;
    }
    Ok(())
}

/// Writes what was kept back.
pub(crate) fn put_words_kept_back(tx: &mut Tx) -> Result<()> {
    let changes = std::mem::take(&mut tx.kept_back);
    changes.iter().try_for_each(|change| write_words(tx, change))
}

fn write_words(tx: &mut Tx, change: &WordsOf) -> Result<()> {
    const LITE: &str = "insert into word_text(rowid, words) values (?1, ?2)";
    const PG: &str = "insert into word_text(rowid, words)
        values (?1, cast(cast(?2 as text) as tsvector))";
    const DROP: &str = "delete from word_text where rowid = ?1";
    let put = if tx.is_postgres() { PG } else { LITE };
    match change {
        WordsOf::Put(place, words) => tx.exec(put, (*place, words))?,
        WordsOf::Drop(place) => tx.exec(DROP, (*place,))?,
    };
    Ok(())
}

/// Where the wanted words stand before a place, the newest first.
pub(crate) fn list_words(
    tx: &mut Tx,
    wanted: &Wanted,
    before: i64,
    limit: i64,
) -> Result<Vec<Found>> {
    // The index first, whatever a planner thinks of the small table beside it.
    const LITE: &str = "select t.rowid, w.seq, w.marks from word_text t cross join word w
        on w.place = t.rowid where t.word_text match ?1 and t.rowid < ?2
        order by t.rowid desc limit ?3";
    const PG: &str =
        "select t.rowid, w.seq, w.marks from word_text t join word w on w.place = t.rowid
        where t.words @@ cast(cast(?1 as text) as tsquery) and t.rowid < ?2
        order by t.rowid desc limit ?3";
    let sql = if tx.is_postgres() { PG } else { LITE };
    let asked = asked(tx.is_postgres(), wanted);
    let rows = tx.all::<(i64, i64, String)>(sql, (asked, before, limit))?;
    Ok(rows.into_iter().map(|(place, seq, marks)| Found { place, seq, marks }).collect())
}

/// All of the words, any of the marks, linked or not, as either index is asked. Words and marks
/// are letters, digits and `_`, so that nothing in them means anything to an index.
fn asked(postgres: bool, wanted: &Wanted) -> String {
    let (quote, and, or, not) =
        if postgres { ("'", " & ", " | ", " & !") } else { ("\"", " AND ", " OR ", " NOT ") };
    let quoted = |word: &String| format!("{quote}{word}{quote}");
    let all: Vec<String> = wanted.all.iter().map(quoted).collect();
    let any: Vec<String> = wanted.any.iter().map(quoted).collect();
    let mut text = all.join(and);
    if !any.is_empty() {
        text = format!("{text}{and}({})", any.join(or));
    }
    match wanted.linked {
        None => text,
        Some(linked) => {
            format!("({text}){}{quote}{LINKED}{quote}", if linked { and } else { not })
        }
    }
}

/// The tables there are: the schema of each, and its name.
pub fn table_names(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    const LITE: &str = "select schema, name from pragma_table_list
        where schema in ('main', 'looks') and type in ('table', 'virtual', 'shadow')
        and name not like 'sqlite\\_%' escape '\\' order by name";
    const PG: &str = "select cast(table_schema as text), cast(table_name as text)
        from information_schema.tables where table_schema = current_schema() order by 2";
    tx.all(if tx.is_postgres() { PG } else { LITE }, ())
}

/// The tables of a schema of SQLite.
pub(crate) fn list_tables(tx: &mut Tx, schema: &str) -> Result<Vec<String>> {
    const LITE: &str = "select name from pragma_table_list where schema = ?1 and type = 'table'";
    let found = tx.all::<(String,)>(LITE, (schema,))?;
    Ok(found.into_iter().map(|(name,)| name).collect())
}

/// The columns of a table of this schema, in order.
pub fn column_names(tx: &mut Tx, schema: &str, table: &str) -> Result<Vec<String>> {
    const LITE: &str = "select name from pragma_table_info(?2, ?1) order by cid";
    const PG: &str = "select cast(column_name as text) from information_schema.columns
        where cast(table_schema as text) = ?1 and cast(table_name as text) = ?2
        order by ordinal_position";
    let sql = if tx.is_postgres() { PG } else { LITE };
    Ok(tx.all::<(String,)>(sql, (schema, table))?.into_iter().map(|(name,)| name).collect())
}

/// The schema in which the store's own tables are.
pub fn home(tx: &mut Tx) -> Result<String> {
    const PG: &str = "select cast(current_schema() as text)";
    if tx.is_postgres() { Ok(tx.get::<(String,)>(PG, ())?.0) } else { Ok("main".to_owned()) }
}

/// The schema of temporary tables.
pub(crate) const fn temporary(tx: &Tx) -> &'static str {
    if tx.is_postgres() { "pg_temp" } else { "temp" }
}

/// The definition of a view's tables, as temporary ones that stand before those of the same name.
pub(crate) fn made_temporary(definition: &str) -> String {
    definition
        .replace("create table ", "create temp table ")
        .replace("create view ", "create temp view ")
        .replace("create virtual table ", "create virtual table temp.")
}

/// What to read of a table to hold it against another: its columns as text, and what to read them
/// from. SQLite's index of words keeps no text: what it has is each word and where it stands, and
/// a temporary table is made that tells it.
pub(crate) fn compared(tx: &mut Tx, schema: &str, table: &str) -> Result<(String, String)> {
    let from = format!("{schema}.{table}");
    if table == WORDS && !tx.is_postgres() {
        let told = format!("temp.{schema}_{table}_told");
        tx.batch(&format!(
            "create virtual table {told} using fts5vocab('{schema}', '{table}', 'instance')"
        ))?;
        return Ok(("term, cast(doc as text)".to_owned(), told));
    }
    // JSON has no equality on PostgreSQL; its text has.
    let names = column_names(tx, schema, table)?;
    let columns: Vec<String> = names.iter().map(|name| format!("cast({name} as text)")).collect();
    Ok((columns.join(", "), from))
}

/// Temporary tables may be as large as the store: they go to disk, not to memory.
pub(crate) fn use_files_for_temporary_tables(tx: &mut Tx) -> Result<()> {
    if tx.is_postgres() { Ok(()) } else { tx.batch("pragma temp_store=file") }
}

/// A check reads the journal and the views as they stood at one moment.
pub(crate) fn begin_checking(tx: &mut Tx) -> Result<()> {
    tx.batch(if tx.is_postgres() { "begin isolation level repeatable read" } else { "begin" })
}

/// Lets go of everything a check made.
pub(crate) fn end_checking(tx: &mut Tx) -> Result<()> {
    tx.batch("rollback")
}

/// The triggers that forbid changing an entry; made again at every start.
pub(crate) fn forbid_changes(tx: &mut Tx) -> Result<()> {
    let text = if tx.is_postgres() {
        "create or replace function kith_never() returns trigger language plpgsql as
           $$ begin raise exception 'the journal is append-only'; end $$;
         drop trigger if exists entry_never on entry;
         create trigger entry_never before update or delete on entry
           for each row execute function kith_never();"
    } else {
        "drop trigger if exists entry_never_update; drop trigger if exists entry_never_delete;
         create trigger entry_never_update before update on entry
           begin select raise(abort, 'the journal is append-only'); end;
         create trigger entry_never_delete before delete on entry
           begin select raise(abort, 'the journal is append-only'); end;"
    };
    tx.batch(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_asked_for_as_each_index_is_asked() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let any = words(&["_c1", "_c2"]);
        let wanted = Wanted { all: words(&["arm", "hung"]), any, linked: Some(true) };
        let lite = r#"("arm" AND "hung" AND ("_c1" OR "_c2")) AND "_linked""#;
        assert_eq!(asked(false, &wanted), lite);
        let pg = "('arm' & 'hung' & ('_c1' | '_c2')) & !'_linked'";
        assert_eq!(asked(true, &Wanted { linked: Some(false), ..wanted.clone() }), pg);
        let bare = Wanted { any: vec![], linked: None, ..wanted };
        assert_eq!(
            (asked(false, &bare).as_str(), asked(true, &bare).as_str()),
            (r#""arm" AND "hung""#, "'arm' & 'hung'")
        );
    }

    #[test]
    fn question_marks_in_quotes_are_words() {
        assert_eq!(dollars("select ?1, 'why?', ?2"), "select $1, 'why?', $2");
    }
}
