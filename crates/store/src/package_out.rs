//! Sittings on their way out: an outbox. A row is written in the transaction that files the
//! sitting, claimed by whoever holds its lease, and changed only under that lease, so that many
//! nodes send a thing once and a node that is killed leaves it to the next.
//!
//! Deliberately absent: bytes. A package is made of the record when it is its turn.

use crate::error::{Error, Result};
use crate::row;
use crate::tx::Tx;
use domain::entry::Digest;
use domain::id::{EntryId, PackageId, PackageOutId};
use domain::package_out::{State, Trouble, Way};
use jiff::Timestamp;

// What waits untouched is made of the record when its turn comes: a second row would say nothing.
const QUEUE: &str = "insert into package_out(id, root, way, queued_at, state, next_at, tries)
    select ?1, ?2, ?3, ?4, 'waiting', ?5, 0 where not exists (
      select 1 from package_out where root = ?2 and way = ?3 and state = 'waiting'
        and ready_in is null and (leased_until is null or leased_until <= ?4))";
const OVERTAKE: &str = "update package_out set state = 'overtaken'
    where root = ?1 and way = ?2 and state = 'stopped'";
const NEXT: &str = "select id, root, way, tries, package, made_at, sha256, replaces, ready_in
    from package_out where way = ?1 and state = 'waiting' and next_at <= ?2
    and (leased_until is null or leased_until <= ?2)
    order by next_at, id limit 1";
const CLAIM: &str = "update package_out set leased_until = ?3, tries = tries + 1
    where id = ?1 and state = 'waiting' and (leased_until is null or leased_until <= ?2)";
const LAST: &str = "select package from package_out where root = ?1 and way = ?2 and id <> ?3
    and package is not null order by made_at desc, id desc limit 1";
const MADE: &str = "update package_out set package = ?3, made_at = ?4, sha256 = ?5, bytes = ?6,
    replaces = ?7, note = ?8 where id = ?1 and leased_until = ?2 and state = 'waiting'";
const READY: &str = "update package_out set ready_in = ?3
    where id = ?1 and leased_until = ?2 and state = 'waiting'";
const SENT: &str = "update package_out set state = 'sent', leased_until = null, trouble = null,
    status = null, sent_at = ?3, sent_to = ?4, receipt = ?5, receipt_at = ?6
    where id = ?1 and leased_until = ?2 and state = 'waiting'";
const TROUBLE: &str = "update package_out set state = ?3, leased_until = null, trouble = ?4,
    status = ?5, next_at = ?6 where id = ?1 and leased_until = ?2 and state = 'waiting'";
const AGAIN: &str = "update package_out set state = 'waiting', next_at = ?2, leased_until = null
    where id = ?1 and (state = 'stopped' or state = 'waiting' and trouble is not null
      and (leased_until is null or leased_until <= ?2))";
const COUNTS: &str = "select way, state, cast(count(*) as bigint), min(queued_at)
    from package_out group by way, state order by way, state";
const IN_TROUBLE: &str = "select id, way, state, queued_at, tries, trouble, status, next_at
    from package_out where state = 'stopped' or state = 'waiting' and trouble is not null
    order by queued_at, id limit 200";
const SENT_OF: &str = "select way, sent_at, sent_to, receipt from package_out
    where root = ?1 and state = 'sent' order by sent_at, id";
const OF_NOTE: &str = "select root from package_out where note = ?1 limit 1";

row! {
    struct NextRow {
        id: PackageOutId,
        root: EntryId,
        way: String,
        tries: i64,
        package: Option<PackageId>,
        made_at: Option<Timestamp>,
        sha256: Option<Digest>,
        replaces: Option<PackageId>,
        ready_in: Option<String>,
    }
}

row! {
    struct TroubleRow {
        id: PackageOutId,
        way: String,
        state: String,
        queued_at: Timestamp,
        tries: i64,
        trouble: Option<String>,
        status: Option<i64>,
        next_at: Timestamp,
    }
}

