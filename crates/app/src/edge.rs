//! What is drawn once per request, at the edge: who asks, when it is, and a seed of chance.

use crate::chance::Seed;
use domain::id::{AccountId, PersonId};
use domain::voice::Recorder;
use jiff::Timestamp;

/// Who asks, when, with what chance.
#[derive(Debug, Clone, Copy)]
pub struct Edge {
    /// Now.
    pub now: Timestamp,
    /// Chance.
    pub seed: Seed,
    /// Who asks.
    pub actor: Actor,
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Whoever holds the machine: a command, or a job of the program.
    Console,
    /// Somebody signed in.
    Account(AccountId),
    /// A relative or partner, by a link sent to them.
    Guest(PersonId),
}

impl Actor {
    /// As an entry says who wrote it down.
    pub const fn recorder(self) -> Recorder {
        match self {
            Self::Console => Recorder::Program { acting_for: None },
            Self::Account(account) => Recorder::Account(account),
            Self::Guest(person) => Recorder::GuestLink { person },
        }
    }
}
