//! What is wrong with a decision tree: each rule of practice it must keep, looked for.
//!
//! The rules are those of the method and of safeguarding: a child can always stop, rest and be
//! listened to; the limits of privacy are said before anything is asked; parents are offered
//! nothing past the child; what was not started leaves only its reason. What stands in words at
//! a node is looked at elsewhere, with [`super::lines`]. Deliberately absent: mending anything.

use std::collections::BTreeSet;

use super::tree::{Asks, BEFORE, Choice, Effect, End, Guard, House, Node, Screen, SpeaksTo, Tree};

mod roads;
#[cfg(test)]
mod tests;

/// Most prompts in one visit to one house.
pub const PROMPTS_MAX: usize = 9;
/// Most steps from pressing stop to an end.
pub const STOP_STEPS_MAX: usize = 3;

/// A rule that every tree keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Ids are given once, and every id that is named is there.
    Names,
    /// A node's parts fit together: an end has no choices, only a child's node asks, labels
    /// differ, a value is one of its effect's.
    Shape,
    /// Each node can be reached from the start.
    Reached,
    /// Each node can reach an end by what is surely offered.
    Ends,
    /// Stop leads to an end in three steps.
    Stop,
    /// A break can be come back from, and ended.
    Break,
    /// The card for something important is the worker's, and can be closed again.
    Important,
    /// The worker can go back.
    Back,
    /// Nothing is offered to parents before the child was asked about each page.
    ParentsAfterChild,
    /// Nothing is asked for before the limits of privacy were said.
    LimitsFirst,
    /// What is not started writes only its reason.
    NotStarted,
    /// A child's no ends each step of the preparation as just that, and nothing else ends so.
    ChildsNo,
    /// Nine prompts are the most in one visit to one house.
    Prompts,
    /// Every node among the worries leads to good things.
    LeavesWorries,
    /// A scale is for older children only.
    Scale,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The rule it breaks.
    pub rule: Rule,
    /// The node it is at.
    pub node: String,
    /// What is wrong there.
    pub says: String,
}

impl Fault {
    fn new(rule: Rule, node: &str, says: impl Into<String>) -> Fault {
        Fault { rule, node: node.to_owned(), says: says.into() }
    }
}

/// All that is wrong with a tree; nothing, where it may lead a session.
pub fn faults(tree: &Tree) -> Vec<Fault> {
    let rules = [
        names,
        shape,
        labels,
        roads::reached,
        roads::ends,
        roads::stop,
        rest,
        important,
        back,
        roads::parents_after_child,
        roads::limits_first,
        not_started,
        childs_no,
        roads::prompts,
        leaves_worries,
        scale,
    ];
    rules.iter().flat_map(|rule| rule(tree)).collect()
}

fn names(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for node in &tree.nodes {
        if !seen.insert(node.id.as_str()) {
            faults.push(Fault::new(Rule::Names, &node.id, "the id is given twice"));
        }
    }
    let always = &tree.always;
    let pressed = [&always.stop, &always.rest, &always.important, &always.back];
    let chosen = tree.nodes.iter().flat_map(|node| node.choices.iter().map(move |c| (node, c)));
    let mut named: Vec<(&str, &str)> = vec![("start", tree.start.as_str())];
    named.extend(pressed.into_iter().map(|choice| ("always", choice.goto.as_str())));
    named.extend(chosen.map(|(node, choice)| (node.id.as_str(), choice.goto.as_str())));
    let after = tree.nodes.iter().filter_map(|node| Some((node, node.only_after.as_deref()?)));
    named.extend(after.map(|(node, first)| (node.id.as_str(), first)));
    let unknown = named.into_iter().filter(|(_, id)| *id != BEFORE && !seen.contains(id));
    faults.extend(unknown.map(|(at, id)| Fault::new(Rule::Names, at, format!("no node {id}"))));
    faults
}

fn shape(tree: &Tree) -> Vec<Fault> {
    let says = |node: &Node| {
        let child = node.speaks_to == SpeaksTo::Child;
        let understood = |choice: &Choice| choice.effect == Some(Effect::Understood);
        [
            (
                node.end.is_some() != node.choices.is_empty(),
                "an end, and only an end, has no choice",
            ),
            (child != node.asks.is_some(), "a child's node, and no other, says what it asks"),
            (!child && !node.ways.is_empty(), "only a child puts something in"),
            (node.end.is_none() && node.guide.is_none(), "the worker has no guidance"),
            (node.house.is_some() && !child, "a house is the child's"),
            (node.stone.is_none() && node.choices.iter().any(understood), "which stone?"),
            (!node.choices.iter().all(right_value), "a value that its effect does not have"),
        ]
    };
    let wrong = |node: &Node| {
        let id = node.id.clone();
        let broken = says(node).into_iter().filter(|(broken, _)| *broken);
        broken.map(|(_, says)| Fault::new(Rule::Shape, &id, says)).collect::<Vec<_>>()
    };
    tree.nodes.iter().flat_map(wrong).collect()
}

fn right_value(choice: &Choice) -> bool {
    let may = choice.effect.map_or(&[] as &[&str], Effect::values);
    choice.value.as_deref().map_or(may.is_empty(), |value| may.contains(&value))
}

/// Two choices of one label only where one guard holds exactly when the other does not.
fn labels(tree: &Tree) -> Vec<Fault> {
    let clash = |one: &Choice, other: &Choice| {
        let opposites = one.guard.and_then(Guard::opposite).is_some_and(|o| Some(o) == other.guard);
        one.label == other.label && !opposites
    };
    let mut faults = Vec::new();
    for node in &tree.nodes {
        for (nth, one) in node.choices.iter().enumerate() {
            if node.choices.iter().skip(nth + 1).any(|other| clash(one, other)) {
                let says = format!("{} is offered twice", one.label);
                faults.push(Fault::new(Rule::Shape, &node.id, says));
            }
        }
    }
    faults
}

