//! Where the days of a line stand on paper. Busy weeks are drawn wide, calm months narrow, and
//! no name runs into another.
//!
//! Each day asks for room before the next, as wide as the name of its mark; a heading asks for
//! room before the next heading. Days first get their places by time, are pushed apart from the
//! left where names need it, and back from the right edge. If the names alone are wider than the
//! paper, nothing is placed, and the caller leaves out the oldest.

use std::ops::RangeInclusive;

use jiff::civil::Date;

/// A gap up to so many days is busy.
const BUSY_DAYS: i32 = 21;

/// Room that one day needs before a later one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// Place of the earlier day in the list.
    pub before: usize,
    /// Place of the later one.
    pub after: usize,
    /// Pixels between them at least.
    pub least: f64,
}

/// A day to be placed, and how far right it may stand at most.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stop {
    /// The day.
    pub day: Date,
    /// How far right it may stand, in pixels.
    pub most: f64,
}

/// Days and where they stand, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    stops: Vec<(Date, f64)>,
}

/// Places these days, oldest first, between the two edges; nothing where they do not fit.
pub fn place(stops: &[Stop], rooms: &[Room], (left, right): (f64, f64)) -> Option<Axis> {
    let least = pushed(stops, rooms, &vec![left; stops.len()]);
    if least.iter().zip(stops).any(|(x, stop)| *x > stop.most.min(right) + 0.01) {
        return None;
    }
    let wished = pushed(stops, rooms, &by_time(stops, left, right));
    let mut placed = wished;
    for at in (0..stops.len()).rev() {
        let edge = stops.get(at).map_or(right, |stop| stop.most.min(right));
        let held = rooms.iter().filter(|room| room.before == at);
        let held = held.filter_map(|room| Some(placed.get(room.after)? - room.least));
        let most = held.fold(edge, f64::min);
        if let Some(x) = placed.get_mut(at) {
            *x = x.min(most);
        }
    }
    let days = stops.iter().map(|stop| stop.day);
    Some(Axis { stops: days.zip(placed).collect() })
}

/// Every day at its wish or farther right, with the room that is asked for.
fn pushed(stops: &[Stop], rooms: &[Room], wished: &[f64]) -> Vec<f64> {
    let mut placed: Vec<f64> = Vec::with_capacity(stops.len());
    for (at, wish) in wished.iter().enumerate() {
        let rooms = rooms.iter().filter(|room| room.after == at);
        let pushes = rooms.filter_map(|room| Some(placed.get(room.before)? + room.least));
        let x = pushes.fold(*wish, f64::max);
        placed.push(x);
    }
    placed
}

/// Days by time alone: busy weeks wide.
fn by_time(stops: &[Stop], left: f64, right: f64) -> Vec<f64> {
    let mut weights = vec![0.0];
    for pair in stops.windows(2) {
        let [one, next] = pair else { continue };
        let before = weights.last().copied().unwrap_or_default();
        weights.push(before + weight((next.day - one.day).get_days()));
    }
    let whole = weights.last().copied().unwrap_or_default().max(1.0);
    weights.iter().map(|weight| left + weight / whole * (right - left)).collect()
}

fn weight(days: i32) -> f64 {
    let days = days.max(0);
    if days <= BUSY_DAYS { f64::from(days) } else { 6.0 + 0.09 * f64::from(days) }
}

impl Axis {
    /// Where a day stands; the first of several marks on it, and the nearest edge for a day
    /// outside.
    pub fn x(&self, day: Date) -> f64 {
        if let Some((_, x)) = self.stops.iter().find(|(stop, _)| *stop == day) {
            return *x;
        }
        let after = self.stops.partition_point(|(stop, _)| *stop <= day);
        let before = after.checked_sub(1).and_then(|at| self.stops.get(at));
        match (before, self.stops.get(after)) {
            (Some((from, x)), Some((to, end))) => {
                let whole = f64::from((*to - *from).get_days()).max(1.0);
                x + (end - x) * f64::from((day - *from).get_days()) / whole
            }
            (Some((_, x)), None) | (None, Some((_, x))) => *x,
            (None, None) => 0.0,
        }
    }

    /// Where the day at this place of the list stands.
    pub fn at(&self, place: usize) -> f64 {
        self.stops.get(place).map_or(0.0, |(_, x)| *x)
    }

