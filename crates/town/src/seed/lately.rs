//! The lines of "lately" on the front page. Each is the short form of something that stands in
//! the record already: of a note of that day, else of an event of that day; only where neither
//! is there does the line become an event of its own.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::family::{Chronology, Family, Id, Who};

/// Where each line of "lately" goes.
#[derive(Debug, Default)]
pub(super) struct Lately {
    notes: BTreeMap<Id, String>,
    events: BTreeMap<usize, String>,
    /// Lines with a day, children and words of their own.
    pub alone: Vec<(Date, Vec<Who>, String)>,
}

impl Lately {
    /// Those of a family.
    pub(super) fn of(family: &Family) -> Self {
        let mut lately = Self::default();
        for page in &family.front_pages {
            for line in &page.lately {
                lately.place(family, &page.child, line.on, &line.text);
            }
        }
        lately
    }

    /// The short form of a note.
    pub(super) fn of_note(&self, id: &Id) -> Option<String> {
        self.notes.get(id).cloned()
    }

    /// The short form of an event, by its place in the chronology.
    pub(super) fn of_event(&self, place: usize) -> Option<String> {
        self.events.get(&place).cloned()
    }

    fn place(&mut self, family: &Family, child: &Who, on: Date, text: &str) {
        let concerns = |about: &[Who]| about.is_empty() || about.contains(child);
        let notes = family
            .notes
            .iter()
            .filter(|note| note.on == on && !note.planned && !note.draft && concerns(&note.about));
        for note in notes {
            if self.notes.get(&note.id).is_none_or(|short| short == text) {
                self.notes.insert(note.id.clone(), text.to_owned());
                return;
            }
        }
        let is_that = |event: &Chronology| event.on == on && concerns(&event.children);
        for (place, event) in family.chronology.iter().enumerate() {
            if is_that(event) && self.events.get(&place).is_none_or(|short| short == text) {
                self.events.insert(place, text.to_owned());
                return;
            }
        }
        let known = self.alone.iter_mut().find(|(day, _, words)| *day == on && words == text);
        match known {
            Some((_, children, _)) => children.push(child.clone()),
            None => self.alone.push((on, vec![child.clone()], text.to_owned())),
        }
    }
}
