//! The statutory line, from the journal to the page: on both databases.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

use app::account::{NewAccount, make_account};
use app::cx::Write;
use app::edge::{Actor, Edge};
use app::error::Error;
use app::import;
use app::kith::Kith;
use app::steps::read_steps;
use domain::account::Role;
use domain::decision::Decision;
use domain::entry::{Audience, Link, NewEntry, Relation};
use domain::id::{AccountId, Authority, EntryId, PersonId};
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::{Kind, Payload};
use domain::known_by::Scheme;
use domain::name::{Name, Usage};
use domain::person::Person;
use domain::step::{Conference, Standing, Step, What, Words};
use domain::steps_line::{Counted, LimitKey, Origin, StepsLine};
use domain::time::Happened;
use jiff::civil::{Date, date};
use std::sync::Arc;
use town::census::{Census, CollectionYear, Lea};
use town::stores::{console, empty_stores, that_morning};

/// A small part of Wexcombe: a child, a brother, those who look.
#[derive(Clone, Copy)]
struct World {
    kayleigh: PersonId,
    tyler: PersonId,
    joel: AccountId,
    data: AccountId,
    admin: AccountId,
}

fn account(cx: &mut Write<'_, '_>, name: &str, role: Role) -> (PersonId, AccountId) {
    let new = NewAccount {
        name: name.to_owned(),
        job: "works here".into(),
        email: format!("{}@wexcombe.example", name.to_lowercase().replace(' ', ".")),
        roles: vec![role],
        teams: vec![],
        organisation: None,
    };
    make_account(cx, &new).expect("an account")
}

fn person(cx: &mut Write<'_, '_>, full: &str) -> PersonId {
    let id = cx.id();
    let on = Happened::on(date(2015, 5, 9));
    let first = NewEntry::first(id, vec![], on, Payload::Person(Person::default()));
    let person = PersonId::first_written_in(cx.record(first).expect("written"));
    let (known_as, usage) = (None, Usage::Usual);
    let name = Name { person, full: full.into(), known_as, usage, from: None, until: None };
    let id = cx.id();
    cx.record(NewEntry::first(id, vec![person], on, Payload::Name(name))).expect("written");
    person
}

fn works_with(cx: &mut Write<'_, '_>, child: PersonId, worker: PersonId) {
    let from = date(2026, 2, 27);
    let (who, role) = (Involved::Person(worker), Part::Lead);
    let part = Involvement { child, who, role, title: None, from, until: None };
    let id = cx.id();
    let new = NewEntry::first(id, vec![child], Happened::on(from), Payload::Involvement(part));
    cx.record(new).expect("written");
}

fn world(kith: &Kith) -> World {
    kith.write(console(2), vec![], |cx| {
        cx.keep_authority(Authority::WEXCOMBE)?;
        let (joels_person, joel) = account(cx, "Joel Whitby", Role::Practitioner);
        let (_, data) = account(cx, "Dara Data", Role::DataOfficer);
        let (_, admin) = account(cx, "Ade Admin", Role::Administrator);
        let kayleigh = person(cx, "Kayleigh Brannagh");
        let tyler = person(cx, "Tyler Brannagh");
        works_with(cx, kayleigh, joels_person);
        works_with(cx, tyler, joels_person);
        write_line(cx, &[kayleigh, tyler], joels_person);
        Ok(World { kayleigh, tyler, joel, data, admin })
    })
    .wait()
    .expect("written")
}

fn put(
    cx: &mut Write<'_, '_>,
    about: &[PersonId],
    on: Date,
    payload: Payload,
    to: Option<EntryId>,
) -> EntryId {
    let id = cx.id();
    let mut new = NewEntry::first(id, about.to_vec(), Happened::on(on), payload);
    new.links = to.map(|to| Link { how: Relation::SpeaksTo, to }).into_iter().collect();
    cx.record(new).expect("written")
}

