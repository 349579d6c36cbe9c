//! Things that are said again: of one name the newest counts, and nothing is looked for in a list.

use std::collections::HashMap;
use std::hash::Hash;

/// Things by name, in the order of their places.
pub(super) struct Newest<K, T> {
    places: Vec<Option<T>>,
    by_name: HashMap<K, usize>,
}

impl<K, T> Default for Newest<K, T> {
    fn default() -> Self {
        Self { places: vec![], by_name: HashMap::new() }
    }
}

impl<K: Hash + Eq, T> Newest<K, T> {
    /// How many places were ever taken.
    pub(super) const fn taken(&self) -> usize {
        self.places.len()
    }

    /// Takes the place of what had this name, or the next.
    pub(super) fn amend(&mut self, name: K, thing: T) {
        match self.by_name.get(&name).and_then(|at| self.places.get_mut(*at)) {
            Some(place) => *place = Some(thing),
            None => self.add(name, thing),
        }
    }

    /// Takes the next place; what had this name before is gone.
    pub(super) fn add(&mut self, name: K, thing: T) {
        let next = self.places.len();
        self.places.push(Some(thing));
        if let Some(before) = self.by_name.insert(name, next) {
            self.empty(before);
        }
    }

    /// Takes back what has this name.
    pub(super) fn drop(&mut self, name: &K) {
        if let Some(at) = self.by_name.remove(name) {
            self.empty(at);
        }
    }

    fn empty(&mut self, at: usize) {
        if let Some(place) = self.places.get_mut(at) {
            *place = None;
        }
    }

    /// What stands, in order.
    pub(super) fn stand(self) -> impl Iterator<Item = T> {
        self.places.into_iter().flatten()
    }
}
