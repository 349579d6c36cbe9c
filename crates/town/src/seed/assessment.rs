//! Assessments: begun empty on their first day, and kept again with what they say, on the day
//! they were signed or the demo's own.

use domain::assessment::{Answer, Assessment, Factor, ReadWith};
use domain::id::EntryId;
use jiff::civil::Date;

use super::book::Book;
use super::case::Case;
use super::moment::after;
use crate::borough::DEMO_DAY;
use crate::family::{self, FactorAnswer, FactorRaised};

/// Writes down a family's assessments; `steps` are the days their steps began, with the roots.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>, steps: &[(Date, EntryId)]) {
    for assessment in &case.family.assessments {
        let begun = steps.iter().find(|(began, _)| *began == assessment.started);
        let kept = kept(book, assessment, begun.map(|(_, root)| *root));
        let blank = Assessment {
            step: kept.step,
            has_happened: vec![],
            is_working: vec![],
            think: String::new(),
            missing: vec![],
            factors: vec![],
            read_with: vec![],
            not_read: vec![],
        };
        let mut line = case.new_on(assessment.started, blank);
        line.id = Some(assessment.id.clone());
        line.children.clone_from(&assessment.children);
        let begun = case.write(book, line);
        let day = assessment.signed_on.unwrap_or(DEMO_DAY);
        let mut later = case.later(after(day, assessment.kept_at), day, kept);
        later.writer = assessment.by.clone();
        book.write_instead(&begun, later);
    }
}

fn kept(book: &Book<'_>, from: &family::Assessment, step: Option<EntryId>) -> Assessment {
    let read = |read: &family::ReadWith| ReadWith {
        person: book.person(&read.person),
        words: read.words.clone(),
        on: Some(read.on),
        own_words: read.own_words.as_ref().and_then(|own| book.entry(own)),
    };
    Assessment {
        step,
        has_happened: book.roots(&from.has_happened),
        is_working: book.roots(&from.is_working),
        think: from.think.clone(),
        missing: book.roots(&from.missing),
        factors: from.factors.iter().map(|raised| factor(book, raised)).collect(),
        read_with: from.read_with.iter().map(read).collect(),
        not_read: book.persons(&from.not_read),
    }
}

fn factor(book: &Book<'_>, raised: &FactorRaised) -> Factor {
    Factor {
        name: raised.name.clone(),
        code: None,
        means: raised.means.clone(),
        words: Some(raised.words.clone()),
        words_from: book.entry(&raised.from),
        answer: match raised.answer {
            FactorAnswer::Yes => Answer::Yes,
            FactorAnswer::No => Answer::No,
            FactorAnswer::Open => Answer::Open,
        },
        answered_by: raised.by.as_ref().map(|who| book.person(who)),
        answered_on: raised.on,
        family: raised.family.clone(),
    }
}
