//! What tablets handed in: chunks that are on the disk, and sittings that are whole, sealed as
//! they came. A sitting is no entry until somebody has said whose it is.

use crate::error::{Error, Result};
use crate::row;
use crate::tx::Tx;
use domain::entry::Digest;
use domain::id::{AccountId, EntryId, PersonId, SittingId, TabletId, TeamId};
use domain::tablet::{HandedIn, HandedInState};
use jiff::Timestamp;

const PUT_CHUNK: &str = "insert into chunk(digest, tablet, bytes, at) values (?1, ?2, ?3, ?4)
    on conflict(digest) do update set at = excluded.at";
const BYTES_OF: &str = "select cast(coalesce(sum(bytes), 0) as bigint) from chunk
    where tablet = ?1";
const OLD_CHUNKS: &str = "select digest from chunk where at < ?1 order by at limit 1000";
const DROP_CHUNK: &str = "delete from chunk where digest = ?1";

const PUT: &str = "insert into handed_in(session, manifest_digest, tablet, account, arrived_at,
    manifest, bytes, finished, state) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'waiting')
    on conflict(session, manifest_digest) do nothing";
const FIND: &str = "select session, manifest_digest, tablet, account, arrived_at, manifest,
    finished, state, child, entry from handed_in where session = ?1 and manifest_digest = ?2";
const OF_SITTING: &str = "select session, manifest_digest, tablet, account, arrived_at, manifest,
    finished, state, child, entry from handed_in where session = ?1
    order by arrived_at, manifest_digest";
const WAITING_OF: &str = "select session, manifest_digest, tablet, account, arrived_at, manifest,
    finished, state, child, entry from handed_in where account = ?1 and state = 'waiting'
    order by arrived_at, session, manifest_digest limit 100";
const WAITING_OF_TEAM: &str = "select h.session, h.manifest_digest, h.tablet, h.account,
    h.arrived_at, h.manifest, h.finished, h.state, h.child, h.entry from handed_in h
    join account_team t on t.account = h.account where t.team = ?1 and h.state = 'waiting'
    order by h.arrived_at, h.session, h.manifest_digest limit 100";
const OF_TABLET: &str = "select session, manifest_digest, tablet, account, arrived_at, manifest,
    finished, state, child, entry from handed_in where tablet = ?1
    order by arrived_at desc, session, manifest_digest limit 200";
const OF_ENTRY: &str = "select session, manifest_digest, tablet, account, arrived_at, manifest,
    finished, state, child, entry from handed_in where entry = ?1 order by decided_at limit 1";
const DECIDED: &str = "select decided_by, decided_at from handed_in
    where session = ?1 and manifest_digest = ?2";
const DECIDE: &str = "update handed_in set state = ?3, child = ?4, entry = ?5, why = ?6,
    decided_by = ?7, decided_at = ?8
    where session = ?1 and manifest_digest = ?2 and state = 'waiting'";

row! {
    struct HandedInRow {
        session: SittingId,
        manifest_digest: Digest,
        tablet: TabletId,
        account: AccountId,
        arrived_at: Timestamp,
        manifest: String,
        finished: bool,
        state: String,
        child: Option<PersonId>,
        entry: Option<EntryId>,
    }
}

/// A sitting as it was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What a list says of it.
    pub handed_in: HandedIn,
    /// SHA-256 of its manifest.
    pub manifest_digest: Digest,
    /// The account whose tablet it was.
    pub account: AccountId,
    /// The manifest, as it came.
    pub manifest: String,
    /// The child it was said to be of.
    pub child: Option<PersonId>,
    /// The entry it became.
    pub entry: Option<EntryId>,
}

/// Who said whose a sitting is, and when.
pub type Said = (AccountId, Timestamp);

/// What somebody decided about a sitting.
#[derive(Debug, Clone, Copy)]
pub struct Decided<'a> {
    /// Where it stands now.
    pub state: HandedInState,
    /// The child it is of.
    pub child: Option<PersonId>,
    /// The entry it became.
    pub entry: Option<EntryId>,
    /// Why it was set aside.
    pub why: Option<&'a str>,
    /// Who decided.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
}

