//! The rules that follow the tree's roads: what can be reached, and what only after what.
//!
//! A road to a fault is looked for with every guard open and every jump allowed, since a guard
//! may be wrong; a road to an end only by choices that are surely offered. Going back to where
//! one was adds nothing to what can be reached, so `BEFORE` is no road.

use std::collections::{BTreeSet, VecDeque};

use super::super::tree::{Asks, BEFORE, Choice, Effect, Guard, House, Node, Screen, Tree};
use super::{Fault, PROMPTS_MAX, Rule, STOP_STEPS_MAX, says_limits};

/// Whether somebody may go straight to a node that no choice led to.
#[derive(Clone, Copy, PartialEq)]
enum Jumps {
    Allowed,
    Not,
}

/// All that can have been visited when no node is entered that is `shut`.
fn visited(tree: &Tree, jumps: Jumps, shut: impl Fn(&Node) -> bool) -> BTreeSet<&str> {
    let mut seen: BTreeSet<&str> = BTreeSet::from([tree.start.as_str()]);
    loop {
        let open = |node: &&Node| {
            let first = node.only_after.as_deref();
            !shut(node) && first.is_none_or(|first| seen.contains(first))
        };
        let here = tree.nodes.iter().filter(|node| seen.contains(node.id.as_str()));
        let mut next: Vec<&str> = here.flat_map(|node| leads_to(tree, node)).collect();
        if jumps == Jumps::Allowed {
            let others = tree.nodes.iter().filter(|node| node.end.is_none());
            next.extend(others.map(|node| node.id.as_str()));
        }
        let entered = next.into_iter().filter_map(|id| tree.find_node(id)).filter(open);
        let new: Vec<&str> = entered.map(|node| node.id.as_str()).collect();
        let before = seen.len();
        seen.extend(new);
        if seen.len() == before {
            return seen;
        }
    }
}

/// Where a node leads, by a choice or by what can be pressed at any time.
fn leads_to<'t>(tree: &'t Tree, node: &'t Node) -> Vec<&'t str> {
    let mut all: Vec<&str> = node.choices.iter().map(|choice| choice.goto.as_str()).collect();
    if tree.of_child().any(|each| each.id == node.id) {
        let always = &tree.always;
        let pressed = [&always.stop, &always.rest, &always.important];
        all.extend(pressed.map(|choice| choice.goto.as_str()));
    }
    all
}

pub(super) fn reached(tree: &Tree) -> Vec<Fault> {
    let seen = visited(tree, Jumps::Not, |_| false);
    let lost = tree.nodes.iter().filter(|node| !seen.contains(node.id.as_str()));
    lost.map(|node| Fault::new(Rule::Reached, &node.id, "no road leads here")).collect()
}

pub(super) fn ends(tree: &Tree) -> Vec<Fault> {
    let held = tree.nodes.iter().filter(|node| steps_to_end(tree, node).is_none());
    held.map(|node| Fault::new(Rule::Ends, &node.id, "no sure road leads to an end")).collect()
}

pub(super) fn stop(tree: &Tree) -> Vec<Fault> {
    let goto = &tree.always.stop.goto;
    let steps = tree.find_node(goto).and_then(|node| steps_to_end(tree, node));
    match steps {
        Some(steps) if steps < STOP_STEPS_MAX => Vec::new(),
        _ => vec![Fault::new(Rule::Stop, goto, "stopping takes too long, or does not end")],
    }
}

/// Fewest surely offered choices from a node to an end.
fn steps_to_end(tree: &Tree, from: &Node) -> Option<usize> {
    let mut seen = BTreeSet::from([from.id.as_str()]);
    let mut waiting = VecDeque::from([(from, 0)]);
    while let Some((node, steps)) = waiting.pop_front() {
        if node.end.is_some() {
            return Some(steps);
        }
        let sure = node.choices.iter().filter(|choice| is_sure(tree, node, choice));
        for to in sure.filter_map(|choice| tree.find_node(&choice.goto)) {
            if seen.insert(to.id.as_str()) {
                waiting.push_back((to, steps + 1));
            }
        }
    }
    None
}

