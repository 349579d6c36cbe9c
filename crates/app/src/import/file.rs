//! Filing a census file.
//!
//! ```text
//! read the file ──▶ stage each child that differs  (a plain table; a file cut short leaves none)
//! closing tag   ──▶ the batch: «filing»             (from here on a kill loses nothing)
//! stage         ──▶ one child a closure, behind whoever waits, and off the stage with it
//! last child    ──▶ the batch: «filed»
//! ```
//! A start after a kill goes on from the stage.

use super::batch::{Batch, compare, file_child};
use super::line::ImportedChild;
use super::look::{CHUNK, UNDER_WAY, stopped, warn_of_other_authority};
use super::{Report, Verdict};
use crate::chance::Chance;
use crate::cx::Write;
use crate::edge::Edge;
use crate::error::{Error, Result};
use crate::kith::{Answer, Kith};
use domain::access::Task;
use domain::entry::NewEntry;
use domain::id::{Authority, ImportId};
use domain::import_batch::{Counts, Format, ImportBatch, State};
use domain::kind::Payload;
use domain::time::{Happened, day_of};
use exchange::cin::{self, Item};
use sha2::{Digest as _, Sha256};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read};
use store::import_batch::StagedRow;

/// Files a census file, whole or with refusals. Waits until the last child is durable.
pub fn file_census(kith: &Kith, edge: Edge, source: impl Read) -> Result<Report> {
    edge.may(Task::Import)?;
    let mut staging = Staging {
        kith,
        chance: Chance::new(edge.seed, edge.now),
        edge,
        batch: None,
        authority: None,
        chunk: Vec::new(),
        place: 0,
        staged: 0,
        under_way: VecDeque::new(),
        report: Report::default(),
    };
    let mut digesting = Digesting { source, digest: Sha256::new() };
    let read = staging.read(BufReader::with_capacity(1 << 16, &mut digesting));
    let digest = digesting.digest.finalize().into();
    match read {
        Ok(()) => staging.begin_and_file(digest),
        Err(why) => {
            staging.abandon();
            Err(why)
        }
    }
}

/// The import that filing a file at this edge will be, so that its page can be named before it is
/// begun.
pub fn import_of(edge: &Edge) -> ImportId {
    ImportId::first_written_in(Chance::new(edge.seed, edge.now).id())
}

/// Goes on with imports that were cut short, and clears what was staged for files that were.
pub fn go_on_with_unfinished(kith: &Kith, edge: Edge) -> Result<Vec<ImportId>> {
    let Some(authority) = kith.authority() else { return Ok(Vec::new()) };
    let mut chance = Chance::new(edge.seed, edge.now);
    let mut fresh = || edge.with(chance.seed());
    kith.write(fresh(), vec![], |cx| Ok(cx.tx().clear_orphans_from_stage()?)).wait()?;
    let unfinished =
        kith.read(fresh(), move |cx| Ok(cx.tx.list_unfinished_imports(authority)?)).wait()?;
    for id in &unfinished {
        let batch = batch_of(kith, fresh(), *id)?;
        file_staged(kith, fresh(), batch)?;
        finish(kith, fresh(), batch)?;
    }
    Ok(unfinished)
}

fn batch_of(kith: &Kith, edge: Edge, id: ImportId) -> Result<Batch> {
    let found = kith.read(edge, move |cx| Ok(cx.tx.find_entry(id.first_entry())?)).wait()?;
    match found.and_then(|entry| entry.payload) {
        Some(Payload::ImportBatch(batch)) => Ok(Batch { id, year: batch.year.unwrap_or_default() }),
        _ => Err(Error::NoImport(id)),
    }
}

/// One child's verdict, and how many entries it comes to.
type Verdicts = Vec<(Verdict, u64)>;

struct Staging<'k> {
    kith: &'k Kith,
    edge: Edge,
    chance: Chance,
    batch: Option<Batch>,
    authority: Option<Authority>,
    chunk: Vec<(i64, ImportedChild)>,
    place: i64,
    staged: u64,
    under_way: VecDeque<Answer<Verdicts>>,
    report: Report,
}

