//! Listening to children (B7): sums for whoever leads the service or makes its returns, a team for
//! whoever answers for it, and a worker's own children.
//!
//! ```text
//! sees sums   ─▶ every team side by side, small numbers hidden, rounded, no child
//! answers for ─▶ the team, small numbers hidden; and by name those not heard for longest
//! works with  ─▶ their own children by name; no sums, and nothing that compares
//! ```
//! A name is shown only where the rule of access for lists lets the reader open that file.

use crate::cx::Read;
use crate::error::{Error, Result};
use crate::reader::{Reader, full_name, people, reader};
use crate::session::Shown;
use domain::access::{Action, Role, Task, Viewer, may};
use domain::front_page::People;
use domain::id::{PersonId, TeamId};
use domain::listening::AgeBand;
use domain::listening::figures::{Figures, OpenChild, Scope, figures};
use domain::listening::period::{Asked, Period};
use domain::look::AtWhat;
use domain::person::Born;
use domain::suppression::Limits;
use domain::time::start_of;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use std::collections::{BTreeMap, BTreeSet};
use store::reading::Reading;
use ui::listening::{Named, Own, Said, Sums, Team};

/// As many files are asked for at once.
const PAGE: i64 = 4_000;
/// As many of a team are named, those not heard for longest.
const NAMED: usize = 40;
/// Of so many days it is told that something important was said.
const SAID_DAYS: i64 = 30;

/// The page that a reader begins with.
#[derive(Debug, Clone)]
pub enum Page {
    /// Every team.
    Sums(Sums),
    /// One they answer for.
    Team(Team),
    /// Their own children.
    Own(Own),
}

/// Whether there is such a page for this reader.
pub fn is_for(viewer: &Viewer) -> bool {
    may(viewer, Task::SeeSums) || !viewer.supervises.is_empty() || has_own(viewer)
}

fn has_own(viewer: &Viewer) -> bool {
    viewer.is(Role::Practitioner) || viewer.is(Role::Supervisor)
}

/// The page a reader begins with.
///
/// # Errors
/// `NotFound` where the reader has none, or the months cannot be asked for.
pub fn show(cx: &mut Read<'_>, asked: Asked) -> Result<Shown<(Reader, Page)>> {
    let reader = reader(cx)?;
    let viewer = &reader.viewer;
    if may(viewer, Task::SeeSums) {
        let sums = sums(cx, &reader, asked)?;
        return Ok(Shown { page: (reader, Page::Sums(sums)), look: None });
    }
    if let Some(first) = own_teams(cx, viewer)?.first().map(|(team, _)| *team) {
        let (team, look) = of_team(cx, &reader, (first, asked))?;
        return Ok(Shown { page: (reader, Page::Team(team)), look: Some(look) });
    }
    if !has_own(viewer) {
        return Err(Error::NotFound);
    }
    let (own, look) = own(cx, &reader)?;
    Ok(Shown { page: (reader, Page::Own(own)), look: Some(look) })
}

/// The page of one team, for whoever answers for it.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn show_team(cx: &mut Read<'_>, team: TeamId, asked: Asked) -> Result<Shown<(Reader, Team)>> {
    let reader = reader(cx)?;
    answers_for(&reader.viewer, team)?;
    let (page, look) = of_team(cx, &reader, (team, asked))?;
    Ok(Shown { page: (reader, page), look: Some(look) })
}

/// The sums of every team, for a file.
///
/// # Errors
/// `NotFound` for whoever sees no sums.
pub fn sums_of_all(cx: &mut Read<'_>, asked: Asked) -> Result<Shown<(Reader, Sums)>> {
    let reader = reader(cx)?;
    if !may(&reader.viewer, Task::SeeSums) {
        return Err(Error::NotFound);
    }
    let sums = sums(cx, &reader, asked)?;
    Ok(Shown { page: (reader, sums), look: None })
}

/// The sums of one team, for a file; no child is in it.
///
/// # Errors
/// `NotFound` for whoever does not answer for the team.
pub fn sums_of_team(
    cx: &mut Read<'_>,
    team: TeamId,
    asked: Asked,
) -> Result<Shown<(Reader, Sums)>> {
    let reader = reader(cx)?;
    answers_for(&reader.viewer, team)?;
    let sums = team_sums(cx, &reader, (team, asked))?;
    Ok(Shown { page: (reader, sums), look: None })
}

