//! Whose it is: a sitting that a tablet handed in waits until somebody says which child's. Before
//! that it is no entry, and all that is shown of it is what a person needs to know it by.
//!
//! ```text
//! handed in, sealed ▸ its words opened for whoever may ▸ "Tyler, Tuesday, at school: whose is it?"
//!      ├ this child's ▸ blobs kept ▸ entries, all in one transaction
//!      └ nobody's here ▸ set aside, with a reason; stays sealed ▸ taken up again ▸ it waits
//! ```
//! Who may is in [`answering`]. The child is confirmed by that person even where it was taken along
//! from the record: the wrong tablet is picked up, and a brother gets on with it.

mod added;
mod answering;
mod filing;

use crate::cx::{Read, Write};
use crate::error::{Error, Fault, Result, Why};
use crate::handed_in::ChunkDigest;
use crate::kith::Kith;
use crate::reader::{Reader, full_name, people, reader};
use crate::session::{Caller, Shown};
use crate::tablet::may_take_along;
use added::{Added, Whose};
use answering::{branches, may_say};
use domain::access::{Action, Task, may};
use domain::child_list::Offered;
use domain::entry::Digest;
use domain::id::{AccountId, EntryId, PersonId, SittingId};
use domain::look::AtWhat;
use domain::sound::Sought;
use domain::tablet::{HandedInState, unopened_code};
use exchange::kit::Session;
use std::cmp::Reverse;
use store::handed_in::{Kept, Said};
use ui::whose::{self as page, Asks, HandedIn, Waits};

pub(crate) use answering::{count_waiting, list_waiting, may_bring};

/// The longest reason for setting a sitting aside, in characters.
const WHY_MAX: usize = 500;

/// What somebody says.
#[derive(Debug, Clone)]
pub enum Says {
    /// It is this child's.
    Whose(PersonId),
    /// It belongs in nobody's record here, and why.
    Nobodys(String),
    /// A child's who is not on the list: what they are called, and their number where there is one.
    /// Only where the kit runs without the record.
    Added {
        /// Full name.
        name: String,
        /// The number the other system knows them by; blank where nobody knows it.
        number: String,
    },
}

/// What the reader may say something about: what waits, and what was set aside.
///
/// # Errors
/// Where tablets are nothing for whoever asks.
pub fn list(cx: &mut Read<'_>) -> Result<Shown<(Reader, HandedIn)>> {
    let reader = reader(cx)?;
    if !may(&reader.viewer, Task::BeginFile) {
        return Err(Error::NotYours);
    }
    let (mut waits, mut aside) = (Vec::new(), Vec::new());
    for kept in list_waiting(cx.tx, &reader.viewer)? {
        waits.push(listed(cx, &reader, &kept)?);
    }
    for kept in answering::list(cx.tx, &reader.viewer, HandedInState::SetAside)? {
        let Some(set) = said_of(cx, &kept)?.pop() else { continue };
        let branch = ChunkDigest(kept.manifest_digest).to_string();
        aside.push((listed(cx, &reader, &kept)?, branch, set));
    }
    Ok(Shown { page: (reader, HandedIn { waits, aside, came: None }), look: None })
}

fn listed(cx: &mut Read<'_>, reader: &Reader, kept: &Kept) -> Result<Waits> {
    let tablet = cx.tx.find_tablet(kept.handed_in.tablet, cx.edge.now)?;
    let own = kept.account == reader.viewer.account;
    Ok(Waits {
        sitting: kept.handed_in.sitting,
        arrived_at: kept.handed_in.arrived_at,
        finished: kept.handed_in.finished,
        tablet: tablet.map(|known| known.tablet.name).unwrap_or_default(),
        worker: if own { None } else { name_of(cx, kept.account)? },
        important: kept.handed_in.important,
    })
}

/// All that was said of it so far, one after the other.
pub(crate) fn said_of(cx: &mut Read<'_>, kept: &Kept) -> Result<Vec<page::Said>> {
    let said = cx.tx.list_said_of_handed_in(kept)?.into_iter();
    let named = said.map(|Said { state, why, by, at }| {
        let by = name_of(cx, by)?.unwrap_or_default();
        Ok(page::Said { state, why, by, at })
    });
    named.collect()
}

