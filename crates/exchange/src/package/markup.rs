//! Markup that is at home in HTML and in the narrative of a FHIR resource alike: the few elements
//! that both know, every one closed.

use std::fmt::{Arguments, Display, Write as _};

use super::escape::Said;

/// Markup being written.
#[derive(Debug, Default)]
pub(super) struct Markup(pub String);

impl Markup {
    /// Markup as it is.
    pub fn raw(&mut self, markup: Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.0.write_fmt(markup);
    }

    /// A heading or paragraph of our own words and names.
    pub fn text(&mut self, element: &str, class: &str, text: impl Display) {
        let text = text.to_string();
        let text = Said(&text);
        self.raw(format_args!("<{element} class=\"{class}\" dir=\"auto\">{text}</{element}>"));
    }

    /// Somebody's words, letter for letter, and whose they are.
    pub fn words(&mut self, words: &str, whose: &str) {
        self.raw(format_args!("<blockquote dir=\"auto\">“{}”</blockquote>", Said(words)));
        self.text("p", "whose", whose);
    }

    /// What something is called, and what it is; nothing where there is nothing to say.
    pub fn line(&mut self, label: &str, text: impl Display) {
        let text = text.to_string();
        if !text.trim().is_empty() {
            let (label, text) = (Said(label), Said(&text));
            self.raw(format_args!("<p dir=\"auto\"><strong>{label}:</strong> {text}</p>"));
        }
    }
}
