//! Sittings over the houses, as they are counted: when, whose, what became of each, when the child
//! was told what came of it, and whether anything of the plan names it.
//!
//! ```text
//! listening         root │ child at heard │ became stood answer_by speaks
//! listening_answer  of root at                  what the child was told
//! listening_back    of root shown_on            to whom in the family it was brought back
//! listening_link    of root                     a step that names it, or a page of it
//! listening_page    of root                     its pages
//! ```
//! Nothing of what a child said is here. Figures leave out every file that is for named people
//! alone: a sum with it and one without would tell that there is such a file. Lists of names ask
//! the rule of access besides; whoever finds children here has not been asked about them.

use crate::error::{Error, Result};
use crate::forty::{AT_ONCE, before_ids, forty};
use crate::row;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::entry::Relation;
use domain::id::{Authority, EntryId, PersonId, TeamId};
use domain::kind::{Kind, Payload};
use domain::listening::figures::{OpenChild, Sitting};
use domain::listening::period::Period;
use domain::listening::{Became, StoodInTheWay};
use domain::time::{day_of, start_of};
use jiff::Timestamp;
use jiff::civil::Date;

/// The view.
pub const VIEW: View = View {
    name: "listening",
    version: 4,
    tables: &[
        "listening",
        "listening_answer",
        "listening_back",
        "listening_link",
        "listening_page",
    ],
    definition: "
        create table listening(
          root {id} not null primary key,
          child {id} not null,
          at {big} not null,
          heard {flag} not null,
          became text not null,
          stood text,
          answer_by text,
          speaks {flag} not null
        ) {keyed};
        create index listening_child on listening(child, heard, at);
        create index listening_at on listening(at);
        create table listening_answer(
          of {id} not null,
          root {id} not null,
          at {big} not null,
          primary key(of, root)
        ) {keyed};
        create index listening_answer_root on listening_answer(root);
        create table listening_back(
          of {id} not null,
          root {id} not null,
          shown_on text,
          primary key(of, root)
        ) {keyed};
        create index listening_back_root on listening_back(root);
        create table listening_link(
          of {id} not null,
          root {id} not null,
          primary key(of, root)
        ) {keyed};
        create index listening_link_root on listening_link(root);
        create table listening_page(
          of {id} not null,
          root {id} not null,
          primary key(of, root)
        ) {keyed};
        create index listening_page_root on listening_page(root);",
    apply,
};

const PUT: &str = "insert into listening(root, child, at, heard, became, stood, answer_by, speaks)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict(root) do nothing";
const DROP: &str = "delete from listening where root = ?1";
const PUT_ANSWER: &str = "insert into listening_answer(of, root, at) values (?1, ?2, ?3)
    on conflict(of, root) do nothing";
const DROP_ANSWER: &str = "delete from listening_answer where root = ?1";
const PUT_BACK: &str = "insert into listening_back(of, root, shown_on) values (?1, ?2, ?3)
    on conflict(of, root) do nothing";
const DROP_BACK: &str = "delete from listening_back where root = ?1";
const PUT_LINK: &str = "insert into listening_link(of, root) values (?1, ?2)
    on conflict(of, root) do nothing";
const DROP_LINK: &str = "delete from listening_link where root = ?1";
const PUT_PAGE: &str = "insert into listening_page(of, root) values (?1, ?2)
    on conflict(of, root) do nothing";
