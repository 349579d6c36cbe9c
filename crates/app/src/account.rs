//! Accounts, teams and who is on call: the administrator's work. Each is an entry; only passwords
//! are not.

use crate::cx::Write;
use crate::edge::Edge;
use crate::error::{Error, Fault, Result, Why};
use crate::kith::{Answer, Kith};
use crate::sign_in;
use domain::access::{Role as Asks, Task};
use domain::account::{Account, Role};
use domain::entry::{Digest, NewEntry};
use domain::id::{AccountId, Authority, PersonId, TeamId};
use domain::kind::Payload;
use domain::name::{Name, Usage};
use domain::password;
use domain::person::{Person, Work};
use domain::team::Team;
use domain::time::{Happened, day_of};
use jiff::SignedDuration;
use sha2::{Digest as _, Sha256};

/// What a console token is for: making the first administrator.
const FIRST_ADMINISTRATOR: &str = "first administrator";
/// A console token works for this long.
const TOKEN_LASTS: SignedDuration = SignedDuration::from_hours(1);

/// Somebody who is to have an account.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// Their name.
    pub name: String,
    /// What they do.
    pub job: String,
    /// What they sign in with.
    pub email: String,
    /// What the account is for.
    pub roles: Vec<Role>,
    /// Their teams.
    pub teams: Vec<TeamId>,
    /// For a partner, their own agency.
    pub organisation: Option<String>,
}

impl NewAccount {
    fn checked(&self) -> Result<()> {
        let mut faults = Vec::new();
        for (at, text, most) in
            [("name", &self.name, 200), ("job", &self.job, 200), ("email", &self.email, 254)]
        {
            faults.extend(fault(at, text, most));
        }
        if !self.email.contains('@') {
            faults.push(Fault { at: "email", why: Why::NotOne });
        }
        if self.roles.is_empty() {
            faults.push(Fault { at: "roles", why: Why::Empty });
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::Refused(faults)) }
    }
}

fn fault(at: &'static str, text: &str, most: usize) -> Option<Fault> {
    let why = if text.trim().is_empty() {
        Why::Empty
    } else if text.contains('\0') {
        Why::Nul
    } else if text.chars().count() > most {
        Why::TooLong(most)
    } else {
        return None;
    };
    Some(Fault { at, why })
}

/// Makes an account for somebody the record does not know yet: their person, name and account.
pub fn make_account(cx: &mut Write<'_, '_>, new: &NewAccount) -> Result<(PersonId, AccountId)> {
    cx.may(Task::ManageAccounts)?;
    new.checked()?;
    let authority = cx.authority()?;
    let email = new.email.trim().to_lowercase();
    if cx.tx().find_account_by_email(authority, &email)?.is_some() {
        return Err(Error::Refused(vec![Fault { at: "email", why: Why::Taken }]));
    }
    let person = add_colleague(cx, new)?;
    let account = Account {
        person,
        email,
        directory_id: None,
        roles: new.roles.clone(),
        teams: new.teams.clone(),
        help: domain::account::HelpLevel::default(),
        on_call: Vec::new(),
        scopes: Vec::new(),
        closed_on: None,
    };
    let id = cx.id();
    let at = Happened::at(cx.now());
    cx.append(NewEntry::first(id, vec![], at, Payload::Account(account)))?;
    Ok((person, AccountId::first_written_in(id)))
}

fn add_colleague(cx: &mut Write<'_, '_>, new: &NewAccount) -> Result<PersonId> {
    let at = Happened::at(cx.now());
    let work = Work {
        job: new.job.trim().to_owned(),
        organisation: new.organisation.clone(),
        agency: None,
    };
    let id = cx.id();
    let person = Person { work: Some(work), ..Person::default() };
    cx.append(NewEntry::first(id, vec![], at, Payload::Person(person)))?;
    let person = PersonId::first_written_in(id);
    let name = Name {
        person,
        full: new.name.trim().to_owned(),
        known_as: None,
        usage: Usage::Usual,
        from: None,
        until: None,
    };
    let id = cx.id();
    cx.append(NewEntry::first(id, vec![], at, Payload::Name(name)))?;
    Ok(person)
}

