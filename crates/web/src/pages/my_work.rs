//! My work. Whoever only looks after accounts has none, and begins with those.

use crate::by::By;
use crate::frame::Framed;
use crate::problem::Problem;
use crate::site::Site;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::Markup;
use ui::layout::{Frame, MenuItem};
use ui::urls;

/// The page.
pub(crate) async fn show(State(site): State<Site>, By(caller): By) -> Result<Response, Problem> {
    if site.kith.is_alone() {
        let (reader, start) = site.kith.show(caller, app::alone::start).await?;
        let framed = Framed::of(&reader);
        return Ok(drawn(&framed, |frame| ui::alone::start(frame, &start)));
    }
    let page = site.kith.show(caller, app::my_work::show).await?;
    let framed = Framed::of(&page.reader);
    Ok(drawn(&framed, |frame| ui::my_work::my_work(frame, &page.work)))
}

/// The page, or the first that the reader has.
fn drawn(framed: &Framed, draw: impl FnOnce(&Frame<'_>) -> Markup) -> Response {
    let frame = framed.frame();
    if frame.menu.contains(&MenuItem::MyWork) {
        return draw(&frame).into_response();
    }
    let of_theirs = |item: &&MenuItem| !matches!(item, MenuItem::Library);
    let first = frame.menu.iter().find(of_theirs).map_or(urls::About::PATTERN, |i| i.address());
    Redirect::to(first).into_response()
}
