//! Who stands left of whom: couples and chains of couples are blocks; blocks and the people
//! inside them are moved while the picture gets better, from several starts, always in the same
//! order.

use super::home;
use super::place::{self, Xs};
use super::plan::{Plan, Who};

/// Rounds of [`place::assign`] while orders are compared.
const ROUGH_ROUNDS: usize = 4;
/// Orders that are worth placing exactly.
const CANDIDATES: usize = 6;

/// Nodes of each row, left to right.
pub(super) type Rows = Vec<Vec<usize>>;
/// Blocks of each row, left to right, each a chain of couples.
type Blocks = Vec<Vec<Vec<usize>>>;

/// The best few orders, best first.
pub(super) fn candidates(plan: &Plan, width: f64) -> Vec<Rows> {
    let mut found: Vec<(f64, Rows)> = Vec::new();
    for start in starts(blocks(plan)) {
        let (cost, rows) = improve(plan, width, start);
        if !found.iter().any(|(_, other)| *other == rows) {
            found.push((cost, rows));
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    found.truncate(CANDIDATES);
    found.into_iter().map(|(_, rows)| rows).collect()
}

/// Everybody in the family's order, those who are a couple in one block.
fn blocks(plan: &Plan) -> Blocks {
    let mut blocks: Blocks = vec![Vec::new(); plan.rows];
    let mut done = vec![false; plan.nodes.len()];
    for (row, in_row) in blocks.iter_mut().enumerate() {
        for (node, _) in plan.in_row(row) {
            let chain = chain(plan, node, &mut done);
            if !chain.is_empty() {
                in_row.push(chain);
            }
        }
    }
    blocks
}

/// A person with their partners, the partners' partners and so on: first partners to the left.
fn chain(plan: &Plan, node: usize, done: &mut [bool]) -> Vec<usize> {
    match done.get_mut(node) {
        Some(seen) if !*seen => *seen = true,
        _ => return Vec::new(),
    }
    let mut chain = vec![node];
    for (n, partner) in partners(plan, node).enumerate() {
        let more = self::chain(plan, partner, done);
        if n % 2 == 0 {
            chain.extend(more);
        } else {
            chain.splice(0..0, more.into_iter().rev());
        }
    }
    chain
}

fn partners(plan: &Plan, node: usize) -> impl Iterator<Item = usize> {
    plan.couples.iter().filter_map(move |couple| match node {
        n if n == couple.a => Some(couple.b),
        n if n == couple.b => Some(couple.a),
        _ => None,
    })
}

/// The family's order, its mirror image, and each with the top row turned round.
fn starts(blocks: Blocks) -> Vec<Blocks> {
    let mirrored: Blocks = blocks.iter().map(|row| mirror(row)).collect();
    let mut starts = vec![blocks, mirrored];
    for i in 0..2 {
        if let Some(mut turned) = starts.get(i).cloned() {
            if let Some(top) = turned.first_mut() {
                *top = mirror(top);
            }
            starts.push(turned);
        }
    }
    starts
}

fn mirror(row: &[Vec<usize>]) -> Vec<Vec<usize>> {
    row.iter().rev().map(|block| block.iter().rev().copied().collect()).collect()
}

fn flat(blocks: &Blocks) -> Rows {
    blocks.iter().map(|row| row.concat()).collect()
}

/// Walks to the nearest order that no single move betters.
fn improve(plan: &Plan, width: f64, mut blocks: Blocks) -> (f64, Rows) {
    let mut least = cost(plan, width, &flat(&blocks), f64::INFINITY);
    loop {
        let mut better = false;
        for step in moves(&blocks) {
            let mut tried = blocks.clone();
            step.make(&mut tried);
            let cost = cost(plan, width, &flat(&tried), least);
            if cost < least - 1e-6 {
                (least, blocks, better) = (cost, tried, true);
            }
        }
        if !better {
            return (least, flat(&blocks));
        }
    }
}

/// What an order costs, roughly placed. Stops counting where it is no better than `least`: most
/// orders are told by their order alone.
fn cost(plan: &Plan, width: f64, rows: &Rows, least: f64) -> f64 {
    let mut cost = of_order(plan, rows, width);
    if cost < least {
        let xs = place::assign(plan, rows, width, ROUGH_ROUNDS);
        cost += of_places(plan, &xs);
        if cost < least {
            cost += of_homes(plan, &xs, width);
        }
    }
    cost
}

/// One change of an order.
enum Move {
    /// Block `from` of a row goes to stand at `to`.
    Block { row: usize, from: usize, to: usize },
    /// A block is turned round.
    Turn { row: usize, block: usize },
    /// Two people of a block change places.
    Swap { row: usize, block: usize, a: usize, b: usize },
}

fn moves(blocks: &Blocks) -> Vec<Move> {
    let mut moves = Vec::new();
    for (row, in_row) in blocks.iter().enumerate() {
        for (block, chain) in in_row.iter().enumerate() {
            let others = (0..in_row.len()).filter(|to| *to != block);
            moves.extend(others.map(|to| Move::Block { row, from: block, to }));
            if chain.len() > 1 {
                moves.push(Move::Turn { row, block });
            }
            for b in (0..chain.len()).filter(|_| chain.len() > 2) {
                moves.extend((0..b).map(|a| Move::Swap { row, block, a, b }));
            }
        }
    }
    moves
}

impl Move {
    fn make(&self, blocks: &mut Blocks) {
        match *self {
            Self::Block { row, from, to } => {
                if let Some(in_row) = blocks.get_mut(row) {
                    let block = in_row.remove(from);
                    in_row.insert(to, block);
                }
            }
            Self::Turn { row, block } => {
                if let Some(chain) = blocks.get_mut(row).and_then(|row| row.get_mut(block)) {
                    chain.reverse();
                }
            }
            Self::Swap { row, block, a, b } => {
                // A move made before this one may have put a shorter chain here.
                let chain = blocks.get_mut(row).and_then(|row| row.get_mut(block));
                if let Some(chain) = chain.filter(|chain| b < chain.len()) {
                    chain.swap(a, b);
                }
            }
        }
    }
}

/// What an order costs before anybody has a place; 1 is a small blemish.
pub(super) fn of_order(plan: &Plan, rows: &[Vec<usize>], width: f64) -> f64 {
    let places = place_in_row(plan, rows);
    let place = |node: usize| places.get(node).copied().unwrap_or(0);
    let mut cost = 0.0;
    for couple in &plan.couples {
        let between = place(couple.a).abs_diff(place(couple.b)).saturating_sub(1);
        cost += 4.0 * count(between);
        // Where nothing else decides, whoever is named first stands on the left.
        cost += if place(couple.a) > place(couple.b) { 0.15 } else { 0.0 };
    }
    for brood in &plan.broods {
        let older = brood.children.iter().zip(brood.children.iter().skip(1));
        cost += 1.5 * count(older.filter(|(a, b)| place(**a) > place(**b)).count());
        cost += 1.2 * count(strangers_between(plan, rows, &brood.children));
    }
    for row in rows {
        cost += (place::least_width(plan, row) - width).max(0.0);
    }
    cost
}

/// What the way from parents to children costs.
pub(super) fn of_places(plan: &Plan, xs: &Xs) -> f64 {
    let mut cost = 0.8 * count(younger_first(plan, xs)) + 3.0 * count(crossings(plan, xs));
    for brood in plan.broods.iter().filter(|brood| !brood.parents.is_empty()) {
        cost += (xs.mean(&brood.parents) - xs.mean(&brood.children)).abs() / 15.0;
    }
    cost
}

/// What the outlines of homes cost: much for each that falls apart, a little for their length.
pub(super) fn of_homes(plan: &Plan, xs: &Xs, width: f64) -> f64 {
    let mut cost = 0.0;
    for home in &plan.homes {
        let ring = home::ring(plan, xs, width, *home);
        cost += 6.0 * count(ring.pieces.saturating_sub(1));
        cost += ring.bands.iter().map(|band| (band.hi - band.lo) / 100.0).sum::<f64>();
    }
    cost
}

#[expect(clippy::cast_precision_loss, reason = "a handful")]
fn count(n: usize) -> f64 {
    n as f64
}

fn place_in_row(plan: &Plan, rows: &[Vec<usize>]) -> Vec<usize> {
    let mut places = vec![0; plan.nodes.len()];
    for row in rows {
        for (place, node) in row.iter().enumerate() {
            if let Some(slot) = places.get_mut(*node) {
                *slot = place;
            }
        }
    }
    places
}

/// How many stand among brothers and sisters who are neither of them nor a partner of one.
fn strangers_between(plan: &Plan, rows: &[Vec<usize>], children: &[usize]) -> usize {
    let Some(row) = rows.iter().find(|row| children.iter().any(|child| row.contains(child))) else {
        return 0;
    };
    let first = row.iter().position(|node| children.contains(node)).unwrap_or(0);
    let last = row.iter().rposition(|node| children.contains(node)).unwrap_or(0);
    let between = row.iter().take(last).skip(first);
    let stranger = |node: &&usize| {
        let corridor = plan.nodes.get(**node).is_some_and(|it| it.who == Who::Corridor);
        !corridor
            && !children.contains(node)
            && !partners(plan, **node).any(|partner| children.contains(&partner))
    };
    between.filter(stranger).count()
}

/// How many broods of one parent stand left of an elder one.
fn younger_first(plan: &Plan, xs: &Xs) -> usize {
    let mut pairs = 0;
    for (n, elder) in plan.broods.iter().enumerate() {
        let younger = plan.broods.iter().skip(n + 1).filter(|younger| {
            younger.parents.iter().any(|parent| elder.parents.contains(parent))
                && younger.children.first() > elder.children.first()
        });
        let left = |it: &&super::plan::Brood| xs.mean(&it.children) < xs.mean(&elder.children);
        pairs += younger.filter(left).count();
    }
    pairs
}

/// How many lines from parents to children cross those of other broods in the same rows.
fn crossings(plan: &Plan, xs: &Xs) -> usize {
    let lines: Vec<(usize, usize, f64, f64)> = plan
        .broods
        .iter()
        .enumerate()
        .filter(|(_, brood)| !brood.parents.is_empty())
        .flat_map(|(at, brood)| {
            let from = xs.mean(&brood.parents);
            brood.children.iter().map(move |child| (at, plan.row(*child), from, xs.at(*child)))
        })
        .collect();
    let mut crossings = 0;
    for (n, a) in lines.iter().enumerate() {
        let others = lines.iter().skip(n + 1).filter(|b| b.0 != a.0 && b.1 == a.1);
        crossings += others.filter(|b| (a.2 - b.2) * (a.3 - b.3) < 0.0).count();
    }
    crossings
}
