//! What a tablet hands in: chunks, then a manifest, then a receipt. Nothing of it is an entry
//! until somebody has said whose it is (`docs/kit.md`).
//!
//! ```text
//! chunk ▸ digest fits ▸ on the disk ▸ noted                        again: had it
//! manifest ▸ all chunks there? ─no─▶ what is missing
//!              └ yes ▸ opened to see that it is whole ▸ kept, sealed ▸ receipt
//! ```
//! A bundle is opened once before its receipt, since a tablet deletes what it has a receipt for: a
//! stream with a gap, a record that does not open, an attachment that is not there are refused
//! while the tablet still has everything. What was opened is thrown away again.

use crate::edge::Edge;
use crate::error::{Error, Result};
use crate::kith::Kith;
use crate::office::{DataKey, Office};
use crate::tablet::ByTablet;
use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::entry::Digest;
use domain::id::{AccountId, SittingId, TabletId};
use domain::tablet::{HandedIn, HandedInState};
use exchange::bundle::{Manifest, NoBundle, records};
use jiff::Timestamp;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use store::handed_in::Kept;
use store::tablet::KnownTablet;
use store::tx::Tx;
use uuid::Uuid;

pub use exchange::bundle::{CHUNK_MAX, ChunkDigest, MANIFEST_MAX};

/// The most different manifests of one session.
const BRANCHES_MAX: usize = 8;
/// The most bytes of chunks one tablet may have on the disk at once.
const TABLET_BYTES: i64 = 2 * 1024 * 1024 * 1024;

/// Why something is not taken.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// The chunk is larger than one may be, or its bytes have another digest.
    #[error("the chunk is not what its address says")]
    Chunk,
    /// The tablet has more on the disk already than it may.
    #[error("this tablet has handed in more than one may before it is filed")]
    Full,
    /// The bundle is not whole, or is no bundle.
    #[error(transparent)]
    Bundle(#[from] NoBundle),
    /// The address or the token says another than the manifest.
    #[error("the manifest is of another session or tablet")]
    Another,
    /// Its records are not what a tablet writes.
    // What is wrong with them is not told: it may quote what a child said.
    #[error("the records of the session cannot be read")]
    Ops(#[from] exchange::kit::Fault),
    /// A page has a recording or a photograph that the manifest does not.
    #[error("attachment {0} is on a page and not in the manifest")]
    Attachment(Uuid),
    /// The office's key does not open it.
    #[error("the office's key does not open it")]
    Key,
    /// Anything else.
    #[error(transparent)]
    Error(#[from] Error),
}

/// What is taken, or why not.
pub type Taken<T> = std::result::Result<T, NotTaken>;

/// What a manifest is answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// These chunks are still to come.
    Missing(Vec<ChunkDigest>),
    /// It is kept.
    Receipt(Receipt),
}

/// What a tablet deletes by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// The session.
    pub bundle: Uuid,
    /// SHA-256 of the manifest, in hexadecimal digits.
    pub manifest: String,
    /// The tablet.
    pub device: Uuid,
    /// When it was kept.
    pub at: Timestamp,
    /// The name of the key that signs.
    pub key: String,
    /// Two numbers of 32 bytes, base64url.
    pub signature: String,
}

/// A sitting that was opened: its ops in order, and its sound and photographs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpenedBundle {
    /// Each op as the tablet wrote it, a JSON object.
    pub ops: Vec<Vec<u8>>,
    /// The bytes of each attachment.
    pub attachments: BTreeMap<Uuid, Vec<u8>>,
}

