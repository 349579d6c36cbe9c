//! What a page can show of a letter.

/// The letter, or what is shown in its place where neither HTML, XML nor a font holds it: the
/// picture of a control character (U+0007 as ␇), else U+FFFD. Tabs and line breaks stay.
pub fn shown(letter: char) -> char {
    match u32::from(letter) {
        0x09 | 0x0a | 0x0d => letter,
        control @ 0..=0x1f => char::from_u32(0x2400 + control).unwrap_or('\u{fffd}'),
        0x7f => '\u{2421}',
        0x80..=0x9f => '\u{fffd}',
        no_letter if no_letter & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&no_letter) => {
            '\u{fffd}'
        }
        _ => letter,
    }
}
