//! A drawing: the marks a child made on one page, in the order they were made, as the tablet wrote
//! them down (`docs/kit.md`). Bytes are read within bounds; what stands on the paper at the end is
//! worked out from them, as the tablet does (`js/kit/marks.js`).
//!
//! ```text
//! stroke 1   stroke 2   stroke 1 goes on   undo 2   sticker 3   sticker 3 moved
//!   └────────────────────────┘                        └──────────────┘      1, 3 stand
//! ```
//! Deliberately absent: anything that says what a drawing shows. Nobody reads a drawing but people.

mod read;
mod standing;

pub use read::{BYTES_MAX, DrawingFault, LINES_MAX, POINTS_MAX, WORDS_MAX};
pub use standing::standing;

/// The paper's width, in its own units.
pub const WIDE: f64 = 744.0;
/// The paper's height.
pub const HIGH: f64 = 486.0;
/// What its bytes are.
pub const MEDIA_TYPE: &str = "application/vnd.kith.drawing+x-ndjson";
/// What the paper looks like, and so the eraser.
pub const PAPER: &str = "#FFFEFB";

/// What stands on one page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// What the child called it.
    pub title: Option<String>,
    /// The marks, in the order in which they were begun.
    pub marks: Vec<Mark>,
    /// Lines of kinds that this program does not know; they are kept in the bytes.
    pub unknown: usize,
}

/// One mark.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A line of crayon, or of the eraser.
    Stroke(Stroke),
    /// A small picture put down.
    Sticker(Sticker),
    /// Words.
    Words(Written),
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// It takes colour away.
    pub erases: bool,
    /// `#rrggbb`, in small letters.
    pub colour: String,
    /// In units of the paper, before pressure.
    pub width: f64,
    /// At least one.
    pub points: Vec<Point>,
}

/// Where the crayon was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// From the left edge.
    pub x: f64,
    /// From the upper edge.
    pub y: f64,
    /// 0 to 1.
    pub pressure: f64,
    /// Milliseconds since the stroke began.
    pub ms: f64,
}

/// A small picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Sticker {
    /// Its name: small letters, digits and hyphens.
    pub what: String,
    /// Its middle, from the left edge.
    pub x: f64,
    /// Its middle, from the upper edge.
    pub y: f64,
    /// How wide and high.
    pub size: f64,
}

/// Words.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// Letter for letter.
    pub text: String,
    /// Left end of the first line's baseline; none: they stand in a list beside the paper.
    pub at: Option<(f64, f64)>,
}

impl Drawing {
    /// Reads the lines of one page.
    ///
    /// # Errors
    /// Where they are longer than their bounds, no line of JSON, or not to be drawn on this paper.
    pub fn read(bytes: &[u8]) -> Result<Self, DrawingFault> {
        read::read(bytes)
    }

    /// Whether there is anything on the paper to be seen.
    pub fn is_blank(&self) -> bool {
        self.marks.iter().all(|mark| matches!(mark, Mark::Words(words) if words.at.is_none()))
    }
}

/// As wide as a stroke of this width is where it was pressed so, to the nearest half; the same sum
/// in the same order as on the tablet.
pub fn width_at(width: f64, pressure: f64) -> f64 {
    ((width * (0.6 + 0.8 * pressure) * 2.0 + 0.5).floor() / 2.0).max(0.5)
}

#[cfg(test)]
mod tests;
