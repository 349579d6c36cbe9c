//! How far down everything stands, and the lines from couples to their children.
//!
//! ```text
//!   ( )    [ ]        shape        \
//!   Ann    Bob        name          > a row
//!    |______|         couple's bar, one lane each where they overlap
//!       |
//!    ___|____         bar of the brood, likewise
//!   |        |
//! ```

use super::place::Fitted;
use super::plan::{Brood, Couple, Plan, Who};
use super::{Bond, Line, Point, Stroke};

/// From the foot of a name to the first bar, from lane to lane, and from the last bar to a shape.
const TO_BAR: f64 = 8.0;
const LANE: f64 = 6.0;
const TO_CHILD: f64 = 10.0;
const TO_TWINS: f64 = 15.0;
/// Between two bars that end at one person, and between bars of one lane.
const FAN: f64 = 7.0;
const CLEAR: f64 = 4.0;
const MARGIN: f64 = 7.0;

/// The heights of one row.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Level {
    pub top: f64,
    pub middle: f64,
    /// Foot of the letters of names.
    pub name: f64,
    /// Below names and their tails.
    pub foot: f64,
    /// The first lane of couples' bars, and of broods' bars.
    couples: f64,
    broods: f64,
}

/// The heights of all rows, and who hangs on which lane.
pub(super) struct Levels {
    rows: Vec<Level>,
    pub height: f64,
    bars: Vec<Bar>,
    hangs: Vec<Hang>,
}

/// The bar under a couple, by its place in `Plan::couples`.
#[derive(Clone, Copy)]
struct Bar {
    row: usize,
    lo: f64,
    hi: f64,
    lane: usize,
    bond: Bond,
    /// The two who stand over its ends.
    ends: (usize, usize),
}

/// Where a brood hangs, by its place in `Plan::broods`.
#[derive(Clone, Copy)]
struct Hang {
    /// Row of the children.
    row: usize,
    /// Where the line from the parents comes down; none where no parent is drawn.
    drop: Option<(f64, Option<usize>)>,
    lo: f64,
    hi: f64,
    lane: usize,
    /// Twins hang from one point, which needs a little height.
    twins: bool,
}

impl Levels {
    pub(super) fn new(plan: &Plan, fitted: &Fitted) -> Self {
        let bars = bars(plan, fitted);
        let hangs = hangs(plan, fitted, &bars);
        let mut levels = Self { rows: Vec::new(), height: 0.0, bars, hangs };
        let mut top = MARGIN;
        for row in 0..plan.rows {
            top += levels.above(row);
            let level = levels.level(plan, fitted.name_px, row, top);
            levels.rows.push(level);
            let lanes = levels.lanes_of_couples(row);
            top = if lanes > 0 { level.broods - LANE } else { level.foot };
        }
        levels.height = top + MARGIN;
        levels
    }

    fn level(&self, plan: &Plan, name_px: f64, row: usize, top: f64) -> Level {
        let rim = plan.in_row(row).map(|(_, node)| node.rim).fold(0.0, f64::max);
        let middle = top + rim;
        let named = plan.in_row(row).any(|(_, node)| !node.name.is_empty());
        let name = middle + rim + if named { name_px } else { 0.0 };
        let foot = name + if named { 0.25 * name_px } else { 2.0 };
        let couples = foot + TO_BAR;
        let lanes = self.lanes_of_couples(row);
        let broods = couples + LANE * count(lanes);
        Level { top, middle, name, foot, couples, broods }
    }

    /// Room from the last bar of the couples above (or the names) to the shapes of a row.
    fn above(&self, row: usize) -> f64 {
        let hangs: Vec<&Hang> = self.hangs.iter().filter(|hang| hang.row == row).collect();
        let lanes = hangs.iter().map(|hang| hang.lane + 1).max().unwrap_or(0);
        match (row, lanes) {
            (0, 0) => 0.0,
            (0, _) => LANE * count(lanes) + TO_CHILD,
            (_, 0) => TO_BAR + TO_CHILD,
            (_, _) => {
                let couples = self.lanes_of_couples(row - 1);
                let first = if couples > 0 { LANE } else { TO_BAR };
                let twins = hangs.iter().any(|hang| hang.twins);
                first + LANE * count(lanes - 1) + if twins { TO_TWINS } else { TO_CHILD }
            }
        }
    }

    fn lanes_of_couples(&self, row: usize) -> usize {
        let lanes = self.bars.iter().filter(|bar| bar.row == row).map(|bar| bar.lane + 1);
        lanes.max().unwrap_or(0)
    }

