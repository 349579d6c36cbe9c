//! Scales from 0 to 10: who gave which number when, never averaged.
//!
//! The chart stands beside a table that says the same, for screen readers. Time runs left to
//! right, up is safer; what 10 and 0 mean frames the plot. A line ends in its number, the name
//! and what it was before, so there is no legend. Deliberately absent: any number that nobody
//! gave.
use std::borrow::Cow;
use std::fmt::Write;

use domain::front_page::{Rater, Scale};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::person_mark::{colour, mark, round};
use crate::{dates, names, say};

mod range;

pub use range::range_glyph;

/// Where the first and the last day stand, in units of the drawing.
const FIRST_X: f32 = 44.0;
const LAST_X: f32 = 214.0;
/// Where 0 stands, and how far one number reaches.
const NOUGHT_Y: f32 = 121.0;
const STEP: f32 = 11.4;
/// Least distance between two words at the ends of lines.
const LINE_GAP: f32 = 20.4;
const MISSING_GAP: f32 = 28.5;
/// Who was not asked: from line to line, letters of one, and how far down the last may stand.
const MISSING_LINE: f32 = 16.0;
const MISSING_LETTERS: usize = 22;
const LOWEST: f32 = 137.0;
/// How high the plot is with its days, and how far letters reach above and below their line.
const PLOT_HIGH: f32 = 138.0;
const LETTERS_HIGH: f32 = 14.0;
const LETTERS_DEEP: f32 = 1.0;
const MARK: f32 = 5.5;
/// How far apart the marks stand of those who gave the same number on a day.
const BESIDE: f32 = 13.0;

/// A number of a rater on a day, as both drawings read it.
type Point = (Date, u8);

/// The numbers somebody gave, oldest first; "cannot say" is not a number.
pub(crate) fn numbers(rater: &Rater) -> Vec<Point> {
    rater.given.iter().filter_map(|rating| Some((rating.on, rating.value?))).collect()
}

/// Lowest and highest.
pub(crate) fn range_of(values: impl IntoIterator<Item = u8>) -> Option<(u8, u8)> {
    values.into_iter().fold(None, |range, value| match range {
        None => Some((value, value)),
        Some((low, high)) => Some((value.min(low), value.max(high))),
    })
}

/// What a scale asks; where nobody has worded it, how safe it is.
pub fn titled(scale: &Scale) -> Cow<'_, str> {
    if scale.title.is_empty() { say!("front-scale") } else { scale.title.as_str().into() }
}

/// "5 to 7, was 2 to 8"; "4, Mum only" where one person gave one number; nothing where nobody
/// did.
pub fn summary(scale: &Scale) -> Option<Cow<'static, str>> {
    let now = latest(scale)?;
    let given: Vec<&Rater> =
        scale.raters.iter().filter(|rater| !numbers(rater).is_empty()).collect();
    match (given.as_slice(), before(scale)) {
        ([only], None) => {
            let who = only.who.relation.as_deref().unwrap_or(&only.who.called);
            Some(say!("scale-one-rater", value = now.0, who = who))
        }
        (_, None) => Some(in_words(now)),
        (_, Some(was)) => Some(say!("scale-range-was", range = in_words(now), was = in_words(was))),
    }
}

/// Range of everybody's newest number.
pub fn latest(scale: &Scale) -> Option<(u8, u8)> {
    range_of(scale.raters.iter().filter_map(|rater| numbers(rater).last().map(|point| point.1)))
}

/// Range of the first numbers of those who have given more than one: where it began.
pub fn before(scale: &Scale) -> Option<(u8, u8)> {
    range_of(scale.raters.iter().filter_map(first_of_several))
}

/// Somebody's first number, if a newer one has followed.
fn first_of_several(rater: &Rater) -> Option<u8> {
    match numbers(rater).as_slice() {
        [first, .., _] => Some(first.1),
        _ => None,
    }
}

