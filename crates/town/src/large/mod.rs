//! Records of any size: invented families and the notes about them, as plain data.
//!
//! Searches, lists and imports must stay quick when a council has worked for fifty years. Family
//! number 700,000 is made from the seed and its number alone, so a record of a million people is
//! walked in constant memory, any part of it can be made again, and two machines make the same.
//!
//! Names follow England's communities ([`crate::names`]), notes a grammar in which words come up
//! about as often as they do in speech, so that an index meets common and rare words alike.
//! Deliberately absent: harm. These families are there to be many, not to be told; stories are
//! [`crate::family`]'s.

mod family;
pub mod fill;
mod note;
mod prose;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub use family::{InventedFamily, InventedHousehold, InventedPerson, Kin};
pub use note::InventedNote;

use crate::dice::Dice;

/// A large record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Large {
    /// The same seed makes the same record.
    pub seed: u64,
    /// At least so many people; the last family is made whole.
    pub persons: u64,
    /// Nobody is born and nothing is written after this day.
    pub today: Date,
}

impl Large {
    /// Every family, by number, until there are people enough.
    pub fn families(self) -> impl Iterator<Item = InventedFamily> {
        let mut made = 0_u64;
        let enough = move |family: &InventedFamily| {
            let goes_on = made < self.persons;
            made = made.saturating_add(u64::try_from(family.people.len()).unwrap_or(u64::MAX));
            goes_on
        };
        (0..).map(move |number| self.family(number)).take_while(enough)
    }

    /// Family number `number`, whether or not it is among the first `persons` people.
    pub fn family(self, number: u64) -> InventedFamily {
        family::family(&mut Dice::of(self.seed, number), number, self.today)
    }

    /// Note number `n` about a family; there are as many as anybody asks for. `workers` is how
    /// many people write notes: each family has one of them, and now and then another.
    pub fn note(self, family: &InventedFamily, n: u32, workers: u32) -> InventedNote {
        // Notes draw from a seed of their own, so that they are not the families' numbers again.
        const NOTES: u64 = 0x6e6f_7465;
        let mut dice = Dice::of(self.seed ^ NOTES, family.number << 20 | u64::from(n));
        note::note(&mut dice, family, workers, self.today)
    }
}
