//! The sitting as a document to read and to print: its parts in words, from `session.json` alone.
//! `document.html`, the narrative of the FHIR document and the PDF are made of the same pieces.
//!
//! It says whose words each are: what stands between quotation marks is the child's, letter for
//! letter, and under it stands who wrote it down. Recordings are named, since paper cannot speak.

mod pages;
mod round;

use domain::time::london;
use jiff::Timestamp;

use super::Pictured;
use super::blocks::Blocks;
use super::session::{KnownBy, MadeFor, NumberKind, Session};
use ::document::{Block, Direction, Document, FORMAT, VERSION};
pub(crate) use pages::house;

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
    /// What stands in it.
    pub body: Vec<Block>,
}

/// What it is called.
pub(crate) fn title(told: &Session) -> String {
    format!("What {} drew, wrote and said", told.called())
}

/// Its parts; those with nothing in them are left out. With the attachments, pictures stand in it.
pub(crate) fn sections(told: &Session, attached: Option<Pictured<'_>>) -> Vec<Section> {
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

/// The whole of it: what is on its head, and its parts, each under its heading.
pub(super) fn document(told: &Session, attached: Pictured<'_>) -> Document {
    let mut blocks = head(told).0;
    for section in sections(told, Some(attached)) {
        // The first part is what the whole is called after.
        let called = if section.part == Part::Child { "The pages" } else { &section.title };
        blocks.push(Block::Heading { level: 2, text: called.into() });
        blocks.extend(section.body);
    }
    Document {
        format: FORMAT.into(),
        version: VERSION,
        title: title(told),
        language: "en-GB".into(),
        direction: Direction::Ltr,
        date: told.made_at.to_zoned_datetime(london()).date(),
        footer: told.authority.name.clone(),
        blocks,
    }
}

fn head(told: &Session) -> Blocks {
    let mut head = Blocks::default();
    head.line("Child", told.child.name.as_deref().unwrap_or_else(|| told.called()));
    head.line("Born", told.child.born_on.map(day).unwrap_or_default());
    for number in &told.child.identifiers {
        head.line(whose_number(number), &number.value);
    }
    head.line("Listened", &told.worker.name);
    head.line(
        "When",
        format!("{} to {}, by the tablet’s clock", moment(told.started_at), moment(told.ended_at)),
    );
    head.line("From", &told.authority.name);
    head.line("Made for", made_for(told));
    head.line("Made on", moment(told.made_at));
    if !told.important.is_empty() {
        head.line("Important", "something important was said; it stands after the pages");
    }
    head.remark(
        "What stands between quotation marks is in the child’s words, letter for letter. \
         Under it stands who wrote it down. What a drawing means, only the child can say.",
    );
    head
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
