//! Tablets: set up by a worker with a code, told whom they may take along, said to be lost.
//!
//! ```text
//! expect (a code, 15 minutes) ▸ enrol (a token, 90 days) ▸ take along (until midnight) ▸ hand in
//!                                        lost, or its worker left: hands in and forgets the rest
//! ```
//! A tablet carries a token of its own and no session. By it nobody reads a file: a tablet is told
//! what its worker chose to take along, each time after the one rule was asked again, and each
//! such telling is a look of that worker's.

use crate::chance::Seed;
use crate::children::cards;
use crate::cx::{Read, Write};
use crate::edge::{Actor, Edge};
use crate::error::{Error, Result, Why};
use crate::file::File;
use crate::kith::Kith;
use crate::parents::to_the_child;
use crate::reader::{full_name, people, reader};
use crate::session::{Shown, Token};
use crate::typed::Typed;
use crate::whose::count_waiting;
use domain::access::{Action, Task, Viewer, may};
use domain::board::speakers;
use domain::child_list::Which;
use domain::entry::Digest;
use domain::front_page::{Named, Standing as Kin};
use domain::id::{AccountId, EntryId, PersonId, TabletId};
use domain::kind::{Kind, Payload};
use domain::look::{AtWhat, Look, Page};
use domain::tablet::{
    ALONG_MAX, Along, CODE_FOR, Code, NAME_MAX, Standing, TABLET_FOR, TABLETS_MAX, Tablet,
    forgets_at,
};
use domain::time::day_of;
use jiff::Timestamp;
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::story::{StoryAsked, Told as Line};
use store::tablet::{AlongRow, Expected, KnownTablet};
use store::tx::Tx;

/// A request of a tablet: the digest of its token, now, and chance.
#[derive(Debug, Clone, Copy)]
pub struct ByTablet {
    /// The digest of its token.
    pub token: Digest,
    /// Now.
    pub now: Timestamp,
    /// Chance.
    pub seed: Seed,
}

/// A tablet that has just been set up.
#[derive(Debug, Clone)]
pub struct Enrolled {
    /// Its id.
    pub id: TabletId,
    /// Its token, which nobody can be told again.
    pub token: Token,
    /// What its worker calls it.
    pub name: String,
    /// Until when it may be used.
    pub until: Timestamp,
    /// The worker's name.
    pub worker: String,
    /// The worker's team, and the number of its duty desk.
    pub office: Option<(String, Option<String>)>,
}

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

/// The page of tablets.
#[derive(Debug, Clone)]
pub struct Tablets {
    /// The reader's own, the newest first.
    pub own: Vec<Tablet>,
    /// What the children are called who are or were along.
    pub names: BTreeMap<PersonId, String>,
    /// How many sittings wait for somebody to say whose they are.
    pub waiting: usize,
}

/// Whoever meets children may have tablets.
fn may_have_tablets(viewer: &Viewer) -> Result<()> {
    if may(viewer, Task::BeginFile) { Ok(()) } else { Err(Error::NotYours) }
}

/// Expects a tablet of whoever is signed in: the code that sets it up.
pub fn expect(cx: &mut Write<'_, '_>, name: &str) -> Result<Code> {
    let (viewer, now) = (cx.viewer()?, cx.now());
    may_have_tablets(&viewer)?;
    let mut fields = Typed::default();
    let name = fields.words("name", name, NAME_MAX);
    cx.tx().forget_unused_tablets(now)?;
    if usize::try_from(cx.tx().count_tablets(viewer.account, now)?).unwrap_or(0) >= TABLETS_MAX {
        fields.wrong("name", Why::TooMany(TABLETS_MAX));
    }
    fields.done()?;
    let code = Code::drawn(&cx.seed());
    let id = TabletId::first_written_in(cx.id());
    let until = now.checked_add(CODE_FOR).unwrap_or(now);
    let account = viewer.account;
    let digest = digest(&code);
    cx.tx().expect_tablet(Expected { id, account, name: &name, code: digest, until }, now)?;
    Ok(code)
}

