//! What a site knows of imports between one page and the next: the filing that goes on, and what
//! a file came to that was looked at as it was brought.
//!
//! Files are looked at one at a time, on a thread of their own, so that memory stays bounded and
//! pages go on being answered.

use crate::problem::Problem;
use crate::site::Site;
use app::edge::Edge;
use app::error::{Error, Result};
use app::import::held::{HeldFile, HeldId, MOST_FILES, NotHeld};
use app::import::{Filings, look_at_census};
use app::kith::Kith;
use domain::id::ImportId;
use domain::imports::LookedAt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Semaphore;

/// What goes on.
pub(crate) struct Imports {
    /// What is being filed or taken back.
    pub filings: Filings,
    /// The file that was filed last, so that a form sent twice files once.
    begun: Mutex<Option<(HeldId, ImportId)>>,
    looking: Arc<Semaphore>,
    looked: Mutex<Vec<(HeldId, LookedAt)>>,
}

impl Default for Imports {
    fn default() -> Self {
        let (filings, begun, looked) = Default::default();
        Self { filings, begun, looking: Arc::new(Semaphore::new(1)), looked }
    }
}

impl Imports {
    fn looked(&self) -> MutexGuard<'_, Vec<(HeldId, LookedAt)>> {
        self.looked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begun(&self) -> MutexGuard<'_, Option<(HeldId, ImportId)>> {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The import that a file has become.
    pub(crate) fn begun_as(&self, held: HeldId) -> Option<ImportId> {
        self.begun().filter(|(known, _)| *known == held).map(|(_, import)| import)
    }

    /// Begins to file a file, once.
    pub(crate) fn file(&self, kith: &Kith, edge: Edge, held: HeldFile) -> Result<ImportId> {
        let mut begun = self.begun();
        if let Some((_, import)) = begun.filter(|(known, _)| *known == held.id) {
            return Ok(import);
        }
        let id = held.id;
        let import = self.filings.begin(kith, edge, held)?;
        *begun = Some((id, import));
        Ok(import)
    }

    /// Remembers what a file came to, until its page is first shown.
    pub(crate) fn remember(&self, held: HeldId, looked: LookedAt) {
        let mut all = self.looked();
        let over = (all.len() + 1).saturating_sub(MOST_FILES);
        all.drain(..over);
        all.push((held, looked));
    }

    /// What a file came to when it was brought, once: asked again, it is looked at again, since
    /// the record goes on.
    pub(crate) fn recall(&self, held: HeldId) -> Option<LookedAt> {
        let mut all = self.looked();
        let at = all.iter().position(|(known, _)| *known == held)?;
        Some(all.remove(at).1)
    }
}

impl Site {
    /// Runs long work on imports, one at a time, where nobody else is awaited. A browser that goes
    /// away ends its request and not the work: the turn is over when the work is.
    pub(crate) async fn long<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> std::result::Result<T, Problem> {
        let turn = Arc::clone(&self.imports.looking).acquire_owned().await;
        let turn = turn.map_err(|_| Problem::broken())?;
        let in_turn = move || {
            let _turn = turn;
            work()
        };
        tokio::task::spawn_blocking(in_turn).await.map_err(|_| Problem::broken())
    }

    /// Looks at a file; with what it comes to, the file.
    pub(crate) async fn look_at(
        &self,
        edge: Edge,
        held: HeldFile,
    ) -> std::result::Result<(HeldFile, Result<LookedAt>), Problem> {
        let kith = self.kith.clone();
        self.long(move || {
            let looked = held
                .open()
                .map_err(not_held)
                .and_then(|source| Ok(look_at_census(&kith, edge, source)?.looked_at(held.bytes)));
            (held, looked)
        })
        .await
    }
}

/// A folder that cannot be read or written is nobody's mistake.
pub(crate) fn not_held(why: NotHeld) -> Error {
    match why {
        NotHeld::File(why) => Error::File(why),
        why => Error::File(std::io::Error::other(why)),
    }
}
