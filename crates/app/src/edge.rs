//! What is drawn once per request, at the edge: who asks, when it is, and a seed of chance.

use crate::chance::Seed;
use crate::error::{Error, Result};
use domain::access::{Task, Viewer, may};
use domain::id::PersonId;
use domain::voice::Recorder;
use jiff::Timestamp;
use std::sync::Arc;

/// Who asks, when, with what chance.
#[derive(Debug, Clone)]
pub struct Edge {
    /// Now.
    pub now: Timestamp,
    /// Chance.
    pub seed: Seed,
    /// Who asks.
    pub actor: Actor,
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Whoever holds the machine: a command, or a job of the program.
    Console,
    /// Somebody signed in, with all that decides what they may do.
    Account(Arc<Viewer>),
    /// A relative or partner, by a link sent to them.
    Guest(PersonId),
    /// Nobody is signed in.
    Nobody,
}

impl Actor {
    /// As an entry says who wrote it down.
    pub fn recorder(&self) -> Recorder {
        match self {
            Self::Account(viewer) => Recorder::Account(viewer.account),
            Self::Guest(person) => Recorder::GuestLink { person: *person },
            Self::Console | Self::Nobody => Recorder::Program { acting_for: None },
        }
    }
}

impl Edge {
    /// Who is signed in.
    pub fn viewer(&self) -> Result<Arc<Viewer>> {
        match &self.actor {
            Actor::Account(viewer) => Ok(Arc::clone(viewer)),
            _ => Err(Error::NobodyAsks),
        }
    }

    /// Whether whoever asks may do this, which is about no single file. The console may.
    pub fn may(&self, task: Task) -> Result<()> {
        match &self.actor {
            Actor::Console => Ok(()),
            Actor::Account(viewer) if may(viewer, task) => Ok(()),
            Actor::Account(_) | Actor::Guest(_) => Err(Error::NotYours),
            Actor::Nobody => Err(Error::NobodyAsks),
        }
    }

    /// The same asker at the same moment, with other chance: for the next closure of long work.
    pub fn with(&self, seed: Seed) -> Self {
        Self { seed, ..self.clone() }
    }
}