fn answers_for(viewer: &Viewer, team: TeamId) -> Result<()> {
    let answers = !viewer.has_left() && viewer.supervises.contains(&team);
    if answers { Ok(()) } else { Err(Error::NotFound) }
}

/// Teams by name.
fn teams(cx: &mut Read<'_>) -> Result<Vec<(TeamId, String)>> {
    let authority = cx.authority()?;
    let teams = cx.tx.list_teams(authority)?.into_iter();
    let mut teams: Vec<_> = teams.map(|(id, team)| (id, team.name)).collect();
    teams.sort_by(|one, other| (&one.1, one.0).cmp(&(&other.1, other.0)));
    Ok(teams)
}

fn own_teams(cx: &mut Read<'_>, viewer: &Viewer) -> Result<Vec<(TeamId, String)>> {
    let mut own = teams(cx)?;
    own.retain(|(team, _)| viewer.supervises.contains(team));
    Ok(own)
}

/// What is counted for a period, with whom or what may be told.
fn count(
    cx: &mut Read<'_>,
    period: Period,
    limits: Limits,
    only: Option<TeamId>,
) -> Result<(Figures, Vec<String>)> {
    let (authority, now) = (cx.authority()?, cx.edge.now);
    let children = cx.tx.list_open_to_teams(authority, end_of(period), now)?;
    let sittings = cx.tx.list_sittings(authority, period, now)?;
    let mut columns: Vec<(Option<TeamId>, String)> =
        teams(cx)?.into_iter().map(|(team, name)| (Some(team), name)).collect();
    match only {
        Some(only) => columns.retain(|(team, _)| *team == Some(only)),
        None => {
            let at_work = |team| {
                children.iter().any(|child| child.team == team)
                    || sittings.iter().any(|sitting| sitting.team == team)
            };
            columns.push((None, ui::listening::no_team()));
            columns.retain(|(team, _)| at_work(*team));
        }
    }
    let (teams, names) = columns.into_iter().unzip();
    let today = domain::time::day_of(now);
    let scope = Scope { period, today, limits, teams };
    Ok((figures(&children, &sittings, &scope), names))
}

/// The last moment of a period.
fn end_of(period: Period) -> Timestamp {
    let until = Timestamp::from_microsecond(start_of(period.until)).unwrap_or(Timestamp::MAX);
    until - SignedDuration::from_micros(1)
}

fn sums(cx: &mut Read<'_>, reader: &Reader, asked: Asked) -> Result<Sums> {
    let today = reader.today();
    let period = Period::of(asked, today).ok_or(Error::NotFound)?;
    let (figures, names) = count(cx, period, Limits::LEAVES_THE_TEAM, None)?;
    Ok(Sums { asked, today, figures, names })
}

fn of_team(
    cx: &mut Read<'_>,
    reader: &Reader,
    (team, asked): (TeamId, Asked),
) -> Result<(Team, AtWhat)> {
    let viewer = &reader.viewer;
    let sums = team_sums(cx, reader, (team, asked))?;
    let open = open_of_team(cx, viewer, team)?;
    let important = important(cx, viewer, &open)?;
    let (longest, more) = longest(cx, open)?;
    let shown = longest.iter().map(|named| named.child);
    let shown = shown.chain(important.iter().map(|said| said.child)).collect();
    let look = AtWhat::List { words: None, shown };
    let others = own_teams(cx, viewer)?;
    Ok((Team { team, others, sums, longest, more, important }, look))
}

fn team_sums(cx: &mut Read<'_>, reader: &Reader, (team, asked): (TeamId, Asked)) -> Result<Sums> {
    let today = reader.today();
    let period = Period::of(asked, today).ok_or(Error::NotFound)?;
    let (figures, names) = count(cx, period, Limits::OWN_TEAM, Some(team))?;
    Ok(Sums { asked, today, figures, names })
}

