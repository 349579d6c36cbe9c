//! The bytes of a drawing, read within bounds and brought down to the marks that stand.

use super::{Drawing, HIGH, Mark, Point, Sticker, Stroke, WIDE, Written};
use serde::Deserialize;
use std::collections::HashMap;

/// The longest drawing, in bytes.
pub const BYTES_MAX: usize = 16 * 1024 * 1024;
/// The most lines.
pub const LINES_MAX: usize = 50_000;
/// The most points, of all lines together.
pub const POINTS_MAX: usize = 500_000;
/// The longest words of one mark, in characters.
pub const WORDS_MAX: usize = 20_000;
/// The widest crayon.
const WIDTH_MAX: f64 = 100.0;
/// The largest sticker.
const SIZE_MAX: f64 = 2_000.0;
/// The longest name of a sticker.
const NAME_MAX: usize = 40;

/// Why bytes are no drawing. Lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DrawingFault {
    /// Too many bytes.
    #[error("{has} bytes, where {BYTES_MAX} fit")]
    TooLong {
        /// How many came.
        has: usize,
    },
    /// Too many lines.
    #[error("more than {LINES_MAX} lines")]
    TooManyLines,
    /// Too many points.
    #[error("more than {POINTS_MAX} points by line {line}")]
    TooManyPoints {
        /// Where it became too many.
        line: usize,
    },
    /// A line that is not one op.
    #[error("line {line} is no mark: {why}")]
    NoMark {
        /// Which.
        line: usize,
        /// Where it breaks.
        why: String,
    },
    /// A number, colour, name or text that this paper does not take.
    #[error("line {line}: this {what} does not fit on the paper")]
    OffThePaper {
        /// Which line.
        line: usize,
        /// Which field.
        what: &'static str,
    },
}

/// A line as it was written. Fields that a later kit adds are let be.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Line {
    Page,
    Mark,
    Number,
    Sorted,
    Title {
        text: String,
    },
    Stroke {
        id: String,
        tool: Tool,
        colour: String,
        width: f64,
        points: Vec<(f64, f64, f64, f64)>,
    },
    Sticker {
        id: String,
        what: String,
        x: f64,
        y: f64,
        size: f64,
    },
    StickerMoved {
        id: String,
        x: f64,
        y: f64,
    },
    Words {
        id: String,
        text: String,
        x: Option<f64>,
        y: Option<f64>,
    },
    Undo {
        id: String,
    },
    #[serde(other)]
    Unknown,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Tool {
    Crayon,
    Eraser,
}

pub(super) fn read(bytes: &[u8]) -> Result<Drawing, DrawingFault> {
    if bytes.len() > BYTES_MAX {
        return Err(DrawingFault::TooLong { has: bytes.len() });
    }
    let mut paper = Paper::default();
    let lines = bytes.split(|byte| *byte == b'\n').zip(1..);
    for (text, line) in lines.filter(|(text, _)| !text.is_empty()) {
        if line > LINES_MAX {
            return Err(DrawingFault::TooManyLines);
        }
        let read = serde_json::from_slice(text);
        let read = read.map_err(|why| DrawingFault::NoMark { line, why: why.to_string() })?;
        paper.put(read, line)?;
    }
    Ok(paper.done())
}

/// What stands so far. A mark keeps its place in the order in which marks were begun; what was
/// undone leaves an empty place.
#[derive(Default)]
struct Paper {
    drawing: Drawing,
    places: Vec<Option<Mark>>,
    by_id: HashMap<String, usize>,
    points: usize,
}

