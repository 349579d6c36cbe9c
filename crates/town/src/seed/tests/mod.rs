//! The record says what the files say, on the day they say it, by who may write it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use app::kith::Kith;
use app::office::Office;
use app::upkeep;
use domain::account::{Account, Role};
use domain::entry::{Entry, NewEntry, Place, Series};
use domain::id::{Authority, EntryId, PersonId, WriterId};
use domain::involvement::Involved;
use domain::kind::{Kind, Payload};
use domain::restriction::Whom;
use domain::time::day_of;
use domain::voice::Recorder;
use jiff::civil::date;

use super::book::Book;
use super::order::mentions;
use super::{DEMO_PASSWORD, Seeded, Writer, demo_accounts, seed};
use crate::borough::{Borough, borough};
use crate::family::{Family, Id, StepKind, Who};
use crate::stores::{console, empty_stores, that_morning};

mod idris;

const SEED: [u8; 32] = [24; 32];

/// The borough as it is about to be written, or as it was.
struct Told {
    seeded: Seeded,
    entries: Vec<Entry>,
}

/// What would be written, without a store: one test holds that just this is.
fn told() -> Told {
    told_with(SEED)
}

fn told_with(seed: [u8; 32]) -> Told {
    let borough = borough().unwrap();
    // As the stores of tests have it.
    let office = Office::in_memory(&[1; 32]).expect("an office");
    let digest = |bytes: &[u8]| office.blobs.digest(bytes);
    let mut book = Book::new(&borough, seed, &digest);
    let sittings = super::sittings(&mut book).unwrap();
    let seeded = super::seeded(&book, &sittings);
    let mut entries = Vec::new();
    for sitting in sittings {
        let recorded_by = match sitting.writer.map(|who| book.writer(sitting.file, &who)) {
            Some(Writer::Account(account)) if sitting.by_tablet => Recorder::Device { account },
            Some(Writer::Account(account)) => Recorder::Account(account),
            Some(Writer::Guest(person)) => Recorder::GuestLink { person },
            None => Recorder::Program { acting_for: None },
        };
        let series = Series { writer: WriterId::from_bytes([0; 16]), n: 0 };
        let place =
            Place { series, authority: Authority::WEXCOMBE, recorded_at: sitting.at, recorded_by };
        let entry = |new: NewEntry| Entry { head: new.head(place), payload: Some(new.payload) };
        entries.extend(sitting.entries.into_iter().map(entry));
    }
    Told { seeded, entries }
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
fn both_databases_take_the_whole_borough_as_it_was_gathered() {
    let told = told();
    for store in empty_stores().expect("stores") {
        let database = store.database;
        let kith = store.open(1).expect("opened");
        let seeded = seed(&kith, SEED).expect("seeded");
        assert_eq!(seeded, told.seeded, "{database}");
        let mut written = journal(&kith);
        // Where several write at once, two families' lines of one moment may stand either way.
        written.sort_by_key(|entry| (entry.head.recorded_at, entry.head.id));
        let mut gathered = told.entries.clone();
        gathered.sort_by_key(|entry| (entry.head.recorded_at, entry.head.id));
        for (mut written, gathered) in written.into_iter().zip(gathered) {
            written.head.series = gathered.head.series;
            written.head.payload_digest = gathered.head.payload_digest;
            assert_eq!(written, gathered, "{database}");
        }
        assert_eq!(journal(&kith).len(), told.entries.len(), "{database}");

        drop(kith);
        let difference = upkeep::check_views(&store.place).expect("checked");
        assert_eq!(difference, None, "{database}");
        upkeep::verify(&store.place).expect("read").expect("as it was written");
    }
}

#[test]
fn the_same_seed_gives_the_same_entries_and_another_seed_other_ids() {
    let (first, again, other) = (told(), told(), told_with([25; 32]));
    assert_eq!(first.seeded, again.seeded);
    assert_eq!(first.entries, again.entries);
    assert_eq!(first.seeded.count, other.seeded.count);
    let ids = |told: &Told| told.entries.iter().map(|e| e.head.id).collect::<BTreeSet<_>>();
    assert!(ids(&first).is_disjoint(&ids(&other)));
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
        (Kind::HousesSession, count(b, sat)),
        (Kind::ChildAnswer, count(b, answered)),
        (Kind::Note, count(b, notes)),
        (Kind::Step, count(b, steps)),
    ]);
    let found: BTreeMap<_, _> = expected.keys().map(|kind| (*kind, told.of_kind(*kind))).collect();
    assert_eq!(found, expected);
}

/// Every sitting with words that is in the record, and every time a child was asked again.
fn sat(family: &Family) -> usize {
    let sat = family.houses.iter().filter(|one| one.level.is_some() && one.state.is_none());
    sat.map(|one| 1 + usize::from(one.seen_again.is_some())).sum()
}

