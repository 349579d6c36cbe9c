//! Under a closed desk: each danger statement beside the goal that answers it, and the scales.
use domain::board::{Board, Pair, PairedDanger};
use domain::id::EntryId;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::button::{Weight, link};
use crate::layout::Frame;
use crate::typeset::words;
use crate::urls::{OnDesk, Open};
use crate::{dates, names, say, scale, urls};

/// Statements with their goals, then the scales.
pub(super) fn below(frame: &Frame<'_>, board: &Board) -> Markup {
    html! {
        section.pairs aria-label=(say!("board-pairs")) {
            @for pair in &board.pairs { (one_pair(frame, board, pair)) }
            (link(Weight::Plain, OnDesk(board.child.id, Open::NewDanger), say!("board-new-danger")))
        }
        @if !board.scales.is_empty() {
            section.board-scales aria-label=(say!("sub-scales")) {
                @for scale in &board.scales { (one_scale(board, scale)) }
            }
        }
    }
}

fn one_pair(_frame: &Frame<'_>, board: &Board, pair: &Pair) -> Markup {
    let danger_root = pair.danger.as_ref().map(|danger| danger.root);
    html! {
        div.pair {
            div.worries {
                h3 { (say!("front-danger-label")) }
                @match &pair.danger {
                    None => p.asks { (say!("board-desk-danger")) },
                    Some(danger) => (statement(board, danger)),
                }
            }
            div.needs {
                h3 { (say!("front-goal-label")) }
                @match &pair.goal {
                    None => p.asks { (say!("board-desk-goal")) },
                    Some(goal) => {
                        p.size-18 dir="auto" { (words(&goal.text)) }
                        p.source {
                            (names::joined(goal.written_with.iter().map(|who| who.called.as_str())))
                            ", " (day_of_words(goal.root, goal.on, board.as_of))
                        }
                    }
                }
                @if let Some(danger) = danger_root {
                    a.again href=(OnDesk(board.child.id, Open::GoalFor(danger))) {
                        @if pair.goal.is_some() {
                            (say!("board-again"))
                        } @else {
                            (say!("board-pair-goal"))
                        }
                    }
                }
            }
        }
    }
}

fn statement(board: &Board, danger: &PairedDanger) -> Markup {
    let cut = danger.disagreement.as_deref().filter(|words| !words.is_empty());
    let cut = cut.and_then(|words| danger.text.split_once(words).map(|(a, b)| (a, words, b)));
    html! {
        p.size-18 dir="auto" {
            @match cut {
                None => (words(&danger.text)),
                Some((before, inside, after)) => {
                    (words(before)) span.disagrees { (words(inside)) } (words(after))
                }
            }
        }
        p.source {
            (names::joined(danger.who_worries.iter().map(|who| who.called.as_str())
                .chain(danger.others_worry.as_deref())))
            ", " (day_of_words(danger.root, danger.on, board.as_of))
        }
        a.again href=(OnDesk(board.child.id, Open::Danger(danger.root))) { (say!("board-again")) }
    }
}

/// The day of these words, which leads to all the words there ever were.
fn day_of_words(root: EntryId, on: Date, as_of: Date) -> Markup {
    html! { a.whole href=(urls::Entry(root)) { (dates::short(on, as_of)) } }
}

fn one_scale(board: &Board, one: &domain::front_page::Scale) -> Markup {
    html! {
        div.board-scale {
            h3 { (words(&scale::titled(one))) }
            p.anchor { b { "10" } " " span { (words(&one.anchor_10)) } }
            @if scale::latest(one).is_some() { (scale::chart(one, board.as_of)) }
            @else { p.asks { (say!("scale-nobody")) } }
            p.anchor { b { "0" } " " span { (words(&one.anchor_0)) } }
            a.button.button-short href=(OnDesk(board.child.id, Open::Rate(one.id))) {
                (say!("board-rate"))
            }
        }
    }
}
