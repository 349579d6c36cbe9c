//! Sittings as they are counted, from the journal, on both databases.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::{Scribe, Shelf, shelves};
use domain::child_answer::ChildAnswer;
use domain::entry::{Link, Relation};
use domain::houses_session::{Ending, HousesSession};
use domain::id::{Authority, EntryId, PersonId, TeamId};
use domain::involvement::{Involved, Involvement, Role};
use domain::kind::{Kind, Payload};
use domain::listening::figures::{OpenChild, Sitting};
use domain::listening::period::{Asked, Period};
use domain::listening::{Became, StoodInTheWay};
use domain::next_step::{Doing, NextStep};
use domain::person::{Born, Person};
use domain::restriction::{Because, Restriction, Whom};
use domain::shared_back::{SharedBack, Way};
use domain::team::Team;
use domain::withdrawal::{Because as TakenBack, Withdrawal};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use store::tx::Tx;
use town::sitting::sitting;

/// A child led by a team from one day until another.
struct Scene {
    scribe: Scribe,
    child: PersonId,
    team: TeamId,
}

const SEPTEMBER: Date = date(2026, 9, 1);

fn now() -> Timestamp {
    "2026-11-26T10:00:00Z".parse().expect("a moment")
}

fn scene() -> Scene {
    let mut scribe = Scribe::from(0x1000);
    let team = Team { name: "Riverside".into(), duty_phone: None, closed_on: None };
    let team = TeamId::first_written_in(scribe.writes(&[], SEPTEMBER, team));
    let born = Some(Born::On(date(2017, 3, 4)));
    let person = Person { born, ..Person::default() };
    let child = PersonId::first_written_in(scribe.writes(&[], SEPTEMBER, person));
    let mut scene = Scene { scribe, child, team };
    scene.led_by(team, SEPTEMBER, None);
    scene
}

impl Scene {
    fn led_by(&mut self, team: TeamId, from: Date, until: Option<Date>) {
        let (child, who) = (self.child, Involved::Team(team));
        let part = Involvement { child, who, role: Role::Lead, title: None, from, until };
        self.scribe.writes(&[child], from, part);
    }

    fn sits(&mut self, on: Date, ending: Ending, path: &[&str]) -> EntryId {
        let path = path.iter().map(|node| (*node).to_owned()).collect();
        let sat = HousesSession { path, ..sitting(self.child, ending) };
        self.scribe.writes(&[self.child], on, sat)
    }

    fn answers(&mut self, to: EntryId, on: Date) -> EntryId {
        let (child, words) = (self.child, "The van is fixed.".into());
        let answer = ChildAnswer { child, to, words, nothing_changed: None };
        self.scribe.writes(&[child], on, answer)
    }
}

fn sittings(shelf: &Shelf) -> Vec<Sitting> {
    shelf.read(|tx| {
        let period = Period::of(Asked::ThreeMonths, date(2026, 11, 26)).expect("months");
        tx.list_sittings(Authority::WEXCOMBE, period, now()).expect("read")
    })
}

fn open(shelf: &Shelf) -> Vec<OpenChild> {
    shelf
        .read(|tx: &mut Tx| tx.list_open_to_teams(Authority::WEXCOMBE, now(), now()).expect("read"))
}

#[test]
fn a_sitting_counts_for_the_team_that_led_on_that_day() {
    for shelf in shelves() {
        let mut scene = scene();
        let riverside = scene.team;
        scene.sits(date(2026, 10, 5), Ending::ReadBack, &["K04"]);
        scene.sits(date(2026, 10, 20), Ending::StoppedByChild, &["K01", "E90"]);
        scene.sits(date(2026, 10, 21), Ending::NotStarted, &["B03", "X02", "F40"]);
        scene.sits(date(2026, 10, 22), Ending::SaidNo, &["B02a", "X05", "F60"]);
        scene.sits(date(2026, 11, 2), Ending::ReadBack, &["K04"]);
        shelf.append(&mut scene.scribe);
        let all = sittings(&shelf);
        let became: Vec<_> = all.iter().map(|sitting| sitting.became).collect();
        let expected = [Became::ToItsEnd, Became::NotToday, Became::NotStarted, Became::SaidNo];
        assert_eq!(became, expected, "{}: November is no month that has ended", shelf.database);
        assert_eq!(all[2].stood, Some(StoodInTheWay::Agreement));
        assert_eq!((all[3].stood, all[3].answer_by), (None, None), "it was the child's choice");
        assert!(all.iter().all(|sitting| sitting.team == Some(riverside)));
        assert_eq!(open(&shelf)[0].heard_on, Some(date(2026, 11, 2)), "{}", shelf.database);
    }
}

