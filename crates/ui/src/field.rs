//! Fields of a form: label above, hint, what is wrong, then the field. Blank is allowed unless it
//! says so.
use std::fmt::Display;

use maud::{Markup, html};

/// What every field says of itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Field<'a> {
    /// Name in the form, and id on the page.
    pub name: &'a str,
    /// The question.
    pub label: &'a str,
    /// What helps to answer it.
    pub hint: Option<&'a str>,
    /// What is there already.
    pub value: &'a str,
    /// What is wrong with it, and what to do.
    pub wrong: Option<&'a str>,
}

impl Field<'_> {
    /// Ids of what describes the field, for a screen reader.
    fn described_by(&self) -> Option<String> {
        let hint = self.hint.map(|_| format!("{}-hint", self.name));
        let wrong = self.wrong.map(|_| format!("{}-wrong", self.name));
        let ids: Vec<String> = hint.into_iter().chain(wrong).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn frame(&self, field: &Markup) -> Markup {
        html! {
            div.field.field-wrong[self.wrong.is_some()] {
                label for=(self.name) { (self.label) }
                @if let Some(hint) = self.hint { span.hint id={ (self.name) "-hint" } { (hint) } }
                @if let Some(wrong) = self.wrong {
                    span.error id={ (self.name) "-wrong" } { (wrong) }
                }
                (field)
            }
        }
    }
}

/// One line of text; `kind` is the HTML type, `autocomplete` as HTML names it or "off".
pub fn line(field: &Field<'_>, kind: &str, autocomplete: &str) -> Markup {
    field.frame(&html! {
        input id=(field.name) name=(field.name) type=(kind) value=(field.value)
            autocomplete=(autocomplete)
            aria-describedby=[field.described_by()] aria-invalid[field.wrong.is_some()];
    })
}

/// Several lines of text.
pub fn text(field: &Field<'_>, rows: u8) -> Markup {
    lines(field, rows, false)
}

/// Several lines of text that a form was opened for: writing begins there at once.
pub fn text_at_once(field: &Field<'_>, rows: u8) -> Markup {
    lines(field, rows, true)
}

fn lines(field: &Field<'_>, rows: u8, at_once: bool) -> Markup {
    field.frame(&html! {
        textarea id=(field.name) name=(field.name) rows=(rows) dir="auto" autofocus[at_once]
            aria-describedby=[field.described_by()] aria-invalid[field.wrong.is_some()] {
                (kept_whole(field.value))
            }
    })
}

/// Words for a text area: a browser drops the first line end in it, so that one is doubled.
pub fn kept_whole(words: &str) -> Markup {
    html! { @if words.starts_with(['\n', '\r']) { "\n" } (words) }
}

/// One of several, in a list that opens; each choice is (value, words).
pub fn choose<V: Display, W: AsRef<str>>(field: &Field<'_>, choices: &[(V, W)]) -> Markup {
    field.frame(&html! {
        select id=(field.name) name=(field.name) aria-describedby=[field.described_by()] {
            @for (value, words) in choices {
                @let chosen = value.to_string() == field.value;
                option value=(value) selected[chosen] { (words.as_ref()) }
            }
        }
    })
}

/// One or several of a few, all in sight.
pub struct Choices<'a> {
    /// Name in the form.
    pub name: &'a str,
    /// The question.
    pub legend: &'a str,
    /// Several may be ticked.
    pub several: bool,
    /// What is wrong with it, and what to do.
    pub wrong: Option<&'a str>,
    /// The page opens at it.
    pub at_once: bool,
    /// Value, words, ticked.
    pub of: Vec<(String, String, bool)>,
}

impl<'a> Choices<'a> {
    /// One of these.
    pub fn one(name: &'a str, legend: &'a str, of: Vec<(String, String, bool)>) -> Self {
        Self { name, legend, several: false, wrong: None, at_once: false, of }
    }

    /// Any of these.
    pub fn several(name: &'a str, legend: &'a str, of: Vec<(String, String, bool)>) -> Self {
        Self { name, legend, several: true, wrong: None, at_once: false, of }
    }

    /// With what is wrong, where something is.
    #[must_use]
    pub fn wrong(self, wrong: Option<&'a str>) -> Self {
        Self { wrong, ..self }
    }

    /// Where the page opens.
    #[must_use]
    pub fn at_once(self) -> Self {
        Self { at_once: true, ..self }
    }
}

/// A few choices, all in sight: radio buttons or check boxes.
pub fn choices(choices: &Choices<'_>) -> Markup {
    let kind = if choices.several { "checkbox" } else { "radio" };
    let first = choices.of.iter().position(|(_, _, ticked)| *ticked).unwrap_or(0);
    html! {
        fieldset.field.field-wrong[choices.wrong.is_some()] id=(choices.name) {
            legend { (choices.legend) }
            @if let Some(wrong) = choices.wrong { span.error { (wrong) } }
            div.choices {
                @for (nth, (value, words, ticked)) in choices.of.iter().enumerate() {
                    label.choice {
                        input type=(kind) name=(choices.name) value=(value) checked[*ticked]
                            autofocus[choices.at_once && nth == first];
                        (words)
                    }
                }
            }
        }
    }
}

/// Each kind of field, one of them wrong.
pub fn samples() -> Vec<(&'static str, Markup)> {
    let field = Field { name: "on", label: "When", value: "2026-11-24", ..Field::default() };
    let wrong = Field { wrong: Some("Write a day, such as 24 November."), ..field };
    let why = Field { name: "why", label: "Why", hint: Some("In your own words."), ..field };
    let of = vec![("a".into(), "Idris".into(), true), ("b".into(), "Leah".into(), false)];
    vec![
        ("field", line(&field, "date", "off")),
        ("field-wrong", line(&wrong, "date", "off")),
        ("field-text", text(&why, 4)),
        ("field-choices", choices(&Choices::several("who", "Who", of))),
    ]
}
