//! Census files with one thing wrong, or one thing unusual, and word of where.
//!
//! What is wrong stands at the child in the middle, so that there are sound children on both
//! sides of it. These files are made whole in memory: they are for tests, and small.

use std::ops::Range;

use super::{Census, Truth};

/// What to do to a sound file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// This element of the first child that has it, from the middle on, says 30 February.
    ImpossibleDate(&'static str),
    /// This element of the first child that has it, from the middle on, says what is no code.
    NoSuchCode(&'static str),
    /// The middle child has the id of the child before.
    DuplicateLaId,
    /// The middle child has no id.
    NoLaId,
    /// A pupil number, from the middle on, has the wrong check letter.
    WrongCheckLetter,
    /// A block of elements that the guide does not have.
    UnknownBlock,
    /// The file stops in the middle of a child.
    Truncated,
    /// A document type that points at another file.
    Doctype,
    /// Entities that unfold to a thousand million letters.
    EntityDeclaration,
    /// A NUL in a value.
    Nul,
    /// A byte in a value that is no UTF-8, though the file says it is.
    BadByte,
    /// Sound: Windows-1252, declared, with an é in the software's name.
    Windows1252,
    /// Sound: UTF-16, least byte first, with its mark.
    Utf16LittleEndian,
    /// Sound: UTF-16, greatest byte first, with its mark.
    Utf16BigEndian,
    /// Sound: UTF-8 with its mark.
    Utf8Mark,
    /// Sound: everything in a default namespace.
    Namespace,
}

/// A file with one thing wrong, or one thing unusual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    /// The file.
    pub bytes: Vec<u8>,
    /// What the sound file holds.
    pub truth: Truth,
    /// The line, from 1, where it is, for what stands in one place.
    pub line: Option<usize>,
    /// The id, in the sound file, of the child it befell.
    pub la_id: Option<String>,
}

/// Makes that file.
pub fn damaged(census: &Census, damage: Damage) -> Damaged {
    let mut sound = Vec::new();
    // Writing into memory has no way to fail; were it to, the file would simply be short.
    let truth = census.write(&mut sound).unwrap_or_default();
    let mut file = Editor { text: String::from_utf8_lossy(&sound).into_owned(), at: None };
    let bytes = match damage {
        Damage::BadByte => file.with_bad_byte(),
        Damage::Windows1252 => file.in_windows_1252(),
        Damage::Utf16LittleEndian => file.in_utf_16(u16::to_le_bytes),
        Damage::Utf16BigEndian => file.in_utf_16(u16::to_be_bytes),
        Damage::Utf8Mark => format!("\u{feff}{}", file.text).into_bytes(),
        other => {
            file.edit(other);
            file.text.clone().into_bytes()
        }
    };
    Damaged { bytes, truth, line: file.line(), la_id: file.la_id() }
}

const PROLOGUE_END: &str = "?>\n";
const FAR_AWAY: &str = "<!DOCTYPE Message SYSTEM \"elsewhere.dtd\">\n";
const UNKNOWN: &str = "<SleepDiary>\n<Night>2024-01-01</Night>\n</SleepDiary>\n";

struct Editor {
    text: String,
    /// Where the damage begins.
    at: Option<usize>,
}

