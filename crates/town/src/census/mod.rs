//! Children in Need census files of any size: sound ones, a later version of the same file, and
//! files damaged in one known way. Beside each stands the truth, so that an import can be held
//! against it.
//!
//! The files keep to the census guide's shape and, when sound, to its rules: events lie in the
//! collection year, dates come in order, conferences fall on working days, codes are of their
//! year. The children are nobody. Each is made from the seed and their number alone, so a file of
//! a million children needs no more memory than a file of one.
//!
//! Deliberately absent: names (the census has none) and any reading of census files, which is the
//! business of `exchange`; if both shared a table, a mistake in it would be found by neither.

mod change;
mod child;
pub mod codes;
mod damage;
mod days;
mod episode;
mod truth;
mod write;
mod year;

#[cfg(test)]
mod tests;

use std::io;

pub use change::{Changed, Changes, changed};
pub use damage::{Damage, Damaged, damaged};
pub use truth::Truth;
pub use year::{CollectionYear, Lea};

/// Which file to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Census {
    /// How many children.
    pub children: u32,
    /// The same seed makes the same file.
    pub seed: u64,
    /// Which collection.
    pub year: CollectionYear,
    /// Whose return it is.
    pub lea: Lea,
}

impl Census {
    /// Writes the file and returns what is in it.
    pub fn write(&self, out: &mut impl io::Write) -> io::Result<Truth> {
        write::opening(out, self)?;
        let mut truth = Truth::default();
        for number in 0..u64::from(self.children) {
            let child = child::child(self, number);
            write::child(out, &child, self.year)?;
            truth.add(&child);
        }
        write::closing(out)?;
        Ok(truth)
    }
}

/// Writes a sound census file of `children` children and returns what is in it.
pub fn census(
    out: &mut impl io::Write,
    children: u32,
    seed: u64,
    year: CollectionYear,
    lea: Lea,
) -> io::Result<Truth> {
    Census { children, seed, year, lea }.write(out)
}
