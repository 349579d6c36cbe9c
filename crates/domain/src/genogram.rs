//! The small family picture: up to twelve people in three generations, for a narrow column.
//!
//! ```text
//!  choose   who is drawn, and in which row          nearest to the child first
//!  plan     couples, broods, unknown parents        who hangs from whom
//!  order    left to right in each row               few crossings, homes kept whole
//!  place    x of everybody                          children under their parents
//!  home     outlines                                nobody inside a home that is not theirs
//!  line     bars between couples and to children
//!  label    the names of homes
//! ```
//!
//! Nothing here knows a date, a word on screen or a colour: ages come as text, and whoever draws
//! the result chooses the strokes. The same family gives the same drawing, so a page that is
//! asked for often keeps it (laying out takes about a millisecond). Deliberately absent: feelings
//! between people, and everyone past twelve; both belong on the family's own page.

mod choose;
mod home;
mod label;
mod line;
mod order;
mod outline;
mod place;
mod plan;

pub use label::{cut as cut_text, width as text_width};
use plan::{Plan, Who};

/// Most people drawn.
pub const PEOPLE_MAX: usize = 12;
/// Width and height of a person's shape, in pixels; the child the file is about has a second
/// outline [`INDEX_RIM`] outside it.
pub const SYMBOL: f64 = 27.0;
/// Distance of the second outline round the child the file is about.
pub const INDEX_RIM: f64 = 3.0;
/// Size of the text inside shapes, and of the names of homes.
pub const SMALL_TEXT: f64 = 10.0;

/// A family as plain facts, as they stand on one day. `K` names a person.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Family<K> {
    /// Everybody, brothers and sisters from the eldest to the youngest.
    pub people: Vec<Kin<K>>,
    /// Who is, or was, whose partner.
    pub unions: Vec<Union<K>>,
    /// Who lives with whom.
    pub homes: Vec<Home<K>>,
}

/// One person of a family.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Kin<K> {
    /// Who this is.
    pub id: K,
    /// The name under the shape: one short word.
    pub name: String,
    /// The shape.
    pub shape: Shape,
    /// What stands inside the shape, such as `5m` or `21`.
    pub age: Option<String>,
    /// Whether the person has died: a cross through the shape.
    pub died: bool,
    /// Up to two parents. One alone: the other has not come up. None: not recorded.
    pub parents: Vec<Parent<K>>,
    /// Whether the file is about this child.
    pub index: bool,
    /// Brothers and sisters with the same number were born together.
    pub born_with: Option<u8>,
}

/// The shapes of the usual notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Male.
    Square,
    /// Female.
    Circle,
    /// Another gender, or not known.
    Diamond,
    /// Not born yet.
    Triangle,
}

/// A parent of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Parent<K> {
    /// One of the family.
    Known(K),
    /// A parent nobody has named: drawn as a question mark. Children who share their other parent
    /// share the mark.
    Unknown,
}

/// A couple, now or once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Union<K> {
    /// One of the two.
    pub a: K,
    /// The other.
    pub b: K,
    /// How they stand.
    pub bond: Bond,
}

/// How two partners, or two parents, stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bond {
    /// Married or civil partners: a solid line.
    Married,
    /// Living together, or a couple without being married: dashed.
    Together,
    /// Married and separated: solid, one stroke across.
    Separated,
    /// Divorced: solid, two strokes across.
    Divorced,
    /// Once a couple, never married: dashed, one stroke across.
    Apart,
    /// Parents of a child, with nothing said about them as a couple: dotted.
    NotSaid,
}

/// A household.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Home<K> {
    /// Its name, mostly the first line of the address.
    pub name: String,
    /// Who lives there.
    pub members: Vec<K>,
    /// Whether the address is secret: its name is drawn nowhere.
    pub sealed: bool,
}