/// Sets a tablet up by the code it was given. A code that is wrong, used or over is one answer.
pub fn enrol(cx: &mut Write<'_, '_>, typed: &str) -> Result<Enrolled> {
    let now = cx.now();
    let code = Code::parse(typed).ok_or(Error::NotFound)?;
    let known = cx.tx().find_tablet_by_code(digest(&code), now)?.ok_or(Error::NotFound)?;
    let viewer = viewer_of(cx.tx(), known.account, now)?.ok_or(Error::NotFound)?;
    let token = Token::new(cx.seed());
    let until = now.checked_add(TABLET_FOR).unwrap_or(now);
    if !cx.tx().enrol_tablet(known.tablet.id, token.digest(), until, now)? {
        return Err(Error::NotFound);
    }
    let names = cx.tx().list_one(viewer.person)?;
    let worker = full_name(&names, viewer.person, day_of(now));
    let teams = cx.tx().list_teams(viewer.authority)?;
    let team = viewer.member_of.iter().chain(&viewer.supervises).next();
    let team = teams.into_iter().find(|(id, _)| Some(id) == team).map(|(_, team)| team);
    let office = team.map(|team| (team.name, team.duty_phone.map(|phone| phone.number)));
    Ok(Enrolled { id: known.tablet.id, token, name: known.tablet.name, until, worker, office })
}

/// Whether a code is one that works; one that is wrong, used or over is not found.
pub fn knows(cx: &mut Read<'_>, typed: &str) -> Result<()> {
    let code = Code::parse(typed).ok_or(Error::NotFound)?;
    let known = cx.tx.find_tablet_by_code(digest(&code), cx.edge.now)?;
    known.map(drop).ok_or(Error::NotFound)
}

/// The digest a store keeps of a code.
fn digest(code: &Code) -> Digest {
    Sha256::digest(code.as_str()).into()
}

/// The viewer of an account, unless it has ended.
fn viewer_of(tx: &mut Tx, account: AccountId, now: Timestamp) -> Result<Option<Viewer>> {
    let viewer = tx.find_account(account)?.map(|known| known.viewer(now));
    Ok(viewer.filter(|viewer| !viewer.has_left()))
}

impl ByTablet {
    /// The edge of a tablet's request, before anybody is known.
    pub fn edge(&self) -> Edge {
        Edge { now: self.now, seed: self.seed, actor: Actor::Nobody }
    }

    /// The tablet that asks. One that is lost or over is still known: it may hand in.
    pub fn find(&self, tx: &mut Tx) -> Result<KnownTablet> {
        tx.find_tablet_by_token(self.token, self.now)?.ok_or(Error::NobodyAsks)
    }
}

impl Kith {
    /// Tells a tablet how it stands and whom it has along. Each child is looked at by its worker,
    /// and that is written down before anything is told.
    ///
    /// # Errors
    /// Where it is no tablet's token.
    pub async fn tell_tablet(&self, by: ByTablet) -> Result<Told> {
        let (told, looks) = self.read(by.edge(), move |cx| tell(cx, &by)).await?;
        if !looks.is_empty() {
            self.look(looks).await?;
        }
        let id = self.read(by.edge(), move |cx| Ok(by.find(cx.tx)?.tablet.id)).await?;
        let seen = move |cx: &mut Write<'_, '_>| Ok(cx.tx().note_tablet_seen(id, by.now)?);
        self.write(by.edge(), vec![], seen).await?;
        Ok(told)
    }
}

/// How a tablet stands, and which of those it has along it may keep: no name, and so no look. This
/// is what a tablet asks each minute, with nobody before it.
pub fn how_it_stands(cx: &mut Read<'_>, by: &ByTablet) -> Result<Stands> {
    let (told, _) = tell(cx, by)?;
    let along = told.along.iter().map(|taken| taken.id).collect();
    Ok(Stands { may_go_on: told.may_go_on, until: told.until, along })
}

