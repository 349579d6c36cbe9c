//! Tablets: the list, the code for a new one, whom each takes along, and lost ones.

use crate::address::Of;
use crate::arrival::Arrival;
use crate::by::By;
use crate::form::Fields;
use crate::frame::Framed;
use crate::pages::children::maybe;
use crate::problem::{Problem, wrongs};
use crate::site::Site;
use app::cx::Read;
use app::error::Error;
use app::session::{Caller, Shown};
use app::tablet::{self, Tablets};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::child_list::Offered;
use domain::id::{PersonId, TabletId};
use domain::tablet::{CODE_FOR, VisitOn};
use maud::Markup;
use ui::problem::{Kind, Wrong, Wrongs};
use ui::tablets::{TabletsPage, code_given, tablets};
use ui::urls;

/// The list.
pub(crate) async fn list(
    State(site): State<Site>,
    By(caller): By,
    RawQuery(query): RawQuery,
) -> Result<Markup, Problem> {
    let asked = Fields::parse(query.as_deref().unwrap_or_default())?;
    let child = maybe(asked.one("child"), |id| id.parse().ok())?;
    page(&site, caller, Typed { child, ..Typed::default() }).await
}

/// What was typed or chosen, and what is wrong with it.
#[derive(Default)]
struct Typed {
    name: String,
    child: Option<PersonId>,
    wrongs: Wrongs,
}

async fn page(site: &Site, caller: Caller, typed: Typed) -> Result<Markup, Problem> {
    let now = caller.now;
    let (reader, own, may_take) = site.kith.show(caller, read).await?;
    let Tablets { own, names, waiting } = own;
    let Typed { name: typed, child, wrongs } = typed;
    let shown = TabletsPage { own, names, may_take, child, waiting, typed, wrongs };
    Ok(tablets(&Framed::of(&reader).frame(), &shown, now))
}

type Listed = (app::reader::Reader, Tablets, Vec<Offered>);

/// The tablets, and whom the reader works with: the look names all of them.
fn read(cx: &mut Read<'_>) -> app::error::Result<Shown<Listed>> {
    let Shown { page: (reader, own), look } = tablet::list(cx)?;
    let may_take = tablet::may_take_along(cx)?;
    Ok(Shown { page: (reader, own, may_take), look })
}

/// Gives the code that sets a new one up.
pub(crate) async fn expect(
    State(site): State<Site>,
    By(caller): By,
    arrival: Arrival,
    headers: HeaderMap,
    form: Fields,
) -> Result<Response, Problem> {
    let name = form.one("name").to_owned();
    let typed = name.clone();
    let made = site.kith.save(caller.clone(), vec![], move |cx| tablet::expect(cx, &name)).await;
    match made {
        Ok(code) => {
            let until = arrival.now.checked_add(CODE_FOR).unwrap_or(arrival.now);
            let read = |cx: &mut Read<'_>| Ok(Shown { page: app::reader::reader(cx)?, look: None });
            let reader = site.kith.show(caller, read).await?;
            let kit = kit_address(&site, &headers);
            let frame = Framed::of(&reader);
            Ok(code_given(&frame.frame(), &code.in_groups(), until, &kit).into_response())
        }
        Err(Error::Refused(faults)) => {
            let wrongs = wrongs(faults);
            let typed = Typed { name: typed, wrongs, ..Typed::default() };
            let page = page(&site, caller, typed).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(why) => Err(why.into()),
    }
}

/// Where the kit is, as somebody would type it.
fn kit_address(site: &Site, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let known = site.settings.public_url.clone();
    format!("{}/kit/", known.unwrap_or_else(|| host.to_owned()))
}

/// Says that a tablet is lost, or was found.
pub(crate) async fn change(
    State(site): State<Site>,
    Of(id): Of<TabletId>,
    By(caller): By,
    form: Fields,
) -> Result<Redirect, Problem> {
    let lost = match form.one("then") {
        "lost" => true,
        "found" => false,
        _ => return Err(Problem::of(Kind::NotFound)),
    };
    site.kith.save(caller, vec![], move |cx| tablet::say_lost(cx, id, lost)).await?;
    Ok(Redirect::to(urls::Tablets::PATTERN))
}

/// Takes a child along, or off.
pub(crate) async fn along(
    State(site): State<Site>,
    Of(id): Of<TabletId>,
    By(caller): By,
    form: Fields,
) -> Result<Response, Problem> {
    let take = match form.one("then") {
        "take" => true,
        "give-back" => false,
        _ => return Err(Problem::of(Kind::NotFound)),
    };
    if take && form.one("child").is_empty() {
        let wrongs = Wrongs::of([("child".to_owned(), Wrong::NotOne)]);
        let page = page(&site, caller, Typed { wrongs, ..Typed::default() }).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let child: PersonId = form.one("child").parse().map_err(|_| Problem::of(Kind::NotFound))?;
    // A form that does not say is of a page from before there was a choice.
    let visit = match form.one("visit") {
        "" => VisitOn::Today,
        word => VisitOn::parse(word).ok_or_else(|| Problem::of(Kind::NotFound))?,
    };
    let along = move |cx: &mut app::cx::Write<'_, '_>| {
        if take {
            tablet::take_along(cx, id, (child, visit))
        } else {
            tablet::give_back(cx, id, child)
        }
    };
    site.kith.save(caller, vec![child], along).await?;
    Ok(Redirect::to(urls::Tablets::PATTERN).into_response())
}
