//! The board of a child's map: slips, statements, numbers. What is refused comes back with what was
//! typed; two versions of one thing stand side by side.

use crate::address::Of;
use crate::by::By;
use crate::form::{Fields, Written};
use crate::pages::child::open;
use crate::pages::draft::keep_refused;
use crate::pages::note::about;
use crate::problem::{Problem, wrongs};
use crate::site::Site;
use app::amend::Replaced;
use app::cx::{Read, Write};
use app::error::Error;
use app::map_item::{TypedSlip, add_map_item, amend_map_item};
use app::scale::{TypedRating, give_number};
use app::session::Caller;
use app::statement::{TypedDanger, TypedGoal, amend_danger, amend_goal, write_danger, write_goal};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::board::Open;
use domain::form::{Filled, Form};
use domain::id::{EntryId, PersonId};
use maud::Markup;
use std::collections::HashMap;
use ui::problem::Wrongs;
use ui::urls;

/// The board, with whatever its address puts on the desk.
pub(crate) async fn show(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, Problem> {
    let on_desk = query.iter().find_map(|(key, value)| Open::parse(key, value));
    let read = move |cx: &mut Read<'_>| app::board::read(cx, child, on_desk);
    let (framed, board) = open(&site, caller, child, read).await?;
    Ok(ui::board::board(&framed.frame(), &board, &Wrongs::default()))
}

/// Puts a slip on the map.
pub(crate) async fn add_slip(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
    Written(fields): Written,
) -> Result<Response, Problem> {
    let sent = Sent { site: &site, caller, child, fields: &fields };
    let typed = slip(child, &fields);
    let save = move |cx: &mut Write<'_, '_>| add_map_item(cx, &typed).map(Replaced::Stands);
    let saved = sent.save(save).await;
    sent.answer(saved).await
}

/// Writes a slip anew.
pub(crate) async fn change_slip(
    site: &Site,
    caller: Caller,
    (child, version): (PersonId, EntryId),
    fields: &Fields,
) -> Result<Response, Problem> {
    let sent = Sent { site, caller, child, fields };
    let typed = slip(child, fields);
    let saved = sent.save(move |cx| amend_map_item(cx, version, &typed)).await;
    sent.answer(saved).await
}

fn slip(child: PersonId, fields: &Fields) -> TypedSlip {
    let one = |name: &str| fields.one(name).to_owned();
    TypedSlip {
        draft: fields.one("draft").parse().ok(),
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

/// Puts a danger statement or a goal on the map, or words one again.
pub(crate) async fn add_statement(
    State(site): State<Site>,
    Of(child): Of<PersonId>,
    By(caller): By,
    Written(fields): Written,
) -> Result<Response, Problem> {
    let sent = Sent { site: &site, caller, child, fields: &fields };
    let version: Option<EntryId> = fields.one("version").parse().ok();
    if fields.one("kind") == "goal" {
        let goal = goal(child, &fields);
        let save = move |cx: &mut Write<'_, '_>| match version {
            Some(version) => amend_goal(cx, version, &goal),
            None => write_goal(cx, &goal).map(Replaced::Stands),
        };
        let saved = sent.save(save).await;
        return sent.answer(saved).await;
    }
    let danger = danger(child, &fields);
    let save = move |cx: &mut Write<'_, '_>| match version {
        Some(version) => amend_danger(cx, version, &danger),
        None => write_danger(cx, &danger).map(Replaced::Stands),
    };
    let saved = sent.save(save).await;
    if let (Ok(Replaced::Stands(id)), "goal") = (&saved, fields.one("then")) {
        let root = fields.one("root").parse().unwrap_or(*id);
        let goal = urls::OnDesk(child, Open::GoalFor(root));
        return Ok(Redirect::to(&goal.to_string()).into_response());
    }
    sent.answer(saved).await
}

fn danger(child: PersonId, fields: &Fields) -> TypedDanger {
    let one = |name: &str| fields.one(name).to_owned();
    TypedDanger {
        draft: fields.one("draft").parse().ok(),
        children: about(child, fields),
        text: whole(fields),
        who_worries: one("who_worries"),
        also_worries: fields.all("also_worries").filter_map(|id| id.parse().ok()).collect(),
        happened: one("happened"),
        could_happen: one("could_happen"),
        when_likely: one("when_likely"),
        family_says: one("family_says"),
        disagreement: one("disagreement"),
    }
}

fn goal(child: PersonId, fields: &Fields) -> TypedGoal {
    let one = |name: &str| fields.one(name).to_owned();
    TypedGoal {
        draft: fields.one("draft").parse().ok(),
        children: about(child, fields),
        danger: fields.one("danger").parse().ok(),
        text: one("text"),
        actions: one("actions"),
        childs_day: one("childs_day"),
        seen_by: Vec::new(),
        months: one("months"),
    }
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
    Written(fields): Written,
) -> Result<Response, Problem> {
    let sent = Sent { site: &site, caller, child, fields: &fields };
    let one = |name: &str| fields.one(name).to_owned();
    let rating = TypedRating {
        draft: fields.one("draft").parse().ok(),
        scale: fields.one("scale").parse().ok(),
        rater: fields.one("said_by").parse().ok(),
        value: one("answer"),
        why: one("why"),
        on: one("on"),
    };
    let saved = sent.save(move |cx| give_number(cx, &rating).map(Replaced::Stands)).await;
    sent.answer(saved).await
}

/// A form of the desk that somebody sent.
struct Sent<'a> {
    site: &'a Site,
    caller: Caller,
    child: PersonId,
    fields: &'a Fields,
}

impl Sent<'_> {
    async fn save(
        &self,
        f: impl Fn(&mut Write<'_, '_>) -> app::error::Result<Replaced> + Send + 'static,
    ) -> app::error::Result<Replaced> {
        self.site.kith.save(self.caller.clone(), about(self.child, self.fields), f).await
    }

    /// Back to the board; or, where somebody saved in between, both texts on its desk; or the form
    /// once more, with what is wrong.
    async fn answer(&self, saved: app::error::Result<Replaced>) -> Result<Response, Problem> {
        let (child, filled) = (self.child, self.fields.filled());
        match saved {
            Ok(Replaced::Stands(_)) => {
                Ok(Redirect::to(&urls::Map(child).to_string()).into_response())
            }
            Ok(Replaced::SavedInBetween(saved)) => {
                keep_refused(self.site, self.caller.clone(), child, self.fields).await;
                let read =
                    move |cx: &mut Read<'_>| app::board::both(cx, child, filled.clone(), &saved);
                let (framed, board) = open(self.site, self.caller.clone(), child, read).await?;
                let page = ui::board::board(&framed.frame(), &board, &Wrongs::default());
                Ok((StatusCode::CONFLICT, page).into_response())
            }
            // A form that says of itself which it is comes back as that.
            Err(Error::Refused(faults)) if is_of_desk(&filled) => {
                keep_refused(self.site, self.caller.clone(), child, self.fields).await;
                let read = move |cx: &mut Read<'_>| app::board::sent(cx, child, filled);
                let (framed, board) = open(self.site, self.caller.clone(), child, read).await?;
                let page = ui::board::board(&framed.frame(), &board, &wrongs(faults));
                Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
            }
            Err(why) => Err(why.into()),
        }
    }
}

fn is_of_desk(filled: &Filled) -> bool {
    matches!(Form::parse(filled.one("form")), Some(Form::Desk(_)))
}
