//! Steps: the statutory line of a child, as a picture over its table.
//!
//! The table is the master and always there; the picture says the same and each of its marks is a
//! link to a row. Nothing here is filled in: a step appears when somebody writes what happened.
//! Deliberately absent: colour for lateness, counters, and buttons for what has no page yet.

use domain::board::BoardChild;
use domain::steps_line::{Question, StepsLine, Who};
use maud::{Markup, html};

use crate::button::{ScriptAct, Weight, with_script};
use crate::icon::icon;
use crate::layout::{ChildHead, ChildPage, Frame, child_page, sub_links};
use crate::typeset::curly;
use crate::{dates, names, say, urls};

mod asked;
mod axis;
mod drawing;
mod lanes;
mod layout;
pub mod samples;
mod table;
#[cfg(test)]
mod tests;
mod words;

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct StepsPage {
    /// Whose, as the name row needs them.
    pub child: BoardChild,
    /// The line.
    pub line: StepsLine,
}

/// The page.
pub fn steps(frame: &Frame<'_>, page: &StepsPage) -> Markup {
    let head = ChildHead {
        child: page.child.id,
        name: &page.child.name,
        emblem: page.child.emblem.as_deref(),
        facts: html! { (say!("steps-as-of", day = dates::full(page.line.as_of))) },
        doing: doing(frame, page),
        current: ChildPage::Steps,
        beside: also_on(&page.line.also_on),
        styles: &["steps"],
    };
    child_page(
        frame,
        &head,
        &html! {
            article.sheet.steps {
                (sub_links(frame, page.child.id, ChildPage::Steps))
                @if page.line.days.is_empty() { (nothing()) }
                @else { (whole(page)) }
            }
        },
    )
}

fn doing(frame: &Frame<'_>, page: &StepsPage) -> Markup {
    html! {
        (with_script(frame.look, Weight::Words, ScriptAct::Print, say!("steps-print")))
        @if page.line.in_words {
            a.button href=(urls::NewNote(page.child.id)) {
                (icon(frame.look, "plus", 20)) (say!("steps-write"))
            }
        }
    }
}

/// Brothers and sisters on whose line the same steps stand.
fn also_on(others: &[Who]) -> Markup {
    html! {
        @if !others.is_empty() {
            p.also-on {
                @let whose: Vec<String> = others
                    .iter()
                    .map(|who| say!("steps-whose", name = curly(&who.called)).into_owned())
                    .collect();
                @let all = names::joined(whose.iter().map(String::as_str));
                @let words = say!("steps-also-on", names = all);
                (linked(&words, others.iter().zip(&whose)))
            }
        }
    }
}

/// The words with each name in them a link to that child's line.
fn linked<'a>(words: &str, names: impl Iterator<Item = (&'a Who, &'a String)>) -> Markup {
    let mut rest = words.to_owned();
    let mut parts: Vec<(String, Option<(&Who, &String)>)> = Vec::new();
    for (who, name) in names {
        if let Some((before, after)) = rest.clone().split_once(name.as_str()) {
            parts.push((before.to_owned(), Some((who, name))));
            after.clone_into(&mut rest);
        }
    }
    html! {
        @for (before, link) in &parts {
            (before)
            @if let Some((who, name)) = link { a href=(urls::Steps(who.id)) { (name) } }
        }
        (rest)
    }
}

fn nothing() -> Markup {
    html! {
        div.steps-body {
            h2.size-26 { (say!("steps-nothing")) }
            p.asks { (say!("steps-nothing-filled")) }
        }
    }
}

fn whole(page: &StepsPage) -> Markup {
    let line = &page.line;
    html! {
        p.steps-sub.only-screen { (say!("steps-nothing-filled")) }
        div.steps-body {
            header.steps-head {
                h2.size-26 { (words::now(line)) }
                p.small.muted { (say!("steps-thicker")) }
            }
            @if let Some(picture) = drawing::drawing(line, &page.child.name) {
                div.steps-scroll tabindex="0" role="region" aria-label=(say!("steps-scroll")) {
                    (picture)
                }
                (table::beside_the_picture(line))
            }
            div.steps-lower {
                (table::table(line))
                aside {
                    @if !line.questions.is_empty() { (questions(&line.questions)) }
                    (table::key())
                }
            }
        }
    }
}

fn questions(questions: &[Question]) -> Markup {
    html! {
        section.steps-questions {
            h2.size-21 { (say!("steps-questions", n = questions.len())) }
            ul {
                @for question in questions {
                    @let (asks, why) = question_words(*question);
                    li { b { (asks) } " " (why) }
                }
            }
        }
    }
}

type Words = std::borrow::Cow<'static, str>;

fn question_words(question: Question) -> (Words, Words) {
    match question {
        Question::WhoLeads(since) => (
            say!("steps-ask-who-leads"),
            say!("steps-ask-who-leads-why", day = dates::day_and_month(since)),
        ),
        Question::FamilyMeeting => {
            (say!("steps-ask-family-meeting"), say!("steps-ask-family-meeting-why"))
        }
        Question::WhatWasItAbout(from) => {
            (say!("steps-ask-about", year = from.year().to_string()), say!("steps-ask-about-why"))
        }
    }
}
