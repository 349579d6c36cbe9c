//! A file is held against what the last file said, line by line, never against what a person
//! wrote.
//!
//! | the file says           | the record has                | so                                 |
//! |-------------------------|-------------------------------|------------------------------------|
//! | what no file said       |                               | written                            |
//! | what the last file said | anything                      | nothing                            |
//! | something else          | the last file's line          | a version that takes its place     |
//! | something else          | a line a person wrote since   | written beside it; a person picks  |
//! | a line taken back       | the withdrawal                | a version that takes its place     |
//! | no longer, same year    | the last file's line          | taken back                         |
//!
//! Facts about the child (date of birth, numbers) cannot stand twice: where a person has written
//! one since, the person's stays.

use super::line::ImportedChild;
use domain::id::{EntryId, ImportId, PersonId};
use domain::involvement::{Involved, Involvement, Role};
use domain::kind::{Kind, Payload};
use domain::step::Step;
use domain::time::Happened;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use store::import_line::{LineRow, content_of};

/// What files said of a child so far: the latest line of each reference.
pub struct Known {
    latest: BTreeMap<String, LineRow>,
    imported: BTreeSet<EntryId>,
}

/// What becomes of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Where it stands in the file.
    pub reference: String,
    /// The entry whose place it takes, and what the first of them is called by.
    pub replaces: Option<(EntryId, EntryId)>,
    /// What it says; `None` takes the line back.
    pub says: Option<(Happened, Payload)>,
}

impl Known {
    /// From the store's rows, oldest first.
    pub fn new(rows: Vec<LineRow>) -> Self {
        let imported = rows.iter().map(|row| row.entry).collect();
        let latest = rows.into_iter().map(|row| (row.reference.clone(), row)).collect();
        Self { latest, imported }
    }

    /// The person files call by this key, and whether the line about them stands.
    pub fn person(&self, key: &str) -> Option<(PersonId, bool)> {
        let line = self.latest.get(&format!("{key}/person"))?;
        Some((PersonId::first_written_in(line.root), !line.withdrawn))
    }

    /// Whether a person has written over this line.
    fn written_over(&self, line: &LineRow) -> bool {
        line.replaced_by.is_some_and(|by| !self.imported.contains(&by))
    }

    fn change(&self, reference: String, at: Happened, payload: Payload) -> Option<Change> {
        let says = Some((at, payload));
        let Some(line) = self.latest.get(&reference) else {
            return Some(Change { reference, replaces: None, says });
        };
        let same = says.as_ref().is_some_and(|(_, p)| content_of(&p.to_json()) == line.content);
        if same && !line.withdrawn {
            return None;
        }
        if !self.written_over(line) {
            let replaces = Some((line.entry, line.root));
            return Some(Change { reference, replaces, says });
        }
        let stands_twice = says.as_ref().is_some_and(|(_, p)| p.kind() == Kind::Step);
        stands_twice.then_some(Change { reference, replaces: None, says })
    }

    /// What a file changes in the record of this child, who is that person; `today` dates the
    /// facts.
    pub fn changes(&self, child: &ImportedChild, person: PersonId, today: Date) -> Vec<Change> {
        let key = child.key();
        let on = Happened::on(today);
        let mut changes = Vec::new();
        let person_line = Payload::Person(child.person.clone());
        changes.extend(self.change(format!("{key}/person"), on, person_line));
        for number in &child.numbers {
            let reference = format!("{key}/{}", number.scheme.as_str());
            changes.extend(self.change(reference, on, Payload::Identifier(number.of(person))));
        }
        let waiting = format!("{key}/waiting");
        if self.latest.get(&waiting).is_none_or(|line| line.withdrawn) {
            changes.extend(self.change(waiting, on, waits(person, today)));
        }
        for step in &child.steps {
            let payload = Payload::Step(Step::bare(step.what.clone()));
            changes.extend(self.change(step.reference(&key), Happened::on(step.on), payload));
        }
        changes
    }

