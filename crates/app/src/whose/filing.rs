//! From what lies sealed into the record: opened, its bytes kept as blobs, its entries written in
//! one transaction.

use super::added::{Whose, add};
use super::say;
use crate::cx::Read;
use crate::edge::{Actor, Edge};
use crate::error::{Error, Result};
use crate::handed_in::OpenedBundle;
use crate::houses_session::{Filing, KeptBlob, file_session};
use crate::kith::Kith;
use crate::session::{Caller, Shown};
use domain::access::{Action, Task};
use domain::drawing::MEDIA_TYPE;
use domain::id::EntryId;
use domain::tablet::HandedInState;
use exchange::kit::Session;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use store::handed_in::Kept;
use uuid::Uuid;

impl Kith {
    /// Files it as this child's, and answers its root.
    pub(super) async fn file_as(
        &self,
        caller: Caller,
        kept: Kept,
        whose: Whose,
    ) -> Result<EntryId> {
        // Asked before anything is opened or kept, and again where it is filed.
        let known = whose.known();
        let may = move |cx: &mut Read<'_>| {
            match known {
                Some(child) => drop(cx.authorise(Action::Write, child)?),
                None => cx.may(Task::BeginFile)?,
            }
            Ok(Shown { page: (), look: None })
        };
        self.show(caller.clone(), may).await?;
        let (session, opened) = self.opened(&kept).await?;
        let blobs = self.keep_all(&caller, &session, opened).await?;
        let filed = kept.clone();
        let edge = Edge { now: caller.now, seed: caller.seed, actor: Actor::Console };
        let save = self.save(caller, known.into_iter().collect(), move |cx| {
            let child = match &whose {
                Whose::Known(child) => *child,
                Whose::Added(added) => add(cx, added, kept.account)?,
            };
            let filing = Filing {
                child,
                account: kept.account,
                bundle: kept.manifest_digest,
                blobs: blobs.clone(),
                speaks_to: vec![],
                written_up: false,
                unopened: kept.unopened,
            };
            let root = file_session(cx, &session, filing)?;
            say(cx, &kept, HandedInState::Filed, Some((child, root)), None)?;
            Ok(root)
        });
        let root = save.await?;
        // It is in the record: what lies sealed beside it is a second copy.
        self.drop_chunks(edge, &filed).await?;
        Ok(root)
    }

    /// What a sitting says, its recordings and photographs left as they are.
    pub(super) async fn words_of(&self, kept: &Kept) -> Result<Session> {
        read(&self.open_words(kept).await?)
    }

    async fn opened(&self, kept: &Kept) -> Result<(Session, OpenedBundle)> {
        let opened = self.open_kept(kept).await?;
        Ok((read(&opened)?, opened))
    }

    /// Keeps every drawing, recording and photograph as a blob, before anything names it.
    async fn keep_all(
        &self,
        caller: &Caller,
        session: &Session,
        opened: OpenedBundle,
    ) -> Result<BTreeMap<Uuid, KeptBlob>> {
        let blobs = &self.office()?.blobs;
        let mut kept = BTreeMap::new();
        for (id, bytes, media_type) in to_keep(session, opened) {
            let seed = Sha256::digest([caller.seed.as_slice(), id.as_bytes()].concat()).into();
            let digest = blobs.keep(&bytes, seed).await?;
            let bytes = bytes.len() as u64;
            kept.insert(id, KeptBlob { digest, bytes, media_type });
        }
        Ok(kept)
    }
}

fn read(opened: &OpenedBundle) -> Result<Session> {
    // Why not may quote what a child said, and goes into no log.
    opened.read().map_err(|_| Error::Sitting("its records cannot be read".to_owned()))
}

/// What is kept beside a sitting's words: the drawing of each page, and every attachment that is
/// what the ops say of it. What it is, is found in its bytes and not in its name.
fn to_keep(session: &Session, mut opened: OpenedBundle) -> Vec<(Uuid, Vec<u8>, String)> {
    let drawn = session.pages.iter().filter_map(|page| {
        page.drawing.clone().map(|drawing| (page.id, drawing, MEDIA_TYPE.to_owned()))
    });
    let mut all: Vec<_> = drawn.collect();
    for (id, says) in session.named() {
        if let Some(bytes) = opened.take(id, says) {
            let media_type = media_type(&bytes).to_owned();
            all.push((id, bytes, media_type));
        }
    }
    all
}

/// The media type of a tablet's recording or photograph, by how it begins.
fn media_type(bytes: &[u8]) -> &'static str {
    let at = |place: usize, magic: &[u8]| bytes.get(place..).is_some_and(|b| b.starts_with(magic));
    match () {
        () if at(0, &[0x1a, 0x45, 0xdf, 0xa3]) => "audio/webm",
        () if at(4, b"ftyp") => "audio/mp4",
        () if at(0, b"OggS") => "audio/ogg",
        () if at(0, &[0xff, 0xd8, 0xff]) => "image/jpeg",
        () if at(0, b"\x89PNG\r\n\x1a\n") => "image/png",
        () => "application/octet-stream",
    }
}
