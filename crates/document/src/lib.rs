//! A document to read, before it is HTML or PDF: who said what, in order, and nothing of how it
//! looks.
//!
//! ```text
//! a sitting's session.json ─▶ Vec<Block> ─▶ document.html, and the narrative of fhir.json
//!                                 └───────▶ Document, as JSON ─▶ kith-print ─▶ a tagged PDF
//! ```
//! Every text is data: what stands in it is never markup. A crate of its own, and small, so that
//! `kith-print` is not built of all the rest. Deliberately absent: fonts, colours, sizes, and
//! anything to be fetched.

mod bounds;
mod shown;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

pub use bounds::{BLOCKS_MAX, DEPTH_MAX, DOCUMENT_MAX, DocumentFault, PICTURE_MAX, TEXT_MAX};
pub use shown::shown;

/// What `format` says.
pub const FORMAT: &str = "kith_document";
/// What `version` says.
pub const VERSION: u32 = 1;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// What it is called; the first heading.
    pub title: String,
    /// The language of its own words, as BCP 47 writes it: "en-GB".
    pub language: String,
    /// Which way its own words run. Each text runs the way its first letter says.
    pub direction: Direction,
    /// The day it was made.
    pub date: jiff::civil::Date,
    /// What stands at the foot of each page beside the page's number: nobody's name.
    pub footer: String,
    /// What stands in it, in order.
    pub blocks: Vec<Block>,
}

/// Which way words run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

/// A piece of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Block {
    /// A heading. The title is level 1.
    Heading {
        /// 2 to 4.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: String,
    },
    /// A paragraph that says something of what stands beside it.
    Remark {
        /// Its words.
        text: String,
    },
    /// What something is called, and what it is.
    Line {
        /// What it is called.
        label: String,
        /// What it is.
        text: String,
    },
    /// Somebody's words, letter for letter, set apart.
    Quote {
        /// The words, without quotation marks.
        words: String,
        /// Who said them, and who wrote them down.
        whose: String,
    },
    /// A drawing or a photograph.
    Picture {
        /// The picture.
        picture: Picture,
        /// What is on it, for whoever does not see it.
        alt: String,
        /// What stands under it.
        caption: String,
        /// What stands in its place where it cannot be printed. Where nothing is said, a picture
        /// that cannot be printed keeps the whole document from being printed.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        instead: String,
    },
    /// A list.
    List {
        /// Whether it is numbered.
        ordered: bool,
        /// What is listed.
        items: Vec<Item>,
    },
    /// A table.
    Table {
        /// What its columns are.
        header: Vec<String>,
        /// Its rows, each as long as the header.
        rows: Vec<Vec<String>>,
    },
}

/// One of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its words.
    pub text: String,
    /// What is listed under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
}

/// A picture, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case", deny_unknown_fields)]
pub enum Picture {
    /// As text, which must need nothing from elsewhere.
    Svg(String),
    /// In base64.
    Jpeg(String),
    /// In base64.
    Png(String),
    /// In base64.
    Webp(String),
}

impl Picture {
    /// Of such bytes; none where it is of a kind that is not drawn.
    pub fn of(media_type: &str, bytes: &[u8]) -> Option<Self> {
        let plain = media_type.split(';').next().unwrap_or_default().trim();
        let data = || STANDARD.encode(bytes);
        match plain {
            "image/svg+xml" => std::str::from_utf8(bytes).ok().map(|svg| Self::Svg(svg.into())),
            "image/jpeg" => Some(Self::Jpeg(data())),
            "image/png" => Some(Self::Png(data())),
            "image/webp" => Some(Self::Webp(data())),
            _ => None,
        }
    }

    /// Its bytes; none where it is no base64.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        match self {
            Self::Svg(svg) => Some(svg.clone().into_bytes()),
            Self::Jpeg(data) | Self::Png(data) | Self::Webp(data) => STANDARD.decode(data).ok(),
        }
    }

    /// As it stands here.
    fn data(&self) -> &str {
        match self {
            Self::Svg(data) | Self::Jpeg(data) | Self::Png(data) | Self::Webp(data) => data,
        }
    }

    /// Its media type.
    pub const fn media_type(&self) -> &'static str {
        match self {
            Self::Svg(_) => "image/svg+xml",
            Self::Jpeg(_) => "image/jpeg",
            Self::Png(_) => "image/png",
            Self::Webp(_) => "image/webp",
        }
    }
}

impl Document {
    /// Reads one, within its bounds.
    pub fn read(bytes: &[u8]) -> Result<Self, DocumentFault> {
        if bytes.len() > DOCUMENT_MAX {
            return Err(DocumentFault::TooLarge);
        }
        let document: Self =
            serde_json::from_slice(bytes).map_err(|_| DocumentFault::NoDocument)?;
        document.within_bounds()?;
        Ok(document)
    }

    /// As JSON, which [`Self::read`] reads.
    pub fn json(&self) -> Vec<u8> {
        // Strings and lists of them are always JSON.
        serde_json::to_vec(self).unwrap_or_default()
    }
}
