//! Small worlds made by chance: a few teams, accounts and children, and what was written about
//! them.

use app::account::{NewAccount, make_account, make_team};
use app::cx::Write;
use app::kith::Kith;
use domain::access::{FileAccess, Holder, Reach, Span, Viewer, Way, leads};
use domain::access_grant::{AccessGrant, Way as GrantWay};
use domain::account::Role;
use domain::entry::NewEntry;
use domain::hours::Hours;
use domain::id::{AccountId, Authority, EntryId, PersonId, TeamId};
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::{Kind, Payload};
use domain::person::Person;
use domain::restriction::{Because, Restriction, Whom};
use domain::team::Team;
use domain::time::Happened;
use domain::withdrawal::{Because as TakenBack, Withdrawal};
use jiff::civil::{Date, date, time};
use jiff::{SignedDuration, Timestamp};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering};
use town::stores::{console, that_morning};

const TEAMS: usize = 3;
const ACCOUNTS: usize = 6;
const CHILDREN: usize = 5;
/// Children and the persons of accounts, in that order: whoever a file may be about.
const EVERYONE: usize = CHILDREN + ACCOUNTS;

/// A world, by places in its lists.
#[derive(Debug, Clone)]
pub struct World {
    accounts: Vec<Colleague>,
    /// A child whose file was taken back.
    withdrawn: Option<usize>,
    parts: Vec<Working>,
    restrictions: Vec<Shut>,
    grants: Vec<Opened>,
}

#[derive(Debug, Clone)]
struct Colleague {
    roles: Vec<Role>,
    teams: Vec<usize>,
    /// On call at night and not by day, or the other way about.
    by_night: bool,
    left_on: Option<Date>,
}

#[derive(Debug, Clone)]
struct Working {
    child: usize,
    who: Who,
    role: Part,
    from: Date,
    until: Option<Date>,
}

#[derive(Debug, Clone, Copy)]
enum Who {
    Account(usize),
    Team(usize),
    Nobody,
}

#[derive(Debug, Clone)]
struct Shut {
    child: usize,
    only: bool,
    people: Vec<usize>,
    from: Date,
    until: Option<Date>,
    /// Taken back since.
    lifted: bool,
}

#[derive(Debug, Clone)]
struct Opened {
    child: usize,
    account: usize,
    way: GrantWay,
    /// Hours after the morning.
    from: i64,
    hours: i64,
}

/// What the world is called once it is written.
#[derive(Debug, Clone)]
pub struct Written {
    teams: Vec<TeamId>,
    /// Its accounts.
    pub accounts: Vec<AccountId>,
    persons: Vec<PersonId>,
    children: Vec<PersonId>,
}

impl Written {
    /// Everybody whose file may be asked for: the children, and the colleagues themselves.
    pub fn everyone(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.children.iter().chain(&self.persons).copied()
    }
    fn person(&self, place: usize) -> PersonId {
        self.everyone().nth(place).expect("somebody")
    }
}

/// When it is asked: that morning, that night, and a week later.
pub fn moments() -> [Timestamp; 3] {
    let hours = |n| that_morning() + SignedDuration::from_hours(n);
    [hours(0), hours(12), hours(7 * 24)]
}

/// Any world.
pub fn any() -> impl Strategy<Value = World> {
    let parts = vec(working(), 0..12);
    let accounts = vec(colleague(), ACCOUNTS);
    let withdrawn = option::weighted(0.3, 0..CHILDREN);
    (accounts, withdrawn, parts, vec(shut(), 0..5), vec(opened(), 0..6)).prop_map(
        |(accounts, withdrawn, parts, restrictions, grants)| World {
            accounts,
            withdrawn,
            parts,
            restrictions,
            grants,
        },
    )
}

fn colleague() -> impl Strategy<Value = Colleague> {
    let role = prop::sample::select(Role::ALL.to_vec());
    let teams = prop::sample::subsequence((0..TEAMS).collect::<Vec<_>>(), 0..=2);
    let left = option::weighted(0.15, prop::sample::select(days()));
    (vec(role, 1..3), teams, any_bool(), left)
        .prop_map(|(roles, teams, by_night, left_on)| Colleague { roles, teams, by_night, left_on })
}

fn working() -> impl Strategy<Value = Working> {
    let who = prop_oneof![
        5 => (0..ACCOUNTS).prop_map(Who::Account),
        2 => (0..TEAMS).prop_map(Who::Team),
        1 => Just(Who::Nobody),
    ];
    let role = prop::sample::select(Part::ALL.to_vec());
    (0..EVERYONE, who, role, dates()).prop_map(|(child, who, role, (from, until))| {
        let role = if matches!(who, Who::Nobody) { Part::Waiting } else { role };
        Working { child: child % (CHILDREN + 1), who, role, from, until }
    })
}

