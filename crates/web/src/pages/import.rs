//! Imports: a file is brought and looked at, and every import there was, with how far it is.
//!
//! An import is listed, filed and taken back by data officers alone; everybody else is refused
//! before a byte of theirs is kept.

use crate::address::Of;
use crate::arrival::Arrival;
use crate::by::By;
use crate::frame::Framed;
use crate::imports::not_held;
use crate::parts::FilePart;
use crate::problem::{Problem, status};
use crate::site::Site;
use crate::upload::{self, Bringer, NotBrought};
use app::cx::Read;
use app::edge::Edge;
use app::error::Error;
use app::import::held::{HeldFile, HeldId, MOST_BYTES, MOST_FILES, NotHeld};
use app::import::{list_imports, read_import};
use app::reader::{Reader, reader};
use app::session::{Caller, Shown};
use axum::body::Body;
use axum::extract::{RawQuery, Request, State};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_TYPE, REFRESH};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::access::Task;
use domain::id::ImportId;
use domain::imports::WaitingFile;
use maud::Markup;
use tokio::task::spawn_blocking;
use ui::import::{FILE_FIELD, ImportsPage, NotTaken, imports, one};
use ui::problem::Kind;
use ui::urls;

/// How often a page asks for itself again while something goes on, in seconds.
const AGAIN_AFTER: u8 = 5;
/// The query by which it does, so that nobody's session is kept open by it.
const AGAIN: &str = "again";
const MEGABYTE: u64 = 1_000_000;

/// Who asks, where this is theirs to do.
pub(crate) async fn officer(
    site: &Site,
    caller: Caller,
    task: Task,
) -> Result<(Reader, Edge), Problem> {
    let asked = move |cx: &mut Read<'_>| {
        cx.may(task)?;
        Ok(Shown { page: (reader(cx)?, cx.edge.clone()), look: None })
    };
    Ok(site.kith.show(caller, asked).await?)
}

/// The list, and the form that brings a file.
pub(crate) async fn list(State(site): State<Site>, By(caller): By) -> Result<Markup, Problem> {
    page(&site, caller, None).await
}

async fn page(site: &Site, caller: Caller, wrong: Option<String>) -> Result<Markup, Problem> {
    let read = |cx: &mut Read<'_>| {
        let list = list_imports(cx)?;
        let may_undo = cx.may(Task::UndoImport).is_ok();
        Ok(Shown { page: (reader(cx)?, list, may_undo), look: None })
    };
    let (reader, list, may_undo) = site.kith.show(caller, read).await?;
    let waiting = waiting(site, &reader).await?;
    let most_megabytes = MOST_BYTES / MEGABYTE;
    let page = ImportsPage { list, waiting, wrong, most_megabytes, may_undo };
    Ok(imports(&Framed::of(&reader).frame(), &page))
}

async fn waiting(site: &Site, reader: &Reader) -> Result<Vec<WaitingFile>, Problem> {
    let folder = site.settings.holding.clone();
    let (account, now) = (reader.viewer.account, reader.viewer.at);
    let listing = spawn_blocking(move || HeldFile::list(&folder, account, now)).await;
    let mut waiting = listing.map_err(|_| Problem::broken())?.map_err(not_held)?;
    // A file stays in its folder while it is filed.
    waiting.retain(|file| site.imports.begun_as(HeldId(file.held)).is_none());
    Ok(waiting)
}

