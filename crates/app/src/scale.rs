//! Scales with two ends, and the number that each person gives (A2). A number stays with its
//! giver and its day; "cannot say" is an answer, and not the same as not having been asked.

use crate::amend::record_drafted;
use crate::cx::Write;
use crate::error::{Error, Fault, Result, Why};
use crate::speaker::{Named, check_named};
use crate::typed::{Typed, happened, voice};
use domain::access::Action;
use domain::entry::NewEntry;
use domain::id::{EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::rating::{Answer, Rating};
use domain::scale::{Scale, ScaleKind, ScaleValue};
use domain::time::day_of;
use domain::voice::Mode;

/// The longest end of a scale, and the longest reason, in characters.
const WORDS_MAX: usize = 1_000;

/// A scale as it was typed.
#[derive(Debug, Clone, Default)]
pub struct TypedScale {
    /// The children it is about.
    pub children: Vec<PersonId>,
    /// A word of `ScaleKind`.
    pub kind: String,
    /// Its question.
    pub title: String,
    /// What 0 means here.
    pub anchor0: String,
    /// What 10 means here.
    pub anchor10: String,
    /// The danger it measures.
    pub danger: Option<EntryId>,
}

/// A number as it was typed.
#[derive(Debug, Clone, Default)]
pub struct TypedRating {
    /// The draft it was, whose id the entry gets.
    pub draft: Option<EntryId>,
    /// The scale.
    pub scale: Option<EntryId>,
    /// Whose number.
    pub rater: Option<PersonId>,
    /// "0" to "10", or the word `cannot_say`.
    pub value: String,
    /// What makes it that.
    pub why: String,
    /// The day it was given.
    pub on: String,
}

/// Writes a scale.
pub fn write_scale(cx: &mut Write<'_, '_>, typed: &TypedScale) -> Result<EntryId> {
    for child in &typed.children {
        cx.authorise(Action::Write, *child)?;
    }
    let mut fields = Typed::default();
    let kind = fields.one_of("kind", ScaleKind::parse(&typed.kind));
    let title = fields.maybe("title", &typed.title, WORDS_MAX);
    let anchor0 = fields.any_words("anchor0", &typed.anchor0, WORDS_MAX);
    let anchor10 = fields.any_words("anchor10", &typed.anchor10, WORDS_MAX);
    fields.done()?;
    let kind = kind.unwrap_or(ScaleKind::General);
    let scale = Scale { kind, title, anchor0, anchor10, danger: typed.danger };
    let id = cx.id();
    let on = happened(day_of(cx.now()), None);
    cx.record(NewEntry::first(id, typed.children.clone(), on, Payload::Scale(scale)))
}

/// Gives a number, for whoever gave it.
pub fn give_number(cx: &mut Write<'_, '_>, typed: &TypedRating) -> Result<EntryId> {
    let missing = |at| Error::Refused(vec![Fault { at, why: Why::NotOne }]);
    let root = typed.scale.ok_or_else(|| missing("scale"))?;
    let newest = cx.tx().find_newest(root)?.filter(|entry| entry.head.kind == Kind::Scale);
    let about = newest.ok_or(Error::NotFound)?.head.about;
    for child in &about {
        cx.authorise(Action::Write, *child)?;
    }
    let today = day_of(cx.now());
    let mut fields = Typed::default();
    let answer = match typed.value.trim() {
        "cannot_say" => Some(Answer::CannotSay),
        number => {
            let value = number.parse().ok().and_then(|n| ScaleValue::new(n).ok());
            fields.one_of("answer", value).map(Answer::Value)
        }
    };
    let rater = fields.one_of("said_by", typed.rater);
    let why = fields.maybe("why", &typed.why, WORDS_MAX);
    let day = fields.past_day("on", &typed.on, (today, None));
    fields.done()?;
    let (Some(answer), Some(rater)) = (answer, rater) else { return Err(missing("answer")) };
    check_named(cx, &about, Named::speaker(Some(rater), None))?;
    // The form asks why in their own words.
    let how = Some(if why.is_some() { Mode::Verbatim } else { Mode::CloseNote });
    let rating = Rating { scale: root, rater, answer, why, occasion: None };
    record_drafted(cx, typed.draft, |id| NewEntry {
        said_by: voice(Some(rater), how),
        ..NewEntry::first(id, about, happened(day, None), Payload::Rating(rating))
    })
}
