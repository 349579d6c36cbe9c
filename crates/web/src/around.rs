//! What stands around every answer: the door, the check of where a form came from, problems told,
//! headers, one line of log.

use crate::arrival::Arrival;
use crate::site::Site;
use crate::{assets, csp, health, origin, problem};
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use std::time::Instant;

/// Routes that programs ask all day, and that tell of nobody.
const QUIET: [&str; 3] = [assets::PATTERN, health::LIVE, health::READY];

/// Answers one request.
pub(crate) async fn around(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let arrival = Arrival::of(&site, &request);
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    request.extensions_mut().insert(arrival.clone());
    let answered = match origin::check(&site, &arrival, &request) {
        Ok(()) => next.run(request).await,
        Err(foreign) => foreign.into_response(),
    };
    let mut answered = problem::tell(&site, &arrival, answered).await;
    csp::add(answered.headers_mut());
    // The route and never the address: an address may carry what somebody typed.
    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    let status = answered.status().as_u16();
    let ms = begun.elapsed().as_millis();
    if QUIET.contains(&route) {
        tracing::debug!(%method, route, status, ms, request = arrival.number, "answered");
    } else {
        tracing::info!(%method, route, status, ms, request = arrival.number, "answered");
    }
    answered
}
