//! The family of a child in one query: members, ties, homes and who lives there, each one range
//! of a key.
//!
//! It is read through the family and not through entries filed under the child, so that a tie
//! written down before a brother was born is on his page too. A child without a family still has
//! parents, a home and those who live there.
//!
//! ```text
//! who    the child, and every member of the child's families
//! home   every household one of them lives or lived in
//! ```
//! The name of a sealed home never leaves this query: where its household is sealed, or an
//! address of it or of anybody who lives there.

use crate::error::{Error, Result};
use crate::row;
use crate::tx::Tx;
use crate::verbatim::Verbatim;
use domain::family_member::FamilyMember;
use domain::front_page::{Kin, Place};
use domain::household_member::HouseholdMember;
use domain::id::{EntryId, HouseholdId, PersonId};
use domain::tie::Tie;
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

// `cross join` holds SQLite to reading from the few to the many; to PostgreSQL it is any join.
const AROUND: &str = "with who(person) as materialized (
      select p.id from person p where p.id = ?1
      union select o.person from family_member m cross join family_member o
        where m.person = ?1 and o.family = m.family),
    home(household) as materialized (select distinct m.household
      from who w cross join household_member m where m.person = w.person)
    select 'member', o.root, o.person, o.body
      from family_member m cross join family_member o where m.person = ?1 and o.family = m.family
    union all select 'tie', t.root, t.person, t.body
      from who w cross join tie t where t.person = w.person
    union all select 'resident', r.root, r.person, r.body
      from home h cross join household_member r where r.household = h.household
    union all select 'place', d.id, d.id, d.name from home h cross join household d
      where d.id = h.household and d.sealed = 0 and not exists (select 1 from address a
        where a.whose = d.id and a.sealed = 1 and (a.until_on is null or a.until_on >= ?2))
    union all select 'under_seal', a.root, a.whose, ''
      from home h cross join household_member r cross join address a
      where r.household = h.household and a.whose = r.person
        and a.sealed = 1 and (a.until_on is null or a.until_on >= ?2)";

row! {
    struct KinRow {
        what: String,
        root: EntryId,
        whose: PersonId,
        body: String,
    }
}

impl Tx {
    /// Who is who and who lives where around a child. Asks nobody's leave: for whoever has
    /// already asked whether the reader may open the file.
    pub fn read_kin(&mut self, child: PersonId, on: Date) -> Result<Kin> {
        kin_of(&self.verbatim_kin(child, on)?, on)
    }

    /// The rows of it.
    pub(crate) fn verbatim_kin(&mut self, child: PersonId, on: Date) -> Result<Verbatim> {
        self.verbatim(AROUND, (child, on))
    }
}

/// Who is who and who lives where, by these rows.
pub(crate) fn kin_of(rows: &Verbatim, on: Date) -> Result<Kin> {
    let mut rows = rows.all::<KinRow>()?;
    // Entries made earlier have smaller ids, so that the order is the same wherever it is
    // read.
    rows.sort_by_key(|row| row.root);
    rows.dedup_by_key(|row| (row.root, row.what.clone()));
    let mut kin = Kin::default();
    let mut under_seal = BTreeSet::new();
    for row in &rows {
        match row.what.as_str() {
            "member" => kin.members.push(row.said::<FamilyMember>()?),
            "tie" => kin.ties.push(row.said::<Tie>()?),
            "resident" => kin.residents.push(row.said::<HouseholdMember>()?),
            "place" => kin.places.push(Place {
                household: HouseholdId::first_written_in(row.root),
                name: Some(row.body.clone()),
            }),
            _ => {
                under_seal.insert(row.whose);
            }
        }
    }
    hide_homes(&mut kin, &under_seal, on);
    Ok(kin)
}

/// Where somebody lives whose own address is told to nobody, the home has no name.
fn hide_homes(kin: &mut Kin, under_seal: &BTreeSet<PersonId>, on: Date) {
    if under_seal.is_empty() {
        return;
    }
    let hidden: BTreeSet<HouseholdId> = kin
        .living(on)
        .filter(|resident| under_seal.contains(&resident.person))
        .map(|resident| resident.household)
        .collect();
    kin.places.retain(|place| !hidden.contains(&place.household));
}

impl KinRow {
    fn said<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_str(&self.body)
            .map_err(|why| Error::Broken(format!("{} {}: {why}", self.what, self.root)))
    }
}