const DROP_PAGE: &str = "delete from listening_page where root = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let ends = |kind| placed.ends(kind);
    match &placed.entry.payload {
        Some(Payload::HousesSession(_)) => put_sitting(tx, placed),
        Some(Payload::ChildAnswer(answer)) => {
            tx.exec(DROP_ANSWER, (head.root,))?;
            tx.exec(PUT_ANSWER, (answer.to, head.root, head.happened.rank())).map(drop)
        }
        Some(Payload::SharedBack(back)) => {
            tx.exec(DROP_BACK, (head.root,))?;
            tx.exec(PUT_BACK, (back.of, head.root, back.shown_on)).map(drop)
        }
        Some(Payload::HousesPage(page)) => {
            tx.exec(DROP_PAGE, (head.root,))?;
            tx.exec(PUT_PAGE, (page.session, head.root)).map(drop)
        }
        Some(Payload::NextStep(step)) => put_links(tx, placed, &step.entries),
        Some(Payload::MapItem(_)) => put_links(tx, placed, &[]),
        _ if ends(Kind::HousesSession) => tx.exec(DROP, (head.root,)).map(drop),
        _ if ends(Kind::HousesPage) => tx.exec(DROP_PAGE, (head.root,)).map(drop),
        _ if ends(Kind::ChildAnswer) => tx.exec(DROP_ANSWER, (head.root,)).map(drop),
        _ if ends(Kind::SharedBack) => tx.exec(DROP_BACK, (head.root,)).map(drop),
        _ if ends(Kind::NextStep) || ends(Kind::MapItem) => {
            tx.exec(DROP_LINK, (head.root,)).map(drop)
        }
        _ => Ok(()),
    }
}

fn put_sitting(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let Some(Payload::HousesSession(sitting)) = &placed.entry.payload else { return Ok(()) };
    let became = Became::of(sitting);
    let row = (
        head.root,
        sitting.child,
        head.happened.rank(),
        became.heard(),
        became.as_str(),
        StoodInTheWay::of(sitting).map(|why| why.as_str().to_owned()),
        sitting.answer_by(head.happened.day()),
        head.links.iter().any(|link| link.how == Relation::SpeaksTo),
    );
    tx.exec(DROP, (head.root,))?;
    tx.exec(PUT, row)?;
    Ok(())
}

/// What a step or a thing on the map names, whatever it is: whether that is a sitting is asked when
/// it is counted, since entries come in any order.
fn put_links(tx: &mut Tx, placed: &Placed<'_>, entries: &[EntryId]) -> Result<()> {
    let head = &placed.entry.head;
    tx.exec(DROP_LINK, (head.root,))?;
    let named = head.links.iter().filter(|link| link.how != Relation::CameBy).map(|link| link.to);
    for of in named.chain(entries.iter().copied()) {
        tx.exec(PUT_LINK, (of, head.root))?;
    }
    Ok(())
}

/// A file is for named people alone at this moment: `p.id` is the child, `?3` now.
macro_rules! restricted {
    () => {
        "exists (select 1 from restriction o where o.child = p.id and o.rule = 'only'
            and o.from_at <= ?3 and (o.until_at is null or ?3 < o.until_at))"
    };
}

/// The team of whoever leads by `i`: the team itself, or the first that the person is in.
macro_rules! team {
    () => {
        "case when i.holder_kind = 'team' then i.holder else (select t.team from account_team t
            where t.person = i.holder order by t.team limit 1) end"
    };
}

/// `?1` a moment, `?2` whose record, `?3` now.
const CHILDREN: &str = concat!(
    "select i.child, ",
    team!(),
    ", p.born_on, (select max(l.at) from listening l where l.child = i.child and l.heard = 1
        and l.at <= ?1)
      from involvement i join person p on p.id = i.child
      where i.leads = 1 and i.holder_kind <> 'waiting' and i.from_at <= ?1
      and (i.until_at is null or ?1 < i.until_at) and p.authority = ?2 and not ",
    restricted!(),
    " order by i.child, i.from_at, i.root"
);
/// `?1` from, `?4` until before, `?2` whose record, `?3` now.
const SITTINGS: &str = concat!(
    "select l.root, l.became, l.stood, l.answer_by,
      (select min(a.at) from listening_answer a where a.of = l.root),
      case when l.speaks = 1 or exists (select 1 from listening_link k where k.of = l.root)
          or exists (select 1 from listening_page g join listening_link k on k.of = g.root
            where g.of = l.root)
        then 1 else 0 end, l.at,
      case when exists (select 1 from listening_back b where b.of = l.root) then 1 else 0 end,
      (select min(b.shown_on) from listening_back b where b.of = l.root), ",
    team!(),
    " from listening l join person p on p.id = l.child
      left join involvement i on i.child = l.child and i.leads = 1 and i.from_at <= l.at
        and (i.until_at is null or l.at < i.until_at)
      where l.at >= ?1 and l.at < ?4 and p.authority = ?2 and not ",
    restricted!(),
    " order by l.root, i.from_at, i.root"
);
const LAST_HEARD: &str = concat!(
    "select l.child, max(l.at) from listening l where l.heard = 1 and l.child in ",
    forty!(after 0),
    " group by l.child"
);

