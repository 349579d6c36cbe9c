//! Scales, and what everybody said on them.
//!
//! Somebody of the council writes their own number down; what others say is written by the
//! worker. A rating given on a day whose visit or meeting speaks to the scale names it.

use domain::rating::{self, Answer, Stones};
use domain::scale::{Scale, ScaleKind, ScaleValue};
use domain::voice::Mode;
use jiff::civil::Date;

use super::book::Book;
use super::case::Case;
use super::statement;
use super::words;
use crate::family::{self, Family, Rating};

/// The day a scale was first there.
pub(super) fn begun(family: &Family, scale: &family::Scale) -> Option<Date> {
    let danger = || statement::of(family, scale.danger.as_ref()?).map(statement::begun);
    let rated = || scale.ratings.iter().map(|rating| rating.on).min();
    scale.written_on.or_else(danger).or_else(rated)
}

/// Writes down a family's scales.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>) {
    for scale in &case.family.scales {
        let payload = Scale {
            kind: match scale.kind {
                family::ScaleKind::Danger => ScaleKind::Danger,
                family::ScaleKind::General => ScaleKind::General,
                family::ScaleKind::EverydayCare => ScaleKind::EverydayCare,
            },
            title: scale.title.clone(),
            anchor0: scale.anchor0.clone(),
            anchor10: scale.anchor10.clone(),
            danger: scale.danger.as_ref().and_then(|danger| book.entry(danger)),
        };
        let day = begun(case.family, scale).unwrap_or(case.opened);
        let mut line = case.new_on(case.known_on(day), payload);
        line.id = Some(scale.id.clone());
        line.children.clone_from(&scale.children);
        let scale_root = case.write(book, line).root;
        for rating in &scale.ratings {
            let payload = rating::Rating {
                scale: scale_root,
                rater: book.person(&rating.by),
                answer: answer(rating.answer),
                why: Some(rating.why.clone()),
                occasion: occasion(book, case.family, scale, rating.on),
            };
            let mut line = case.new_on(rating.on, payload);
            line.children.clone_from(&scale.children);
            say(book, &mut line, rating);
            case.write(book, line);
        }
    }
}

fn say(book: &Book<'_>, line: &mut super::case::New, rating: &Rating) {
    let is_relative =
        book.borough.staff(&rating.by).is_none() && book.borough.partner(&rating.by).is_none();
    let how = if is_relative { Mode::Verbatim } else { Mode::Judgement };
    line.said_by = Some(words::voice(book.person(&rating.by), how));
    if book.is_staff(&rating.by) {
        line.writer = rating.by.clone();
    }
}

fn answer(answer: family::Answer) -> Answer {
    match answer {
        family::Answer::Value(n) => ScaleValue::new(n).map_or(Answer::CannotSay, Answer::Value),
        family::Answer::Stones { laid, of } => {
            Stones::new(laid, of).map_or(Answer::CannotSay, Answer::Stones)
        }
        family::Answer::CannotSay => Answer::CannotSay,
    }
}

/// The one note of that day that speaks to the scale.
fn occasion(
    book: &Book<'_>,
    family: &Family,
    scale: &family::Scale,
    on: Date,
) -> Option<domain::id::EntryId> {
    let mut notes = family
        .notes
        .iter()
        .filter(|note| note.on == on && !note.planned && note.speaks_to.contains(&scale.id));
    let (first, second) = (notes.next(), notes.next());
    first.filter(|_| second.is_none()).and_then(|note| book.entry(&note.id))
}
