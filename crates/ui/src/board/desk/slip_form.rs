//! Forms for one slip (new, written anew, saved by two at once) and for one number.
use domain::board::{Board, Slip};
use domain::form::{Filled, Form};
use domain::front_page::Scale;
use domain::id::{EntryId, PersonId};
use domain::map_item::{Column, MapKind};
use domain::person::Sex;
use domain::voice::Mode;
use maud::{Markup, html};

use super::super::slip::{kind_word, mode_words};
use super::{OnDesk, hidden, leave, words_field};
use crate::button::{Weight, send, send_as};
use crate::field::{Choices, choices, choose, line, text};
use crate::scale::titled;
use crate::typeset::{curly, words};
use crate::{draft, names, say, urls};

/// A new slip in a column.
pub(super) fn adding(desk: &OnDesk<'_>, column: Column) -> Markup {
    let asks = match column {
        Column::Worry => say!("board-worries-ask"),
        Column::Well => say!("front-well-asks"),
        Column::Next => say!("front-needs-asks"),
    };
    let kinds: Vec<MapKind> =
        MapKind::ALL.iter().copied().filter(|kind| kind.column() == column).collect();
    let on = desk.frame.at.date().to_string();
    html! {
        form.desk.desk-small method="post" action=(urls::MapItems(desk.board.child.id))
            autocomplete="off" data-draft=(desk.drafts()) {
            (desk.head())
            (words_field(desk, &asks, ""))
            (kind_choices(desk, &kinds, Some(begins_as(column))))
            (spoken(desk, None, Mode::CloseNote, &on))
            (also_about(desk))
            div.go { (send(Weight::Main, say!("board-put-on"))) (leave(desk.board)) (desk.foot()) }
        }
    }
}

/// What a slip is until somebody says more of it: the least that it may claim.
const fn begins_as(column: Column) -> MapKind {
    match column {
        Column::Worry => MapKind::Complicating,
        Column::Well => MapKind::Strength,
        Column::Next => MapKind::Step,
    }
}

/// A slip, written anew; the old words stay in the journal.
pub(super) fn editing(desk: &OnDesk<'_>, root: EntryId) -> Markup {
    html! {
        @if let Some(slip) = find(desk.board, root) {
            @let who = slip.said_by.as_ref().map_or(String::new(), |who| who.id.to_string());
            @let begun_from = desk.begun.filled.one("version").parse().ok();
            form.desk.desk-small method="post" action=(urls::Replace(root))
                autocomplete="off" data-draft=(desk.drafts()) {
                (desk.head())
                (hidden("version", begun_from.or(Some(slip.version))))
                input type="hidden" name="child" value=(desk.board.child.id);
                (words_field(desk, &say!("board-words-now"), &slip.text))
                (kind_choices(desk, MapKind::ALL, Some(slip.kind)))
                (spoken(desk, Some(who), slip.mode, &slip.on.to_string()))
                div.go {
                    (send(Weight::Main, say!("board-keep"))) (leave(desk.board)) (desk.foot())
                }
            }
        } @else {
            p.desk.asks { (say!("board-slip-gone")) }
        }
    }
}

/// Somebody else saved the same thing meanwhile: both texts, and nothing lost whichever is kept.
/// What was typed goes on in each form, whole.
pub(super) fn two_versions(desk: &OnDesk<'_>, root: EntryId, theirs: &str, by: &str) -> Markup {
    let (board, mine) = (desk.board, &desk.begun.filled);
    let child = board.child.id;
    let (is_slip, version) = standing(board, root);
    let anew = if is_slip {
        urls::MapItems(child).to_string()
    } else {
        urls::Statements(child).to_string()
    };
    let again = if is_slip { urls::Replace(root).to_string() } else { anew.clone() };
    let typed = mine.without(&["version", "root", "draft", "then"]);
    html! {
        section.desk.desk-versions aria-labelledby="both" {
            h2 #both.size-21 { (say!("board-two", who = by)) }
            form method="post" action=(again) {
                h3 { (say!("board-mine")) }
                p.told-words dir="auto" { (words(mine.one("text"))) }
                (carried(&typed)) (hidden("version", version)) (hidden("root", Some(root)))
                (hidden("draft", Some(desk.begun.draft)))
                (send(Weight::Plain, say!("board-keep-mine")))
            }
            form method="post" action=(desk.drafts()) {
                h3 { (say!("board-theirs", who = by)) }
                p.told-words dir="auto" { (words(theirs)) }
                (draft::known_by(Form::Desk(desk.open), desk.begun))
                (send_as(Weight::Plain, ("then", "throw-away"), say!("board-keep-theirs")))
            }
            form method="post" action=(anew) {
                h3 { (say!("board-both")) }
                p { (say!("board-both-how")) }
                (carried(&typed)) (hidden("draft", Some(desk.begun.draft)))
                (send(Weight::Plain, say!("board-keep-both")))
            }
        }
    }
}

