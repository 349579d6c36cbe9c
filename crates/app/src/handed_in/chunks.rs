//! Chunks: kept as they come, dropped once what they are of is in the record, and swept away when
//! nothing that was handed in ever named them.

use super::{CHUNK_MAX, HandsIn, NotTaken, Taken};
use crate::cx::{Read, Write};
use crate::edge::Edge;
use crate::error::{Error, Result};
use crate::kith::Kith;
use crate::tablet::ByTablet;
use domain::entry::Digest;
use domain::tablet::HandedInState;
use exchange::bundle::{ChunkDigest, Manifest};
use jiff::SignedDuration;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use store::handed_in::Kept;
use store::tx::Tx;

/// The most bytes of chunks one tablet may have on the disk at once.
const TABLET_BYTES: i64 = 2 * 1024 * 1024 * 1024;
/// A chunk of nothing that was handed in is kept so long: a tablet with no network for a month
/// still finds what it had begun to send.
const CHUNKS_KEPT: SignedDuration = SignedDuration::from_hours(60 * 24);

impl Kith {
    /// Keeps a chunk; whether it is new. It is on the disk before this answers.
    pub async fn keep_chunk(
        &self,
        by: ByTablet,
        digest: ChunkDigest,
        bytes: Vec<u8>,
    ) -> Taken<bool> {
        self.keep_chunk_of(&HandsIn::from(by), digest, bytes).await
    }

    /// The same, however the tablet's chunk came.
    pub(super) async fn keep_chunk_of(
        &self,
        by: &HandsIn,
        digest: ChunkDigest,
        bytes: Vec<u8>,
    ) -> Taken<bool> {
        let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        let (digest, fits) = (digest.0, fits(digest.0, &bytes));
        // Its room is taken before its bytes are there: two that come at the same moment do not
        // both find the last of it.
        let (find, now) = (by.clone(), by.now());
        let take_room = move |cx: &mut Write<'_, '_>| {
            let tablet = find.find(cx.tx())?.tablet.id;
            if !fits {
                return Ok(Room::Unfit);
            }
            cx.tx().hold_tablet(tablet)?;
            let known = cx.tx().has_chunk(digest)?;
            let taken = cx.tx().count_chunk_bytes(tablet)?;
            if !known && taken.saturating_add(length) > TABLET_BYTES {
                return Ok(Room::None);
            }
            // Noted again where it was there: a sweep by age drops nothing that was just answered.
            cx.tx().note_chunk(digest, tablet, length, now)?;
            Ok(if known { Room::Known } else { Room::New })
        };
        let room = self.write(by.edge(), vec![], take_room).await?;
        let blobs = &self.office()?.blobs;
        match room {
            Room::Unfit => return Err(NotTaken::Chunk),
            Room::None => return Err(NotTaken::Full),
            Room::Known if blobs.has_chunk(digest).await.map_err(Error::from)? => return Ok(false),
            Room::Known | Room::New => {}
        }
        blobs.keep_chunk(digest, bytes).await.map_err(Error::from)?;
        Ok(true)
    }

    /// The chunks of a manifest that are not there. Those that are are noted again first: nothing
    /// that is about to be kept is swept away.
    pub(super) async fn missing(
        &self,
        by: &HandsIn,
        manifest: &Manifest,
    ) -> Result<Vec<ChunkDigest>> {
        let named: BTreeSet<ChunkDigest> = manifest.chunks().collect();
        let (all, now) = (named.clone(), by.now());
        let note = move |cx: &mut Write<'_, '_>| {
            let mut unknown = BTreeSet::new();
            for chunk in &all {
                if !cx.tx().note_chunk_again(chunk.0, now)? {
                    unknown.insert(*chunk);
                }
            }
            Ok(unknown)
        };
        let unknown = self.write(by.edge(), vec![], note).await?;
        let mut missing = Vec::new();
        for chunk in manifest.chunks() {
            let gone = unknown.contains(&chunk);
            if gone || !self.office()?.blobs.has_chunk(chunk.0).await? {
                missing.push(chunk);
            }
        }
        Ok(missing)
    }
}