/// What the worker of this account is called.
pub(crate) fn name_of(cx: &mut Read<'_>, account: AccountId) -> Result<Option<String>> {
    let Some(known) = cx.tx.find_account(account)? else { return Ok(None) };
    let who = known.account.person;
    let known = people(cx, &[who])?;
    Ok(Some(full_name(&known, who, domain::time::day_of(cx.edge.now))))
}

impl Kith {
    /// Asks whose a sitting is: the first of its branches that waits.
    pub async fn ask_whose(&self, caller: Caller, sitting: SittingId) -> Result<(Reader, Asks)> {
        let find = move |cx: &mut Read<'_>| {
            let viewer = cx.viewer()?;
            let branches = branches(cx.tx, &viewer, sitting, HandedInState::Waiting)?;
            Ok(Shown { page: branches, look: None })
        };
        let branches = self.show(caller.clone(), find).await?;
        let first = branches.first().cloned().ok_or(Error::NotFound)?;
        let session = self.words_of(&first).await?;
        self.show(caller, move |cx| asks(cx, &first, &session, &branches)).await
    }

    /// Writes down what somebody says; the sitting's entry where it was filed.
    pub async fn say_whose(
        &self,
        caller: Caller,
        (sitting, branch): (SittingId, Option<Digest>),
        says: Says,
    ) -> Result<Option<EntryId>> {
        let find = move |cx: &mut Read<'_>| {
            let viewer = cx.viewer()?;
            Ok(Shown {
                page: branches(cx.tx, &viewer, sitting, HandedInState::Waiting)?,
                look: None,
            })
        };
        let waiting = self.show(caller.clone(), find).await?;
        // Nobody says of one branch what they were asked of another.
        let asked = |kept: &Kept| branch.is_none_or(|branch| kept.manifest_digest == branch);
        let kept = waiting.into_iter().find(asked).ok_or(Error::NotFound)?;
        match says {
            Says::Nobodys(why) => self.set_aside(caller, kept, why).await.map(|()| None),
            Says::Whose(child) => self.file_as(caller, kept, Whose::Known(child)).await.map(Some),
            Says::Added { name, number } if self.is_alone() => {
                let added = Added::checked(&name, &number)?;
                self.file_as(caller, kept, Whose::Added(added)).await.map(Some)
            }
            Says::Added { .. } => Err(Error::NotFound),
        }
    }

    /// Takes up again what was set aside: it waits, as before.
    ///
    /// # Errors
    /// Where nobody set that branch aside, or it is not the caller's to say.
    pub async fn take_up(
        &self,
        caller: Caller,
        (sitting, branch): (SittingId, Digest),
    ) -> Result<()> {
        self.save(caller, vec![], move |cx| {
            let viewer = cx.viewer()?;
            let aside = branches(cx.tx(), &viewer, sitting, HandedInState::SetAside)?;
            let kept = aside.into_iter().find(|kept| kept.manifest_digest == branch);
            say(cx, &kept.ok_or(Error::NotFound)?, HandedInState::Waiting, None, None)
        })
        .await
    }

    async fn set_aside(&self, caller: Caller, kept: Kept, why: String) -> Result<()> {
        let why = why.trim().to_owned();
        if why.is_empty() || why.chars().count() > WHY_MAX {
            let why = if why.is_empty() { Why::Empty } else { Why::TooLong(WHY_MAX) };
            return Err(Error::Refused(vec![Fault { at: "why", why }]));
        }
        self.save(caller, vec![], move |cx| {
            say(cx, &kept, HandedInState::SetAside, None, Some(why.clone()))
        })
        .await
    }
}

