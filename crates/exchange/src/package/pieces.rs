//! The bytes of a file, in pieces, so that a recording or photograph is in memory once though three
//! files hold it: what is attached is named where it belongs and written when the file is.
//!
//! ```text
//! {"data":"␀b4␀"}   ─▶  Text({"data":")  Attached(4, as Base64)  Text("})
//! ```
//! A mark begins and ends with U+0000, which no words of a package hold (`NoPackage::Nul`), and
//! which markup shows by its picture.

use base64::display::Base64Display;
use base64::engine::general_purpose::STANDARD;
use std::io::{Result, Write};

use super::attached::Bytes;

/// How what is attached stands in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// Byte for byte.
    Plain,
    /// As base64.
    Base64,
}

/// A piece of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text of its own.
    Text(Vec<u8>),
    /// What is attached, by its place among those.
    Attached(usize, How),
}

/// What marks the place of something attached.
pub(crate) fn mark(nth: usize, how: How) -> String {
    let how = if how == How::Plain { 'p' } else { 'b' };
    format!("\0{how}{nth}\0")
}

/// The pieces of a text of markup.
pub(super) fn of_markup(text: Vec<u8>) -> Vec<Piece> {
    pieces(&text, b"\0", b"\0", 0)
}

/// The pieces of a JSON document: there a mark is the whole of a string.
pub(super) fn of_json(text: Vec<u8>) -> Vec<Piece> {
    pieces(&text, b"\"\\u0000", b"\\u0000\"", 1)
}

/// Parts the text at its marks. So many bytes of what opens and closes a mark stay in the text.
fn pieces(text: &[u8], opens: &[u8], closes: &[u8], stay: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut rest, mut kept) = (text, Vec::new());
    while let Some((before, after)) = split(rest, opens) {
        let Some((inside, after)) = split(after, closes) else { break };
        let Some(marked) = read(inside) else { break };
        kept.extend_from_slice(before);
        kept.extend_from_slice(opens.get(..stay).unwrap_or_default());
        pieces.push(Piece::Text(std::mem::take(&mut kept)));
        pieces.push(marked);
        kept.extend_from_slice(closes.get(closes.len() - stay..).unwrap_or_default());
        rest = after;
    }
    kept.extend_from_slice(rest);
    pieces.push(Piece::Text(kept));
    pieces
}

fn split<'a>(text: &'a [u8], at: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let place = text.windows(at.len()).position(|window| window == at)?;
    Some((text.get(..place)?, text.get(place + at.len()..)?))
}

fn read(inside: &[u8]) -> Option<Piece> {
    let (how, nth) = std::str::from_utf8(inside).ok()?.split_at_checked(1)?;
    let how = if how == "p" { How::Plain } else { How::Base64 };
    Some(Piece::Attached(nth.parse().ok()?, how))
}

impl Piece {
    /// Writes it.
    pub(super) fn write(&self, attached: &[Bytes<'_>], to: &mut impl Write) -> Result<()> {
        match self {
            Self::Text(text) => to.write_all(text),
            Self::Attached(nth, how) => {
                let bytes = attached.get(*nth).map(|one| &*one.bytes).unwrap_or_default();
                match how {
                    How::Plain => to.write_all(bytes),
                    How::Base64 => write!(to, "{}", Base64Display::new(bytes, &STANDARD)),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    fn written(pieces: &[Piece]) -> String {
        let one = |bytes: &'static [u8]| Bytes {
            file: String::new(),
            media_type: "",
            bytes: Cow::Borrowed(bytes),
        };
        let attached = [one(b"<svg/>"), one(b"abc")];
        let mut all = Vec::new();
        for piece in pieces {
            piece.write(&attached, &mut all).unwrap();
        }
        String::from_utf8(all).unwrap()
    }

    #[test]
    fn what_is_attached_stands_where_its_mark_stood() {
        let (svg, photo) = (mark(0, How::Plain), mark(1, How::Base64));
        let page = format!("<p>{svg}</p><img src=\"{photo}\">");
        let pieces = of_markup(page.into_bytes());
        assert_eq!(written(&pieces), "<p><svg/></p><img src=\"YWJj\">");
        let json = serde_json::to_vec(&serde_json::json!({"a": photo, "b": 1})).unwrap();
        assert_eq!(written(&of_json(json)), r#"{"a":"YWJj","b":1}"#);
    }

    #[test]
    fn words_that_speak_of_a_mark_are_none() {
        let words = r#"he said "\u0000b1\u0000" and \u0000"#;
        let json = serde_json::to_vec(&[words]).unwrap();
        let text = String::from_utf8(json.clone()).unwrap();
        assert_eq!(written(&of_json(json)), text);
    }
}
