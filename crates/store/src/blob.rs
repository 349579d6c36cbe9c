//! Blobs: drawings, sound, photographs, papers. What entries name by a digest, and what tablets
//! hand in before anybody has said whose it is.
//!
//! ```text
//! blobs/ab/abcdef…   KITHB1 │ iv 12 │ the blob's own key, wrapped 48 │ nonce 7 │ 64 KiB + 16 …
//! coming/ab/abcdef…  a chunk as a tablet sealed it; only the office's key opens what is in it
//! ```
//! A blob is found by a digest that is keyed, so that nobody who reads the folder can tell whether
//! a file they know is in it. Each has a key of its own, which the server's key wraps. A folder by
//! default; whatever `object_store` speaks for many nodes. What was kept is on the disk before it
//! is answered.

use crate::error::{Error, Result};
use aead_stream::{DecryptorBE32, EncryptorBE32};
use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _};
use domain::entry::Digest;
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path as At;
use object_store::{ObjectStore, ObjectStoreExt as _};
use sha2::Sha256;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

const MAGIC: &[u8; 6] = b"KITHB1";
const IV: usize = 12;
const WRAPPED: usize = 32 + 16;
const STREAM: usize = 7;
const PIECE: usize = 64 * 1024;
const TAG: usize = 16;

/// The two secrets of the server that blobs need.
#[derive(Clone)]
pub struct BlobKeys {
    /// Wraps each blob's own key.
    pub wrapping: [u8; 32],
    /// Keys the digests that blobs are found by.
    pub finding: [u8; 32],
}

/// Where blobs are.
#[derive(Clone)]
pub struct Blobs {
    place: Arc<dyn ObjectStore>,
    keys: BlobKeys,
}

/// Chance for one blob: its key, and what else must never come twice.
pub type BlobSeed = [u8; 32];

impl Blobs {
    /// In a folder, made where there is none.
    pub fn in_folder(folder: &Path, keys: BlobKeys) -> Result<Self> {
        crate::place::make_folder(folder)?;
        let place = LocalFileSystem::new_with_prefix(folder).map_err(broken)?;
        Ok(Self { place: Arc::new(place.with_fsync(true)), keys })
    }

    /// In memory, gone when it is dropped: for tests.
    pub fn in_memory(keys: BlobKeys) -> Self {
        Self { place: Arc::new(InMemory::new()), keys }
    }

    /// The digest a blob of these bytes is found by.
    pub fn digest(&self, bytes: &[u8]) -> Digest {
        let mut mac = keyed(&self.keys.finding);
        mac.update(bytes);
        mac.finalize().into_bytes().into()
    }

    /// Keeps a blob; kept twice it is one. It is on the disk before this answers.
    pub async fn keep(&self, bytes: &[u8], seed: BlobSeed) -> Result<Digest> {
        let digest = self.digest(bytes);
        let sealed = self.seal(bytes, &digest, seed)?;
        self.place.put(&at("blobs", &digest), sealed.into()).await.map_err(broken)?;
        Ok(digest)
    }

    /// A blob's bytes, or none where it is not there. A blob that was changed is an error.
    pub async fn read(&self, digest: Digest) -> Result<Option<Vec<u8>>> {
        match self.bytes(&at("blobs", &digest)).await? {
            Some(sealed) => self.open(&sealed, &digest).map(Some),
            None => Ok(None),
        }
    }

    /// Drops a blob; one that is not there is dropped already.
    pub async fn drop_blob(&self, digest: Digest) -> Result<()> {
        self.drop_at(&at("blobs", &digest)).await
    }

    /// Keeps a chunk that a tablet handed in, by the SHA-256 of its bytes.
    pub async fn keep_chunk(&self, digest: Digest, bytes: Vec<u8>) -> Result<()> {
        self.place.put(&at("coming", &digest), bytes.into()).await.map_err(broken)?;
        Ok(())
    }

