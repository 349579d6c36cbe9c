//! The form of a note: what it is of, when, who was seen and how, in whose files it goes, what it
//! speaks to.
//!
//! Only pertinent things are asked, blank is allowed everywhere, and nothing but length stops it
//! being filed. What is typed is kept as a draft while it is typed.
use std::borrow::Cow;

use domain::board::BoardChild;
use domain::front_page::Named;
use domain::id::EntryId;
use domain::map_item::Column;
use domain::note::NoteKind;
use maud::{Markup, html};

use crate::button::{Weight, send, send_as};
use crate::field::{Choices, Field, choices, line, text};
use crate::layout::{ChildHead, ChildPage, Frame, Theme, child_page};
use crate::typeset::words;
use crate::{dates, say, urls};

/// The form, with what is in it so far.
#[derive(Debug, Clone)]
pub struct NoteForm {
    /// The child from whose file it was begun.
    pub child: BoardChild,
    /// Brothers and sisters whose file it may go into too; ticked ones already.
    pub siblings: Vec<(Named, bool)>,
    /// What is written so far.
    pub written: Written,
    /// What it may speak to: root, column, words in short, ticked.
    pub may_speak_to: Vec<(EntryId, Column, String, bool)>,
    /// What is wrong: name of the field, and what to do.
    pub wrong: Option<(String, String)>,
}

/// What is written so far; days and hours as they were typed.
#[derive(Debug, Clone, Default)]
pub struct Written {
    /// The draft it is kept as.
    pub draft: Option<uuid::Uuid>,
    /// What it is a note of.
    pub kind: Option<NoteKind>,
    /// The day.
    pub on: String,
    /// The hour.
    pub at: String,
    /// Where.
    pub place: String,
    /// With whom.
    pub with: String,
    /// What it is called.
    pub title: String,
    /// The words.
    pub text: String,
    /// When this draft was last kept, by the clock in London.
    pub kept_at: Option<jiff::civil::Time>,
}

/// The page.
pub fn note(frame: &Frame<'_>, form: &NoteForm) -> Markup {
    let kept = form.written.kept_at.map(|at| say!("board-kept", time = dates::clock(at)));
    let head = ChildHead {
        child: form.child.id,
        name: &form.child.name,
        emblem: form.child.emblem.as_deref(),
        facts: html! { (say!("note-new")) @if let Some(kept) = kept { " · " (kept) } },
        doing: html! {},
        current: ChildPage::Story,
        beside: html! {},
        styles: &["note"],
    };
    child_page(
        frame,
        &head,
        &html! {
            article.sheet.plain-sheet {
                (wrong_above(form))
                form.note method="post" action=(urls::NewNote(form.child.id)) data-draft {
                    @if let Some(draft) = form.written.draft {
                        input type="hidden" name="draft" value=(draft);
                    }
                    div.note-words { (what(form)) (words_and_title(form)) }
                    div.note-beside { (who_was_seen(form)) (also_in(form)) (speaks_to(form)) }
                    div.go {
                        (send(Weight::Main, say!("note-file")))
                        (send_as(Weight::Plain, ("then", "draft"), say!("note-keep")))
                    }
                }
            }
        },
    )
}

/// What is wrong, said above the form with a link to the field.
fn wrong_above(form: &NoteForm) -> Markup {
    html! {
        @if let Some((field, says)) = &form.wrong {
            div.notice.notice-error role="alert" {
                h2 { (say!("note-not-filed")) }
                p { a href={ "#" (field) } { (says) } }
            }
        }
    }
}

fn field<'a>(form: &'a NoteForm, name: &'a str, label: &'a str, value: &'a str) -> Field<'a> {
    let wrong = form.wrong.as_ref().filter(|(at, _)| at == name).map(|(_, says)| says.as_str());
    Field { name, label, value, wrong, hint: None }
}

fn what(form: &NoteForm) -> Markup {
    let chosen = form.written.kind.unwrap_or(NoteKind::Visit);
    let kinds = NoteKind::ALL.iter().filter(|kind| **kind != NoteKind::NightBook);
    let of = kinds
        .map(|kind| (kind.as_str().to_owned(), kind_words(*kind).into_owned(), *kind == chosen));
    html! {
        (choices(&Choices::one("kind", &say!("note-kind"), of.collect())))
        div.note-row {
            (line(&field(form, "on", &say!("note-on"), &form.written.on), "date", "off"))
            (line(&field(form, "at", &say!("note-at"), &form.written.at), "time", "off"))
            (line(&field(form, "place", &say!("note-place"), &form.written.place), "text", "off"))
            (line(&field(form, "with", &say!("note-with"), &form.written.with), "text", "off"))
        }
    }
}

