//! A child's houses, one sitting beside another.

use crate::address::Of;
use crate::by::By;
use crate::pages::child::open;
use crate::problem::Problem;
use crate::site::Site;
use app::cx::Read;
use app::houses_over_time::{bring_drawings, read};
use axum::extract::State;
use domain::id::PersonId;
use maud::Markup;

/// The page.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
) -> Result<Markup, Problem> {
    let reading = move |cx: &mut Read<'_>| read(cx, child);
    let (framed, mut page) = open(&site, caller, child, reading).await?;
    bring_drawings(&site.kith, &mut page).await;
    Ok(ui::houses::over_time::over_time(&framed.frame(), &page))
}
