//! A link in the hand of somebody at home. No cookie is read and none is set; whatever opens
//! nothing is one page, that says so and no more.

use crate::arrival::Arrival;
use crate::assets;
use crate::csp;
use crate::frame::look;
use crate::problem::Problem;
use crate::site::Site;
use app::error::Error;
use app::parents::{Knock, Pictures};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use maud::Markup;
use ui::parents::sheet::{door, ended, opened, wait};

/// The door. Messengers that fetch it for a preview learn nothing, and count for nobody.
pub(crate) async fn show(
    State(site): State<Site>,
    Path(token): Path<String>,
    arrival: Arrival,
) -> Result<Response, Problem> {
    let knock = Knock { token: token.clone(), from: arrival.from.clone() };
    let knocked = site.kith.knock(arrival.edge(), knock).await;
    answered(knocked.map(|()| door(look(), &token)), &arrival)
}

/// What the child agreed to.
pub(crate) async fn open(
    State(site): State<Site>,
    Path(token): Path<String>,
    arrival: Arrival,
) -> Result<Response, Problem> {
    let knock = Knock { token, from: arrival.from.clone() };
    let drawing = (look(), assets::picture as Pictures);
    let agreed = site.kith.open_link(arrival.edge(), knock, drawing).await;
    answered(agreed.map(|agreed| opened(look(), &agreed)), &arrival)
}

fn answered(page: Result<Markup, Error>, arrival: &Arrival) -> Result<Response, Problem> {
    let mut answer = match page {
        Ok(page) => page.into_response(),
        Err(Error::NotFound) => (StatusCode::NOT_FOUND, ended(look())).into_response(),
        Err(Error::Wait { until }) => {
            let seconds = until.duration_since(arrival.now).as_secs().max(1);
            let after = [(header::RETRY_AFTER, HeaderValue::from(seconds))];
            (StatusCode::TOO_MANY_REQUESTS, after, wait(look())).into_response()
        }
        Err(why) => return Err(why.into()),
    };
    csp::for_nobody_else(answer.headers_mut());
    Ok(answer)
}