/// Whether a choice is offered whatever has happened, alone or with its opposite of one label.
fn is_sure(tree: &Tree, node: &Node, choice: &Choice) -> bool {
    if choice.goto == BEFORE || !is_open_from(tree, node, choice) {
        return false;
    }
    let Some(guard) = choice.guard else { return true };
    let other = guard.opposite();
    let pair = |each: &&Choice| each.label == choice.label && each.guard == other;
    other.is_some()
        && node.choices.iter().find(pair).is_some_and(|each| is_open_from(tree, node, each))
}

/// Whether what must come before the choice's node has surely come when we stand at `node`.
fn is_open_from(tree: &Tree, node: &Node, choice: &Choice) -> bool {
    let to = tree.find_node(&choice.goto);
    let Some(first) = to.and_then(|to| to.only_after.as_deref()) else { return true };
    let mut been = Some(node.id.as_str());
    for _ in 0..=tree.nodes.len() {
        let Some(id) = been else { return false };
        if id == first {
            return true;
        }
        been = tree.find_node(id).and_then(|node| node.only_after.as_deref());
    }
    false
}

pub(super) fn parents_after_child(tree: &Tree) -> Vec<Fault> {
    let asks_of_child =
        |node: &Node| node.screen == Screen::Share && node.asks == Some(Asks::Agrees);
    let seen = visited(tree, Jumps::Allowed, asks_of_child);
    let offers = |node: &&Node| {
        node.choices.iter().any(|choice| choice.effect == Some(Effect::OfferToParents))
    };
    let early = tree.nodes.iter().filter(offers).filter(|node| seen.contains(node.id.as_str()));
    let says = "parents are offered something that the child was not asked about";
    early.map(|node| Fault::new(Rule::ParentsAfterChild, &node.id, says)).collect()
}

/// What a child blurts out is listened to at any time, so the nodes that only the card leads to
/// ask nothing of this.
pub(super) fn limits_first(tree: &Tree) -> Vec<Fault> {
    let seen = visited(tree, Jumps::Allowed, says_limits);
    let card = tree.find_node(&tree.always.important.goto);
    let listens = |node: &Node| {
        card.is_some_and(|card| card.choices.iter().any(|choice| choice.goto == node.id))
    };
    let asks = |node: &&Node| !node.ways.is_empty() && !listens(node);
    let early = tree.nodes.iter().filter(asks).filter(|node| seen.contains(node.id.as_str()));
    let says = "asks before the child has heard what must be passed on";
    early.map(|node| Fault::new(Rule::LimitsFirst, &node.id, says)).collect()
}

/// Walks each house from each of its nodes, counting, for as long as the guards let it.
pub(super) fn prompts(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    if tree.prompts_max > PROMPTS_MAX {
        faults.push(Fault::new(Rule::Prompts, "prompts_max", "more prompts than nine"));
    }
    let over = tree.nodes.iter().filter(|node| asks_too_often(tree, node));
    let says = "a visit that begins here can ask more than the most";
    faults.extend(over.map(|node| Fault::new(Rule::Prompts, &node.id, says)));
    faults
}

fn asks_too_often(tree: &Tree, from: &Node) -> bool {
    let Some(house) = from.house else { return false };
    let mut seen = BTreeSet::new();
    let mut waiting = vec![(from, prompt(from))];
    while let Some((node, asked)) = waiting.pop() {
        if asked > tree.prompts_max {
            return true;
        }
        let offered = node
            .choices
            .iter()
            .filter(|choice| choice.guard != Some(Guard::MayAskMore) || asked < tree.prompts_max);
        for to in offered.filter_map(|choice| in_house(tree, house, choice)) {
            let then = asked + prompt(to);
            if seen.insert((to.id.as_str(), then)) {
                waiting.push((to, then));
            }
        }
    }
    false
}

fn in_house<'t>(tree: &'t Tree, house: House, choice: &Choice) -> Option<&'t Node> {
    tree.find_node(&choice.goto).filter(|to| to.house == Some(house))
}

fn prompt(node: &Node) -> usize {
    usize::from(node.asks == Some(Asks::Invites))
}
