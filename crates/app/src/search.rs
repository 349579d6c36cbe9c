//! Searching: the words are kept first, so that no address has them in it, and answered only to
//! whoever asked. An answered search is one look, with its words and whom it showed.
//!
//! ```text
//! keep(words) ▸ id        answer(id) ▸ people, entries        open(id, reason) ▸ a restricted file
//! ```
//! Deliberately absent: a search on behalf of somebody else, and any sum over what people look
//! for.

mod entries;
mod people;

use crate::chance::Chance;
use crate::cx::{Read, Write};
use crate::edge::Edge;
use crate::error::{Error, Fault, Result, Why};
use crate::kith::{Answer as Answered, Kith};
use crate::opening;
use crate::reader::{Reader, reader};
use crate::session::{Caller, Shown};
use domain::access::Viewer;
use domain::id::{AccountId, PersonId};
use domain::look::AtWhat;
use domain::person::Phone;
use domain::search::{Answer, Asks, Desk, Sought};
use domain::time::day_of;
use jiff::{SignedDuration, Timestamp};
use store::search::{DeskRow, KeptRow};
use store::tx::Tx;
use uuid::Uuid;

/// A search is answered for this long, and then forgotten.
pub const KEPT_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Where a search begins, and who reads.
#[derive(Debug, Clone)]
pub struct Begins {
    /// Who reads.
    pub reader: Reader,
    /// What they looked for lately, each once, the last first.
    pub lately: Vec<(Uuid, String)>,
}

/// What a search found, and who reads.
#[derive(Debug, Clone)]
pub struct Page {
    /// Who reads.
    pub reader: Reader,
    /// What was found.
    pub answer: Answer,
}

/// The page a search begins on. It shows nothing of anybody.
pub fn begin(cx: &mut Read<'_>) -> Result<Shown<Begins>> {
    let reader = reader(cx)?;
    searches(&reader.viewer)?;
    let lately = list_lately(cx)?;
    Ok(Shown { page: Begins { reader, lately }, look: None })
}

/// What a kept search finds now, for whoever asked it; `older` is where its next page begins.
pub fn read(cx: &mut Read<'_>, id: Uuid, older: Option<&str>) -> Result<Shown<Page>> {
    let reader = reader(cx)?;
    let Shown { page: answer, look } = answer(cx, id, older)?;
    Ok(Shown { page: Page { reader, answer }, look })
}

/// Whoever keeps the accounts and nothing else has nobody to look for.
fn searches(viewer: &Viewer) -> Result<()> {
    if viewer.meets_children() { Ok(()) } else { Err(Error::NotYours) }
}

/// What somebody typed, to be kept.
#[derive(Debug, Clone)]
pub struct Typed {
    account: AccountId,
    row: KeptRow,
}

/// Keeps what somebody typed; its id is what the address says.
pub async fn keep(kith: &Kith, caller: Caller, typed: String) -> Result<Uuid> {
    let typed = kith.show(caller, move |cx| parse(cx, &typed)).await?;
    write_down(kith, typed).await
}

/// What somebody typed, if they may search at all. It shows nothing of anybody.
pub fn parse(cx: &mut Read<'_>, typed: &str) -> Result<Shown<Typed>> {
    let viewer = cx.viewer()?;
    searches(&viewer)?;
    let sought = Sought::parse(typed);
    if sought.is_blank() {
        return Err(Error::Refused(vec![Fault { at: "q", why: Why::Empty }]));
    }
    let Edge { now, seed, .. } = cx.edge;
    let id = Chance::new(seed, now).id().0.into_bytes();
    let row = KeptRow { id, at: now, words: sought.typed };
    Ok(Shown { page: Typed { account: viewer.account, row }, look: None })
}

/// Keeps it; its id.
pub fn write_down(kith: &Kith, Typed { account, row }: Typed) -> Answered<Uuid> {
    kith.write_looks(move |pen| {
        pen.tx.keep_search(account, &row)?;
        Ok(Uuid::from_bytes(row.id))
    })
}

