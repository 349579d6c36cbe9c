//! The calendar under the line, and the dates asked for: from the trigger to the limit, a dot
//! when it was done, words if later. No colour.

use domain::steps_line::{LIMITS, Ruler};
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use maud::{Markup, html};

use super::asked::asked;
use super::drawing::{px, slashes, wide};
use super::lanes::Drawn;
use super::layout::{Layout, WIDTH};
use crate::say;

/// Height of a ruler's row.
const ROW: f64 = 22.0;
/// From so many pixels a day on weeks are marked, below it months.
const WEEKS_FROM: f64 = 5.0;
/// From so many pixels a month on each month is marked, below it years.
const MONTHS_FROM: f64 = 17.0;
/// Room that the word for today needs.
const TODAY_ROOM: f64 = 52.0;
/// What stands left of the rulers ends here.
const LABELS_END: f64 = 112.0;

/// The calendar at this height, and under it the rulers.
pub(super) fn axis(layout: &Layout<'_>, top: f64) -> Drawn {
    let line = layout.line;
    let today = today(layout);
    let mut rows = Vec::new();
    let mut y = top + 24.0;
    let first = layout.axis.days().map_or(line.as_of, |days| *days.start());
    let reaches = |ruler: &&Ruler| ruler.done.is_none_or(|done| done.on > first);
    for ruler in line.rulers.iter().filter(reaches) {
        let (drawn, lines) = one_ruler(layout, ruler, y);
        rows.push(drawn);
        y += ROW * lines;
    }
    let has_rulers = !rows.is_empty();
    let bottom = if has_rulers { (y - ROW).max(top + 36.0) } else { top + 12.0 };
    let drawn = html! {
        path.axis d={ "M" (px(layout.left - 8.0)) " " (px(top)) "H" (WIDTH) } {}
        (ticks(layout, today, top))
        @for x in layout.axis.breaks(layout.scaled_until) { (slashes(x, top, "axis-break")) }
        @if let Some(x) = today {
            path.today d={ "M" (px(x)) " " (px(top - 8.0)) "v16" } {}
            @let ends = x + TODAY_ROOM > WIDTH;
            text.left x=(px(if ends { x - 5.0 } else { x + 5.0 })) y=(px(top - 6.0))
                text-anchor=(if ends { "end" } else { "start" }) { (say!("steps-today")) }
        }
        @if has_rulers { (labels(line.rulers.first(), top)) }
        @for row in &rows { (row) }
    };
    Drawn { drawn, bottom }
}

fn labels(first: Option<&Ruler>, top: f64) -> Markup {
    let limit = first.map(|ruler| ruler.limit).or(LIMITS.first());
    html! {
        text.left x="0" y=(px(top - 6.0)) { (say!("steps-asked")) }
        @if let Some(limit) = limit {
            @let checked = if limit.checked { "yes" } else { "no" };
            text.tick-words x="0" y=(px(top + 14.0)) {
                (say!("steps-edition-first", year = limit.edition.to_string()))
            }
            text.tick-words x="0" y=(px(top + 32.0)) {
                (say!("steps-edition-second", checked = checked))
            }
        }
    }
}

/// Where today stands, if the drawing reaches it.
fn today(layout: &Layout<'_>) -> Option<f64> {
    let day = layout.line.as_of;
    let within = layout.axis.days().is_some_and(|days| days.contains(&day));
    within.then(|| layout.axis.x(day))
}