/// Whether there is room for a chunk.
enum Room {
    Unfit,
    None,
    Known,
    New,
}

fn fits(digest: Digest, bytes: &[u8]) -> bool {
    let found: Digest = Sha256::digest(bytes).into();
    bytes.len() <= CHUNK_MAX && found == digest
}

impl Kith {
    /// Drops the chunks of a sitting that was filed, but for those that another branch of it, which
    /// still waits, names too. What could not all be opened stays, sealed as it came.
    pub(crate) async fn drop_chunks(&self, edge: Edge, filed: &Kept) -> Result<()> {
        if filed.unopened > 0 {
            return Ok(());
        }
        let sitting = filed.handed_in.sitting;
        let list = move |cx: &mut Read<'_>| Ok(cx.tx.list_branches(sitting)?);
        let branches = self.read(edge.clone(), list).await?;
        let waits =
            |kept: &&Kept| kept.handed_in.state != HandedInState::Filed || kept.unopened > 0;
        let still: BTreeSet<ChunkDigest> =
            branches.iter().filter(waits).flat_map(chunks_of).collect();
        let gone: Vec<ChunkDigest> =
            chunks_of(filed).into_iter().filter(|chunk| !still.contains(chunk)).collect();
        for chunk in &gone {
            self.office()?.blobs.drop_chunk(chunk.0).await?;
        }
        let forget = move |cx: &mut Write<'_, '_>| {
            gone.iter().try_for_each(|chunk| Ok(cx.tx().forget_chunk(chunk.0)?))
        };
        self.write(edge, vec![], forget).await
    }
}

/// Sweeps away chunks that came so long ago and that nothing handed in names: of sessions that were
/// never whole, or whose tablet is gone. How many.
///
/// # Errors
/// Where the store or its disk is in trouble.
pub async fn sweep_old_chunks(kith: &Kith, edge: Edge) -> Result<usize> {
    let Ok(office) = kith.office() else { return Ok(0) };
    let forget = |cx: &mut Write<'_, '_>| {
        let before = cx.now().checked_sub(CHUNKS_KEPT).unwrap_or_default();
        let old = cx.tx().list_old_chunks(before)?;
        if old.is_empty() {
            return Ok(vec![]);
        }
        let needed = needed(cx.tx())?;
        let (kept, gone): (Vec<Digest>, Vec<Digest>) =
            old.into_iter().partition(|old| needed.contains(old));
        for chunk in &gone {
            cx.tx().forget_chunk(*chunk)?;
        }
        // What is still needed is not in the way of the next look.
        let now = cx.now();
        for chunk in kept {
            cx.tx().note_chunk_again(chunk, now)?;
        }
        Ok(gone)
    };
    // Alone: no manifest is kept between the look at what is needed and the end of it.
    let gone = kith.write_alone(edge.clone(), forget).await?;
    let mut swept = 0;
    for chunk in gone {
        // Handed in anew since then, it stays.
        let again = kith.read(edge.clone(), move |cx| Ok(cx.tx.has_chunk(chunk)?)).await?;
        if !again {
            office.blobs.drop_chunk(chunk).await?;
            swept += 1;
        }
    }
    Ok(swept)
}

/// Every chunk of what still needs its sealed bytes.
fn needed(tx: &mut Tx) -> Result<BTreeSet<Digest>> {
    let (mut needed, mut after) = (BTreeSet::new(), None);
    loop {
        let page = tx.list_sealed_after(after)?;
        let Some(last) = page.last() else { return Ok(needed) };
        after = Some((last.handed_in.sitting, last.manifest_digest));
        needed.extend(page.iter().flat_map(chunks_of).map(|chunk| chunk.0));
    }
}

fn chunks_of(kept: &Kept) -> Vec<ChunkDigest> {
    let manifest = Manifest::read(kept.manifest.as_bytes());
    manifest.map(|manifest| manifest.chunks().collect()).unwrap_or_default()
}
