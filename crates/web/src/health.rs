//! For whoever runs it: whether the process is up, and whether it can answer.

use crate::arrival::Arrival;
use crate::problem::Problem;
use crate::site::Site;
use axum::extract::State;
use ui::problem::Kind;

/// The process is up.
pub(crate) const LIVE: &str = "/healthz";
/// The database is reachable, and its views are this program's.
pub(crate) const READY: &str = "/readyz";

/// The process is up.
pub(crate) async fn live() -> &'static str {
    "up\n"
}

/// It can answer.
pub(crate) async fn ready(
    State(site): State<Site>,
    arrival: Arrival,
) -> Result<&'static str, Problem> {
    match app::upkeep::is_ready(&site.kith, arrival.edge()).await {
        Ok(true) => Ok("ready\n"),
        Ok(false) | Err(_) => Err(Problem::of(Kind::NotReady)),
    }
}