    /// What the file no longer says though a file of the same year did; `same_year` tells which
    /// are.
    pub fn gone(
        &self,
        child: &ImportedChild,
        mut same_year: impl FnMut(ImportId) -> bool,
    ) -> Vec<Change> {
        let key = child.key();
        let said: BTreeSet<String> = child.steps.iter().map(|step| step.reference(&key)).collect();
        let mut changes = Vec::new();
        for (reference, line) in &self.latest {
            let is_step = reference.matches('/').count() == 3;
            let stands = !line.withdrawn && !self.written_over(line);
            if is_step && stands && !said.contains(reference) && same_year(line.batch) {
                let replaces = Some((line.entry, line.root));
                changes.push(Change { reference: reference.clone(), replaces, says: None });
            }
        }
        changes
    }
}

/// A child nobody works with yet.
fn waits(child: PersonId, from: Date) -> Payload {
    Payload::Involvement(Involvement {
        child,
        who: Involved::NotYetAllocated,
        role: Role::Waiting,
        title: None,
        from,
        until: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::line::{ImportedStep, Number};
    use domain::known_by::Scheme;
    use domain::person::Person;
    use domain::step::What;
    use jiff::civil::date;

    fn id(n: u8) -> EntryId {
        EntryId::from_bytes([n; 16])
    }

    fn ama() -> ImportedChild {
        let own = Number { scheme: Scheme::LaChildId, value: "C1".into(), checks: true };
        let what = What::Closure { reason: Some("RC7".into()) };
        ImportedChild {
            la_child_id: "C1".into(),
            person: Person::default(),
            numbers: vec![own],
            steps: vec![ImportedStep { on: date(2026, 1, 5), place: 1, what }],
        }
    }

    /// The rows a store would have after these changes were filed as entries 1, 2, 3 …
    fn filed(changes: &[Change]) -> Vec<LineRow> {
        let row = |(n, change): (u8, &Change)| LineRow {
            entry: id(n),
            reference: change.reference.clone(),
            batch: ImportId::first_written_in(id(200)),
            root: id(n),
            replaced: None,
            content: change.says.as_ref().map_or([0; 16], |(_, p)| content_of(&p.to_json())),
            withdrawn: change.says.is_none(),
            replaced_by: None,
        };
        (1..).zip(changes).map(row).collect()
    }

    fn today() -> Date {
        date(2026, 11, 24)
    }

    fn anna() -> PersonId {
        PersonId::first_written_in(id(1))
    }

    #[test]
    fn a_file_filed_twice_changes_nothing() {
        let first = Known::new(vec![]).changes(&ama(), anna(), today());
        assert_eq!(first.len(), 4, "person, number, waiting, closure");
        let again = Known::new(filed(&first));
        assert_eq!(again.changes(&ama(), anna(), today()), vec![]);
        assert_eq!(again.gone(&ama(), |_| true), vec![]);
    }

    #[test]
    fn a_changed_line_takes_the_place_of_the_last_files_line() {
        let known = Known::new(filed(&Known::new(vec![]).changes(&ama(), anna(), today())));
        let mut changed = ama();
        changed.steps[0].what = What::Closure { reason: Some("RC8".into()) };
        let changes = known.changes(&changed, anna(), today());
        assert_eq!(changes.len(), 1);
        assert_eq!(changes[0].replaces, Some((id(4), id(4))));
    }

    #[test]
    fn what_a_person_wrote_since_stays_and_the_file_stands_beside_it() {
        let mut rows = filed(&Known::new(vec![]).changes(&ama(), anna(), today()));
        rows[3].replaced_by = Some(id(99));
        rows[0].replaced_by = Some(id(98));
        let known = Known::new(rows);
        assert_eq!(known.changes(&ama(), anna(), today()), vec![], "the file says nothing new");
        let mut changed = ama();
        changed.steps[0].what = What::Closure { reason: Some("RC8".into()) };
        changed.person.language = Some("Twi".into());
        let changes = known.changes(&changed, anna(), today());
        assert_eq!(
            changes.len(),
            1,
            "the closure beside the person's; the facts stay the person's"
        );
        assert_eq!(changes[0].replaces, None);
    }

    #[test]
    fn a_line_gone_from_a_file_of_the_same_year_is_taken_back() {
        let known = Known::new(filed(&Known::new(vec![]).changes(&ama(), anna(), today())));
        let mut without = ama();
        without.steps.clear();
        assert_eq!(known.gone(&without, |_| false), vec![], "another year may leave it out");
        let gone = known.gone(&without, |_| true);
        assert_eq!(gone.len(), 1);
        assert_eq!((gone[0].replaces, &gone[0].says), (Some((id(4), id(4))), &None));
    }
}
