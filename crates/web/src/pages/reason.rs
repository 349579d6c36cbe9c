//! Opening a file by saying why. Whichever page of a child was refused for want of a reason, it
//! is asked here, and then that page opens.

use crate::address::{Of, go_on};
use crate::arrival::Arrival;
use crate::by::By;
use crate::form::Fields;
use crate::frame::Framed;
use crate::problem::{Problem, ReasonFor, wrongs};
use crate::site::Site;
use app::error::Error;
use app::session::Caller;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::access::Action;
use domain::id::PersonId;
use maud::Markup;
use ui::problem::{Kind, Wrongs};
use ui::reason::{ReasonPage, reason};
use ui::urls;

/// What was typed before, and what is wrong with it.
#[derive(Default)]
struct Typed<'a> {
    reason: &'a str,
    wrongs: Wrongs,
}

/// Asks why, in the place of the page that was wanted.
pub(crate) async fn ask(
    site: &Site,
    arrival: &Arrival,
    wanted: ReasonFor,
) -> Result<Response, Problem> {
    let caller = arrival.caller(true).ok_or_else(|| Problem::of(Kind::SignIn))?;
    let page = page(site, caller, wanted, (&arrival.wanted, Typed::default())).await?;
    Ok((StatusCode::FORBIDDEN, page).into_response())
}

async fn page(
    site: &Site,
    caller: Caller,
    wanted: ReasonFor,
    (go_on, typed): (&str, Typed<'_>),
) -> Result<Markup, Problem> {
    let ReasonFor { child, action } = wanted;
    let before = site.kith.show(caller, move |cx| app::opening::ask(cx, child, action)).await?;
    let reader = &before.reader;
    let asks = ReasonPage {
        child,
        known: before.known.as_ref(),
        asked: before.asked,
        action: action.words(),
        go_on,
        reason: typed.reason,
        wrongs: typed.wrongs,
        as_of: reader.today(),
    };
    Ok(reason(&Framed::of(reader).frame(), &asks))
}

/// What a page of the child was opened for. Finding somebody is no page: a search asks that, and
/// whoever only has an address is asked for nothing by it.
fn wanted(words: &str) -> Action {
    use Action::{BreakGlass, FindByIdentifier, FindByName, FindByNameAndBirth};
    let of_a_page = |action: &Action| {
        !matches!(action, FindByName | FindByNameAndBirth | FindByIdentifier | BreakGlass)
    };
    let mut actions = Action::ALL.into_iter().filter(of_a_page);
    actions.find(|action| action.words() == words).unwrap_or(Action::OpenFrontPage)
}

/// Opens the file for whoever said why, and goes on to the page they wanted.
pub(crate) async fn give(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
    form: Fields,
) -> Result<Response, Problem> {
    let action = wanted(form.one("wanted"));
    let front_page = urls::FrontPage(child).to_string();
    let to = go_on(form.one("go_on")).unwrap_or(&front_page);
    let typed = form.one("reason").to_owned();
    let opened = site
        .kith
        .save(caller.clone(), vec![child], move |cx| {
            app::opening::open_with_reason(cx, child, action, &typed)
        })
        .await;
    match opened {
        Ok(_) => Ok(Redirect::to(to).into_response()),
        Err(Error::Refused(faults)) => {
            let wanted = ReasonFor { child, action };
            let typed = Typed { reason: form.one("reason"), wrongs: wrongs(faults) };
            let page = page(&site, caller, wanted, (to, typed)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}
