//! What was written is changed behind the record's back, and found.

use super::borough::{Borough, boroughs, edge, note};
use app::error::Error;
use app::upkeep::{self, Tampered};
use domain::entry::NewEntry;
use domain::erasure::Erasure;
use domain::id::{AccountId, EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::look::{AtWhat, Look, Page};
use store::tx::Tx;

/// A record with three notes about a child, the first two sealed, and two looks, sealed too.
struct Kept {
    borough: Borough,
    child: PersonId,
    notes: [EntryId; 3],
}

/// With nobody writing, somebody with the database's own password changes something.
struct Opened {
    store: town::stores::Empty,
    tx: Tx,
    notes: [EntryId; 3],
}

fn kept() -> Vec<Kept> {
    boroughs().into_iter().map(|borough| keep(borough.with_one_writer())).collect()
}

fn keep(borough: Borough) -> Kept {
    let child = borough.child();
    let files = |words: &'static str| {
        borough.write(move |cx| {
            let id = cx.id();
            cx.record(note(id, vec![child], words))
        })
    };
    let notes = [files("In the garden."), files("At the door."), files("On the stairs.")];
    let anita = borough.colleague("Anita", domain::account::Role::Practitioner, &[]);
    for page in [Page::FrontPage, Page::Map] {
        let at_what = AtWhat::Page { child, page, because: None };
        let at = town::stores::that_morning();
        let look = Look { at, account: anita.account, at_what };
        borough.kith.look(vec![look]).wait().expect("seen");
    }
    seal(&borough);
    Kept { borough, child, notes }
}

fn seal(borough: &Borough) {
    app::seal::seal_what_is_new(&borough.kith, edge()).wait().expect("sealed");
}

impl Kept {
    /// Shuts the record, and takes away what guards it.
    fn opened(self) -> Opened {
        let Self { borough: Borough { store, kith }, notes, .. } = self;
        drop(kith);
        let mut tx = store.place.connect().expect("connected");
        tx.batch(if tx.is_postgres() {
            "drop trigger entry_never on entry; alter table entry alter seq drop identity"
        } else {
            "drop trigger entry_never_update; drop trigger entry_never_delete"
        })
        .expect("dropped");
        Opened { store, tx, notes }
    }
}

impl Opened {
    /// Changes something; `{0}` is the place of the first note, and so on.
    fn change(&mut self, sql: &str) -> &mut Self {
        const PLACE: &str = "select seq from entry where id = ?1";
        let mut sql = sql.to_owned();
        for (n, id) in self.notes.iter().enumerate() {
            let (place,) = self.tx.get::<(i64,)>(PLACE, (*id,)).expect("its place");
            sql = sql.replace(&format!("{{{n}}}"), &place.to_string());
        }
        self.tx.batch(&sql).expect("changed");
        self
    }

    fn is_found(&mut self, expected: impl Fn(&[EntryId; 3], &Tampered) -> bool) {
        let said = upkeep::verify(&self.store.place).expect("read");
        let found = said.expect_err(self.store.database);
        assert!(expected(&self.notes, &found), "{}: {found:?}", self.store.database);
        assert!(!found.to_string().is_empty());
    }
}

/// Each change is done to a record of its own.
fn each(change: &str, expected: impl Fn(&[EntryId; 3], &Tampered) -> bool) {
    for kept in kept() {
        kept.opened().change(change).is_found(&expected);
    }
}

#[test]
fn an_untouched_record_is_as_it_was_written() {
    for Kept { borough, child, .. } in kept() {
        borough.write(move |cx| {
            let id = cx.id();
            cx.record(note(id, vec![child], "Not sealed yet."))
        });
        let Borough { store, kith } = borough;
        drop(kith);
        let looked = upkeep::verify(&store.place).expect("read").expect("as it was written");
        let counted = (looked.entries, looked.erased, looked.looks, looked.seals, looked.unsealed);
        // A child, three notes, a colleague with a name and an account; and the one since.
        assert_eq!(counted, (8, 0, 2, 1, 1), "{}", store.database);
    }
}

#[test]
fn changed_words_are_found() {
    let change = "update payload set body = cast(replace(cast(body as text), 'garden', 'street') \
                  as {json}) where seq = {0}";
    for kept in kept() {
        let mut opened = kept.opened();
        let json = if opened.tx.is_postgres() { "json" } else { "text" };
        opened
            .change(&change.replace("{json}", json))
            .is_found(|notes, found| *found == Tampered::Payload(notes[0]));
    }
}

#[test]
fn words_that_are_gone_without_a_lawful_power_are_found() {
    each("delete from payload where seq = {1}", |notes, found| {
        *found == Tampered::Missing(notes[1])
    });
}

