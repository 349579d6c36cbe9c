//! What a tablet hands in: a manifest, and streams of sealed records (`docs/kit.md`).
//!
//! ```text
//! manifest ─▶ chunks by digest ─▶ stream: │ length u32 │ n u32 │ iv 12 │ sealed │ length …
//! ```
//! Everything is bounded before it is read, and nothing here opens anything: what is sealed stays
//! so. Deliberately absent: a second reading for older tablets. There is one version so far.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use uuid::Uuid;

/// The most bytes of a manifest.
pub const MANIFEST_MAX: usize = 256 * 1024;
/// The most bytes of one chunk.
pub const CHUNK_MAX: usize = 1024 * 1024;
/// The most bytes of a whole bundle.
pub const BUNDLE_MAX: u64 = 256 * 1024 * 1024;
/// The most records of a session.
const OPS_MAX: u32 = 500_000;
/// The most recordings and photographs of a session.
const ATTACHMENTS_MAX: usize = 500;
/// The shortest record: its number, its iv and the tag of nothing.
const SHORTEST: usize = 4 + 12 + 16;

/// A SHA-256 as a manifest writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChunkDigest(pub [u8; 32]);

/// Why a bundle is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoBundle {
    /// The manifest is no such JSON.
    #[error("the manifest cannot be read: {0}")]
    Manifest(String),
    /// The manifest is of a version this program does not know.
    #[error("the manifest is of version {0}, and this office knows 1")]
    Version(u32),
    /// More than a session may have.
    #[error("the session is larger than one may be: {0}")]
    TooLarge(&'static str),
    /// The same attachment is named twice.
    #[error("an attachment is named twice: {0}")]
    Twice(Uuid),
    /// A stream does not hold what the manifest says of it.
    #[error("{0} does not hold what the manifest says")]
    Stream(String),
}

/// What a tablet says it hands in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    v: u32,
    /// The session.
    pub session: Uuid,
    /// The tablet.
    pub device: Uuid,
    /// The program the session was made with.
    pub build: String,
    /// When it was sealed, by the tablet's clock, in milliseconds since 1970.
    pub sealed_at: i64,
    /// Whether it came to its end.
    pub finished: bool,
    /// Its records.
    pub ops: Ops,
    /// Its recordings and photographs.
    pub attachments: Vec<Attached>,
    /// Its key, to the office.
    pub wrap: ToOffice,
}

/// The records of a session.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ops {
    /// How many.
    pub count: u32,
    /// How many bytes their stream has.
    pub bytes: u64,
    /// Its chunks, in order.
    pub chunks: Vec<ChunkDigest>,
}

/// A recording or a photograph.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attached {
    /// Its id.
    pub id: Uuid,
    /// What it is.
    pub kind: AttachedKind,
    /// The page it was made on, where the kit was closed in the middle of it.
    #[serde(default)]
    pub page: Option<Uuid>,
    /// How many parts it has.
    pub parts: u32,
    /// How many bytes their stream has.
    pub bytes: u64,
    /// Its chunks, in order.
    pub chunks: Vec<ChunkDigest>,
}

/// What an attachment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AttachedKind {
    /// Sound.
    Sound,
    /// A photograph.
    Photo,
}

/// A session's key, as a tablet wrapped it to the office (wrap A).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToOffice {
    /// The name of the office's key.
    pub key: String,
    /// The tablet's key of that moment: a raw point.
    #[serde(rename = "epk", deserialize_with = "bytes")]
    pub point: Vec<u8>,
    /// Twelve bytes.
    #[serde(deserialize_with = "bytes")]
    pub iv: Vec<u8>,
    /// The session's key, sealed.
    #[serde(deserialize_with = "bytes")]
    pub sealed: Vec<u8>,
    /// The tablet on which the session began, bound in; a kit before that has none.
    #[serde(default)]
    pub device: Option<Uuid>,
}

impl ToOffice {
    /// What the session's key is bound to.
    pub fn bound_to(&self, session: &str) -> String {
        self.device.map_or_else(|| session.to_owned(), |device| format!("{session}|{device}"))
    }
}

