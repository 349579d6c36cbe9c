//! People by id, with every name they have: one query for everybody a page names.
//!
//! A page is read first and knows then exactly whom it names (`domain::mention`). That is why
//! there is no view of the persons around a child: it would only ever grow, cost every note a
//! write, and still be a guess. Ids go into the statement as they are, padded to a fixed number,
//! so that there is one text.

use crate::error::{Error, Result};
use crate::forty::{AT_ONCE, before_ids, forty};
use crate::row;
use crate::row::FromRow as _;
use crate::tx::Tx;
use crate::value::{IntoValue as _, Value};
use crate::verbatim::Verbatim;
use domain::front_page::{Desk, Known, People, Ranked};
use domain::id::{EntryId, PersonId, TeamId};
use domain::known_by::Scheme;
use domain::name::{Name, Usage};
use domain::person::{Person, Phone};
use jiff::{Timestamp, civil::Date};
use std::collections::btree_map::Entry;

/// These persons, and every name of each.
macro_rules! named {
    ($who:expr) => {
        concat!(
            "select 'person', p.id, p.facts, n.written_in_full, n.known_as, n.usage, n.from_on,
               n.until_on, n.id, n.at, n.recorded_at
               from person p left join name n on n.person = p.id where p.id ",
            $who
        )
    };
}

const NAMED: &str = concat!(
    named!(concat!("in ", forty!(after 4))),
    " union all select 'desk', d.team, null, d.name, d.number, null, d.hours,
        null, null, null, null
      from desk d where d.team = ?1
    union all select 'desk', d.team, null, d.name, d.number, null, d.hours, null, null, null, null
      from desk_seat s cross join desk d where s.person = ?2 and d.team = s.team
    union all select 'number', k.person, null, k.value, null, null, null, null, null, null, null
      from known_by k where k.person = ?3 and k.scheme = ?4"
);
/// One person, for whom a list of forty places costs more than it is worth.
const NAMED_ALONE: &str = named!("= ?1");

row! {
    struct NamedRow {
        what: String,
        whose: [u8; 16],
        facts: Option<String>,
        full: Option<String>,
        known_as: Option<String>,
        usage: Option<String>,
        from: Option<String>,
        until: Option<Date>,
        id: Option<EntryId>,
        at: Option<Timestamp>,
        recorded_at: Option<Timestamp>,
    }
}

/// Whom to look up beside persons.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Beside {
    /// The duty desk of this team.
    pub desk: Option<TeamId>,
    /// The duty desks of this worker's teams.
    pub desks_of: Option<PersonId>,
    /// The council's number for this child.
    pub number_of: Option<PersonId>,
}

impl Tx {
    /// These persons, with their names, and what stands beside them.
    pub fn list_people(&mut self, who: &[PersonId], beside: Beside) -> Result<People> {
        people_of(&self.verbatim_people(who, beside)?)
    }

    /// The rows of it.
    pub(crate) fn verbatim_people(&mut self, who: &[PersonId], beside: Beside) -> Result<Verbatim> {
        let mut rows = Verbatim::default();
        let mut beside = Some(beside);
        for some in who.chunks(AT_ONCE) {
            let asked = beside.take().unwrap_or_default();
            let scheme = Value::Text(Scheme::LaChildId.as_str());
            let first =
                [asked.desk.value(), asked.desks_of.value(), asked.number_of.value(), scheme];
            self.add_verbatim(&mut rows, NAMED, before_ids(&first, some).as_slice())?;
        }
        Ok(rows)
    }

    /// This person, with every name they have.
    pub fn list_one(&mut self, who: PersonId) -> Result<People> {
        people_of(&self.verbatim(NAMED_ALONE, (who,))?)
    }
}

/// The people of these rows.
pub(crate) fn people_of(rows: &Verbatim) -> Result<People> {
    let mut people = People::default();
    rows.each(|row| NamedRow::from_row(row)?.into(&mut people))?;
    Ok(people)
}

impl NamedRow {
    fn into(self, people: &mut People) -> Result<()> {
        match self.what.as_str() {
            "person" => return self.person(people),
            "number" => people.number = people.number.take().max(self.full),
            _ => {
                let phone = self.known_as.map(|number| Phone { number, note: self.from });
                people.desks.push(Desk { team: TeamId::from_bytes(self.whose), phone });
                people.desks.sort_by_key(|desk| desk.team);
                people.desks.dedup();
            }
        }
        Ok(())
    }

    fn person(self, people: &mut People) -> Result<()> {
        let id = PersonId::from_bytes(self.whose);
        let broken = |why: &dyn std::fmt::Display| Error::Broken(format!("person {id}: {why}"));
        if let Entry::Vacant(unknown) = people.known.entry(id) {
            let facts = self.facts.unwrap_or_default();
            let person = serde_json::from_str::<Person>(&facts).map_err(|why| broken(&why))?;
            unknown.insert(Known { person, names: Vec::new() });
        }
        let Some(full) = self.full else { return Ok(()) };
        let usage = self.usage.as_deref().and_then(Usage::parse);
        let from =
            self.from.map(|day| day.parse::<Date>()).transpose().map_err(|why| broken(&why))?;
        let rank = self.at.zip(self.recorded_at).zip(self.id);
        let ((at, recorded_at), entry) = rank.ok_or_else(|| broken(&"a name without its entry"))?;
        let name = Name {
            person: id,
            full,
            known_as: self.known_as,
            usage: usage.ok_or_else(|| broken(&"a name of no usage"))?,
            from,
            until: self.until,
        };
        let known = people.known.entry(id).or_default();
        known.names.push(Ranked { name, rank: (at, recorded_at, entry) });
        Ok(())
    }
}
