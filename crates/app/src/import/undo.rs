//! Taking an import back, a child a closure: a withdrawal where the import was first, a copy of
//! the version before where it was not.
//!
//! It leaves, and lists, what a person or a later import has replaced, and every child about whom
//! anything else stands (somebody works with it, or its story has more): such a child keeps its
//! person and its numbers.

use crate::chance::Chance;
use crate::cx::Write;
use crate::edge::Edge;
use crate::error::{Error, Result};
use crate::kith::Kith;
use domain::entry::{Entry, NewEntry};
use domain::id::{ImportId, PersonId};
use domain::import_batch::State;
use domain::kind::{Kind, Payload};
use domain::withdrawal::{Because, Withdrawal};
use serde::Serialize;
use std::collections::BTreeMap;
use store::import_line::LineRow;

/// What undoing an import came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Undone {
    /// The import.
    pub import: Option<ImportId>,
    /// Children it had written about.
    pub children: u64,
    /// Of these, no longer in the record.
    pub gone: u64,
    /// Entries written to take it back.
    pub entries: u64,
    /// What was left as it is, and why.
    pub left: Vec<Left>,
}

/// Something that undoing left as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Left {
    /// The child's number in the file.
    pub la_child_id: String,
    /// Where the line stands in the file; nothing for the child as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Why it was left.
    pub because: StillNeeded,
}

/// Why something is left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StillNeeded {
    /// A person or a later import has written over it.
    WrittenOver,
    /// Something else stands about the child.
    SomethingElseStands,
}

/// Takes an import back. Waits until the last child is done; cut short, it can be called again.
pub fn undo_import(kith: &Kith, edge: Edge, id: ImportId) -> Result<Undone> {
    let mut chance = Chance::new(edge.seed, edge.now);
    let newest =
        kith.read(edge.clone(), move |cx| Ok(cx.tx.find_newest(id.first_entry())?)).wait()?;
    match newest.and_then(|entry| entry.payload) {
        Some(Payload::ImportBatch(batch)) if batch.state == State::Undone => {
            return Err(Error::UndoneBefore(id));
        }
        Some(Payload::ImportBatch(batch)) if batch.state == State::Filing => {
            return Err(Error::StillFiling(id));
        }
        Some(Payload::ImportBatch(_)) => {}
        _ => return Err(Error::NoImport(id)),
    }
    let mut undone = Undone { import: Some(id), ..Undone::default() };
    let mut after = String::new();
    loop {
        let page = {
            let after = after.clone();
            kith.read(edge.clone(), move |cx| Ok(cx.tx.list_children_of_import(id, &after, 256)?))
                .wait()?
        };
        let Some(last) = page.last() else { break };
        after.clone_from(last);
        let answers: Vec<_> = page
            .into_iter()
            .map(|key| {
                let edge = edge.with(chance.seed());
                kith.write_behind(edge, vec![], move |cx| undo_child(cx, id, &key))
            })
            .collect();
        for answer in answers {
            undone.add(answer.wait()?);
        }
    }
    kith.write(edge.with(chance.seed()), vec![], move |cx| say_undone(cx, id)).wait()?;
    Ok(undone)
}

impl Undone {
    fn add(&mut self, child: ChildUndone) {
        self.children += 1;
        self.gone += u64::from(child.gone);
        self.entries += child.entries;
        self.left.extend(child.left);
    }
}

fn say_undone(cx: &mut Write<'_, '_>, id: ImportId) -> Result<()> {
    let Some(newest) = cx.tx().find_newest(id.first_entry())? else {
        return Err(Error::NoImport(id));
    };
    if let Some(Payload::ImportBatch(mut batch)) = newest.payload {
        batch.state = State::Undone;
        let entry = cx.id();
        cx.append(NewEntry::replacing(entry, &newest.head, Payload::ImportBatch(batch)))?;
    }
    Ok(())
}

#[derive(Default)]
struct ChildUndone {
    gone: bool,
    entries: u64,
    left: Vec<Left>,
}

