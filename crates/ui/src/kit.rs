//! The page that the kit starts from, and every word that the kit says.
//!
//! The page holds no word of anybody: what it shows comes from its scripts, with or without a
//! network. The words go to the tablet as one table, places left as they are written, for the
//! tablet to fill in. Deliberately absent: selectors, terms and attributes in these words, which
//! the tablet could not read, and any style or script in the page itself.
use std::collections::BTreeMap;
use std::sync::LazyLock;

use domain::houses_session::Level;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use maud::{DOCTYPE, Markup, html};

use crate::{say, words};

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) mod uses;

/// Keys that belong to the kit begin so.
const OURS: &str = "kit-";

/// Every word of the kit in English, by key, with `{$name}` where something is filled in.
///
/// What is not plain text and places is left out; a test holds that there is no such message.
pub fn words() -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for source in words::EN_GB {
        all.extend(messages(source).into_iter().filter_map(|(key, text)| Some((key, text?))));
    }
    all
}

/// A line as a child hears it at a level, by its name; at the level for about 7 to 10 where it was
/// not said which. None where it is no line of the kit.
pub(crate) fn line(name: &str, level: Option<Level>) -> Option<&'static str> {
    static WORDS: LazyLock<BTreeMap<String, String>> = LazyLock::new(words);
    let level = match level {
        Some(Level::A) => "a",
        Some(Level::B) | None => "b",
        Some(Level::C) => "c",
        Some(Level::D) => "d",
        Some(Level::EasyRead) => "e",
    };
    let same_at_each = || WORDS.get(&format!("{OURS}{name}"));
    WORDS.get(&format!("{OURS}{name}-{level}")).or_else(same_at_each).map(String::as_str)
}

/// Messages of the kit in a file, by key; none in place of the text where it is not plain.
fn messages(source: &str) -> Vec<(String, Option<String>)> {
    let resource = parser::parse(source).unwrap_or_else(|(rest, _)| rest);
    let ours = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) if message.id.name.starts_with(OURS) => Some(message),
        _ => None,
    });
    let text = ours.map(|message| {
        let plain = message.attributes.is_empty();
        let pattern = message.value.as_ref().filter(|_| plain);
        (message.id.name.to_owned(), pattern.and_then(plain_text))
    });
    text.collect()
}

fn plain_text(pattern: &Pattern<&str>) -> Option<String> {
    let piece = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some((*value).to_owned()),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(format!("{{${}}}", id.name)),
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(piece).collect()
}

/// The page at `/kit/`; `build` names the set of assets, and addresses are below `/a/{build}/`.
pub fn page(build: &str) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en-GB" dir="ltr" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, viewport-fit=cover";
                title { (say!("kit-title")) " · " (say!("product")) }
                link rel="stylesheet" href={ "/a/" (build) "/css/kit.css" };
                link rel="icon" type="image/svg+xml" href={ "/a/" (build) "/icons/kith.svg" };
                link rel="manifest" href="manifest.webmanifest";
                script type="module" src={ "/a/" (build) "/js/kit/kit.js" } {}
            }
            body {
                main #kit tabindex="-1" {}
                noscript { p { (say!("kit-without-script")) } }
            }
        }
    }
}
