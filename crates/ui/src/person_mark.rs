//! One mark for each person, the same on every page of a child: filled for family and network,
//! hollow for professionals, so that "only professionals have scaled" is seen before it is read.
//!
//! ```text
//! child ● teal   mother ■ rust   father ▼ rust   grandparent ▲ indigo
//! other family and network ◆ olive
//! worker ◇ slate   health ☆ olive   school ⬡ rose   police and others ⬠ slate
//! ```
use std::f32::consts::PI;
use std::fmt::{self, Write};

use domain::front_page::{Named, Standing};
use maud::{Markup, html};

use crate::names::initials;

/// The letters of a person in a ring or a filled disc.
pub fn initials_of(who: &Named) -> Markup {
    chip(&who.name, who.standing.is_family())
}

/// The letters of a name; filled for family and network.
pub fn chip(name: &str, filled: bool) -> Markup {
    html! {
        span.initials.initials-hollow[!filled] aria-hidden="true" { (initials(name)) }
    }
}

/// The class that gives the colour of somebody's line and mark.
pub fn colour(standing: Standing) -> &'static str {
    match standing {
        Standing::Child => "chart-teal",
        Standing::Mother | Standing::Father => "chart-rust",
        Standing::Grandparent => "chart-indigo",
        Standing::Kin | Standing::Network | Standing::Health => "chart-olive",
        Standing::Worker | Standing::OtherProfession => "chart-slate",
        Standing::School => "chart-rose",
    }
}

/// The mark of a standing at (`x`, `y`) of a drawing, about `radius` units from its middle to its
/// edge.
pub fn mark(standing: Standing, (x, y): (f32, f32), radius: f32) -> Markup {
    html! {
        g class={ "mark " (colour(standing)) @if standing.is_family() { " mark-filled" } }
            transform={ "translate(" (round(x)) " " (round(y)) ")" } {
            (shape(standing, radius))
        }
    }
}

/// A mark on its own, as beside a heading.
pub fn mark_glyph(standing: Standing, size: u8) -> Markup {
    html! {
        svg.mark-glyph width=(size) height=(size) viewBox="-8 -8 16 16" aria-hidden="true" {
            (mark(standing, (0.0, 0.0), 5.5))
        }
    }
}

fn shape(standing: Standing, r: f32) -> Markup {
    let path = match standing {
        Standing::Child => return html! { circle r=(round(r)) {} },
        Standing::Mother => {
            let (side, corner) = (round(r * 1.8), round(r * -0.9));
            return html! { rect x=(corner) y=(corner) width=(side) height=(side) rx="1" {} };
        }
        Standing::Father => triangle(r, -1.0),
        Standing::Grandparent => triangle(r, 1.0),
        Standing::Kin | Standing::Network | Standing::Worker => polygon(4, r * 1.25, 0.0),
        Standing::Health => star(r * 1.28),
        Standing::School => polygon(6, r * 1.15, PI / 2.0),
        Standing::OtherProfession => polygon(5, r * 1.2, 0.0),
    };
    html! { path d=(path) {} }
}

/// A triangle, pointing up (1) or down (-1).
fn triangle(r: f32, up: f32) -> String {
    let (side, base) = (round(r * 1.1), round(r * 0.85 * up));
    format!("M0 {}L{side} {base}H-{side}Z", round(r * -1.15 * up))
}

fn polygon(corners: u8, r: f32, turned: f32) -> String {
    outline((0..corners).map(|corner| {
        let angle = turned + 2.0 * PI * f32::from(corner) / f32::from(corners);
        (r * angle.sin(), -r * angle.cos())
    }))
}

/// A star with five points.
fn star(r: f32) -> String {
    outline((0..10_u8).map(|corner| {
        let angle = PI * f32::from(corner) / 5.0;
        let reach = if corner % 2 == 0 { r } else { r * 0.453 };
        (reach * angle.sin(), -reach * angle.cos())
    }))
}

fn outline(points: impl Iterator<Item = (f32, f32)>) -> String {
    let mut path = points.enumerate().fold(String::new(), |mut path, (nth, (x, y))| {
        let _ = write!(path, "{}{} {}", if nth == 0 { 'M' } else { 'L' }, round(x), round(y));
        path
    });
    path.push('Z');
    path
}

/// A coordinate to a tenth: finer is noise. It is written out as whole numbers are, since a chart
/// has hundreds of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tenths(i32);

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, tenth) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        let sign = if self.0 < 0 { "-" } else { "" };
        if tenth == 0 { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{tenth}") }
    }
}

impl maud::Render for Tenths {
    fn render_to(&self, buffer: &mut String) {
        let _ = write!(buffer, "{self}");
    }
}

/// To the nearest tenth.
#[expect(clippy::cast_possible_truncation, reason = "no drawing is two hundred million wide")]
pub(crate) fn round(value: f32) -> Tenths {
    Tenths((value * 10.0).round() as i32)
}

/// Every standing, in the order of the list.
pub const STANDINGS: [Standing; 10] = [
    Standing::Child,
    Standing::Mother,
    Standing::Father,
    Standing::Grandparent,
    Standing::Kin,
    Standing::Network,
    Standing::Worker,
    Standing::Health,
    Standing::School,
    Standing::OtherProfession,
];

/// Every mark.
pub fn samples() -> Vec<(&'static str, Markup)> {
    vec![("marks", html! { @for standing in STANDINGS { (mark_glyph(standing, 32)) } })]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filled_is_family_and_hollow_is_paid() {
        for standing in STANDINGS {
            let drawn = mark_glyph(standing, 16).into_string();
            assert_eq!(drawn.contains("mark-filled"), standing.is_family(), "{standing:?}");
        }
    }

    #[test]
    fn no_two_kinds_of_people_look_alike_in_grey() {
        let grey = |standing: Standing| (shape(standing, 5.5).into_string(), standing.is_family());
        for (nth, one) in STANDINGS.into_iter().enumerate() {
            for other in STANDINGS.into_iter().skip(nth + 1) {
                let same = one == Standing::Kin && other == Standing::Network;
                assert_eq!(grey(one) == grey(other), same, "{one:?} and {other:?}");
            }
        }
    }
}
