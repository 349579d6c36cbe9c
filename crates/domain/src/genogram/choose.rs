//! Who is drawn, and in which row: the nearest of kin, as long as their rows agree.

use super::{Family, Parent};
use std::collections::BTreeMap;

/// A person who is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chosen {
    /// Place in `Family::people`.
    pub who: usize,
    /// 0 is the topmost row.
    pub row: usize,
    /// The file is about this child.
    pub index: bool,
}

/// How far a step takes one from the child: down, up, across to a partner. Kin by two steps up
/// come before partners of parents, these before aunts.
const DOWN: u32 = 9;
const UP: u32 = 10;
const PARTNER: u32 = 12;
const SIBLING: u32 = 19;
/// Whoever lives with the child is at least this near.
const SAME_HOME: u32 = 15;

/// Rows drawn.
const ROWS: i32 = 3;

struct Ties {
    parents: Vec<Vec<usize>>,
    partners: Vec<Vec<usize>>,
    housemates: Vec<usize>,
    index: Vec<bool>,
}

#[derive(Clone, Copy)]
struct Reached {
    distance: u32,
    generation: i32,
}

/// The nearest people, nearest first; the child the file is about is the first.
pub(super) fn nearest<K: Copy + Ord>(family: &Family<K>, most: usize) -> Vec<Chosen> {
    let ties = Ties::new(family);
    let reached = ties.reach();
    let mut by_distance: Vec<(usize, Reached)> =
        reached.iter().enumerate().filter_map(|(who, r)| Some((who, (*r)?))).collect();
    by_distance.sort_by_key(|(who, reached)| (reached.distance, *who));
    let has_children = by_distance.iter().any(|(who, r)| r.generation == 1 && !ties.is_index(*who));
    let top = if has_children { -1 } else { 1 - ROWS };
    let mut drawn: Vec<(usize, i32)> = Vec::new();
    for (who, Reached { generation, .. }) in by_distance {
        let in_rows = (top..top + ROWS).contains(&generation);
        if in_rows && drawn.len() < most && ties.agree(who, generation, &drawn) {
            drawn.push((who, generation));
        }
    }
    let highest = drawn.iter().map(|(_, generation)| *generation).min().unwrap_or(0);
    // A child whose parents nobody has named hangs from question marks, which need a row.
    let unnamed = |kin: &super::Kin<K>| kin.index && kin.parents.contains(&Parent::Unknown);
    let first = highest.min(if family.people.iter().any(unnamed) { -1 } else { 0 });
    let row = |generation: i32| usize::try_from(generation - first).unwrap_or(0);
    drawn
        .into_iter()
        .map(|(who, generation)| Chosen { who, row: row(generation), index: ties.is_index(who) })
        .collect()
}

impl Ties {
    fn new<K: Copy + Ord>(family: &Family<K>) -> Self {
        let places: BTreeMap<K, usize> =
            family.people.iter().enumerate().map(|(who, kin)| (kin.id, who)).collect();
        let known = |parent: &Parent<K>| match parent {
            Parent::Known(id) => places.get(id).copied(),
            Parent::Unknown => None,
        };
        let parents =
            family.people.iter().map(|kin| kin.parents.iter().filter_map(known).collect());
        let mut partners: Vec<Vec<usize>> = vec![Vec::new(); family.people.len()];
        for union in &family.unions {
            if let (Some(&a), Some(&b)) = (places.get(&union.a), places.get(&union.b)) {
                for (one, other) in [(a, b), (b, a)] {
                    if let Some(list) = partners.get_mut(one) {
                        list.push(other);
                    }
                }
            }
        }
        let mut index: Vec<bool> = family.people.iter().map(|kin| kin.index).collect();
        if !index.contains(&true)
            && let Some(first) = index.first_mut()
        {
            *first = true;
        }
        let children: Vec<K> =
            family.people.iter().filter(|kin| kin.index).map(|kin| kin.id).collect();
        let shared = |members: &[K]| children.iter().any(|child| members.contains(child));
        let homes = family.homes.iter().filter(|home| shared(&home.members));
        let housemates =
            homes.flat_map(|home| home.members.iter()).filter_map(|id| places.get(id)).copied();
        Self { parents: parents.collect(), partners, housemates: housemates.collect(), index }
    }

    fn is_index(&self, who: usize) -> bool {
        self.index.get(who).copied().unwrap_or(false)
    }

    fn parents(&self, who: usize) -> &[usize] {
        self.parents.get(who).map_or(&[], Vec::as_slice)
    }

    /// Everybody one step from a person: who, how far, how many generations down.
    fn steps(&self, who: usize) -> Vec<(usize, u32, i32)> {
        let mut steps: Vec<_> = self.parents(who).iter().map(|&up| (up, UP, -1)).collect();
        let partners = self.partners.get(who).into_iter().flatten();
        steps.extend(partners.map(|&partner| (partner, PARTNER, 0)));
        for (other, parents) in self.parents.iter().enumerate() {
            if parents.contains(&who) {
                steps.push((other, DOWN, 1));
                let with = parents.iter().filter(|&&parent| parent != who);
                steps.extend(with.map(|&parent| (parent, PARTNER, 0)));
            }
            if other != who && parents.iter().any(|parent| self.parents(who).contains(parent)) {
                steps.push((other, SIBLING, 0));
            }
        }
        steps
    }

    /// The shortest way from the first child the file is about to everybody, none for strangers.
    fn reach(&self) -> Vec<Option<Reached>> {
        let mut reached: Vec<Option<Reached>> = vec![None; self.index.len()];
        let mut open: Vec<(usize, Reached)> = Vec::new();
        if let Some(first) = self.index.iter().position(|index| *index) {
            open.push((first, Reached { distance: 0, generation: 0 }));
        }
        while let Some(next) = (0..open.len()).min_by_key(|&i| {
            open.get(i).map_or((u32::MAX, 0), |(who, reached)| (reached.distance, *who))
        }) {
            let (who, here) = open.swap_remove(next);
            let Some(slot) = reached.get_mut(who).filter(|slot| slot.is_none()) else {
                continue;
            };
            *slot = Some(here);
            for (other, far, down) in self.steps(who) {
                let distance = if self.is_index(other) { 0 } else { here.distance + far };
                open.push((other, Reached { distance, generation: here.generation + down }));
            }
        }
        for &who in &self.housemates {
            if let Some(slot) = reached.get_mut(who) {
                // Somebody at home who is no kin stands beside the parents: a carer, mostly.
                let r = slot.unwrap_or(Reached { distance: SAME_HOME, generation: -1 });
                *slot = Some(Reached { distance: r.distance.min(SAME_HOME), ..r });
            }
        }
        reached
    }

    /// Whether a person in this generation agrees with everybody drawn: parents one row up,
    /// partners and siblings beside.
    fn agree(&self, who: usize, generation: i32, drawn: &[(usize, i32)]) -> bool {
        let steps = self.steps(who);
        drawn.iter().all(|(other, theirs)| {
            let mut to_other = steps.iter().filter(|(to, ..)| to == other);
            to_other.all(|(_, _, down)| *theirs == generation + down)
        })
    }
}
