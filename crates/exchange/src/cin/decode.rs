//! Bytes to UTF-8, a buffer at a time, and no further than the first thing that is wrong.
//!
//! A file says how it is written by the mark at its start or by its XML declaration; what it says
//! is held against its bytes. What comes before the first fault is handed on, so that the line
//! count has arrived at the fault when it is met. Deliberately absent: guessing.

use std::io::{self, BufRead, Chain, Cursor, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::fault::{Unreadable, quoted};

/// The declaration is looked for in this much of the file.
const HEAD_BYTES: u64 = 1024;
/// Decoded text is handed on in pieces of this size.
const BUFFER_BYTES: usize = 64 * 1024;
/// No tag, comment or run of text of a census is longer than this; it bounds memory.
pub(super) const PIECE_BYTES_MAX: usize = 4 * 1024 * 1024;

/// The ways of writing text that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Charset {
    Utf8,
    Utf16Le,
    Utf16Be,
    /// Windows-1252, and ISO-8859-1, which practice writes when it means Windows-1252.
    Western,
    Ascii,
}

impl Charset {
    fn encoding(self) -> &'static Encoding {
        match self {
            Self::Utf8 | Self::Ascii => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Western => WINDOWS_1252,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Western => "Windows-1252",
            Self::Ascii => "US-ASCII",
        }
    }

    /// Whether an XML declaration with this label may stand in a file so written.
    pub fn answers_to(self, label: &str) -> bool {
        let label = label.trim().to_ascii_lowercase();
        match self {
            Self::Utf8 => matches!(label.as_str(), "utf-8" | "utf8"),
            Self::Utf16Le => matches!(label.as_str(), "utf-16" | "utf-16le" | "utf16"),
            Self::Utf16Be => matches!(label.as_str(), "utf-16" | "utf-16be" | "utf16"),
            Self::Ascii => matches!(label.as_str(), "us-ascii" | "ascii"),
            Self::Western => {
                matches!(
                    label.as_str(),
                    "windows-1252"
                        | "cp1252"
                        | "iso-8859-1"
                        | "iso8859-1"
                        | "iso_8859-1"
                        | "latin1"
                )
            }
        }
    }
}

/// Why the text ends before the file does.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Broken {
    Bytes,
    Control(u8),
    PieceTooLong,
    Source(String),
}

/// A census file as UTF-8, counting its lines.
pub(super) struct Decoded<R> {
    source: Chain<Cursor<Vec<u8>>, R>,
    pub charset: Charset,
    decoder: Decoder,
    out: Vec<u8>,
    start: usize,
    end: usize,
    done: bool,
    broken: Option<Broken>,
    /// The line that reading has come to, from 1.
    pub line: u64,
    /// Bytes handed on since the last call of [`Decoded::begin_piece`].
    piece_bytes: usize,
}

impl<R: BufRead> Decoded<R> {
    /// Finds out how the file is written; an error when it says something that is not read here.
    pub fn open(mut source: R) -> Result<Self, Unreadable> {
        let mut head = Vec::new();
        let read = source.by_ref().take(HEAD_BYTES).read_to_end(&mut head);
        read.map_err(|error| Unreadable::at(1, could_not_read(&error.to_string())))?;
        let (charset, mark_bytes) = charset_of(&head)?;
        let mut head = Cursor::new(head);
        head.set_position(mark_bytes);
        Ok(Self {
            source: head.chain(source),
            charset,
            decoder: charset.encoding().new_decoder_without_bom_handling(),
            out: vec![0; BUFFER_BYTES],
            start: 0,
            end: 0,
            done: false,
            broken: None,
            line: 1,
            piece_bytes: 0,
        })
    }

    /// Starts the count that [`PIECE_BYTES_MAX`] bounds.
    pub fn begin_piece(&mut self) {
        self.piece_bytes = 0;
    }

    /// What broke the text off, in words, if anything did.
    pub fn broken(&self) -> Option<String> {
        let name = self.charset.name();
        Some(match self.broken.as_ref()? {
            Broken::Bytes => format!(
                "The file says that it is written as {name}, and here it holds bytes that are not. \
                 Nothing was read from it."
            ),
            Broken::Control(0) => "The file holds a NUL byte here, which no XML file may. \
                                   Nothing was read from it."
                .into(),
            Broken::Control(byte) => format!(
                "The file holds a control character (number {byte}) here, which no XML file may. \
                 Nothing was read from it."
            ),
            Broken::PieceTooLong => "A single tag, comment or piece of text here goes on for \
                                     millions of characters. Nothing was read from the file."
                .into(),
            Broken::Source(error) => could_not_read(error),
        })
    }

