//! The library: the same for whoever is signed in. What is looked up is in the address (`?q=`), and
//! is kept nowhere: it is never about anybody.

use crate::address::Of;
use crate::by::By;
use crate::form::Fields;
use crate::frame::Framed;
use crate::problem::Problem;
use crate::site::Site;
use axum::extract::{RawQuery, State};
use domain::library::Library;
use maud::Markup;
use std::sync::LazyLock;
use ui::problem::Kind;

static LIBRARY: LazyLock<Library> = LazyLock::new(Library::ours);

/// All of it, or what fits.
pub(crate) async fn list(
    State(site): State<Site>,
    By(caller): By,
    RawQuery(query): RawQuery,
) -> Result<Markup, Problem> {
    let asked = Fields::parse(query.as_deref().unwrap_or_default())?;
    let reader = site.kith.show(caller, app::library::read).await?;
    Ok(ui::library::library(&Framed::of(&reader).frame(), &LIBRARY, asked.one("q")))
}

/// One card.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(id): Of<String>,
    By(caller): By,
) -> Result<Markup, Problem> {
    let reader = site.kith.show(caller, app::library::read).await?;
    let card = LIBRARY.get(&id).ok_or_else(|| Problem::of(Kind::NotFound))?;
    Ok(ui::library::card(&Framed::of(&reader).frame(), &LIBRARY, card))
}