impl Kith {
    /// Keeps a chunk; whether it is new. It is on the disk before this answers.
    pub async fn keep_chunk(
        &self,
        by: ByTablet,
        digest: ChunkDigest,
        bytes: Vec<u8>,
    ) -> Taken<bool> {
        let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        let find = move |cx: &mut crate::cx::Read<'_>| {
            let known = by.find(cx.tx)?;
            Ok((known.tablet.id, cx.tx.count_chunk_bytes(known.tablet.id)?))
        };
        let (tablet, bytes_before) = self.read(by.edge(), find).await?;
        let found: Digest = Sha256::digest(&bytes).into();
        if bytes.len() > CHUNK_MAX || found != digest.0 {
            return Err(NotTaken::Chunk);
        }
        let blobs = &self.office()?.blobs;
        let had = blobs.has_chunk(digest.0).await.map_err(Error::from)?;
        if !had && bytes_before.saturating_add(length) > TABLET_BYTES {
            return Err(NotTaken::Full);
        }
        if !had {
            blobs.keep_chunk(digest.0, bytes).await.map_err(Error::from)?;
        }
        // Noted again where it was there: a sweep by age drops nothing that was just answered.
        let note = move |cx: &mut crate::cx::Write<'_, '_>| {
            Ok(cx.tx().note_chunk(digest.0, tablet, length, by.now)?)
        };
        self.write(by.edge(), vec![], note).await?;
        Ok(!had)
    }

    /// Takes a manifest: says what is missing, or keeps the sitting and gives its receipt.
    pub async fn take_bundle(&self, by: ByTablet, session: Uuid, body: Vec<u8>) -> Taken<Answered> {
        let office = self.office()?.clone();
        let known = self.read(by.edge(), move |cx| by.find(cx.tx)).await?;
        let manifest = Manifest::read(&body)?;
        if manifest.session != session || manifest.device != known.tablet.id.0 {
            return Err(NotTaken::Another);
        }
        let digest: Digest = Sha256::digest(&body).into();
        let (wrap, now, asks) = (manifest.wrap.device, by.now, known.clone());
        let began = move |cx: &mut crate::cx::Read<'_>| may_hand_in(cx.tx, &asks, wrap, now);
        if !self.read(by.edge(), began).await? {
            return Err(NotTaken::Another);
        }
        let sitting = SittingId(session);
        let list = move |cx: &mut crate::cx::Read<'_>| Ok(cx.tx.list_branches(sitting)?);
        let branches = self.read(by.edge(), list).await?;
        if let Some(kept) = branches.iter().find(|kept| kept.manifest_digest == digest) {
            return Ok(Answered::Receipt(receipt(&office, kept)));
        }
        if branches.len() >= BRANCHES_MAX {
            return Err(NotTaken::Full);
        }
        let missing = missing(&office, &manifest).await?;
        if !missing.is_empty() {
            return Ok(Answered::Missing(missing));
        }
        let bytes = i64::try_from(manifest.bytes()).unwrap_or(i64::MAX);
        let finished = manifest.finished;
        let opened = open(&office, manifest).await?;
        aside(move || whole(&opened)).await?;
        let text = String::from_utf8(body).map_err(|_| NotTaken::Another)?;
        let place = (known.tablet.id, known.account);
        let kept = kept(sitting, digest, place, (by.now, finished, text));
        let again = kept.clone();
        let keep = move |cx: &mut crate::cx::Write<'_, '_>| {
            let worker = cx.tx().find_account(again.account)?;
            let teams = worker.map(|known| known.account.teams).unwrap_or_default();
            cx.tx().keep_handed_in(&again, bytes, &teams)?;
            Ok(cx.tx().find_handed_in(sitting, digest)?)
        };
        // Sent twice at the same moment it was kept once, and both get that one's receipt.
        let standing = self.write(by.edge(), vec![], keep).await?.unwrap_or(kept);
        Ok(Answered::Receipt(receipt(&office, &standing)))
    }

    /// Opens a sitting that is kept, for whoever was asked whether they may.
    pub async fn open_kept(&self, kept: &Kept) -> Result<OpenedBundle> {
        let broken = |why: &NotTaken| Error::Sitting(why.to_string());
        let manifest = Manifest::read(kept.manifest.as_bytes()).map_err(NotTaken::from);
        let manifest = manifest.map_err(|why| broken(&why))?;
        open(self.office()?, manifest).await.map_err(|why| broken(&why))
    }

    /// Opens the words of a sitting that is kept, and leaves its recordings and photographs sealed.
    pub async fn open_words(&self, kept: &Kept) -> Result<OpenedBundle> {
        let broken = |why: &NotTaken| Error::Sitting(why.to_string());
        let manifest = Manifest::read(kept.manifest.as_bytes()).map_err(NotTaken::from);
        let manifest = manifest.map_err(|why| broken(&why))?;
        let mut words = manifest;
        words.attachments.clear();
        open(self.office()?, words).await.map_err(|why| broken(&why))
    }
}

