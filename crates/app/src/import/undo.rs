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
use domain::access::Task;
use domain::entry::{Entry, Head, NewEntry};
use domain::id::{Authority, ImportId, PersonId};
use domain::import_batch::State;
use domain::imports::{Filed, LISTED, LeftAsItIs, Undoing};
use domain::kind::{Kind, Payload};
use domain::withdrawal::{Because, Withdrawal};
use serde::Serialize;
use std::collections::BTreeMap;
use store::import_line::LineRow;
use store::tx::Tx;

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

/// What taking an import back would come to, and what it would leave; writes nothing.
pub fn look_at_undo(kith: &Kith, edge: Edge, id: ImportId) -> Result<Undone> {
    edge.may(Task::UndoImport)?;
    stands(kith, edge.clone(), id)?;
    let mut undone = Undone { import: Some(id), ..Undone::default() };
    let mut after = String::new();
    loop {
        let page = page_of(kith, edge.clone(), id, &after)?;
        let Some(last) = page.last() else { return Ok(undone) };
        after.clone_from(last);
        let looked = kith.read(edge.clone(), move |cx| {
            let authority = cx.authority()?;
            let weighed = |key: &String| {
                let weighed = weigh(cx.tx, authority, id, key)?;
                let mut child = ChildUndone::of(&weighed);
                for (first, line) in &weighed.back {
                    let gone = version_before(cx.tx, first)?.is_none();
                    child.gone |= gone && line.reference == format!("{key}/person");
                }
                Ok(child)
            };
            page.iter().map(weighed).collect::<Result<Vec<_>>>()
        });
        looked.wait()?.into_iter().for_each(|child| undone.add(child));
    }
}

/// That it is filed and was not taken back.
fn stands(kith: &Kith, edge: Edge, id: ImportId) -> Result<()> {
    let newest = kith.read(edge, move |cx| Ok(cx.tx.find_newest(id.first_entry())?)).wait()?;
    match newest.and_then(|entry| entry.payload) {
        Some(Payload::ImportBatch(batch)) => match batch.state {
            State::Undone => Err(Error::UndoneBefore(id)),
            State::Filing => Err(Error::StillFiling(id)),
            State::Filed => Ok(()),
        },
        _ => Err(Error::NoImport(id)),
    }
}

/// The next children an import wrote about.
fn page_of(kith: &Kith, edge: Edge, id: ImportId, after: &str) -> Result<Vec<String>> {
    let after = after.to_owned();
    kith.read(edge, move |cx| Ok(cx.tx.list_children_of_import(id, &after, 256)?)).wait()
}

/// Takes an import back. Waits until the last child is done; cut short, it can be called again.
pub fn undo_import(kith: &Kith, edge: Edge, id: ImportId) -> Result<Undone> {
    edge.may(Task::UndoImport)?;
    let mut chance = Chance::new(edge.seed, edge.now);
    stands(kith, edge.clone(), id)?;
    let mut undone = Undone { import: Some(id), ..Undone::default() };
    let mut after = String::new();
    loop {
        let page = page_of(kith, edge.clone(), id, &after)?;
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
    let weighed = weigh(cx.tx(), authority, batch, key)?;
    let mut undone = ChildUndone::of(&weighed);
    for (first, line) in &weighed.back {
        let back = take_back(cx, first, line)?;
        undone.gone |= back == Back::Gone && line.reference == format!("{key}/person");
    }
    Ok(undone)
}

/// What becomes of the lines of one child.
struct Weighed {
    /// The first and the last line of each root that is taken back.
    back: Vec<(LineRow, LineRow)>,
    left: Vec<Left>,
}

impl ChildUndone {
    fn of(weighed: &Weighed) -> Self {
        Self { gone: false, entries: weighed.back.len() as u64, left: weighed.left.clone() }
    }
}

/// Holds what an import wrote about a child against everything else that is known of it.
fn weigh(tx: &mut Tx, authority: Authority, batch: ImportId, key: &str) -> Result<Weighed> {
    let lines = tx.list_import_lines(authority, key)?;
    let batches: BTreeMap<_, _> = lines.iter().map(|line| (line.entry, line.batch)).collect();
    let person = lines
        .iter()
        .find(|line| line.reference == format!("{key}/person"))
        .map(|line| PersonId::first_written_in(line.root));
    let stays = match person {
        Some(person) => something_else_stands(tx, person, (authority, key), batch)?,
        None => true,
    };
    let mut weighed = Weighed { back: Vec::new(), left: Vec::new() };
    let mut kept = false;
    for (first, line) in of_batch(&lines, batch) {
        // A withdrawal this very undoing wrote, before it was cut short.
        let own = line.replaced.is_some_and(|old| batches.get(&old) == Some(&batch));
        if line.withdrawn && own {
            continue;
        }
        let is_fact = line.reference.matches('/').count() == 1;
        match (line.replaced_by, is_fact && stays && first.replaced.is_none()) {
            (Some(_), _) => weighed.left.push(left(key, Some(line), StillNeeded::WrittenOver)),
            (None, true) => kept = true,
            (None, false) => weighed.back.push((first.clone(), line.clone())),
        }
    }
    if kept {
        weighed.left.push(left(key, None, StillNeeded::SomethingElseStands));
    }
    Ok(weighed)
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
    tx: &mut Tx,
    person: PersonId,
    known_as: (Authority, &str),
    batch: ImportId,
) -> Result<bool> {
    Ok(tx.count_involved(person)? > 0 || tx.count_story_beside(person, known_as, batch)? > 0)
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
    let id = cx.id();
    let (new, back) = match version_before(cx.tx(), first)? {
        Some((head, payload)) => {
            let copy = NewEntry::replacing(id, &head, payload);
            (NewEntry { replaces: Some(wrong.head.id), ..copy }, Back::Before)
        }
        None => {
            let withdrawal = Withdrawal { of: wrong.head.kind, because: Because::ImportUndone };
            (NewEntry::replacing(id, &wrong.head, Payload::Withdrawal(withdrawal)), Back::Gone)
        }
    };
    cx.append(new)?;
    Ok(back)
}

/// What stood before the import wrote its first line of a root; nothing where nothing did.
fn version_before(tx: &mut Tx, first: &LineRow) -> Result<Option<(Head, Payload)>> {
    let before = match first.replaced {
        Some(before) => tx.find_entry(before)?,
        None => None,
    };
    Ok(match before {
        Some(Entry { head, payload: Some(payload) }) if payload.kind() != Kind::Withdrawal => {
            Some((head, payload))
        }
        _ => None,
    })
}

impl Undone {
    /// As a page shows it.
    pub fn as_shown(&self) -> Undoing {
        let left = self.left.iter().take(LISTED).map(|one| LeftAsItIs {
            la_child_id: one.la_child_id.clone(),
            line: one.reference.as_deref().map(|reference| {
                let mut parts = reference.split('/').skip(1);
                let kind = Filed::of(parts.next().unwrap_or_default());
                (kind, parts.next().and_then(|day| day.parse().ok()))
            }),
            written_over: one.because == StillNeeded::WrittenOver,
        });
        Undoing {
            children: self.children,
            gone: self.gone,
            entries: self.entries,
            left: left.collect(),
            left_count: self.left.len() as u64,
        }
    }
}
