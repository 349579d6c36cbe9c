//! What cannot be done, said once for people and programs (RFC 9457).
//!
//! A handler gives a [`Problem`] back and knows nothing of how it is told; what stands around
//! every answer tells it: as a page with words and a number to quote, as JSON, or by asking what
//! is missing (to sign in, a reason). The kinds and their words are [`ui::problem::Kind`];
//! `docs/problems.md` prints them.

use crate::arrival::Arrival;
use crate::site::Site;
use crate::{assets, pages};
use app::error::{Error, Fault, Why};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::access::Action;
use domain::id::PersonId;
use jiff::Timestamp;
use serde::Serialize;
use ui::layout::{Look, Theme};
use ui::problem::{Kind, ProblemPage, Wrong, Wrongs, problem};

/// A problem, before it is told.
#[derive(Debug, Clone)]
pub struct Problem {
    /// What kind.
    pub kind: Kind,
    /// What is wrong where.
    pub wrongs: Wrongs,
    /// When it is worth another try.
    pub until: Option<Timestamp>,
    /// What was wanted of whose file, where a reason opens it.
    pub reason_for: Option<ReasonFor>,
}

/// What a reason would open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReasonFor {
    /// Whose file.
    pub child: PersonId,
    /// What was wanted.
    pub action: Action,
}

impl Problem {
    /// Of a kind, and no more to say.
    pub fn of(kind: Kind) -> Self {
        Self { kind, wrongs: Wrongs::default(), until: None, reason_for: None }
    }

    /// Something broke here.
    pub fn broken() -> Self {
        Self::of(Kind::Broken)
    }
}

/// The name of a kind, as programs know it.
pub const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::NotFound => "not-found",
        Kind::SignIn => "sign-in",
        Kind::Locked => "locked",
        Kind::NotYours => "not-yours",
        Kind::ReasonAsked => "reason-asked",
        Kind::OtherSite => "other-site",
        Kind::SavedInBetween => "saved-in-between",
        Kind::NotNow => "not-now",
        Kind::Refused => "refused",
        Kind::Unreadable => "unreadable",
        Kind::TooLarge => "too-large",
        Kind::NotText => "not-text",
        Kind::NotAForm => "not-a-form",
        Kind::WrongMethod => "wrong-method",
        Kind::TooManyTries => "too-many-tries",
        Kind::Busy => "busy",
        Kind::NotReady => "not-ready",
        Kind::Broken => "broken",
    }
}

/// The status of a kind.
pub const fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::SignIn | Kind::Locked => StatusCode::UNAUTHORIZED,
        Kind::NotYours | Kind::ReasonAsked | Kind::OtherSite => StatusCode::FORBIDDEN,
        Kind::SavedInBetween | Kind::NotNow => StatusCode::CONFLICT,
        Kind::Refused | Kind::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::NotText => StatusCode::BAD_REQUEST,
        Kind::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Kind::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
        Kind::TooManyTries => StatusCode::TOO_MANY_REQUESTS,
        Kind::Busy | Kind::NotReady => StatusCode::SERVICE_UNAVAILABLE,
        Kind::Broken => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Words of what is wrong with a field.
pub(crate) const fn wrong(why: Why) -> Wrong {
    match why {
        Why::Empty => Wrong::Empty,
        Why::TooLong(most) => Wrong::TooLong(most),
        Why::Nul => Wrong::Nul,
        Why::NotOne => Wrong::NotOne,
        Why::WeakPassword => Wrong::WeakPassword,
        Why::Taken => Wrong::Taken,
        Why::LastOne => Wrong::LastOne,
        Why::TooMany(most) => Wrong::TooMany(most),
        Why::Filed => Wrong::Filed,
        Why::StillToCome => Wrong::StillToCome,
        Why::TooEarly => Wrong::TooEarly,
        Why::NotInTheirFile => Wrong::NotInTheirFile,
        Why::NotSeen => Wrong::NotSeen,
        Why::FirstTheChild => Wrong::FirstTheChild,
        Why::NotSafe => Wrong::NotSafe,
    }
}

/// What is wrong with a form, by field.
pub(crate) fn wrongs(faults: Vec<Fault>) -> Wrongs {
    Wrongs::of(faults.into_iter().map(|fault| (fault.at.to_owned(), wrong(fault.why))))
}

