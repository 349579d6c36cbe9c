//! Lists of children: those somebody works with or answers for, those who wait for a worker, and,
//! for whoever may meet any file, all of them. Fifty at a time.

use crate::cx::Read;
use crate::error::{Error, Result};
use crate::reader::{Reader, full_name, people, reader};
use crate::session::Shown;
use domain::access::{Action, Holder, Reach, Role, Viewer, list_rule};
use domain::child_list::{ChildList, Listed, Which};
use domain::front_page::People;
use domain::id::{PersonId, TeamId};
use domain::known_by::Scheme;
use domain::look::AtWhat;
use domain::time::day_of;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::involvement::{AT_ONCE, LedRow};

/// The most children of one caseload or team.
const CASELOAD: i64 = 2_000;

/// A list, and who reads it.
#[derive(Debug, Clone)]
pub struct Page {
    /// Who reads.
    pub reader: Reader,
    /// The list.
    pub list: ChildList,
}

/// The lists a viewer has.
fn lists(viewer: &Viewer) -> Vec<Which> {
    let works = |reach: &Reach| {
        use Reach::{Leads, OwnTeam, Supervises, TeamWorks, Works};
        matches!(reach, Leads | Works | TeamWorks | OwnTeam | Supervises)
    };
    let own = list_rule(viewer, Action::OpenFrontPage).plain.iter().any(works);
    let any_file = purpose(viewer).is_some();
    let waiting = viewer.holds(Holder::NotYetAllocated);
    let lists = [(own, Which::Own), (waiting, Which::Waiting), (any_file, Which::All)];
    lists.into_iter().filter_map(|(has, which)| has.then_some(which)).collect()
}

/// What lets a viewer meet any file: the front page on duty, or the name, for whoever makes the
/// returns, leads the service or guards the information. A restricted file is in no list.
fn purpose(viewer: &Viewer) -> Option<Action> {
    let on_duty = list_rule(viewer, Action::OpenFrontPage).plain.contains(&Reach::AnyFile);
    let by_name = [Role::DataOfficer, Role::Leader, Role::Guardian];
    let by_name = by_name.into_iter().any(|role| viewer.is(role));
    if on_duty { Some(Action::OpenFrontPage) } else { by_name.then_some(Action::FindByName) }
}

/// One page of a list, from the child after this one on.
pub fn list(
    cx: &mut Read<'_>,
    which: Option<Which>,
    after: Option<PersonId>,
) -> Result<Shown<Page>> {
    let reader = reader(cx)?;
    let lists = lists(&reader.viewer);
    let first = lists.first().copied().ok_or(Error::NotYours)?;
    let which = which.unwrap_or(first);
    if !lists.contains(&which) {
        return Err(Error::NotFound);
    }
    let today = day_of(reader.viewer.at);
    let (mut ids, more) = match which {
        Which::Own => own(cx, &reader.viewer, after)?,
        Which::Waiting => files(cx, &reader.viewer, (true, Action::OpenFrontPage), after)?,
        Which::All => {
            let purpose = purpose(&reader.viewer).ok_or(Error::NotFound)?;
            files(cx, &reader.viewer, (false, purpose), after)?
        }
    };
    ids.truncate(AT_ONCE);
    let children = cards(cx, &ids, today)?;
    let next = ids.last().copied().filter(|_| more);
    let steps_alone = which == Which::All && reader.viewer.is(Role::DataOfficer);
    let list = ChildList { which, lists, children, next, steps_alone, as_of: today };
    let look = AtWhat::List { words: None, shown: ids };
    Ok(Shown { page: Page { reader, list }, look: Some(look) })
}

/// A caseload by name: it is read whole, for nobody works with thousands.
fn own(
    cx: &mut Read<'_>,
    viewer: &Viewer,
    after: Option<PersonId>,
) -> Result<(Vec<PersonId>, bool)> {
    let today = day_of(viewer.at);
    let ids = cx.tx.list_caseload(viewer, CASELOAD)?;
    let known = people(cx, &ids)?;
    let mut named: Vec<_> =
        ids.into_iter().map(|id| (full_name(&known, id, today).to_lowercase(), id)).collect();
    named.sort();
    let from = named.iter().position(|(_, id)| Some(*id) == after).map_or(0, |at| at + 1);
    let rest: Vec<_> = named.into_iter().skip(from).map(|(_, id)| id).collect();
    let more = rest.len() > AT_ONCE;
    Ok((rest, more))
}

fn files(
    cx: &mut Read<'_>,
    viewer: &Viewer,
    (waiting, purpose): (bool, Action),
    after: Option<PersonId>,
) -> Result<(Vec<PersonId>, bool)> {
    let one_more = i64::try_from(AT_ONCE).unwrap_or(i64::MAX).saturating_add(1);
    let ids = cx.tx.list_files((viewer, purpose), waiting, after, one_more)?;
    let more = ids.len() > AT_ONCE;
    Ok((ids, more))
}

/// What a list says of each child. Asks nobody's leave: for use cases that already did.
pub(crate) fn cards(cx: &mut Read<'_>, ids: &[PersonId], on: Date) -> Result<Vec<Listed>> {
    let (at, authority) = (cx.edge.now, cx.authority()?);
    let led = cx.tx.list_led_by(ids, at)?;
    let workers = led.iter().filter_map(worker);
    let who: Vec<_> = ids.iter().copied().chain(workers).collect();
    let known = people(cx, &who)?;
    let teams: BTreeMap<TeamId, String> =
        cx.tx.list_teams(authority)?.into_iter().map(|(id, team)| (id, team.name)).collect();
    let mut cards: Vec<_> = ids.iter().map(|id| card(*id, &led, (&known, &teams), on)).collect();
    name_by_number(cx, &mut cards)?;
    Ok(cards)
}

/// A child whom nobody has named is told by the council's own number.
fn name_by_number(cx: &mut Read<'_>, cards: &mut [Listed]) -> Result<()> {
    let nameless: Vec<_> =
        cards.iter().filter(|card| card.name.is_empty()).map(|card| card.id).collect();
    if nameless.is_empty() {
        return Ok(());
    }
    let numbers: BTreeMap<_, _> =
        cx.tx.list_numbers(&nameless, Scheme::LaChildId)?.into_iter().collect();
    for card in cards.iter_mut().filter(|card| card.name.is_empty()) {
        if let Some(number) = numbers.get(&card.id) {
            card.name = format!("Child {number}");
        }
    }
    Ok(())
}

fn worker(led: &LedRow) -> Option<PersonId> {
    (led.holder_kind == "person").then_some(led.holder).flatten().map(PersonId::from_bytes)
}

fn card(
    id: PersonId,
    led: &[LedRow],
    (known, teams): (&People, &BTreeMap<TeamId, String>),
    on: Date,
) -> Listed {
    let own = || led.iter().filter(move |led| led.child == id);
    let team = own().find_map(|led| led.team).and_then(|team| teams.get(&team));
    Listed {
        id,
        name: full_name(known, id, on),
        born: known.find(id).and_then(|known| known.person.born),
        worker: own().find_map(worker).map(|worker| full_name(known, worker, on)),
        team: team.cloned(),
        waits: own().any(|led| led.holder_kind == "waiting"),
    }
}