row! {
    struct SentRow {
        way: String,
        sent_at: Timestamp,
        sent_to: Option<String>,
        receipt: Option<String>,
    }
}

/// A sitting whose turn it is, under a lease.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// Which row.
    pub id: PackageOutId,
    /// Until when nobody else touches it; every change names it.
    pub lease: Timestamp,
    /// The sitting.
    pub root: EntryId,
    /// By which way.
    pub way: Way,
    /// How many times it was tried, this time included.
    pub tries: i64,
    /// The package it was made into before.
    pub made: Option<Made>,
    /// The folder its file was about to be named in, where it came so far.
    pub ready_in: Option<String>,
}

/// A package as it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// Its id.
    pub package: PackageId,
    /// When.
    pub at: Timestamp,
    /// SHA-256 of its bytes.
    pub sha256: Digest,
    /// The package whose place it takes.
    pub replaces: Option<PackageId>,
}

/// It is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// When.
    pub at: Timestamp,
    /// What people call the other system.
    pub to: String,
    /// Its id of what it took in.
    pub receipt: Option<String>,
    /// When it says that it did.
    pub receipt_at: Option<Timestamp>,
}

/// A sitting that went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WentOut {
    /// By which way.
    pub way: Way,
    /// When.
    pub at: Timestamp,
    /// To what.
    pub to: String,
    /// The other system's id of it.
    pub receipt: Option<String>,
}

/// What is in the way of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InTrouble {
    /// Which row.
    pub id: PackageOutId,
    /// By which way.
    pub way: Way,
    /// Whether it waits for another try, or stopped.
    pub state: State,
    /// Since when it waits.
    pub queued_at: Timestamp,
    /// How many times it was tried.
    pub tries: i64,
    /// What.
    pub trouble: Trouble,
    /// The status that the other system answered with.
    pub status: Option<i64>,
    /// When it is tried again.
    pub next_at: Timestamp,
}

/// How many stand so, and since when the oldest does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// By which way.
    pub way: Way,
    /// How far they came.
    pub state: State,
    /// How many.
    pub n: i64,
    /// When the oldest was queued.
    pub oldest: Timestamp,
}

fn way(word: &str) -> Result<Way> {
    Way::parse(word).ok_or_else(|| Error::Broken("a way out".to_owned()))
}

fn state(word: &str) -> Result<State> {
    State::parse(word).ok_or_else(|| Error::Broken("a state of a package".to_owned()))
}

impl NextRow {
    fn claimed(self, lease: Timestamp) -> Result<Claimed> {
        let made = match (self.package, self.made_at, self.sha256) {
            (Some(package), Some(at), Some(sha256)) => {
                Some(Made { package, at, sha256, replaces: self.replaces })
            }
            _ => None,
        };
        Ok(Claimed {
            id: self.id,
            lease,
            root: self.root,
            way: way(&self.way)?,
            tries: self.tries + 1,
            made,
            ready_in: self.ready_in,
        })
    }
}

impl Tx {
    /// Lets a sitting wait for its turn by this way. What stopped before is overtaken.
    pub fn queue_package(
        &mut self,
        id: PackageOutId,
        (root, way): (EntryId, Way),
        now: Timestamp,
    ) -> Result<()> {
        self.exec(OVERTAKE, (root, way.as_str()))?;
        self.exec(QUEUE, (id, root, way.as_str(), now, now))?;
        Ok(())
    }

