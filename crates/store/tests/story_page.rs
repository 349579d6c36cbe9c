//! A page of a story from the journal, on both databases: narrowed, counted, and nothing of what
//! is hidden.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::idris::{Idris, Writing, written_by};
use common::{Reader, Scribe, Shelf, in_the_team, leads, shelves};
use domain::entry::Audience;
use domain::id::AccountId;
use domain::map_item::MapKind;
use domain::story::Narrow;
use domain::voice::Mode;
use jiff::civil::date;
use store::reading::Reading;
use store::story::{StoryKey, StoryLine};
use store::story_page::PageAsked;
use uuid::Uuid;

type Page = (Vec<StoryLine>, Vec<(Narrow, u64)>);

fn page(
    shelf: &Shelf,
    family: &Idris,
    reader: Reader,
    (show, before): (Narrow, Option<StoryKey>),
) -> Page {
    let (child, now) = (family.idris, reader.viewer.at);
    shelf.read(move |tx| {
        let reading = Reading { viewer: &reader.viewer, files: &reader.files };
        let asked = PageAsked { child, show, before, now, limit: 5 };
        let lines = tx.list_story_page(asked, reading).expect("read");
        (lines, tx.count_story_lists(child, now, reading).expect("read"))
    })
}

fn anita(family: &Idris) -> Reader {
    leads(family.anita, family.anitas_account, &[family.idris])
}

#[test]
fn every_line_stands_on_one_page_and_each_list_holds_what_it_counts() {
    for shelf in shelves() {
        let mut scribe = Scribe::from(0x1000);
        let family = written_by(&mut scribe);
        let words = "I want to go home.";
        let said = (family.idris, Mode::Verbatim);
        Writing(&mut scribe).slip(said, &[family.idris], date(2026, 11, 1), MapKind::Wish, words);
        shelf.append(&mut scribe);
        for narrow in Narrow::ALL {
            let (mut keys, mut before) = (Vec::new(), None);
            let counted = loop {
                let (mut lines, counts) = page(&shelf, &family, anita(&family), (*narrow, before));
                let more = lines.len() > 5;
                lines.truncate(5);
                keys.extend(lines.iter().map(|line| line.key));
                before = keys.last().copied();
                if !more {
                    break counts;
                }
            };
            assert!(keys.is_sorted_by(|one, next| one > next), "{narrow:?}");
            let count = counted.iter().find(|(list, _)| list == narrow).expect("counted").1;
            assert_eq!(keys.len() as u64, count, "{narrow:?} on {}", shelf.database);
        }
        let (_, counts) = page(&shelf, &family, anita(&family), (Narrow::All, None));
        let of = |narrow| counts.iter().find(|(list, _)| *list == narrow).expect("counted").1;
        assert_eq!((of(Narrow::Voice), of(Narrow::KeyEvents)), (1, 1), "his words; the decision");
    }
}

#[test]
fn what_is_under_seal_is_neither_told_nor_counted_to_the_team() {
    for shelf in shelves() {
        let mut scribe = Scribe::from(0x1000);
        let family = written_by(&mut scribe);
        let words = "He told me where they sleep.";
        let said = (family.karim, Mode::Verbatim);
        let about = [family.idris];
        let on = date(2026, 11, 20);
        let root = Writing(&mut scribe).slip(said, &about, on, MapKind::Harm, words);
        scribe.last().audience = Audience { sealed: true, ..Audience::default() };
        shelf.append(&mut scribe);
        let newest = |reader| {
            let (lines, counts) = page(&shelf, &family, reader, (Narrow::All, None));
            (lines[0].key.1, counts[0].1)
        };
        let (first, all) = newest(anita(&family));
        assert_eq!(first, root);
        let another = AccountId(Uuid::from_u128(0xB0));
        let (first, fewer) = newest(in_the_team(family.colin, another, &about));
        assert_ne!(first, root);
        assert_eq!(fewer + 1, all, "{}", shelf.database);
    }
}
