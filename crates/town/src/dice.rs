//! Chance for the generators: one stream of numbers per thing made, so that the millionth family
//! can be made without the ones before it, and is the same in every run.
//!
//! The mapping from numbers to choices is written here rather than taken from a library, so that
//! an upgrade does not change what a seed makes.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of chance that belongs to one thing.
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    /// The stream of thing number `item` under `seed`.
    pub(crate) fn of(seed: u64, item: u64) -> Self {
        let mut stream = ChaCha8Rng::seed_from_u64(seed);
        stream.set_stream(item);
        Self(stream)
    }

    /// 0 up to, not including, `end`; 0 where `end` is 0.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        let wide = u128::from(self.0.next_u64()) * u128::from(end);
        u64::try_from(wide >> 64).unwrap_or_default()
    }

    /// `first` to `last`, both possible.
    pub(crate) fn between(&mut self, first: i64, last: i64) -> i64 {
        let span = u64::try_from(last - first).unwrap_or_default().saturating_add(1);
        first.saturating_add_unsigned(self.below(span))
    }

    /// True once in `n` times.
    pub(crate) fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    /// One of the items, all as likely as each other.
    pub(crate) fn pick<T: Copy + Default>(&mut self, items: &[T]) -> T {
        let end = u64::try_from(items.len()).unwrap_or_default();
        let at = usize::try_from(self.below(end)).unwrap_or_default();
        items.get(at).copied().unwrap_or_default()
    }

    /// One of the items, each as likely as its weight says.
    pub(crate) fn weighted<T: Copy + Default>(&mut self, items: &[(T, u32)]) -> T {
        let place = self.place(items.iter().map(|(_, weight)| *weight));
        items.get(place).map(|(item, _)| *item).unwrap_or_default()
    }

    /// A place in a list, each as likely as its weight says.
    pub(crate) fn place(&mut self, weights: impl Iterator<Item = u32> + Clone) -> usize {
        let mut at = self.below(weights.clone().map(u64::from).sum());
        weights
            .take_while(|weight| match at.checked_sub(u64::from(*weight)) {
                Some(rest) => {
                    at = rest;
                    true
                }
                None => false,
            })
            .count()
    }

    /// One of the items, the first far more often than the last, as words are in any language.
    /// The reach is drawn first: the first 4, 8, 16 and so on, then any within it.
    pub(crate) fn early<T: Copy + Default>(&mut self, items: &[T]) -> T {
        let end = u64::try_from(items.len()).unwrap_or_default();
        let bits = u64::BITS - end.saturating_sub(1).leading_zeros();
        let reach = 4_u64 << self.below(u64::from(bits.max(2)) - 1);
        let at = usize::try_from(self.below(reach.min(end))).unwrap_or_default();
        items.get(at).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Dice;

    #[test]
    fn a_seed_makes_the_same_for_ever() {
        let mut dice = Dice::of(7, 3);
        let made: Vec<u64> = (0..6).map(|_| dice.below(100)).collect();
        assert_eq!(made, FOR_EVER);
    }

    /// If this changes, every file and record that a seed makes changes with it.
    const FOR_EVER: [u64; 6] = [18, 9, 97, 33, 35, 38];

    #[test]
    fn the_first_of_a_list_comes_up_more_often_than_the_last() {
        let words: Vec<usize> = (0..100).collect();
        let mut dice = Dice::of(1, 1);
        let mut seen = [0_u32; 100];
        for _ in 0..20_000 {
            seen[dice.early(&words)] += 1;
        }
        assert!(seen[0] > 20 * seen[99], "{seen:?}");
        assert!(seen.iter().all(|times| *times > 0), "{seen:?}");
    }

    proptest! {
        #[test]
        fn chance_stays_within_its_bounds(
            seed: u64, item: u64, first in -500_i64..500, more in 0_i64..500,
        ) {
            let mut dice = Dice::of(seed, item);
            let drawn = dice.between(first, first + more);
            prop_assert!((first..=first + more).contains(&drawn));
            prop_assert_eq!(dice.weighted(&[(1, 0), (2, 1), (3, 0)]), 2);
            prop_assert_eq!(dice.pick::<u8>(&[]), 0);
        }
    }
}
