//! The line as a picture: weight is standing, a circle was written here, a square came from
//! elsewhere. Every mark is a link to its row in the table.

use domain::step::Standing;
use domain::steps_line::{Origin, StepDay, StepsLine};
use jiff::civil::Date;
use maud::{Markup, html};

use super::layout::{Band, HANG, Layout, Mark, TEXT, WIDTH, layout};
use super::{axis, lanes, words};
use crate::person_mark::{Tenths, round};
use crate::{dates, say};

/// The height of the line itself.
const LINE: f64 = 62.0;
/// Names of marks begin here and go on in lines of this height.
const NAMES: f64 = 90.0;
const NAME_LINE: f64 = 18.0;

/// Pixels to a tenth.
#[expect(clippy::cast_possible_truncation, reason = "a picture is 1150 pixels wide")]
pub(super) fn px(value: f64) -> Tenths {
    round(value as f32)
}

/// The picture, wide; nothing where no day has a mark.
pub(super) fn drawing(line: &StepsLine, name: &str) -> Option<Markup> {
    let layout = layout(line)?;
    let rows = |mark: &Mark<'_>| mark.name.len() + usize::from(mark.date.is_some());
    let rows = layout.marks.iter().map(rows).max().unwrap_or_default().max(2);
    let names_end = NAMES + NAME_LINE * f64::from(u32::try_from(rows).unwrap_or(2) - 1);
    let lanes = lanes::lanes(&layout, names_end + 32.0);
    let axis = axis::axis(&layout, lanes.bottom + 26.0);
    let height = axis.bottom + 8.0;
    Some(html! {
        svg.steps-line width=(WIDTH) height=(px(height)) viewBox={ "0 0 " (WIDTH) " " (px(height)) }
            role="group" aria-label=(in_words(line, name)) {
            (beginning(&layout))
            @for (at, band) in layout.bands.iter().enumerate() {
                (stretch(&layout, band, layout.bands.get(at + 1)))
            }
            @for x in layout.axis.breaks(layout.scaled_until) { (slashes(x, LINE, "line-break")) }
            (lanes.drawn)
            (axis.drawn)
            @for mark in &layout.marks { (one_mark(mark)) }
        }
    })
}

/// What the picture says, for those who do not see it.
fn in_words(line: &StepsLine, name: &str) -> String {
    let told = line.stretches.iter().map(|one| {
        let from = dates::full(one.from);
        let when = match one.until {
            Some(until) => say!("steps-from-to", from = from, until = dates::full(until)),
            None => say!("steps-since", day = from),
        };
        say!("steps-drawing-stretch", what = words::heading(one), when = when).into_owned()
    });
    let told: Vec<String> = told.collect();
    say!("steps-drawing", name = name, told = told.join(" ")).into_owned()
}

/// What stands left of the days: earlier work, or the dots that lead to it.
fn beginning(layout: &Layout<'_>) -> Markup {
    let (Some(first), Some(last)) = (layout.earlier.first(), layout.earlier.last()) else {
        return html! {};
    };
    let as_of = layout.line.as_of;
    let when = if first.on == last.on {
        dates::short(first.on, as_of)
    } else if first.on.year() == last.on.year() {
        let (from, until) = (dates::within_year(first.on), dates::short(last.on, as_of));
        say!("steps-from-to", from = from, until = until).into_owned()
    } else {
        format!("{} – {}", first.on.year(), last.on.year())
    };
    let (one, two) = below(&layout.earlier);
    let starts = layout.marks.first().map_or(layout.left, |mark| mark.x);
    html! {
        text.day x="0" y="14" { (when) }
        text.standing x="0" y="34" { (say!("steps-earlier")) }
        text.name.soft x="0" y=(NAMES) { (one) }
        text.name.soft x="0" y=(NAMES + NAME_LINE) { (two) }
        @if first.on == last.on {
            path.dotted d={ "M18 " (LINE) "H" (px(starts - 12.0)) } {}
        } @else {
            path.work d={ "M8 " (LINE) "H96" } {}
            path.dotted d={ "M110 " (LINE) "H" (px(starts - 12.0)) } {}
            (shape(last, 96.0))
        }
        (shape(first, 8.0))
    }
}

/// Two short lines under the earlier work.
fn below(earlier: &[&StepDay]) -> (String, String) {
    let silent =
        |day: &&StepDay| !day.origin.is_here() && day.steps.iter().all(|step| step.says.is_none());
    if earlier.iter().all(silent) {
        return (say!("steps-earlier-dates").into_owned(), say!("steps-earlier-from").into_owned());
    }
    let n: usize = earlier.iter().map(|day| day.steps.len()).sum();
    let count = say!("steps-earlier-count", n = n);
    (count.into_owned(), say!("steps-earlier-below").into_owned())
}