impl Paper {
    fn put(&mut self, read: Line, line: usize) -> Result<(), DrawingFault> {
        match read {
            Line::Page | Line::Mark | Line::Number | Line::Sorted => {}
            Line::Title { text } => self.drawing.title = Some(within(text, line)?),
            Line::Stroke { id, tool, colour, width, points } => {
                self.points = self.points.saturating_add(points.len());
                if self.points > POINTS_MAX {
                    return Err(DrawingFault::TooManyPoints { line });
                }
                let stroke = stroke((tool, &colour, width), &points, line)?;
                self.stand(id, Mark::Stroke(stroke));
            }
            Line::Sticker { id, what, x, y, size } => {
                let (x, y) = on_paper(x, y, line)?;
                let what = Some(what).filter(|name| is_name(name));
                let what = what.ok_or(DrawingFault::OffThePaper { line, what: "name" })?;
                let size = Some(size).filter(|size| (0.0..=SIZE_MAX).contains(size));
                let size = size.ok_or(DrawingFault::OffThePaper { line, what: "size" })?;
                self.stand(id, Mark::Sticker(Sticker { what, x, y, size }));
            }
            Line::StickerMoved { id, x, y } => {
                let (to_x, to_y) = on_paper(x, y, line)?;
                let place = self.by_id.get(&id).and_then(|at| self.places.get_mut(*at));
                if let Some(Some(Mark::Sticker(sticker))) = place {
                    (sticker.x, sticker.y) = (to_x, to_y);
                }
            }
            Line::Words { id, text, x, y } => {
                let text = within(text, line)?;
                let at = x.zip(y).map(|(x, y)| on_paper(x, y, line)).transpose()?;
                self.stand(id, Mark::Words(Written { text, at }));
            }
            Line::Undo { id } => {
                let place = self.by_id.remove(&id).and_then(|at| self.places.get_mut(at));
                if let Some(place) = place {
                    *place = None;
                }
            }
            Line::Unknown => self.drawing.unknown += 1,
        }
        Ok(())
    }

    fn stand(&mut self, id: String, mark: Mark) {
        match self.by_id.get(&id).and_then(|at| self.places.get_mut(*at)) {
            Some(place) => *place = Some(mark),
            None => {
                self.by_id.insert(id, self.places.len());
                self.places.push(Some(mark));
            }
        }
    }

    fn done(self) -> Drawing {
        Drawing { marks: self.places.into_iter().flatten().collect(), ..self.drawing }
    }
}

fn stroke(
    (tool, colour, width): (Tool, &str, f64),
    points: &[(f64, f64, f64, f64)],
    line: usize,
) -> Result<Stroke, DrawingFault> {
    let off = |what| DrawingFault::OffThePaper { line, what };
    if !is_colour(colour) {
        return Err(off("colour"));
    }
    if !(width > 0.0 && width <= WIDTH_MAX) {
        return Err(off("width"));
    }
    let points: Result<Vec<Point>, DrawingFault> = points
        .iter()
        .map(|(x, y, pressure, ms)| {
            let (x, y) = on_paper(*x, *y, line)?;
            let pressed = (0.0..=1.0).contains(pressure);
            let timed = (0.0..=1e9).contains(ms);
            if !pressed || !timed {
                return Err(off(if pressed { "time" } else { "pressure" }));
            }
            Ok(Point { x, y, pressure: *pressure, ms: *ms })
        })
        .collect();
    let points = points.and_then(|all| if all.is_empty() { Err(off("point")) } else { Ok(all) })?;
    let colour = colour.to_ascii_lowercase();
    Ok(Stroke { erases: tool == Tool::Eraser, colour, width, points })
}

/// A hand may slip past the edge by as much as the paper is wide; no further.
fn on_paper(x: f64, y: f64, line: usize) -> Result<(f64, f64), DrawingFault> {
    let near = |at: f64, side: f64| at >= -side && at <= 2.0 * side;
    if near(x, WIDE) && near(y, HIGH) {
        Ok((x, y))
    } else {
        Err(DrawingFault::OffThePaper { line, what: "place" })
    }
}

/// Words within their length. U+0000, which nobody types and no database keeps, is left out.
fn within(text: String, line: usize) -> Result<String, DrawingFault> {
    let text = if text.contains('\0') { text.replace('\0', "") } else { text };
    let fits = text.chars().nth(WORDS_MAX).is_none();
    if fits { Ok(text) } else { Err(DrawingFault::OffThePaper { line, what: "text" }) }
}

fn is_colour(colour: &str) -> bool {
    let digits = colour.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_name(name: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=NAME_MAX).contains(&name.len()) && name.bytes().all(letter)
}
