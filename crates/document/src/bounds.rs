//! How large a document may be, and why one is refused. A refusal says which bound it is and
//! quotes nothing.

use super::{Block, Document, FORMAT, Item, VERSION};

/// The most bytes of one as JSON: a package's attachments in base64, and room for the words.
pub const DOCUMENT_MAX: usize = 400 * 1024 * 1024;
/// The most pieces: lines that somebody parted, items of lists and rows of tables among them. A
/// session of as many pages as may be has a tenth.
pub const BLOCKS_MAX: usize = 100_000;
/// The most bytes of one text: as many letters as a note may have, in any script, and room.
pub const TEXT_MAX: usize = 512 * 1024;
/// The most bytes of one picture, as it stands in the JSON.
pub const PICTURE_MAX: usize = 32 * 1024 * 1024;
/// How deep lists may stand in lists.
pub const DEPTH_MAX: usize = 4;
/// The most columns of a table.
const COLUMNS_MAX: usize = 12;
/// The most bytes of a language's name (RFC 5646 has no longer one without extensions).
const LANGUAGE_MAX: usize = 35;

/// Why a document is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DocumentFault {
    /// The JSON is too large.
    #[error("it has more than {} MiB", DOCUMENT_MAX / 1024 / 1024)]
    TooLarge,
    /// It is no such JSON.
    #[error("it is no document of ours in JSON")]
    NoDocument,
    /// Of another version.
    #[error("it is of a version that is not known here")]
    Version,
    /// It has no title.
    #[error("it has no title")]
    NoTitle,
    /// Its language is no language's name.
    #[error("its language is not named as BCP 47 names one")]
    Language,
    /// Too many pieces.
    #[error("it has more than {BLOCKS_MAX} pieces")]
    TooManyBlocks,
    /// A text is too long.
    #[error("a text in it has more than {TEXT_MAX} bytes")]
    TextTooLong,
    /// A picture is too large.
    #[error("a picture in it has more than {} MiB", PICTURE_MAX / 1024 / 1024)]
    PictureTooLarge,
    /// A picture says nothing to whoever does not see it.
    #[error("a picture in it has no words for whoever does not see it")]
    NoAlt,
    /// A heading of no such level.
    #[error("a heading in it is not of level 2, 3 or 4, or skips one")]
    Level,
    /// Lists in lists in lists.
    #[error("lists in it stand more than {DEPTH_MAX} deep")]
    TooDeep,
    /// A table that is none.
    #[error("a table in it has no columns, more than {COLUMNS_MAX}, or rows of other lengths")]
    Table,
}

impl Document {
    pub(super) fn within_bounds(&self) -> Result<(), DocumentFault> {
        if self.format != FORMAT || self.version != VERSION {
            return Err(DocumentFault::Version);
        }
        if self.title.trim().is_empty() {
            return Err(DocumentFault::NoTitle);
        }
        if !is_language(&self.language) {
            return Err(DocumentFault::Language);
        }
        let mut pieces = lines(&[&self.title, &self.footer])?;
        let mut level = 1;
        for block in &self.blocks {
            pieces += of(block)?;
            if pieces > BLOCKS_MAX {
                return Err(DocumentFault::TooManyBlocks);
            }
            if let Block::Heading { level: next, .. } = block {
                if !(2..=4).contains(next) || *next > level + 1 {
                    return Err(DocumentFault::Level);
                }
                level = *next;
            }
        }
        Ok(())
    }
}

/// How many pieces it is.
fn of(block: &Block) -> Result<usize, DocumentFault> {
    match block {
        Block::Heading { text, .. } | Block::Paragraph { text } | Block::Remark { text } => {
            lines(&[text])
        }
        Block::Line { label, text } => lines(&[label, text]),
        Block::Quote { words, whose } => lines(&[words, whose]),
        Block::Picture { picture, alt, caption, instead } => {
            if picture.data().len() > PICTURE_MAX {
                return Err(DocumentFault::PictureTooLarge);
            }
            if alt.trim().is_empty() {
                return Err(DocumentFault::NoAlt);
            }
            lines(&[alt, caption, instead])
        }
        Block::List { items, .. } => listed(items, 1),
        Block::Table { header, rows } => {
            let fits = (1..=COLUMNS_MAX).contains(&header.len())
                && rows.iter().all(|row| row.len() == header.len());
            if !fits {
                return Err(DocumentFault::Table);
            }
            let rows = rows.iter().chain([header]);
            rows.map(|row| lines(&row.iter().collect::<Vec<_>>())).sum()
        }
    }
}

fn listed(items: &[Item], depth: usize) -> Result<usize, DocumentFault> {
    if depth > DEPTH_MAX {
        return Err(DocumentFault::TooDeep);
    }
    let mut pieces = 1;
    for item in items {
        pieces += lines(&[&item.text])?;
        if !item.items.is_empty() {
            pieces += listed(&item.items, depth + 1)?;
        }
    }
    Ok(pieces)
}

