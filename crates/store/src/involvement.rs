//! Who works with whom. Access is read from here.

use crate::error::Result;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::id::PersonId;
use domain::involvement::Involved;
use domain::kind::{Kind, Payload};

/// The view.
pub const VIEW: View = View {
    name: "involvement",
    version: 1,
    tables: &["involvement"],
    definition: "
        create table involvement(
          root {id} not null primary key,
          child {id} not null,
          holder {id},
          holder_kind text not null,
          role text not null,
          title text,
          from_on text not null,
          until_on text
        ) {keyed};
        create index involvement_child on involvement(child);
        create index involvement_holder on involvement(holder);",
    apply,
};

const PUT: &str = "insert into involvement(root, child, holder, holder_kind, role, title, from_on,
    until_on) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict(root) do update set
    child = excluded.child, holder = excluded.holder, holder_kind = excluded.holder_kind,
    role = excluded.role, title = excluded.title, from_on = excluded.from_on,
    until_on = excluded.until_on";
const DROP: &str = "delete from involvement where root = ?1";
const COUNT_OTHER: &str =
    "select count(*) from involvement where child = ?1 and holder_kind <> 'waiting'";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    if let Some(Payload::Involvement(part)) = &placed.entry.payload {
        let (holder, kind) = match part.who {
            Involved::Person(person) => (Some(*person.as_bytes()), "person"),
            Involved::Team(team) => (Some(*team.as_bytes()), "team"),
            Involved::NotYetAllocated => (None, "waiting"),
        };
        tx.exec(
            PUT,
            (
                head.root,
                part.child,
                holder,
                kind,
                part.role.as_str(),
                part.title.as_ref(),
                part.from,
                part.until,
            ),
        )?;
    } else if placed.ends(Kind::Involvement) {
        tx.exec(DROP, (head.root,))?;
    }
    Ok(())
}

impl Tx {
    /// How many persons and teams ever worked with a child; the pool of those not yet allocated
    /// is none.
    pub fn count_involved(&mut self, child: PersonId) -> Result<i64> {
        Ok(self.get::<(i64,)>(COUNT_OTHER, (child,))?.0)
    }
}
