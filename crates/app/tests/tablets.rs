//! Tablets: what they are told, and how many there may be, on both databases.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

use app::account::{NewAccount, make_account};
use app::cx::Write;
use app::edge::{Actor, Edge};
use app::error::Error;
use app::kith::{Answer, Kith};
use app::tablet::{ByTablet, Enrolled, enrol, expect, take_along};
use domain::account::Role;
use domain::child_answer::ChildAnswer;
use domain::entry::NewEntry;
use domain::houses_session::Ending;
use domain::id::{AccountId, Authority, EntryId, PersonId};
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::Payload;
use domain::name::{Name, Usage};
use domain::person::Person;
use domain::restriction::{Because, Restriction, Whom};
use domain::tablet::{ALONG_MAX, TABLETS_MAX, VisitOn};
use domain::time::Happened;
use jiff::civil::{Date, date};
use std::sync::Arc;
use town::sitting::sitting;
use town::stores::{console, empty_stores, that_morning};

/// Joel, and the children he works with.
struct World {
    joel: AccountId,
    joels: PersonId,
    children: Vec<PersonId>,
}

fn first(cx: &mut Write<'_, '_>, about: Vec<PersonId>, payload: impl Into<Payload>) -> EntryId {
    let (id, on) = (cx.id(), Happened::on(date(2026, 2, 27)));
    cx.record(NewEntry::first(id, about, on, payload.into())).expect("written")
}

fn child(cx: &mut Write<'_, '_>, n: usize, lead: PersonId) -> PersonId {
    let person = PersonId::first_written_in(first(cx, vec![], Person::default()));
    let (known_as, usage, full) = (None, Usage::Usual, format!("Child {n}"));
    first(cx, vec![person], Name { person, full, known_as, usage, from: None, until: None });
    let (who, from) = (Involved::Person(lead), date(2026, 2, 27));
    let (role, until) = (Part::Lead, None);
    first(cx, vec![person], Involvement { child: person, who, role, title: None, from, until });
    person
}

fn world(kith: &Kith) -> World {
    let made = kith.write(console(2), vec![], |cx| {
        cx.keep_authority(Authority::WEXCOMBE)?;
        let new = NewAccount {
            name: "Joel Whitby".into(),
            job: "social worker".into(),
            email: "joel@wexcombe.example".into(),
            roles: vec![Role::Practitioner],
            teams: vec![],
            organisation: None,
        };
        let (joels, joel) = make_account(cx, &new)?;
        let children = (0..ALONG_MAX + 5).map(|n| child(cx, n, joels)).collect();
        Ok(World { joel, joels, children })
    });
    made.wait().expect("written")
}

fn edge(kith: &Kith, account: AccountId, n: u8) -> Edge {
    let found = kith.read(console(0), move |cx| Ok(cx.tx.find_account(account)?)).wait();
    let viewer = found.expect("read").expect("an account").viewer(that_morning());
    Edge { now: that_morning(), seed: [n; 32], actor: Actor::Account(Arc::new(viewer)) }
}

fn set_up(kith: &Kith, world: &World) -> Enrolled {
    let code = kith.write(edge(kith, world.joel, 10), vec![], |cx| expect(cx, "the blue one"));
    let code = code.wait().expect("a code").in_groups();
    kith.write(console(11), vec![], move |cx| enrol(cx, &code, true)).wait().expect("set up")
}

/// How many of these, all asked at the same moment, were done; the others were refused in words.
fn done<T>(asked: Vec<Answer<T>>) -> usize {
    let answers = asked.into_iter().map(Answer::wait);
    let done = answers.filter(|answer| match answer {
        Ok(_) => true,
        Err(Error::Refused(_)) => false,
        Err(why) => panic!("{why}"),
    });
    done.count()
}

