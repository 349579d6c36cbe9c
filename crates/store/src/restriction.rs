//! Restrictions: who is shut out of a file, and who alone may open it.

use crate::error::Result;
use crate::row;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::access::Span;
use domain::id::{EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::restriction::Whom;
use jiff::Timestamp;

/// The view. A file for named people has a row with nobody in it, so that it is restricted even
/// where nobody is named.
pub const VIEW: View = View {
    name: "restriction",
    version: 1,
    tables: &["restriction"],
    definition: "
        create table restriction(
          root {id} not null,
          place {big} not null,
          child {id} not null,
          rule text not null,
          person {id},
          from_at {big} not null,
          until_at {big},
          primary key(root, place)
        ) {keyed};
        create index restriction_child on restriction(child, rule);
        create index restriction_person on restriction(person);",
    apply,
};

const PUT: &str = "insert into restriction(root, place, child, rule, person, from_at, until_at)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const DROP: &str = "delete from restriction where root = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let restriction = match &placed.entry.payload {
        Some(Payload::Restriction(restriction)) => Some(restriction),
        _ if placed.ends(Kind::Restriction) => None,
        _ => return Ok(()),
    };
    tx.exec(DROP, (head.root,))?;
    let Some(restriction) = restriction else { return Ok(()) };
    let span = Span::of_days(restriction.from, restriction.until);
    let (rule, people) = match &restriction.whom {
        Whom::ShutOut(people) => ("shut_out", people),
        Whom::Only(people) => ("only", people),
    };
    let nobody = (rule == "only").then_some(None);
    let rows = nobody.into_iter().chain(people.iter().copied().map(Some));
    for (place, person) in (0_i64..).zip(rows) {
        let row = (head.root, place, restriction.child, rule, person, span.from, span.until);
        tx.exec(PUT, row)?;
    }
    Ok(())
}

const IN_FORCE: &str = "select distinct root from restriction where child = ?1 and from_at <= ?2
    and (until_at is null or ?2 < until_at) order by root";

const IS_RESTRICTED: &str = "select root from restriction where child = ?1 and rule = 'only'
    and from_at <= ?2 and (until_at is null or ?2 < until_at) limit 1";

row! { struct RootRow { root: EntryId } }

impl Tx {
    /// The restrictions of a child's file that are in force.
    pub fn list_restrictions(&mut self, child: PersonId, at: Timestamp) -> Result<Vec<EntryId>> {
        let rows = self.all::<RootRow>(IN_FORCE, (child, at))?;
        Ok(rows.into_iter().map(|row| row.root).collect())
    }

    /// Whether a child's file is for named people alone.
    pub fn is_restricted(&mut self, child: PersonId, at: Timestamp) -> Result<bool> {
        Ok(self.find::<RootRow>(IS_RESTRICTED, (child, at))?.is_some())
    }
}