/// What a kept search finds now, for whoever asked it; `older` is where its next page begins.
pub fn answer(cx: &mut Read<'_>, id: Uuid, older: Option<&str>) -> Result<Shown<Answer>> {
    let viewer = cx.viewer()?;
    searches(&viewer)?;
    let kept = find_kept(cx.tx, viewer.account, id, viewer.at)?;
    let sought = Sought::parse(&kept.words);
    let people = match older {
        None => people::find(cx.tx, &viewer, &sought)?,
        Some(_) => people::Found::default(),
    };
    let asks = people.asked.map(|asked| asked.asks);
    let (entries, older) = entries::find(cx.tx, &viewer, &sought, older)?;
    let found = people.hits.iter().map(|hit| hit.id);
    let through = people.hits.iter().flat_map(|hit| hit.through.iter().map(|seen| seen.child));
    let beside = entries.iter().flat_map(|of| of.hits.iter().flat_map(|hit| &hit.beside));
    let of = entries.iter().map(|of| of.child);
    let all = found.chain(through).chain(of).chain(beside.map(|(child, _)| *child));
    let mut shown: Vec<PersonId> = all.collect();
    shown.sort_unstable();
    shown.dedup();
    let page = Answer {
        as_of: day_of(viewer.at),
        typed: sought.typed,
        people: people.hits,
        entries,
        asks,
        older,
        duty: duty(cx.tx, &viewer)?,
    };
    let words = Some(page.typed.clone());
    Ok(Shown { page, look: Some(AtWhat::List { words, shown }) })
}

/// Opens the restricted file that a search asked for exactly, for somebody who says why. The file
/// is found anew, so that no address and no form has to name it before.
pub fn open(cx: &mut Write<'_, '_>, id: Uuid, reason: &str) -> Result<PersonId> {
    let viewer = cx.viewer()?;
    searches(&viewer)?;
    let kept = find_kept(cx.tx(), viewer.account, id, viewer.at)?;
    let found = people::find(cx.tx(), &viewer, &Sought::parse(&kept.words))?;
    let asked = found.asked.filter(|asked| !matches!(asked.asks, Asks::Duty(_)));
    let asked = asked.ok_or(Error::NotFound)?;
    opening::open_with_reason(cx, asked.child, asked.by, reason)?;
    Ok(asked.child)
}

/// What this account looked for lately, each once, the last first.
pub fn list_lately(cx: &mut Read<'_>) -> Result<Vec<(Uuid, String)>> {
    let viewer = cx.viewer()?;
    let mut lately: Vec<(Uuid, String)> = Vec::new();
    for kept in cx.tx.list_searches(viewer.account, 24)? {
        if !lately.iter().any(|(_, words)| *words == kept.words) {
            lately.push((Uuid::from_bytes(kept.id), kept.words));
        }
    }
    lately.truncate(6);
    Ok(lately)
}

/// Forgets searches that are no longer answered; how many.
pub fn forget(kith: &Kith, now: Timestamp) -> Answered<u64> {
    let before = now.checked_sub(KEPT_FOR).unwrap_or(Timestamp::MIN);
    kith.write_looks(move |pen| Ok(pen.tx.forget_searches(before)?))
}

fn find_kept(tx: &mut Tx, account: AccountId, id: Uuid, now: Timestamp) -> Result<KeptRow> {
    let kept = tx.find_search(account, id.into_bytes())?;
    kept.filter(|kept| now.duration_since(kept.at) < KEPT_FOR).ok_or(Error::NotFound)
}

/// The desk of a team of the viewer's: any other number would send a tired person to people who do
/// not know the family.
fn duty(tx: &mut Tx, viewer: &Viewer) -> Result<Option<Desk>> {
    let desks = tx.list_desks()?;
    let own = desks.into_iter().find(|desk| viewer.member_of.contains(&desk.team));
    Ok(own.map(desk))
}

fn desk(row: DeskRow) -> Desk {
    Desk { team: row.name, phone: Phone { number: row.number, note: row.note } }
}
