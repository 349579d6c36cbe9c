//! The small picture of a scale in a list: on the left the range over time, on the right each
//! newest mark.
use domain::front_page::Scale;
use maud::{Markup, html};

use super::{days_of, numbers, range_of};
use crate::person_mark::{mark, round};

/// Where 10 stands, and how far one number reaches, in units of the drawing.
const TOP: f32 = 6.0;
const STEP: f32 = 4.2;
const LEFT: f32 = 2.0;
const RIGHT: f32 = 48.0;
const FIRST_MARK: f32 = 60.0;
const LAST_MARK: f32 = 98.0;
const MARK_GAP: f32 = 17.0;

/// Range over time, and each latest giver's mark side by side so that none hides another; 94 x
/// 49.
pub fn range_glyph(scale: &Scale) -> Markup {
    let newest: Vec<_> = scale
        .raters
        .iter()
        .filter_map(|rater| Some((rater.who.standing, numbers(rater).last()?.1)))
        .collect();
    let gap = match u8::try_from(newest.len()).unwrap_or(u8::MAX) {
        0..=3 => MARK_GAP,
        many => (LAST_MARK - FIRST_MARK) / f32::from(many - 1),
    };
    html! {
        svg.range-glyph width="94" height="49" viewBox="0 0 104 54" aria-hidden="true" {
            path.range-ladder d="M0 6H104M0 27H104M0 48H104" {}
            (range_over_time(scale))
            @for (nth, (standing, value)) in (0_u8..).zip(&newest) {
                (mark(*standing, (FIRST_MARK + gap * f32::from(nth), height(*value)), 4.6))
            }
        }
    }
}

fn height(value: u8) -> f32 {
    TOP + STEP * (10.0 - f32::from(value))
}

/// Everybody's standing number after each day of answers, from lowest to highest.
fn range_over_time(scale: &Scale) -> Markup {
    let days = days_of(scale);
    let ranges: Vec<(u8, u8)> = days
        .iter()
        .filter_map(|day| {
            range_of(scale.raters.iter().filter_map(|rater| {
                numbers(rater).into_iter().rfind(|point| point.0 <= *day).map(|point| point.1)
            }))
        })
        .collect();
    let steps = u8::try_from(ranges.len().saturating_sub(1)).unwrap_or(u8::MAX);
    let place = |nth: usize| {
        let nth = u8::try_from(nth).unwrap_or(u8::MAX);
        if steps == 0 { LEFT } else { LEFT + (RIGHT - LEFT) * f32::from(nth) / f32::from(steps) }
    };
    let upper: Vec<_> =
        ranges.iter().enumerate().map(|(nth, range)| (place(nth), height(range.1))).collect();
    let lower: Vec<_> =
        ranges.iter().enumerate().rev().map(|(nth, range)| (place(nth), height(range.0))).collect();
    let outline: Vec<String> =
        upper.iter().chain(&lower).map(|(x, y)| format!("{} {}", round(*x), round(*y))).collect();
    html! {
        @if ranges.len() > 1 { path.range-shape d={ "M" (outline.join("L")) "Z" } {} }
    }
}
