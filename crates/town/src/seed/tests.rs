//! The record says what the files say, on the day they say it, by who may write it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use app::kith::Kith;
use app::upkeep;
use domain::account::{Account, Role};
use domain::decision_view::Adds;
use domain::entry::Entry;
use domain::id::{EntryId, PersonId};
use domain::involvement::Involved;
use domain::kind::{Kind, Payload};
use domain::restriction::Whom;
use domain::time::day_of;
use domain::voice::Recorder;
use jiff::civil::date;

use super::order::mentions;
use super::{DEMO_PASSWORD, Seeded, demo_accounts, seed};
use crate::borough::{Borough, borough};
use crate::family::{Family, Id, StepKind, Who};
use crate::stores::{Empty, console, empty_stores, that_morning};

const SEED: [u8; 32] = [24; 32];

/// A record with the borough in it.
struct Told {
    store: Empty,
    seeded: Seeded,
    entries: Vec<Entry>,
}

fn told_on(store: Empty) -> Told {
    let kith = store.open(1).expect("opened");
    let seeded = seed(&kith, SEED).expect("seeded");
    let entries = journal(&kith);
    drop(kith);
    Told { store, seeded, entries }
}

fn told() -> Told {
    let stores = empty_stores().expect("stores");
    told_on(stores.into_iter().next().expect("SQLite"))
}

fn journal(kith: &Kith) -> Vec<Entry> {
    let rows = kith.read(console(0), |cx| Ok(cx.tx.list_journal(0, i64::MAX)?)).wait();
    rows.expect("read").iter().map(|row| row.open().expect("an entry")).collect()
}

impl Told {
    fn root(&self, id: &str) -> EntryId {
        *self.seeded.entries.get(&Id::from(id)).unwrap_or_else(|| panic!("{id} has no root"))
    }
    fn person(&self, who: &str) -> PersonId {
        self.seeded.people[&Who::from(who)]
    }
    /// What stands under a root now.
    fn newest(&self, root: EntryId) -> &Entry {
        self.entries.iter().rfind(|entry| entry.head.root == root).expect("an entry")
    }
    fn payload(&self, id: &str) -> &Payload {
        self.newest(self.root(id)).payload.as_ref().expect("a payload")
    }
    /// Everything that stands now.
    fn standing(&self) -> Vec<&Entry> {
        let replaced: BTreeSet<_> = self.entries.iter().filter_map(|e| e.head.replaces).collect();
        self.entries.iter().filter(|entry| !replaced.contains(&entry.head.id)).collect()
    }
    fn of_kind(&self, kind: Kind) -> usize {
        self.standing().iter().filter(|entry| entry.head.kind == kind).count()
    }
}

#[test]
fn both_databases_take_the_whole_borough_and_it_stays_as_it_was_written() {
    let mut counts = BTreeSet::new();
    for store in empty_stores().expect("stores") {
        let database = store.database;
        let told = told_on(store);
        assert_eq!(told.entries.len(), told.seeded.count, "{database}");
        let difference = upkeep::check_views(&told.store.place).expect("checked");
        assert_eq!(difference, None, "{database}");
        upkeep::verify(&told.store.place).expect("read").expect("as it was written");
        counts.insert(told.seeded.count);
    }
    assert_eq!(counts.len(), 1, "the databases hold different numbers of entries: {counts:?}");
}

#[test]
fn the_same_seed_gives_the_same_entries_and_another_seed_other_ids() {
    let (first, again) = (told(), told());
    assert_eq!(first.seeded, again.seeded);
    let heads = |told: &Told| {
        told.entries.iter().map(|e| (e.head.id, e.head.recorded_at)).collect::<Vec<_>>()
    };
    assert_eq!(heads(&first), heads(&again));

    let other = empty_stores().expect("stores").remove(0);
    let kith = other.open(1).expect("opened");
    let others = seed(&kith, [25; 32]).expect("seeded");
    assert_ne!(first.seeded.people, others.people);
    assert_eq!(first.seeded.count, others.count);
}

fn count(borough: &Borough, of: impl Fn(&Family) -> usize) -> usize {
    borough.families.iter().map(of).sum()
}

