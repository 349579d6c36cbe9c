//! Tablets and whom they take along. No entries: what a tablet holds is nobody's story until it is
//! handed in and somebody has said whose it is.

use crate::dialect;
use crate::error::Result;
use crate::row;
use crate::tx::Tx;
use domain::entry::Digest;
use domain::id::{AccountId, EntryId, PersonId, TabletId};
use domain::tablet::{Along, Standing, Tablet};
use jiff::Timestamp;

/// What is known of a tablet.
macro_rules! known {
    () => {
        "select id, account, name, code_until, token, packs_token, until, lost_at, seen_at
        from tablet "
    };
}

const PUT: &str = "insert into tablet(id, account, name, code, code_until, made_at)
    values (?1, ?2, ?3, ?4, ?5, ?6)";
const ENROL: &str =
    "update tablet set code = null, code_until = null, token = ?2, packs_token = ?3,
    until = ?4, seen_at = ?5 where id = ?1 and code is not null";
const BY_CODE: &str = concat!(known!(), "where code = ?1 and code_until > ?2");
const BY_TOKEN: &str = concat!(known!(), "where token = ?1");
const BY_PACKS_TOKEN: &str = concat!(known!(), "where packs_token = ?1");
const BY_ID: &str = concat!(known!(), "where id = ?1");
const OF: &str = concat!(known!(), "where account = ?1 order by made_at desc, id limit 100");
const COUNT: &str = "select count(*) from tablet where account = ?1 and lost_at is null
    and (until > ?2 or code_until > ?2)";
const LOSE: &str = "update tablet set lost_at = ?2 where id = ?1";
const SEEN: &str = "update tablet set seen_at = ?2 where id = ?1";
const DROP_UNUSED: &str = "delete from tablet where token is null and code_until <= ?1";

const TAKE: &str = "insert into taken_along(id, tablet, child, taken_at, until)
    values (?1, ?2, ?3, ?4, ?5)";
const ALONG: &str = "select id, child, taken_at, until from taken_along
    where tablet = ?1 and until > ?2 order by taken_at, id";
const ALL_ALONG: &str = "select id, child, taken_at, until from taken_along
    where tablet = ?1 order by taken_at desc, id limit 200";
const ONE_ALONG: &str = "select child from taken_along where tablet = ?1 and id = ?2";
const GIVE_BACK: &str = "update taken_along set until = ?3
    where tablet = ?1 and child = ?2 and until > ?3";

row! {
    struct TabletRow {
        id: TabletId,
        account: AccountId,
        name: String,
        code_until: Option<Timestamp>,
        token: Option<Digest>,
        packs_token: Option<Digest>,
        until: Option<Timestamp>,
        lost_at: Option<Timestamp>,
        seen_at: Option<Timestamp>,
    }
}

row! {
    /// A child on a tablet.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct AlongRow {
        /// What the tablet calls it by.
        id: EntryId,
        /// Which child.
        child: PersonId,
        /// Since when.
        taken_at: Timestamp,
        /// Until when.
        until: Timestamp,
    }
}

/// A tablet and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownTablet {
    /// Whose.
    pub account: AccountId,
    /// The tablet.
    pub tablet: Tablet,
    /// Whether it keeps a token under the PIN, and binds each session to itself.
    pub guards: bool,
}

/// The digests of a tablet's two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tokens {
    /// Of the one that hands in.
    pub hands_in: Digest,
    /// Of the one that fetches whom it has along; none for a kit that keeps nothing under the PIN.
    pub packs: Option<Digest>,
}

impl TabletRow {
    fn into_known(self, now: Timestamp) -> KnownTablet {
        let standing = match (self.lost_at, self.token, self.until) {
            (Some(since), ..) => Standing::Lost { since },
            (None, None, _) => Standing::Expected { until: self.code_until.unwrap_or(now) },
            (None, Some(_), Some(until)) if until > now => Standing::InUse { until },
            (None, Some(_), _) => Standing::Over,
        };
        let guards = self.packs_token.is_some();
        let Self { id, account, name, seen_at, .. } = self;
        let tablet = Tablet { id, name, standing, seen_at, along: vec![] };
        KnownTablet { account, tablet, guards }
    }
}

impl AlongRow {
    const fn along(&self) -> Along {
        Along { child: self.child, taken_at: self.taken_at, until: self.until }
    }
}

/// A tablet that is expected: a code was given out for it.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// Its id.
    pub id: TabletId,
    /// Whose.
    pub account: AccountId,
    /// What its worker calls it.
    pub name: &'a str,
    /// The digest of the code.
    pub code: Digest,
    /// Until when the code works.
    pub until: Timestamp,
}

/// What two that write about one tablet, account or sitting queue up for: the chance in its id.
pub(crate) fn key(id: [u8; 16]) -> i64 {
    i64::from_be_bytes(id.last_chunk::<8>().copied().unwrap_or_default())
}

impl Tx {
    /// Nobody else counts or adds to what this tablet has until this transaction ends.
    pub fn hold_tablet(&mut self, id: TabletId) -> Result<()> {
        dialect::hold(self, &[key(*id.0.as_bytes())])
    }

