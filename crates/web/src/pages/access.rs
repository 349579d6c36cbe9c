//! Who can see a child's file, and who has looked.

use crate::address::Of;
use crate::by::By;
use crate::frame::Framed;
use crate::problem::Problem;
use crate::site::Site;
use axum::extract::State;
use domain::id::PersonId;
use maud::Markup;

/// The page.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
) -> Result<Markup, Problem> {
    let opened = site.kith.show(caller, move |cx| app::who_can_see::show(cx, child)).await?;
    let framed = Framed::of_child(&opened.reader, opened.seen, opened.who_can_see);
    Ok(ui::who_can_see::who_can_see(&framed.frame(), &opened.page))
}