#[test]
fn as_many_tablets_and_children_along_as_there_may_be_however_many_are_asked_for_at_once() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let world = world(&kith);
        let tablet = set_up(&kith, &world);
        let asked = (20..60)
            .map(|n| kith.write(edge(&kith, world.joel, n), vec![], |cx| expect(cx, "another")));
        let asked: Vec<_> = asked.collect();
        assert_eq!(done(asked) + 1, TABLETS_MAX, "{}", store.database);
        let id = tablet.id;
        let asked = world.children.iter().zip(100..).map(|(child, n)| {
            let child = *child;
            let edge = edge(&kith, world.joel, n);
            kith.write(edge, vec![child], move |cx| take_along(cx, id, (child, VisitOn::Today)))
        });
        let asked: Vec<_> = asked.collect();
        assert_eq!(done(asked), ALONG_MAX, "{}", store.database);
    }
}

#[test]
fn a_tablet_is_told_of_an_answer_where_its_worker_may_read_it() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let world = world(&kith);
        let tablet = set_up(&kith, &world);
        let (tyler, lola, joels) = (world.children[0], world.children[1], world.joels);
        let sat = kith.write(console(30), vec![], move |cx| {
            let sat = first(cx, vec![tyler], sitting(tyler, Ending::ReadBack));
            let whom = Whom::ShutOut(vec![joels]);
            let (because, from) = (Because::Relative, date(2026, 2, 27));
            let shut = Restriction { child: lola, whom, because, words: None, from, until: None };
            first(cx, vec![lola], shut);
            Ok(sat)
        });
        let sat = sat.wait().expect("written");
        let id = tablet.id;
        let taken = kith.write(edge(&kith, world.joel, 31), vec![], move |cx| {
            take_along(cx, id, (tyler, VisitOn::Today))
        });
        taken.wait().expect("along");
        let token = tablet.packs_token.expect("a token").digest();
        let answered = |n: u8| -> Option<Date> {
            let by = ByTablet { token, now: that_morning(), seed: [n; 32] };
            let told = awaited(kith.tell_tablet(by)).expect("told");
            told.along[0].before[0].answered
        };
        let answer = |about: Vec<PersonId>, n: u8| {
            let payload = ChildAnswer {
                child: tyler,
                to: sat,
                words: "We did.".into(),
                nothing_changed: None,
            };
            let write = move |cx: &mut Write<'_, '_>| Ok(first(cx, about.clone(), payload.clone()));
            kith.write(console(n), vec![], write).wait().expect("written")
        };
        answer(vec![tyler, lola], 40);
        assert_eq!(
            answered(50),
            None,
            "{}: what he may not read he is not told of",
            store.database
        );
        answer(vec![tyler], 41);
        assert_eq!(answered(51), Some(date(2026, 2, 27)), "{}", store.database);
    }
}

#[test]
fn a_tablet_is_told_of_times_the_child_was_heard_and_of_no_other() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let world = world(&kith);
        let tablet = set_up(&kith, &world);
        let tyler = world.children[0];
        let ended = [Ending::ReadBack, Ending::SaidNo, Ending::NotStarted, Ending::OtherWay];
        let wrote = kith.write(console(30), vec![], move |cx| {
            for ending in ended.into_iter().chain([Ending::SaidNo; 13]) {
                first(cx, vec![tyler], sitting(tyler, ending));
            }
            Ok(())
        });
        wrote.wait().expect("written");
        let id = tablet.id;
        let taken = kith.write(edge(&kith, world.joel, 31), vec![], move |cx| {
            take_along(cx, id, (tyler, VisitOn::Today))
        });
        taken.wait().expect("along");
        let token = tablet.packs_token.expect("a token").digest();
        let by = ByTablet { token, now: that_morning(), seed: [50; 32] };
        let told = awaited(kith.tell_tablet(by)).expect("told");
        let before = told.along[0].before.len();
        assert_eq!(before, 1, "{}: nobody waits for an answer to a no", store.database);
    }
}

fn awaited<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("built")
        .block_on(work)
}
