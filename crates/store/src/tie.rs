//! Ties between people, filed under one end: a parent's under the child, any other under who it is from.

use crate::error::Result;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::kind::{Kind, Payload};
use domain::tie::What;

/// The view.
pub const VIEW: View = View {
    name: "tie",
    version: 1,
    tables: &["tie"],
    definition: "
        create table tie(
          person {id} not null,
          root {id} not null,
          other {id} not null,
          body text not null,
          primary key(person, root)
        ) {keyed};
        create index tie_root on tie(root);
        create index tie_other on tie(other);",
    apply,
};

const PUT: &str = "insert into tie(person, root, other, body) values (?1, ?2, ?3, ?4)
    on conflict(person, root) do nothing";
const DROP: &str = "delete from tie where root = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let tie = match &placed.entry.payload {
        Some(Payload::Tie(tie)) => Some(tie),
        _ if placed.ends(Kind::Tie) => None,
        _ => return Ok(()),
    };
    if head.replaces.is_some() {
        tx.exec(DROP, (head.root,))?;
    }
    if let Some((tie, payload)) = tie.zip(placed.entry.payload.as_ref()) {
        let (person, other) = match tie.what {
            What::ParentOf { .. } => (tie.to, tie.from),
            _ => (tie.from, tie.to),
        };
        tx.exec(PUT, (person, head.root, other, payload.to_json()))?;
    }
    Ok(())
}