/// "5 to 7", or "4" where both ends are one.
pub fn in_words((low, high): (u8, u8)) -> Cow<'static, str> {
    if low == high {
        Cow::Owned(low.to_string())
    } else {
        say!("scale-range", low = low, high = high)
    }
}

/// The chart of a scale with the table that says the same.
pub fn chart(scale: &Scale, as_of: Date) -> Markup {
    let days = days_of(scale);
    let labels = labels(scale);
    html! {
        svg.scale-chart viewBox=(view_box(scale, &labels)) aria-hidden="true" {
            (range_shape(scale, &days))
            (ladder())
            @for nth in 0..scale.raters.len() { (line(scale, nth, &days)) }
            @for label in &labels { (end_of_line(label)) }
            (missing(scale, &labels))
            @for (x, day) in day_words(&days) {
                text.scale-axis x=(round(x)) y="137" text-anchor="middle" {
                    (dates::short(day, as_of))
                }
            }
        }
        (table(scale, as_of))
    }
}

/// What the drawing takes: as much as the plot, and more where the words beside it need more, so
/// that they never stand on what 10 and 0 mean.
fn view_box(scale: &Scale, labels: &[Label<'_>]) -> String {
    let lines = missing_lines(scale).len();
    let more = if lines == 0 { None } else { Some(missing_top(lines, labels)) };
    let tops = labels.iter().map(|label| label.y).chain(more);
    let top = tops.map(|y| y - LETTERS_HIGH).fold(0.0, f32::min).floor();
    let feet = labels.iter().map(|label| label.y).chain(more.map(|top| top + down(lines)));
    let foot = feet.map(|y| y + LETTERS_DEEP).fold(PLOT_HIGH, f32::max).ceil();
    format!("0 {} 390 {}", round(top), round(foot - top))
}

/// The same in a table: people down, days across.
pub fn table(scale: &Scale, as_of: Date) -> Markup {
    let days = days_of(scale);
    html! {
        div.for-readers { table {
            caption { (say!("scale-table", title = titled(scale))) }
            tr {
                th scope="col" { (say!("scale-table-who")) }
                @for day in &days { th scope="col" { (dates::short(*day, as_of)) } }
            }
            @for rater in &scale.raters {
                tr {
                    th scope="row" { (names::with_kinship(&rater.who)) }
                    @for day in &days { td { (cell(rater, *day)) } }
                }
            }
            @for who in &scale.not_asked {
                tr {
                    th scope="row" { (names::with_kinship(who)) }
                    td colspan=(days.len().max(1)) { (say!("scale-nobody-yet")) }
                }
            }
        } }
    }
}

fn cell(rater: &Rater, day: Date) -> Cow<'static, str> {
    match rater.given.iter().rev().find(|rating| rating.on == day) {
        None => say!("scale-table-missing"),
        Some(rating) => {
            rating.value.map_or_else(|| say!("scale-cannot-say"), |value| value.to_string().into())
        }
    }
}

/// Every day on which somebody answered, in order.
fn days_of(scale: &Scale) -> Vec<Date> {
    let given = scale.raters.iter().flat_map(|rater| &rater.given);
    let mut days: Vec<Date> = given.map(|rating| rating.on).collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn height(value: u8) -> f32 {
    NOUGHT_Y - STEP * f32::from(value)
}

/// Days stand apart as they lay apart; a single day stands at the end, where the words are.
fn place(day: Date, days: &[Date]) -> f32 {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return LAST_X };
    let all = days_between(*first, *last);
    if all == 0.0 { LAST_X } else { FIRST_X + (LAST_X - FIRST_X) * days_between(*first, day) / all }
}

fn days_between(from: Date, to: Date) -> f32 {
    let days = (to - from).get_days();
    f32::from(i16::try_from(days).unwrap_or(i16::MAX))
}

/// Which days are written under the plot: the ends always, others where there is room.
fn day_words(days: &[Date]) -> Vec<(f32, Date)> {
    let places: Vec<(f32, Date)> = days.iter().map(|day| (place(*day, days), *day)).collect();
    let mut written: Vec<(f32, Date)> = Vec::new();
    for (x, day) in places {
        let room_before = written.last().is_none_or(|(last, _)| x - last >= 44.0);
        if x >= LAST_X || (room_before && x <= LAST_X - 44.0) {
            written.push((x, day));
        }
    }
    written
}

