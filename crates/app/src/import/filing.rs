//! Long work behind a page: a held file is filed, or an import taken back, on a thread of its
//! own, while the page that began it can be asked how far it is.
//!
//! One at a time, so that memory stays bounded. What it is doing is known to this process alone
//! and lost with it; what was filed is not: a start after a kill goes on from the stage.

use super::held::HeldFile;
use super::{Undone, file_census, import_of, undo_import};
use crate::edge::Edge;
use crate::error::{Error, Result};
use crate::kith::Kith;
use domain::access::Task;
use domain::id::ImportId;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// So many outcomes are remembered.
const REMEMBERED: usize = 32;

/// What is being done with an import, or was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doing {
    /// The file is read and then filed.
    Reading,
    /// It is filed.
    Filed,
    /// Nothing in the file was new.
    NothingNew,
    /// It is being taken back.
    Undoing,
    /// It was taken back.
    Undone(Undone),
    /// It could not be done; in words.
    Failed(String),
}

impl Doing {
    const fn goes_on(&self) -> bool {
        matches!(self, Self::Reading | Self::Undoing)
    }
}

/// What this program is doing with imports.
#[derive(Debug, Clone, Default)]
pub struct Filings(Arc<Mutex<Vec<(ImportId, Doing)>>>);

impl Filings {
    /// Begins to file a held file, which is let go at the end; the import it will be.
    pub fn begin(&self, kith: &Kith, edge: Edge, held: HeldFile) -> Result<ImportId> {
        edge.may(Task::Import)?;
        let id = import_of(&edge);
        let kith = kith.clone();
        self.run(id, Doing::Reading, move || {
            let report = match held.open() {
                Ok(source) => file_census(&kith, edge, source),
                Err(why) => Err(not_held(why)),
            };
            if let Err(why) = held.discard() {
                tracing::warn!(error = %why, "a held file could not be let go; the sweep will");
            }
            Ok(if report?.import.is_some() { Doing::Filed } else { Doing::NothingNew })
        })?;
        Ok(id)
    }

    /// Begins to take an import back.
    pub fn undo(&self, kith: &Kith, edge: Edge, id: ImportId) -> Result<()> {
        edge.may(Task::UndoImport)?;
        let kith = kith.clone();
        self.run(id, Doing::Undoing, move || Ok(Doing::Undone(undo_import(&kith, edge, id)?)))
    }

    /// What is being done with this import, or was.
    pub fn find(&self, id: ImportId) -> Option<Doing> {
        self.all().iter().rev().find(|(of, _)| *of == id).map(|(_, doing)| doing.clone())
    }

    fn run(
        &self,
        id: ImportId,
        doing: Doing,
        work: impl FnOnce() -> Result<Doing> + Send + 'static,
    ) -> Result<()> {
        {
            let mut all = self.all();
            if let Some((other, _)) = all.iter().find(|(_, doing)| doing.goes_on()) {
                return Err(Error::StillFiling(*other));
            }
            all.retain(|(of, _)| *of != id);
            let over = (all.len() + 1).saturating_sub(REMEMBERED);
            all.drain(..over);
            all.push((id, doing));
        }
        let outcome = Outcome { of: self.clone(), id, doing: None };
        let spawned = std::thread::Builder::new().name("filing".into()).spawn(move || {
            let mut outcome = outcome;
            outcome.doing = Some(work().unwrap_or_else(|why| {
                tracing::warn!(import = %id, error = %why, "an import could not be done");
                Doing::Failed(why.to_string())
            }));
        });
        spawned.map(drop).map_err(Error::File)
    }

    fn all(&self) -> MutexGuard<'_, Vec<(ImportId, Doing)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says how it went, also where the work stopped half-way.
struct Outcome {
    of: Filings,
    id: ImportId,
    doing: Option<Doing>,
}

impl Drop for Outcome {
    fn drop(&mut self) {
        let stopped = || Doing::Failed("the work stopped half-way".to_owned());
        let doing = self.doing.take().unwrap_or_else(stopped);
        if let Some((_, was)) = self.of.all().iter_mut().find(|(of, _)| *of == self.id) {
            *was = doing;
        }
    }
}

fn not_held(why: super::held::NotHeld) -> Error {
    match why {
        super::held::NotHeld::File(why) => Error::File(why),
        why => Error::File(std::io::Error::other(why)),
    }
}
