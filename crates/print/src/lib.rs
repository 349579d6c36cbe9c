//! A document as a tagged PDF (PDF/UA-1), A4, with its fonts in it.
//!
//! ```text
//! JSON ─▶ document::Document ─▶ values ─▶ typst, sealed off ─▶ PDF
//! ```
//! The same document gives the same bytes. Deliberately absent: any words of its own, and any look
//! at a file, the network or the clock.

mod fonts;
mod pictures;
mod sealed;
mod values;

use document::{Document, DocumentFault};
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use sealed::Sealed;

/// Why there is no PDF. It quotes nothing of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is no document, or not within its bounds.
    #[error("this cannot be printed: {0}")]
    Document(#[from] DocumentFault),
    /// A picture that is broken, or is something else than it says.
    #[error("this cannot be printed: a picture in it is broken")]
    Picture,
    /// A picture has too many points, or all of them together.
    #[error("this cannot be printed: its pictures have too many points")]
    PictureTooLarge,
    /// Typst could not.
    #[error("this cannot be printed: it could not be laid out")]
    Layout,
}

/// A PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// Its bytes.
    pub pdf: Vec<u8>,
    /// Whether it says that it is PDF/UA-1. Where some letter keeps it from being so it is tagged
    /// all the same: a child's words count for more than what a file says of itself.
    pub ua: bool,
    /// How many of its pictures could not be printed: in the place of each stands what the document
    /// says for that.
    pub not_printed: usize,
}

/// The PDF of a document in JSON.
pub fn print(json: &[u8]) -> Result<Printed, Fault> {
    let document = Document::read(json)?;
    let (inputs, not_printed) = values::inputs(&document)?;
    let sealed = Sealed::with(inputs).ok_or(Fault::Layout)?;
    let laid_out = typst::compile::<PagedDocument>(&sealed).output.map_err(|_| Fault::Layout)?;
    let ua = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|_| Fault::Layout)?;
    if let Ok(pdf) = typst_pdf::pdf(&laid_out, &options(ua)) {
        return Ok(Printed { pdf, ua: true, not_printed });
    }
    let pdf = typst_pdf::pdf(&laid_out, &options(PdfStandards::default()));
    Ok(Printed { pdf: pdf.map_err(|_| Fault::Layout)?, ua: false, not_printed })
}

fn options(standards: PdfStandards) -> PdfOptions {
    PdfOptions { creator: Smart::Custom(Some("Kith".into())), standards, ..PdfOptions::default() }
}
