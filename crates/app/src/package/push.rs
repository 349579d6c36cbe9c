//! Sending a package to an address of another system, which answers with a receipt.
//!
//! ```text
//! POST url  Authorization: Bearer …       Idempotency-Key: "package"
//!           Content-Type: application/zip Content-Digest: sha-256=:…:
//! 2xx {"id", "sha256", "at"?}   kept, where sha256 is of the bytes that were sent
//! 408 425 429 5xx, no answer    tried again       3xx  never followed       4xx  stops
//! ```
//! The same package has the same key however often it is sent, so whoever takes it twice can tell.
//! Deliberately absent: anything of a package, or of an answer's words, in a log.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::entry::Digest;
use domain::id::PackageId;
use domain::package_out::Trouble;
use exchange::package::Package;
use jiff::Timestamp;
use serde::Deserialize;
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use ureq::http::{StatusCode, Uri};
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::{Agent, SendBody};

/// How long it takes to be connected, and until an answer begins once all is sent.
const CONNECT: Duration = Duration::from_secs(10);
const ANSWER: Duration = Duration::from_mins(1);
/// How long the whole of it may take.
const ALL: Duration = Duration::from_mins(5);
/// The longest receipt, and the longest id in one.
const RECEIPT_MAX: u64 = 64 * 1024;
const ID_MAX: usize = 200;

/// Why nothing can be sent to an address.
#[derive(Debug, thiserror::Error)]
pub enum NoPush {
    /// It is no address, or one that is not encrypted.
    #[error("it must be an address that begins with https:// (http:// on this machine alone)")]
    Address,
    /// The certificates cannot be read.
    #[error("no certificate can be read in {0}")]
    Certificates(PathBuf),
}

/// An address of another system.
#[derive(Debug, Clone)]
pub struct Push {
    /// What people call it.
    pub name: String,
    url: Uri,
    token: Option<PathBuf>,
    agent: Agent,
}

/// What another system answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Receipt {
    pub id: String,
    pub at: Option<Timestamp>,
}

/// A receipt as it is written.
#[derive(Deserialize)]
struct Written {
    id: String,
    sha256: String,
    at: Option<Timestamp>,
}

/// What did not work, and the status that was answered.
pub(super) type Failed = (Trouble, Option<i64>);

impl Push {
    /// To that address, with the token in that file, trusting what this machine trusts or the
    /// certificates in that file.
    pub fn new(
        name: String,
        url: &str,
        token: Option<PathBuf>,
        certificates: Option<PathBuf>,
    ) -> Result<Self, NoPush> {
        let url: Uri = url.trim().parse().map_err(|_| NoPush::Address)?;
        let here = matches!(url.host(), Some("127.0.0.1" | "[::1]" | "localhost"));
        match url.scheme_str() {
            Some("https") => {}
            Some("http") if here => {}
            _ => return Err(NoPush::Address),
        }
        let roots = certificates.map_or(Ok(RootCerts::PlatformVerifier), |path| roots(&path))?;
        let agent = agent(roots, here, (CONNECT, ANSWER, ALL));
        Ok(Self { name, url, token, agent })
    }

