//! From an order in each row to places: each row is solved exactly (weighted isotonic regression,
//! pool adjacent violators), row after row, until children hang under their parents.

use super::plan::{Plan, Who};
use super::{home, label, order};

/// Least room between two neighbours, and between one and the outline of a home it is not in.
const GAP: f64 = 7.0;
const GAP_AT_HOME: f64 = 4.0;
/// Room that is given to a row beyond what it needs, at each gap.
const SPREAD_MAX: f64 = 16.0;
const ROUNDS: usize = 40;
/// A round that moves nobody as far as this is the last.
const STILL: f64 = 0.1;
/// What sums of fractions may be off.
const DUST: f64 = 1e-6;
/// How much a corridor and the person above it want to stand in one line.
const STRAIGHT: f64 = 8.0;

/// Sizes of names, each with the width past which a name is cut. Tried in order.
const GAUGES: [(f64, f64); 6] =
    [(12.0, 64.0), (11.0, 64.0), (10.0, NAME_MAX), (10.0, 46.0), (10.0, 36.0), (10.0, 28.0)];
/// Widest name of a row that has room.
const NAME_MAX: f64 = 60.0;
/// What homes may ask of a row beyond its people.
const SLACK: f64 = 24.0;

/// A place across for every node.
#[derive(Clone, Debug)]
pub(super) struct Xs(Vec<f64>);

impl Xs {
    pub(super) fn at(&self, node: usize) -> f64 {
        self.0.get(node).copied().unwrap_or(0.0)
    }

    fn set(&mut self, node: usize, x: f64) {
        if let Some(slot) = self.0.get_mut(node) {
            *slot = x;
        }
    }

