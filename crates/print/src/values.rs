//! A document as values that typst's template reads. A text is a string in there and never markup,
//! so nothing that somebody wrote can mean anything to typst.

use document::{Block, Direction, Document, Item, shown};
use typst::foundations::{Array, Datetime, Dict, IntoValue, Str, Value};
use unicode_bidi::{Direction as Runs, get_base_direction};

use crate::Fault;
use crate::fonts::FAMILIES;
use crate::pictures::Room;

/// The document as the template's inputs, and how many of its pictures are not in them: in the
/// place of each stands what the document says for that.
pub fn inputs(document: &Document) -> Result<(Dict, usize), Fault> {
    let rtl = document.direction == Direction::Rtl;
    let values = Values { rtl };
    let mut pictures = Pictures { room: Room::whole(), not_printed: 0 };
    let blocks = document.blocks.iter().map(|block| values.block(block, &mut pictures));
    let blocks: Array = blocks.collect::<Result<_, _>>()?;
    let (language, region) = language(&document.language);
    let families: Array =
        FAMILIES.iter().map(|family| family.to_lowercase().into_value()).collect();
    let inputs = dict([
        ("title", values.text(&document.title)),
        ("footer", values.text(&document.footer)),
        ("date", day(document.date).into_value()),
        ("language", language.into_value()),
        ("region", region.into_value()),
        ("rtl", rtl.into_value()),
        ("families", families.into_value()),
        ("blocks", blocks.into_value()),
    ]);
    Ok((inputs, pictures.not_printed))
}

/// The pictures of a document on their way.
struct Pictures {
    room: Room,
    not_printed: usize,
}

fn dict<const N: usize>(fields: [(&str, Value); N]) -> Dict {
    fields.into_iter().map(|(name, value)| (Str::from(name), value)).collect()
}

/// What typst knows of a language's name: the language, and the region where one is named.
fn language(name: &str) -> (&str, Option<&str>) {
    let mut parts = name.split('-');
    let language = parts.next().unwrap_or_default();
    (language, parts.find(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic())))
}

fn day(date: jiff::civil::Date) -> Option<Datetime> {
    let number = |n: i8| u8::try_from(n).ok();
    Datetime::from_ymd(date.year().into(), number(date.month())?, number(date.day())?)
}

struct Values {
    /// The document's own words run from right to left.
    rtl: bool,
}

impl Values {
    fn block(&self, block: &Block, pictures: &mut Pictures) -> Result<Value, Fault> {
        Ok(match block {
            Block::Heading { level, text } => dict([
                ("kind", "heading".into_value()),
                // The title stands above them and is none.
                ("level", i64::from(level.saturating_sub(1)).into_value()),
                ("text", self.text(text)),
            ]),
            Block::Paragraph { text } => {
                dict([("kind", "paragraph".into_value()), ("text", self.text(text))])
            }
            Block::Remark { text } => {
                dict([("kind", "remark".into_value()), ("text", self.text(text))])
            }
            Block::Line { label, text } => dict([
                ("kind", "line".into_value()),
                ("label", self.text(&format!("{label}:"))),
                ("text", self.text(text)),
            ]),
            Block::Quote { words, whose } => dict([
                ("kind", "quote".into_value()),
                ("words", self.text_of(words, &format!("“{words}”"))),
                ("whose", self.text(whose)),
            ]),
            Block::Picture { picture, alt, caption, instead } => {
                match pictures.room.take(picture) {
                    Ok((bytes, format)) => dict([
                        ("kind", "picture".into_value()),
                        ("bytes", bytes.into_value()),
                        ("format", format.into_value()),
                        ("alt", alt.chars().map(shown).collect::<String>().into_value()),
                        ("caption", self.text(caption)),
                    ]),
                    Err(fault) if instead.is_empty() => return Err(fault),
                    Err(_) => {
                        pictures.not_printed += 1;
                        let text = format!("{caption}\n{instead}");
                        dict([("kind", "remark".into_value()), ("text", self.text(&text))])
                    }
                }
            }
            Block::List { ordered, items } => dict([
                ("kind", "list".into_value()),
                ("ordered", (*ordered).into_value()),
                ("items", self.items(items)),
            ]),
            Block::Table { header, rows } => dict([
                ("kind", "table".into_value()),
                ("header", self.texts(header)),
                ("rows", rows.iter().map(|row| self.texts(row)).collect::<Array>().into_value()),
            ]),
        }
        .into_value())
    }

    fn items(&self, items: &[Item]) -> Value {
        let items = items.iter().map(|item| {
            dict([("text", self.text(&item.text)), ("items", self.items(&item.items))]).into_value()
        });
        items.collect::<Array>().into_value()
    }

    fn texts(&self, texts: &[String]) -> Value {
        texts.iter().map(|text| self.text(text)).collect::<Array>().into_value()
    }

    fn text(&self, text: &str) -> Value {
        self.text_of(text, text)
    }

    /// The text in its lines; it runs the way that the first letter of `by` says.
    fn text_of(&self, by: &str, text: &str) -> Value {
        let rtl = match get_base_direction(by) {
            Runs::Ltr => false,
            Runs::Rtl => true,
            Runs::Mixed => self.rtl,
        };
        let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
        let lines = text.split('\n').map(|line| seen(line).into_value());
        dict([("lines", lines.collect::<Array>().into_value()), ("rtl", rtl.into_value())])
            .into_value()
    }
}

/// From how many letters without a space on a line may be broken, and how often then.
const LONG: usize = 24;
const OFTEN: usize = 8;
/// The longest that is held together.
const LONGEST: usize = 100;

/// A line as a font can show it. Where somebody typed on and on without a space it may be broken,
/// so that no letter runs off the paper.
fn seen(line: &str) -> String {
    let mut seen = String::with_capacity(line.len());
    let mut unbroken = 0;
    for letter in line.chars() {
        unbroken = if letter.is_whitespace() { 0 } else { unbroken + 1 };
        // Not before a mark, which belongs to the letter before it; but more marks than any writing
        // puts on a letter would fill the memory as one.
        let letters = letter.is_alphanumeric() || letter.is_ascii();
        if unbroken > LONG + OFTEN && letters || unbroken > LONGEST {
            seen.push('\u{200b}');
            unbroken = LONG;
        }
        match letter {
            '\t' => seen.push_str("    "),
            // It shows nothing, and PDF/UA-1 forbids it.
            '\u{feff}' => {}
            _ => seen.push(shown(letter)),
        }
    }
    seen
}
