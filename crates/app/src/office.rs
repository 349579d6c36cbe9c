//! The office: the keys that tablets seal to, and where blobs are.
//!
//! ```text
//! one secret of 32 bytes ─HKDF─┬─▶ the sealing key (P-256): tablets wrap each session's key to it
//!                              ├─▶ the key of receipts (ECDSA P-256): tablets delete by it
//!                              └─▶ what wraps and finds blobs
//! ```
//! The secret is a file beside the record, readable by the program alone, or comes from its
//! surroundings where many nodes share it. Who has it and the record has everything; who has the
//! record alone reads no drawing and no sealed session.

use crate::error::{Error, Result};
use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _};
use domain::entry::Digest;
use exchange::bundle::ToOffice;
use hkdf::Hkdf;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use p256::{PublicKey, SecretKey};
use sha2::{Digest as _, Sha256};
use std::path::Path;
use std::sync::Arc;
use store::blob::{BlobKeys, Blobs};
use tokio::sync::Semaphore;

pub use store::place::make_folder;

/// The one secret.
pub type Secret = [u8; 32];
/// The key of one session.
pub type DataKey = [u8; 32];

/// A bundle may be large, and is in memory while it is opened.
const OPENED_AT_ONCE: usize = 2;
/// What a link opens is drawn with its photographs and recordings in it.
const DRAWN_AT_ONCE: usize = 4;

/// Keys and blobs of one authority.
#[derive(Clone)]
pub struct Office {
    sealing: SecretKey,
    receipts: SigningKey,
    /// How many bundles may be opened at once.
    pub(crate) turns: Arc<Semaphore>,
    /// How many links may be drawn at once: whoever has one keeps no tablet waiting.
    pub(crate) drawing: Arc<Semaphore>,
    /// Where drawings, sound and what tablets hand in are.
    pub blobs: Blobs,
}

impl Office {
    /// With blobs in this folder.
    pub fn in_folder(secret: &Secret, folder: &Path) -> Result<Self> {
        Self::with(secret, |keys| Ok(Blobs::in_folder(folder, keys)?))
    }

    /// With blobs in memory: for tests.
    pub fn in_memory(secret: &Secret) -> Result<Self> {
        Self::with(secret, |keys| Ok(Blobs::in_memory(keys)))
    }

    fn with(secret: &Secret, blobs: impl FnOnce(BlobKeys) -> Result<Blobs>) -> Result<Self> {
        let keys = BlobKeys {
            wrapping: drawn(secret, "blob wrapping", 0)?,
            finding: drawn(secret, "blob finding", 0)?,
        };
        Ok(Self {
            sealing: secret_key(secret, "sealing")?,
            receipts: SigningKey::from(secret_key(secret, "receipts")?),
            turns: Arc::new(Semaphore::new(OPENED_AT_ONCE)),
            drawing: Arc::new(Semaphore::new(DRAWN_AT_ONCE)),
            blobs: blobs(keys)?,
        })
    }

    /// The raw point that tablets seal to.
    pub fn sealing_point(&self) -> Vec<u8> {
        self.sealing.public_key().to_sec1_bytes().to_vec()
    }

    /// The name of that key: the first 16 hexadecimal digits of its SHA-256.
    pub fn sealing_id(&self) -> String {
        named(&self.sealing_point())
    }

    /// The raw point that receipts are checked by.
    pub fn receipts_point(&self) -> Vec<u8> {
        self.receipts.verifying_key().to_sec1_point(false).as_bytes().to_vec()
    }

    /// The name of that key.
    pub fn receipts_id(&self) -> String {
        named(&self.receipts_point())
    }

    /// Signs a receipt: two numbers of 32 bytes.
    pub fn sign(&self, says: &str) -> Vec<u8> {
        let signature: Signature = self.receipts.sign(says.as_bytes());
        signature.to_bytes().to_vec()
    }

    /// Unwraps a session's key. None where it was wrapped to another key or on another tablet than
    /// it says, or was changed.
    pub fn unwrap(&self, session: &str, wrapped: &ToOffice) -> Option<DataKey> {
        let id = self.sealing_id();
        if wrapped.key != id {
            return None;
        }
        let point = PublicKey::from_sec1_bytes(&wrapped.point).ok()?;
        let shared = self.sealing.diffie_hellman(&point);
        let mut key = [0; 32];
        let info = format!("kith kit 1|{session}|{id}");
        shared.extract::<Sha256>(None).expand(info.as_bytes(), &mut key).ok()?;
        let cipher = Aes256Gcm::new_from_slice(&key).ok()?;
        let iv = wrapped.iv.as_slice().try_into().ok()?;
        let bound = wrapped.bound_to(session);
        let sealed = Payload { msg: &wrapped.sealed, aad: bound.as_bytes() };
        cipher.decrypt(iv, sealed).ok()?.try_into().ok()
    }
}