    /// Nobody else counts or adds to this account's tablets until this transaction ends.
    pub fn hold_tablets_of(&mut self, account: AccountId) -> Result<()> {
        dialect::hold(self, &[key(*account.0.as_bytes())])
    }

    /// Expects a tablet.
    pub fn expect_tablet(&mut self, new: Expected<'_>, now: Timestamp) -> Result<()> {
        let row = (new.id, new.account, new.name, new.code, new.until, now);
        self.exec(PUT, row)?;
        Ok(())
    }

    /// The tablet that this code is for, while the code works.
    pub fn find_tablet_by_code(
        &mut self,
        code: Digest,
        now: Timestamp,
    ) -> Result<Option<KnownTablet>> {
        Ok(self.find::<TabletRow>(BY_CODE, (code, now))?.map(|row| row.into_known(now)))
    }

    /// Gives an expected tablet its tokens, which uses the code up; false where it was used before.
    pub fn enrol_tablet(
        &mut self,
        id: TabletId,
        tokens: Tokens,
        until: Timestamp,
        now: Timestamp,
    ) -> Result<bool> {
        Ok(self.exec(ENROL, (id, tokens.hands_in, tokens.packs, until, now))? > 0)
    }

    /// The tablet whose token for whom it has along this is, however it stands.
    pub fn find_tablet_by_packs_token(
        &mut self,
        token: Digest,
        now: Timestamp,
    ) -> Result<Option<KnownTablet>> {
        let found = self.find::<TabletRow>(BY_PACKS_TOKEN, (token,))?;
        Ok(found.map(|row| row.into_known(now)))
    }

    /// The tablet that hands in by this token, however it stands.
    pub fn find_tablet_by_token(
        &mut self,
        token: Digest,
        now: Timestamp,
    ) -> Result<Option<KnownTablet>> {
        Ok(self.find::<TabletRow>(BY_TOKEN, (token,))?.map(|row| row.into_known(now)))
    }

    /// A tablet by its id, with everybody it ever took along.
    pub fn find_tablet(&mut self, id: TabletId, now: Timestamp) -> Result<Option<KnownTablet>> {
        let Some(row) = self.find::<TabletRow>(BY_ID, (id,))? else { return Ok(None) };
        let mut known = row.into_known(now);
        known.tablet.along = self.list_all_along(id)?;
        Ok(Some(known))
    }

    /// The tablets of an account, the newest first, with everybody they ever took along.
    pub fn list_tablets(&mut self, account: AccountId, now: Timestamp) -> Result<Vec<Tablet>> {
        let rows = self.all::<TabletRow>(OF, (account,))?;
        let with = |row: TabletRow| {
            let tablet = row.into_known(now).tablet;
            Ok(Tablet { along: self.list_all_along(tablet.id)?, ..tablet })
        };
        rows.into_iter().map(with).collect()
    }

    fn list_all_along(&mut self, id: TabletId) -> Result<Vec<Along>> {
        Ok(self.all::<AlongRow>(ALL_ALONG, (id,))?.iter().map(AlongRow::along).collect())
    }

    /// How many tablets an account has, or is expecting.
    pub fn count_tablets(&mut self, account: AccountId, now: Timestamp) -> Result<i64> {
        Ok(self.get::<(i64,)>(COUNT, (account, now))?.0)
    }

    /// Says that a tablet is lost, or that it was found.
    pub fn lose_tablet(&mut self, id: TabletId, since: Option<Timestamp>) -> Result<()> {
        self.exec(LOSE, (id, since))?;
        Ok(())
    }

    /// Notes that a tablet was heard of.
    pub fn note_tablet_seen(&mut self, id: TabletId, now: Timestamp) -> Result<()> {
        self.exec(SEEN, (id, now))?;
        Ok(())
    }

    /// Forgets tablets whose code was never used.
    pub fn forget_unused_tablets(&mut self, now: Timestamp) -> Result<u64> {
        self.exec(DROP_UNUSED, (now,))
    }

    /// Takes a child along.
    pub fn take_along(&mut self, tablet: TabletId, row: &AlongRow) -> Result<()> {
        self.exec(TAKE, (row.id, tablet, row.child, row.taken_at, row.until))?;
        Ok(())
    }

    /// Whom a tablet has along now.
    pub fn list_along(&mut self, tablet: TabletId, now: Timestamp) -> Result<Vec<AlongRow>> {
        self.all(ALONG, (tablet, now))
    }

    /// The child that a tablet calls by this id, however long ago it was taken along.
    pub fn find_taken_along(&mut self, tablet: TabletId, id: EntryId) -> Result<Option<PersonId>> {
        Ok(self.find::<(PersonId,)>(ONE_ALONG, (tablet, id))?.map(|(child,)| child))
    }

    /// Ends that a child is along.
    pub fn give_back(&mut self, tablet: TabletId, child: PersonId, now: Timestamp) -> Result<()> {
        self.exec(GIVE_BACK, (tablet, child, now))?;
        Ok(())
    }
}
