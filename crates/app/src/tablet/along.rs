//! Whom a tablet has along, and what it is told of them: each time after the one rule was asked
//! again, and each such telling is a look of the worker whose tablet it is.
//!
//! Told only to the token that is kept under the PIN. How it stands, without a name, is told to the
//! token that hands in as well.

use super::{ByTablet, own_tablet, viewer_of};
use crate::children::cards;
use crate::cx::{Read, Write};
use crate::edge::Actor;
use crate::entry::may_be_read;
use crate::error::{Error, Result, Why};
use crate::file::File;
use crate::kith::Kith;
use crate::parents::to_the_child;
use crate::session::Shown;
use crate::typed::Typed;
use domain::access::Action;
use domain::board::speakers;
use domain::child_list::{Listed, Offered, Which};
use domain::front_page::{Named, Standing as Kin};
use domain::id::{EntryId, PersonId, TabletId};
use domain::kind::{Kind, Payload};
use domain::listening::Became;
use domain::look::{Look, Page};
use domain::tablet::{ALONG_MAX, Standing, VisitOn, forgets_at};
use jiff::Timestamp;
use jiff::civil::Date;
use std::sync::Arc;
use store::reading::Reading;
use store::story::{StoryAsked, Told as Line};
use store::tablet::{AlongRow, KnownTablet};

/// What a tablet is told when it asks.
#[derive(Debug, Clone)]
pub struct Told {
    /// Whether it may go on, or only hand in.
    pub may_go_on: bool,
    /// Until when it may be used.
    pub until: Timestamp,
    /// Whom it has along.
    pub along: Vec<Taken>,
}

/// How a tablet stands, without a name.
#[derive(Debug, Clone)]
pub struct Stands {
    /// Whether it may go on, or only hand in.
    pub may_go_on: bool,
    /// Until when it may be used.
    pub until: Timestamp,
    /// What it calls those by whom it may keep.
    pub along: Vec<EntryId>,
}

/// A child who was taken along, as the tablet is told.
#[derive(Debug, Clone)]
pub struct Taken {
    /// What the tablet calls it by.
    pub id: EntryId,
    /// Which child.
    pub child: PersonId,
    /// What the child is called.
    pub name: String,
    /// Who may be asked about: may they see it?
    pub people: Vec<Around>,
    /// What the child told before, the newest first, and what was done about it.
    pub before: Vec<Before>,
    /// Until when.
    pub until: Timestamp,
}

/// A sitting with the child before this.
#[derive(Debug, Clone)]
pub struct Before {
    /// The day.
    pub on: Date,
    /// The day the child was last told what came of it; none: not yet.
    pub answered: Option<Date>,
}

/// Somebody around the child.
#[derive(Debug, Clone)]
pub struct Around {
    /// Who.
    pub id: PersonId,
    /// What they are called.
    pub name: String,
    /// What they are to the child: "Nan", "aunt".
    pub what: Option<String>,
}

impl Kith {
    /// Tells a tablet how it stands and whom it has along. Each child is looked at by its worker,
    /// and that is written down before anything is told.
    ///
    /// # Errors
    /// Where it is not the token that was kept under the PIN.
    pub async fn tell_tablet(&self, by: ByTablet) -> Result<Told> {
        let (id, told, looks) = self.read(by.edge(), move |cx| tell(cx, &by)).await?;
        if !looks.is_empty() {
            self.look(looks).await?;
        }
        let seen = move |cx: &mut Write<'_, '_>| Ok(cx.tx().note_tablet_seen(id, by.now)?);
        self.write(by.edge(), vec![], seen).await?;
        Ok(told)
    }
}

/// How a tablet stands, and which of those it has along it may keep: no name, and so no look. This
/// is what a tablet asks each minute, with nobody before it.
pub fn how_it_stands(cx: &mut Read<'_>, by: &ByTablet) -> Result<Stands> {
    let known = by.find(cx.tx)?;
    let Some((until, files)) = files(cx, by, &known)? else {
        return Ok(Stands { may_go_on: false, until: by.now, along: vec![] });
    };
    let along = files.iter().map(|(row, _)| row.id).collect();
    Ok(Stands { may_go_on: true, until, along })
}

fn tell(cx: &mut Read<'_>, by: &ByTablet) -> Result<(TabletId, Told, Vec<Look>)> {
    let known = by.find_with_pin(cx.tx)?;
    let id = known.tablet.id;
    let Some((until, files)) = files(cx, by, &known)? else {
        return Ok((id, Told { may_go_on: false, until: by.now, along: vec![] }, vec![]));
    };
    let (mut along, mut looks) = (Vec::new(), Vec::new());
    for (row, file) in files {
        along.push(taken(cx, &file, &row)?);
        let at_what = file.look(Page::FrontPage);
        looks.push(Look { at: by.now, account: known.account, at_what });
    }
    Ok((id, Told { may_go_on: true, until, along }, looks))
}

/// Files with the rows by which they are along.
type Along = Vec<(AlongRow, File)>;

/// The files that a tablet has along, and until when it may be used; none where it may only hand
/// in. What the worker may no longer open is no longer along, and nothing says so.
fn files(
    cx: &mut Read<'_>,
    by: &ByTablet,
    known: &KnownTablet,
) -> Result<Option<(Timestamp, Along)>> {
    let viewer = viewer_of(cx.tx, known.account, by.now)?;
    let (Some(viewer), Standing::InUse { until }) = (viewer, known.tablet.standing) else {
        return Ok(None);
    };
    cx.edge.actor = Actor::Account(Arc::new(viewer));
    let mut files = Vec::new();
    for row in cx.tx.list_along(known.tablet.id, by.now)? {
        match File::open(cx, Action::OpenFile, row.child) {
            Ok(file) => files.push((row, file)),
            Err(Error::Store(why)) => return Err(why.into()),
            Err(_) => {}
        }
    }
    Ok(Some((until, files)))
}

