//! My work. Whoever only looks after accounts has none, and begins with those.

use crate::by::By;
use crate::frame::Framed;
use crate::problem::Problem;
use crate::site::Site;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::layout::MenuItem;
use ui::urls;

/// The page.
pub(crate) async fn show(State(site): State<Site>, By(caller): By) -> Result<Response, Problem> {
    let page = site.kith.show(caller, app::my_work::show).await?;
    let framed = Framed::of(&page.reader);
    if !framed.frame().menu.contains(&MenuItem::MyWork) {
        return Ok(Redirect::to(urls::Accounts::PATTERN).into_response());
    }
    Ok(ui::my_work::my_work(&framed.frame(), &page.work).into_response())
}
