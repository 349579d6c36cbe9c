//! Writing an entry anew: whichever form it was written in. Nothing is overwritten, and two who
//! write one thing anew find both texts side by side.

use crate::address::Of;
use crate::by::By;
use crate::form::Written;
use crate::pages::entry::change_note;
use crate::pages::map::change_slip;
use crate::problem::Problem;
use crate::site::Site;
use app::amend::to_replace;
use app::error::{Error, Fault, Why};
use axum::extract::State;
use axum::response::Response;
use domain::board::Open;
use domain::form::Form;
use domain::id::EntryId;

/// Replaces the version that the form was begun from.
pub(crate) async fn replace(
    State(site): State<Site>,
    Of(root): Of<EntryId>,
    By(caller): By,
    Written(fields): Written,
) -> Result<Response, Problem> {
    let form = Form::parse(fields.one("form"));
    if let (Ok(child), Ok(version)) = (fields.one("child").parse(), fields.one("version").parse()) {
        match form {
            Some(Form::Desk(Open::Edit(of))) if of == root => {
                return change_slip(&site, caller, (child, version), &fields).await;
            }
            Some(Form::Correct(of)) if of == root => {
                return change_note(&site, caller, (root, child, version), &fields).await;
            }
            _ => {}
        }
    }
    // No form of ours: whoever may write it anew is told so, and nobody else that it is there.
    let none = Fault { at: "form", why: Why::NotOne };
    let saved = site.kith.save(caller, vec![], move |cx| {
        let newest = cx.tx().find_newest(root)?.ok_or(Error::NotFound)?;
        to_replace(cx, newest.head.id)
    });
    saved.await?;
    Err(Error::Refused(vec![none]).into())
}
