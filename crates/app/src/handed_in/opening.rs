//! Opening what was handed in. A record that does not open stops nothing: it is counted, the rest
//! is read, and what was handed in stays sealed as it came, for whoever can mend it.

use super::{NotTaken, Taken, hex};
use crate::error::{Error, Result};
use crate::kith::Kith;
use crate::office::{DataKey, Office};
use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _};
use domain::tablet::ImportantIn;
use exchange::bundle::{Attached, ChunkDigest, Manifest, NoBundle, records};
use exchange::kit::{Fault, Session, read_what_opens};
use std::collections::BTreeMap;
use store::handed_in::Kept;
use uuid::Uuid;

/// A sitting that was opened: its ops in order, and its sound and photographs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedBundle {
    session: Uuid,
    /// Each op as the tablet wrote it, a JSON object; none where it does not open.
    ops: Vec<Option<Vec<u8>>>,
    /// What the manifest says of the attachments.
    attached: Vec<Attached>,
    /// The bytes of each attachment that opens.
    attachments: BTreeMap<Uuid, Vec<u8>>,
}

impl OpenedBundle {
    /// What it amounts to, as far as it opens.
    ///
    /// # Errors
    /// Where nothing of it can be read.
    pub fn read(&self) -> std::result::Result<Session, Fault> {
        let session = read_what_opens(self.session, self.ops.iter().map(Option::as_deref))?;
        Ok(session.with_broken_off(&self.attached))
    }

    /// How much of it does not open: ops, and attachments that are not what the ops say of them.
    ///
    /// # Errors
    /// Where an attachment that it names was not handed in with it: the tablet still has it.
    pub(super) fn unopened(&self, session: &Session) -> Taken<u32> {
        let mut unopened = session.unopened;
        for (id, says) in session.named() {
            if !self.attached.iter().any(|one| one.id == id) {
                return Err(NotTaken::Attachment(id));
            }
            unopened += usize::from(self.find(id, says).is_none());
        }
        Ok(u32::try_from(unopened).unwrap_or(u32::MAX))
    }

    fn find(&self, id: Uuid, says: Option<&str>) -> Option<&Vec<u8>> {
        self.attachments.get(&id).filter(|bytes| says.is_none_or(|says| says == hex(bytes)))
    }

    /// The bytes of an attachment, where they open and are what the ops say of them.
    pub(crate) fn take(&mut self, id: Uuid, says: Option<&str>) -> Option<Vec<u8>> {
        self.find(id, says)?;
        self.attachments.remove(&id)
    }
}

impl Kith {
    /// Opens a sitting that is kept, for whoever was asked whether they may.
    pub async fn open_kept(&self, kept: &Kept) -> Result<OpenedBundle> {
        self.open_of(kept, |manifest| manifest).await
    }

    /// Opens the words of a sitting that is kept, and leaves its recordings and photographs sealed.
    pub async fn open_words(&self, kept: &Kept) -> Result<OpenedBundle> {
        let words = |mut manifest: Manifest| {
            manifest.attachments.clear();
            manifest
        };
        self.open_of(kept, words).await
    }

    async fn open_of(&self, kept: &Kept, of: fn(Manifest) -> Manifest) -> Result<OpenedBundle> {
        let broken = |why: NotTaken| Error::Sitting(why.to_string());
        let manifest = Manifest::read(kept.manifest.as_bytes()).map_err(NotTaken::from);
        let manifest = manifest.map_err(broken)?;
        open(self.office()?, of(manifest)).await.map_err(broken)
    }
}

/// Whether something important was said in it, and whether of all of it somebody was rung.
pub(super) fn important_in(session: &Session) -> Option<ImportantIn> {
    let said = &session.important;
    let rung = said.iter().all(|one| one.rang.is_some());
    let is = if rung { ImportantIn::Rung } else { ImportantIn::NobodyRung };
    (!said.is_empty()).then_some(is)
}

/// Opens everything a manifest names, on a thread that may take its time.
pub(super) async fn open(office: &Office, manifest: Manifest) -> Taken<OpenedBundle> {
    // A few at a time: each may be as large as a bundle may be.
    let _turn = office.turns.acquire().await.map_err(|_| NotTaken::Error(Error::Keys))?;
    let session = manifest.session;
    let key = office.unwrap(&session.to_string(), &manifest.wrap).ok_or(NotTaken::Key)?;
    let ops = stream(office, &manifest.ops.chunks, manifest.ops.bytes).await?;
    let ops = (manifest.ops.count, ops);
    let mut attached = Vec::new();
    for one in manifest.attachments {
        let bytes = stream(office, &one.chunks, one.bytes).await?;
        attached.push((one, bytes));
    }
    let opening = Opening { session, key };
    aside(move || opening.open(&ops, attached)).await
}

/// Long work, on a thread that nobody is answered on.
pub(super) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Taken<T> + Send + 'static,
) -> Taken<T> {
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
    session: Uuid,
    key: DataKey,
}

/// A stream as it came: how many records it has, and its bytes.
type Stream = (u32, Vec<u8>);

impl Opening {
    fn open(&self, ops: &Stream, attached: Vec<(Attached, Vec<u8>)>) -> Taken<OpenedBundle> {
        let cipher = Aes256Gcm::new_from_slice(&self.key).map_err(|_| NotTaken::Key)?;
        let session = self.session;
        let ops = each(&cipher, ops, "the records", |n| format!("{session}|{n}|op"))?;
        let (mut all, mut attachments) = (Vec::new(), BTreeMap::new());
        for (one, bytes) in attached {
            let (id, stream) = (one.id, (one.parts, bytes));
            let what = format!("attachment {id}");
            let parts = each(&cipher, &stream, &what, |n| format!("{session}|{id}|{n}|part"))?;
            let whole: Option<Vec<Vec<u8>>> = parts.into_iter().collect();
            attachments.extend(whole.map(|parts| (id, parts.concat())));
            all.push(one);
        }
        Ok(OpenedBundle { session, ops, attached: all, attachments })
    }
}

/// Opens each record of a stream, bound to its session and place; none where one does not open.
fn each(
    cipher: &Aes256Gcm,
    (count, bytes): &Stream,
    what: &str,
    bound: impl Fn(u32) -> String,
) -> Taken<Vec<Option<Vec<u8>>>> {
    let open = |record: exchange::bundle::Record<'_>| {
        let bound = bound(record.n);
        let sealed = Payload { msg: record.sealed, aad: bound.as_bytes() };
        cipher.decrypt(record.iv.into(), sealed).ok()
    };
    Ok(records(bytes, *count, what)?.into_iter().map(open).collect())
}
