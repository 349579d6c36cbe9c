//! Searching. What somebody types is posted and kept, so that no address, no history of a browser
//! and no log has a name in it; the address has the search's id, which answers its own account.

use crate::address::Of;
use crate::by::By;
use crate::form::Fields;
use crate::frame::Framed;
use crate::problem::{Problem, wrongs};
use crate::site::Site;
use app::error::Error;
use app::session::Caller;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::Markup;
use ui::problem::Wrongs;
use ui::search::{Found, Start};
use ui::urls;
use uuid::Uuid;

/// The page a search begins on.
pub(crate) async fn begin(State(site): State<Site>, By(caller): By) -> Result<Markup, Problem> {
    begins(&site, caller, Wrongs::default()).await
}

async fn begins(site: &Site, caller: Caller, wrongs: Wrongs) -> Result<Markup, Problem> {
    let begins = site.kith.show(caller, app::search::begin).await?;
    let start = Start { lately: begins.lately, wrongs };
    Ok(ui::search::start(&Framed::of(&begins.reader).frame(), &start))
}

/// Keeps what was typed, and goes on to what it finds.
pub(crate) async fn keep(
    State(site): State<Site>,
    By(caller): By,
    form: Fields,
) -> Result<Response, Problem> {
    let typed = form.one("q").to_owned();
    match app::search::keep(&site.kith, caller.clone(), typed).await {
        Ok(id) => Ok(Redirect::to(&urls::SearchResult(id).to_string()).into_response()),
        Err(Error::Refused(faults)) => {
            let page = begins(&site, caller, wrongs(faults)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// What a kept search finds: `?older={where}` for a later page.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(id): Of<Uuid>,
    By(caller): By,
    RawQuery(query): RawQuery,
) -> Result<Markup, Problem> {
    let asked = Fields::parse(query.as_deref().unwrap_or_default())?;
    let older = Some(asked.one("older").to_owned()).filter(|older| !older.is_empty());
    found(&site, caller, (id, older), ("", Wrongs::default())).await
}

async fn found(
    site: &Site,
    caller: Caller,
    (id, older): (Uuid, Option<String>),
    (reason, wrongs): (&str, Wrongs),
) -> Result<Markup, Problem> {
    let goes_on = older.is_some();
    let read = site.kith.show(caller, move |cx| app::search::read(cx, id, older.as_deref()));
    let page = read.await?;
    let found = Found { id, answer: &page.answer, goes_on, reason, wrongs };
    Ok(ui::search::found(&Framed::of(&page.reader).frame(), &found))
}

/// Opens the file that was asked for exactly, for whoever says why.
pub(crate) async fn give_reason(
    State(site): State<Site>,
    Of(id): Of<Uuid>,
    By(caller): By,
    form: Fields,
) -> Result<Response, Problem> {
    let typed = form.one("reason").to_owned();
    // Whose file it is, the search alone knows: it is found once more inside.
    let opened = site
        .kith
        .save(caller.clone(), Vec::new(), move |cx| app::search::open(cx, id, &typed))
        .await;
    match opened {
        Ok(child) => Ok(Redirect::to(&urls::FrontPage(child).to_string()).into_response()),
        Err(Error::Refused(faults)) => {
            let said = (form.one("reason"), wrongs(faults));
            let page = found(&site, caller, (id, None), said).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}