    /// As patient as this: for tests.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        let roots = RootCerts::PlatformVerifier;
        Self { agent: agent(roots, true, (patience, patience, patience)), ..self }
    }

    /// The host it goes to, as a page shows it.
    pub fn host(&self) -> &str {
        self.url.host().unwrap_or_default()
    }

    /// Sends a package of so many bytes with that digest.
    pub(super) fn send(
        &self,
        package: &Package<'_>,
        (bytes, sha256): (u64, Digest),
    ) -> Result<Receipt, Failed> {
        let token = self.read_token()?;
        let key = PackageId(package.id);
        let (mut come, go) = std::io::pipe().map_err(|_| (Trouble::Broken, None))?;
        let answered = std::thread::scope(|scope| {
            scope.spawn(move || {
                let mut out = BufWriter::with_capacity(64 * 1024, go);
                // Where nobody reads on, whoever sends says why.
                let _ = package.zip(&mut out).map(|()| out.flush());
            });
            let mut request = self
                .agent
                .post(&self.url)
                .header("Content-Type", "application/zip")
                .header("Content-Length", bytes)
                .header("Content-Digest", format!("sha-256=:{}:", STANDARD.encode(sha256)))
                .header("Idempotency-Key", format!("\"{key}\""))
                .header("Accept", "application/json");
            if let Some(token) = &token {
                request = request.header("Authorization", format!("Bearer {token}"));
            }
            let answered = request.send(SendBody::from_reader(&mut come));
            // Whoever writes stops once nobody reads.
            drop(come);
            answered
        });
        let mut answer = answered.map_err(|_| (Trouble::NoAnswer, None))?;
        let status = answer.status();
        judge(status)?;
        let read = answer.body_mut().with_config().limit(RECEIPT_MAX).read_to_vec();
        let body = match read {
            Ok(body) => body,
            Err(ureq::Error::BodyExceedsLimit(_)) => {
                return Err(failed(Trouble::NoReceipt, status));
            }
            Err(_) => return Err(failed(Trouble::NoAnswer, status)),
        };
        receipt(&body, sha256).map_err(|trouble| failed(trouble, status))
    }

    /// The token, read anew each time: it may be changed while the program runs.
    fn read_token(&self) -> Result<Option<String>, Failed> {
        let Some(path) = &self.token else { return Ok(None) };
        let read = std::fs::read_to_string(path).map_err(|_| (Trouble::NoToken, None))?;
        let token = read.trim().to_owned();
        let plain = !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic());
        if plain { Ok(Some(token)) } else { Err((Trouble::NoToken, None)) }
    }
}

/// What an answer of this status means for what was sent.
fn judge(status: StatusCode) -> Result<(), Failed> {
    let trouble = match status.as_u16() {
        200..=299 => return Ok(()),
        300..=399 => Trouble::SentOn,
        408 | 425 | 429 | 500.. => Trouble::NotNow,
        _ => Trouble::Refused,
    };
    Err(failed(trouble, status))
}

fn failed(trouble: Trouble, status: StatusCode) -> Failed {
    (trouble, Some(i64::from(status.as_u16())))
}

fn receipt(body: &[u8], sha256: Digest) -> Result<Receipt, Trouble> {
    let written: Written = serde_json::from_slice(body).map_err(|_| Trouble::NoReceipt)?;
    let plain = |letter: char| !letter.is_control();
    if written.id.is_empty() || written.id.len() > ID_MAX || !written.id.chars().all(plain) {
        return Err(Trouble::NoReceipt);
    }
    let ours = exchange::bundle::ChunkDigest(sha256).to_string();
    if written.sha256.eq_ignore_ascii_case(&ours) {
        Ok(Receipt { id: written.id, at: written.at })
    } else {
        Err(Trouble::OtherReceipt)
    }
}

fn agent(
    roots: RootCerts,
    here: bool,
    (connect, answer, all): (Duration, Duration, Duration),
) -> Agent {
    let tls = TlsConfig::builder()
        .root_certs(roots)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build();
    let config = Agent::config_builder()
        .tls_config(tls)
        .https_only(!here)
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .user_agent("kith")
        .timeout_connect(Some(connect))
        .timeout_recv_response(Some(answer))
        .timeout_global(Some(all));
    config.build().new_agent()
}

/// The certificates of a file.
fn roots(path: &PathBuf) -> Result<RootCerts, NoPush> {
    let none = || NoPush::Certificates(path.clone());
    let pem = std::fs::read(path).map_err(|_| none())?;
    let items = parse_pem(&pem).filter_map(Result::ok);
    let certificates: Vec<Certificate<'static>> = items
        .filter_map(|item| match item {
            PemItem::Certificate(certificate) => Some(certificate.to_owned()),
            _ => None,
        })
        .collect();
    if certificates.is_empty() { Err(none()) } else { Ok(certificates.into()) }
}
