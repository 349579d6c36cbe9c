//! A table whose sums are shown, as a flow: what can be worked out of it, exactly.
//!
//! Everything that was counted flows from the sum of all groups down through their lines, across to
//! each group, and up to that group's own sum. Each count is an arc, and what flows into a node
//! flows out again:
//!
//! ```text
//! ground ─▶ all ─▶ lines of all ─▶ a last line ─▶ that line of each group ─▶ … ─▶ ground
//! ```
//! A count that is shown flows as it does. A hidden one could be more by as much as can flow back
//! around it through other hidden ones, and less by as much as can flow beside it; flows of whole
//! children need no halves, so that every value between is possible too.

/// No end of a flow.
const ENDLESS: u64 = u64::MAX / 4;

/// An arc of the network: one hidden count.
#[derive(Debug, Clone, Copy)]
struct Arc {
    spot: (usize, usize),
    from: usize,
    to: usize,
    flows: u64,
}

/// The hidden counts of a table.
pub(super) struct Network {
    nodes: usize,
    arcs: Vec<Arc>,
}

impl Network {
    /// Of a table: for each line the one it stands under, the values by group and line (the last
    /// group is all together where there are several), and which are hidden.
    pub(super) fn of(under: &[Option<usize>], values: &[Vec<u64>], hidden: &[Vec<bool>]) -> Self {
        let (groups, lines) = (values.len(), under.len());
        let several = groups > 1;
        // The ground, then a node for each line that adds up in each group, then one for each
        // last line, where it goes across.
        let node = |group: usize, line: usize| 1 + group * lines + line;
        let across = |line: usize| 1 + groups * lines + line;
        let mut arcs = Vec::new();
        for (group, (counts, hide)) in values.iter().zip(hidden).enumerate() {
            let is_all = several && group + 1 == groups;
            for (line, (flows, hidden)) in counts.iter().zip(hide).enumerate() {
                let above = under.get(line).copied().flatten();
                let above = above.map_or(0, |above| node(group, above));
                let below = match (under.contains(&Some(line)), several) {
                    (true, _) => node(group, line),
                    (false, true) => across(line),
                    (false, false) => 0,
                };
                let (from, to) = if is_all { (above, below) } else { (below, above) };
                if *hidden {
                    arcs.push(Arc { spot: (group, line), from, to, flows: *flows });
                }
            }
        }
        Self { nodes: 1 + groups * lines + lines, arcs }
    }

    /// The least and the most that a hidden count can be, given all that is shown; either is looked
    /// for only so far from what it is.
    pub(super) fn range(&self, spot: (usize, usize), far: u64) -> (u64, u64) {
        let Some(place) = self.arcs.iter().position(|arc| arc.spot == spot) else { return (0, 0) };
        let Some(arc) = self.arcs.get(place) else { return (0, 0) };
        let more = self.flow(place, (arc.to, arc.from), far);
        let less = self.flow(place, (arc.from, arc.to), far.min(arc.flows));
        (arc.flows - less, arc.flows + more)
    }

    /// How much can flow between two nodes through other hidden counts, `most` at the most.
    fn flow(&self, without: usize, (from, to): (usize, usize), most: u64) -> u64 {
        if from == to {
            return most;
        }
        // What more can flow along an arc, and what can flow back.
        let mut room: Vec<(u64, u64)> = self.arcs.iter().map(|arc| (ENDLESS, arc.flows)).collect();
        if let Some(own) = room.get_mut(without) {
            *own = (0, 0);
        }
        let mut flowed = 0;
        while flowed < most {
            let Some(way) = self.way(&room, (from, to)) else { break };
            let narrow = way.iter().map(|(arc, along)| room_along(&room, *arc, *along)).min();
            let by = narrow.unwrap_or(0).min(most - flowed);
            for (arc, along) in way {
                if let Some((on, back)) = room.get_mut(arc) {
                    let (less, more) = if along { (on, back) } else { (back, on) };
                    *less -= by;
                    *more += by;
                }
            }
            flowed += by;
        }
        flowed
    }

    /// The shortest way with room, as arcs and whether each is gone along.
    fn way(&self, room: &[(u64, u64)], (from, to): (usize, usize)) -> Option<Vec<(usize, bool)>> {
        let mut came: Vec<Option<(usize, usize, bool)>> = vec![None; self.nodes];
        let mut ahead = std::collections::VecDeque::from([from]);
        while let Some(at) = ahead.pop_front() {
            for (place, arc) in self.arcs.iter().enumerate() {
                for (along, start, end) in [(true, arc.from, arc.to), (false, arc.to, arc.from)] {
                    let new = end != from && came.get(end).copied().flatten().is_none();
                    if start == at && new && room_along(room, place, along) > 0 {
                        if let Some(mark) = came.get_mut(end) {
                            *mark = Some((at, place, along));
                        }
                        ahead.push_back(end);
                    }
                }
            }
        }
        let (mut way, mut at) = (Vec::new(), to);
        while at != from {
            let (before, arc, along) = came.get(at).copied().flatten()?;
            way.push((arc, along));
            at = before;
        }
        Some(way)
    }
}

/// What can still flow along an arc, or back.
fn room_along(room: &[(u64, u64)], arc: usize, along: bool) -> u64 {
    let (on, back) = room.get(arc).copied().unwrap_or_default();
    if along { on } else { back }
}
