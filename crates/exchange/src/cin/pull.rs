//! One tag or piece of text at a time, each with its line; whatever is not sound XML ends the
//! file.
//!
//! quick-xml cuts the text into events; what it leaves unchecked is checked here: what may stand
//! outside the outermost element, names, attributes, references, depth, and an end that comes too
//! soon. DOCTYPE and every entity of a file's own are refused, so no file can grow while it is
//! read. Names are compared without their namespace prefix. Deliberately absent: any meaning.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError, SyntaxError};
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesDecl, BytesRef, BytesStart, Event};

use super::decode::{Charset, Decoded};
use super::element;
use super::fault::{Unreadable, quoted};

/// A census is six deep; what is deeper is no census.
const DEPTH_MAX: usize = 32;
/// A start tag with all its attributes, in bytes.
const TAG_BYTES_MAX: usize = 16 * 1024;
/// The attributes of one tag: each is compared with all before it, so their number is bounded.
const ATTRIBUTES_MAX: usize = 32;

/// Where an element begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Its local name, or [`element::UNKNOWN`].
    pub name: &'static str,
    pub line: u64,
}

/// What comes next.
pub(super) enum Token {
    /// An element begins. Where its name is unknown, [`Pull::name`] has it.
    Open(Place),
    /// More text, in [`Pull::text`]; references are resolved, nothing is trimmed.
    Text(u64),
    /// The innermost open element ends.
    Close,
    /// The file has ended as it should.
    End,
}

/// A sound XML file, token by token.
pub(super) struct Pull<R> {
    xml: Reader<Decoded<R>>,
    event: Vec<u8>,
    /// The piece of the last [`Token::Text`].
    pub text: String,
    /// The local name of the last [`Token::Open`].
    pub name: String,
    /// The lines on which the elements still open began.
    open: Vec<u64>,
    begun: bool,
    rooted: bool,
}

impl<R: BufRead> Pull<R> {
    pub fn new(source: R) -> Result<Self, Unreadable> {
        let mut xml = Reader::from_reader(Decoded::open(source)?);
        let config = xml.config_mut();
        config.expand_empty_elements = true;
        config.enable_all_checks(true);
        Ok(Self {
            xml,
            event: Vec::new(),
            text: String::new(),
            name: String::new(),
            open: Vec::new(),
            begun: false,
            rooted: false,
        })
    }

    /// The line that reading has come to.
    pub fn line(&self) -> u64 {
        self.xml.get_ref().line
    }

    pub fn next(&mut self) -> Result<Token, Unreadable> {
        loop {
            let line = self.line();
            let charset = self.xml.get_ref().charset;
            self.event.clear();
            self.xml.get_mut().begin_piece();
            let event = match self.xml.read_event_into(&mut self.event) {
                Ok(event) => event,
                Err(error) => return Err(unsound(&error, self.xml.get_ref(), line)),
            };
            let begun = std::mem::replace(&mut self.begun, true);
            match event {
                Event::Decl(_) if begun => return Err(late_declaration(line)),
                Event::Decl(declaration) => check_declaration(&declaration, charset)?,
                Event::Comment(_) | Event::PI(_) => {}
                Event::DocType(_) => return Err(doctype(line)),
                Event::Empty(tag) | Event::Start(tag) => {
                    check_tag(&tag, line)?;
                    let local = tag.local_name();
                    self.name.clear();
                    self.name.push_str(local.as_ref());
                    return self.opened(line);
                }
                Event::End(_) => {
                    self.open.pop();
                    return Ok(Token::Close);
                }
                Event::Text(text) => {
                    if self.open.is_empty() && text.trim_ascii().is_empty() {
                        continue;
                    }
                    if let Some((before, _)) = text.split_once("]]>") {
                        let line = line + lines_in(before);
                        return Err(not_xml(line, "“]]>” stands in it outside a CDATA section"));
                    }
                    self.text.clear();
                    self.text.push_str(&text);
                    return self.met_text(line);
                }
                Event::CData(text) => {
                    self.text.clear();
                    self.text.push_str(&text);
                    return self.met_text(line);
                }
                Event::GeneralRef(reference) => {
                    let letter = resolve(&reference, line)?;
                    self.text.clear();
                    self.text.push(letter);
                    return self.met_text(line);
                }
                Event::Eof => return self.ended(),
            }
        }
    }

    fn opened(&mut self, line: u64) -> Result<Token, Unreadable> {
        if self.open.is_empty() && self.rooted {
            return Err(not_xml(line, "another element follows the end of the first"));
        }
        if self.open.len() == DEPTH_MAX {
            let says = format!(
                "Elements are {DEPTH_MAX} deep inside each other here, far deeper than in a \
                 census. Nothing was read from the file."
            );
            return Err(Unreadable::at(line, says));
        }
        self.rooted = true;
        self.open.push(line);
        Ok(Token::Open(Place { name: element::known(&self.name), line }))
    }

    fn met_text(&self, line: u64) -> Result<Token, Unreadable> {
        match (self.open.is_empty(), self.rooted) {
            (false, _) => Ok(Token::Text(line)),
            (true, false) => Err(not_xml(line, "text stands before the first tag")),
            (true, true) => Err(not_xml(line, "text stands after the last tag")),
        }
    }

