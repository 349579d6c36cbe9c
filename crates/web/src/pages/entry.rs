//! One entry, whole; and a note that is written anew.

use crate::address::Of;
use crate::by::By;
use crate::form::Fields;
use crate::frame::Framed;
use crate::pages::draft::keep_refused;
use crate::pages::note::typed;
use crate::problem::{Problem, wrongs};
use crate::site::Site;
use app::amend::Replaced;
use app::error::Error;
use app::houses_session::bring_drawings;
use app::note::amend_note;
use app::session::Caller;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::entry::Entry;
use domain::form::Filled;
use domain::id::{EntryId, PersonId};
use maud::Markup;
use ui::problem::Wrongs;
use ui::urls;

/// The entry.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(root): Of<EntryId>,
    By(caller): By,
) -> Result<Markup, Problem> {
    let mut read = site.kith.show(caller, move |cx| app::entry::read(cx, root)).await?;
    bring_drawings(&site.kith, &mut read.page).await;
    let framed = Framed::of_child(&read.reader, read.seen, read.who_can_see);
    Ok(ui::entry::entry(&framed.frame(), &read.page))
}

/// The form in which a note is written anew.
pub(crate) async fn form(
    State(site): State<Site>,
    Of(root): Of<EntryId>,
    By(caller): By,
) -> Result<Markup, Problem> {
    page(&site, caller, root, (None, None), &Wrongs::default()).await
}

async fn page(
    site: &Site,
    caller: Caller,
    root: EntryId,
    (sent, theirs): (Option<Filled>, Option<Entry>),
    wrongs: &Wrongs,
) -> Result<Markup, Problem> {
    let read = move |cx: &mut app::cx::Read<'_>| app::note_form::anew(cx, root, sent, theirs);
    let read = site.kith.show(caller, read).await?;
    let framed = Framed::of_child(&read.reader, read.seen, read.who_can_see);
    Ok(ui::note::note(&framed.frame(), &read.page, wrongs))
}

/// Writes a note anew.
pub(crate) async fn change_note(
    site: &Site,
    caller: Caller,
    (root, child, version): (EntryId, PersonId, EntryId),
    fields: &Fields,
) -> Result<Response, Problem> {
    let note = typed(child, fields);
    let about = note.children.clone();
    let again = caller.clone();
    let saved = site.kith.save(caller, about, move |cx| amend_note(cx, version, &note)).await;
    let filled = fields.filled();
    match saved {
        Ok(Replaced::Stands(_)) => Ok(Redirect::to(&urls::Entry(root).to_string()).into_response()),
        Ok(Replaced::SavedInBetween(theirs)) => {
            keep_refused(site, again.clone(), child, fields).await;
            let both = (Some(filled), Some(*theirs));
            let page = page(site, again, root, both, &Wrongs::default()).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(Error::Refused(faults)) => {
            keep_refused(site, again.clone(), child, fields).await;
            let page = page(site, again, root, (Some(filled), None), &wrongs(faults)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(why) => Err(why.into()),
    }
}