fn asks(
    cx: &mut Read<'_>,
    kept: &Kept,
    session: &Session,
    branches: &[Kept],
) -> Result<Shown<(Reader, Asks)>> {
    let reader = reader(cx)?;
    let mut others = may_take_along(cx)?;
    let pack = session.begun.pack.as_ref().and_then(|pack| pack.parse().ok());
    let along = match pack {
        Some(pack) => cx.tx.find_taken_along(kept.handed_in.tablet, pack)?,
        None => None,
    };
    // Whoever is shut out of that child's file is not told of it here either.
    if let Some(child) = along {
        cx.authorise(Action::FindByName, child)?;
    }
    let taken_along = match along {
        Some(child) if cx.lets(Action::Write, child)? => {
            let card = crate::children::cards(cx, &[child], reader.today())?.pop();
            card.map(|card| (child, card.name))
        }
        _ => None,
    };
    others.retain(|child| taken_along.as_ref().is_none_or(|(along, _)| *along != child.id));
    let alike = alike_first(&session.begun.name, &mut others);
    let along = taken_along.iter().map(|(child, _)| *child);
    let shown = along.chain(others.iter().map(|child| child.id)).collect();
    let sitting = kept.handed_in.sitting;
    let page = Asks {
        sitting,
        branches: branches.len(),
        branch: ChunkDigest(kept.manifest_digest).to_string(),
        arrived_at: kept.handed_in.arrived_at,
        began_at: session.begun.at,
        name: session.begun.name.clone(),
        worker: session.begun.worker.clone(),
        place: session.begun.place.clone(),
        pages: session.pages.len(),
        finished: kept.handed_in.finished,
        unopened: (kept.unopened > 0).then(|| (kept.unopened, unopened_code(sitting))),
        important: branches.iter().filter_map(|kept| kept.handed_in.important).min(),
        said: said_of(cx, kept)?,
        may_add: cx.alone,
        taken_along,
        others,
        alike,
    };
    Ok(Shown { page: (reader, page), look: Some(AtWhat::Sitting { sitting, shown }) })
}

/// From so much likeness on, in thousandths, two names may be one child's.
const ALIKE: u16 = 700;

/// Whoever is called like on the tablet stands first, the likest before all; how many there are.
/// Nobody is chosen by it.
fn alike_first(name: &str, others: &mut [Offered]) -> usize {
    let sought = Sought::new(name);
    let likeness = |child: &Offered| sought.similarity(&child.name);
    let far = |child: &Offered| Reverse(Some(likeness(child)).filter(|like| *like >= ALIKE));
    others.sort_by_cached_key(|child| (far(child), !child.own));
    others.iter().take_while(|child| likeness(child) >= ALIKE).count()
}

/// Writes down what whoever asks says of it.
fn say(
    cx: &mut Write<'_, '_>,
    kept: &Kept,
    state: HandedInState,
    filed: Option<(PersonId, EntryId)>,
    why: Option<String>,
) -> Result<()> {
    let viewer = cx.viewer()?;
    if !may_say(cx.tx(), &viewer, kept)? {
        return Err(Error::NotFound);
    }
    let said = Said { state, why, by: viewer.account, at: cx.now() };
    // Somebody else has said it in between.
    if cx.tx().say_of_handed_in(kept, &said, filed)? { Ok(()) } else { Err(Error::SavedInBetween) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(typed: &str) -> (usize, Vec<String>) {
        let offered = |(n, name): (u8, &str)| {
            let id = PersonId::from_bytes([n; 16]);
            Offered { id, name: name.to_owned(), born: None, own: n < 3 }
        };
        let names = ["Ada Lowe", "Tyler Marsh", "Noah Whitcombe", "Noah Adeyemi", "Nora Lowe"];
        let mut all: Vec<_> = (1..).zip(names).map(offered).collect();
        let alike = alike_first(typed, &mut all);
        (alike, all.into_iter().map(|child| child.name).collect())
    }

    #[test]
    fn whoever_is_called_like_on_the_tablet_stands_first_and_else_those_one_works_with() {
        for typed in ["Noah Whitcombe", "noah whitcombe", "Noa Whitcomb"] {
            assert_eq!(ordered(typed).1[0], "Noah Whitcombe", "{typed}");
        }
        let (alike, names) = ordered("Noah");
        assert_eq!(alike, 2, "{names:?}");
        assert!(names[..2].iter().all(|name| name.starts_with("Noah")), "{names:?}");
        let (nobody, names) = ordered("the boy at number 9");
        assert_eq!((nobody, &*names[0]), (0, "Ada Lowe"));
    }
}
