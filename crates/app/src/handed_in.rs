//! What a tablet hands in: chunks, then a manifest, then a receipt. Nothing of it is an entry
//! until somebody has said whose it is (`docs/kit.md`).
//!
//! ```text
//! chunk ▸ digest fits ▸ on the disk ▸ noted                        again: had it
//! manifest ▸ all chunks there? ─no─▶ what is missing
//!              └ yes ▸ opened to see that it is whole ▸ kept, sealed ▸ receipt
//! ```
//! A bundle is opened once before its receipt, since a tablet deletes what it has a receipt for: a
//! stream with a gap, a key that does not open it, an attachment that is not there are refused
//! while the tablet still has everything. A record that does not open is not: the tablet has it no
//! better, and the rest would wait for ever ([`opening`]). What was opened is thrown away again.

mod by_file;
mod chunks;
mod hand;
mod opening;

use crate::cx::{Read, Write};
use crate::error::{Error, Result};
use crate::kith::Kith;
use crate::office::Office;
use crate::tablet::ByTablet;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::entry::Digest;
use domain::id::{SittingId, TabletId};
use domain::tablet::{HandedIn, HandedInState};
use exchange::bundle::{Manifest, NoBundle};
use hand::HandsIn;
use jiff::Timestamp;
use opening::{aside, important_in, open};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use store::handed_in::Kept;
use store::tablet::KnownTablet;
use store::tx::Tx;
use uuid::Uuid;

pub use by_file::{Bringing, Brought, NotBrought, may_begin};
pub use chunks::sweep_old_chunks;
pub use exchange::bundle::{BUNDLE_MAX, CHUNK_MAX, ChunkDigest, MANIFEST_MAX};
pub use exchange::emergency::NoFile;
pub use opening::OpenedBundle;

/// The most different manifests of one session.
const BRANCHES_MAX: usize = 8;
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
    /// Its ops name a recording or a photograph that the manifest does not.
    #[error("attachment {0} is named and not in the manifest")]
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

impl Kith {
    /// Takes a manifest: says what is missing, or keeps the sitting and gives its receipt.
    pub async fn take_bundle(&self, by: ByTablet, session: Uuid, body: Vec<u8>) -> Taken<Answered> {
        self.office()?;
        let by = HandsIn::from(by);
        let find = by.clone();
        let known = self.read(by.edge(), move |cx| find.find(cx.tx)).await?;
        let manifest = Manifest::read(&body)?;
        if manifest.session != session || manifest.device != known.tablet.id.0 {
            return Err(NotTaken::Another);
        }
        self.take_manifest(&by, known, manifest, body).await
    }

    /// Takes a manifest of this tablet, however it came.
    async fn take_manifest(
        &self,
        by: &HandsIn,
        known: KnownTablet,
        manifest: Manifest,
        body: Vec<u8>,
    ) -> Taken<Answered> {
        let office = self.office()?.clone();
        let digest: Digest = Sha256::digest(&body).into();
        let (wrap, now, asks) = (manifest.wrap.device, by.now(), known.clone());
        let began = move |cx: &mut Read<'_>| may_hand_in(cx.tx, &asks, wrap, now);
        if !self.read(by.edge(), began).await? {
            return Err(NotTaken::Another);
        }
        let sitting = SittingId(manifest.session);
        let list = move |cx: &mut Read<'_>| Ok(cx.tx.list_branches(sitting)?);
        let branches = self.read(by.edge(), list).await?;
        if let Some(kept) = branches.iter().find(|kept| kept.manifest_digest == digest) {
            return Ok(Answered::Receipt(receipt(&office, kept)));
        }
        if branches.len() >= BRANCHES_MAX {
            return Err(NotTaken::Full);
        }
        let missing = self.missing(by, &manifest).await?;
        if !missing.is_empty() {
            return Ok(Answered::Missing(missing));
        }
        let bytes = i64::try_from(manifest.bytes()).unwrap_or(i64::MAX);
        let finished = manifest.finished;
        let opened = open(&office, manifest).await?;
        let read = move || {
            let session = opened.read()?;
            Ok((opened.unopened(&session)?, important_in(&session)))
        };
        let (unopened, important) = aside(read).await?;
        let handed_in = HandedIn {
            sitting,
            tablet: known.tablet.id,
            arrived_at: by.now(),
            finished,
            state: HandedInState::Waiting,
            important,
        };
        let kept = Kept {
            handed_in,
            manifest_digest: digest,
            account: known.account,
            manifest: String::from_utf8(body).map_err(|_| NotTaken::Another)?,
            child: None,
            entry: None,
            unopened,
        };
        let standing = self.keep_sitting(by, kept, bytes).await?.ok_or(NotTaken::Full)?;
        Ok(Answered::Receipt(receipt(&office, &standing)))
    }

    /// Keeps a sitting with the teams its worker is in. Sent twice at the same moment it is kept
    /// once, and both get that one's receipt. None where it has as many branches as it may: what
    /// was counted before is counted again here, where nobody else adds one.
    async fn keep_sitting(&self, by: &HandsIn, kept: Kept, bytes: i64) -> Taken<Option<Kept>> {
        let keep = move |cx: &mut Write<'_, '_>| {
            let (sitting, digest) = (kept.handed_in.sitting, kept.manifest_digest);
            cx.tx().hold_sitting(sitting)?;
            let branches = cx.tx().list_branches(sitting)?;
            if let Some(same) = branches.iter().find(|same| same.manifest_digest == digest) {
                return Ok(Some(same.clone()));
            }
            if branches.len() >= BRANCHES_MAX {
                return Ok(None);
            }
            let worker = cx.tx().find_account(kept.account)?;
            let teams = worker.map(|known| known.account.teams).unwrap_or_default();
            cx.tx().keep_handed_in(&kept, bytes, &teams)?;
            // As it is kept, to the microsecond: a receipt says the same each time.
            Ok(cx.tx().find_handed_in(sitting, digest)?)
        };
        Ok(self.write(by.edge(), vec![], keep).await?)
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

/// The SHA-256 of these bytes, in hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    ChunkDigest(Sha256::digest(bytes).into()).to_string()
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
