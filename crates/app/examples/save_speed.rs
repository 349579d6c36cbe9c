//! How quickly notes are saved, access checked and durable: `save_speed FOLDER` prints one JSON
//! line for the median alone, and one for how many a second 64 callers save.

mod desk;

use app::chance::{Chance, Seed};
use app::error::Result;
use desk::Desk;
use std::error::Error;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};
use town::stores::that_morning;

/// Saves alone, before the median is taken.
const ALONE: usize = 3000;
/// Callers at once.
const CALLERS: usize = 64;
/// Saves of each of them.
const EACH: usize = 500;

fn main() -> std::result::Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("save_speed FOLDER")?;
    let mut chance = Chance::new([3; 32], that_morning());
    let desk = Desk::open(Path::new(&folder), chance.seed())?;
    let alone = alone(&desk, &mut chance)?;
    say("note_alone", alone.as_secs_f64() * 1000.0, "ms");
    say("notes_from_64", together(&desk, &mut chance)?, "1/s");
    Ok(())
}

fn say(figure: &str, value: f64, unit: &str) {
    println!("{}", serde_json::json!({ "figure": figure, "value": value, "unit": unit }));
}

/// The median of one caller's saves.
fn alone(desk: &Desk, chance: &mut Chance) -> Result<Duration> {
    let mut took = Vec::with_capacity(ALONE);
    for _ in 0..ALONE {
        let begun = Instant::now();
        desk.save(chance.seed()).wait()?;
        took.push(begun.elapsed());
    }
    took.sort();
    Ok(took.get(ALONE / 2).copied().unwrap_or_default())
}

/// Saves a second from many callers.
fn together(desk: &Desk, chance: &mut Chance) -> Result<f64> {
    let seeds: Vec<Seed> = (0..CALLERS).map(|_| chance.seed()).collect();
    let begun = Instant::now();
    thread::scope(|scope| {
        let callers: Vec<_> = seeds
            .into_iter()
            .map(|seed| {
                scope.spawn(move || {
                    let mut chance = Chance::new(seed, that_morning());
                    (0..EACH).try_for_each(|_| desk.save(chance.seed()).wait().map(drop))
                })
            })
            .collect();
        callers.into_iter().try_for_each(|caller| caller.join().unwrap_or(Ok(())))
    })?;
    let saves = u32::try_from(CALLERS * EACH).unwrap_or(u32::MAX);
    Ok(f64::from(saves) / begun.elapsed().as_secs_f64())
}
