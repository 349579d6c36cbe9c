//! Where people live and lived, and what ties them to each other.
//!
//! What had begun before anybody wrote about the family is written down on the first day; what
//! changed later on the day it changed, as a later version.

use domain::household::Household;
use domain::household_member::HouseholdMember;
use domain::id::HouseholdId;
use domain::tie::{Feeling, Tie, Union, What};

use super::book::Book;
use super::case::Case;
use super::moment::office;
use super::words;
use crate::family::{self, Closeness, Fuzzy, TieKind};

/// Writes down a family's households.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>) {
    for home in &case.family.households {
        let family::Household { name, sealed, note, members } = home;
        let payload = Household { name: name.clone(), sealed: *sealed, note: note.clone() };
        let known_on = members.iter().map(|member| member.from.first()).min();
        let line = case.new_on(case.known_on(known_on.unwrap_or(case.opened)), payload);
        let household = HouseholdId::first_written_in(case.write(book, line).id);
        for one in members {
            member(book, case, household, one);
        }
    }
}

fn member(book: &mut Book<'_>, case: &Case<'_>, household: HouseholdId, one: &family::Member) {
    let is_child = case.family.children().any(|child| child.id == one.person);
    let person_since = if is_child { case.child_since(&one.person) } else { case.opened };
    let day = one.from.first().max(person_since);
    let until = one.to.and_then(words::fuzzy);
    let left_later = one.to.filter(|to| to.first() > day);
    let lives = HouseholdMember {
        household,
        person: book.person(&one.person),
        from: words::fuzzy(one.from),
        until: if left_later.is_some() { None } else { until },
        sometimes: one.sometimes,
    };
    let mut line = case.new_on(day, lives.clone());
    line.happened = words::happened(one.from);
    let began = case.write(book, line);
    if let Some(left) = left_later {
        let day = left.first();
        let later = case.later(office(day), day, HouseholdMember { until, ..lives });
        book.write_instead(&began, later);
    }
}

/// Writes down what ties people to each other.
pub(super) fn ties(book: &mut Book<'_>, case: &Case<'_>) {
    for tie in &case.family.ties {
        let (from, to) = (book.person(&tie.from), book.person(&tie.to));
        match &tie.kind {
            TieKind::Union { union, since, until } => {
                let what = What::Union(couple(*union));
                let since_day = since.map_or(case.opened, Fuzzy::first);
                let day = case.known_on(since_day);
                let ends_later = until.filter(|until| *until > day);
                let ended = until.map(Into::into);
                let tie = Tie {
                    from,
                    to,
                    what,
                    since: since.and_then(words::fuzzy),
                    until: if ends_later.is_some() { None } else { ended },
                    note: None,
                };
                let mut line = case.new_on(day, tie.clone());
                line.happened = since.map_or(line.happened, words::happened);
                let began = case.write(book, line);
                if let Some(until) = ends_later {
                    let later = case.later(office(until), until, Tie { until: ended, ..tie });
                    book.write_instead(&began, later);
                }
            }
            TieKind::Seen { tie, view_of, on } => {
                let what = What::Feels { how: feeling(*tie), view_of: book.person(view_of) };
                let tie = Tie { from, to, what, since: None, until: None, note: None };
                let mut line = case.new_on(case.known_on(*on), tie);
                line.happened = domain::time::Happened::on(*on);
                case.write(book, line);
            }
        }
    }
}

const fn couple(union: family::Union) -> Union {
    match union {
        family::Union::Married => Union::Married,
        family::Union::LivingTogether => Union::LivingTogether,
        family::Union::Separated => Union::Separated,
        family::Union::Divorced => Union::Divorced,
        family::Union::Apart => Union::Apart,
    }
}

const fn feeling(tie: Closeness) -> Feeling {
    match tie {
        Closeness::Close => Feeling::Close,
        Closeness::VeryClose => Feeling::VeryClose,
        Closeness::Distant => Feeling::Distant,
        Closeness::Conflict => Feeling::Conflict,
        Closeness::CloseAndConflict => Feeling::CloseAndConflict,
        Closeness::CutOff => Feeling::CutOff,
        Closeness::Caretaker => Feeling::Caretaker,
        Closeness::Harm => Feeling::Harm,
    }
}
