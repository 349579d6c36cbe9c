//! Whose it is: a sitting that a tablet handed in waits until somebody says which child's. Before
//! that it is no entry, and all that is shown of it is what a person needs to know it by.
//!
//! ```text
//! handed in, sealed ▸ opened for whoever may ▸ "Tyler, Tuesday, at school: whose is it?"
//!      ├ this child's ▸ blobs kept ▸ entries, all in one transaction
//!      └ nobody's here ▸ set aside, with a reason; what was handed in stays sealed
//! ```
//! The worker whose tablet it was may, and whoever answers for their team. The child is confirmed
//! by that person even where it was taken along from the record: the wrong tablet is picked up, and
//! a brother gets on with it.

use crate::cx::{Read, Write};
use crate::edge::{Actor, Edge};
use crate::error::{Error, Fault, Result, Why};
use crate::handed_in::{ChunkDigest, OpenedBundle, hex};
use crate::houses_session::{Filing, KeptBlob, file_session};
use crate::kith::Kith;
use crate::reader::{Reader, full_name, people, reader};
use crate::session::{Caller, Shown};
use crate::tablet::may_take_along;
use domain::access::{Action, Viewer};
use domain::drawing::MEDIA_TYPE;
use domain::entry::Digest;
use domain::id::{AccountId, EntryId, PersonId, SittingId};
use domain::look::AtWhat;
use domain::tablet::HandedInState;
use exchange::kit::{self, Session};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use store::handed_in::{Decided, Kept};
use store::tx::Tx;
use ui::whose::{Asks, Waits};
use uuid::Uuid;

/// The longest reason for setting a sitting aside, in characters.
const WHY_MAX: usize = 500;

/// What somebody says.
#[derive(Debug, Clone)]
pub enum Says {
    /// It is this child's.
    Whose(PersonId),
    /// It belongs in nobody's record here, and why.
    Nobodys(String),
}

/// What the reader may say something about, the oldest first.
pub fn list(cx: &mut Read<'_>) -> Result<Shown<(Reader, Vec<Waits>)>> {
    let reader = reader(cx)?;
    if !reader.viewer.meets_children() {
        return Err(Error::NotYours);
    }
    let mut list = Vec::new();
    for kept in waiting(cx.tx, &reader.viewer)? {
        let tablet = cx.tx.find_tablet(kept.handed_in.tablet, cx.edge.now)?;
        let own = kept.account == reader.viewer.account;
        let worker = if own { None } else { name_of(cx, kept.account)? };
        list.push(Waits {
            sitting: kept.handed_in.sitting,
            arrived_at: kept.handed_in.arrived_at,
            finished: kept.handed_in.finished,
            tablet: tablet.map(|known| known.tablet.name).unwrap_or_default(),
            worker,
        });
    }
    Ok(Shown { page: (reader, list), look: None })
}

/// How many wait for this viewer.
pub(crate) fn count_waiting(tx: &mut Tx, viewer: &Viewer) -> Result<usize> {
    Ok(waiting(tx, viewer)?.len())
}

