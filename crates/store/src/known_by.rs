//! Numbers that other systems know a person by.

use crate::error::Result;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::id::{Authority, PersonId};
use domain::kind::{Kind, Payload};
use domain::known_by::Scheme;

/// The view.
pub const VIEW: View = View {
    name: "known_by",
    version: 1,
    tables: &["known_by"],
    definition: "
        create table known_by(
          root {id} not null primary key,
          authority integer not null,
          person {id} not null,
          scheme text not null,
          value text not null,
          checks {flag} not null
        ) {keyed};
        create index known_by_value on known_by(authority, scheme, value);
        create index known_by_person on known_by(person);",
    apply,
};

const PUT: &str = "insert into known_by(root, authority, person, scheme, value, checks)
    values (?1, ?2, ?3, ?4, ?5, ?6) on conflict(root) do update set person = excluded.person,
    scheme = excluded.scheme, value = excluded.value, checks = excluded.checks";
const DROP: &str = "delete from known_by where root = ?1";
const WHO: &str = "select person from known_by where authority = ?1 and scheme = ?2 and value = ?3
    order by person limit 1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    if let Some(Payload::Identifier(known)) = &placed.entry.payload {
        tx.exec(
            PUT,
            (
                head.root,
                head.authority,
                known.person,
                known.scheme.as_str(),
                &known.value,
                known.checks,
            ),
        )?;
    } else if placed.ends(Kind::Identifier) {
        tx.exec(DROP, (head.root,))?;
    }
    Ok(())
}

impl Tx {
    /// Who is known by this number. Asks nobody's leave: for imports.
    pub fn find_known_by(
        &mut self,
        authority: Authority,
        scheme: Scheme,
        value: &str,
    ) -> Result<Option<PersonId>> {
        Ok(self.find::<(PersonId,)>(WHO, (authority, scheme.as_str(), value))?.map(|(who,)| who))
    }
}