#[test]
fn a_lawful_erasure_is_none() {
    for Kept { borough, notes, .. } in kept() {
        borough.write(move |cx| {
            let erased = cx.tx().find_entry(notes[1])?.ok_or(Error::NotFound)?;
            let id = cx.id();
            let decided_by = [AccountId::from_bytes([1; 16]), AccountId::from_bytes([2; 16])];
            let power = "UK GDPR article 17".to_owned();
            let erasure = Erasure { of: Kind::Note, power, decided_by };
            cx.record(NewEntry::replacing(id, &erased.head, Payload::Erasure(erasure)))
        });
        let Borough { store, kith } = borough;
        drop(kith);
        let mut tx = store.place.connect().expect("connected");
        let (seq,) = tx
            .get::<(i64,)>("select seq from entry where id = ?1", (notes[1],))
            .expect("its place");
        tx.exec("delete from payload where seq = ?1", (seq,)).expect("erased");
        let looked = upkeep::verify(&store.place).expect("read").expect("as it was written");
        assert_eq!(looked.erased, 1, "{}", store.database);
        assert_eq!(upkeep::check_views(&store.place).expect("checked"), None);
    }
}

#[test]
fn a_changed_head_is_found() {
    each(
        "update entry set head = replace(head, '\"kind\":\"note\"', '\"kind\":\"tie\"') \
         where seq = {0}",
        |notes, found| *found == Tampered::Head(notes[0]),
    );
}

#[test]
fn a_column_beside_the_head_is_found() {
    for change in [
        "update entry set recorded_at = recorded_at + 1 where seq = {1}",
        "update entry set authority = 201 where seq = {1}",
        "update entry set kind = 'tie' where seq = {1}",
        "update entry set replaces = root where seq = {1}",
    ] {
        each(change, |notes, found| *found == Tampered::Row(notes[1]));
    }
}

#[test]
fn a_line_struck_out_is_found() {
    each("delete from entry where seq = {1}", |notes, found| {
        matches!(found, Tampered::Series { id, n, expected }
            if *id == notes[2] && *n == *expected + 1)
    });
}

#[test]
fn the_last_lines_of_a_sealed_series_are_missed() {
    each("delete from entry where seq >= {0}", |_, found| matches!(found, Tampered::Tip(1, _)));
}

#[test]
fn two_lines_that_change_places_are_found() {
    each(
        "update entry set seq = -1 where seq = {0}; update entry set seq = {0} where seq = {1};
         update entry set seq = {1} where seq = -1;",
        |notes, found| matches!(found, Tampered::Series { id, .. } if *id == notes[1]),
    );
}

#[test]
fn a_changed_look_is_found_and_so_is_one_that_is_gone() {
    let look = |found: &Tampered| matches!(found, Tampered::Look(_));
    each(
        "update look set line = replace(line, 'front_page', 'plan') where line like '%front_%'",
        |_, found| look(found),
    );
    each("update look set at = at + 1", |_, found| look(found));
    each("update look set child = null", |_, found| look(found));
    each("update look set account = child", |_, found| look(found));
    each("delete from look where line like '%front_page%'", |_, found| look(found));
    each("delete from look", |_, found| matches!(found, Tampered::Tip(1, _)));
}

#[test]
fn a_changed_seal_is_found() {
    let seal = |_: &[EntryId; 3], found: &Tampered| *found == Tampered::Seal(1);
    each("update seal set before = root", seal);
    each("update seal set root = before", seal);
    each("update seal_tip set n = n + 1", seal);
    each("delete from seal_tip", seal);
}

#[test]
fn a_seal_that_is_gone_is_missed_by_the_next() {
    for kept in kept() {
        let child = kept.child;
        kept.borough.write(move |cx| {
            let id = cx.id();
            cx.record(note(id, vec![child], "Later."))
        });
        seal(&kept.borough);
        let mut opened = kept.opened();
        opened.change("delete from seal_tip where seal = 1; delete from seal where n = 1");
        opened.is_found(|_, found| *found == Tampered::Seal(2));
    }
}

#[test]
fn nothing_new_gets_no_seal() {
    for Kept { borough, .. } in kept() {
        let again = app::seal::seal_what_is_new(&borough.kith, edge()).wait().expect("asked");
        assert!(!again, "{}", borough.store.database);
    }
}

#[test]
fn the_database_itself_refuses_to_change_or_strike_out_an_entry() {
    for Kept { borough: Borough { store, kith }, .. } in kept() {
        drop(kith);
        let mut tx = store.place.connect().expect("connected");
        for sql in [
            "update entry set kind = 'tie'",
            "update entry set head = head",
            "delete from entry",
            "insert into entry(id, root, authority, kind, recorded_at, replaces, head, digest)
             select id, root, authority, 'tie', recorded_at, replaces, head, digest from entry
             where true limit 1 on conflict(id) do update set kind = excluded.kind",
        ] {
            let refused = tx.batch(sql).expect_err(store.database);
            let why = std::error::Error::source(&refused).map(ToString::to_string);
            let why = format!("{refused:?} {why:?}");
            assert!(why.contains("the journal is append-only"), "{}: {why}", store.database);
        }
    }
}
