//! Whether the journal is what was written: digests, series, places taken, seals.

use crate::dialect;
use crate::error::Result;
use crate::row;
use crate::seal::{self, Tips};
use crate::tx::Tx;
use domain::entry::{self, Digest, Head, Salt};
use domain::id::{AccountId, Authority, EntryId, PersonId, WriterId};
use domain::kind::Kind;
use domain::look::Look;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What was looked through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Verified {
    /// Entries.
    pub entries: u64,
    /// Of these, with their payload erased.
    pub erased: u64,
    /// Looks.
    pub looks: u64,
    /// Seals.
    pub seals: u64,
    /// Entries and looks that no seal closes yet.
    pub unsealed: u64,
}

/// The first thing that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Tampered {
    /// The head does not give its digest.
    #[error("entry {0}: its digest is not that of its words")]
    Head(EntryId),
    /// The payload does not give the digest in the head.
    #[error("entry {0}: its payload is not what was written")]
    Payload(EntryId),
    /// The payload is not there, and no erasure says so.
    #[error("entry {0}: its payload is gone, and nothing says under which power")]
    Missing(EntryId),
    /// A head cannot be read.
    #[error("place {0} of the journal: its head cannot be read")]
    Unreadable(i64),
    /// Columns say something else than the head.
    #[error("entry {0}: its row and its head differ")]
    Row(EntryId),
    /// A number of a series is missing or double.
    #[error("entry {id}: number {n} of its series, where {expected} was due")]
    Series {
        /// The entry.
        id: EntryId,
        /// Its number.
        n: u64,
        /// The number due.
        expected: u64,
    },
    /// A look does not give its digest, or one is missing.
    #[error("look {0}: it is not what was written, or one before it is missing")]
    Look(i64),
    /// A seal is not over what it says.
    #[error("seal {0}: its root is not that of what it closes")]
    Seal(i64),
    /// A sealed series has become shorter or another.
    #[error("seal {0}: series {1} is not as it was sealed")]
    Tip(i64, WriterId),
}

row! {
    struct VerifyRow {
        seq: i64,
        id: EntryId,
        root: EntryId,
        authority: Authority,
        kind: String,
        recorded_at: i64,
        replaces: Option<EntryId>,
        head: String,
        digest: Digest,
        salt: Option<Salt>,
        body: Option<String>,
    }
}

const PAGE: &str =
    "select e.seq, e.id, e.root, e.authority, e.kind, e.recorded_at, e.replaces, e.head, e.digest,
    p.salt, p.body from entry e left join payload p on p.seq = e.seq
    where e.seq > ?1 order by e.seq limit 2000";

/// Looks the whole journal through, in one snapshot: others may go on writing. `Ok(Err(..))` is a
/// journal that was tampered with.
pub fn verify(tx: &mut Tx) -> Result<std::result::Result<Verified, Tampered>> {
    dialect::begin_reading(tx)?;
    let looked = look_through(tx)?;
    dialect::end_reading(tx)?;
    Ok(looked)
}

fn look_through(tx: &mut Tx) -> Result<std::result::Result<Verified, Tampered>> {
    let mut looked = Verified::default();
    let mut series = Lengths::default();
    let mut erased = Erased::default();
    let mut after = 0;
    loop {
        let page = tx.all::<VerifyRow>(PAGE, (after,))?;
        let Some(last) = page.last() else { break };
        after = last.seq;
        for row in &page {
            looked.entries += 1;
            looked.erased += u64::from(row.body.is_none());
            if let Err(why) = series.check(row) {
                return Ok(Err(why));
            }
            erased.note(row);
        }
    }
    if let Some(entry) = erased.without_leave() {
        return Ok(Err(Tampered::Missing(entry)));
    }
    match looks(tx, &mut series)? {
        Ok(looks) => looked.looks = looks,
        Err(why) => return Ok(Err(why)),
    }
    match seals(tx, &series)? {
        Ok((seals, sealed)) => {
            looked.seals = seals;
            looked.unsealed = (looked.entries + looked.looks).saturating_sub(sealed);
            Ok(Ok(looked))
        }
        Err(why) => Ok(Err(why)),
    }
}

/// Entries without a payload, by their root, and the roots that an erasure speaks of.
#[derive(Default)]
struct Erased {
    gone: BTreeMap<EntryId, EntryId>,
    lawful: BTreeSet<EntryId>,
}

impl Erased {
    fn note(&mut self, row: &VerifyRow) {
        if row.body.is_none() {
            self.gone.entry(row.root).or_insert(row.id);
        }
        if row.kind == Kind::Erasure.as_str() {
            self.lawful.insert(row.root);
        }
    }

