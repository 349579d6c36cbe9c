//! Who lives, and lived, in which household.

use crate::error::Result;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::kind::{Kind, Payload};

/// The view.
pub const VIEW: View = View {
    name: "household_member",
    version: 1,
    tables: &["household_member"],
    definition: "
        create table household_member(
          household {id} not null,
          root {id} not null,
          person {id} not null,
          body text not null,
          primary key(household, root)
        ) {keyed};
        create index household_member_root on household_member(root);
        create index household_member_person on household_member(person);",
    apply,
};

const PUT: &str =
    "insert into household_member(household, root, person, body) values (?1, ?2, ?3, ?4)
    on conflict(household, root) do nothing";
const DROP: &str = "delete from household_member where root = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let member = match &placed.entry.payload {
        Some(Payload::HouseholdMember(member)) => Some(member),
        _ if placed.ends(Kind::HouseholdMember) => None,
        _ => return Ok(()),
    };
    if head.replaces.is_some() {
        tx.exec(DROP, (head.root,))?;
    }
    if let Some((member, payload)) = member.zip(placed.entry.payload.as_ref()) {
        tx.exec(PUT, (member.household, head.root, member.person, payload.to_json()))?;
    }
    Ok(())
}
