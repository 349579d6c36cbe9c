//! Buttons and links that look like them: one filled or bordered thing to do, the rest are words.
use std::fmt::Display;

use maud::{Markup, html};

use crate::icon::icon;
use crate::layout::Look;

/// How loud a button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The one thing this page is for.
    Main,
    /// Bordered.
    Plain,
    /// Words in the colour of action.
    Words,
}

impl Weight {
    fn class(self) -> &'static str {
        match self {
            Weight::Main => "button button-main",
            Weight::Plain => "button",
            Weight::Words => "button button-words",
        }
    }
}

/// A button that sends its form.
pub fn send(weight: Weight, words: impl AsRef<str>) -> Markup {
    html! { button class=(weight.class()) type="submit" { (words.as_ref()) } }
}

/// A button that sends its form and says which of several things to do.
pub fn send_as(weight: Weight, (name, value): (&str, &str), words: impl AsRef<str>) -> Markup {
    html! {
        button class=(weight.class()) type="submit" name=(name) value=(value) { (words.as_ref()) }
    }
}

/// A button that sends its form to another address, and says which of several things to do.
pub fn send_to(
    weight: Weight,
    to: impl Display,
    (name, value): (&str, &str),
    words: impl AsRef<str>,
) -> Markup {
    html! {
        button class=(weight.class()) type="submit" formaction=(to) name=(name) value=(value) {
            (words.as_ref())
        }
    }
}

/// A link that looks like a button.
pub fn link(weight: Weight, to: impl Display, words: impl AsRef<str>) -> Markup {
    html! { a class=(weight.class()) href=(to) { (words.as_ref()) } }
}

/// A button that only script can work; hidden until script shows it.
pub fn with_script(
    look: Look<'_>,
    weight: Weight,
    act: ScriptAct,
    words: impl AsRef<str>,
) -> Markup {
    let print = act == ScriptAct::Print;
    html! {
        button class=(weight.class()) type="button" hidden data-print[print]
            data-read-aloud[!print] {
            (icon(look, if print { "printer" } else { "volume-2" }, 20)) (words.as_ref())
        }
    }
}

/// What script can do for a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScriptAct {
    /// Print it.
    Print,
    /// Read it aloud, with a voice on this device.
    ReadAloud,
}

/// Each weight.
pub fn samples() -> Vec<(&'static str, Markup)> {
    vec![(
        "buttons",
        html! {
            (send(Weight::Main, "Put it on the map")) " "
            (send(Weight::Plain, "Pair with a goal")) " "
            (link(Weight::Words, "#", "Front page"))
        },
    )]
}