    /// The first that nobody had leave to erase.
    fn without_leave(&self) -> Option<EntryId> {
        let unlawful =
            |(root, entry): (&EntryId, &EntryId)| (!self.lawful.contains(root)).then_some(*entry);
        self.gone.iter().find_map(unlawful)
    }
}

/// Every digest of every series: a series' n-th digest is what a seal over its length n closes.
#[derive(Default)]
struct Lengths {
    digests: HashMap<WriterId, Vec<Digest>>,
}

impl Lengths {
    fn check(&mut self, row: &VerifyRow) -> std::result::Result<(), Tampered> {
        let head: Head =
            serde_json::from_str(&row.head).map_err(|_| Tampered::Unreadable(row.seq))?;
        let known = self.digests.entry(head.series.writer).or_default();
        let expected = known.len() as u64 + 1;
        if head.series.n != expected {
            return Err(Tampered::Series { id: head.id, n: head.series.n, expected });
        }
        let before = known.last().copied().unwrap_or_default();
        if entry::chained(&before, &row.head) != row.digest {
            return Err(Tampered::Head(head.id));
        }
        let same = head.id == row.id
            && head.root == row.root
            && head.authority == row.authority
            && head.replaces == row.replaces
            && head.kind.as_str() == row.kind
            && head.recorded_at.as_microsecond() == row.recorded_at;
        if !same {
            return Err(Tampered::Row(head.id));
        }
        if let (Some(salt), Some(body)) = (&row.salt, &row.body)
            && entry::salted(salt, body) != head.payload_digest
        {
            return Err(Tampered::Payload(head.id));
        }
        known.push(row.digest);
        Ok(())
    }

    fn holds(&self, writer: WriterId, n: u64, digest: &Digest) -> bool {
        let place = usize::try_from(n).ok().and_then(|n| n.checked_sub(1));
        self.digests.get(&writer).zip(place).and_then(|(all, at)| all.get(at)) == Some(digest)
    }
}

row! {
    struct LookRow {
        seq: i64,
        at: Timestamp,
        account: AccountId,
        child: Option<PersonId>,
        line: String,
        writer: WriterId,
        n: i64,
        digest: Digest,
    }
}

impl LookRow {
    /// Whether what lists are made by is what the line says.
    fn says_the_same(&self) -> bool {
        serde_json::from_str::<Look>(&self.line).is_ok_and(|look| {
            look.at.as_microsecond() == self.at.as_microsecond()
                && look.account == self.account
                && look.at_what.child() == self.child
        })
    }
}

const LOOKS: &str = "select seq, at, account, child, line, writer, n, digest from look
    where seq > ?1 order by seq limit 2000";

/// The looks, each chained to the one before in its series; how many.
fn looks(tx: &mut Tx, series: &mut Lengths) -> Result<std::result::Result<u64, Tampered>> {
    let (mut after, mut count) = (0, 0);
    loop {
        let page = tx.all::<LookRow>(LOOKS, (after,))?;
        let Some(last) = page.last() else { return Ok(Ok(count)) };
        after = last.seq;
        for row in &page {
            let known = series.digests.entry(row.writer).or_default();
            let before = known.last().copied().unwrap_or_default();
            let due = i64::try_from(known.len()).unwrap_or(i64::MAX) + 1;
            let chained = entry::chained(&before, &row.line) == row.digest;
            if row.n != due || !chained || !row.says_the_same() {
                return Ok(Err(Tampered::Look(row.seq)));
            }
            known.push(row.digest);
            count += 1;
        }
    }
}

/// The seals, and how many entries and looks they close.
fn seals(tx: &mut Tx, series: &Lengths) -> Result<std::result::Result<(u64, u64), Tampered>> {
    let (mut seals, mut after, mut before) = (0, 0, [0; 32]);
    let mut closed = Tips::new();
    loop {
        let page = tx.list_seals(after)?;
        if page.is_empty() {
            let entries = closed.values().map(|(n, _)| *n).sum();
            return Ok(Ok((seals, entries)));
        }
        for row in page {
            let tips = tx.list_tips(row.n)?;
            if row.before != before || seal::root_over(&before, &tips) != row.root {
                return Ok(Err(Tampered::Seal(row.n)));
            }
            for (writer, (n, digest)) in &tips {
                if !series.holds(*writer, *n, digest) {
                    return Ok(Err(Tampered::Tip(row.n, *writer)));
                }
            }
            closed.extend(tips);
            (after, before) = (row.n, row.root);
            seals += 1;
        }
    }
}