row! {
    struct ChildRow {
        child: PersonId,
        team: Option<TeamId>,
        born: Option<Date>,
        heard_at: Option<Timestamp>,
    }
}
row! {
    struct SittingRow {
        root: EntryId,
        became: String,
        stood: Option<String>,
        answer_by: Option<Date>,
        answered_at: Option<Timestamp>,
        linked: bool,
        at: Timestamp,
        made_for_family: bool,
        gone_through_on: Option<Date>,
        team: Option<TeamId>,
    }
}

impl SittingRow {
    fn into_domain(self) -> Result<Sitting> {
        let broken = |word: &str| Error::Broken(format!("the sitting {}: {word}", self.root));
        let stood = self
            .stood
            .as_deref()
            .map(|word| StoodInTheWay::parse(word).ok_or_else(|| broken(word)));
        Ok(Sitting {
            team: self.team,
            became: Became::parse(&self.became).ok_or_else(|| broken(&self.became))?,
            stood: stood.transpose()?,
            answer_by: self.answer_by,
            answered_on: self.answered_at.map(day_of),
            linked: self.linked,
            on: day_of(self.at),
            made_for_family: self.made_for_family,
            gone_through_on: self.gone_through_on,
        })
    }
}

impl Tx {
    /// The children somebody led the work with at a moment, each once, with the first team there
    /// is; none of a file that is for named people alone now.
    pub fn list_open_to_teams(
        &mut self,
        authority: Authority,
        at: Timestamp,
        now: Timestamp,
    ) -> Result<Vec<OpenChild>> {
        let mut open: Vec<OpenChild> = Vec::new();
        for row in self.all::<ChildRow>(CHILDREN, (at, authority, now))? {
            match open.last_mut().filter(|last| last.child == row.child) {
                Some(last) => last.team = last.team.or(row.team),
                None => open.push(OpenChild {
                    child: row.child,
                    team: row.team,
                    born: row.born,
                    heard_on: row.heard_at.map(day_of),
                }),
            }
        }
        Ok(open)
    }

    /// The sittings of a period, each once, with the team that led that day.
    pub fn list_sittings(
        &mut self,
        authority: Authority,
        period: Period,
        now: Timestamp,
    ) -> Result<Vec<Sitting>> {
        let (from, until) = (start_of(period.from), start_of(period.until));
        let mut sittings: Vec<(EntryId, Sitting)> = Vec::new();
        for row in self.all::<SittingRow>(SITTINGS, (from, authority, now, until))? {
            let root = row.root;
            match sittings.last_mut().filter(|(last, _)| *last == root) {
                Some((_, last)) => last.team = last.team.or(row.team),
                None => sittings.push((root, row.into_domain()?)),
            }
        }
        Ok(sittings.into_iter().map(|(_, sitting)| sitting).collect())
    }

    /// The day each of these children was last heard, of those who were. Asks nobody's leave: for
    /// use cases that already did.
    pub fn list_last_heard(&mut self, children: &[PersonId]) -> Result<Vec<(PersonId, Date)>> {
        let mut heard = Vec::new();
        for some in children.chunks(AT_ONCE) {
            let asked = before_ids(&[], some);
            for (child, at) in self.all::<(PersonId, Timestamp)>(LAST_HEARD, asked.as_slice())? {
                heard.push((child, day_of(at)));
            }
        }
        Ok(heard)
    }
}
