//! A child's drawing as SVG, by the same rule as on the tablet (`js/kit/ink.js`), so that what is
//! seen in the record is what the child left:
//!
//! ```text
//! p0 ──── m1 ⌒p1⌒ m2 ⌒p2⌒ m3 ──── p3      m: middles between points; each piece has round caps
//!   W(q0)   W(q1)    W(q2)    W(q3)       and its own width; pieces of one width are one path
//! ```
//! For whoever cannot see it there is what the child called it, and what was put on the paper: how
//! many lines, which stickers, which words. Deliberately absent: what it shows. Only the child
//! knows that.

use domain::drawing::{
    Drawing, HIGH, Mark, PAPER, Point, Sticker, Stroke, WIDE, Written, width_at,
};
use maud::{Markup, html};
use std::fmt::Write as _;

use crate::layout::Look;
use crate::say;

/// The crayon's own black, which words are written in.
const INK: &str = "#2C2A33";
/// From line to line of words, and their size.
const LINE: f64 = 36.0;
const TEXT: f64 = 28.0;
/// What one letter takes, where the paper's edge is for words, and the shortest line.
const LETTER: f64 = 14.0;
const EDGE: f64 = 732.0;
const FEWEST: usize = 8;

/// How large a drawing stands on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// As wide as there is room, up to its own.
    Full,
    /// Small, in a row of others.
    Thumbnail,
}

/// A drawing, and what it is called: the child's own title, else whose it is.
pub fn drawing(look: Look<'_>, drawn: &Drawing, called: &str, size: Size) -> Markup {
    let (wide, class) = match size {
        Size::Full => (WIDE, "childs-drawing"),
        Size::Thumbnail => (236.0, "childs-drawing childs-drawing-small"),
    };
    html! {
        svg class=(class) role="img" width=(number(wide)) height=(number(wide * HIGH / WIDE))
            viewBox={ "0 0 " (number(WIDE)) " " (number(HIGH)) } fill="none"
            stroke-linecap="round" stroke-linejoin="round" {
            title { (called) }
            desc { (described(drawn)) }
            rect width=(number(WIDE)) height=(number(HIGH)) fill=(PAPER) {}
            @for mark in &drawn.marks {
                @match mark {
                    Mark::Stroke(stroke) => (line(stroke)),
                    Mark::Sticker(sticker) => (placed(look, sticker)),
                    Mark::Words(words) => (written(words)),
                }
            }
        }
    }
}

/// What was put on the paper, in words.
pub fn described(drawn: &Drawing) -> String {
    let lines = drawn.marks.iter().filter(|mark| matches!(mark, Mark::Stroke(s) if !s.erases));
    let mut said = vec![say!("drawing-lines", n = lines.count()).into_owned()];
    let stickers = drawn.marks.iter().filter_map(|mark| match mark {
        Mark::Sticker(sticker) => Some(sticker.what.replace('-', " ")),
        _ => None,
    });
    let stickers = stickers.collect::<Vec<_>>().join(", ");
    if !stickers.is_empty() {
        said.push(say!("drawing-stickers", which = stickers).into_owned());
    }
    let words = drawn.marks.iter().filter_map(|mark| match mark {
        Mark::Words(words) if words.at.is_some() => Some(words.text.as_str()),
        _ => None,
    });
    let words = words.collect::<Vec<_>>().join(" / ");
    if !words.is_empty() {
        said.push(say!("drawing-words", words = words).into_owned());
    }
    said.join(" ")
}

/// A line, as paths of one width each.
fn line(stroke: &Stroke) -> Markup {
    let colour = if stroke.erases { PAPER } else { stroke.colour.as_str() };
    html! {
        @match stroke.points.as_slice() {
            [] => {},
            [only] => {
                circle cx=(number(only.x)) cy=(number(only.y)) fill=(colour)
                    r=(number(width_at(stroke.width, only.pressure) / 2.0)) {}
            },
            points => {
                @for (width, path) in paths(stroke.width, points) {
                    path stroke=(colour) stroke-width=(number(width)) d=(path) {}
                }
            },
        }
    }
}

/// The pieces of a line, those of one width that follow one another as one path.
fn paths(width: f64, points: &[Point]) -> Vec<(f64, String)> {
    let mut paths: Vec<(f64, String)> = Vec::new();
    let mut at = points.first().map_or((0.0, 0.0), |first| (first.x, first.y));
    for (n, point) in points.iter().enumerate() {
        let wide = width_at(width, point.pressure);
        let to = points.get(n + 1).map_or((point.x, point.y), |next| middle(*point, *next));
        if paths.last().is_none_or(|(before, _)| (before - wide).abs() > f64::EPSILON) {
            paths.push((wide, format!("M{} {}", number(at.0), number(at.1))));
        }
        if let Some((_, path)) = paths.last_mut() {
            // Writing to a string does not fail.
            let _ = if n == 0 || n + 1 == points.len() {
                write!(path, "L{} {}", number(to.0), number(to.1))
            } else {
                let bend = (number(point.x), number(point.y));
                write!(path, "Q{} {} {} {}", bend.0, bend.1, number(to.0), number(to.1))
            };
        }
        at = to;
    }
    paths
}

