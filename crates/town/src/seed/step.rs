//! The statutory line.
//!
//! Where the files write a beginning and an end as two rows (an assessment and its signature, a
//! plan and its end), the record has one step with a later version. Rows for which the record
//! knows no step go where it has a place for them: a legal status, health, days missing and a
//! pathway into the chronology, a mapping that is planned among the notes.

use domain::entry::NewEntry;
use domain::id::{EntryId, PersonId};
use domain::step::{PreProceedings, Step, What};
use jiff::Timestamp;
use jiff::civil::Date;

use super::book::Book;
use super::case::{Case, New};
use super::contact::{joined, words};
use super::enquiry;
use super::moment::{after, at, office};
use super::{draft, elsewhere, note, words as say};
use crate::borough::DEMO_DAY;
use crate::family::{self, StepKind, Who};

/// The line of one family while it is written.
pub(super) struct Spine<'c, 'b> {
    pub(super) case: &'c Case<'b>,
    /// The newest version of every step that a later row may end or go on from.
    pub(super) open: Vec<(NewEntry, Step)>,
    /// The last step that is not planned was written then.
    last: Timestamp,
    /// Days on which an assessment began, and its root.
    pub(super) assessments: Vec<(Date, EntryId)>,
}

/// Writes down a family's line; when each assessment began, and its root.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>) -> Vec<(Date, EntryId)> {
    let last = Timestamp::MIN;
    let mut spine = Spine { case, open: Vec::new(), last, assessments: Vec::new() };
    for step in &case.family.steps {
        let root = spine.step(book, step);
        if let (Some(id), Some(root)) = (&step.id, root) {
            book.entries.insert(id.clone(), root);
        }
    }
    spine.assessments
}

impl Spine<'_, '_> {
    /// When a row is written: on its day, not before the row above; what is planned with the row
    /// above.
    pub(super) fn wish(&mut self, step: &family::Step) -> Timestamp {
        let decided_on = match step.kind {
            StepKind::PlanStart { decided_on, .. } => decided_on,
            _ => None,
        };
        let day = self.case.known_on(decided_on.unwrap_or(step.on.first()));
        let own = after(day, step.at);
        if step.planned {
            return if self.last == Timestamp::MIN { office(self.case.opened) } else { self.last };
        }
        let same_day = at(day, jiff::civil::Time::midnight()) <= self.last;
        let wish = if same_day { own.max(self.last) } else { own };
        self.last = wish;
        wish
    }

    fn step(&mut self, book: &mut Book<'_>, step: &family::Step) -> Option<EntryId> {
        if let Some(root) = self.go_on(book, step) {
            return Some(root);
        }
        match &step.kind {
            StepKind::Section47 { .. } => Some(enquiry::section_47(self, book, step)),
            StepKind::FamilyGroupMeeting(meeting) => {
                Some(enquiry::family_meeting(self, book, step, meeting))
            }
            _ => match what(book, step) {
                Some(what) => {
                    let entry = self.begin(book, step, what);
                    self.begun(book, step, &entry);
                    Some(entry.root)
                }
                None => elsewhere::record(self, book, step),
            },
        }
    }

    /// Writes the first version of a step.
    pub(super) fn begin(
        &mut self,
        book: &mut Book<'_>,
        step: &family::Step,
        what: What,
    ) -> NewEntry {
        let payload = Step { what, words: words(book, step), planned: step.planned };
        let line = self.row(book, step, payload.clone());
        let entry = self.case.write(book, line);
        self.open.push((entry.clone(), payload));
        entry
    }

    /// The row of a step, with whatever it says.
    pub(super) fn row(
        &mut self,
        book: &Book<'_>,
        step: &family::Step,
        payload: impl Into<domain::kind::Payload>,
    ) -> New {
        let day = self.case.known_on(step.on.first());
        let written_in: Vec<_> = step.line.written_in.iter().map(|one| one.entry.clone()).collect();
        let happened = match (step.on.day(), step.at) {
            (Some(day), Some(clock)) => domain::time::Happened::at(at(day, clock)),
            _ => say::happened(step.on),
        };
        let line = self.case.new_on(day, payload);
        New {
            writer: step.by.clone().unwrap_or(line.writer),
            wish: self.wish(step),
            children: step.children.clone(),
            happened,
            source: step.line.came_from.as_deref().map(note::elsewhere),
            links: note::links(book, &written_in),
            ..line
        }
    }

