//! What somebody sees who looks something up.

use domain::library::{Card, Library, Part};
use jiff::civil::date;

use super::*;
use crate::layout::{Look, Theme};

const LOOK: Look<'_> = Look { assets: "/a/0", theme: Theme::Light };

fn on_page(card: &Card, today: jiff::civil::Date) -> String {
    body(LOOK, card, today).into_string()
}

#[test]
fn every_card_of_the_law_says_that_a_lawyer_should_check_it() {
    let library = Library::ours();
    assert!(library.of(Part::Law).count() > 15);
    for card in library.of(Part::Law) {
        let page = on_page(card, date(2026, 12, 1));
        assert!(page.contains("A lawyer should check this before you rely on it."), "{}", card.id);
        assert!(!page.contains("Have it checked"), "{}", card.id);
    }
}

#[test]
fn a_card_that_was_checked_says_by_whom_and_after_a_year_asks_again() {
    let library = Library::ours();
    let card = library.get("law-heard").expect("a card").clone();
    let checked_on = Some(date(2027, 1, 10));
    let card = Card { checked_on, checked_by: Some("Ines Hall, solicitor".into()), ..card };
    let page = on_page(&card, date(2027, 2, 1));
    assert!(page.contains("Checked on 10 January 2027 by Ines Hall, solicitor."));
    assert!(!page.contains("A lawyer should check"));
    assert!(on_page(&card, date(2028, 1, 11)).contains("Older than twelve months"));
}

#[test]
fn questions_are_those_of_the_kit_and_those_that_wait_say_so() {
    let library = Library::ours();
    let page = on_page(library.get("ask-worries").expect("a card"), date(2026, 12, 1));
    assert!(page.contains("What do you want to put in the House of Worries, if anything?"));
    assert!(page.contains("Who else was there?<span class=\"muted\">Only once"));
    let adults = on_page(library.get("ask-adult").expect("a card"), date(2026, 12, 1));
    assert!(adults.contains("What goes in the worries column for you, if anything?"));
    assert!(!adults.contains("Draw me something"));
}

#[test]
fn what_parents_take_home_has_nothing_on_it_of_who_checked_what() {
    let library = Library::ours();
    let page = on_page(library.get("sheet-for-parents").expect("a card"), date(2026, 12, 1));
    assert!(page.contains("May I say no?"));
    assert!(!page.contains("card-trust"));
}

#[test]
fn every_drawing_on_a_card_is_one_of_the_kit_s() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/kit");
    for card in Library::ours().all() {
        if let Some(picture) = &card.picture {
            assert!(folder.join(format!("{picture}.svg")).exists(), "{}: {picture}", card.id);
        }
    }
}
