//! A family's people: who they are, what they are called, and what they are to the children.
//!
//! The program sets up the children; the worker adds everybody else. A parent nobody has named is
//! a person without a name, one for each parent they had a child with. Somebody of the family who
//! works for the council keeps the person they are there; what the family's file knows of them
//! besides is not put on that person.

use std::collections::BTreeMap;

use domain::entry::NewEntry;
use domain::family::Family;
use domain::family_member::FamilyMember;
use domain::id::{FamilyId, PersonId};
use domain::person::{Born, Person, Phone};
use domain::tie::{Parenthood, Tie, Unnamed, What};
use domain::time::{Happened, Precision};
use jiff::civil::Date;

use super::book::Book;
use super::case::Case;
use super::moment::{morning, office};
use super::staff::called;
use super::words;
use crate::family::{self, Fuzzy, Parent, Who};

/// Puts everybody into the book by id, so that lines can name them.
pub(super) fn know(book: &mut Book<'_>, case: &Case<'_>) {
    let children: Vec<_> = case.family.children().map(|child| child.id.clone()).collect();
    for person in &case.family.people {
        let id = match &person.staff {
            Some(staff) => book.person(staff),
            None if children.contains(&person.id) => {
                let id = book.fresh(morning(case.child_since(&person.id)));
                PersonId::first_written_in(id)
            }
            None => PersonId::first_written_in(book.fresh(office(case.opened))),
        };
        book.know(&person.id, id);
    }
}

/// Writes them down.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>) {
    let children: Vec<_> = case.family.children().map(|child| child.id.clone()).collect();
    let title = Family { title: case.family.title.clone(), note: None };
    let whole = case.new_on(case.opened, title);
    let family = FamilyId::first_written_in(case.write(book, whole).id);
    for person in &case.family.people {
        let index_child = children.contains(&person.id);
        let known_on = if index_child { case.child_since(&person.id) } else { case.opened };
        if person.staff.is_none() {
            whoever(book, case, person, index_child.then_some(known_on));
        }
        let member = member(book, family, person, index_child);
        let mut line = case.new_on(known_on, member);
        if index_child {
            line.children = vec![person.id.clone()];
        }
        case.write(book, line);
        if let Some(interpreter) = &person.interpreter {
            let (from, to) = (book.person(interpreter), book.person(&person.id));
            tie(book, case, known_on, Tie::between(from, to, What::InterpretsFor));
        }
    }
    parents(book, case);
}

trait Between {
    fn between(from: PersonId, to: PersonId, what: What) -> Self;
}
impl Between for Tie {
    fn between(from: PersonId, to: PersonId, what: What) -> Self {
        Self { from, to, what, since: None, until: None, note: None }
    }
}

fn tie(book: &mut Book<'_>, case: &Case<'_>, day: Date, tie: Tie) {
    let line = case.new_on(day, tie);
    case.write(book, line);
}

/// A person, and their name where they have one. `child_since` is a child's first day in the
/// record; the child's person is the program's to set up.
fn whoever(
    book: &mut Book<'_>,
    case: &Case<'_>,
    person: &family::Person,
    child_since: Option<Date>,
) {
    let id = book.person(&person.id);
    let day = child_since.unwrap_or(case.opened);
    let (writer, wish, about) = match child_since {
        Some(day) => (None, morning(day), vec![id]),
        None => (Some(case.writer_on(day)), office(day), case.about(book, &[], day)),
    };
    let facts = facts(person).into();
    let entry = NewEntry::first(id.first_entry(), about.clone(), Happened::on(day), facts);
    case.put(book, writer.clone(), wish, entry);
    if is_named(person) {
        let name = called(id, &person.name).into();
        let entry = NewEntry::first(book.fresh(wish), about, Happened::on(day), name);
        case.put(book, writer, wish, entry);
    }
}

/// Where the files have words in the place of a name ("father not named"), there is none.
fn is_named(person: &family::Person) -> bool {
    person.name.starts_with(char::is_uppercase)
}

fn facts(person: &family::Person) -> Person {
    let born = person.born.map(|born| match (born, person.about) {
        (Fuzzy::Day(day), false) => Born::On(day),
        (Fuzzy::Day(day), true) => Born::About(day, Precision::About),
        (fuzzy, _) => Born::About(fuzzy.first(), words::precision(fuzzy)),
    });
    let number = person.phone.clone();
    Person {
        born: born.or(person.due.map(|due| Born::Due(due.first()))),
        died_on: person.died,
        sex: person.sex.map(words::sex),
        ethnicity: person.ethnicity.clone(),
        disabilities: person.disability.clone(),
        no_upn_because: None,
        language: person.language.clone(),
        faith: person.faith.clone(),
        school: person.school.clone(),
        phone: number.map(|number| Phone { number, note: person.phone_note.clone() }),
        work: None,
    }
}

fn member(
    book: &Book<'_>,
    family: FamilyId,
    person: &family::Person,
    index_child: bool,
) -> FamilyMember {
    // How to reach somebody who has no number still has to stand somewhere.
    let reach = person.phone_note.as_deref().filter(|_| person.phone.is_none());
    FamilyMember {
        family,
        person: book.person(&person.id),
        index_child,
        role: (!index_child).then(|| person.role.clone()),
        called: person.known_as.clone(),
        note: words::sentences([person.note.as_deref(), reach]),
        from: None,
        until: None,
    }
}

/// A parent nobody has named, by who the other parent is and by place.
type Nameless = BTreeMap<(Option<Who>, usize), PersonId>;

fn parents(book: &mut Book<'_>, case: &Case<'_>) {
    let mut nameless = Nameless::new();
    for child in &case.family.people {
        let known = child.parents.iter().find_map(|parent| match parent {
            Parent::Known(who) => Some(who.clone()),
            Parent::Unknown => None,
        });
        for (place, parent) in child.parents.iter().enumerate() {
            let day =
                if child.role == "index child" { case.child_since(&child.id) } else { case.opened };
            let (from, named) = match parent {
                Parent::Known(who) => (book.person(who), case.family.person(who)),
                Parent::Unknown => {
                    let key = (known.clone(), place);
                    (unnamed_parent(book, case, &mut nameless, key, day), None)
                }
            };
            let tie = parent_of(from, book.person(&child.id), named, &child.role);
            let line = case.new_on(day, tie);
            case.write(book, line);
        }
    }
}

fn unnamed_parent(
    book: &mut Book<'_>,
    case: &Case<'_>,
    nameless: &mut Nameless,
    key: (Option<Who>, usize),
    day: Date,
) -> PersonId {
    if let Some(known) = nameless.get(&key) {
        return *known;
    }
    let line = case.new_on(day, Person::default());
    let person = PersonId::first_written_in(case.write(book, line).id);
    nameless.insert(key, person);
    person
}

/// `named` is the parent where the files have a person for them.
fn parent_of(
    from: PersonId,
    to: PersonId,
    named: Option<&family::Person>,
    role_of_child: &str,
) -> Tie {
    // Parental responsibility is said about the children the work is about.
    let responsibility = named
        .filter(|_| role_of_child == "index child")
        .and_then(|parent| parent.parental_responsibility);
    let unnamed = match named {
        None => Some(Unnamed::NotKnown),
        Some(parent) if !is_named(parent) => Some(Unnamed::NotSaid),
        Some(_) => None,
    };
    let note = unnamed.and_then(|_| named?.note.clone());
    let by = Parenthood::Biological;
    Tie { note, ..Tie::between(from, to, What::ParentOf { by, responsibility, unnamed }) }
}