fn middle(one: Point, other: Point) -> (f64, f64) {
    (f64::midpoint(one.x, other.x), f64::midpoint(one.y, other.y))
}

fn placed(look: Look<'_>, sticker: &Sticker) -> Markup {
    let corner = |at: f64| number(at - sticker.size / 2.0);
    html! {
        image href={ (look.assets) "/kit/stickers/" (sticker.what) ".svg" }
            x=(corner(sticker.x)) y=(corner(sticker.y))
            width=(number(sticker.size)) height=(number(sticker.size)) {}
    }
}

fn written(words: &Written) -> Markup {
    let Some((x, y)) = words.at else { return html! {} };
    html! {
        text.childs-drawing-words fill=(INK) font-size=(number(TEXT)) {
            @for (line, n) in lines(&words.text, x).iter().zip(0_u16..) {
                tspan x=(number(x)) y=(number(y + f64::from(n) * LINE)) { (line) }
            }
        }
    }
}

/// The lines that words on the paper are set in, as the tablet parts them.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held to its bounds")]
fn lines(text: &str, x: f64) -> Vec<String> {
    let fits = (((EDGE - x) / LETTER).floor().clamp(0.0, 1000.0) as usize).max(FEWEST);
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.split('\n') {
        let mut words = paragraph.split(' ');
        let mut line = words.next().unwrap_or_default().to_owned();
        for word in words {
            if line.chars().count() + 1 + word.chars().count() > fits {
                lines.push(std::mem::replace(&mut line, word.to_owned()));
            } else {
                line = format!("{line} {word}");
            }
        }
        lines.push(line);
    }
    lines
}

/// A number as SVG wants it: at most one digit after the point.
fn number(n: f64) -> String {
    let tenths = (n * 10.0).round() / 10.0;
    // No minus before nothing.
    format!("{}", if tenths == 0.0 { 0.0 } else { tenths })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Theme;

    const LOOK: Look<'static> = Look { assets: "/a/0", theme: Theme::Light };

    fn read(lines: &[&str]) -> Drawing {
        Drawing::read(lines.join("\n").as_bytes()).expect("a drawing")
    }

    fn drawn(lines: &[&str]) -> String {
        drawing(LOOK, &read(lines), "Chips", Size::Full).into_string()
    }

    const LINE_OF_FOUR: &str = concat!(
        r##"{"kind":"stroke","id":"a","tool":"crayon","colour":"#7C5132","width":6,"##,
        r#""points":[[0,0,0.5,0],[10,0,0.5,8],[10,10,1,16],[20,10,1,24]]}"#
    );

    #[test]
    fn a_line_bends_around_its_points_from_middle_to_middle_and_is_parted_where_its_width_changes()
    {
        let page = drawn(&[LINE_OF_FOUR]);
        let thin = r##"<path stroke="#7c5132" stroke-width="6" d="M0 0L5 0Q10 0 10 5">"##;
        let thick = r##"<path stroke="#7c5132" stroke-width="8.5" d="M10 5Q10 10 15 10L20 10">"##;
        assert!(page.contains(thin) && page.contains(thick), "{page}");
    }

    #[test]
    fn a_point_is_a_disc_and_the_eraser_is_paper() {
        let dot = concat!(
            r##"{"kind":"stroke","id":"a","tool":"eraser","colour":"#000000","width":10,"##,
            r#""points":[[5,5,0.5,0]]}"#
        );
        assert!(drawn(&[dot]).contains(r##"<circle cx="5" cy="5" fill="#FFFEFB" r="5">"##));
    }

    #[test]
    fn whoever_cannot_see_it_hears_what_the_child_called_it_and_what_was_put_there() {
        let page = drawn(&[
            LINE_OF_FOUR,
            r#"{"kind":"sticker","id":"s","what":"dog","x":100,"y":100,"size":96}"#,
            r#"{"kind":"words","id":"w","text":"chips <3","x":600,"y":60}"#,
        ]);
        assert!(page.contains("<title>Chips</title>"));
        assert!(page.contains("1 line of crayon. Stickers: dog. Words: chips &lt;3"), "{page}");
        assert!(page.contains(r#"href="/a/0/kit/stickers/dog.svg" x="52" y="52" width="96""#));
    }

    #[test]
    fn words_are_parted_as_on_the_tablet() {
        assert_eq!(lines("a big full frig", 600.0), ["a big", "full frig"], "nine letters fit");
        assert_eq!(lines("ambilance\n\nnow", 700.0), ["ambilance", "", "now"]);
        assert_eq!(lines("when nobody wakes up", 20.0), ["when nobody wakes up"]);
    }
}