impl Staging<'_> {
    fn fresh(&mut self) -> Edge {
        self.edge.with(self.chance.seed())
    }

    fn read(&mut self, source: impl BufRead) -> Result<()> {
        let summary = cin::read(source, |item| self.take(item)).map_err(stopped)?;
        self.flush()?;
        self.settle(0)?;
        for twice in &summary.twice {
            self.unstage(&twice.la_child_id)?;
        }
        self.report.take_from(summary);
        Ok(())
    }

    fn take(&mut self, item: Item) -> Result<()> {
        match item {
            Item::Header(header) => {
                let lea = header.lea.parse();
                let lea = lea.map_err(|_| Error::NoSuchAuthority(header.lea.clone()))?;
                self.authority = Some(self.kith.authority().unwrap_or(lea));
                let id = ImportId::first_written_in(self.chance.id());
                self.batch = Some(Batch { id, year: header.year });
                self.report.year = Some(header.year);
                self.report
                    .warnings
                    .extend(warn_of_other_authority(self.kith.authority(), &header));
            }
            Item::Child(child) => {
                self.chunk.push((self.place, ImportedChild::of_census(&child)));
                self.place += 1;
                if self.chunk.len() >= CHUNK {
                    self.flush()?;
                }
            }
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        let (Some(batch), false) = (self.batch, self.chunk.is_empty()) else { return Ok(()) };
        let chunk = std::mem::take(&mut self.chunk);
        let edge = self.fresh();
        self.settle(UNDER_WAY)?;
        self.under_way
            .push_back(self.kith.write_behind(edge, vec![], move |cx| stage(cx, batch, &chunk)));
        Ok(())
    }

    fn settle(&mut self, leave: usize) -> Result<()> {
        while self.under_way.len() > leave {
            let Some(answer) = self.under_way.pop_front() else { return Ok(()) };
            for (verdict, entries) in answer.wait()? {
                self.staged += u64::from(verdict != Verdict::Same);
                self.report.count(verdict, entries);
            }
        }
        Ok(())
    }

    /// Two children of the file have this number: neither is filed.
    fn unstage(&mut self, la_child_id: &str) -> Result<()> {
        let Some(batch) = self.batch else { return Ok(()) };
        let (edge, id) = (self.fresh(), la_child_id.to_owned());
        let taken = self.kith.write_behind(edge, vec![], move |cx| {
            let Some(row) = cx.tx().find_staged(batch.id, &id)? else { return Ok(None) };
            let child = opened(&row)?;
            let authority = cx.authority().ok();
            let today = day_of(cx.now());
            let compared = compare(cx.tx(), authority, batch, &child, today)?;
            cx.tx().unstage_child(batch.id, row.place)?;
            Ok(Some((compared.verdict, compared.changes.len() as u64)))
        });
        match taken.wait()? {
            Some((verdict, entries)) => {
                self.staged -= 1;
                self.report.discount(verdict, entries);
            }
            None => self.report.discount(Verdict::Same, 0),
        }
        Ok(())
    }

    fn begin_and_file(mut self, digest: [u8; 32]) -> Result<Report> {
        let (Some(batch), Some(authority)) = (self.batch, self.authority) else {
            return Ok(self.report);
        };
        if self.staged == 0 {
            return Ok(self.report);
        }
        let begun = ImportBatch {
            format: Format::CinCensus,
            year: Some(batch.year),
            authority_in_file: Some(authority.code()),
            file_digest: digest,
            state: State::Filing,
            counts: counts(&self.report),
        };
        let edge = self.fresh();
        self.kith
            .write(edge, vec![], move |cx| {
                cx.keep_authority(authority)?;
                let on = Happened::at(cx.now());
                let begun = Payload::ImportBatch(begun.clone());
                cx.append(NewEntry::first(batch.id.first_entry(), vec![], on, begun))
            })
            .wait()?;
        let edge = self.fresh();
        file_staged(self.kith, edge, batch)?;
        let edge = self.fresh();
        self.report.entries = finish(self.kith, edge, batch)?;
        self.report.import = Some(batch.id);
        Ok(self.report)
    }

    /// The file cannot be read: what was staged of it goes.
    fn abandon(mut self) {
        let Some(batch) = self.batch else { return };
        for answer in self.under_way.drain(..) {
            drop(answer.wait());
        }
        let edge = self.fresh();
        let cleared = self.kith.write(edge, vec![], move |cx| Ok(cx.tx().clear_stage(batch.id)?));
        if let Err(why) = cleared.wait() {
            tracing::warn!(error = %why, "a stage could not be cleared; the next start will");
        }
    }
}

