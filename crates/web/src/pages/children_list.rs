//! The list of children, where the kit runs without the record: brought as a file, by whoever
//! imports or looks after accounts. Everybody else is refused before a byte is read.

use crate::by::By;
use crate::form::Fields;
use crate::frame::Framed;
use crate::parts::FilePart;
use crate::problem::{Problem, status};
use crate::site::Site;
use app::children_list::{How, MOST_BYTES, bring as bring_list, check};
use app::cx::Read;
use app::edge::Edge;
use app::error::{Error, Result as Done};
use app::reader::{Reader, reader};
use app::session::Shown;
use axum::body::{Body, HttpBody as _};
use axum::extract::{RawQuery, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use maud::Markup;
use std::future::poll_fn;
use std::pin::Pin;
use tokio::task::spawn_blocking;
use ui::alone::{ListPage, Wrong, children_list};
use ui::problem::Kind;

/// The field of the file.
const FIELD: &str = "file";

/// The form.
pub(crate) async fn show(State(site): State<Site>, By(caller): By) -> Result<Markup, Problem> {
    let (reader, _) = site.kith.show(caller, officer).await?;
    Ok(children_list(&Framed::of(&reader).frame(), &ListPage::default()))
}

/// Who asks, where this is theirs to do.
fn officer(cx: &mut Read<'_>) -> Done<Shown<(Reader, Edge)>> {
    check(&cx.edge)?;
    Ok(Shown { page: (reader(cx)?, cx.edge.clone()), look: None })
}

/// Looks at a list, or brings it, as `?then=` says.
pub(crate) async fn bring(
    State(site): State<Site>,
    By(caller): By,
    RawQuery(query): RawQuery,
    request: Request,
) -> Result<Response, Problem> {
    let (reader, edge) = site.kith.show(caller, officer).await?;
    let how = match Fields::parse(query.as_deref().unwrap_or_default())?.one("then") {
        "bring" => How::Bring,
        "whole" => How::BringWhole,
        _ => How::Look,
    };
    let (parts, body) = request.into_parts();
    let kind = parts.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let part = FilePart::of(FIELD, kind.unwrap_or_default());
    let part = part.ok_or_else(|| Problem::of(Kind::NotAForm))?;
    let wrong = |kind, wrong| {
        let page = ListPage { wrong: Some(wrong), ..ListPage::default() };
        (status(kind), children_list(&Framed::of(&reader).frame(), &page)).into_response()
    };
    let Some((bytes, has_file)) = taken(part, body).await else {
        return Err(Problem::of(Kind::NotAForm));
    };
    if !has_file {
        return Ok(wrong(Kind::Refused, Wrong::NoFile));
    }
    if bytes.len() > MOST_BYTES {
        return Ok(wrong(Kind::TooLarge, Wrong::TooLarge(MOST_BYTES >> 20)));
    }
    let (kith, edge) = (site.kith.clone(), edge.with((site.chance)()));
    let brought = spawn_blocking(move || bring_list(&kith, &edge, &bytes, how)).await;
    match brought.map_err(|_| Problem::broken())? {
        Ok(brought) => {
            let page = ListPage { brought: Some(brought), ..ListPage::default() };
            Ok(children_list(&Framed::of(&reader).frame(), &page).into_response())
        }
        Err(Error::NoList(why)) => Ok(wrong(Kind::Unreadable, Wrong::NoList(why))),
        Err(why) => Err(why.into()),
    }
}

/// The file, up to a byte more than a list may have: the rest is read and thrown away, since a
/// browser that is cut off while it sends shows no answer. Whether there was a file; none where
/// the form broke off.
async fn taken(mut part: FilePart, mut body: Body) -> Option<(Vec<u8>, bool)> {
    let mut bytes = Vec::new();
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
        let Ok(came) = frame.ok()?.into_data() else { continue };
        let came = part.take(&came).ok()?;
        let room = (MOST_BYTES + 1).saturating_sub(bytes.len());
        bytes.extend(came.into_iter().take(room));
    }
    let found = part.finish().ok()?;
    Some((bytes, found))
}
