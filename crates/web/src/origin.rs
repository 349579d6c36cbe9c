//! Where a form came from. There is no token field: a browser says by itself which site sent a
//! form, and what another site sent is refused.
//!
//! ```text
//! Sec-Fetch-Site: same-origin    ours        anything else    refused
//! none, Origin: our own          ours        another          refused
//! neither, with our cookie       refused     without          no browser, and nobody signed in
//! to `/p/…`, whatever it says    read as if nobody were signed in
//! ```

use crate::arrival::Arrival;
use crate::problem::Problem;
use crate::site::Site;
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use ui::problem::Kind;
use ui::urls;

/// Refuses what changes something and was sent by another site.
pub(crate) fn check(site: &Site, arrival: &Arrival, request: &Request) -> Result<(), Problem> {
    let headers = request.headers();
    let carries_cookie = arrival.token.is_some();
    // Who carries a token of their own sends no cookie, and no browser adds the token for them.
    let by_token = headers.contains_key(header::AUTHORIZATION);
    // What a link opens hangs on its token alone. Its page sends no referrer, and some browsers
    // then say that its own form comes from nowhere.
    let by_link = request.uri().path().starts_with(&urls::ByLink("").to_string());
    if arrival.only_reads || by_link || (by_token && !carries_cookie) {
        return Ok(());
    }
    let ours = match (text(headers, "sec-fetch-site"), text(headers, "origin")) {
        (Some(says), _) => says == "same-origin",
        (None, Some(origin)) => is_our_own(site, headers, origin),
        (None, None) => !carries_cookie,
    };
    if ours { Ok(()) } else { Err(Problem::of(Kind::OtherSite)) }
}

fn is_our_own(site: &Site, headers: &HeaderMap, origin: &str) -> bool {
    if let Some(known) = &site.settings.public_url {
        return origin.eq_ignore_ascii_case(known);
    }
    let scheme = if site.settings.secure_cookie { "https://" } else { "http://" };
    let host = text(headers, "host");
    host.is_some_and(|host| origin.strip_prefix(scheme).is_some_and(|at| at == host))
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    // A header that is no text is there, and is nothing of ours.
    headers.get(name).map(|value| value.to_str().unwrap_or(""))
}
