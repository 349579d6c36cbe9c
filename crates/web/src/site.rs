//! A site: one open record served to people, with its clock, its chance and its settings.
//!
//! Time and chance are given, so that a test owns both.

use crate::imports::Imports;
use crate::sheets::Sheets;
use app::chance::Seed;
use app::kith::Kith;
use jiff::Timestamp;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// What tells the time.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;
/// What draws chance, once for each request.
pub type Chance = Arc<dyn Fn() -> Seed + Send + Sync>;

/// How many passwords are checked at once: a burst of them leaves the other processors to pages.
const PASSWORDS_AT_ONCE: usize = 2;

/// How a site is served.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The cookie is for TLS alone. Not on a loopback listener, where there is none.
    pub secure_cookie: bool,
    /// The address people know it by, without a slash at its end: `https://kith.example`.
    pub public_url: Option<String>,
    /// Whether a proxy stands before it, which says where a request came from.
    pub behind_proxy: bool,
    /// Whether it shows the samples of every page.
    pub development: bool,
    /// The folder in which files wait between looking at them and filing them.
    pub holding: PathBuf,
}

/// A site.
#[derive(Clone)]
pub struct Site {
    /// The record.
    pub kith: Kith,
    /// What tells the time.
    pub clock: Clock,
    /// What draws chance.
    pub chance: Chance,
    /// How it is served.
    pub settings: Arc<Settings>,
    passwords: Arc<Semaphore>,
    pub(crate) sheets: Arc<Sheets>,
    pub(crate) imports: Arc<Imports>,
}

impl Site {
    /// A record, to be served.
    pub fn new(kith: Kith, clock: Clock, chance: Chance, settings: Settings) -> Self {
        let passwords = Arc::new(Semaphore::new(PASSWORDS_AT_ONCE));
        let (sheets, imports) = (Arc::default(), Arc::default());
        Self { kith, clock, chance, settings: Arc::new(settings), passwords, sheets, imports }
    }

    /// Runs slow work on passwords aside, a few at a time, so that pages go on being answered.
    /// None where the work broke off.
    pub(crate) async fn aside<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let _turn = self.passwords.acquire().await.ok()?;
        tokio::task::spawn_blocking(work).await.ok()
    }
}
