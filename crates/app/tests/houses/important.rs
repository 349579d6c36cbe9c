//! Something important that a child said: the words are the child's, what is round them is the
//! worker's.

use crate::family::{World, first};
use crate::written::tylers;
use app::account::{NewAccount, make_account, make_team};
use app::my_work::show;
use domain::account::Role;
use domain::id::AccountId;
use domain::id::EntryId;
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::Payload;
use domain::my_work::Waiting;
use domain::team::Team;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use serde_json::{Value, json};
use town::stores::{console, empty_stores};
use ui::entry::Label;

/// As the tablet writes it; "Not yet" is what it writes where nothing was typed.
fn said(rang: &str) -> Value {
    json!({"kind": "important_said", "words": "he frew the plate", "before": "And then?",
        "who_near": "nobody", "seen": "He looked at the door.", "now": true, "rang": rang,
        "by": "worker"})
}

/// The first important thing of a sitting.
fn important_of(world: &World, root: EntryId) -> EntryId {
    let read = move |cx: &mut app::cx::Read<'_>| Ok(cx.tx.find_newest(root)?);
    let entry = world.kith.read(console(0), read).wait().expect("read").expect("an entry");
    let Some(Payload::HousesSession(session)) = entry.payload else { panic!("a sitting") };
    session.important[0]
}

#[test]
fn only_the_childs_exact_words_are_the_childs() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.file(world.people.tyler, &tylers(world.people.donna, &[said("Not yet")]));
        let important = important_of(&world, root);
        let read = move |cx: &mut app::cx::Read<'_>| app::entry::read(cx, important);
        let page = world.kith.read(world.edge(world.people.joel), read).wait().expect("the entry");
        let parts = page.page.page.versions[0].parts.clone();
        let told: Vec<_> = parts.iter().map(|part| (part.label, part.words.as_str())).collect();
        assert_eq!(
            told,
            [
                (Label::Words, "he frew the plate"),
                (Label::AskedBefore, "And then?"),
                (Label::WhoNear, "nobody"),
                (Label::WasSeen, "He looked at the door."),
                (Label::DangerNow, "Yes"),
                (Label::WhoRung, "Not yet"),
            ]
        );
    }
}

/// The day after the sitting, in the morning.
fn next_day(days: i64) -> Timestamp {
    let at: Timestamp = "2026-03-27T08:00:00Z".parse().expect("a moment");
    at + jiff::SignedDuration::from_hours(24 * days)
}

/// What *My work* says then of something important: whom, which entry, of which day.
fn waits(world: &World, who: AccountId, at: Timestamp) -> Vec<(String, EntryId, Date)> {
    let edge = world.edge_at(who, at);
    let work = world.kith.read(edge, show).wait().expect("their own").page.work;
    let told = work.waiting.into_iter().filter_map(|one| match one {
        Waiting::Important { called, entry, on } => Some((called, entry, on)),
        _ => None,
    });
    told.collect()
}

/// The entries that the child's front page leads to then.
fn on_the_front_page(world: &World, who: AccountId, at: Timestamp) -> Vec<(EntryId, Date)> {
    let child = world.people.tyler;
    let read = move |cx: &mut app::cx::Read<'_>| app::front_page::read(cx, child);
    let page = world.kith.read(world.edge_at(who, at), read).wait().expect("the front page").page;
    page.important.iter().map(|said| (said.entry, said.on)).collect()
}

#[test]
fn the_worker_is_told_until_somebody_wrote_whom_they_rang_and_the_front_page_for_a_fortnight() {
    for (rang, open) in [("Not yet", true), ("", true), ("Sam Okoro at 4.10 pm", false)] {
        for store in empty_stores().expect("stores") {
            let world = World::new(&store);
            let (tyler, joel) = (world.people.tyler, world.people.joel);
            let root = world.file(tyler, &tylers(world.people.donna, &[said(rang)]));
            let (entry, on) = (important_of(&world, root), date(2026, 3, 26));
            let told = waits(&world, joel, next_day(0));
            let expected = vec![("Tyler".to_owned(), entry, on)];
            assert_eq!(told, if open { expected } else { vec![] }, "{rang}");
            assert_eq!(waits(&world, world.people.dara, next_day(0)), [], "no child of hers");
            assert_eq!(on_the_front_page(&world, joel, next_day(0)), [(entry, on)]);
            assert_eq!(waits(&world, joel, next_day(14)), []);
            assert_eq!(on_the_front_page(&world, joel, next_day(14)), []);
        }
    }
}

#[test]
fn whoever_answers_for_the_team_that_leads_is_told_too_and_no_other_team() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let tyler = world.people.tyler;
        let made = world.kith.write(console(5), vec![], move |cx| {
            let mut manager_of = |name: &str, email: &str| {
                let team = Team { name: name.into(), duty_phone: None, closed_on: None };
                let team = make_team(cx, team)?;
                let new = NewAccount {
                    name: "Ruth Sear".into(),
                    job: "team manager".into(),
                    email: email.into(),
                    roles: vec![Role::Supervisor],
                    teams: vec![team],
                    organisation: None,
                };
                let (_, account) = make_account(cx, &new)?;
                app::error::Result::Ok((team, account))
            };
            let (team, own) = manager_of("Riverside", "ruth@wexcombe.example")?;
            let (_, other) = manager_of("Hill", "hill@wexcombe.example")?;
            let (who, from) = (Involved::Team(team), date(2026, 2, 27));
            let role = Part::Lead;
            let part = Involvement { child: tyler, who, role, title: None, from, until: None };
            first(cx, vec![tyler], part);
            Ok((own, other))
        });
        let (own, other) = made.wait().expect("written");
        let root = world.file(tyler, &tylers(world.people.donna, &[said("Not yet")]));
        let expected = vec![("Tyler".to_owned(), important_of(&world, root), date(2026, 3, 26))];
        assert_eq!(waits(&world, own, next_day(0)), expected, "{}", store.database);
        assert_eq!(waits(&world, other, next_day(0)), []);
    }
}
