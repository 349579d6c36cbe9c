//! A sitting over the houses, as the record shows it: each page with the drawing drawn and the
//! words as the child wrote them, who may see it, and apart from that what the worker wrote, what
//! came of it, and how it was prepared.
//!
//! Deliberately absent: a score, a count of moods, and anything that reads a drawing for the
//! reader. The child's pages come first; ours stand under them and beside them.
use std::borrow::Cow;

use domain::drawing::Drawing;
use domain::entry::Digest;
use domain::houses_page::{Hand, Number, Sorted};
use domain::houses_session::House;
use domain::id::EntryId;
use domain::sharing::Answer;
use domain::voice::Mode;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::button::{Weight, link};
use crate::icon::icon;
use crate::layout::{ChildPage, Frame};
use crate::parents::Family;
use crate::parents::family::section;
use crate::typeset::{as_said, curly, words};
use crate::{dates, say, urls};

pub mod answer;
pub(crate) mod came;
pub(crate) mod facts;
pub mod linking;
pub mod moving;
pub(crate) mod out;
pub mod over_time;
pub(crate) mod page;
pub mod samples;

pub use came::Came;
pub use facts::{Fact, Frame as How, did_not_take_place};
pub use out::{LeftAs, SentOut};
pub(crate) use page::{cards, number, path, recorded};
use page::{one_page, photos, sounds};

/// A sitting, or one page of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sitting {
    /// The day it is read.
    pub as_of: Date,
    /// Its root, for whoever may write about it.
    pub write: Option<EntryId>,
    /// The root of the whole, where this is one page of it.
    pub whole: Option<EntryId>,
    /// What the child is called.
    pub child: String,
    /// The worker who sat there.
    pub worker: Option<String>,
    /// Its pages, in the child's order, as far as the reader may read them.
    pub pages: Vec<Page>,
    /// The child's exact words that the worker put down, and what was asked before: in words, or
    /// the name of a line of the tablet's.
    pub exact: Vec<(String, Option<String>)>,
    /// What had to be passed on.
    pub passed_on: Vec<PassedOn>,
    /// Something important that was said.
    pub important: Vec<Important>,
    /// The worker's own note: its root and words.
    pub note: Option<(EntryId, String)>,
    /// Recordings that lie on none of its pages.
    pub loose_sounds: Vec<Recorded>,
    /// Photographs that lie on none of its pages.
    pub loose_photos: Vec<EntryId>,
    /// What the child was told came of it.
    pub answers: Vec<Answered>,
    /// The day by which the child is to be told, while nobody has.
    pub answer_by: Option<Date>,
    /// Whom at home it may be shown to and was, for whoever may write in the file.
    pub family: Option<Family>,
    /// How it was prepared, and how it ended.
    pub how: How,
    /// How it came into this record, where it came from a tablet.
    pub came: Option<Came>,
    /// Where it went beyond this record.
    pub left: LeftAs,
}

/// Something important that was said in a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Important {
    /// Its root.
    pub root: EntryId,
    /// The child's words.
    pub words: String,
    /// Whether there was danger then; none where the worker was not sure.
    pub danger_now: Option<bool>,
    /// Whether somebody wrote whom they rang.
    pub rung: bool,
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its root.
    pub root: EntryId,
    /// Where it belongs.
    pub house: House,
    /// What the child called that house.
    pub called: Option<String>,
    /// What the child called the page.
    pub title: Option<String>,
    /// The drawing.
    pub drawing: Option<Pictured>,
    /// The words, and whose hand.
    pub words: Vec<(String, Hand)>,
    /// The place on the path in thousandths, and what the child said of it.
    pub path: Option<(u16, Option<String>)>,
    /// The number.
    pub number: Option<Number>,
    /// The cards.
    pub sorted: Vec<Sorted>,
    /// The child marked it.
    pub important: bool,
    /// The child left it out.
    pub left_out: bool,
    /// Recordings.
    pub sounds: Vec<Recorded>,
    /// Photographs.
    pub photos: Vec<EntryId>,
    /// Who may see it, as the child chose: who, which part, and what.
    pub choices: Vec<Choice>,
    /// So many things were named on it and did not come.
    pub missing: u16,
}

