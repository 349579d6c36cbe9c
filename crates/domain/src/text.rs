//! Words that people type, as they typed them: any script, any length up to a limit, markup and
//! all.
//!
//! Two things alone are changed or refused: a line end of Windows becomes a plain one, and
//! U+0000, which not every database can keep, is refused. Nothing is trimmed, folded or tidied;
//! the words are somebody's.

use std::borrow::Cow;

/// The longest note, in characters.
pub const NOTE_MAX: usize = 100_000;

/// Words within their limit, without U+0000.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(String);

/// Why words cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextFault {
    /// There is a U+0000 in them.
    #[error("U+0000 in a text")]
    Nul,
    /// They are longer than their place.
    #[error("{has} characters where {max} fit")]
    TooLong {
        /// How many characters came.
        has: usize,
        /// How many fit.
        max: usize,
    },
}

impl Text {
    /// Words of at most `max_chars` characters (code points), counted after line ends are made
    /// plain.
    pub fn parse(typed: &str, max_chars: usize) -> Result<Self, TextFault> {
        if typed.contains('\0') {
            return Err(TextFault::Nul);
        }
        let words = typed.replace("\r\n", "\n");
        let has = words.chars().count();
        if has > max_chars {
            return Err(TextFault::TooLong { has, max: max_chars });
        }
        Ok(Self(words))
    }
    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// True where there is nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0
    }
}

/// How many words, parted by white space, as a reader would count them.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// The beginning of a long text, for a line that has room for so many characters: its first
/// paragraph, cut after a sentence where one ends in time, else after a word and with "…".
pub fn opening(text: &str, max_chars: usize) -> Cow<'_, str> {
    let paragraph = text.trim_start().lines().next().unwrap_or_default().trim_end();
    let Some((end, _)) = paragraph.char_indices().nth(max_chars) else {
        return Cow::Borrowed(paragraph);
    };
    let fits = paragraph.get(..end).unwrap_or_default();
    let mut sentences = fits.match_indices(['.', '!', '?', '…']).map(|(at, stop)| at + stop.len());
    let ends = |at: &usize| paragraph.get(*at..).is_some_and(|rest| rest.starts_with(' '));
    if let Some(sentence) = sentences.rfind(ends).and_then(|at| fits.get(..at)) {
        return Cow::Borrowed(sentence);
    }
    let words = fits.rsplit_once(char::is_whitespace).map_or(fits, |(words, _)| words);
    Cow::Owned(format!("{}…", words.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_of_the_longest_length_is_kept_and_one_more_letter_is_refused() {
        let longest = "ł".repeat(NOTE_MAX);
        assert_eq!(Text::parse(&longest, NOTE_MAX).expect("kept").as_str(), longest);
        assert_eq!(
            Text::parse(&format!("{longest}a"), NOTE_MAX),
            Err(TextFault::TooLong { has: NOTE_MAX + 1, max: NOTE_MAX })
        );
    }

    #[test]
    fn line_ends_of_windows_count_once() {
        let text = Text::parse("a\r\nb\r\n", 4).expect("four characters");
        assert_eq!(text.as_str(), "a\nb\n");
        assert_eq!(Text::parse("a\rb", 3).expect("kept").as_str(), "a\rb", "a lone one is kept");
    }

    #[test]
    fn nul_is_refused_wherever_it_stands() {
        assert_eq!(Text::parse("Liczę\0 schody", 100), Err(TextFault::Nul));
    }

    #[test]
    fn any_script_and_any_markup_is_kept_letter_for_letter() {
        for typed in ["  Liczę schody ", "<b>mum</b> & me", "ሓፍተይ በይና እያ።", "\u{202e}\t👩‍👧", ""]
        {
            assert_eq!(Text::parse(typed, 100).expect("kept").as_str(), typed);
        }
    }

    #[test]
    fn a_long_text_opens_with_what_fits_and_is_cut_inside_no_word() {
        let note = "She ran in. He was asleep on the sofa, one shoe on.\nThen Nan came.";
        assert_eq!(opening(note, 200), "She ran in. He was asleep on the sofa, one shoe on.");
        assert_eq!(opening(note, 30), "She ran in.");
        assert_eq!(opening("He was asleep on the sofa", 12), "He was…");
        assert_eq!(opening("Żółwińska", 4), "Żółw…", "one word longer than the line");
        assert_eq!(opening("  \n ", 10), "");
    }

    #[test]
    fn a_dash_is_no_word() {
        assert_eq!(count_words("Gripped, shaken – or\ndropped."), 4);
        assert_eq!(count_words(" \n"), 0);
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_kept_is_kept_again(typed in ".*") {
            if let Ok(text) = Text::parse(&typed, 50) {
                proptest::prop_assert!(text.as_str().chars().count() <= 50);
                proptest::prop_assert_eq!(Text::parse(text.as_str(), 50), Ok(text.clone()));
            }
        }
    }
}
