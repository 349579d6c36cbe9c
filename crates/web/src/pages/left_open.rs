//! What was left open about something important that a child said, written on its own page.

use crate::address::Of;
use crate::by::By;
use crate::form::Fields;
use crate::frame::Framed;
use crate::problem::{Problem, wrongs};
use crate::site::Site;
use app::amend::Replaced;
use app::error::Error;
use app::houses_session::{TypedLines, record_left_open};
use app::session::Caller;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::id::EntryId;
use domain::important_said::Line;
use maud::Markup;
use ui::entry::LeftOpenForm;
use ui::problem::{Kind, Wrongs};
use ui::urls;

/// Writes it down.
pub(crate) async fn write(
    State(site): State<Site>,
    Of(root): Of<EntryId>,
    By(caller): By,
    fields: Fields,
) -> Result<Response, Problem> {
    let version = fields.one("version").parse().map_err(|_| Problem::of(Kind::NotFound))?;
    let lines = fields.pairs().filter_map(|(name, typed)| Some((Line::parse(name)?, typed.into())));
    let typed = TypedLines { version, lines: lines.collect() };
    let (again, sent) = (caller.clone(), typed.lines.clone());
    let saved = site.kith.save(caller, vec![], move |cx| record_left_open(cx, root, &typed)).await;
    match saved {
        Ok(Replaced::Stands(_)) => Ok(Redirect::to(&urls::Entry(root).to_string()).into_response()),
        Ok(Replaced::SavedInBetween(_)) => {
            let quicker = |form: &mut LeftOpenForm| {
                form.quicker = true;
                form.take(sent);
            };
            let page = comes_back(&site, again, root, quicker).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(Error::Refused(faults)) => {
            let wrongs: Wrongs = wrongs(faults);
            let refused = |form: &mut LeftOpenForm| (form.wrongs, form.lines) = (wrongs, sent);
            let page = comes_back(&site, again, root, refused).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(why) => Err(why.into()),
    }
}

/// The page as it stands now, with what was typed still in the form.
async fn comes_back(
    site: &Site,
    caller: Caller,
    root: EntryId,
    mend: impl FnOnce(&mut LeftOpenForm),
) -> Result<Markup, Problem> {
    let mut read = site.kith.show(caller, move |cx| app::entry::read(cx, root)).await?;
    read.page.left_open.as_mut().map(mend);
    let framed = Framed::of_child(&read.reader, read.seen, read.who_can_see);
    Ok(ui::entry::entry(&framed.frame(), &read.page))
}
