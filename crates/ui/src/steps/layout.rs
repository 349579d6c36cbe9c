//! Where everything of the drawing stands: which days are drawn, how their names are broken into
//! lines, and the axis they stand on. Coordinates are pixels of a picture 1150 wide.
//!
//! What is too much for one picture goes into «earlier», the oldest first; the table has it all.

use domain::genogram::{cut_text, text_width};
use domain::steps_line::place::{Axis, Room, Stop, place};
use domain::steps_line::{StepDay, StepsLine, Stretch};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::words;
use crate::typeset::curly;
use crate::{dates, say};

/// How wide the picture is.
pub(super) const WIDTH: f64 = 1150.0;
/// Where days begin beside earlier work, and beside words alone.
const BESIDE_EARLIER: f64 = 190.0;
const BESIDE_WORDS: f64 = 128.0;
/// Size of names and days.
pub(super) const TEXT: f64 = 14.0;
/// Size of headings, which are bold.
const HEADING: f64 = 16.0 * 1.05;
/// A name's label begins so far left of its mark.
pub(super) const HANG: f64 = 6.0;
/// Room between two names.
const APART: f64 = 14.0;
/// A line of a name is no longer than this.
const LONGEST: f64 = 128.0;
/// A name up to this length stays in one line under its day; without a day it may have two.
const ONE_LINE: f64 = 122.0;
const TWO_LINES: f64 = 60.0;
/// A heading is no longer than this.
const LONGEST_HEADING: f64 = 330.0;
/// A contact so many days before the work began belongs to it.
const BEFORE_WORK: i64 = 60;

/// The drawing, with every place known.
pub(super) struct Layout<'a> {
    pub line: &'a StepsLine,
    pub axis: Axis,
    /// Days that are drawn, oldest first.
    pub marks: Vec<Mark<'a>>,
    /// Stretches that are drawn, oldest first.
    pub bands: Vec<Band<'a>>,
    /// Days that are not, oldest first.
    pub earlier: Vec<&'a StepDay>,
    /// Where days begin.
    pub left: f64,
    /// The scale is worth marking up to this day; what lies beyond it is but a limit.
    pub scaled_until: Date,
}

/// A day of the drawing.
pub(super) struct Mark<'a> {
    pub day: &'a StepDay,
    /// Its row in the table.
    pub row: usize,
    /// The day in words; none where a heading above says it.
    pub date: Option<String>,
    /// Its name, in one or two lines.
    pub name: Vec<String>,
    /// The widest of its lines.
    pub width: f64,
    /// Its label ends at its mark instead of beginning there.
    pub ends: bool,
    pub x: f64,
}

/// A stretch of the drawing.
pub(super) struct Band<'a> {
    pub stretch: &'a Stretch,
    pub when: String,
    pub heading: String,
    pub from: f64,
}

/// The layout of a line; nothing where no day has a mark.
pub(super) fn layout(line: &StepsLine) -> Option<Layout<'_>> {
    let all: Vec<(usize, &StepDay)> =
        line.days.iter().enumerate().filter(|(_, day)| is_drawn(line, day)).collect();
    let begins = begins(line);
    let mut first = all.partition_point(|(_, day)| day.on < begins);
    if first == all.len() {
        first = 0;
    }
    loop {
        let (earlier, drawn) =
            all.split_at_checked(first).filter(|(_, drawn)| !drawn.is_empty())?;
        let earlier: Vec<&StepDay> = earlier.iter().map(|(_, day)| *day).collect();
        for names in [Names::Roomy, Names::Narrow] {
            if let Some(layout) = fits(line, earlier.clone(), drawn, names) {
                return Some(layout);
            }
        }
        first += 1;
    }
}

/// How names are broken into lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    /// In one line where it is not too long.
    Roomy,
    /// In two wherever that is narrower.
    Narrow,
}

/// Whether a day has a mark: one that only says again what another mark of the day leads to has
/// none.
fn is_drawn(line: &StepsLine, day: &StepDay) -> bool {
    let silent = day.steps.iter().all(|step| step.mark.is_none() && step.says.is_none());
    let besides = line.days.iter().any(|other| {
        other.on == day.on
            && other.origin != day.origin
            && other.has_mark()
            && other.mark().is_some()
    });
    day.has_mark() && (day.stands_twice() || !(silent && besides))
}

/// When the newest work began: the stretches that go on into one another.
fn begins(line: &StepsLine) -> Date {
    let mut all = line.stretches.iter().rev();
    let Some(last) = all.next() else { return Date::MIN };
    let (mut from, mut ended) = (last.from, Date::MIN);
    for before in all {
        if before.until != Some(from) {
            ended = before.until.unwrap_or(Date::MIN);
            break;
        }
        from = before.from;
    }
    let contact = from.saturating_sub(BEFORE_WORK.days());
    contact.max(ended.tomorrow().unwrap_or(ended))
}

fn fits<'a>(
    line: &'a StepsLine,
    earlier: Vec<&'a StepDay>,
    drawn: &[(usize, &'a StepDay)],
    names: Names,
) -> Option<Layout<'a>> {
    let first = drawn.first()?.1.on;
    let mut bands = bands(line, first);
    let under = |day: &StepDay| bands.iter().any(|band| band.stretch.from == day.on);
    let mut marks: Vec<Mark<'a>> =
        drawn.iter().map(|(row, day)| mark((*row, day), under(day), names, line.as_of)).collect();
    let ends_in = ends_in(line, drawn.last()?.1.on);
    let starts_here = |day: Date| bands.iter().any(|band| band.stretch.from == day);
    if ends_in.is_none()
        && let Some(last) = marks.last_mut()
    {
        last.ends = !starts_here(last.day.on);
    }
    let (stops, rooms) = wants(&marks, &bands, ends_in);
    let left = if earlier.is_empty() { BESIDE_WORDS } else { BESIDE_EARLIER };
    let axis = place(&stops, &rooms, (left, WIDTH - 16.0))?;
    for (at, mark) in marks.iter_mut().enumerate() {
        mark.x = axis.at(at);
    }
    for band in &mut bands {
        band.from = axis.x(band.stretch.from);
    }
    let beyond = ends_in.filter(|end| *end > line.as_of);
    let scaled_until = beyond.and(drawn.last()).map_or(Date::MAX, |(_, day)| day.on);
    Some(Layout { line, axis, marks, bands, earlier, left, scaled_until })
}

