//! What tablets ask and hand in, at `/sync/v1/` (`docs/kit.md`). A tablet carries tokens of its own
//! and no cookie: by one it hands in and is told no name, by the other, which it keeps under the
//! PIN, it is told whom it has along. By neither does anybody read a file.

use crate::arrival::Arrival;
use crate::problem::Problem;
use crate::site::Site;
use app::error::Error;
use app::handed_in::{Answered, CHUNK_MAX, ChunkDigest, MANIFEST_MAX, NotTaken};
use app::session::Token;
use app::tablet::{ByTablet, Enrolled, Told, enrol, how_it_stands};
use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde_json::{Value, json};
use ui::problem::Kind;
use uuid::Uuid;

/// The most bytes of a code, with all that stands around it.
const CODE_MAX: usize = 1_000;
/// A token is 64 hexadecimal digits.
const TOKEN_MAX: usize = 100;

/// A tablet that says so: `Tablet(by)`. Whether it is one is asked where something is done.
pub(crate) struct Tablet(ByTablet);

impl FromRequestParts<Site> for Tablet {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Problem> {
        let says = parts.headers.get(header::AUTHORIZATION).and_then(|says| says.to_str().ok());
        let token = says.and_then(|says| says.strip_prefix("Bearer ")).map(str::to_owned);
        let arrival = Arrival::from_request_parts(parts, site).await?;
        let token = token.filter(|token| token.len() <= TOKEN_MAX);
        let token = Token::from_cookie(&token.ok_or_else(|| Problem::of(Kind::SignIn))?).digest();
        Ok(Self(ByTablet { token, now: arrival.now, seed: arrival.seed }))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    code: String,
    /// The kit keeps a second token under the PIN, and binds each session to the tablet.
    #[serde(default)]
    guards: bool,
}

/// Sets a tablet up by its code.
pub(crate) async fn set_up(
    State(site): State<Site>,
    arrival: Arrival,
    body: Body,
) -> Result<Response, Problem> {
    let bytes = read(body, CODE_MAX).await?;
    let typed: Typed = serde_json::from_slice(&bytes).map_err(|_| Problem::of(Kind::NotAForm))?;
    let edge = arrival.edge();
    // A guess costs a read, and nobody who writes waits for it.
    let code = typed.code.clone();
    site.kith.read(edge.clone(), move |cx| app::tablet::knows(cx, &code)).await?;
    let set_up =
        site.kith.write(edge, vec![], move |cx| enrol(cx, &typed.code, typed.guards)).await?;
    let told = enrolled(&site, &arrival, &set_up)?;
    Ok((StatusCode::CREATED, Json(told)).into_response())
}

fn enrolled(site: &Site, arrival: &Arrival, tablet: &Enrolled) -> Result<Value, Problem> {
    let office = site.kith.office()?;
    let team = tablet.office.as_ref();
    Ok(json!({
        "device": tablet.id,
        "token": tablet.token.as_str(),
        "packs_token": tablet.packs_token.as_ref().map(Token::as_str),
        "name": tablet.name,
        "until": tablet.until,
        "worker": {"name": tablet.worker},
        "office": {
            "name": team.map(|(name, _)| name),
            "phone": team.and_then(|(_, phone)| phone.as_ref()),
        },
        "sealing": {
            "id": office.sealing_id(),
            "key": URL_SAFE_NO_PAD.encode(office.sealing_point()),
        },
        "receipts": {
            "id": office.receipts_id(),
            "key": URL_SAFE_NO_PAD.encode(office.receipts_point()),
        },
        "now": arrival.now,
    }))
}

/// Tells a tablet how it stands and whom it has along.
pub(crate) async fn tell(
    State(site): State<Site>,
    Tablet(by): Tablet,
) -> Result<Json<Value>, Problem> {
    let Told { may_go_on, until, along } = site.kith.tell_tablet(by).await?;
    let packs = along.iter().map(|taken| {
        let people = taken.people.iter();
        let people = people.map(|who| json!({"id": who.id, "name": who.name, "what": who.what}));
        let last = taken.before.iter();
        let last = last.map(|one| json!({"on": one.on, "answered": one.answered}));
        json!({
            "id": taken.id,
            "child": {"name": taken.name},
            "people": people.collect::<Vec<_>>(),
            "last": last.collect::<Vec<_>>(),
            "blocked": null,
            "until": taken.until,
        })
    });
    Ok(Json(json!({
        "state": if may_go_on { "well" } else { "lost" },
        "now": by.now,
        "until": until,
        "packs": packs.collect::<Vec<_>>(),
    })))
}

/// Tells a tablet how it stands, and nobody's name: it asks each minute, locked or not.
pub(crate) async fn stands(
    State(site): State<Site>,
    Tablet(by): Tablet,
) -> Result<Json<Value>, Problem> {
    let stands = site.kith.read(by.edge(), move |cx| how_it_stands(cx, &by)).await?;
    Ok(Json(json!({
        "state": if stands.may_go_on { "well" } else { "lost" },
        "now": by.now,
        "until": stands.until,
        "packs": stands.along,
    })))
}

/// Keeps a chunk.
pub(crate) async fn keep_chunk(
    State(site): State<Site>,
    Path(digest): Path<String>,
    Tablet(by): Tablet,
    body: Body,
) -> Result<StatusCode, Problem> {
    let digest = ChunkDigest::parse(&digest).ok_or_else(|| Problem::of(Kind::NotFound))?;
    let bytes = read(body, CHUNK_MAX).await?;
    let new = site.kith.keep_chunk(by, digest, bytes).await?;
    Ok(if new { StatusCode::CREATED } else { StatusCode::OK })
}

/// Takes a manifest.
pub(crate) async fn take_bundle(
    State(site): State<Site>,
    Path(session): Path<Uuid>,
    Tablet(by): Tablet,
    body: Body,
) -> Result<Response, Problem> {
    let bytes = read(body, MANIFEST_MAX).await?;
    match site.kith.take_bundle(by, session, bytes).await? {
        Answered::Receipt(receipt) => Ok(Json(receipt).into_response()),
        Answered::Missing(missing) => {
            Ok((StatusCode::ACCEPTED, Json(json!({"missing": missing}))).into_response())
        }
    }
}

async fn read(body: Body, most: usize) -> Result<Vec<u8>, Problem> {
    let bytes = to_bytes(body, most).await.map_err(|_| Problem::of(Kind::TooLarge))?;
    Ok(bytes.into())
}

impl From<NotTaken> for Problem {
    fn from(why: NotTaken) -> Self {
        match why {
            NotTaken::Full => Self::of(Kind::TooLarge),
            NotTaken::Error(Error::Keys) => Self::of(Kind::NotReady),
            NotTaken::Error(why) => why.into(),
            NotTaken::Chunk
            | NotTaken::Bundle(_)
            | NotTaken::Another
            | NotTaken::Ops(_)
            | NotTaken::Attachment(_)
            | NotTaken::Key => {
                // What is wrong with a bundle is told in the log by its kind, which names nobody.
                tracing::warn!(why = %why, "a bundle is not taken");
                Self::of(Kind::Unreadable)
            }
        }
    }
}
