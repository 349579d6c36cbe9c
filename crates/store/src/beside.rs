//! What stands beside something: who may see it, to whom it was brought back, and what a child was
//! told came of it. Found by the root it is beside.
//!
//! Deliberately absent: what may be read of it. Whoever finds a root here reads the entry, and asks
//! the rule about that.

use crate::error::Result;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::id::EntryId;
use domain::kind::{Kind, Payload};

/// The view.
pub const VIEW: View = View {
    name: "beside",
    version: 2,
    tables: &["beside"],
    definition: "
        create table beside(
          of {id} not null,
          root {id} not null,
          primary key(of, root)
        ) {keyed};
        create index beside_root on beside(root);",
    apply,
};

/// What stands beside something.
const BESIDE: [Kind; 3] = [Kind::Sharing, Kind::ChildAnswer, Kind::SharedBack];

const PUT: &str = "insert into beside(of, root) values (?1, ?2) on conflict(of, root) do nothing";
const DROP: &str = "delete from beside where root = ?1";
const OF: &str = "select root from beside where of = ?1 order by root";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let of = match &placed.entry.payload {
        Some(Payload::Sharing(sharing)) => Some(sharing.of),
        Some(Payload::ChildAnswer(answer)) => Some(answer.to),
        Some(Payload::SharedBack(shared)) => Some(shared.of),
        _ if BESIDE.iter().any(|kind| placed.ends(*kind)) => None,
        _ => return Ok(()),
    };
    if head.replaces.is_some() {
        tx.exec(DROP, (head.root,))?;
    }
    if let Some(of) = of {
        tx.exec(PUT, (of, head.root))?;
    }
    Ok(())
}

impl Tx {
    /// The roots of the choices, answers and showings that stand beside this, old ones first, as
    /// their ids say.
    pub fn list_beside(&mut self, of: EntryId) -> Result<Vec<EntryId>> {
        let found = self.all::<(EntryId,)>(OF, (of,))?;
        Ok(found.into_iter().map(|(root,)| root).collect())
    }
}
