//! What stands beside the words: drawings, recordings, photographs, and the names of their files.
//!
//! A name says the page and what it is, `page-003-sound-1.webm`, and never who.

use super::NoPackage;
use super::session::{Attached, Drawing};
use super::sitting::{Drawn, Kept, Page};
use super::svg::on_its_own;
use domain::drawing::standing;
use std::borrow::Cow;

/// The media type of a drawing's ops: one JSON object a line.
pub const OPS: &str = "application/x-ndjson";
/// The media type of a drawing's picture.
pub const PICTURE: &str = "image/svg+xml";
/// The media type of a recording or photograph that broke off where nobody can tell what it is.
const NOT_KNOWN: &str = "application/octet-stream";
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

/// What lies on the page of this number.
pub(super) fn page(n: u16) -> String {
    format!("page-{n:03}")
}

/// What lies on no page.
pub(super) fn no_page() -> String {
    "no-page".to_owned()
}

/// Recordings as they are told, each with the name of its file.
pub(super) fn sounds(on: &str, all: &[Kept]) -> Vec<Attached> {
    all.iter().zip(1..).map(|(kept, k)| attached(&format!("{on}-sound-{k}"), kept)).collect()
}

/// Photographs, likewise.
pub(super) fn photos(on: &str, all: &[Kept]) -> Vec<Attached> {
    all.iter().zip(1..).map(|(kept, k)| attached(&format!("{on}-photo-{k}"), kept)).collect()
}

fn attached(called: &str, kept: &Kept) -> Attached {
    let plain = kept.media_type.split(';').next().unwrap_or_default().trim();
    let ending = ENDINGS.iter().find(|(of, _)| *of == plain).map_or("bin", |(_, ending)| ending);
    Attached {
        id: kept.root.0,
        file: format!("attachments/{called}.{ending}"),
        media_type: kept.media_type.clone(),
        seconds: kept.seconds,
        broken_off: kept.broken_off,
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

/// The attachments of the page that is told under this number, each checked. `whole`: with what
/// the child undid or wrote anew, as the record has it.
pub(super) fn of_page(n: u16, page: &Page, whole: bool) -> Result<Vec<Bytes<'_>>, NoPackage> {
    let mut all = Vec::new();
    if let Some(drawn) = &page.drawing {
        let Drawing { picture, ops, .. } = drawing(n, drawn);
        let why = |why| NoPackage::Drawing { page: n, why };
        let svg = on_its_own(&drawn.svg, &|_| None).map_err(why)?;
        let svg = Cow::Owned(svg.into_bytes());
        all.push(Bytes { file: picture, media_type: PICTURE, bytes: svg });
        let lines = Cow::Borrowed(&*drawn.ops);
        let lines = if whole { lines } else { Cow::Owned(standing(&lines)) };
        all.push(Bytes { file: ops, media_type: OPS, bytes: lines });
    }
    all.extend(of_kept(&self::page(n), &page.sounds, &page.photos)?);
    Ok(all)
}

/// The recordings and photographs that lie on one page or on none, each checked.
pub(super) fn of_kept<'a>(
    on: &str,
    all_sounds: &'a [Kept],
    all_photos: &'a [Kept],
) -> Result<Vec<Bytes<'a>>, NoPackage> {
    let named = [
        ("audio/", sounds(on, all_sounds), all_sounds),
        ("image/", photos(on, all_photos), all_photos),
    ];
    let each = named.into_iter().flat_map(|(of, told, kept)| {
        told.into_iter().zip(kept).map(move |(told, kept)| kept.checked(of, told.file))
    });
    each.collect()
}

impl Kept {
    /// Its bytes, where its media type is one of that family, or nobody can tell what they are. SVG
    /// is no photograph: it may hold a script.
    fn checked(&self, of: &str, file: String) -> Result<Bytes<'_>, NoPackage> {
        let letters = |letter: char| letter.is_ascii_alphanumeric() || "/;=.+- \"".contains(letter);
        let fits = (self.media_type.starts_with(of) || self.media_type == NOT_KNOWN)
            && self.media_type.len() <= MEDIA_TYPE_MAX
            && self.media_type.chars().all(letters)
            && !self.media_type.starts_with(PICTURE);
        if !fits {
            return Err(NoPackage::MediaType { file });
        }
        let bytes = Cow::Borrowed(self.bytes.as_slice());
        Ok(Bytes { file, media_type: &self.media_type, bytes })
    }
}
