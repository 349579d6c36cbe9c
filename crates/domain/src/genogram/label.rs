//! How wide words are, and where the name of a home finds room.

use super::{Drawing, Family, INDEX_RIM, Point, SMALL_TEXT, SYMBOL};

/// Widest name of a home, in pixels.
const HOME_NAME_MAX: f64 = 150.0;
/// Height of small letters' tails and of capitals, as shares of the size.
const TAIL: f64 = 0.25;
const CAPITAL: f64 = 0.75;

/// The width of a text in Atkinson Hyperlegible Next, a little generously: this server measures
/// no fonts, and a name that is drawn narrower than was planned does no harm.
pub fn width(text: &str, px: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * px * 1.03
}

fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | '\'' | '’' | ' ' => 0.26,
        'f' | 'r' | 't' | '-' => 0.36,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | '1' | 'I' => 0.48,
        'm' | 'W' | 'M' => 0.86,
        'w' | 'O' | 'Q' | 'G' | 'H' | 'N' | 'U' | 'D' => 0.70,
        'A'..='Z' | '0'..='9' | '…' => 0.64,
        c if c.is_ascii_lowercase() => 0.56,
        _ => 0.75,
    }
}

/// The text, or as much of its beginning as fits, with an ellipsis.
pub fn cut(text: &str, px: f64, most: f64) -> String {
    if width(text, px) <= most {
        return text.to_owned();
    }
    let mut cut = text.to_owned();
    while cut.pop().is_some() && !cut.is_empty() {
        let short = format!("{}…", cut.trim_end());
        if width(&short, px) <= most {
            return short;
        }
    }
    "…".to_owned()
}

/// Room between a name and other writing beside it.
const CLEAR: f64 = 4.0;

#[derive(Clone, Copy)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn text(at: Point, text: &str, px: f64) -> Self {
        let (left, foot) = at;
        let right = left + width(text, px);
        Self { left, top: foot - CAPITAL * px, right, bottom: foot + TAIL * px }
    }

    fn wider(self, by: f64) -> Self {
        Self { left: self.left - by, right: self.right + by, ..self }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether a straight line from one point to another comes within its bounds.
    fn is_crossed(&self, from: Point, to: Point) -> bool {
        self.meets(&Self {
            left: from.0.min(to.0) - 0.5,
            top: from.1.min(to.1) - 0.5,
            right: from.0.max(to.0) + 0.5,
            bottom: from.1.max(to.1) + 0.5,
        })
    }
}

/// Writes the name of each home in or beside its outline; where there is no room, under the
/// picture, with a letter in the outline. Sealed homes keep their names to themselves.
pub(super) fn name_homes<K>(family: &Family<K>, drawing: &mut Drawing<K>, room: f64) {
    let room = room.max(drawing.width);
    let mut letters = 'A'..='Z';
    let mut homes: Vec<usize> = drawing.homes.iter().map(|outline| outline.home).collect();
    homes.dedup();
    for home in homes {
        let known = family.homes.get(home).filter(|home| !home.sealed);
        let name = known.map_or(String::new(), |home| home.name.clone());
        let pieces: Vec<usize> = (0..drawing.homes.len())
            .filter(|at| drawing.homes.get(*at).is_some_and(|outline| outline.home == home))
            .collect();
        if let [whole] = pieces[..]
            && (name.is_empty() || write(drawing, whole, &name, room))
        {
            continue;
        }
        let letter = letters.next().unwrap_or('Z').to_string();
        let mut named = false;
        for piece in pieces {
            let full = format!("{letter} {name}");
            if !named && !name.is_empty() && write(drawing, piece, &full, room) {
                named = true;
            } else {
                write(drawing, piece, &letter, room);
            }
        }
        if !named && !name.is_empty() {
            let at = (1.0, drawing.height + SMALL_TEXT);
            let text = cut(&format!("{letter} {name}"), SMALL_TEXT, room - 2.0);
            drawing.width = drawing.width.max(Area::text(at, &text, SMALL_TEXT).right.ceil());
            drawing.height += SMALL_TEXT * 1.5;
            drawing.labels.push(super::Label { home, at, text });
        }
    }
}

