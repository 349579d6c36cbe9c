//! What a tablet could not send, and gave as a file that only the office can open: brought by the
//! worker whose tablet it is, or by whoever may say whose its sittings are.
//!
//! ```text
//! manifest ▸ whose tablet? may they? ▸ had it?  ─yes─▶ the rest is passed over
//!              └ no ▸ each chunk one that is named ▸ kept ▸ all there? ▸ opened ▸ it waits
//! ```
//! Nothing is easier by this way than by the tablet's own: a file is bounded, its chunks fit their
//! digests, its key opens, and the tablet it began on is one of this office. One that is said to be
//! lost still hands in. Deliberately absent: a receipt. The tablet deletes nothing for a file.

use super::{Answered, HandsIn, NotTaken, Taken};
use crate::cx::Read;
use crate::edge::Edge;
use crate::error::{Error, Result};
use crate::kith::Kith;
use crate::reader::{Reader, reader};
use crate::session::Shown;
use crate::whose::may_bring;
use domain::access::{Task, may};
use domain::entry::Digest;
use domain::id::{SittingId, TabletId};
use domain::tablet::HandedInState;
use exchange::bundle::{ChunkDigest, Manifest};
use exchange::emergency::{NoFile, Piece, Unfolding};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use store::tablet::KnownTablet;

/// Why a file is not taken.
#[derive(Debug, thiserror::Error)]
pub enum NotBrought {
    /// It is no such file, or ends before its end.
    #[error(transparent)]
    File(#[from] NoFile),
    /// It is of a tablet that this office does not know, or that is not theirs to answer for.
    #[error("it is of no tablet that they answer for")]
    NotTheirs,
    /// A chunk in it is none that its manifest names: something in it has changed.
    #[error("a chunk in it is none of its manifest")]
    Changed,
    /// Chunks that its manifest names are neither in it nor here.
    #[error("chunks are missing: {0}")]
    Missing(usize),
    /// As from the tablet itself.
    #[error(transparent)]
    NotTaken(#[from] NotTaken),
}

impl From<Error> for NotBrought {
    fn from(why: Error) -> Self {
        Self::NotTaken(why.into())
    }
}

/// What came of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brought {
    /// The sitting.
    pub sitting: SittingId,
    /// Whether somebody has still to say whose it is; else it was here, and that is said.
    pub waits: bool,
}

/// A file that is being brought.
pub struct Bringing {
    kith: Kith,
    edge: Edge,
    unfolding: Unfolding,
    begun: Option<Begun>,
}

/// What its manifest said.
struct Begun {
    by: HandsIn,
    known: KnownTablet,
    manifest: Manifest,
    body: Vec<u8>,
    /// What is named and has not come yet.
    named: BTreeSet<ChunkDigest>,
    /// How it stands, where it was here before.
    stands: Option<HandedInState>,
}

/// Who brings a file, where that may be theirs.
///
/// # Errors
/// Where tablets are nothing for whoever asks.
pub fn may_begin(cx: &mut Read<'_>) -> Result<Shown<(Reader, Edge)>> {
    let reader = reader(cx)?;
    if !may(&reader.viewer, Task::BeginFile) {
        return Err(Error::NotYours);
    }
    Ok(Shown { page: (reader, cx.edge.clone()), look: None })
}

impl Kith {
    /// Begins with a file that this person brings.
    pub fn bring_file(&self, edge: Edge) -> Bringing {
        Bringing { kith: self.clone(), edge, unfolding: Unfolding::default(), begun: None }
    }
}

impl Bringing {
    /// Takes the next bytes of it.
    pub async fn take(&mut self, came: &[u8]) -> std::result::Result<(), NotBrought> {
        for piece in self.unfolding.take(came)? {
            match piece {
                Piece::Manifest(body) => self.begin(body).await?,
                Piece::Chunk(bytes) => self.chunk(bytes).await?,
            }
        }
        Ok(())
    }

    async fn begin(&mut self, body: Vec<u8>) -> std::result::Result<(), NotBrought> {
        let manifest = Manifest::read(&body).map_err(NotTaken::from)?;
        let (tablet, sitting) = (TabletId(manifest.device), SittingId(manifest.session));
        let find = move |cx: &mut Read<'_>| {
            let (viewer, now) = (cx.viewer()?, cx.edge.now);
            let Some(known) = cx.tx.find_tablet(tablet, now)? else { return Ok(None) };
            let theirs = may_bring(cx.tx, &viewer, known.account)?;
            Ok(theirs.then_some(known))
        };
        let known = self.kith.read(self.edge.clone(), find).await?;
        let known = known.ok_or(NotBrought::NotTheirs)?;
        let digest: Digest = Sha256::digest(&body).into();
        let had = move |cx: &mut Read<'_>| Ok(cx.tx.find_handed_in(sitting, digest)?);
        let had = self.kith.read(self.edge.clone(), had).await?;
        self.begun = Some(Begun {
            by: HandsIn::of_tablet(tablet, &self.edge),
            named: manifest.chunks().collect(),
            stands: had.map(|kept| kept.handed_in.state),
            known,
            manifest,
            body,
        });
        Ok(())
    }

    async fn chunk(&mut self, bytes: Vec<u8>) -> std::result::Result<(), NotBrought> {
        let begun = self.begun.as_mut().ok_or(NoFile::NotOne)?;
        let digest = ChunkDigest(Sha256::digest(&bytes).into());
        if !begun.named.remove(&digest) {
            return Err(NotBrought::Changed);
        }
        // What is in the record needs no sealed bytes any more.
        if begun.stands.is_none() {
            self.kith.keep_chunk_of(&begun.by, digest, bytes).await?;
        }
        Ok(())
    }

    /// That it has ended: it is kept as if the tablet had handed it in.
    pub async fn finish(self) -> std::result::Result<Brought, NotBrought> {
        self.unfolding.finish()?;
        let Begun { by, known, manifest, body, stands, .. } = self.begun.ok_or(NoFile::CutShort)?;
        let sitting = SittingId(manifest.session);
        if let Some(stands) = stands {
            return Ok(Brought { sitting, waits: stands == HandedInState::Waiting });
        }
        let taken: Taken<Answered> = self.kith.take_manifest(&by, known, manifest, body).await;
        match taken? {
            Answered::Receipt(_) => Ok(Brought { sitting, waits: true }),
            Answered::Missing(missing) => Err(NotBrought::Missing(missing.len())),
        }
    }
}
