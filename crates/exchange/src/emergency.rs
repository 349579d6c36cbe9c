//! A sitting as one file, for when a tablet cannot keep or send it (`docs/kit.md`): taken apart as
//! its bytes come, so that no more of it is in memory than one piece.
//!
//! ```text
//! "kith kit 1\n" ─ length u32 ─ manifest ─ length u32 ─ chunk ─ length u32 ─ chunk ─ … the end
//! ```
//! Each length is bounded before what it announces is waited for. Deliberately absent: whether a
//! chunk is one that the manifest names, and opening anything.

use crate::bundle::{CHUNK_MAX, MANIFEST_MAX};

/// What it begins with.
const BEGINS: &[u8] = b"kith kit 1\n";

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoFile {
    /// It does not begin as one, or a length in it cannot be.
    #[error("it is no file of a tablet")]
    NotOne,
    /// It ends in the middle of something.
    #[error("it ends before its end")]
    CutShort,
}

/// A piece of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// The manifest, as it stands in the file: always the first.
    Manifest(Vec<u8>),
    /// A chunk.
    Chunk(Vec<u8>),
}

/// A file that is being taken apart.
#[derive(Debug, Default)]
pub struct Unfolding {
    rest: Vec<u8>,
    stands: Stands,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Stands {
    #[default]
    Beginning,
    Manifest,
    Chunks,
}

impl Unfolding {
    /// Takes what came, and gives what is whole by now.
    ///
    /// # Errors
    /// Where it cannot be such a file.
    pub fn take(&mut self, came: &[u8]) -> Result<Vec<Piece>, NoFile> {
        let mut bytes = std::mem::take(&mut self.rest);
        bytes.extend_from_slice(came);
        let (mut taken, mut pieces) = (0, Vec::new());
        while let Some(long) = self.next(bytes.get(taken..).unwrap_or_default(), &mut pieces)? {
            taken += long;
        }
        bytes.drain(..taken);
        self.rest = bytes;
        Ok(pieces)
    }

    /// Takes one thing from the beginning of this; how long it was, none where it is not all there.
    fn next(&mut self, rest: &[u8], pieces: &mut Vec<Piece>) -> Result<Option<usize>, NoFile> {
        if self.stands == Stands::Beginning {
            let there = rest.get(..BEGINS.len()).unwrap_or(rest);
            if !BEGINS.starts_with(there) {
                return Err(NoFile::NotOne);
            }
            if there.len() < BEGINS.len() {
                return Ok(None);
            }
            self.stands = Stands::Manifest;
            return Ok(Some(BEGINS.len()));
        }
        let Some((length, after)) = rest.split_first_chunk::<4>() else { return Ok(None) };
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| NoFile::NotOne)?;
        let most = if self.stands == Stands::Manifest { MANIFEST_MAX } else { CHUNK_MAX };
        if !(1..=most).contains(&length) {
            return Err(NoFile::NotOne);
        }
        let Some(piece) = after.get(..length) else { return Ok(None) };
        let piece = piece.to_vec();
        pieces.push(match self.stands {
            Stands::Manifest => Piece::Manifest(piece),
            Stands::Beginning | Stands::Chunks => Piece::Chunk(piece),
        });
        self.stands = Stands::Chunks;
        Ok(Some(4 + length))
    }

    /// That nothing comes any more.
    ///
    /// # Errors
    /// Where it ended before its manifest, or in the middle of something.
    pub fn finish(&self) -> Result<(), NoFile> {
        if self.stands == Stands::Chunks && self.rest.is_empty() {
            Ok(())
        } else {
            Err(NoFile::CutShort)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn file(pieces: &[&[u8]]) -> Vec<u8> {
        let long = |piece: &&[u8]| {
            let length = u32::try_from(piece.len()).unwrap();
            [&length.to_be_bytes()[..], piece].concat()
        };
        [BEGINS.to_vec(), pieces.iter().flat_map(long).collect()].concat()
    }

    fn unfold(bytes: &[u8], at_once: usize) -> Result<Vec<Piece>, NoFile> {
        let mut unfolding = Unfolding::default();
        let mut all = Vec::new();
        for came in bytes.chunks(at_once) {
            all.extend(unfolding.take(came)?);
        }
        unfolding.finish()?;
        Ok(all)
    }

    #[test]
    fn it_comes_apart_alike_however_it_comes() {
        let whole = file(&[b"{}", b"one", b"two"]);
        let [one, two] = [b"one", b"two"].map(|chunk| Piece::Chunk(chunk.to_vec()));
        let pieces = [Piece::Manifest(b"{}".to_vec()), one, two];
        for at_once in [1, 2, 3, 7, 1000] {
            assert_eq!(unfold(&whole, at_once).unwrap(), pieces, "{at_once}");
        }
    }

    #[test]
    fn it_is_whole_only_at_its_end_or_between_chunks() {
        let whole = file(&[b"{}", b"one", b"two"]);
        let between = [BEGINS.len() + 6, BEGINS.len() + 13];
        for cut in 0..whole.len() {
            let told = unfold(&whole[..cut], 5).map(drop);
            let right = if between.contains(&cut) { Ok(()) } else { Err(NoFile::CutShort) };
            assert_eq!(told, right, "cut at {cut}");
        }
    }

    #[test]
    fn what_is_no_such_file_is_told_at_once_and_a_length_is_bounded_before_it_is_waited_for() {
        assert_eq!(Unfolding::default().take(b"PK\x03\x04"), Err(NoFile::NotOne));
        assert_eq!(Unfolding::default().take(b"kith kit 2\n"), Err(NoFile::NotOne));
        for (after, most) in [(0, MANIFEST_MAX), (1, CHUNK_MAX)] {
            let before = file(&[&b"{}"[..]][..after]);
            let told = |length: usize| {
                let length = u32::try_from(length).unwrap().to_be_bytes();
                Unfolding::default().take(&[&before[..], &length].concat()).map(drop)
            };
            assert_eq!(told(most), Ok(()));
            assert_eq!(told(most + 1), Err(NoFile::NotOne));
            assert_eq!(told(0), Err(NoFile::NotOne));
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = unfold(&[BEGINS, &bytes].concat(), 11);
        }
    }
}