/// The finished picture, in pixels from the top left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing<K> {
    /// Never more than was asked for, but for a child whose own parents need more.
    pub width: f64,
    /// As high as it needs to be.
    pub height: f64,
    /// Size of the names under shapes: 12, 11 or 10.
    pub name_px: f64,
    /// Everybody drawn, unknown parents among them, from top left to bottom right.
    pub people: Vec<Placed<K>>,
    /// Bars between couples and down to children.
    pub lines: Vec<Line>,
    /// Outlines of homes; those of the child the file is about come first.
    pub homes: Vec<Outline>,
    /// Names of homes, and the letters that hold parted outlines together.
    pub labels: Vec<Label>,
    /// How many of the family are not drawn.
    pub left_out: usize,
}

/// A point of the drawing.
pub type Point = (f64, f64);

/// A person with a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed<K> {
    /// Who; none for an unknown parent.
    pub id: Option<K>,
    /// Middle of the shape.
    pub at: Point,
    /// Middle of the foot of the name.
    pub name_at: Point,
    /// The name, cut short with an ellipsis where the row is crowded; empty for an unknown
    /// parent.
    pub name: String,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Unbroken.
    Solid,
    /// In dashes.
    Dashed,
    /// In dots.
    Dotted,
}

/// One line through points.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The points it goes through.
    pub through: Vec<Point>,
    /// How it is drawn.
    pub stroke: Stroke,
}

/// One closed outline of a home, its corners in order. A home whose members cannot be ringed
/// without ringing a stranger has several.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The place of the home in [`Family::homes`].
    pub home: usize,
    /// Whether the child the file is about lives there.
    pub of_index: bool,
    /// The corners; every edge is level or upright.
    pub corners: Vec<Point>,
}

/// A piece of writing that belongs to a home.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The place of the home in [`Family::homes`].
    pub home: usize,
    /// Left end of the foot of the text.
    pub at: Point,
    /// The text: never the name of a sealed home.
    pub text: String,
}

/// Draws a family in at most `width` pixels. Where a row has no room for everybody, names shrink
/// and are cut; where that is not enough, whoever is farthest from the child is left out.
pub fn draw<K: Copy + Ord>(family: &Family<K>, width: f64) -> Drawing<K> {
    let mut chosen = choose::nearest(family, PEOPLE_MAX);
    loop {
        let mut plan = Plan::new(family, &chosen);
        if let Some(fitted) = place::fit(&mut plan, width) {
            return finish(family, &plan, &fitted, &chosen, width);
        }
        let crowded = place::widest_row(&plan);
        let Some(at) = chosen.iter().rposition(|kin| kin.row == crowded && !kin.index) else {
            let fitted = place::unbounded(&mut plan);
            return finish(family, &plan, &fitted, &chosen, width);
        };
        chosen.remove(at);
    }
}

fn finish<K: Copy + Ord>(
    family: &Family<K>,
    plan: &Plan,
    fitted: &place::Fitted,
    chosen: &[choose::Chosen],
    room: f64,
) -> Drawing<K> {
    let levels = line::Levels::new(plan, fitted);
    let lines = line::lines(plan, fitted, &levels);
    let homes = outline::trace(plan, fitted, &levels);
    let mut people = Vec::new();
    for (node, it) in plan.nodes.iter().enumerate() {
        let (id, name) = match it.who {
            Who::Corridor => continue,
            Who::Unknown => (None, String::new()),
            Who::Person(who) => (family.people.get(who).map(|kin| kin.id), it.name.clone()),
        };
        let (x, level) = (fitted.x(node), levels.row(it.row));
        people.push(Placed { id, at: (x, level.middle), name_at: (x, level.name), name });
    }
    people.sort_by(|a, b| a.at.1.total_cmp(&b.at.1).then(a.at.0.total_cmp(&b.at.0)));
    let left_out = family.people.len() - chosen.len();
    let (width, name_px) = (fitted.width, fitted.name_px);
    let mut drawing = Drawing {
        width,
        height: levels.height,
        name_px,
        people,
        lines,
        homes,
        labels: Vec::new(),
        left_out,
    };
    label::name_homes(family, &mut drawing, room);
    drawing
}

#[cfg(test)]
mod tests;