    /// What is done beside the first version of a step.
    fn begun(&mut self, book: &mut Book<'_>, step: &family::Step, entry: &NewEntry) {
        match &step.kind {
            StepKind::AssessmentStart { .. } => {
                self.assessments.push((step.on.first(), entry.root));
            }
            StepKind::Contact(_) => {
                let day = self.case.known_on(step.on.first());
                let writer = step.by.clone().unwrap_or_else(|| self.case.writer_on(day));
                draft::contact(book, self.case, &writer, (entry, &step.kind));
            }
            StepKind::Lead { until: Some(until), .. } => {
                let Some((entry, mut payload)) = self.open.pop() else { return };
                if let What::Lead { until: ends, .. } = &mut payload.what {
                    *ends = Some(*until);
                }
                let later = self.case.later(office(*until), *until, payload);
                book.write_instead(&entry, later);
            }
            _ => {}
        }
    }

    /// Where a row ends, or goes on from, a step that is there: the later version's root.
    fn go_on(&mut self, book: &mut Book<'_>, step: &family::Step) -> Option<EntryId> {
        let about = self.case.about(book, &step.children, DEMO_DAY);
        let shares = |entry: &NewEntry| entry.about.iter().any(|child| about.contains(child));
        let goes_on = |(entry, before): &(NewEntry, Step)| {
            shares(entry) && next(book, step, &before.what).is_some()
        };
        let place = self.open.iter().rposition(goes_on)?;
        let (before, payload) = self.open.remove(place);
        let what = next(book, step, &payload.what)?;
        let ends_only = matches!(step.kind, StepKind::Placement(_));
        let after = if ends_only { None } else { words(book, step) };
        let payload = Step { what, words: joined(payload.words, after), ..payload };
        let (root, later) = self.later(book, step, before, payload.clone());
        self.open.insert(place.min(self.open.len()), (later, payload));
        // A new placement ends the one before and is a step of its own.
        (!ends_only).then_some(root)
    }

    /// Writes a later version of a step, on the day of this row.
    pub(super) fn later(
        &mut self,
        book: &mut Book<'_>,
        step: &family::Step,
        mut before: NewEntry,
        payload: Step,
    ) -> (EntryId, NewEntry) {
        let line = self.row(book, step, payload);
        before.links.extend(line.links);
        let writer = signer(book, step).unwrap_or(line.writer);
        let (file, wish, payload) = (self.case.file, line.wish, line.payload);
        let later = super::book::Later { file, writer, wish, payload };
        let entry = book.write_instead(&before, later);
        (entry.root, entry)
    }
}

/// Who signs, where somebody of the council does.
fn signer(book: &Book<'_>, step: &family::Step) -> Option<Who> {
    match &step.kind {
        StepKind::AssessmentSigned { signed_by: Some(signer), .. } => {
            book.is_staff(signer).then(|| signer.clone())
        }
        _ => None,
    }
}

/// What a step is from this row on, where the row ends it or goes on from it.
fn next(book: &Book<'_>, step: &family::Step, before: &What) -> Option<What> {
    let on = step.on.first();
    match (&step.kind, before) {
        (
            StepKind::AssessmentSigned { signed_by, factors, .. },
            What::Assessment { look_again_on, signed_on: None, .. },
        ) => Some(What::Assessment {
            look_again_on: *look_again_on,
            signed_on: step.on.day(),
            signed_by: signed_by.as_ref().map(|who| book.person(who)),
            factors: factors.iter().map(|factor| factor.code.clone()).collect(),
        }),
        (
            StepKind::PlanEnd { standing, category, .. },
            What::Plan { standing: is, ended_on: None, category: was, plans_before, .. },
        ) if say::standing(*standing) == *is => Some(What::Plan {
            standing: *is,
            ended_on: Some(on),
            category: was.clone(),
            latest_category: category.map(say::category).or_else(|| was.clone()),
            plans_before: *plans_before,
        }),
        (StepKind::Placement(_), What::Placement { with, until: None }) => {
            Some(What::Placement { with: *with, until: Some(on) })
        }
        (StepKind::PreProceedings { what }, What::PreProceedings(before)) => {
            Some(What::PreProceedings(before_court(before.clone(), *what, on)))
        }
        _ => None,
    }
}

