//! Tablets: set up by a worker with a code, told whom they may take along, said to be lost.
//!
//! ```text
//! expect (a code, 15 minutes) ▸ enrol (a token, 90 days) ▸ take along (a visit) ▸ hand in
//!                                        lost, or its worker left: hands in and forgets the rest
//! ```
//! A tablet carries two tokens and no session. One lies in clear in its browser and hands in, with
//! nobody before it; by it nobody is told a name. The other lies there only under the PIN, and
//! fetches whom the worker takes along ([`along`]).

mod along;

use crate::chance::Seed;
use crate::cx::{Read, Write};
use crate::edge::{Actor, Edge};
use crate::error::{Error, Result, Why};
use crate::reader::{full_name, people, reader};
use crate::session::{Shown, Token};
use crate::typed::Typed;
use crate::whose::count_waiting;
use domain::access::{Action, Task, Viewer, may};
use domain::entry::Digest;
use domain::id::{AccountId, PersonId, TabletId};
use domain::look::AtWhat;
use domain::tablet::{Along, CODE_FOR, Code, NAME_MAX, TABLET_FOR, TABLETS_MAX, Tablet, ToSay};
use domain::time::day_of;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use store::tablet::{Expected, KnownTablet, Tokens};
use store::tx::Tx;

pub(crate) use along::answered;
pub use along::{
    Around, Before, Stands, Taken, Told, give_back, how_it_stands, may_take_along, take_along,
};

/// A request of a tablet: the digest of one of its tokens, now, and chance.
#[derive(Debug, Clone, Copy)]
pub struct ByTablet {
    /// The digest of the token it shows.
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
    /// The token that hands in, which nobody can be told again.
    pub token: Token,
    /// The token that fetches whom it has along, neither; none for a kit that would keep it in
    /// clear.
    pub packs_token: Option<Token>,
    /// What its worker calls it.
    pub name: String,
    /// Until when it may be used.
    pub until: Timestamp,
    /// The worker's name.
    pub worker: String,
    /// The worker's team, and the number of its duty desk.
    pub office: Option<(String, Option<String>)>,
}

/// The page of tablets.
#[derive(Debug, Clone)]
pub struct Tablets {
    /// The reader's own, the newest first.
    pub own: Vec<Tablet>,
    /// What the children are called who are or were along.
    pub names: BTreeMap<PersonId, String>,
    /// How many sittings wait for somebody to say whose they are.
    pub waiting: ToSay,
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
    cx.tx().hold_tablets_of(viewer.account)?;
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

/// Sets a tablet up by the code it was given. A code that is wrong, used or over is one answer. An
/// older kit, which does not say that it `guards` a second token under the PIN and binds sessions
/// to itself, is set up to hand in and takes nobody along.
pub fn enrol(cx: &mut Write<'_, '_>, typed: &str, guards: bool) -> Result<Enrolled> {
    let now = cx.now();
    let code = Code::parse(typed).ok_or(Error::NotFound)?;
    let known = cx.tx().find_tablet_by_code(digest(&code), now)?.ok_or(Error::NotFound)?;
    let viewer = viewer_of(cx.tx(), known.account, now)?.ok_or(Error::NotFound)?;
    let token = Token::new(cx.seed());
    let packs_token = guards.then(|| Token::new(cx.seed()));
    let until = now.checked_add(TABLET_FOR).unwrap_or(now);
    let tokens =
        Tokens { hands_in: token.digest(), packs: packs_token.as_ref().map(Token::digest) };
    if !cx.tx().enrol_tablet(known.tablet.id, tokens, until, now)? {
        return Err(Error::NotFound);
    }
    let names = cx.tx().list_one(viewer.person)?;
    let worker = full_name(&names, viewer.person, day_of(now));
    let teams = cx.tx().list_teams(viewer.authority)?;
    let team = viewer.member_of.iter().chain(&viewer.supervises).next();
    let team = teams.into_iter().find(|(id, _)| Some(id) == team).map(|(_, team)| team);
    let office = team.map(|team| (team.name, team.duty_phone.map(|phone| phone.number)));
    let (id, name) = (known.tablet.id, known.tablet.name);
    Ok(Enrolled { id, token, packs_token, name, until, worker, office })
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

    /// The tablet that asks by the token that hands in. One that is lost or over is still known: it
    /// may hand in.
    pub fn find(&self, tx: &mut Tx) -> Result<KnownTablet> {
        tx.find_tablet_by_token(self.token, self.now)?.ok_or(Error::NobodyAsks)
    }

    /// The tablet that asks by the token that fetches whom it has along.
    fn find_with_pin(&self, tx: &mut Tx) -> Result<KnownTablet> {
        tx.find_tablet_by_packs_token(self.token, self.now)?.ok_or(Error::NobodyAsks)
    }
}

/// Says that a tablet is lost, or that it was found again. An administrator may say it of any.
pub fn say_lost(cx: &mut Write<'_, '_>, tablet: TabletId, lost: bool) -> Result<()> {
    let now = cx.now();
    match cx.may(Task::ManageAccounts) {
        Ok(()) => cx.tx().find_tablet(tablet, now)?.map(drop).ok_or(Error::NotFound)?,
        Err(_) => own_tablet(cx, tablet).map(drop)?,
    }
    let since = lost.then_some(now);
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
    let mut found = Vec::with_capacity(children.len());
    for child in children {
        if cx.lets(Action::FindByName, child)? {
            found.push(child);
        }
    }
    let children = found;
    let known = people(cx, &children)?;
    let today = reader.today();
    let named = |child: &PersonId| (*child, full_name(&known, *child, today));
    let names = children.iter().map(named).collect();
    let waiting = count_waiting(cx.tx, &reader.viewer)?;
    let look = AtWhat::List { words: None, shown: children };
    Ok(Shown { page: (reader, Tablets { own, names, waiting }), look: Some(look) })
}
