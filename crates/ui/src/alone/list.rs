//! The list of children: brought as a file, and what came of it. No child's name stands on it.

use super::STYLES;
use super::said::{good_to_know, left_out, no_list};
use crate::button::{Weight, send_to};
use crate::layout::{Frame, MenuItem, page};
use crate::{say, urls};
use domain::children_list::{Brought, Line, Unreadable};
use maud::{Markup, html};
use std::borrow::Cow;

/// The page.
#[derive(Debug, Clone, Default)]
pub struct ListPage {
    /// What came of the list that was just brought or looked at.
    pub brought: Option<Brought>,
    /// What is wrong with the file.
    pub wrong: Option<Wrong>,
}

/// What is wrong with a file.
#[derive(Debug, Clone)]
pub enum Wrong {
    /// None was chosen.
    NoFile,
    /// It is larger than this many megabytes.
    TooLarge(usize),
    /// It is no list.
    NoList(Unreadable),
}

/// How many lines are spelt out.
const SHOWN: usize = 100;

/// The page.
pub fn children_list(frame: &Frame<'_>, list: &ListPage) -> Markup {
    let main = html! {
        h1.size-26.list-title { (say!("children-list-title")) }
        p.tablets-what { (say!("children-list-what")) }
        @if let Some(brought) = &list.brought {
            section.sheet.plain-sheet { (came(brought)) }
        }
        section.sheet.plain-sheet { (form(list)) }
    };
    page(frame, &say!("children-list-title"), STYLES, Some(MenuItem::ChildrenList), &main)
}

fn form(list: &ListPage) -> Markup {
    let wrong = list.wrong.as_ref().map(|wrong| match wrong {
        Wrong::NoFile => say!("children-list-no-file"),
        Wrong::TooLarge(most) => say!("children-list-too-large", most = *most),
        Wrong::NoList(met) => no_list(met),
    });
    let kept = list.brought.as_ref().is_some_and(|brought| brought.kept > 0);
    html! {
        h2.size-21 { (say!("children-list-bring-title")) }
        form.list-upload method="post" action=(urls::ChildrenList) enctype="multipart/form-data" {
            div.field.field-wrong[wrong.is_some()] {
                label for="file" { (say!("children-list-file")) }
                span.hint #file-hint { (say!("children-list-hint")) }
                @if let Some(wrong) = &wrong { span.error #file-wrong { (wrong) } }
                input #file name="file" type="file" accept=".csv,text/csv"
                    aria-describedby={ "file-hint" @if wrong.is_some() { " file-wrong" } }
                    aria-invalid[wrong.is_some()];
            }
            div.list-doing {
                (sends("look", Weight::Plain, &say!("children-list-look")))
                (sends("bring", Weight::Main, &say!("children-list-bring")))
                @if kept {
                    (sends("whole", Weight::Words, &say!("children-list-whole")))
                }
            }
        }
    }
}

/// What is done stands in the address: of a form of several parts only the file is read.
fn sends(then: &str, weight: Weight, words: &str) -> Markup {
    send_to(weight, format!("{}?then={then}", urls::ChildrenList), ("then", then), words)
}

fn came(brought: &Brought) -> Markup {
    html! {
        h2.size-21 {
            @if brought.only_looked { (say!("children-list-looked")) }
            @else { (say!("children-list-brought")) }
        }
        dl.whose-facts.counts {
            @for (word, n) in [
                (say!("children-list-in"), brought.children),
                (say!("children-list-new"), brought.new),
                (say!("children-list-changed"), brought.changed),
                (say!("children-list-same"), brought.same),
                (say!("children-list-ended"), brought.ended),
            ] {
                div { dt { (word) } dd { (n) } }
            }
        }
        @if brought.kept > 0 { p.notice { (say!("children-list-kept", n = brought.kept)) } }
        @if !brought.unknown.is_empty() {
            p { (say!("children-list-unknown", columns = brought.unknown.join(", "))) }
        }
        (lines(&say!("children-list-refused"), &brought.refused, left_out))
        (lines(&say!("children-list-notes"), &brought.notes, good_to_know))
    }
}

fn lines<T: Copy>(title: &str, all: &[Line<T>], words: fn(T) -> Cow<'static, str>) -> Markup {
    html! {
        @if !all.is_empty() {
            h3 { (title) }
            ul {
                @for one in all.iter().take(SHOWN) {
                    @let says = words(one.says);
                    li { (say!("children-list-line", line = one.line, says = &*says)) }
                }
            }
            @if all.len() > SHOWN {
                p { (say!("children-list-lines-more", n = all.len() - SHOWN)) }
            }
        }
    }
}