fn words_and_title(form: &NoteForm) -> Markup {
    let asks = say!("note-words");
    let hint = say!("note-words-hint");
    let body = Field { hint: Some(&hint), ..field(form, "text", &asks, &form.written.text) };
    html! {
        (text(&body, 14))
        (line(&field(form, "title", &say!("note-title"), &form.written.title), "text", "off"))
    }
}

fn kind_words(kind: NoteKind) -> Cow<'static, str> {
    match kind {
        NoteKind::Visit => say!("note-visit"),
        NoteKind::Call => say!("note-call"),
        NoteKind::Meeting => say!("note-meeting"),
        NoteKind::Document => say!("note-document"),
        NoteKind::NightBook => say!("note-night-book"),
    }
}

/// For each child: seen or not, alone or not, and how they were; blank says nothing.
fn who_was_seen(form: &NoteForm) -> Markup {
    let first = (form.child.id, form.child.called.as_str());
    let others = form.siblings.iter().map(|(who, _)| (who.id, who.called.as_str()));
    html! {
        @for (id, called) in std::iter::once(first).chain(others) {
            @let name = format!("seen-{id}");
            (choices(&Choices::one(&name, &say!("note-seen", name = called), ways_of_seeing())))
            @let name = format!("how-{id}");
            (line(&field(form, &name, &say!("note-seen-how", name = called), ""), "text", "off"))
        }
    }
}

/// None is ticked: blank says nothing.
fn ways_of_seeing() -> Vec<(String, String, bool)> {
    let ways = [
        ("no", say!("note-seen-no")),
        ("with", say!("note-seen-with")),
        ("alone", say!("note-seen-alone")),
    ];
    ways.into_iter().map(|(value, words)| (value.into(), words.into_owned(), false)).collect()
}

/// In whose files it goes beside this child's.
fn also_in(form: &NoteForm) -> Markup {
    let of =
        form.siblings.iter().map(|(who, ticked)| (who.id.to_string(), who.called.clone(), *ticked));
    html! {
        @if !form.siblings.is_empty() {
            (choices(&Choices::several("about", &say!("note-about"), of.collect())))
        }
    }
}

/// What it speaks to: a worry, a statement, a goal, a step.
fn speaks_to(form: &NoteForm) -> Markup {
    html! {
        @if !form.may_speak_to.is_empty() {
            fieldset.field.speaks-to {
                legend { (say!("note-speaks-to")) }
                @for (root, column, short, ticked) in &form.may_speak_to {
                    label class={ "choice " (colour(*column)) } {
                        input type="checkbox" name="speaks_to" value=(root) checked[*ticked];
                        span { (words(short)) }
                    }
                }
            }
        }
    }
}

fn colour(column: Column) -> &'static str {
    match column {
        Column::Worry => "worry",
        Column::Well => "well",
        Column::Next => "need",
    }
}

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    use crate::front_page::samples::{danger, frame, goal, leah};
    let frame = frame(assets, theme);
    let child = crate::board::samples::idris().child;
    let may_speak_to = vec![
        (
            danger().id,
            Column::Worry,
            "Someone pulled or twisted his arm. Nobody can say how.".to_owned(),
            true,
        ),
        (
            goal().id,
            Column::Next,
            "He is put down somewhere safe and handed over within ten minutes.".to_owned(),
            false,
        ),
    ];
    let written = Written {
        kind: Some(NoteKind::Visit),
        on: "2026-11-20".into(),
        place: "at Gill's".into(),
        title: "Gill calling in".into(),
        text: "One missed call on 12 November. The network met next day and changed the list."
            .into(),
        kept_at: Some(jiff::civil::time(9, 40, 0, 0)),
        ..Written::default()
    };
    let form =
        NoteForm { child, siblings: vec![(leah(), true)], written, may_speak_to, wrong: None };
    let wrong =
        Some(("on".to_owned(), "30 February is no day. Write the day it happened.".to_owned()));
    vec![("note", note(&frame, &form)), ("note-wrong", note(&frame, &NoteForm { wrong, ..form }))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_still_there_when_something_is_wrong() {
        let all = samples("/a/0", Theme::Light);
        let page = all[1].1.clone().into_string();
        assert!(page.contains("The network met next day and changed the list."));
        assert!(page.contains("href=\"#on\"") && page.contains("aria-invalid"));
    }

    #[test]
    fn it_is_filed_under_brothers_and_sisters_and_says_what_it_speaks_to() {
        let page = samples("/a/0", Theme::Light)[0].1.clone().into_string();
        assert!(page.contains("name=\"about\"") && page.contains("name=\"speaks_to\""));
        assert!(!page.contains("required"));
    }
}
