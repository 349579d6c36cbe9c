//! The statutory line, from the journal to the page: on both databases.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

use app::edge::{Actor, Edge};
use app::error::Error;
use app::import;
use app::kith::Kith;
use app::steps::read_steps;
use domain::access::Viewer;
use domain::id::{AccountId, PersonId};
use domain::known_by::Scheme;
use domain::step::Standing;
use domain::steps_line::{Counted, LimitKey, Origin, StepsLine};
use jiff::civil::date;
use std::sync::Arc;
use town::census::{Census, CollectionYear, Lea};
use town::seed::{Seeded, seed};
use town::stores::{console, empty_stores, that_morning};

fn viewer(kith: &Kith, account: AccountId) -> Viewer {
    let found = kith.read(console(0), move |cx| Ok(cx.tx.find_account(account)?)).wait();
    found.expect("read").expect("an account").viewer(that_morning())
}

fn line(kith: &Kith, account: AccountId, child: PersonId) -> Result<StepsLine, Error> {
    let actor = Actor::Account(Arc::new(viewer(kith, account)));
    let edge = Edge { now: that_morning(), seed: [9; 32], actor };
    kith.read(edge, move |cx| Ok(read_steps(cx, child)?.page)).wait()
}

fn account(seeded: &Seeded, who: &str) -> AccountId {
    *seeded.accounts.get(&format!("{who}@wexcombe.example")).expect("an account")
}

fn child(seeded: &Seeded, id: &str) -> PersonId {
    let found = seeded.people.iter().find(|(who, _)| who.to_string() == id);
    *found.expect("a child of Wexcombe").1
}

#[test]
fn idris_and_kayleigh_have_the_lines_their_files_tell() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let seeded = seed(&kith, [3; 32]).expect("seeded");
        let says = |text: &str| format!("{}: {text}", store.database);

        let idris = child(&seeded, "A1");
        let told = line(&kith, account(&seeded, "worker"), idris).expect("Anita may");
        assert_eq!(told.days[0].mark(), Some("Hospital rings"), "{}", says("first"));
        let standing: Vec<_> = told.stretches.iter().map(|one| one.standing).collect();
        assert_eq!(standing, [Some(Standing::FamilyHelp), Some(Standing::Protection)]);
        let conference = told.rulers.iter().find(|one| one.limit.key == LimitKey::FirstConference);
        let done = conference.and_then(|ruler| ruler.done).expect("held");
        assert_eq!(done.counted, Counted::WorkingDay(11), "{}", says("conference"));
        let assessment = told.rulers.iter().find(|one| one.limit.key == LimitKey::AssessmentSigned);
        assert_eq!(assessment.map(|ruler| ruler.by), Some(date(2026, 11, 30)));
        assert_eq!(told.nobody_leads_since, None);
        let written = told.days.iter().flat_map(|day| &day.steps).flat_map(|s| &s.written_in);
        assert!(written.count() >= 4, "{}", says("its notes and decisions are found"));

        let kayleigh = child(&seeded, "B1");
        let told = line(&kith, account(&seeded, "joel"), kayleigh).expect("Joel may");
        let elsewhere = told.days.iter().find(|day| !day.origin.is_here()).expect("a square");
        assert!(matches!(&elsewhere.origin, Origin::Elsewhere { name: Some(_), .. }));
        let review = told.rulers.iter().find(|one| one.limit.key == LimitKey::FirstReview);
        let done = review.and_then(|ruler| ruler.done).expect("held");
        assert_eq!((done.counted, done.on_purpose), (Counted::Later(26), true));
        assert_eq!(told.nobody_leads_since, Some(date(2026, 11, 12)));
        let also: Vec<_> = told.also_on.iter().map(|who| who.called.as_str()).collect();
        assert_eq!(also, ["Tyler", "Lola"], "{}", says("the same steps"));
    }
}

#[test]
fn a_data_officer_sees_days_and_no_words_and_an_administrator_sees_nothing() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let seeded = seed(&kith, [3; 32]).expect("seeded");
        let idris = child(&seeded, "A1");
        let told = line(&kith, account(&seeded, "data"), idris).expect("steps are theirs");
        assert!(!told.in_words && !told.days.is_empty(), "{}", store.database);
        let steps = || told.days.iter().flat_map(|day| &day.steps);
        assert!(steps().all(|step| step.says.is_none() && step.written_in.is_empty()));
        let hidden = line(&kith, account(&seeded, "admin"), idris);
        assert!(matches!(hidden, Err(Error::NotFound)), "{}", store.database);
    }
}

#[test]
fn imported_steps_are_squares_named_after_their_file() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let seeded = seed(&kith, [3; 32]).expect("seeded");
        let lea = Lea::new(201).expect("a code");
        let census = Census { children: 3, seed: 7, year: CollectionYear::Y2026, lea };
        let mut bytes = Vec::new();
        census.write(&mut bytes).expect("memory");
        import::file_census(&kith, console(4), &*bytes).expect("filed");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let id = text.split("<LAchildID>").nth(1).and_then(|rest| rest.split('<').next());
        let id = id.expect("a child").to_owned();
        let authority = kith.authority().expect("an authority");
        let ama = kith
            .read(console(0), move |cx| {
                Ok(cx.tx.find_known_by(authority, Scheme::LaChildId, &id)?)
            })
            .wait()
            .expect("read")
            .expect("there");
        let told = line(&kith, account(&seeded, "data"), ama).expect("steps are theirs");
        assert!(!told.days.is_empty(), "{}", store.database);
        for day in &told.days {
            let Origin::Elsewhere { name, read_on } = &day.origin else {
                panic!("{}: written here", store.database)
            };
            assert_eq!(name.as_deref(), Some("CIN census 2026"));
            assert_eq!(*read_on, date(2026, 11, 24));
        }
    }
}