/// The children of a team, as far as the rule for lists lets the reader open their files.
fn open_of_team(cx: &mut Read<'_>, viewer: &Viewer, team: TeamId) -> Result<Vec<OpenChild>> {
    let (authority, now) = (cx.authority()?, cx.edge.now);
    let open = open_files(cx, viewer)?;
    let mut own = cx.tx.list_open_to_teams(authority, now, now)?;
    own.retain(|child| child.team == Some(team) && open.contains(&child.child));
    Ok(own)
}

/// What these children said lately that is important, newest first: that it was said and whom
/// somebody rang, and no word of it.
fn important(cx: &mut Read<'_>, viewer: &Viewer, of: &[OpenChild]) -> Result<Vec<Said>> {
    let today = domain::time::day_of(cx.edge.now);
    let ids: Vec<PersonId> = of.iter().map(|child| child.child).collect();
    let files = cx.tx.gather_files(viewer, &ids)?;
    let since = start_of(today.saturating_sub(SAID_DAYS.days()));
    let mut said = cx.tx.list_important(&ids, since, Reading { viewer, files: &files })?;
    said.sort_by_key(|one| std::cmp::Reverse((one.on, one.root)));
    let known = people(cx, &said.iter().map(|one| one.child).collect::<Vec<_>>())?;
    let told = said.into_iter().map(|one| Said {
        child: one.child,
        name: full_name(&known, one.child, today),
        on: one.on,
        entry: one.root,
        rung: one.said.rung().map(str::to_owned),
    });
    Ok(told.collect())
}

/// Those of them whom nobody has heard for longest, and how many more there are. Who was never
/// heard stands first.
fn longest(cx: &mut Read<'_>, mut own: Vec<OpenChild>) -> Result<(Vec<Named>, usize)> {
    let today = domain::time::day_of(cx.edge.now);
    own.retain(|child| AgeBand::of(child.born, today).is_some());
    own.sort_by_key(|child| (child.heard_on, child.child));
    let more = own.len().saturating_sub(NAMED);
    own.truncate(NAMED);
    let known = people(cx, &own.iter().map(|child| child.child).collect::<Vec<_>>())?;
    Ok((own.iter().map(|child| named(child, &known, today)).collect(), more))
}

/// Every file that the rule for lists lets this viewer open, asked for page by page.
fn open_files(cx: &mut Read<'_>, viewer: &Viewer) -> Result<BTreeSet<PersonId>> {
    let mut all = BTreeSet::new();
    loop {
        let after = all.last().copied();
        let next = cx.tx.list_open_for(viewer, Action::OpenFile, (after, PAGE))?;
        if next.is_empty() {
            return Ok(all);
        }
        all.extend(next);
    }
}

/// The reader's own children, whom they lead or work with.
fn own(cx: &mut Read<'_>, reader: &Reader) -> Result<(Own, AtWhat)> {
    let viewer = &reader.viewer;
    let today = reader.today();
    let open = open_files(cx, viewer)?;
    let mut ids = cx.tx.list_own_children(viewer)?;
    ids.retain(|child| open.contains(child));
    let heard: BTreeMap<PersonId, Date> = cx.tx.list_last_heard(&ids)?.into_iter().collect();
    let known = people(cx, &ids)?;
    let mut under_four = 0;
    let mut children = Vec::with_capacity(ids.len());
    for child in ids {
        let born = known.find(child).and_then(|known| known.person.born).map(Born::day);
        if AgeBand::of(born, today).is_none() {
            under_four += 1;
            continue;
        }
        let heard_on = heard.get(&child).copied();
        children.push(named(&OpenChild { child, team: None, born, heard_on }, &known, today));
    }
    children.sort_by(|one, other| (one.heard_on, &one.name).cmp(&(other.heard_on, &other.name)));
    let look = list_of(&children);
    Ok((Own { today, children, under_four }, look))
}

fn named(child: &OpenChild, known: &People, today: Date) -> Named {
    let name = full_name(known, child.child, today);
    Named { child: child.child, name, heard_on: child.heard_on }
}

fn list_of(children: &[Named]) -> AtWhat {
    AtWhat::List { words: None, shown: children.iter().map(|named| named.child).collect() }
}
