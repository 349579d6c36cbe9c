//! The imports there were, each as it stands, with who filed it.

use super::filing::Doing;
use crate::cx::Read;
use crate::error::{Error, Result};
use domain::access::Task;
use domain::entry::Head;
use domain::id::{AccountId, ImportId};
use domain::import_batch::State;
use domain::imports::{ImportState, ListedImport};
use domain::kind::{Kind, Payload};
use domain::steps_line::Who;
use domain::time::{day_of, london};
use domain::voice::Recorder;
use jiff::Timestamp;
use jiff::civil::DateTime;
use std::collections::BTreeMap;
use store::import_batch::ImportRow;
use store::people::Beside;

/// So many imports are listed, the newest.
pub const IMPORTS_LISTED: i64 = 100;

/// The newest imports.
pub fn list_imports(cx: &mut Read<'_>) -> Result<Vec<ListedImport>> {
    cx.may(Task::Import)?;
    let Ok(authority) = cx.authority() else { return Ok(Vec::new()) };
    let rows = cx.tx.list_imports(authority, IMPORTS_LISTED)?;
    listed(cx, rows)
}

/// One import, and what is being done with it at this moment, if this program does it.
pub fn read_import(cx: &mut Read<'_>, id: ImportId, doing: Option<Doing>) -> Result<ImportState> {
    cx.may(Task::Import)?;
    let row = match cx.authority() {
        Ok(authority) => cx.tx.find_import(authority, id)?,
        Err(_) => None,
    };
    let found = listed(cx, row.into_iter().collect())?.pop();
    Ok(match (found, doing) {
        (None, Some(Doing::Reading)) => {
            let staged = u64::try_from(cx.tx.count_staged(id)?).unwrap_or_default();
            ImportState::Reading { staged }
        }
        (None, Some(Doing::NothingNew)) => ImportState::NothingNew,
        (_, Some(Doing::Failed(why))) => ImportState::Failed(why),
        (None, _) => return Err(Error::NotFound),
        (Some(import), doing) => match (import.batch.state, doing) {
            // The record says so a moment before what was left is known here.
            (_, Some(Doing::Undoing)) => ImportState::Undoing(import),
            (State::Undone, Some(Doing::Undone(undone))) => {
                ImportState::Undone(import, Some(undone.as_shown()))
            }
            (State::Undone, _) => ImportState::Undone(import, None),
            (State::Filing, _) => ImportState::Filing(import),
            (State::Filed, _) => ImportState::Filed(import),
        },
    })
}

fn listed(cx: &mut Read<'_>, rows: Vec<ImportRow>) -> Result<Vec<ListedImport>> {
    let mut names = BTreeMap::new();
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let broken = |why: &dyn std::fmt::Display| {
            store::error::Error::Broken(format!("import {}: {why}", row.id))
        };
        let head = |text: &str| serde_json::from_str::<Head>(text).map_err(|why| broken(&why));
        let (first, newest) = (head(&row.first)?, head(&row.head)?);
        let body = row.body.as_deref().unwrap_or_default();
        let payload = Payload::parse(Kind::ImportBatch, newest.version, body);
        let Payload::ImportBatch(batch) = payload.map_err(|why| broken(&why))? else { continue };
        all.push(ListedImport {
            id: row.id,
            begun_at: in_london(first.recorded_at),
            by: name(cx, first.recorded_by, &mut names)?,
            batch,
            changed_at: in_london(newest.recorded_at),
            changed_by: name(cx, newest.recorded_by, &mut names)?,
            left: u64::try_from(row.staged).unwrap_or_default(),
        });
    }
    Ok(all)
}

fn in_london(at: Timestamp) -> DateTime {
    at.to_zoned_datetime(london()).datetime()
}

/// The name of whoever wrote an entry down; each account is looked up once.
fn name(
    cx: &mut Read<'_>,
    by: Recorder,
    names: &mut BTreeMap<AccountId, Option<String>>,
) -> Result<Option<String>> {
    let account = match by {
        Recorder::Account(account)
        | Recorder::Device { account }
        | Recorder::Program { acting_for: Some(account) } => account,
        Recorder::GuestLink { .. } | Recorder::Program { acting_for: None } => return Ok(None),
    };
    if let Some(known) = names.get(&account) {
        return Ok(known.clone());
    }
    let person = cx.tx.find_account(account)?.map(|known| known.account.person);
    let people = cx.tx.list_people(person.as_slice(), Beside::default())?;
    let on = day_of(cx.edge.now);
    let found = person.and_then(|person| Who::of(&people, person, on)).map(|who| who.name);
    names.insert(account, found.clone());
    Ok(found)
}
