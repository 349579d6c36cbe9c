//! The administrator's page: who has an account, and changing what it is for.

use crate::account::{NewAccount, amend_account, make_account, make_team};
use crate::cx::{Read, Write};
use crate::error::{Error, Fault, Result, Why};
use crate::kith::{Answer, Kith};
use crate::password::give_code;
use crate::reader::{Reader, full_name, people, reader};
use crate::typed::Typed;
use domain::access::{Role as Asks, Task};
use domain::account::Role;
use domain::colleague::{Colleague, ColleagueList, OneColleague};
use domain::front_page::People;
use domain::hours::{Hours, Weekday};
use domain::id::{AccountId, TeamId};
use domain::person::Phone;
use domain::team::Team;
use domain::time::day_of;
use jiff::civil::Date;
use store::account::KnownAccount;

/// How many people one page lists.
const AT_ONCE: usize = 100;

/// A page of the list, from the account after this one on.
pub fn list(cx: &mut Read<'_>, after: Option<AccountId>) -> Result<(Reader, ColleagueList)> {
    cx.may(Task::ManageAccounts)?;
    let reader = reader(cx)?;
    let authority = cx.authority()?;
    let one_more = i64::try_from(AT_ONCE).unwrap_or(i64::MAX).saturating_add(1);
    let mut accounts = cx.tx.list_accounts(authority, after, one_more)?;
    let more = accounts.len() > AT_ONCE;
    accounts.truncate(AT_ONCE);
    let next = accounts.last().map(|last| last.id).filter(|_| more);
    let people = colleagues(cx, accounts, reader.today())?;
    let teams = cx.tx.list_teams(authority)?;
    let list = ColleagueList { as_of: reader.today(), people, next, teams };
    Ok((reader, list))
}

/// One of them.
pub fn find(cx: &mut Read<'_>, id: AccountId) -> Result<(Reader, OneColleague)> {
    cx.may(Task::ManageAccounts)?;
    let reader = reader(cx)?;
    let authority = cx.authority()?;
    let known = cx.tx.find_account(id)?.filter(|known| known.authority == authority);
    let known = known.ok_or(Error::NotFound)?;
    let who = colleagues(cx, vec![known], reader.today())?.pop().ok_or(Error::NotFound)?;
    let teams = cx.tx.list_teams(authority)?;
    let one = OneColleague { as_of: reader.today(), who, teams };
    Ok((reader, one))
}

/// Whether there is an administrator, so that the record needs no first one.
pub fn has_administrator(kith: &Kith, edge: crate::edge::Edge) -> Answer<bool> {
    kith.read(edge, |cx| match cx.authority() {
        Ok(authority) => Ok(cx.tx.has_account_of_role(authority, Asks::Administrator)?),
        Err(_) => Ok(false),
    })
}

fn colleagues(cx: &mut Read<'_>, accounts: Vec<KnownAccount>, on: Date) -> Result<Vec<Colleague>> {
    let who: Vec<_> = accounts.iter().map(|known| known.account.person).collect();
    let people = people(cx, &who)?;
    let Some((first, last)) = accounts.first().zip(accounts.last()) else { return Ok(vec![]) };
    let chosen = cx.tx.list_with_password(first.id, last.id)?;
    let one = |known: KnownAccount| {
        let has_password = chosen.contains(&known.id);
        colleague(known, has_password, &people, on)
    };
    Ok(accounts.into_iter().map(one).collect())
}

fn colleague(known: KnownAccount, has_password: bool, people: &People, on: Date) -> Colleague {
    let KnownAccount { id, account, .. } = known;
    let work = people.find(account.person).and_then(|known| known.person.work.clone());
    let (job, organisation) = work.map(|work| (work.job, work.organisation)).unwrap_or_default();
    let name = full_name(people, account.person, on);
    Colleague { id, name, job, organisation, account, has_password }
}

/// What an account is to be, as it was typed.
#[derive(Debug, Clone, Default)]
pub struct TypedAccount {
    /// What it is for.
    pub roles: Vec<String>,
    /// Its teams, by id.
    pub teams: Vec<String>,
    /// When it is on call.
    pub on_call: Vec<TypedHours>,
    /// The day from which nobody signs in with it; blank while it is open.
    pub closed_on: String,
}

/// Hours as they were typed.
#[derive(Debug, Clone, Default)]
pub struct TypedHours {
    /// Days of the week; none is every day.
    pub days: Vec<String>,
    /// From.
    pub from: String,
    /// To.
    pub to: String,
}

/// Somebody new, as they were typed.
#[derive(Debug, Clone, Default)]
pub struct TypedColleague {
    /// Full name.
    pub name: String,
    /// What they do.
    pub job: String,
    /// For a partner, their agency; blank for the council's own.
    pub organisation: String,
    /// What they sign in with.
    pub email: String,
    /// What the account is for.
    pub roles: Vec<String>,
    /// Its teams, by id.
    pub teams: Vec<String>,
}

