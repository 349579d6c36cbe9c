//! Empty stores for a test: one on SQLite, and one on PostgreSQL where there is one.
//!
//! `cargo xtask test` starts a PostgreSQL for its tests and names it in `KITH_TEST_DATABASE_URL`;
//! each store gets a schema of its own there. Without it the tests say so in one line and run on
//! SQLite alone.

use app::edge::{Actor, Edge};
use app::error::Result;
use app::kith::{Kith, Open, Pace, Place};
use app::office::Office;
use jiff::Timestamp;
use std::time::Duration;
use tempfile::TempDir;

/// An empty store, gone when it is dropped.
pub struct Empty {
    /// Which database, for what a failing test says.
    pub database: &'static str,
    /// Where it is.
    pub place: Place,
    folder: TempDir,
}

/// The demo's morning: Tuesday 24 November 2026, 11.45 in London.
pub fn that_morning() -> Timestamp {
    Timestamp::from_second(1_795_520_700).unwrap_or_default()
}

/// Somebody at the console on the demo's morning; `n` is the chance of this request.
pub fn console(n: u8) -> Edge {
    Edge { now: that_morning(), seed: [n; 32], actor: Actor::Console }
}

impl Empty {
    /// Opens it; `n` is the chance its series are named by.
    pub fn open(&self, n: u8) -> Result<Kith> {
        let office = Office::in_folder(&[1; 32], &self.folder.path().join("blobs"))?;
        let kith = Kith::open(&Open {
            place: self.place.clone(),
            readers: 2,
            writers: 2,
            // A test that holds the database is not to wait for itself.
            pace: Pace { patience: Duration::from_millis(200), ..Pace::SERVING },
            now: that_morning(),
            seed: [n; 32],
        })?;
        Ok(kith.with_office(office))
    }

    /// A folder of its own, for files.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }
}

/// One empty store on each database there is.
pub fn empty_stores() -> std::io::Result<Vec<Empty>> {
    let folder = tempfile::tempdir()?;
    let place = Place::Folder(folder.path().join("store"));
    let mut stores = vec![Empty { database: "SQLite", place, folder }];
    match std::env::var("KITH_TEST_DATABASE_URL") {
        Ok(url) => stores.push(on_postgres(&url)?),
        Err(_) => println!("Not on PostgreSQL: KITH_TEST_DATABASE_URL is not set."),
    }
    Ok(stores)
}

fn on_postgres(url: &str) -> std::io::Result<Empty> {
    let folder = tempfile::Builder::new().prefix("kith_").rand_bytes(12).tempdir()?;
    let schema: String = folder
        .path()
        .file_name()
        .map(|name| name.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    let other = std::io::Error::other;
    // On a thread of its own: a test may stand where others are awaited.
    let made = std::thread::scope(|scope| {
        let make = || {
            let mut tx = Place::Postgres(url.to_owned()).connect().map_err(other)?;
            tx.batch(&format!("create schema {schema}")).map_err(other)
        };
        scope.spawn(make).join()
    });
    made.unwrap_or_else(|_| Err(std::io::Error::other("the schema could not be made")))?;
    let and = if url.contains('?') { '&' } else { '?' };
    let url = format!("{url}{and}options=-csearch_path%3D{schema}");
    Ok(Empty { database: "PostgreSQL", place: Place::Postgres(url), folder })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_begins_on_a_tuesday_at_a_quarter_to_twelve() {
        let london = that_morning().to_zoned_datetime(domain::time::london());
        assert_eq!(london.datetime().to_string(), "2026-11-24T11:45:00");
    }
}
