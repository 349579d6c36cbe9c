//! The desk: one thing at a time, under the columns, so that all three stay in sight.
//!
//! A danger is worded in one field, which the family sees large; help with the wording is a fold,
//! shut at first. Every form works without script and saves whatever is in it; length is a note
//! and never a stop. What was typed is in it again: from a draft, or as it was sent and refused.
use domain::board::{Board, DangerDraft, Desk, Open};
use domain::danger_statement::WORDS_EASY;
use domain::form::{Begun, Form};
use domain::id::{EntryId, PersonId};
use domain::text::count_words;
use maud::{Markup, html};

use crate::button::{Weight, link, send, send_as};
use crate::field::{Field, kept_whole, text_at_once};
use crate::icon::icon;
use crate::layout::Frame;
use crate::problem::Wrongs;
use crate::typeset::words;
use crate::{draft, names, say, urls};

mod slip_form;

/// A form on the desk: what stands in it, and what is wrong with it.
#[derive(Clone, Copy)]
struct OnDesk<'a> {
    frame: &'a Frame<'a>,
    board: &'a Board,
    open: Open,
    begun: &'a Begun,
    wrongs: &'a Wrongs,
}

impl OnDesk<'_> {
    /// What stands in a field; where the form is fresh, this.
    fn or<'b>(&'b self, name: &str, fresh: &'b str) -> &'b str {
        self.begun.filled.find(name).unwrap_or(fresh)
    }

    /// A field with this in it where the form is fresh.
    fn field<'b>(&'b self, name: &'b str, label: &'b str, fresh: &'b str) -> Field<'b> {
        let (value, wrong) = (self.or(name, fresh), self.wrongs.at(name));
        Field { name, label, value, wrong, hint: None }
    }

    /// What is wrong above, by which draft the form is known.
    fn head(&self) -> Markup {
        html! {
            (draft::known_by(Form::Desk(self.open), self.begun))
            @if !self.wrongs.is_empty() {
                div.notice.notice-error role="alert" {
                    h2 {
                        @if self.begun.kept_at.is_some() { (say!("board-not-kept-draft")) }
                        @else { (say!("board-not-kept")) }
                    }
                    @for (field, says) in self.wrongs.all() {
                        p { a href={ "#" (field) } { (says) } }
                    }
                }
            }
        }
    }

    /// When it was kept, and the way to throw it away.
    fn foot(&self) -> Markup {
        let child = self.board.child.id;
        html! { (draft::keep_without_script(child)) (draft::kept(child, self.begun)) }
    }

    /// Where what is typed is kept.
    fn drafts(&self) -> urls::Drafts {
        urls::Drafts(self.board.child.id)
    }
}

/// Whatever is on the desk.
pub(super) fn desk(frame: &Frame<'_>, board: &Board, wrongs: &Wrongs) -> Markup {
    let Some((open, begun)) = &board.form else { return html! {} };
    let desk = OnDesk { frame, board, open: *open, begun, wrongs };
    match &board.desk {
        Desk::Closed => html! {},
        Desk::Adding(column) => slip_form::adding(&desk, *column),
        Desk::Editing(root) => slip_form::editing(&desk, *root),
        Desk::TwoVersions { root, theirs, by } => {
            slip_form::two_versions(&desk, *root, theirs, &by.called)
        }
        Desk::Danger(draft) => danger(&desk, draft),
        Desk::Goal { danger, root, version, text } => goal(&desk, *danger, (*root, *version), text),
        Desk::Rating(scale) => slip_form::rating(&desk, *scale),
    }
}

/// The head of the desk, with the way back to the whole board.
fn desk_head(desk: &OnDesk<'_>, for_field: &str, asks: &str) -> Markup {
    html! {
        div.desk-head {
            label.size-21 for=(for_field) { (asks) }
            a.button.button-words.button-short href=(urls::Map(desk.board.child.id)) {
                (icon(desk.frame.look, "x", 20)) (say!("board-close"))
            }
        }
    }
}

fn hidden(name: &str, id: Option<EntryId>) -> Markup {
    html! { @if let Some(id) = id { input type="hidden" name=(name) value=(id); } }
}

