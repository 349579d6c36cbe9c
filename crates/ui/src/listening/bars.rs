//! A few bars beside a table that says the same in numbers. What is not shown is an empty frame
//! with broken lines, as long for one as for another, so that it gives nothing away.

use super::grid::{Cell, Grid};
use crate::say;
use domain::suppression::Shown;
use maud::{Markup, html};

/// Units of the picture, which is as wide as its place.
const WIDE: u64 = 260;
const LONGEST: u64 = 216;
const ROW: u64 = 40;
const FRAME: u64 = 60;

/// The picture of a table's last row; nothing where there is none to draw, or it is not shown.
pub(super) fn bars(grid: &Grid) -> Markup {
    let Some(row) = grid.rows.last().filter(|_| !grid.drawn.is_empty()) else { return html! {} };
    let counts: Vec<(&str, Shown)> = grid
        .drawn
        .clone()
        .filter_map(|place| {
            let Cell::Count(count) = row.cells.get(place)? else { return None };
            Some((grid.heads.get(place + 1)?.as_ref(), *count))
        })
        .collect();
    if counts.iter().all(|(_, count)| *count == Shown::Hidden) {
        return html! {};
    }
    let most = counts.iter().filter_map(|(_, count)| count.number()).max().unwrap_or_default();
    let high = ROW * u64::try_from(counts.len()).unwrap_or_default();
    html! {
        svg.bars viewBox={ "0 0 " (WIDE) " " (high) } aria-hidden="true" {
            @for ((name, count), top) in counts.iter().zip((0..).step_by(40)) {
                text x="0" y=(top + 13) { (name) }
                (bar(*count, most, top + 19))
            }
        }
    }
}

fn bar(count: Shown, most: u64, top: u64) -> Markup {
    html! {
        @match count {
            Shown::Number(number) => {
                @let long = (number * LONGEST).checked_div(most).unwrap_or_default();
                rect.bar x="0" y=(top) width=(long.max(1)) height="14" rx="2" {}
                text.bar-number x=(long + 6) y=(top + 12) { (number) }
            }
            Shown::Hidden => {
                rect.bar-hidden x="0.5" y=(top) width=(FRAME) height="13" rx="2" {}
                text.bar-number x=(FRAME + 6) y=(top + 12) { (say!("listening-hidden")) }
            }
        }
    }
}
