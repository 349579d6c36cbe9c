//! Chunks that tablets handed in and that are on the disk, before and until a sitting that names
//! them is filed.

use crate::error::Result;
use crate::tx::Tx;
use domain::entry::Digest;
use domain::id::TabletId;
use jiff::Timestamp;

const PUT_CHUNK: &str = "insert into chunk(digest, tablet, bytes, at) values (?1, ?2, ?3, ?4)
    on conflict(digest) do update set at = excluded.at";
const BYTES_OF: &str = "select cast(coalesce(sum(bytes), 0) as bigint) from chunk
    where tablet = ?1";
const OLD_CHUNKS: &str = "select digest from chunk where at < ?1 order by at limit 1000";
const HAS_CHUNK: &str = "select 1 from chunk where digest = ?1";
const NOTE_AGAIN: &str = "update chunk set at = ?2 where digest = ?1";
const DROP_CHUNK: &str = "delete from chunk where digest = ?1";

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

    /// Whether a chunk was noted.
    pub fn has_chunk(&mut self, digest: Digest) -> Result<bool> {
        Ok(self.find::<(i64,)>(HAS_CHUNK, (digest,))?.is_some())
    }

    /// Notes that a chunk is still wanted; false where it was not noted before.
    pub fn note_chunk_again(&mut self, digest: Digest, now: Timestamp) -> Result<bool> {
        Ok(self.exec(NOTE_AGAIN, (digest, now))? > 0)
    }

    /// Chunks that came before then and were not asked for since, some of them.
    pub fn list_old_chunks(&mut self, before: Timestamp) -> Result<Vec<Digest>> {
        let rows = self.all::<(Digest,)>(OLD_CHUNKS, (before,))?;
        Ok(rows.into_iter().map(|(digest,)| digest).collect())
    }

    /// Forgets a chunk.
    pub fn forget_chunk(&mut self, digest: Digest) -> Result<()> {
        self.exec(DROP_CHUNK, (digest,))?;
        Ok(())
    }
}
