//! What nobody knows yet.

use domain::unknown::Unknown;
use jiff::civil::Date;

use super::book::Book;
use super::case::Case;
use crate::family;

/// The day on which a family's short questions came up: with the decision that had to be made
/// without the answers, else with the first note.
fn came_up(case: &Case<'_>) -> Date {
    let decided = case.family.decisions.iter().map(|decision| decision.made_on).max();
    let noted = || case.family.notes.iter().find(|note| !note.planned).map(|note| note.on);
    decided.or_else(noted).unwrap_or(case.opened)
}

/// Writes them down.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>) {
    for unknown in &case.family.unknowns {
        let payload = self::unknown(book, unknown);
        let day = unknown.asked.as_ref().map_or_else(|| came_up(case), |asked| asked.since);
        let mut line = case.new_on(case.known_on(day), payload);
        line.id = unknown.asked.as_ref().map(|asked| asked.id.clone());
        case.write(book, line);
    }
}

fn unknown(book: &Book<'_>, unknown: &family::Unknown) -> Unknown {
    let short = Some(unknown.short.clone());
    let Some(asked) = &unknown.asked else {
        let question = unknown.short.clone();
        let (since, who_finds_out, by, came_from, found) = (None, None, None, None, None);
        return Unknown { question, short, since, who_finds_out, by, came_from, found };
    };
    Unknown {
        question: asked.question.clone(),
        short,
        since: Some(asked.since),
        who_finds_out: Some(book.person(&asked.who_finds_out)),
        by: asked.by,
        came_from: book.entry(&asked.from),
        found: None,
    }
}