/// One sealed record of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record<'a> {
    /// Its place, from 1.
    pub n: u32,
    /// Its iv.
    pub iv: &'a [u8; 12],
    /// What is sealed.
    pub sealed: &'a [u8],
}

impl Manifest {
    /// Reads one, within bounds.
    pub fn read(bytes: &[u8]) -> Result<Self, NoBundle> {
        if bytes.len() > MANIFEST_MAX {
            return Err(NoBundle::TooLarge("its manifest"));
        }
        let unread = |why: serde_json::Error| NoBundle::Manifest(place_of(&why));
        let manifest: Self = serde_json::from_slice(bytes).map_err(unread)?;
        manifest.bounded()?;
        Ok(manifest)
    }

    fn bounded(&self) -> Result<(), NoBundle> {
        if self.v != 1 {
            return Err(NoBundle::Version(self.v));
        }
        if self.ops.count > OPS_MAX {
            return Err(NoBundle::TooLarge("its records"));
        }
        if self.attachments.len() > ATTACHMENTS_MAX {
            return Err(NoBundle::TooLarge("its recordings and photographs"));
        }
        if self.build.len() > 64 || self.wrap.key.len() > 64 {
            return Err(NoBundle::TooLarge("a name in its manifest"));
        }
        if self.bytes() > BUNDLE_MAX {
            return Err(NoBundle::TooLarge("its bytes"));
        }
        let mut chunks = BTreeSet::new();
        // What is sealed is never the same twice; a chunk named again and again is an attack.
        if !self.chunks().all(|chunk| chunks.insert(chunk)) {
            return Err(NoBundle::TooLarge("a chunk is named twice"));
        }
        let mut seen = BTreeSet::new();
        match self.attachments.iter().find(|attached| !seen.insert(attached.id)) {
            Some(twice) => Err(NoBundle::Twice(twice.id)),
            None => Ok(()),
        }
    }

    /// How many bytes it says all streams have.
    pub fn bytes(&self) -> u64 {
        let attached = self.attachments.iter().map(|attached| attached.bytes);
        attached.fold(self.ops.bytes, u64::saturating_add)
    }

    /// Every chunk it names, in order.
    pub fn chunks(&self) -> impl Iterator<Item = ChunkDigest> {
        let attached = self.attachments.iter().flat_map(|attached| &attached.chunks);
        self.ops.chunks.iter().chain(attached).copied()
    }
}

/// The records of a stream, which must be numbered from 1 without a gap and be as many as said.
pub fn records<'a>(stream: &'a [u8], count: u32, what: &str) -> Result<Vec<Record<'a>>, NoBundle> {
    let wrong = || NoBundle::Stream(what.to_owned());
    let mut records = Vec::new();
    let mut rest = stream;
    while !rest.is_empty() {
        let (length, after) = rest.split_first_chunk::<4>().ok_or_else(wrong)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| wrong())?;
        if length < SHORTEST {
            return Err(wrong());
        }
        let (record, after) = after.split_at_checked(length).ok_or_else(wrong)?;
        let (n, record) = record.split_first_chunk::<4>().ok_or_else(wrong)?;
        let (iv, sealed) = record.split_first_chunk::<12>().ok_or_else(wrong)?;
        let n = u32::from_be_bytes(*n);
        if usize::try_from(n).ok() != Some(records.len() + 1) {
            return Err(wrong());
        }
        records.push(Record { n, iv, sealed });
        rest = after;
    }
    if usize::try_from(count).ok() == Some(records.len()) { Ok(records) } else { Err(wrong()) }
}

/// Where JSON breaks, and nothing of what stands there.
fn place_of(why: &serde_json::Error) -> String {
    format!("line {}, character {}", why.line(), why.column())
}

fn bytes<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
    let text = <std::borrow::Cow<'de, str>>::deserialize(from)?;
    URL_SAFE_NO_PAD.decode(text.as_bytes()).map_err(|_| serde::de::Error::custom("no base64url"))
}

impl ChunkDigest {
    /// From 64 hexadecimal digits in lower case.
    pub fn parse(hex: &str) -> Option<Self> {
        let digits = hex.as_bytes();
        if digits.len() != 64 {
            return None;
        }
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let [high, low] = pair else { return None };
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Some(Self(bytes))
    }
}

