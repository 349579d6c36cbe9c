//! One person's number on a scale, on one day (A2, handbook 2.A.3). It stays with its giver; what
//! is shown of many is the lowest and the highest, and never a mean.

use crate::id::{EntryId, PersonId};
use crate::scale::ScaleValue;
use crate::time::Happened;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Numbers this far apart ask for a talk before a decision (handbook 2.D.2).
pub const GAP_TO_TALK_ABOUT: u8 = 4;

/// One person's answer. The day they gave it is the entry's `happened`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// The root of the scale.
    pub scale: EntryId,
    /// Whose number it is.
    pub rater: PersonId,
    /// What they said.
    pub answer: Answer,
    /// What makes it that, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The meeting or visit at which it was given: its root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion: Option<EntryId>,
}

/// What somebody said when asked for a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A number.
    Value(ScaleValue),
    /// They cannot say; which is an answer, and not the same as not having been asked.
    CannotSay,
    /// A young child's stones, never turned into a number.
    Stones(Stones),
}

impl Answer {
    /// The number, where there is one.
    pub const fn value(self) -> Option<ScaleValue> {
        match self {
            Self::Value(value) => Some(value),
            Self::CannotSay | Self::Stones(_) => None,
        }
    }
}

/// So many stones put down, of so many on the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Pile", into = "Pile")]
pub struct Stones {
    put_down: u8,
    of: u8,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pile {
    put_down: u8,
    of: u8,
}

/// Stones that cannot lie on a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{put_down} stones cannot be put down of {of}; there are 1 to 10 on the table")]
pub struct NoSuchStones {
    put_down: u8,
    of: u8,
}

impl Stones {
    /// So many put down, of 1 to 10 on the table.
    pub const fn new(put_down: u8, of: u8) -> Result<Self, NoSuchStones> {
        if of == 0 || of > 10 || put_down > of {
            return Err(NoSuchStones { put_down, of });
        }
        Ok(Self { put_down, of })
    }
    /// How many were put down.
    pub const fn put_down(self) -> u8 {
        self.put_down
    }
    /// How many lay there.
    pub const fn of(self) -> u8 {
        self.of
    }
}
impl TryFrom<Pile> for Stones {
    type Error = NoSuchStones;
    fn try_from(pile: Pile) -> Result<Self, NoSuchStones> {
        Self::new(pile.put_down, pile.of)
    }
}
impl From<Stones> for Pile {
    fn from(stones: Stones) -> Self {
        Self { put_down: stones.put_down, of: stones.of }
    }
}

/// An answer with what ranks it: when it was given, when it was written down, and its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// Whose.
    pub rater: PersonId,
    /// What they said.
    pub answer: Answer,
    /// When.
    pub happened: Happened,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// Its entry, which settles what is otherwise equal.
    pub entry: EntryId,
}

impl Given {
    fn rank(&self) -> (i64, Timestamp, EntryId) {
        (self.happened.rank(), self.recorded_at, self.entry)
    }
}

/// Everybody's newest answer, oldest first.
pub fn latest(given: &[Given]) -> Vec<Given> {
    nth_newest(given, 0)
}

/// Everybody's answer before their newest, oldest first; who gave one only is not in it.
pub fn before_latest(given: &[Given]) -> Vec<Given> {
    nth_newest(given, 1)
}

fn nth_newest(given: &[Given], n: usize) -> Vec<Given> {
    let mut by_rater: BTreeMap<PersonId, Vec<Given>> = BTreeMap::new();
    for answer in given {
        by_rater.entry(answer.rater).or_default().push(*answer);
    }
    let pick = |mut answers: Vec<Given>| {
        answers.sort_by_key(Given::rank);
        answers.iter().rev().nth(n).copied()
    };
    let mut picked: Vec<Given> = by_rater.into_values().filter_map(pick).collect();
    picked.sort_by_key(Given::rank);
    picked
}

/// The lowest and the highest of some numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// The lowest.
    pub lowest: ScaleValue,
    /// The highest.
    pub highest: ScaleValue,
}

impl Spread {
    /// How far apart.
    pub const fn gap(self) -> u8 {
        self.highest.get().saturating_sub(self.lowest.get())
    }
    /// So far apart that people should talk before they decide.
    pub const fn asks_for_a_talk(self) -> bool {
        self.gap() >= GAP_TO_TALK_ABOUT
    }
}

/// The lowest and highest number; nothing where nobody gave one. "Cannot say" and stones are no
/// numbers.
pub fn spread(answers: impl IntoIterator<Item = Answer>) -> Option<Spread> {
    let mut values: Vec<ScaleValue> = answers.into_iter().filter_map(Answer::value).collect();
    values.sort_unstable();
    Some(Spread { lowest: *values.first()?, highest: *values.last()? })
}

/// Of those who should be asked, who has given no answer at all. "Cannot say" is an answer.
pub fn not_asked(people: &[PersonId], given: &[Given]) -> Vec<PersonId> {
    let silent = |person: &PersonId| given.iter().all(|answer| answer.rater != *person);
    people.iter().copied().filter(silent).collect()
}

#[cfg(test)]
mod tests;
