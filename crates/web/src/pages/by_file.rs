//! A file that a tablet gave since it could not keep or send a session: brought here, and from then
//! on as if the tablet had handed it in. What is wrong with it is read to its end all the same: a
//! browser that is cut off while it sends shows no answer.

use crate::by::By;
use crate::frame::Framed;
use crate::parts::FilePart;
use crate::problem::{Problem, status};
use crate::site::Site;
use app::edge::Edge;
use app::error::Error;
use app::handed_in::{BUNDLE_MAX, Brought, NoFile, NotBrought, NotTaken, may_begin};
use app::session::Caller;
use app::whose;
use axum::body::{Body, HttpBody as _};
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Redirect, Response};
use std::future::poll_fn;
use std::pin::Pin;
use ui::problem::Kind;
use ui::urls;
use ui::whose::{CameOfFile, handed_in};

/// The field of the file.
const FIELD: &str = "file";
/// The most bytes that are read of one request: a bundle, with room for what stands around it.
const READ_MOST: u64 = 2 * BUNDLE_MAX;

/// Why there is no sitting by it.
enum Not {
    /// The form broke off, or is none.
    Form,
    /// None was chosen.
    Chosen,
    /// The file is not taken.
    Brought(NotBrought),
}

/// Takes a file.
pub(crate) async fn bring(
    State(site): State<Site>,
    By(caller): By,
    request: Request,
) -> Result<Response, Problem> {
    let (_, edge) = site.kith.show(caller.clone(), may_begin).await?;
    let (parts, body) = request.into_parts();
    let kind = parts.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let part = FilePart::of(FIELD, kind.unwrap_or_default());
    let part = part.ok_or_else(|| Problem::of(Kind::NotAForm))?;
    let came = match taken(&site, edge.with((site.chance)()), part, body).await {
        Ok(Brought { sitting, waits: true }) => {
            return Ok(Redirect::to(&urls::OneHandedIn(sitting).to_string()).into_response());
        }
        Ok(Brought { waits: false, .. }) => CameOfFile::Had,
        Err(Not::Form) => return Err(Problem::of(Kind::NotAForm)),
        Err(Not::Chosen) => CameOfFile::NoFile,
        Err(Not::Brought(why)) => told(why)?,
    };
    answered(&site, caller, came).await
}

/// The list once more, with what came of the file.
async fn answered(site: &Site, caller: Caller, came: CameOfFile) -> Result<Response, Problem> {
    let (reader, mut list) = site.kith.show(caller, whose::list).await?;
    list.came = Some(came);
    let page = handed_in(&Framed::of(&reader).frame(), &list);
    let code = status(match came {
        CameOfFile::Had => return Ok(page.into_response()),
        CameOfFile::Full => Kind::TooLarge,
        _ => Kind::Unreadable,
    });
    Ok((code, page).into_response())
}

/// Reads the request to its end, and gives the file on as it comes.
async fn taken(
    site: &Site,
    edge: Edge,
    mut part: FilePart,
    mut body: Body,
) -> Result<Brought, Not> {
    let mut bringing = site.kith.bring_file(edge);
    let (mut wrong, mut length): (Option<NotBrought>, u64) = (None, 0);
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
        let Ok(came) = frame.map_err(|_| Not::Form)?.into_data() else { continue };
        length = length.saturating_add(came.len() as u64);
        if length > READ_MOST {
            return Err(Not::Brought(NoFile::NotOne.into()));
        }
        let bytes = part.take(&came).map_err(|_| Not::Form)?;
        if wrong.is_none() {
            wrong = bringing.take(&bytes).await.err();
        }
    }
    if !part.finish().map_err(|_| Not::Form)? {
        return Err(Not::Chosen);
    }
    match wrong {
        Some(why) => Err(Not::Brought(why)),
        None => bringing.finish().await.map_err(Not::Brought),
    }
}

/// What is wrong, as a person is told; else the problem it is.
fn told(why: NotBrought) -> Result<CameOfFile, Problem> {
    // By its kind, which names nobody.
    tracing::warn!(why = %why, "a file of a tablet is not taken");
    Ok(match why {
        NotBrought::File(NoFile::NotOne) => CameOfFile::NotOne,
        NotBrought::File(NoFile::CutShort) => CameOfFile::CutShort,
        NotBrought::NotTheirs => CameOfFile::NotTheirs,
        NotBrought::Changed | NotBrought::NotTaken(NotTaken::Bundle(_) | NotTaken::Chunk) => {
            CameOfFile::Changed
        }
        NotBrought::Missing(_) => CameOfFile::Missing,
        NotBrought::NotTaken(NotTaken::Full) => CameOfFile::Full,
        NotBrought::NotTaken(NotTaken::Error(Error::Keys)) => {
            return Err(Problem::of(Kind::NotReady));
        }
        NotBrought::NotTaken(NotTaken::Error(why)) => return Err(why.into()),
        NotBrought::NotTaken(
            NotTaken::Another | NotTaken::Ops(_) | NotTaken::Attachment(_) | NotTaken::Key,
        ) => CameOfFile::Sealed,
    })
}