    pub(super) fn row(&self, row: usize) -> Level {
        self.rows.get(row).copied().unwrap_or_default()
    }

    fn bar_height(&self, bar: &Bar) -> f64 {
        self.row(bar.row).couples + LANE * count(bar.lane)
    }

    fn hang_height(&self, hang: &Hang) -> f64 {
        match hang.row.checked_sub(1) {
            Some(above) => self.row(above).broods + LANE * count(hang.lane),
            None => self.row(0).top - TO_CHILD - LANE * count(hang.lane),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful")]
fn count(n: usize) -> f64 {
    n as f64
}

/// Lays spans into lanes, the shortest first and highest; two spans of a lane never touch.
fn lanes(spans: &[(usize, f64, f64)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    let length = |at: usize| spans.get(at).map_or(0.0, |span| span.2 - span.1);
    order.sort_by(|a, b| length(*a).total_cmp(&length(*b)).then(a.cmp(b)));
    let mut lanes = vec![usize::MAX; spans.len()];
    for at in order {
        let Some(&(row, lo, hi)) = spans.get(at) else { continue };
        let taken: Vec<usize> = spans
            .iter()
            .zip(&lanes)
            .filter(|((r, l, h), _)| *r == row && *l < hi + CLEAR && lo < *h + CLEAR)
            .map(|(_, lane)| *lane)
            .collect();
        let free = (0..spans.len()).find(|lane| !taken.contains(lane));
        if let (Some(slot), Some(free)) = (lanes.get_mut(at), free) {
            *slot = free;
        }
    }
    lanes
}

/// How far off its middle a person's line starts, where several start there: those to the left
/// start on the left. `toward` is where the line leads.
fn fan(plan: &Plan, fitted: &Fitted, node: usize, toward: f64) -> f64 {
    let mut leads: Vec<f64> = plan
        .couples
        .iter()
        .filter_map(|couple| match node {
            n if n == couple.a => Some(fitted.x(couple.b)),
            n if n == couple.b => Some(fitted.x(couple.a)),
            _ => None,
        })
        .collect();
    let alone = plan.broods.iter().filter(|brood| brood.parents == [node]);
    leads.extend(alone.map(|brood| fitted.xs.mean(&brood.children)));
    leads.sort_by(f64::total_cmp);
    let place = leads.iter().position(|lead| *lead >= toward).unwrap_or(0);
    FAN * (count(place) - (count(leads.len()) - 1.0) / 2.0)
}

fn bars(plan: &Plan, fitted: &Fitted) -> Vec<Bar> {
    let spans: Vec<(usize, f64, f64)> = plan
        .couples
        .iter()
        .map(|couple| {
            let (a, b) = (fitted.x(couple.a), fitted.x(couple.b));
            let a_end = a + fan(plan, fitted, couple.a, b);
            let b_end = b + fan(plan, fitted, couple.b, a);
            (plan.row(couple.a), a_end.min(b_end), a_end.max(b_end))
        })
        .collect();
    let lanes = lanes(&spans);
    let mut bars = Vec::new();
    for ((couple, (row, lo, hi)), lane) in plan.couples.iter().zip(spans).zip(lanes) {
        let turned = fitted.x(couple.a) > fitted.x(couple.b);
        let ends = if turned { (couple.b, couple.a) } else { (couple.a, couple.b) };
        bars.push(Bar { row, lo, hi, lane, bond: couple.bond, ends });
    }
    bars
}

fn hangs(plan: &Plan, fitted: &Fitted, bars: &[Bar]) -> Vec<Hang> {
    let mut hangs: Vec<Hang> = Vec::new();
    for brood in &plan.broods {
        let row = brood.children.first().map_or(0, |child| plan.row(*child));
        let middle = fitted.xs.mean(&brood.children);
        let drop = match brood.parents[..] {
            [one] => Some((fitted.x(one) + fan(plan, fitted, one, middle), None)),
            [a, b] => {
                let of = |c: &Couple| [(a, b), (b, a)].contains(&(c.a, c.b));
                let at = plan.couples.iter().position(of);
                at.and_then(|at| Some((drop_of(bars.get(at)?, middle), Some(at))))
            }
            _ => None,
        };
        let ends = brood.children.iter().map(|child| end_of(brood, fitted, *child));
        let ends: Vec<f64> = ends.chain(drop.map(|(x, _)| x)).collect();
        let lo = ends.iter().copied().fold(f64::INFINITY, f64::min);
        let hi = ends.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        hangs.push(Hang { row, drop, lo, hi, lane: 0, twins: !brood.twins.is_empty() });
    }
    let spans: Vec<_> = hangs.iter().map(|hang| (hang.row, hang.lo, hang.hi)).collect();
    for (hang, lane) in hangs.iter_mut().zip(lanes(&spans)) {
        hang.lane = lane;
    }
    hangs
}

/// Where the line to a child leaves the bar: above it, or in the middle between twins.
fn end_of(brood: &Brood, fitted: &Fitted, child: usize) -> f64 {
    let twins = brood.twins.iter().find(|twins| twins.contains(&child));
    twins.map_or(fitted.x(child), |twins| fitted.xs.mean(twins))
}

/// The middle of a bar, or a little beside it if that leaves the way to the children straight.
fn drop_of(bar: &Bar, children: f64) -> f64 {
    let middle = f64::midpoint(bar.lo, bar.hi);
    let straight = children.clamp(bar.lo + CLEAR, (bar.hi - CLEAR).max(bar.lo + CLEAR));
    if (straight - middle).abs() <= 10.0 { straight } else { middle }
}

/// All lines of the picture.
pub(super) fn lines(plan: &Plan, fitted: &Fitted, levels: &Levels) -> Vec<Line> {
    let mut lines = Vec::new();
    for bar in &levels.bars {
        let y = levels.bar_height(bar);
        let (left, right) = bar.ends;
        let feet = (foot_of(plan, levels, left), foot_of(plan, levels, right));
        let through = vec![(bar.lo, feet.0), (bar.lo, y), (bar.hi, y), (bar.hi, feet.1)];
        lines.push(Line { through, stroke: stroke(bar.bond) });
        lines.extend(cuts(bar, y));
    }
    for (brood, hang) in plan.broods.iter().zip(&levels.hangs) {
        let solid = |through: Vec<Point>| Line { through, stroke: Stroke::Solid };
        let y = levels.hang_height(hang);
        if let Some((x, bar)) = hang.drop {
            let parent = brood.parents.first().map_or(0.0, |it| foot_of(plan, levels, *it));
            let from = bar.and_then(|at| levels.bars.get(at));
            let from = from.map_or(parent, |bar| levels.bar_height(bar));
            lines.push(solid(vec![(x, from), (x, y)]));
        }
        if hang.hi - hang.lo > 0.5 {
            lines.push(solid(vec![(hang.lo, y), (hang.hi, y)]));
        }
        for &child in &brood.children {
            let x = end_of(brood, fitted, child);
            let top = top_of(plan, levels, child);
            lines.push(solid(vec![(x, y), (fitted.x(child), top)]));
        }
    }
    lines
}

/// Where a line meets a person from above.
fn top_of(plan: &Plan, levels: &Levels, node: usize) -> f64 {
    let level = levels.row(plan.row(node));
    plan.nodes
        .get(node)
        .filter(|it| it.who != Who::Corridor)
        .map_or(level.top, |it| level.middle - it.rim)
}

/// Where a line leaves a person: under the name, or under the shape that has none.
fn foot_of(plan: &Plan, levels: &Levels, node: usize) -> f64 {
    let level = levels.row(plan.row(node));
    let nameless = plan.nodes.get(node).filter(|it| it.name.is_empty());
    nameless.map_or(level.foot, |it| level.middle + it.rim)
}

fn stroke(bond: Bond) -> Stroke {
    match bond {
        Bond::Married | Bond::Separated | Bond::Divorced => Stroke::Solid,
        Bond::Together | Bond::Apart => Stroke::Dashed,
        Bond::NotSaid => Stroke::Dotted,
    }
}

/// The strokes across a bar: one for a couple that parted, two for a divorce.
fn cuts(bar: &Bar, y: f64) -> Vec<Line> {
    let strokes = match bar.bond {
        Bond::Separated | Bond::Apart => 1,
        Bond::Divorced => 2,
        Bond::Married | Bond::Together | Bond::NotSaid => 0,
    };
    let first = bar.lo + (bar.hi - bar.lo) / 4.0;
    let cut = |n: usize| {
        let x = first + 4.0 * count(n);
        Line { through: vec![(x - 2.5, y + 5.0), (x + 2.5, y - 5.0)], stroke: Stroke::Solid }
    };
    (0..strokes).map(cut).collect()
}
