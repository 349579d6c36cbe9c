//! Signing out: the session ends here, and the browser forgets it.

use crate::arrival::Arrival;
use crate::by::cookie;
use crate::problem::Problem;
use crate::site::Site;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::urls;

/// Ends the session.
pub(crate) async fn end(State(site): State<Site>, arrival: Arrival) -> Result<Response, Problem> {
    if let Some(token) = arrival.token.clone() {
        app::sign_in::sign_out(&site.kith, arrival.edge(), token).await?;
    }
    let to = Redirect::to(&format!("{}?why=out", urls::SignIn));
    Ok(([(header::SET_COOKIE, cookie(&site, None))], to).into_response())
}
