//! A drawing as SVG that needs nothing from elsewhere and runs nothing.
//!
//! It goes into a document that is opened far from here, so it is read and written anew from a
//! list of what a drawing is made of. What is not on the list is refused and not dropped: a
//! drawing with something missing is not what the child drew.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use std::fmt::Write as _;

use super::escape::Said;

/// The most bytes of one drawing.
pub const SVG_MAX: usize = 8 * 1024 * 1024;
/// What a picture inside a drawing may be, each as the beginning of its address.
const PICTURES: &[&str] = &["data:image/svg+xml;base64,", "data:image/png;base64,"];
const SVG: &str = "http://www.w3.org/2000/svg";

const ELEMENTS: &[&str] = &[
    "svg", "title", "desc", "g", "rect", "path", "circle", "ellipse", "line", "polyline",
    "polygon", "text", "tspan", "image",
];
const ATTRIBUTES: &[&str] = &[
    "class",
    "role",
    "width",
    "height",
    "viewBox",
    "preserveAspectRatio",
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "stroke-linejoin",
    "opacity",
    "d",
    "points",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "dx",
    "dy",
    "transform",
    "font-size",
    "font-family",
    "font-weight",
    "text-anchor",
    "direction",
    "dominant-baseline",
    "lang",
    "xml:space",
    "aria-label",
    "aria-hidden",
];

/// Why an SVG is no drawing of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SvgFault {
    /// Larger than a drawing may be.
    #[error("it is larger than a drawing may be")]
    TooLarge,
    /// It is no whole XML.
    #[error("it cannot be read as XML")]
    NoXml,
    /// It has something that no drawing is made of.
    #[error("it has {0:?}, which no drawing is made of")]
    Foreign(String),
    /// It asks for something from elsewhere.
    #[error("it asks for something that is not in it")]
    Elsewhere,
}

/// The same drawing with its pictures inside it. `picture` gives the bytes of an SVG for the
/// address of one that stands elsewhere (a sticker); without bytes the drawing is refused.
pub fn on_its_own(
    svg: &str,
    picture: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<String, SvgFault> {
    if svg.len() > SVG_MAX {
        return Err(SvgFault::TooLarge);
    }
    let mut reader = Reader::from_str(svg.trim());
    let mut copy = Copying { written: String::with_capacity(svg.len() + 64), open: 0, picture };
    loop {
        match reader.read_event().map_err(|_| SvgFault::NoXml)? {
            Event::Start(tag) => copy.begin(&tag, false)?,
            Event::Empty(tag) => copy.begin(&tag, true)?,
            Event::End(tag) => copy.end(tag.name().0),
            Event::Text(text) => copy.text(&text.xml_content(XmlVersion::Explicit1_0))?,
            Event::GeneralRef(reference) => {
                let letter = reference.resolve_char_ref().map_err(|_| SvgFault::NoXml)?;
                let name = reference.into_inner();
                let text = letter.map(String::from);
                let text = text.or_else(|| resolve_xml_entity(&name).map(Into::into));
                copy.text(&text.ok_or(SvgFault::NoXml)?)?;
            }
            Event::Comment(_) => {}
            Event::Eof if copy.open == 0 && !copy.written.is_empty() => return Ok(copy.written),
            Event::Eof => return Err(SvgFault::NoXml),
            Event::CData(_) => return Err(SvgFault::Foreign("CDATA".into())),
            Event::PI(_) | Event::Decl(_) => return Err(SvgFault::Foreign("<?".into())),
            Event::DocType(_) => return Err(SvgFault::Foreign("<!DOCTYPE".into())),
        }
    }
}

struct Copying<'a> {
    written: String,
    open: usize,
    picture: &'a dyn Fn(&str) -> Option<Vec<u8>>,
}

