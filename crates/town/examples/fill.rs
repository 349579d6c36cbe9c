//! Writes a large record into an empty store, for whatever must stay quick.
//!
//! `cargo run --release --package town --example fill -- --data DIR [--persons N] [--entries N]
//! [--seed N] [--today DAY] [--small]`
//!
//! Prints one line of JSON, and leaves `bench.json` beside the store: who can sign in, and whose
//! pages they read. The same arguments make the same record; `--today` is otherwise the day it is,
//! and `--small` is a record for a test. Deliberately absent: demo accounts.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use app::kith::{Kith, Open, Pace, Place};
use domain::time::{day_of, start_of};
use jiff::Timestamp;
use jiff::civil::Date;
use town::large::Large;
use town::large::fill::{Fill, fill};

struct Asked {
    data: PathBuf,
    fill: Fill,
}

fn main() -> Result<(), Box<dyn Error>> {
    let asked = asked(std::env::args().skip(1))?;
    let place = Place::Folder(asked.data.clone());
    if place.holds_a_store()? {
        return Err(format!("there is a store in {} already", asked.data.display()).into());
    }
    let begun = Instant::now();
    let today = asked.fill.large.today;
    let kith = Kith::open(&Open {
        place,
        readers: 1,
        writers: 1,
        pace: Pace::ALONE,
        now: Timestamp::from_microsecond(start_of(today))?,
        seed: [7; 32],
    })?;
    let filled = fill(&kith, asked.fill)?;
    drop(kith);
    let seconds = begun.elapsed().as_secs_f64();
    std::fs::write(cast_file(&asked.data), serde_json::to_vec(&filled)?)?;
    let line = serde_json::json!({
        "entries": filled.entries,
        "persons": filled.persons,
        "seconds": seconds,
    });
    println!("{line}");
    Ok(())
}

/// Beside the store.
fn cast_file(data: &Path) -> PathBuf {
    data.join("bench.json")
}

fn asked(mut said: impl Iterator<Item = String>) -> Result<Asked, Box<dyn Error>> {
    let mut data = None;
    let mut large = Large { seed: 7, persons: 100_000, today: today() };
    let mut entries = 2_000_000;
    while let Some(word) = said.next() {
        if word == "--small" {
            (large.persons, entries) = (1_000, 12_000);
            continue;
        }
        let value = said.next().ok_or_else(|| format!("{word} wants a value"))?;
        match word.as_str() {
            "--data" => data = Some(PathBuf::from(value)),
            "--persons" => large.persons = value.parse()?,
            "--entries" => entries = value.parse()?,
            "--seed" => large.seed = value.parse()?,
            "--today" => large.today = value.parse()?,
            _ => return Err(format!("{word} is not known here").into()),
        }
    }
    let data = data.ok_or("--data DIR says where")?;
    Ok(Asked { data, fill: Fill { large, entries } })
}

#[expect(clippy::disallowed_methods, reason = "an example is an edge of its own")]
fn today() -> Date {
    day_of(Timestamp::now())
}
