//! What is written about a sitting that stands in the record: what the child was told came of it,
//! what of the map it speaks to, and that it is another child's.

use crate::address::Of;
use crate::by::By;
use crate::form::{Fields, Written};
use crate::frame::Framed;
use crate::pages::draft::keep_refused;
use crate::problem::{Problem, wrongs};
use crate::site::Site;
use app::cx::Read;
use app::error::Error;
use app::houses_session::{
    Moving, Speaks, TypedAnswer, answer_form, link_session, linking_form, move_form, move_session,
    record_answer,
};
use app::session::Caller;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::form::Filled;
use domain::id::{EntryId, PersonId};
use maud::Markup;
use ui::problem::{Kind, Wrongs};
use ui::urls;

/// The form of what a child is told.
pub(crate) async fn answer(
    State(site): State<Site>,
    Of(root): Of<EntryId>,
    By(caller): By,
) -> Result<Markup, Problem> {
    Ok(answering(&site, caller, root, (None, &Wrongs::default())).await?.1)
}

async fn answering(
    site: &Site,
    caller: Caller,
    root: EntryId,
    (sent, wrongs): (Option<Filled>, &Wrongs),
) -> Result<(PersonId, Markup), Problem> {
    let read = move |cx: &mut Read<'_>| answer_form(cx, root, sent);
    let read = site.kith.show(caller, read).await?;
    let framed = Framed::of_child(&read.reader, read.seen, read.who_can_see);
    let page = ui::houses::answer::answer(&framed.frame(), &read.page, wrongs);
    Ok((read.page.child.id, page))
}

/// Files it.
pub(crate) async fn file_answer(
    State(site): State<Site>,
    Of(root): Of<EntryId>,
    By(caller): By,
    Written(fields): Written,
) -> Result<Response, Problem> {
    let typed = typed_answer(&fields);
    let again = caller.clone();
    let saved = site.kith.save(caller, vec![], move |cx| record_answer(cx, root, &typed)).await;
    match saved {
        Ok(_) => Ok(to_sitting(root)),
        Err(Error::Refused(faults)) => {
            let sent = Some(fields.filled());
            let shown = (sent, &wrongs(faults));
            let (child, page) = answering(&site, again.clone(), root, shown).await?;
            keep_refused(&site, again, child, &fields).await;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(why) => Err(why.into()),
    }
}

fn typed_answer(fields: &Fields) -> TypedAnswer {
    let one = |name: &str| fields.one(name).to_owned();
    TypedAnswer {
        draft: fields.one("draft").parse().ok(),
        on: one("on"),
        words: one("words"),
        changed: one("changed"),
        why: one("why"),
    }
}

fn to_sitting(root: EntryId) -> Response {
    Redirect::to(&urls::Entry(root).to_string()).into_response()
}

/// What of the map it may speak to.
pub(crate) async fn links(
    State(site): State<Site>,
    Of(root): Of<EntryId>,
    By(caller): By,
) -> Result<Markup, Problem> {
    let read = site.kith.show(caller, move |cx| linking_form(cx, root)).await?;
    let framed = Framed::of_child(&read.reader, read.seen, read.who_can_see);
    Ok(ui::houses::linking::linking(&framed.frame(), &read.page, &Wrongs::default()))
}

/// Writes down what it speaks to.
pub(crate) async fn link(
    State(site): State<Site>,
    Of(root): Of<EntryId>,
    By(caller): By,
    fields: Fields,
) -> Result<Response, Problem> {
    let version = fields.one("version").parse().map_err(|_| Problem::of(Kind::NotFound))?;
    let to = fields.all("speaks_to").filter_map(|id| id.parse().ok()).collect();
    let speaks = Speaks { version, to };
    site.kith.save(caller, vec![], move |cx| link_session(cx, root, &speaks)).await?;
    Ok(to_sitting(root))
}

/// To which child it goes.
pub(crate) async fn to_move(
    State(site): State<Site>,
    Of(root): Of<EntryId>,
    By(caller): By,
) -> Result<Markup, Problem> {
    moving(&site, caller, root, (Moving::default(), &Wrongs::default())).await
}

async fn moving(
    site: &Site,
    caller: Caller,
    root: EntryId,
    (typed, wrongs): (Moving, &Wrongs),
) -> Result<Markup, Problem> {
    let read = site.kith.show(caller, move |cx| move_form(cx, root, typed.clone())).await?;
    let framed = Framed::of_child(&read.reader, read.seen, read.who_can_see);
    Ok(ui::houses::moving::moving(&framed.frame(), &read.page, wrongs))
}

/// Moves it.
pub(crate) async fn move_to(
    State(site): State<Site>,
    Of(root): Of<EntryId>,
    By(caller): By,
    fields: Fields,
) -> Result<Response, Problem> {
    let typed =
        Moving { to: fields.one("to").parse().ok(), because: fields.one("because").to_owned() };
    let (again, sent) = (caller.clone(), typed.clone());
    let about = typed.to.into_iter().collect();
    let saved = site.kith.save(caller, about, move |cx| move_session(cx, root, &typed)).await;
    match saved {
        Ok(root) => Ok(to_sitting(root)),
        Err(Error::Refused(faults)) => {
            let page = moving(&site, again, root, (sent, &wrongs(faults))).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(why) => Err(why.into()),
    }
}
