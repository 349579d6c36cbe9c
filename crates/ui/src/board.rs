//! The board: the map in three columns, always all three in sight, and a desk under them.
//!
//! While something is on the desk a column shows the two slips that matter to it and says what
//! else it holds; with a closed desk it shows everything, and below stand the statements with
//! their goals, and the scales. Any order, nothing blocks. Deliberately absent: marks out of ten
//! for a map, and counts that blame.
use domain::board::{Board, Desk, Slip};
use domain::id::EntryId;
use domain::map_item::{Column, MapKind};
use maud::{Markup, html};

use crate::icon::icon;
use crate::layout::{ChildHead, ChildPage, Frame, child_page, sub_links};
use crate::person_mark::initials_of;
use crate::problem::Wrongs;
use crate::urls::{OnDesk, Open};
use crate::{dates, names, say, urls};

mod desk;
mod pairs;
pub mod samples;
mod slip;

pub use slip::mode_words;

/// So many slips of a column stay in sight while the desk is open.
const IN_SIGHT: usize = 2;

/// The page, with what is wrong with the form on its desk where it comes back.
pub fn board(frame: &Frame<'_>, board: &Board, wrongs: &Wrongs) -> Markup {
    let head = ChildHead {
        child: board.child.id,
        name: &board.child.name,
        emblem: board.child.emblem.as_deref(),
        facts: facts(frame, board),
        doing: html! {},
        current: ChildPage::Map,
        beside: in_the_room(board),
        styles: &["scale", "board"],
    };
    child_page(
        frame,
        &head,
        &html! {
            article.sheet.board {
                (sub_links(frame, board.child.id, ChildPage::Map))
                div.columns {
                    @for column in [Column::Worry, Column::Well, Column::Next] {
                        (one_column(frame, board, column))
                    }
                }
                @if board.desk == Desk::Closed { (pairs::below(frame, board)) }
                @else { (desk::desk(frame, board, wrongs)) }
            }
        },
    )
}

fn facts(frame: &Frame<'_>, board: &Board) -> Markup {
    html! {
        @match board.version {
            None if board.slips.is_empty() && board.pairs.is_empty() => {
                (say!("board-no-version"))
            },
            // It was filled without having been talked through as a whole.
            None => {},
            Some(version) => (say!("board-version", version = version)),
        }
        @if let Some(kept) = board.draft_kept_at {
            " · " span.kept { (icon(frame.look, "check", 18)) " "
                (say!("board-kept", time = dates::clock(kept.time()))) }
        }
    }
}

fn in_the_room(board: &Board) -> Markup {
    let all = names::joined(board.in_the_room.iter().map(|who| who.called.as_str()));
    html! {
        @if !board.in_the_room.is_empty() {
            p.in-the-room title=(all) {
                @for who in &board.in_the_room { (initials_of(who)) }
                span.for-readers { (all) } span { (say!("board-in-the-room")) }
            }
        }
    }
}

/// Which slips of a column are in sight, and which it says it holds besides.
fn in_sight(board: &Board, column: Column) -> (Vec<&Slip>, Vec<&Slip>) {
    let of_column = board.slips.iter().filter(|slip| slip.column() == column);
    if board.desk == Desk::Closed {
        return (of_column.collect(), vec![]);
    }
    let used = used_slips(board);
    let mut first: Vec<&Slip> = of_column.collect();
    first.sort_by_key(|slip| (!used.contains(&slip.root), weight(slip.kind)));
    let goal = usize::from(column == Column::Next && goal_in_sight(board).is_some());
    let besides = first.split_off(first.len().min(IN_SIGHT - goal));
    (first, besides)
}

/// What a column shows first, of what is not in use: harm before what makes it harder, wishes
/// before steps.
const fn weight(kind: MapKind) -> u8 {
    match kind {
        MapKind::Harm | MapKind::Safety | MapKind::Wish => 0,
        MapKind::Complicating | MapKind::Strength => 1,
        MapKind::Step => 2,
    }
}