    /// A chunk as it was handed in.
    pub async fn read_chunk(&self, digest: Digest) -> Result<Option<Vec<u8>>> {
        self.bytes(&at("coming", &digest)).await
    }

    /// Whether a chunk is there.
    pub async fn has_chunk(&self, digest: Digest) -> Result<bool> {
        match self.place.head(&at("coming", &digest)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(why) => Err(broken(why)),
        }
    }

    /// Drops a chunk.
    pub async fn drop_chunk(&self, digest: Digest) -> Result<()> {
        self.drop_at(&at("coming", &digest)).await
    }

    async fn bytes(&self, at: &At) -> Result<Option<Vec<u8>>> {
        match self.place.get(at).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(broken)?.to_vec())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(why) => Err(broken(why)),
        }
    }

    async fn drop_at(&self, at: &At) -> Result<()> {
        match self.place.delete(at).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(why) => Err(broken(why)),
        }
    }

    fn seal(&self, bytes: &[u8], digest: &Digest, seed: BlobSeed) -> Result<Vec<u8>> {
        let mut drawn = [0; 32 + IV + STREAM];
        Hkdf::<Sha256>::new(None, &seed)
            .expand(b"kith blob 1", &mut drawn)
            .map_err(|_| sealing())?;
        let (key, rest) = drawn.split_at(32);
        let (iv, stream) = rest.split_at(IV);
        let wrapped = cipher(&self.keys.wrapping)?
            .encrypt(iv.try_into().map_err(|_| sealing())?, Payload { msg: key, aad: digest })
            .map_err(|_| sealing())?;
        let mut sealed = Vec::with_capacity(bytes.len() + bytes.len() / PIECE * TAG + 128);
        for part in [MAGIC.as_slice(), iv, &wrapped, stream] {
            sealed.extend_from_slice(part);
        }
        let stream = stream.try_into().map_err(|_| sealing())?;
        let mut encryptor = EncryptorBE32::from_aead(cipher(key)?, stream);
        let (whole, last) = pieces(bytes, PIECE);
        for piece in whole {
            sealed.extend(encryptor.encrypt_next(piece).map_err(|_| sealing())?);
        }
        sealed.extend(encryptor.encrypt_last(last).map_err(|_| sealing())?);
        Ok(sealed)
    }

    fn open(&self, sealed: &[u8], digest: &Digest) -> Result<Vec<u8>> {
        let changed = || Error::Broken("a blob was changed".to_owned());
        let rest = sealed.strip_prefix(MAGIC).ok_or_else(changed)?;
        let (iv, rest) = rest.split_at_checked(IV).ok_or_else(changed)?;
        let (wrapped, rest) = rest.split_at_checked(WRAPPED).ok_or_else(changed)?;
        let (stream, rest) = rest.split_at_checked(STREAM).ok_or_else(changed)?;
        let key = cipher(&self.keys.wrapping)?
            .decrypt(iv.try_into().map_err(|_| changed())?, Payload { msg: wrapped, aad: digest })
            .map_err(|_| changed())?;
        let stream = stream.try_into().map_err(|_| changed())?;
        let mut decryptor = DecryptorBE32::from_aead(cipher(&key)?, stream);
        let mut bytes = Vec::with_capacity(rest.len());
        let (whole, last) = pieces(rest, PIECE + TAG);
        for piece in whole {
            bytes.extend(decryptor.decrypt_next(piece).map_err(|_| changed())?);
        }
        bytes.extend(decryptor.decrypt_last(last).map_err(|_| changed())?);
        if self.digest(&bytes) == *digest { Ok(bytes) } else { Err(changed()) }
    }
}

/// Whole pieces, and the last, which is never empty unless all is.
fn pieces(bytes: &[u8], size: usize) -> (std::slice::Chunks<'_, u8>, &[u8]) {
    let last = match bytes.len() % size {
        0 => bytes.len().min(size),
        rest => rest,
    };
    let (whole, last) = bytes.split_at(bytes.len() - last);
    (whole.chunks(size), last)
}

