//! Drafts: what somebody is still writing, kept on the server while they type. No entries.

use crate::error::Result;
use crate::row;
use crate::tx::Tx;
use domain::id::{AccountId, EntryId, PersonId};
use jiff::Timestamp;

row! {
    /// A draft.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct DraftRow {
        /// Its id, which the entry will have.
        id: EntryId,
        /// The child whose file it was begun in.
        child: PersonId,
        /// Which form.
        form: String,
        /// Last kept.
        saved_at: Timestamp,
        /// The form's fields, as JSON.
        body: String,
    }
}

const PUT: &str = "insert into draft(id, account, child, form, saved_at, body)
    values (?1, ?2, ?3, ?4, ?5, ?6) on conflict(id) do update set saved_at = excluded.saved_at,
    body = excluded.body where draft.account = excluded.account";
const FIND: &str = "select id, child, form, saved_at, body from draft
    where id = ?1 and account = ?2";
const OF_FORM: &str = "select id, child, form, saved_at, body from draft
    where account = ?1 and child = ?2 and form = ?3 order by saved_at desc, id desc limit 1";
const OF: &str = "select id, child, form, saved_at, body from draft where account = ?1
    order by saved_at desc, id limit 50";
const DROP: &str = "delete from draft where id = ?1 and account = ?2";
const COUNT: &str = "select count(*) from draft where account = ?1";

impl Tx {
    /// Keeps a draft of this account's; false where the id is of somebody else's.
    pub fn keep_draft(&mut self, account: AccountId, draft: &DraftRow) -> Result<bool> {
        let row = (draft.id, account, draft.child, &draft.form, draft.saved_at, &draft.body);
        Ok(self.exec(PUT, row)? > 0)
    }

    /// The last kept draft of this account's for one form and child.
    pub fn find_draft_of(
        &mut self,
        account: AccountId,
        child: PersonId,
        form: &str,
    ) -> Result<Option<DraftRow>> {
        self.find(OF_FORM, (account, child, form))
    }

    /// A draft of this account's.
    pub fn find_draft(&mut self, account: AccountId, id: EntryId) -> Result<Option<DraftRow>> {
        self.find(FIND, (id, account))
    }

    /// The drafts of an account, the last written first.
    pub fn list_drafts(&mut self, account: AccountId) -> Result<Vec<DraftRow>> {
        self.all(OF, (account,))
    }

    /// How many drafts an account has.
    pub fn count_drafts(&mut self, account: AccountId) -> Result<i64> {
        Ok(self.get::<(i64,)>(COUNT, (account,))?.0)
    }

    /// Throws a draft away.
    pub fn drop_draft(&mut self, account: AccountId, id: EntryId) -> Result<()> {
        self.exec(DROP, (id, account))?;
        Ok(())
    }
}
