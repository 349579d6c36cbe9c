//! `cargo xtask test`: everything CI runs, in the order that says most soonest.
//!
//! Stops at the first step that fails. Each step's output goes straight through.

use std::time::Instant;

use anyhow::{Context, Result};

use crate::missing::install;
use crate::postgres::Postgres;
use crate::run::{cargo, passes};
use crate::{browser, layers, licences, tidy};

/// A heading and what is done under it.
type Step = (&'static str, fn() -> Result<()>);

/// What needs no tool but cargo, soonest first.
const STEPS: &[Step] = &[
    ("format", || passes(cargo(&["fmt", "--all", "--check"]))),
    ("tidy", || tidy::run(&[])),
    ("layers", || layers::run(&[])),
    ("licences", || licences::run(&[])),
    ("clippy", || {
        passes(cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    }),
];

/// Runs every step; fails with the name of the first that did.
pub fn run(_arguments: &[String]) -> Result<()> {
    let whole = Instant::now();
    for step in STEPS {
        timed(step)?;
    }
    println!("\n== tools of the tests");
    let missing = install();
    timed(&("tests", tests))?;
    if browser::is_here() {
        timed(&("browser", browser::test))?;
    }
    println!("\nAll passed in {:.0} s.", whole.elapsed().as_secs_f64());
    for sentence in missing {
        println!("{sentence}");
    }
    Ok(())
}

fn timed((heading, step): &Step) -> Result<()> {
    println!("\n== {heading}");
    let started = Instant::now();
    step().with_context(|| format!("{heading} failed"))?;
    println!("   {heading}: {:.1} s", started.elapsed().as_secs_f64());
    Ok(())
}

/// Every test of the workspace, with a `PostgreSQL` of their own for as long as they run.
fn tests() -> Result<()> {
    let postgres = match Postgres::start() {
        Ok(postgres) => Some(postgres),
        Err(why) => {
            println!("Tests on PostgreSQL are skipped: {why:#}");
            None
        }
    };
    let nextest =
        cargo(&["nextest", "--version"]).output().is_ok_and(|output| output.status.success());
    let mut command = if nextest {
        cargo(&["nextest", "run", "--workspace", "--no-tests", "pass"])
    } else {
        cargo(&["test", "--workspace", "--lib", "--bins", "--tests", "--examples"])
    };
    if let Some(postgres) = &postgres {
        command.env("KITH_TEST_DATABASE_URL", postgres.url());
    }
    passes(command)
}