fn rest(tree: &Tree) -> Vec<Fault> {
    let goto = &tree.always.rest.goto;
    let gives = |to: &str| {
        let node = tree.find_node(goto);
        node.is_some_and(|node| node.choices.iter().any(|choice| choice.goto == to))
    };
    let mut faults = Vec::new();
    if !gives(BEFORE) {
        faults.push(Fault::new(Rule::Break, goto, "nobody can come back from the break"));
    }
    if !gives(&tree.always.stop.goto) {
        faults.push(Fault::new(Rule::Break, goto, "nobody can stop from the break"));
    }
    faults
}

fn important(tree: &Tree) -> Vec<Fault> {
    let goto = &tree.always.important.goto;
    let node = tree.find_node(goto);
    let is_card = |node: &Node| node.screen == Screen::Important;
    let closes = |node: &Node| node.choices.iter().any(|choice| choice.goto == BEFORE);
    let well = node
        .is_some_and(|node| node.speaks_to == SpeaksTo::Worker && is_card(node) && closes(node));
    let says = "the worker has no card that can be closed again";
    if well { Vec::new() } else { vec![Fault::new(Rule::Important, goto, says)] }
}

fn back(tree: &Tree) -> Vec<Fault> {
    let goto = &tree.always.back.goto;
    let says = "back does not lead to where we were";
    if goto == BEFORE { Vec::new() } else { vec![Fault::new(Rule::Back, goto, says)] }
}

/// Leads into it write nothing, it writes the reason and ends, and no session has begun.
fn not_started(tree: &Tree) -> Vec<Fault> {
    let is_it = |id: &str| tree.find_node(id).is_some_and(|to| to.screen == Screen::NotStarted);
    let mut faults = Vec::new();
    for node in &tree.nodes {
        let of_it = node.screen == Screen::NotStarted;
        for choice in &node.choices {
            let writes = choice.effect.is_some_and(|effect| effect != Effect::Reason || !of_it);
            let leaves = of_it && !is_it(&choice.goto);
            if (of_it || is_it(&choice.goto)) && (writes || leaves) {
                let says = format!("{} writes more than the reason, or goes on", choice.label);
                faults.push(Fault::new(Rule::NotStarted, &node.id, says));
            }
        }
    }
    let begun = tree.nodes.iter().filter(|node| node.speaks_to == SpeaksTo::Child);
    let out = begun.filter(|node| node.choices.iter().any(|choice| is_it(&choice.goto)));
    let says = "a session that has begun cannot end as not started";
    faults.extend(out.map(|node| Fault::new(Rule::NotStarted, &node.id, says)));
    faults
}

/// One place keeps a child's no and does nothing else, and each of the worker's pages before the
/// first of the child's leads there, whatever was answered before.
fn childs_no(tree: &Tree) -> Vec<Fault> {
    let keeps = |choice: &Choice| {
        tree.find_node(&choice.goto).is_some_and(|to| to.end == Some(End::SaidNo))
    };
    let mut places = tree.nodes.iter().filter(|node| node.choices.iter().any(keeps));
    let (Some(place), None) = (places.next(), places.next()) else {
        return vec![Fault::new(Rule::ChildsNo, "said_no", "not one place keeps a child's no")];
    };
    let leads = |choice: &Choice| choice.guard.is_none() && choice.goto == place.id;
    let steps = tree.nodes.iter().filter(|node| prepares(node.screen));
    let held = steps.filter(|node| !node.choices.iter().any(leads));
    let says = "a child's no does not end it";
    let mut faults: Vec<_> = held.map(|node| Fault::new(Rule::ChildsNo, &node.id, says)).collect();
    if !place.choices.iter().all(keeps) {
        faults.push(Fault::new(Rule::ChildsNo, &place.id, "goes on although the child said no"));
    }
    faults
}

/// Whether it is shown before the first of the child's pages.
fn prepares(screen: Screen) -> bool {
    use Screen::{Agreement, LevelVariant, Near, Needs, Prepare};
    matches!(screen, Prepare | Agreement | Near | Needs | LevelVariant)
}

fn leaves_worries(tree: &Tree) -> Vec<Fault> {
    let good = |choice: &Choice| {
        let to = tree.find_node(&choice.goto);
        choice.guard.is_none() && to.is_some_and(|to| to.house == Some(House::Good))
    };
    let worries = tree.nodes.iter().filter(|node| node.house == Some(House::Worries));
    let held = worries.filter(|node| !node.choices.iter().any(good));
    let says = "does not lead to good things";
    held.map(|node| Fault::new(Rule::LeavesWorries, &node.id, says)).collect()
}

fn scale(tree: &Tree) -> Vec<Fault> {
    let is_scale = |id: &str| tree.find_node(id).is_some_and(|to| to.house == Some(House::Scale));
    let into = |choice: &Choice| is_scale(&choice.goto) && choice.guard != Some(Guard::Older);
    let outside = tree.nodes.iter().filter(|node| node.house != Some(House::Scale));
    let open = outside.filter(|node| node.choices.iter().any(into));
    let says = "a scale is offered to any age";
    open.map(|node| Fault::new(Rule::Scale, &node.id, says)).collect()
}

/// Whether the node says the limits of privacy for the first time.
fn says_limits(node: &Node) -> bool {
    node.asks == Some(Asks::Limit) && node.only_after.is_none()
}
