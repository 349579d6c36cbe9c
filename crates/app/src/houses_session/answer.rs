//! "You said, we did": what a child was told came of their words.

use super::sitting;
use crate::amend::record_drafted;
use crate::cx::{Read, Write};
use crate::draft;
use crate::error::{Result, Why};
use crate::opened::{Opened, open};
use crate::session::Shown;
use crate::typed::{Typed, happened};
use domain::child_answer::{ANSWER_MAX, ChildAnswer};
use domain::entry::{Link, NewEntry, Relation};
use domain::form::{Filled, Form};
use domain::front_page::Around;
use domain::id::EntryId;
use domain::look::AtWhat;
use domain::time::day_of;
use ui::houses::answer::AnswerForm;

/// An answer as it was typed.
#[derive(Debug, Clone, Default)]
pub struct TypedAnswer {
    /// The draft it was, whose id the entry gets.
    pub draft: Option<EntryId>,
    /// The day the child was told.
    pub on: String,
    /// What the child was told, in the words that were used.
    pub words: String,
    /// "yes" where something changed, "no" where nothing did.
    pub changed: String,
    /// Why nothing changed.
    pub why: String,
}

/// The form of what a child is told, beside what the child said; with a draft in it, or as it was
/// sent and refused.
///
/// # Errors
/// Where there is no such sitting for whoever asks.
pub fn answer_form(
    cx: &mut Read<'_>,
    root: EntryId,
    sent: Option<Filled>,
) -> Result<Shown<Opened<AnswerForm>>> {
    let sitting = sitting::open(cx, root)?;
    let begun = match sent {
        Some(filled) => draft::sent(cx, filled)?,
        None => draft::begin(cx, &sitting.file, Form::Answer(root))?,
    };
    let pages = sitting::pages(cx, &sitting)?;
    let facts = sitting.file.read_map(cx, &[])?;
    let child = sitting.file.child;
    let on = sitting.entry.head.happened.day();
    let on_pages = pages.iter().flat_map(|page| page.said().into_iter().map(str::to_owned));
    let on_none = sitting.said.exact.iter().map(|exact| exact.text.clone());
    let page = AnswerForm {
        child: Around::of(&facts).child().into(),
        sitting: root,
        on,
        said: on_pages.chain(on_none).collect(),
        important: sitting::important(cx, &sitting)?,
        due: sitting.said.answer_by(on),
        begun,
    };
    let look = Some(AtWhat::Entry { child, root });
    open(cx, child, |_| Ok(Shown { page, look }))
}

/// Records what a child was told came of this sitting.
///
/// # Errors
/// Where nothing changed and nobody says why, or there is no such sitting for whoever asks.
pub fn record_answer(
    cx: &mut Write<'_, '_>,
    session: EntryId,
    typed: &TypedAnswer,
) -> Result<EntryId> {
    let (sitting, said) = sitting::writable(cx, session)?;
    let mut fields = Typed::default();
    if typed.on.trim().is_empty() {
        fields.wrong("on", Why::NotOne);
    }
    let day = fields.past_day("on", &typed.on, (day_of(cx.now()), None));
    let words = fields.words("words", &typed.words, ANSWER_MAX);
    let nothing_changed = match typed.changed.as_str() {
        "no" => Some(fields.words("why", &typed.why, ANSWER_MAX)),
        "yes" => None,
        _ => {
            fields.wrong("changed", Why::NotOne);
            None
        }
    };
    if day < sitting.head.happened.day() {
        fields.wrong("on", Why::NotOne);
    }
    fields.done()?;
    let payload = ChildAnswer { child: said.child, to: sitting.head.root, words, nothing_changed };
    let links = vec![Link { how: Relation::Answers, to: sitting.head.root }];
    record_drafted(cx, typed.draft, |id| NewEntry {
        links,
        ..NewEntry::first(id, sitting.head.about.clone(), happened(day, None), payload.into())
    })
}