fn undo_child(cx: &mut Write<'_, '_>, batch: ImportId, key: &str) -> Result<ChildUndone> {
    let authority = cx.authority()?;
    let lines = cx.tx().list_import_lines(authority, key)?;
    let batches: BTreeMap<_, _> = lines.iter().map(|line| (line.entry, line.batch)).collect();
    let person = lines
        .iter()
        .find(|line| line.reference == format!("{key}/person"))
        .map(|line| PersonId::first_written_in(line.root));
    let stays = match person {
        Some(person) => something_else_stands(cx, person, key, batch)?,
        None => true,
    };
    let mut undone = ChildUndone::default();
    let mut kept = false;
    for (first, line) in of_batch(&lines, batch) {
        // A withdrawal this very undoing wrote, before it was cut short.
        let own = line.replaced.is_some_and(|old| batches.get(&old) == Some(&batch));
        if line.withdrawn && own {
            continue;
        }
        let is_fact = line.reference.matches('/').count() == 1;
        match (line.replaced_by, is_fact && stays && first.replaced.is_none()) {
            (Some(_), _) => undone.left.push(left(key, Some(line), StillNeeded::WrittenOver)),
            (None, true) => kept = true,
            (None, false) => {
                let back = take_back(cx, first, line)?;
                undone.entries += 1;
                undone.gone |= back == Back::Gone && line.reference == format!("{key}/person");
            }
        }
    }
    if kept {
        undone.left.push(left(key, None, StillNeeded::SomethingElseStands));
    }
    Ok(undone)
}

fn left(key: &str, line: Option<&LineRow>, because: StillNeeded) -> Left {
    Left {
        la_child_id: key.replace("%2F", "/").replace("%25", "%"),
        reference: line.map(|line| line.reference.clone()),
        because,
    }
}

/// Whether the record would miss this child if the import had never been.
fn something_else_stands(
    cx: &mut Write<'_, '_>,
    person: PersonId,
    key: &str,
    batch: ImportId,
) -> Result<bool> {
    let authority = cx.authority()?;
    let tx = cx.tx();
    Ok(tx.count_involved(person)? > 0
        || tx.count_story_beside(person, (authority, key), batch)? > 0)
}

/// The first and the last line of each root that this import wrote. They differ where another
/// import changed it and was undone: the last is then a copy of the first.
fn of_batch(lines: &[LineRow], batch: ImportId) -> Vec<(&LineRow, &LineRow)> {
    let mut found: Vec<(&LineRow, &LineRow)> = Vec::new();
    for line in lines.iter().filter(|line| line.batch == batch) {
        match found.iter_mut().find(|(first, _)| first.root == line.root) {
            Some((_, last)) => *last = line,
            None => found.push((line, line)),
        }
    }
    found
}

/// What taking a line back came to.
#[derive(PartialEq, Eq)]
enum Back {
    /// The version before stands again.
    Before,
    /// Nothing does.
    Gone,
}

fn take_back(cx: &mut Write<'_, '_>, first: &LineRow, line: &LineRow) -> Result<Back> {
    let Some(wrong) = cx.tx().find_entry(line.entry)? else { return Ok(Back::Gone) };
    let before = match first.replaced {
        Some(before) => cx.tx().find_entry(before)?,
        None => None,
    };
    let id = cx.id();
    let (new, back) = match before {
        Some(Entry { head, payload: Some(payload) }) if payload.kind() != Kind::Withdrawal => {
            let copy = NewEntry::replacing(id, &head, payload);
            (NewEntry { replaces: Some(wrong.head.id), ..copy }, Back::Before)
        }
        _ => {
            let withdrawal = Withdrawal { of: wrong.head.kind, because: Because::ImportUndone };
            (NewEntry::replacing(id, &wrong.head, Payload::Withdrawal(withdrawal)), Back::Gone)
        }
    };
    cx.append(new)?;
    Ok(back)
}
