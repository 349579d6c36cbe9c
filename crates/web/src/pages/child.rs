//! What every page of a child does: it is read with the one rule, its look is written down, and
//! its frame says what else the reader may open.

use crate::frame::Framed;
use crate::problem::Problem;
use crate::site::Site;
use app::cx::Read;
use app::error::Result;
use app::opened::Opened;
use app::session::{Caller, Shown};
use domain::id::PersonId;
use maud::Markup;
use ui::layout::Frame;

/// Reads a page of a child for whoever asks.
pub(crate) async fn open<T: Send + 'static>(
    site: &Site,
    caller: Caller,
    child: PersonId,
    page: impl FnOnce(&mut Read<'_>) -> Result<Shown<T>> + Send + 'static,
) -> std::result::Result<(Framed, T), Problem> {
    let opened = site.kith.show(caller, move |cx| app::opened::open(cx, child, page)).await?;
    Ok((Framed::of_child(&opened.reader, opened.seen, opened.who_can_see), opened.page))
}

/// Reads a page of a child for whoever asks, and draws it while the look is written down.
pub(crate) async fn draw<T: Send + 'static>(
    site: &Site,
    caller: Caller,
    child: PersonId,
    page: impl FnOnce(&mut Read<'_>) -> Result<Shown<T>> + Send + 'static,
    draw: impl FnOnce(&Frame<'_>, T) -> Markup + Send,
) -> std::result::Result<Markup, Problem> {
    let opened = move |cx: &mut Read<'_>| app::opened::open(cx, child, page);
    let drawn = |opened: Opened<T>| {
        let framed = Framed::of_child(&opened.reader, opened.seen, opened.who_can_see);
        draw(&framed.frame(), opened.page)
    };
    Ok(site.kith.show_drawn(caller, opened, drawn).await?)
}
