//! The large store: 100,000 people and 2,000,000 entries, made once and kept in the target folder.
//!
//! A bench writes, so it works on a copy; the next one finds the store as it was. Who can sign in
//! to it, and whose pages they read, stands beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::served::{Served, stop};
use crate::kith::Kith;
use crate::metadata;
use crate::run::{cargo, passes, program};

/// How the store is filled. Another line fills another.
const FILL: [&str; 6] = ["--persons", "100000", "--entries", "2000000", "--seed", "7"];

/// A copy of the large store, gone when it is dropped.
pub struct Filled {
    folder: PathBuf,
}

/// Who can sign in, and what they may write.
#[derive(Debug, Deserialize)]
pub struct Cast {
    pub password: String,
    pub accounts: Vec<Account>,
    pub notes: Vec<String>,
}

/// A worker.
#[derive(Debug, Deserialize)]
pub struct Account {
    pub email: String,
    pub children: Vec<Child>,
}

/// A child they lead the work with.
#[derive(Debug, Deserialize)]
pub struct Child {
    pub id: String,
    pub name: String,
    pub sibling: Option<String>,
}

impl Filled {
    /// Makes the store if it is not there, and copies it.
    pub fn copied(kith: &Kith) -> Result<Self> {
        let store = made(kith)?;
        let folder = store.with_file_name("copy");
        remove(&folder)?;
        let (from, to) = (store.to_string_lossy(), folder.to_string_lossy());
        passes(program("cp", &["--recursive", "--reflink=auto", &from, &to]))?;
        Ok(Self { folder })
    }

    /// The folder of the store.
    pub fn data(&self) -> &Path {
        &self.folder
    }

    /// Who can sign in to it.
    pub fn cast(&self) -> Result<Cast> {
        let text = fs::read(self.folder.join("bench.json")).context("bench.json")?;
        serde_json::from_slice(&text).context("bench.json")
    }
}

impl Drop for Filled {
    fn drop(&mut self) {
        let _ = remove(&self.folder);
    }
}

/// A folder for what a bench makes, in the target folder.
pub fn bench_folder() -> Result<PathBuf> {
    let folder = metadata::target_folder()?.join("bench");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn made(kith: &Kith) -> Result<PathBuf> {
    let folder = bench_folder()?;
    let (store, told) = (folder.join("store"), folder.join("filled-with"));
    let filled_with = FILL.join(" ");
    if fs::read_to_string(&told).is_ok_and(|told| told == filled_with) {
        bring_up_to_date(kith, &store)?;
        return Ok(store);
    }
    eprintln!("Filling a large store, once: {}", store.display());
    let _ = fs::remove_file(&told);
    remove(&store)?;
    let mut fill = cargo(&["run", "--release", "--package", "town", "--example", "fill", "--"]);
    fill.arg("--data").arg(&store).args(FILL).stdout(std::io::stderr());
    passes(fill)?;
    fs::write(told, filled_with)?;
    Ok(store)
}

/// Views of an older program are made anew when a store is opened; not while it is timed.
fn bring_up_to_date(kith: &Kith, store: &Path) -> Result<()> {
    let served = Served::start(kith, store, Duration::from_millis(20))?;
    stop(served.server)
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    Ok(())
}