fn waiting(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Kept>> {
    let mut all = tx.list_waiting_of(viewer.account)?;
    for team in &viewer.supervises {
        all.extend(tx.list_waiting_of_team(*team)?);
    }
    let key =
        |kept: &Kept| (kept.handed_in.arrived_at, kept.handed_in.sitting, kept.manifest_digest);
    all.sort_by_key(key);
    all.dedup_by_key(|kept| key(kept));
    Ok(all)
}

/// The worker whose tablet it was, and whoever answers for a team of theirs.
fn may_say(tx: &mut Tx, viewer: &Viewer, account: AccountId) -> Result<bool> {
    if account == viewer.account {
        return Ok(true);
    }
    let Some(known) = tx.find_account(account)? else { return Ok(false) };
    Ok(known.account.teams.iter().any(|team| viewer.supervises.contains(team)))
}

fn name_of(cx: &mut Read<'_>, account: AccountId) -> Result<Option<String>> {
    let Some(known) = cx.tx.find_account(account)? else { return Ok(None) };
    let who = known.account.person;
    let known = people(cx, &[who])?;
    Ok(Some(full_name(&known, who, domain::time::day_of(cx.edge.now))))
}

/// The branches of a sitting that wait, for whoever may say whose it is.
fn branches(tx: &mut Tx, viewer: &Viewer, sitting: SittingId) -> Result<Vec<Kept>> {
    let mut open = Vec::new();
    for kept in tx.list_branches(sitting)? {
        let waits = kept.handed_in.state == HandedInState::Waiting;
        if waits && may_say(tx, viewer, kept.account)? {
            open.push(kept);
        }
    }
    Ok(open)
}

impl Kith {
    /// Asks whose a sitting is: the first of its branches that waits.
    pub async fn ask_whose(&self, caller: Caller, sitting: SittingId) -> Result<(Reader, Asks)> {
        let find = move |cx: &mut Read<'_>| {
            let viewer = cx.viewer()?;
            let branches = branches(cx.tx, &viewer, sitting)?;
            Ok(Shown { page: branches, look: None })
        };
        let branches = self.show(caller.clone(), find).await?;
        let first = branches.first().cloned().ok_or(Error::NotFound)?;
        let (session, _) = self.opened(&first).await?;
        let branches = branches.len();
        self.show(caller, move |cx| asks(cx, &first, &session, branches)).await
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
            Ok(Shown { page: branches(cx.tx, &viewer, sitting)?, look: None })
        };
        let waiting = self.show(caller.clone(), find).await?;
        // Nobody says of one branch what they were asked of another.
        let asked = |kept: &Kept| branch.is_none_or(|branch| kept.manifest_digest == branch);
        let kept = waiting.into_iter().find(asked).ok_or(Error::NotFound)?;
        match says {
            Says::Nobodys(why) => self.set_aside(caller, kept, why).await.map(|()| None),
            Says::Whose(child) => self.file_as(caller, kept, child).await.map(Some),
        }
    }

    async fn set_aside(&self, caller: Caller, kept: Kept, why: String) -> Result<()> {
        let why = why.trim().to_owned();
        if why.is_empty() || why.chars().count() > WHY_MAX {
            let why = if why.is_empty() { Why::Empty } else { Why::TooLong(WHY_MAX) };
            return Err(Error::Refused(vec![Fault { at: "why", why }]));
        }
        self.save(caller, vec![], move |cx| {
            decide(cx, &kept, HandedInState::SetAside, None, Some(&why))
        })
        .await
    }

    async fn file_as(&self, caller: Caller, kept: Kept, child: PersonId) -> Result<EntryId> {
        // Asked before anything is opened or kept, and again where it is filed.
        let may = move |cx: &mut Read<'_>| {
            cx.authorise(Action::Write, child)?;
            Ok(Shown { page: (), look: None })
        };
        self.show(caller.clone(), may).await?;
        let (session, opened) = self.opened(&kept).await?;
        let blobs = self.keep_all(&caller, &session, opened).await?;
        let filed = kept.clone();
        let edge = Edge { now: caller.now, seed: caller.seed, actor: Actor::Console };
        let save = self.save(caller, vec![child], move |cx| {
            let filing = Filing {
                child,
                account: kept.account,
                bundle: kept.manifest_digest,
                blobs: blobs.clone(),
                speaks_to: vec![],
                written_up: false,
            };
            let root = file_session(cx, &session, filing)?;
            decide(cx, &kept, HandedInState::Filed, Some((child, root)), None)?;
            Ok(root)
        });
        let root = save.await?;
        // It is in the record: what lies sealed beside it is a second copy.
        self.drop_chunks(edge, &filed).await?;
        Ok(root)
    }

    async fn opened(&self, kept: &Kept) -> Result<(Session, OpenedBundle)> {
        let opened = self.open_kept(kept).await?;
        let session = kit::read(opened.ops.iter().map(Vec::as_slice));
        // Why not may quote what a child said, and goes into no log.
        let unread = |_| Error::Sitting("its records cannot be read".to_owned());
        Ok((session.map_err(unread)?, opened))
    }

    /// Keeps every drawing, recording and photograph as a blob, before anything names it.
    async fn keep_all(
        &self,
        caller: &Caller,
        session: &Session,
        opened: OpenedBundle,
    ) -> Result<BTreeMap<Uuid, KeptBlob>> {
        let blobs = &self.office()?.blobs;
        let mut kept = BTreeMap::new();
        for (id, bytes, media_type) in to_keep(session, opened) {
            let seed = Sha256::digest([caller.seed.as_slice(), id.as_bytes()].concat()).into();
            let digest = blobs.keep(&bytes, seed).await?;
            let bytes = bytes.len() as u64;
            kept.insert(id, KeptBlob { digest, bytes, media_type });
        }
        Ok(kept)
    }
}

