//! Accounts and teams: the administrator's list, and what is added to it.

use crate::by::By;
use crate::form::Fields;
use crate::frame::Framed;
use crate::pages::account::show_code;
use crate::pages::children::maybe;
use crate::problem::{Problem, wrongs};
use crate::site::Site;
use app::colleague::{self, TypedColleague};
use app::error::Error;
use app::session::{Caller, Shown};
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::id::AccountId;
use maud::Markup;
use ui::accounts::{TypedNew, accounts};
use ui::urls;

/// A page of the list: `?after={id}`.
pub(crate) async fn list(
    State(site): State<Site>,
    By(caller): By,
    RawQuery(query): RawQuery,
) -> Result<Markup, Problem> {
    let asked = Fields::parse(query.as_deref().unwrap_or_default())?;
    let after = maybe(asked.one("after"), |id| id.parse().ok())?;
    page(&site, caller, after, &TypedNew::default()).await
}

async fn page(
    site: &Site,
    caller: Caller,
    after: Option<AccountId>,
    typed: &TypedNew,
) -> Result<Markup, Problem> {
    let listed = move |cx: &mut app::cx::Read<'_>| {
        Ok(Shown { page: colleague::list(cx, after)?, look: None })
    };
    let (reader, list) = site.kith.show(caller, listed).await?;
    Ok(accounts(&Framed::of(&reader).frame(), &list, typed))
}

/// Makes an account, and shows the code to choose its password with, once.
pub(crate) async fn add(
    State(site): State<Site>,
    By(caller): By,
    form: Fields,
) -> Result<Response, Problem> {
    let typed = TypedColleague {
        name: form.one("name").to_owned(),
        job: form.one("job").to_owned(),
        organisation: form.one("organisation").to_owned(),
        email: form.one("email").to_owned(),
        roles: words(&form, "roles"),
        teams: words(&form, "teams"),
    };
    let added = site.kith.save(caller.clone(), vec![], move |cx| colleague::add(cx, &typed)).await;
    match added {
        Ok((id, code)) => Ok(show_code(&site, caller, id, &code).await?.into_response()),
        Err(why) => mended(&site, caller, &form, why).await,
    }
}

/// Makes a team.
pub(crate) async fn add_team(
    State(site): State<Site>,
    By(caller): By,
    form: Fields,
) -> Result<Response, Problem> {
    let (name, phone) = (form.one("team_name").to_owned(), form.one("duty_phone").to_owned());
    let added = site
        .kith
        .save(caller.clone(), vec![], move |cx| colleague::add_team(cx, &name, &phone))
        .await;
    match added {
        Ok(_) => Ok(Redirect::to(urls::Accounts::PATTERN).into_response()),
        Err(why) => mended(&site, caller, &form, why).await,
    }
}

/// The form once more, with what is wrong with it; any other problem as it is.
async fn mended(
    site: &Site,
    caller: Caller,
    form: &Fields,
    why: Error,
) -> Result<Response, Problem> {
    let Error::Refused(faults) = why else { return Err(why.into()) };
    let typed = TypedNew {
        name: form.one("name").to_owned(),
        job: form.one("job").to_owned(),
        organisation: form.one("organisation").to_owned(),
        email: form.one("email").to_owned(),
        roles: words(form, "roles"),
        teams: words(form, "teams"),
        team_name: form.one("team_name").to_owned(),
        duty_phone: form.one("duty_phone").to_owned(),
        wrongs: wrongs(faults),
    };
    let page = page(site, caller, None, &typed).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Every choice that was ticked.
pub(crate) fn words(form: &Fields, name: &str) -> Vec<String> {
    form.all(name).map(str::to_owned).collect()
}
