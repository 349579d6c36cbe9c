//! What the library must be: whole, short, in its own words, honest about who checked it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use serde::Deserialize;

use super::*;
use crate::kit::tree::{TREE, read};
use crate::prompt_card::Prompts;

/// A card is read in forty seconds; the sheet that parents take home may take a minute.
const WORDS_MOST: usize = 160;
const WORDS_MOST_OF_A_SHEET: usize = 220;
const TITLE_CHARS_MOST: usize = 60;
const SENTENCE_WORDS_MOST: usize = 32;
/// What the tablet keeps, at most.
const BYTES_MOST: usize = 80_000;

fn library() -> Library {
    serde_json::from_str(LIBRARY).expect("the library can be read")
}

fn word_count(card: &Card) -> usize {
    card.lines.iter().map(|line| line.words().split_whitespace().count()).sum()
}

/// Everything a card says, for looking through.
fn all_words(card: &Card) -> String {
    let law = card.law.iter().flat_map(|law| [&law.duty, &law.source, &law.section, &law.edition]);
    let lines = card.lines.iter().map(Line::words);
    let all = lines.chain(law.map(String::as_str)).chain([card.title.as_str()]);
    all.collect::<Vec<_>>().join("\n")
}

#[test]
fn an_id_stands_for_one_card_and_can_be_in_an_address() {
    let library = library();
    let ids: BTreeSet<&str> = library.all().iter().map(|card| card.id.as_str()).collect();
    assert_eq!(ids.len(), library.all().len());
    let fits = |c: char| c.is_ascii_lowercase() || c == '-';
    assert!(ids.iter().all(|id| !id.is_empty() && id.chars().all(fits)), "{ids:?}");
}

#[test]
fn a_card_cites_only_what_the_library_says_of_the_law() {
    let library = library();
    for card in library.all() {
        for cited in &card.cites {
            let law = library.get(cited).unwrap_or_else(|| panic!("{}: {cited}", card.id));
            assert_eq!(law.part, Part::Law, "{} cites {cited}", card.id);
        }
    }
}

#[test]
fn every_card_of_the_law_says_where_it_stands_and_which_text_was_meant() {
    for card in library().all() {
        assert_eq!(card.law.is_some(), card.part == Part::Law, "{}", card.id);
        if let Some(law) = &card.law {
            let said = [&law.duty, &law.source, &law.edition];
            assert!(said.iter().all(|words| !words.trim().is_empty()), "{}", card.id);
            assert!(card.cites.is_empty(), "{} is cited and cites nothing", card.id);
        }
    }
}

#[test]
fn every_duty_is_served_by_a_card_or_by_a_line_of_the_tree() {
    let library = library();
    for law in library.of(Part::Law) {
        // What everybody should know of, though nothing here rests on it yet.
        let known_for_itself = [
            "family-meeting",
            "accommodation",
            "cooperate",
            "share-information",
            "advocate",
            "visits",
            "guidance",
        ];
        let served = library.that_cite(&law.id).next().is_some() || !law.from.is_empty();
        let for_itself = known_for_itself.iter().any(|name| law.id == format!("law-{name}"));
        assert!(served != for_itself, "{}", law.id);
    }
}

#[test]
fn a_tired_worker_reads_a_card_in_forty_seconds() {
    for card in library().all() {
        let most = if card.reader == For::Parent { WORDS_MOST_OF_A_SHEET } else { WORDS_MOST };
        assert!(word_count(card) <= most, "{}: {} words", card.id, word_count(card));
        assert!(card.title.chars().count() <= TITLE_CHARS_MOST, "{}", card.id);
        assert!(!card.lines.is_empty(), "{}", card.id);
        for sentence in card.lines.iter().flat_map(|line| line.words().split(['.', '?', '!', ':']))
        {
            let words = sentence.split_whitespace().count();
            assert!(words <= SENTENCE_WORDS_MOST, "{}: {sentence}", card.id);
        }
    }
}

#[test]
fn nothing_claims_what_nobody_has_shown_and_nothing_bears_another_s_mark() {
    for card in library().all() {
        let words = all_words(card).to_lowercase();
        for not_ours in ["safer", "signs of safety", "my three houses", "evidence shows", "proven"]
        {
            assert!(!words.contains(not_ours), "{} says “{not_ours}”", card.id);
        }
        assert!(!words.contains(['"', '\'']), "{} has a straight quotation mark", card.id);
    }
}

