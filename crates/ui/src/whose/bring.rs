//! A file that a tablet gave since it could not keep or send a session: where it is brought, and
//! why it is not taken.

use crate::button::{Weight, send};
use crate::{say, urls};
use maud::{Markup, html};
use std::borrow::Cow;

/// What came of a file that was brought, where nobody is asked whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CameOfFile {
    /// It was here, and somebody had said whose it is.
    Had,
    /// None was chosen.
    NoFile,
    /// It is no such file.
    NotOne,
    /// It, or what came of it, ends before its end.
    CutShort,
    /// Something in it has changed.
    Changed,
    /// Parts of the session are not in it.
    Missing,
    /// It is of no tablet that they answer for.
    NotTheirs,
    /// The office's key does not open it, or what it opens is no session.
    Sealed,
    /// There is no room for it, or the session has come in too many ways already.
    Full,
}

impl CameOfFile {
    fn words(self) -> Cow<'static, str> {
        match self {
            Self::Had => say!("bring-had"),
            Self::NoFile => say!("bring-no-file"),
            Self::NotOne => say!("bring-not-one"),
            Self::CutShort => say!("bring-cut-short"),
            Self::Changed => say!("bring-changed"),
            Self::Missing => say!("bring-missing"),
            Self::NotTheirs => say!("bring-not-theirs"),
            Self::Sealed => say!("bring-sealed"),
            Self::Full => say!("bring-full"),
        }
    }
}

/// The form.
pub(super) fn bring(came: Option<CameOfFile>) -> Markup {
    let wrong = came.filter(|came| *came != CameOfFile::Had).map(CameOfFile::words);
    html! {
        h2.size-21 { (say!("bring-title")) }
        form.list-upload method="post" action=(urls::HandedIn) enctype="multipart/form-data" {
            div.field.field-wrong[wrong.is_some()] {
                label for="file" { (say!("bring-file")) }
                span.hint #file-hint { (say!("bring-hint")) }
                @if let Some(wrong) = &wrong { span.error #file-wrong { (wrong) } }
                input #file name="file" type="file" accept=".kith,.sealed"
                    aria-describedby={ "file-hint" @if wrong.is_some() { " file-wrong" } }
                    aria-invalid[wrong.is_some()];
            }
            (send(Weight::Plain, say!("bring-go")))
        }
    }
}

/// Above all else, where there was nothing to do.
pub(super) fn had(came: Option<CameOfFile>) -> Markup {
    html! {
        @if came == Some(CameOfFile::Had) { p.notice role="status" { (CameOfFile::Had.words()) } }
    }
}
