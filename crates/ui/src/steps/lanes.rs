//! Who leads, under the line: one lane for each who leads at the same time, side by side.

use domain::involvement::Role;
use domain::steps_line::Lead;
use jiff::civil::Date;
use maud::{Markup, html};

use super::drawing::{px, wide};
use super::layout::{Layout, WIDTH};
use super::words;
use crate::say;

/// Height of a lane.
const LANE: f64 = 24.0;
/// So many lanes are drawn; the table names everybody.
const LANES: usize = 4;
/// A label begins so far right of its diamond.
const BESIDE: f64 = 16.0;

/// Something drawn, and where it ends.
pub(super) struct Drawn {
    pub drawn: Markup,
    pub bottom: f64,
}

/// A lead in its lane.
struct Placed<'a> {
    lead: &'a Lead,
    lane: usize,
    x: f64,
    ends: f64,
    label: String,
}

/// The lanes, the first of them at this height.
pub(super) fn lanes(layout: &Layout<'_>, top: f64) -> Drawn {
    let line = layout.line;
    if line.leads.is_empty() {
        return Drawn { drawn: html! {}, bottom: top - LANE };
    }
    let first = layout.axis.days().map_or(line.as_of, |days| *days.start());
    let mut taken: Vec<f64> = Vec::new();
    let mut placed: Vec<Placed<'_>> = Vec::new();
    for lead in line.leads.iter().filter(|lead| lead.until.is_none_or(|until| until > first)) {
        place(layout, lead, &mut taken, &mut placed);
    }
    let nobody =
        line.nobody_leads_since.and_then(|since| nobody(layout, since, &mut taken, &placed));
    let lanes = taken.len().max(1);
    let y = |lane: usize| top + LANE * f64::from(u32::try_from(lane).unwrap_or_default());
    let drawn = html! {
        text.left x="0" y=(px(top)) { (say!("steps-who-leads")) }
        @for one in &placed { (lane(one, y(one.lane))) }
        @if let Some((x, lane)) = nobody {
            text.name.soft x=(px(x)) y=(px(y(lane))) {
                tspan.asks-mark { "?" } " " (say!("steps-nobody"))
            }
        }
    };
    Drawn { drawn, bottom: y(lanes - 1) }
}

fn place<'a>(
    layout: &Layout<'a>,
    lead: &'a Lead,
    taken: &mut Vec<f64>,
    placed: &mut Vec<Placed<'a>>,
) {
    let who = lead.who.as_ref().map(|who| who.name.clone());
    let who = who.unwrap_or_else(|| say!("steps-lead-somebody").into_owned());
    let label = say!("steps-lead", who = who, role = words::role(lead.role)).into_owned();
    let x = layout.axis.x(lead.from) + 8.0;
    let until = lead.until.unwrap_or(layout.line.as_of).max(lead.from);
    let label_ends = x + BESIDE + wide(&label) * 1.03;
    let ends = layout.axis.x(until).max(label_ends);
    if label_ends > WIDTH {
        return;
    }
    let free = taken.iter().position(|end| end + 12.0 <= x);
    let lane = free.unwrap_or(taken.len());
    if lane >= LANES {
        return;
    }
    match taken.get_mut(lane) {
        Some(end) => *end = ends,
        None => taken.push(ends),
    }
    let ends = layout.axis.x(until);
    placed.push(Placed { lead, lane, x, ends, label });
}

/// Where "nobody named" stands: behind whoever led the family help last.
fn nobody(
    layout: &Layout<'_>,
    since: Date,
    taken: &mut Vec<f64>,
    placed: &[Placed<'_>],
) -> Option<(f64, usize)> {
    let words = say!("steps-nobody");
    let x = layout.axis.x(since) + 10.0;
    let room = wide(&words) + 18.0;
    let x = x.min(WIDTH - room);
    let led = |one: &&Placed<'_>| matches!(one.lead.role, Role::FamilyHelpLead | Role::Lead);
    let last = placed.iter().rev().find(led).map(|one| one.lane);
    let fits = |lane: &usize| taken.get(*lane).is_some_and(|end| *end <= x);
    let lane = last.filter(fits).or_else(|| (0..taken.len()).find(fits)).unwrap_or(taken.len());
    if lane >= LANES {
        return None;
    }
    match taken.get_mut(lane) {
        Some(end) => *end = x + room,
        None => taken.push(x + room),
    }
    Some((x, lane))
}

fn lane(one: &Placed<'_>, y: f64) -> Markup {
    let (name, role) = one.label.split_once(", ").unwrap_or((&one.label, ""));
    let label_ends = one.x + BESIDE + wide(&one.label) * 1.03 + 8.0;
    let middle = y - 5.0;
    html! {
        path.lead-mark d={
            "M" (px(one.x)) " " (px(middle - 6.0)) "l6 6-6 6-6-6Z"
        } {}
        text.name x=(px(one.x + BESIDE)) y=(px(y)) { tspan.who { (name) } ", " (role) }
        @if one.ends > label_ends {
            path.lead d={ "M" (px(label_ends)) " " (px(middle)) "H" (px(one.ends)) } {}
        }
    }
}