fn danger(desk: &OnDesk<'_>, so_far: &DangerDraft) -> Markup {
    let against = say!("board-disagreement");
    let count = count_words(&so_far.text) + count_words(&so_far.disagreement);
    html! {
        form.desk.worries method="post" action=(urls::Statements(desk.board.child.id))
            autocomplete="off" data-draft=(desk.drafts()) {
            input type="hidden" name="kind" value="danger";
            (hidden("root", so_far.root)) (hidden("version", so_far.version))
            div.say {
                (desk.head())
                (desk_head(desk, "text", &say!("board-desk-danger")))
                (wrong(desk, "text"))
                div.big-field.field-wrong[desk.wrongs.at("text").is_some()] {
                    textarea #text name="text" rows="5" dir="auto" autofocus
                        data-counted-by="count" {
                        (kept_whole(&so_far.text))
                    }
                    textarea #disagreement .disagrees name="disagreement" rows="1" dir="auto"
                        data-counted-by="count" aria-label=(against) placeholder=(against) {
                            (kept_whole(&so_far.disagreement))
                        }
                }
                (wrong(desk, "disagreement"))
                div.go {
                    (send(Weight::Main, say!("board-put-on")))
                    (send_as(Weight::Plain, ("then", "goal"), say!("board-pair-goal")))
                    (desk.foot()) (word_note(count))
                }
            }
            (help(desk, so_far))
        }
    }
}

/// What is wrong with a field that stands without a frame of its own.
fn wrong(desk: &OnDesk<'_>, field: &str) -> Markup {
    html! {
        @if let Some(says) = desk.wrongs.at(field) {
            p.wrong-here id={ (field) "-wrong" } { (says) }
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

fn help(desk: &OnDesk<'_>, so_far: &DangerDraft) -> Markup {
    let parts = &so_far.parts;
    let could = say!("board-part-could-happen", name = desk.board.child.called.as_str());
    let asked = [
        ("who_worries", say!("board-part-who"), &parts.who_worries),
        ("happened", say!("board-part-happened"), &parts.happened),
        ("when_likely", say!("board-part-when"), &parts.when_likely),
        ("could_happen", could, &parts.could_happen),
        ("family_says", say!("board-part-family"), &parts.family_says),
    ];
    let begun =
        asked.iter().any(|(name, _, value)| !value.is_empty() || desk.wrongs.at(name).is_some());
    html! {
        details.wording open[begun] {
            summary { (icon(desk.frame.look, "chevron-down", 20)) (say!("board-help")) }
            @for (nth, (name, asks, value)) in asked.iter().enumerate() {
                div.part {
                    label for=(name) { (nth + 1) "\u{2002}" (asks) }
                    (wrong(desk, name))
                    textarea id=(name) name=(name) rows="1" dir="auto" { (kept_whole(value)) }
                    @if *name == "who_worries" { (pick_who_worries(desk)) }
                }
            }
        }
    }
}

/// People to pick from, beside the names that are typed.
fn pick_who_worries(desk: &OnDesk<'_>) -> Markup {
    let picked: Vec<PersonId> = desk.begun.filled.ids("also_worries");
    let all = &desk.board.speakers;
    html! {
        @if !all.is_empty() {
            details.pick open[!picked.is_empty()] {
                summary { (say!("board-pick-who")) }
                div.choices {
                    @for who in all {
                        label.choice {
                            input type="checkbox" name="also_worries" value=(who.id)
                                checked[picked.contains(&who.id)];
                            (names::with_kinship(who))
                        }
                    }
                }
            }
        }
    }
}

fn goal(
    desk: &OnDesk<'_>,
    danger: EntryId,
    (root, version): (Option<EntryId>, Option<EntryId>),
    so_far: &str,
) -> Markup {
    let answered = desk.board.pairs.iter().filter_map(|pair| pair.danger.as_ref());
    let answered = answered.into_iter().find(|one| one.root == danger);
    html! {
        form.desk.needs method="post" action=(urls::Statements(desk.board.child.id))
            autocomplete="off" data-draft=(desk.drafts()) {
            input type="hidden" name="kind" value="goal";
            (hidden("danger", Some(danger))) (hidden("root", root)) (hidden("version", version))
            div.say {
                (desk.head())
                (desk_head(desk, "text", &say!("board-desk-goal")))
                (wrong(desk, "text"))
                div.big-field.field-wrong[desk.wrongs.at("text").is_some()] {
                    textarea #text name="text" rows="5" dir="auto" autofocus
                        data-counted-by="count" {
                        (kept_whole(so_far))
                    }
                }
                div.go {
                    (send(Weight::Main, say!("board-put-on")))
                    (desk.foot()) (word_note(count_words(so_far)))
                }
            }
            @if let Some(danger) = answered {
                aside.wording { h3 { (say!("board-answers")) } p { (words(&danger.text)) } }
            }
        }
    }
}

/// A text area with a label, as the smaller forms of the desk use it.
fn words_field(desk: &OnDesk<'_>, label: &str, fresh: &str) -> Markup {
    text_at_once(&desk.field("text", label, fresh), 3)
}

/// The way out without saving.
fn leave(board: &Board) -> Markup {
    link(Weight::Words, urls::Map(board.child.id), say!("board-close"))
}