/// Family help, a protection plan with one review that came later on purpose, a lead.
fn write_line(cx: &mut Write<'_, '_>, about: &[PersonId], worker: PersonId) {
    let bare = |what| Payload::Step(Step::bare(what));
    let says = |what, mark: &str, says: &str| {
        let words = Words { mark: Some(mark.into()), says: Some(says.into()), ..Words::default() };
        Payload::Step(Step { what, words: Some(words), planned: false })
    };
    let conference = |which| What::Conference { which, chair: None, category: None };
    let plan = |standing, ended_on| What::Plan {
        standing,
        ended_on,
        category: None,
        latest_category: None,
        plans_before: None,
    };
    let contact = What::Contact { from: None, source: Some("2A".into()), need: None };
    put(cx, about, date(2026, 2, 26), says(contact, "School writes", "Mr Khan writes:"), None);
    put(cx, about, date(2026, 2, 26), bare(plan(Standing::FamilyHelp, None)), None);
    let until = Some(date(2026, 11, 12));
    let lead = What::Lead { person: worker, role: Part::FamilyHelpLead, until };
    put(cx, about, date(2026, 2, 27), bare(lead), None);
    let enquiry =
        What::Section47 { conference_by: None, conference_on: None, conference_needed: None };
    put(cx, about, date(2026, 3, 3), bare(enquiry), None);
    put(cx, about, date(2026, 3, 12), bare(conference(Conference::First)), None);
    put(cx, about, date(2026, 3, 12), bare(plan(Standing::Protection, until)), None);
    let later: Decision = serde_json::from_str(
        r#"{"question":"When do we look again?","state":"made","because":"","for_child":""}"#,
    )
    .expect("a decision");
    let decided = put(cx, about, date(2026, 6, 8), Payload::Decision(later), None);
    let review = says(conference(Conference::Review), "Review", "Review: the plan goes on.");
    put(cx, about, date(2026, 7, 8), review, Some(decided));
}

fn line(kith: &Kith, account: AccountId, child: PersonId) -> Result<StepsLine, Error> {
    let found = kith.read(console(0), move |cx| Ok(cx.tx.find_account(account)?)).wait();
    let viewer = found.expect("read").expect("an account").viewer(that_morning());
    let actor = Actor::Account(Arc::new(viewer));
    let edge = Edge { now: that_morning(), seed: [9; 32], actor };
    kith.read(edge, move |cx| Ok(read_steps(cx, child)?.page)).wait()
}

#[test]
fn a_worker_reads_the_line_with_its_words_its_notes_and_its_dates() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let World { kayleigh, tyler, joel, .. } = world(&kith);
        let told = line(&kith, joel, kayleigh).expect("Joel may");
        assert_eq!(told.days[0].mark(), Some("School writes"), "{}", store.database);
        let standing: Vec<_> = told.stretches.iter().map(|one| one.standing).collect();
        let help = Some(Standing::FamilyHelp);
        assert_eq!(standing, [help, Some(Standing::Protection), help]);
        let ruler = |key| told.rulers.iter().find(|one| one.limit.key == key);
        let conference = ruler(LimitKey::FirstConference).and_then(|one| one.done);
        assert_eq!(conference.map(|done| done.counted), Some(Counted::WorkingDay(7)));
        let review = ruler(LimitKey::FirstReview).and_then(|one| one.done).expect("held");
        assert_eq!((review.counted, review.on_purpose), (Counted::Later(26), true));
        let written = told.days.iter().flat_map(|day| &day.steps).flat_map(|s| &s.written_in);
        let kinds: Vec<Kind> = written.map(|linked| linked.kind).collect();
        assert_eq!(kinds, [Kind::Decision], "{}", store.database);
        assert_eq!(told.leads[0].who.as_ref().map(|who| who.name.as_str()), Some("Joel Whitby"));
        assert_eq!(told.nobody_leads_since, Some(date(2026, 11, 12)));
        let also: Vec<_> = told.also_on.iter().map(|who| (who.id, who.called.as_str())).collect();
        assert_eq!(also, [(tyler, "Tyler")], "{}", store.database);
    }
}