fn answered(family: &Family) -> usize {
    family.houses.iter().filter(|one| one.you_said_we_did.is_some()).count()
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
    let all: HashMap<_, _> =
        told.entries.iter().map(|entry| (entry.head.id.0, entry.head.recorded_at)).collect();
    let mut before = told.entries[0].head.recorded_at;
    for entry in &told.entries {
        let head = &entry.head;
        assert!(before <= head.recorded_at, "{:?} goes back", head.kind);
        before = head.recorded_at;
        assert!(head.recorded_at <= that_morning(), "{head:?} is written after the demo begins");
        let again = as_new(entry);
        written.insert(head.id.0, head.recorded_at);
        for spoken_of in mentions(&again) {
            // What came in from a tablet names itself both ways, and was written at once.
            let at_once = matches!(head.recorded_by, Recorder::Device { .. })
                && all.get(&spoken_of) == Some(&head.recorded_at);
            // Everything else is named by its root, which was written first or stands in this
            // entry.
            let known = written.contains_key(&spoken_of) || at_once;
            assert!(known, "{:?} speaks of {spoken_of}", head.kind);
        }
    }
    assert_eq!(told.seeded.last, before);
}

fn as_new(entry: &Entry) -> NewEntry {
    let head = &entry.head;
    let payload = entry.payload.clone().expect("a payload");
    NewEntry {
        replaces: head.replaces,
        said_by: head.said_by.clone(),
        audience: head.audience.clone(),
        links: head.links.clone(),
        ..NewEntry::first(head.id, head.about.clone(), head.happened, payload)
    }
}

#[test]
fn whatever_was_said_or_done_on_a_day_is_written_that_day() {
    let told = told();
    let said = [
        Kind::Note,
        Kind::MapItem,
        Kind::Rating,
        Kind::Scale,
        Kind::SafetyGoal,
        Kind::Decision,
        Kind::DecisionView,
        Kind::PlanReviewView,
    ];
    let elsewhere = |entry: &Entry| entry.head.source.is_some();
    let planned = |entry: &Entry| matches!(&entry.payload, Some(Payload::Note(n)) if n.planned);
    let first = told.entries.iter().filter(|entry| entry.head.replaces.is_none());
    let said = first.filter(|entry| said.contains(&entry.head.kind));
    let late: Vec<_> = said
        .filter(|entry| !elsewhere(entry) && !planned(entry))
        .filter(|entry| entry.head.happened.day() != day_of(entry.head.recorded_at))
        .map(|entry| (entry.head.kind, entry.head.happened, entry.head.recorded_at))
        .collect();
    assert!(late.is_empty(), "{late:#?}");
}

#[test]
fn whoever_wrote_wrote_as_themselves() {
    let told = told();
    let written_by = |id: &str| told.newest(told.root(id)).head.recorded_by;
    let account = |email: &str| Recorder::Account(told.seeded.accounts[email]);
    let guest = |who: &str| Recorder::GuestLink { person: told.person(who) };
    assert_eq!(written_by("A-n4"), account("worker@wexcombe.example"));
    assert_eq!(written_by("A-n8"), account("maggie.orme@wexcombe.example"));
    assert_eq!(written_by("A-d1"), account("manager@wexcombe.example"));
    assert_eq!(written_by("A-n20"), guest("A4"), "Denise's night book is Denise's");
    assert_eq!(written_by("L12_n2"), guest("P25"), "Mrs Ockenden has no account");
    assert_eq!(told.seeded.people[&Who::from("S1")], told.person("W01"));

    let by_the_program = told
        .entries
        .iter()
        .filter(|entry| matches!(entry.head.recorded_by, Recorder::Program { .. }));
    let kinds: BTreeSet<_> = by_the_program.map(|entry| entry.head.kind).collect();
    let setting_up =
        [Kind::Team, Kind::Account, Kind::Person, Kind::Name, Kind::Involvement, Kind::Restriction];
    assert_eq!(kinds, BTreeSet::from(setting_up));
}

