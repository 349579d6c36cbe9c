//! Who works with the children of a family, and who is kept out of its file.
//!
//! The files say it for the worker and, in full, for others. The rest follows from what people
//! do: whoever chairs, whoever is in the lead, whoever writes. A duty worker who took the call is
//! involved for as long as they write, and no longer once somebody leads.

use std::collections::BTreeSet;

use domain::entry::NewEntry;
use domain::id::PersonId;
use domain::involvement::{Involved, Involvement, Role};
use domain::kind::Payload;
use domain::restriction::{Because, Restriction, Whom};
use domain::step::What;
use domain::time::{Happened, day_of};
use jiff::civil::Date;

use super::book::{Book, Later};
use super::case::Case;
use super::moment::{closing, morning};
use crate::borough::Someone;
use crate::family::{StaffRole, StepKind, Who};

/// Somebody's part in the work.
struct Part {
    who: Who,
    role: Role,
    title: Option<String>,
    from: Date,
    until: Option<Date>,
    /// The last day was known from the first.
    for_days: bool,
}

/// As what somebody works with a child, from what the job is called.
pub(super) fn role(job: &str) -> Role {
    match job {
        _ if job.contains("family help lead") => Role::FamilyHelpLead,
        _ if job.contains("child protection") => Role::ChildProtectionLead,
        _ if job.contains("conference chair") => Role::ConferenceChair,
        _ if job.contains("reviewing officer") => Role::ReviewingOfficer,
        _ => Role::CoWorker,
    }
}

/// Writes it down, once all else of a family is in the book.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>) {
    let mut parts = told(book, case);
    by_step(book, case, &mut parts);
    partners(book, case, &mut parts);
    writers(book, case, &mut parts);
    for part in &parts {
        let who = Involved::Person(book.person(&part.who));
        self::part(book, case, part, who);
    }
    not_yet_allocated(book, case);
    kept_out(book, case);
}

/// Those the files name: the worker, and whom the full files list.
fn told(book: &Book<'_>, case: &Case<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    let closed = case.closed_on();
    if let Some(worker) = &case.family.worker {
        let listed = case.family.involved.iter().find(|one| one.person == *worker);
        let is_partner = !book.is_staff(worker);
        parts.push(Part {
            who: worker.clone(),
            role: if is_partner { Role::FamilyHelpLead } else { Role::Lead },
            title: listed.map(|one| one.job.clone()).or_else(|| job(book, worker)),
            from: case.led_from,
            until: closed,
            for_days: false,
        });
    }
    for one in &case.family.involved {
        if parts.iter().any(|part| part.who == one.person) {
            continue;
        }
        let role = if book.is_staff(&one.person) { role(&one.job) } else { Role::Partner };
        let (who, title) = (one.person.clone(), Some(one.job.clone()));
        parts.push(Part { who, role, title, from: one.from, until: one.to, for_days: false });
    }
    parts
}

fn job(book: &Book<'_>, who: &Who) -> Option<String> {
    match book.borough.someone(who)? {
        Someone::Staff(staff) => Some(staff.job.clone()),
        Someone::Partner(partner) => Some(partner.job.clone()),
        Someone::Relative(..) => None,
    }
}

fn add(book: &Book<'_>, parts: &mut Vec<Part>, part: Part) {
    let known = parts.iter_mut().find(|one| book.canonical(&one.who) == book.canonical(&part.who));
    match known {
        Some(known) => known.from = known.from.min(part.from),
        None => parts.push(part),
    }
}

/// Those who lead or chair a step.
fn by_step(book: &Book<'_>, case: &Case<'_>, parts: &mut Vec<Part>) {
    for step in case.family.steps.iter().filter(|step| !step.planned) {
        let (who, role) = match &step.kind {
            StepKind::Lead { person, job, .. } => (person, role(job)),
            StepKind::Conference(conference) => (&conference.chair, Role::ConferenceChair),
            StepKind::CareReview(review) => (&review.chair, Role::ReviewingOfficer),
            _ => continue,
        };
        let title = job(book, who);
        let (who, from, until) = (who.clone(), step.on.first(), case.closed_on());
        add(book, parts, Part { who, role, title, from, until, for_days: false });
    }
}

/// Partners who write, rate, worry, or will have seen the goal met.
fn partners(book: &Book<'_>, case: &Case<'_>, parts: &mut Vec<Part>) {
    let family = case.family;
    let notes = family.notes.iter().map(|note| (&note.by, note.on));
    let ratings = family.scales.iter().flat_map(|scale| &scale.ratings);
    let ratings = ratings.map(|rating| (&rating.by, rating.on));
    let worried = family
        .dangers
        .iter()
        .flat_map(|danger| danger.who_worries.iter().map(|who| (who, danger.written_on)));
    let goals = family.goals.iter().flat_map(|goal| {
        let set = super::statement::set(family, goal).unwrap_or(case.opened);
        goal.seen_by.iter().map(move |who| (who, set))
    });
    for (who, from) in notes.chain(ratings).chain(worried).chain(goals) {
        if book.borough.partner(who).is_none() {
            continue;
        }
        let (who, title, until) = (who.clone(), job(book, who), case.closed_on());
        add(book, parts, Part { who, role: Role::Partner, title, from, until, for_days: false });
    }
}