fn keyed(key: &[u8; 32]) -> Hmac<Sha256> {
    let mut block = [0; 64];
    block.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    // A shorter key is the same as one filled up with zeroes to a block (RFC 2104).
    <Hmac<Sha256> as hmac::KeyInit>::new(&block.into())
}

fn cipher(key: &[u8]) -> Result<Aes256Gcm> {
    Aes256Gcm::new_from_slice(key).map_err(|_| sealing())
}

fn at(folder: &str, digest: &Digest) -> At {
    let hex = digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    At::from(format!("{folder}/{}/{hex}", hex.get(..2).unwrap_or_default()))
}

fn broken(why: object_store::Error) -> Error {
    Error::File(std::io::Error::other(why))
}

fn sealing() -> Error {
    Error::Broken("a blob cannot be sealed".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::Future;

    fn keys() -> BlobKeys {
        BlobKeys { wrapping: [1; 32], finding: [2; 32] }
    }

    fn done<T>(work: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
    }

    #[test]
    fn a_blob_of_any_length_comes_back_and_no_byte_of_it_lies_in_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::in_folder(folder.path(), keys()).unwrap();
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE] {
            let drawing: Vec<u8> = b"the ambilance ".iter().copied().cycle().take(length).collect();
            let digest = done(blobs.keep(&drawing, [7; 32])).unwrap();
            assert_eq!(done(blobs.read(digest)).unwrap().unwrap(), drawing, "{length}");
        }
        let found = walk(folder.path());
        assert_eq!(found.len(), 6);
        assert!(found.iter().all(|bytes| !bytes.windows(9).any(|seen| seen == b"ambilance")));
    }

    #[test]
    fn a_blob_that_was_changed_cut_or_put_in_anothers_place_is_refused() {
        let blobs = Blobs::in_memory(keys());
        let (mine, other) = (vec![3; PIECE + 9], vec![4; 20]);
        let (digest, another) = (blobs.digest(&mine), blobs.digest(&other));
        let sealed = blobs.seal(&mine, &digest, [7; 32]).unwrap();
        assert_eq!(blobs.open(&sealed, &digest).unwrap(), mine);
        for at in [0, 8, 30, 70, 80, sealed.len() - 1] {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(blobs.open(&changed, &digest).is_err(), "byte {at}");
        }
        let whole_pieces = MAGIC.len() + IV + WRAPPED + STREAM + PIECE + TAG;
        for length in [0, 5, 60, whole_pieces, sealed.len() - 1] {
            assert!(blobs.open(&sealed[..length], &digest).is_err(), "{length} bytes");
        }
        assert!(blobs.open(&sealed, &another).is_err());
        let elsewhere = Blobs::in_memory(BlobKeys { wrapping: [9; 32], ..keys() });
        assert!(elsewhere.open(&sealed, &digest).is_err());
    }

    #[test]
    fn what_is_not_there_is_none_and_may_be_dropped_again() {
        let blobs = Blobs::in_memory(keys());
        assert!(done(blobs.read([5; 32])).unwrap().is_none());
        assert!(!done(blobs.has_chunk([5; 32])).unwrap());
        done(blobs.keep_chunk([5; 32], vec![1, 2])).unwrap();
        assert!(done(blobs.has_chunk([5; 32])).unwrap());
        assert_eq!(done(blobs.read_chunk([5; 32])).unwrap().unwrap(), [1, 2]);
        done(blobs.drop_chunk([5; 32])).unwrap();
        done(blobs.drop_chunk([5; 32])).unwrap();
        assert!(done(blobs.read_chunk([5; 32])).unwrap().is_none());
    }

    fn walk(folder: &Path) -> Vec<Vec<u8>> {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let of = |path: std::path::PathBuf| {
            if path.is_dir() { walk(&path) } else { vec![std::fs::read(path).unwrap()] }
        };
        entries.flat_map(of).collect()
    }
}
