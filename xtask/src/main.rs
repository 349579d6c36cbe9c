//! `cargo xtask <task>`: what a contributor runs, and what CI runs; the two are the same.
//!
//! Names no crate of ours: it reads sources and runs programs, so it still builds when they do
//! not. A task is one file and one row of [`TASKS`]. Deliberately absent: a task runner's
//! options, parallel steps, and anything that changes the code it looks at.

use std::process::ExitCode;

use anyhow::{Result, bail};

mod bench;
mod browser;
mod kith;
mod layers;
mod licences;
mod metadata;
mod missing;
mod postgres;
mod print;
mod run;
mod show;
mod test;
mod tidy;
mod wait;

/// One word after `cargo xtask`.
struct Task {
    name: &'static str,
    says: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const TASKS: &[Task] = &[
    Task { name: "test", says: "everything CI runs, in order", run: test::run },
    Task { name: "tidy", says: "sizes and words of the sources (--numbers)", run: tidy::run },
    Task { name: "layers", says: "which crate may name which", run: layers::run },
    Task { name: "licences", says: "what we may depend on", run: licences::run },
    Task { name: "show", says: "the claims a machine can check (or one: a word)", run: show::run },
    Task { name: "bench", says: "one JSON line for each figure (or one: a name)", run: bench::run },
    Task { name: "browser", says: "pages and journeys in a browser", run: |_| browser::test() },
    Task { name: "print", says: "builds and tests kith-print (minutes)", run: print::run },
    Task { name: "screenshots", says: "docs/pictures, from the demo", run: browser::screenshots },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match chosen(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn chosen(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        bail!("{}", usage());
    };
    match TASKS.iter().find(|task| task.name == name) {
        Some(task) => (task.run)(rest),
        None => bail!("There is no task called {name}.\n{}", usage()),
    }
}

fn usage() -> String {
    let rows = TASKS.iter().map(|task| format!("  {:<13}{}", task.name, task.says));
    let rows: Vec<String> = rows.collect();
    format!("cargo xtask <task>, where the task is one of\n{}", rows.join("\n"))
}