impl Editor {
    fn edit(&mut self, damage: Damage) {
        match damage {
            Damage::ImpossibleDate(element) => {
                let year = self.value(element).and_then(|at| self.text.get(at.start..at.start + 4));
                let never = format!("{}-02-30", year.unwrap_or("2024"));
                self.replace(self.value(element), &never);
            }
            Damage::NoSuchCode(element) => self.replace(self.value(element), "ZZ9"),
            Damage::DuplicateLaId => {
                let before = self.text.get(..self.middle()).unwrap_or_default();
                let twin = before.rsplit_once("<LAchildID>").map(|(_, rest)| rest);
                let twin = twin.and_then(|rest| rest.split_once('<')).map(|(id, _)| id.to_owned());
                self.replace(self.value("LAchildID"), &twin.unwrap_or_default());
            }
            Damage::NoLaId => {
                let id = self.value("LAchildID");
                let line =
                    id.map(|at| at.start - "<LAchildID>".len()..at.end + "</LAchildID>\n".len());
                self.replace(line, "");
            }
            Damage::WrongCheckLetter => {
                let letter = self.value("UPN").map(|at| at.start..at.start + 1);
                let other = match letter.clone().and_then(|at| self.text.get(at)) {
                    Some("A") => "B",
                    _ => "A",
                };
                self.replace(letter, other);
            }
            Damage::UnknownBlock => {
                let end = self.find("</ChildCharacteristics>\n", self.middle());
                self.replace(end.map(|at| at.end..at.end), UNKNOWN);
            }
            Damage::Truncated => {
                let rest = self.value("CINreferralDate").map(|at| at.start + 4..self.text.len());
                self.replace(rest, "");
            }
            Damage::Doctype => self.replace(self.after_prologue(), FAR_AWAY),
            Damage::EntityDeclaration => {
                self.replace(self.value("Ethnicity"), "&w9;");
                self.replace(self.after_prologue(), &unfolding());
            }
            Damage::Nul => self.replace(self.value("Ethnicity"), "WB\0I"),
            Damage::Namespace => {
                let root = self.find("<Message>", 0);
                self.replace(root, "<Message xmlns=\"urn:wexcombe:census\">");
            }
            // The rest change bytes, not text.
            _ => {}
        }
    }

    /// Where the middle child begins.
    fn middle(&self) -> usize {
        let children = || self.text.match_indices("<Child>\n");
        children().nth(children().count() / 2).map_or(0, |(at, _)| at)
    }

    fn find(&self, what: &str, from: usize) -> Option<Range<usize>> {
        let at = from + self.text.get(from..)?.find(what)?;
        Some(at..at + what.len())
    }

    /// Where the value of that element stands, from the middle child on.
    fn value(&self, element: &str) -> Option<Range<usize>> {
        let opening = self.find(&format!("<{element}>"), self.middle())?;
        let closing = self.find("<", opening.end)?;
        Some(opening.end..closing.start)
    }

    fn after_prologue(&self) -> Option<Range<usize>> {
        self.find(PROLOGUE_END, 0).map(|at| at.end..at.end)
    }

    fn replace(&mut self, place: Option<Range<usize>>, with: &str) {
        if let Some(place) = place {
            self.at = Some(place.start);
            self.text.replace_range(place, with);
        }
    }

    fn line(&self) -> Option<usize> {
        let before = self.text.get(..self.at?)?;
        Some(before.matches('\n').count() + 1)
    }

    /// The id of the child the damage is in: the file's children are numbered from 0.
    fn la_id(&self) -> Option<String> {
        let before = self.text.get(..self.at?)?;
        let children = before.matches("<Child>\n").count().checked_sub(1)?;
        Some(super::child::la_id(u64::try_from(children).ok()?))
    }

    fn with_bad_byte(&mut self) -> Vec<u8> {
        let Some(place) = self.value("Ethnicity") else { return Vec::new() };
        self.at = Some(place.start);
        let mut bytes = self.text.clone().into_bytes();
        bytes.splice(place, *b"WB\xE9I");
        bytes
    }

    fn in_windows_1252(&mut self) -> Vec<u8> {
        self.text =
            self.text.replacen("UTF-8", "windows-1252", 1).replacen("Wexcombe", "Wexcombé", 1);
        // Up to U+00FF, but for 80 to 9F, the code page and Unicode agree; the file has nothing
        // else.
        self.text.chars().filter_map(|sign| u8::try_from(u32::from(sign)).ok()).collect()
    }

    fn in_utf_16(&mut self, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        self.text = self.text.replacen("UTF-8", "UTF-16", 1);
        let marked = std::iter::once('\u{feff}').chain(self.text.chars());
        marked.flat_map(|sign| sign.encode_utf16(&mut [0; 2]).to_vec()).flat_map(order).collect()
    }
}

/// Nine entities, each ten of the one before.
fn unfolding() -> String {
    let ten = |n: u8| format!("<!ENTITY w{n} \"{}\">\n", format!("&w{};", n - 1).repeat(10));
    let more: String = (1..=9).map(ten).collect();
    format!("<!DOCTYPE Message [\n<!ENTITY w0 \"w\">\n{more}]>\n")
}
