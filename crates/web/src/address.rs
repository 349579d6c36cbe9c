//! What an address names, and where a page may send somebody on to.

use crate::problem::Problem;
use crate::site::Site;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::str::FromStr;
use ui::problem::Kind;
use ui::urls;

/// The thing an address is of. What is no id names nothing, so there is no such page.
pub(crate) struct Of<T>(pub T);

impl<T: FromStr + Send> FromRequestParts<Site> for Of<T> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Problem> {
        let not_found = || Problem::of(Kind::NotFound);
        let Path(id) =
            Path::<String>::from_request_parts(parts, site).await.map_err(|_| not_found())?;
        id.parse().map(Self).map_err(|_| not_found())
    }
}

/// The two things an address is of.
pub(crate) struct OfTwo<T, U>(pub T, pub U);

impl<T: FromStr + Send, U: FromStr + Send> FromRequestParts<Site> for OfTwo<T, U> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Problem> {
        let not_found = || Problem::of(Kind::NotFound);
        let Path((one, other)) = Path::<(String, String)>::from_request_parts(parts, site)
            .await
            .map_err(|_| not_found())?;
        match (one.parse(), other.parse()) {
            (Ok(one), Ok(other)) => Ok(Self(one, other)),
            _ => Err(not_found()),
        }
    }
}

/// A page of ours that somebody may be sent on to; none where it leads anywhere else, or back to
/// the door.
pub(crate) fn go_on(wanted: &str) -> Option<&str> {
    let leaves = wanted.starts_with("//") || wanted.contains(['\\', '#']);
    let plain = wanted.is_ascii() && !wanted.contains(|c: char| c.is_ascii_control() || c == ' ');
    let path = wanted.split('?').next().unwrap_or_default();
    let door = [urls::SignIn::PATTERN, urls::SignOut::PATTERN].contains(&path);
    (wanted.starts_with('/') && !leaves && plain && !door).then_some(wanted)
}

/// Words as a part of a query.
pub(crate) fn quoted(words: &str) -> String {
    utf8_percent_encode(words, NON_ALPHANUMERIC).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_site_or_back_to_the_door() {
        let page = "/children/0192?add=worry";
        assert_eq!(go_on(page), Some(page));
        for elsewhere in [
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "evil",
            "",
            "/a\r\nSet-Cookie: x",
            "/sign-in?go_on=/",
            "/sign-out",
        ] {
            assert_eq!(go_on(elsewhere), None, "{elsewhere}");
        }
    }
}
