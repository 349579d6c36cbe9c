//! Copies of a sitting that people take, and the page of what leaves by itself.

use crate::address::Of;
use crate::by::By;
use crate::form::Fields;
use crate::frame::Framed;
use crate::problem::{Problem, wrongs};
use crate::site::Site;
use app::cx::Read;
use app::error::Error;
use app::package::{self, Desk, NoPackage, NotTaken, Piece, Taken, TypedCopy};
use app::session::Caller;
use axum::body::Body;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::id::{EntryId, PackageOutId};
use futures_core::Stream;
use maud::Markup;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::sync::mpsc::Receiver;
use ui::packages::{Answered, DeskPage, NoCopy, Stuck, Tally};
use ui::problem::Kind;
use ui::urls;

/// The form of a copy.
pub(crate) async fn ask_copy(
    State(site): State<Site>,
    Of(root): Of<EntryId>,
    By(caller): By,
) -> Result<Markup, Problem> {
    form(&site, caller, root, &Answered::default()).await
}

async fn form(
    site: &Site,
    caller: Caller,
    root: EntryId,
    answered: &Answered,
) -> Result<Markup, Problem> {
    let read = move |cx: &mut Read<'_>| package::ask_copy(cx, root);
    let (reader, asks) = site.kith.show(caller, read).await?;
    Ok(ui::packages::copy(&Framed::of(&reader).frame(), &asks, answered))
}

/// Takes a copy: one file, as it is made.
pub(crate) async fn take_copy(
    State(site): State<Site>,
    Of(root): Of<EntryId>,
    By(caller): By,
    fields: Fields,
) -> Result<Response, Problem> {
    let (whom, why) = (fields.one("whom").to_owned(), fields.one("why").to_owned());
    let typed = TypedCopy { whom: whom.clone(), why: why.clone() };
    let answered = Answered { whom, why, ..Answered::default() };
    let answered = match site.kith.take_copy(caller.clone(), root, typed).await {
        Ok(taken) => return Ok(file(taken)),
        Err(NotTaken::Error(Error::Refused(faults))) => {
            Answered { wrongs: wrongs(faults), ..answered }
        }
        Err(NotTaken::Error(why)) => return Err(why.into()),
        Err(NotTaken::NotHere) => Answered { no: Some(NoCopy::NotHere), ..answered },
        Err(NotTaken::No(why)) => Answered { no: Some(why_not(&why)), ..answered },
    };
    let page = form(&site, caller, root, &answered).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

const fn why_not(why: &NoPackage) -> NoCopy {
    match why {
        NoPackage::NotForParents => NoCopy::NotForParents,
        NoPackage::BrokeOff => NoCopy::BrokeOff,
        NoPackage::NothingAgreed => NoCopy::NothingAgreed,
        _ => NoCopy::NotMade,
    }
}

fn file(taken: Taken) -> Response {
    let about = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}.zip\"", taken.name)),
    ];
    (about, Body::from_stream(Pieces(taken.pieces))).into_response()
}

/// The pieces of a file as a body takes them.
struct Pieces(Receiver<Piece>);

impl Stream for Pieces {
    type Item = Piece;
    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Piece>> {
        self.0.poll_recv(cx)
    }
}

/// What leaves by itself, and what is in its way.
pub(crate) async fn list(State(site): State<Site>, By(caller): By) -> Result<Markup, Problem> {
    let (reader, desk) = site.kith.show(caller, package::desk).await?;
    let page = page(&site, desk);
    Ok(ui::packages::desk(&Framed::of(&reader).frame(), &page))
}

fn page(site: &Site, desk: Desk) -> DeskPage {
    let (folder, push) = site.kith.packing().leads();
    let tallies = desk.counted.into_iter().map(|counted| Tally {
        way: counted.way,
        state: counted.state,
        n: counted.n,
        oldest: counted.oldest,
    });
    let stuck = desk.troubles.into_iter().map(|one| Stuck {
        id: one.id,
        way: one.way,
        stopped: one.trouble.stops(),
        since: one.queued_at,
        tries: one.tries,
        trouble: one.trouble,
        status: one.status,
        next: one.next_at,
    });
    DeskPage { folder, push, tallies: tallies.collect(), stuck: stuck.collect() }
}

/// Tries again to send one.
pub(crate) async fn again(
    State(site): State<Site>,
    Of(id): Of<PackageOutId>,
    By(caller): By,
    fields: Fields,
) -> Result<Redirect, Problem> {
    if fields.one("then") != "again" {
        return Err(Problem::of(Kind::NotFound));
    }
    site.kith.save(caller, vec![], move |cx| package::try_again(cx, id)).await?;
    Ok(Redirect::to(urls::Packages::PATTERN))
}
