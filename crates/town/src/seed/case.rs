//! One family's file while it is being written: whose it is, since when, and who writes where
//! the files name nobody.

use domain::entry::{Audience, Link, NewEntry};
use domain::id::PersonId;
use domain::kind::Payload;
use domain::time::{Happened, day_of};
use domain::voice::{Source, Voice};
use jiff::Timestamp;
use jiff::civil::Date;

use super::book::{Book, Later, Line};
use super::moment::office;
use crate::borough::{Borough, DEMO_DAY};
use crate::family::{Family, Id, StaffRole, StepKind, TeamId, Who};

/// One family's file.
pub(super) struct Case<'b> {
    /// The family.
    pub family: &'b Family,
    /// Which file, counted from 1.
    pub file: usize,
    /// The first day anybody wrote about them.
    pub opened: Date,
    /// Since when the worker leads.
    pub led_from: Date,
    /// Who answers for the worker's team.
    pub supervisor: Option<Who>,
    /// Who takes the calls, where nobody leads yet.
    duty: Option<Who>,
}

impl<'b> Case<'b> {
    /// The file of a family.
    pub(super) fn new(borough: &'b Borough, family: &'b Family, file: usize) -> Self {
        let opened = days_about(family).map(|(day, _)| day).min().unwrap_or(DEMO_DAY);
        let involved = family.worker.as_ref().and_then(|worker| {
            family.involved.iter().find(|one| one.person == *worker).map(|one| one.from)
        });
        let team = family.team.as_ref().map(|team| &team.id);
        let by = family.notes.iter().map(|note| &note.by);
        let by = by.chain(family.steps.iter().filter_map(|step| step.by.as_ref()));
        Self {
            family,
            file,
            opened,
            led_from: involved.unwrap_or(opened),
            supervisor: team.and_then(|team| supervisor_of(borough, team)),
            duty: by.into_iter().find(|who| borough.staff(who).is_some()).cloned(),
        }
    }

    /// Who writes on this day where the files name nobody: the worker, before that their
    /// supervisor, and where nobody leads whoever took the call.
    pub(super) fn writer_on(&self, day: Date) -> Who {
        let of_team = || self.supervisor.clone().unwrap_or_else(|| Who::from(""));
        match &self.family.worker {
            Some(worker) if day >= self.led_from => worker.clone(),
            Some(_) => of_team(),
            None => self.duty.clone().unwrap_or_else(of_team),
        }
    }

    /// The children these are; nobody named: all of the family who were known on that day.
    pub(super) fn about(&self, book: &Book<'_>, children: &[Who], on: Date) -> Vec<PersonId> {
        if !children.is_empty() {
            return book.persons(children);
        }
        let known = self.family.children().filter(|child| self.child_since(&child.id) <= on);
        known.map(|child| book.person(&child.id)).collect()
    }

    /// Since when a child is known: with the family, unless born after it was; then from the first
    /// day anybody wrote about them.
    pub(super) fn child_since(&self, child: &Who) -> Date {
        let born = self.family.person(child).and_then(|person| person.born);
        if born.is_none_or(|born| born.first() <= self.opened) {
            return self.opened;
        }
        let about = |children: &[Who]| children.is_empty() || children.contains(child);
        let days = days_about(self.family).filter(|(_, children)| about(children));
        days.map(|(day, _)| day).min().unwrap_or(self.opened)
    }

    /// Not before the file was opened.
    pub(super) fn known_on(&self, day: Date) -> Date {
        day.max(self.opened)
    }

    /// The day the work ended, where it did.
    pub(super) fn closed_on(&self) -> Option<Date> {
        let closures = self.family.steps.iter().filter(|step| {
            matches!(step.kind, StepKind::Closure { .. }) && step.line.came_from.is_none()
        });
        closures.map(|step| step.on.first()).max()
    }

    /// Adds the first version of something to the book.
    pub(super) fn write(&self, book: &mut Book<'_>, new: New) -> NewEntry {
        let id = match new.id.as_ref().and_then(|id| book.entry(id)) {
            Some(root) => root,
            None => book.fresh(new.wish),
        };
        let about = self.about(book, &new.children, day_of(new.wish));
        let New { writer, wish, happened, said_by, source, audience, links, payload, .. } = new;
        let first = NewEntry::first(id, about, happened, payload);
        let entry = NewEntry { said_by, source, audience, links, ..first };
        self.put(book, Some(writer), wish, entry.clone());
        entry
    }

    /// Adds an entry to the book.
    pub(super) fn put(
        &self,
        book: &mut Book<'_>,
        writer: Option<Who>,
        wish: Timestamp,
        entry: NewEntry,
    ) {
        book.write(Line { file: self.file, writer, wish, by_tablet: false, entry });
    }

    /// Something written by the worker about all children on a day.
    pub(super) fn new_on(&self, day: Date, payload: impl Into<Payload>) -> New {
        New {
            id: None,
            writer: self.writer_on(day),
            wish: office(day),
            children: Vec::new(),
            happened: Happened::on(day),
            said_by: None,
            source: None,
            audience: Audience::default(),
            links: Vec::new(),
            payload: payload.into(),
        }
    }

    /// A later version, written at this moment of that day by whoever writes then.
    pub(super) fn later(&self, wish: Timestamp, day: Date, payload: impl Into<Payload>) -> Later {
        Later { file: self.file, writer: self.writer_on(day), wish, payload: payload.into() }
    }
}

/// A first version of something.
pub(super) struct New {
    /// What the files call it.
    pub id: Option<Id>,
    /// Who writes.
    pub writer: Who,
    /// When they would.
    pub wish: Timestamp,
    /// Which children it is about; none named: all of the family.
    pub children: Vec<Who>,
    /// When it happened.
    pub happened: Happened,
    /// Whose words.
    pub said_by: Option<Voice>,
    /// Where it came from.
    pub source: Option<Source>,
    /// Who may read it beside the child's workers.
    pub audience: Audience,
    /// What it speaks to.
    pub links: Vec<Link>,
    /// What it says.
    pub payload: Payload,
}

/// The days on which somebody wrote about these children, as the files have them. What came over
/// from elsewhere opened no file here.
fn days_about(family: &Family) -> impl Iterator<Item = (Date, &[Who])> {
    let notes = family.notes.iter().filter(|note| !note.planned && !note.draft);
    let notes = notes.map(|note| (note.on, note.about.as_slice()));
    let steps = family.steps.iter().filter(|step| !step.planned && step.line.came_from.is_none());
    let steps = steps.map(|step| (step.on.first(), step.children.as_slice()));
    let items = family.map.iter().map(|item| (item.on, item.children.as_slice()));
    notes.chain(steps).chain(items)
}

/// Who answers for a team.
pub(super) fn supervisor_of(borough: &Borough, team: &TeamId) -> Option<Who> {
    let answers = |role| role == StaffRole::Supervisor;
    let of_team =
        borough.staff.iter().find(|one| answers(one.role) && one.team.as_ref() == Some(team));
    of_team.map(|one| one.id.clone())
}