#[test]
fn nobody_is_named_as_having_checked_a_card_without_a_day() {
    for card in library().all() {
        assert_eq!(card.checked_on.is_some(), card.checked_by.is_some(), "{}", card.id);
    }
}

#[test]
fn every_part_has_cards_and_the_examples_say_that_they_are_made_up() {
    let library = library();
    for part in Part::ALL {
        assert!(library.of(part).next().is_some(), "{part:?}");
    }
    assert!(library.of(Part::Examples).count() >= 10);
    let says = library.get("about-examples").map(all_words).unwrap_or_default();
    assert!(says.contains("is made up"));
}

#[test]
fn the_cards_of_questions_stand_for_every_house_that_has_some() {
    let prompts = Prompts::ours();
    let library = library();
    let shown: BTreeSet<&str> =
        library.all().iter().filter_map(|card| card.prompts.as_deref()).collect();
    let houses = prompts.all().iter().filter(|prompt| prompt.level != Level::Adult);
    let mut houses: BTreeSet<&str> = houses.map(|prompt| prompt.house.as_str()).collect();
    houses.insert("adult");
    assert_eq!(shown, houses);
}

#[test]
fn each_law_of_the_tree_has_its_card_and_no_line_of_the_tree_leads_to_two() {
    let tree = read(TREE).expect("the tree can be read");
    let guides = tree.nodes.iter().filter_map(|node| node.guide.as_deref());
    let laws: BTreeSet<&str> = tree.nodes.iter().filter_map(|node| node.law.as_deref()).collect();
    let lines: BTreeSet<&str> = guides.chain(laws.iter().copied()).collect();
    let library = library();
    let mut leads: BTreeMap<&str, &str> = BTreeMap::new();
    for card in library.all() {
        for from in &card.from {
            assert!(lines.contains(from.as_str()), "{}: the tree has no {from}", card.id);
            let before = leads.insert(from, &card.id);
            assert_eq!(before, None, "{from} leads to two cards");
        }
    }
    for law in laws {
        let card = leads.get(law).and_then(|id| library.get(id));
        assert_eq!(card.map(|card| card.part), Some(Part::Law), "{law}");
    }
}

#[test]
fn the_tablet_has_room_for_it() {
    let plain: serde_json::Value = serde_json::from_str(LIBRARY).expect("JSON");
    let bytes = plain.to_string().len();
    assert!(bytes < BYTES_MOST, "{bytes} bytes");
}

/// What the office and the tablet must do alike.
#[derive(Deserialize)]
struct Cases {
    same: Vec<Vec<String>>,
    leave_out: Vec<String>,
    cards: Vec<Card>,
    cases: Vec<Case>,
    old: Vec<Age>,
    ours: Vec<Ours>,
}

#[derive(Deserialize)]
struct Case {
    asked: String,
    found: Vec<String>,
}

#[derive(Deserialize)]
struct Age {
    edition: Date,
    checked_on: Option<Date>,
    today: Date,
    old: bool,
}

#[derive(Deserialize)]
struct Ours {
    asked: String,
    card: String,
}

fn cases() -> Cases {
    serde_json::from_str(include_str!("../../kit/library_cases.json")).expect("the cases are JSON")
}

#[test]
fn what_is_looked_for_is_found_as_the_cases_say() {
    let Cases { same, leave_out, cards, cases, .. } = cases();
    let small = Library { _about: String::new(), same, leave_out, cards };
    for case in cases {
        let found: Vec<&str> =
            small.find(&case.asked).iter().map(|card| card.id.as_str()).collect();
        assert_eq!(found, case.found, "{:?}", case.asked);
    }
}

#[test]
fn the_card_somebody_means_is_among_the_first_three() {
    let library = library();
    for Ours { asked, card } in cases().ours {
        let found: Vec<&str> = library.find(&asked).iter().map(|card| card.id.as_str()).collect();
        assert!(found.iter().take(3).any(|id| *id == card), "{asked}: {found:?}");
    }
}

#[test]
fn a_card_asks_to_be_checked_once_a_year_has_gone_by() {
    let library = library();
    let card = library.get("law-wishes").expect("a card");
    for Age { edition, checked_on, today, old } in cases().old {
        let by = checked_on.map(|_| "A solicitor".to_owned());
        let card = Card { edition, checked_on, checked_by: by, ..card.clone() };
        assert_eq!(card.is_old(today), old, "{edition} {checked_on:?} {today}");
    }
    assert!(!card.is_old(date(2026, 12, 1)));
    assert_eq!(card.checked(), None);
}
