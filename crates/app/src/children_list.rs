//! The list of children that an authority gives the kit where its record stays in another system:
//! looked at first, brought as often as it changes.
//!
//! | the list says           | the store has              | so                                   |
//! |-------------------------|----------------------------|--------------------------------------|
//! | a child                 | nobody of that id          | person, id, name, whose work it is   |
//! | another name, birth day | the one before             | a version that takes its place       |
//! | another worker          | the one before             | that part ends today, another begins |
//! | a worker nobody knows   |                            | not yet allocated                    |
//! | nothing of a child      | somebody of an id          | their open parts end today           |
//!
//! Nobody is deleted: what a child told stays theirs. Brought again, a list writes nothing. Where
//! most of the children would end, or a row was left out without an id, nobody ends: a list that
//! came by half must not take children away from those who listen to them.
//!
//! Deliberately absent: taking a list back (bring the one before), and names and words in what came
//! of it.

mod child;

use crate::chance::Chance;
use crate::edge::Edge;
use crate::error::{Error, Result};
use crate::kith::Kith;
use child::{changes, end};
use domain::access::{Task, Viewer, may};
use domain::children_list::{Brought, GoodToKnow, Line};
use domain::id::{Authority, PersonId};
use domain::known_by::Scheme;
use domain::time::day_of;
use exchange::list::{List, Listed, read};

pub(crate) use child::{begin, number};
pub use exchange::list::MOST_BYTES;

/// How many rows are written in one transaction, and how many are read at once.
const CHUNK: usize = 64;
/// A list may always end so many; more only while they are no more than half of all.
const ENDS_ALWAYS: usize = 5;

/// Whether the list is theirs to bring: who imports, and who looks after accounts. Neither is
/// shown a name by it.
pub fn is_for(viewer: &Viewer) -> bool {
    may(viewer, Task::Import) || may(viewer, Task::ManageAccounts)
}

/// Says no to whoever it is not for. The console may.
///
/// # Errors
/// `NotYours`.
pub fn check(edge: &Edge) -> Result<()> {
    edge.may(Task::Import).or_else(|_| edge.may(Task::ManageAccounts))
}

/// How a list is brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Only looked at.
    Look,
    /// Brought.
    Bring,
    /// Brought, and whoever brings it says that it is whole, however many end by it.
    BringWhole,
}

/// Looks at a list, or brings it. Waits until the last child is durable; not to be called where
/// others are awaited.
///
/// # Errors
/// Where it is not theirs to bring, the list cannot be read, or the kit does not run alone: a list
/// would end the work with every child of a record who is not on it.
pub fn bring(kith: &Kith, edge: &Edge, bytes: &[u8], how: How) -> Result<Brought> {
    check(edge)?;
    if !kith.is_alone() {
        return Err(Error::NotAlone);
    }
    let authority = kith.authority().ok_or(Error::NoAuthority)?;
    let list = read(bytes, day_of(edge.now))?;
    let chance = Chance::new(edge.seed, edge.now);
    let mut bringing = Bringing { kith, edge, chance, authority, how, brought: begun(&list, how) };
    for rows in list.children.chunks(CHUNK) {
        bringing.rows(rows.to_vec())?;
    }
    bringing.leavers(&list)?;
    Ok(bringing.brought)
}

fn begun(list: &List, how: How) -> Brought {
    Brought {
        only_looked: how == How::Look,
        children: list.children.len() as u64,
        refused: list.refused.clone(),
        unknown: list.unknown.clone(),
        ..Brought::default()
    }
}

struct Bringing<'k> {
    kith: &'k Kith,
    edge: &'k Edge,
    chance: Chance,
    authority: Authority,
    how: How,
    brought: Brought,
}

/// What a person should know of a child, with the line.
type Note = Line<GoodToKnow>;
/// What one child came to: whether new, how many changes, what a person should know.
type Met = (bool, usize, Option<Note>);

impl Bringing<'_> {
    fn fresh(&mut self) -> Edge {
        self.edge.with(self.chance.seed())
    }

    fn rows(&mut self, rows: Vec<Listed>) -> Result<()> {
        let (authority, edge) = (self.authority, self.fresh());
        let met: Vec<Met> = if self.how == How::Look {
            let look = move |cx: &mut crate::cx::Read<'_>| {
                let today = day_of(cx.edge.now);
                let one = |row: &Listed| Ok(met(&changes(cx.tx, authority, row, today)?));
                rows.iter().map(one).collect()
            };
            self.kith.read(edge, look).wait()?
        } else {
            let bring = self.kith.write_behind(edge, vec![], move |cx| {
                let today = day_of(cx.now());
                let mut all = Vec::with_capacity(rows.len());
                for row in &rows {
                    let found = changes(cx.tx(), authority, row, today)?;
                    all.push(met(&found));
                    child::write(cx, row, found)?;
                }
                Ok(all)
            });
            bring.wait()?
        };
        for (is_new, changes, note) in met {
            match (is_new, changes) {
                (true, _) => self.brought.new += 1,
                (false, 0) => self.brought.same += 1,
                (false, _) => self.brought.changed += 1,
            }
            self.brought.notes.extend(note);
        }
        Ok(())
    }

    /// Ends the work with those who are no longer on the list.
    fn leavers(&mut self, list: &List) -> Result<()> {
        let (mut here, mut leaving) = (0, Vec::new());
        let mut after = String::new();
        loop {
            let (edge, from, authority) = (self.fresh(), after.clone(), self.authority);
            let page = self.kith.read(edge, move |cx| open_children(cx.tx, authority, &from));
            let page = page.wait()?;
            let Some((last, _, _)) = page.last() else { break };
            after.clone_from(last);
            let open = page.into_iter().filter(|(_, _, open)| *open);
            for (id, child, _) in open {
                here += 1;
                if !list.ids.contains(&id) {
                    leaving.push(child);
                }
            }
        }
        let many = leaving.len() > ENDS_ALWAYS && leaving.len() * 2 > here;
        if list.nameless || many && self.how != How::BringWhole {
            self.brought.kept = leaving.len() as u64;
            return Ok(());
        }
        self.brought.ended = leaving.len() as u64;
        if self.how == How::Look {
            return Ok(());
        }
        for some in leaving.chunks(CHUNK) {
            let (edge, some) = (self.fresh(), some.to_vec());
            let ended = self.kith.write_behind(edge, vec![], move |cx| {
                some.iter().try_for_each(|child| end(cx, *child))
            });
            ended.wait()?;
        }
        Ok(())
    }
}

fn met(found: &child::Found) -> Met {
    (found.person.is_none(), found.changes.len(), found.note)
}

/// Everybody with an id from this one on, and whether anybody still works with them.
fn open_children(
    tx: &mut store::tx::Tx,
    authority: Authority,
    after: &str,
) -> Result<Vec<(String, PersonId, bool)>> {
    let limit = i64::try_from(CHUNK).unwrap_or(i64::MAX);
    let page = tx.list_numbered((authority, Scheme::LaChildId), after, limit)?;
    let mut all = Vec::with_capacity(page.len());
    for (id, child) in page {
        let open = !tx.list_open_parts(child)?.is_empty();
        all.push((id, child, open));
    }
    Ok(all)
}