    pub(super) fn mean(&self, nodes: &[usize]) -> f64 {
        nodes.iter().map(|node| self.at(*node)).sum::<f64>() / count(nodes.len())
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful")]
fn count(n: usize) -> f64 {
    n.max(1) as f64
}

/// An order that fits, with a place for everybody.
pub(super) struct Fitted {
    pub xs: Xs,
    pub width: f64,
    pub name_px: f64,
}

impl Fitted {
    pub(super) fn x(&self, node: usize) -> f64 {
        self.xs.at(node)
    }
}

/// The best order in the largest names that fit; none where even cut names do not.
pub(super) fn fit(plan: &mut Plan, width: f64) -> Option<Fitted> {
    // A pixel is kept for rounding outwards.
    let width = width - 1.0;
    for (name_px, cut) in GAUGES {
        measure_names(plan, name_px, cut, width);
        if row_widths(plan).iter().any(|row| *row > width) {
            continue;
        }
        let wide = widen_corridors(plan, width);
        let mut best = best_order(plan, width);
        if best.is_none() && wide {
            measure_names(plan, name_px, cut, width);
            best = best_order(plan, width);
        }
        if let Some(xs) = best {
            return Some(trimmed(plan, xs, name_px, width));
        }
    }
    None
}

fn best_order(plan: &Plan, width: f64) -> Option<Xs> {
    let mut best: Option<(f64, Xs)> = None;
    for rows in order::candidates(plan, width) {
        if rows.iter().any(|row| least_width(plan, row) > width) {
            continue;
        }
        let xs = assign(plan, &rows, width, ROUNDS);
        let cost = order::of_order(plan, &rows, width)
            + order::of_places(plan, &xs)
            + order::of_homes(plan, &xs, width);
        if best.as_ref().is_none_or(|(least, _)| cost < *least - 1e-9) {
            best = Some((cost, xs));
        }
    }
    best.map(|(_, xs)| xs)
}

/// Makes corridors as wide as the one person above them, for a straight wall, where the row has
/// room. Says whether any was widened.
fn widen_corridors(plan: &mut Plan, width: f64) -> bool {
    let corridors: Vec<usize> = (0..plan.nodes.len())
        .filter(|node| plan.nodes.get(*node).is_some_and(|it| it.who == Who::Corridor))
        .collect();
    let mut widened = false;
    for corridor in corridors {
        let halves: Vec<f64> = above(plan, corridor)
            .filter_map(|node| plan.nodes.get(node))
            .map(|it| it.half)
            .collect();
        let free = width - row_widths(plan).get(plan.row(corridor)).copied().unwrap_or(width);
        if let ([half], Some(it)) = (&halves[..], plan.nodes.get_mut(corridor))
            && 2.0 * (half - it.half) < free
        {
            it.half = half.max(it.half);
            widened = true;
        }
    }
    widened
}

/// As [`fit`], in the smallest names and as much room as it takes: for a child whose own row
/// cannot be made narrower.
pub(super) fn unbounded(plan: &mut Plan) -> Fitted {
    let width = 4000.0;
    let rows = order::candidates(plan, width).into_iter().next().unwrap_or_default();
    let xs = assign(plan, &rows, width, ROUNDS);
    trimmed(plan, xs, GAUGES.last().map_or(10.0, |gauge| gauge.0), width)
}

/// Takes the empty room off both sides.
fn trimmed(plan: &Plan, mut xs: Xs, name_px: f64, width: f64) -> Fitted {
    let (mut left, mut right) = (f64::INFINITY, 0.0_f64);
    for (node, it) in plan.nodes.iter().enumerate() {
        left = left.min(xs.at(node) - edge(plan, node));
        right = right.max(xs.at(node) + edge(plan, node));
        for home in &it.homes {
            for band in home::ring(plan, &xs, width, *home).bands {
                left = left.min(band.lo - 1.0);
                right = right.max(band.hi + 1.0);
            }
        }
    }
    let left = if left.is_finite() { (left + DUST).floor() } else { 0.0 };
    for x in &mut xs.0 {
        *x = ((*x - left) * 2.0).round() / 2.0;
    }
    Fitted { xs, width: (right - left - DUST).ceil().max(0.0), name_px }
}

/// Writes every name in this size, cut in crowded rows at `cut`, elsewhere only where it is long.
fn measure_names(plan: &mut Plan, name_px: f64, cut: f64, width: f64) {
    for row in 0..plan.rows {
        measure_row(plan, row, name_px, cut.max(NAME_MAX));
        let crowded = row_widths(plan).get(row).is_some_and(|need| *need > width - SLACK);
        if crowded && cut < NAME_MAX {
            measure_row(plan, row, name_px, cut);
        }
    }
}

fn measure_row(plan: &mut Plan, row: usize, name_px: f64, cut: f64) {
    for node in plan.nodes.iter_mut().filter(|node| node.row == row) {
        node.half = node.rim;
        if node.who != Who::Corridor {
            node.name = label::cut(&node.full_name, name_px, cut);
            node.half = node.rim.max(label::width(&node.name, name_px) / 2.0);
        }
    }
}

/// What each row needs at least, whatever the order.
fn row_widths(plan: &Plan) -> Vec<f64> {
    let need = |row| {
        let nodes: Vec<f64> = plan.in_row(row).map(|(_, node)| 2.0 * node.half + GAP).collect();
        nodes.iter().sum::<f64>() - GAP
    };
    (0..plan.rows).map(need).collect()
}

/// The row that lacks room the most.
pub(super) fn widest_row(plan: &Plan) -> usize {
    let widths = row_widths(plan);
    let widest = widths.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
    widest.map_or(0, |(row, _)| row)
}

/// Least distance between the middles of two neighbours.
pub(super) fn apart(plan: &Plan, left: usize, right: usize) -> f64 {
    let (Some(a), Some(b)) = (plan.nodes.get(left), plan.nodes.get(right)) else { return 0.0 };
    let pad = |own: &[usize], other: &[usize]| {
        if own.iter().any(|home| !other.contains(home)) { home::PAD } else { 0.0 }
    };
    let pads = pad(&a.homes, &b.homes) + pad(&b.homes, &a.homes);
    a.half + b.half + if pads > 0.0 { pads + GAP_AT_HOME } else { GAP }
}

/// What a node needs between its middle and the edge of the drawing.
fn edge(plan: &Plan, node: usize) -> f64 {
    plan.nodes
        .get(node)
        .map_or(0.0, |it| it.half + home::EDGE + if it.homes.is_empty() { 0.0 } else { home::PAD })
}

pub(super) fn least_width(plan: &Plan, row: &[usize]) -> f64 {
    let ends =
        row.first().map_or(0.0, |n| edge(plan, *n)) + row.last().map_or(0.0, |n| edge(plan, *n));
    ends + steps(plan, row, 0.0).last().copied().unwrap_or(0.0)
}

/// Least place of each node of a row, from the first one's 0.
fn steps(plan: &Plan, row: &[usize], spread: f64) -> Vec<f64> {
    let mut at = 0.0;
    let mut steps = vec![0.0];
    for pair in row.windows(2) {
        if let [left, right] = *pair {
            at += apart(plan, left, right) + spread;
            steps.push(at);
        }
    }
    steps
}

/// Places for an order. More rounds bring children nearer to the middle of their parents.
pub(super) fn assign(plan: &Plan, rows: &[Vec<usize>], width: f64, rounds: usize) -> Xs {
    let spread = rows
        .iter()
        .filter(|row| row.len() > 1)
        .map(|row| 0.6 * (width - least_width(plan, row)).max(0.0) / count(row.len() - 1));
    let spread = spread.fold(SPREAD_MAX, f64::min);
    let steps: Vec<Vec<f64>> = rows.iter().map(|row| steps(plan, row, spread)).collect();
    let mut xs = Xs(vec![0.0; plan.nodes.len()]);
    for (row, steps) in rows.iter().zip(&steps) {
        let slack = (width.min(400.0) - steps.last().copied().unwrap_or(0.0)) / 2.0;
        for (node, step) in row.iter().zip(steps) {
            xs.set(*node, slack + step);
        }
    }
    for round in 0..rounds {
        let before = xs.clone();
        let downwards = round % 2 == 0;
        for i in 0..rows.len() {
            let row = if downwards { i } else { rows.len() - 1 - i };
            if let (Some(nodes), Some(steps)) = (rows.get(row), steps.get(row)) {
                let wants = wants(plan, &xs, row);
                for (node, x) in nodes.iter().zip(settle(plan, nodes, steps, &wants, width)) {
                    xs.set(*node, x);
                }
            }
        }
        if xs.0.iter().zip(&before.0).all(|(x, before)| (x - before).abs() < STILL) {
            break;
        }
    }
    xs
}

/// Where each node of a row would like to stand, and how much: (weight, weight x place).
fn wants(plan: &Plan, xs: &Xs, row: usize) -> Vec<(f64, f64)> {
    let mut wants: Vec<(f64, f64)> = xs.0.iter().map(|x| (1e-3, 1e-3 * x)).collect();
    let mut want = |node: usize, weight: f64, x: f64| {
        if let Some(slot) = wants.get_mut(node) {
            slot.0 += weight;
            slot.1 += weight * x;
        }
    };
    for brood in plan.broods.iter().filter(|brood| !brood.parents.is_empty()) {
        let off = xs.mean(&brood.parents) - xs.mean(&brood.children);
        for (nodes, by) in [(&brood.children, off), (&brood.parents, -off)] {
            for &node in nodes.iter().filter(|node| plan.row(**node) == row) {
                want(node, 1.0 / count(nodes.len()), xs.at(node) + by);
            }
        }
    }
    for couple in plan.couples.iter().filter(|couple| plan.row(couple.a) == row) {
        let (a, b) = (xs.at(couple.a), xs.at(couple.b));
        let half = apart(plan, couple.a, couple.b) / 2.0 * if a < b { 1.0 } else { -1.0 };
        want(couple.a, 1.0, f64::midpoint(a, b) - half);
        want(couple.b, 1.0, f64::midpoint(a, b) + half);
    }
    for (node, _) in plan.in_row(row).filter(|(_, node)| node.who == Who::Corridor) {
        for member in above(plan, node) {
            want(node, STRAIGHT, xs.at(member));
        }
    }
    let below = plan.nodes.iter().enumerate().filter(|(_, it)| it.who == Who::Corridor);
    for (corridor, _) in below {
        for member in above(plan, corridor).filter(|member| plan.row(*member) == row) {
            want(member, STRAIGHT, xs.at(corridor));
        }
    }
    wants
}

/// Those of a corridor's home who stand right above it: it hangs under them.
fn above(plan: &Plan, corridor: usize) -> impl Iterator<Item = usize> {
    let it = plan.nodes.get(corridor);
    let members = it.into_iter().flat_map(|it| &it.homes).flat_map(|home| plan.members(*home));
    let row = plan.row(corridor);
    members.filter(move |(_, member)| member.row + 1 == row).map(|(node, _)| node)
}

/// Puts a row where it wants to be, as nearly as order, distances and edges allow.
fn settle(plan: &Plan, row: &[usize], steps: &[f64], wants: &[(f64, f64)], width: f64) -> Vec<f64> {
    // Pools: (weight, weight x (place - step), nodes).
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for (node, step) in row.iter().zip(steps) {
        let (weight, sum) = wants.get(*node).copied().unwrap_or((1.0, 0.0));
        let mut pool = (weight, sum - weight * step, 1);
        while let Some(before) = pools.pop_if(|before| before.1 / before.0 > pool.1 / pool.0) {
            pool = (pool.0 + before.0, pool.1 + before.1, pool.2 + before.2);
        }
        pools.push(pool);
    }
    let first = row.first().map_or(0.0, |node| edge(plan, *node));
    let last = row.last().map_or(0.0, |node| edge(plan, *node));
    let most = (width - last - steps.last().copied().unwrap_or(0.0)).max(first);
    let starts = pools.iter().flat_map(|&(weight, sum, n)| std::iter::repeat_n(sum / weight, n));
    steps.iter().zip(starts).map(|(step, start)| start.clamp(first, most) + step).collect()
}
