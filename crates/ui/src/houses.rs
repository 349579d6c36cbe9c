//! A sitting over the houses, as the record shows it: each page with the drawing drawn and the
//! words as the child wrote them, who may see it, and apart from that what the worker wrote, what
//! came of it, and how it was prepared.
//!
//! Deliberately absent: a score, a count of moods, and anything that reads a drawing for the
//! reader. The child's pages come first; ours stand under them and beside them.
use std::borrow::Cow;

use domain::drawing::Drawing;
use domain::entry::Digest;
use domain::houses_page::{Hand, Number, Pile, Sorted};
use domain::houses_session::House;
use domain::id::EntryId;
use domain::sharing::Answer;
use domain::voice::Mode;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::button::{Weight, link};
use crate::drawing::{Size, drawing};
use crate::icon::icon;
use crate::layout::Frame;
use crate::parents::Family;
use crate::parents::family::section;
use crate::story::What;
use crate::story::what::{house_words, picture};
use crate::typeset::{as_said, curly, words};
use crate::{dates, say, urls};

pub mod answer;
pub(crate) mod facts;
pub mod linking;
pub mod moving;
pub(crate) mod out;
pub mod samples;

pub use facts::{Fact, Frame as How};
pub use out::{LeftAs, SentOut};

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
    /// The child's exact words that the worker put down, and what was asked before.
    pub exact: Vec<(String, Option<String>)>,
    /// What had to be passed on.
    pub passed_on: Vec<PassedOn>,
    /// Something important that was said: its root and the words.
    pub important: Vec<(EntryId, String)>,
    /// The worker's own note: its root and words.
    pub note: Option<(EntryId, String)>,
    /// Recordings that lie on none of its pages: root and seconds, none where it broke off.
    pub loose_sounds: Vec<(EntryId, Option<u32>)>,
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
    /// Where it went beyond this record.
    pub left: LeftAs,
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
    /// Recordings: root and seconds, none where it broke off.
    pub sounds: Vec<(EntryId, Option<u32>)>,
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
        @if let Some(whole) = sitting.whole {
            p { a href=(urls::Entry(whole)) { (say!("houses-whole")) } }
        }
        @if let Some(unopened) = &sitting.how.session.unopened {
            p.notice { (say!("houses-unopened", n = unopened.count, code = &*unopened.code)) }
        }
        @for page in &sitting.pages { (one_page(frame, sitting, page)) }
        (loose(sitting)) (exact(sitting)) (passed_on(sitting)) (important(frame, sitting))
        (answers(sitting))
        @if let Some(family) = &sitting.family { (section(family, &sitting.child, sitting.as_of)) }
        (note(sitting))
    }
}

fn one_page(frame: &Frame<'_>, sitting: &Sitting, page: &Page) -> Markup {
    let house = What::Page(page.house);
    html! {
        section class={ "house-page house-" (page.house.as_str()) } {
            h3.house-name {
                (icon(frame.look, picture(house), 20)) " "
                @if let Some(called) = &page.called { (words(called)) " · " }
                (house_words(page.house))
                @if page.important { " " b.tag { (say!("houses-marked")) } }
                @if page.left_out { " " b.tag { (say!("houses-left-out")) } }
            }
            @if let Some(title) = &page.title { h4.house-title dir="auto" { (words(title)) } }
            (picture_of(frame, sitting, page))
            (said(sitting, page)) (path(page)) (number(page)) (cards(page)) (others(page))
            (choices(sitting, page))
        }
    }
}

fn picture_of(frame: &Frame<'_>, sitting: &Sitting, page: &Page) -> Markup {
    let Some(pictured) = &page.drawing else { return html! {} };
    let called = page.title.as_deref().map_or_else(
        || say!("drawing-by", who = sitting.child.as_str()),
        |title| Cow::Owned(curly(title).into_owned()),
    );
    html! {
        @match &pictured.drawn {
            Some(drawn) => div.house-drawing data-drawing=(urls::File(pictured.root)) {
                (drawing(frame.look, drawn, &called, Size::Full))
                button.button.no-print type="button" hidden data-replay aria-pressed="false" {
                    (say!("houses-replay"))
                }
            },
            None => p.notice { (say!("drawing-not-here")) },
        }
    }
}

/// The child's words, each as it was put down, and whose hand it was where not the child's.
fn said(sitting: &Sitting, page: &Page) -> Markup {
    let worker = sitting.worker.as_deref().unwrap_or_default();
    html! {
        @if !page.words.is_empty() {
            ul.house-words {
                @for (text, hand) in &page.words {
                    li dir="auto" {
                        (as_said(text, Mode::Verbatim))
                        @if *hand == Hand::Worker {
                            " " span.source { (say!("houses-by-worker", who = worker)) }
                        }
                    }
                }
            }
        }
    }
}

