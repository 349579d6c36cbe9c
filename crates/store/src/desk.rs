//! Duty desks: the phone of each team, who sits at it, and whose an account is.
//!
//! Everything a page needs to say who wrote something and which desk answers for a child; what an account
//! may do is no part of it.

use crate::error::Result;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::account::Account;
use domain::entry::Head;
use domain::id::{AccountId, TeamId};
use domain::kind::{Kind, Payload};

/// The view.
pub const VIEW: View = View {
    name: "desk",
    version: 1,
    tables: &["desk", "desk_seat", "signs_as"],
    definition: "
        create table desk(
          team {id} not null primary key,
          name text not null,
          number text,
          hours text
        ) {keyed};
        create table desk_seat(
          person {id} not null,
          team {id} not null,
          account {id} not null,
          primary key(person, team, account)
        ) {keyed};
        create index desk_seat_account on desk_seat(account);
        create table signs_as(
          account {id} not null primary key,
          person {id} not null
        ) {keyed};",
    apply,
};

const PUT_DESK: &str = "insert into desk(team, name, number, hours) values (?1, ?2, ?3, ?4)
    on conflict(team) do update set name = excluded.name, number = excluded.number,
    hours = excluded.hours";
const DROP_DESK: &str = "delete from desk where team = ?1";
const PUT_SEAT: &str = "insert into desk_seat(person, team, account) values (?1, ?2, ?3)
    on conflict(person, team, account) do nothing";
const DROP_SEATS: &str = "delete from desk_seat where account = ?1";
const PUT_ACCOUNT: &str = "insert into signs_as(account, person) values (?1, ?2)
    on conflict(account) do update set person = excluded.person";
const DROP_ACCOUNT: &str = "delete from signs_as where account = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    match &placed.entry.payload {
        Some(Payload::Team(team)) if team.closed_on.is_none() => {
            let phone = team.duty_phone.as_ref();
            let number = phone.map(|phone| &phone.number);
            let hours = phone.and_then(|phone| phone.note.as_ref());
            let id = TeamId::first_written_in(head.root);
            tx.exec(PUT_DESK, (id, &team.name, number, hours))?;
        }
        Some(Payload::Team(_)) => {
            tx.exec(DROP_DESK, (head.root,))?;
        }
        Some(Payload::Account(account)) => seat(tx, head, account)?,
        _ if placed.ends(Kind::Team) => {
            tx.exec(DROP_DESK, (head.root,))?;
        }
        _ if placed.ends(Kind::Account) => {
            tx.exec(DROP_SEATS, (head.root,))?;
            tx.exec(DROP_ACCOUNT, (head.root,))?;
        }
        _ => {}
    }
    Ok(())
}

/// A closed account sits at no desk; what it wrote is still its person's.
fn seat(tx: &mut Tx, head: &Head, account: &Account) -> Result<()> {
    let id = AccountId::first_written_in(head.root);
    tx.exec(DROP_SEATS, (id,))?;
    tx.exec(PUT_ACCOUNT, (id, account.person))?;
    let teams = account.teams.iter().filter(|_| account.closed_on.is_none());
    for team in teams {
        tx.exec(PUT_SEAT, (account.person, *team, id))?;
    }
    Ok(())
}