fn counts(report: &Report) -> Counts {
    Counts {
        children: report.children,
        new: report.new,
        changed: report.changed,
        same: report.same,
        entries: report.entries,
        refused: report.refused_count,
    }
}

fn stage(cx: &mut Write<'_, '_>, batch: Batch, chunk: &[(i64, ImportedChild)]) -> Result<Verdicts> {
    let today = day_of(cx.now());
    let authority = cx.authority().ok();
    let mut verdicts = Vec::with_capacity(chunk.len());
    for (place, child) in chunk {
        let compared = compare(cx.tx(), authority, batch, child, today)?;
        if compared.verdict != Verdict::Same {
            let body = serde_json::to_string(child).map_err(Error::Stage)?;
            let la_child_id = child.la_child_id.clone();
            cx.tx().stage_child(batch.id, &StagedRow { place: *place, la_child_id, body })?;
        }
        verdicts.push((compared.verdict, compared.changes.len() as u64));
    }
    Ok(verdicts)
}

fn opened(row: &StagedRow) -> Result<ImportedChild> {
    serde_json::from_str(&row.body).map_err(Error::Stage)
}

/// Files whatever of an import is on the stage, one child a closure. The next page is read while
/// the one before is filed.
fn file_staged(kith: &Kith, edge: Edge, batch: Batch) -> Result<()> {
    const PAGE: usize = 256;
    let mut chance = Chance::new(edge.seed, edge.now);
    let mut from = 0;
    let mut under_way = VecDeque::new();
    loop {
        let page = move |cx: &mut crate::cx::Read<'_>| {
            Ok(cx.tx.list_staged(batch.id, from, i64::try_from(PAGE).unwrap_or(i64::MAX))?)
        };
        let staged = kith.read(edge.clone(), page).wait()?;
        let Some(last) = staged.last() else { break };
        from = last.place + 1;
        for row in &staged {
            let (place, child) = (row.place, opened(row)?);
            let edge = edge.with(chance.seed());
            under_way.push_back(kith.write_behind(edge, vec![], move |cx| {
                file_child(cx, batch, u32::try_from(place).unwrap_or(u32::MAX), &child)?;
                Ok(cx.tx().unstage_child(batch.id, place)?)
            }));
        }
        done(&mut under_way, PAGE)?;
    }
    done(&mut under_way, 0)
}

/// Waits until only so many are still under way.
fn done(under_way: &mut VecDeque<Answer<()>>, leave: usize) -> Result<()> {
    while under_way.len() > leave {
        let Some(answer) = under_way.pop_front() else { return Ok(()) };
        answer.wait()?;
    }
    Ok(())
}

/// Says that an import is filed; how many entries it came to.
fn finish(kith: &Kith, edge: Edge, batch: Batch) -> Result<u64> {
    kith.write(edge, vec![], move |cx| {
        let Some(begun) = cx.tx().find_newest(batch.id.first_entry())? else {
            return Err(Error::NoImport(batch.id));
        };
        let written = cx.tx().count_lines_of_import(batch.id)?;
        let written = u64::try_from(written).unwrap_or_default();
        if let Some(Payload::ImportBatch(mut filed)) = begun.payload.clone() {
            filed.state = State::Filed;
            filed.counts.entries = written;
            let id = cx.id();
            cx.append(NewEntry::replacing(id, &begun.head, Payload::ImportBatch(filed)))?;
        }
        Ok(written)
    })
    .wait()
}

/// Digests what is read.
struct Digesting<R> {
    source: R,
    digest: Sha256,
}

impl<R: Read> Read for Digesting<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let n = self.source.read(into)?;
        self.digest.update(into.get(..n).unwrap_or_default());
        Ok(n)
    }
}