fn stretch(layout: &Layout<'_>, band: &Band<'_>, next: Option<&Band<'_>>) -> Markup {
    let axis = &layout.axis;
    let last = axis.days().map_or(layout.line.as_of, |days| *days.end());
    let until = band.stretch.until.unwrap_or_else(|| layout.line.as_of.max(band.stretch.from));
    let (from, to) = (band.from, axis.x(until.min(last)));
    let gap = next.filter(|next| next.stretch.from > until).map(|next| next.from);
    let ahead = (next.is_none() && band.stretch.until.is_none()).then(|| planned(layout, until));
    let elsewhere = band.stretch.elsewhere;
    html! {
        path class={ (weight(band.stretch.standing)) @if elsewhere { " from-elsewhere" } }
            d={ "M" (px(from)) " " (LINE) "H" (px(to)) } {}
        @if let Some(gap) = gap {
            path.dotted d={ "M" (px(to + 14.0)) " " (LINE) "H" (px(gap - 12.0)) } {}
        }
        @if let Some(Some(ahead)) = ahead {
            path.ahead d={ "M" (px(to + 2.0)) " " (LINE) "H" (px(ahead)) } {}
        }
        text.day x=(px(from)) y="14" { (band.when) }
        text.standing x=(px(from)) y="34" { (band.heading) }
    }
}

/// How far the line goes on to what is to come.
fn planned(layout: &Layout<'_>, after: Date) -> Option<f64> {
    let planned = layout.marks.iter().filter(|mark| mark.day.planned && mark.day.on > after);
    planned.map(|mark| mark.x).reduce(f64::max)
}

/// The class of a stretch: its weight.
fn weight(standing: Option<Standing>) -> &'static str {
    match standing {
        None => "work",
        Some(Standing::FamilyHelp) => "help",
        Some(Standing::Protection) => "protection",
        Some(Standing::Care) => "care",
    }
}

fn one_mark(mark: &Mark<'_>) -> Markup {
    let lines: Vec<(&str, &str)> = mark
        .date
        .iter()
        .map(|date| ("day", date.as_str()))
        .chain(mark.name.iter().map(|name| ("name", name.as_str())))
        .collect();
    let (x, anchor) = if mark.ends { (mark.x + 16.0, "end") } else { (mark.x - HANG, "start") };
    let left = if mark.ends { x - mark.width } else { x };
    let (corner, wide) = ((left - 2.0).min(mark.x - 12.0), mark.width.max(20.0) + 4.0);
    html! {
        a.mark-link href={ "#step-" (mark.row) } {
            rect.reach x=(px(corner)) y="44" width=(px(wide)) height="84" {}
            (shape(mark.day, mark.x))
            @for (at, (class, words)) in lines.iter().enumerate() {
                text class=(class) x=(px(x)) y=(row(at)) text-anchor=(anchor) { (words) }
            }
        }
    }
}

/// Where a line of a label stands.
fn row(at: usize) -> Tenths {
    px(NAMES + NAME_LINE * f64::from(u32::try_from(at).unwrap_or_default()))
}

/// Circle or square; dashed for what is to come.
pub(super) fn shape(day: &StepDay, x: f64) -> Markup {
    shape_of(&day.origin, day.planned, (x, LINE))
}

/// The shape of an origin at a point.
pub(super) fn shape_of(origin: &Origin, planned: bool, (x, y): (f64, f64)) -> Markup {
    html! {
        @if origin.is_here() {
            circle.here.planned[planned] cx=(px(x)) cy=(px(y)) r="6.5" {}
        } @else {
            rect.elsewhere.planned[planned] x=(px(x - 6.0)) y=(px(y - 6.0)) width="12" height="12"
                rx="1.5" {}
        }
    }
}

/// Two slashes where the scale changes.
pub(super) fn slashes(x: f64, y: f64, class: &str) -> Markup {
    html! {
        path class=(class) d={
            "M" (px(x - 6.0)) " " (px(y - 9.0)) "L" (px(x)) " " (px(y + 9.0))
            "M" (px(x)) " " (px(y - 9.0)) "L" (px(x + 6.0)) " " (px(y + 9.0))
        } {}
    }
}

/// How wide a text of the drawing is.
pub(super) fn wide(text: &str) -> f64 {
    domain::genogram::text_width(text, TEXT)
}
