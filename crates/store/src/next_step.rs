//! What somebody owes and has not done yet: it stands in My work, and nowhere else.
//!
//! Filed under every child it is about. What is done leaves it; what was said stays in the
//! journal.

use crate::error::Result;
use crate::filed::Filed;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::kind::{Kind, Payload};

/// The view.
pub const VIEW: View = View {
    name: "next_step",
    version: 1,
    tables: &["next_step"],
    definition: "
        create table next_step(
          child {id} not null,
          root {id} not null,
          id {id} not null,
          at {big} not null,
          recorded_at {big} not null,
          writer {id},
          owner {id},
          readers text,
          body text not null,
          primary key(child, root)
        ) {keyed};
        create index next_step_root on next_step(root);
        create index next_step_owner on next_step(owner);",
    apply,
};

const PUT: &str = "insert into next_step(child, root, id, at, recorded_at, writer, owner, readers,
    body) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) on conflict(child, root) do nothing";
const DROP: &str = "delete from next_step where root = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let step = match &placed.entry.payload {
        Some(Payload::NextStep(step)) => Some(step),
        _ if placed.ends(Kind::NextStep) => None,
        _ => return Ok(()),
    };
    if head.replaces.is_some() {
        tx.exec(DROP, (head.root,))?;
    }
    let owed = step.filter(|step| step.doing.done_on.is_none());
    if let Some((step, payload)) = owed.zip(placed.entry.payload.as_ref()) {
        let body = payload.to_json();
        for child in &head.about {
            let f = Filed::of(head, *child);
            let owner = step.doing.owner;
            let row =
                (*child, f.root, f.id, f.at, f.recorded_at, f.writer, owner, f.readers, &body);
            tx.exec(PUT, row)?;
        }
    }
    Ok(())
}
