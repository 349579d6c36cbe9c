//! One child of the list beside what the store has, and what is written of them.

use super::Note;
use crate::cx::Write;
use crate::error::Result;
use domain::account::Role as Works;
use domain::children_list::GoodToKnow;
use domain::entry::{Head, NewEntry};
use domain::id::{Authority, PersonId};
use domain::involvement::{Involved, Involvement, Role};
use domain::kind::Payload;
use domain::known_by::{KnownBy, Scheme};
use domain::name::{Name, Usage};
use domain::person::{Born, Person};
use domain::time::{Happened, day_of};
use domain::voice::{Source, SourceKind, Weight};
use exchange::list::Listed;
use jiff::civil::Date;
use store::people::Beside;
use store::tx::Tx;

/// What the list is called in what came by it.
const LIST: &str = "List of children";

/// A child of the list beside the store.
#[derive(Debug)]
pub(super) struct Found {
    /// Who it is; nobody yet.
    pub person: Option<PersonId>,
    /// What is to be written of somebody who is here.
    pub changes: Vec<Change>,
    /// Whose work it is.
    part: (Involved, Role),
    /// What a person should know.
    pub note: Option<Note>,
}

/// Something that is different.
#[derive(Debug)]
pub(super) struct Change {
    /// What it takes the place of.
    replaces: Option<Box<Head>>,
    says: Payload,
}

/// Holds a child of the list against the store.
pub(super) fn changes(
    tx: &mut Tx,
    authority: Authority,
    row: &Listed,
    today: Date,
) -> Result<Found> {
    let (part, note) = whose(tx, authority, row, today)?;
    let person = tx.find_known_by(authority, Scheme::LaChildId, &row.id)?;
    let mut changes = Vec::new();
    if let Some(person) = person {
        changes.extend(born(tx, person, row.born)?);
        changes.extend(name(tx, person, row, today)?);
        changes.extend(parts(tx, person, part, today)?);
    }
    Ok(Found { person, changes, part, note })
}

/// Whose work a child is: their worker's, else their team's, else nobody's yet.
fn whose(
    tx: &mut Tx,
    authority: Authority,
    row: &Listed,
    today: Date,
) -> Result<((Involved, Role), Option<Note>)> {
    let note = |says| Note { line: row.line, says };
    if let Some(worker) = &row.worker {
        let known = tx.find_account_by_email(authority, worker)?;
        let works = [Works::Practitioner, Works::PartnerPractitioner, Works::Supervisor];
        let known = known.filter(|known| {
            known.account.is_open(today) && works.iter().any(|role| known.account.has(*role))
        });
        if let Some(known) = known {
            return Ok(((Involved::Person(known.account.person), Role::Lead), None));
        }
    }
    if let Some(named) = &row.team {
        let named = named.to_lowercase();
        let mut teams = tx.list_teams(authority)?.into_iter();
        let team = teams.find(|(_, team)| team.name.to_lowercase() == named);
        if let Some((team, _)) = team {
            let unknown = row.worker.as_ref().map(|_| note(GoodToKnow::TheTeams));
            return Ok(((Involved::Team(team), Role::Lead), unknown));
        }
    }
    let note = match (&row.worker, &row.team) {
        (None, None) => None,
        _ => Some(note(GoodToKnow::NotYetAllocated)),
    };
    Ok(((Involved::NotYetAllocated, Role::Waiting), note))
}

fn born(tx: &mut Tx, person: PersonId, born: Option<Date>) -> Result<Option<Change>> {
    let newest = tx.find_newest(person.first_entry())?;
    let (Some(born), Some(newest)) = (born, newest) else { return Ok(None) };
    Ok(match newest.payload {
        Some(Payload::Person(known)) if known.born != Some(Born::On(born)) => {
            let says = Payload::Person(Person { born: Some(Born::On(born)), ..known });
            Some(Change { replaces: Some(Box::new(newest.head)), says })
        }
        _ => None,
    })
}

fn name(tx: &mut Tx, person: PersonId, row: &Listed, today: Date) -> Result<Option<Change>> {
    let people = tx.list_people(&[person], Beside::default())?;
    let known = people.find(person);
    let current = known.and_then(|known| known.name(today)).cloned();
    let says = name_of(person, row);
    let Some(current) = current else {
        return Ok(Some(Change { replaces: None, says: Payload::Name(says) }));
    };
    if current.full == says.full && current.known_as == says.known_as {
        return Ok(None);
    }
    let entry = known.and_then(|known| known.names.iter().find(|one| one.name == current));
    let entry = entry.map(|one| one.rank.2);
    let entry = entry.map(|entry| tx.find_entry(entry)).transpose()?.flatten();
    let says = Name { full: says.full, known_as: says.known_as, ..current };
    let replaces = entry.map(|entry| Box::new(entry.head));
    Ok(Some(Change { replaces, says: Payload::Name(says) }))
}

