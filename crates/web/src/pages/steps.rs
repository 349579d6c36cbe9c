//! The statutory line of a child.

use crate::address::Of;
use crate::by::By;
use crate::pages::child::open;
use crate::problem::Problem;
use crate::site::Site;
use app::cx::Read;
use axum::extract::State;
use domain::id::PersonId;
use maud::Markup;

/// The page.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
) -> Result<Markup, Problem> {
    let read = move |cx: &mut Read<'_>| app::steps::show(cx, child);
    let (framed, page) = open(&site, caller, child, read).await?;
    Ok(ui::steps::steps(&framed.frame(), &page))
}