/// What is kept beside a sitting's words: the drawing of each page, and every attachment that is
/// what the page says of it. What it is, is found in its bytes and not in its name.
fn to_keep(session: &Session, mut opened: OpenedBundle) -> Vec<(Uuid, Vec<u8>, String)> {
    let mut all = Vec::new();
    for page in &session.pages {
        if let Some(drawing) = &page.drawing {
            all.push((page.id, drawing.clone(), MEDIA_TYPE.to_owned()));
        }
        let sounds = page.sounds.iter().map(|sound| (sound.attachment, sound.sha256.as_ref()));
        let photos = page.photos.iter().map(|photo| (photo.attachment, photo.sha256.as_ref()));
        for (id, says) in sounds.chain(photos) {
            let Some(bytes) = opened.attachments.remove(&id) else { continue };
            if says.is_none_or(|says| *says == hex(&bytes)) {
                let media_type = media_type(&bytes).to_owned();
                all.push((id, bytes, media_type));
            }
        }
    }
    all
}

/// The media type of a tablet's recording or photograph, by how it begins.
fn media_type(bytes: &[u8]) -> &'static str {
    let at = |place: usize, magic: &[u8]| bytes.get(place..).is_some_and(|b| b.starts_with(magic));
    match () {
        () if at(0, &[0x1a, 0x45, 0xdf, 0xa3]) => "audio/webm",
        () if at(4, b"ftyp") => "audio/mp4",
        () if at(0, b"OggS") => "audio/ogg",
        () if at(0, &[0xff, 0xd8, 0xff]) => "image/jpeg",
        () if at(0, b"\x89PNG\r\n\x1a\n") => "image/png",
        () => "application/octet-stream",
    }
}

fn asks(
    cx: &mut Read<'_>,
    kept: &Kept,
    session: &Session,
    branches: usize,
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
    let along = along.filter(|child| cx.authorise(Action::Write, *child).is_ok());
    let taken_along = match along {
        Some(child) => {
            let card = crate::children::cards(cx, &[child], reader.today())?.pop();
            card.map(|card| (child, card.name))
        }
        None => None,
    };
    others.retain(|(child, _)| taken_along.as_ref().is_none_or(|(along, _)| along != child));
    let shown = taken_along.iter().chain(&others).map(|(child, _)| *child).collect();
    let page = Asks {
        sitting: kept.handed_in.sitting,
        branches,
        branch: ChunkDigest(kept.manifest_digest).to_string(),
        arrived_at: kept.handed_in.arrived_at,
        began_at: session.begun.at,
        name: session.begun.name.clone(),
        worker: session.begun.worker.clone(),
        place: session.begun.place.clone(),
        pages: session.pages.len(),
        finished: kept.handed_in.finished,
        taken_along,
        others,
    };
    Ok(Shown { page: (reader, page), look: Some(AtWhat::List { words: None, shown }) })
}

fn decide(
    cx: &mut Write<'_, '_>,
    kept: &Kept,
    state: HandedInState,
    filed: Option<(PersonId, EntryId)>,
    why: Option<&str>,
) -> Result<()> {
    let viewer = cx.viewer()?;
    if !may_say(cx.tx(), &viewer, kept.account)? {
        return Err(Error::NotFound);
    }
    let decided = Decided {
        state,
        child: filed.map(|(child, _)| child),
        entry: filed.map(|(_, entry)| entry),
        why,
        by: viewer.account,
        at: cx.now(),
    };
    let sitting = kept.handed_in.sitting;
    // Somebody else has said it in between.
    if cx.tx().decide_handed_in(sitting, kept.manifest_digest, decided)? {
        Ok(())
    } else {
        Err(Error::SavedInBetween)
    }
}
