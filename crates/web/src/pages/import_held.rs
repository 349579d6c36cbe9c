//! A file that was looked at and is held: what it would come to, and whether it is filed or put
//! aside. It answers whoever brought it, and nobody else.

use crate::address::Of;
use crate::arrival::Arrival;
use crate::by::By;
use crate::form::Fields;
use crate::frame::Framed;
use crate::imports::not_held;
use crate::pages::import::{cannot_be_read, let_go, officer};
use crate::problem::Problem;
use crate::routes;
use crate::site::Site;
use app::import::held::{HeldFile, HeldId};
use app::reader::Reader;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::access::Task;
use domain::imports::LookedAt;
use maud::Markup;
use ui::import::{DO_ASIDE, DO_FIELD, DO_FILE, HeldPage, looked_at};
use ui::problem::Kind;
use ui::urls;

/// What the file would come to.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(id): Of<HeldId>,
    arrival: Arrival,
    By(caller): By,
) -> Result<Response, Problem> {
    let (reader, edge) = officer(&site, caller.clone(), Task::Import).await?;
    if let Some(import) = site.imports.begun_as(id) {
        return Ok(Redirect::to(&urls::OneImport(import).to_string()).into_response());
    }
    let file = find(&site, &reader, id).await?;
    if let Some(looked) = site.imports.recall(id) {
        return Ok(page(&reader, id, looked).into_response());
    }
    let (file, looked) = site.look_at(edge.with((site.chance)()), file).await?;
    match looked {
        Ok(looked) => Ok(page(&reader, id, looked).into_response()),
        Err(why) => cannot_be_read((&site, &arrival, caller), file, why).await,
    }
}

fn page(reader: &Reader, id: HeldId, looked: LookedAt) -> Markup {
    let links_children = routes::has(urls::Steps::PATTERN, reader.alone);
    let page = HeldPage { held: id.0, looked, links_children };
    looked_at(&Framed::of(reader).frame(), &page)
}

/// The file of whoever asks; as if there were none where somebody else brought it.
async fn find(site: &Site, reader: &Reader, id: HeldId) -> Result<HeldFile, Problem> {
    let folder = site.settings.holding.clone();
    let (account, now) = (reader.viewer.account, reader.viewer.at);
    let finding =
        tokio::task::spawn_blocking(move || HeldFile::find(&folder, id, account, now)).await;
    let found = finding.map_err(|_| Problem::broken())?.map_err(not_held)?;
    found.ok_or_else(|| Problem::of(Kind::NotFound))
}

/// Files it, or puts it aside.
pub(crate) async fn decide(
    State(site): State<Site>,
    Of(id): Of<HeldId>,
    By(caller): By,
    form: Fields,
) -> Result<Response, Problem> {
    let (reader, edge) = officer(&site, caller, Task::Import).await?;
    let is_filed = form.one(DO_FIELD) == DO_FILE;
    if let Some(import) = site.imports.begun_as(id).filter(|_| is_filed) {
        return Ok(Redirect::to(&urls::OneImport(import).to_string()).into_response());
    }
    let file = find(&site, &reader, id).await?;
    let to = match form.one(DO_FIELD) {
        DO_FILE => {
            let import = site.imports.file(&site.kith, edge.with((site.chance)()), file)?;
            urls::OneImport(import).to_string()
        }
        DO_ASIDE => {
            let_go(file).await;
            urls::Import.to_string()
        }
        _ => return Err(Problem::of(Kind::Refused)),
    };
    site.imports.recall(id);
    Ok(Redirect::to(&to).into_response())
}
