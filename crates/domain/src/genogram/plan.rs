//! The chosen people as a graph without names of persons: who stands in which row, which two are
//! a couple, which children hang from whom, which home holds whom.

use super::choose::Chosen;
use super::{Bond, Family, INDEX_RIM, Parent, SYMBOL};
use std::collections::BTreeMap;

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// A person, by their place in `Family::people`.
    Person(usize),
    /// A parent nobody has named.
    Unknown,
    /// Nobody: room for a home that reaches past this row.
    Corridor,
}

/// One place of a row.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub who: Who,
    pub row: usize,
    /// Half the width of shape and name.
    pub half: f64,
    /// Half the width of the shape alone.
    pub rim: f64,
    /// Homes this node stands in, by their place in `Family::homes`.
    pub homes: Vec<usize>,
    /// The name as it is drawn.
    pub name: String,
    /// The name in full.
    pub full_name: String,
}

/// Two nodes of one row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Couple {
    pub a: usize,
    pub b: usize,
    pub bond: Bond,
}

/// Children with the same parents, from the eldest; at most two parents.
#[derive(Clone, Debug)]
pub(super) struct Brood {
    pub parents: Vec<usize>,
    pub children: Vec<usize>,
    /// Children born together, two or more in each.
    pub twins: Vec<Vec<usize>>,
}

/// The whole graph.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub nodes: Vec<Node>,
    pub couples: Vec<Couple>,
    pub broods: Vec<Brood>,
    pub rows: usize,
    /// Homes that are drawn.
    pub homes: Vec<usize>,
    /// Those of them where the child the file is about lives.
    pub index_homes: Vec<usize>,
}

const CORRIDOR_HALF: f64 = 10.0;

impl Plan {
    pub(super) fn new<K: Copy + Ord>(family: &Family<K>, chosen: &[Chosen]) -> Self {
        let rows = chosen.iter().map(|kin| kin.row + 1).max().unwrap_or(0);
        let (homes, index_homes) = (Vec::new(), Vec::new());
        let (nodes, couples, broods) = (Vec::new(), Vec::new(), Vec::new());
        let mut plan = Self { nodes, couples, broods, rows, homes, index_homes };
        // In the family's own order, so that the eldest stand on the left to begin with.
        let mut drawn: Vec<&Chosen> = chosen.iter().collect();
        drawn.sort_by_key(|kin| kin.who);
        let mut places: BTreeMap<K, usize> = BTreeMap::new();
        for kin in &drawn {
            if let Some(person) = family.people.get(kin.who) {
                places.insert(person.id, plan.nodes.len());
                let rim = SYMBOL / 2.0 + if kin.index { INDEX_RIM } else { 0.0 };
                let name = person.name.clone();
                plan.add(Who::Person(kin.who), kin.row, rim, name);
            }
        }
        plan.house(family, chosen, &places);
        for union in &family.unions {
            if let (Some(&a), Some(&b)) = (places.get(&union.a), places.get(&union.b)) {
                plan.couple(a, b, union.bond);
            }
        }
        // Question marks only for the child's own generation: no room for those above.
        let index_row = chosen.first().map_or(0, |kin| kin.row);
        plan.hang(family, &places, index_row);
        plan.open_corridors();
        plan
    }

    fn add(&mut self, who: Who, row: usize, rim: f64, name: String) -> usize {
        let (homes, full_name) = (Vec::new(), name.clone());
        self.nodes.push(Node { who, row, half: rim, rim, homes, name, full_name });
        self.nodes.len() - 1
    }

    fn couple(&mut self, a: usize, b: usize, bond: Bond) {
        let same = |c: &Couple| (c.a, c.b) == (a, b) || (c.b, c.a) == (a, b);
        if a != b && !self.couples.iter().any(same) {
            self.couples.push(Couple { a, b, bond });
        }
    }

