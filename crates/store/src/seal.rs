//! Seals: every few seconds all new entries and looks are closed under one root, and the roots
//! are chained.
//!
//! ```text
//! seal n   root = SHA-256(root before | of each series that grew: writer, length, last digest)
//! ```
//! A series is a chain, so its last digest stands for all of it; a seal over the last digests
//! stands for everything. Whoever keeps one root elsewhere can show later that nothing before it
//! was changed.

use crate::error::{Error, Result};
use crate::row;
use crate::tx::Tx;
use domain::entry::{Digest, Head, UnreadableEntry};
use domain::id::WriterId;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// How far each series is: its length and its last digest.
pub type Tips = BTreeMap<WriterId, (u64, Digest)>;

row! {
    /// A seal.
    pub struct SealRow {
        /// From 1.
        n: i64,
        /// The root of the one before.
        before: Digest,
        /// Its root.
        root: Digest,
        /// Of the newest entry it closes, its place in this store.
        upto: i64,
        /// Of the newest look it closes, its place in this store.
        looks_upto: i64,
    }
}

row! { struct TipRow { writer: WriterId, n: i64, digest: Digest } }
row! { struct NewEntryRow { seq: i64, head: String, digest: Digest } }
row! { struct NewLookRow { seq: i64, writer: WriterId, n: i64, digest: Digest } }

const LAST: &str = "select n, before, root, upto, looks_upto from seal order by n desc limit 1";
const ALL: &str = "select n, before, root, upto, looks_upto from seal where n > ?1
    order by n limit 500";
const TIPS_OF: &str = "select writer, n, digest from seal_tip where seal = ?1 order by writer";
const PUT: &str = "insert into seal(n, sealed_at, before, root, upto, looks_upto)
    values (?1, ?2, ?3, ?4, ?5, ?6)";
const PUT_TIP: &str = "insert into seal_tip(seal, writer, n, digest) values (?1, ?2, ?3, ?4)";
const ENTRIES: &str = "select seq, head, digest from entry where seq > ?1 order by seq limit 5000";
const LOOKS: &str =
    "select seq, writer, n, digest from look where seq > ?1 order by seq limit 5000";

/// The root over these tips.
pub fn root_over(before: &Digest, tips: &Tips) -> Digest {
    let mut hash = Sha256::new().chain_update(before);
    for (writer, (n, digest)) in tips {
        hash = hash.chain_update(writer.as_bytes());
        hash = hash.chain_update(n.to_be_bytes()).chain_update(digest);
    }
    hash.finalize().into()
}

impl Tx {
    /// Seals whatever is new; whether anything was.
    pub fn seal_what_is_new(&mut self, now: Timestamp) -> Result<bool> {
        let last = self.find::<SealRow>(LAST, ())?.unwrap_or(SealRow {
            n: 0,
            before: [0; 32],
            root: [0; 32],
            upto: 0,
            looks_upto: 0,
        });
        let mut tips = Tips::new();
        let upto = self.new_entries(last.upto, &mut tips)?;
        let looks_upto = self.new_looks(last.looks_upto, &mut tips)?;
        if tips.is_empty() {
            return Ok(false);
        }
        let n = last.n + 1;
        let root = root_over(&last.root, &tips);
        self.exec(PUT, (n, now, last.root, root, upto, looks_upto))?;
        for (writer, (length, digest)) in &tips {
            let length = i64::try_from(*length).unwrap_or(i64::MAX);
            self.exec(PUT_TIP, (n, *writer, length, *digest))?;
        }
        Ok(true)
    }

    fn new_entries(&mut self, mut upto: i64, tips: &mut Tips) -> Result<i64> {
        loop {
            let new = self.all::<NewEntryRow>(ENTRIES, (upto,))?;
            for row in &new {
                let head: Head = serde_json::from_str(&row.head)
                    .map_err(|why| Error::Entry(row.seq, UnreadableEntry::Head(why)))?;
                tips.insert(head.series.writer, (head.series.n, row.digest));
            }
            match new.last() {
                Some(row) => upto = row.seq,
                None => return Ok(upto),
            }
        }
    }

    fn new_looks(&mut self, mut upto: i64, tips: &mut Tips) -> Result<i64> {
        loop {
            let new = self.all::<NewLookRow>(LOOKS, (upto,))?;
            for row in &new {
                tips.insert(row.writer, (length(row.n), row.digest));
            }
            match new.last() {
                Some(row) => upto = row.seq,
                None => return Ok(upto),
            }
        }
    }

    /// The seals after this one.
    pub fn list_seals(&mut self, after: i64) -> Result<Vec<SealRow>> {
        self.all(ALL, (after,))
    }

    /// What a seal closes.
    pub fn list_tips(&mut self, seal: i64) -> Result<Tips> {
        let rows = self.all::<TipRow>(TIPS_OF, (seal,))?;
        Ok(rows.into_iter().map(|row| (row.writer, (length(row.n), row.digest))).collect())
    }
}

/// A length as a store keeps it.
fn length(n: i64) -> u64 {
    u64::try_from(n).unwrap_or_default()
}