/// Changes an account: roles, teams, hours on call, or its last day. Whoever leaves is signed
/// out.
pub fn amend_account(
    cx: &mut Write<'_, '_>,
    id: AccountId,
    change: impl Fn(&mut Account),
) -> Result<()> {
    cx.may(Task::ManageAccounts)?;
    let newest = cx.tx().find_newest(id.first_entry())?.ok_or(Error::NotFound)?;
    let Some(Payload::Account(mut account)) = newest.payload else { return Err(Error::NotFound) };
    change(&mut account);
    let today = day_of(cx.now());
    let closed = account.closed_on.is_some_and(|day| day <= today);
    let entry = cx.id();
    cx.append(NewEntry::replacing(entry, &newest.head, Payload::Account(account)))?;
    if closed {
        cx.tx().end_sessions_of(id)?;
    }
    Ok(())
}

/// Makes a team.
pub fn make_team(cx: &mut Write<'_, '_>, team: Team) -> Result<TeamId> {
    cx.may(Task::ManageAccounts)?;
    if let Some(fault) = fault("name", &team.name, 100) {
        return Err(Error::Refused(vec![fault]));
    }
    let id = cx.id();
    let at = Happened::at(cx.now());
    cx.append(NewEntry::first(id, vec![], at, Payload::Team(team)))?;
    Ok(TeamId::first_written_in(id))
}

/// Sets an account's password, given its hash. The words were held against `password::check`
/// before.
pub fn set_password(cx: &mut Write<'_, '_>, id: AccountId, hash: &str) -> Result<()> {
    cx.may(Task::ManageAccounts)?;
    let now = cx.now();
    cx.tx().end_sessions_of(id)?;
    Ok(cx.tx().set_password(id, hash, now)?)
}

/// A password good enough to keep, as its hash. Slow on purpose.
pub fn hash_new_password(words: &str, email: &str, salt: &[u8; 16]) -> Result<String> {
    password::check(words, email)
        .map_err(|_| Error::Refused(vec![Fault { at: "password", why: Why::WeakPassword }]))?;
    sign_in::hash(words, salt)
}

/// A token of the console, with which a browser makes the first administrator. Each new one ends
/// the last; none is given once there is an administrator.
pub fn give_console_token(kith: &Kith, edge: Edge, authority: Authority) -> Answer<String> {
    kith.write(edge, vec![], move |cx| {
        let authority = cx.keep_authority(authority)?;
        if cx.tx().has_account_of_role(authority, Asks::Administrator)? {
            return Err(Error::NotYours);
        }
        let token = crate::session::Token::new(cx.seed());
        let now = cx.now();
        cx.tx().clear_one_time(FIRST_ADMINISTRATOR, now)?;
        let until = now.checked_add(TOKEN_LASTS).unwrap_or(now);
        cx.tx().keep_one_time(token.digest(), FIRST_ADMINISTRATOR, None, until)?;
        Ok(token.as_str().to_owned())
    })
}

/// Whether this is the console's token, and its hour is not over.
pub fn has_console_token(kith: &Kith, edge: Edge, token: &str) -> Answer<bool> {
    let digest: Digest = Sha256::digest(token.trim()).into();
    kith.read(edge, move |cx| {
        let now = cx.edge.now;
        Ok(cx.tx.has_one_time(digest, FIRST_ADMINISTRATOR, now)?)
    })
}

/// Makes the first administrator, with a token of the console.
pub fn make_first_administrator(
    cx: &mut Write<'_, '_>,
    token: &str,
    new: &NewAccount,
    hash: &str,
) -> Result<AccountId> {
    let digest: Digest = Sha256::digest(token.trim()).into();
    let now = cx.now();
    if cx.tx().take_one_time(digest, FIRST_ADMINISTRATOR, now)?.is_none() {
        return Err(Error::NotSignedIn);
    }
    // Whoever holds the console's token acts as the console, for this one thing.
    let asked = std::mem::replace(&mut cx.edge.actor, crate::edge::Actor::Console);
    let new = NewAccount { roles: vec![Role::Administrator], ..new.clone() };
    let made = make_account(cx, &new).and_then(|(_, id)| {
        cx.tx().set_password(id, hash, now)?;
        Ok(id)
    });
    cx.edge.actor = asked;
    made
}
