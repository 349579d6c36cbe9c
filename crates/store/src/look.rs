//! Looks: chained as entries are, one series for each writing thread; and, for the dot that says
//! what is new, when each account last looked at each child before this visit.

use crate::error::{Error, Result};
use crate::journal::Pen;
use crate::row;
use crate::tx::Tx;
use domain::entry::chained;
use domain::id::{AccountId, PersonId};
use domain::look::Look;
use domain::visit;
use jiff::Timestamp;
use std::collections::HashSet;

const INSERT: &str = "insert into look(at, account, child, line, writer, n, digest)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const VISIT: &str = "select last_look_at, looked_before_at from visit
    where account = ?1 and child = ?2";
const SET_VISIT: &str = "insert into visit(account, child, last_look_at, looked_before_at)
    values (?1, ?2, ?3, ?4) on conflict(account, child) do update set
    last_look_at = excluded.last_look_at, looked_before_at = excluded.looked_before_at";

impl Pen<'_> {
    /// Writes a look down.
    pub fn look(&mut self, look: &Look) -> Result<()> {
        let line =
            serde_json::to_string(look).map_err(|why| Error::Broken(format!("a look: {why}")))?;
        let tail = self.looks();
        let digest = chained(&tail.digest(), &line);
        let next = tail.next(digest);
        let n = i64::try_from(next.n()).unwrap_or(i64::MAX);
        let child = look.at_what.child();
        let row = (look.at, look.account, child, line, next.writer(), n, digest);
        self.tx.exec(INSERT, row)?;
        self.set_looks(next);
        if let Some(child) = child.filter(|_| look.at_what.is_its_own()) {
            self.tx.note_visit(look.account, child, look.at)?;
        }
        Ok(())
    }
}

const NEWEST: &str = "select line from look order by seq desc limit ?1";
const IS_KEPT: &str = "select 1 from look where child = ?1 and at = ?2 and line = ?3 limit 1";

impl Pen<'_> {
    /// Writes down looks that waited, each once: where the program ended after they were written
    /// down and before their file began anew, they are there already. How many were not.
    pub fn look_late(&mut self, looks: &[Look]) -> Result<usize> {
        // A look at a list has no key to ask by: those that are there are among the newest.
        let newest = i64::try_from(looks.len() * 2 + 1000).unwrap_or(i64::MAX);
        let lists = self.tx.all::<(String,)>(NEWEST, (newest,))?;
        let lists: HashSet<String> = lists.into_iter().map(|(line,)| line).collect();
        let mut written = 0;
        for look in looks {
            let line = serde_json::to_string(look)
                .map_err(|why| Error::Broken(format!("a look: {why}")))?;
            let kept = match look.at_what.child() {
                Some(child) => {
                    let of = (child, look.at, &*line);
                    self.tx.find::<(i64,)>(IS_KEPT, of)?.is_some()
                }
                None => lists.contains(&line),
            };
            if !kept {
                self.look(look)?;
                written += 1;
            }
        }
        Ok(written)
    }
}

row! { struct VisitRow { last: Timestamp, before: Option<Timestamp> } }

row! {
    struct LookRow { line: String }
}

const OF_CHILD: &str = "select line from look where child = ?1 and at >= ?2
    order by at desc, seq desc limit ?3";

impl Tx {
    fn note_visit(&mut self, account: AccountId, child: PersonId, at: Timestamp) -> Result<()> {
        let known = self.find::<VisitRow>(VISIT, (account, child))?;
        let before = match known {
            // A look that waited is older than what is known.
            Some(row) if at < row.last => return Ok(()),
            Some(row) if visit::is_same_visit(row.last, at) => row.before,
            Some(row) => Some(row.last),
            None => None,
        };
        self.exec(SET_VISIT, (account, child, at, before))?;
        Ok(())
    }

    /// When this account last looked at this child before the visit that a look now belongs to.
    pub fn looked_before_this_visit(
        &mut self,
        account: AccountId,
        child: PersonId,
        now: Timestamp,
    ) -> Result<Option<Timestamp>> {
        let known = self.find::<VisitRow>(VISIT, (account, child))?;
        Ok(known.and_then(|row| {
            if visit::is_same_visit(row.last, now) { row.before } else { Some(row.last) }
        }))
    }

    /// Who has looked at a child since then, newest first.
    pub fn list_looks(
        &mut self,
        child: PersonId,
        since: Timestamp,
        limit: i64,
    ) -> Result<Vec<Look>> {
        let rows = self.all::<LookRow>(OF_CHILD, (child, since, limit))?;
        rows.into_iter()
            .map(|row| {
                serde_json::from_str(&row.line)
                    .map_err(|why| Error::Broken(format!("a look: {why}")))
            })
            .collect()
    }
}
