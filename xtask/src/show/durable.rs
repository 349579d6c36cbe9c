//! Claims about what is acknowledged: it survives a kill at any moment, and it is on the disk
//! before anybody is told.
//!
//! The saves are those of `crates/app/examples/burst.rs`, by a signed-in worker through the use
//! case; the import is `kith import cin` as a person runs it. Deliberately absent: a power cut;
//! that the disk keeps what it says it has is for the machine's owner to see to.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use super::synced::acknowledged_after_sync;
use crate::kith::Kith;
use crate::metadata::target_folder;
use crate::run::{cargo, has, passes, prints, program, root};
use crate::wait;

/// Rounds of killing.
const ROUNDS: u32 = 20;
/// Threads that save at once.
const THREADS: &str = "8";
/// Children in the census whose import is killed.
const CHILDREN: &str = "3000";

/// The program that saves.
fn burst() -> Result<PathBuf> {
    passes(cargo(&["build", "--release", "--package", "app", "--example", "burst"]))?;
    Ok(target_folder()?.join("release/examples/burst"))
}

/// A number that looks drawn and is the same on every run.
fn drawn(round: u32, below: u32) -> u32 {
    let mixed = u64::from(round).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    u32::try_from(mixed.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 40).unwrap_or_default() % below
}

/// Kills a burst of saves again and again; each id that was printed is there afterwards.
pub fn saves_survive_a_kill() -> Result<String> {
    let (kith, burst) = (Kith::built()?, burst()?);
    let folder = tempfile::tempdir()?;
    let store = folder.path().join("store");
    let mut printed = Vec::new();
    for round in 0..ROUNDS {
        let said = killed_in_a_burst(&burst, &store, round)?;
        ensure!(!said.is_empty(), "round {round}: nothing was acknowledged before the kill");
        printed.extend(said);
        all_there(&burst, &store, &printed).with_context(|| format!("round {round}"))?;
        is_sound(&kith, &store).with_context(|| format!("round {round}"))?;
    }
    Ok(format!("{ROUNDS} kills, {} acknowledged and there", printed.len()))
}

/// Starts a burst and kills it once it has acknowledged some; everything it acknowledged.
fn killed_in_a_burst(burst: &Path, store: &Path, round: u32) -> Result<Vec<String>> {
    let mut saving = program(&burst.to_string_lossy(), &[]);
    saving.arg(store).args([&round.to_string(), THREADS, "0"]);
    let mut saving = saving.stdout(Stdio::piped()).spawn().context("could not start it")?;
    let out = saving.stdout.take().context("it says nothing")?;
    let mut lines = BufReader::new(out).lines();
    let mut said = Vec::new();
    for line in lines.by_ref().take(20 + drawn(round, 400) as usize) {
        said.push(line?);
    }
    saving.kill()?;
    saving.wait()?;
    // What was in the pipe was said too; a line cut short was not.
    for line in lines {
        said.push(line?);
    }
    said.retain(|line| line.len() == 36);
    Ok(said)
}

fn all_there(burst: &Path, store: &Path, ids: &[String]) -> Result<()> {
    let mut asking = Command::new(burst);
    asking.arg(store).arg("--have").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut asking = asking.spawn().context("could not start it")?;
    let mut input = asking.stdin.take().context("it hears nothing")?;
    input.write_all((ids.join("\n") + "\n").as_bytes())?;
    drop(input);
    let answer = asking.wait_with_output()?;
    let said = String::from_utf8_lossy(&answer.stdout);
    let all = said.trim() == ids.len().to_string();
    ensure!(answer.status.success() && all, "{}", said.trim());
    Ok(())
}

fn is_sound(kith: &Kith, store: &Path) -> Result<()> {
    let store = store.to_string_lossy();
    kith.run(&["verify", "--data", &store])?.ended(0)?;
    kith.run(&["rebuild", "--check", "--data", &store])?.ended(0)?;
    Ok(())
}

/// Kills an import again and again and starts it anew; in the end each child is there once.
pub fn an_import_survives_a_kill() -> Result<String> {
    let kith = Kith::built()?;
    let folder = tempfile::tempdir()?;
    let (store, file) = (folder.path().join("store"), folder.path().join("made.xml"));
    let (store, file) = (store.to_string_lossy(), file.to_string_lossy());
    let maker = root().join("../shared/data/cin/make_cin.py");
    passes(program("python3", &[&maker.to_string_lossy(), CHILDREN, &file]))?;
    let words = ["import", "cin", &file, "--json", "--data", &store];
    let mut killed = 0;
    for round in 0..ROUNDS {
        let mut import = kith.command(&words);
        let import = import.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        if !ends_within(import, 10 + drawn(round, 500))? {
            killed += 1;
        }
        // A kill before there is a store leaves nothing to check.
        if Path::new(&*store).join("kith.db").is_file() {
            let checked = kith.run(&["verify", "--data", &store])?;
            ensure!(checked.code != Some(1), "round {round}: {}", checked.said.trim());
        }
    }
    ensure!(killed > 0, "each import was over before it could be killed");
    kith.run(&words)?.ended(0)?;
    let again = kith.run(&words)?.ended(0)?.json()?;
    let same = again.get("same").and_then(serde_json::Value::as_u64);
    ensure!(same == CHILDREN.parse().ok(), "not every child is there, once: {again}");
    is_sound(&kith, Path::new(&*store))?;
    Ok(format!("{killed} imports killed, {CHILDREN} children there"))
}

/// Whether it ended by itself within so many milliseconds; else it is killed.
fn ends_within(mut child: Child, milliseconds: u32) -> Result<bool> {
    let ended =
        wait::until("the import", milliseconds, Duration::from_millis(1), || Ok(child.try_wait()?));
    if ended.is_err() {
        child.kill()?;
    }
    child.wait()?;
    Ok(ended.is_ok())
}

/// Watches the system calls of a burst: whatever is acknowledged was synced before.
pub fn each_batch_is_synced_first() -> Result<String> {
    if !has("strace") {
        bail!("strace is not installed");
    }
    let burst = burst()?;
    let folder = tempfile::tempdir()?;
    let (store, log) = (folder.path().join("store"), folder.path().join("calls"));
    let calls = "trace=write,pwrite64,fsync,fdatasync";
    let mut watched = program("strace", &["-f", "-y", "-s", "4200", "-e", calls, "-o"]);
    watched.arg(&log).arg(&burst).arg(&store).args(["7", THREADS, "50"]);
    let said = prints(watched)?;
    let ids: Vec<&str> = said.lines().collect();
    ensure!(ids.len() == 400, "{} of 400 notes were saved", ids.len());
    let log = std::fs::read_to_string(log)?;
    let syncs = acknowledged_after_sync(&log, &ids)?;
    Ok(format!("{} acknowledged, each after its sync; {syncs} syncs", ids.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawn_number_is_the_same_again_and_below_its_bound() {
        let first: Vec<u32> = (0..50).map(|round| drawn(round, 100)).collect();
        assert_eq!(first, (0..50).map(|round| drawn(round, 100)).collect::<Vec<_>>());
        assert!(first.iter().all(|number| *number < 100));
        assert!(first.iter().max() > first.iter().min());
    }
}
