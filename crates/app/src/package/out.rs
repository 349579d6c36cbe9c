//! The outbox at work: the next sitting whose turn it is, by one way.
//!
//! ```text
//! claim, leased ▸ gathered ▸ package ▸ noted what it is ▸ folder or push ▸ noted: sent, or what
//!                                                                          is in its way
//! ```
//! Made of the record as it is now (`packed`). What is restricted stays here: the other system does
//! not know for whom alone it is. Nothing that is logged names anybody.

use super::folder::Left;
use super::packed::Packed;
use super::push::Failed;
use super::whole::{bring, gather};
use super::{Clock, to_the_millisecond};
use crate::cx::{Read, Write};
use crate::edge::Edge;
use crate::error::{Error, Result};
use crate::kith::Kith;
use crate::reader::{Reader, reader};
use crate::session::Shown;
use crate::sitting::{Gathering, NotBrought};
use domain::access::Task;
use domain::id::{EntryId, PackageId, PackageOutId};
use domain::package_out::{Trouble, Way, wait_after};
use domain::time::day_of;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use store::package_out::{Arrived, Claimed, Counted, InTrouble};

/// Longer than anything that is done under a lease.
const LEASE: SignedDuration = SignedDuration::from_mins(20);

/// What became of the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// Nothing waits.
    Nothing,
    /// One is there, or was put aside: there may be another.
    One,
    /// One could not go for now: the others hardly can either.
    NotNow,
}

impl Kith {
    /// Sends the next sitting that waits for this way.
    pub async fn send_next(&self, edge: Edge, way: Way, clock: &Clock) -> Result<Sent> {
        let until = edge.now.checked_add(LEASE).unwrap_or(edge.now);
        let claim = move |cx: &mut Write<'_, '_>| {
            let now = cx.now();
            Ok(cx.tx().claim_package(way, now, until)?)
        };
        let Some(claimed) = self.write_behind(edge.clone(), vec![], claim).await? else {
            return Ok(Sent::Nothing);
        };
        let done = match way {
            Way::Folder => self.put_in_folder(&edge, &claimed, clock).await,
            Way::Push => self.push(&edge, &claimed, clock).await,
        };
        self.note(edge, claimed, done, clock()).await
    }

    /// Writes down what became of it.
    async fn note(
        &self,
        edge: Edge,
        claimed: Claimed,
        done: std::result::Result<Arrived, Failed>,
        at: Timestamp,
    ) -> Result<Sent> {
        let (out, way, tries) = (claimed.id, claimed.way.as_str(), claimed.tries);
        let next = at.checked_add(wait_after(tries, out)).unwrap_or(at);
        let noted = done.clone();
        let note = move |cx: &mut Write<'_, '_>| {
            Ok(match &noted {
                Ok(arrived) => cx.tx().note_package_sent(&claimed, arrived)?,
                Err(failed) => cx.tx().note_package_trouble(&claimed, *failed, next)?,
            })
        };
        if !self.write_behind(edge, vec![], note).await? {
            tracing::warn!(%out, way, "a package took longer than its lease");
        }
        Ok(match done {
            Ok(_) => {
                tracing::info!(%out, way, tries, "a package went out");
                Sent::One
            }
            Err((trouble, status)) => {
                let trouble_is = trouble.as_str();
                tracing::warn!(%out, way, tries, trouble = trouble_is, status, "a package waits");
                if trouble.stops() || trouble == Trouble::NotWhole {
                    Sent::One
                } else {
                    Sent::NotNow
                }
            }
        })
    }

    async fn put_in_folder(
        &self,
        edge: &Edge,
        claimed: &Claimed,
        clock: &Clock,
    ) -> std::result::Result<Arrived, Failed> {
        let folder = self.packing().folder.clone().ok_or((Trouble::FolderMissing, None))?;
        let arrived = |at| Arrived { at, to: folder.name.clone(), receipt: None, receipt_at: None };
        if let (Some(which), Some(made)) = (&claimed.ready_in, &claimed.made) {
            let name = name_of(made.package);
            match folder.left(&name, which).map_err(alone)? {
                Left::Named => return Ok(arrived(clock())),
                Left::Part => {
                    folder.name_it(&name).map_err(alone)?;
                    return Ok(arrived(clock()));
                }
                Left::Elsewhere => self.note_ready(edge, claimed, None).await?,
            }
        }
        // Asked before anything is read: a folder that is not there costs nothing.
        let which = folder.which().map_err(alone)?;
        let _turn = self.packing().turns.take().await.map_err(|_| alone(Trouble::Broken))?;
        let packed = self.pack(edge, claimed, clock).await?;
        let (to, made) = (folder.clone(), packed.made);
        let written = aside(move || to.write_part(&packed.package()?));
        written.await.map_err(alone)?;
        self.note_ready(edge, claimed, Some(which)).await?;
        folder.name_it(&name_of(made.package)).map_err(alone)?;
        Ok(arrived(clock()))
    }

