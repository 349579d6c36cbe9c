//! People, by name, number and day of birth.

use crate::desk::{Colleague, Council, councils, name, person, record, works};
use domain::id::PersonId;
use domain::involvement::Role as Part;
use domain::known_by::{KnownBy, Scheme};
use domain::person::{Born, Person};
use domain::restriction::Whom;
use domain::search::{Likeness, Why};
use jiff::SignedDuration;
use jiff::civil::date;
use std::collections::BTreeSet;

const CASES: &str = include_str!("../../../domain/cases/names.tsv");

/// The rest of the line that begins with this word.
fn list(word: &str) -> Vec<&'static str> {
    let line = CASES.lines().find(|line| line.starts_with(&format!("{word}\t")));
    line.expect("a line").split('\t').skip(1).collect()
}

fn cases() -> Vec<(&'static str, &'static str)> {
    let other = ["#", "first\t", "last\t"];
    let lines = CASES.lines().filter(|line| other.iter().all(|other| !line.starts_with(other)));
    lines.map(|line| line.split_once('\t').expect("two names")).collect()
}

/// Everybody whom somebody may mean, and four hundred others: all have files of Joel's.
fn crowd(council: &Council) -> Vec<(&'static str, PersonId)> {
    let wanted: BTreeSet<&str> = cases().iter().map(|(_, wanted)| *wanted).collect();
    let (first, last) = (list("first"), list("last"));
    let others =
        (0..400).map(|n| format!("{} {}", first[n % first.len()], last[n * 7 % last.len()]));
    let others: Vec<String> = others.filter(|name| !wanted.contains(name.as_str())).collect();
    let joel = council.joel;
    council.write(move |cx| {
        for other in &others {
            let child = person(cx, other, None)?;
            works(cx, child, joel.person, Part::Lead)?;
        }
        let mut known = Vec::new();
        for name in &wanted {
            let child = person(cx, name, None)?;
            works(cx, child, joel.person, Part::Lead)?;
            known.push((*name, child));
        }
        Ok(known)
    })
}

fn in_first_five(council: &Council, who: Colleague, typed: &str, wanted: &str) -> bool {
    council.names(who, typed).iter().take(5).any(|name| name == wanted)
}

#[test]
fn forty_names_as_people_type_them_are_found_and_none_of_them_once_restricted() {
    let mut found_by = Vec::new();
    for council in councils() {
        let known = crowd(&council);
        let cases = cases();
        assert_eq!(cases.len(), 40);
        let (found, missed): (Vec<_>, Vec<_>) = cases
            .iter()
            .copied()
            .partition(|(typed, wanted)| in_first_five(&council, council.anita, typed, wanted));
        println!("{}: {} of 40 in the first five", council.store.database, found.len());
        assert!(found.len() >= 36, "{}: missed {missed:?}", council.store.database);
        let all: Vec<Vec<String>> =
            cases.iter().map(|(typed, _)| council.names(council.anita, typed)).collect();

        for (_, child) in &known {
            council.restrict(*child, Whom::Only(vec![council.joel.person]));
        }
        for (typed, wanted) in &cases {
            let names = council.names(council.anita, typed);
            assert!(names.iter().all(|name| name != wanted), "{wanted} for {typed}");
        }
        let (typed, wanted) = cases[0];
        assert!(in_first_five(&council, council.joel, typed, wanted), "who is named still finds");
        found_by.push(all);
    }
    assert!(found_by.windows(2).all(|pair| pair[0] == pair[1]), "both databases find the same");
}

#[test]
fn whoever_searches_meets_their_own_children_first_and_sees_why_others_were_found() {
    for council in councils() {
        for _ in 0..3 {
            council.child("Mohammed Khan", council.joel);
        }
        let own = council.child("Mohammed Khan", council.anita);
        let people = council.search(council.anita, "Muhamad Kan").people;
        assert_eq!(people.len(), 4);
        assert_eq!((people[0].id, people[0].own), (own, true));
        assert_eq!(people[0].why, Why::Name(Likeness::Alike));
        assert_eq!(people[0].worker.as_deref(), Some("Anita Rowe"));
        assert_eq!(people[0].team.as_deref(), Some("East"));
        let other = &people[1];
        assert_eq!((other.own, other.worker.as_deref()), (false, Some("Joel Byrne")));
        assert_eq!(other.born.map(Born::day), Some(crate::desk::BORN));
    }
}

#[test]
fn a_name_that_was_changed_or_taken_back_is_looked_up_as_it_stands() {
    for council in councils() {
        let child = council.child("Kayleigh Brannagh", council.joel);
        let anita = council.anita;
        council.set_now(town::stores::that_morning() + SignedDuration::from_mins(1));
        let other = council.write(move |cx| name(cx, child, "Kayleigh Marsh", Some("Bean")));
        let hit = &council.search(anita, "kayleigh marsh").people[0];
        assert_eq!((hit.id, hit.name.as_str()), (child, "Kayleigh Marsh"));
        let hit = &council.search(anita, "Kayley Branagh").people[0];
        let why = Why::OtherName("Kayleigh Brannagh".into(), Likeness::Alike);
        assert_eq!((hit.name.as_str(), &hit.why), ("Kayleigh Marsh", &why));
        assert_eq!(council.names(anita, "Bean Marsh"), ["Kayleigh Marsh"]);

        council.write(move |cx| crate::kept::withdraw(cx, other));
        assert_eq!(council.names(anita, "Bean"), Vec::<String>::new());
        assert_eq!(council.names(anita, "Kayley Branagh"), ["Kayleigh Brannagh"]);
        council.is_sound();
    }
}