/// Whether this tablet may hand in a session that began on that one. A tablet that somebody else
/// joined anew is another: what began before goes in as it began, and is filed as its worker's. One
/// that this office never knew is one whose record was brought back from a copy. A session that is
/// bound to none is an older kit's.
fn may_hand_in(
    tx: &mut Tx,
    asks: &KnownTablet,
    began_on: Option<Uuid>,
    now: Timestamp,
) -> Result<bool> {
    match began_on {
        None => Ok(!asks.guards),
        Some(device) if device == asks.tablet.id.0 => Ok(true),
        Some(device) => Ok(tx.find_tablet(TabletId(device), now)?.is_none()),
    }
}

/// Everything that stands on a page was handed in with it.
fn whole(opened: &OpenedBundle) -> Taken<()> {
    let session = exchange::kit::read(opened.ops.iter().map(Vec::as_slice))?;
    let sounds = session.pages.iter().flat_map(|page| &page.sounds);
    let photos = session.pages.iter().flat_map(|page| &page.photos);
    let sounds = sounds.map(|sound| (sound.attachment, &sound.sha256));
    let all = sounds.chain(photos.map(|photo| (photo.attachment, &photo.sha256)));
    let is_there = |id: &Uuid, says: &Option<String>| {
        let bytes = opened.attachments.get(id);
        bytes.is_some_and(|bytes| says.as_ref().is_none_or(|says| *says == hex(bytes)))
    };
    match all.into_iter().find(|(id, says)| !is_there(id, says)) {
        Some((missing, _)) => Err(NotTaken::Attachment(missing)),
        None => Ok(()),
    }
}

/// The SHA-256 of these bytes, in hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    ChunkDigest(Sha256::digest(bytes).into()).to_string()
}

fn kept(
    sitting: SittingId,
    manifest_digest: Digest,
    (tablet, account): (TabletId, AccountId),
    (arrived_at, finished, manifest): (Timestamp, bool, String),
) -> Kept {
    let state = HandedInState::Waiting;
    let handed_in = HandedIn { sitting, tablet, arrived_at, finished, state };
    Kept {
        handed_in,
        manifest_digest,
        account,
        manifest,
        child: None,
        entry: None,
        unopened: 0,
        aside: None,
        taken_up: None,
    }
}

/// A receipt says the same however often it is given.
fn receipt(office: &Office, kept: &Kept) -> Receipt {
    let HandedIn { sitting, tablet, arrived_at, .. } = kept.handed_in;
    let manifest = ChunkDigest(kept.manifest_digest).to_string();
    let says = format!("kith receipt 1\n{sitting}\n{manifest}\n{tablet}\n{arrived_at}");
    Receipt {
        bundle: sitting.0,
        manifest,
        device: tablet.0,
        at: arrived_at,
        key: office.receipts_id(),
        signature: URL_SAFE_NO_PAD.encode(office.sign(&says)),
    }
}

async fn missing(office: &Office, manifest: &Manifest) -> Result<Vec<ChunkDigest>> {
    let mut missing = Vec::new();
    for chunk in manifest.chunks() {
        if !office.blobs.has_chunk(chunk.0).await? && !missing.contains(&chunk) {
            missing.push(chunk);
        }
    }
    Ok(missing)
}

/// Opens everything a manifest names, on a thread that may take its time.
async fn open(office: &Office, manifest: Manifest) -> Taken<OpenedBundle> {
    // A few at a time: each may be as large as a bundle may be.
    let _turn = office.turns.acquire().await.map_err(|_| NotTaken::Error(Error::Keys))?;
    let session = manifest.session.to_string();
    let key = office.unwrap(&session, &manifest.wrap).ok_or(NotTaken::Key)?;
    let ops = stream(office, &manifest.ops.chunks, manifest.ops.bytes).await?;
    let mut attached = Vec::new();
    for one in manifest.attachments {
        let bytes = stream(office, &one.chunks, one.bytes).await?;
        attached.push((one.id, one.parts, bytes));
    }
    let opening = Opening { session, key };
    let count = manifest.ops.count;
    aside(move || opening.open(&ops, count, &attached)).await
}