    /// The first and the last day.
    pub fn days(&self) -> Option<RangeInclusive<Date>> {
        let (first, _) = self.stops.first()?;
        let (last, _) = self.stops.last()?;
        Some(*first..=*last)
    }

    /// The gaps between neighbouring days: first day, last day, whether they are busy weeks.
    pub fn gaps(&self) -> Vec<(Date, Date, bool)> {
        let apart = self.stops.windows(2).filter_map(|pair| match pair {
            [(one, _), (next, _)] if next > one => Some((*one, *next)),
            _ => None,
        });
        apart.map(|(one, next)| (one, next, (next - one).get_days() <= BUSY_DAYS)).collect()
    }

    /// Where the scale changes, up to a day: in the calm gap beside a busy one.
    pub fn breaks(&self, until: Date) -> Vec<f64> {
        let mut gaps = self.gaps();
        gaps.retain(|(from, ..)| *from < until);
        let mut found = Vec::new();
        for pair in gaps.windows(2) {
            let [(a, b, busy), (_, d, busy_next)] = pair else { continue };
            if busy == busy_next {
                continue;
            }
            let (from, to) =
                if *busy { (self.x(*b), self.x(*d)) } else { (self.x(*a), self.x(*b)) };
            let share = if *busy { 0.4 } else { 0.6 };
            found.push(from + (to - from) * share);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan as _;
    use jiff::civil::date;
    use proptest::prelude::*;

    const EDGES: (f64, f64) = (190.0, 1152.0);

    fn stops(gaps: &[u16]) -> Vec<Stop> {
        let mut day = date(2024, 1, 1);
        let first = Stop { day, most: EDGES.1 };
        let rest = gaps.iter().map(|gap| {
            day = day.checked_add(i64::from(*gap).days()).expect("a day");
            Stop { day, most: EDGES.1 }
        });
        std::iter::once(first).chain(rest).collect()
    }

    proptest! {
        /// Generated lines: names of neighbours never meet, the order of days is kept, and all
        /// stand between the edges.
        #[test]
        fn names_never_meet_and_order_is_kept(
            gaps in prop::collection::vec(0_u16..400, 0..12),
            widths in prop::collection::vec(20.0_f64..160.0, 13),
            heading in 0_usize..6,
        ) {
            let stops = stops(&gaps);
            let mut rooms: Vec<Room> = (1..stops.len())
                .map(|after| Room { before: after - 1, after, least: widths[after - 1] })
                .collect();
            let last = stops.len() - 1;
            if heading < last {
                rooms.push(Room { before: heading, after: last, least: 200.0 });
            }
            if let Some(axis) = place(&stops, &rooms, EDGES) {
                for room in &rooms {
                    prop_assert!(axis.at(room.after) - axis.at(room.before) >= room.least - 0.01);
                }
                for at in 0..stops.len() {
                    prop_assert!((EDGES.0 - 0.01..=EDGES.1 + 0.01).contains(&axis.at(at)));
                }
                prop_assert!(axis.stops.is_sorted_by(|one, next| one.1 <= next.1));
            } else {
                let needed: f64 = widths[..last].iter().sum::<f64>().max(200.0);
                prop_assert!(needed > EDGES.1 - EDGES.0 - 0.02, "it would have fitted");
            }
        }
    }

    #[test]
    fn busy_weeks_are_wide_and_the_change_of_scale_shows() {
        let axis = place(&stops(&[5, 9, 8, 28, 82, 127]), &[], EDGES).expect("it fits");
        let width = |from: usize| axis.at(from + 1) - axis.at(from);
        assert!(width(1) / 9.0 > 5.0 * width(5) / 127.0);
        let breaks = axis.breaks(Date::MAX);
        assert_eq!(breaks.len(), 1);
        assert!(axis.at(3) < breaks[0] && breaks[0] < axis.at(4));
    }

    #[test]
    fn a_day_between_stands_between_and_one_outside_at_the_edge() {
        let axis = place(&stops(&[10]), &[], EDGES).expect("it fits");
        let stands = |day, x: f64| assert!((axis.x(day) - x).abs() < 0.01, "{day}");
        stands(date(2024, 1, 6), f64::midpoint(EDGES.0, EDGES.1));
        stands(date(2020, 1, 1), EDGES.0);
        stands(date(2030, 1, 1), EDGES.1);
    }
}