/// Parts that end, and the one that begins where none of that kind is open.
fn parts(
    tx: &mut Tx,
    child: PersonId,
    (who, role): (Involved, Role),
    today: Date,
) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    let mut stands = false;
    for root in tx.list_open_parts(child)? {
        let Some(newest) = tx.find_newest(root)? else { continue };
        let Some(Payload::Involvement(part)) = newest.payload else { continue };
        if !matches!(part.role, Role::Lead | Role::Waiting) {
            continue;
        }
        if part.who == who && !stands {
            stands = true;
            continue;
        }
        let says = Payload::Involvement(Involvement { until: Some(today), ..part });
        changes.push(Change { replaces: Some(Box::new(newest.head)), says });
    }
    if !stands {
        let says = Payload::Involvement(part_of(child, (who, role), today));
        changes.push(Change { replaces: None, says });
    }
    Ok(changes)
}

/// Ends every part in the work with a child.
pub(super) fn end(cx: &mut Write<'_, '_>, child: PersonId) -> Result<()> {
    let today = day_of(cx.now());
    for root in cx.tx().list_open_parts(child)? {
        let Some(newest) = cx.tx().find_newest(root)? else { continue };
        let Some(Payload::Involvement(part)) = newest.payload else { continue };
        let says = Payload::Involvement(Involvement { until: Some(today), ..part });
        append(
            cx,
            child,
            Some(from_the_list()),
            Change { replaces: Some(newest.head.into()), says },
        )?;
    }
    Ok(())
}

/// Writes what is different, or all of a child who is new.
pub(super) fn write(cx: &mut Write<'_, '_>, row: &Listed, found: Found) -> Result<()> {
    if let Some(person) = found.person {
        let mut all = found.changes.into_iter();
        return all.try_for_each(|change| append(cx, person, Some(from_the_list()), change));
    }
    let new = |person| name_of(person, row);
    let person = begin(cx, Some(from_the_list()), (row.born, found.part), new)?;
    number(cx, person, Some(from_the_list()), &row.id)
}

/// A child who is new here: who they are, their name, and whose work they are. Without a source it
/// is said by whoever writes it. Asks nobody's leave: for use cases that already did.
pub(crate) fn begin(
    cx: &mut Write<'_, '_>,
    source: Option<Source>,
    (born, part): (Option<Date>, (Involved, Role)),
    name: impl FnOnce(PersonId) -> Name,
) -> Result<PersonId> {
    let (id, at, today) = (cx.id(), Happened::at(cx.now()), day_of(cx.now()));
    let person = PersonId::first_written_in(id);
    let who = Payload::Person(Person { born: born.map(Born::On), ..Person::default() });
    let mut new = NewEntry::first(id, vec![person], at, who);
    new.source.clone_from(&source);
    cx.append(new)?;
    for says in [Payload::Name(name(person)), Payload::Involvement(part_of(person, part, today))] {
        append(cx, person, source.clone(), Change { replaces: None, says })?;
    }
    Ok(person)
}

/// The number that the other system knows a child by.
pub(crate) fn number(
    cx: &mut Write<'_, '_>,
    person: PersonId,
    source: Option<Source>,
    value: &str,
) -> Result<()> {
    let (scheme, value) = (Scheme::LaChildId, value.to_owned());
    let says = Payload::Identifier(KnownBy { person, scheme, value, checks: true });
    append(cx, person, source, Change { replaces: None, says })
}

fn append(
    cx: &mut Write<'_, '_>,
    child: PersonId,
    source: Option<Source>,
    change: Change,
) -> Result<()> {
    let (id, at) = (cx.id(), Happened::at(cx.now()));
    let mut new = match change.replaces {
        Some(old) => NewEntry::replacing(id, &old, change.says),
        None => NewEntry::first(id, vec![child], at, change.says),
    };
    new.source = source;
    cx.append(new).map(drop)
}

fn from_the_list() -> Source {
    Source {
        from: SourceKind::OtherSystem,
        name: Some(LIST.to_owned()),
        weight: Weight::OnFile,
        reference: None,
    }
}

fn name_of(person: PersonId, row: &Listed) -> Name {
    Name {
        person,
        full: row.full.clone(),
        known_as: row.known_as.clone(),
        usage: Usage::Usual,
        from: None,
        until: None,
    }
}

fn part_of(child: PersonId, (who, role): (Involved, Role), from: Date) -> Involvement {
    Involvement { child, who, role, title: None, from, until: None }
}