/// A drawing, by the digest its bytes are found by.
#[derive(Debug, Clone, PartialEq)]
pub struct Pictured {
    /// The root of its attachment.
    pub root: EntryId,
    /// What it is found by.
    pub blob: Digest,
    /// It, once its bytes are here.
    pub drawn: Option<Drawing>,
}

/// A recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// The root of its attachment.
    pub root: EntryId,
    /// How long, where that is known.
    pub seconds: Option<u32>,
    /// It stopped by itself.
    pub broken_off: bool,
}

/// Whether somebody may see a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Who.
    pub who: String,
    /// Which part of it.
    pub part: Option<String>,
    /// What.
    pub what: Chosen,
}

/// What was chosen, or done without a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// The child's answer.
    Answer(Answer),
    /// It was passed on.
    PassedOn {
        /// Why.
        why: String,
        /// The child was told first.
        child_told_first: bool,
    },
}

/// What had to be passed on whatever the child chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOn {
    /// What.
    pub what: String,
    /// To whom.
    pub to: String,
    /// Why.
    pub why: String,
    /// The child was told first.
    pub child_told: bool,
}

/// What a child was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// Its root.
    pub root: EntryId,
    /// When.
    pub on: Date,
    /// The words.
    pub words: String,
    /// Why nothing changed.
    pub nothing_changed: Option<String>,
}

impl Sitting {
    /// Every drawing whose bytes are still to be brought.
    pub fn pictures(&mut self) -> impl Iterator<Item = &mut Pictured> {
        self.pages.iter_mut().filter_map(|page| page.drawing.as_mut())
    }
}

/// Everything of a sitting but how it was prepared, which stands beside it.
pub(crate) fn sitting(frame: &Frame<'_>, sitting: &Sitting) -> Markup {
    html! {
        @if let Some(ended) = did_not_take_place(&sitting.how.session) {
            p.entry-text dir="auto" { (words(&ended)) }
        }
        @if let Some(whole) = sitting.whole {
            p { a href=(urls::Entry(whole)) { (say!("houses-whole")) } }
        }
        @if frame.has(ChildPage::Houses) {
            p.only-screen {
                a href=(urls::Houses(sitting.how.session.child)) {
                    (say!("over-time-see", name = sitting.child.as_str()))
                }
            }
        }
        @if let Some(unopened) = &sitting.how.session.unopened {
            p.notice { (say!("houses-unopened", n = unopened.count, code = &*unopened.code)) }
        }
        (important_first(sitting))
        @for page in &sitting.pages { (one_page(frame, sitting, page)) }
        (loose(sitting)) (exact(sitting)) (passed_on(sitting)) (important(frame, sitting))
        (answers(sitting))
        @if let Some(family) = &sitting.family { (section(family, &sitting.child, sitting.as_of)) }
        (note(sitting))
    }
}

/// That something important was said, before anything else is read: no words of it here.
fn important_first(sitting: &Sitting) -> Markup {
    html! {
        @if !sitting.important.is_empty() {
            p.notice {
                (say!("houses-important-here", name = sitting.child.as_str()))
                @for said in &sitting.important {
                    " " a href=(urls::Entry(said.root)) { (say!("houses-important-read")) } "."
                    @match said.danger_now {
                        Some(true) => { " " b { (say!("houses-important-danger")) } },
                        Some(false) => {},
                        None => { " " (say!("houses-important-not-sure")) },
                    }
                    @if !said.rung { " " (say!("houses-important-not-rung")) }
                }
            }
        }
    }
}

/// What lies on no page.
fn loose(sitting: &Sitting) -> Markup {
    html! {
        @if !sitting.loose_sounds.is_empty() || !sitting.loose_photos.is_empty() {
            section {
                h3.house-name { (say!("houses-loose")) }
                (sounds(&sitting.loose_sounds)) (photos(&sitting.loose_photos))
            }
        }
    }
}