fn shut() -> impl Strategy<Value = Shut> {
    let people = vec(CHILDREN..EVERYONE, 0..3);
    (0..CHILDREN, any_bool(), people, dates(), prop::bool::weighted(0.2)).prop_map(
        |(child, only, people, (from, until), lifted)| Shut {
            child,
            only,
            people,
            from,
            until,
            lifted,
        },
    )
}

fn opened() -> impl Strategy<Value = Opened> {
    let way = prop::sample::select(vec![GrantWay::Reason, GrantWay::BreakGlass]);
    (0..CHILDREN, 0..ACCOUNTS, way, -2_i64..3, prop::sample::select(vec![1_i64, 12]))
        .prop_map(|(child, account, way, from, hours)| Opened { child, account, way, from, hours })
}

fn any_bool() -> impl Strategy<Value = bool> {
    prop::bool::ANY
}

/// The day before that morning, the day, the day after, and ten days after.
fn days() -> Vec<Date> {
    vec![date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25), date(2026, 12, 4)]
}

fn dates() -> impl Strategy<Value = (Date, Option<Date>)> {
    let day = || prop::sample::select(days());
    (day(), option::of(day())).prop_map(|(from, until)| (from, until.map(|day| day.max(from))))
}

/// Chance for the next request; worlds share a store, so no two may draw the same.
fn fresh() -> app::edge::Edge {
    static DRAWN: AtomicU64 = AtomicU64::new(1);
    let mut edge = console(9);
    let drawn = DRAWN.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    edge.seed[..8].copy_from_slice(&drawn);
    edge
}

/// Writes a world through the use cases, as the console.
pub fn write(kith: &Kith, world: &World) -> Written {
    let world = world.clone();
    let edge = fresh();
    let mark = u64::from_be_bytes(*edge.seed.first_chunk().expect("a seed"));
    kith.write(edge, vec![], move |cx| {
        cx.keep_authority(Authority::WEXCOMBE)?;
        let written = people(cx, &world, mark)?;
        facts(cx, &world, &written)?;
        Ok(written)
    })
    .wait()
    .expect("written")
}

fn people(cx: &mut Write<'_, '_>, world: &World, mark: u64) -> app::error::Result<Written> {
    let mut teams = Vec::new();
    for n in 0..TEAMS {
        let team = Team { name: format!("Team {n}"), duty_phone: None, closed_on: None };
        teams.push(make_team(cx, team)?);
    }
    let (mut accounts, mut persons, mut children) = (Vec::new(), Vec::new(), Vec::new());
    for (n, colleague) in world.accounts.iter().enumerate() {
        let new = NewAccount {
            name: format!("Colleague {n}"),
            job: "works here".into(),
            email: format!("{mark}.{n}@wexcombe.example"),
            roles: colleague.roles.clone(),
            teams: colleague.teams.iter().map(|team| teams[*team]).collect(),
            organisation: None,
        };
        let (person, account) = make_account(cx, &new)?;
        let (on_call, left_on) = (hours(colleague.by_night), colleague.left_on);
        app::account::amend_account(cx, account, |account| {
            account.on_call = vec![on_call.clone()];
            account.closed_on = left_on;
        })?;
        accounts.push(account);
        persons.push(person);
    }
    for n in 0..CHILDREN {
        let id = first(cx, None, Payload::Person(Person::default()))?;
        children.push(PersonId::first_written_in(id));
        if world.withdrawn == Some(n) {
            let person = cx.tx().find_entry(id)?.expect("the child");
            let entry = cx.id();
            let gone = Withdrawal { of: Kind::Person, because: TakenBack::ImportUndone };
            cx.record(NewEntry::replacing(entry, &person.head, Payload::Withdrawal(gone)))?;
        }
    }
    Ok(Written { teams, accounts, persons, children })
}

fn hours(by_night: bool) -> Hours {
    let (morning, evening) = (time(8, 30, 0, 0), time(17, 0, 0, 0));
    let (from, to) = if by_night { (evening, morning) } else { (morning, evening) };
    Hours { days: vec![], from, to }
}

fn first(
    cx: &mut Write<'_, '_>,
    about: Option<PersonId>,
    payload: Payload,
) -> app::error::Result<EntryId> {
    let id = cx.id();
    let at = Happened::at(cx.now());
    cx.record(NewEntry::first(id, about.into_iter().collect(), at, payload))
}

