//! Who may say whose a sitting is: the worker whose tablet it was, and whoever answers for a team
//! they were in when it came. Where nobody answers for any such team, every manager may; and where
//! the authority has no manager at all, whoever meets children. So nothing that was handed in waits
//! where nobody can find it.

use crate::error::Result;
use domain::access::{Role, Task, Viewer, may};
use domain::id::{AccountId, SittingId, TeamId};
use domain::tablet::{HandedIn, HandedInState, ToSay};
use domain::time::day_of;
use store::handed_in::Kept;
use store::tx::Tx;

/// What stands so and is this viewer's to say: first where something important was said, then the
/// oldest.
pub(super) fn list(tx: &mut Tx, viewer: &Viewer, state: HandedInState) -> Result<Vec<Kept>> {
    let mut all = tx.list_handed_in_of(viewer.account, state)?;
    for team in &viewer.supervises {
        all.extend(tx.list_handed_in_of_team(*team, state)?);
    }
    if stands_in(tx, viewer)? {
        all.extend(tx.list_handed_in_of_nobody(state, day_of(viewer.at))?);
    }
    let key = |kept: &Kept| {
        let HandedIn { important, arrived_at, sitting, .. } = kept.handed_in;
        (important.is_none(), arrived_at, sitting, kept.manifest_digest)
    };
    all.sort_by_key(key);
    all.dedup_by_key(|kept| key(kept));
    Ok(all)
}

/// What waits for this viewer.
pub(crate) fn list_waiting(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Kept>> {
    list(tx, viewer, HandedInState::Waiting)
}

/// How many wait for this viewer.
pub(crate) fn count_waiting(tx: &mut Tx, viewer: &Viewer) -> Result<ToSay> {
    let all = list_waiting(tx, viewer)?;
    let important = all.iter().filter(|kept| kept.handed_in.important.is_some()).count();
    Ok(ToSay { how_many: all.len(), important })
}

/// The branches of a sitting that stand so, for whoever may say whose they are.
pub(super) fn branches(
    tx: &mut Tx,
    viewer: &Viewer,
    sitting: SittingId,
    state: HandedInState,
) -> Result<Vec<Kept>> {
    let mut open = Vec::new();
    for kept in tx.list_branches(sitting)? {
        if kept.handed_in.state == state && may_say(tx, viewer, &kept)? {
            open.push(kept);
        }
    }
    Ok(open)
}

/// Whether it is this viewer's to say.
pub(super) fn may_say(tx: &mut Tx, viewer: &Viewer, kept: &Kept) -> Result<bool> {
    let teams = tx.list_teams_of_handed_in(kept)?;
    answers_for(tx, viewer, kept.account, teams)
}

/// Whether this viewer may bring a file of a tablet of this account: whoever could say whose its
/// sittings are, had they come from it now.
pub(crate) fn may_bring(tx: &mut Tx, viewer: &Viewer, account: AccountId) -> Result<bool> {
    answers_for(tx, viewer, account, vec![])
}

/// Whether this viewer answers for what came from this account's tablet while it was in these
/// teams; where that is not known, in those it is in now.
fn answers_for(
    tx: &mut Tx,
    viewer: &Viewer,
    account: AccountId,
    mut teams: Vec<TeamId>,
) -> Result<bool> {
    if account == viewer.account {
        return Ok(true);
    }
    if teams.is_empty() {
        teams = tx.find_account(account)?.map(|known| known.account.teams).unwrap_or_default();
    }
    if teams.iter().any(|team| viewer.supervises.contains(team)) {
        return Ok(true);
    }
    if !stands_in(tx, viewer)? {
        return Ok(false);
    }
    for team in teams {
        if tx.list_team(team, day_of(viewer.at))?.iter().any(|colleague| colleague.supervises) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether this viewer stands in where nobody answers for a team.
fn stands_in(tx: &mut Tx, viewer: &Viewer) -> Result<bool> {
    let meets = may(viewer, Task::BeginFile);
    Ok(viewer.is(Role::Supervisor) || meets && !tx.has_supervisor(day_of(viewer.at))?)
}
