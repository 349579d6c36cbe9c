//! Files opened for a while, with a reason.

use crate::error::Result;
use crate::row;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::access::Reach;
use domain::access_grant::Way;
use domain::id::{AccountId, EntryId, PersonId};
use domain::kind::{Kind, Payload};
use jiff::Timestamp;

/// The view.
pub const VIEW: View = View {
    name: "access_grant",
    version: 2,
    tables: &["access_grant"],
    definition: "
        create table access_grant(
          root {id} not null primary key,
          child {id} not null,
          account {id} not null,
          reach text not null,
          reason text not null,
          from_at {big} not null,
          until_at {big} not null,
          looked_at {flag} not null
        ) {keyed};
        create index access_grant_child on access_grant(child, account);
        create index access_grant_account on access_grant(account);",
    apply,
};

const PUT: &str = "insert into access_grant(root, child, account, reach, reason, from_at, until_at,
    looked_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict(root) do update set
    child = excluded.child, account = excluded.account, reach = excluded.reach,
    reason = excluded.reason, from_at = excluded.from_at, until_at = excluded.until_at,
    looked_at = excluded.looked_at";
const DROP: &str = "delete from access_grant where root = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    if let Some(Payload::AccessGrant(grant)) = &placed.entry.payload {
        let reach = match grant.way {
            Way::Reason => Reach::Reason,
            Way::BreakGlass => Reach::BreakGlass,
        };
        tx.exec(
            PUT,
            (
                head.root,
                grant.child,
                grant.account,
                reach.as_str(),
                &grant.reason,
                grant.from,
                grant.until,
                grant.looked_at.is_some(),
            ),
        )?;
    } else if placed.ends(Kind::AccessGrant) {
        tx.exec(DROP, (head.root,))?;
    }
    Ok(())
}

row! {
    /// A file somebody opened with a reason.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct OpenedRow {
        /// The entry.
        root: EntryId,
        /// Whose file.
        child: PersonId,
        /// Who opened it.
        account: AccountId,
        /// By which way.
        reach: String,
        /// The reason, as it was typed.
        reason: String,
        /// From.
        from_at: Timestamp,
        /// Until.
        until_at: Timestamp,
    }
}

const OF_CHILD: &str = "select root, child, account, reach, reason, from_at, until_at
    from access_grant where child = ?1 order by from_at desc, root limit ?2";

impl Tx {
    /// Who opened a child's file with a reason, newest first.
    pub fn list_openings(&mut self, child: PersonId, limit: i64) -> Result<Vec<OpenedRow>> {
        self.all(OF_CHILD, (child, limit))
    }
}
