//! The pages over HTTP.
//!
//! ```text
//! arrive (now, chance, number) ▸ own site? ▸ route ▸ handler: one use case ▸ page
//!                                          └ problem ▸ told as page or JSON
//! ▸ headers ▸ one line of log
//! ```
//! A handler is a sentence: it reads the form, calls one use case through
//! [`app::kith::Kith::show`] or [`app::kith::Kith::save`], and draws what came back.
//! Deliberately absent: SQL, rules about who may see what, and HTML made by hand.

mod address;
mod around;
mod arrival;
mod assets;
mod by;
mod csp;
mod form;
mod frame;
mod health;
mod imports;
mod origin;
mod pages;
mod parts;
pub mod problem;
pub mod routes;
mod sheets;
pub mod site;
pub mod stickers;
mod sync;
mod upload;

pub use site::{Settings, Site};

use axum::{Router, middleware};

/// Every page of one site.
pub fn router(site: Site) -> Router {
    let alone = site.kith.is_alone();
    routes::ROUTES
        .iter()
        .filter(|route| routes::has(route.pattern, alone))
        .fold(Router::new(), |router, route| router.route(route.pattern, (route.on)()))
        .fallback(problem::no_such_page)
        .layer(middleware::from_fn_with_state(site.clone(), around::around))
        .with_state(site)
}
