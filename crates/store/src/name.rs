//! Names of persons.

use crate::error::Result;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::kind::{Kind, Payload};

/// The view.
pub const VIEW: View = View {
    name: "name",
    version: 1,
    tables: &["name"],
    definition: "
        create table name(
          root {id} not null primary key,
          person {id} not null,
          written_in_full text not null,
          known_as text,
          usage text not null,
          from_on text,
          until_on text,
          recorded_at {big} not null
        ) {keyed};
        create index name_person on name(person, recorded_at);",
    apply,
};

const PUT: &str =
    "insert into name(root, person, written_in_full, known_as, usage, from_on, until_on,
    recorded_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict(root) do update set
    person = excluded.person, written_in_full = excluded.written_in_full,
    known_as = excluded.known_as, usage = excluded.usage, from_on = excluded.from_on,
    until_on = excluded.until_on, recorded_at = excluded.recorded_at";
const DROP: &str = "delete from name where root = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    if let Some(Payload::Name(name)) = &placed.entry.payload {
        tx.exec(
            PUT,
            (
                head.root,
                name.person,
                &name.full,
                name.known_as.as_ref(),
                name.usage.as_str(),
                name.from,
                name.until,
                head.recorded_at,
            ),
        )?;
    } else if placed.ends(Kind::Name) {
        tx.exec(DROP, (head.root,))?;
    }
    Ok(())
}
