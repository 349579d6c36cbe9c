//! Looking at a file before it is filed: who is new, who is known, what would be written, and
//! every refusal with its line. Nothing is kept.

use super::batch::{Batch, compare};
use super::line::ImportedChild;
use super::{Report, Verdict};
use crate::chance::Chance;
use crate::edge::Edge;
use crate::error::{Error, Result};
use crate::kith::{Answer, Kith};
use domain::id::{Authority, ImportId};
use domain::time::day_of;
use exchange::cin::{self, Item, Stopped};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::BufRead;

/// How many children are compared in one closure.
pub(super) const CHUNK: usize = 50;
/// How many closures may be on their way.
pub(super) const UNDER_WAY: usize = 8;

type Verdicts = Vec<(String, Verdict, u64)>;

/// Looks at a census file as if it were to be filed.
pub fn look_at_census(kith: &Kith, edge: Edge, source: impl BufRead) -> Result<Report> {
    let mut look = Look {
        kith,
        chance: Chance::new(edge.seed, edge.now),
        edge,
        batch: None,
        chunk: Vec::new(),
        under_way: VecDeque::new(),
        verdicts: BTreeMap::new(),
        report: Report::default(),
    };
    let read = cin::read(source, |item| look.take(item));
    let summary = read.map_err(stopped)?;
    look.flush()?;
    look.settle(0)?;
    let twice: BTreeSet<_> = summary.twice.iter().map(|one| &one.la_child_id).collect();
    for (id, (verdict, entries)) in &look.verdicts {
        if !twice.contains(id) {
            look.report.count(*verdict, *entries);
        }
    }
    look.report.take_from(summary);
    Ok(look.report)
}

/// Why reading stopped.
pub(super) fn stopped(why: Stopped<Error>) -> Error {
    match why {
        Stopped::Unreadable(why) => why.into(),
        Stopped::Caller(why) => why,
    }
}

/// A warning where the file is another authority's than the record.
pub(super) fn warn_of_other_authority(
    kept: Option<Authority>,
    header: &cin::Header,
) -> Option<String> {
    let kept = kept?;
    (kept.to_string() != header.lea).then(|| {
        format!(
            "The file is of authority {}; this is the record of {kept}. It is filed here all \
             the same.",
            header.lea
        )
    })
}

struct Look<'k> {
    kith: &'k Kith,
    edge: Edge,
    chance: Chance,
    batch: Option<Batch>,
    chunk: Vec<ImportedChild>,
    under_way: VecDeque<Answer<Verdicts>>,
    verdicts: BTreeMap<String, (Verdict, u64)>,
    report: Report,
}

impl Look<'_> {
    fn take(&mut self, item: Item) -> Result<()> {
        match item {
            Item::Header(header) => {
                let id = ImportId::first_written_in(self.chance.id());
                self.batch = Some(Batch { id, year: header.year });
                self.report
                    .warnings
                    .extend(warn_of_other_authority(self.kith.authority(), &header));
            }
            Item::Child(child) => {
                self.chunk.push(ImportedChild::of_census(&child));
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
        let today = day_of(self.edge.now);
        let authority = self.kith.authority();
        self.settle(UNDER_WAY)?;
        self.under_way.push_back(self.kith.read(self.edge.clone(), move |cx| {
            let mut verdicts = Vec::with_capacity(chunk.len());
            for child in chunk {
                let compared = compare(cx.tx, authority, batch, &child, today)?;
                let entries = compared.changes.len() as u64;
                verdicts.push((child.la_child_id, compared.verdict, entries));
            }
            Ok(verdicts)
        }));
        Ok(())
    }

    fn settle(&mut self, leave: usize) -> Result<()> {
        while self.under_way.len() > leave {
            let Some(answer) = self.under_way.pop_front() else { return Ok(()) };
            for (id, verdict, entries) in answer.wait()? {
                self.verdicts.insert(id, (verdict, entries));
            }
        }
        Ok(())
    }
}