fn tell(cx: &mut Read<'_>, by: &ByTablet) -> Result<(Told, Vec<Look>)> {
    let known = by.find(cx.tx)?;
    let viewer = viewer_of(cx.tx, known.account, by.now)?;
    let (Some(viewer), Standing::InUse { until }) = (viewer, known.tablet.standing) else {
        return Ok((Told { may_go_on: false, until: by.now, along: vec![] }, vec![]));
    };
    cx.edge.actor = Actor::Account(Arc::new(viewer));
    let (mut along, mut looks) = (Vec::new(), Vec::new());
    for row in cx.tx.list_along(known.tablet.id, by.now)? {
        // What the worker may no longer open is no longer taken along, and nothing says so.
        let file = match File::open(cx, Action::OpenFile, row.child) {
            Ok(file) => file,
            Err(Error::Store(why)) => return Err(why.into()),
            Err(_) => continue,
        };
        along.push(taken(cx, &file, &row)?);
        let at_what = file.look(Page::FrontPage);
        looks.push(Look { at: by.now, account: known.account, at_what });
    }
    Ok((Told { may_go_on: true, until, along }, looks))
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

/// The last sittings with the child, and what was done about each: nobody asks a child again who
/// has had no answer.
fn before(cx: &mut Read<'_>, file: &File) -> Result<Vec<Before>> {
    let kinds = &[Kind::HousesSession];
    let asked = StoryAsked { child: file.child, kinds, before: None, limit: BEFORE_MOST };
    let mut all = Vec::new();
    for line in cx.tx.list_story(asked, file.reading())? {
        let Line::Entry(entry) = line.told else { continue };
        let beside = cx.tx.list_beside(entry.head.root)?;
        let mut answered = None;
        for root in beside {
            let Some(newest) = cx.tx.find_newest(root)? else { continue };
            if let Some(Payload::ChildAnswer(_)) = newest.payload {
                answered = answered.max(Some(newest.head.happened.day()));
            }
        }
        all.push(Before { on: entry.head.happened.day(), answered });
    }
    Ok(all)
}

/// Takes a child along on one of one's own tablets, until midnight.
pub fn take_along(cx: &mut Write<'_, '_>, tablet: TabletId, child: PersonId) -> Result<()> {
    cx.authorise(Action::OpenFile, child)?;
    let now = cx.now();
    let known = own_tablet(cx, tablet)?;
    if !matches!(known.tablet.standing, Standing::InUse { .. }) {
        return Err(Error::NotFound);
    }
    let along = cx.tx().list_along(tablet, now)?;
    if along.iter().any(|row| row.child == child) {
        return Ok(());
    }
    if along.len() >= ALONG_MAX {
        let mut fields = Typed::default();
        fields.wrong("tablet", Why::TooMany(ALONG_MAX));
        return fields.done();
    }
    let row = AlongRow { id: cx.id(), child, taken_at: now, until: forgets_at(now) };
    Ok(cx.tx().take_along(tablet, &row)?)
}

/// Ends that a child is along.
pub fn give_back(cx: &mut Write<'_, '_>, tablet: TabletId, child: PersonId) -> Result<()> {
    own_tablet(cx, tablet)?;
    let now = cx.now();
    Ok(cx.tx().give_back(tablet, child, now)?)
}

/// Says that a tablet is lost, or that it was found again. An administrator may say it of any.
pub fn say_lost(cx: &mut Write<'_, '_>, tablet: TabletId, lost: bool) -> Result<()> {
    if cx.may(Task::ManageAccounts).is_err() {
        own_tablet(cx, tablet)?;
    }
    let since = lost.then_some(cx.now());
    Ok(cx.tx().lose_tablet(tablet, since)?)
}

fn own_tablet(cx: &mut Write<'_, '_>, tablet: TabletId) -> Result<KnownTablet> {
    let (account, now) = (cx.viewer()?.account, cx.now());
    let known = cx.tx().find_tablet(tablet, now)?.filter(|known| known.account == account);
    known.ok_or(Error::NotFound)
}

/// The reader's tablets. A list with names is a look at a list.
pub fn list(cx: &mut Read<'_>) -> Result<Shown<(crate::reader::Reader, Tablets)>> {
    let reader = reader(cx)?;
    may_have_tablets(&reader.viewer)?;
    let own = cx.tx.list_tablets(reader.viewer.account, cx.edge.now)?;
    let mut children: Vec<PersonId> =
        own.iter().flat_map(|tablet| &tablet.along).map(|along: &Along| along.child).collect();
    children.sort_unstable();
    children.dedup();
    // A name is told only where the file may still be found.
    children.retain(|child| cx.authorise(Action::FindByName, *child).is_ok());
    let known = people(cx, &children)?;
    let today = reader.today();
    let named = |child: &PersonId| (*child, full_name(&known, *child, today));
    let names = children.iter().map(named).collect();
    let waiting = count_waiting(cx.tx, &reader.viewer)?;
    let look = AtWhat::List { words: None, shown: children };
    Ok(Shown { page: (reader, Tablets { own, names, waiting }), look: Some(look) })
}

/// Whom the reader works with, and so might take along.
pub fn may_take_along(cx: &mut Read<'_>) -> Result<Vec<(PersonId, String)>> {
    let listed = crate::children::list(cx, Some(Which::Own), None);
    let children = match listed {
        Ok(Shown { page, .. }) => page.list.children,
        // Whoever has no children of their own has no such list.
        Err(Error::NotFound | Error::NotYours) => vec![],
        Err(why) => return Err(why),
    };
    Ok(children.into_iter().map(|child| (child.id, child.name)).collect())
}
