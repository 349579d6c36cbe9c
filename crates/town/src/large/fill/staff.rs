//! The council's people: teams of eight workers with an account each, and two partners who come to
//! a team's families from their own agencies.

use app::account::{NewAccount, hash_new_password, make_account, make_team, set_password};
use app::cx::Write;
use app::error::Result;
use domain::account::Role;
use domain::entry::NewEntry;
use domain::id::{AccountId, Authority, EntryId, PersonId, TeamId};
use domain::kind::Payload;
use domain::name::{Name, Usage};
use domain::person::{Person, Phone, Work};
use domain::team::Team;
use domain::time::Happened;
use domain::voice::SourceKind;

use super::PASSWORD;
use super::book::Book;
use crate::dice::Dice;
use crate::names::draw_community;

/// Workers in a team.
const IN_A_TEAM: u32 = 8;
/// Lines that an account takes: the person, the name, the account.
const LINES_OF_AN_ACCOUNT: u64 = 3;
/// Lines that a partner takes: the person, the name.
const LINES_OF_A_PARTNER: u64 = 2;

/// Somebody who leads work with families.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worker {
    /// Their account.
    pub account: AccountId,
    /// Who they are.
    pub person: PersonId,
    /// Their team.
    pub team: TeamId,
    /// What they sign in with.
    pub email: String,
    /// A health visitor and a teacher, who come to the team's families.
    pub partners: [PersonId; 2],
}

/// Everybody who works for the council, and those who come from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Staff {
    workers: Vec<Worker>,
    partners: u64,
}

impl Staff {
    /// Hires so many workers, in teams.
    pub fn hire(book: &mut Book<'_>, workers: u32) -> Result<Self> {
        let hash = hash_new_password(PASSWORD, "", b"seven umbrellas.")?;
        book.at_the_office(0, |cx| cx.keep_authority(Authority::WEXCOMBE))?;
        let mut staff = Self::default();
        for first in (0..workers).step_by(usize::try_from(IN_A_TEAM).unwrap_or(1)) {
            let team = Hiring {
                number: first / IN_A_TEAM,
                workers: (first..workers.min(first + IN_A_TEAM)).collect(),
                hash: hash.clone(),
            };
            let lines = 1
                + LINES_OF_AN_ACCOUNT * u64::try_from(team.workers.len()).unwrap_or_default()
                + LINES_OF_A_PARTNER * 2;
            staff.workers.extend(book.at_the_office(lines, move |cx| team.hire(cx))?);
            staff.partners += 2;
        }
        Ok(staff)
    }

    /// A worker, by number.
    pub fn worker(&self, number: u32) -> Option<&Worker> {
        self.workers.get(usize::try_from(number).ok()?)
    }

    /// What the workers sign in with, by number.
    pub fn emails(&self) -> impl Iterator<Item = &str> {
        self.workers.iter().map(|worker| worker.email.as_str())
    }

    /// How many people they are.
    pub fn people(&self) -> u64 {
        u64::try_from(self.workers.len()).unwrap_or_default() + self.partners
    }
}

/// A team that is to be hired.
struct Hiring {
    number: u32,
    workers: Vec<u32>,
    hash: String,
}

impl Hiring {
    fn hire(&self, cx: &mut Write<'_, '_>) -> Result<Vec<Worker>> {
        let number = self.number + 1;
        let team = Team {
            name: format!("Team {number}"),
            duty_phone: Some(phone(6_000 + number, "any time")),
            closed_on: None,
        };
        let team = make_team(cx, team)?;
        let partners =
            [partner(cx, number, SourceKind::Health)?, partner(cx, number, SourceKind::School)?];
        let worker = |n: &u32| -> Result<Worker> {
            let email = format!("worker{n:04}@large.example");
            let new = NewAccount {
                name: some_name(u64::from(*n)),
                job: "social worker".into(),
                email: email.clone(),
                roles: vec![Role::Practitioner],
                teams: vec![team],
                organisation: None,
            };
            let (person, account) = make_account(cx, &new)?;
            set_password(cx, account, &self.hash)?;
            Ok(Worker { account, person, team, email, partners })
        };
        self.workers.iter().map(worker).collect()
    }
}

/// Somebody who comes to families by their own agency.
fn partner(cx: &mut Write<'_, '_>, team: u32, agency: SourceKind) -> Result<PersonId> {
    let (job, organisation, ring) = match agency {
        SourceKind::Health => ("health visitor", format!("Clinic {team}"), 7_000),
        _ => ("class teacher", format!("School {team}"), 8_000),
    };
    let work = Work { job: job.into(), organisation: Some(organisation), agency: Some(agency) };
    let phone = Some(phone(ring + team, "office hours"));
    let person = Person { work: Some(work), phone, ..Person::default() };
    let person = PersonId::first_written_in(record(cx, person)?);
    let full = some_name(u64::from(ring + team));
    let name = Name { person, full, known_as: None, usage: Usage::Usual, from: None, until: None };
    record(cx, name)?;
    Ok(person)
}

fn record(cx: &mut Write<'_, '_>, payload: impl Into<Payload>) -> Result<EntryId> {
    let id = cx.id();
    let at = Happened::at(cx.now());
    cx.record(NewEntry::first(id, Vec::new(), at, payload.into()))
}

/// A number from a range kept for fiction.
pub(super) fn phone(number: u32, note: &str) -> Phone {
    let number = format!("01632 96{:04}", number % 10_000);
    Phone { number, note: Some(note.to_owned()) }
}

fn some_name(number: u64) -> String {
    const STAFF: u64 = 0x7374_6166;
    let mut dice = Dice::of(STAFF, number);
    let from = draw_community(&mut dice);
    let girl = dice.one_in(2);
    let given = dice.early(if girl { &from.girls } else { &from.boys });
    let family = dice.early(&from.families);
    format!("{given} {}", if girl { family.woman } else { family.man })
}
