//! The small family picture as SVG, with the same facts in a sentence for whoever cannot see it.
//!
//! Where everything stands is worked out in [`domain::genogram`]; here are strokes and words.
//! Colours come from classes alone, so that dark pages and print redraw it:
//!
//! | class | what |
//! |---|---|
//! | `g-line` | bars, shapes' edges and crosses |
//! | `g-shape` | the inside of a shape |
//! | `g-home`, `g-home-index` | outline of a home; of the child's own home |
//! | `g-age`, `g-name`, `g-place` | writing in shapes, under shapes, on homes |
//!
//! Deliberately absent: the secret address of a sealed home, in the picture and in the words.

mod samples;
mod words;

use domain::genogram::{
    Drawing, Family, INDEX_RIM, Kin, Line, Outline, Placed, Point, SMALL_TEXT, SYMBOL, Shape,
    Stroke, draw,
};
use maud::{Markup, html};

pub use samples::{Sample, samples};
pub use words::more;

const HALF: f64 = SYMBOL / 2.0;
const AGE_PX: f64 = 11.0;
/// Radius of the corners of homes.
const CORNER: f64 = 6.0;

/// Draws a family in a column of this width, in pixels.
pub fn genogram<K: Copy + Ord>(family: &Family<K>, width: f64) -> Markup {
    picture(family, &draw(family, width))
}

/// Draws a family whose layout is at hand. Whoever is left out is told of in the words; beside the
/// picture the page says it with [`more`].
pub fn picture<K: Copy + Ord>(family: &Family<K>, drawing: &Drawing<K>) -> Markup {
    let (width, height) = (number(drawing.width), number(drawing.height));
    html! {
        svg.genogram role="img" width=(width) height=(height)
            viewBox={ "0 0 " (width) " " (height) } fill="none" stroke-linejoin="round" {
            title { (words::title(family)) }
            desc { (words::sentences(family, drawing.left_out)) }
            @for outline in &drawing.homes { (home(outline)) }
            @for line in &drawing.lines { (stroke(line)) }
            @for placed in &drawing.people { (person(family, drawing, placed)) }
            @for label in &drawing.labels {
                text.g-place x=(number(label.at.0)) y=(number(label.at.1)) font-size=(SMALL_TEXT) {
                    (label.text)
                }
            }
        }
    }
}

/// A number as SVG wants it: at most one digit after the point.
fn number(n: f64) -> String {
    let tenths = (n * 10.0).round() / 10.0;
    format!("{tenths}")
}

fn points(points: &[Point]) -> String {
    let words: Vec<String> =
        points.iter().map(|(x, y)| format!("{} {}", number(*x), number(*y))).collect();
    words.join(" ")
}

fn stroke(line: &Line) -> Markup {
    let dashes = match line.stroke {
        Stroke::Solid => None,
        Stroke::Dashed => Some("4 3"),
        Stroke::Dotted => Some("1.5 3"),
    };
    html! {
        polyline.g-line points=(points(&line.through)) stroke-width="1.5"
            stroke-dasharray=[dashes] {}
    }
}

fn home(outline: &Outline) -> Markup {
    let class = if outline.of_index { "g-home g-home-index" } else { "g-home" };
    html! {
        path class=(class) d=(rounded(&outline.corners)) stroke-dasharray="3.5 2.5" {}
    }
}

/// A closed path with its corners rounded, as far as its edges are long enough.
fn rounded(corners: &[Point]) -> String {
    let before = corners.iter().cycle().skip(corners.len().saturating_sub(1));
    let after = corners.iter().cycle().skip(1);
    let mut path = String::new();
    for (&at, (&before, &after)) in corners.iter().zip(before.zip(after)) {
        let radius = CORNER.min(distance(before, at) / 2.0).min(distance(at, after) / 2.0);
        let (start, end) = (toward(at, before, radius), toward(at, after, radius));
        path.push(if path.is_empty() { 'M' } else { 'L' });
        path.push_str(&points(&[start]));
        path.push('Q');
        path.push_str(&points(&[at, end]));
    }
    path.push('Z');
    path
}

fn distance(a: Point, b: Point) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

fn toward(from: Point, to: Point, far: f64) -> Point {
    let share = far / distance(from, to).max(f64::EPSILON);
    (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
}

fn person<K: Copy + Ord>(family: &Family<K>, drawing: &Drawing<K>, placed: &Placed<K>) -> Markup {
    let kin = family.people.iter().find(|kin| Some(kin.id) == placed.id);
    let (x, y) = placed.at;
    html! {
        g transform={ "translate(" (number(x)) " " (number(y)) ")" } {
            title { (kin.map_or(words::UNNAMED_PARENT.to_owned(), |kin| words::who(family, kin))) }
            @match kin {
                Some(kin) => (figure(kin)),
                None => (unnamed_parent()),
            }
            @if !placed.name.is_empty() {
                text.g-name y=(number(placed.name_at.1 - y)) font-size=(drawing.name_px)
                    text-anchor="middle" { (placed.name) }
            }
        }
    }
}

fn figure<K>(kin: &Kin<K>) -> Markup {
    let age = kin.age.as_deref().filter(|_| !kin.died);
    html! {
        @if kin.index { (shape(kin.shape, HALF + INDEX_RIM, None)) }
        (shape(kin.shape, HALF, None))
        @if kin.died {
            path.g-line d="M-9.5-9.5 9.5 9.5M9.5-9.5-9.5 9.5" stroke-width="1.4" {}
        }
        @if let Some(age) = age { (inside(age, kin.shape)) }
    }
}

fn unnamed_parent() -> Markup {
    html! {
        (shape(Shape::Diamond, HALF, Some("3 2.5")))
        (inside("?", Shape::Diamond))
    }
}

fn inside(text: &str, shape: Shape) -> Markup {
    let foot = if shape == Shape::Triangle { 8.5 } else { 4.0 };
    html! { text.g-age y=(foot) font-size=(AGE_PX) text-anchor="middle" { (text) } }
}

fn shape(shape: Shape, half: f64, dashes: Option<&str>) -> Markup {
    let h = half;
    let corners: &[Point] = match shape {
        Shape::Square | Shape::Circle => &[],
        Shape::Diamond => &[(0.0, -h), (h, 0.0), (0.0, h), (-h, 0.0)],
        Shape::Triangle => &[(0.0, -h), (h, h), (-h, h)],
    };
    html! {
        @match shape {
            Shape::Circle => circle.g-line.g-shape r=(h) stroke-width="1.5" {},
            Shape::Square => rect.g-line.g-shape x=(-h) y=(-h) width=(2.0 * h) height=(2.0 * h)
                rx="1.2" stroke-width="1.5" {},
            Shape::Diamond | Shape::Triangle => polygon.g-line.g-shape points=(points(corners))
                stroke-width="1.5" stroke-dasharray=[dashes] {},
        }
    }
}

#[cfg(test)]
mod tests;
