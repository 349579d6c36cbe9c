//! What stands beside the words: drawings, recordings, photographs, and the names of their files.
//!
//! A name says the page and what it is, `page-003-sound-1.webm`, and never who.

use super::NoPackage;
use super::session::{Attached, Drawing};
use super::sitting::{Drawn, Kept, Page};
use super::svg::on_its_own;
use std::borrow::Cow;

/// The media type of a drawing's ops: one JSON object a line.
pub const OPS: &str = "application/x-ndjson";
/// The media type of a drawing's picture.
pub const PICTURE: &str = "image/svg+xml";
/// The longest media type, in bytes.
const MEDIA_TYPE_MAX: usize = 80;

/// What files of these kinds end in; any other ends in `bin`.
const ENDINGS: &[(&str, &str)] = &[
    ("audio/webm", "webm"),
    ("audio/mp4", "m4a"),
    ("audio/mpeg", "mp3"),
    ("audio/ogg", "ogg"),
    ("audio/wav", "wav"),
    ("image/jpeg", "jpg"),
    ("image/png", "png"),
    ("image/webp", "webp"),
];

pub(super) fn drawing(n: u16, drawn: &Drawn) -> Drawing {
    Drawing {
        id: drawn.root.0,
        picture: format!("attachments/page-{n:03}-drawing.svg"),
        ops: format!("attachments/page-{n:03}-drawing.jsonl"),
        describes: drawn.describes.clone(),
    }
}

pub(super) fn sound(n: u16, k: usize, kept: &Kept) -> Attached {
    attached(format!("page-{n:03}-sound-{k}"), kept)
}

pub(super) fn photo(n: u16, k: usize, kept: &Kept) -> Attached {
    attached(format!("page-{n:03}-photo-{k}"), kept)
}

fn attached(called: String, kept: &Kept) -> Attached {
    let plain = kept.media_type.split(';').next().unwrap_or_default().trim();
    let ending = ENDINGS.iter().find(|(of, _)| *of == plain).map_or("bin", |(_, ending)| ending);
    Attached {
        id: kept.root.0,
        file: format!("attachments/{called}.{ending}"),
        media_type: kept.media_type.clone(),
        seconds: kept.seconds,
        describes: kept.describes.clone(),
    }
}

/// The bytes of one attachment.
#[derive(Debug, Clone)]
pub(crate) struct Bytes<'a> {
    /// The name of its file.
    pub file: String,
    /// Its media type.
    pub media_type: &'a str,
    /// The bytes.
    pub bytes: Cow<'a, [u8]>,
}

/// The attachments of a page, each checked.
pub(super) fn of_page(page: &Page) -> Result<Vec<Bytes<'_>>, NoPackage> {
    let n = page.page.n;
    let mut all = Vec::new();
    if let Some(drawn) = &page.drawing {
        let Drawing { picture, ops, .. } = drawing(n, drawn);
        let why = |why| NoPackage::Drawing { page: n, why };
        let svg = on_its_own(&drawn.svg, &|_| None).map_err(why)?;
        let svg = Cow::Owned(svg.into_bytes());
        all.push(Bytes { file: picture, media_type: PICTURE, bytes: svg });
        all.push(Bytes { file: ops, media_type: OPS, bytes: Cow::Borrowed(&drawn.ops) });
    }
    for (kept, k) in page.sounds.iter().zip(1..) {
        all.push(kept.checked("audio/", sound(n, k, kept).file, n)?);
    }
    for (kept, k) in page.photos.iter().zip(1..) {
        all.push(kept.checked("image/", photo(n, k, kept).file, n)?);
    }
    Ok(all)
}

impl Kept {
    /// Its bytes, where its media type is one of that family. SVG is no photograph: it may hold a
    /// script.
    fn checked(&self, of: &str, file: String, page: u16) -> Result<Bytes<'_>, NoPackage> {
        let letters = |letter: char| letter.is_ascii_alphanumeric() || "/;=.+- \"".contains(letter);
        let fits = self.media_type.starts_with(of)
            && self.media_type.len() <= MEDIA_TYPE_MAX
            && self.media_type.chars().all(letters)
            && !self.media_type.starts_with(PICTURE);
        if !fits {
            return Err(NoPackage::MediaType { page });
        }
        let bytes = Cow::Borrowed(self.bytes.as_slice());
        Ok(Bytes { file, media_type: &self.media_type, bytes })
    }
}