#[test]
fn a_child_is_of_the_team_that_leads_now_and_their_sitting_of_the_one_that_led_then() {
    for shelf in shelves() {
        let mut scene = scene();
        let team = Team { name: "Hillside".into(), duty_phone: None, closed_on: None };
        let hillside = TeamId::first_written_in(scene.scribe.writes(&[], SEPTEMBER, team));
        let part = scene.scribe.written[2].0.clone();
        let Payload::Involvement(led) = &part.payload else { panic!("who leads") };
        let ended = Involvement { until: Some(date(2026, 10, 10)), ..led.clone() };
        scene.scribe.replaces(&part, ended);
        scene.led_by(hillside, date(2026, 10, 11), None);
        scene.sits(date(2026, 10, 9), Ending::ReadBack, &["K04"]);
        shelf.append(&mut scene.scribe);
        assert_eq!(sittings(&shelf)[0].team, Some(scene.team), "{}", shelf.database);
        let open = open(&shelf);
        let teams: Vec<_> = open.iter().map(|child| child.team).collect();
        assert_eq!(teams, [Some(hillside)], "{}: and once", shelf.database);
        assert_eq!(open[0].born, Some(date(2017, 3, 4)));
    }
}

#[test]
fn the_first_answer_counts_and_one_that_is_taken_back_does_not() {
    for shelf in shelves() {
        let mut scene = scene();
        let sitting = scene.sits(date(2026, 10, 5), Ending::ReadBack, &["K04"]);
        scene.answers(sitting, date(2026, 10, 9));
        let wrong = scene.scribe.last().clone();
        scene.answers(sitting, date(2026, 10, 16));
        shelf.append(&mut scene.scribe);
        let first = sittings(&shelf).remove(0);
        assert_eq!(first.answered_on, Some(date(2026, 10, 9)), "{}", shelf.database);
        assert_eq!(first.answer_by, Some(date(2026, 10, 19)), "ten working days");
        let of = Kind::ChildAnswer;
        scene
            .scribe
            .replaces(&wrong, Withdrawal { of, because: TakenBack::Mistake("Twice.".into()) });
        shelf.append(&mut scene.scribe);
        assert_eq!(sittings(&shelf)[0].answered_on, Some(date(2026, 10, 16)));
    }
}

#[test]
fn a_sitting_is_in_the_plan_where_it_names_something_or_a_step_names_it() {
    for shelf in shelves() {
        let mut scene = scene();
        let named = scene.sits(date(2026, 10, 5), Ending::ReadBack, &["K04"]);
        scene.sits(date(2026, 10, 6), Ending::ReadBack, &["K04"]);
        let to = EntryId::from_bytes([9; 16]);
        scene.scribe.last().links = vec![Link { how: Relation::SpeaksTo, to }];
        scene.sits(date(2026, 10, 7), Ending::ReadBack, &["K04"]);
        let text = "Ask Pete to ring before he comes".into();
        let step = NextStep { text, doing: Doing::default(), entries: vec![named] };
        scene.scribe.writes(&[scene.child], date(2026, 10, 8), step);
        shelf.append(&mut scene.scribe);
        let linked: Vec<_> = sittings(&shelf).iter().map(|sitting| sitting.linked).collect();
        assert_eq!(linked, [true, true, false], "{}", shelf.database);
    }
}

#[test]
fn what_was_brought_back_to_the_family_counts_from_the_day_it_was_gone_through() {
    for shelf in shelves() {
        let mut scene = scene();
        let of = scene.sits(date(2026, 10, 5), Ending::ReadBack, &["K04"]);
        let made = SharedBack {
            child: scene.child,
            of,
            with: PersonId::from_bytes([8; 16]),
            way: Way::Paper,
            pages: vec![],
            child_says: None,
            safe_because: "She asked him for it herself.".into(),
            together: "At the kitchen table.".into(),
            until: None,
            shown_on: None,
        };
        scene.scribe.writes(&[scene.child], date(2026, 10, 8), made.clone());
        let entry = scene.scribe.last().clone();
        shelf.append(&mut scene.scribe);
        let told = |shelf: &Shelf| {
            let one = sittings(shelf).remove(0);
            (one.on, one.made_for_family, one.gone_through_on)
        };
        let on = date(2026, 10, 5);
        assert_eq!(told(&shelf), (on, true, None), "{}", shelf.database);
        let day = Some(date(2026, 10, 12));
        scene.scribe.replaces(&entry, SharedBack { shown_on: day, ..made });
        shelf.append(&mut scene.scribe);
        assert_eq!(told(&shelf), (on, true, day), "{}", shelf.database);
    }
}

#[test]
fn a_file_for_named_people_alone_is_in_no_figure() {
    for shelf in shelves() {
        let mut scene = scene();
        let child = scene.child;
        scene.sits(date(2026, 10, 5), Ending::ReadBack, &["K04"]);
        shelf.append(&mut scene.scribe);
        assert_eq!((sittings(&shelf).len(), open(&shelf).len()), (1, 1), "{}", shelf.database);
        let whom = Whom::Only(vec![]);
        let (because, from) = (Because::ALL[0], date(2026, 11, 1));
        let restriction = Restriction { child, whom, because, words: None, from, until: None };
        scene.scribe.writes(&[child], from, restriction);
        shelf.append(&mut scene.scribe);
        assert_eq!((sittings(&shelf).len(), open(&shelf).len()), (0, 0), "{}", shelf.database);
    }
}
