//! Views: ordinary tables that say what the journal amounts to, and can be made again from it.
//!
//! A view is a file of this crate with a `View`: its tables, its version, and what an entry does
//! to it. An entry that replaces another comes after it in every order a view may meet; beyond
//! that a view depends on no order, since rivals are ranked by (happened, recorded, id) when
//! pages read. A view whose version is not this program's is made anew at start.

use crate::dialect;
use crate::error::Result;
use crate::tx::Tx;
use crate::{
    access_grant, account, address, beside, card, desk, family_member, filed_with, household,
    household_member, import_batch, import_line, involvement, known_by, listening, name, name_key,
    next_step, person, rating, restriction, seen, story, team, tie, word,
};
use domain::entry::Entry;
use domain::kind::{Kind, Payload};

/// One view.
pub struct View {
    /// Its name, which is also its first table's.
    pub name: &'static str,
    /// Raised whenever its tables or its `apply` change.
    pub version: i32,
    /// Every table of it.
    pub tables: &'static [&'static str],
    /// Their definitions, in the words of `dialect::tables`.
    pub definition: &'static str,
    /// What an entry does to it.
    pub apply: fn(&mut Tx, &Placed<'_>) -> Result<()>,
}

/// An entry at its place in this store's journal.
pub struct Placed<'a> {
    /// The place.
    pub seq: i64,
    /// The entry.
    pub entry: &'a Entry,
    /// Its payload as it is stored.
    pub body: Option<&'a str>,
}

impl Placed<'_> {
    /// Whether this entry ends what its root said as this kind: withdrawn, erased, or its payload
    /// gone.
    pub fn ends(&self, kind: Kind) -> bool {
        match &self.entry.payload {
            Some(Payload::Withdrawal(withdrawal)) => withdrawal.of == kind,
            Some(Payload::Erasure(erasure)) => erasure.of == kind,
            Some(_) => false,
            None => self.entry.head.kind == kind,
        }
    }
}

/// Every view there is.
pub const VIEWS: &[&View] = &[
    &person::VIEW,
    &name::VIEW,
    &name_key::VIEW,
    &known_by::VIEW,
    &team::VIEW,
    &account::VIEW,
    &involvement::VIEW,
    &restriction::VIEW,
    &access_grant::VIEW,
    &family_member::VIEW,
    &tie::VIEW,
    &household::VIEW,
    &household_member::VIEW,
    &address::VIEW,
    &desk::VIEW,
    &filed_with::VIEW,
    &beside::VIEW,
    &listening::VIEW,
    &card::VIEW,
    &rating::VIEW,
    &seen::VIEW,
    &story::VIEW,
    &next_step::VIEW,
    &word::VIEW,
    &import_batch::VIEW,
    &import_line::VIEW,
];

const SET_VERSION: &str = "insert into view_version(name, version) values (?1, ?2)
    on conflict(name) do update set version = excluded.version";
const VERSIONS: &str = "select name, version from view_version";

/// Applies one entry to every view.
pub(crate) fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    VIEWS.iter().try_for_each(|view| (view.apply)(tx, placed))
}

/// Makes the tables of a view anew, empty.
pub(crate) fn make(tx: &mut Tx, view: &View) -> Result<()> {
    for table in view.tables {
        tx.batch(&format!("drop table if exists {table}"))?;
    }
    tx.batch(&dialect::tables(tx.is_postgres(), view.definition))?;
    tx.exec(SET_VERSION, (view.name, view.version))?;
    Ok(())
}

/// The views whose tables are not this program's.
pub fn out_of_date(tx: &mut Tx) -> Result<Vec<&'static View>> {
    let stored = tx.all::<(String, i32)>(VERSIONS, ())?;
    let current = |view: &View| stored.iter().any(|(n, v)| n == view.name && *v == view.version);
    Ok(VIEWS.iter().copied().filter(|view| !current(view)).collect())
}
