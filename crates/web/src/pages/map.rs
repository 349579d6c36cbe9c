//! The board of a child's map: slips, statements, numbers. What is refused comes back with what was
//! typed; two versions of one thing stand side by side.

use crate::address::Of;
use crate::by::By;
use crate::form::Fields;
use crate::pages::child::open;
use crate::problem::Problem;
use crate::site::Site;
use app::amend::Replaced;
use app::cx::Read;
use app::map_item::{TypedSlip, add_map_item, amend_map_item};
use app::scale::{TypedRating, give_number};
use app::session::Caller;
use app::statement::{TypedDanger, TypedGoal, amend_danger, write_danger, write_goal};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::board::Opened;
use domain::entry::Entry;
use domain::id::{EntryId, PersonId};
use maud::Markup;
use std::collections::HashMap;
use ui::urls;

/// The board, with whatever its address puts on the desk.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, Problem> {
    let on_desk = query.iter().find_map(|(key, value)| urls::Open::parse(key, value));
    let opened = on_desk.map_or(Opened::Nothing, Into::into);
    let read = move |cx: &mut Read<'_>| app::board::read(cx, child, opened);
    let (framed, board) = open(&site, caller, child, read).await?;
    Ok(ui::board::board(&framed.frame(), &board))
}

/// Puts a slip on the map, or writes one anew.
pub(crate) async fn add_slip(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
    fields: Fields,
) -> Result<Response, Problem> {
    let typed = slip(child, &fields);
    let (about, version) = (typed.children.clone(), fields.one("version").parse().ok());
    let (again, mine) = (caller.clone(), typed.text.clone());
    let save = site.kith.save(caller, about, move |cx| match version {
        Some(version) => amend_map_item(cx, version, &typed),
        None => add_map_item(cx, &typed).map(Replaced::Stands),
    });
    stands_or_both(&site, again, child, (save.await?, mine)).await
}

fn slip(child: PersonId, fields: &Fields) -> TypedSlip {
    let one = |name: &str| fields.one(name).to_owned();
    TypedSlip {
        children: about(child, fields),
        kind: one("kind"),
        text: one("text"),
        said_by: fields.one("said_by").parse().ok(),
        mode: one("mode"),
        on: one("on"),
        owner: fields.one("owner").parse().ok(),
        by: one("by"),
        danger: fields.one("danger").parse().ok(),
    }
}

fn about(child: PersonId, fields: &Fields) -> Vec<PersonId> {
    let mut children = vec![child];
    let also = fields.all("about").filter_map(|id| id.parse().ok());
    children.extend(also.filter(|other: &PersonId| *other != child));
    children
}

/// Puts a danger statement or a goal on the map, or words a statement again.
pub(crate) async fn add_statement(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
    fields: Fields,
) -> Result<Response, Problem> {
    let one = |name: &str| fields.one(name).to_owned();
    let (again, mine) = (caller.clone(), one("text"));
    let children = about(child, &fields);
    if fields.one("kind") == "goal" {
        let goal = TypedGoal {
            children: children.clone(),
            danger: fields.one("danger").parse().ok(),
            text: one("text"),
            actions: one("actions"),
            childs_day: one("childs_day"),
            seen_by: Vec::new(),
            months: one("months"),
        };
        let save = site.kith.save(caller, children, move |cx| write_goal(cx, &goal));
        return stands_or_both(&site, again, child, (Replaced::Stands(save.await?), mine)).await;
    }
    let danger = TypedDanger {
        children: children.clone(),
        text: whole(&fields),
        who_worries: Vec::new(),
        happened: one("happened"),
        could_happen: one("could_happen"),
        when_likely: one("when_likely"),
        family_says: one("family_says"),
        disagreement: one("disagreement"),
    };
    let version: Option<EntryId> = fields.one("version").parse().ok();
    let save = site.kith.save(caller, children, move |cx| match version {
        Some(version) => amend_danger(cx, version, &danger),
        None => write_danger(cx, &danger).map(Replaced::Stands),
    });
    let replaced = save.await?;
    if let (Replaced::Stands(id), "goal") = (&replaced, fields.one("then")) {
        let root = fields.one("root").parse().unwrap_or(*id);
        let goal = urls::OnDesk(child, urls::Open::GoalFor(root));
        return Ok(Redirect::to(&goal.to_string()).into_response());
    }
    stands_or_both(&site, again, child, (replaced, mine)).await
}

/// The sentence with the words in which the family disagrees, which are part of it.
fn whole(fields: &Fields) -> String {
    let (text, disagrees) = (fields.one("text"), fields.one("disagreement"));
    if disagrees.trim().is_empty() || text.contains(disagrees) {
        return text.to_owned();
    }
    format!("{} {}", text.trim_end(), disagrees)
}

/// Gives a number.
pub(crate) async fn rate(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
    fields: Fields,
) -> Result<Response, Problem> {
    let one = |name: &str| fields.one(name).to_owned();
    let rating = TypedRating {
        scale: fields.one("scale").parse().ok(),
        rater: fields.one("said_by").parse().ok(),
        value: one("answer"),
        why: one("why"),
        on: one("on"),
    };
    site.kith.save(caller, vec![child], move |cx| give_number(cx, &rating)).await?;
    Ok(Redirect::to(&urls::Map(child).to_string()).into_response())
}

/// Back to the board; or, where somebody saved in between, both texts on its desk.
async fn stands_or_both(
    site: &Site,
    caller: Caller,
    child: PersonId,
    (replaced, mine): (Replaced, String),
) -> Result<Response, Problem> {
    let saved: Entry = match replaced {
        Replaced::Stands(_) => {
            return Ok(Redirect::to(&urls::Map(child).to_string()).into_response());
        }
        Replaced::SavedInBetween(saved) => *saved,
    };
    let read = move |cx: &mut Read<'_>| {
        let both = app::board::two_versions(cx, mine, &saved)?;
        app::board::read(cx, child, both)
    };
    let (framed, board) = open(site, caller, child, read).await?;
    let page = ui::board::board(&framed.frame(), &board);
    Ok((StatusCode::CONFLICT, page).into_response())
}
