//! `cargo xtask bench`: figures, each measured here and now, one JSON line each.
//!
//! `{"figure":"…","value":n,"unit":"…"}`. A figure that could not be measured is an error and
//! never a line. Never a test: a figure is read by a person, beside the machine it was taken on.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::kith::{Kith, Server};

mod store;

/// One figure and how it is taken.
struct Figure {
    name: &'static str,
    unit: &'static str,
    take: fn() -> Result<f64>,
}

const FIGURES: &[Figure] = &[
    Figure { name: "census", unit: "s", take: store::census },
    Figure { name: "note_alone", unit: "ms", take: store::note_alone },
    Figure { name: "notes_from_64", unit: "1/s", take: store::notes_from_64 },
    Figure { name: "demo_ready", unit: "ms", take: demo_ready },
    Figure { name: "demo_resident", unit: "MB", take: demo_resident },
];

/// Takes every figure, or the one that is named.
pub fn run(arguments: &[String]) -> Result<()> {
    let wanted = arguments.first();
    let mut chosen = FIGURES.iter().filter(|f| wanted.is_none_or(|name| name == f.name)).peekable();
    if chosen.peek().is_none() {
        let names: Vec<&str> = FIGURES.iter().map(|figure| figure.name).collect();
        bail!("There is no such figure. There are: {}", names.join(", "));
    }
    for figure in chosen {
        let value = (figure.take)().with_context(|| figure.name)?;
        let line =
            serde_json::json!({ "figure": figure.name, "value": value, "unit": figure.unit });
        println!("{line}");
    }
    Ok(())
}

/// From the start of `kith demo` to the first yes of `/readyz`, asked every millisecond.
fn demo_ready() -> Result<f64> {
    let kith = Kith::built()?;
    let started = Instant::now();
    let _server = demo(&kith)?;
    Ok(started.elapsed().as_secs_f64() * 1_000.0)
}

/// What `kith demo` holds in memory once it is ready.
fn demo_resident() -> Result<f64> {
    let server = demo(&Kith::built()?)?;
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id()))?;
    let kilobytes = resident_kilobytes(&status).context("/proc does not say VmRSS")?;
    Ok(f64::from(kilobytes) / 1_024.0)
}

fn demo(kith: &Kith) -> Result<Server> {
    kith.start(&["demo"], Duration::from_millis(1))
}

fn resident_kilobytes(status: &str) -> Option<u32> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_from_what_the_kernel_says() {
        let status = "Name:\tkith\nVmRSS:\t   2048 kB\nThreads:\t4\n";
        assert_eq!(resident_kilobytes(status), Some(2048));
        assert_eq!(resident_kilobytes("Name:\tkith\n"), None);
    }

    #[test]
    fn a_figure_that_is_not_there_is_an_error() {
        assert!(run(&["no such figure".into()]).is_err());
    }
}
