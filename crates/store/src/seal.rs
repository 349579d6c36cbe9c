//! Seals: every few seconds all new entries are closed under one root, and the roots are chained.
//!
//! ```text
//! seal n   root = SHA-256(root before | of each series that grew: writer, length, last digest)
//! ```
//! A series is a chain, so its last digest stands for all of it; a seal over the last digests
//! stands for everything. Whoever keeps one root elsewhere can show later that nothing before it
//! was changed.

use crate::error::Result;
use crate::row;
use crate::tx::Tx;
use domain::entry::{Digest, Head};
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
    }
}

row! { struct TipRow { writer: WriterId, n: i64, digest: Digest } }
row! { struct NewRow { seq: i64, head: String, digest: Digest } }

const LAST: &str = "select n, before, root, upto from seal order by n desc limit 1";
const ALL: &str = "select n, before, root, upto from seal where n > ?1 order by n limit 500";
const TIPS_OF: &str = "select writer, n, digest from seal_tip where seal = ?1 order by writer";
const PUT: &str = "insert into seal(n, sealed_at, before, root, upto) values (?1, ?2, ?3, ?4, ?5)";
const PUT_TIP: &str = "insert into seal_tip(seal, writer, n, digest) values (?1, ?2, ?3, ?4)";
const NEW: &str = "select seq, head, digest from entry where seq > ?1 order by seq limit 5000";

/// The root over these tips.
pub fn root_over(before: &Digest, tips: &Tips) -> Digest {
    let mut hash = Sha256::new().chain_update(before);
    for (writer, (n, digest)) in tips {
        hash =
            hash.chain_update(writer.as_bytes()).chain_update(n.to_be_bytes()).chain_update(digest);
    }
    hash.finalize().into()
}

impl Tx {
    /// Seals whatever is new; whether anything was.
    pub fn seal_new_entries(&mut self, now: Timestamp) -> Result<bool> {
        let last = self.find::<SealRow>(LAST, ())?;
        let (n, before, mut upto) =
            last.map_or((0, [0; 32], 0), |seal| (seal.n, seal.root, seal.upto));
        let mut tips = Tips::new();
        loop {
            let new = self.all::<NewRow>(NEW, (upto,))?;
            for row in &new {
                let series = series_of(row)?;
                tips.insert(series.writer, (series.n, row.digest));
            }
            match new.last() {
                Some(row) => upto = row.seq,
                None => break,
            }
        }
        if tips.is_empty() {
            return Ok(false);
        }
        let root = root_over(&before, &tips);
        self.exec(PUT, (n + 1, now, before, root, upto))?;
        for (writer, (length, digest)) in &tips {
            let length = i64::try_from(*length).unwrap_or(i64::MAX);
            self.exec(PUT_TIP, (n + 1, *writer, length, *digest))?;
        }
        Ok(true)
    }

    /// The seals after this one.
    pub fn list_seals(&mut self, after: i64) -> Result<Vec<SealRow>> {
        self.all(ALL, (after,))
    }

    /// What a seal closes.
    pub fn list_tips(&mut self, seal: i64) -> Result<Tips> {
        let rows = self.all::<TipRow>(TIPS_OF, (seal,))?;
        let length = |n| u64::try_from(n).unwrap_or_default();
        Ok(rows.into_iter().map(|row| (row.writer, (length(row.n), row.digest))).collect())
    }
}

fn series_of(row: &NewRow) -> Result<domain::entry::Series> {
    let head: Head = serde_json::from_str(&row.head).map_err(|why| {
        crate::error::Error::Entry(row.seq, domain::entry::UnreadableEntry::Head(why))
    })?;
    Ok(head.series)
}