/// The path as a line with the child's mark on it, and the same in words.
pub(crate) fn path(page: &Page) -> Markup {
    let Some((thousandths, words)) = &page.path else { return html! {} };
    let hundredths = (*thousandths + 5) / 10;
    let at = 16 + u32::from(*thousandths) * 368 / 1000;
    html! {
        div.house-road {
            svg role="img" width="400" height="44" viewBox="0 0 400 44" {
                title { (say!("houses-path-at", n = hundredths)) }
                line.house-path-line x1="16" y1="26" x2="384" y2="26" {}
                circle.house-path-mark cx=(at) cy="26" r="9" {}
            }
            p.source { (say!("houses-path-ends")) }
            @if let Some(words) = words {
                p.house-said dir="auto" { (as_said(words, Mode::Verbatim)) }
            }
        }
    }
}

pub(crate) fn number(page: &Page) -> Markup {
    let Some(number) = &page.number else { return html! {} };
    html! {
        p.house-number {
            @match number.value {
                Some(value) => b { (say!("houses-number", n = value.get())) },
                None => b { (say!("houses-cannot-say")) },
            }
        }
        @if let Some(words) = &number.words {
            p.house-said dir="auto" { (as_said(words, Mode::Verbatim)) }
        }
    }
}

pub(crate) fn cards(page: &Page) -> Markup {
    html! {
        @if !page.sorted.is_empty() {
            dl.house-cards {
                @for pile in Pile::ALL {
                    div {
                        dt { (pile_words(*pile)) }
                        @for card in page.sorted.iter().filter(|card| card.pile == *pile) {
                            dd dir="auto" { (words(&card.card)) }
                        }
                    }
                }
            }
        }
    }
}

fn pile_words(pile: Pile) -> Cow<'static, str> {
    match pile {
        Pile::Good => say!("houses-pile-good"),
        Pile::Middle => say!("houses-pile-middle"),
        Pile::Worry => say!("houses-pile-worry"),
    }
}

/// What else lies on it, and what did not come.
fn others(page: &Page) -> Markup {
    html! {
        (sounds(&page.sounds)) (photos(&page.photos))
        @if page.missing > 0 { p.notice { (say!("houses-missing", n = page.missing)) } }
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

fn sounds(all: &[(EntryId, Option<u32>)]) -> Markup {
    html! {
        @for (sound, seconds) in all {
            @match seconds {
                Some(seconds) => p.source { (say!("houses-sound", length = length(*seconds))) },
                None => p.source { (say!("houses-sound-broken-off")) },
            }
            audio controls preload="none" src=(urls::File(*sound)) {}
        }
    }
}

fn photos(all: &[EntryId]) -> Markup {
    html! {
        @if !all.is_empty() { p.source { (say!("houses-photos", n = all.len())) } }
        @for photo in all {
            img.houses-photo loading="lazy" src=(urls::File(*photo)) alt=(say!("houses-photo"));
        }
    }
}

/// "0:42".
pub(crate) fn length(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

fn choices(sitting: &Sitting, page: &Page) -> Markup {
    html! {
        div.house-choices {
            h4 { (say!("houses-who-may-see")) }
            @if page.choices.is_empty() {
                p.source { (say!("houses-nobody-chosen", name = sitting.child.as_str())) }
            } @else {
                ul { @for choice in &page.choices { li { (chosen(choice)) } } }
            }
        }
    }
}

/// "Mum: yes", "Dad: no, the crackers bit".
fn chosen(choice: &Choice) -> Markup {
    let answer = match &choice.what {
        Chosen::Answer(Answer::Yes) => say!("houses-yes"),
        Chosen::Answer(Answer::No) => say!("houses-no"),
        Chosen::Answer(Answer::AskLater) => say!("houses-ask-later"),
        Chosen::PassedOn { why, child_told_first: true } => {
            say!("houses-passed-told", why = curly(why))
        }
        Chosen::PassedOn { why, .. } => say!("houses-passed", why = curly(why)),
    };
    html! {
        b { (choice.who) } ": " (answer)
        @if let Some(part) = &choice.part { ", " (words(part)) }
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
                            @if let Some(asked) = asked {
                                " " span.source {
                                    (say!("houses-asked-before", words = curly(asked)))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
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
        @for (root, said) in &sitting.important {
            section.house-part {
                h3 { (icon(frame.look, "circle-alert", 20)) " " (say!("houses-important")) }
                p.entry-text dir="auto" { (as_said(said, Mode::Verbatim)) }
                p { a href=(urls::Entry(*root)) { (say!("houses-important-more")) } }
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
            p.no-print {
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