    fn ended(&self) -> Result<Token, Unreadable> {
        let line = self.line();
        if let Some(opened) = self.open.last() {
            let says = format!(
                "The file ends here, while the element that began on line {opened} is still open: \
                 it has been cut short. Nothing was read from it."
            );
            return Err(Unreadable::at(line, says));
        }
        if self.rooted { Ok(Token::End) } else { Err(not_xml(line, "it holds no element at all")) }
    }
}

/// How many lines end in the text.
pub(super) fn lines_in(text: &str) -> u64 {
    text.bytes().map(|byte| u64::from(byte == b'\n')).sum()
}

fn not_xml(line: u64, because: &str) -> Unreadable {
    Unreadable::at(line, format!("This is not a sound XML file: {because}. Nothing was read."))
}

fn doctype(line: u64) -> Unreadable {
    let says = "The file holds a DOCTYPE. A census has none, and one could make a file do more \
                than say what it holds. Nothing was read from it.";
    Unreadable::at(line, says)
}

fn late_declaration(line: u64) -> Unreadable {
    not_xml(line, "the XML declaration is not the very first thing in it")
}

/// quick-xml's refusal in our words, at the line where it showed.
fn unsound<R: BufRead>(error: &Error, decoded: &Decoded<R>, began: u64) -> Unreadable {
    let here = decoded.line;
    if let Some(says) = decoded.broken() {
        return Unreadable::at(here, says);
    }
    match error {
        Error::Syntax(SyntaxError::UnclosedDoctype)
        | Error::IllFormed(IllFormedError::MissingDoctypeName) => doctype(began),
        Error::Syntax(SyntaxError::InvalidBangMarkup) => {
            not_xml(began, "“<!” begins something that is neither a comment nor text")
        }
        Error::Syntax(_) => {
            let says = "The file ends inside a tag or comment: it has been cut short. Nothing was \
                        read from it.";
            Unreadable::at(here, says)
        }
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            let (expected, found) = (quoted(expected), quoted(found));
            not_xml(began, &format!("{expected} is open, and {found} is closed"))
        }
        Error::IllFormed(IllFormedError::UnmatchedEndTag(found)) => {
            not_xml(began, &format!("{} is closed, and was never open", quoted(found)))
        }
        Error::IllFormed(IllFormedError::UnclosedReference) => {
            not_xml(began, "an “&” stands alone; it is written “&amp;”")
        }
        Error::IllFormed(IllFormedError::DoubleHyphenInComment) => {
            not_xml(began, "“--” stands inside a comment")
        }
        other => not_xml(began, &other.to_string()),
    }
}

fn check_declaration(declaration: &BytesDecl<'_>, charset: Charset) -> Result<(), Unreadable> {
    let label = declaration.encoding().transpose();
    let (Ok(_), Ok(label)) = (declaration.version(), label) else {
        return Err(not_xml(1, "its XML declaration is not written as it should be"));
    };
    match label {
        Some(label) if !charset.answers_to(&label) => {
            let (says, is) = (quoted(&label), charset.name());
            let says = format!(
                "The file says that it is written as {says}, and it is written as {is}. Nothing \
                 was read from it."
            );
            Err(Unreadable::at(1, says))
        }
        _ => Ok(()),
    }
}

fn check_tag(tag: &BytesStart<'_>, line: u64) -> Result<(), Unreadable> {
    if tag.len() > TAG_BYTES_MAX {
        let says = "A tag here is thousands of characters long, far longer than in a census. \
                    Nothing was read from the file.";
        return Err(Unreadable::at(line, says));
    }
    if !is_name(tag.name().as_ref()) {
        let name = quoted(tag.name().as_ref());
        return Err(not_xml(line, &format!("{name} cannot be the name of an element")));
    }
    if tag.attributes_raw().is_empty() {
        return Ok(());
    }
    for (count, attribute) in tag.attributes().enumerate() {
        let sound = attribute.is_ok_and(|attribute| {
            is_name(attribute.key.as_ref())
                && !attribute.value.contains('<')
                && unescape(&attribute.value).is_ok()
        });
        if !sound || count == ATTRIBUTES_MAX {
            return Err(not_xml(line, "the attributes of a tag are not as they may be"));
        }
    }
    Ok(())
}

/// A name as XML has it, near enough: letters beyond ASCII are not told apart.
fn is_name(name: &str) -> bool {
    let local = name.rsplit_once(':').map_or(name, |(_, local)| local);
    let starts = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'_' || *byte >= 0x80;
    let goes_on = |byte: u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b':') || byte >= 0x80
    };
    name.bytes().next().as_ref().is_some_and(starts)
        && local.bytes().next().as_ref().is_some_and(starts)
        && name.bytes().all(goes_on)
}

fn resolve(reference: &BytesRef<'_>, line: u64) -> Result<char, Unreadable> {
    let name = quoted(reference);
    if reference.is_char_ref() {
        let letter = reference.resolve_char_ref().ok().flatten();
        return letter.filter(|letter| is_xml_letter(*letter)).ok_or_else(|| {
            not_xml(line, &format!("the character reference {name} names no character XML allows"))
        });
    }
    resolve_xml_entity(reference).and_then(|text| text.chars().next()).ok_or_else(|| {
        not_xml(line, &format!("it refers to an entity {name} that XML does not define"))
    })
}

/// XML 1.0 section 2.2.
fn is_xml_letter(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r')
        || (letter >= ' ' && !matches!(letter, '\u{FFFE}' | '\u{FFFF}'))
}
