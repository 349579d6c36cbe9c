//! A step or a thing on the map that names a page of a sitting, or whose page names it, on both
//! databases: the plan speaks of the child's words, whichever of them it points at.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::{Scribe, Shelf, shelves};
use domain::entry::{Link, Relation};
use domain::houses_page::HousesPage;
use domain::houses_session::{Ending, House, HousesSession};
use domain::id::{Authority, PersonId};
use domain::kind::Kind;
use domain::listening::period::{Asked, Period};
use domain::next_step::{Doing, NextStep};
use domain::person::Person;
use domain::withdrawal::{Because, Withdrawal};
use jiff::civil::date;
use town::sitting::sitting;

fn heard(child: PersonId) -> HousesSession {
    HousesSession { path: vec!["K04".into()], ..sitting(child, Ending::ReadBack) }
}

fn linked(shelf: &Shelf) -> Vec<bool> {
    shelf.read(|tx| {
        let now = "2026-11-26T10:00:00Z".parse().expect("a moment");
        let period = Period::of(Asked::ThreeMonths, date(2026, 11, 26)).expect("months");
        let all = tx.list_sittings(Authority::WEXCOMBE, period, now).expect("read");
        all.iter().map(|sitting| sitting.linked).collect()
    })
}

#[test]
fn a_step_that_names_a_page_names_its_sitting_until_the_page_or_the_step_is_taken_back() {
    for shelf in shelves() {
        let mut scribe = Scribe::from(0x1000);
        let september = date(2026, 9, 1);
        let child = PersonId::first_written_in(scribe.writes(&[], september, Person::default()));
        let october = date(2026, 10, 5);
        let mut pages = vec![];
        for _ in 0..3 {
            let root = scribe.writes(&[child], october, heard(child));
            for n in [1, 2] {
                let page = HousesPage::blank(root, House::Worries, n);
                pages.push(scribe.writes(&[child], october, page));
            }
        }
        let of_the_second = scribe.written[scribe.written.len() - 4].0.clone();
        let text = "Ask Pete to ring before he comes".into();
        let step = NextStep { text, doing: Doing::default(), entries: vec![pages[1]] };
        scribe.writes(&[child], date(2026, 10, 8), step);
        let step = scribe.last().clone();
        let text = "Look at the van together".into();
        let step_of_two = NextStep { text, doing: Doing::default(), entries: vec![] };
        scribe.writes(&[child], date(2026, 10, 9), step_of_two);
        scribe.last().links = vec![Link { how: Relation::SpeaksTo, to: pages[3] }];
        shelf.append(&mut scribe);
        assert_eq!(linked(&shelf), [true, true, false], "{}", shelf.database);
        let mistake = |of| Withdrawal { of, because: Because::Mistake("Twice.".into()) };
        scribe.replaces(&step, mistake(Kind::NextStep));
        shelf.append(&mut scribe);
        assert_eq!(linked(&shelf), [false, true, false], "{}", shelf.database);
        scribe.replaces(&of_the_second, mistake(Kind::HousesPage));
        shelf.append(&mut scribe);
        assert_eq!(linked(&shelf), [false, false, false], "{}", shelf.database);
    }
}