/// Slips that are in use in the statements.
fn used_slips(board: &Board) -> Vec<EntryId> {
    let dangers = board.pairs.iter().filter_map(|pair| pair.danger.as_ref());
    dangers.flat_map(|danger| danger.uses.iter().copied()).collect()
}

/// The goal that stands as a slip in the third column.
fn goal_in_sight(board: &Board) -> Option<&domain::board::PairedGoal> {
    board.pairs.iter().find_map(|pair| pair.goal.as_ref()).filter(|_| board.desk != Desk::Closed)
}

fn one_column(frame: &Frame<'_>, board: &Board, column: Column) -> Markup {
    let (shown, besides) = in_sight(board, column);
    let used = used_slips(board);
    let goal = goal_in_sight(board).filter(|_| column == Column::Next);
    html! {
        section class={ "column " (meaning(column)) } {
            (column_head(frame, column))
            @if shown.is_empty() && goal.is_none() {
                p.first-question { (first_question(column)) }
            }
            ul.slips {
                @if let Some(goal) = goal { (slip::goal(goal)) }
                @for slip in &shown {
                    (slip::slip(frame, board, slip, used.contains(&slip.root)))
                }
            }
            (column_foot(frame, board, column, &besides))
        }
    }
}

/// The class of a column's colour.
fn meaning(column: Column) -> &'static str {
    match column {
        Column::Worry => "worries",
        Column::Well => "working-well",
        Column::Next => "needs",
    }
}

fn column_head(frame: &Frame<'_>, column: Column) -> Markup {
    let (picture, words, asks) = match column {
        Column::Worry => ("cloud-rain", say!("front-worries"), say!("board-worries-ask")),
        Column::Well => ("sun", say!("front-well"), say!("front-well-asks")),
        Column::Next => ("footprints", say!("front-needs"), say!("front-needs-asks")),
    };
    html! {
        header { h2.size-21 { (icon(frame.look, picture, 22)) (words) } p { (asks) } }
    }
}

fn first_question(column: Column) -> std::borrow::Cow<'static, str> {
    match column {
        Column::Worry => say!("board-first-worry"),
        Column::Well => say!("board-first-well"),
        Column::Next => say!("board-first-next"),
    }
}

fn column_foot(frame: &Frame<'_>, board: &Board, column: Column, besides: &[&Slip]) -> Markup {
    let key = match column {
        Column::Worry => "w",
        Column::Well => "g",
        Column::Next => "n",
    };
    html! {
        p.column-foot {
            @if besides.is_empty() { span {} }
            @else { a href=(urls::Map(board.child.id)) { (besides_in_words(board, besides)) } }
            a.button.button-words.button-short
                href=(OnDesk(board.child.id, Open::Add(column))) data-key=(key) {
                (icon(frame.look, "plus", 18)) (say!("board-add"))
                kbd aria-hidden="true" { (key) }
            }
        }
    }
}

/// "2 more: the crying, Karim on nights"; "4 steps, next 28 Nov".
fn besides_in_words(board: &Board, besides: &[&Slip]) -> String {
    if besides.iter().all(|slip| slip.kind == MapKind::Step) {
        let open =
            besides.iter().filter_map(|slip| slip.step.as_ref()).filter(|s| s.done_on.is_none());
        let steps = say!("board-steps", n = besides.len());
        return match open.filter_map(|step| step.by).min() {
            None => steps.into_owned(),
            Some(day) => {
                say!("board-steps-next", steps = steps, day = dates::short(day, board.as_of))
                    .into_owned()
            }
        };
    }
    let shorts: Vec<&str> = besides.iter().filter_map(|slip| slip.short.as_deref()).collect();
    if shorts.is_empty() {
        say!("board-more", n = besides.len()).into_owned()
    } else {
        say!("board-more-named", n = besides.len(), names = shorts.join(", ")).into_owned()
    }
}

#[cfg(test)]
mod tests;