impl Copying<'_> {
    fn begin(&mut self, tag: &BytesStart<'_>, empty: bool) -> Result<(), SvgFault> {
        let name = tag.name().0;
        let first = self.written.is_empty();
        if !ELEMENTS.contains(&name) || first != (name == "svg") {
            return Err(SvgFault::Foreign(name.to_owned()));
        }
        if self.open == 0 && !first {
            return Err(SvgFault::NoXml);
        }
        self.put(format_args!("<{name}"));
        if first {
            self.put(format_args!(" xmlns=\"{SVG}\""));
        }
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|_| SvgFault::NoXml)?;
            let value = attribute.normalized_value(XmlVersion::Explicit1_0);
            let value = value.map_err(|_| SvgFault::NoXml)?;
            self.attribute(name, attribute.key.0, &value)?;
        }
        self.put(format_args!("{}", if empty { "/>" } else { ">" }));
        self.open += usize::from(!empty);
        Ok(())
    }

    fn attribute(&mut self, of: &str, name: &str, value: &str) -> Result<(), SvgFault> {
        let value = match (of, name) {
            ("svg", "xmlns") if value == SVG => return Ok(()),
            ("image", "href") => self.address(value)?,
            _ if !ATTRIBUTES.contains(&name) => return Err(SvgFault::Foreign(name.to_owned())),
            _ if value.contains("url(") => return Err(SvgFault::Elsewhere),
            _ => value.to_owned(),
        };
        self.put(format_args!(" {name}=\"{}\"", Said(&value)));
        Ok(())
    }

    /// A picture's address with the picture in it.
    fn address(&self, href: &str) -> Result<String, SvgFault> {
        if href.starts_with("data:") {
            let inside = PICTURES.iter().find_map(|kind| href.strip_prefix(kind));
            let whole = inside.is_some_and(|sealed| STANDARD.decode(sealed).is_ok());
            return if whole { Ok(href.to_owned()) } else { Err(SvgFault::Elsewhere) };
        }
        let bytes = (self.picture)(href).ok_or(SvgFault::Elsewhere)?;
        let kind = PICTURES.first().copied().unwrap_or_default();
        Ok(format!("{kind}{}", STANDARD.encode(bytes)))
    }

    fn end(&mut self, name: &str) {
        self.open = self.open.saturating_sub(1);
        self.put(format_args!("</{name}>"));
    }

    fn text(&mut self, text: &str) -> Result<(), SvgFault> {
        if self.open == 0 && !text.trim().is_empty() {
            return Err(SvgFault::NoXml);
        }
        self.put(format_args!("{}", Said(text)));
        Ok(())
    }

    fn put(&mut self, what: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.written.write_fmt(what);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn alone(svg: &str) -> Result<String, SvgFault> {
        on_its_own(svg, &|_| None)
    }

    #[test]
    fn a_drawing_stays_as_it_was_drawn_and_says_what_it_is() {
        let drawn = r##"<svg role="img" viewBox="0 0 744 486"><title>Mum&#39;s "car" &lt;3</title>
            <path d="M1 2L3 4" stroke="#2C2A33"></path><text x="3">шум 👩‍👧</text></svg>"##;
        let alone = alone(drawn).unwrap();
        let begins = r#"<svg xmlns="http://www.w3.org/2000/svg" role="img""#;
        assert!(alone.starts_with(begins), "{alone}");
        assert!(alone.contains("Mum&#39;s &quot;car&quot; &lt;3"));
        assert!(alone.contains(r##"<path d="M1 2L3 4" stroke="#2C2A33"></path>"##));
        assert_eq!(on_its_own(&alone, &|_| None).as_deref(), Ok(&*alone), "once is enough");
    }

    #[test]
    fn a_sticker_comes_inside_and_nothing_is_asked_for_from_elsewhere() {
        let drawn = r#"<svg><image href="/a/b/kit/stickers/dog.svg" x="1"/></svg>"#;
        assert_eq!(alone(drawn), Err(SvgFault::Elsewhere));
        let dog = |at: &str| at.ends_with("/dog.svg").then(|| b"<svg/>".to_vec());
        let inside = on_its_own(drawn, &dog).unwrap();
        assert!(inside.contains(r#"href="data:image/svg+xml;base64,PHN2Zy8+""#), "{inside}");
        assert_eq!(alone(&inside), Ok(inside.clone()));
        for elsewhere in [
            r#"<svg><image href="data:text/html;base64,PHN2Zy8+"/></svg>"#,
            r#"<svg><image href="data:image/svg+xml;base64,&quot;"/></svg>"#,
            r#"<svg><rect fill="url(http://x/)"/></svg>"#,
        ] {
            assert_eq!(alone(elsewhere), Err(SvgFault::Elsewhere), "{elsewhere}");
        }
    }

    #[test]
    fn what_no_drawing_is_made_of_is_refused() {
        for foreign in [
            "<svg><script>x</script></svg>",
            "<svg onload=\"x\"></svg>",
            "<svg><g style=\"x\"/></svg>",
            "<svg><foreignObject/></svg>",
            "<svg><a href=\"x\"/></svg>",
            "<svg><svg/></svg>",
            "<svg><![CDATA[x]]></svg>",
            "<?xml version=\"1.0\"?><svg/>",
            "<!DOCTYPE svg><svg/>",
            "<p/>",
        ] {
            assert!(matches!(alone(foreign), Err(SvgFault::Foreign(_))), "{foreign}");
        }
        for broken in ["", "words", "<svg>", "<svg></g>", "<svg/>x", "<svg>&nbsp;</svg>"] {
            assert_eq!(alone(broken), Err(SvgFault::NoXml), "{broken}");
        }
    }

    /// Pieces that drawings are made of, and others.
    fn pieces() -> impl Strategy<Value = String> {
        let pieces = [
            "<svg>",
            "</svg>",
            "<g>",
            "</g>",
            "<path d=\"M1 2\"/>",
            "<text>",
            "</text>",
            "&lt;",
            "&#60;",
            "words",
            "<script>",
            "<!--",
            "-->",
            "<a",
            " x=\"",
            "\"",
            "'",
            ">",
            "<image href=",
        ];
        prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..12)
            .prop_map(|all| format!("<svg>{}</svg>", all.concat()))
    }

    proptest! {
        #[test]
        fn whatever_is_let_through_is_whole_and_runs_nothing(svg in pieces()) {
            if let Ok(let_through) = alone(&svg) {
                prop_assert!(!let_through.contains("<script") && !let_through.contains("<a"));
                prop_assert_eq!(alone(&let_through), Ok(let_through.clone()));
            }
        }

        #[test]
        fn any_text_is_answered(svg in "(?s:.{0,60})") {
            let _ = alone(&svg);
        }
    }
}
