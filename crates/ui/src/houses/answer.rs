//! "You said, we did": what a child is told came of a sitting, written beside what the child said.
//!
//! Nothing changed is an answer too, and says why: a child who hears nothing hears that nobody
//! listened.
use std::borrow::Cow;

use domain::board::BoardChild;
use domain::form::{Begun, Form};
use domain::id::EntryId;
use domain::voice::Mode;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::button::{Weight, link, send};
use crate::field::{Choices, Field, choices, line, text, text_at_once};
use crate::layout::{ChildHead, Frame, Theme, child_page};
use crate::problem::{Wrongs, mend};
use crate::typeset::as_said;
use crate::{dates, draft, say, urls};

/// The form, with what is in it so far.
#[derive(Debug, Clone)]
pub struct AnswerForm {
    /// The child.
    pub child: BoardChild,
    /// The root of the sitting.
    pub sitting: EntryId,
    /// The day of the sitting.
    pub on: Date,
    /// What the child said in it, letter for letter.
    pub said: Vec<String>,
    /// What was important of it, likewise.
    pub important: Vec<String>,
    /// The day by which the child is to be told.
    pub due: Option<Date>,
    /// What is written so far.
    pub begun: Begun,
}

impl AnswerForm {
    fn one(&self, name: &str) -> &str {
        self.begun.filled.one(name)
    }
}

/// The page, with what is wrong where it comes back.
pub fn answer(frame: &Frame<'_>, form: &AnswerForm, wrongs: &Wrongs) -> Markup {
    let facts = html! { (say!("houses-answer")) };
    let head = ChildHead::in_story(&form.child, facts, &["note", "houses"]);
    let today = frame.at.date();
    let sheet = html! {
        article.sheet.plain-sheet { (mend(wrongs)) (sheet(form, wrongs, today)) }
    };
    child_page(frame, &head, &sheet)
}

fn sheet(form: &AnswerForm, wrongs: &Wrongs, today: Date) -> Markup {
    let child = form.child.id;
    html! {
        form.note method="post" action=(urls::AnswerTo(form.sitting)) autocomplete="off"
            data-draft=(urls::Drafts(child)) {
            (draft::known_by(Form::Answer(form.sitting), &form.begun))
            div.note-words {
                (told(form, wrongs)) (what_became(form, wrongs)) (when(form, wrongs))
            }
            div.note-beside { (said(form, today)) }
            div.go {
                (send(Weight::Main, say!("answer-file")))
                (link(Weight::Words, urls::Entry(form.sitting), say!("answer-back")))
                (draft::keep_without_script(child))
                (draft::kept(child, &form.begun))
            }
        }
    }
}

fn field<'a>(form: &'a AnswerForm, wrongs: &'a Wrongs, name: &'a str, label: &'a str) -> Field<'a> {
    Field { name, label, value: form.one(name), wrong: wrongs.at(name), hint: None }
}

fn told(form: &AnswerForm, wrongs: &Wrongs) -> Markup {
    let asks = say!("answer-words", name = form.child.called.as_str());
    let hint = say!("answer-words-hint");
    text_at_once(&Field { hint: Some(&hint), ..field(form, wrongs, "words", &asks) }, 7)
}

fn what_became(form: &AnswerForm, wrongs: &Wrongs) -> Markup {
    let chosen = form.one("changed");
    let of = [("yes", say!("answer-changed")), ("no", say!("answer-not"))];
    let of = of.into_iter().map(|(value, words)| (value.into(), words.into(), value == chosen));
    let asks = say!("answer-became");
    let (why, hint) = (say!("answer-why"), say!("answer-why-hint"));
    let why = Field { hint: Some(&hint), ..field(form, wrongs, "why", &why) };
    html! {
        (choices(&Choices::one("changed", &asks, of.collect()).wrong(wrongs.at("changed"))))
        div.answer-why { (text(&why, 3)) }
    }
}

fn when(form: &AnswerForm, wrongs: &Wrongs) -> Markup {
    let asks = say!("answer-on", name = form.child.called.as_str());
    line(&field(form, wrongs, "on", &asks), "date", "off")
}

/// What the child said, so that nobody answers from memory.
fn said(form: &AnswerForm, today: Date) -> Markup {
    let day = dates::short(form.on, today);
    html! {
        section.house-part {
            h2.size-18 { (say!("answer-said", name = form.child.called.as_str(), day = day)) }
            @if !form.important.is_empty() {
                p.source { (say!("houses-important")) }
                ul.house-words {
                    @for words in &form.important {
                        li dir="auto" { (as_said(words, Mode::Verbatim)) }
                    }
                }
            }
            @if form.said.is_empty() && form.important.is_empty() {
                p.source { (say!("answer-no-words")) }
            } @else {
                ul.house-words {
                    @for words in &form.said { li dir="auto" { (as_said(words, Mode::Verbatim)) } }
                }
            }
            @if let Some(by) = form.due { p.source { (due(form, by, today)) } }
        }
    }
}

fn due(form: &AnswerForm, by: Date, today: Date) -> Cow<'static, str> {
    let (name, day) = (form.child.called.as_str(), dates::short(by, today));
    if by < today {
        say!("houses-answer-was-due", name = name, day = day)
    } else {
        say!("houses-answer-due", name = name, day = day)
    }
}

/// Begun, and sent without saying why nothing changed.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    use crate::problem::Wrong;
    use domain::form::Filled;
    let frame = crate::front_page::samples::frame(assets, theme);
    let typed = [
        ("words", "You said the ambulance comes at night. Pete counts the puffs with Mum now."),
        ("changed", "no"),
    ];
    let filled = Filled::of(typed.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let id = EntryId(uuid::Uuid::from_u128(0x31));
    let form = AnswerForm {
        child: crate::board::samples::idris().child,
        sitting: id,
        on: jiff::civil::date(2026, 11, 14),
        said: vec!["the ambilance".into(), "he goes beep beep then we eat chips".into()],
        important: vec!["he frew the plate".into()],
        due: Some(jiff::civil::date(2026, 11, 30)),
        begun: Begun { draft: id, filled, kept_at: None },
    };
    let wrongs = Wrongs::of([("why".to_owned(), Wrong::Empty)]);
    vec![
        ("answer", answer(&frame, &form, &Wrongs::default())),
        ("answer-wrong", answer(&frame, &form, &wrongs)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The form as it is opened first.
    fn nothing_typed() -> String {
        let frame = crate::front_page::samples::frame("/a/0", Theme::Light);
        let draft = EntryId(uuid::Uuid::from_u128(0x31));
        let form = AnswerForm {
            child: crate::board::samples::idris().child,
            sitting: draft,
            on: jiff::civil::date(2026, 11, 14),
            said: vec![],
            important: vec![],
            due: None,
            begun: Begun { draft, filled: domain::form::Filled::default(), kept_at: None },
        };
        answer(&frame, &form, &Wrongs::default()).into_string()
    }

    #[test]
    fn it_is_written_beside_the_childs_own_words() {
        let all = samples("/a/0", Theme::Light);
        let page = all[0].1.clone().into_string();
        assert!(page.contains("the ambilance"), "not corrected");
        assert!(page.contains("name=\"why\"") && page.contains("data-draft"));
        let begun = nothing_typed();
        assert!(!begun.contains(" checked"), "nobody has answered yet: {begun}");
        assert!(!begun.contains("value=\"2026"), "nor said on which day: {begun}");
        assert!(all[1].1.clone().into_string().contains("aria-invalid"));
    }
}
