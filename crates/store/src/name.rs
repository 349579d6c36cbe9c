//! Names of persons, beside one another for each person: which is current is decided by whoever reads.

use crate::error::Result;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::kind::{Kind, Payload};

/// The view.
pub const VIEW: View = View {
    name: "name",
    version: 2,
    tables: &["name"],
    definition: "
        create table name(
          person {id} not null,
          root {id} not null,
          id {id} not null,
          at {big} not null,
          recorded_at {big} not null,
          written_in_full text not null,
          known_as text,
          usage text not null,
          from_on text,
          until_on text,
          primary key(person, root)
        ) {keyed};
        create index name_root on name(root);",
    apply,
};

const PUT: &str = "insert into name(person, root, id, at, recorded_at, written_in_full, known_as,
    usage, from_on, until_on) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    on conflict(person, root) do nothing";
const DROP: &str = "delete from name where root = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let name = match &placed.entry.payload {
        Some(Payload::Name(name)) => Some(name),
        _ if placed.ends(Kind::Name) => None,
        _ => return Ok(()),
    };
    if head.replaces.is_some() {
        tx.exec(DROP, (head.root,))?;
    }
    if let Some(name) = name {
        tx.exec(
            PUT,
            (
                name.person,
                head.root,
                head.id,
                head.happened.rank(),
                head.recorded_at,
                &name.full,
                name.known_as.as_ref(),
                name.usage.as_str(),
                name.from,
                name.until,
            ),
        )?;
    }
    Ok(())
}
