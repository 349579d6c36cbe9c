//! Setting the borough up: teams, the council's people, partners, and accounts.
//!
//! Everybody of the council has an account, whether or not the demo lets them sign in. A partner
//! has one where they lead a family, as the record asks; other partners write by link.

use domain::account::{Account, Role};
use domain::entry::NewEntry;
use domain::hours::Hours;
use domain::id::{AccountId, EntryId, PersonId, TeamId};
use domain::kind::Payload;
use domain::name::{Name, Usage};
use domain::person::{Person, Phone, Work};
use domain::team::Team;
use domain::time::Happened;
use jiff::ToSpan as _;
use jiff::civil::{Date, time};

use super::book::{Book, Line};
use super::moment::morning;
use super::words;
use crate::family::{Staff, StaffRole, Who};

/// How long before the first family anything was set up.
const BEFORE: i64 = 7;

/// Sets the borough up before this day.
pub(super) fn record(book: &mut Book<'_>, first_family: Date) {
    let day = first_family.saturating_sub(BEFORE.days());
    let borough = book.borough;
    for team in &borough.teams {
        // One desk answers for all teams, at any hour.
        let note = Some("any time".to_owned());
        let duty_phone = Some(Phone { number: team.duty_phone.clone(), note });
        let payload = Team { name: team.name.clone(), duty_phone, closed_on: None };
        let id = put(book, day, payload);
        book.teams.insert(team.id.clone(), TeamId::first_written_in(id));
    }
    for staff in &borough.staff {
        let work = Work { job: staff.job.clone(), organisation: None, agency: None };
        let phone = Phone { number: staff.phone.clone(), note: staff.hours.clone() };
        let person = someone(book, day, &staff.name, work, phone);
        known(book, person, &staff.id, staff.also.as_ref());
        account(book, day, person, staff);
    }
    for partner in &borough.partners {
        let work = Work {
            job: partner.job.clone(),
            organisation: Some(partner.organisation.clone()),
            agency: Some(words::agency(partner.kind)),
        };
        let phone = Phone { number: partner.phone.clone(), note: partner.hours.clone() };
        let person = someone(book, day, &partner.name, work, phone);
        known(book, person, &partner.id, partner.also.as_ref());
    }
    partners_who_lead(book, day);
}

/// The address somebody of the council signs in with.
pub(super) fn email(staff: &Staff) -> String {
    staff.account.clone().unwrap_or_else(|| address(&staff.name))
}

pub(super) fn address(name: &str) -> String {
    format!("{}@wexcombe.example", name.to_lowercase().replace(' ', "."))
}

fn put(book: &mut Book<'_>, day: Date, payload: impl Into<Payload>) -> EntryId {
    put_about(book, day, vec![], payload)
}

fn put_about(
    book: &mut Book<'_>,
    day: Date,
    about: Vec<PersonId>,
    payload: impl Into<Payload>,
) -> EntryId {
    let wish = morning(day);
    let id = book.fresh(wish);
    let entry = NewEntry::first(id, about, Happened::on(day), payload.into());
    book.write(Line { file: 0, writer: None, wish, by_tablet: false, entry });
    id
}

fn someone(book: &mut Book<'_>, day: Date, name: &str, work: Work, phone: Phone) -> PersonId {
    let facts = Person { work: Some(work), phone: Some(phone), ..Person::default() };
    let wish = morning(day);
    let id = book.fresh(wish);
    let person = PersonId::first_written_in(id);
    let entry = NewEntry::first(id, vec![person], Happened::on(day), facts.into());
    book.write(Line { file: 0, writer: None, wish, by_tablet: false, entry });
    put_about(book, day, vec![person], called(person, name));
    person
}

/// What somebody is called.
pub(super) fn called(person: PersonId, name: &str) -> Name {
    let full = name.to_owned();
    Name { person, full, known_as: None, usage: Usage::Usual, from: None, until: None }
}

fn known(book: &mut Book<'_>, person: PersonId, id: &Who, also: Option<&Who>) {
    book.know(id, person);
    if let Some(also) = also {
        book.know(also, person);
    }
}

fn account(book: &mut Book<'_>, day: Date, person: PersonId, staff: &Staff) {
    let always = Hours { days: vec![], from: time(9, 0, 0, 0), to: time(9, 0, 0, 0) };
    let on_call = staff.role == StaffRole::OnCall;
    let payload = Account {
        person,
        email: email(staff),
        directory_id: None,
        roles: vec![words::role(staff.role)],
        teams: staff.team.iter().filter_map(|team| book.teams.get(team).copied()).collect(),
        help: words::help(staff.help_level),
        // One person stands for the whole rota, so they are on call whenever the demo is run.
        on_call: if on_call { vec![always] } else { vec![] },
        scopes: vec![],
        closed_on: None,
    };
    let id = put(book, day, payload);
    book.accounts.insert(staff.id.clone(), AccountId::first_written_in(id));
}

fn partners_who_lead(book: &mut Book<'_>, day: Date) {
    let borough = book.borough;
    let led = borough.families.iter();
    let led = led.filter_map(|family| Some((family.worker.as_ref()?, family.team.as_ref())));
    for (who, team) in led {
        let Some(partner) = borough.partner(who) else { continue };
        if book.accounts.contains_key(&partner.id) {
            continue;
        }
        let payload = Account {
            person: book.person(&partner.id),
            email: address(&partner.name),
            directory_id: None,
            roles: vec![Role::PartnerPractitioner],
            // The council's team whose supervisor answers for the work.
            teams: team.and_then(|team| book.teams.get(&team.id).copied()).into_iter().collect(),
            help: words::help(None),
            on_call: vec![],
            scopes: vec![],
            closed_on: None,
        };
        let id = put(book, day, payload);
        book.accounts.insert(partner.id.clone(), AccountId::first_written_in(id));
    }
}

/// One account that the demo lets anybody sign in with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoAccount {
    /// What to sign in with.
    pub email: String,
    /// Whose it is.
    pub name: String,
    /// What the job is called.
    pub job: String,
    /// What it may do.
    pub roles: Vec<Role>,
}

/// The password of every account of the demo.
pub const DEMO_PASSWORD: &str = "wexcombe-demo";

/// The order in which the demo prints its accounts.
const PRINTED: [&str; 10] = [
    "worker", "joel", "priya", "manager", "farah", "oncall", "leader", "data", "guardian", "admin",
];

/// The accounts that the demo lets anybody sign in with, in the order it prints them.
///
/// # Errors
/// As [`crate::borough::borough`].
pub fn demo_accounts() -> Result<Vec<DemoAccount>, crate::borough::BoroughFault> {
    let borough = crate::borough::borough()?;
    let find = |account: &&str| {
        let email = format!("{account}@wexcombe.example");
        borough.staff.iter().find(|staff| staff.account.as_ref() == Some(&email))
    };
    let printed = |staff: &Staff| DemoAccount {
        email: email(staff),
        name: staff.name.clone(),
        job: staff.job.clone(),
        roles: vec![words::role(staff.role)],
    };
    Ok(PRINTED.iter().filter_map(find).map(printed).collect())
}
