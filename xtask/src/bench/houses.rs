//! Figures of the kit and of what it hands in, taken by `browser/bench_houses.js` before a demo:
//! what a tablet fetches, how soon it starts without a network, how soon ink is seen, how long
//! sealing and sending take, and how many sessions a minute an office takes.
//!
//! One run takes all of them, since each needs a tablet that has joined.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::{Figure, Pace, Taken};
use crate::browser;
use crate::kith::Kith;

/// A session is of 30 pages and 10 minutes of sound.
const FIGURES: &[Figure] = &[
    Figure { name: "houses_precache", unit: "MB", goal: "< 2.5" },
    Figure { name: "houses_start_offline", unit: "ms", goal: "< 1000" },
    Figure { name: "houses_ink_p50", unit: "ms", goal: "< 20" },
    Figure { name: "houses_ink_p95", unit: "ms", goal: "" },
    Figure { name: "houses_seal", unit: "s", goal: "< 3" },
    Figure { name: "houses_send", unit: "s", goal: "< 10" },
    Figure { name: "houses_session_size", unit: "MB", goal: "" },
    Figure { name: "houses_sessions", unit: "sessions/min", goal: ">= 200" },
];

/// The names of the figures.
pub fn names() -> impl Iterator<Item = &'static str> {
    FIGURES.iter().map(|figure| figure.name)
}

/// Takes those that are wanted; nothing is started where none is.
pub fn take(wanted: &dyn Fn(&Figure) -> bool, pace: Pace) -> Result<Vec<Taken>> {
    let figures: Vec<Figure> = FIGURES.iter().copied().filter(|figure| wanted(figure)).collect();
    if figures.is_empty() {
        return Ok(Vec::new());
    }
    ensure!(browser::is_here(), "the kit is measured in Chromium, by node: one is not here");
    let kith = Kith::built()?;
    let runs = (0..pace.runs).map(|_| once(&kith)).collect::<Result<Vec<Value>>>()?;
    figures.into_iter().map(|figure| of(figure, &runs)).collect()
}

/// One run, before a demo of its own.
fn once(kith: &Kith) -> Result<Value> {
    let demo = kith.start(&["demo"], Duration::from_millis(50))?;
    let taken = browser::before(&demo, "node", &["bench_houses.js"]).output()?;
    let complained = String::from_utf8_lossy(&taken.stderr);
    ensure!(taken.status.success(), "bench_houses.js: {}", complained.trim());
    serde_json::from_slice(&taken.stdout).context("bench_houses.js printed no JSON")
}

fn of(figure: Figure, runs: &[Value]) -> Result<Taken> {
    let one = |run: &Value| run.get(figure.name).and_then(Value::as_f64).context(figure.name);
    Ok(Taken { figure, runs: runs.iter().map(one).collect::<Result<_>>()?, hello: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_that_lacks_a_figure_is_an_error() {
        let figure = FIGURES[0];
        let run = serde_json::json!({"houses_precache": 1.5});
        assert_eq!(of(figure, &[run.clone(), run]).unwrap().runs, [1.5, 1.5]);
        assert!(of(figure, &[serde_json::json!({})]).is_err());
    }
}