impl From<Error> for Problem {
    fn from(why: Error) -> Self {
        let reason = |child, action| Self {
            reason_for: Some(ReasonFor { child, action }),
            ..Self::of(Kind::ReasonAsked)
        };
        match why {
            Error::NotFound | Error::NoImport(_) | Error::NotAlone => Self::of(Kind::NotFound),
            Error::NobodyAsks | Error::NotSignedIn => Self::of(Kind::SignIn),
            Error::Locked => Self::of(Kind::Locked),
            Error::NotYours => Self::of(Kind::NotYours),
            Error::ReasonAsked { child, action } | Error::BreakGlassAsked { child, action } => {
                reason(child, action)
            }
            Error::SavedInBetween => Self::of(Kind::SavedInBetween),
            Error::UndoneBefore(_) | Error::StillFiling(_) => Self::of(Kind::NotNow),
            Error::Refused(faults) => Self { wrongs: wrongs(faults), ..Self::of(Kind::Refused) },
            Error::Unreadable(_)
            | Error::NoList(_)
            | Error::NoSuchAuthority(_)
            | Error::OtherAuthority(_) => Self::of(Kind::Unreadable),
            Error::Wait { until } => Self { until: Some(until), ..Self::of(Kind::TooManyTries) },
            Error::NoAuthority | Error::Keys => Self::of(Kind::NotReady),
            Error::Store(store) if store.is_busy() => Self::of(Kind::Busy),
            broken => {
                // The words of a broken row may quote what stands in it: only its kind is logged.
                tracing::error!(error = %broken.without_words(), "a request broke");
                Self::broken()
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut untold = status(self.kind).into_response();
        untold.extensions_mut().insert(self);
        untold
    }
}

/// No route has this address.
pub(crate) async fn no_such_page() -> Problem {
    Problem::of(Kind::NotFound)
}

/// Tells a problem, where an answer is one.
pub(crate) async fn tell(site: &Site, arrival: &Arrival, mut answered: Response) -> Response {
    let known = answered.extensions_mut().remove::<Problem>();
    let Some(problem) = known.or_else(|| unnamed(&answered)) else { return answered };
    let mut told = match (problem.kind, problem.reason_for) {
        _ if arrival.json => as_json(arrival, &problem),
        (Kind::SignIn | Kind::Locked, _) => pages::sign_in::first(arrival, problem.kind),
        (Kind::ReasonAsked, Some(wanted)) if arrival.only_reads => {
            match pages::reason::ask(site, arrival, wanted).await {
                Ok(page) => page,
                Err(other) => as_page(arrival, &other),
            }
        }
        _ => as_page(arrival, &problem),
    };
    if let Some(until) = problem.until {
        let seconds = until.duration_since(arrival.now).as_secs().max(1);
        told.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    told
}

/// An answer that was refused before any handler of ours saw it.
fn unnamed(answered: &Response) -> Option<Problem> {
    let html = answered.headers().get(header::CONTENT_TYPE);
    if html.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return None;
    }
    let kind = match answered.status() {
        StatusCode::METHOD_NOT_ALLOWED => Kind::WrongMethod,
        StatusCode::PAYLOAD_TOO_LARGE => Kind::TooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Kind::NotAForm,
        status if status.is_client_error() => Kind::NotFound,
        status if status.is_server_error() => Kind::Broken,
        _ => return None,
    };
    Some(Problem::of(kind))
}

fn as_page(arrival: &Arrival, told: &Problem) -> Response {
    let look = Look { assets: assets::folder(), theme: Theme::default() };
    let errors: Vec<_> = told.wrongs.all().collect();
    let longest = arrival.posted().and_then(|fields| {
        let open = fields.pairs().filter(|(name, _)| !is_secret(name));
        open.map(|(_, words)| words).filter(|words| words.len() > 60).max_by_key(|w| w.len())
    });
    let page = ProblemPage {
        title: &told.kind.title(),
        detail: &told.kind.detail(),
        request: &arrival.number,
        errors: &errors,
        written: longest,
    };
    (status(told.kind), problem(look, &page)).into_response()
}

/// What is never given back.
pub(crate) fn is_secret(field: &str) -> bool {
    matches!(field, "password" | "code" | "token")
}

#[derive(Serialize)]
struct Told<'a> {
    #[serde(rename = "type")]
    kind: String,
    title: &'a str,
    detail: &'a str,
    status: u16,
    request: &'a str,
    errors: Vec<Says<'a>>,
}

#[derive(Serialize)]
struct Says<'a> {
    at: &'a str,
    says: &'a str,
}

fn as_json(arrival: &Arrival, problem: &Problem) -> Response {
    let status = status(problem.kind);
    let told = Told {
        kind: format!("urn:kith:problem:{}", name(problem.kind)),
        title: &problem.kind.title(),
        detail: &problem.kind.detail(),
        status: status.as_u16(),
        request: &arrival.number,
        errors: problem.wrongs.all().map(|(at, says)| Says { at, says }).collect(),
    };
    let json = serde_json::to_string(&told).unwrap_or_default();
    (status, [(header::CONTENT_TYPE, "application/problem+json")], json).into_response()
}
