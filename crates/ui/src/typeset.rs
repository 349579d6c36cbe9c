//! Recorded words, set as a page sets them: curly apostrophes, quotation marks only for exact
//! words, and no line that ends in half of a short hyphenated word.
use std::borrow::Cow;

use domain::voice::Mode;
use maud::{Markup, html};

use crate::say;

/// A hyphenated word up to this many letters stays on one line.
const KEPT_WHOLE: usize = 12;

/// Apostrophes as pages set them. Spelling is never touched.
pub fn curly(text: &str) -> Cow<'_, str> {
    if text.contains('\'') { Cow::Owned(text.replace('\'', "’")) } else { Cow::Borrowed(text) }
}

/// Recorded words.
pub fn words(text: &str) -> Markup {
    let text = curly(text);
    if !text.contains('-') {
        return html! { (text) };
    }
    html! {
        @for piece in text.split_inclusive(char::is_whitespace) {
            @let word = piece.trim_end();
            @if word.trim_matches('-').contains('-') && word.chars().count() <= KEPT_WHOLE {
                span.unbroken { (word) } (piece.get(word.len()..).unwrap_or_default())
            } @else {
                (piece)
            }
        }
    }
}

/// Recorded words, in quotation marks if they are exactly what was said.
pub fn as_said(text: &str, mode: Mode) -> Markup {
    if mode == Mode::Verbatim { quoted(text) } else { words(text) }
}

/// Words in quotation marks, once where somebody has typed them too.
pub fn quoted(text: &str) -> Markup {
    let bare = text.trim();
    let typed = |open, close| bare.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    let inner = typed('“', '”').or_else(|| typed('"', '"')).filter(|inner| {
        // «"No," she said. "Never."» begins and ends with marks of two sayings.
        !inner.contains(['“', '”', '"'])
    });
    html! { (say!("quoted", words = curly(inner.unwrap_or(text)))) }
}

/// A number as a telephone wants it.
pub(crate) fn digits(phone: &str) -> String {
    phone.chars().filter(|digit| digit.is_ascii_digit() || *digit == '+').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_exact_words_stand_in_quotation_marks() {
        let said = |mode| as_said("I don't know", mode).into_string();
        assert_eq!(said(Mode::Verbatim), "“I don’t know”");
        assert_eq!(said(Mode::CloseNote), "I don’t know");
    }

    #[test]
    fn marks_that_somebody_typed_are_not_set_twice() {
        let said = |text| quoted(text).into_string();
        assert_eq!(said("“Leave him.”"), "“Leave him.”");
        assert_eq!(said("\"Leave him.\""), "“Leave him.”");
        assert_eq!(said("“No,” she said. “Never.”"), "““No,” she said. “Never.””");
    }

    #[test]
    fn markup_is_text() {
        assert_eq!(words("<b>&").into_string(), "&lt;b&gt;&amp;");
    }

    #[test]
    fn a_short_hyphenated_word_stays_whole() {
        assert_eq!(
            words("a grown-up, tired").into_string(),
            "a <span class=\"unbroken\">grown-up,</span> tired"
        );
        assert_eq!(words("well - and").into_string(), "well - and");
    }
}
