//! One file out of a form of several parts (RFC 7578), as its bytes come in.
//!
//! ```text
//! --boundary ─ head ─ bytes … ─ --boundary ─ head ─ bytes … ─ --boundary--
//!               └ is it the field, with a file in it?   else passed over
//! ```
//! What is in memory is what has just come in and the length of a boundary, however large the file.
//! Deliberately absent: every other field, and anything a part says of itself but its name.

/// The most bytes of the head of a part.
const HEAD_MOST: usize = 8 << 10;
/// The most letters of a boundary (RFC 2046).
const BOUNDARY_MOST: usize = 70;

/// A form that cannot be taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NoForm;

/// The file of one field.
#[derive(Debug)]
pub(crate) struct FilePart {
    field: &'static str,
    /// What stands between two parts.
    between: Vec<u8>,
    rest: Vec<u8>,
    state: State,
    found: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Of no use, up to the next boundary.
    Passing,
    /// The file, up to the next boundary.
    Taking,
    /// A boundary was met: the end of the form, or the head of a part.
    Head,
    /// The form is whole.
    Over,
}

impl FilePart {
    /// Of this field, in a form of this content type; none where it is no such form.
    pub(crate) fn of(field: &'static str, content_type: &str) -> Option<Self> {
        let mut pieces = content_type.split(';').map(str::trim);
        if !pieces.next()?.eq_ignore_ascii_case("multipart/form-data") {
            return None;
        }
        let boundary = pieces
            .filter_map(|piece| piece.split_once('='))
            .find(|(name, _)| name.trim().eq_ignore_ascii_case("boundary"))
            .map(|(_, value)| value.trim().trim_matches('"'))
            .filter(|boundary| (1..=BOUNDARY_MOST).contains(&boundary.len()))?;
        let between = format!("\r\n--{boundary}").into_bytes();
        // The first boundary has no line before it.
        Some(Self { field, between, rest: b"\r\n".into(), state: State::Passing, found: false })
    }

    /// Takes what came in, and gives back what of it belongs to the file.
    pub(crate) fn take(&mut self, came: &[u8]) -> Result<Vec<u8>, NoForm> {
        self.rest.extend_from_slice(came);
        let mut file = Vec::new();
        loop {
            let goes_on = match self.state {
                State::Passing | State::Taking => self.up_to_boundary(&mut file),
                State::Head => self.head()?,
                State::Over => {
                    self.rest.clear();
                    false
                }
            };
            if !goes_on {
                return Ok(file);
            }
        }
    }

    /// Whether there was a file in the form; an error where the form was cut short.
    pub(crate) fn finish(&self) -> Result<bool, NoForm> {
        if self.state == State::Over { Ok(self.found) } else { Err(NoForm) }
    }

    /// Up to the next boundary, or as far as there can be none; whether there was one.
    fn up_to_boundary(&mut self, file: &mut Vec<u8>) -> bool {
        let (until, met) = match find(&self.rest, &self.between) {
            Some(at) => (at, true),
            None => (self.rest.len().saturating_sub(self.between.len() - 1), false),
        };
        let passed = self.rest.drain(..until);
        if self.state == State::Taking {
            file.extend(passed);
        } else {
            drop(passed);
        }
        if met {
            self.rest.drain(..self.between.len());
            self.state = State::Head;
        }
        met
    }

    /// The head of a part, or the end of the form; whether it was all there.
    fn head(&mut self) -> Result<bool, NoForm> {
        if self.rest.starts_with(b"--") {
            self.state = State::Over;
            return Ok(true);
        }
        let Some(end) = find(&self.rest, b"\r\n\r\n") else {
            return if self.rest.len() > HEAD_MOST { Err(NoForm) } else { Ok(false) };
        };
        let head: Vec<u8> = self.rest.drain(..end + 4).collect();
        let ours = !self.found && self.is_file(&String::from_utf8_lossy(&head));
        self.found |= ours;
        self.state = if ours { State::Taking } else { State::Passing };
        Ok(true)
    }

    /// Whether a part is the field, with a file chosen for it.
    fn is_file(&self, head: &str) -> bool {
        let says = |line: &&str| {
            let name = line.split(':').next().unwrap_or_default();
            name.eq_ignore_ascii_case("content-disposition")
        };
        let pieces = head.lines().find(says).unwrap_or_default().split(';').map(str::trim);
        let named = format!("name=\"{}\"", self.field);
        let (mut ours, mut chosen) = (false, false);
        for piece in pieces {
            ours |= piece == named;
            chosen |= piece.starts_with("filename=") && piece != "filename=\"\"";
        }
        ours && chosen
    }
}

fn find(within: &[u8], sought: &[u8]) -> Option<usize> {
    let first = *sought.first()?;
    let mut from = 0;
    while let Some(at) = within.get(from..)?.iter().position(|byte| *byte == first) {
        if within.get(from + at..)?.starts_with(sought) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: &str = "multipart/form-data; boundary=\"--x\"";

    fn form(name: &str, filename: &str, file: &[u8]) -> Vec<u8> {
        let head = format!(
            "----x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nwords\r\n\
             ----x\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"{filename}\"\r\n\
             Content-Type: text/xml\r\n\r\n"
        );
        [head.as_bytes(), file, b"\r\n----x--\r\n"].concat()
    }

    fn taken(form: &[u8], piece: usize) -> Result<(Vec<u8>, bool), NoForm> {
        let mut part = FilePart::of("file", TYPE).unwrap();
        let mut file = Vec::new();
        for piece in form.chunks(piece) {
            file.extend(part.take(piece)?);
            assert!(part.rest.len() <= HEAD_MOST + piece.len());
        }
        Ok((file, part.finish()?))
    }

    #[test]
    fn the_file_comes_out_byte_for_byte_wherever_the_pieces_end() {
        let files: [&[u8]; 5] =
            [b"<Message/>", b"\r\n--\r\n----\r\n----y", b"\0\xFF\r", b"", b"\r\n"];
        for file in files {
            let sent = form("file", "census; name=x.xml", file);
            for piece in 1..=sent.len() {
                assert_eq!(taken(&sent, piece), Ok((file.to_vec(), true)), "{piece}: {file:?}");
            }
        }
    }

    #[test]
    fn a_form_without_a_file_has_none_and_one_cut_short_is_no_form() {
        assert_eq!(taken(&form("file", "", b""), 7), Ok((vec![], false)));
        assert_eq!(taken(&form("photo", "a.xml", b"x"), 7), Ok((vec![], false)));
        let sent = form("file", "a.xml", b"<Message>");
        for length in 0..sent.len() - 4 {
            assert_eq!(taken(&sent[..length], 5), Err(NoForm), "{length}");
        }
        let endless = [b"----x\r\nX: ".as_slice(), &vec![b'a'; 3 * HEAD_MOST]].concat();
        assert_eq!(taken(&endless, 100), Err(NoForm));
        let two = [&sent[..sent.len() - 9], &sent[..]].concat();
        assert_eq!(taken(&two, 11).unwrap().0, b"<Message>", "the first of two");
    }

    #[test]
    fn what_is_no_form_of_parts_is_not_begun() {
        for kind in ["", "text/xml", "multipart/form-data", "multipart/form-data; boundary="] {
            assert!(FilePart::of("file", kind).is_none(), "{kind}");
        }
        let long = format!("multipart/form-data; boundary={}", "x".repeat(71));
        assert!(FilePart::of("file", &long).is_none());
    }
}
