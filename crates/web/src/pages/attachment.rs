//! A drawing, a recording or a photograph, as bytes. Its type is what the server found in it, and a
//! browser is told to take it for nothing else.

use crate::address::Of;
use crate::by::By;
use crate::problem::Problem;
use crate::site::Site;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use domain::id::EntryId;

/// The bytes, for whoever may read the entry that names them.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(root): Of<EntryId>,
    By(caller): By,
) -> Result<impl IntoResponse, Problem> {
    let (attachment, bytes) = site.kith.read_attachment(caller, root).await?;
    // Named by the entry, and never as somebody called it: a name may be a person's.
    let named = format!("inline; filename=\"{root}\"");
    let about =
        [(header::CONTENT_TYPE, attachment.media_type), (header::CONTENT_DISPOSITION, named)];
    Ok((about, bytes))
}
