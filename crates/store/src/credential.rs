//! Credentials, and secrets that work once. They are no entries and leave none: what was a
//! password is nobody's story.

use crate::error::Result;
use crate::row;
use crate::tx::Tx;
use domain::entry::Digest;
use domain::id::AccountId;
use jiff::Timestamp;

const FIND: &str = "select password from credential where account = ?1";
const WITH_PASSWORD: &str = "select account from credential
    where account between ?1 and ?2 order by account";
const PUT: &str = "insert into credential(account, password, changed_at) values (?1, ?2, ?3)
    on conflict(account) do update set password = excluded.password,
    changed_at = excluded.changed_at";
const PUT_ONCE: &str = "insert into one_time(digest, purpose, account, until)
    values (?1, ?2, ?3, ?4)";
const FIND_ONCE: &str = "select account from one_time
    where digest = ?1 and purpose = ?2 and until > ?3";
const TAKE_ONCE: &str = "delete from one_time where digest = ?1";
const CLEAR_ONCE: &str = "delete from one_time where until <= ?1 or purpose = ?2";

row! { struct OnceRow { account: Option<AccountId> } }

impl Tx {
    /// The hash of an account's password, as PHC text.
    pub fn find_password(&mut self, account: AccountId) -> Result<Option<String>> {
        Ok(self.find::<(String,)>(FIND, (account,))?.map(|(hash,)| hash))
    }

    /// Which accounts of a range of ids have a password.
    pub fn list_with_password(
        &mut self,
        first: AccountId,
        last: AccountId,
    ) -> Result<Vec<AccountId>> {
        let rows = self.all::<(AccountId,)>(WITH_PASSWORD, (first, last))?;
        Ok(rows.into_iter().map(|(account,)| account).collect())
    }

    /// Sets the hash of an account's password.
    pub fn set_password(&mut self, account: AccountId, hash: &str, now: Timestamp) -> Result<()> {
        self.exec(PUT, (account, hash, now))?;
        Ok(())
    }

    /// Keeps the digest of a secret that works once, until then.
    pub fn keep_one_time(
        &mut self,
        digest: Digest,
        purpose: &str,
        account: Option<AccountId>,
        until: Timestamp,
    ) -> Result<()> {
        self.exec(PUT_ONCE, (digest, purpose, account, until))?;
        Ok(())
    }

    /// Whether there is such a secret, and its time is not over; it is not used up.
    pub fn has_one_time(&mut self, digest: Digest, purpose: &str, now: Timestamp) -> Result<bool> {
        Ok(self.find::<OnceRow>(FIND_ONCE, (digest, purpose, now))?.is_some())
    }

    /// Uses a secret up; whether it was one, and for which account.
    pub fn take_one_time(
        &mut self,
        digest: Digest,
        purpose: &str,
        now: Timestamp,
    ) -> Result<Option<Option<AccountId>>> {
        let found = self.find::<OnceRow>(FIND_ONCE, (digest, purpose, now))?;
        if found.is_some() {
            self.exec(TAKE_ONCE, (digest,))?;
        }
        Ok(found.map(|row| row.account))
    }

    /// Forgets secrets whose time is over, and every one for this purpose.
    pub fn clear_one_time(&mut self, purpose: &str, now: Timestamp) -> Result<()> {
        self.exec(CLEAR_ONCE, (now, purpose))?;
        Ok(())
    }
}
