//! How long the page of figures takes: `listening_speed FOLDER` writes ten thousand children of
//! twelve teams into an empty store, each with a few sittings, and prints one JSON line for what
//! whoever leads the service waits for, and one for whoever answers for a team.

use app::account::{NewAccount, make_account, make_team};
use app::cx::Write;
use app::edge::{Actor, Edge};
use app::error::Result;
use app::kith::{Kith, Open, Pace, Place};
use app::listening::show;
use domain::account::Role;
use domain::entry::NewEntry;
use domain::houses_session::{Ending, HousesSession};
use domain::id::{AccountId, Authority, EntryId, PersonId, TeamId};
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::Payload;
use domain::listening::period::Asked;
use domain::person::{Born, Person};
use domain::team::Team;
use domain::time::Happened;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};
use town::sitting::sitting;
use town::stores::{console, that_morning};

const CHILDREN: u16 = 10_000;
const TEAMS: u16 = 12;
/// Children written in one transaction.
const AT_ONCE: u16 = 500;
const TIMES: usize = 15;

fn main() -> std::result::Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("listening_speed FOLDER")?;
    let kith = Kith::open(&Open {
        place: Place::Folder(folder.into()),
        readers: 1,
        writers: 1,
        pace: Pace::ALONE,
        now: that_morning(),
        seed: [7; 32],
    })?;
    let (teams, leader, manager) = kith.write(console(2), vec![], staff).wait()?;
    for from in (0..CHILDREN).step_by(usize::from(AT_ONCE)) {
        let teams = teams.clone();
        let edge = Edge { seed: seed(from), ..console(3) };
        let some = move |cx: &mut Write<'_, '_>| {
            (from..from + AT_ONCE).try_for_each(|nth| child(cx, nth, &teams))
        };
        kith.write(edge, vec![], some).wait()?;
    }
    for (figure, who) in [("listening_leader", leader), ("listening_manager", manager)] {
        let took = median(&kith, who)?.as_secs_f64() * 1000.0;
        println!("{}", serde_json::json!({ "figure": figure, "value": took, "unit": "ms" }));
    }
    Ok(())
}

fn seed(nth: u16) -> [u8; 32] {
    let [high, low] = nth.to_be_bytes();
    let mut seed = [5; 32];
    [seed[0], seed[1]] = [high, low];
    seed
}

fn staff(cx: &mut Write<'_, '_>) -> Result<(Vec<TeamId>, AccountId, AccountId)> {
    cx.keep_authority(Authority::WEXCOMBE)?;
    let mut teams = Vec::new();
    for n in 0..TEAMS {
        let team = Team { name: format!("Team {n}"), duty_phone: None, closed_on: None };
        teams.push(make_team(cx, team)?);
    }
    let mut account = |name: &str, role, teams: Vec<TeamId>| {
        let (name, email) = (name.to_owned(), format!("{name}@wexcombe.example"));
        let job = "works here".to_owned();
        let new = NewAccount { name, job, email, roles: vec![role], teams, organisation: None };
        make_account(cx, &new).map(|(_, account)| account)
    };
    let leader = account("leader", Role::Leader, vec![])?;
    let first = teams.first().copied().into_iter().collect();
    let manager = account("manager", Role::Supervisor, first)?;
    Ok((teams, leader, manager))
}

fn first(
    cx: &mut Write<'_, '_>,
    about: Option<PersonId>,
    on: Date,
    payload: impl Into<Payload>,
) -> Result<EntryId> {
    let id = cx.id();
    let about = about.into_iter().collect();
    cx.record(NewEntry::first(id, about, Happened::on(on), payload.into()))
}

/// A child of a team, and two sittings of the year.
fn child(cx: &mut Write<'_, '_>, nth: u16, teams: &[TeamId]) -> Result<()> {
    let began = date(2024, 1, 8);
    let years = i64::from(nth % 17);
    let born = Some(Born::On(date(2026, 6, 1).saturating_sub(years.years())));
    let person = Person { born, ..Person::default() };
    let child = PersonId::first_written_in(first(cx, None, began, person)?);
    let Some(team) = teams.get(usize::from(nth % TEAMS)) else { return Ok(()) };
    let who = Involved::Team(*team);
    let (role, title, until) = (Part::Lead, None, None);
    first(cx, Some(child), began, Involvement { child, who, role, title, from: began, until })?;
    for turn in 0..2_i64 {
        let on = date(2026, 11, 1).saturating_sub((i64::from(nth % 170) + 170 * turn).days());
        let ending = Ending::ALL.get(usize::from(nth) % Ending::ALL.len());
        let sat = sitting(child, *ending.unwrap_or(&Ending::ReadBack));
        let path = vec!["K04".into()];
        first(cx, Some(child), on, HousesSession { path, ..sat })?;
    }
    Ok(())
}

fn median(kith: &Kith, who: AccountId) -> Result<Duration> {
    let mut took = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let begun = Instant::now();
        let read = kith.read(console(4), move |cx| {
            let known = cx.tx.find_account(who)?.ok_or(app::error::Error::NobodyAsks)?;
            cx.edge.actor = Actor::Account(Arc::new(known.viewer(that_morning())));
            show(cx, Asked::TwelveMonths)
        });
        read.wait()?;
        took.push(begun.elapsed());
    }
    took.sort();
    Ok(took.get(TIMES / 2).copied().unwrap_or_default())
}
