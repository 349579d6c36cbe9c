//! One account: changed by the administrator, who may also give a code for its password.

use crate::address::Of;
use crate::by::By;
use crate::form::Fields;
use crate::frame::Framed;
use crate::pages::accounts::words;
use crate::problem::{Problem, wrongs};
use crate::site::Site;
use app::colleague::{self, TypedAccount};
use app::error::Error;
use app::reader::Reader;
use app::session::{Caller, Shown};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::colleague::OneColleague;
use domain::id::AccountId;
use maud::Markup;
use ui::accounts::{OnePage, TypedHours, code_given, one};
use ui::urls;

/// The most rows of hours that one form sends.
const HOURS_MOST: usize = 20;

async fn find(
    site: &Site,
    caller: Caller,
    id: AccountId,
) -> Result<(Reader, OneColleague), Problem> {
    let found =
        move |cx: &mut app::cx::Read<'_>| Ok(Shown { page: colleague::find(cx, id)?, look: None });
    Ok(site.kith.show(caller, found).await?)
}

/// The page.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(id): Of<AccountId>,
    By(caller): By,
) -> Result<Markup, Problem> {
    let (reader, known) = find(&site, caller, id).await?;
    Ok(one(&Framed::of(&reader).frame(), &OnePage::of(&known)))
}

/// Changes it. Whoever has left is signed out at once.
pub(crate) async fn change(
    State(site): State<Site>,
    Of(id): Of<AccountId>,
    By(caller): By,
    form: Fields,
) -> Result<Response, Problem> {
    let typed = typed(&form);
    let changed =
        site.kith.save(caller.clone(), vec![], move |cx| colleague::change(cx, id, &typed)).await;
    match changed {
        Ok(()) => Ok(Redirect::to(urls::Accounts::PATTERN).into_response()),
        Err(Error::Refused(faults)) => {
            let (reader, known) = find(&site, caller, id).await?;
            let page = OnePage {
                one: &known,
                roles: words(&form, "roles"),
                teams: words(&form, "teams"),
                hours: hours(&form),
                closed_on: form.one("closed_on").to_owned(),
                wrongs: wrongs(faults),
            };
            let page = one(&Framed::of(&reader).frame(), &page);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

fn typed(form: &Fields) -> TypedAccount {
    let hours = hours(form).into_iter();
    TypedAccount {
        roles: words(form, "roles"),
        teams: words(form, "teams"),
        on_call: hours
            .map(|TypedHours { days, from, to }| colleague::TypedHours { days, from, to })
            .collect(),
        closed_on: form.one("closed_on").to_owned(),
    }
}

/// Rows of hours that say anything.
fn hours(form: &Fields) -> Vec<TypedHours> {
    let row = |nth| TypedHours {
        days: words(form, &format!("days-{nth}")),
        from: form.one(&format!("from-{nth}")).to_owned(),
        to: form.one(&format!("to-{nth}")).to_owned(),
    };
    let says = |hours: &TypedHours| !(hours.from.is_empty() && hours.to.is_empty());
    (0..HOURS_MOST).map(row).filter(says).collect()
}

/// Gives a code to choose a password with, and shows it once.
pub(crate) async fn give_code(
    State(site): State<Site>,
    Of(id): Of<AccountId>,
    By(caller): By,
) -> Result<Markup, Problem> {
    let code =
        site.kith.save(caller.clone(), vec![], move |cx| app::password::give_code(cx, id)).await?;
    show_code(&site, caller, id, &code).await
}

/// The page with a code.
pub(crate) async fn show_code(
    site: &Site,
    caller: Caller,
    id: AccountId,
    code: &str,
) -> Result<Markup, Problem> {
    let (reader, known) = find(site, caller, id).await?;
    let origin = site.settings.public_url.as_deref().unwrap_or_default();
    let address = format!("{origin}{}", urls::ChoosePassword);
    Ok(code_given(&Framed::of(&reader).frame(), &known.who, code, &address))
}