fn ladder() -> Markup {
    html! {
        @for value in [0, 2, 4, 6, 8, 10_u8] {
            @let y = round(height(value));
            path.scale-grid d={ "M30 " (y) "H226" } {}
            @if !matches!(value, 0 | 10) {
                text.scale-axis x="22" y=(round(height(value) + 4.5)) text-anchor="end" { (value) }
            }
        }
    }
}

/// From the lowest to the highest number of each day on which more than one person answered.
fn range_shape(scale: &Scale, days: &[Date]) -> Markup {
    let mut spans: Vec<(f32, (u8, u8))> = Vec::new();
    for day in days {
        let said = scale.raters.iter().flat_map(numbers).filter(|point| point.0 == *day);
        let values: Vec<u8> = said.map(|point| point.1).collect();
        if let Some(range) = range_of(values.iter().copied()).filter(|_| values.len() > 1) {
            spans.push((place(*day, days), range));
        }
    }
    let upper = spans.iter().map(|(x, (_, high))| (*x, height(*high)));
    let lower = spans.iter().rev().map(|(x, (low, _))| (*x, height(*low)));
    let outline: Vec<(f32, f32)> = upper.chain(lower).collect();
    html! {
        @if spans.len() > 1 { path.scale-range d={ (polyline(&outline)) "Z" } {} }
    }
}

/// Where each number of somebody stands; those who gave the same number on a day stand side by
/// side.
fn points(scale: &Scale, nth: usize, days: &[Date]) -> Vec<(f32, f32)> {
    let own = scale.raters.get(nth).map(numbers).unwrap_or_default();
    own.into_iter()
        .map(|(day, value)| {
            let earlier = scale.raters.iter().take(nth).flat_map(numbers);
            let same = earlier.filter(|point| *point == (day, value)).count();
            let aside = BESIDE * f32::from(u8::try_from(same).unwrap_or(u8::MAX));
            let x = place(day, days);
            (if x > FIRST_X { x - aside } else { x + aside }, height(value))
        })
        .collect()
}

fn line(scale: &Scale, nth: usize, days: &[Date]) -> Markup {
    let at = points(scale, nth, days);
    html! {
        @if let Some(rater) = scale.raters.get(nth) {
            @if at.len() > 1 {
                path class={ "scale-line " (colour(rater.who.standing)) " scale-line-" (nth) }
                    d=(polyline(&at)) {}
            }
            @for point in &at { (mark(rater.who.standing, *point, MARK)) }
        }
    }
}

fn polyline(points: &[(f32, f32)]) -> String {
    points.iter().enumerate().fold(String::new(), |mut path, (nth, (x, y))| {
        let _ = write!(path, "{}{} {}", if nth == 0 { "M" } else { "L" }, round(*x), round(*y));
        path
    })
}

/// What stands at the end of a line.
struct Label<'a> {
    rater: &'a Rater,
    value: u8,
    was: Option<u8>,
    y: f32,
}

/// Words at the ends of lines, kept apart: those that would touch spread evenly about their
/// middle.
fn labels(scale: &Scale) -> Vec<Label<'_>> {
    let mut labels: Vec<Label<'_>> = scale
        .raters
        .iter()
        .filter_map(|rater| {
            let given = numbers(rater);
            let value = given.last()?.1;
            let was = first_of_several(rater);
            Some(Label { rater, value, was, y: height(value) + 5.0 })
        })
        .collect();
    labels.sort_by_key(|label| std::cmp::Reverse(label.value));
    let wanted: Vec<f32> = labels.iter().map(|label| label.y).collect();
    for (label, y) in labels.iter_mut().zip(spread(&wanted)) {
        label.y = y;
    }
    labels
}

