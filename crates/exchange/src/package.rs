//! A sitting as a package for any other system: files that say the same in three ways, and what
//! stands beside the words.
//!
//! ```text
//! Sitting ─▶ session.json     ours, with a published schema
//!            fhir.json        FHIR R4, UK Core
//!            document.html    to read and to print
//!            attachments/…    drawings, recordings, photographs
//!            manifest.json    each of them, its bytes and its SHA-256
//! ```
//! No file is named after anybody. The same sitting, at the same moment, for the same reader, gives
//! the same bytes. Deliberately absent: where a package goes, and who may make one; and any
//! reading of a drawing.

mod attached;
mod blocks;
mod document;
mod escape;
mod html;
mod manifest;
mod pieces;
pub mod session;
mod sitting;
pub mod svg;
mod telling;
mod zipped;

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use std::io::Write;
use uuid::Uuid;

use crate::bundle::{BUNDLE_MAX, ChunkDigest};
use ::document::Document;
pub(crate) use attached::Bytes;
pub(crate) use document::{Part, Section, house, sections, title};
pub(crate) use html::blocks as as_html;
use pieces::Piece;
pub(crate) use pieces::{How, mark};
pub use sitting::{Came, Child, Choice, Drawn, For, Kept, Named, Page, Sitting, Told};

/// The most pages.
pub const PAGES_MAX: usize = crate::kit::PAGES_MAX;
/// The most bytes of everything beside the words.
pub const ATTACHED_MAX: u64 = BUNDLE_MAX;

/// Why no package is made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoPackage {
    /// Something important was said, or it was stopped so that somebody could be told.
    #[error("of a session where something important was said, no copy is made for parents")]
    NotForParents,
    /// It broke off, or not all of it could be opened: what the child chose is not wholly known.
    #[error("of a session that broke off or is not whole, no copy is made for parents")]
    BrokeOff,
    /// The child said a plain yes to no page.
    #[error("the child agreed to show none of it to them")]
    NothingAgreed,
    /// More pages than a sitting may have.
    #[error("it has more than {PAGES_MAX} pages")]
    TooManyPages,
    /// More bytes than a package may have.
    #[error("its drawings, recordings and photographs are larger than a package may be")]
    TooLarge,
    /// Some words hold a U+0000.
    #[error("U+0000 in its words")]
    Nul,
    /// A drawing that cannot stand alone.
    #[error("the drawing of page {page} cannot be passed on: {why}")]
    Drawing {
        /// Which page.
        page: u16,
        /// Why.
        why: svg::SvgFault,
    },
    /// A recording or photograph that says it is something else.
    #[error("{file} is no recording or photograph")]
    MediaType {
        /// What its file would be called, which names nobody.
        file: String,
    },
    /// Two pages have one number.
    #[error("two files would be named {0}")]
    Twice(String),
}

/// A package: its files in order, the manifest last.
#[derive(Debug, Clone)]
pub struct Package<'a> {
    /// Names it: the sitting, the reader and the moment.
    pub id: Uuid,
    /// When it was made.
    pub made_at: Timestamp,
    /// What is in it.
    pub files: Vec<File>,
    attached: Vec<Bytes<'a>>,
    told: session::Session,
    program: String,
    replaces: Option<Uuid>,
    not_printed: u32,
}

/// What is attached, and how its pictures stand in a document: whole, or marked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pictured<'a> {
    /// All of it.
    pub attached: &'a [Bytes<'a>],
    /// Whether the bytes stand in it.
    pub whole: bool,
}

/// A file of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, with `/` for folders.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    pieces: Vec<Piece>,
}

/// A PDF of a package's document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How many pictures it names and does not have.
    pub not_printed: u32,
}

/// What a package is made for, when, and by what.
#[derive(Debug, Clone)]
pub struct Making<'a> {
    /// For whom.
    pub whom: For,
    /// The moment.
    pub at: Timestamp,
    /// The version of the program that makes it.
    pub program: &'a str,
    /// The package whose place it takes.
    pub replaces: Option<Uuid>,
}

impl<'a> Package<'a> {
    /// Made of a sitting.
    pub fn of(sitting: &'a Sitting, making: &Making<'_>) -> Result<Self, NoPackage> {
        let told = telling::told(sitting, &making.whom, making.at)?;
        let attached = telling::attached(sitting, &making.whom)?;
        within_bounds(&attached)?;
        let fhir = pieces::of_json(crate::fhir::bundle(&told, &attached));
        let document = document::document(&told, Pictured { attached: &attached, whole: false });
        let document = pieces::of_markup(html::page(&document));
        let mut files = vec![
            File::new("session.json", "application/json", vec![Piece::Text(json(&told))]),
            File::new("fhir.json", "application/fhir+json", fhir),
            File::new("document.html", "text/html", document),
        ];
        files.extend((0..).zip(&attached).map(|(nth, bytes)| {
            File::new(&bytes.file, bytes.media_type, vec![Piece::Attached(nth, How::Plain)])
        }));
        let (made_at, replaces, program) = (making.at, making.replaces, making.program.to_owned());
        let (id, not_printed) = (id(&told), 0);
        let mut package =
            Self { id, made_at, files, attached, told, program, replaces, not_printed };
        package.list();
        Ok(package)
    }