/// A day after the last mark that the drawing still reaches: today, or a limit that is open.
fn ends_in(line: &StepsLine, last: Date) -> Option<Date> {
    let goes_on = line.stretches.last().is_some_and(|one| one.until.is_none());
    let today = goes_on.then_some(line.as_of);
    let open = line.rulers.iter().filter(|ruler| ruler.done.is_none()).map(|ruler| ruler.by);
    today.into_iter().chain(open).max().filter(|end| *end > last)
}

fn bands(line: &StepsLine, first: Date) -> Vec<Band<'_>> {
    let drawn = line.stretches.iter().filter(|one| one.until.is_none_or(|until| until > first));
    let mut bands: Vec<Band<'_>> = Vec::new();
    for stretch in drawn {
        let begun = if bands.is_empty() {
            stretch.from.strftime("%-d %b %Y").to_string()
        } else {
            dates::short(stretch.from, line.as_of)
        };
        let when = match stretch.until {
            None => say!("steps-since", day = begun),
            Some(until) => {
                say!("steps-from-to", from = begun, until = dates::short(until, line.as_of))
            }
        };
        let heading = cut_text(&words::heading(stretch), HEADING, LONGEST_HEADING);
        bands.push(Band { stretch, when: when.into_owned(), heading, from: 0.0 });
    }
    bands
}

fn mark((row, day): (usize, &StepDay), under_heading: bool, names: Names, as_of: Date) -> Mark<'_> {
    let given = day.mark().map(|mark| curly(mark).into_owned());
    let called = day.steps.iter().find(|step| step.mark.is_some()).or(day.steps.first());
    let own = called.map(|step| words::name(&step.done).into_owned());
    let longest = if names == Names::Roomy && !under_heading { ONE_LINE } else { TWO_LINES };
    let name = broken(&given.or(own).unwrap_or_default(), longest);
    let date = (!under_heading).then(|| dates::short(day.on, as_of));
    let lines = name.iter().chain(&date);
    let width = lines.map(|line| text_width(line, TEXT)).fold(0.0, f64::max);
    Mark { day, row, date, name, width, ends: false, x: 0.0 }
}

/// A name in one line, or in two where it is longer than that.
fn broken(name: &str, one_line: f64) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    if text_width(name, TEXT) <= one_line || words.len() < 2 {
        return vec![cut_text(name, TEXT, LONGEST)];
    }
    let halves = (1..words.len()).filter_map(|at| words.split_at_checked(at));
    let halves = halves.map(|(one, two)| [one.join(" "), two.join(" ")]);
    let widest =
        |lines: &[String; 2]| lines.iter().map(|line| text_width(line, TEXT)).fold(0.0, f64::max);
    let best = halves.min_by(|one, two| widest(one).total_cmp(&widest(two)));
    best.into_iter().flatten().map(|line| cut_text(&line, TEXT, LONGEST)).collect()
}

/// The days to be placed, and the room their names and headings need.
fn wants(marks: &[Mark<'_>], bands: &[Band<'_>], ends_in: Option<Date>) -> (Vec<Stop>, Vec<Room>) {
    let heading = |day: Date| {
        let band = bands.iter().find(|band| band.stretch.from == day)?;
        Some(text_width(&band.when, TEXT).max(text_width(&band.heading, HEADING)))
    };
    let mut stops: Vec<Stop> = marks
        .iter()
        .map(|mark| {
            let label = if mark.ends { WIDTH } else { WIDTH - mark.width + HANG };
            let under = heading(mark.day.on).map_or(WIDTH, |wide| WIDTH - wide);
            Stop { day: mark.day.on, most: label.min(under) }
        })
        .collect();
    let mut rooms: Vec<Room> = Vec::new();
    for (before, pair) in marks.windows(2).enumerate() {
        let [one, next] = pair else { continue };
        let hangs = if next.ends { next.width - 16.0 } else { HANG };
        let least = (one.width - HANG + APART + hangs).max(18.0);
        rooms.push(Room { before, after: before + 1, least });
    }
    // The first band may begin before the first mark; its heading stands at the first then.
    let places: Vec<(usize, f64)> = bands
        .iter()
        .map(|band| {
            let at = marks.iter().position(|mark| mark.day.on == band.stretch.from);
            (at.unwrap_or(0), text_width(&band.when, TEXT).max(text_width(&band.heading, HEADING)))
        })
        .collect();
    for pair in places.windows(2) {
        let [(before, wide), (after, _)] = pair else { continue };
        if before < after {
            rooms.push(Room { before: *before, after: *after, least: wide + 16.0 });
        }
    }
    if let (Some(day), Some(last)) = (ends_in, marks.last()) {
        let before = marks.len() - 1;
        stops.push(Stop { day, most: WIDTH });
        let least = if last.day.on == day { 0.0 } else { 24.0 };
        rooms.push(Room { before, after: before + 1, least });
    }
    (stops, rooms)
}
