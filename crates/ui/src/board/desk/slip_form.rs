//! Forms for one slip (new, written anew, saved by two at once) and for one number.
use domain::board::{Board, Slip};
use domain::front_page::Scale;
use domain::id::EntryId;
use domain::map_item::{Column, MapKind};
use domain::person::Sex;
use domain::voice::Mode;
use maud::{Markup, html};

use super::super::slip::{kind_word, mode_words};
use super::{hidden, leave, words_field};
use crate::button::{Weight, link, send};
use crate::field::{Choices, Field, choices, choose, line, text};
use crate::layout::Frame;
use crate::scale::titled;
use crate::typeset::{curly, words};
use crate::{names, say, urls};

/// A new slip in a column.
pub(super) fn adding(frame: &Frame<'_>, board: &Board, column: Column) -> Markup {
    let asks = match column {
        Column::Worry => say!("board-worries-ask"),
        Column::Well => say!("front-well-asks"),
        Column::Next => say!("front-needs-asks"),
    };
    let kinds = kinds_of(column, None);
    let on = frame.at.date().to_string();
    html! {
        form.desk.desk-small method="post" action=(urls::MapItems(board.child.id)) {
            (words_field(&asks, ""))
            (choices(&Choices::one("kind", &say!("board-kind"), kinds)))
            (spoken(board, None, Mode::Verbatim, &on))
            (also_about(board))
            div.go { (send(Weight::Main, say!("board-put-on"))) (leave(board)) }
        }
    }
}

/// A slip, written anew; the old words stay in the journal.
pub(super) fn editing(
    _frame: &Frame<'_>,
    board: &Board,
    root: EntryId,
    typed: Option<&str>,
) -> Markup {
    html! {
        @if let Some(slip) = find(board, root) {
            @let who = slip.said_by.as_ref().map(|who| who.id.to_string());
            @let kinds = MapKind::ALL.iter().map(|kind| kind_choice(*kind, Some(slip.kind)));
            form.desk.desk-small method="post" action=(urls::Replace(root)) {
                (hidden("version", Some(slip.version)))
                (words_field(&say!("board-words-now"), typed.unwrap_or(&slip.text)))
                (choices(&Choices::one("kind", &say!("board-kind"), kinds.collect())))
                (spoken(board, who, slip.mode, &slip.on.to_string()))
                div.go { (send(Weight::Main, say!("board-keep"))) (leave(board)) }
            }
        } @else {
            p.desk.asks { (say!("board-slip-gone")) }
        }
    }
}

/// Somebody else saved the same slip meanwhile: both texts, and nothing lost whichever is kept.
pub(super) fn two_versions(
    _frame: &Frame<'_>,
    board: &Board,
    root: EntryId,
    [mine, theirs]: [&String; 2],
    by: &str,
) -> Markup {
    let version = find(board, root).map(|slip| slip.version);
    let kind = find(board, root).map_or(MapKind::Harm, |slip| slip.kind);
    html! {
        section.desk.desk-versions aria-labelledby="both" {
            h2 #both.size-21 { (say!("board-two", who = by)) }
            form method="post" action=(urls::Replace(root)) {
                h3 { (say!("board-mine")) }
                p dir="auto" { (words(mine)) }
                input type="hidden" name="text" value=(mine);
                (hidden("version", version))
                (send(Weight::Plain, say!("board-keep-mine")))
            }
            div {
                h3 { (say!("board-theirs", who = by)) }
                p dir="auto" { (words(theirs)) }
                (link(Weight::Plain, urls::Map(board.child.id), say!("board-keep-theirs")))
            }
            form method="post" action=(urls::MapItems(board.child.id)) {
                h3 { (say!("board-both")) }
                p { (say!("board-both-how")) }
                input type="hidden" name="text" value=(mine);
                input type="hidden" name="kind" value=(kind.as_str());
                (send(Weight::Plain, say!("board-keep-both")))
            }
        }
    }
}

