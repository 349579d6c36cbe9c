//! Steps whose end is known only on another row: an enquiry, which may lead to a conference, and
//! a family group meeting, which is offered, answered and held.

use domain::id::EntryId;
use domain::step::{Conference, Step, What};
use domain::time::Happened;
use jiff::civil::Date;

use super::book::Book;
use super::contact::{joined, words};
use super::moment::office;
use super::step::Spine;
use super::words as say;
use crate::family::{self, ConferenceType, FamilyGroupMeeting, StepKind};

/// A conference.
pub(super) fn conference(book: &Book<'_>, conference: &family::Conference) -> What {
    What::Conference {
        which: match conference.kind {
            ConferenceType::First => Conference::First,
            ConferenceType::Review => Conference::Review,
            ConferenceType::Transfer => Conference::Transfer,
        },
        chair: Some(book.person(&conference.chair)),
        category: conference.category.map(say::category),
    }
}

/// An enquiry: as it began, and again on the day of the conference it led to, or its last day.
pub(super) fn section_47(
    spine: &mut Spine<'_, '_>,
    book: &mut Book<'_>,
    step: &family::Step,
) -> EntryId {
    let StepKind::Section47 { conference, ended, .. } = step.kind else {
        return EntryId::from_bytes([0; 16]);
    };
    let held = first_conference(spine.case.family, step.on.first()).filter(|_| conference);
    let told = Step {
        what: What::Section47 {
            conference_by: None,
            conference_on: held,
            conference_needed: Some(conference),
        },
        words: words(book, step),
        planned: step.planned,
    };
    let Some(known_on) = held.or(ended) else {
        let line = spine.row(book, step, told);
        return spine.case.write(book, line).root;
    };
    let (conference_by, conference_on, conference_needed) = (None, None, None);
    let what = What::Section47 { conference_by, conference_on, conference_needed };
    let line = spine.row(book, step, Step { what, words: None, planned: false });
    let begun = spine.case.write(book, line);
    let mut later = spine.case.later(office(known_on), known_on, told);
    if let Some(by) = &step.by {
        later.writer = by.clone();
    }
    book.write_instead(&begun, later).root
}

fn first_conference(family: &family::Family, from: Date) -> Option<Date> {
    let held = family.steps.iter().filter(|step| !step.planned && step.on.first() >= from);
    let first = held.filter(
        |step| matches!(&step.kind, StepKind::Conference(one) if one.kind == ConferenceType::First),
    );
    first.map(|step| step.on.first()).min()
}

/// A family group meeting: as it was offered, and again once it was answered or held.
pub(super) fn family_meeting(
    spine: &mut Spine<'_, '_>,
    book: &mut Book<'_>,
    step: &family::Step,
    meeting: &FamilyGroupMeeting,
) -> EntryId {
    let told = What::FamilyMeeting {
        wanted: meeting.accepted.map(|_| true),
        held_on: meeting.held,
        proposal: meeting.proposal.clone(),
        not_offered_because: None,
    };
    let told = Step { what: told, words: words(book, step), planned: step.planned };
    let known_on = meeting.held.or(meeting.accepted).unwrap_or(meeting.offered);
    if known_on == meeting.offered {
        let line = spine.row(book, step, told);
        return spine.case.write(book, line).root;
    }
    let offered = What::FamilyMeeting {
        wanted: None,
        held_on: None,
        proposal: None,
        not_offered_because: None,
    };
    let mut line = spine.case.new_on(meeting.offered, Step::bare(offered));
    line.children.clone_from(&step.children);
    let mut begun = spine.case.write(book, line);
    if step.planned {
        // The meeting itself is still to come; the offer has been made.
        begun.happened = Happened::on(step.on.first());
    }
    let told = Step { words: joined(None, told.words), ..told };
    let later = spine.case.later(office(known_on), known_on, told);
    book.write_instead(&begun, later).root
}
