//! From bands and necks to closed outlines: the boundary of the rectangles laid together.

use super::home;
use super::line::Levels;
use super::place::Fitted;
use super::plan::Plan;
use super::{Outline, Point};

/// Room above shapes and below names inside an outline.
const ABOVE: f64 = 5.0;
const BELOW: f64 = 4.0;

#[derive(Clone, Copy)]
struct Rect {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// The outlines of all homes, those of the child the file is about first.
pub(super) fn trace(plan: &Plan, fitted: &Fitted, levels: &Levels) -> Vec<Outline> {
    let mut homes: Vec<(bool, usize)> =
        plan.homes.iter().map(|home| (!plan.index_homes.contains(home), *home)).collect();
    homes.sort_unstable();
    let outlines = homes.into_iter().flat_map(|(other, home)| {
        let loops = loops(&rects(plan, fitted, levels, home));
        loops.into_iter().map(move |corners| Outline { home, of_index: !other, corners })
    });
    outlines.collect()
}

fn rects(plan: &Plan, fitted: &Fitted, levels: &Levels, home: usize) -> Vec<Rect> {
    let ring = home::ring(plan, &fitted.xs, fitted.width, home);
    let top = |row: usize| levels.row(row).top - ABOVE;
    let bottom = |row: usize| levels.row(row).foot + BELOW;
    let bands = ring.bands.iter().map(|band| Rect {
        left: band.lo,
        top: top(band.row),
        right: band.hi,
        bottom: bottom(band.row),
    });
    let necks = ring.necks.iter().map(|neck| Rect {
        left: neck.lo,
        top: bottom(neck.row),
        right: neck.hi,
        bottom: top(neck.row + 1),
    });
    bands.chain(necks).collect()
}

/// The boundaries of rectangles laid together, each turning clockwise, the inside to its right.
fn loops(rects: &[Rect]) -> Vec<Vec<Point>> {
    let xs = sorted(rects.iter().flat_map(|rect| [rect.left, rect.right]));
    let ys = sorted(rects.iter().flat_map(|rect| [rect.top, rect.bottom]));
    let filled = |x: f64, y: f64| {
        let holds = |r: &Rect| r.left < x && x < r.right && r.top < y && y < r.bottom;
        rects.iter().any(holds)
    };
    let mut edges: Vec<(Point, Point)> = Vec::new();
    for (left, right) in xs.iter().copied().zip(xs.iter().copied().skip(1)) {
        for (top, bottom) in ys.iter().copied().zip(ys.iter().copied().skip(1)) {
            let (x, y) = (f64::midpoint(left, right), f64::midpoint(top, bottom));
            if !filled(x, y) {
                continue;
            }
            // A point just past each side; the cells there may be of any size.
            let past = 1e-3;
            let sides = [
                ((x, top - past), (left, top), (right, top)),
                ((right + past, y), (right, top), (right, bottom)),
                ((x, bottom + past), (right, bottom), (left, bottom)),
                ((left - past, y), (left, bottom), (left, top)),
            ];
            let open = sides.into_iter().filter(|(beyond, ..)| !filled(beyond.0, beyond.1));
            edges.extend(open.map(|(_, from, to)| (from, to)));
        }
    }
    let mut loops = Vec::new();
    while let Some((from, to)) = edges.pop() {
        let mut corners = vec![from, to];
        while let Some(at) = corners.last().copied().filter(|at| !same(*at, from)) {
            let Some(next) = edges.iter().position(|edge| same(edge.0, at)) else { break };
            corners.push(edges.swap_remove(next).1);
        }
        corners.pop();
        loops.push(turning(&corners));
    }
    loops
}

fn same(a: Point, b: Point) -> bool {
    (a.0 - b.0).abs() < 1e-6 && (a.1 - b.1).abs() < 1e-6
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.dedup_by(|a, b| (*a - *b).abs() < 1e-6);
    values
}

/// The points of a loop where it turns.
fn turning(points: &[Point]) -> Vec<Point> {
    let before = points.iter().cycle().skip(points.len().saturating_sub(1));
    let after = points.iter().cycle().skip(1);
    let level = |a: Point, b: Point| (a.1 - b.1).abs() < 1e-6;
    let triples = points.iter().zip(before.zip(after));
    triples
        .filter(|(at, (before, after))| level(**before, **at) != level(**at, **after))
        .map(|(at, _)| *at)
        .collect()
}
