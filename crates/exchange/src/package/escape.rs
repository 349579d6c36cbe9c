//! Words into markup, whatever is in them.
//!
//! What HTML and XML cannot hold is shown by its picture: U+0007 as ␇. The words themselves stand
//! in `session.json`, letter for letter.

use std::fmt::{Display, Formatter, Result, Write as _};

use document::shown;

/// Words, as they stand in markup or in an attribute of it.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a>(pub &'a str);

impl Display for Said<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                // A bare one would be read as the end of a line.
                '\r' => f.write_str("&#13;")?,
                _ => f.write_char(shown(letter))?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_somebody_wrote_becomes_markup() {
        let said = Said("<b onload=\"x\">Mum's & Dad's</b>").to_string();
        assert_eq!(said, "&lt;b onload=&quot;x&quot;&gt;Mum&#39;s &amp; Dad&#39;s&lt;/b&gt;");
    }

    #[test]
    fn what_no_page_can_hold_is_shown_by_its_picture() {
        assert_eq!(Said("a\u{7}b\r\n\u{85}\u{ffff}").to_string(), "a␇b&#13;\n\u{fffd}\u{fffd}");
    }

    #[test]
    fn letters_of_any_script_stay_as_they_are() {
        let said = "شكراً לא 👩‍👧 zażółć";
        assert_eq!(Said(said).to_string(), said);
    }
}