/// Long work, on a thread that nobody is answered on.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Taken<T> + Send + 'static) -> Taken<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| NotTaken::Error(store::error::Error::Panicked.into()))?
}

/// The bytes of a stream, no more than the manifest says.
async fn stream(office: &Office, chunks: &[ChunkDigest], bytes: u64) -> Taken<Vec<u8>> {
    let mut stream = Vec::new();
    let wrong = || NoBundle::Stream("a stream".to_owned());
    for chunk in chunks {
        let part =
            office.blobs.read_chunk(chunk.0).await.map_err(Error::from)?.ok_or_else(wrong)?;
        stream.extend(part);
        if stream.len() as u64 > bytes {
            return Err(wrong().into());
        }
    }
    if stream.len() as u64 == bytes { Ok(stream) } else { Err(wrong().into()) }
}

struct Opening {
    session: String,
    key: DataKey,
}

impl Opening {
    fn open(
        &self,
        ops: &[u8],
        count: u32,
        attached: &[(Uuid, u32, Vec<u8>)],
    ) -> Taken<OpenedBundle> {
        let cipher = Aes256Gcm::new_from_slice(&self.key).map_err(|_| NotTaken::Key)?;
        let ops = self.each(&cipher, ops, count, None)?;
        let mut attachments = BTreeMap::new();
        for (id, parts, bytes) in attached {
            attachments.insert(*id, self.each(&cipher, bytes, *parts, Some(*id))?.concat());
        }
        Ok(OpenedBundle { ops, attachments })
    }

    /// Opens each record of a stream, bound to its session and place.
    fn each(
        &self,
        cipher: &Aes256Gcm,
        bytes: &[u8],
        count: u32,
        attachment: Option<Uuid>,
    ) -> Taken<Vec<Vec<u8>>> {
        let what = attachment.map_or("the records".to_owned(), |id| format!("attachment {id}"));
        let open = |record: exchange::bundle::Record<'_>| {
            let bound = match attachment {
                None => format!("{}|{}|op", self.session, record.n),
                Some(id) => format!("{}|{id}|{}|part", self.session, record.n),
            };
            let sealed = Payload { msg: record.sealed, aad: bound.as_bytes() };
            let opened = cipher.decrypt(record.iv.into(), sealed);
            opened.map_err(|_| NotTaken::from(NoBundle::Stream(what.clone())))
        };
        records(bytes, count, &what)?.into_iter().map(open).collect()
    }
}

impl Kith {
    /// Drops the chunks of a sitting that was filed, but for those that another branch of it, which
    /// still waits, names too.
    pub(crate) async fn drop_chunks(&self, edge: Edge, filed: &Kept) -> Result<()> {
        let sitting = filed.handed_in.sitting;
        let list = move |cx: &mut crate::cx::Read<'_>| Ok(cx.tx.list_branches(sitting)?);
        let branches = self.read(edge.clone(), list).await?;
        let waits = |kept: &&Kept| kept.handed_in.state != HandedInState::Filed;
        let still: BTreeSet<ChunkDigest> =
            branches.iter().filter(waits).flat_map(chunks_of).collect();
        let gone: Vec<ChunkDigest> =
            chunks_of(filed).into_iter().filter(|chunk| !still.contains(chunk)).collect();
        for chunk in &gone {
            self.office()?.blobs.drop_chunk(chunk.0).await?;
        }
        let forget = move |cx: &mut crate::cx::Write<'_, '_>| {
            gone.iter().try_for_each(|chunk| Ok(cx.tx().forget_chunk(chunk.0)?))
        };
        self.write(edge, vec![], forget).await
    }
}

fn chunks_of(kept: &Kept) -> Vec<ChunkDigest> {
    let manifest = Manifest::read(kept.manifest.as_bytes());
    manifest.map(|manifest| manifest.chunks().collect()).unwrap_or_default()
}