fn facts(cx: &mut Write<'_, '_>, world: &World, written: &Written) -> app::error::Result<()> {
    for part in &world.parts {
        let child = written.person(part.child);
        first(cx, Some(child), Payload::Involvement(involvement(part, written)))?;
    }
    for shut in &world.restrictions {
        let child = written.person(shut.child);
        let people = shut.people.iter().map(|place| written.person(*place)).collect();
        let restriction = Restriction {
            child,
            whom: if shut.only { Whom::Only(people) } else { Whom::ShutOut(people) },
            because: Because::Danger,
            words: None,
            from: shut.from,
            until: shut.until,
        };
        let id = first(cx, Some(child), Payload::Restriction(restriction))?;
        if shut.lifted {
            let head = cx.tx().find_entry(id)?.expect("the restriction").head;
            let entry = cx.id();
            let because = TakenBack::Mistake("the wrong file".into());
            let gone = Withdrawal { of: Kind::Restriction, because };
            cx.record(NewEntry::replacing(entry, &head, Payload::Withdrawal(gone)))?;
        }
    }
    for opened in &world.grants {
        let child = written.person(opened.child);
        let span = span_of(opened);
        let grant = AccessGrant {
            account: written.accounts[opened.account],
            child,
            way: opened.way,
            reason: "police call".into(),
            from: span.from,
            until: span.until.expect("it ends"),
            told: vec![],
            looked_at: None,
        };
        first(cx, Some(child), Payload::AccessGrant(grant))?;
    }
    Ok(())
}

fn involvement(part: &Working, written: &Written) -> Involvement {
    let who = match part.who {
        Who::Account(n) => Involved::Person(written.persons[n]),
        Who::Team(n) => Involved::Team(written.teams[n]),
        Who::Nobody => Involved::NotYetAllocated,
    };
    let child = written.person(part.child);
    Involvement { child, who, role: part.role, title: None, from: part.from, until: part.until }
}

fn span_of(opened: &Opened) -> Span {
    let from = that_morning() + SignedDuration::from_hours(opened.from);
    Span { from, until: Some(from + SignedDuration::from_hours(opened.hours)) }
}

/// What a viewer's access to a file follows from, by plain loops over what was written.
pub fn file_access(
    world: &World,
    written: &Written,
    viewer: &Viewer,
    child: PersonId,
) -> FileAccess {
    let place = written.everyone().position(|one| one == child).expect("of this world");
    let mut file = FileAccess {
        child,
        withdrawn: world.withdrawn == Some(place),
        restricted: false,
        shut_out: false,
        ways: Vec::new(),
    };
    for part in world.parts.iter().filter(|part| part.child == place) {
        ways_by(world, written, part, &mut file.ways);
    }
    for shut in world.restrictions.iter().filter(|shut| shut.child == place && !shut.lifted) {
        let span = Span::of_days(shut.from, shut.until);
        let holds = span.holds_at(viewer.at);
        let people = || shut.people.iter().map(|place| written.person(*place));
        if shut.only {
            file.restricted |= holds;
            let named = |person| Way { holder: Holder::Person(person), reach: Reach::Named, span };
            file.ways.extend(people().map(named));
        } else {
            file.shut_out |= holds && people().any(|person| person == viewer.person);
        }
    }
    for opened in world.grants.iter().filter(|opened| opened.child == place) {
        let reach = match opened.way {
            GrantWay::Reason => Reach::Reason,
            GrantWay::BreakGlass => Reach::BreakGlass,
        };
        let holder = Holder::Account(written.accounts[opened.account]);
        file.ways.push(Way { holder, reach, span: span_of(opened) });
    }
    file
}

/// The way of the part itself, and those of the team of whoever leads.
fn ways_by(world: &World, written: &Written, part: &Working, ways: &mut Vec<Way>) {
    ways.extend(Way::by(&involvement(part, written)));
    if !leads(part.role) {
        return;
    }
    let span = Span::of_days(part.from, part.until);
    let teams = match part.who {
        Who::Account(n) => world.accounts[n].teams.clone(),
        Who::Team(n) => vec![n],
        Who::Nobody => vec![],
    };
    for team in teams.into_iter().map(|team| written.teams[team]) {
        ways.push(Way { holder: Holder::Team(team), reach: Reach::OwnTeam, span });
        ways.push(Way { holder: Holder::SupervisorsOf(team), reach: Reach::Supervises, span });
    }
}
