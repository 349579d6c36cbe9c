//! Links by which somebody in the family sees what a child agreed to: the digest of each, whose it
//! is, until when, and when it was last opened. No entries: why a link was given is one, and this
//! is its key. Beside them, what was tried from where and is no link.
//!
//! Deliberately absent: whether there is anything to show. That is asked of the record at each
//! opening.

use crate::error::Result;
use crate::row;
use crate::tx::Tx;
use domain::entry::Digest;
use domain::id::{AccountId, EntryId, PersonId};
use jiff::Timestamp;

/// A link as it stands.
macro_rules! link {
    () => {
        "select shared, sitting, child, person, account, until, ended_at, opened_at, openings
        from shared_link "
    };
}

const PUT: &str = "insert into shared_link(shared, digest, sitting, child, person, account,
    made_at, until, openings) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)";
const BY_DIGEST: &str = concat!(link!(), "where digest = ?1");
const BY_SHARED: &str = concat!(link!(), "where shared = ?1");
const END: &str = "update shared_link set ended_at = ?2, ended_by = ?3
    where shared = ?1 and ended_at is null";
const RENEW: &str = "update shared_link set digest = ?2 where shared = ?1 and openings = 0";
const OPENED: &str = "update shared_link set opened_at = ?2, openings = openings + 1
    where shared = ?1";

const TRIED: &str = "insert into link_try(at, address) values (?1, ?2)";
const TRIES_FROM: &str = "select at from link_try where address = ?1 and at > ?2
    order by at desc, seq desc limit 50";
const FORGET_TRIES: &str = "delete from link_try where at <= ?1";

row! {
    /// A link.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct SharedLink {
        /// The root of the entry that says why it was given.
        shared: EntryId,
        /// The root of the sitting.
        sitting: EntryId,
        /// The child in whose file that stood.
        child: PersonId,
        /// Whose link it is.
        person: PersonId,
        /// Who gave it.
        account: AccountId,
        /// Until when it opens.
        until: Timestamp,
        /// Since when it is ended, where somebody ended it.
        ended_at: Option<Timestamp>,
        /// When it was last opened.
        opened_at: Option<Timestamp>,
        /// How often it was opened.
        openings: i64,
    }
}

impl SharedLink {
    /// Whether it opens at this moment.
    pub fn opens(&self, now: Timestamp) -> bool {
        self.ended_at.is_none() && now < self.until
    }
}

impl Tx {
    /// Keeps a new link by its digest.
    pub fn keep_link(&mut self, link: &SharedLink, digest: Digest, now: Timestamp) -> Result<()> {
        let SharedLink { shared, sitting, child, person, account, until, .. } = *link;
        self.exec(PUT, (shared, digest, sitting, child, person, account, now, until))?;
        Ok(())
    }

    /// The link of this digest, however it stands.
    pub fn find_link(&mut self, digest: Digest) -> Result<Option<SharedLink>> {
        self.find(BY_DIGEST, (digest,))
    }

    /// The link that belongs to this showing.
    pub fn find_link_of(&mut self, shared: EntryId) -> Result<Option<SharedLink>> {
        self.find(BY_SHARED, (shared,))
    }

    /// Gives a link that nobody has opened another digest: what it was told by opens nothing then.
    pub fn renew_link(&mut self, shared: EntryId, digest: Digest) -> Result<()> {
        self.exec(RENEW, (shared, digest))?;
        Ok(())
    }

    /// Ends a link.
    pub fn end_link(&mut self, shared: EntryId, by: AccountId, now: Timestamp) -> Result<()> {
        self.exec(END, (shared, now, by))?;
        Ok(())
    }

    /// Notes that a link was opened.
    pub fn note_link_opened(&mut self, shared: EntryId, now: Timestamp) -> Result<()> {
        self.exec(OPENED, (shared, now))?;
        Ok(())
    }

    /// Notes that something was tried that is no link, and forgets what was tried long ago.
    pub fn note_link_tried(
        &mut self,
        address: &str,
        now: Timestamp,
        forget: Timestamp,
    ) -> Result<()> {
        self.exec(FORGET_TRIES, (forget,))?;
        self.exec(TRIED, (now, address))?;
        Ok(())
    }

    /// What was tried from an address of the network and is no link, newest first.
    pub fn list_links_tried(&mut self, address: &str, since: Timestamp) -> Result<Vec<Timestamp>> {
        let rows = self.all::<(Timestamp,)>(TRIES_FROM, (address, since))?;
        Ok(rows.into_iter().map(|(at,)| at).collect())
    }
}
