//! A slip: what somebody said, who, how near the words are, when; tinted where it is in use.
use std::borrow::Cow;

use domain::board::{Board, PairedGoal, Slip};
use domain::map_item::MapKind;
use domain::person::Sex;
use domain::text::opening;
use domain::voice::Mode;
use maud::{Markup, html};

use crate::icon::icon;
use crate::layout::Frame;
use crate::person_mark::initials_of;
use crate::typeset::{as_said, words};
use crate::urls::{OnDesk, Open};
use crate::{dates, names, say, urls};

/// So much of a goal stands as a slip: five lines, to the end of a sentence where one ends in time.
const GOAL_IN_SIGHT: usize = 230;

/// One slip of a column.
pub(super) fn slip(frame: &Frame<'_>, board: &Board, slip: &Slip, used: bool) -> Markup {
    let done = slip.step.as_ref().and_then(|step| step.done_on);
    let day = dates::short(slip.on, board.as_of);
    let nobody = say!("board-nobody");
    let speaker = slip.said_by.as_ref().map_or(&*nobody, |who| &who.called);
    html! {
        li.slip.slip-used[used].slip-done[done.is_some()] id={ "slip-" (slip.root) } {
            p dir="auto" {
                @if done.is_some() { (icon(frame.look, "check", 16)) " " }
                (as_said(&slip.text, slip.mode))
            }
            p.by {
                @if let Some(who) = &slip.said_by { (initials_of(who)) }
                span {
                    b { (speaker) } " "
                    a.whole href=(urls::Entry(slip.root)) { (said(slip, &day)) }
                }
                a.again href=(OnDesk(board.child.id, Open::Edit(slip.root))) {
                    (say!("board-change"))
                }
                em { (kind_word(slip.kind)) }
            }
            @if done.is_none() { (step(board, slip)) }
        }
    }
}

fn step(board: &Board, slip: &Slip) -> Markup {
    html! {
        @if let Some(step) = &slip.step {
            p.by {
                @match (&step.owner, step.by) {
                    (Some(who), Some(day)) => {
                        @let day = dates::short(day, board.as_of);
                        (say!("board-step-by", who = who.called.as_str(), day = day))
                    },
                    (Some(who), None) => (say!("board-step-who", who = who.called.as_str())),
                    (None, _) => (say!("board-step-nobody")),
                }
            }
        }
    }
}

/// The goal, as a slip in use.
pub(super) fn goal(goal: &PairedGoal) -> Markup {
    let with = names::joined(goal.written_with.iter().skip(1).map(|who| who.called.as_str()));
    html! {
        li.slip.slip-used.slip-goal {
            p dir="auto" { (words(&opening(&goal.text, GOAL_IN_SIGHT))) }
            p.by {
                @if let Some(first) = goal.written_with.first() {
                    (initials_of(first))
                    span {
                        b { (first.called) } @if !with.is_empty() {
                            " " (say!("board-with", who = with))
                        }
                    }
                }
                em { (say!("front-goal-label")) }
            }
        }
    }
}

/// "her words, 6 Oct".
fn said(slip: &Slip, day: &str) -> Cow<'static, str> {
    let sex = slip.said_by.as_ref().map_or(Sex::NotKnown, |who| who.sex);
    say!("board-said", how = mode_words(slip.mode, sex), day = day)
}

/// How near words are to what was said, of somebody: "her words", "close note".
pub fn mode_words(mode: Mode, sex: Sex) -> Cow<'static, str> {
    match (mode, sex) {
        (Mode::Verbatim, Sex::Female) => say!("mode-her-words"),
        (Mode::Verbatim, Sex::Male) => say!("mode-his-words"),
        (Mode::Verbatim, Sex::NotKnown) => say!("mode-their-words"),
        (Mode::CloseNote, _) => say!("mode-close-note"),
        (Mode::Observed, _) => say!("mode-observed"),
        (Mode::Reported, _) => say!("mode-reported"),
        (Mode::Document, _) => say!("mode-document"),
        (Mode::Judgement, _) => say!("mode-judgement"),
    }
}

/// What kind of thing, in a word.
pub(super) fn kind_word(kind: MapKind) -> Cow<'static, str> {
    match kind {
        MapKind::Harm => say!("map-harm"),
        MapKind::Complicating => say!("map-complicating"),
        MapKind::Strength => say!("map-strength"),
        MapKind::Safety => say!("map-safety"),
        MapKind::Step => say!("map-step"),
        MapKind::Wish => say!("map-wish"),
    }
}