    /// Takes the next whose turn it is, until then; none where none is, or another was quicker.
    pub fn claim_package(
        &mut self,
        way: Way,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<Option<Claimed>> {
        let Some(row) = self.find::<NextRow>(NEXT, (way.as_str(), now))? else { return Ok(None) };
        if self.exec(CLAIM, (row.id, now, until))? == 0 {
            return Ok(None);
        }
        row.claimed(until).map(Some)
    }

    /// The package that was last made of the same sitting for the same way by another row.
    pub fn find_last_package(&mut self, claimed: &Claimed) -> Result<Option<PackageId>> {
        let of = (claimed.root, claimed.way.as_str(), claimed.id);
        Ok(self.find::<(PackageId,)>(LAST, of)?.map(|(package,)| package))
    }

    /// Writes down what it was made into, before it goes; false where the lease is over.
    pub fn note_package_made(
        &mut self,
        claimed: &Claimed,
        (made, bytes, note): (Made, i64, Option<EntryId>),
    ) -> Result<bool> {
        let Made { package, at, sha256, replaces } = made;
        let row = (claimed.id, claimed.lease, package, at, sha256, bytes, replaces, note);
        Ok(self.exec(MADE, row)? > 0)
    }

    /// Writes down that its file is whole and about to get its name; false where the lease is over.
    pub fn note_package_ready(&mut self, claimed: &Claimed, folder: Option<&str>) -> Result<bool> {
        Ok(self.exec(READY, (claimed.id, claimed.lease, folder))? > 0)
    }

    /// Writes down that it is there; false where the lease is over.
    pub fn note_package_sent(&mut self, claimed: &Claimed, arrived: &Arrived) -> Result<bool> {
        let Arrived { at, to, receipt, receipt_at } = arrived;
        let row = (claimed.id, claimed.lease, *at, to.as_str(), receipt.as_deref(), *receipt_at);
        Ok(self.exec(SENT, row)? > 0)
    }

    /// Writes down what is in its way, and when it is tried again; false where the lease is over.
    pub fn note_package_trouble(
        &mut self,
        claimed: &Claimed,
        (trouble, status): (Trouble, Option<i64>),
        next_at: Timestamp,
    ) -> Result<bool> {
        let state = if trouble.stops() { State::Stopped } else { State::Waiting };
        let (state, trouble) = (state.as_str(), trouble.as_str());
        let row = (claimed.id, claimed.lease, state, trouble, status, next_at);
        Ok(self.exec(TROUBLE, row)? > 0)
    }

    /// Lets one that stopped, or waits for another try, be tried now; false where there is none.
    pub fn try_package_again(&mut self, id: PackageOutId, now: Timestamp) -> Result<bool> {
        Ok(self.exec(AGAIN, (id, now))? > 0)
    }

    /// How many stand how.
    pub fn count_packages(&mut self) -> Result<Vec<Counted>> {
        let rows = self.all::<(String, String, i64, Timestamp)>(COUNTS, ())?;
        let counted = rows.into_iter().map(|(by, how, n, oldest)| {
            Ok(Counted { way: way(&by)?, state: state(&how)?, n, oldest })
        });
        counted.collect()
    }

    /// What is in the way of which, the oldest first; two hundred at most.
    pub fn list_packages_in_trouble(&mut self) -> Result<Vec<InTrouble>> {
        let rows = self.all::<TroubleRow>(IN_TROUBLE, ())?;
        let listed = rows.into_iter().map(|row| {
            let trouble = row.trouble.as_deref().and_then(Trouble::parse);
            Ok(InTrouble {
                id: row.id,
                way: way(&row.way)?,
                state: state(&row.state)?,
                queued_at: row.queued_at,
                tries: row.tries,
                trouble: trouble.ok_or_else(|| Error::Broken("a trouble".to_owned()))?,
                status: row.status,
                next_at: row.next_at,
            })
        });
        listed.collect()
    }

    /// Where this sitting went, the first first.
    pub fn list_packages_sent(&mut self, root: EntryId) -> Result<Vec<WentOut>> {
        let rows = self.all::<SentRow>(SENT_OF, (root,))?;
        let sent = rows.into_iter().map(|row| {
            Ok(WentOut {
                way: way(&row.way)?,
                at: row.sent_at,
                to: row.sent_to.unwrap_or_default(),
                receipt: row.receipt,
            })
        });
        sent.collect()
    }

    /// The sitting that went out with this note in it.
    pub fn find_sitting_of_note(&mut self, note: EntryId) -> Result<Option<EntryId>> {
        Ok(self.find::<(EntryId,)>(OF_NOTE, (note,))?.map(|(root,)| root))
    }
}
