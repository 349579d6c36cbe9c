//! Who asks: the cookie of a session, read and written.
//!
//! Nothing is decided here. Whether there is such a session, whose, and whether it is locked, is
//! asked in the same snapshot as the page ([`app::session`]).

use crate::arrival::Arrival;
use crate::problem::Problem;
use crate::site::Site;
use app::session::{Caller, Token};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use ui::problem::Kind;

/// A page that refreshes itself says so, and keeps nobody's session open by it.
const REFRESHES: &str = "kith-refresh";

/// Whoever says that they are signed in: `By(caller)`.
pub(crate) struct By(pub Caller);

impl FromRequestParts<Site> for By {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Problem> {
        let acts = !parts.headers.contains_key(REFRESHES);
        let arrival = Arrival::from_request_parts(parts, site).await?;
        arrival.caller(acts).map(Self).ok_or_else(|| Problem::of(Kind::SignIn))
    }
}

const fn name(site_is_secure: bool) -> &'static str {
    if site_is_secure { "__Host-kith" } else { "kith" }
}

/// The token in the cookie of this site.
pub(crate) fn token(site: &Site, headers: &HeaderMap) -> Option<Token> {
    let ours = name(site.settings.secure_cookie);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(name, _)| *name == ours)
        .map(|(_, value)| Token::from_cookie(value))
}

/// The header that gives a browser its token; none ends it there. It lasts as long as the browser
/// is open, and the session no longer than a working day.
pub(crate) fn cookie(site: &Site, token: Option<&Token>) -> HeaderValue {
    let ours = name(site.settings.secure_cookie);
    let secure = if site.settings.secure_cookie { "; Secure" } else { "" };
    let (value, ends) = token.map_or(("", "; Max-Age=0"), |token| (token.as_str(), ""));
    let cookie = format!("{ours}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{ends}");
    // A token is hexadecimal digits, or what a browser sent as one in a header before.
    HeaderValue::try_from(cookie).unwrap_or_else(|_| HeaderValue::from_static(""))
}