/// The council's people who write in this file, but for whoever answers for the worker.
fn writers(book: &Book<'_>, case: &Case<'_>, parts: &mut Vec<Part>) {
    let lines = || book.lines.iter().filter(|line| line.file == case.file);
    let writers: BTreeSet<_> = lines().filter_map(|line| line.writer.as_ref()).collect();
    for who in writers {
        let answers = case.supervisor.as_ref() == Some(who)
            || (case.family.worker.is_none() && is_supervisor(book, who));
        if answers || !book.is_staff(who) {
            continue;
        }
        let own = || lines().filter(|line| line.writer.as_ref() == Some(who));
        let days = || own().map(|line| day_of(line.wish));
        let (Some(from), Some(to)) = (days().min(), days().max()) else { continue };
        let took_the_call = own().all(|line| is_call(&line.entry));
        let on_duty = took_the_call || case.family.worker.is_none();
        let part = Part {
            who: who.clone(),
            role: job(book, who).map_or(Role::CoWorker, |job| role(&job)),
            title: if on_duty { Some("duty worker".to_owned()) } else { job(book, who) },
            from,
            until: if case.family.worker.is_some() && took_the_call {
                Some(to)
            } else {
                case.closed_on()
            },
            for_days: took_the_call,
        };
        add(book, parts, part);
    }
}

fn is_supervisor(book: &Book<'_>, who: &Who) -> bool {
    book.borough.staff(who).is_some_and(|staff| staff.role == StaffRole::Supervisor)
}

fn is_call(entry: &NewEntry) -> bool {
    let Payload::Step(step) = &entry.payload else { return false };
    matches!(step.what, What::Contact { .. } | What::Referral { .. })
}

/// One part, of each child. Its end is written when it comes.
fn part(book: &mut Book<'_>, case: &Case<'_>, part: &Part, who: Involved) {
    for child in case.family.children() {
        let from = part.from.max(case.child_since(&child.id));
        let child = book.person(&child.id);
        let ends_later = part.until.filter(|_| !part.for_days);
        let involved = Involvement {
            child,
            who,
            role: part.role,
            title: part.title.clone(),
            from,
            until: part.until.filter(|_| part.for_days),
        };
        let began = set_up(book, case, (child, from), involved.clone());
        if let Some(until) = ends_later {
            let payload = Involvement { until: Some(until), ..involved }.into();
            let later = Later {
                file: case.file,
                writer: case.supervisor.clone().unwrap_or_else(|| part.who.clone()),
                wish: closing(until),
                payload,
            };
            book.write_instead(&began, later);
        }
    }
}

/// Written by the program on the morning of that day, before anything else of it.
fn set_up(
    book: &mut Book<'_>,
    case: &Case<'_>,
    (child, day): (PersonId, Date),
    payload: impl Into<Payload>,
) -> NewEntry {
    let wish = morning(day);
    let id = book.fresh(wish);
    let entry = NewEntry::first(id, vec![child], Happened::on(day), payload.into());
    case.put(book, None, wish, entry.clone());
    entry
}

/// A child waits from the first day until somebody leads.
fn not_yet_allocated(book: &mut Book<'_>, case: &Case<'_>) {
    let led = case.family.worker.as_ref().map(|_| case.led_from);
    if led.is_some_and(|led| led <= case.opened) {
        return;
    }
    let waiting = Part {
        who: case.writer_on(case.opened),
        role: Role::Waiting,
        title: None,
        from: case.opened,
        until: led.and_then(|led| led.yesterday().ok()),
        for_days: false,
    };
    part(book, case, &waiting, Involved::NotYetAllocated);
}

/// A restricted file is for those it names; somebody of the family who works for the council is
/// shut out of it.
fn kept_out(book: &mut Book<'_>, case: &Case<'_>) {
    let staff = case.family.people.iter().filter_map(|person| person.staff.as_ref());
    let staff: Vec<_> = staff.map(|who| book.person(who)).collect();
    let named = book.persons(&case.family.named);
    for child in case.family.children() {
        let from = case.child_since(&child.id);
        let child = book.person(&child.id);
        let restriction =
            |whom, because| Restriction { child, whom, because, words: None, from, until: None };
        if !staff.is_empty() {
            let shut_out = restriction(Whom::ShutOut(staff.clone()), Because::Relative);
            set_up(book, case, (child, from), shut_out);
        }
        if case.family.restricted {
            let because = if staff.is_empty() { Because::Other } else { Because::StaffFamily };
            let only = restriction(Whom::Only(named.clone()), because);
            set_up(book, case, (child, from), only);
        }
    }
}
