//! The front page of a child.

use crate::address::Of;
use crate::by::By;
use crate::pages::child::draw;
use crate::problem::Problem;
use crate::site::Site;
use app::cx::Read;
use axum::extract::State;
use domain::front_page::FrontPage;
use domain::id::PersonId;
use maud::Markup;
use std::sync::Arc;
use ui::layout::Frame;

/// The page.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
) -> Result<Markup, Problem> {
    let read = move |cx: &mut Read<'_>| app::front_page::read(cx, child);
    let sheets = Arc::clone(&site.sheets);
    let drawn = move |frame: &Frame<'_>, page: Arc<FrontPage>| {
        ui::front_page::front_page(frame, &sheets.draw(frame, page))
    };
    draw(&site, caller, child, read, drawn).await
}
