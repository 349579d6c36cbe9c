//! The form of a note: begun, filed. What is refused comes back whole.

use crate::address::Of;
use crate::by::By;
use crate::form::{Fields, Written};
use crate::frame::Framed;
use crate::pages::child::open;
use crate::pages::draft::keep_refused;
use crate::problem::{Problem, wrongs};
use crate::site::Site;
use app::cx::Read;
use app::error::Error;
use app::note::{TypedNote, TypedSeen, record_note};
use app::note_form::Begin;
use app::session::Caller;
use app::typed::CHILDREN_MOST;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::id::PersonId;
use maud::Markup;
use std::collections::{BTreeSet, HashMap};
use ui::note::NoteForm;
use ui::problem::Wrongs;
use ui::urls;

/// The form: with the last draft in it, with this one, or blank.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, Problem> {
    let draft = query.get("draft").and_then(|id| id.parse().ok());
    let begin = match draft {
        Some(draft) => Begin::Draft(draft),
        None if query.contains_key("new") => Begin::New,
        None => Begin::Latest,
    };
    let (framed, form) = form(&site, caller, child, begin).await?;
    Ok(ui::note::note(&framed.frame(), &form, &Wrongs::default()))
}

async fn form(
    site: &Site,
    caller: Caller,
    child: PersonId,
    begin: Begin,
) -> Result<(Framed, NoteForm), Problem> {
    let read = move |cx: &mut Read<'_>| app::note_form::read(cx, child, begin);
    open(site, caller, child, read).await
}

/// Files the note.
pub(crate) async fn file(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
    Written(fields): Written,
) -> Result<Response, Problem> {
    let typed = typed(child, &fields);
    let about = typed.children.clone();
    let again = caller.clone();
    let saved = site.kith.save(caller, about, move |cx| record_note(cx, &typed)).await;
    match saved {
        Ok(_) => Ok(Redirect::to(&urls::Story(child).to_string()).into_response()),
        Err(Error::Refused(faults)) => {
            keep_refused(&site, again.clone(), child, &fields).await;
            let (framed, form) = form(&site, again, child, Begin::Sent(fields.filled())).await?;
            let page = ui::note::note(&framed.frame(), &form, &wrongs(faults));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(why) => Err(why.into()),
    }
}

/// What was typed, as the use cases read it.
pub(crate) fn typed(child: PersonId, fields: &Fields) -> TypedNote {
    let one = |name: &str| fields.one(name).to_owned();
    let children = about(child, fields);
    let seen = told_of(fields).into_iter().map(|who| TypedSeen {
        child: who,
        seen: one(&format!("seen-{who}")),
        how: one(&format!("how-{who}")),
    });
    TypedNote {
        draft: fields.one("draft").parse().ok(),
        kind: one("kind"),
        on: one("on"),
        at: one("at"),
        place: one("place"),
        with: one("with"),
        title: one("title"),
        text: one("text"),
        said_by: fields.one("said_by").parse().ok(),
        mode: one("mode"),
        seen: seen.collect(),
        speaks_to: fields.all("speaks_to").filter_map(|id| id.parse().ok()).collect(),
        anew_because: one("anew_because"),
        children,
    }
}

/// Of whom the form says that they were seen, or how they were.
fn told_of(fields: &Fields) -> BTreeSet<PersonId> {
    let of =
        |name: &str| name.strip_prefix("seen-").or_else(|| name.strip_prefix("how-"))?.parse().ok();
    fields.pairs().filter_map(|(name, _)| of(name)).collect()
}

/// The child of the file, and whoever else it is ticked to be about.
pub(crate) fn about(child: PersonId, fields: &Fields) -> Vec<PersonId> {
    let mut children = vec![child];
    for other in fields.all("about").filter_map(|id| id.parse().ok()) {
        // One more than may be is enough to be told that these are too many.
        if children.len() <= CHILDREN_MOST && !children.contains(&other) {
            children.push(other);
        }
    }
    children
}
