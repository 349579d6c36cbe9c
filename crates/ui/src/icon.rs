//! Icons out of the one sprite, always beside a word, so always hidden from screen readers.
use maud::{Markup, html};

use crate::layout::Look;

/// The icon called `name` in the sprite, `size` CSS pixels wide and high.
pub fn icon(look: Look<'_>, name: &str, size: u8) -> Markup {
    html! {
        svg.icon width=(size) height=(size) viewBox="0 0 24 24" aria-hidden="true" {
            use href={ (look.assets) "/icons/sprite.svg#" (name) } {}
        }
    }
}
