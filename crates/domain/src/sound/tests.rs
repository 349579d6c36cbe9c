//! Names as people type them, and who is meant.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

const CASES: &str = include_str!("../../cases/names.tsv");

/// The rest of the line that begins with this word, parted at its tabs.
fn list(word: &str) -> Vec<&'static str> {
    let line = CASES.lines().find(|line| line.starts_with(&format!("{word}\t"))).unwrap();
    line.split('\t').skip(1).collect()
}

fn cases() -> Vec<(&'static str, &'static str)> {
    let other = ["#", "first\t", "last\t"];
    let lines = CASES.lines().filter(|line| other.iter().all(|other| !line.starts_with(other)));
    lines.map(|line| line.split_once('\t').unwrap()).collect()
}

/// A name and its keys.
type OnFile = (String, Vec<String>);

/// Everybody wanted, in a crowd of 400 others.
fn everybody() -> Vec<OnFile> {
    let (first, last) = (list("first"), list("last"));
    let mut people: BTreeSet<String> = cases().iter().map(|(_, name)| (*name).to_owned()).collect();
    let wanted = people.len();
    let mut step = 0;
    while people.len() < wanted + 400 {
        people.insert(format!("{} {}", first[step % first.len()], last[step * 7 % last.len()]));
        step += 1;
    }
    people.into_iter().map(|name| (name.clone(), keys(&name))).collect()
}

/// The place of the wanted name, from 1, among those found by key and ranked by likeness.
/// Ties count against us: everyone at least as like stands before the wanted one.
fn place(typed: &str, wanted: &str, people: &[OnFile]) -> Option<usize> {
    let typed_keys = keys(typed);
    let shared = |on_file: &[String]| on_file.iter().filter(|k| typed_keys.contains(k)).count();
    let mut found: Vec<(usize, &str)> =
        people.iter().map(|(name, keys)| (shared(keys), name.as_str())).collect();
    found.retain(|(shared, _)| *shared > 0);
    found.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    found.truncate(200);
    let sought = Sought::new(typed);
    let own = sought.similarity(found.iter().find(|(_, name)| *name == wanted)?.1);
    Some(found.iter().filter(|(_, name)| sought.similarity(name) >= own).count())
}

#[test]
fn forty_names_as_people_type_them_are_found_in_the_first_five() {
    let people = everybody();
    assert_eq!(cases().len(), 40);
    let mut missed = Vec::new();
    for (typed, wanted) in cases() {
        let place = place(typed, wanted, &people);
        println!("{place:?}\t{}\t{typed}\t{wanted}", similarity(typed, wanted));
        if place.is_none_or(|place| place > 5) {
            missed.push((typed, wanted, place));
        }
    }
    assert!(missed.len() <= 4, "missed {missed:?}");
}

/// One slip of the finger inside a name: a letter left out, two letters swapped, or one doubled.
fn slip(name: &str, at: usize) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = 1 + at % (letters.len() - 2);
    match at % 3 {
        0 => drop(letters.remove(at)),
        1 => letters.swap(at, at + 1),
        _ => letters.insert(at, letters[at]),
    }
    letters.into_iter().collect()
}

#[test]
fn a_slip_of_the_finger_hides_hardly_anybody() {
    let people = everybody();
    let slips = people.iter().enumerate().step_by(3).map(|(i, (name, _))| (slip(name, i), name));
    let slips: Vec<_> = slips.collect();
    let missed: Vec<_> = slips
        .iter()
        .filter(|(typed, name)| place(typed, name, &people).is_none_or(|place| place > 5))
        .collect();
    assert!(missed.len() * 50 <= slips.len(), "more than 2 in 100 of {}: {missed:?}", slips.len());
}

#[test]
fn accents_scripts_and_marks_fold_to_plain_words() {
    assert_eq!(words("Łukasz O’Brien-Çelik"), ["lukasz", "obrien", "celik"]);
    assert_eq!(words("Олександр Шевченко"), ["oleksandr", "shevchenko"]);
    assert_eq!(words("Nguyễn Thị Lan"), ["nguyen", "thi", "lan"]);
    assert_eq!(words("  "), Vec::<String>::new());
    assert_eq!(words("李小龍"), ["李小龍"], "a script without a table stays as it is");
}

#[test]
fn the_same_words_are_a_full_match_in_any_case_and_with_any_marks() {
    assert_eq!(similarity("chloe o'brien", "Chloé O’Brien"), 1000);
    assert!(similarity("Shah Karim", "Karim Shah") > 980);
    assert!(similarity("Karim Shah", "Karim Shah") > similarity("Shah Karim", "Karim Shah"));
}

#[test]
fn a_person_is_found_while_the_name_is_still_being_typed() {
    let name = "Kayleigh Brannagh";
    let on_file = keys(name);
    for typed in ["kay", "kayl", "kayleigh", "kayleigh bra", "bran"] {
        assert!(keys(typed).iter().any(|key| on_file.contains(key)), "{typed}");
        assert!(similarity(typed, name) > similarity(typed, "Michelle Thompson") + 200, "{typed}");
    }
}

#[test]
fn strangers_are_told_apart() {
    assert!(similarity("Kayleigh Brannagh", "Mark Dunn") < 600);
    assert!(similarity("Mark Dunn", "Mark Dunn") > similarity("Mark Dunn", "Marc Dunne"));
    assert!(keys("Kayleigh Brannagh").iter().all(|key| !keys("Mark Dunn").contains(key)));
}

#[test]
fn the_list_of_variants_is_well_kept() {
    let mut named = BTreeSet::new();
    for line in variant::lines() {
        let words: Vec<&str> = line.split(' ').collect();
        assert!(words.len() >= 2, "{line}");
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "{line}");
        assert!(line.chars().all(|c| c.is_ascii_lowercase() || c == ' '), "{line}");
        assert!(named.insert(words[0]), "{line}: two groups of one name");
    }
}

proptest! {
    #[test]
    fn any_text_has_keys_it_can_be_found_by(name in "\\PC{0,40}") {
        let keys = keys(&name);
        prop_assert_eq!(keys.is_empty(), words(&name).is_empty());
        prop_assert!(keys.len() <= 24 * words(&name).len().max(1));
        let likeness = similarity(&name, &name);
        prop_assert!(likeness == 1000 || words(&name).is_empty(), "{}", likeness);
    }

    #[test]
    fn word_order_never_hides_a_person(first in "[A-Z][a-z]{2,9}", last in "[A-Z][a-z]{2,9}") {
        let (name, swapped) = (format!("{first} {last}"), format!("{last} {first}"));
        prop_assert!(similarity(&swapped, &name) >= 980);
        prop_assert!(keys(&swapped).iter().any(|key| keys(&name).contains(key)));
    }
}
