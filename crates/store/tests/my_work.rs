//! A caseload from the journal, on both databases: what is hidden is passed over, what was done
//! is owed no more.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::idris::{Idris, Writing, written_by};
use common::{Reader, Scribe, Shelf, leads, shelves};
use domain::entry::Audience;
use domain::id::PersonId;
use domain::involvement::Role;
use domain::kind::Payload;
use domain::next_step::{Doing, NextStep};
use jiff::civil::date;
use store::my_work::Caseload;
use store::reading::Reading;
use uuid::Uuid;

const BROTHER: PersonId = PersonId(Uuid::from_u128(0xB2));

fn written_on(shelf: &Shelf) -> (Scribe, Idris) {
    let mut scribe = Scribe::from(0x1000);
    let family = written_by(&mut scribe);
    shelf.append(&mut scribe);
    (scribe, family)
}

fn caseload(shelf: &Shelf, reader: Reader) -> Caseload {
    shelf.read(move |tx| {
        let own = tx.list_own(&reader.viewer).expect("read");
        let reading = Reading { viewer: &reader.viewer, files: &reader.files };
        tx.read_caseload(&own, reading).expect("read")
    })
}

fn anita(family: &Idris) -> Reader {
    leads(family.anita, family.anitas_account, &[family.idris, BROTHER])
}

#[test]
fn what_is_hidden_is_passed_over_for_what_was_written_before() {
    for shelf in shelves() {
        let (mut scribe, family) = written_on(&shelf);
        let both = [family.idris, BROTHER];
        Writing(&mut scribe).note(&both, date(2026, 11, 22), "Both at the window.");
        shelf.append(&mut scribe);
        let open = caseload(&shelf, anita(&family));
        assert_eq!(open.children, [family.idris]);
        let on = |caseload: &Caseload| {
            (caseload.seen[&family.idris].on(), caseload.newest[&family.idris].on())
        };
        assert_eq!(on(&open), (date(2026, 11, 22), date(2026, 11, 22)), "{}", shelf.database);

        let mut restricted = anita(&family);
        restricted.files[1].restricted = true;
        let without = caseload(&shelf, restricted);
        assert_eq!(on(&without), (date(2026, 11, 17), date(2026, 11, 17)), "{}", shelf.database);

        let mut shut = anita(&family);
        shut.files[0].shut_out = true;
        assert!(caseload(&shelf, shut).children.is_empty(), "not even the child");
    }
}

#[test]
fn a_visit_under_seal_is_the_leads_and_no_co_workers() {
    for shelf in shelves() {
        let (mut scribe, family) = written_on(&shelf);
        let mut writing = Writing(&mut scribe);
        writing.involves(family.idris, family.colin, Role::CoWorker, "co-worker");
        writing.visit(&family, date(2026, 11, 20), "Told me alone.");
        scribe.last().audience = Audience { sealed: true, ..Audience::default() };
        shelf.append(&mut scribe);
        let seen_on =
            |reader| caseload(&shelf, reader).seen.get(&family.idris).map(domain::card::Card::on);
        assert_eq!(seen_on(anita(&family)), Some(date(2026, 11, 20)));
        let another = domain::id::AccountId(Uuid::from_u128(0xB0));
        let mut colin = leads(family.colin, another, &[family.idris]);
        for way in &mut colin.files[0].ways {
            way.reach = domain::access::Reach::Works;
        }
        assert_eq!(seen_on(colin), Some(date(2026, 11, 17)), "{}", shelf.database);
    }
}

#[test]
fn what_is_done_is_owed_no_more_and_a_family_is_read_whole() {
    for shelf in shelves() {
        let (mut scribe, family) = written_on(&shelf);
        let doing = Doing { owner: Some(family.anita), ..Doing::default() };
        let step = NextStep { text: "Ring Karim's work".into(), doing, entries: vec![] };
        scribe.writes(&[family.idris], date(2026, 11, 20), step.clone());
        let written = scribe.last().clone();
        shelf.append(&mut scribe);
        let owed = caseload(&shelf, anita(&family)).owed;
        assert!(matches!(&owed[0].1.payload, Payload::NextStep(owes) if *owes == step));

        let done_on = Some(date(2026, 11, 21));
        let doing = Doing { done_on, ..step.doing.clone() };
        scribe.replaces(&written, NextStep { doing, ..step });
        shelf.append(&mut scribe);
        let after = caseload(&shelf, anita(&family));
        assert!(after.owed.is_empty(), "{}", shelf.database);
        let kin = &after.kin[&family.idris];
        assert_eq!(kin.own_parents(family.idris).len(), 2);
        assert_eq!(
            kin.member(family.denise, date(2026, 11, 24)).expect("Nan").called.as_deref(),
            Some("Nan")
        );
    }
}
