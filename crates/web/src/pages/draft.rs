//! Keeping a form as a draft while it is written, and throwing it away.
//!
//! Script asks for no more than a line that says when it was kept; without script the buttons of
//! the form lead back to it, or away from it.

use crate::address::Of;
use crate::by::By;
use crate::form::{Fields, Written};
use crate::problem::Problem;
use crate::site::Site;
use app::draft::{Kept, drop_draft, keep_draft};
use app::session::Caller;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::form::Form;
use domain::id::{EntryId, PersonId};
use domain::time::london;
use ui::urls;

/// Keeps the form, or throws its draft away.
pub(crate) async fn keep(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
    Written(fields): Written,
) -> Result<Response, Problem> {
    let form = Form::parse(fields.one("form"));
    if let ("throw-away", Some(form)) = (fields.one("then"), form) {
        let draft: Option<EntryId> = fields.one("draft").parse().ok();
        let gone = move |cx: &mut app::cx::Write<'_, '_>| {
            cx.viewer()?;
            draft.map_or(Ok(()), |draft| drop_draft(cx, draft))
        };
        site.kith.save(caller, vec![], gone).await?;
        return Ok(Redirect::to(&beside(child, form)).into_response());
    }
    let now = caller.now;
    let id = site.kith.save(caller, vec![child], keeping(child, &fields)).await?;
    match (fields.one("then"), form) {
        ("keep", Some(form)) => Ok(Redirect::to(&address(child, form, id)).into_response()),
        _ => {
            let at = now.to_zoned_datetime(london()).time();
            Ok(ui::draft::kept_at(at).into_owned().into_response())
        }
    }
}

/// What keeps a form as it was sent.
fn keeping(
    child: PersonId,
    fields: &Fields,
) -> impl Fn(&mut app::cx::Write<'_, '_>) -> app::error::Result<EntryId> + Send + 'static {
    let kept = Kept {
        id: fields.one("draft").parse().ok(),
        child,
        form: fields.one("form").to_owned(),
        body: fields.filled().to_json(),
    };
    move |cx| keep_draft(cx, &kept)
}

/// Keeps a form that was refused, where it can be kept: whether it was is seen on its page.
pub(crate) async fn keep_refused(site: &Site, caller: Caller, child: PersonId, fields: &Fields) {
    let _ = site.kith.save(caller, vec![child], keeping(child, fields)).await;
}

/// Where the form is, with its draft in it.
fn address(child: PersonId, form: Form, draft: EntryId) -> String {
    match form {
        Form::Note => urls::DraftNote(child, draft).to_string(),
        Form::Correct(root) => urls::Replace(root).to_string(),
        Form::Answer(root) => urls::AnswerTo(root).to_string(),
        Form::Desk(open) => urls::OnDesk(child, open).to_string(),
    }
}

/// Where somebody goes on who writes no longer.
fn beside(child: PersonId, form: Form) -> String {
    match form {
        Form::Note => urls::Story(child).to_string(),
        Form::Correct(root) | Form::Answer(root) => urls::Entry(root).to_string(),
        Form::Desk(_) => urls::Map(child).to_string(),
    }
}
