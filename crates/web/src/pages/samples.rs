//! Samples of every page, to look at while building. Only where a site is for development: to
//! everybody else there is no such page.

use crate::address::Of;
use crate::assets;
use crate::frame::look;
use crate::problem::Problem;
use crate::site::Site;
use axum::extract::State;
use maud::{Markup, html};
use ui::layout::{Theme, document};
use ui::problem::Kind;
use ui::samples::pages;
use ui::urls;

fn all(site: &Site) -> Result<Vec<(&'static str, Markup)>, Problem> {
    if !site.settings.development {
        return Err(Problem::of(Kind::NotFound));
    }
    Ok(pages(assets::folder(), Theme::default()))
}

/// Their names.
pub(crate) async fn list(State(site): State<Site>) -> Result<Markup, Problem> {
    let names = all(&site)?.into_iter().map(|(name, _)| name);
    let list = html! {
        main.wrap #main {
            h1 { "Samples" }
            ul { @for name in names { li { a href={ (urls::Samples) "/" (name) } { (name) } } } }
        }
    };
    Ok(document(look(), "Samples", &[], &list))
}

/// One of them.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(name): Of<String>,
) -> Result<Markup, Problem> {
    let found = all(&site)?.into_iter().find(|(known, _)| *known == name);
    found.map(|(_, page)| page).ok_or_else(|| Problem::of(Kind::NotFound))
}
