//! The first administrator of a new record, by a token of the console. Once there is one, there is
//! no such page.

use crate::arrival::Arrival;
use crate::form::Fields;
use crate::frame::look;
use crate::problem::{Problem, wrongs};
use crate::site::Site;
use app::account::{self, NewAccount};
use app::error::{Error, Fault};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::Markup;
use ui::problem::{Kind, Wrong, Wrongs};
use ui::set_up::{Typed, set_up};
use ui::urls;

/// The form.
pub(crate) async fn show(State(site): State<Site>, arrival: Arrival) -> Result<Markup, Problem> {
    is_wanted(&site, &arrival).await?;
    Ok(set_up(look(), &Typed::default()))
}

async fn is_wanted(site: &Site, arrival: &Arrival) -> Result<(), Problem> {
    let has_one = app::colleague::has_administrator(&site.kith, arrival.edge()).await?;
    if has_one { Err(Problem::of(Kind::NotFound)) } else { Ok(()) }
}

/// Makes the first administrator.
pub(crate) async fn make(
    State(site): State<Site>,
    arrival: Arrival,
    form: Fields,
) -> Result<Response, Problem> {
    is_wanted(&site, &arrival).await?;
    let again = |wrongs| (StatusCode::UNPROCESSABLE_ENTITY, once_more(&form, wrongs));
    let no_token = || Wrongs::of([("token".to_owned(), Wrong::NoToken)]);
    let token = form.one("token").to_owned();
    // Asked before a password is hashed, which is slow.
    if !account::has_console_token(&site.kith, arrival.edge(), &token).await? {
        return Ok(again(no_token()).into_response());
    }
    let hash = match new_hash(&site, &form).await? {
        Ok(hash) => hash,
        Err(faults) => return Ok(again(wrongs(faults)).into_response()),
    };
    let new = NewAccount {
        name: form.one("name").to_owned(),
        job: form.one("job").to_owned(),
        email: form.one("email").to_owned(),
        roles: vec![domain::account::Role::Administrator],
        teams: vec![],
        organisation: None,
    };
    let made = site.kith.write(arrival.edge(), vec![], move |cx| {
        account::make_first_administrator(cx, &token, &new, &hash)
    });
    match made.await {
        Ok(_) => Ok(Redirect::to(&format!("{}?why=chosen", urls::SignIn)).into_response()),
        Err(Error::Refused(faults)) => Ok(again(wrongs(faults)).into_response()),
        Err(Error::NotSignedIn) => Ok(again(no_token()).into_response()),
        Err(other) => Err(other.into()),
    }
}

/// The hash of a password that was chosen, made aside; or why it is not good enough.
pub(crate) async fn new_hash(
    site: &Site,
    form: &Fields,
) -> Result<Result<String, Vec<Fault>>, Problem> {
    let (words, email) = (form.one("password").to_owned(), form.one("email").to_owned());
    // Of its own: a salt is kept, and nothing else is to follow from what is kept.
    let salt = (site.chance)().first_chunk::<16>().copied().unwrap_or_default();
    let hashed = site.aside(move || account::hash_new_password(&words, &email, &salt)).await;
    match hashed.ok_or_else(Problem::broken)? {
        Ok(hash) => Ok(Ok(hash)),
        Err(Error::Refused(faults)) => Ok(Err(faults)),
        Err(other) => Err(other.into()),
    }
}

fn once_more(form: &Fields, wrongs: Wrongs) -> Markup {
    let (name, job, email) = (form.one("name"), form.one("job"), form.one("email"));
    set_up(look(), &Typed { name, job, email, wrongs })
}
