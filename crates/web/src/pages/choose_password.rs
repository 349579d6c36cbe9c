//! Choosing a password with a code that an administrator gave.

use crate::arrival::Arrival;
use crate::form::Fields;
use crate::frame::look;
use crate::pages::set_up::new_hash;
use crate::problem::{Problem, wrongs};
use crate::site::Site;
use app::error::Error;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::Markup;
use ui::problem::{Wrong, Wrongs};
use ui::set_up::{Typed, choose_password};
use ui::urls;

/// The form.
pub(crate) async fn show() -> Markup {
    choose_password(look(), &Typed::default())
}

/// Keeps the password. Every failure of address and code says the same.
pub(crate) async fn choose(
    State(site): State<Site>,
    arrival: Arrival,
    form: Fields,
) -> Result<Response, Problem> {
    let (email, code) = (form.one("email").to_owned(), form.one("code").to_owned());
    let (asked_email, asked_code) = (email.clone(), code.clone());
    let asked =
        move |cx: &mut app::cx::Read<'_>| app::password::has_code(cx, &asked_email, &asked_code);
    if !site.kith.read(arrival.edge(), asked).await? {
        return Ok(once_more(&form, no_code()));
    }
    let hash = match new_hash(&site, &form).await? {
        Ok(hash) => hash,
        Err(faults) => return Ok(once_more(&form, wrongs(faults))),
    };
    let chosen = site
        .kith
        .write(arrival.edge(), vec![], move |cx| app::password::choose(cx, &email, &code, &hash))
        .await;
    match chosen {
        Ok(()) => Ok(Redirect::to(&format!("{}?why=chosen", urls::SignIn)).into_response()),
        Err(Error::NotSignedIn) => Ok(once_more(&form, no_code())),
        Err(other) => Err(other.into()),
    }
}

fn no_code() -> Wrongs {
    Wrongs::of([("code".to_owned(), Wrong::NoCode)])
}

fn once_more(form: &Fields, wrongs: Wrongs) -> Response {
    let page =
        choose_password(look(), &Typed { email: form.one("email"), wrongs, ..Typed::default() });
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}