#[test]
fn a_number_finds_exactly_and_a_day_of_birth_tells_namesakes_apart() {
    for council in councils() {
        let child = council.child("Olivia Jones", council.joel);
        council.write(move |cx| {
            let known = |scheme, value: &str| KnownBy {
                person: child,
                scheme,
                value: value.to_owned(),
                checks: true,
            };
            record(cx, vec![child], known(Scheme::LaChildId, "WX00317"))?;
            record(cx, vec![child], known(Scheme::Nhs, "9434765919"))
        });
        for (typed, scheme) in [("WX00317", Scheme::LaChildId), ("943 476 5919", Scheme::Nhs)] {
            let people = council.search(council.anita, typed).people;
            assert_eq!((people.len(), people[0].id), (1, child), "{typed}");
            assert_eq!(people[0].why, Why::Number(scheme));
        }
        assert!(council.search(council.anita, "WX0031").is_nothing());

        let born = council.search(council.anita, "3 March 2017").people;
        assert_eq!((born.len(), &born[0].why), (1, &Why::Born));
        let both = council.search(council.anita, "Olivya Jones 2017-03-03").people;
        assert_eq!(both[0].id, child);
        assert!(council.search(council.anita, "4 March 2017").people.is_empty());
    }
}

#[test]
fn a_child_whom_nobody_has_named_is_found_by_number_and_by_day_of_birth() {
    for council in councils() {
        let joel = council.joel;
        let child = council.write(move |cx| {
            let person = Person { born: Some(Born::On(date(2019, 6, 1))), ..Person::default() };
            let child = PersonId::first_written_in(record(cx, vec![], person)?);
            let (scheme, value) = (Scheme::LaChildId, "DfEX0000001".to_owned());
            record(cx, vec![child], KnownBy { person: child, scheme, value, checks: true })?;
            works(cx, child, joel.person, Part::Lead)?;
            Ok(child)
        });
        for typed in ["DfEX0000001", "Child DfEX0000001", "child DfEX0000001", "1 June 2019"] {
            let people = council.search(council.anita, typed).people;
            let found: Vec<_> = people.iter().map(|one| (one.id, one.name.as_str())).collect();
            assert_eq!(found, [(child, "Child DfEX0000001")], "{typed}");
        }
        assert!(council.search(council.anita, "Child of nobody").is_nothing());
    }
}

#[test]
fn a_grandmother_is_found_by_those_who_may_open_a_file_she_is_tied_to() {
    for council in councils() {
        let idris = council.child("Idris Mahoney-Shah", council.anita);
        let denise = council.relative("Denise Mahoney", "mother's mother", idris);
        let hit = &council.search(council.anita, "denice mahony").people[0];
        assert_eq!(hit.id, denise);
        assert_eq!(
            (hit.through[0].child, hit.through[0].role.as_deref()),
            (idris, Some("mother's mother"))
        );
        assert_eq!(hit.through[0].name, "Idris Mahoney-Shah");
        assert_eq!(council.names(council.colin, "Denise Mahoney"), ["Denise Mahoney"]);
        assert_eq!(council.names(council.on_call, "Denise Mahoney")[0], "Denise Mahoney");
        for nobody in [council.joel, council.guardian, council.data_officer, council.health_visitor]
        {
            let names = council.names(nobody, "Denise Mahoney");
            assert!(!names.contains(&"Denise Mahoney".to_owned()), "{names:?}");
        }
        council.restrict(idris, Whom::Only(vec![council.colin.person]));
        assert!(council.search(council.anita, "Denise Mahoney").is_nothing());
        assert!(council.search(council.on_call, "Denise Mahoney").is_nothing());
        assert!(!council.names(council.colin, "Denise Mahoney").is_empty());
    }
}

#[test]
fn a_partner_finds_the_families_they_come_to_and_no_others() {
    for council in councils() {
        let idris = council.child("Idris Mahoney-Shah", council.anita);
        council.child("Idris Mahoney", council.joel);
        let hettie = council.health_visitor;
        assert!(council.search(hettie, "Idris Mahoney").is_nothing());
        council.write(move |cx| works(cx, idris, hettie.person, Part::CoWorker));
        assert_eq!(council.names(hettie, "Idris Mahoney"), ["Idris Mahoney-Shah"]);
        council.restrict(idris, Whom::ShutOut(vec![hettie.person]));
        assert!(council.search(hettie, "Idris Mahoney").is_nothing());
    }
}
