//! The whole borough on each database there is, and people of it who read.

use app::cx::{Read, Write};
use app::edge::{Actor, Edge};
use app::error::Result;
use app::kith::Kith;
use domain::id::{AccountId, EntryId, PersonId};
use jiff::Timestamp;
use std::sync::Arc;
use town::family::{Id, Who};
use town::seed::{Seeded, seed};
use town::stores::{Empty, console, empty_stores, that_morning};

/// Wexcombe in one store.
pub struct Borough {
    /// The record.
    pub kith: Kith,
    /// What came of seeding.
    pub seeded: Seeded,
    store: Empty,
}

/// Wexcombe on each database there is.
pub fn boroughs() -> Vec<Borough> {
    let stores = empty_stores().expect("stores");
    let tell = |store: Empty| {
        let kith = store.open(1).expect("opened");
        let seeded = seed(&kith, [24; 32]).expect("seeded");
        Borough { kith, seeded, store }
    };
    stores.into_iter().map(tell).collect()
}

impl Borough {
    /// Which database, for what a failing test says.
    pub fn database(&self) -> &'static str {
        self.store.database
    }
    /// Somebody of the files.
    pub fn person(&self, id: &str) -> PersonId {
        self.seeded.people[&Who::from(id)]
    }
    /// Something of the files, by its root.
    pub fn root(&self, id: &str) -> EntryId {
        self.seeded.entries[&Id::from(id)]
    }
    /// The account somebody signs in with.
    pub fn account(&self, who: &str) -> AccountId {
        self.seeded.accounts[&format!("{who}@wexcombe.example")]
    }
    /// Reads on the demo's morning as somebody of the council.
    pub fn read<T: Send + 'static>(
        &self,
        who: &str,
        f: impl FnOnce(&mut Read<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.read_at(that_morning(), who, f)
    }
    /// Reads at a moment as somebody of the council.
    pub fn read_at<T: Send + 'static>(
        &self,
        now: Timestamp,
        who: &str,
        f: impl FnOnce(&mut Read<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let account = self.account(who);
        let edge = Edge { now, ..console(9) };
        self.kith
            .read(edge, move |cx| {
                let known = cx.tx.find_account(account)?.expect("an account");
                cx.edge.actor = Actor::Account(Arc::new(known.viewer(now)));
                f(cx)
            })
            .wait()
    }
    /// Writes as somebody of the council.
    pub fn write<T: Send + 'static>(
        &self,
        who: &str,
        chance: u8,
        f: impl Fn(&mut Write<'_, '_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.kith.write_for(self.account(who), console(chance), vec![], f).wait()
    }
}
