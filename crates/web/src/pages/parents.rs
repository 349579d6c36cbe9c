//! Back to the family, for a worker: what somebody would get, the questions before it, the sheet,
//! the link, and the day it was gone through.

use crate::address::{Of, OfTwo};
use crate::assets;
use crate::by::By;
use crate::form::Fields;
use crate::frame::{Framed, look};
use crate::problem::{Problem, wrongs};
use crate::site::Site;
use app::error::Error;
use app::parents::{self, Asking, Decided, TypedShowing};
use app::session::Caller;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::form::Filled;
use domain::id::{EntryId, PersonId};
use domain::shared_back::Way;
use ui::parents::ask::{AskPage, ask, link_given, when};
use ui::parents::sheet::printed;
use ui::problem::Wrongs;
use ui::urls;

/// What they would get, and the questions.
pub(crate) async fn show(
    State(site): State<Site>,
    OfTwo(sitting, person): OfTwo<EntryId, PersonId>,
    By(caller): By,
) -> Result<Response, Problem> {
    page(&site, caller, (sitting, person), (&Filled::default(), &Wrongs::default())).await
}

async fn page(
    site: &Site,
    caller: Caller,
    of: (EntryId, PersonId),
    (typed, wrongs): (&Filled, &Wrongs),
) -> Result<Response, Problem> {
    let (framed, page) = asked(site, caller, of).await?;
    Ok(ask(&framed.frame(), &page, typed, wrongs).into_response())
}

/// The page, with the preview drawn by what draws the copy itself.
async fn asked(
    site: &Site,
    caller: Caller,
    (sitting, person): (EntryId, PersonId),
) -> Result<(Framed, AskPage), Problem> {
    let read = site.kith.show(caller, move |cx| parents::ask(cx, sitting, person)).await?;
    let framed = Framed::of_child(&read.reader, read.seen, read.who_can_see);
    let Asking { child, called, offer, ask, important, important_beside, showing } = read.page;
    let left_out = offer.as_ref().map_or(0, parents::Offer::left_out);
    let agreed = match offer {
        Ok(offer) => {
            let drawing = (look(), assets::picture as parents::Pictures);
            Ok(site.kith.draw_for_parent(offer, drawing, ask).await?)
        }
        Err(nothing) => Err(nothing),
    };
    let page = AskPage {
        sitting,
        showing,
        person,
        called,
        child,
        important,
        important_beside,
        agreed,
        left_out,
    };
    Ok((framed, page))
}

/// Writes the answers down, and makes the sheet or the link.
pub(crate) async fn decide(
    State(site): State<Site>,
    OfTwo(sitting, person): OfTwo<EntryId, PersonId>,
    By(caller): By,
    headers: HeaderMap,
    form: Fields,
) -> Result<Response, Problem> {
    if form.one("then") == "take-back" {
        let of = (sitting, person);
        let take = move |cx: &mut app::cx::Write<'_, '_>| parents::record_taken_back(cx, of);
        site.kith.save(caller, vec![], take).await?;
        return Ok(to_family(sitting).into_response());
    }
    let typed = TypedShowing {
        showing: form.one("showing").parse().ok(),
        knows: form.one("knows").to_owned(),
        child_says: form.one("child_says").to_owned(),
        safe: form.one("safe").to_owned(),
        safe_because: form.one("safe_because").to_owned(),
        together: form.one("together").to_owned(),
        way: form.one("way").to_owned(),
        days: form.one("days").to_owned(),
    };
    let of = (sitting, person);
    let record = move |cx: &mut app::cx::Write<'_, '_>| parents::record_showing(cx, of, &typed);
    match site.kith.save(caller.clone(), vec![], record).await {
        Ok(Decided { shared, way, link }) => match (link, way) {
            (None, Way::Paper) => {
                Ok(Redirect::to(&urls::Sheet(shared).to_string()).into_response())
            }
            // Made before, and told then.
            (None, Way::Link) => Ok(to_family(sitting).into_response()),
            (Some((token, until)), _) => {
                let (framed, page) = asked(&site, caller, of).await?;
                let path = urls::ByLink(token.as_str()).to_string();
                let address = format!("{}{path}", origin(&site, &headers));
                Ok(link_given(&framed.frame(), &page, &address, until).into_response())
            }
        },
        Err(Error::Refused(faults)) => {
            let typed = form.filled().without(&["way"]);
            let page = page(&site, caller, of, (&typed, &wrongs(faults))).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(why) => Err(why.into()),
    }
}

/// Where the site is, as a phone finds it.
fn origin(site: &Site, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let scheme = if site.settings.secure_cookie { "https" } else { "http" };
    site.settings.public_url.clone().unwrap_or_else(|| format!("{scheme}://{host}"))
}

/// The sheet; where there is nothing to show any more, the page that says why.
pub(crate) async fn sheet(
    State(site): State<Site>,
    Of(shared): Of<EntryId>,
    By(caller): By,
) -> Result<Response, Problem> {
    let read = site.kith.show(caller, move |cx| parents::sheet(cx, shared)).await?;
    match read {
        Ok((offer, back, ask)) => {
            let drawing = (look(), assets::picture as parents::Pictures);
            let agreed = site.kith.draw_for_parent(offer, drawing, ask).await?;
            Ok(printed(look(), &agreed, &urls::Entry(back).to_string()).into_response())
        }
        Err((sitting, person)) => {
            Ok(Redirect::to(&urls::ShowTo(sitting, person).to_string()).into_response())
        }
    }
}

/// Says when it was gone through together, or ends the link.
pub(crate) async fn shown(
    State(site): State<Site>,
    Of(shared): Of<EntryId>,
    By(caller): By,
    form: Fields,
) -> Result<Response, Problem> {
    let (ends, on) = (form.one("then") == "end", form.one("on").to_owned());
    let write = move |cx: &mut app::cx::Write<'_, '_>| {
        if ends { parents::end_link(cx, shared) } else { parents::record_shown(cx, shared, &on) }
    };
    match site.kith.save(caller.clone(), vec![], write).await {
        Ok(sitting) => Ok(to_family(sitting).into_response()),
        Err(Error::Refused(faults)) => {
            let read = site.kith.show(caller, move |cx| parents::ask_when(cx, shared)).await?;
            let framed = Framed::of_child(&read.reader, read.seen, read.who_can_see);
            let page = when(&framed.frame(), &read.page, &form.filled(), &wrongs(faults));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(why) => Err(why.into()),
    }
}

/// What the page of the sitting says of the family.
fn to_family(sitting: EntryId) -> Redirect {
    Redirect::to(&format!("{}#family", urls::Entry(sitting)))
}
