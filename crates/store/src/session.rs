//! Sessions: the digest of a token, whose it is, and the two moments it is judged by.

use crate::error::Result;
use crate::row;
use crate::tx::Tx;
use domain::entry::Digest;
use domain::id::AccountId;
use domain::session::Session;
use jiff::Timestamp;

const FIND: &str = "select account, began_at, last_act_at from session where digest = ?1";
const PUT: &str = "insert into session(digest, account, began_at, last_act_at)
    values (?1, ?2, ?3, ?4) on conflict(digest) do update set last_act_at = excluded.last_act_at";
const ACT: &str = "update session set last_act_at = ?2 where digest = ?1 and last_act_at < ?2";
const DROP: &str = "delete from session where digest = ?1";
const DROP_ALL: &str = "delete from session where account = ?1";
const DROP_OLD: &str = "delete from session where began_at < ?1";

row! { struct SessionRow { account: AccountId, began_at: Timestamp, last_act_at: Timestamp } }

impl Tx {
    /// The session of this token, whatever it is worth now.
    pub fn find_session(&mut self, digest: Digest) -> Result<Option<(AccountId, Session)>> {
        Ok(self.find::<SessionRow>(FIND, (digest,))?.map(|row| {
            let session = Session { began_at: row.began_at, last_act_at: row.last_act_at };
            (row.account, session)
        }))
    }

    /// Notes what was last done in a session that is still there: whoever has signed out in
    /// between stays signed out.
    pub fn act_in_session(&mut self, digest: Digest, session: Session) -> Result<()> {
        self.exec(ACT, (digest, session.last_act_at))?;
        Ok(())
    }

    /// Keeps a session that begins, or that its person unlocked.
    pub fn keep_session(
        &mut self,
        digest: Digest,
        account: AccountId,
        session: Session,
    ) -> Result<()> {
        self.exec(PUT, (digest, account, session.began_at, session.last_act_at))?;
        Ok(())
    }

    /// Ends a session.
    pub fn end_session(&mut self, digest: Digest) -> Result<()> {
        self.exec(DROP, (digest,))?;
        Ok(())
    }

    /// Ends every session of an account.
    pub fn end_sessions_of(&mut self, account: AccountId) -> Result<u64> {
        self.exec(DROP_ALL, (account,))
    }

    /// Forgets sessions that began before then.
    pub fn forget_sessions(&mut self, before: Timestamp) -> Result<u64> {
        self.exec(DROP_OLD, (before,))
    }
}
