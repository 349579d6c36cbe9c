//! A large record is many, the same every time, lifelike, and kind.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{InventedFamily, Kin, Large};

const TODAY: Date = date(2026, 11, 24);

fn of(persons: u64) -> Large {
    Large { seed: 5, persons, today: TODAY }
}

fn years_between(older: Date, younger: Date) -> i16 {
    younger.year()
        - older.year()
        - i16::from((younger.month(), younger.day()) < (older.month(), older.day()))
}

#[test]
fn there_are_as_many_people_as_asked_and_one_family_more_at_most() {
    let people: usize = of(10_000).families().map(|family| family.people.len()).sum();
    assert!((10_000..10_012).contains(&people), "{people}");
}

#[test]
fn any_family_and_note_can_be_made_again_by_itself() {
    let large = of(3_000);
    for family in large.families().step_by(97) {
        assert_eq!(large.family(family.number), family);
        assert_eq!(large.note(&family, 3, 40), large.note(&family, 3, 40));
        assert_ne!(large.note(&family, 3, 40).text, large.note(&family, 4, 40).text);
    }
    assert_ne!(large.family(700_000), Large { seed: 6, ..large }.family(700_000));
}

#[test]
fn families_are_of_many_shapes_and_origins() {
    let families: Vec<_> = of(20_000).families().collect();
    let children = |family: &InventedFamily| {
        family.people.iter().filter(|person| person.kin == Kin::Child).count()
    };
    let sizes: BTreeSet<_> = families.iter().map(children).collect();
    assert_eq!(sizes, BTreeSet::from([1, 2, 3, 4]));
    let apart = families.iter().filter(|family| family.households.len() == 2).count();
    assert!(apart * 10 > families.len() && apart * 2 < families.len(), "{apart}");

    let people = || families.iter().flat_map(|family| &family.people);
    let given: BTreeSet<_> = people().map(|person| person.given).collect();
    let names: BTreeSet<_> = people().map(|person| person.family.as_str()).collect();
    assert!(given.len() > 500 && names.len() > 400, "{} {}", given.len(), names.len());
    let mut by_ethnicity: BTreeMap<&str, usize> = BTreeMap::new();
    for person in people() {
        *by_ethnicity.entry(person.ethnicity).or_default() += 1;
    }
    let british = by_ethnicity["WBRI"] * 100 / people().count();
    assert!((40..70).contains(&british) && by_ethnicity.len() >= 14, "{by_ethnicity:?}");
    let ids: Vec<_> = people().filter_map(|person| person.la_id.as_deref()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

#[test]
fn notes_are_about_120_words() {
    let large = of(2_000);
    let lengths: Vec<usize> = large
        .families()
        .map(|family| large.note(&family, 0, 40).text.split_whitespace().count())
        .collect();
    let mean = lengths.iter().sum::<usize>() / lengths.len();
    assert!((112..=128).contains(&mean), "{mean}");
    assert!(lengths.iter().all(|words| (95..170).contains(words)));
}

#[test]
fn words_come_up_as_often_as_they_do_in_speech() {
    let large = of(12_000);
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for family in large.families() {
        let text = large.note(&family, 0, 40).text.to_lowercase();
        for word in text.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty()) {
            *times.entry(word.to_owned()).or_default() += 1;
        }
    }
    let mut ranked: Vec<_> = times.iter().map(|(word, times)| (*times, word.as_str())).collect();
    ranked.sort_unstable_by(|one, other| other.cmp(one));
    let all: usize = ranked.iter().map(|(times, _)| times).sum();
    let first: Vec<_> = ranked.iter().take(5).map(|(_, word)| *word).collect();
    assert!(first.contains(&"and") && first.contains(&"the"), "{first:?}");
    let hundred: usize = ranked.iter().take(100).map(|(times, _)| times).sum();
    assert!((40..80).contains(&(hundred * 100 / all)), "{}", hundred * 100 / all);
    let rare = ranked.iter().filter(|(times, _)| *times <= 10).count();
    assert!(ranked.len() > 1_300 && rare > 200, "{} words, {rare} rare", ranked.len());
}

proptest! {
    #[test]
    fn every_family_could_be_one(seed: u64, number in 0_u64..1_000_000_000) {
        let large = Large { seed, persons: 0, today: TODAY };
        let family = large.family(number);
        let children = family.people.iter().take_while(|person| person.kin == Kin::Child).count();
        prop_assert!((1..=4).contains(&children));
        prop_assert!(family.people[..children].is_sorted_by_key(|child| child.born));
        let at_home = &family.households[0].members;
        prop_assert!((0..children).all(|child| at_home.contains(&child)));
        for (place, person) in family.people.iter().enumerate() {
            prop_assert!(person.born <= TODAY);
            prop_assert!(!person.given.is_empty() && !person.family.is_empty());
            prop_assert_eq!(person.la_id.is_some(), place < children);
            prop_assert!(person.parents.len() <= 2);
            for parent in &person.parents {
                let age = years_between(family.people[*parent].born, person.born);
                prop_assert!((16..=62).contains(&age), "a parent at {age}");
            }
        }
        prop_assert!(family.people[..children].iter().all(|child| child.born > date(2009, 1, 1)));
    }

    #[test]
    fn every_note_fits_its_family(seed: u64, number in 0_u64..1_000_000_000, n in 0_u32..500) {
        let large = Large { seed, persons: 0, today: TODAY };
        let family = large.family(number);
        let note = large.note(&family, n, 30);
        prop_assert!(note.on <= TODAY && note.by < 30 && !note.about.is_empty());
        for child in &note.about {
            prop_assert_eq!(family.people[*child].kin, Kin::Child);
            prop_assert!(family.people[*child].born <= note.on);
        }
        prop_assert!(note.seen.iter().all(|child| note.about.contains(child)));
        let open = note.text.contains(['{', '}', '[', ']']) || note.text.contains("  ");
        prop_assert!(!open, "{}", note.text);
        prop_assert!(note.text.ends_with('.'), "{}", note.text);
    }
}