/// 32 bytes of the secret for one purpose.
fn drawn(secret: &Secret, purpose: &str, again: u8) -> Result<[u8; 32]> {
    let mut bytes = [0; 32];
    let info = [b"kith office 1|", purpose.as_bytes(), &[again]].concat();
    Hkdf::<Sha256>::new(None, secret).expand(&info, &mut bytes).map_err(|_| Error::Keys)?;
    Ok(bytes)
}

/// A key of P-256: nearly every 32 bytes are one, and where they are not the next are taken.
fn secret_key(secret: &Secret, purpose: &str) -> Result<SecretKey> {
    let mut tries = (0..=u8::MAX).map(|again| drawn(secret, purpose, again));
    tries
        .find_map(|bytes| bytes.ok().and_then(|bytes| SecretKey::from_slice(&bytes).ok()))
        .ok_or(Error::Keys)
}

fn named(point: &[u8]) -> String {
    let digest: Digest = Sha256::digest(point).into();
    digest.iter().take(8).fold(String::new(), |name, byte| format!("{name}{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use p256::ecdsa::VerifyingKey;
    use p256::ecdsa::signature::Verifier as _;
    use uuid::Uuid;

    /// What a tablet does when a session begins.
    fn wrapped_by_a_tablet(office: &Office, session: &str, key: &DataKey) -> ToOffice {
        wrapped_on(None, office, session, key)
    }

    fn wrapped_on(device: Option<Uuid>, office: &Office, session: &str, key: &DataKey) -> ToOffice {
        let tablets = SecretKey::from_slice(&[5; 32]).unwrap();
        let point = PublicKey::from_sec1_bytes(&office.sealing_point()).unwrap();
        let mut under = [0; 32];
        let info = format!("kith kit 1|{session}|{}", office.sealing_id());
        let shared = tablets.diffie_hellman(&point).extract::<Sha256>(None);
        shared.expand(info.as_bytes(), &mut under).unwrap();
        let cipher = Aes256Gcm::new_from_slice(&under).unwrap();
        let point = tablets.public_key().to_sec1_bytes().to_vec();
        let wrap =
            ToOffice { key: office.sealing_id(), point, iv: vec![9; 12], sealed: vec![], device };
        let bound = wrap.bound_to(session);
        let what = Payload { msg: key.as_slice(), aad: bound.as_bytes() };
        ToOffice { sealed: cipher.encrypt(&[9; 12].into(), what).unwrap(), ..wrap }
    }

    #[test]
    fn a_session_that_says_another_tablet_than_it_began_on_does_not_open() {
        let office = Office::in_memory(&[1; 32]).unwrap();
        let (joels, priyas) = (Some(Uuid::from_u128(1)), Some(Uuid::from_u128(2)));
        let wrapped = wrapped_on(joels, &office, "tylers", &[7; 32]);
        assert_eq!(office.unwrap("tylers", &wrapped), Some([7; 32]));
        for device in [priyas, None] {
            assert_eq!(office.unwrap("tylers", &ToOffice { device, ..wrapped.clone() }), None);
        }
        let older = wrapped_by_a_tablet(&office, "tylers", &[7; 32]);
        assert_eq!(office.unwrap("tylers", &ToOffice { device: priyas, ..older }), None);
    }

    #[test]
    fn a_session_opens_with_the_offices_key_alone_and_only_as_itself() {
        let office = Office::in_memory(&[1; 32]).unwrap();
        let wrapped = wrapped_by_a_tablet(&office, "tylers", &[7; 32]);
        assert_eq!(office.unwrap("tylers", &wrapped), Some([7; 32]));
        assert_eq!(office.unwrap("kayleighs", &wrapped), None);
        let another = Office::in_memory(&[2; 32]).unwrap();
        assert_eq!(another.unwrap("tylers", &wrapped), None);
        let renamed = ToOffice { key: another.sealing_id(), ..wrapped.clone() };
        assert_eq!(another.unwrap("tylers", &renamed), None);
        for broken in [
            ToOffice { point: vec![4; 65], ..wrapped.clone() },
            ToOffice { iv: vec![9; 11], ..wrapped.clone() },
            ToOffice { sealed: vec![], ..wrapped.clone() },
        ] {
            assert_eq!(office.unwrap("tylers", &broken), None);
        }
    }

    #[test]
    fn a_receipt_is_checked_by_its_point_and_is_the_same_again() {
        let office = Office::in_memory(&[1; 32]).unwrap();
        let signed = office.sign("kith receipt 1");
        assert_eq!(signed, office.sign("kith receipt 1"));
        let key = VerifyingKey::from_sec1_bytes(&office.receipts_point()).unwrap();
        let signature = Signature::from_slice(&signed).unwrap();
        assert!(key.verify(b"kith receipt 1", &signature).is_ok());
        assert!(key.verify(b"kith receipt 2", &signature).is_err());
    }
}
