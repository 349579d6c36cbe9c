//! Listening to children: figures, and a worker's own children. Whoever has neither finds nothing.

use crate::address::Of;
use crate::by::By;
use crate::form::Fields;
use crate::frame::Framed;
use crate::problem::Problem;
use crate::site::Site;
use app::listening::Page;
use app::reader::Reader;
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::id::TeamId;
use domain::listening::period::{Asked, Month, Period};
use domain::time::day_of;
use jiff::Timestamp;
use maud::Markup;
use ui::listening::Sums;
use ui::problem::Kind;

/// The page a reader begins with: `?months=12`, or `?from=2026-01&to=2026-03`.
pub(crate) async fn show(
    State(site): State<Site>,
    By(caller): By,
    RawQuery(query): RawQuery,
) -> Result<Markup, Problem> {
    let (asked, refused) = asked(query.as_deref(), caller.now)?;
    let shown = site.kith.show(caller, move |cx| app::listening::show(cx, asked)).await?;
    let (reader, page) = shown;
    let framed = Framed::of(&reader);
    Ok(match &page {
        Page::Sums(sums) => ui::listening::sums(&framed.frame(), sums, refused),
        Page::Team(team) => ui::listening::team(&framed.frame(), team, refused),
        Page::Own(own) => ui::listening::own(&framed.frame(), own),
    })
}

/// The page of one team.
pub(crate) async fn team(
    State(site): State<Site>,
    By(caller): By,
    Of(team): Of<TeamId>,
    RawQuery(query): RawQuery,
) -> Result<Markup, Problem> {
    let (asked, refused) = asked(query.as_deref(), caller.now)?;
    let shown =
        site.kith.show(caller, move |cx| app::listening::show_team(cx, team, asked)).await?;
    let (reader, page) = shown;
    Ok(ui::listening::team(&Framed::of(&reader).frame(), &page, refused))
}

/// The sums of every team as a file.
pub(crate) async fn file(
    State(site): State<Site>,
    By(caller): By,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (asked, _) = asked(query.as_deref(), caller.now)?;
    let shown = site.kith.show(caller, move |cx| app::listening::sums_of_all(cx, asked)).await?;
    Ok(as_file(&shown))
}

/// The sums of one team as a file; no name is in it.
pub(crate) async fn team_file(
    State(site): State<Site>,
    By(caller): By,
    Of(team): Of<TeamId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (asked, _) = asked(query.as_deref(), caller.now)?;
    let read = move |cx: &mut app::cx::Read<'_>| app::listening::sums_of_team(cx, team, asked);
    Ok(as_file(&site.kith.show(caller, read).await?))
}

fn as_file((_, sums): &(Reader, Sums)) -> Response {
    let period = sums.figures.period;
    let name = format!("listening-{}-{}.csv", period.first_month(), period.last_month());
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    // A spreadsheet knows by this mark that the letters are UTF-8.
    (headers, format!("\u{feff}{}", ui::listening::file_of(sums))).into_response()
}

/// Which months, and whether others were asked for that cannot be shown.
fn asked(query: Option<&str>, now: Timestamp) -> Result<(Asked, bool), Problem> {
    let fields = Fields::parse(query.unwrap_or_default())?;
    let (months, from, to) = (fields.one("months"), fields.one("from"), fields.one("to"));
    let asked = match (months, from, to) {
        ("" | "3", "", "") => Some(Asked::ThreeMonths),
        ("12", "", "") => Some(Asked::TwelveMonths),
        ("", from, to) => Month::parse(from).zip(Month::parse(to)).map(|(f, t)| Asked::Own(f, t)),
        _ => return Err(Problem::of(Kind::NotFound)),
    };
    let fits = asked.filter(|asked| Period::of(*asked, day_of(now)).is_some());
    Ok((fits.unwrap_or_default(), fits.is_none()))
}