/// Heights from top to bottom, at least `LINE_GAP` apart, each cluster about its own middle.
fn spread(wanted: &[f32]) -> Vec<f32> {
    let mut clusters: Vec<(f32, f32)> = Vec::new(); // middle, members
    for y in wanted {
        let mut cluster = (*y, 1.0);
        while let Some((middle, members)) = clusters.last().copied() {
            let reach = (members + cluster.1) * LINE_GAP / 2.0;
            if cluster.0 - middle >= reach {
                break;
            }
            let all = members + cluster.1;
            cluster = ((middle * members + cluster.0 * cluster.1) / all, all);
            clusters.pop();
        }
        clusters.push(cluster);
    }
    clusters
        .iter()
        .flat_map(|(middle, members)| {
            let top = middle - (members - 1.0) * LINE_GAP / 2.0;
            std::iter::successors(Some(top), |y| Some(y + LINE_GAP))
                .take_while(move |y| *y < top + members * LINE_GAP - 0.1)
        })
        .collect()
}

fn end_of_line(label: &Label<'_>) -> Markup {
    html! {
        text x="230" y=(round(label.y)) {
            tspan.scale-value { (label.value) }
            tspan.scale-name dx="7" { (names::with_kinship(&label.rater.who)) }
            @if let Some(was) = label.was {
                tspan.scale-was dx="6" { (say!("scale-was", range = was)) }
            }
        }
    }
}