    /// Notes who stands in which home. A home is drawn where two of its people are, or the child.
    fn house<K: Copy + Ord>(
        &mut self,
        family: &Family<K>,
        chosen: &[Chosen],
        places: &BTreeMap<K, usize>,
    ) {
        let index = chosen.iter().filter(|kin| kin.index);
        let index: Vec<K> =
            index.filter_map(|kin| family.people.get(kin.who)).map(|kin| kin.id).collect();
        for (at, home) in family.homes.iter().enumerate() {
            let members: Vec<usize> =
                home.members.iter().filter_map(|id| places.get(id).copied()).collect();
            let of_index = home.members.iter().any(|id| index.contains(id));
            if members.len() < 2 && !of_index {
                continue;
            }
            self.homes.push(at);
            if of_index {
                self.index_homes.push(at);
            }
            for (node, it) in self.nodes.iter_mut().enumerate() {
                if members.contains(&node) {
                    it.homes.push(at);
                }
            }
        }
    }

    /// Hangs every child from its parents, with a question mark for a parent nobody has named.
    fn hang<K: Copy + Ord>(
        &mut self,
        family: &Family<K>,
        places: &BTreeMap<K, usize>,
        index_row: usize,
    ) {
        // Children are told apart by their parents: those known, drawn or not, and those unnamed.
        let mut broods: BTreeMap<(Vec<K>, usize), Vec<usize>> = BTreeMap::new();
        let mut order = Vec::new();
        for kin in &family.people {
            let Some(&child) = places.get(&kin.id) else { continue };
            let mut known = Vec::new();
            for parent in kin.parents.iter().take(2) {
                if let Parent::Known(id) = parent {
                    known.push(*id);
                }
            }
            known.sort_unstable();
            let unnamed = kin.parents.iter().take(2).filter(|p| **p == Parent::Unknown).count();
            if known.is_empty() && unnamed == 0 {
                continue;
            }
            let key = (known, unnamed);
            if !broods.contains_key(&key) {
                order.push(key.clone());
            }
            broods.entry(key).or_default().push(child);
        }
        for key in order {
            let children = broods.remove(&key).unwrap_or_default();
            let Some(row) =
                children.first().and_then(|child| self.nodes.get(*child)).map(|n| n.row)
            else {
                continue;
            };
            let mut parents: Vec<usize> =
                key.0.iter().filter_map(|id| places.get(id).copied()).collect();
            if row > 0 && row == index_row {
                for _ in 0..key.1 {
                    parents.push(self.add(Who::Unknown, row - 1, SYMBOL / 2.0, String::new()));
                }
            }
            if let [a, b] = parents[..] {
                self.couple(a, b, Bond::NotSaid);
            }
            if parents.is_empty() && children.len() < 2 {
                continue;
            }
            let twins = self.twins(family, &children);
            self.broods.push(Brood { parents, children, twins });
        }
    }

    fn twins<K>(&self, family: &Family<K>, children: &[usize]) -> Vec<Vec<usize>> {
        let mut births: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
        for &child in children {
            let Some(Who::Person(who)) = self.nodes.get(child).map(|node| node.who) else {
                continue;
            };
            if let Some(birth) = family.people.get(who).and_then(|kin| kin.born_with) {
                births.entry(birth).or_default().push(child);
            }
        }
        births.into_values().filter(|born| born.len() > 1).collect()
    }

    /// Keeps room in the rows a home passes through on its way from one member to another.
    fn open_corridors(&mut self) {
        for home in self.homes.clone() {
            let rows: Vec<usize> = self.members(home).map(|(_, node)| node.row).collect();
            let (first, last) = (rows.iter().min().copied(), rows.iter().max().copied());
            let Some((first, last)) = first.zip(last) else { continue };
            for row in (first + 1..last).filter(|row| !rows.contains(row)) {
                let node = self.add(Who::Corridor, row, CORRIDOR_HALF, String::new());
                if let Some(it) = self.nodes.get_mut(node) {
                    it.homes.push(home);
                }
            }
        }
    }

    /// The nodes that stand in a home, corridors among them.
    pub(super) fn members(&self, home: usize) -> impl Iterator<Item = (usize, &Node)> {
        self.nodes.iter().enumerate().filter(move |(_, node)| node.homes.contains(&home))
    }

    pub(super) fn in_row(&self, row: usize) -> impl Iterator<Item = (usize, &Node)> {
        self.nodes.iter().enumerate().filter(move |(_, node)| node.row == row)
    }

    pub(super) fn row(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(0, |it| it.row)
    }
}
