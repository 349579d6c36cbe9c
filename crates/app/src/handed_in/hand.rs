//! As which tablet something is handed in: the one that shows its token, or the one whose file
//! somebody brings who was asked whether they may.

use crate::edge::{Actor, Edge};
use crate::error::{Error, Result};
use crate::tablet::ByTablet;
use domain::id::TabletId;
use jiff::Timestamp;
use store::tablet::KnownTablet;
use store::tx::Tx;

/// As which tablet, when, with what chance.
#[derive(Debug, Clone)]
pub(super) struct HandsIn {
    which: Which,
    edge: Edge,
}

#[derive(Debug, Clone, Copy)]
enum Which {
    Shows(ByTablet),
    Is(TabletId),
}

impl From<ByTablet> for HandsIn {
    fn from(by: ByTablet) -> Self {
        Self { which: Which::Shows(by), edge: by.edge() }
    }
}

impl HandsIn {
    /// As this tablet, at that moment.
    pub fn of_tablet(tablet: TabletId, edge: &Edge) -> Self {
        let edge = Edge { actor: Actor::Nobody, ..edge.clone() };
        Self { which: Which::Is(tablet), edge }
    }

    /// The tablet; one that is lost or over may hand in, too.
    pub fn find(&self, tx: &mut Tx) -> Result<KnownTablet> {
        match self.which {
            Which::Shows(by) => by.find(tx),
            Which::Is(tablet) => tx.find_tablet(tablet, self.edge.now)?.ok_or(Error::NobodyAsks),
        }
    }

    /// The edge of what it does.
    pub fn edge(&self) -> Edge {
        self.edge.clone()
    }

    /// When.
    pub fn now(&self) -> Timestamp {
        self.edge.now
    }
}
