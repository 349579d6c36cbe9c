//! The desk: one thing at a time, under the columns, so that all three stay in sight.
//!
//! A danger is worded in one field, which the family sees large; help with the wording is a fold,
//! shut at first. Every form works without script and saves whatever is in it; length is a note
//! and never a stop.
use domain::board::{Board, DangerDraft, Desk};
use domain::danger_statement::WORDS_EASY;
use domain::id::EntryId;
use domain::text::count_words;
use maud::{Markup, html};

use crate::button::{Weight, link, send, send_as};
use crate::field::{Field, text};
use crate::icon::icon;
use crate::layout::Frame;
use crate::typeset::words;
use crate::{say, urls};

mod slip_form;

/// Whatever is on the desk.
pub(super) fn desk(frame: &Frame<'_>, board: &Board) -> Markup {
    match &board.desk {
        Desk::Closed => html! {},
        Desk::Adding(column) => slip_form::adding(frame, board, *column),
        Desk::Editing { root, typed } => slip_form::editing(frame, board, *root, typed.as_deref()),
        Desk::TwoVersions { root, mine, theirs, by } => {
            slip_form::two_versions(frame, board, *root, [mine, theirs], &by.called)
        }
        Desk::Danger(draft) => danger(frame, board, draft),
        Desk::Goal { danger, root, text } => goal(frame, board, *danger, *root, text),
        Desk::Rating(scale) => slip_form::rating(frame, board, *scale),
    }
}

/// The head of the desk, with the way back to the whole board.
fn desk_head(frame: &Frame<'_>, board: &Board, for_field: &str, asks: &str) -> Markup {
    html! {
        div.desk-head {
            label.size-21 for=(for_field) { (asks) }
            a.button.button-words.button-short href=(urls::Map(board.child.id)) {
                (icon(frame.look, "x", 20)) (say!("board-close"))
            }
        }
    }
}

fn hidden(name: &str, id: Option<EntryId>) -> Markup {
    html! { @if let Some(id) = id { input type="hidden" name=(name) value=(id); } }
}

fn danger(frame: &Frame<'_>, board: &Board, draft: &DangerDraft) -> Markup {
    let against = say!("board-disagreement");
    let count = count_words(&draft.text) + count_words(&draft.disagreement);
    html! {
        form.desk.worries method="post" action=(urls::Statements(board.child.id)) {
            input type="hidden" name="kind" value="danger";
            (hidden("root", draft.root)) (hidden("version", draft.version))
            div.say {
                (desk_head(frame, board, "text", &say!("board-desk-danger")))
                div.big-field {
                    textarea #text name="text" rows="5" dir="auto" data-counted-by="count" {
                        (draft.text)
                    }
                    textarea.disagrees name="disagreement" rows="1" dir="auto"
                        data-counted-by="count" aria-label=(against) placeholder=(against) {
                            (draft.disagreement)
                        }
                }
                div.go {
                    (send(Weight::Main, say!("board-put-on")))
                    (send_as(Weight::Plain, ("then", "goal"), say!("board-pair-goal")))
                    (word_note(count))
                }
            }
            (help(frame, board, draft))
        }
    }
}

/// "83 words. Up to 60 is easier to hold." It counts and never blocks.
fn word_note(count: usize) -> Markup {
    let easy = say!("board-words", n = "{n}");
    let long = say!("board-words-long", n = "{n}", easy = WORDS_EASY);
    let now = if count > WORDS_EASY { &long } else { &easy };
    html! {
        p #count.count data-counts data-limit=(WORDS_EASY) data-easy=(easy) data-long=(long)
            aria-live="polite" {
            (now.replace("{n}", &count.to_string()))
        }
    }
}

fn help(frame: &Frame<'_>, board: &Board, draft: &DangerDraft) -> Markup {
    let parts = &draft.parts;
    let could = say!("board-part-could-happen", name = board.child.called.as_str());
    let asked = [
        ("who_worries", say!("board-part-who"), &parts.who_worries),
        ("happened", say!("board-part-happened"), &parts.happened),
        ("when_likely", say!("board-part-when"), &parts.when_likely),
        ("could_happen", could, &parts.could_happen),
        ("family_says", say!("board-part-family"), &parts.family_says),
    ];
    let begun = asked.iter().any(|(_, _, value)| !value.is_empty());
    html! {
        details.wording open[begun] {
            summary { (icon(frame.look, "chevron-down", 20)) (say!("board-help")) }
            @for (nth, (name, asks, value)) in asked.iter().enumerate() {
                div.part {
                    label for=(name) { (nth + 1) "\u{2002}" (asks) }
                    textarea id=(name) name=(name) rows="1" dir="auto" { (value) }
                }
            }
        }
    }
}

fn goal(
    frame: &Frame<'_>,
    board: &Board,
    danger: EntryId,
    root: Option<EntryId>,
    so_far: &str,
) -> Markup {
    let answered = board.pairs.iter().filter_map(|pair| pair.danger.as_ref());
    let answered = answered.into_iter().find(|one| one.root == danger);
    html! {
        form.desk.needs method="post" action=(urls::Statements(board.child.id)) {
            input type="hidden" name="kind" value="goal";
            (hidden("danger", Some(danger))) (hidden("root", root))
            div.say {
                (desk_head(frame, board, "text", &say!("board-desk-goal")))
                div.big-field {
                    textarea #text name="text" rows="5" dir="auto" data-counted-by="count" {
                        (so_far)
                    }
                }
                div.go {
                    (send(Weight::Main, say!("board-put-on")))
                    (word_note(count_words(so_far)))
                }
            }
            @if let Some(danger) = answered {
                aside.wording { h3 { (say!("board-answers")) } p { (words(&danger.text)) } }
            }
        }
    }
}

/// A text area with a label, as the smaller forms of the desk use it.
fn words_field(label: &str, value: &str) -> Markup {
    text(&Field { name: "text", label, value, ..Field::default() }, 3)
}

/// The way out without saving.
fn leave(board: &Board) -> Markup {
    link(Weight::Words, urls::Map(board.child.id), say!("board-close"))
}
