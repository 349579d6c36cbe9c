//! What is known of a request before anybody knows who asks: when it came, from where, its
//! number, and how it wants to be answered. Drawn once, at the door.

use crate::by;
use crate::form::Fields;
use crate::problem::Problem;
use crate::site::Site;
use app::chance::Seed;
use app::edge::{Actor, Edge};
use app::session::{Caller, Token};
use axum::extract::{ConnectInfo, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use jiff::Timestamp;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};

/// Letters and digits of a request's number, without those that are taken for one another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The most of an address of the network that is kept.
const ADDRESS_MAX: usize = 64;

/// A request that came in.
#[derive(Debug, Clone)]
pub(crate) struct Arrival {
    /// Now.
    pub now: Timestamp,
    /// Chance.
    pub seed: Seed,
    /// Its number, to quote: `7Q2K-M0XD`.
    pub number: String,
    /// Where it came from.
    pub from: String,
    /// The path and query it asked for.
    pub wanted: String,
    /// Whether it changes nothing: it can be asked again after sign-in.
    pub only_reads: bool,
    /// Whether it wants JSON and no page.
    pub json: bool,
    /// The token of a session, where it carries one.
    pub token: Option<Token>,
    /// What was posted, once a handler has read it.
    posted: Arc<OnceLock<Fields>>,
}

impl Arrival {
    /// At the door.
    pub(crate) fn of(site: &Site, request: &Request) -> Self {
        let wanted = request.uri().path_and_query().map_or("/", |wanted| wanted.as_str());
        let path = request.uri().path();
        Self {
            now: (site.clock)(),
            seed: (site.chance)(),
            number: number(&(site.chance)()),
            from: from(site, request),
            wanted: wanted.to_owned(),
            only_reads: request.method().is_safe(),
            json: for_programs(path) || wants_json(request.headers()),
            token: by::token(site, request.headers()),
            posted: Arc::default(),
        }
    }

    /// Whoever says that they are signed in.
    pub(crate) fn caller(&self, acts: bool) -> Option<Caller> {
        let session = self.token.as_ref()?.digest();
        Some(Caller { session, now: self.now, seed: self.seed, acts })
    }

    /// The edge of a request of nobody known.
    pub(crate) fn edge(&self) -> Edge {
        Edge { now: self.now, seed: self.seed, actor: Actor::Nobody }
    }

    /// What was posted, where a handler has read it.
    pub(crate) fn posted(&self) -> Option<&Fields> {
        self.posted.get()
    }

    /// Remembers what was posted, so that nobody has to write it again.
    pub(crate) fn remember(&self, fields: &Fields) {
        let _ = self.posted.set(fields.clone());
    }
}

/// Whether programs ask here, and people never.
fn for_programs(path: &str) -> bool {
    ["/api/", "/sync/"].iter().any(|under| path.starts_with(under))
}

/// Forty bits as eight letters: enough to find one line of a log.
fn number(seed: &Seed) -> String {
    let letter = |byte: &u8| LETTERS.get(usize::from(byte % 32)).copied().map_or('0', char::from);
    let letters: String = seed.iter().take(8).map(letter).collect();
    let (first, last) = letters.split_at(4);
    format!("{first}-{last}")
}

/// The address of whoever asks; behind a proxy, as the proxy says last.
fn from(site: &Site, request: &Request) -> String {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let told = request.headers().get_all("x-forwarded-for").iter().next_back();
    let told = told.filter(|_| site.settings.behind_proxy).and_then(|told| told.to_str().ok());
    match (told.and_then(|told| told.rsplit(',').next()), peer) {
        (Some(told), _) => told.trim().chars().take(ADDRESS_MAX).collect(),
        (None, Some(ConnectInfo(peer))) => peer.ip().to_string(),
        (None, None) => String::new(),
    }
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("json") && !accept.contains("text/html"))
}

impl FromRequestParts<Site> for Arrival {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &Site) -> Result<Self, Problem> {
        // Whatever is routed came through the door.
        parts.extensions.get().cloned().ok_or_else(Problem::broken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_out_without_mistaking_a_letter() {
        assert_eq!(number(&[255; 32]), "ZZZZ-ZZZZ");
        assert_eq!(number(&[0; 32]), "0000-0000");
    }

    #[test]
    fn a_browser_wants_a_page_and_a_program_json() {
        let accept = |words: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, words.parse().unwrap());
            wants_json(&headers)
        };
        assert!(accept("application/json"));
        assert!(!accept("text/html,application/json;q=0.9"));
        assert!(!accept("*/*"));
    }
}
