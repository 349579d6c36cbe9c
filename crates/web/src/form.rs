//! Forms: read whole, within bounds, and only where every byte is text.
//!
//! A form that is not text is refused and never mended: what people wrote is kept letter for
//! letter or not at all.

use crate::arrival::Arrival;
use crate::problem::Problem;
use crate::site::Site;
use axum::body;
use axum::extract::{FromRequest, FromRequestParts as _, Request};
use axum::http::{HeaderMap, header};
use domain::form::Filled;
use percent_encoding::percent_decode_str;
use std::sync::Arc;
use ui::problem::Kind;

/// The most bytes of a form: the longest note (100,000 characters) in any script, as a form
/// writes it.
pub(crate) const LONGEST: usize = 2 << 20;
/// The most fields of a form: children, what a note speaks to, and many more.
const FIELDS_MOST: usize = 1_000;
const FORM: &str = "application/x-www-form-urlencoded";

/// The fields of a form, in the order in which they were sent.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields(Arc<[(String, String)]>);

impl Fields {
    /// From a form as browsers write it. One with a U+0000 in it is refused whole.
    pub(crate) fn parse(form: &str) -> Result<Self, Problem> {
        let fields = Self::parse_written(form)?;
        let nul = |words: &str| words.contains('\0');
        if fields.pairs().any(|(name, value)| nul(name) || nul(value)) {
            return Err(Problem::of(Kind::NotText));
        }
        Ok(fields)
    }

    /// The same, of a form whose words a use case reads one by one: there a U+0000 is refused
    /// beside its field, and nothing else is lost.
    fn parse_written(form: &str) -> Result<Self, Problem> {
        let pairs = form.split('&').filter(|pair| !pair.is_empty());
        if pairs.clone().nth(FIELDS_MOST).is_some() {
            return Err(Problem::of(Kind::TooLarge));
        }
        let pair = |pair: &str| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((text(name)?, text(value)?))
        };
        Ok(Self(pairs.map(pair).collect::<Result<_, Problem>>()?))
    }

    /// One field; blank where there is none.
    pub(crate) fn one(&self, name: &str) -> &str {
        let mut pairs = self.pairs().filter(|(known, _)| *known == name);
        pairs.next().map(|(_, value)| value).unwrap_or_default()
    }

    /// Every field of this name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs().filter(move |(known, _)| *known == name).map(|(_, value)| value)
    }

    /// What somebody typed, as a page shows it again and a draft keeps it: without the button
    /// that was pressed, and without what no text has.
    pub(crate) fn filled(&self) -> Filled {
        let pairs = self.pairs().map(|(name, value)| (name.to_owned(), value.to_owned()));
        Filled::of(pairs).without(&["then"]).without_nul()
    }

    /// Every field.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

fn text(sent: &str) -> Result<String, Problem> {
    let spaced = sent.replace('+', " ");
    let text = percent_decode_str(&spaced).decode_utf8();
    match text {
        Ok(text) => Ok(text.into_owned()),
        Err(_) => Err(Problem::of(Kind::NotText)),
    }
}

/// The fields of a form in which somebody writes: what is refused in it comes back beside its
/// field, with everything else that was typed.
pub(crate) struct Written(pub Fields);

impl FromRequest<Site> for Fields {
    type Rejection = Problem;
    async fn from_request(request: Request, site: &Site) -> Result<Self, Problem> {
        read(request, site, Self::parse).await
    }
}

impl FromRequest<Site> for Written {
    type Rejection = Problem;
    async fn from_request(request: Request, site: &Site) -> Result<Self, Problem> {
        read(request, site, Fields::parse_written).await.map(Self)
    }
}

async fn read(
    request: Request,
    site: &Site,
    parse: fn(&str) -> Result<Fields, Problem>,
) -> Result<Fields, Problem> {
    let (mut parts, sent) = request.into_parts();
    let arrival = Arrival::from_request_parts(&mut parts, site).await?;
    is_form(&parts.headers)?;
    let too_large = |_| Problem::of(Kind::TooLarge);
    let bytes = body::to_bytes(sent, LONGEST).await.map_err(too_large)?;
    let form = std::str::from_utf8(&bytes).map_err(|_| Problem::of(Kind::NotText))?;
    let fields = parse(form)?;
    arrival.remember(&fields);
    Ok(fields)
}

/// It says that it is a form, and not that it is larger than one may be.
fn is_form(headers: &HeaderMap) -> Result<(), Problem> {
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let kind = header(header::CONTENT_TYPE).and_then(|kind| kind.split(';').next());
    if !kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case(FORM)) {
        return Err(Problem::of(Kind::NotAForm));
    }
    match header(header::CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok()) {
        Some(length) if length > LONGEST => Err(Problem::of(Kind::TooLarge)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_come_as_they_were_written() {
        let form = "who=Nan+Denise&who=Leah&words=%C2%A3%F0%9F%8C%8A+%3Cb%3E%0D%0A&blank=&bare";
        let fields = Fields::parse(form).unwrap();
        assert_eq!(fields.all("who").collect::<Vec<_>>(), ["Nan Denise", "Leah"]);
        assert_eq!(fields.one("words"), "£🌊 <b>\r\n");
        assert_eq!((fields.one("blank"), fields.one("bare"), fields.one("none")), ("", "", ""));
        assert_eq!(fields.pairs().count(), 5);
    }

    #[test]
    fn a_form_of_more_fields_than_any_has_is_refused() {
        assert_eq!(Fields::parse(&"a&".repeat(1_000)).unwrap().pairs().count(), 1_000);
        assert_eq!(Fields::parse(&"a&".repeat(1_001)).unwrap_err().kind, Kind::TooLarge);
    }

    #[test]
    fn what_is_no_text_is_refused_and_not_mended() {
        for form in ["words=%FF", "words=a%00b", "%C3=x", "words=%C3%28"] {
            assert_eq!(Fields::parse(form).unwrap_err().kind, Kind::NotText, "{form}");
        }
        assert_eq!(Fields::parse("words=100%").unwrap().one("words"), "100%");
    }
}