impl std::fmt::Display for ChunkDigest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut hex = String::with_capacity(64);
        for byte in self.0 {
            write!(hex, "{byte:02x}")?;
        }
        f.write_str(&hex)
    }
}

impl<'de> Deserialize<'de> for ChunkDigest {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("no SHA-256"))
    }
}

impl Serialize for ChunkDigest {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn manifest(change: impl FnOnce(&mut serde_json::Value)) -> Result<Manifest, NoBundle> {
        let id = "01934b3c-0000-7000-8000-000000000001";
        let mut value = serde_json::json!({
            "v": 1, "session": id, "device": id, "build": "b", "sealed_at": 1, "finished": true,
            "ops": {"count": 3, "bytes": 100, "chunks": ["ab".repeat(32)]},
            "attachments": [{"id": id, "kind": "sound", "parts": 1, "bytes": 9, "chunks": []}],
            "wrap": {"key": "k", "epk": "BAAB", "iv": "AAAA", "sealed": "AAAA"},
        });
        change(&mut value);
        Manifest::read(value.to_string().as_bytes())
    }

    fn stream(records: &[(u32, usize)]) -> Vec<u8> {
        let record = |(n, long): &(u32, usize)| {
            let length = u32::try_from(4 + 12 + long).unwrap();
            [&length.to_be_bytes()[..], &n.to_be_bytes(), &[0; 12], &vec![7; *long]].concat()
        };
        records.iter().flat_map(record).collect()
    }

    #[test]
    fn a_manifest_is_read_within_bounds() {
        let read = manifest(|_| ()).unwrap();
        assert_eq!(read.chunks().count(), 1);
        assert_eq!(read.bytes(), 109);
        assert_eq!(manifest(|m| m["v"] = 2.into()), Err(NoBundle::Version(2)));
        let too_large = |m: Result<Manifest, NoBundle>| matches!(m, Err(NoBundle::TooLarge(_)));
        assert!(too_large(manifest(|m| m["ops"]["count"] = 500_001.into())));
        assert!(too_large(manifest(|m| m["ops"]["bytes"] = u64::MAX.into())));
        assert!(too_large(manifest(|m| m["build"] = "b".repeat(65).into())));
        assert!(too_large(Manifest::read(&vec![b' '; MANIFEST_MAX + 1])));
        let twice = manifest(|m| {
            let one = m["attachments"][0].clone();
            m["attachments"] = vec![one.clone(), one].into();
        });
        assert!(matches!(twice, Err(NoBundle::Twice(_))));
        for wrong in ["v", "session", "wrap"] {
            let without = manifest(|m| drop(m.as_object_mut().unwrap().remove(wrong)));
            assert!(matches!(without, Err(NoBundle::Manifest(_))), "{wrong}");
        }
        let upper = manifest(|m| m["ops"]["chunks"] = vec!["AB".repeat(32)].into());
        assert!(matches!(upper, Err(NoBundle::Manifest(_))), "one way to write a digest");
    }

    #[test]
    fn what_is_wrong_with_a_manifest_is_told_without_its_words() {
        let Err(why) = Manifest::read(br#"{"v": 1, "child": "Tyler"}"#) else { panic!("read") };
        assert!(!why.to_string().contains("Tyler"));
    }

    #[test]
    fn a_stream_is_numbered_from_one_without_a_gap() {
        assert_eq!(records(&stream(&[(1, 16), (2, 40)]), 2, "it").unwrap().len(), 2);
        assert!(records(&[], 0, "it").unwrap().is_empty());
        for wrong in [&[(2, 16)][..], &[(1, 16), (3, 16)], &[(1, 16), (1, 16)], &[(1, 15)]] {
            let count = u32::try_from(wrong.len()).unwrap();
            assert!(records(&stream(wrong), count, "it").is_err(), "{wrong:?}");
        }
        let whole = stream(&[(1, 16), (2, 16)]);
        assert!(records(&whole, 3, "it").is_err());
        for cut in 1..whole.len() {
            let count = if cut == whole.len() / 2 { 2 } else { 1 };
            assert!(records(&whole[..cut], count, "it").is_err(), "cut at {cut}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = Manifest::read(&bytes);
            let _ = records(&bytes, 1, "it");
        }
    }
}