fn exact(sitting: &Sitting) -> Markup {
    html! {
        @if !sitting.exact.is_empty() {
            section.house-part {
                h3 { (say!("houses-exact")) }
                ul.house-words {
                    @for (text, asked) in &sitting.exact {
                        li dir="auto" {
                            (as_said(text, Mode::Verbatim))
                            @if let Some(asked) = asked_before(sitting, asked.as_deref()) {
                                " " span.source {
                                    (say!("houses-asked-before", words = curly(&asked)))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What was asked before, in words: the tablet writes down which of its own lines it was.
fn asked_before(sitting: &Sitting, asked: Option<&str>) -> Option<String> {
    let asked = asked?;
    if asked.contains(char::is_whitespace) {
        return Some(asked.to_owned());
    }
    let worker = sitting.worker.as_deref().unwrap_or_default();
    facts::prompt_words(asked, sitting.how.session.level, worker)
}

fn passed_on(sitting: &Sitting) -> Markup {
    html! {
        @for passed in &sitting.passed_on {
            section.house-part {
                h3 { (say!("houses-passed-on")) }
                p.entry-text dir="auto" { (words(&passed.what)) }
                p.source {
                    (say!("houses-passed-to", to = curly(&passed.to), why = curly(&passed.why)))
                }
                p.source {
                    @if passed.child_told { (say!("houses-told-first")) }
                    @else { (say!("houses-not-told-first")) }
                }
            }
        }
    }
}

fn important(frame: &Frame<'_>, sitting: &Sitting) -> Markup {
    html! {
        @for said in &sitting.important {
            section.house-part {
                h3 { (icon(frame.look, "circle-alert", 20)) " " (say!("houses-important")) }
                p.entry-text dir="auto" { (as_said(&said.words, Mode::Verbatim)) }
                p { a href=(urls::Entry(said.root)) { (say!("houses-important-more")) } }
            }
        }
    }
}

fn answers(sitting: &Sitting) -> Markup {
    html! {
        @for answer in &sitting.answers {
            section.house-part {
                h3 { a href=(urls::Entry(answer.root)) { (say!("houses-answer")) } }
                p.entry-text dir="auto" { (words(&answer.words)) }
                @if let Some(why) = &answer.nothing_changed {
                    p { b { (say!("houses-nothing-changed")) } " " (words(why)) }
                }
                p.source { (say!("houses-told-on", day = dates::short(answer.on, sitting.as_of))) }
            }
        }
        @if sitting.answers.is_empty() && (sitting.answer_by.is_some() || sitting.write.is_some()) {
            section.house-part {
                h3 { (say!("houses-answer")) }
                @if let Some(by) = sitting.answer_by { p.asks { (due(sitting, by)) } }
                (to_answer(sitting))
            }
        } @else {
            (to_answer(sitting))
        }
    }
}

/// The way to write down what a child was told.
fn to_answer(sitting: &Sitting) -> Markup {
    html! {
        @if let Some(root) = sitting.write {
            p.only-screen {
                @if sitting.answers.is_empty() {
                    (link(Weight::Plain, urls::AnswerTo(root), say!("answer-write")))
                } @else {
                    (link(Weight::Words, urls::AnswerTo(root), say!("answer-more")))
                }
            }
        }
    }
}

/// What else may be written about it, at its foot.
pub(crate) fn foot(frame: &Frame<'_>, sitting: &Sitting) -> Markup {
    html! {
        @if let Some(root) = sitting.write {
            @if frame.record {
                (link(Weight::Words, urls::SpeaksTo(root), say!("houses-speaks-to")))
            }
            (link(Weight::Words, urls::Move(root), say!("houses-move")))
        }
    }
}

/// "Tyler is to hear by 9 Apr what came of this."
fn due(sitting: &Sitting, by: Date) -> Cow<'static, str> {
    let (name, day) = (sitting.child.as_str(), dates::short(by, sitting.as_of));
    if by < sitting.as_of {
        say!("houses-answer-was-due", name = name, day = day)
    } else {
        say!("houses-answer-due", name = name, day = day)
    }
}

fn note(sitting: &Sitting) -> Markup {
    let Some((root, text)) = &sitting.note else { return html! {} };
    let worker = sitting.worker.as_deref().unwrap_or_default();
    html! {
        section.house-part.house-note {
            h3 { a href=(urls::Entry(*root)) { (say!("houses-note", who = worker)) } }
            @if text.trim().is_empty() { p.source { (say!("houses-note-blank")) } }
            @else { p.entry-text dir="auto" { (words(text)) } }
        }
    }
}

#[cfg(test)]
mod tests;