/// Writes a text at the best free place in or beside an outline; says whether there was one.
fn write<K>(drawing: &mut Drawing<K>, outline: usize, text: &str, room: f64) -> bool {
    let Some(of) = drawing.homes.get(outline) else { return false };
    let (home, text) = (of.home, cut(text, SMALL_TEXT, HOME_NAME_MAX.min(room - 4.0)));
    let mut best: Option<(f64, Point)> = None;
    for (blemish, at) in places(&of.corners, width(&text, SMALL_TEXT), room) {
        let area = Area::text(at, &text, SMALL_TEXT);
        if is_taken(drawing, &area) || area.right > room {
            continue;
        }
        let blemish = blemish + crossings(drawing, &area);
        if best.is_none_or(|(least, _)| blemish < least) {
            best = Some((blemish, at));
        }
    }
    let Some((_, at)) = best else { return false };
    let area = Area::text(at, &text, SMALL_TEXT);
    drawing.height = drawing.height.max(area.bottom + 2.0);
    drawing.width = drawing.width.max(area.right.ceil());
    drawing.labels.push(super::Label { home, at, text });
    true
}

/// Places along each edge of an outline, the most natural with the smallest number: inside at the
/// bottom, below, beside, above.
fn places(corners: &[Point], text: f64, room: f64) -> Vec<(f64, Point)> {
    let next = corners.iter().cycle().skip(1);
    let mut places = Vec::new();
    for (&from, &to) in corners.iter().zip(next) {
        let (lo, hi) = (from.0.min(to.0), from.0.max(to.0));
        let (top, bottom) = (from.1.min(to.1), from.1.max(to.1));
        // Corners turn clockwise: level edges to the right are tops, to the left bottoms.
        if to.0 > from.0 + 0.1 {
            places.extend([(7.0, (lo + 2.0, top - 4.0)), (7.2, (hi - text - 2.0, top - 4.0))]);
        } else if from.0 > to.0 + 0.1 {
            places
                .extend([(0.0, (lo + 5.0, bottom - 5.0)), (0.5, (hi - text - 5.0, bottom - 5.0))]);
            places
                .extend([(3.0, (lo + 2.0, bottom + 9.5)), (3.2, (hi - text - 2.0, bottom + 9.5))]);
        } else if to.1 > from.1 {
            places.extend([(4.0, (hi + 4.0, bottom - 3.0)), (4.5, (hi + 4.0, top + 9.0))]);
            places.push((4.2, ((hi + 4.0).min(room - text - 1.0), bottom + 9.5)));
        } else {
            let left = lo - text - 4.0;
            places.extend([(4.0, (left, bottom - 3.0)), (4.5, (left, top + 9.0))]);
            places.push((4.2, (left.max(1.0), bottom + 9.5)));
        }
    }
    places
}

/// Whether a person, a name or other writing is in the way, or an edge of the picture.
fn is_taken<K>(drawing: &Drawing<K>, area: &Area) -> bool {
    let rim = SYMBOL / 2.0 + INDEX_RIM + 1.0;
    let mut people = drawing.people.iter().map(|it| {
        let ((x, y), half) = (it.at, width(&it.name, drawing.name_px) / 2.0);
        let name = (it.name_at.0 - half, it.name_at.1);
        let shape = Area { left: x - rim, top: y - rim, right: x + rim, bottom: y + rim };
        (shape, Area::text(name, &it.name, drawing.name_px).wider(CLEAR))
    });
    let mut labels = drawing.labels.iter().map(|it| Area::text(it.at, &it.text, SMALL_TEXT));
    area.left < 0.0
        || area.top < 0.0
        || people.any(|(shape, name)| area.meets(&shape) || area.meets(&name))
        || labels.any(|label| area.meets(&label))
}

/// What it costs to lie on lines (much) and on outlines (less).
fn crossings<K>(drawing: &Drawing<K>, area: &Area) -> f64 {
    let mut cost = 0.0;
    for line in &drawing.lines {
        let parts = line.through.iter().zip(line.through.iter().skip(1));
        cost += parts.filter(|(from, to)| area.is_crossed(**from, **to)).map(|_| 6.0).sum::<f64>();
    }
    for outline in &drawing.homes {
        let next = outline.corners.iter().cycle().skip(1);
        let parts = outline.corners.iter().zip(next);
        cost += parts.filter(|(from, to)| area.is_crossed(**from, **to)).map(|_| 5.0).sum::<f64>();
    }
    cost
}
