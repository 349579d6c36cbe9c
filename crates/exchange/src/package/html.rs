//! A document as HTML: it asks for nothing from elsewhere and runs nothing. Its pieces are written
//! in the few elements that the narrative of a FHIR resource knows too, every one closed.

use std::fmt::{Arguments, Write as _};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::escape::Said;
use document::{Block, Direction, Document, Item, Picture};

/// How it looks, on a screen and on A4.
const LOOK: &str = include_str!("document/look.css");

/// The whole page.
pub(super) fn page(document: &Document) -> Vec<u8> {
    let look = STANDARD.encode(Sha256::digest(LOOK));
    let dir = match document.direction {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    };
    let (language, title) = (Said(&document.language), Said(&document.title));
    let head = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{dir}\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'sha256-{look}'; img-src data:\">\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title><style>{LOOK}</style></head><body><main>\
         <h1 dir=\"auto\">{title}</h1>"
    );
    let body = blocks(&document.blocks);
    format!("{head}{body}</main></body></html>\n").into_bytes()
}

/// Pieces of it. Pictures that are SVG stand in it as they are: only what this program has written
/// anew comes here.
pub(crate) fn blocks(blocks: &[Block]) -> String {
    let mut markup = Markup::default();
    for block in blocks {
        markup.block(block);
    }
    markup.0
}

#[derive(Default)]
struct Markup(String);

impl Markup {
    fn raw(&mut self, markup: Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.0.write_fmt(markup);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => {
                let text = Said(text);
                self.raw(format_args!("<h{level} dir=\"auto\">{text}</h{level}>"));
            }
            Block::Paragraph { text } => {
                self.raw(format_args!("<p dir=\"auto\">{}</p>", Said(text)));
            }
            Block::Remark { text } => self.remark(text),
            Block::Line { label, text } => {
                let (label, text) = (Said(label), Said(text));
                self.raw(format_args!("<p dir=\"auto\"><strong>{label}:</strong> {text}</p>"));
            }
            Block::Quote { words, whose } => {
                self.raw(format_args!("<blockquote dir=\"auto\">“{}”</blockquote>", Said(words)));
                self.remark(whose);
            }
            Block::Picture { picture, alt, caption, .. } => self.picture(picture, alt, caption),
            Block::List { ordered, items } => self.list(*ordered, items),
            Block::Table { header, rows } => self.table(header, rows),
        }
    }

    fn remark(&mut self, text: &str) {
        self.raw(format_args!("<p class=\"whose\" dir=\"auto\">{}</p>", Said(text)));
    }

    fn picture(&mut self, picture: &Picture, alt: &str, caption: &str) {
        match picture {
            Picture::Svg(svg) => self.raw(format_args!("<figure>{svg}")),
            Picture::Jpeg(data) | Picture::Png(data) | Picture::Webp(data) => {
                // Base64, or the mark of where it is to stand.
                let (alt, kind) = (Said(alt), picture.media_type());
                self.raw(format_args!(
                    "<figure><img alt=\"{alt}\" src=\"data:{kind};base64,{data}\">"
                ));
            }
        }
        let caption = Said(caption);
        self.raw(format_args!("<figcaption dir=\"auto\">{caption}</figcaption></figure>"));
    }

    fn list(&mut self, ordered: bool, items: &[Item]) {
        let list = if ordered { "ol" } else { "ul" };
        self.raw(format_args!("<{list}>"));
        for item in items {
            self.raw(format_args!("<li dir=\"auto\">{}", Said(&item.text)));
            if !item.items.is_empty() {
                self.list(ordered, &item.items);
            }
            self.raw(format_args!("</li>"));
        }
        self.raw(format_args!("</{list}>"));
    }

    fn table(&mut self, header: &[String], rows: &[Vec<String>]) {
        self.raw(format_args!("<table><thead>"));
        self.row("th", header);
        self.raw(format_args!("</thead><tbody>"));
        for row in rows {
            self.row("td", row);
        }
        self.raw(format_args!("</tbody></table>"));
    }

    fn row(&mut self, cell: &str, texts: &[String]) {
        self.raw(format_args!("<tr>"));
        for text in texts {
            self.raw(format_args!("<{cell} dir=\"auto\">{}</{cell}>", Said(text)));
        }
        self.raw(format_args!("</tr>"));
    }
}
