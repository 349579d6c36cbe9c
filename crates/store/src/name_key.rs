//! How a person's names may be looked up: by how they begin, how they sound, and the names they
//! are other forms of (`domain::sound::keys`).
//!
//! One row for each key of each name, past names too. It is read a whole key at a time, so the key
//! stands first.

use crate::error::Result;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::id::PersonId;
use domain::kind::{Kind, Payload};
use domain::name::Name;
use domain::sound;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Raised when the table or its `apply` changes; other keys raise it by themselves.
const TABLE_VERSION: u32 = 1;

/// The view.
pub const VIEW: View = View {
    name: "name_key",
    version: (TABLE_VERSION * 1000 + sound::KEYS_VERSION).cast_signed(),
    tables: &["name_key"],
    definition: "
        create table name_key(
          key text not null,
          person {id} not null,
          root {id} not null,
          primary key(key, person, root)
        ) {keyed};
        create index name_key_root on name_key(root);",
    apply,
};

const PUT: &str = "insert into name_key(key, person, root) values (?1, ?2, ?3)
    on conflict(key, person, root) do nothing";
const DROP: &str = "delete from name_key where root = ?1";
const OF_KEY: &str = "select person from name_key where key = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let name = match &placed.entry.payload {
        Some(Payload::Name(name)) => Some(name),
        _ if placed.ends(Kind::Name) => None,
        _ => return Ok(()),
    };
    if head.replaces.is_some() {
        tx.exec(DROP, (head.root,))?;
    }
    if let Some(name) = name {
        for key in keys(name) {
            tx.exec(PUT, (key, name.person, head.root))?;
        }
    }
    Ok(())
}

fn keys(name: &Name) -> BTreeSet<String> {
    let called = name.known_as.iter().flat_map(|called| sound::keys(called));
    sound::keys(&name.full).into_iter().chain(called).collect()
}

/// Somebody with keys of what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// How many keys of what was typed they have.
    pub shared: u16,
}

impl Tx {
    /// Those who have most keys of what was typed: so many of these whom the viewer is near to,
    /// and so many of all others. Asks nobody's leave: for ranking, before people are sifted.
    pub fn list_candidates(
        &mut self,
        keys: &[String],
        near: &HashSet<PersonId>,
        most: usize,
    ) -> Result<Vec<Candidate>> {
        let mut shared: HashMap<PersonId, u16> = HashMap::new();
        for key in keys {
            let mut before = None;
            self.each(OF_KEY, (key,), |row| {
                let person: PersonId = row.get(0)?;
                // Two names of one person may have a key in common.
                if before != Some(person) {
                    *shared.entry(person).or_default() += 1;
                    before = Some(person);
                }
                Ok(())
            })?;
        }
        let all = shared.into_iter().map(|(person, shared)| Candidate { person, shared });
        let (mut own, mut others): (Vec<_>, Vec<_>) =
            all.partition(|one| near.contains(&one.person));
        for some in [&mut own, &mut others] {
            some.sort_unstable_by_key(|one| (Reverse(one.shared), one.person));
            some.truncate(most);
        }
        own.extend(others);
        Ok(own)
    }
}