impl HandedInRow {
    fn into_kept(self) -> Result<Kept> {
        let state = HandedInState::parse(&self.state)
            .ok_or_else(|| Error::Broken("a state of a sitting".to_owned()))?;
        let handed_in = HandedIn {
            sitting: self.session,
            tablet: self.tablet,
            arrived_at: self.arrived_at,
            finished: self.finished,
            state,
        };
        Ok(Kept {
            handed_in,
            manifest_digest: self.manifest_digest,
            account: self.account,
            manifest: self.manifest,
            child: self.child,
            entry: self.entry,
        })
    }
}

fn all(rows: Vec<HandedInRow>) -> Result<Vec<Kept>> {
    rows.into_iter().map(HandedInRow::into_kept).collect()
}

impl Tx {
    /// Notes a chunk that is on the disk.
    pub fn note_chunk(
        &mut self,
        digest: Digest,
        tablet: TabletId,
        bytes: i64,
        now: Timestamp,
    ) -> Result<()> {
        self.exec(PUT_CHUNK, (digest, tablet, bytes, now))?;
        Ok(())
    }

    /// How many bytes of chunks a tablet has on the disk.
    pub fn count_chunk_bytes(&mut self, tablet: TabletId) -> Result<i64> {
        Ok(self.get::<(i64,)>(BYTES_OF, (tablet,))?.0)
    }

    /// Chunks that came before then.
    pub fn list_old_chunks(&mut self, before: Timestamp) -> Result<Vec<Digest>> {
        let rows = self.all::<(Digest,)>(OLD_CHUNKS, (before,))?;
        Ok(rows.into_iter().map(|(digest,)| digest).collect())
    }

    /// Forgets a chunk.
    pub fn forget_chunk(&mut self, digest: Digest) -> Result<()> {
        self.exec(DROP_CHUNK, (digest,))?;
        Ok(())
    }

    /// Keeps a sitting that is whole; the same again changes nothing.
    pub fn keep_handed_in(&mut self, kept: &Kept, bytes: i64) -> Result<()> {
        let HandedIn { sitting, tablet, arrived_at, finished, .. } = kept.handed_in;
        let row = (
            sitting,
            kept.manifest_digest,
            tablet,
            kept.account,
            arrived_at,
            &kept.manifest,
            bytes,
            finished,
        );
        self.exec(PUT, row)?;
        Ok(())
    }

    /// One sitting as it was handed in once.
    pub fn find_handed_in(&mut self, sitting: SittingId, digest: Digest) -> Result<Option<Kept>> {
        self.find::<HandedInRow>(FIND, (sitting, digest))?.map(HandedInRow::into_kept).transpose()
    }

    /// Every branch of a sitting, the first that came first.
    pub fn list_branches(&mut self, sitting: SittingId) -> Result<Vec<Kept>> {
        all(self.all(OF_SITTING, (sitting,))?)
    }

    /// How this entry was handed in, and who said whose it is, when.
    pub fn find_handed_in_as(&mut self, entry: EntryId) -> Result<Option<(Kept, Option<Said>)>> {
        let Some(row) = self.find::<HandedInRow>(OF_ENTRY, (entry,))? else { return Ok(None) };
        let of = (row.session, row.manifest_digest);
        let said = self.find::<(Option<AccountId>, Option<Timestamp>)>(DECIDED, of)?;
        let said = said.and_then(|(by, at)| by.zip(at));
        Ok(Some((row.into_kept()?, said)))
    }

    /// What waits of one account's tablets, the oldest first.
    pub fn list_waiting_of(&mut self, account: AccountId) -> Result<Vec<Kept>> {
        all(self.all(WAITING_OF, (account,))?)
    }

    /// What waits of the tablets of a team's people, the oldest first.
    pub fn list_waiting_of_team(&mut self, team: TeamId) -> Result<Vec<Kept>> {
        all(self.all(WAITING_OF_TEAM, (team,))?)
    }

    /// What one tablet ever handed in, the newest first.
    pub fn list_handed_in_by(&mut self, tablet: TabletId) -> Result<Vec<Kept>> {
        all(self.all(OF_TABLET, (tablet,))?)
    }

    /// Writes down what somebody decided; false where somebody had decided before.
    pub fn decide_handed_in(
        &mut self,
        sitting: SittingId,
        digest: Digest,
        decided: Decided<'_>,
    ) -> Result<bool> {
        let Decided { state, child, entry, why, by, at } = decided;
        Ok(self.exec(DECIDE, (sitting, digest, state.as_str(), child, entry, why, by, at))? > 0)
    }
}
