//! Whose it is: what tablets handed in, and what a person says of each.

use crate::address::Of;
use crate::by::By;
use crate::form::Fields;
use crate::frame::Framed;
use crate::problem::{Problem, wrongs};
use crate::site::Site;
use app::error::Error;
use app::handed_in::ChunkDigest;
use app::session::Caller;
use app::whose::{self, Says};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::id::SittingId;
use maud::Markup;
use ui::problem::{Kind, Wrong, Wrongs};
use ui::urls;
use ui::whose::{Answered, handed_in};

/// The list of what waits.
pub(crate) async fn list(State(site): State<Site>, By(caller): By) -> Result<Markup, Problem> {
    let (reader, waits) = site.kith.show(caller, whose::list).await?;
    Ok(handed_in(&Framed::of(&reader).frame(), &waits))
}

/// One sitting: whose is it?
pub(crate) async fn ask(
    State(site): State<Site>,
    Of(sitting): Of<SittingId>,
    By(caller): By,
) -> Result<Markup, Problem> {
    page(&site, caller, sitting, &Answered::default()).await
}

async fn page(
    site: &Site,
    caller: Caller,
    sitting: SittingId,
    answered: &Answered,
) -> Result<Markup, Problem> {
    let (reader, asks) = site.kith.ask_whose(caller, sitting).await?;
    Ok(ui::whose::whose(&Framed::of(&reader).frame(), &asks, answered))
}

/// Writes down what somebody says of it.
pub(crate) async fn say(
    State(site): State<Site>,
    Of(sitting): Of<SittingId>,
    By(caller): By,
    form: Fields,
) -> Result<Response, Problem> {
    let why = form.one("why").to_owned();
    let answered = Answered {
        why: why.clone(),
        name: form.pairs().find(|(field, _)| *field == "name").map(|(_, typed)| typed.to_owned()),
        number: form.one("number").to_owned(),
        ..Answered::default()
    };
    let branch = ChunkDigest::parse(form.one("branch")).map(|branch| branch.0);
    if let ("take-up", Some(branch)) = (form.one("then"), branch) {
        site.kith.take_up(caller, (sitting, branch)).await?;
        return Ok(Redirect::to(&urls::OneHandedIn(sitting).to_string()).into_response());
    }
    let says = match (form.one("then"), form.one("child").parse()) {
        ("file", Ok(child)) => Says::Whose(child),
        ("file", Err(_)) => {
            let wrongs = Wrongs::of([("child".to_owned(), Wrong::NotOne)]);
            return again(&site, caller, sitting, Answered { wrongs, ..answered }).await;
        }
        ("aside", _) => Says::Nobodys(why),
        ("add", _) => {
            Says::Added { name: form.one("name").to_owned(), number: form.one("number").to_owned() }
        }
        _ => return Err(Problem::of(Kind::NotFound)),
    };
    match site.kith.say_whose(caller.clone(), (sitting, branch), says).await {
        Ok(Some(entry)) => Ok(Redirect::to(&urls::Entry(entry).to_string()).into_response()),
        Ok(None) => Ok(Redirect::to(urls::HandedIn::PATTERN).into_response()),
        Err(Error::Refused(faults)) => {
            again(&site, caller, sitting, Answered { wrongs: wrongs(faults), ..answered }).await
        }
        Err(why) => Err(why.into()),
    }
}

async fn again(
    site: &Site,
    caller: Caller,
    sitting: SittingId,
    answered: Answered,
) -> Result<Response, Problem> {
    let page = page(site, caller, sitting, &answered).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