/// How many lines they are parted into, each within its bound.
fn lines(texts: &[&String]) -> Result<usize, DocumentFault> {
    if texts.iter().any(|text| text.len() > TEXT_MAX) {
        return Err(DocumentFault::TextTooLong);
    }
    let parted =
        |text: &&String| text.chars().filter(|c| "\n\r\u{2028}\u{2029}".contains(*c)).count();
    Ok(1 + texts.iter().map(parted).sum::<usize>())
}

fn is_language(name: &str) -> bool {
    let mut parts = name.split('-');
    let first = parts.next().unwrap_or_default();
    name.len() <= LANGUAGE_MAX
        && (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::super::{Direction, Picture};
    use super::*;

    fn with(blocks: Vec<Block>) -> Document {
        Document {
            format: FORMAT.into(),
            version: VERSION,
            title: "What Ty drew".into(),
            language: "en-GB".into(),
            direction: Direction::Ltr,
            date: jiff::civil::date(2026, 3, 30),
            footer: String::new(),
            blocks,
        }
    }

    fn refused(document: &Document) -> DocumentFault {
        Document::read(&document.json()).unwrap_err()
    }

    fn list(depth: usize) -> Vec<Item> {
        let items = if depth == 0 { vec![] } else { list(depth - 1) };
        vec![Item { text: "x".into(), items }]
    }

    #[test]
    fn what_keeps_to_the_bounds_comes_back_as_it_was() {
        let document = with(vec![
            Block::Heading { level: 2, text: "#".into() },
            Block::Heading { level: 3, text: "#".into() },
            Block::List { ordered: true, items: list(DEPTH_MAX - 1) },
            Block::Table { header: vec!["a".into()], rows: vec![vec!["\0".into()]] },
            Block::Quote { words: "x".repeat(TEXT_MAX), whose: String::new() },
        ]);
        assert_eq!(Document::read(&document.json()), Ok(document));
    }

    #[test]
    fn each_bound_says_which_it_is() {
        let heading = |level| Block::Heading { level, text: "x".into() };
        let picture = |data: String, alt: &str| Block::Picture {
            picture: Picture::Png(data),
            alt: alt.into(),
            caption: String::new(),
            instead: String::new(),
        };
        let paragraph = Block::Paragraph { text: String::new() };
        for (blocks, fault) in [
            (vec![heading(1)], DocumentFault::Level),
            (vec![heading(3)], DocumentFault::Level),
            (vec![heading(2), heading(4)], DocumentFault::Level),
            (vec![Block::List { ordered: false, items: list(DEPTH_MAX) }], DocumentFault::TooDeep),
            (vec![Block::Table { header: vec![], rows: vec![] }], DocumentFault::Table),
            (
                vec![Block::Table { header: vec!["a".into()], rows: vec![vec![]] }],
                DocumentFault::Table,
            ),
            (vec![picture(String::new(), " ")], DocumentFault::NoAlt),
            (vec![picture("A".repeat(PICTURE_MAX + 1), "x")], DocumentFault::PictureTooLarge),
            (vec![Block::Remark { text: "x".repeat(TEXT_MAX + 1) }], DocumentFault::TextTooLong),
            (vec![paragraph; BLOCKS_MAX], DocumentFault::TooManyBlocks),
            (vec![Block::Remark { text: "\n".repeat(BLOCKS_MAX) }], DocumentFault::TooManyBlocks),
        ] {
            assert_eq!(refused(&with(blocks)), fault);
        }
    }

    #[test]
    fn what_is_no_document_of_ours_is_refused() {
        let document = with(vec![]);
        let title = String::new();
        assert_eq!(refused(&Document { title, ..document.clone() }), DocumentFault::NoTitle);
        assert_eq!(refused(&Document { version: 2, ..document.clone() }), DocumentFault::Version);
        for language in ["", "e", "English", "en_GB", "en-", "EN", "en-GB-averylongone"] {
            let language = language.into();
            assert_eq!(
                refused(&Document { language, ..document.clone() }),
                DocumentFault::Language
            );
        }
        for bytes in [&b""[..], b"{}", b"[]", b"{\"format\":1}", b"\xff"] {
            assert_eq!(Document::read(bytes), Err(DocumentFault::NoDocument));
        }
        let mut more: serde_json::Value = serde_json::from_slice(&document.json()).unwrap();
        more["more"] = serde_json::json!(1);
        assert_eq!(Document::read(more.to_string().as_bytes()), Err(DocumentFault::NoDocument));
    }

    #[test]
    fn more_bytes_than_a_document_may_have_are_not_looked_at() {
        assert_eq!(Document::read(&vec![b' '; DOCUMENT_MAX + 1]), Err(DocumentFault::TooLarge));
    }
}
