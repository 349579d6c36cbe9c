//! `document.html`: the sitting as a document to read and to print. It asks for nothing from
//! elsewhere and runs nothing; recordings are named, since paper cannot speak.
//!
//! It says whose words each are: what stands between quotation marks is the child's, letter for
//! letter, and under it stands who wrote it down. The same parts, without pictures, are the
//! narrative of the FHIR bundle.

mod pages;
mod round;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::time::london;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::Bytes;
use super::escape::Said;
use super::markup::Markup;
use super::session::{KnownBy, MadeFor, NumberKind, Session};
pub(crate) use pages::house;

/// How it looks, on a screen and on A4.
const LOOK: &str = include_str!("document/look.css");

/// What a part is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// What the child drew, wrote and said.
    Child,
    /// What was important of it.
    Important,
    /// What had to be passed on.
    PassedOn,
    /// The worker's own words.
    Note,
    /// What the child was told came of it.
    Answers,
    /// How it was.
    How,
    /// How it came into the record.
    Came,
}

/// A part of it.
#[derive(Debug)]
pub(crate) struct Section {
    /// What it is about.
    pub part: Part,
    /// Its heading.
    pub title: String,
    /// What stands in it, as markup.
    pub body: String,
}

/// What it is called.
pub(crate) fn title(told: &Session) -> String {
    format!("What {} drew, wrote and said", told.called())
}

/// Its parts; those with nothing in them are left out. With the attachments, pictures stand in it.
pub(crate) fn sections(told: &Session, attached: Option<&[Bytes<'_>]>) -> Vec<Section> {
    let all = [
        (Part::Child, title(told), pages::pages(told, attached)),
        (Part::Important, "Something important was said".into(), round::important(told)),
        (Part::PassedOn, "What had to be passed on".into(), round::passed_on(told)),
        (Part::Answers, "What the child was told came of it".into(), round::answers(told)),
        (Part::Note, format!("{}’s own note", told.worker.name), round::note(told)),
        (Part::How, "How it was".into(), round::how(told)),
        (Part::Came, "How it came into the record".into(), round::came(told)),
    ];
    let sections = all.map(|(part, title, body)| Section { part, title, body: body.0 });
    sections.into_iter().filter(|section| !section.body.is_empty()).collect()
}

pub(super) fn document(told: &Session, attached: &[Bytes<'_>]) -> Vec<u8> {
    let mut page = Markup::default();
    let title = title(told);
    let look = STANDARD.encode(Sha256::digest(LOOK));
    page.raw(format_args!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'sha256-{look}'; img-src data:\">\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <title>{}</title><style>{LOOK}</style></head><body><main>",
        Said(&title)
    ));
    page.text("h1", "title", &title);
    head(&mut page, told);
    for section in sections(told, Some(attached)) {
        page.raw(format_args!("<section>"));
        // The first part is what the whole is called after.
        if section.part != Part::Child {
            page.text("h2", "part", &section.title);
        }
        page.raw(format_args!("{}</section>", section.body));
    }
    page.raw(format_args!("</main></body></html>\n"));
    page.0.into_bytes()
}

fn head(page: &mut Markup, told: &Session) {
    page.raw(format_args!("<header>"));
    page.line("Child", told.child.name.as_deref().unwrap_or_else(|| told.called()));
    page.line("Born", told.child.born_on.map(day).unwrap_or_default());
    for number in &told.child.identifiers {
        page.line(whose_number(number), &number.value);
    }
    page.line("Listened", &told.worker.name);
    page.line(
        "When",
        format!("{} to {}, by the tablet’s clock", moment(told.started_at), moment(told.ended_at)),
    );
    page.line("From", &told.authority.name);
    page.line("Made for", made_for(told));
    page.line("Made on", moment(told.made_at));
    if !told.important.is_empty() {
        page.line("Important", "something important was said; it stands after the pages");
    }
    let whose = "What stands between quotation marks is in the child’s words, letter for letter. \
                 Under it stands who wrote it down. What a drawing means, only the child can say.";
    page.text("p", "whose", whose);
    page.raw(format_args!("</header>"));
}

fn made_for(told: &Session) -> String {
    match &told.made_for {
        MadeFor::SameAuthority => "another system of the same authority".into(),
        MadeFor::Child => format!("{}, to keep", told.called()),
        MadeFor::Parent { person } => {
            format!("{}. It has the pages that {} agreed to show", person.name, told.called())
        }
    }
}

fn whose_number(number: &KnownBy) -> &str {
    match number.kind {
        NumberKind::LaChildId => "Council’s number",
        NumberKind::Upn => "Unique pupil number",
        NumberKind::FormerUpn => "Former unique pupil number",
        NumberKind::NhsNumber => "NHS number",
        NumberKind::Local => number.scheme.as_deref().unwrap_or("Another system’s number"),
    }
}

/// A moment as people in England write it.
fn moment(at: Timestamp) -> String {
    at.to_zoned_datetime(london()).strftime("%-d %B %Y, %H:%M").to_string()
}

/// A day, likewise.
fn day(on: jiff::civil::Date) -> String {
    on.strftime("%-d %B %Y").to_string()
}
