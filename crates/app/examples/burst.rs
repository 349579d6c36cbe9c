//! A burst of saves, for whoever wants to pull the plug in the middle of it.
//!
//! ```text
//! burst FOLDER SEED THREADS EACH   each thread saves so many notes, without end where EACH is 0;
//!                                  the id of each is a line of the output once it is durable
//! burst FOLDER --have              whether each id of the input is in the record
//! ```

mod desk;

use app::chance::{Chance, Seed};
use desk::Desk;
use domain::id::EntryId;
use std::error::Error;
use std::io::{Write as _, stdin, stdout};
use std::path::Path;
use std::process::ExitCode;
use std::thread;
use town::stores::{console, that_morning};

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> Outcome<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [folder, "--have"] => have(Path::new(folder)),
        [folder, seed, threads, each] => {
            save(Path::new(folder), seed.parse()?, threads.parse()?, each.parse()?)?;
            Ok(ExitCode::SUCCESS)
        }
        _ => Err("burst FOLDER SEED THREADS EACH, or burst FOLDER --have".into()),
    }
}

/// The seed of this number.
fn seed(number: u64) -> Seed {
    let mut seed = [1; 32];
    for (byte, of) in seed.iter_mut().zip(number.to_be_bytes()) {
        *byte = of;
    }
    seed
}

fn save(folder: &Path, number: u64, threads: u8, each: u64) -> Outcome<()> {
    let mut chance = Chance::new(seed(number), that_morning());
    let desk = Desk::open(folder, chance.seed())?;
    let saves = |mut chance: Chance| -> Outcome<()> {
        for _ in 0..if each == 0 { u64::MAX } else { each } {
            let id = desk.save(chance.seed()).wait()?;
            // One line is one write, whoever else is writing.
            let mut out = stdout().lock();
            out.write_all(format!("{id}\n").as_bytes())?;
            out.flush()?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let saving: Vec<_> = (0..threads)
            .map(|_| {
                let chance = Chance::new(chance.seed(), that_morning());
                scope.spawn(|| saves(chance))
            })
            .collect();
        saving.into_iter().try_for_each(|thread| thread.join().unwrap_or(Ok(())))
    })
}

fn have(folder: &Path) -> Outcome<ExitCode> {
    let kith = desk::open(folder, [9; 32])?;
    let mut found = 0_u64;
    for line in stdin().lines() {
        let line = line?;
        let id: EntryId = line.parse()?;
        let entry = kith.read(console(1), move |cx| Ok(cx.tx.find_entry(id)?)).wait()?;
        if entry.is_none() {
            println!("{line} is not there");
            return Ok(ExitCode::FAILURE);
        }
        found += 1;
    }
    println!("{found}");
    Ok(ExitCode::SUCCESS)
}
