//! The form of a note: begun, kept as a draft, filed.

use crate::address::Of;
use crate::by::By;
use crate::form::Fields;
use crate::pages::child::open;
use crate::problem::{Problem, wrongs};
use crate::site::Site;
use app::cx::Read;
use app::draft::{Kept, keep_draft};
use app::error::Error;
use app::note::{TypedNote, record_note};
use app::note_form::FORM;
use app::session::Caller;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::id::{EntryId, PersonId};
use maud::Markup;
use std::collections::{BTreeMap, HashMap};
use ui::note::NoteForm;
use ui::urls;

/// The form, empty or with a draft in it.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, Problem> {
    let draft = query.get("draft").and_then(|id| id.parse().ok());
    let (framed, form) = form(&site, caller, child, draft).await?;
    Ok(ui::note::note(&framed.frame(), &form))
}

async fn form(
    site: &Site,
    caller: Caller,
    child: PersonId,
    draft: Option<EntryId>,
) -> Result<(crate::frame::Framed, NoteForm), Problem> {
    let read = move |cx: &mut Read<'_>| app::note_form::read(cx, child, draft);
    open(site, caller, child, read).await
}

/// Files the note, or keeps it as a draft.
pub(crate) async fn file(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
    fields: Fields,
) -> Result<Response, Problem> {
    if fields.one("then") == "draft" {
        let kept = kept(child, &fields);
        let save = site.kith.save(caller, vec![child], move |cx| keep_draft(cx, &kept));
        let form = format!("{}?draft={}", urls::NewNote(child), save.await?);
        return Ok(Redirect::to(&form).into_response());
    }
    let typed = typed(child, &fields);
    let about = typed.children.clone();
    let again = caller.clone();
    let saved = site.kith.save(caller, about, move |cx| record_note(cx, &typed)).await;
    match saved {
        Ok(_) => Ok(Redirect::to(&urls::Story(child).to_string()).into_response()),
        Err(Error::Refused(faults)) => {
            let (framed, mut form) = form(&site, again, child, None).await?;
            write_back(&mut form, &fields);
            let wrongs = wrongs(faults);
            let first = wrongs.all().next();
            form.wrong = first.map(|(at, says)| (at.to_owned(), says.to_owned()));
            let page = ui::note::note(&framed.frame(), &form);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(why) => Err(why.into()),
    }
}

/// What was typed stays in the form.
fn write_back(form: &mut NoteForm, fields: &Fields) {
    let one = |name: &str| fields.one(name).to_owned();
    let written = &mut form.written;
    written.draft = fields.one("draft").parse().ok();
    written.kind = domain::note::NoteKind::parse(fields.one("kind"));
    written.on = one("on");
    written.at = one("at");
    written.place = one("place");
    written.with = one("with");
    written.title = one("title");
    written.text = one("text");
}

fn typed(child: PersonId, fields: &Fields) -> TypedNote {
    let one = |name: &str| fields.one(name).to_owned();
    let also = fields.all("about").filter_map(|id| id.parse().ok());
    let mut children = vec![child];
    children.extend(also.filter(|other: &PersonId| *other != child));
    let seen = children.iter().filter_map(|who| match fields.one(&format!("seen-{who}")) {
        "with" => Some((*who, Some(false))),
        "alone" => Some((*who, Some(true))),
        _ => None,
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
        said_by: None,
        mode: String::new(),
        seen: seen.collect(),
        speaks_to: fields.all("speaks_to").filter_map(|id| id.parse().ok()).collect(),
        children,
    }
}

/// The form's fields, those sent more than once together.
fn kept(child: PersonId, fields: &Fields) -> Kept {
    let mut body: BTreeMap<&str, String> = BTreeMap::new();
    for (name, value) in fields.pairs() {
        body.entry(name)
            .and_modify(|known| {
                known.push(' ');
                known.push_str(value);
            })
            .or_insert_with(|| value.to_owned());
    }
    Kept {
        id: fields.one("draft").parse().ok(),
        child,
        form: FORM.to_owned(),
        body: serde_json::to_string(&body).unwrap_or_default(),
    }
}
