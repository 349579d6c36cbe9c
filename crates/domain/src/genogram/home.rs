//! Where the outline of a home runs: a band in each row where its people stand, and necks
//! between.
//!
//! A band never reaches round somebody who lives elsewhere; where the bands of a home cannot be
//! joined without doing so, the home stays in pieces that carry the same letter.

use super::place::Xs;
use super::plan::{Plan, Who};

/// Room between people and the outline of their home.
pub(super) const PAD: f64 = 6.0;
/// Less of it for every second home, so that the outlines of a child who has two do not coincide.
const PAD_OF_SECOND: f64 = 3.5;
/// Least width of a neck.
const NECK: f64 = 14.0;

/// A step of a wall that is less than this is taken out.
const STEP: f64 = 12.0;

/// Room between an outline and the edge of the drawing.
pub(super) const EDGE: f64 = 1.0;

/// A stretch of a row that belongs to a home.
#[derive(Clone, Copy, Debug)]
pub(super) struct Band {
    pub row: usize,
    pub lo: f64,
    pub hi: f64,
    piece: usize,
}

/// The way from a band to one in the next row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Neck {
    /// The upper of the two rows.
    pub row: usize,
    pub lo: f64,
    pub hi: f64,
}

/// The bands and necks of one home.
#[derive(Clone, Debug)]
pub(super) struct Ring {
    pub bands: Vec<Band>,
    pub necks: Vec<Neck>,
    /// How many closed outlines it takes; 1 is whole.
    pub pieces: usize,
}

/// Lays the outline of a home round its people.
pub(super) fn ring(plan: &Plan, xs: &Xs, width: f64, home: usize) -> Ring {
    let walls = Walls { plan, xs, width, home };
    let mut bands = walls.bands();
    walls.widen_corridors(&mut bands);
    let mut joints = Vec::new();
    for upper in 0..bands.len() {
        for lower in 0..bands.len() {
            if walls.join(&mut bands, upper, lower).is_some() {
                joints.push((upper, lower));
            }
        }
    }
    for (upper, lower) in &joints {
        walls.straighten(&mut bands, *upper, *lower);
    }
    let pieces = bands.len() - joints.len();
    let joints = joints.iter().filter_map(|(a, b)| Some((bands.get(*a)?, bands.get(*b)?)));
    let neck = |(a, b): (&Band, &Band)| Neck { row: a.row, lo: a.lo.max(b.lo), hi: a.hi.min(b.hi) };
    let necks = joints.map(neck).collect();
    Ring { bands, necks, pieces }
}

struct Walls<'a> {
    plan: &'a Plan,
    xs: &'a Xs,
    width: f64,
    home: usize,
}

impl Walls<'_> {
    fn pad(&self) -> f64 {
        let place = self.plan.homes.iter().position(|home| *home == self.home).unwrap_or(0);
        if place % 2 == 0 { PAD } else { PAD_OF_SECOND }
    }

    /// A band for every unbroken run of members in a row.
    fn bands(&self) -> Vec<Band> {
        let mut bands: Vec<Band> = Vec::new();
        for row in 0..self.plan.rows {
            let members = self.plan.members(self.home).filter(|(_, node)| node.row == row);
            let mut spans: Vec<(f64, f64)> = members
                .map(|(node, it)| (self.xs.at(node) - it.half, self.xs.at(node) + it.half))
                .map(|(lo, hi)| (lo - self.pad(), hi + self.pad()))
                .collect();
            spans.sort_by(|a, b| a.0.total_cmp(&b.0));
            let first = bands.len();
            for (lo, hi) in spans {
                match bands.get_mut(first..).and_then(<[Band]>::last_mut) {
                    Some(band) if self.is_free(row, band.hi, lo) => band.hi = band.hi.max(hi),
                    _ => bands.push(Band { row, lo, hi, piece: bands.len() }),
                }
            }
        }
        bands
    }

    /// Whether nobody who lives elsewhere stands in a stretch of a row.
    fn is_free(&self, row: usize, lo: f64, hi: f64) -> bool {
        let mut others = self.plan.in_row(row).filter(|(_, node)| !node.homes.contains(&self.home));
        others.all(|(node, it)| {
            let far = it.half + if it.homes.is_empty() { 2.0 } else { PAD + 2.0 };
            self.xs.at(node) + far <= lo || self.xs.at(node) - far >= hi
        }) && (lo >= hi || (lo >= EDGE && hi <= self.width - EDGE))
    }

    /// A corridor takes the width of the band above it, where that leaves a straight wall.
    fn widen_corridors(&self, bands: &mut [Band]) {
        for at in 0..bands.len() {
            let Some(band) = bands.get(at).copied() else { continue };
            let here = self.plan.members(self.home).filter(|(_, node)| node.row == band.row);
            let mut people = here.filter(|(_, node)| node.who != Who::Corridor);
            if people.next().is_some() {
                continue;
            }
            let above = bands.iter().find(|above| above.row + 1 == band.row).copied();
            let Some(above) = above else { continue };
            let overlaps = above.lo < band.hi && band.lo < above.hi;
            if overlaps
                && self.is_free(band.row, above.lo, above.hi)
                && let Some(slot) = bands.get_mut(at)
            {
                (slot.lo, slot.hi) = (above.lo, above.hi);
            }
        }
    }

    /// Joins two bands of neighbouring rows that are not joined yet, stretching one of them if
    /// need be.
    fn join(&self, bands: &mut [Band], upper: usize, lower: usize) -> Option<()> {
        let (a, b) = (*bands.get(upper)?, *bands.get(lower)?);
        if a.row + 1 != b.row || a.piece == b.piece {
            return None;
        }
        let overlap = |a: &Band, b: &Band| a.hi.min(b.hi) - a.lo.max(b.lo);
        let mut found = (overlap(&a, &b) >= NECK).then_some((a, b));
        for (stretched, still) in [(b, a), (a, b)] {
            for reach in [still.hi - still.lo, NECK] {
                let wide = stretch(stretched, still, reach);
                if found.is_none() && self.is_free(wide.row, wide.lo, wide.hi) {
                    found = Some(if wide.row == a.row { (wide, b) } else { (a, wide) });
                }
            }
        }
        let (a, b) = found?;
        *bands.get_mut(upper)? = a;
        *bands.get_mut(lower)? = b;
        for band in bands.iter_mut().filter(|band| band.piece == b.piece) {
            band.piece = a.piece;
        }
        Some(())
    }

    /// Takes a small step out of the wall between two joined bands, where there is room outside.
    fn straighten(&self, bands: &mut [Band], upper: usize, lower: usize) -> Option<()> {
        let (a, b) = (*bands.get(upper)?, *bands.get(lower)?);
        let (lo, hi) = (a.lo.min(b.lo), a.hi.max(b.hi));
        for (at, band) in [(upper, a), (lower, b)] {
            let slot = bands.get_mut(at)?;
            if band.lo - lo < STEP && self.is_free(band.row, lo, band.lo) {
                slot.lo = lo;
            }
            if hi - band.hi < STEP && self.is_free(band.row, band.hi, hi) {
                slot.hi = hi;
            }
        }
        Some(())
    }
}

/// A band made long enough to lie over or under the near `reach` of another.
fn stretch(band: Band, to: Band, reach: f64) -> Band {
    let mut wide = band;
    if to.lo < band.lo {
        wide.lo = band.lo.min((to.hi - reach).max(to.lo));
    }
    if to.hi > band.hi {
        wide.hi = band.hi.max((to.lo + reach).min(to.hi));
    }
    wide
}
