//! Drawings for the demo: a small alphabet of things in crayon, each a few lines in a square of a
//! hundred units, put on the paper larger or smaller and with an unsteady hand, and written down
//! as the tablet writes them. Drawn for this project; no child drew them.
//!
//! ```text
//! "Pete's van" ─ thing_for ─▶ a van ─ put ─▶ lines with wobble, pressure and time
//! ```
//! The same chance gives the same drawing. Deliberately absent: any likeness of a person, any
//! drawing of harm.

mod things;

use serde_json::{Value, json};

use crate::dice::Dice;
pub(crate) use things::{Thing, things_for};

/// Between two points of a line, in units of the paper.
const STEP: f64 = 9.0;
/// How far a hand strays.
const WOBBLE: f64 = 2.6;
/// Points strayed alike: slow, as a hand is.
const SLOW: usize = 3;

/// A hand that draws.
pub(crate) struct Hand {
    dice: Dice,
}

/// One line, in the units of the paper.
pub(crate) struct Line {
    /// `#rrggbb`.
    pub colour: &'static str,
    /// The crayon's width.
    pub width: f64,
    /// x, y, pressure, milliseconds.
    pub points: Vec<[f64; 4]>,
}

impl Hand {
    /// The hand that drew thing number `item` under `seed`.
    pub(crate) fn of(seed: u64, item: u64) -> Self {
        Self { dice: Dice::of(seed, item) }
    }

    /// A thing in a square of this size, with this upper left corner.
    pub(crate) fn draw(&mut self, thing: Thing, (x, y): (f64, f64), size: f64) -> Vec<Line> {
        let placed = |(px, py): &(i16, i16)| {
            let scale = size / 100.0;
            (x + f64::from(*px) * scale, y + f64::from(*py) * scale)
        };
        let strokes = thing.strokes().iter();
        strokes
            .map(|(colour, points)| {
                let corners: Vec<_> = points.iter().map(placed).collect();
                Line { colour, width: 7.0, points: self.line(&corners) }
            })
            .collect()
    }

    /// Along these corners, unsteadily.
    fn line(&mut self, corners: &[(f64, f64)]) -> Vec<[f64; 4]> {
        let mut along = Vec::new();
        for pair in corners.windows(2) {
            let [from, to] = pair else { continue };
            let long = (to.0 - from.0).hypot(to.1 - from.1);
            let steps = (long / STEP).ceil().max(1.0);
            let mut step = 0.0;
            while step < steps {
                let part = step / steps;
                along.push((from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part));
                step += 1.0;
            }
        }
        along.extend(corners.last());
        self.strayed(&along)
    }

    fn strayed(&mut self, along: &[(f64, f64)]) -> Vec<[f64; 4]> {
        let mut stray = (0.0, 0.0);
        let mut pressure: f64 = 0.45;
        let mut ms = 0.0;
        let point = |(n, at): (usize, &(f64, f64))| {
            if n % SLOW == 0 {
                stray = (self.about(WOBBLE), self.about(WOBBLE));
                pressure = (pressure + self.about(0.12)).clamp(0.25, 0.8);
            }
            ms += 12.0 + self.about(4.0);
            [tenth(at.0 + stray.0), tenth(at.1 + stray.1), hundredth(pressure), ms.round()]
        };
        along.iter().enumerate().map(point).collect()
    }

    /// Anything from minus to plus this much.
    #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
    fn about(&mut self, much: f64) -> f64 {
        self.dice.between(-100, 100) as f64 / 100.0 * much
    }

    /// One of so many.
    pub(crate) fn one_of(&mut self, many: u64) -> u64 {
        self.dice.below(many)
    }
}

impl Line {
    /// As a tablet writes it, but for its clock.
    pub(crate) fn op(&self, page: &str, id: &str) -> Value {
        json!({
            "kind": "stroke", "page": page, "id": id, "tool": "crayon", "colour": self.colour,
            "width": self.width, "points": self.points,
        })
    }

    /// How long it took, in milliseconds.
    pub(crate) fn lasted_ms(&self) -> u32 {
        u32::try_from(self.points.len()).unwrap_or(u32::MAX).saturating_mul(12)
    }
}

fn tenth(n: f64) -> f64 {
    (n * 10.0).round() / 10.0
}

fn hundredth(n: f64) -> f64 {
    (n * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::drawing::Drawing;

    #[test]
    fn everything_there_is_can_be_drawn_and_comes_out_the_same_again() {
        for thing in Thing::ALL {
            let lines = |seed| Hand::of(seed, 1).draw(*thing, (100.0, 60.0), 300.0);
            let ops = |seed: u64| {
                let ops = lines(seed).into_iter().enumerate();
                let ops = ops.map(|(n, line)| line.op("p", &n.to_string()).to_string());
                ops.collect::<Vec<_>>().join("\n")
            };
            let drawing = Drawing::read(ops(7).as_bytes()).expect("a drawing");
            assert_eq!(drawing.marks.len(), thing.strokes().len(), "{thing:?}");
            assert_eq!(ops(7), ops(7));
            assert_ne!(ops(7), ops(8), "no two hands are the same");
        }
    }

    #[test]
    fn words_are_drawn_as_what_they_name_and_what_nobody_can_draw_is_not() {
        assert_eq!(things_for("Pete's van"), [Thing::Van]);
        assert_eq!(things_for("a dog called Chips"), [Thing::Dog]);
        assert_eq!(
            things_for("a door with a big lock and Burek inside"),
            [Thing::Dog, Thing::Door]
        );
        assert_eq!(things_for("forgot to worry"), []);
        assert_eq!(things_for("advantage"), [], "no word is found inside another");
    }
}
