//! Cards and ratings: what stands of a child, under which child, and how much of it a page reads.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::idris::{Idris, Writing, written_by};
use common::{Scribe, Shelf, leads, shelves};
use domain::access::Part;
use domain::card::Card;
use domain::entry::NewEntry;
use domain::id::{EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::map_item::MapKind;
use domain::voice::Mode;
use jiff::civil::date;
use store::reading::Reading;
use uuid::Uuid;

const BROTHER: PersonId = PersonId(Uuid::from_u128(0xB2));

fn written_on(shelf: &Shelf) -> (Scribe, Idris) {
    let mut scribe = Scribe::from(0x1000);
    let family = written_by(&mut scribe);
    shelf.append(&mut scribe);
    (scribe, family)
}

fn cards(shelf: &Shelf, family: &Idris, child: PersonId, kinds: &'static [Kind]) -> Vec<Card> {
    let anita = leads(family.anita, family.anitas_account, &[family.idris, BROTHER]);
    shelf.read(move |tx| {
        let reading = Reading { viewer: &anita.viewer, files: &anita.files };
        tx.list_cards(child, kinds, Part::Rest, reading).expect("it is read")
    })
}

#[test]
fn the_map_is_every_item_that_stands_with_whose_words_it_is() {
    for shelf in shelves() {
        let (_, family) = written_on(&shelf);
        let kinds = &[Kind::MapItem, Kind::DangerStatement, Kind::SafetyGoal];
        let map = cards(&shelf, &family, family.idris, kinds);
        let items = map.iter().filter(|card| matches!(card.payload, Payload::MapItem(_)));
        assert_eq!((map.len(), items.count()), (5, 3), "{}: worries too", shelf.database);
        let cot = map.iter().find(|card| card.root == family.cot).expect("it stands");
        assert_eq!((cot.voice, cot.how), (Some(family.gill), Some(Mode::CloseNote)));
        assert_eq!(cot.on(), date(2026, 10, 8));
        let danger = map.iter().find(|card| card.root == family.danger).expect("it stands");
        assert_eq!((danger.voice, danger.how), (Some(family.anita), None), "whoever wrote it down");
    }
}

#[test]
fn a_new_version_takes_the_place_of_the_old_and_leaves_a_child_it_was_moved_off() {
    for shelf in shelves() {
        let (mut scribe, family) = written_on(&shelf);
        let both = [family.idris, BROTHER];
        let said = (family.leah, Mode::Verbatim);
        let on = date(2026, 11, 3);
        let mut writing = Writing(&mut scribe);
        let root = writing.slip(said, &both, on, MapKind::Strength, "They share a bed.");
        let first = writing.0.last().clone();
        shelf.append(&mut scribe);
        let of_brother = |shelf| cards(shelf, &family, BROTHER, &[Kind::MapItem]);
        assert_eq!(of_brother(&shelf)[0].beside, [family.idris]);

        let Payload::MapItem(mut item) = first.payload.clone() else { panic!("a map item") };
        item.text = "He shares a bed with Nan's dog.".into();
        let second = scribe.replaces(&NewEntry { about: vec![family.idris], ..first }, item);
        shelf.append(&mut scribe);
        assert_eq!(of_brother(&shelf), [], "{}", shelf.database);
        let map = cards(&shelf, &family, family.idris, &[Kind::MapItem]);
        let card = map.iter().find(|card| card.root == root).expect("it stands");
        assert_eq!((card.id, card.beside.len()), (second, 0));
        assert!(matches!(&card.payload, Payload::MapItem(item) if item.text.contains("dog")));
    }
}

#[test]
fn of_years_of_numbers_the_page_reads_the_first_and_the_three_newest_of_each_rater() {
    for shelf in shelves() {
        let (mut scribe, family) = written_on(&shelf);
        for (month, value) in (1..=9).zip(0..) {
            let on = date(2025, month, 1);
            Writing(&mut scribe).rates(family.scale, family.leah, &[family.idris], on, value);
        }
        shelf.append(&mut scribe);
        let front = |shelf: &Shelf| {
            let (scale, leah) = (family.scale, family.leah);
            shelf.read(move |tx| {
                let sql = "select at, body from rating_front where scale = ?1 and rater = ?2
                    order by at";
                let rows = tx.all::<(i64, String)>(sql, (scale, leah)).expect("rows");
                rows.into_iter().map(|(_, body)| value_in(&body)).collect::<Vec<_>>()
            })
        };
        assert_eq!(front(&shelf), [0, 8, 8, 7], "{}", shelf.database);
        let all = all_ratings(&shelf, &family, family.scale);
        assert_eq!(all.len(), 9 + 4);

        // Her first number was Karim's: hers now begin a month later.
        let karims = all.iter().find(|card| value_of(card) == 0).expect("it stands").clone();
        let newest =
            shelf.read(move |tx| tx.find_newest(karims.root).expect("read").expect("there"));
        let Some(Payload::Rating(mut rating)) = newest.payload.clone() else { panic!("a rating") };
        rating.rater = family.karim;
        let id = scribe.id();
        let entry = NewEntry::replacing(id, &newest.head, rating.into());
        scribe.writes(&[], date(2026, 1, 1), entry.payload.clone());
        *scribe.last() = entry;
        shelf.append(&mut scribe);
        assert_eq!(front(&shelf), [1, 8, 8, 7], "{}", shelf.database);
    }
}

fn value_in(body: &str) -> u8 {
    let rating: domain::rating::Rating = serde_json::from_str(body).expect("a rating");
    rating.answer.value().expect("a number").get()
}

fn value_of(card: &Card) -> u8 {
    match &card.payload {
        Payload::Rating(rating) => rating.answer.value().expect("a number").get(),
        other => panic!("{other:?}"),
    }
}

fn all_ratings(shelf: &Shelf, family: &Idris, scale: EntryId) -> Vec<Card> {
    let anita = leads(family.anita, family.anitas_account, &[family.idris]);
    let child = family.idris;
    shelf.read(move |tx| {
        let reading = Reading { viewer: &anita.viewer, files: &anita.files };
        tx.list_ratings(child, scale, Part::Rest, reading).expect("it is read")
    })
}
