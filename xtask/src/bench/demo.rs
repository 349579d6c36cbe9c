//! What a newcomer's first command costs: until it is ready, and what it holds in memory then.

use std::time::{Duration, Instant};

use anyhow::Result;

use super::Pace;
use super::served::resident_megabytes;
use crate::kith::{Kith, Server};

/// From the start of `kith demo` to the first yes of `/readyz`, asked every millisecond.
pub fn ready(pace: Pace) -> Result<Vec<f64>> {
    let kith = Kith::built()?;
    let once = |_| {
        let started = Instant::now();
        let _server = demo(&kith)?;
        Ok(started.elapsed().as_secs_f64() * 1_000.0)
    };
    (0..pace.runs).map(once).collect()
}

/// The most that `kith demo` held in memory until it was ready.
pub fn resident(pace: Pace) -> Result<Vec<f64>> {
    let kith = Kith::built()?;
    (0..pace.runs).map(|_| resident_megabytes(demo(&kith)?.id())).collect()
}

fn demo(kith: &Kith) -> Result<Server> {
    kith.start(&["demo"], Duration::from_millis(1))
}
