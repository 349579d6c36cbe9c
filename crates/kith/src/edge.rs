//! The edge: where now and chance are drawn, and nowhere else.

use app::chance::Seed;
use app::edge::{Actor, Edge};
use jiff::Timestamp;

/// Now.
#[expect(clippy::disallowed_methods, reason = "this is the edge")]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// Chance, from the machine's own source.
pub fn seed() -> anyhow::Result<Seed> {
    use rand::TryRng as _;
    let mut seed = [0; 32];
    rand::rngs::SysRng.try_fill_bytes(&mut seed)?;
    Ok(seed)
}

/// Somebody at the console, now.
pub fn console() -> anyhow::Result<Edge> {
    console_at(now())
}

/// Somebody at the console, by another clock.
pub fn console_at(now: Timestamp) -> anyhow::Result<Edge> {
    Ok(Edge { now, seed: seed()?, actor: Actor::Console })
}
