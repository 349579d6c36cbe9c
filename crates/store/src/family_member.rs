//! Who belongs to which family.

use crate::error::Result;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::kind::{Kind, Payload};

/// The view.
pub const VIEW: View = View {
    name: "family_member",
    version: 1,
    tables: &["family_member"],
    definition: "
        create table family_member(
          family {id} not null,
          root {id} not null,
          person {id} not null,
          body text not null,
          primary key(family, root)
        ) {keyed};
        create index family_member_root on family_member(root);
        create index family_member_person on family_member(person);",
    apply,
};

const PUT: &str = "insert into family_member(family, root, person, body) values (?1, ?2, ?3, ?4)
    on conflict(family, root) do nothing";
const DROP: &str = "delete from family_member where root = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let member = match &placed.entry.payload {
        Some(Payload::FamilyMember(member)) => Some(member),
        _ if placed.ends(Kind::FamilyMember) => None,
        _ => return Ok(()),
    };
    if head.replaces.is_some() {
        tx.exec(DROP, (head.root,))?;
    }
    if let Some((member, payload)) = member.zip(placed.entry.payload.as_ref()) {
        tx.exec(PUT, (member.family, head.root, member.person, payload.to_json()))?;
    }
    Ok(())
}