#[test]
fn a_file_is_led_waited_for_or_shut_as_the_files_say() {
    let told = told();
    let standing = told.standing();
    let involved = |child: &str| {
        let child = told.person(child);
        let parts = standing.iter().filter_map(move |entry| match &entry.payload {
            Some(Payload::Involvement(part)) if part.child == child => Some(part),
            _ => None,
        });
        parts.collect::<Vec<_>>()
    };
    let now = |part: &&&domain::involvement::Involvement| {
        part.from <= date(2026, 11, 24) && part.until.is_none_or(|until| until > part.from)
    };
    let leads = |child: &str| {
        let parts = involved(child);
        let lead = parts.iter().filter(now).find(|part| domain::access::leads(part.role));
        lead.and_then(|part| match part.who {
            Involved::Person(person) => Some(person),
            _ => None,
        })
    };
    assert_eq!(leads("A1"), Some(told.person("W01")));
    assert_eq!(leads("C4"), Some(told.person("W05")));
    assert_eq!(leads("L33_p1"), Some(told.person("P12")), "a health visitor leads");
    assert_eq!(leads("L13_p1"), None);
    let waits = |part: &&domain::involvement::Involvement| part.who == Involved::NotYetAllocated;
    assert!(involved("L13_p1").into_iter().any(|part| waits(&part) && part.until.is_none()));
    let waited = involved("B1").into_iter().find(waits).expect("a day without a worker");
    assert_eq!((waited.from, waited.until), (date(2026, 2, 26), Some(date(2026, 2, 26))));
    assert!(involved("L_p1").iter().all(|part| part.until.is_some()), "the work ended");

    let restrictions = standing.iter().filter_map(|entry| match &entry.payload {
        Some(Payload::Restriction(restriction)) => Some((restriction.child, &restriction.whom)),
        _ => None,
    });
    let rules: Vec<_> = restrictions.collect();
    let child = told.seeded.children["L21"][0];
    let named = vec![told.person("W05"), told.person("W06")];
    let shut_out = vec![told.person("W22")];
    assert_eq!(rules, [(child, &Whom::ShutOut(shut_out)), (child, &Whom::Only(named))]);
    assert_eq!(told.person("L21_p2"), told.person("W22"), "the mother works for the council");
}

#[test]
fn the_demos_accounts_are_there_in_the_order_it_prints_them() {
    let told = told();
    let accounts = demo_accounts().unwrap();
    let printed: Vec<_> =
        accounts.iter().map(|one| (one.email.as_str(), one.name.as_str())).collect();
    assert_eq!(
        printed,
        [
            ("worker@wexcombe.example", "Anita Rowe"),
            ("joel@wexcombe.example", "Joel Whitby"),
            ("priya@wexcombe.example", "Priya Nair"),
            ("manager@wexcombe.example", "Colin Peake"),
            ("farah@wexcombe.example", "Farah Aziz"),
            ("oncall@wexcombe.example", "Bryn Talbot"),
            ("leader@wexcombe.example", "Gareth Lowndes"),
            ("data@wexcombe.example", "Moira Ashworth"),
            ("guardian@wexcombe.example", "Olu Fadipe"),
            ("admin@wexcombe.example", "Sam Tolley"),
        ]
    );
    assert_eq!(DEMO_PASSWORD, "wexcombe-demo");
    let kept = |id| told.newest(domain::id::AccountId::first_entry(id));
    for one in &accounts {
        let entry = kept(told.seeded.accounts[&one.email]);
        let Some(Payload::Account(Account { email, roles, .. })) = &entry.payload else { panic!() };
        assert_eq!((email, roles), (&one.email, &one.roles));
    }
    let on_call = kept(told.seeded.accounts["oncall@wexcombe.example"]);
    let Some(Payload::Account(on_call)) = &on_call.payload else { panic!("an account") };
    let (day, clock) = (date(2026, 11, 24), jiff::civil::time(11, 45, 0, 0));
    assert!(on_call.has(Role::OnCall) && on_call.is_on_call(day, clock));
}

#[test]
fn a_child_who_says_yes_for_a_father_means_their_own() {
    let told = told();
    let amber = told.person("C4");
    let with: BTreeSet<PersonId> = told
        .entries
        .iter()
        .filter(|entry| entry.head.about == [amber])
        .filter_map(|entry| match &entry.payload {
            Some(Payload::Sharing(sharing)) => Some(sharing.with),
            _ => None,
        })
        .collect();
    // Mark is hers; who Callum's is, nobody says.
    assert_eq!(with, BTreeSet::from([told.person("C2"), told.person("C3")]));
}

#[test]
fn what_is_not_finished_is_no_entry_and_is_handed_over() {
    let told = told();
    assert_eq!(told.seeded.entries.get(&Id::from("A-n13")), None);
    let kinds: Vec<_> = told.seeded.drafts.iter().map(|draft| draft.kind).collect();
    assert_eq!(kinds, [Kind::Note, Kind::MapItem, Kind::DangerStatement, Kind::Step]);
    let [note, item, danger, contact] = told.seeded.drafts.as_slice() else { panic!("four") };
    let anita = Writer::Account(told.seeded.accounts["worker@wexcombe.example"]);
    let priya = Writer::Account(told.seeded.accounts["priya@wexcombe.example"]);
    assert_eq!((note.writer, danger.writer, contact.writer), (anita, anita, priya));
    assert_eq!(item.writer, Writer::Guest(told.person("A4")));
    assert_eq!(note.fields["title"], "Gill calling in");
    let spoken_of = format!("{} {}", told.root("m9"), told.root("A-t2"));
    assert_eq!(note.fields["speaks_to"], spoken_of);
    assert_eq!(item.fields["text"], "She has handed him over to me three times and I");
    assert_eq!(danger.of, Some(told.root("d1")));
    assert_eq!(contact.fields["decision"], "family_help");
    assert_eq!(contact.about, told.seeded.children["L11"]);
}
