//! The story of a child: everything, newest first.

use crate::address::Of;
use crate::by::By;
use crate::pages::child::open;
use crate::problem::Problem;
use crate::site::Site;
use app::cx::Read;
use app::story::parse_before;
use axum::extract::{Query, State};
use domain::id::PersonId;
use domain::story::Narrow;
use maud::Markup;
use std::collections::HashMap;

/// The page.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, Problem> {
    let which = query.get("show").and_then(|word| Narrow::parse(word)).unwrap_or(Narrow::All);
    let before = query.get("before").and_then(|word| parse_before(word));
    let read = move |cx: &mut Read<'_>| app::story::read(cx, child, which, before);
    let (framed, page) = open(&site, caller, child, read).await?;
    Ok(ui::story::story(&framed.frame(), &page))
}
