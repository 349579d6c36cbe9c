//! Numbers that other systems know a person by.

use crate::error::Result;
use crate::tx::Tx;
use crate::value::{IntoValue, Value};
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
const NUMBERED: &str = "select value, person from known_by where authority = ?1 and scheme = ?2
    and value > ?3 order by value, person limit ?4";
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

/// How many persons one statement asks for; more take another round.
const AT_ONCE: usize = 50;
const NUMBERS: &str = "select person, min(value) from known_by where scheme = ?1
    and person in (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
      ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36,
      ?37, ?38, ?39, ?40, ?41, ?42, ?43, ?44, ?45, ?46, ?47, ?48, ?49, ?50, ?51)
    group by person";

impl Tx {
    /// The numbers of these persons in one scheme, for those who have one. Asks nobody's leave:
    /// for use cases that already did.
    pub fn list_numbers(
        &mut self,
        who: &[PersonId],
        scheme: Scheme,
    ) -> Result<Vec<(PersonId, String)>> {
        let mut found = Vec::new();
        for some in who.chunks(AT_ONCE) {
            let ids = some.iter().map(IntoValue::value);
            let blanks = std::iter::repeat_n(Value::Null, AT_ONCE - some.len());
            let values: Vec<_> =
                std::iter::once(Value::Text(scheme.as_str())).chain(ids).chain(blanks).collect();
            found.extend(self.all::<(PersonId, String)>(NUMBERS, values.as_slice())?);
        }
        Ok(found)
    }

    /// Everybody who has a number of this scheme, by number, a page at a time. Asks nobody's
    /// leave: for lists from elsewhere.
    pub fn list_numbered(
        &mut self,
        (authority, scheme): (Authority, Scheme),
        after: &str,
        limit: i64,
    ) -> Result<Vec<(String, PersonId)>> {
        self.all(NUMBERED, (authority, scheme.as_str(), after, limit))
    }

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
