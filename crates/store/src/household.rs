//! Households. The name of a sealed one is kept here and given out by no finder.

use crate::error::Result;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::kind::{Kind, Payload};

/// The view.
pub const VIEW: View = View {
    name: "household",
    version: 1,
    tables: &["household"],
    definition: "
        create table household(
          id {id} not null primary key,
          name text not null,
          sealed {flag} not null
        ) {keyed};",
    apply,
};

const PUT: &str = "insert into household(id, name, sealed) values (?1, ?2, ?3)
    on conflict(id) do update set name = excluded.name, sealed = excluded.sealed";
const DROP: &str = "delete from household where id = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    if let Some(Payload::Household(household)) = &placed.entry.payload {
        tx.exec(PUT, (head.root, &household.name, household.sealed))?;
    } else if placed.ends(Kind::Household) {
        tx.exec(DROP, (head.root,))?;
    }
    Ok(())
}
