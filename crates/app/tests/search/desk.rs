//! A small council to search in: two teams, who works there, and what they write.

use app::chance::Seed;
use app::cx::Write;
use app::edge::{Actor, Edge};
use app::error::Result;
use app::kith::Kith;
use app::search;
use domain::account::{Account, HelpLevel, Role};
use domain::entry::NewEntry;
use domain::family_member::FamilyMember;
use domain::hours::{Hours, Weekday};
use domain::id::{AccountId, Authority, EntryId, FamilyId, PersonId, TeamId};
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::Payload;
use domain::name::{Name, Usage};
use domain::note::{Note, NoteKind};
use domain::person::{Born, Person, Phone};
use domain::restriction::{Because, Restriction, Whom};
use domain::search::Answer;
use domain::team::Team;
use domain::time::Happened;
use jiff::Timestamp;
use jiff::civil::{Date, date, time};
use std::cell::Cell;
use town::stores::{Empty, empty_stores, that_morning};
use uuid::Uuid;

/// The children of these tests were born on this day, unless they say another.
pub const BORN: Date = date(2017, 3, 3);

/// Somebody who signs in.
#[derive(Debug, Clone, Copy)]
pub struct Colleague {
    pub person: PersonId,
    pub account: AccountId,
}

/// A store with two teams and everybody who works there.
pub struct Council {
    pub kith: Kith,
    pub store: Empty,
    pub anita: Colleague,
    pub joel: Colleague,
    pub colin: Colleague,
    pub on_call: Colleague,
    pub guardian: Colleague,
    pub data_officer: Colleague,
    pub health_visitor: Colleague,
    chance: Cell<u64>,
    now: Cell<Timestamp>,
}

/// One on each database there is.
pub fn councils() -> Vec<Council> {
    empty_stores().expect("stores").into_iter().map(Council::found).collect()
}

type Row<'a> = (&'a str, Role, Option<TeamId>);

impl Council {
    fn found(store: Empty) -> Self {
        let kith = store.open(1).expect("opened");
        let nobody = Colleague {
            person: PersonId::from_bytes([0; 16]),
            account: AccountId::from_bytes([0; 16]),
        };
        let (chance, now) = (Cell::new(0), Cell::new(that_morning()));
        let mut council = Self {
            kith,
            store,
            anita: nobody,
            joel: nobody,
            colin: nobody,
            on_call: nobody,
            guardian: nobody,
            data_officer: nobody,
            health_visitor: nobody,
            chance,
            now,
        };
        let (east, west) = council.write(|cx| {
            cx.keep_authority(Authority::WEXCOMBE)?;
            Ok((team(cx, "East", "01632 960 101")?, team(cx, "West", "01632 960 202")?))
        });
        let hire = |row: Row<'static>| council.write(move |cx| colleague(cx, row));
        let staff = [
            hire(("Anita Rowe", Role::Practitioner, Some(east))),
            hire(("Joel Byrne", Role::Practitioner, Some(west))),
            hire(("Colin Peake", Role::Supervisor, Some(east))),
            hire(("Bryn Oncall", Role::OnCall, None)),
            hire(("Gwen Guard", Role::Guardian, None)),
            hire(("Dan Officer", Role::DataOfficer, None)),
            hire(("Hettie Visitor", Role::PartnerPractitioner, None)),
        ];
        let [anita, joel, colin, on_call, guardian, data_officer, health_visitor] = staff;
        council =
            Self { anita, joel, colin, on_call, guardian, data_officer, health_visitor, ..council };
        council
    }

