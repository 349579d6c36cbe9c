//! What stays in sight, and that nothing is lost when two save one slip.
use super::samples::{idris, samples};
use super::*;
use crate::layout::Theme;

fn sample(name: &str) -> String {
    let all = samples("/a/0", Theme::Light);
    all.into_iter().find(|(called, _)| *called == name).expect(name).1.into_string()
}

#[test]
fn while_the_desk_is_open_a_column_shows_two_slips_and_says_what_else_it_holds() {
    let board = idris();
    let (shown, besides) = in_sight(&board, Column::Worry);
    assert_eq!((shown.len(), besides.len()), (2, 2));
    assert_eq!(besides_in_words(&board, &besides), "2 more: the crying, Karim on nights");
    let (_, besides) = in_sight(&board, Column::Next);
    assert_eq!(besides_in_words(&board, &besides), "4 steps, next 28 Nov");
}

#[test]
fn with_a_closed_desk_every_slip_is_in_sight() {
    let board = Board { desk: Desk::Closed, ..idris() };
    let all: usize = [Column::Worry, Column::Well, Column::Next]
        .map(|column| in_sight(&board, column).0.len())
        .iter()
        .sum();
    assert_eq!(all, board.slips.len());
}

#[test]
fn all_three_columns_are_always_there() {
    for (name, page) in samples("/a/0", Theme::Dark) {
        let page = page.into_string();
        for words in [">Worries<", ">Working well<", ">What needs to happen<"] {
            assert!(page.contains(words), "{name}: {words}");
        }
    }
}

#[test]
fn length_is_a_note_and_never_a_stop() {
    let page = sample("board");
    assert!(page.contains("83 words. Up to 60 is easier to hold."));
    assert!(!page.contains("maxlength") && !page.contains("required"));
}

#[test]
fn when_two_save_one_slip_both_texts_are_shown() {
    let page = sample("board-two-versions");
    assert!(page.contains("I would never hurt him.") && page.contains("that is the worst bit."));
    assert!(
        page.contains("Keep mine") && page.contains("Keep theirs") && page.contains("Keep both")
    );
}

#[test]
fn an_empty_board_asks_one_question_a_column() {
    assert_eq!(sample("board-empty").matches("class=\"first-question\"").count(), 3);
}