fn taken(cx: &mut Read<'_>, file: &File, row: &AlongRow) -> Result<Taken> {
    let facts = cx.tx.read_map(file.asked(), &[], file.reading())?;
    let listed = cards(cx, &[row.child], file.today)?.pop().ok_or(Error::NotFound)?;
    // Whoever works with the child sees it as their work asks, which the child is told; and no
    // child sees another's (handbook 3.5). Neither is a choice.
    let asked = |who: &Named| !matches!(who.standing, Kin::Child | Kin::Worker);
    let around = speakers(&facts).into_iter().filter(asked);
    let people =
        around.map(|who| Around { id: who.id, name: to_the_child(&who), what: who.relation });
    let name = listed.name;
    let before = before(cx, file)?;
    Ok(Taken {
        id: row.id,
        child: row.child,
        name,
        people: people.collect(),
        before,
        until: row.until,
    })
}

/// How many sittings before this one a tablet is told of.
const BEFORE_MOST: usize = 3;
/// How many are looked through at a time.
const LINES: usize = 12;

/// The last sittings in which the child was heard, and what was done about each: nobody asks a
/// child again who has had no answer. Whoever did not want to, or was not asked, waits for none.
fn before(cx: &mut Read<'_>, file: &File) -> Result<Vec<Before>> {
    let kinds = &[Kind::HousesSession];
    let (mut all, mut before) = (Vec::new(), None);
    loop {
        let asked = StoryAsked { child: file.child, kinds, before, limit: LINES };
        let lines = cx.tx.list_story(asked, file.reading())?;
        let last = lines.len() < LINES;
        before = lines.last().map(|line| line.key);
        for line in lines {
            let Line::Entry(entry) = line.told else { continue };
            let Some(Payload::HousesSession(sat)) = &entry.payload else { continue };
            if Became::of(sat).heard() && all.len() < BEFORE_MOST {
                let answered = answered(cx, file, entry.head.root)?;
                all.push(Before { on: entry.head.happened.day(), answered });
            }
        }
        if last || all.len() == BEFORE_MOST {
            return Ok(all);
        }
    }
}

/// The day the child was last told what came of a sitting, by an answer that the worker may read.
pub(crate) fn answered(cx: &mut Read<'_>, file: &File, sitting: EntryId) -> Result<Option<Date>> {
    let mut answered = None;
    for root in cx.tx.list_beside(sitting)? {
        let Some(newest) = cx.tx.find_newest(root)? else { continue };
        let Reading { viewer, files } = file.reading();
        let read = may_be_read(viewer, &newest, files);
        if let (true, Some(Payload::ChildAnswer(_))) = (read, &newest.payload) {
            answered = answered.max(Some(newest.head.happened.day()));
        }
    }
    Ok(answered)
}

/// Takes a child along on one of one's own tablets, until the midnight that ends the day of the
/// visit.
pub fn take_along(
    cx: &mut Write<'_, '_>,
    tablet: TabletId,
    (child, visit): (PersonId, VisitOn),
) -> Result<()> {
    cx.authorise(Action::OpenFile, child)?;
    let now = cx.now();
    let known = own_tablet(cx, tablet)?;
    if !matches!(known.tablet.standing, Standing::InUse { .. }) {
        return Err(Error::NotFound);
    }
    cx.tx().hold_tablet(tablet)?;
    let along = cx.tx().list_along(tablet, now)?;
    if along.iter().any(|row| row.child == child) {
        return Ok(());
    }
    if along.len() >= ALONG_MAX {
        let mut fields = Typed::default();
        fields.wrong("tablet", Why::TooMany(ALONG_MAX));
        return fields.done();
    }
    let row = AlongRow { id: cx.id(), child, taken_at: now, until: forgets_at(now, visit) };
    Ok(cx.tx().take_along(tablet, &row)?)
}

/// Ends that a child is along.
pub fn give_back(cx: &mut Write<'_, '_>, tablet: TabletId, child: PersonId) -> Result<()> {
    own_tablet(cx, tablet)?;
    let now = cx.now();
    Ok(cx.tx().give_back(tablet, child, now)?)
}

/// Whom the reader works with, and so might take along: their own first, then by name.
///
/// # Errors
/// Where the store fails.
pub fn may_take_along(cx: &mut Read<'_>) -> Result<Vec<Offered>> {
    let listed = crate::children::list(cx, Some(Which::Own), None);
    let children = match listed {
        Ok(Shown { page, .. }) => page.list.children,
        // Whoever has no children of their own has no such list.
        Err(Error::NotFound | Error::NotYours) => vec![],
        Err(why) => return Err(why),
    };
    let viewer = cx.viewer()?;
    let own = cx.tx.list_own(&viewer)?.children;
    let offered = children.into_iter().map(|Listed { id, name, born, .. }| {
        let own = own.contains(&id);
        Offered { id, name, born, own }
    });
    let mut offered: Vec<_> = offered.collect();
    offered.sort_by_key(|child| !child.own);
    Ok(offered)
}
