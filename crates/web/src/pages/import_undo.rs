//! Taking an import back: what it would leave, said before, and then the taking back, which goes
//! on behind the import's page.

use crate::address::Of;
use crate::by::By;
use crate::frame::Framed;
use crate::pages::import::officer;
use crate::problem::Problem;
use crate::site::Site;
use app::cx::Read;
use app::import::{look_at_undo, read_import};
use app::session::{Caller, Shown};
use axum::extract::State;
use axum::response::Redirect;
use domain::access::Task;
use domain::id::ImportId;
use domain::imports::{ImportState, ListedImport};
use maud::Markup;
use ui::problem::Kind;
use ui::urls;

/// Asks, with what will stay and why.
pub(crate) async fn ask(
    State(site): State<Site>,
    Of(id): Of<ImportId>,
    By(caller): By,
) -> Result<Markup, Problem> {
    let (reader, edge) = officer(&site, caller.clone(), Task::UndoImport).await?;
    let import = filed(&site, caller, id).await?;
    let (kith, edge) = (site.kith.clone(), edge.with((site.chance)()));
    let would = site.long(move || look_at_undo(&kith, edge, id)).await??;
    Ok(ui::import::undo(&Framed::of(&reader).frame(), &import, &would.as_shown()))
}

/// Begins to take it back.
pub(crate) async fn begin(
    State(site): State<Site>,
    Of(id): Of<ImportId>,
    By(caller): By,
) -> Result<Redirect, Problem> {
    let (_, edge) = officer(&site, caller.clone(), Task::UndoImport).await?;
    filed(&site, caller, id).await?;
    site.imports.filings.undo(&site.kith, edge.with((site.chance)()), id)?;
    Ok(Redirect::to(&urls::OneImport(id).to_string()))
}

/// The import, which is filed and was not taken back.
async fn filed(site: &Site, caller: Caller, id: ImportId) -> Result<ListedImport, Problem> {
    let read = move |cx: &mut Read<'_>| Ok(Shown { page: read_import(cx, id, None)?, look: None });
    match site.kith.show(caller, read).await? {
        ImportState::Filed(import) => Ok(import),
        _ => Err(Problem::of(Kind::NotNow)),
    }
}
