//! A tablet that tests speak as: it seals a session as the kit does (`docs/kit.md`), so that what
//! it hands in is opened by the office alone.

use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::{PublicKey, SecretKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

const CHUNK: usize = 1024 * 1024;
const PART: usize = 256 * 1024;

/// What a tablet was told when it was set up.
#[derive(Debug, Clone)]
pub struct Tablet {
    /// Its id.
    pub device: Uuid,
    /// The token that hands in.
    pub token: String,
    /// The token that fetches whom it has along, where it asked for one.
    pub packs_token: Option<String>,
    /// The name of the office's key.
    pub sealing_id: String,
    /// The office's key: a raw point.
    pub sealing: Vec<u8>,
}

/// A sealed session: what is handed in.
#[derive(Debug, Clone)]
pub struct Sealed {
    /// The session.
    pub session: Uuid,
    /// The manifest.
    pub manifest: Value,
    /// The chunks by digest, in order.
    pub chunks: Vec<(String, Vec<u8>)>,
}

/// A recording or a photograph, before it is sealed.
#[derive(Debug, Clone)]
pub struct Attached {
    /// Its id.
    pub id: Uuid,
    /// "sound" or "photo".
    pub kind: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Tablet {
    /// From the answer to setting up; none where it is no such answer.
    pub fn from_answer(answer: &Value) -> Option<Self> {
        let sealing = answer.get("sealing")?;
        Some(Self {
            device: answer.get("device")?.as_str()?.parse().ok()?,
            token: answer.get("token")?.as_str()?.to_owned(),
            packs_token: answer.get("packs_token")?.as_str().map(str::to_owned),
            sealing_id: sealing.get("id")?.as_str()?.to_owned(),
            sealing: URL_SAFE_NO_PAD.decode(sealing.get("key")?.as_str()?).ok()?,
        })
    }

    /// The token that fetches whom it has along; blank where it has none.
    pub fn packs(&self) -> &str {
        self.packs_token.as_deref().unwrap_or_default()
    }

    /// Seals a session; none where the office's key is none. `chance` makes its keys.
    pub fn seal(
        &self,
        session: Uuid,
        ops: &[Value],
        attached: &[Attached],
        chance: u8,
    ) -> Option<Sealed> {
        let key: [u8; 32] = Sha256::digest([b"data key".as_slice(), &[chance]].concat()).into();
        let cipher = Aes256Gcm::new_from_slice(&key).ok()?;
        let ops: Vec<Vec<u8>> = ops.iter().map(|op| op.to_string().into_bytes()).collect();
        let bound = |n: usize| format!("{session}|{n}|op");
        let mut chunks = Vec::new();
        let records = sealed_chunks(&cipher, &ops, bound, &mut chunks)?;
        let mut attachments = Vec::new();
        for one in attached {
            let parts: Vec<Vec<u8>> = one.bytes.chunks(PART).map(<[u8]>::to_vec).collect();
            let bound = |n: usize| format!("{session}|{}|{n}|part", one.id);
            let (bytes, digests) = sealed_chunks(&cipher, &parts, bound, &mut chunks)?;
            attachments.push(json!({"id": one.id, "kind": one.kind, "parts": parts.len(),
                "bytes": bytes, "chunks": digests}));
        }
        let manifest = json!({
            "v": 1, "session": session, "device": self.device, "build": "test",
            "sealed_at": 1_795_520_700_000_i64, "finished": true,
            "ops": {"count": ops.len(), "bytes": records.0, "chunks": records.1},
            "attachments": attachments, "wrap": self.wrap(session, &key)?,
        });
        Some(Sealed { session, manifest, chunks })
    }

    fn wrap(&self, session: Uuid, key: &[u8; 32]) -> Option<Value> {
        let mine = SecretKey::from_slice(&Sha256::digest(key)).ok()?;
        let office = PublicKey::from_sec1_bytes(&self.sealing).ok()?;
        let mut under = [0; 32];
        let info = format!("kith kit 1|{session}|{}", self.sealing_id);
        mine.diffie_hellman(&office)
            .extract::<Sha256>(None)
            .expand(info.as_bytes(), &mut under)
            .ok()?;
        let cipher = Aes256Gcm::new_from_slice(&under).ok()?;
        // A kit that keeps nothing under the PIN binds nothing to the tablet either.
        let device = self.packs_token.is_some().then_some(self.device);
        let bound = device.map_or(session.to_string(), |device| format!("{session}|{device}"));
        let sealed = Payload { msg: key.as_slice(), aad: bound.as_bytes() };
        let sealed = cipher.encrypt(&[9; 12].into(), sealed).ok()?;
        let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        Some(json!({"key": self.sealing_id, "epk": text(&mine.public_key().to_sec1_bytes()),
            "iv": text(&[9; 12]), "sealed": text(&sealed), "device": device}))
    }
}

/// The SHA-256 that a chunk goes by.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |digest, b| format!("{digest}{b:02x}"))
}

/// Seals records one by one and cuts their stream into chunks; how many bytes, and their digests.
fn sealed_chunks(
    cipher: &Aes256Gcm,
    records: &[Vec<u8>],
    bound: impl Fn(usize) -> String,
    chunks: &mut Vec<(String, Vec<u8>)>,
) -> Option<(usize, Vec<String>)> {
    let (mut bytes, mut digests, mut chunk) = (0, Vec::new(), Vec::new());
    let mut close = |chunk: &mut Vec<u8>| {
        let whole = std::mem::take(chunk);
        let digest = digest(&whole);
        digests.push(digest.clone());
        chunks.push((digest, whole));
    };
    for (at, record) in records.iter().enumerate() {
        let n = at + 1;
        let mut iv = [0; 12];
        iv[4..].copy_from_slice(&u64::try_from(n).ok()?.to_be_bytes());
        let aad = bound(n);
        let what = Payload { msg: record, aad: aad.as_bytes() };
        let sealed = cipher.encrypt(&iv.into(), what).ok()?;
        let length = u32::try_from(4 + iv.len() + sealed.len()).ok()?.to_be_bytes();
        let framed = [&length[..], &u32::try_from(n).ok()?.to_be_bytes(), &iv, &sealed].concat();
        if chunk.len() + framed.len() > CHUNK {
            close(&mut chunk);
        }
        bytes += framed.len();
        chunk.extend(framed);
    }
    if !chunk.is_empty() {
        close(&mut chunk);
    }
    Some((bytes, digests))
}
