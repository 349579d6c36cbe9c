//! Style, scripts, fonts and icons: under the name of this very set of them, and there for ever.

use crate::problem::Problem;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use ui::problem::Kind;

/// Where they are.
pub(crate) const PATTERN: &str = "/a/{build}/{*path}";
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// The folder of this set, as pages name it.
pub(crate) fn folder() -> &'static str {
    use std::sync::LazyLock;
    static FOLDER: LazyLock<String> = LazyLock::new(|| format!("/a/{}", *assets::BUILD_ID));
    &FOLDER
}

/// One of them.
pub(crate) async fn show(
    Path((build, path)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asset = assets::find(&path).filter(|_| build == *assets::BUILD_ID);
    let asset = asset.ok_or_else(|| Problem::of(Kind::NotFound))?;
    let known = headers.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    let keep = [(header::CACHE_CONTROL, FOR_EVER)];
    if known.is_some_and(|tags| tags.contains(&asset.etag)) {
        return Ok((StatusCode::NOT_MODIFIED, keep, [(header::ETAG, &asset.etag)]).into_response());
    }
    let about = [(header::CONTENT_TYPE, asset.mime), (header::ETAG, &asset.etag)];
    Ok((keep, about, asset.bytes).into_response())
}

/// The bytes of a picture that a drawing names by its address: a sticker.
pub(crate) fn picture(address: &str) -> Option<Vec<u8>> {
    let path = address.strip_prefix(folder())?.strip_prefix('/')?;
    let picture = assets::find(path).filter(|asset| asset.mime == "image/svg+xml")?;
    Some(picture.bytes.to_vec())
}