/// Whether it is a slip, and which version of it stands now.
fn standing(board: &Board, root: EntryId) -> (bool, Option<EntryId>) {
    if let Some(slip) = find(board, root) {
        return (true, Some(slip.version));
    }
    let dangers = board.pairs.iter().filter_map(|pair| pair.danger.as_ref());
    let goals = board.pairs.iter().filter_map(|pair| pair.goal.as_ref());
    let mut all =
        dangers.map(|one| (one.root, one.version)).chain(goals.map(|g| (g.root, g.version)));
    (false, all.find(|(one, _)| *one == root).map(|(_, version)| version))
}

/// Fields of a form that goes on as it was sent.
fn carried(typed: &Filled) -> Markup {
    html! {
        @for (name, value) in typed.pairs() { input type="hidden" name=(name) value=(value); }
    }
}

/// Somebody gives a number.
pub(super) fn rating(desk: &OnDesk<'_>, scale: EntryId) -> Markup {
    let board = desk.board;
    let Some(scale) = board.scales.iter().find(|one| one.id == scale) else { return html! {} };
    let said = desk.or("answer", "");
    let numbers = (0..=10_u8).rev().map(|n| (n.to_string(), rung(scale, n)));
    let cannot = ("cannot_say".to_owned(), say!("scale-cannot-say").into_owned());
    let answers = numbers.chain([cannot]).map(|(value, words)| {
        let ticked = value == said;
        (value, words, ticked)
    });
    let (asks, on) = (say!("board-rate-number"), desk.frame.at.date().to_string());
    let answer =
        Choices::one("answer", &asks, answers.collect()).wrong(desk.wrongs.at("answer")).at_once();
    html! {
        form.desk.desk-rating method="post" action=(urls::Ratings(board.child.id))
            autocomplete="off" data-draft=(desk.drafts()) {
            (desk.head())
            (hidden("scale", Some(scale.id)))
            h2.size-21 { (words(&titled(scale))) }
            div.ladder { (choices(&answer)) }
            div {
                (speaker(desk, None, (&say!("board-rate-who"), say!("board-choose").into_owned())))
                (line(&desk.field("on", &say!("board-on"), &on), "date", "off"))
                (text(&desk.field("why", &say!("board-rate-why"), ""), 4))
                div.go {
                    (send(Weight::Main, say!("board-rate-keep"))) (leave(board)) (desk.foot())
                }
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

fn kind_choices(desk: &OnDesk<'_>, kinds: &[MapKind], fresh: Option<MapKind>) -> Markup {
    let chosen = MapKind::parse(desk.or("kind", "")).or(fresh);
    let of = kinds.iter().map(|kind| {
        (kind.as_str().to_owned(), kind_word(*kind).into_owned(), chosen == Some(*kind))
    });
    let asks = say!("board-kind");
    choices(&Choices::one("kind", &asks, of.collect()).wrong(desk.wrongs.at("kind")))
}

/// Who said it, how near the words are, when.
fn spoken(desk: &OnDesk<'_>, who: Option<String>, mode: Mode, on: &str) -> Markup {
    let modes: Vec<_> =
        Mode::ALL.iter().map(|mode| (mode.as_str(), mode_words(*mode, Sex::NotKnown))).collect();
    html! {
        div.pair-of-fields {
            (speaker(desk, who, (&say!("board-who"), say!("board-nobody").into_owned())))
            (choose(&desk.field("mode", &say!("board-how"), mode.as_str()), &modes))
            (line(&desk.field("on", &say!("board-on"), on), "date", "off"))
        }
    }
}

/// Whose words or number it is. Nobody stands there until somebody is chosen: words are never put
/// into a child's mouth because their name came first.
fn speaker(desk: &OnDesk<'_>, chosen: Option<String>, (label, nobody): (&str, String)) -> Markup {
    let people = desk.board.speakers.iter().map(|who| {
        let name = names::with_kinship(who).into_owned();
        (who.id.to_string(), name)
    });
    let all: Vec<(String, String)> =
        std::iter::once((String::new(), nobody)).chain(people).collect();
    let fresh = chosen.unwrap_or_default();
    choose(&desk.field("said_by", label, &fresh), &all)
}

/// Brothers and sisters whose file the slip goes into too.
fn also_about(desk: &OnDesk<'_>) -> Markup {
    let ticked: Vec<PersonId> = desk.begun.filled.ids("about");
    let of = desk
        .board
        .siblings
        .iter()
        .map(|who| (who.id.to_string(), who.called.clone(), ticked.contains(&who.id)));
    html! {
        @if !desk.board.siblings.is_empty() {
            (choices(&Choices::several("about", &say!("board-also-about"), of.collect())
                .wrong(desk.wrongs.at("children"))))
        }
    }
}
