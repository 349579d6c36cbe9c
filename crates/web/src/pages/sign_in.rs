//! Signing in, and the lock over the work.
//!
//! ```text
//! GET while nobody is signed in  ▸ /sign-in?go_on=…   ▸ back to the page
//! POST in a locked session, or one that is over ▸ the form, with what was written in it ▸ once
//! more, to send
//! ```

use crate::address::{go_on, quoted};
use crate::arrival::Arrival;
use crate::by::cookie;
use crate::form::Fields;
use crate::frame::look;
use crate::problem::{Problem, is_secret};
use crate::site::Site;
use app::error::Error;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::Timestamp;
use maud::Markup;
use ui::problem::Kind;
use ui::sign_in::{KEPT, Reason, SignIn, again, sign_in};
use ui::urls;

/// The form: `?go_on=/children`, `?why=away`.
pub(crate) async fn show(RawQuery(query): RawQuery) -> Result<Markup, Problem> {
    let asked = Fields::parse(query.as_deref().unwrap_or_default())?;
    let reason = match asked.one("why") {
        "away" => Reason::Away,
        "out" => Reason::SignedOut,
        "chosen" => Reason::Chosen,
        _ => Reason::Arrived,
    };
    let go_on = go_on(asked.one("go_on"));
    Ok(sign_in(look(), &SignIn { reason, go_on, ..SignIn::default() }))
}

/// Asks somebody to sign in first, and brings them back to what they were at.
pub(crate) fn first(arrival: &Arrival, kind: Kind) -> Response {
    let reason = if kind == Kind::Locked { Reason::Away } else { Reason::Arrived };
    if arrival.only_reads {
        let why = if reason == Reason::Away { "why=away&" } else { "" };
        let to = format!("{}?{why}go_on={}", urls::SignIn, quoted(&arrival.wanted));
        return Redirect::to(&to).into_response();
    }
    // What was written is for whoever has a session: nobody else is sent back what they send.
    let posted = arrival.posted().filter(|_| kind == Kind::Locked);
    let kept: Vec<_> = posted.map(kept_whole).unwrap_or_default();
    let page = SignIn { reason, go_on: go_on(&arrival.wanted), kept: &kept, ..SignIn::default() };
    (StatusCode::UNAUTHORIZED, sign_in(look(), &page)).into_response()
}

fn kept_whole(posted: &Fields) -> Vec<(String, String)> {
    let open = posted.pairs().filter(|(name, _)| !is_secret(name));
    open.map(|(name, words)| (name.to_owned(), words.to_owned())).collect()
}

/// What was written before, as this form carries it.
fn kept(form: &Fields) -> Vec<(String, String)> {
    let kept = form.pairs().filter_map(|(name, words)| Some((name.strip_prefix(KEPT)?, words)));
    kept.map(|(name, words)| (name.to_owned(), words.to_owned())).collect()
}

/// Signs somebody in.
pub(crate) async fn begin(
    State(site): State<Site>,
    arrival: Arrival,
    form: Fields,
) -> Result<Response, Problem> {
    let (email, password) = (form.one("email"), form.one("password").to_owned());
    let candidate = app::sign_in::look_up(&site.kith, arrival.edge(), email, &arrival.from).await?;
    let checked = candidate.clone();
    let fits = site.aside(move || checked.fits(&password)).await.ok_or_else(Problem::broken)?;
    match app::sign_in::begin(&site.kith, arrival.edge(), candidate, fits, arrival.token.clone())
        .await?
    {
        Ok(token) => {
            let mut answer = onward(&form);
            answer.headers_mut().insert(header::SET_COOKIE, cookie(&site, Some(&token)));
            Ok(answer)
        }
        Err(Error::NotSignedIn) => {
            Ok((StatusCode::UNAUTHORIZED, once_more(&form, Reason::NotKnown)).into_response())
        }
        Err(Error::Wait { until }) => Ok(wait(&form, until, arrival.now)),
        Err(other) => Err(other.into()),
    }
}

/// On to the page somebody was at; or what they had written, to send once more.
fn onward(form: &Fields) -> Response {
    let to = go_on(form.one("go_on")).unwrap_or(urls::MyWork::PATTERN);
    let kept = kept(form);
    if kept.is_empty() {
        Redirect::to(to).into_response()
    } else {
        again(look(), to, &kept).into_response()
    }
}

fn once_more(form: &Fields, reason: Reason) -> Markup {
    let (email, go_on) = (form.one("email"), go_on(form.one("go_on")));
    sign_in(look(), &SignIn { reason, email, go_on, kept: &kept(form) })
}

fn wait(form: &Fields, until: Timestamp, now: Timestamp) -> Response {
    let seconds = until.duration_since(now).as_secs().max(1);
    let minutes = u32::try_from((seconds + 59) / 60).unwrap_or(u32::MAX);
    let page = once_more(form, Reason::TooMany(minutes));
    let after = [(header::RETRY_AFTER, HeaderValue::from(seconds))];
    (StatusCode::TOO_MANY_REQUESTS, after, page).into_response()
}
