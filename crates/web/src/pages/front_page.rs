//! The front page of a child.

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
    let opened = site.kith.show(caller, move |cx| app::front_page::show(cx, child)).await?;
    let framed = Framed::of_child(&opened.reader, opened.seen, opened.who_can_see);
    let drawing = site.drawings.draw(&opened.page);
    Ok(ui::front_page::front_page(&framed.frame(), &opened.page, &drawing))
}