/// Makes an account, and gives a code to choose its password with.
pub fn add(cx: &mut Write<'_, '_>, typed: &TypedColleague) -> Result<(AccountId, String)> {
    cx.may(Task::ManageAccounts)?;
    let mut reads = Typed::default();
    let organisation = reads.maybe("organisation", &typed.organisation, 200);
    let roles = roles(&mut reads, &typed.roles);
    let teams = teams(cx, &mut reads, &typed.teams)?;
    reads.done()?;
    let new = NewAccount {
        name: typed.name.clone(),
        job: typed.job.clone(),
        email: typed.email.clone(),
        roles,
        teams,
        organisation,
    };
    let (_, id) = make_account(cx, &new)?;
    Ok((id, give_code(cx, id)?))
}

/// Makes a team, with the phone of its duty desk where it has one.
pub fn add_team(cx: &mut Write<'_, '_>, name: &str, duty_phone: &str) -> Result<TeamId> {
    cx.may(Task::ManageAccounts)?;
    let mut reads = Typed::default();
    let name = reads.words("team_name", name, 100).trim().to_owned();
    let number = reads.maybe("duty_phone", duty_phone, 40);
    reads.done()?;
    let duty_phone = number.map(|number| Phone { number: number.trim().to_owned(), note: None });
    make_team(cx, Team { name, duty_phone, closed_on: None })
}

/// Changes an account to what was typed. Somebody who looks after accounts is always left.
pub fn change(cx: &mut Write<'_, '_>, id: AccountId, typed: &TypedAccount) -> Result<()> {
    cx.may(Task::ManageAccounts)?;
    let known = cx.tx().find_account(id)?.ok_or(Error::NotFound)?;
    let mut reads = Typed::default();
    let roles = roles(&mut reads, &typed.roles);
    let teams = teams(cx, &mut reads, &typed.teams)?;
    let on_call = typed.on_call.iter().filter_map(|typed| hours(&mut reads, typed)).collect();
    let closed_on = match typed.closed_on.trim() {
        "" => None,
        day => Some(reads.day("closed_on", day, day_of(cx.now()))),
    };
    reads.done()?;
    let stays = roles.contains(&Role::Administrator) && closed_on.is_none();
    if known.account.has(Role::Administrator) && !stays {
        another_administrator(cx, id)?;
    }
    let on_call: Vec<Hours> = on_call;
    amend_account(cx, id, move |account| {
        account.roles.clone_from(&roles);
        account.teams.clone_from(&teams);
        account.on_call.clone_from(&on_call);
        account.closed_on = closed_on;
    })
}

/// Roles that were ticked; a person's account has one at least. A program's is made elsewhere.
fn roles(reads: &mut Typed, ticked: &[String]) -> Vec<Role> {
    let role = |word: &String| Role::parse(word).filter(|role| *role != Role::Integration);
    let roles: Vec<Role> = ticked.iter().filter_map(role).collect();
    if roles.is_empty() || roles.len() != ticked.len() {
        reads.wrong("roles", if ticked.is_empty() { Why::Empty } else { Why::NotOne });
    }
    roles
}

/// Teams that were ticked; each must be one there is.
fn teams(cx: &mut Write<'_, '_>, reads: &mut Typed, ticked: &[String]) -> Result<Vec<TeamId>> {
    let authority = cx.authority()?;
    let known = cx.tx().list_teams(authority)?;
    let one = |word: &String| {
        let id = word.parse::<TeamId>().ok()?;
        known.iter().any(|(team, _)| *team == id).then_some(id)
    };
    let teams: Vec<_> = ticked.iter().filter_map(one).collect();
    if teams.len() != ticked.len() {
        reads.wrong("teams", Why::NotOne);
    }
    Ok(teams)
}

fn hours(reads: &mut Typed, typed: &TypedHours) -> Option<Hours> {
    let days: Vec<_> = typed.days.iter().filter_map(|day| Weekday::parse(day)).collect();
    let (from, to) = (reads.hour("on_call", &typed.from), reads.hour("on_call", &typed.to));
    match (from, to) {
        (Some(from), Some(to)) => Some(Hours { days, from, to }),
        (None, None) => None,
        _ => {
            reads.wrong("on_call", Why::Empty);
            None
        }
    }
}

/// Nobody could make an account again if the last administrator left.
fn another_administrator(cx: &mut Write<'_, '_>, than: AccountId) -> Result<()> {
    let (authority, now) = (cx.authority()?, cx.now());
    let mut after = None;
    loop {
        let some = cx.tx().list_accounts(authority, after, 500)?;
        let Some(last) = some.last() else { break };
        after = Some(last.id);
        let stays =
            |known: &KnownAccount| known.id != than && known.viewer(now).is(Asks::Administrator);
        if some.iter().any(stays) {
            return Ok(());
        }
    }
    Err(Error::Refused(vec![Fault { at: "roles", why: Why::LastOne }]))
}
