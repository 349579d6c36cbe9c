//! Views say the same whatever the order entries came in, as long as what replaces comes after
//! what it replaces; and made anew from the journal they are what they were.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::idris::written_by;
use common::{Scribe, Shelf, on_sqlite, shelves};
use domain::entry::{Audience, NewEntry};
use domain::id::{EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::note::{Note, Seen};
use domain::rating::{Answer, Rating};
use domain::scale::ScaleValue;
use domain::time::Happened;
use domain::withdrawal::{Because, Withdrawal};
use jiff::civil::date;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;
use store::dialect;
use store::journal::Stamp;
use store::tx::Tx;
use store::view::VIEWS;
use uuid::Uuid;

/// One entry to be: what it says, of whom, when, and which earlier one it replaces.
#[derive(Debug, Clone)]
struct Draft {
    says: Says,
    about: u8,
    day: i8,
    sealed: bool,
    replaces: Option<prop::sample::Index>,
}

#[derive(Debug, Clone)]
enum Says {
    Golden(Kind),
    Rating { scale: u8, rater: u8, value: u8 },
    Note { seen: u8, planned: bool },
    Withdrawn,
}

fn draft() -> impl Strategy<Value = Draft> {
    let golden = prop::sample::select(Kind::ALL)
        .prop_filter("ends nothing by itself", |kind| {
            !matches!(kind, Kind::Withdrawal | Kind::Erasure | Kind::ImportBatch)
        })
        .prop_map(Says::Golden);
    let rating = (0..2_u8, 0..2_u8, 0..=10_u8).prop_map(|(scale, rater, value)| Says::Rating {
        scale,
        rater,
        value,
    });
    let note = (0..8_u8, any::<bool>()).prop_map(|(seen, planned)| Says::Note { seen, planned });
    let says = prop_oneof![4 => golden, 4 => rating, 3 => note, 2 => Just(Says::Withdrawn)];
    let replaces = prop::option::weighted(0.5, any::<prop::sample::Index>());
    (says, 1..8_u8, 1..28_i8, any::<bool>(), replaces).prop_map(
        |(says, about, day, sealed, replaces)| Draft { says, about, day, sealed, replaces },
    )
}

/// A journal: every replacement takes the place of what stands last of its root, and is of its
/// kind.
fn journal(drafts: &[Draft]) -> Vec<(NewEntry, Stamp)> {
    let mut scribe = Scribe::from(0x5000);
    let mut standing: Vec<NewEntry> = Vec::new();
    for draft in drafts {
        let old =
            draft.replaces.filter(|_| !standing.is_empty()).map(|at| at.index(standing.len()));
        let (payload, old) = match (&draft.says, old) {
            (Says::Withdrawn, None) => continue,
            (Says::Withdrawn, Some(at)) => (withdrawal(&standing[at].payload), Some(at)),
            (_, Some(at)) => (again(&draft.says, &standing[at].payload), Some(at)),
            (says, None) => (payload(says), None),
        };
        let happened = Happened::on(date(2026, 10, draft.day));
        match old {
            None => drop(scribe.writes(&[], date(2026, 10, draft.day), payload)),
            Some(at) => drop(scribe.replaces(&standing[at].clone(), payload)),
        }
        let entry = scribe.last();
        entry.about = children(draft.about);
        entry.happened = happened;
        entry.audience = Audience { sealed: draft.sealed, ..Audience::default() };
        let entry = entry.clone();
        match old {
            None => standing.push(entry),
            Some(at) => standing[at] = entry,
        }
    }
    scribe.written
}

fn payload(says: &Says) -> Payload {
    let id = |n: u8| Uuid::from_u128(u128::from(n) + 0x900);
    match says {
        Says::Golden(kind) => golden(*kind),
        Says::Rating { scale, rater, value } => Payload::Rating(Rating {
            scale: EntryId(id(*scale)),
            rater: PersonId(id(*rater + 8)),
            answer: Answer::Value(ScaleValue::new(*value).expect("0 to 10")),
            why: None,
            occasion: None,
        }),
        Says::Note { seen, planned } => {
            let Payload::Note(note) = golden(Kind::Note) else { unreachable!("it is a note") };
            let seen =
                children(*seen).into_iter().map(|child| Seen { child, alone: None, how: None });
            Payload::Note(Note { seen: seen.collect(), planned: *planned, ..note })
        }
        Says::Withdrawn => unreachable!("it takes the place of something"),
    }
}

/// A new version says something of the kind it replaces.
fn again(says: &Says, old: &Payload) -> Payload {
    let new = payload(says);
    if new.kind() == old.kind() { new } else { old.clone() }
}

fn withdrawal(old: &Payload) -> Payload {
    let of = match old {
        Payload::Withdrawal(before) => before.of,
        other => other.kind(),
    };
    Withdrawal { of, because: Because::ImportUndone }.into()
}

fn golden(kind: Kind) -> Payload {
    let name = format!("../domain/golden/{}.{}.json", kind.as_str(), kind.version());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let text = std::fs::read_to_string(path).expect("a golden file");
    Payload::parse(kind, kind.version(), &text).expect("it parses")
}

fn children(mask: u8) -> Vec<PersonId> {
    let child = |n: u8| PersonId(Uuid::from_u128(0xC0 + u128::from(n)));
    (0..3).filter(|n| mask & (1 << n) != 0).map(child).collect()
}

/// Another order that keeps what replaces after what it replaces.
fn shuffled(journal: &[(NewEntry, Stamp)], chances: &[u16]) -> Vec<(NewEntry, Stamp)> {
    let mut left: Vec<_> = journal.to_vec();
    let mut placed = BTreeSet::new();
    let mut order = Vec::new();
    let mut chances = chances.iter().cycle();
    while !left.is_empty() {
        let may_come: Vec<usize> = left
            .iter()
            .enumerate()
            .filter(|(_, (entry, _))| entry.replaces.is_none_or(|old| placed.contains(&old)))
            .map(|(at, _)| at)
            .collect();
        let chance = usize::from(*chances.next().expect("chances go round"));
        let next = left.remove(may_come[chance % may_come.len()]);
        placed.insert(next.0.id);
        order.push(next);
    }
    order
}

/// What says where in the journal something stands, which is the order itself.
const ORDER: [&str; 2] = ["seq", "place"];

/// Every row of every view, but for its place in the journal.
fn contents(tx: &mut Tx) -> Vec<String> {
    let mut rows = Vec::new();
    let home = dialect::home(tx).expect("a schema");
    for table in VIEWS.iter().flat_map(|view| view.tables) {
        let columns = dialect::column_names(tx, &home, table).expect("columns");
        let kept = columns.iter().filter(|column| !ORDER.contains(&column.as_str()));
        let texts: Vec<_> = kept.map(|c| format!("coalesce(quote({c}), 'nothing')")).collect();
        let sql = format!("select {} from {table}", texts.join(" || '|' || "));
        let sql: &'static str = Box::leak(sql.into_boxed_str());
        let of_table = tx.all::<(String,)>(sql, ()).expect("rows");
        rows.extend(of_table.into_iter().map(|(row,)| format!("{table}: {row}")));
    }
    rows.sort();
    rows
}

fn made_anew_is_what_it_was(shelf: &Shelf) {
    let difference = store::rebuild::check(&shelf.place).expect("it is compared");
    assert_eq!(difference, None, "{}", shelf.database);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn the_order_of_arrival_changes_no_view(
        drafts in prop::collection::vec(draft(), 1..60),
        chances in prop::collection::vec(any::<u16>(), 8..60),
    ) {
        let written = journal(&drafts);
        let [first, second] = [on_sqlite(), on_sqlite()];
        first.append_all(written.clone());
        second.append_all(shuffled(&written, &chances));
        prop_assert_eq!(first.read(contents), second.read(contents));
        made_anew_is_what_it_was(&second);
    }
}

#[test]
fn the_views_of_a_family_made_anew_are_what_they_were() {
    for shelf in shelves() {
        let mut scribe = Scribe::from(0x1000);
        written_by(&mut scribe);
        let all = std::mem::take(&mut scribe.written);
        let chances: Vec<u16> = (0..97).map(|n| n * 389 % 1009).collect();
        shelf.append_all(shuffled(&all, &chances));
        made_anew_is_what_it_was(&shelf);
    }
}

#[test]
fn an_erased_payload_leaves_the_same_views_when_they_are_made_anew() {
    for shelf in shelves() {
        let mut scribe = Scribe::from(0x1000);
        let first = scribe.writes(&children(3), date(2026, 10, 2), golden(Kind::Note));
        let old = scribe.last().clone();
        scribe.replaces(&old, golden(Kind::Note));
        scribe.last().about = children(1);
        shelf.append(&mut scribe);
        shelf.write(move |pen| {
            const ERASE: &str =
                "delete from payload where seq = (select seq from entry where id = ?1)";
            pen.tx.exec(ERASE, (first,)).expect("it is erased");
        });
        made_anew_is_what_it_was(&shelf);
    }
}

#[test]
fn a_word_that_is_missing_from_the_index_is_found() {
    for shelf in shelves() {
        let mut scribe = Scribe::from(0x1000);
        scribe.writes(&children(3), date(2026, 10, 2), golden(Kind::Note));
        shelf.append(&mut scribe);
        made_anew_is_what_it_was(&shelf);
        shelf.write(|pen| {
            pen.tx.exec("delete from word_text", ()).expect("it is lost");
        });
        let difference = store::rebuild::check(&shelf.place).expect("it is compared");
        let table = difference.map(|found| found.table);
        assert_eq!(table.as_deref(), Some("word_text"), "{}", shelf.database);
    }
}