#[test]
fn a_data_officer_sees_days_and_no_words_and_an_administrator_sees_nothing() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let World { kayleigh, data, admin, .. } = world(&kith);
        let told = line(&kith, data, kayleigh).expect("steps are theirs");
        assert!(!told.in_words && !told.days.is_empty(), "{}", store.database);
        let steps = || told.days.iter().flat_map(|day| &day.steps);
        assert!(steps().all(|step| step.says.is_none() && step.written_in.is_empty()));
        let hidden = line(&kith, admin, kayleigh);
        assert!(matches!(hidden, Err(Error::NotFound)), "{}", store.database);
    }
}

#[test]
fn a_sealed_step_stands_on_the_line_of_nobody_else() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let World { kayleigh, data, .. } = world(&kith);
        let before = line(&kith, data, kayleigh).expect("read").days.len();
        kith.write(console(3), vec![kayleigh], move |cx| {
            let id = cx.id();
            let payload = Payload::Step(Step::bare(What::Decision));
            let on = Happened::on(date(2026, 9, 1));
            let mut new = NewEntry::first(id, vec![kayleigh], on, payload);
            new.audience = Audience { sealed: true, ..Audience::default() };
            cx.record(new)
        })
        .wait()
        .expect("written");
        let after = line(&kith, data, kayleigh).expect("read").days.len();
        assert_eq!(before, after, "{}", store.database);
    }
}

#[test]
fn imported_steps_are_squares_named_after_their_file() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let World { data, .. } = world(&kith);
        let lea = Lea::new(201).expect("a code");
        let census = Census { children: 3, seed: 7, year: CollectionYear::Y2026, lea };
        let mut bytes = Vec::new();
        census.write(&mut bytes).expect("memory");
        import::file_census(&kith, console(4), &*bytes).expect("filed");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let id = text.split("<LAchildID>").nth(1).and_then(|rest| rest.split('<').next());
        let id = id.expect("a child").to_owned();
        let ama = kith.read(console(0), move |cx| {
            Ok(cx.tx.find_known_by(Authority::WEXCOMBE, Scheme::LaChildId, &id)?)
        });
        let ama = ama.wait().expect("read").expect("there");
        let told = line(&kith, data, ama).expect("steps are theirs");
        assert!(!told.days.is_empty(), "{}", store.database);
        for day in &told.days {
            let read_on = date(2026, 11, 24);
            let name = Some("CIN census 2026".to_owned());
            assert_eq!(day.origin, Origin::Elsewhere { name, read_on }, "{}", store.database);
        }
    }
}

#[test]
fn idris_and_kayleigh_of_wexcombe_have_the_lines_their_files_tell() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let seeded = town::seed::seed(&kith, [3; 32]).expect("seeded");
        let account = |who: &str| seeded.accounts[&format!("{who}@wexcombe.example")];
        let first_of = |family: &str| seeded.children[family][0];

        let told = line(&kith, account("worker"), first_of("A")).expect("Anita may");
        assert_eq!(told.days[0].mark(), Some("Hospital rings"), "{}", store.database);
        let standing: Vec<_> = told.stretches.iter().map(|one| one.standing).collect();
        assert_eq!(standing, [Some(Standing::FamilyHelp), Some(Standing::Protection)]);
        let ruler = |key| told.rulers.iter().find(|one| one.limit.key == key);
        let held = ruler(LimitKey::FirstConference).and_then(|one| one.done);
        assert_eq!(held.map(|done| done.counted), Some(Counted::WorkingDay(11)));
        let signed_by = ruler(LimitKey::AssessmentSigned).map(|one| one.by);
        assert_eq!(signed_by, Some(date(2026, 11, 30)), "{}", store.database);
        let steps = told.days.iter().flat_map(|day| &day.steps);
        assert!(steps.flat_map(|step| &step.written_in).count() >= 4, "{}", store.database);

        let told = line(&kith, account("joel"), first_of("B")).expect("Joel may");
        assert!(told.days.iter().any(|day| !day.origin.is_here()), "{}", store.database);
        let review = told.rulers.iter().find(|one| one.limit.key == LimitKey::FirstReview);
        let done = review.and_then(|one| one.done).expect("held");
        assert_eq!((done.counted, done.on_purpose), (Counted::Later(26), true));
        assert_eq!(told.nobody_leads_since, Some(date(2026, 11, 12)), "{}", store.database);
    }
}
