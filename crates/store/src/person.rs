//! Persons: what is known of them in themselves. Names, numbers and ties are views of their own.

use crate::error::{Error, Result};
use crate::row;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::id::{Authority, PersonId};
use domain::kind::{Kind, Payload};
use domain::person::{Born, Person};
use jiff::civil::Date;

/// The view.
pub const VIEW: View = View {
    name: "person",
    version: 1,
    tables: &["person"],
    definition: "
        create table person(
          id {id} not null primary key,
          authority integer not null,
          born_on text,
          unborn {flag} not null,
          facts {json} not null
        ) {keyed};
        create index person_born on person(authority, born_on);",
    apply,
};

const PUT: &str = "insert into person(id, authority, born_on, unborn, facts)
    values (?1, ?2, ?3, ?4, ?5) on conflict(id) do update set
    born_on = excluded.born_on, unborn = excluded.unborn, facts = excluded.facts";
const DROP: &str = "delete from person where id = ?1";
const BY_ID: &str = "select facts from person where id = ?1";
const COUNT: &str = "select count(*) from person where authority = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    if let Some(Payload::Person(person)) = &placed.entry.payload {
        let born: Option<Date> = person.born.map(Born::day);
        let unborn = matches!(person.born, Some(Born::Due(_)));
        let facts = Payload::Person(person.clone()).to_json();
        tx.exec(PUT, (head.root, head.authority, born, unborn, facts))?;
    } else if placed.ends(Kind::Person) {
        tx.exec(DROP, (head.root,))?;
    }
    Ok(())
}

row! { struct FactsRow { facts: String } }

impl Tx {
    /// What is known of a person in themselves. Asks nobody's leave: for use cases that already
    /// did.
    pub fn find_person(&mut self, id: PersonId) -> Result<Option<Person>> {
        self.find::<FactsRow>(BY_ID, (id,))?
            .map(|row| {
                serde_json::from_str(&row.facts)
                    .map_err(|why| Error::Broken(format!("person {id}: {why}")))
            })
            .transpose()
    }

    /// How many persons the record knows.
    pub fn count_persons(&mut self, authority: Authority) -> Result<i64> {
        Ok(self.get::<(i64,)>(COUNT, (authority,))?.0)
    }
}