/// Brings a file, looks at it, and goes on to what it would come to. What cannot be read is let go
/// at once.
pub(crate) async fn bring(
    State(site): State<Site>,
    arrival: Arrival,
    By(caller): By,
    request: Request,
) -> Result<Response, Problem> {
    let (reader, edge) = officer(&site, caller.clone(), Task::Import).await?;
    let (parts, body) = request.into_parts();
    let part = file_part(&parts.headers)?;
    let again = (&site, &arrival, caller);
    let file = match hold(&site, &reader, part, body).await {
        Ok(file) => file,
        Err(NotBrought::NoFile) => return not_taken(again, Kind::Refused, NotTaken::NoFile).await,
        Err(NotBrought::CutShort) => {
            return not_taken(again, Kind::NotText, NotTaken::CutShort).await;
        }
        Err(NotBrought::NotHeld(NotHeld::TooLarge)) => {
            let words = NotTaken::TooLarge(MOST_BYTES / MEGABYTE);
            return not_taken(again, Kind::TooLarge, words).await;
        }
        Err(NotBrought::NotHeld(NotHeld::TooMany)) => {
            return not_taken(again, Kind::NotNow, NotTaken::TooMany(MOST_FILES)).await;
        }
        Err(NotBrought::NotHeld(NotHeld::File(why))) => return Err(Error::File(why).into()),
    };
    let (file, looked) = site.look_at(edge.with((site.chance)()), file).await?;
    match looked {
        Ok(looked) => {
            let id = file.id;
            site.imports.remember(id, looked);
            Ok(Redirect::to(&urls::HeldImport(id.0).to_string()).into_response())
        }
        Err(why) => cannot_be_read(again, file, why).await,
    }
}

fn file_part(headers: &HeaderMap) -> Result<FilePart, Problem> {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    FilePart::of(FILE_FIELD, kind.unwrap_or_default()).ok_or_else(|| Problem::of(Kind::NotAForm))
}

async fn hold(
    site: &Site,
    reader: &Reader,
    part: FilePart,
    body: Body,
) -> Result<HeldFile, NotBrought> {
    let by = Bringer {
        folder: site.settings.holding.clone(),
        account: reader.viewer.account,
        now: reader.viewer.at,
        seed: (site.chance)(),
    };
    upload::bring(part, body, by).await
}

/// Lets a file go, where others are not awaited.
pub(crate) async fn let_go(file: HeldFile) {
    let gone = spawn_blocking(move || file.discard()).await;
    if !matches!(gone, Ok(Ok(()))) {
        tracing::warn!("a held file could not be let go; the sweep will");
    }
}

/// The page once more, with what is wrong with the file in words and with its line; such a file is
/// let go. Any other error is not the file's, which waits on.
pub(crate) async fn cannot_be_read(
    again: (&Site, &Arrival, Caller),
    file: HeldFile,
    why: Error,
) -> Result<Response, Problem> {
    let words = match &why {
        Error::Unreadable(met) => NotTaken::Unreadable { line: met.line, says: &met.says },
        Error::NoSuchAuthority(code) => NotTaken::NoAuthority(code),
        _ => return Err(why.into()),
    };
    let_go(file).await;
    not_taken(again, Kind::Unreadable, words).await
}

async fn not_taken(
    (site, arrival, caller): (&Site, &Arrival, Caller),
    kind: Kind,
    why: NotTaken<'_>,
) -> Result<Response, Problem> {
    if arrival.json {
        return Err(Problem::of(kind));
    }
    let page = page(site, caller, Some(why.says().into_owned())).await?;
    Ok((status(kind), page).into_response())
}

/// One import, however far it is. While something goes on, the browser comes again by itself.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(id): Of<ImportId>,
    By(mut caller): By,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    caller.acts &= query.as_deref() != Some(AGAIN);
    let doing = site.imports.filings.find(id);
    let read = move |cx: &mut Read<'_>| {
        let state = read_import(cx, id, doing)?;
        let may_undo = cx.may(Task::UndoImport).is_ok();
        Ok(Shown { page: (reader(cx)?, state, may_undo), look: None })
    };
    let (reader, state, may_undo) = site.kith.show(caller, read).await?;
    let page = one(&Framed::of(&reader).frame(), &state, may_undo);
    if state.is_going_on() {
        let again = format!("{AGAIN_AFTER}; url={}?{AGAIN}", urls::OneImport(id));
        return Ok(([(REFRESH, again)], page).into_response());
    }
    Ok(page.into_response())
}
