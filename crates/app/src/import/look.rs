//! Looking at a file before it is filed: who is new, who is known, what would be written, and
//! every refusal with its line. Nothing is kept.

use super::batch::{Batch, Compared, compare};
use super::line::ImportedChild;
use super::{Report, Verdict};
use crate::chance::Chance;
use crate::edge::Edge;
use crate::error::{Error, Result};
use crate::kith::{Answer, Kith};
use domain::access::Task;
use domain::id::{Authority, ImportId, PersonId};
use domain::imports::{Filed, LISTED, Met};
use domain::time::day_of;
use exchange::cin::{self, Item, Stopped};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::BufRead;

/// How many children are compared in one closure.
pub(super) const CHUNK: usize = 50;
/// How many closures may be on their way.
pub(super) const UNDER_WAY: usize = 8;

/// What became of one child.
struct Looked {
    la_child_id: String,
    verdict: Verdict,
    person: Option<PersonId>,
    /// Entries of each kind, in the order of `Filed::ALL`.
    kinds: [u16; Filed::ALL.len()],
}

impl Looked {
    fn of(la_child_id: String, compared: &Compared) -> Self {
        let mut kinds = [0_u16; Filed::ALL.len()];
        for change in &compared.changes {
            let word = change.reference.split('/').nth(1).unwrap_or_default();
            let kind = if change.says.is_some() { Filed::of(word) } else { Filed::TakenBack };
            if let Some(n) = kinds.get_mut(kind as usize) {
                *n = n.saturating_add(1);
            }
        }
        Self { la_child_id, verdict: compared.verdict, person: compared.person, kinds }
    }

    fn entries(&self) -> u64 {
        self.kinds.iter().map(|n| u64::from(*n)).sum()
    }

    /// Counts it into what a person is told.
    fn told_in(&self, report: &mut Report) {
        report.count(self.verdict, self.entries());
        for (kind, n) in Filed::ALL.iter().zip(self.kinds).filter(|(_, n)| *n > 0) {
            *report.kinds.entry(*kind).or_default() += u64::from(n);
        }
        if self.verdict != Verdict::Same && report.who.len() < LISTED {
            report.who.push(Met {
                la_child_id: self.la_child_id.clone(),
                new: self.verdict == Verdict::New,
                entries: self.entries(),
                person: self.person.filter(|_| self.verdict == Verdict::Changed),
            });
        }
    }
}

/// Looks at a census file as if it were to be filed.
pub fn look_at_census(kith: &Kith, edge: Edge, source: impl BufRead) -> Result<Report> {
    edge.may(Task::Import)?;
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
    for (id, looked) in &look.verdicts {
        if !twice.contains(id) {
            looked.told_in(&mut look.report);
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
    under_way: VecDeque<Answer<Vec<Looked>>>,
    verdicts: BTreeMap<String, Looked>,
    report: Report,
}

impl Look<'_> {
    fn take(&mut self, item: Item) -> Result<()> {
        match item {
            Item::Header(header) => {
                let id = ImportId::first_written_in(self.chance.id());
                self.batch = Some(Batch { id, year: header.year });
                self.report.year = Some(header.year);
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
                verdicts.push(Looked::of(child.la_child_id, &compared));
            }
            Ok(verdicts)
        }));
        Ok(())
    }

    fn settle(&mut self, leave: usize) -> Result<()> {
        while self.under_way.len() > leave {
            let Some(answer) = self.under_way.pop_front() else { return Ok(()) };
            for looked in answer.wait()? {
                self.verdicts.insert(looked.la_child_id.clone(), looked);
            }
        }
        Ok(())
    }
}