/// Whoever has not been asked, by name as far as a line goes, and how many others; the table names
/// each.
fn missing(scale: &Scale, labels: &[Label<'_>]) -> Markup {
    let lines = missing_lines(scale);
    let top = missing_top(lines.len(), labels);
    html! {
        @if let [first, rest @ ..] = lines.as_slice() {
            text.scale-was x="230" y=(round(top)) {
                tspan.scale-value.scale-value-missing { "?" }
                tspan dx="7" { (first) }
                @for line in rest { tspan x="246" dy=(MISSING_LINE) { (line) } }
            }
        }
    }
}

/// Where the first of these lines stands: beneath the others' numbers; above them where these
/// stand low and there is room.
fn missing_top(lines: usize, labels: &[Label<'_>]) -> f32 {
    let below = labels.last().map_or(height(6), |label| label.y) + MISSING_GAP;
    let above = labels.first().map_or(below, |label| label.y) - MISSING_GAP - down(lines);
    let fits_above = above >= LETTERS_HIGH;
    if below + down(lines) > LOWEST && fits_above { above } else { below }
}

/// From the first of so many lines to the last.
fn down(lines: usize) -> f32 {
    MISSING_LINE * f32::from(u8::try_from(lines.saturating_sub(1)).unwrap_or(u8::MAX))
}

fn missing_lines(scale: &Scale) -> Vec<String> {
    let names: Vec<&str> = scale.not_asked.iter().map(|who| who.called.as_str()).collect();
    let [first, others @ ..] = names.as_slice() else { return Vec::new() };
    if others.is_empty() {
        return vec![say!("scale-not-asked", name = *first).into_owned()];
    }
    let (mut line, mut named) = ((*first).to_owned(), 1);
    for name in others {
        if line.chars().count() + name.chars().count() + 2 > MISSING_LETTERS {
            break;
        }
        line = format!("{line}, {name}");
        named += 1;
    }
    let rest = match i64::try_from(names.len() - named) {
        Ok(0) => say!("scale-not-asked-these"),
        left => say!("scale-not-asked-more", others = left.unwrap_or_default()),
    };
    vec![line, rest.into_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front_page::samples::idris;

    #[test]
    fn the_range_is_of_what_people_said_and_never_a_mean() {
        let page = idris();
        assert_eq!(summary(&page.scales[0]).expect("scaled"), "5 to 7, was 2 to 8");
        let mut only_mum = page.scales[0].clone();
        only_mum.raters.truncate(1);
        only_mum.raters[0].given.truncate(1);
        assert_eq!(summary(&only_mum).expect("scaled"), "8, Mum only");
        only_mum.raters.clear();
        assert_eq!(summary(&only_mum), None);
    }

    #[test]
    fn a_person_who_cannot_say_has_no_mark_and_a_place_in_the_table() {
        let mut scale = idris().scales[0].clone();
        scale.raters[0].given[1].value = None;
        let as_of = idris().as_of;
        assert_eq!(numbers(&scale.raters[0]).len(), 1);
        assert!(table(&scale, as_of).into_string().contains("cannot say"));
    }

    #[test]
    fn words_at_the_ends_of_lines_never_touch() {
        let apart = spread(&[46.2, 57.6, 69.0]);
        let apart: Vec<_> = apart.iter().map(|y| round(*y).to_string()).collect();
        assert_eq!(apart, ["37.2", "57.6", "78"]);
        for wanted in [vec![10.0, 10.0, 10.0, 10.0], vec![5.0, 100.0], vec![0.0, 21.0, 22.0, 90.0]]
        {
            let apart = spread(&wanted);
            assert_eq!(apart.len(), wanted.len());
            assert!(apart.windows(2).all(|two| two[1] - two[0] >= LINE_GAP - 0.01), "{apart:?}");
        }
    }

    #[test]
    fn words_beside_the_plot_never_stand_on_what_the_ends_mean() {
        let page = idris();
        let whole = page.scales[0].clone();
        let of = |values: &[u8], missing: usize| {
            let mut scale = whole.clone();
            scale.raters = values.iter().map(|_| whole.raters[0].clone()).collect();
            for (rater, value) in scale.raters.iter_mut().zip(values) {
                rater.given.truncate(1);
                rater.given[0].value = Some(*value);
            }
            scale.not_asked = vec![whole.not_asked[0].clone(); missing];
            let labels = labels(&scale);
            let lines = missing_lines(&scale).len();
            let top = missing_top(lines, &labels);
            let frame = view_box(&scale, &labels);
            let frame: Vec<f32> =
                frame.split(' ').map(|number| number.parse().expect("a number")).collect();
            assert!(labels.iter().all(|label| (label.y - top).abs() >= LINE_GAP), "{values:?}");
            assert!(frame[1] <= top - LETTERS_HIGH && top + down(lines) <= frame[1] + frame[3]);
            (frame[1], frame[3])
        };
        assert_eq!(of(&[7, 6, 5], 2), (0.0, PLOT_HIGH), "beneath");
        assert_eq!(of(&[1, 0], 3), (0.0, PLOT_HIGH), "above");
        assert_eq!(of(&[7, 6, 5, 3], 2), (0.0, PLOT_HIGH + 5.0), "beneath, a little deeper");
        assert!(of(&[9, 7, 6, 5, 3, 1], 2).1 > PLOT_HIGH, "the drawing grows");
        assert!(of(&[5; 9], 1).0 < 0.0);
    }

    #[test]
    fn the_table_says_who_was_not_asked() {
        let said = table(&idris().scales[0], idris().as_of).into_string();
        assert!(said.contains("Nan Denise") && said.contains("not asked yet"));
    }

    #[test]
    fn the_chart_names_who_was_not_asked_as_far_as_a_line_goes() {
        let mut scale = idris().scales[0].clone();
        let nobody = scale.not_asked[0].clone();
        let said = |scale: &mut Scale, names: &[&str]| {
            let named = |name: &&str| {
                let mut who = nobody.clone();
                (*name).clone_into(&mut who.called);
                who
            };
            scale.not_asked = names.iter().map(named).collect();
            missing_lines(scale)
        };
        assert_eq!(said(&mut scale, &["Karim"]), ["Karim, not asked yet"]);
        assert_eq!(
            said(&mut scale, &["Karim", "Samira", "Gill"]),
            ["Karim, Samira, Gill", "not asked yet"]
        );
        assert_eq!(
            said(&mut scale, &["Nan Denise", "Mr Featherstone", "Gill"]),
            ["Nan Denise", "and 2 more, not asked yet"]
        );
        assert!(said(&mut scale, &[]).is_empty());
    }
}
