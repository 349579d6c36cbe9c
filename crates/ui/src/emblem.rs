//! Emblems: the small picture that a child (for a baby, someone who knows them) chose or drew.
//!
//! Ink line, one or two tints, on an irregular sand shape. The pictures are frozen SVG that takes
//! colours from the tokens, so dark mode redraws them; a picture nobody has drawn yet is the bare
//! shape. Never a photo by default, never initials for a child.
use maud::{Markup, PreEscaped, html};

/// The sand shape that every emblem stands on.
const GROUND: &str = "M22 1.2c9-.8 17.5 4 20.3 12 2.8 8.3 1.2 18.6-4.6 24.8-5.9 6.2-17.6 \
    7.4-25.7 3.8C4 38.3.4 30 1.3 21 2.2 11.5 11.5 2.2 22 1.2Z";

/// Every picture of the set, by name.
const PICTURES: [(&str, &str); 28] = [
    ("acorn", include_str!("../emblems/acorn.svg")),
    ("cat", include_str!("../emblems/cat.svg")),
    ("dinosaur", include_str!("../emblems/dinosaur.svg")),
    ("dog", include_str!("../emblems/dog.svg")),
    ("door", include_str!("../emblems/door.svg")),
    ("feather", include_str!("../emblems/feather.svg")),
    ("fish", include_str!("../emblems/fish.svg")),
    ("football", include_str!("../emblems/football.svg")),
    ("football-boots", include_str!("../emblems/football-boots.svg")),
    ("hand", include_str!("../emblems/hand.svg")),
    ("headphones", include_str!("../emblems/headphones.svg")),
    ("kettle", include_str!("../emblems/kettle.svg")),
    ("lamp", include_str!("../emblems/lamp.svg")),
    ("leaf", include_str!("../emblems/leaf.svg")),
    ("plait", include_str!("../emblems/plait.svg")),
    ("plaster", include_str!("../emblems/plaster.svg")),
    ("red-tin", include_str!("../emblems/red-tin.svg")),
    ("snail", include_str!("../emblems/snail.svg")),
    ("socks", include_str!("../emblems/socks.svg")),
    ("spanner", include_str!("../emblems/spanner.svg")),
    ("spark-plug", include_str!("../emblems/spark-plug.svg")),
    ("spoon", include_str!("../emblems/spoon.svg")),
    ("stage", include_str!("../emblems/stage.svg")),
    ("stopwatch", include_str!("../emblems/stopwatch.svg")),
    ("swing", include_str!("../emblems/swing.svg")),
    ("teapot", include_str!("../emblems/teapot.svg")),
    ("washing-machine", include_str!("../emblems/washing-machine.svg")),
    ("window", include_str!("../emblems/window.svg")),
];

/// Pictures that exist as a whole drawing too.
const DRAWINGS: [(&str, &str); 1] =
    [("washing-machine", include_str!("../emblems/washing-machine-drawing.svg"))];

/// Names of the pictures there are.
pub fn pictures() -> impl Iterator<Item = &'static str> {
    PICTURES.iter().map(|(name, _)| *name)
}

/// The emblem, `size` CSS pixels; a child without one has the bare shape.
pub fn emblem(picture: Option<&str>, size: u8) -> Markup {
    let inside = picture.and_then(|name| find(&PICTURES, name));
    html! {
        svg.emblem width=(size) height=(size) viewBox="0 0 45 45" aria-hidden="true" {
            path d=(GROUND) fill="var(--sand)" stroke="none" {}
            @if let Some(inside) = inside {
                g transform="translate(3.4 3) scale(.85)" { (PreEscaped(inside)) }
            }
        }
    }
}

/// The child's drawing, as the front page shows it, with what it shows in words; the emblem grown
/// where there is no drawing.
pub fn drawing(picture: &str, says: &str) -> Markup {
    let whole = find(&DRAWINGS, picture);
    let small = find(&PICTURES, picture);
    html! {
        @if let Some(whole) = whole {
            svg.drawing viewBox="0 0 256 118" role="img" aria-label=(says) { (PreEscaped(whole)) }
        } @else if let Some(small) = small {
            svg.drawing viewBox="0 0 256 118" role="img" aria-label=(says) {
                g transform="translate(72 2) scale(2.5)" stroke-width="1.1" {
                    path d=(GROUND) fill="var(--sand)" stroke="none" {}
                    g transform="translate(3.4 3) scale(.85)" { (PreEscaped(small)) }
                }
            }
        }
    }
}

/// A picture by its name, or by words that have its name in them: "a small hand printed in blue
/// paint". The longest name wins: football boots are not a football.
fn find(set: &'static [(&str, &str)], words: &str) -> Option<&'static str> {
    let plain = |c: char| if c.is_alphabetic() { c.to_ascii_lowercase() } else { ' ' };
    let says: String = [" ", words].concat().chars().map(plain).collect();
    let named =
        set.iter().filter(|(name, _)| says.contains(&format!(" {}", name.replace('-', " "))));
    named.max_by_key(|(name, _)| name.len()).map(|(_, svg)| *svg)
}

/// Every emblem, and the bare shape.
pub fn samples() -> Vec<(&'static str, Markup)> {
    let all = PICTURES.iter().map(|(name, _)| (*name, emblem(Some(name), 84)));
    let grown = drawing("stage", "a stage with its curtains open and one star");
    all.chain([("none", emblem(None, 84)), ("grown", grown)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_picture_takes_its_colours_from_the_tokens() {
        for (name, svg) in PICTURES.iter().chain(&DRAWINGS) {
            assert!(!svg.contains('#') && !svg.contains("style"), "{name}");
            assert!(svg.trim_start().starts_with("<path"), "{name}");
        }
    }

    #[test]
    fn a_picture_is_found_by_its_name_or_by_what_it_shows() {
        let by = |words| find(&PICTURES, words);
        assert_eq!(by("washing-machine"), by("a washing machine going round, with a basket"));
        assert!(by("washing-machine").is_some());
        assert_eq!(by("a dog called Chips, asleep in a full fridge"), by("dog"));
        assert_eq!(by("football boots hung up by their laces"), by("football-boots"));
        assert_ne!(by("football"), by("football-boots"));
        assert_eq!(by("half a boat"), None);
    }

    #[test]
    fn a_child_without_a_picture_has_the_bare_shape() {
        assert!(!emblem(None, 40).into_string().contains("<g "));
        assert!(emblem(Some("acorn"), 40).into_string().contains("<g "));
    }
}
