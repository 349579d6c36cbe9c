//! What was left open about something important that a child said: who was near, what was seen,
//! whom somebody rang, on the page that says nobody has written it yet.
use domain::board::BoardChild;
use domain::front_page::Named;
use domain::id::EntryId;
use domain::important_said::{ImportantSaid, Line};
use maud::{Markup, html};
use std::borrow::Cow;

use crate::button::{Weight, send};
use crate::field::{Field, line, text};
use crate::problem::{Wrongs, mend};
use crate::{say, urls};

/// The form, for whoever may write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOpenForm {
    /// The root of what was said.
    pub of: EntryId,
    /// The version it takes the place of.
    pub version: EntryId,
    /// Whether all of it is written already.
    pub done: bool,
    /// What stands in each field.
    pub lines: Vec<(Line, String)>,
    /// What is wrong with it, where it comes back.
    pub wrongs: Wrongs,
    /// Somebody wrote something else in between.
    pub quicker: bool,
}

impl LeftOpenForm {
    /// What is open of this version; where nothing is, all of it, to be changed.
    pub fn of(of: EntryId, version: EntryId, said: &ImportantSaid) -> Self {
        let open = said.left_open();
        let done = open.is_empty();
        let lines = if done { Line::ALL.to_vec() } else { open };
        let stands = |line: Line| (line, said.line(line).unwrap_or_default().to_owned());
        let lines = lines.into_iter().map(stands).collect();
        Self { of, version, done, lines, wrongs: Wrongs::default(), quicker: false }
    }

    /// What was sent of an older version stands in the fields. A line that was sent blank and is
    /// written now is not asked for: nobody means to take it away.
    pub fn take(&mut self, sent: Vec<(Line, String)>) {
        let asked: Vec<Line> = self.lines.iter().map(|(line, _)| *line).collect();
        let stays = |line: &Line, typed: &str| asked.contains(line) || !typed.trim().is_empty();
        self.lines = sent.into_iter().filter(|(line, typed)| stays(line, typed)).collect();
    }
}

/// What was done about it is a note beside it. A brother or sister whom the words name has a file
/// of their own: it is for whoever reads it to write it there, in their own words.
pub(super) fn beside(child: &BoardChild, siblings: &[Named]) -> Markup {
    html! {
        div.left-open-beside {
            p { (say!("left-open-done")) }
            ul {
                li {
                    a href=(urls::NewNote(child.id)) dir="auto" {
                        (say!("left-open-beside-note", name = child.called.as_str()))
                    }
                }
            }
        }
        @if !siblings.is_empty() {
            div.left-open-beside {
                p { (say!("left-open-beside")) }
                ul {
                    @for one in siblings {
                        li {
                            a href=(urls::NewNote(one.id)) dir="auto" {
                                (say!("left-open-beside-note", name = one.called.as_str()))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// In front where something is open; to be opened where nothing is.
pub(super) fn left_open(form: &LeftOpenForm) -> Markup {
    let comes_back = form.quicker || !form.wrongs.is_empty();
    html! {
        @if form.done {
            details.left-open open[comes_back] {
                summary { (say!("left-open-change")) } (asked(form))
            }
        } @else {
            div.left-open { (asked(form)) }
        }
    }
}

fn asked(form: &LeftOpenForm) -> Markup {
    html! {
        form method="post" action=(urls::LeftOpen(form.of)) {
            @if form.quicker {
                div.notice.notice-error role="alert" { p { (say!("left-open-quicker")) } }
            }
            (mend(&form.wrongs))
            input type="hidden" name="version" value=(form.version);
            @for (of, typed) in &form.lines { (one(form, *of, typed)) }
            (send(Weight::Main, say!("left-open-write")))
        }
    }
}

fn one(form: &LeftOpenForm, of: Line, typed: &str) -> Markup {
    let hint = (of == Line::Rang).then(|| say!("left-open-rang-hint"));
    let field = Field {
        name: of.as_str(),
        label: &asks(of),
        hint: hint.as_deref(),
        value: typed,
        wrong: form.wrongs.at(of.as_str()),
    };
    if of == Line::Rang { line(&field, "text", "off") } else { text(&field, 2) }
}

fn asks(of: Line) -> Cow<'static, str> {
    match of {
        Line::WhoNear => say!("left-open-who-near"),
        Line::Seen => say!("left-open-seen"),
        Line::Rang => say!("left-open-rang"),
    }
}