    fn seed(&self) -> Seed {
        self.chance.set(self.chance.get() + 1);
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&self.chance.get().to_le_bytes());
        seed
    }

    fn edge(&self, actor: Actor) -> Edge {
        Edge { now: self.now.get(), seed: self.seed(), actor }
    }

    pub fn set_now(&self, now: Timestamp) {
        self.now.set(now);
    }

    /// Writes at the console.
    pub fn write<T: Send + 'static>(
        &self,
        f: impl Fn(&mut Write<'_, '_>) -> Result<T> + Send + 'static,
    ) -> T {
        self.kith.write(self.edge(Actor::Console), vec![], f).wait().expect("written")
    }

    /// As somebody who signed in.
    pub fn signed_in(&self, who: Colleague) -> Edge {
        let now = self.now.get();
        let known = self
            .kith
            .read(self.edge(Actor::Console), move |cx| Ok(cx.tx.find_account(who.account)?))
            .wait()
            .expect("read")
            .expect("an account");
        self.edge(Actor::Account(known.viewer(now).into()))
    }

    pub fn keep(&self, who: Colleague, typed: &str) -> Result<Uuid> {
        let typed = typed.to_owned();
        let read = self.kith.read(self.signed_in(who), move |cx| search::parse(cx, &typed));
        search::write_down(&self.kith, read.wait()?.page).wait()
    }

    /// Forgets what is asked no longer; how many.
    pub fn forget(&self) -> u64 {
        search::forget(&self.kith, self.now.get()).wait().expect("forgotten")
    }

    pub fn answer(&self, who: Colleague, id: Uuid, older: Option<&str>) -> Result<Answer> {
        let older = older.map(str::to_owned);
        let edge = self.signed_in(who);
        let shown = self.kith.read(edge, move |cx| search::answer(cx, id, older.as_deref()));
        shown.wait().map(|shown| shown.page)
    }

    pub fn search(&self, who: Colleague, typed: &str) -> Answer {
        let id = self.keep(who, typed).expect("kept");
        self.answer(who, id, None).expect("answered")
    }

    /// The names that a search finds.
    pub fn names(&self, who: Colleague, typed: &str) -> Vec<String> {
        self.search(who, typed).people.into_iter().map(|hit| hit.name).collect()
    }

    /// The first words of the entries that a search finds.
    pub fn entries(&self, who: Colleague, typed: &str) -> Vec<String> {
        let groups = self.search(who, typed).entries;
        groups.into_iter().flat_map(|group| group.hits).map(|hit| hit.excerpt.text).collect()
    }

    /// A child somebody leads the work with.
    pub fn child(&self, name: &str, lead: Colleague) -> PersonId {
        let name = name.to_owned();
        self.write(move |cx| {
            let child = person(cx, &name, None)?;
            works(cx, child, lead.person, Part::Lead)?;
            Ok(child)
        })
    }

    /// Somebody who belongs to the family of a child.
    pub fn relative(&self, name: &str, role: &str, of: PersonId) -> PersonId {
        let (name, role) = (name.to_owned(), role.to_owned());
        self.write(move |cx| {
            let relative = person(cx, &name, None)?;
            let family = FamilyId::first_written_in(cx.id());
            for (person, role) in [(of, None), (relative, Some(role.clone()))] {
                let member = FamilyMember {
                    family,
                    person,
                    index_child: person == of,
                    role,
                    called: None,
                    note: None,
                    from: None,
                    until: None,
                };
                record(cx, vec![], member)?;
            }
            Ok(relative)
        })
    }

    /// A note as somebody wrote it.
    pub fn note(&self, who: Colleague, about: &[PersonId], text: &str) -> EntryId {
        self.note_with(who, about, text, |_| {})
    }

    pub fn note_with(
        &self,
        who: Colleague,
        about: &[PersonId],
        text: &str,
        more: impl Fn(&mut NewEntry) + Send + 'static,
    ) -> EntryId {
        let (about, text) = (about.to_vec(), text.to_owned());
        let edge = self.signed_in(who);
        let write = move |cx: &mut Write<'_, '_>| {
            let id = cx.id();
            let at = Happened::at(cx.now());
            let mut new = NewEntry::first(id, about.clone(), at, note(&text));
            more(&mut new);
            cx.record(new)
        };
        self.kith.write(edge, vec![], write).wait().expect("written")
    }

    /// Restricts a file to these.
    pub fn restrict(&self, child: PersonId, whom: Whom) {
        let restriction = Restriction {
            child,
            whom,
            because: Because::ALL[0],
            words: None,
            from: date(2026, 1, 1),
            until: None,
        };
        self.write(move |cx| record(cx, vec![child], restriction.clone()));
    }
}

pub fn note(text: &str) -> Payload {
    Payload::Note(Note {
        kind: NoteKind::Visit,
        title: None,
        place: None,
        with: None,
        text: text.to_owned(),
        short: None,
        seen: vec![],
        there: vec![],
        interpreter: None,
        original: None,
        planned: false,
        changes_the_picture: None,
        anew_because: None,
    })
}

pub fn record(
    cx: &mut Write<'_, '_>,
    about: Vec<PersonId>,
    payload: impl Into<Payload>,
) -> Result<EntryId> {
    let id = cx.id();
    let at = Happened::at(cx.now());
    cx.record(NewEntry::first(id, about, at, payload.into()))
}

pub fn person(cx: &mut Write<'_, '_>, full: &str, known_as: Option<&str>) -> Result<PersonId> {
    let person = Person { born: Some(Born::On(BORN)), ..Person::default() };
    let person = PersonId::first_written_in(record(cx, vec![], person)?);
    name(cx, person, full, known_as)?;
    Ok(person)
}

pub fn name(
    cx: &mut Write<'_, '_>,
    person: PersonId,
    full: &str,
    known_as: Option<&str>,
) -> Result<EntryId> {
    let name = Name {
        person,
        full: full.to_owned(),
        known_as: known_as.map(str::to_owned),
        usage: Usage::Usual,
        from: None,
        until: None,
    };
    record(cx, vec![], name)
}

pub fn works(
    cx: &mut Write<'_, '_>,
    child: PersonId,
    who: PersonId,
    role: Part,
) -> Result<EntryId> {
    let who = Involved::Person(who);
    let part = Involvement { child, who, role, title: None, from: BORN, until: None };
    record(cx, vec![child], part)
}

fn team(cx: &mut Write<'_, '_>, name: &str, number: &str) -> Result<TeamId> {
    let duty_phone = Some(Phone { number: number.to_owned(), note: Some("at any hour".into()) });
    let team = Team { name: name.to_owned(), duty_phone, closed_on: None };
    Ok(TeamId::first_written_in(record(cx, vec![], team)?))
}

fn colleague(cx: &mut Write<'_, '_>, (full, role, team): Row<'_>) -> Result<Colleague> {
    let who = PersonId::first_written_in(record(cx, vec![], Person::default())?);
    name(cx, who, full, None)?;
    let days: Vec<Weekday> = vec![];
    let account = Account {
        person: who,
        email: format!("{}@wexcombe.example", full.to_lowercase().replace(' ', ".")),
        directory_id: None,
        roles: vec![role],
        teams: team.into_iter().collect(),
        help: HelpLevel::default(),
        on_call: vec![Hours { days, from: time(9, 0, 0, 0), to: time(21, 0, 0, 0) }],
        scopes: vec![],
        closed_on: None,
    };
    let account = AccountId::first_written_in(record(cx, vec![], account)?);
    Ok(Colleague { person: who, account })
}
