//! Accounts, and who asks: a viewer is gathered here once for each request.

use crate::error::{Error, Result};
use crate::row;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::access::{Role, Viewer};
use domain::account::Account;
use domain::id::{AccountId, Authority, PersonId, TeamId};
use domain::kind::{Kind, Payload};
use domain::time::{london, start_of};
use jiff::{Timestamp, civil::Date};

/// The view. Teams of an account that has ended stay: the children its person still leads are
/// their team's children until somebody else takes them on.
pub const VIEW: View = View {
    name: "account",
    version: 2,
    tables: &["account", "account_team"],
    definition: "
        create table account(
          id {id} not null primary key,
          authority integer not null,
          person {id} not null,
          email text not null,
          facts {json} not null
        ) {keyed};
        create index account_email on account(authority, email);
        create index account_person on account(person);
        create table account_team(
          account {id} not null,
          person {id} not null,
          team {id} not null,
          supervises {flag} not null,
          closed_on text,
          primary key(account, team)
        ) {keyed};
        create index account_team_team on account_team(team);
        create index account_team_person on account_team(person);",
    apply,
};

const PUT: &str =
    "insert into account(id, authority, person, email, facts) values (?1, ?2, ?3, ?4, ?5)
    on conflict(id) do update set person = excluded.person, email = excluded.email,
    facts = excluded.facts";
const PUT_TEAM: &str = "insert into account_team(account, person, team, supervises, closed_on)
    values (?1, ?2, ?3, ?4, ?5) on conflict(account, team) do nothing";
const DROP: &str = "delete from account where id = ?1";
const DROP_TEAMS: &str = "delete from account_team where account = ?1";
const BY_ID: &str = "select id, authority, facts from account where id = ?1";
const BY_EMAIL: &str =
    "select id, authority, facts from account where authority = ?1 and email = ?2
    order by id limit 1";
const ALL: &str = "select id, authority, facts from account where authority = ?1 and id > ?2
    order by id limit ?3";
const OF_PERSON: &str = "select id, authority, facts from account
    where person = ?1 and authority = ?2 order by id";
const ANY_OF_ROLE: &str =
    "select count(*) from account where authority = ?1 and cast(facts as text) like ?2";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let account = match &placed.entry.payload {
        Some(Payload::Account(account)) => Some(account),
        _ if placed.ends(Kind::Account) => None,
        _ => return Ok(()),
    };
    tx.exec(DROP_TEAMS, (head.root,))?;
    let Some(account) = account else {
        tx.exec(DROP, (head.root,))?;
        return Ok(());
    };
    let facts = Payload::Account(account.clone()).to_json();
    let email = account.email.to_lowercase();
    tx.exec(PUT, (head.root, head.authority, account.person, email, facts))?;
    let supervises = account.has(domain::account::Role::Supervisor);
    for team in &account.teams {
        tx.exec(PUT_TEAM, (head.root, account.person, *team, supervises, account.closed_on))?;
    }
    Ok(())
}

row! { struct AccountRow { id: AccountId, authority: Authority, facts: String } }

/// An account with its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAccount {
    /// Its id.
    pub id: AccountId,
    /// Whose record it is for.
    pub authority: Authority,
    /// What it is.
    pub account: Account,
}

impl AccountRow {
    fn into_domain(self) -> Result<KnownAccount> {
        let broken = |why| Error::Broken(format!("account {}: {why}", self.id));
        let account = serde_json::from_str(&self.facts).map_err(broken)?;
        Ok(KnownAccount { id: self.id, authority: self.authority, account })
    }
}

impl KnownAccount {
    /// Who asks with it at this moment.
    pub fn viewer(&self, at: Timestamp) -> Viewer {
        let local = at.to_zoned_datetime(london()).datetime();
        let teams: Vec<TeamId> = self.account.teams.clone();
        let supervises = self.account.has(domain::account::Role::Supervisor);
        let roles = self.account.roles.iter().filter_map(|role| Role::parse(role.as_str()));
        Viewer {
            authority: self.authority,
            account: self.id,
            person: self.account.person,
            roles: roles.collect(),
            supervises: if supervises { teams.clone() } else { Vec::new() },
            member_of: teams,
            on_call_now: self.account.is_on_call(local.date(), local.time()),
            ended_at: self
                .account
                .closed_on
                .and_then(|day| Timestamp::from_microsecond(start_of(day)).ok()),
            at,
        }
    }
}

impl Tx {
    /// The account of this id.
    pub fn find_account(&mut self, id: AccountId) -> Result<Option<KnownAccount>> {
        self.find::<AccountRow>(BY_ID, (id,))?.map(AccountRow::into_domain).transpose()
    }

    /// The account somebody signs in to with this address, however they write it.
    pub fn find_account_by_email(
        &mut self,
        authority: Authority,
        email: &str,
    ) -> Result<Option<KnownAccount>> {
        self.find::<AccountRow>(BY_EMAIL, (authority, email.to_lowercase()))?
            .map(AccountRow::into_domain)
            .transpose()
    }

    /// Accounts, a page at a time.
    pub fn list_accounts(
        &mut self,
        authority: Authority,
        after: Option<AccountId>,
        limit: i64,
    ) -> Result<Vec<KnownAccount>> {
        let after = after.unwrap_or(AccountId::from_bytes([0; 16]));
        let rows = self.all::<AccountRow>(ALL, (authority, after, limit))?;
        rows.into_iter().map(AccountRow::into_domain).collect()
    }

    /// Whether somebody can sign in on this day.
    pub fn can_sign_in(&mut self, authority: Authority, who: PersonId, on: Date) -> Result<bool> {
        let rows = self.all::<AccountRow>(OF_PERSON, (who, authority))?;
        let open = rows.into_iter().map(AccountRow::into_domain).collect::<Result<Vec<_>>>()?;
        Ok(open.iter().any(|one| one.account.closed_on.is_none_or(|day| on < day)))
    }

    /// Whether anybody has this role.
    pub fn has_account_of_role(&mut self, authority: Authority, role: Role) -> Result<bool> {
        let with = format!("%\"{}\"%", role.as_str());
        Ok(self.get::<(i64,)>(ANY_OF_ROLE, (authority, with))?.0 > 0)
    }
}

row! {
    /// A colleague, as lists of staff show them.
    pub struct Colleague {
        /// The person.
        person: PersonId,
        /// The account.
        account: AccountId,
        /// Answers for the team.
        supervises: bool,
    }
}

const OF_TEAM: &str = "select person, account, supervises from account_team
    where team = ?1 and (closed_on is null or ?2 < closed_on) order by account";

impl Tx {
    /// Everyone in a team on this day.
    pub fn list_team(&mut self, team: TeamId, on: Date) -> Result<Vec<Colleague>> {
        self.all(OF_TEAM, (team, on))
    }
}