/// Somebody gives a number.
pub(super) fn rating(frame: &Frame<'_>, board: &Board, scale: EntryId) -> Markup {
    let Some(scale) = board.scales.iter().find(|one| one.id == scale) else { return html! {} };
    let numbers = (0..=10_u8).rev().map(|n| (n.to_string(), rung(scale, n), false));
    let cannot = ("cannot_say".to_owned(), say!("scale-cannot-say").into_owned(), false);
    let answers = numbers.chain([cannot]).collect();
    let why = Field { name: "why", label: &say!("board-rate-why"), ..Field::default() };
    let on = frame.at.date().to_string();
    let day = Field { name: "on", label: &say!("board-on"), value: &on, ..Field::default() };
    html! {
        form.desk.desk-rating method="post" action=(urls::Ratings(board.child.id)) {
            (hidden("scale", Some(scale.id)))
            h2.size-21 { (words(&titled(scale))) }
            div.ladder {
                (choices(&Choices::one("answer", &say!("board-rate-number"), answers)))
            }
            div {
                (speaker(board, None, &say!("board-rate-who")))
                (line(&day, "date", "off"))
                (text(&why, 4))
                div.go { (send(Weight::Main, say!("board-rate-keep"))) (leave(board)) }
            }
        }
    }
}

/// A number of the ladder; its ends say what they mean.
fn rung(scale: &Scale, number: u8) -> String {
    match number {
        10 => format!("10\u{2002}{}", curly(&scale.anchor_10)),
        0 => format!("0\u{2002}{}", curly(&scale.anchor_0)),
        between => between.to_string(),
    }
}

fn find(board: &Board, root: EntryId) -> Option<&Slip> {
    board.slips.iter().find(|slip| slip.root == root)
}

fn kinds_of(column: Column, chosen: Option<MapKind>) -> Vec<(String, String, bool)> {
    let kinds: Vec<MapKind> =
        MapKind::ALL.iter().copied().filter(|kind| kind.column() == column).collect();
    let chosen = chosen.or_else(|| kinds.first().copied());
    kinds.into_iter().map(|kind| kind_choice(kind, chosen)).collect()
}

fn kind_choice(kind: MapKind, chosen: Option<MapKind>) -> (String, String, bool) {
    (kind.as_str().to_owned(), kind_word(kind).into_owned(), chosen == Some(kind))
}

/// Who said it, how near the words are, when.
fn spoken(board: &Board, who: Option<String>, mode: Mode, on: &str) -> Markup {
    let modes: Vec<_> =
        Mode::ALL.iter().map(|mode| (mode.as_str(), mode_words(*mode, Sex::NotKnown))).collect();
    let how =
        Field { name: "mode", label: &say!("board-how"), value: mode.as_str(), ..Field::default() };
    let day = Field { name: "on", label: &say!("board-on"), value: on, ..Field::default() };
    html! {
        div.pair-of-fields {
            (speaker(board, who, &say!("board-who")))
            (choose(&how, &modes))
            (line(&day, "date", "off"))
        }
    }
}

fn speaker(board: &Board, chosen: Option<String>, label: &str) -> Markup {
    let nobody = (String::new(), say!("board-nobody").into_owned());
    let people = board.speakers.iter().map(|who| {
        let name = names::with_kinship(who).into_owned();
        (who.id.to_string(), name)
    });
    let all: Vec<(String, String)> = people.chain([nobody]).collect();
    let first = all.first().map(|(id, _)| id.clone()).unwrap_or_default();
    let value = chosen.unwrap_or(first);
    choose(&Field { name: "said_by", label, value: &value, ..Field::default() }, &all)
}

/// Brothers and sisters whose file the slip goes into too.
fn also_about(board: &Board) -> Markup {
    let of =
        board.siblings.iter().map(|who| (who.id.to_string(), who.called.clone(), false)).collect();
    html! {
        @if !board.siblings.is_empty() {
            (choices(&Choices::several("about", &say!("board-also-about"), of)))
        }
    }
}