    /// What `document.html` says, for `kith-print` to make a PDF of: its pictures are in it.
    pub fn document(&self) -> Document {
        document::document(&self.told, Pictured { attached: &self.attached, whole: true })
    }

    /// With that PDF of [`Self::document`] in it.
    #[must_use]
    pub fn with_pdf(mut self, pdf: Pdf) -> Self {
        let place = self.files.iter().position(|file| file.name == "document.html");
        let file = File::new("document.pdf", "application/pdf", vec![Piece::Text(pdf.bytes)]);
        self.not_printed = pdf.not_printed;
        self.files.pop();
        self.files.insert(place.map_or(0, |place| place + 1), file);
        self.list();
        self
    }

    /// Lists what is in it, last of all.
    fn list(&mut self) {
        let listed = manifest::manifest(self);
        let listed = File::new("manifest.json", "application/json", vec![Piece::Text(listed)]);
        self.files.push(listed);
    }

    /// What it tells: what stands in `session.json`.
    pub const fn told(&self) -> &session::Session {
        &self.told
    }

    /// The bytes of something attached, by the name of its file.
    pub fn attached(&self, file: &str) -> Option<&[u8]> {
        self.attached.iter().find(|bytes| bytes.file == file).map(|bytes| &*bytes.bytes)
    }

    /// The name of its one file, without its ending: no name of anybody.
    pub fn name(&self) -> String {
        format!("houses-{}", self.id)
    }

    /// Writes the bytes of one of its files.
    pub fn write(&self, file: &File, to: &mut impl Write) -> std::io::Result<()> {
        file.pieces.iter().try_for_each(|piece| piece.write(&self.attached, to))
    }

    /// The bytes of one of its files.
    pub fn bytes(&self, file: &File) -> Vec<u8> {
        let mut bytes = Vec::new();
        // Memory takes what is written to it.
        let _ = self.write(file, &mut bytes);
        bytes
    }

    /// Writes all of it as one ZIP file, under a folder of its own name.
    pub fn zip(&self, to: impl Write) -> std::io::Result<()> {
        zipped::zip(self, to).map_err(|why| match why {
            zip::result::ZipError::Io(why) => why,
            why => std::io::Error::other(why),
        })
    }

    /// How many bytes that is, and their SHA-256.
    pub fn measured(&self) -> (u64, ChunkDigest) {
        let mut measure = Measure::default();
        // A measure takes whatever is written.
        let _ = self.zip(&mut measure);
        measure.done()
    }
}

impl File {
    fn new(name: &str, media_type: &str, pieces: Vec<Piece>) -> Self {
        Self { name: name.into(), media_type: media_type.into(), pieces }
    }
}

fn within_bounds(attached: &[Bytes<'_>]) -> Result<(), NoPackage> {
    let mut seen = std::collections::BTreeSet::new();
    if let Some(twice) = attached.iter().find(|bytes| !seen.insert(&bytes.file)) {
        return Err(NoPackage::Twice(twice.file.clone()));
    }
    let bytes: u64 = attached.iter().map(|bytes| bytes.bytes.len() as u64).sum();
    if bytes > ATTACHED_MAX { Err(NoPackage::TooLarge) } else { Ok(()) }
}

/// As it stands in a file: with line breaks, for whoever opens it by hand.
fn json(what: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(what).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The package's id.
fn id(told: &session::Session) -> Uuid {
    let whom = match &told.made_for {
        session::MadeFor::SameAuthority => "the same authority".to_owned(),
        session::MadeFor::Child => "the child".to_owned(),
        session::MadeFor::Parent { person } => format!("{:?}", person.id),
    };
    named(told.id, &format!("package {whom} {}", told.made_at))
}

/// An id that follows from another: the same each time (UUID of version 8, RFC 9562).
pub(crate) fn named(of: Uuid, what: &str) -> Uuid {
    let digest = Sha256::new().chain_update(of).chain_update(what).finalize();
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest).for_each(|(byte, from)| *byte = from);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// What is written, counted and digested as it goes by.
#[derive(Debug, Default)]
pub(crate) struct Measure {
    sum: Sha256,
    bytes: u64,
}

impl Measure {
    /// How many bytes there were, and their SHA-256.
    pub(crate) fn done(self) -> (u64, ChunkDigest) {
        (self.bytes, ChunkDigest(self.sum.finalize().into()))
    }
}

impl Write for Measure {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.sum.update(bytes);
        self.bytes += bytes.len() as u64;
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