    async fn push(
        &self,
        edge: &Edge,
        claimed: &Claimed,
        clock: &Clock,
    ) -> std::result::Result<Arrived, Failed> {
        let push = self.packing().push.clone().ok_or((Trouble::NoAnswer, None))?;
        let _turn = self.packing().turns.take().await.map_err(|_| alone(Trouble::Broken))?;
        let packed = self.pack(edge, claimed, clock).await?;
        let to = push.name.clone();
        let sent = tokio::task::spawn_blocking(move || {
            let package = packed.package().map_err(alone)?;
            push.send(&package, (packed.bytes, packed.made.sha256))
        });
        let receipt = sent.await.map_err(|_| alone(Trouble::Broken))??;
        let (receipt, receipt_at) = (Some(receipt.id), receipt.at);
        Ok(Arrived { at: clock(), to, receipt, receipt_at })
    }

    async fn note_ready(
        &self,
        edge: &Edge,
        claimed: &Claimed,
        which: Option<String>,
    ) -> std::result::Result<(), Failed> {
        let claimed = claimed.clone();
        let note = move |cx: &mut Write<'_, '_>| {
            Ok(cx.tx().note_package_ready(&claimed, which.as_deref())?)
        };
        match self.write_behind(edge.clone(), vec![], note).await {
            Ok(true) => Ok(()),
            // Another has it by now.
            Ok(false) => Err(alone(Trouble::Broken)),
            Err(why) => Err(broken(&why)),
        }
    }

    /// Makes the package of it and writes down which it is.
    async fn pack(
        &self,
        edge: &Edge,
        claimed: &Claimed,
        clock: &Clock,
    ) -> std::result::Result<Packed, Failed> {
        let root = claimed.root;
        let named = self.packing().authority.clone();
        let of = claimed.clone();
        let read = move |cx: &mut Read<'_>| {
            let on = day_of(cx.edge.now);
            let everything = Gathering { root, on, may_read: &|_| true };
            let gathered = gather(cx.tx, &everything, named.as_deref())?;
            let restricted = cx.tx.is_restricted(gathered.sitting.child.id, cx.edge.now)?;
            Ok((gathered, restricted, cx.tx.find_last_package(&of)?))
        };
        let (gathered, restricted, last) =
            self.read(edge.clone(), read).await.map_err(|why| broken(&why))?;
        if restricted {
            return Err(alone(Trouble::Restricted));
        }
        let note = gathered.sitting.session.note;
        let sitting = bring(self, gathered).await.map_err(|why| not_brought(&why))?;
        let (packing, now) = (Arc::clone(self.packing()), to_the_millisecond(clock()));
        let of = (claimed.made, last);
        let packed = aside(move || Packed::make(sitting, packing, of, now)).await;
        let packed = packed.map_err(alone)?;
        self.note_made(edge, claimed, &packed, note).await?;
        Ok(packed)
    }

    async fn note_made(
        &self,
        edge: &Edge,
        claimed: &Claimed,
        packed: &Packed,
        note: Option<EntryId>,
    ) -> std::result::Result<(), Failed> {
        let (claimed, made) = (claimed.clone(), packed.made);
        let bytes = i64::try_from(packed.bytes).unwrap_or(i64::MAX);
        let write = move |cx: &mut Write<'_, '_>| {
            Ok(cx.tx().note_package_made(&claimed, (made, bytes, note))?)
        };
        match self.write_behind(edge.clone(), vec![], write).await {
            Ok(true) => Ok(()),
            Ok(false) => Err(alone(Trouble::Broken)),
            Err(why) => Err(broken(&why)),
        }
    }
}

/// The name of its file, without its ending.
fn name_of(package: PackageId) -> String {
    format!("houses-{package}")
}

/// Long work, on a thread that nobody is answered on.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> std::result::Result<T, Trouble> + Send + 'static,
) -> std::result::Result<T, Trouble> {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(Trouble::Broken))
}

const fn alone(trouble: Trouble) -> Failed {
    (trouble, None)
}

fn broken(why: &Error) -> Failed {
    if matches!(why, Error::NotFound) {
        return alone(Trouble::Gone);
    }
    tracing::error!(error = %why.without_words(), "a package cannot be made now");
    alone(Trouble::Broken)
}

fn not_brought(why: &NotBrought) -> Failed {
    match why {
        NotBrought::NotHere => alone(Trouble::NotWhole),
        NotBrought::NoDrawing => alone(Trouble::NotMade),
        NotBrought::Error(why) => broken(why),
    }
}

/// How the way out stands: counts, ages and reasons, and nobody's name.
#[derive(Debug, Clone)]
pub struct Desk {
    /// How many stand how.
    pub counted: Vec<Counted>,
    /// What is in the way of which.
    pub troubles: Vec<InTrouble>,
}

/// The desk of whoever looks after the program.
pub fn desk(cx: &mut Read<'_>) -> Result<Shown<(Reader, Desk)>> {
    cx.may(Task::KeepSystem)?;
    let reader = reader(cx)?;
    let desk =
        Desk { counted: cx.tx.count_packages()?, troubles: cx.tx.list_packages_in_trouble()? };
    Ok(Shown { page: (reader, desk), look: None })
}

/// Lets one be tried again now.
pub fn try_again(cx: &mut Write<'_, '_>, id: PackageOutId) -> Result<()> {
    cx.may(Task::KeepSystem)?;
    let now = cx.now();
    if cx.tx().try_package_again(id, now)? { Ok(()) } else { Err(Error::NotFound) }
}
