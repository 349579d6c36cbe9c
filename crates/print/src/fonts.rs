//! The fonts, which are in the program: nothing is looked for on the machine, so the same document
//! looks the same everywhere.
//!
//! Andika is made for those who learn to read, and the kit is set in it. Letters it has not come
//! from Noto; what Noto has not here (Chinese, Japanese, Korean and other scripts) is shown as a
//! box, and is still read aloud, found and copied (`fonts/box.py`).

use typst::foundations::Bytes;
use typst::text::{Coverage, Font, FontBook, FontInfo};

/// The families, in the order in which a letter is looked for.
pub const FAMILIES: &[&str] = &[
    "Andika",
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Bengali",
    "Noto Sans Devanagari",
    "Noto Sans Gujarati",
    "Noto Sans Gurmukhi",
    "Noto Sans Tamil",
    "Noto Sans Ethiopic",
    "Noto Emoji",
    "Noto Sans Symbols2",
    BOX,
];

/// A box for any letter.
const BOX: &str = "Kith Box";

const FILES: &[&[u8]] = &[
    include_bytes!("../fonts/Andika-Regular.ttf"),
    include_bytes!("../fonts/Andika-Bold.ttf"),
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../fonts/NotoSansBengali-Regular.ttf"),
    include_bytes!("../fonts/NotoSansDevanagari-Regular.ttf"),
    include_bytes!("../fonts/NotoSansGujarati-Regular.ttf"),
    include_bytes!("../fonts/NotoSansGurmukhi-Regular.ttf"),
    include_bytes!("../fonts/NotoSansTamil-Regular.ttf"),
    include_bytes!("../fonts/NotoSansEthiopic-Regular.ttf"),
    include_bytes!("../fonts/NotoEmoji-Regular.ttf"),
    include_bytes!("../fonts/NotoSansSymbols2-Regular.ttf"),
    include_bytes!("../fonts/Box.ttf"),
    include_bytes!("../fonts/Rest.ttf"),
];

/// All of them.
pub fn fonts() -> Vec<Font> {
    FILES.iter().filter_map(|file| Font::new(Bytes::new(*file), 0)).collect()
}

/// What they have. Words in a drawing are given to whatever font has them all, so the one that has
/// every letter is found by its name alone.
pub fn book(fonts: &[Font]) -> FontBook {
    let info = |font: &Font| {
        let info = font.info().clone();
        if info.family == BOX {
            return FontInfo { coverage: Coverage::from_vec(vec![]), ..info };
        }
        info
    };
    FontBook::from_infos(fonts.iter().map(info))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_font_of_a_family_that_is_used() {
        let fonts = fonts();
        assert_eq!(fonts.len(), FILES.len());
        let mut found: Vec<&str> = fonts.iter().map(|font| &*font.info().family).collect();
        found.dedup();
        assert_eq!(found.pop(), Some("Kith Rest"), "which is for words in drawings");
        assert_eq!(found, FAMILIES);
    }
}