    fn refill(&mut self) -> io::Result<()> {
        self.start = 0;
        self.end = 0;
        while self.end == 0 && !self.done && self.broken.is_none() {
            let input = match self.source.fill_buf() {
                Ok(input) => input,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => return Err(error),
                Err(error) => {
                    self.broken = Some(Broken::Source(error.to_string()));
                    return Err(error);
                }
            };
            let last = input.is_empty();
            let (result, read, written) =
                self.decoder.decode_to_utf8_without_replacement(input, &mut self.out, last);
            self.source.consume(read);
            self.end = written;
            match result {
                DecoderResult::Malformed(..) => self.broken = Some(Broken::Bytes),
                DecoderResult::InputEmpty => self.done = last,
                DecoderResult::OutputFull => {}
            }
        }
        self.stop_at_what_xml_forbids();
        Ok(())
    }

    /// Cuts the buffer off before the first character that the file may not hold.
    fn stop_at_what_xml_forbids(&mut self) {
        let text = self.out.get(..self.end).unwrap_or_default();
        let control = text.iter().position(|byte| is_forbidden(*byte));
        let foreign = match self.charset {
            Charset::Ascii => text.iter().position(|byte| *byte >= 0x80),
            // The five bytes that Windows-1252 gives no letter come out as C1 controls.
            Charset::Western => text
                .windows(2)
                .position(|pair| matches!(pair, [0xC2, next] if (0x80..0xA0).contains(next))),
            _ => None,
        };
        if let Some(place) = foreign.filter(|place| control.is_none_or(|control| *place < control))
        {
            self.broken = Some(Broken::Bytes);
            self.end = place;
        } else if let Some(place) = control {
            self.broken = text.get(place).map(|byte| Broken::Control(*byte));
            self.end = place;
        }
    }
}

impl<R: BufRead> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Decoded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.piece_bytes > PIECE_BYTES_MAX {
            self.broken = Some(Broken::PieceTooLong);
            self.start = self.end;
        } else if self.start == self.end {
            self.refill()?;
        }
        if self.start == self.end && self.broken.is_some() {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(self.out.get(self.start..self.end).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        let to = self.end.min(self.start.saturating_add(amount));
        let consumed = self.out.get(self.start..to).unwrap_or_default();
        self.line += consumed.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
        self.piece_bytes += consumed.len();
        self.start = to;
    }
}

/// XML 1.0 section 2.2: of the control characters a file may hold tab, line feed and return.
fn is_forbidden(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')
}

fn could_not_read(error: &str) -> String {
    format!("The file could not be read any further ({error}). Nothing was read from it.")
}

/// The charset a file announces, and how many bytes its mark takes.
fn charset_of(head: &[u8]) -> Result<(Charset, u64), Unreadable> {
    match head {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Err(not_read_here("UTF-32")),
        [0xEF, 0xBB, 0xBF, ..] => Ok((Charset::Utf8, 3)),
        [0xFF, 0xFE, ..] => Ok((Charset::Utf16Le, 2)),
        [0xFE, 0xFF, ..] => Ok((Charset::Utf16Be, 2)),
        [b'<', 0, ..] | [0, b'<', ..] => Err(not_read_here("UTF-16 without a mark at its start")),
        _ => match declared(head) {
            None => Ok((Charset::Utf8, 0)),
            Some(label) => [Charset::Utf8, Charset::Western, Charset::Ascii]
                .into_iter()
                .find(|charset| charset.answers_to(&label))
                .map(|charset| (charset, 0))
                .ok_or_else(|| not_read_here(&quoted(&label))),
        },
    }
}

fn not_read_here(what: &str) -> Unreadable {
    Unreadable::at(
        1,
        format!(
            "The file says that it is written as {what}. Files written as UTF-8, as UTF-16 with a \
             mark at the start, or as Windows-1252 can be read."
        ),
    )
}

/// The encoding named by the XML declaration, where there is one.
fn declared(head: &[u8]) -> Option<String> {
    let head = head.strip_prefix(b"<?xml")?;
    let end = head.windows(2).position(|pair| pair == b"?>")?;
    let declaration = String::from_utf8_lossy(head.get(..end)?).into_owned();
    let after = declaration.split_once("encoding")?.1.trim_start();
    let value = after.strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value.strip_prefix(quote)?.split_once(quote).map(|(label, _)| label.to_owned())
}
