//! Lists of children.

use crate::by::By;
use crate::form::Fields;
use crate::frame::Framed;
use crate::problem::Problem;
use crate::site::Site;
use axum::extract::{RawQuery, State};
use domain::child_list::Which;
use maud::Markup;
use ui::problem::Kind;

/// A page of a list: `?list=own&after={id}`.
pub(crate) async fn list(
    State(site): State<Site>,
    By(caller): By,
    RawQuery(query): RawQuery,
) -> Result<Markup, Problem> {
    let asked = Fields::parse(query.as_deref().unwrap_or_default())?;
    let which = maybe(asked.one("list"), Which::parse)?;
    let after = maybe(asked.one("after"), |id| id.parse().ok())?;
    let page = site.kith.show(caller, move |cx| app::children::list(cx, which, after)).await?;
    Ok(ui::children::children(&Framed::of(&page.reader).frame(), &page.list))
}

/// A part of a query, where it is given; what is none names no page.
pub(crate) fn maybe<T>(
    given: &str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, Problem> {
    if given.is_empty() {
        return Ok(None);
    }
    parse(given).map(Some).ok_or_else(|| Problem::of(Kind::NotFound))
}
