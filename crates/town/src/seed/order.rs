//! When each line is really written, and with which others.
//!
//! Nobody can write about what is not in the record yet. A line that speaks of something (a
//! person, a worry, the version it replaces) is written after it: in the same sitting where the
//! same person writes in the same file, else a little later. So a note that is linked to a
//! statement of the week after is written down then, and says on which day it happened.
//!
//! ```text
//! lines, each with a moment it would be written at
//!   -> moved later until everything they speak of is there
//!   -> sittings: one person, one file, one moment; what is spoken of first
//! ```

use std::collections::{BTreeMap, HashMap};

use domain::entry::NewEntry;
use domain::voice::Speaker;
use jiff::Timestamp;
use uuid::Uuid;

use super::SeedFault;
use super::book::Line;
use super::moment::soon;
use crate::family::Who;

/// What one person writes in one file at one moment.
#[derive(Debug)]
pub(super) struct Sitting {
    /// When.
    pub at: Timestamp,
    /// Which family's file; 0 is the borough itself.
    pub file: usize,
    /// Who; nobody: the program.
    pub writer: Option<Who>,
    /// It came from the writer's tablet.
    pub by_tablet: bool,
    /// What, in order.
    pub entries: Vec<NewEntry>,
}

/// The lines as sittings, in order of time.
pub(super) fn sittings(lines: Vec<Line>) -> Result<Vec<Sitting>, SeedFault> {
    let mut order = Order::of(&lines);
    for line in 0..lines.len() {
        order.place(line)?;
    }
    let (placed, moments) = (order.placed, order.moments);
    let mut sittings = BTreeMap::<_, Vec<NewEntry>>::new();
    let mut lines: Vec<Option<Line>> = lines.into_iter().map(Some).collect();
    for place in placed {
        let Some(line) = lines.get_mut(place).and_then(Option::take) else { continue };
        let at = moments.get(place).copied().flatten().unwrap_or(line.wish);
        let key = (at, line.file, line.writer, line.by_tablet);
        sittings.entry(key).or_default().push(line.entry);
    }
    let sitting =
        |((at, file, writer, by_tablet), entries)| Sitting { at, file, writer, by_tablet, entries };
    Ok(sittings.into_iter().map(sitting).collect())
}

struct Order<'l> {
    lines: &'l [Line],
    written_in: HashMap<Uuid, usize>,
    /// The moment of each line that has been placed.
    moments: Vec<Option<Timestamp>>,
    /// Lines whose turn it is, while what they speak of is looked for.
    under_way: Vec<bool>,
    placed: Vec<usize>,
}

impl<'l> Order<'l> {
    fn of(lines: &'l [Line]) -> Self {
        let ids = lines.iter().enumerate().map(|(place, line)| (line.entry.id.0, place));
        Self {
            lines,
            written_in: ids.collect(),
            moments: vec![None; lines.len()],
            under_way: vec![false; lines.len()],
            placed: Vec::with_capacity(lines.len()),
        }
    }

    fn place(&mut self, place: usize) -> Result<Timestamp, SeedFault> {
        if let Some(moment) = self.moments.get(place).copied().flatten() {
            return Ok(moment);
        }
        let Some(line) = self.lines.get(place) else { return Ok(Timestamp::MIN) };
        if self.under_way.get(place).copied().unwrap_or_default() {
            return Err(SeedFault::Circle(line.entry.payload.kind().as_str()));
        }
        self.set_under_way(place);
        let mut moment = line.wish;
        for spoken_of in mentions(&line.entry) {
            let Some(&there) = self.written_in.get(&spoken_of) else { continue };
            let other = self.lines.get(there);
            // What came in from a tablet at once names itself both ways, and is written at once.
            let at_once = |other: &Line| {
                line.by_tablet
                    && other.by_tablet
                    && (other.file, other.wish) == (line.file, line.wish)
            };
            if there == place || other.is_some_and(at_once) {
                continue;
            }
            let written = self.place(there)?;
            let together = other.is_some_and(|other| {
                other.file == line.file
                    && other.writer == line.writer
                    && other.by_tablet == line.by_tablet
            });
            moment = moment.max(if together { written } else { soon(written) });
        }
        if let Some(known) = self.moments.get_mut(place) {
            *known = Some(moment);
        }
        self.placed.push(place);
        Ok(moment)
    }

    fn set_under_way(&mut self, place: usize) {
        if let Some(under_way) = self.under_way.get_mut(place) {
            *under_way = true;
        }
    }
}

/// Everything an entry names: in its head, and in its payload wherever an id stands.
pub(super) fn mentions(entry: &NewEntry) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = entry.about.iter().map(|person| person.0).collect();
    ids.extend(entry.replaces.map(|before| before.0));
    ids.extend(entry.links.iter().map(|link| link.to.0));
    ids.extend(entry.audience.persons.iter().map(|person| person.0));
    if let Some(Speaker::Person(person)) = entry.said_by.as_ref().map(|voice| voice.who) {
        ids.push(person.0);
    }
    let payload = entry.payload.to_json();
    let quoted = payload.split('"').filter(|part| part.len() == 36);
    ids.extend(quoted.filter_map(|part| Uuid::try_parse(part).ok()));
    ids
}
