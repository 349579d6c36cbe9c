//! A large record is whole, skewed as in life, the same every time, and soundly written.

use std::collections::{BTreeMap, BTreeSet};

use app::kith::Kith;
use app::upkeep;
use domain::entry::Entry;
use domain::id::PersonId;
use domain::kind::Kind;
use jiff::civil::{Date, date};

use super::share::{CHILDREN_A_WORKER, Share, deal_notes, shares};
use super::{Fill, Filled, fill};
use crate::large::{InventedFamily, Kin, Large};
use crate::stores::{Empty, console, empty_stores};

const TODAY: Date = date(2026, 11, 24);

fn of(persons: u64) -> Large {
    Large { seed: 7, persons, today: TODAY }
}

fn shared(persons: u64, workers: u32) -> (Vec<InventedFamily>, Vec<Share>) {
    let large = of(persons);
    let families: Vec<_> = large.families().collect();
    let mut shares = shares(large, &families, workers);
    deal_notes(large, &mut shares, 40_000);
    (families, shares)
}

#[test]
fn every_worker_leads_the_work_with_twenty_children_and_brothers_and_sisters_share_one() {
    let (families, shares) = shared(10_000, 20);
    let mut led: BTreeMap<u32, usize> = BTreeMap::new();
    for (family, share) in families.iter().zip(&shares).filter(|(_, share)| share.open) {
        let children = family.people.iter().filter(|person| person.kin == Kin::Child).count();
        *led.entry(share.worker).or_default() += children;
        assert_eq!(share.until, TODAY);
    }
    assert!(led.len() == 20 && led.values().all(|led| *led == CHILDREN_A_WORKER), "{led:?}");
}

#[test]
fn nobody_is_written_about_before_they_are_born_or_after_the_work_has_ended() {
    let (families, shares) = shared(3_000, 6);
    for (family, share) in families.iter().zip(&shares) {
        let children = family.people.iter().filter(|person| person.kin == Kin::Child);
        assert!(children.map(|child| child.born).all(|born| born <= share.came_on));
        assert!(share.came_on <= share.until && share.until <= TODAY);
        for n in 0..share.notes.min(20) {
            let on = share.note_on(of(3_000), n);
            assert!(share.came_on <= on && on <= share.until);
        }
    }
}

#[test]
fn all_notes_are_dealt_and_a_tenth_of_the_families_takes_half_of_them() {
    let (_, shares) = shared(10_000, 20);
    let mut notes: Vec<u32> = shares.iter().map(|share| share.notes).collect();
    assert_eq!(notes.iter().sum::<u32>(), 40_000);
    notes.sort_unstable_by(|one, other| other.cmp(one));
    let most: u32 = notes.iter().take(notes.len() / 10).sum();
    assert!((13_600..30_000).contains(&most), "{most}");
}

fn filled(store: &Empty) -> (Kith, Filled) {
    let kith = store.open(1).expect("opened");
    let filled = fill(&kith, Fill { large: of(200), entries: 3_600 }).expect("filled");
    (kith, filled)
}

fn journal(kith: &Kith) -> Vec<Entry> {
    let read = kith.read(console(2), |cx| {
        Ok(cx.tx.list_journal(0, 10_000)?.iter().map(|row| row.open().expect("read")).collect())
    });
    read.wait().expect("read")
}

#[test]
fn a_large_record_has_as_many_lines_as_asked_and_is_as_it_was_written() {
    // The filler counts on one writer, which takes what waits in order: SQLite alone.
    for store in empty_stores().expect("stores").into_iter().take(1) {
        let (kith, filled) = filled(&store);
        assert_eq!(filled.entries, 3_600, "{}", store.database);
        assert_eq!(journal(&kith).len(), 3_600);
        drop(kith);
        let verified = upkeep::verify(&store.place).expect("read").expect("as it was written");
        assert_eq!((verified.entries, verified.unsealed), (3_600, 0));
        assert_eq!(upkeep::check_views(&store.place).expect("checked"), None);
    }
}

#[test]
fn a_seed_makes_the_same_record_again() {
    let [one, other] = [empty_stores(), empty_stores()].map(|stores| {
        let store = stores.expect("stores").swap_remove(0);
        let (kith, filled) = filled(&store);
        (journal(&kith), filled)
    });
    assert!(one == other);
}

#[test]
fn a_child_of_a_worker_has_everything_a_front_page_is_read_from() {
    let store = empty_stores().expect("stores").swap_remove(0);
    let (kith, filled) = filled(&store);
    let mut kinds: BTreeMap<PersonId, BTreeSet<Kind>> = BTreeMap::new();
    for entry in journal(&kith) {
        for child in entry.head.about {
            kinds.entry(child).or_default().insert(entry.head.kind);
        }
    }
    let children: Vec<_> = filled.accounts.iter().flat_map(|account| &account.children).collect();
    assert_eq!(children.len(), CHILDREN_A_WORKER);
    assert!(filled.accounts.iter().all(|account| account.email.ends_with("@large.example")));
    for child in children {
        let kinds = &kinds[&child.id];
        for kind in [
            Kind::Person,
            Kind::Name,
            Kind::Involvement,
            Kind::Tonight,
            Kind::ChildMessage,
            Kind::Emblem,
            Kind::Pins,
            Kind::DangerStatement,
            Kind::MapItem,
            Kind::SafetyGoal,
            Kind::Scale,
            Kind::Rating,
            Kind::Plan,
            Kind::PlanRule,
            Kind::NetworkMember,
            Kind::TimelineStep,
            Kind::Decision,
            Kind::DecisionView,
            Kind::Unknown,
            Kind::Note,
        ] {
            assert!(kinds.contains(&kind), "{} has no {kind:?}", child.name);
        }
    }
}