fn before_court(
    mut before: PreProceedings,
    what: family::PreProceedings,
    on: Date,
) -> PreProceedings {
    let day = match what {
        family::PreProceedings::Letter => &mut before.letter_on,
        family::PreProceedings::Meeting => &mut before.first_meeting_on,
        family::PreProceedings::Application => &mut before.court_asked_on,
        family::PreProceedings::End => &mut before.decided_on,
    };
    *day = Some(on);
    before
}

/// What a row is as a step of its own; nothing where the record knows no such step.
fn what(book: &Book<'_>, step: &family::Step) -> Option<What> {
    Some(match &step.kind {
        StepKind::Contact(contact) => What::Contact {
            from: match &contact.from {
                Some(family::Whom::Person(who)) => Some(book.person(who)),
                _ => None,
            },
            source: Some(contact.source.clone()),
            need: contact.need.clone(),
        },
        StepKind::Referral { source, need, .. } => What::Referral {
            from: None,
            source: Some(source.clone()),
            need: need.clone(),
            no_further_action: None,
        },
        StepKind::Lead { person, job, .. } => What::Lead {
            person: book.person(person),
            role: super::involvement::role(job),
            until: None,
        },
        StepKind::AssessmentStart { .. } | StepKind::AssessmentSigned { .. } => {
            assessment(book, step)
        }
        StepKind::Strategy { with, .. } => What::Strategy { with: book.persons(with) },
        StepKind::Conference(conference) => enquiry::conference(book, conference),
        StepKind::PlanStart { standing, category, .. } => plan(*standing, *category, None),
        StepKind::PlanEnd { standing, category, .. } => {
            plan(*standing, *category, Some(step.on.first()))
        }
        StepKind::CoreGroup { with } => What::CoreGroup { with: book.persons(with) },
        StepKind::Review { of, .. } => What::Review { of: say::standing(*of) },
        StepKind::CareReview(_) => What::Review { of: domain::step::Standing::Care },
        StepKind::Decision => What::Decision,
        StepKind::Closure { reason, .. } => What::Closure { reason: reason.clone() },
        StepKind::PreProceedings { what } => {
            What::PreProceedings(before_court(PreProceedings::default(), *what, step.on.first()))
        }
        StepKind::Placement(placement) => {
            What::Placement { with: with(book, &placement.with), until: None }
        }
        _ => return None,
    })
}

/// An assessment from its start; one that came over from elsewhere may have its end alone.
fn assessment(book: &Book<'_>, step: &family::Step) -> What {
    let (look_again, signed_by) = match &step.kind {
        StepKind::AssessmentStart { look_again } => (*look_again, None),
        StepKind::AssessmentSigned { signed_by, .. } => (None, signed_by.as_ref()),
        _ => (None, None),
    };
    let is_signed = matches!(step.kind, StepKind::AssessmentSigned { .. });
    What::Assessment {
        look_again_on: look_again,
        signed_on: step.on.day().filter(|_| is_signed),
        signed_by: signed_by.map(|who| book.person(who)),
        factors: vec![],
    }
}

fn plan(
    standing: family::Standing,
    category: Option<family::Category>,
    ended_on: Option<Date>,
) -> What {
    let category = category.map(say::category);
    let latest_category = category.clone();
    let standing = say::standing(standing);
    What::Plan { standing, ended_on, category, latest_category, plans_before: None }
}

/// The person a child lives with, where the words begin with the name of one the files know.
fn with(book: &Book<'_>, words: &str) -> Option<PersonId> {
    let people = book.borough.families.iter().flat_map(|family| &family.people);
    let named = people.into_iter().find(|person| {
        words
            .strip_prefix(&person.name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(','))
    });
    named.map(|person| book.person(&person.id))
}
