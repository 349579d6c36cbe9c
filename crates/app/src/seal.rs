//! Sealing: a job's work every five seconds while people write, and a command's last act.

use crate::edge::Edge;
use crate::kith::{Answer, Kith};

/// Seals whatever is new; whether anything was.
pub fn seal_what_is_new(kith: &Kith, edge: Edge) -> Answer<bool> {
    kith.write_alone(edge, |cx| {
        let now = cx.now();
        Ok(cx.tx().seal_what_is_new(now)?)
    })
}
