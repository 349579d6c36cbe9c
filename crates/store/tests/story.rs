//! The story of a child: what is told, to whom, a page at a time.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::idris::{Idris, Writing, written_by};
use common::{Scribe, Shelf, in_the_team, leads, shelves};
use domain::entry::{Audience, NewEntry};
use domain::id::{AccountId, EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::map_item::MapKind;
use domain::voice::{Mode, Recorder};
use domain::withdrawal::{Because, Withdrawal};
use jiff::civil::date;
use store::reading::Reading;
use store::story::{StoryAsked, StoryKey, StoryLine, Told};
use uuid::Uuid;

const BROTHER: PersonId = PersonId(Uuid::from_u128(0xB2));

fn told(
    shelf: &Shelf,
    family: &Idris,
    child: PersonId,
    kinds: &'static [Kind],
    (before, limit): (Option<StoryKey>, usize),
) -> Vec<StoryLine> {
    let anita = leads(family.anita, family.anitas_account, &[family.idris, BROTHER]);
    shelf.read(move |tx| {
        let reading = Reading { viewer: &anita.viewer, files: &anita.files };
        let asked = StoryAsked { child, kinds, before, limit };
        tx.list_story(asked, reading).expect("it is read")
    })
}

fn written_on(shelf: &Shelf) -> (Scribe, Idris) {
    let mut scribe = Scribe::from(0x1000);
    let family = written_by(&mut scribe);
    shelf.append(&mut scribe);
    (scribe, family)
}

/// Writes a visit to both brothers, whose id is given.
fn visit_to_both(scribe: &mut Scribe, family: &Idris) -> NewEntry {
    let both = [family.idris, BROTHER];
    Writing(scribe).note(&both, date(2026, 11, 20), "Both built a tower.");
    scribe.last().clone()
}

#[test]
fn it_is_told_newest_first_a_page_at_a_time_and_no_line_twice() {
    for shelf in shelves() {
        let (_, family) = written_on(&shelf);
        let all = told(&shelf, &family, family.idris, &[], (None, 100));
        assert!(all.len() == 15 && all.is_sorted_by(|a, b| a.key > b.key), "{}", shelf.database);
        let mut paged = Vec::new();
        let mut before = None;
        loop {
            let page = told(&shelf, &family, family.idris, &[], (before, 4));
            before = page.last().map(|line| line.key);
            let full = page.len() == 4;
            paged.extend(page);
            if !full {
                break;
            }
        }
        assert_eq!(paged, all);
    }
}

#[test]
fn one_asks_for_visits_and_decisions_alone() {
    for shelf in shelves() {
        let (_, family) = written_on(&shelf);
        let kinds = &[Kind::Note, Kind::Decision, Kind::Tonight];
        let lines = told(&shelf, &family, family.idris, kinds, (None, 100));
        let words: Vec<_> = lines.iter().map(|line| line.word.as_str()).collect();
        assert_eq!(
            words,
            ["visit", ""],
            "who works with a child and what is for tonight is no story"
        );
    }
}

#[test]
fn a_child_whom_a_note_was_moved_off_keeps_a_line_without_its_words() {
    for shelf in shelves() {
        let (mut scribe, family) = written_on(&shelf);
        let first = visit_to_both(&mut scribe, &family);
        let mover = AccountId(Uuid::from_u128(0xAC));
        scribe.by = Recorder::Account(mover);
        let payload = first.payload.clone();
        scribe.replaces(&NewEntry { about: vec![family.idris], ..first.clone() }, payload);
        shelf.append(&mut scribe);

        let of_brother = told(&shelf, &family, BROTHER, &[], (None, 10));
        let [line] = of_brother.as_slice() else { panic!("{}: {of_brother:?}", shelf.database) };
        let by = Recorder::Account(mover);
        assert!(matches!(&line.told, Told::Moved { by: who, .. } if *who == by));
        assert!(!format!("{line:?}").contains("tower"));
        let of_idris = told(&shelf, &family, family.idris, &[Kind::Note], (None, 10));
        assert!(matches!(&of_idris[0].told, Told::Entry(entry) if entry.payload.is_some()));

        // Filed under him again, the line is the note again.
        let old = scribe_last(&shelf, first.root);
        scribe.replaces(&NewEntry { about: first.about.clone(), ..old }, first.payload.clone());
        shelf.append(&mut scribe);
        let again = told(&shelf, &family, BROTHER, &[], (None, 10));
        assert!(matches!(again.as_slice(), [StoryLine { told: Told::Entry(_), .. }]));
    }
}

/// The newest version, as something to replace.
fn scribe_last(shelf: &Shelf, root: EntryId) -> NewEntry {
    let newest = shelf.read(move |tx| tx.find_newest(root).expect("read").expect("there"));
    let payload: Payload = newest.payload.expect("it stands");
    NewEntry { id: newest.head.id, ..NewEntry::replacing(root, &newest.head, payload) }
}

#[test]
fn what_was_withdrawn_is_told_no_more() {
    for shelf in shelves() {
        let (mut scribe, family) = written_on(&shelf);
        let first = visit_to_both(&mut scribe, &family);
        let back = Withdrawal { of: Kind::Note, because: Because::Mistake("not them".into()) };
        scribe.replaces(&first, back);
        shelf.append(&mut scribe);
        assert!(told(&shelf, &family, BROTHER, &[], (None, 10)).is_empty(), "{}", shelf.database);
        let seen =
            shelf.read(|tx| tx.get::<(i64,)>("select count(*) from seen", ()).expect("seen"));
        assert_eq!(seen, (1,), "only the visit that stands saw anybody");
    }
}

#[test]
fn a_page_is_full_though_some_of_it_is_under_seal() {
    for shelf in shelves() {
        let (mut scribe, family) = written_on(&shelf);
        for day in 1..=9 {
            let mut writing = Writing(&mut scribe);
            let said = (family.denise, Mode::Verbatim);
            let on = date(2026, 11, day);
            writing.slip(said, &[family.idris], on, MapKind::Strength, "He sang.");
            writing.0.last().audience.sealed = day % 3 != 0;
        }
        shelf.append(&mut scribe);
        let another = AccountId(Uuid::from_u128(0xB0));
        let colleague = in_the_team(family.colin, another, &[family.idris]);
        let idris = family.idris;
        let kinds = &[Kind::MapItem];
        let lines = shelf.read(move |tx| {
            let reading = Reading { viewer: &colleague.viewer, files: &colleague.files };
            let asked = StoryAsked { child: idris, kinds, before: None, limit: 4 };
            tx.list_story(asked, reading).expect("it is read")
        });
        let plain = |line: &StoryLine| match &line.told {
            Told::Entry(entry) => entry.head.audience == Audience::default(),
            Told::Moved { .. } => false,
        };
        assert!(lines.len() == 4 && lines.iter().all(plain), "{}", shelf.database);
    }
}