#[test]
fn there_is_an_entry_for_every_line_of_the_files() {
    let (told, borough) = (told(), borough().unwrap());
    let b = &borough;
    let plan =
        |family: &Family, of: fn(&crate::family::Plan) -> usize| family.plan.as_ref().map_or(0, of);
    let expected = BTreeMap::from([
        (Kind::Team, 3),
        (Kind::Account, b.staff.len() + 1),
        (Kind::Family, b.families.len()),
        (Kind::FamilyMember, count(b, |f| f.people.len())),
        (Kind::Household, count(b, |f| f.households.len())),
        (Kind::HouseholdMember, count(b, |f| f.households.iter().map(|h| h.members.len()).sum())),
        (Kind::MapItem, count(b, |f| f.map.len())),
        (Kind::Mapping, count(b, |f| f.map_sheet.iter().count())),
        (Kind::DangerStatement, count(b, |f| f.dangers.len())),
        (Kind::SafetyGoal, count(b, |f| f.goals.len())),
        (Kind::Scale, count(b, |f| f.scales.len())),
        (Kind::Rating, count(b, |f| f.scales.iter().map(|s| s.ratings.len()).sum())),
        (Kind::Plan, count(b, |f| f.plan.iter().count())),
        (Kind::PlanRule, count(b, |f| plan(f, |p| p.rules.len()))),
        (Kind::BottomLine, count(b, |f| plan(f, |p| p.bottom_lines.len()))),
        (Kind::NetworkMember, count(b, |f| plan(f, |p| p.network.len()))),
        (Kind::RedFlag, count(b, |f| plan(f, |p| p.red_flags.len()))),
        (Kind::PlanTrial, count(b, |f| plan(f, |p| p.trials.len()))),
        (Kind::TimelineStep, count(b, |f| f.timeline.len())),
        (Kind::PlanReview, count(b, |f| f.plan_reviews.len())),
        (Kind::PlanReviewView, 5),
        (Kind::Decision, count(b, |f| f.decisions.len())),
        (Kind::DecisionView, count(b, views)),
        (Kind::Unknown, count(b, |f| f.unknowns.len())),
        (Kind::Assessment, count(b, |f| f.assessments.len())),
        (Kind::ChildMessage, count(b, |f| f.front_pages.len())),
        (Kind::Pins, count(b, |f| f.front_pages.len())),
        (Kind::Emblem, count(b, |f| f.front_pages.iter().filter(|p| p.emblem.is_some()).count())),
        (
            Kind::Tonight,
            count(b, |f| f.front_pages.iter().filter(|p| !p.tonight.is_empty()).count()),
        ),
        (Kind::Sharing, count(b, |f| f.notes.iter().map(|n| n.keep_from.len()).sum())),
        (Kind::Note, count(b, notes)),
        (Kind::Step, count(b, steps)),
    ]);
    let found: BTreeMap<_, _> = expected.keys().map(|kind| (*kind, told.of_kind(*kind))).collect();
    assert_eq!(found, expected);
}

fn views(family: &Family) -> usize {
    family.decisions.iter().map(|d| d.views.len() + d.dissent.len() + d.changed_mind.len()).sum()
}

/// Every note that is finished, and the one mapping that is planned.
fn notes(family: &Family) -> usize {
    let mappings = family.steps.iter().filter(|s| matches!(s.kind, StepKind::Mapping { .. }));
    family.notes.iter().filter(|note| !note.draft).count() + mappings.count()
}

/// Every row but those that end or go on from another, and those the record knows no step for.
fn steps(family: &Family) -> usize {
    let mut letters = 0;
    let own = family.steps.iter().filter(|step| match &step.kind {
        StepKind::AssessmentSigned { .. } => step.line.came_from.is_some(),
        StepKind::PreProceedings { .. } => {
            letters += 1;
            letters == 1
        }
        StepKind::PlanEnd { .. }
        | StepKind::Mapping { .. }
        | StepKind::LegalStatus { .. }
        | StepKind::Health { .. }
        | StepKind::Missing { .. }
        | StepKind::Pathway { .. }
        | StepKind::Transfer { .. } => false,
        _ => true,
    });
    own.count()
}

#[test]
fn time_goes_forward_and_nothing_is_written_before_what_it_speaks_of() {
    let told = told();
    let mut written: HashMap<_, _> = HashMap::new();
    let mut before = told.entries[0].head.recorded_at;
    for entry in &told.entries {
        let head = &entry.head;
        assert!(before <= head.recorded_at, "{:?} goes back", head.kind);
        before = head.recorded_at;
        assert!(head.recorded_at <= that_morning(), "{:?} is written after the demo begins", head);
        let again = as_new(entry);
        written.insert(head.id.0, head.recorded_at);
        for spoken_of in mentions(&again) {
            // Everything is named by its root, which was written first or stands in this entry.
            assert!(written.contains_key(&spoken_of), "{:?} speaks of {spoken_of}", head.kind);
        }
    }
    assert_eq!(told.seeded.last, before);
}

fn as_new(entry: &Entry) -> domain::entry::NewEntry {
    let head = &entry.head;
    let payload = entry.payload.clone().expect("a payload");
    domain::entry::NewEntry {
        replaces: head.replaces,
        said_by: head.said_by.clone(),
        audience: head.audience.clone(),
        links: head.links.clone(),
        ..domain::entry::NewEntry::first(head.id, head.about.clone(), head.happened, payload)
    }
}

#[test]
fn what_was_said_on_a_day_is_written_that_day_unless_it_speaks_of_something_later() {
    let told = told();
    let late: Vec<_> = told
        .entries
        .iter()
        .filter(|entry| {
            let said = matches!(
                entry.head.kind,
                Kind::MapItem | Kind::Rating | Kind::Decision | Kind::DecisionView | Kind::Scale
            );
            let first = entry.head.replaces.is_none();
            said && first && entry.head.happened.day() != day_of(entry.head.recorded_at)
        })
        .map(|entry| (entry.head.kind, entry.head.happened.day(), entry.head.recorded_at))
        .collect();
    println!("{late:#?}");
    let notes: Vec<_> = told
        .entries
        .iter()
        .filter(|e| e.head.kind == Kind::Note && e.head.happened.day() < day_of(e.head.recorded_at))
        .map(|e| (e.head.happened.day(), day_of(e.head.recorded_at)))
        .collect();
    println!("{} notes late: {notes:?}", notes.len());
}
