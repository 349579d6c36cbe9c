//! Addresses, of people and of households. Whether one is sealed is what pages ask for; its lines stand
//! in the journal and are opened by whoever may open the entry.
//!
//! A sealed address that ended on a known day seals nothing from the next day on; where the end is not
//! known to the day, it still does.

use crate::error::Result;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::address::Whose;
use domain::fuzzy_date::FuzzyDate;
use domain::kind::{Kind, Payload};
use domain::time::Precision;

/// The view.
pub const VIEW: View = View {
    name: "address",
    version: 1,
    tables: &["address"],
    definition: "
        create table address(
          whose {id} not null,
          root {id} not null,
          sealed {flag} not null,
          until_on text,
          primary key(whose, root)
        ) {keyed};
        create index address_root on address(root);",
    apply,
};

const PUT: &str = "insert into address(whose, root, sealed, until_on) values (?1, ?2, ?3, ?4)
    on conflict(whose, root) do nothing";
const DROP: &str = "delete from address where root = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let address = match &placed.entry.payload {
        Some(Payload::Address(address)) => Some(address),
        _ if placed.ends(Kind::Address) => None,
        _ => return Ok(()),
    };
    if head.replaces.is_some() {
        tx.exec(DROP, (head.root,))?;
    }
    if let Some(address) = address {
        let whose = match address.of {
            Whose::Person(person) => *person.as_bytes(),
            Whose::Household(household) => *household.as_bytes(),
        };
        let known = address.until.filter(|until| until.precision() == Precision::Day);
        let until = known.map(FuzzyDate::first_day);
        tx.exec(PUT, (whose, head.root, address.sealed, until))?;
    }
    Ok(())
}