fn ticks(layout: &Layout<'_>, today: Option<f64>, y: f64) -> Markup {
    let room = |x: f64| {
        if x + TODAY_ROOM > WIDTH { (x - TODAY_ROOM, x) } else { (x, x + TODAY_ROOM) }
    };
    let kept: Vec<(f64, f64)> = today
        .map(room)
        .into_iter()
        .chain(layout.axis.breaks(layout.scaled_until).into_iter().map(|x| (x - 8.0, x + 8.0)))
        .collect();
    let mut last = layout.left - 20.0;
    let mut drawn = Vec::new();
    for tick in all_ticks(layout) {
        let (from, to) = (tick.x + 4.0, tick.x + 4.0 + wide(&tick.words));
        let free = from > last + 6.0
            && to < WIDTH
            && kept.iter().all(|(left, right)| to < *left || from > *right);
        if free {
            last = to;
        }
        drawn.push((tick.x, free.then_some(tick.words)));
    }
    html! {
        @for (x, words) in &drawn {
            path.tick d={ "M" (px(*x)) " " (px(y - 4.0)) "v8" } {}
            @if let Some(words) = words {
                text.tick-words x=(px(x + 4.0)) y=(px(y - 6.0)) { (words) }
            }
        }
    }
}

struct Tick {
    x: f64,
    words: String,
}

/// Mondays in busy weeks, months or years elsewhere.
fn all_ticks(layout: &Layout<'_>) -> Vec<Tick> {
    let mut all: Vec<Tick> = Vec::new();
    let mut month = 0;
    let gaps = layout.axis.gaps().into_iter().filter(|(from, ..)| *from < layout.scaled_until);
    for (from, to, _) in gaps {
        let a_day = (layout.axis.x(to) - layout.axis.x(from)) / f64::from((to - from).get_days());
        let mut day = from;
        while day < to {
            let words = if a_day >= WEEKS_FROM {
                week(day, month)
            } else {
                (day.day() == 1).then(|| month_or_year(day, a_day)).flatten()
            };
            if let Some(words) = words {
                month = day.month();
                all.push(Tick { x: layout.axis.x(day), words });
            }
            let Ok(next) = day.checked_add(1.day()) else { break };
            day = next;
        }
    }
    all
}

/// "Mon 2 Mar" once a month, then "9".
fn week(day: Date, month: i8) -> Option<String> {
    let same = day.month() == month;
    let format = match (month, same) {
        (0, _) => "%a %-d %b",
        (_, true) => "%-d",
        (_, false) => "%-d %b",
    };
    (day.weekday() == Weekday::Monday).then(|| day.strftime(format).to_string())
}

fn month_or_year(day: Date, a_day: f64) -> Option<String> {
    if day.month() == 1 {
        return Some(day.strftime("%Y").to_string());
    }
    (a_day * 30.0 >= MONTHS_FROM).then(|| day.strftime("%b").to_string())
}

/// One ruler, and how many rows it takes.
fn one_ruler(layout: &Layout<'_>, ruler: &Ruler, y: f64) -> (Markup, f64) {
    let axis = &layout.axis;
    let starts_before = axis.days().is_some_and(|days| ruler.from < *days.start());
    let (from, by) = (axis.x(ruler.from), axis.x(ruler.by));
    let done = ruler.done.map(|done| axis.x(done.on));
    let words = asked(ruler, layout.line.as_of);
    let room = wide(&words);
    let ends = by.max(done.unwrap_or(by) + 2.0);
    let (x, anchor, foot) = if ends + 10.0 + room <= WIDTH {
        (ends + 10.0, "start", y + 5.0)
    } else if from - 10.0 - room >= LABELS_END {
        (from - 10.0, "end", y + 5.0)
    } else {
        (WIDTH, "end", y + 19.0)
    };
    let under = foot > y + 6.0;
    let drawn = html! {
        path.ruler d={
            "M" (px(from)) " " (px(y)) "H" (px(by))
            @if !starts_before { "M" (px(from)) " " (px(y - 4.0)) "v8" }
            "M" (px(by)) " " (px(y - 4.0)) "v8"
        } {}
        @if let Some(done) = done {
            @if done > by { path.ruler-later d={ "M" (px(by)) " " (px(y)) "H" (px(done)) } {} }
            circle.done cx=(px(done)) cy=(px(y)) r="4" {}
        }
        text.name x=(px(x)) y=(px(foot)) text-anchor=(anchor) { (words) }
    };
    (drawn, if under { 1.7 } else { 1.0 })
}
